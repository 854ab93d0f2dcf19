"""One decision everywhere, by key in the article and from the list of occurrences in all articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app.project import Project
from annotator.core.annotation import Status
from annotator.core.suggestions import Decision, Proposal, Tier
from annotator.store import articles, suggestions
from annotator.ui.everywhere.dialog import EverywhereDialog
from annotator.ui.everywhere.model import Column
from tests.strategies import REASON, new_article
from tests.ui.seat import ADA, Seat

TEXTS = (
    "L’Ukraine attend. En Ukraine, la Pologne et l’UKRAINE ; Ukraine de Kiev. Des chars, un char.",
    "L'Ukraine encore, et la Pologne.",
    "Deux fois l’Ukraine : l'Ukraine.",
    "Rien ici.",
)
SUGGESTED = {
    1: (("Ukraine", "country"), ("Pologne", "country"), ("Ukraine de Kiev", "leader"), ("chars", "weapon")),
    2: (("Ukraine", "alliance"), ("Pologne", "country")),
}


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None) -> Iterator[Seat]:
    """A window on four articles that name the same countries."""
    path = tmp_path / "guerre.annot"
    with Project.create(path) as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(text) for text in TEXTS], at="2022")
            for article, found in SUGGESTED.items():
                made = [_suggested(TEXTS[article - 1], words, label) for words, label in found]
                suggestions.replace(project.database, article, made, pipeline="rules 1")
        project.add_annotator(ADA)
    sitting = Seat(path).open()
    yield sitting
    sitting.window.close()
    sitting.window.deleteLater()
    QApplication.processEvents()


def _suggested(text: str, words: str, label: str) -> Proposal:
    return Proposal(text.index(words), text.index(words) + len(words), label, "rule", REASON, Tier.SURE)


def spans(room: Seat, article: int = 1) -> list[tuple[str, str]]:
    return [(TEXTS[article - 1][span.start : span.end], span.label) for span in room.annotation(article).spans]


@pytest.fixture
def listed(room: Seat, qtbot: QtBot) -> EverywhereDialog:
    """The list of all occurrences of what is focused at first, fully read."""
    room.press("Shift+E")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EverywhereDialog)
    qtbot.waitUntil(lambda: dialog.progress.isHidden())
    return dialog


def rows(dialog: EverywhereDialog, *columns: Column) -> list[tuple[str, ...]]:
    model = dialog.model
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def ticks(dialog: EverywhereDialog) -> str:
    """One sign a row: ``x`` ticked, ``.`` not, ``-`` cannot be."""
    signs = {Qt.CheckState.Checked: "x", Qt.CheckState.Unchecked: ".", None: "-"}
    model, role = dialog.model, Qt.ItemDataRole.CheckStateRole
    return "".join(signs[model.data(model.index(row, Column.TICK), role)] for row in range(model.rowCount()))


def press(dialog: EverywhereDialog, *keys: Qt.Key, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or dialog, key, held)
        QApplication.processEvents()


# In the article


def test_a_key_labels_every_other_occurrence_in_the_article_in_one_step(room: Seat) -> None:
    room.press("E")
    assert spans(room) == [("Ukraine", "country"), ("Ukraine", "country"), ("UKRAINE", "country")]
    assert "3 occurrences étiquetées «\u00a0pays\u00a0»" in room.said
    assert "1 dans une autre annotation" in room.said
    assert spans(room, 2) == []
    room.press("Ctrl+Z")
    assert spans(room) == []
    assert room.annotation().status is Status.NEW


def test_what_carries_another_label_or_was_rejected_is_left_as_it_is(room: Seat) -> None:
    room.press("E", "Tab", "1", "Shift+Tab", "E")
    assert spans(room) == [("Ukraine", "country"), ("Ukraine", "leader"), ("UKRAINE", "country")]
    assert "1 sous une autre étiquette" in room.said
    room.press("X", "Tab", "Tab", "E")
    assert spans(room) == [("Ukraine", "leader"), ("UKRAINE", "country")]
    assert "1 rejetée" in room.said


def test_straight_after_a_removal_the_key_removes_elsewhere(room: Seat) -> None:
    room.press("E", "X")
    assert len(spans(room)) == 2
    room.press("E")
    assert spans(room) == []
    assert "ne sont plus" in room.said
    room.press("Ctrl+Z")
    assert len(spans(room)) == 2


def test_straight_after_a_rejection_the_key_rejects_elsewhere(room: Seat) -> None:
    room.press("X", "E")
    assert room.annotation().decisions == {1: Decision.REJECTED}
    assert "rien à faire ailleurs" in room.said
    assert "rejetée" not in room.said


def test_once_the_annotator_went_on_the_key_labels_again(room: Seat) -> None:
    room.press("E", "X", "Tab", "Shift+Tab", "E")
    assert spans(room) == [("Ukraine", "country"), ("UKRAINE", "country")]
    assert "1 rejetée" in room.said


def test_straight_after_another_label_the_key_gives_it_to_those_with_the_old_one(room: Seat) -> None:
    room.press("E", "1", "E")
    assert spans(room) == [("Ukraine", "leader"), ("Ukraine", "leader"), ("UKRAINE", "leader")]
    assert "2 occurrences passées à" in room.said


def test_the_message_takes_it_all_back_at_one_stroke_and_goes_when_it_is_no_longer_so(room: Seat) -> None:
    before = spans(room)
    room.press("E")
    messages = room.window.messages
    assert messages.offered() == "Annuler"
    assert messages.act()
    assert spans(room) == before
    room.press("E")
    assert messages.offered() == "Annuler"
    room.press("Ctrl+Z")
    assert room.said == ""
    room.press("Ctrl+Shift+Z")
    assert room.said == ""
    room.press("E")
    assert "rien à faire ailleurs" in room.said
    assert messages.offered() == ""


def test_without_a_mark_or_a_label_the_keys_say_what_they_want(room: Seat) -> None:
    room.press("Escape", "E")
    assert "Allez d'abord" in room.said
    assert spans(room) == []
    room.press("Shift+E")
    assert QApplication.activeModalWidget() is None


# In all articles


def test_all_occurrences_are_listed_with_what_stands_around_and_at_them(room: Seat, listed: EverywhereDialog) -> None:
    assert rows(listed, Column.BEFORE, Column.SURFACE, Column.PRESENT, Column.STATUS)[:4] == [
        ("L’", "Ukraine", "pays, suggéré", "nouveau"),
        ("L’Ukraine attend. En ", "Ukraine", "–", "nouveau"),
        ("L’Ukraine attend. En Ukraine, la Pologne et l’", "UKRAINE", "–", "nouveau"),
        ("L’Ukraine attend. En Ukraine, la Pologne et l’UKRAINE ; ", "Ukraine", "chevauche : dirigeant", "nouveau"),
    ]
    assert ticks(listed) == "xxx..xx"
    assert listed.counts.text() == "7 occurrences dans 3 articles, 5 cochées"
    spoken = listed.model.index(4, Column.SURFACE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("non cochée – L'Ukraine encore, et la Pologne. – alliance, suggéré – ")


def test_enter_labels_what_is_ticked_in_one_step_and_gives_the_keyboard_back(
    room: Seat, listed: EverywhereDialog
) -> None:
    press(listed, Qt.Key.Key_Return)
    assert [spans(room, id) for id in (2, 3)] == [[], [("Ukraine", "country")] * 2]
    assert len(spans(room)) == 3
    assert [room.annotation(id).status for id in (1, 3)] == [Status.IN_PROGRESS, Status.NEW]
    assert "5 occurrences étiquetées" in room.said
    assert "2 articles" in room.said
    assert room.window.messages.offered() == "Annuler"
    room.window.activateWindow()
    assert room.window.focusWidget() is room.window.workbench.view
    room.press("Ctrl+Z")
    assert [spans(room, id) for id in (1, 2, 3)] == [[], [], []]


def test_escape_leaves_everything_as_it_is(room: Seat, listed: EverywhereDialog) -> None:
    press(listed, Qt.Key.Key_Escape)
    assert [spans(room, id) for id in (1, 2, 3)] == [[], [], []]
    assert room.said == ""


def test_rows_are_ticked_by_key_one_by_one_by_article_and_all(room: Seat, listed: EverywhereDialog) -> None:
    press(listed, Qt.Key.Key_Space)
    assert ticks(listed) == ".xx..xx"
    press(listed, Qt.Key.Key_Down, Qt.Key.Key_Down, shift=True)
    press(listed, Qt.Key.Key_Space)
    assert ticks(listed) == "xxx..xx"
    press(listed, Qt.Key.Key_Space, shift=True)
    assert ticks(listed) == "xxxx.xx"
    press(listed, Qt.Key.Key_Space, shift=True)
    assert ticks(listed) == ".....xx"
    for name, expected in (("tick_all", "xxxxxxx"), ("tick_none", ".......")):
        QTest.mouseClick(listed.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
        assert ticks(listed) == expected
    assert not listed.apply_button.isEnabled()


def test_what_is_ticked_by_hand_takes_the_place_of_what_it_runs_into(room: Seat, listed: EverywhereDialog) -> None:
    listed.model.tick_all(on=True)
    press(listed, Qt.Key.Key_Return)
    assert spans(room, 2) == [("Ukraine", "country")]
    assert spans(room)[3] == ("Ukraine", "country")


def test_a_filter_shows_some_and_ticks_touch_those_alone(room: Seat, listed: EverywhereDialog) -> None:
    listed.filter.setText("deux FOÏS")
    assert listed.model.rowCount() == 2
    assert "2 affichées" in listed.counts.text()
    listed.model.tick_all(on=False)
    listed.filter.setText("zéro")
    assert (listed.model.rowCount(), "0 affichée" in listed.counts.text()) == (0, True)
    listed.filter.clear()
    assert ticks(listed) == "xxx...."


def test_another_wish_ticks_others(room: Seat, listed: EverywhereDialog) -> None:
    bar = listed.wishing
    bar.act.setCurrentIndex(2)
    assert ticks(listed) == "x---.--"
    assert listed.apply_button.text() == "Retirer de 1 occurrence"
    bar.act.setCurrentIndex(1)
    bar.old.setCurrentIndex(2)
    assert ticks(listed) == ".---x--"
    press(listed, Qt.Key.Key_Return)
    assert spans(room, 2) == [("Ukraine", "country")]
    assert room.annotation(1).revision == 0


def test_tab_goes_through_the_controls_in_the_order_they_stand(room: Seat, listed: EverywhereDialog) -> None:
    listed.wishing.act.setFocus()
    met = []
    for _ in range(8):
        met.append(QApplication.focusWidget())
        press(listed, Qt.Key.Key_Tab)
    ticking = [listed.findChild(QPushButton, name) for name in ("tick_all", "tick_none", "tick_article")]
    bar = listed.wishing
    assert met[:7] == [bar.act, bar.new, listed.filter, *ticking, listed.table]
    assert met[7] is listed.apply_button


def test_finished_articles_are_listed_and_not_ticked(room: Seat, qtbot: QtBot) -> None:
    room.trigger("next_article")
    room.trigger("next_article")
    room.trigger("finish")
    room.trigger("previous_article")
    room.window.open_article(1)
    room.press("Shift+E")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EverywhereDialog)
    qtbot.waitUntil(lambda: dialog.progress.isHidden())
    assert ticks(dialog)[-2:] == ".."
    dialog.reject()


# The label given last


def test_the_label_given_last_is_given_again(room: Seat) -> None:
    room.press("R")
    assert "Donnez d'abord" in room.said
    room.press("3", "Tab", "R")
    assert spans(room) == [("Ukraine", "alliance"), ("Pologne", "alliance")]
