"""Correcting an article: keys, mouse and lists, each proved by what is in the file."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.core.annotation import Status
from annotator.core.suggestions import Decision
from tests.ui.seat import Seat

ALL = [("Zelensky", "leader"), ("Kiev", "country"), ("OTAN", "alliance")]


def armed(seat: Seat) -> list[str]:
    """The names of the label buttons that are pressed in."""
    return [button.objectName() for button in seat.window.findChildren(QPushButton) if button.isChecked()]


def test_an_article_opens_with_its_first_suggestion_focused(seat: Seat) -> None:
    assert seat.focused == "Zelensky"
    assert seat.current_row == "Zelensky"
    assert [row[1:] for row in seat.listed] == [("Zelensky", "dirigeant"), ("Kiev", "pays"), ("OTAN", "alliance")]
    assert [row[0][0] for row in seat.listed] == ["?", "?", "?"]


def test_enter_accepts_and_goes_on_until_all_are_decided(seat: Seat) -> None:
    seat.press("Return")
    assert seat.spans() == ALL[:1]
    assert seat.focused == "Kiev"
    seat.press("Enter", "Return")
    assert seat.spans() == ALL
    assert seat.annotation().status is Status.IN_PROGRESS
    assert [row[0] for row in seat.listed] == ["✓", "✓", "✓"]
    seat.press("Return")
    assert seat.spans() == ALL


@pytest.mark.parametrize("key", ["X", "Delete", "Backspace"])
def test_a_suggestion_is_rejected_and_a_span_removed(seat: Seat, key: str) -> None:
    seat.press(key)
    assert list(seat.annotation().decisions.values()) == [Decision.REJECTED]
    assert seat.focused == "Kiev"
    seat.press("Return", "Shift+Tab")
    assert seat.focused == "Kiev"
    seat.press(key)
    assert seat.spans() == []
    assert seat.focused == "OTAN"
    seat.press(key)
    assert (seat.focused, seat.listed) == (None, [])


def test_all_suggestions_are_accepted_in_one_step(seat: Seat) -> None:
    seat.press("A")
    assert seat.spans() == ALL
    assert "3 suggestions" in seat.said
    seat.press("Ctrl+Z")
    assert seat.spans() == []
    assert [row[1] for row in seat.listed] == ["Zelensky", "Kiev", "OTAN"]


def test_sure_suggestions_alone_are_accepted(seat: Seat) -> None:
    seat.press("S")
    assert seat.spans() == ALL[:1]
    assert [row[0][0] for row in seat.listed] == ["✓", "?", "?"]


def test_hidden_tiers_are_neither_shown_nor_accepted(seat: Seat) -> None:
    seat.trigger("tiers_likely")
    assert [row[1] for row in seat.listed] == ["Zelensky", "Kiev"]
    seat.press("A")
    assert seat.spans() == ALL[:2]
    seat.trigger("tiers_all")
    assert [row[1] for row in seat.listed] == ["Zelensky", "Kiev", "OTAN"]


def test_the_button_accepts_all_and_says_how_many_there_are(seat: Seat) -> None:
    assert "3" in seat.label("accept_all_button")
    seat.press("Return")
    assert "2" in seat.label("accept_all_button")
    seat.click("accept_all_button")
    assert seat.spans() == ALL
    assert not seat.window.workbench.label_bar.accept_all.isEnabled()


def test_stepping_goes_through_marks_and_through_suggestions(seat: Seat) -> None:
    seat.press("Tab")
    assert seat.focused == "Kiev"
    seat.press("Return")
    assert seat.focused == "OTAN"
    seat.press("Tab")
    assert seat.focused == "OTAN"
    seat.press("Shift+Tab")
    assert (seat.focused, seat.current_row) == ("Kiev", "Kiev")
    seat.press(".")
    assert seat.focused == "OTAN"
    seat.press(";")
    assert seat.focused == "Zelensky"
    seat.press(",")
    assert seat.focused == "OTAN"


def test_a_label_key_relabels_the_focused_mark(seat: Seat) -> None:
    seat.press("2")
    assert seat.spans() == [("Zelensky", "country")]
    assert seat.focused == "Zelensky"
    assert seat.listed[0] == ("✓✎", "Zelensky", "pays")
    assert list(seat.annotation().decisions.values()) == [Decision.CHANGED]
    seat.press("1")
    assert seat.spans() == ALL[:1]
    seat.press("1")
    assert seat.annotation().revision == 2


def test_a_selection_is_labelled_by_a_key(seat: Seat) -> None:
    seat.select("hars Leopar")
    seat.press("4")
    assert seat.spans() == [("chars Leopard", "weapon")]
    assert seat.focused == "chars Leopard"
    assert seat.window.workbench.view.selection() is None
    assert ("✎", "chars Leopard", "arme") in seat.listed


def test_an_armed_label_goes_to_every_selection_until_it_is_put_down(seat: Seat) -> None:
    seat.press("Escape")
    assert seat.focused is None
    seat.click("label_sum")
    assert "est prête" in seat.said
    assert armed(seat) == ["label_sum"]
    seat.select("50\u00a0M€")
    assert seat.spans() == [("50\u00a0M€", "sum")]
    seat.select("président")
    assert ("président", "sum") in seat.spans()
    seat.press("Escape", "Escape")
    assert armed(seat) == []
    assert "est prête" not in seat.said
    seat.select("chars")
    assert len(seat.spans()) == 2
    assert seat.window.workbench.view.selection() is not None


def test_a_key_labels_the_word_the_cursor_came_to(seat: Seat) -> None:
    seat.press("Left", "2")
    assert seat.spans() == [("président", "country")]
    assert seat.focused == "président"
    seat.click_on("reçu")
    seat.press("4")
    assert seat.spans()[-1] == ("reçu", "weapon")


def test_a_key_without_selection_or_focus_arms_its_label(seat: Seat) -> None:
    seat.press("Escape", "5")
    seat.select("50\u00a0M€")
    assert seat.spans() == [("50\u00a0M€", "sum")]


def test_a_label_button_relabels_without_taking_the_focus_away(seat: Seat) -> None:
    seat.click("label_country")
    assert seat.spans() == [("Zelensky", "country")]
    assert QApplication.focusWidget() is seat.window.workbench.view
    assert armed(seat) == []


def test_label_buttons_count_the_marks(seat: Seat) -> None:
    assert seat.label("label_country").endswith("1")
    seat.press("2")
    assert seat.label("label_country").endswith("2")
    assert not seat.label("label_leader").endswith("1")
    seat.press("Ctrl+Z")
    assert seat.label("label_leader").endswith("1")


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["Alt+Right"], "Zelensky a"),
        (["Alt+Shift+Left"], "président Zelensky"),
        (["Alt+Right", "Alt+Left"], "Zelensky"),
        (["Alt+Shift+Left", "Alt+Shift+Right"], "Zelensky"),
    ],
)
def test_boundaries_move_by_words(seat: Seat, keys: list[str], left: str) -> None:
    seat.press(*keys)
    assert seat.spans() == [(left, "leader")]
    assert (seat.focused, seat.current_row) == (left, left)


def test_a_boundary_stops_before_a_neighbour_with_a_sentence(seat: Seat, errors_said: None) -> None:
    seat.press("Return")
    seat.select("a reçu")
    seat.press("1")
    seat.press("Alt+Shift+Left")
    assert ("a reçu", "leader") in seat.spans()
    assert "voisine" in seat.said


@pytest.mark.parametrize(
    ("text", "scan_code", "label"),
    [("&", 10, "leader"), ("é", 11, "country"), ('"', 12, "alliance"), ("'", 13, "weapon"), ("(", 14, "sum")],
)
@pytest.mark.skipif("sys.platform != 'linux'", reason="scan codes are those of X11")
def test_the_digit_row_counts_by_place(seat: Seat, text: str, scan_code: int, label: str) -> None:
    seat.select("chars")
    key = Qt.Key(ord(text.upper()))
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, scan_code, 0, 0, text)
    QApplication.sendEvent(seat.window.workbench.view, event)
    assert seat.spans() == [("chars", label)]


def test_a_digit_with_shift_counts_and_with_ctrl_does_not(seat: Seat) -> None:
    view = seat.window.workbench.view
    for modifier, text in (
        (Qt.KeyboardModifier.ControlModifier, "2"),
        (Qt.KeyboardModifier.AltModifier, "2"),
        (Qt.KeyboardModifier.ShiftModifier, "É"),
    ):
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, modifier, 11, 0, 0, text))
        assert seat.spans() == []
    shift = Qt.KeyboardModifier.ShiftModifier
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, shift, 11, 0, 0, "2"))
    assert seat.spans() == [("Zelensky", "country")]


def test_the_list_of_marks_leads_and_follows(seat: Seat) -> None:
    marks = seat.window.workbench.span_list
    seat.click_row(marks, 2)
    assert seat.focused == "OTAN"
    seat.press("Up")
    assert seat.focused == "Kiev"
    seat.press("2", "Return")  # keys of the article work in the list
    assert ("Kiev", "country") in seat.spans()
    seat.click_on("Zelensky")
    assert seat.current_row == "Zelensky"
    seat.press("Escape")
    assert seat.current_row is None


def test_the_list_says_why_and_in_words(seat: Seat) -> None:
    model = seat.window.workbench.span_list.model()
    assert "parce que" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("suggéré")
    assert model.index(0, 1).data(Qt.ItemDataRole.FontRole).italic()
    seat.press("Return")
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "accepté"
    assert model.index(0, 1).data(Qt.ItemDataRole.FontRole) is None
    accepted = model.index(0, 0).data()
    seat.click_row(seat.window.workbench.span_list, 0)
    seat.press("3")
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "modifié"
    assert model.index(0, 0).data() != accepted
    seat.press("Ctrl+Z")
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "accepté"
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) == "Passage"


def test_what_is_selected_or_focused_is_copied(seat: Seat) -> None:
    seat.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Zelensky"
    seat.select("50\u00a0M€")
    seat.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "50\u00a0M€"


def test_the_inspector_tells_of_the_focused_mark(seat: Seat) -> None:
    lines = seat.window.workbench.inspector.lines
    assert lines()["Étiquette"] == "dirigeant"
    assert "parce que" in lines()["Raison"]
    seat.press("Alt+Shift+Left")
    assert "«\u00a0Zelensky\u00a0»" in lines()["Proposé"]
    seat.select("50\u00a0M€")
    seat.press("5")
    assert lines()["Valeur"]
    seat.press("Escape")
    assert "Tab" in lines()


def test_a_random_walk_of_keys_leaves_lists_and_file_in_step(seat: Seat, errors_said: None) -> None:
    chance = random.Random(3)
    keys = ["1", "2", "5", "Return", "X", "A", "Tab", "Shift+Tab", ".", ",", "Alt+Right", "Alt+Left", "Escape"]
    keys += ["Ctrl+Z"] * 3 + ["Ctrl+Shift+Z"]
    for _ in range(150):
        seat.press(chance.choice(keys))
        shown = [row[1] for row in seat.listed if row[0] in "✓✎"]
        assert shown == [text for text, _ in seat.spans()]
        assert seat.current_row == seat.focused
        pending = sum(row[0][0] == "?" for row in seat.listed)
        assert f"({pending})" in seat.label("accept_all_button")
