"""The list of what was treated in more than one way, worked off by keys in the real window."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from annotator.app.consistency import Consistency
from annotator.app.session import Session
from annotator.ui import file_dialogs
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


def opened(seat: Seat) -> ConsistencyScreen:
    seat.trigger("statistics")
    seat.window.statistics.page.show_screen("consistency")
    QApplication.processEvents()
    screen = seat.window.statistics.page.screen_shown
    assert isinstance(screen, ConsistencyScreen)
    return screen


def shown(seat: Seat) -> ConsistencyScreen:
    Consistency(session(seat).project, session(seat).annotator).refresh()  # as the background does it
    screen = opened(seat)
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


def test_somebody_elses_work_is_shown_and_not_changed(seat: Seat) -> None:
    ben = Session(session(seat).project, session(seat).project.add_annotator("Ben"))
    for number in range(2):
        give(ben, f"Paris se tait, {number}e jour.", ("Paris", "country"))
    slip = give(ben, "Hier, Paris a parlé.", ("Paris", "leader"))
    screen = shown(seat)
    assert rows(screen) == []
    whose = seat.window.statistics.page.whose
    whose.setCurrentIndex(whose.findText("Ben"))
    whose.activated.emit(whose.currentIndex())
    Consistency(ben.project, ben.annotator).refresh()
    screen.renew()
    assert rows(screen) == ["Paris : pays\u00a02  ·  dirigeant\u00a01"]
    assert [button.isEnabled() for button in details(screen).findChildren(ChoiceButton)] == [False, False, True]
    assert "seul cet annotateur peut le corriger" in words(screen)
    work(screen).setFocus()
    seat.press("1", "Shift+1")
    assert "seul cet annotateur peut le corriger" in seat.window.messages.words()
    assert [span.label for span in ben.project.annotation(slip, ben.annotator).spans] == ["leader"]


def test_other_edges_are_moved_by_a_digit(seat: Seat) -> None:
    for number in range(2):
        give(session(seat), f"Le président Macron arrive, jour {number}.", ("président Macron", "leader"))
    short = give(session(seat), "Puis le président Macron repart.", ("Macron", "leader"))
    screen = shown(seat)
    assert rows(screen) == [
        "président Macron : dirigeant : président Macron\u00a02  ·  dirigeant : Macron\u00a01",
    ]
    seat.press("1")
    assert spans(seat, short) == [(8, 24, "leader")]
    assert rows(screen) == []


def test_of_the_same_text_the_spans_of_the_right_one_are_taken(seat: Seat) -> None:
    text = "La Pologne a livré hier des chars Leopard 2 à ses voisins, dit un porte-parole de son armée à Varsovie."
    right = give(session(seat), text, ("Pologne", "country"), ("Leopard 2", "weapon"))
    wrong = give(session(seat), text.replace(" hier", "\nhier"), ("Pologne", "country"), ("Varsovie", "country"))
    screen = shown(seat)
    box(screen, "Étiqueté ici").click()
    assert [said(work(screen), row, 1) for row in range(work(screen).rowCount())] == ["même texte, autres annotations"]
    treated = [said(details(screen).places, row, 3) for row in range(details(screen).places.rowCount())]
    assert sorted(treated) == ["arme", "non annoté", "non annoté", "pays"]
    work(screen).setFocus()
    seat.press("Shift+1")
    assert spans(seat, wrong) == spans(seat, right) == [(3, 10, "country"), (34, 43, "weapon")]
    assert "Rien de ce qui est choisi" in words(screen) or "Tout est cohérent" in words(screen)
    seat.press("Ctrl+Z")
    assert spans(seat, wrong) != spans(seat, right)


def test_in_a_narrow_window_the_treatments_and_the_words_around_a_place_keep_their_room(seat: Seat) -> None:
    give_paris(seat)
    screen = shown(seat)
    seat.window.resize(900, 700)
    QApplication.processEvents()
    list_, places = work(screen), details(screen).places
    assert list_.columnViewportPosition(2) < list_.viewport().width() - 80
    assert places.isColumnHidden(4)
    assert min(places.columnWidth(0), places.columnWidth(2)) > 60
    seat.window.resize(1400, 700)
    QApplication.processEvents()
    assert not places.isColumnHidden(4)


# Taking back


def test_what_was_left_alone_is_taken_back_at_once_one_after_the_other(seat: Seat) -> None:
    give_paris(seat)
    give_kiev(seat)
    screen = shown(seat)
    seat.press("I", "I")
    assert rows(screen) == []
    assert focused_words() == "Reprendre «\u00a0Kiev\u00a0» (Maj+I)"
    seat.press("Space")
    assert [row.split(" ")[0] for row in rows(screen)] == ["Kiev"]
    assert work(screen).hasFocus()
    seat.press("Shift+I")
    assert [row.split(" ")[0] for row in rows(screen)] == ["Paris", "Kiev"]
    assert work(screen).currentRow() == 0
    seat.press("Shift+I")
    assert len(rows(screen)) == 2


def test_what_was_taken_up_again_can_be_left_again(seat: Seat) -> None:
    give_paris(seat)
    screen = shown(seat)
    seat.press("I")
    box(screen, "Laissées ainsi").click()
    work(screen).setFocus()
    seat.press("I")
    assert rows(screen) == []
    assert focused_words() == "Laisser «\u00a0Paris\u00a0» ainsi (Maj+I)"
    seat.press("Space")
    assert len(rows(screen)) == 1


def focused_words() -> str:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    return focused.text()


# All of it


def test_all_places_can_be_seen_a_thousand_more_at_a_time(seat: Seat) -> None:
    give(session(seat), "Kiev attend.", ("Kiev", "country"))
    give(session(seat), "Kiev, " * 250 + "dort.")
    screen = shown(seat)
    places = details(screen).places
    assert places.rowCount() == 200
    assert details(screen).head.text() == "Kiev : 251 endroits (200 montrés)"
    assert details(screen).more.text() == "En montrer 51 de plus"
    details(screen).more.click()
    assert places.rowCount() == 251
    assert (places.currentRow(), places.hasFocus()) == (200, True)
    assert details(screen).head.text() == "Kiev : 251 endroits"
    assert not details(screen).more.isVisible()


def test_both_lists_can_be_copied_and_saved_whole(seat: Seat, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    give(session(seat), "Kiev attend\nla nuit.", ("Kiev", "country"))
    give(session(seat), "Kiev, " * 250 + "dort.")
    screen = shown(seat)
    found, places = (link(screen, f"Copier : {name}") for name in ("Incohérences", "Endroits"))
    found.click()
    assert QApplication.clipboard().text().split("\n") == [
        "Forme\tCe qui diffère\tTraitement\tMots\tEndroits",
        "Kiev\tétiqueté ici, nu ailleurs\tnon annoté\tKiev\t250",
        "Kiev\tétiqueté ici, nu ailleurs\tpays\tKiev\t1",
    ]
    places.click()
    lines = QApplication.clipboard().text().split("\n")
    assert len(lines) == 252
    assert lines[1] == "\tKiev\tattend la nuit.\tpays\tKiev attend"
    monkeypatch.setattr(file_dialogs, "export_target", lambda _parent, proposed, **_: tmp_path / proposed.name)
    link(screen, "CSV : Endroits").click()
    with (tmp_path / "Endroits.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == 252


def link(screen: ConsistencyScreen, says: str) -> QPushButton:
    return next(each for each in screen.findChildren(QPushButton) if each.accessibleName() == says)
