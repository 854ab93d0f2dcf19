"""What becomes of the labels of files: proposed, chosen by mouse and by keys, and handed on as options."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.labels import DEFAULT_LABELS
from annotator.ui.import_preview.label_choices import Fate, LabelChoices, Reason
from annotator.ui.import_preview.label_table import LabelPage
from tests.ui.seat import rows_of


def found(**spans: int) -> list[dict[str, object]]:
    return [{"theirs": theirs, "spans": count, "ours": None, "created": False} for theirs, count in spans.items()]


THEIRS = found(PER=40, Pays=7, ORG=3, XYZ=1)


# The choices themselves


def test_what_is_ours_goes_by_its_name_and_what_is_well_known_is_proposed() -> None:
    choices = LabelChoices(DEFAULT_LABELS)
    assert choices.meet(THEIRS)
    assert [(row.theirs, row.spans, row.choice, row.reason) for row in choices.rows] == [
        ("PER", 40, "leader", Reason.GUESS),
        ("Pays", 7, "country", Reason.NAME),
        ("ORG", 3, Fate.LEAVE_OUT, Reason.GUESS),
        ("XYZ", 1, Fate.LEAVE_OUT, Reason.UNKNOWN),
    ]
    assert choices.mapping == {"PER": "leader", "ORG": None}
    assert not choices.creates
    assert choices.foreign


def test_what_was_chosen_stays_when_the_files_are_read_again() -> None:
    choices = LabelChoices(DEFAULT_LABELS)
    choices.meet(THEIRS)
    choices.choose("PER", Fate.LEAVE_OUT)
    choices.choose("XYZ", Fate.CREATE)
    choices.choose("Pays", "alliance")
    assert not choices.meet(found(XYZ=5))
    assert choices.rows[3].spans == 5
    assert choices.mapping == {"PER": None, "Pays": "alliance", "ORG": None}  # what is to be made goes by its name
    assert choices.creates
    choices.choose("Pays", "country")
    assert "Pays" not in choices.mapping


def test_where_one_label_is_made_the_unknown_ones_are_not() -> None:
    choices = LabelChoices(DEFAULT_LABELS)
    choices.meet(found(ABC=1, XYZ=1))
    assert choices.mapping == {}
    choices.choose("XYZ", Fate.CREATE)
    assert choices.mapping == {"ABC": None}


def test_where_all_labels_are_ours_there_is_nothing_to_ask() -> None:
    choices = LabelChoices(DEFAULT_LABELS)
    assert not choices.foreign
    choices.meet(found(leader=4, pays=3))
    assert (choices.foreign, choices.mapping, choices.creates) == (False, {}, False)


# The list


@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    """What the list stands on."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 400)
    return widget


@pytest.fixture
def page(sheet: QWidget) -> LabelPage:
    made = LabelPage(DEFAULT_LABELS, sheet)
    made.resize(900, 400)
    made.meet(THEIRS)
    sheet.show()
    sheet.activateWindow()
    QTest.qWaitForWindowActive(sheet)
    made.table.setFocus()
    return made


def test_the_list_says_what_becomes_of_each_label_and_why(page: LabelPage) -> None:
    assert rows_of(page.table) == [
        ("PER", "40", "dirigeant", "proposition, à vérifier"),
        ("Pays", "7", "pays", "même nom"),
        ("ORG", "3", "Laisser de côté", "proposition, à vérifier"),
        ("XYZ", "1", "Laisser de côté", "inconnue du projet"),
    ]
    heard = page.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Étiquette du fichier PER, Annotations 40, Devient dirigeant, proposition, à vérifier"


def test_keys_choose_for_the_rows_selected(page: LabelPage, qtbot: QtBot) -> None:
    table = page.table
    with qtbot.waitSignal(page.chosen):
        QTest.keyClick(table, Qt.Key.Key_4)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(table, "+")
    assert [row[2] for row in rows_of(table)] == [
        "arme",
        "pays",
        "Créer l'étiquette «\u00a0ORG\u00a0»",
        "Créer l'étiquette «\u00a0XYZ\u00a0»",
    ]
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert page.choices.mapping == {"PER": "weapon", "ORG": None, "XYZ": None}
    assert rows_of(table)[0][3] == "votre choix"


def chooser(page: LabelPage, qtbot: QtBot) -> QComboBox:
    """Return the choice that is open."""

    def is_open() -> bool:
        combos = page.table.viewport().findChildren(QComboBox)
        return bool(combos) and combos[0].view().isVisible()

    qtbot.waitUntil(is_open)
    return page.table.viewport().findChildren(QComboBox)[0]


def test_space_opens_the_choice_of_a_row(page: LabelPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    combo = chooser(page, qtbot)
    offered = [combo.itemText(index) for index in range(combo.count()) if combo.itemText(index)]
    assert offered == [
        *("dirigeant", "pays", "alliance", "arme", "somme"),
        "Créer l'étiquette «\u00a0PER\u00a0»",
        "Laisser de côté",
    ]
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.chosen):
        QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert page.choices.rows[0].choice == "country"
    qtbot.waitUntil(lambda: not page.table.viewport().findChildren(QComboBox))
    assert page.table.hasFocus()


def test_escape_leaves_the_choice_as_it_was(page: LabelPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    combo = chooser(page, qtbot)
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    QTest.keyClick(combo.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.table.viewport().findChildren(QComboBox))
    assert page.choices.rows[0].choice == "leader"
    assert QApplication.focusWidget() is page.table


def test_a_click_opens_the_choice_too(page: LabelPage, qtbot: QtBot) -> None:
    spot = page.table.visualRect(page.table.model().index(3, 2)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    combo = chooser(page, qtbot)
    assert combo.currentText() == "Laisser de côté"
    QTest.keyClick(combo.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.table.viewport().findChildren(QComboBox))
