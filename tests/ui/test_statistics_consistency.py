"""The list of what was treated in more than one way, worked off by keys in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from annotator.app.consistency import Consistency
from annotator.app.session import Session
from annotator.ui.settling.choice_button import ChoiceButton
from annotator.ui.statistics.consistency import ConsistencyScreen
from annotator.ui.statistics.consistency_details import Details
from annotator.ui.statistics.consistency_tables import WorkTable
from tests.app.test_consistency import give
from tests.ui.seat import Seat


def session(seat: Seat) -> Session:
    made = seat.window.statistics._session
    assert made is not None
    return made


def give_paris(seat: Seat) -> int:
    """Let Paris be a country three times and a leader once; return the article of the slip."""
    for number in range(3):
        give(session(seat), f"Paris se tait, {number}e jour.", ("Paris", "country"))
    return give(session(seat), "Hier, Paris a parlé.", ("Paris", "leader"))


def give_kiev(seat: Seat) -> int:
    for number in range(2):
        give(session(seat), f"Kiev attend la nuit numéro {number}.", ("Kiev", "country"))
    return give(session(seat), "On dit que Kiev dort.")


def shown(seat: Seat) -> ConsistencyScreen:
    Consistency(session(seat).project, session(seat).annotator).refresh()  # as the background does it
    seat.trigger("statistics")
    seat.window.statistics.page.show_screen("consistency")
    QApplication.processEvents()
    screen = seat.window.statistics.page.screen_shown
    assert isinstance(screen, ConsistencyScreen)
    if screen.work is not None:
        screen.work.setFocus()
    return screen


def rows(screen: ConsistencyScreen) -> list[str]:
    found = screen.work
    return (
        [] if found is None else [f"{said(found, row, 0)} : {said(found, row, 2)}" for row in range(found.rowCount())]
    )


def said(table: WorkTable, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def details(screen: ConsistencyScreen) -> Details:
    assert screen.details is not None
    return screen.details


def work(screen: ConsistencyScreen) -> WorkTable:
    assert screen.work is not None
    return screen.work


def spans(seat: Seat, article: int) -> list[tuple[int, int, str]]:
    mine = session(seat)
    return [(each.start, each.end, each.label) for each in mine.project.annotation(article, mine.annotator).spans]


def box(screen: ConsistencyScreen, begins: str) -> QCheckBox:
    return next(each for each in screen.findChildren(QCheckBox) if each.text().startswith(begins))


def words(screen: ConsistencyScreen) -> str:
    page = screen.widget()
    assert page is not None
    return "\n".join(each.text() for each in page.findChildren(QLabel))


def test_before_anything_is_annotated_it_says_so(seat: Seat) -> None:
    assert "Rien n'est encore annoté" in words(shown(seat))


def test_where_all_is_consistent_it_says_so(seat: Seat) -> None:
    give(session(seat), "Paris se tait.", ("Paris", "country"))
    assert "Tout est cohérent" in words(shown(seat))


def test_a_slip_is_shown_with_its_counts_and_its_places_the_rarest_first(seat: Seat) -> None:
    slip = give_paris(seat)
    screen = shown(seat)
    assert rows(screen) == ["Paris : pays\u00a03  ·  dirigeant\u00a01"]
    places = details(screen).places
    assert [said(places, row, 3) for row in range(4)] == ["dirigeant", "pays", "pays", "pays"]
    place = details(screen).place
    assert place is not None
    assert place.article == slip


def test_a_digit_corrects_the_place_and_the_next_is_chosen_and_it_can_be_undone(seat: Seat) -> None:
    slip, bare = give_paris(seat), give_kiev(seat)
    screen = shown(seat)
    assert [row.split(" ")[0] for row in rows(screen)] == ["Paris", "Kiev"]
    seat.press("1")
    assert spans(seat, slip) == [(6, 11, "country")]
    assert rows(screen) == ["Kiev : pays\u00a02  ·  non annoté\u00a01"]
    assert work(screen).hasFocus()
    seat.press("1")
    assert spans(seat, bare) == [(11, 15, "country")]
    assert "Tout est cohérent" in words(screen)
    seat.press("Ctrl+Z", "Ctrl+Z")
    QTest.qWait(400)
    assert spans(seat, slip) == [(6, 11, "leader")]
    assert len(rows(screen)) == 2


def test_shift_and_a_digit_correct_all_places_of_the_minority(seat: Seat) -> None:
    slips = [give_paris(seat), give(session(seat), "Demain, Paris parlera.", ("Paris", "leader"))]
    screen = shown(seat)
    seat.press("Shift+1")
    assert [spans(seat, slip)[0][2] for slip in slips] == ["country", "country"]
    assert rows(screen) == []


def test_one_of_two_places_is_corrected_and_the_other_is_next(seat: Seat) -> None:
    first = give_paris(seat)
    second = give(session(seat), "Demain, Paris parlera.", ("Paris", "leader"))
    screen = shown(seat)
    seat.press("1")
    assert spans(seat, first)[0][2] == "country"
    place = details(screen).place
    assert place is not None
    assert place.article == second


def test_a_digit_without_a_way_changes_nothing(seat: Seat) -> None:
    slip = give_paris(seat)
    shown(seat)
    seat.press("5")
    assert spans(seat, slip)[0][2] == "leader"


def test_what_is_left_alone_goes_and_can_be_taken_up_again(seat: Seat) -> None:
    give_paris(seat)
    screen = shown(seat)
    seat.press("I")
    assert rows(screen) == []
    box(screen, "Laissées ainsi").click()
    assert len(rows(screen)) == 1
    work(screen).setFocus()
    seat.press("I")
    assert rows(screen) == []
    box(screen, "Laissées ainsi").click()
    assert len(rows(screen)) == 1


def test_return_opens_the_place_in_its_article(seat: Seat) -> None:
    slip = give_paris(seat)
    shown(seat)
    seat.press("Return")
    opened = session(seat).article
    assert opened is not None
    assert opened.id == slip


def test_kinds_can_be_left_out(seat: Seat) -> None:
    give_paris(seat)
    give_kiev(seat)
    screen = shown(seat)
    box(screen, "Plusieurs étiquettes").click()
    assert [row.split(" ")[0] for row in rows(screen)] == ["Kiev"]


@pytest.mark.parametrize("shift", [False, True])
def test_the_mouse_corrects_too(seat: Seat, shift: bool) -> None:
    slip = give_paris(seat)
    screen = shown(seat)
    button = details(screen).findChildren(ChoiceButton)[0]
    assert "pays" in button.accessibleName()
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, held)
    QApplication.processEvents()
    assert spans(seat, slip)[0][2] == "country"
