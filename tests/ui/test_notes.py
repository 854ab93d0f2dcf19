"""Notes on spans and articles, written in place, and the flag."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.seat import Seat


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)
    QApplication.processEvents()


def test_a_note_on_a_span_is_written_in_place_and_the_keyboard_goes_back(seat: Seat) -> None:
    seat.press("Return", "Shift+Tab", "N")
    write("axe x")  # letters that are keys of the window elsewhere
    seat.press("Return")
    assert [span.note for span in seat.annotation().spans] == ["axe x"]
    assert seat.annotation().note is None
    assert seat.window.workbench.inspector.lines()["Note"] == "axe x"
    assert QApplication.focusWidget() is seat.window.workbench.view
    seat.press("Ctrl+Z")
    assert [span.note for span in seat.annotation().spans] == [None]


def test_a_note_of_several_lines_can_be_changed_and_given_up(seat: Seat) -> None:
    seat.press("Shift+N")
    write("une")
    seat.press("Shift+Return")
    write("deux")
    seat.press("Return", "Shift+N")
    assert seat.annotation().note == "une\ndeux"
    write(" trois")
    seat.press("Escape")
    assert seat.annotation().note == "une\ndeux"
    assert seat.focused == "Zelensky"  # Escape ended the note alone
    seat.press("Shift+N", "Ctrl+A", "Delete", "Return")
    assert seat.annotation().note is None


def test_without_a_mark_the_note_is_the_articles(seat: Seat) -> None:
    seat.press("Escape", "N")
    write("relire")
    seat.press("Return")
    assert seat.annotation().note == "relire"
    assert seat.window.workbench.inspector.lines()["Note"] == "relire"


def test_a_note_on_a_suggestion_accepts_it_and_its_letters_are_no_keys(seat: Seat) -> None:
    seat.press("N")
    assert "acceptée" in seat.said
    write("remarque")
    seat.press("Return")
    assert seat.spans() == [("Zelensky", "leader")]
    assert [span.note for span in seat.annotation().spans] == ["remarque"]
    seat.press("Ctrl+Z", "Ctrl+Z")
    assert seat.spans() == []


def test_going_elsewhere_keeps_the_note_with_its_article(seat: Seat) -> None:
    seat.press("Shift+N")
    write("relire")
    seat.click_on("Leopard")
    assert seat.annotation().note == "relire"
    seat.press("Shift+N")
    write(" demain")
    seat.trigger("next_article")
    QApplication.processEvents()
    assert seat.annotation(1).note == "relire demain"
    assert seat.annotation(2).note is None


def test_a_note_not_ended_is_kept_when_the_window_is_closed(seat: Seat) -> None:
    seat.press("Shift+N")
    write("relire")
    seat.window.close()
    assert seat.annotation().note == "relire"


def test_the_flag_is_put_and_taken_away(seat: Seat) -> None:
    seat.press("Escape", "F")
    assert seat.annotation().flagged
    assert "signalé" in seat.window.workbench.inspector.lines()["Drapeau"]
    seat.press("F")
    assert not seat.annotation().flagged
    assert "Drapeau" not in seat.window.workbench.inspector.lines()
    seat.press("Ctrl+Z")
    assert seat.annotation().flagged


def test_the_link_under_the_lines_writes_too(seat: Seat) -> None:
    seat.press("Return", "Shift+Tab")
    seat.click("write_note")
    write("vu")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [span.note for span in seat.annotation().spans] == ["vu"]


def test_a_note_that_the_file_does_not_take_is_there_again_when_it_is_gone_back_to(
    seat: Seat, errors_said: None
) -> None:
    seat.press("Shift+N")
    write("relire")
    elsewhere = seat.path.with_name("ailleurs")
    beside = list(seat.path.parent.glob(f"{seat.path.name}*"))
    elsewhere.mkdir()
    for each in beside:
        each.rename(elsewhere / each.name)
    seat.press("Return")
    assert "n'est plus là" in seat.said
    for each in beside:
        (elsewhere / each.name).rename(each)
    assert seat.annotation().note is None
    seat.press("Shift+N", "Return")
    assert seat.annotation().note == "relire"
    seat.press("Shift+N", "Ctrl+A", "Delete", "Return", "Shift+N", "Return")
    assert seat.annotation().note is None
