"""The preferences: shown at once in the article, remembered when they are meant, taken back when they are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.app import settings
from annotator.app.project import Project
from annotator.ui.appearance import Look
from annotator.ui.article_view.reading import ReadingStyle
from annotator.ui.preferences.dialog import PreferencesDialog
from annotator.ui.preferences.name_line import NameLine
from annotator.ui.theme import DARK, LIGHT, THEMES
from tests.ui.dialogs import in_next
from tests.ui.seat import ADA, Seat, make_project


def click(dialog: PreferencesDialog, button: QDialogButtonBox.StandardButton) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)


def choose_large_and_dark(dialog: PreferencesDialog) -> None:
    QTest.mouseClick(dialog.findChild(QWidget, "sans"), Qt.MouseButton.LeftButton)
    dialog.points.setValue(17.5)
    dialog.line_height.setValue(2.1)
    dialog.columns.setValue(64)
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))


CHOSEN = Look("dark", ReadingStyle("sans", 17.5, 2.1, 64))


# The look


def test_what_is_chosen_is_seen_at_once_and_remembered(seat: Seat) -> None:
    window = seat.window

    def choose(dialog: PreferencesDialog) -> None:
        choose_large_and_dark(dialog)
        assert window.appearance.look() == CHOSEN
        assert window.workbench.view.reading_style() == CHOSEN.reading
        assert DARK.panel in window.styleSheet()
        assert Look.kept() != CHOSEN  # not yet meant
        click(dialog, QDialogButtonBox.StandardButton.Ok)

    in_next(PreferencesDialog, choose)
    seat.press("Ctrl+,")
    assert window.appearance.look() == CHOSEN == Look.kept()
    window.close()
    another = Seat(seat.path)
    assert another.window.appearance.look() == CHOSEN
    another.window.close()


@pytest.mark.parametrize("way", ["Cancel", "Escape"])
def test_what_is_cancelled_looks_as_before(seat: Seat, way: str) -> None:
    before, style = seat.window.appearance.look(), seat.window.styleSheet()

    def regret(dialog: PreferencesDialog) -> None:
        choose_large_and_dark(dialog)
        dialog.annotator.setText("Zoé")
        if way == "Cancel":
            click(dialog, QDialogButtonBox.StandardButton.Cancel)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    in_next(PreferencesDialog, regret)
    kept = settings.load()
    seat.trigger("preferences")
    assert (seat.window.appearance.look(), seat.window.styleSheet()) == (before, style)
    assert settings.load() == kept


def test_the_dialog_shows_what_is_chosen_already(seat: Seat) -> None:
    seat.window.appearance.show(CHOSEN)
    seen = []
    in_next(PreferencesDialog, lambda dialog: seen.append(dialog.choice()))
    seat.trigger("preferences")
    assert [(each.look, each.language, each.annotator, each.rename) for each in seen] == [(CHOSEN, None, ADA, False)]


def test_the_original_look_is_one_click_away(seat: Seat) -> None:
    seat.window.appearance.show(CHOSEN)

    def reset(dialog: PreferencesDialog) -> None:
        click(dialog, QDialogButtonBox.StandardButton.RestoreDefaults)
        assert dialog.isVisible()
        click(dialog, QDialogButtonBox.StandardButton.Ok)

    in_next(PreferencesDialog, reset)
    seat.trigger("preferences")
    assert seat.window.appearance.look() == Look() == Look.kept()


def test_every_theme_can_be_chosen(qtbot: QtBot, own_settings: None) -> None:
    dialog = PreferencesDialog(Look(), settings.load())
    qtbot.addWidget(dialog)
    shown = []
    dialog.look_changed.connect(shown.append)
    for theme in (*THEMES, "system"):
        dialog.theme.setCurrentIndex(dialog.theme.findData(theme))
    assert [look.theme for look in shown] == [*THEMES, "system"]


def test_every_field_has_a_name_and_a_key(qtbot: QtBot, own_settings: None) -> None:
    dialog = PreferencesDialog(Look(), settings.load())
    qtbot.addWidget(dialog)
    form = dialog.findChild(QFormLayout)
    assert form is not None
    fields = (dialog.points, dialog.line_height, dialog.columns, dialog.theme, dialog.language, dialog.annotator)
    words = [form.labelForField(field) for field in fields]
    assert all(isinstance(label, QLabel) and label.buddy() is not None for label in words)
    letters = [label.text().partition("&")[2][:1].lower() for label in words if isinstance(label, QLabel)]
    assert all(letters)
    assert len(set(letters)) == len(letters)


# The size by keys


def test_the_size_goes_back_to_the_plain_one(seat: Seat) -> None:
    seat.press("Ctrl++", "Ctrl++")
    assert seat.window.workbench.view.points() > ReadingStyle().points
    seat.press("Ctrl+0")
    assert seat.window.workbench.view.points() == ReadingStyle().points


def test_a_size_remembered_before_there_were_other_things_to_remember_still_holds(own_settings: None) -> None:
    settings.change(lambda kept: kept.with_window(points=19, theme="no such theme"))
    assert Look.kept() == Look("system", ReadingStyle(points=19))
    replace(Look.kept(), theme="light").keep()
    assert settings.load().window == {"theme": "light", "reading": ReadingStyle(points=19).to_settings()}


def test_a_system_that_turns_dark_changes_the_window_that_follows_it(seat: Seat) -> None:
    appearance = seat.window.appearance
    appearance.show(Look("system"))
    appearance.system.changed.emit(DARK)
    assert DARK.panel in seat.window.styleSheet()
    appearance.show(Look("light"))
    appearance.system.changed.emit(DARK)
    assert LIGHT.panel in seat.window.styleSheet()


# The name


def accept_name(name: str, *, rename: bool = True) -> None:
    def choose(dialog: PreferencesDialog) -> None:
        dialog.annotator.setText(name)
        if dialog.rename.isVisible():
            dialog.rename.setChecked(rename)
        click(dialog, QDialogButtonBox.StandardButton.Ok)

    in_next(PreferencesDialog, choose)


def annotators(seat: Seat) -> list[str]:
    with Project.open(seat.path) as project:
        return list(project.annotators().values())


def test_a_new_name_renames_the_annotator_and_everything_done_stays_theirs(seat: Seat) -> None:
    seat.press("Return")
    accept_name("  Ada   Lovelace ")
    seat.trigger("preferences")
    assert settings.load().annotator == "Ada Lovelace"
    assert settings.load().named
    assert annotators(seat) == ["Ada Lovelace"]
    assert seat.spans() == [("Zelensky", "leader")]
    assert "Ada Lovelace" in seat.said
    seat.press("Ctrl+Z")
    assert seat.spans() == []


def test_somebody_else_takes_over_in_the_article_that_is_open(seat: Seat) -> None:
    seat.press("Return", "Ctrl+PgDown")
    assert (seat.article, seat.focused) == (2, "Ukraine")
    accept_name("Zoé", rename=False)
    seat.trigger("preferences")
    assert annotators(seat) == [ADA, "Zoé"]
    assert seat.window.session.annotator_name == "Zoé"
    assert (seat.article, seat.focused) == (2, "Ukraine")
    seat.press("Return")
    with Project.open(seat.path) as project:
        assert len(project.annotation(2, 2).spans) == 1
        assert project.annotation(2, 1).spans == ()


def test_a_name_that_is_known_goes_on_as_that_annotator(seat: Seat) -> None:
    seat.window.session.project.add_annotator("Zoé")
    said = []

    def choose(dialog: PreferencesDialog) -> None:
        dialog.annotator.setText("zoé")
        said.append((dialog.rename.isVisible(), dialog.about_name.text()))
        click(dialog, QDialogButtonBox.StandardButton.Ok)

    in_next(PreferencesDialog, choose)
    seat.trigger("preferences")
    assert [visible for visible, _ in said] == [False]
    assert "déjà travaillé" in said[0][1]
    assert annotators(seat) == [ADA, "Zoé"]
    assert seat.window.session.annotator_name == "Zoé"


def test_a_blank_name_is_not_taken(seat: Seat) -> None:
    enabled = []

    def empty(dialog: PreferencesDialog) -> None:
        for name in ("", "  ", "Ada"):
            dialog.annotator.setText(name)
            enabled.append(dialog.ok.isEnabled())

    in_next(PreferencesDialog, empty)
    seat.trigger("preferences")
    assert enabled == [False, False, True]


# The name asked once


@pytest.fixture
def unnamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings in which no name was ever given."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LOGNAME", "zmenard")


def line(qtbot: QtBot) -> tuple[NameLine, list[str]]:
    made = NameLine()
    named: list[str] = []
    made.named.connect(named.append)
    qtbot.addWidget(made)
    return made, named


def test_the_name_is_asked_for_once_and_enter_takes_it(unnamed: None, qtbot: QtBot) -> None:
    asked, named = line(qtbot)
    assert not asked.isHidden()
    assert asked.name.text() == "zmenard"
    QTest.keyClick(asked.name, Qt.Key.Key_Return)
    assert named == ["zmenard"]
    assert asked.isHidden()
    assert settings.load().named
    assert line(qtbot)[0].isHidden()


def test_another_name_can_be_typed(unnamed: None, qtbot: QtBot) -> None:
    asked, named = line(qtbot)
    asked.name.selectAll()
    QTest.keyClicks(asked.name, "Zo Mnard")
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert named == ["Zo Mnard"] == [settings.load().annotator]


def test_a_blank_line_is_no_name(unnamed: None, qtbot: QtBot) -> None:
    asked, named = line(qtbot)
    asked.name.setText("  ")
    assert not asked.accept.isEnabled()
    asked.take()
    assert (named, asked.isHidden(), settings.load().named) == ([], False, False)


def test_opening_a_project_without_looking_takes_the_name_that_stands_there(unnamed: None, qtbot: QtBot) -> None:
    asked, named = line(qtbot)
    asked.take()
    asked.take()
    assert named == ["zmenard"]


def test_only_a_name_that_was_typed_is_taken_by_a_project_opened_in_another_way(unnamed: None, qtbot: QtBot) -> None:
    asked, named = line(qtbot)
    asked.take_typed()
    assert named == []
    QTest.keyClicks(asked.name, "X")
    asked.take_typed()
    assert named == ["zmenardX"]


@pytest.fixture
def unnamed_seat(unnamed: None, idle_worker: None, qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    """A window on a project, opened by somebody who was never asked for their name."""
    sitting = Seat(make_project(tmp_path / "guerre.annot")).open()
    yield sitting
    sitting.window.close()
    sitting.window.deleteLater()


def test_who_is_not_asked_is_told_once_and_can_change_the_name(unnamed_seat: Seat) -> None:
    seat = unnamed_seat
    assert "«\u00a0zmenard\u00a0»" in seat.said
    seen = []

    def rename(dialog: PreferencesDialog) -> None:
        seen.append((dialog.focusWidget() is dialog.annotator, dialog.annotator.selectedText()))
        QTest.keyClicks(dialog.annotator, "Zo")
        click(dialog, QDialogButtonBox.StandardButton.Ok)

    in_next(PreferencesDialog, rename)
    assert seat.window.messages.act()
    assert seen == [(True, "zmenard")]
    assert annotators(seat) == [ADA, "Zo"]
    seat.window.messages.hide()
    seat.window.projects.reopen()
    assert seat.said == ""
