"""The settings of a project: labels renamed, recoloured and given other keys, seen at once; who annotates in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.app.project import Project
from annotator.core.labels import DEFAULT_LABELS
from annotator.ui.colour_vision import EYES, alike, distance
from annotator.ui.project_settings.dialog import PAGES, ProjectSettingsDialog
from tests.ui.seat import Seat, make_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(make_project(tmp_path / "war.annot")) as project:
        yield project


@pytest.fixture
def dialog(project: Project, qtbot: QtBot) -> ProjectSettingsDialog:
    dialog = ProjectSettingsDialog(project)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def retype(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words) if words else QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_name_and_a_guideline_are_kept_as_they_are_left(dialog: ProjectSettingsDialog, project: Project) -> None:
    changes: list[None] = []
    dialog.labels_changed.connect(lambda: changes.append(None))
    dialog.labels.list.setCurrentRow(1)
    form = dialog.labels.form
    retype(form.name_fr, "nation")
    assert project.labels()[1].name.fr == "nation"
    assert dialog.labels.list.item(1).text() == "2  nation"
    form.guideline_fr.setFocus()
    form.guideline_fr.setPlainText("Un État.")
    form.guideline_en.setFocus()
    assert project.labels()[1].guideline.fr == "Un État."
    assert len(changes) == 2
    form.restore.click()
    assert project.labels()[1] == DEFAULT_LABELS[1]
    assert form.name_fr.text() == "pays"
    assert not form.restore.isEnabled()


def test_what_is_being_typed_is_kept_when_the_dialog_closes(dialog: ProjectSettingsDialog, project: Project) -> None:
    dialog.labels.form.name_en.setFocus()
    dialog.labels.form.name_en.selectAll()
    QTest.keyClicks(dialog.labels.form.name_en, "person")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert project.labels()[0].name.en == "person"
    assert not dialog.isVisible()


def test_typing_is_kept_after_a_moment(dialog: ProjectSettingsDialog, project: Project, qtbot: QtBot) -> None:
    dialog.labels.form.guideline_en.setFocus()
    QTest.keyClicks(dialog.labels.form.guideline_en, "Somebody. ")
    qtbot.waitUntil(lambda: project.labels()[0].guideline.en.startswith("Somebody. A named person"))


def test_a_blank_or_double_name_is_refused_in_the_dialog(dialog: ProjectSettingsDialog, project: Project) -> None:
    retype(dialog.labels.form.name_fr, "Pays")
    assert "Deux étiquettes s'appellent" in dialog.labels.told.text()
    retype(dialog.labels.form.name_fr, "")
    assert "a besoin d'un nom" in dialog.labels.told.text()
    assert project.labels() == DEFAULT_LABELS


def test_a_key_that_is_taken_is_exchanged_and_a_free_one_is_given(
    dialog: ProjectSettingsDialog, project: Project
) -> None:
    combo = dialog.labels.form.key
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert [label.key for label in project.labels()] == ["2", "1", "3", "4", "5"]
    assert dialog.labels.told.text() == "Touches échangées : 2 pour «\u00a0dirigeant\u00a0», 1 pour «\u00a0pays\u00a0»."
    QTest.keyClick(combo, Qt.Key.Key_9)
    assert project.labels()[0].key == "9"
    assert combo.currentText() == "9"


def test_a_colour_is_tried_in_the_sample_and_pale_neighbours_are_named(
    dialog: ProjectSettingsDialog, project: Project
) -> None:
    assert dialog.labels.colours.text() == "Ces couleurs se distinguent bien, même pour un œil daltonien."
    tried: list[bool] = []

    def choose() -> None:
        chooser = QApplication.activeModalWidget()
        assert isinstance(chooser, QColorDialog)
        before = dialog.labels.form.sample.grab().toImage()
        chooser.setCurrentColor(QColor("#44dcb0"))
        tried.append(dialog.labels.form.sample.grab().toImage() != before)
        chooser.accept()

    QTimer.singleShot(50, choose)
    dialog.labels.form.colour.click()
    assert tried == [True]
    assert project.labels()[0].colour == "#44dcb0"
    assert dialog.labels.colours.text() == "«\u00a0dirigeant\u00a0» et «\u00a0pays\u00a0» se distinguent mal."


def test_every_control_has_a_name_for_those_who_do_not_see_it(dialog: ProjectSettingsDialog) -> None:
    form = dialog.labels.form
    fields: list[QWidget] = [*form.findChildren(QLineEdit), *form.findChildren(QComboBox)]
    fields += [form.guideline_fr, form.guideline_en, form.colour, dialog.labels.list]
    names = [each.accessibleName() for each in fields]
    assert all(names)
    assert len(set(names)) == len(names) == 7
    assert all(button.text() for button in dialog.findChildren(QPushButton) if button.isVisible())


def test_the_dialog_begins_where_it_is_asked_to_and_fits_the_screen(project: Project, qtbot: QtBot) -> None:
    for page in PAGES:
        dialog = ProjectSettingsDialog(project, page=page)
        qtbot.addWidget(dialog)
        assert dialog.tabs.currentWidget() is getattr(dialog, page)
        font = dialog.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        dialog.setFont(font)
        dialog.show()
        room = dialog.screen().availableSize()
        assert dialog.minimumSizeHint().width() <= max(room.width(), 1100)


def test_annotators_are_listed_with_what_they_did(seat: Seat) -> None:
    seat.press("A")
    seat.window.session.project.add_annotator("Bob")
    dialog = ProjectSettingsDialog(seat.window.session.project, page="annotators", parent=seat.window)
    table = dialog.annotators.table
    rows = [[table.cell(row, column).text() for column in range(4)] for row in range(table.rowCount())]
    assert rows == [["Ada", "1", "0", "3"], ["Bob", "0", "0", "0"]]
    dialog.close()


def test_the_window_shows_other_labels_at_once_and_their_keys_work(seat: Seat) -> None:
    seen: list[str] = []

    def change() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ProjectSettingsDialog)
        dialog.activateWindow()  # or its keys are the window's
        QApplication.processEvents()
        retype(dialog.labels.form.name_fr, "personne")
        QTest.keyClick(dialog.labels.form.key, Qt.Key.Key_7)
        seen.append(seat.listed[0][2])
        dialog.close()

    QTimer.singleShot(50, change)
    seat.trigger("project_settings")
    assert seen == ["personne"]
    assert seat.focused == "Zelensky"
    seat.press("2")
    seat.press("7")
    assert seat.spans()[0] == ("Zelensky", "leader")
    button = seat.window.findChild(QPushButton, "label_leader")
    assert button.text().startswith("7  personne")


@pytest.mark.parametrize("eyes", EYES)
def test_colours_are_as_far_apart_as_they_look(eyes: str) -> None:
    assert distance("#000000", "#ffffff", eyes=eyes) == pytest.approx(100, abs=1.5)
    assert distance("#4d96f5", "#4d96f5", eyes=eyes) == 0


def test_colours_that_only_some_eyes_mistake_are_named_with_them() -> None:
    assert alike(["#c04000", "#708000"]) == [(0, 1, "deuteranopia")] or alike(["#c04000", "#708000"])[0][2] != "all"
    assert alike(["#101010", "#111111", "#ffffff"]) == [(0, 1, "all")]
    assert alike([label.colour for label in DEFAULT_LABELS]) == []


def test_enter_does_what_a_field_is_for_and_closes_only_elsewhere(dialog: ProjectSettingsDialog) -> None:
    dialog.activateWindow()
    retype(dialog.labels.form.name_fr, "chef")
    dialog.labels.list.setFocus()
    QTest.keyClick(dialog.labels.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.tabs.tabBar().setFocus()
    QTest.keyClick(dialog.tabs.tabBar(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
