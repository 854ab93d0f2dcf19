"""Settling through the window, with keys and the mouse: what is decided is in the file, and what is shown is so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Status
from annotator.core.settlement import Choice
from annotator.ui.settling.bulk_dialog import BulkDialog
from annotator.ui.settling.page import SettlingPage
from annotator.ui.settling.places import letter_of
from tests.ui import usable
from tests.ui.seat import Seat
from tests.ui.settler import ADA, BEN, Settler, seated, sit


def test_each_difference_is_stepped_through_by_key_and_settled(settler: Settler) -> None:
    settler.settle()
    assert settler.rows == [
        "Le président Zelensky a reçu à Kiev des chars Leopard 2 allemands et 50 M€ de l’OTAN. : 3 points à départager",
        "A😀 La Suède a rejoint l’OTAN, dit Ulf Kristersson. : 2 points à départager",
        "L’Estonie achète des obusiers K9. : 2 accords à accepter",
    ]
    assert settler.passage == "président Zelensky"
    assert settler.shown("section") == "Point 1 sur 3"
    settler.press("B")
    assert settler.passage == "chars Leopard 2 allemands"
    settler.press("A")
    assert settler.passage == "OTAN"
    settler.press("N")
    assert settler.settled() == [("Zelensky", "leader"), ("Leopard 2 allemands", "weapon")]
    assert [each.choice for each in settler.layer().settled] == [Choice.TAKEN, Choice.TAKEN, Choice.NEITHER]
    assert settler.passage == "Tout est réglé dans cet article."
    assert settler.layer().status is Status.IN_PROGRESS


def test_enter_accepts_what_all_agree_on_finishes_and_goes_on(settler: Settler) -> None:
    settler.settle()
    settler.press("A", "A", "A", "Return")
    assert settler.layer().status is Status.FINISHED
    assert settler.settled() == [
        ("président Zelensky", "leader"),
        ("Kiev", "country"),
        ("Leopard 2 allemands", "weapon"),
    ]
    assert settler.passage == "OTAN"
    settler.press("A", "Left", "Return")
    assert settler.settled(2) == [("Suède", "country"), ("OTAN", "alliance"), ("Ulf Kristersson", "leader")]
    settler.press("Return")
    assert settler.layer(3).status is Status.FINISHED
    assert "Tout est réglé" in settler.said
    assert all("terminé" in row for row in settler.rows)


def test_enter_does_not_finish_what_is_open(settler: Settler) -> None:
    settler.settle()
    settler.press("A", "Return")
    assert settler.layer().status is Status.IN_PROGRESS
    assert "Il reste des points" in settler.said
    assert settler.passage == "chars Leopard 2 allemands"


def test_another_version_is_drawn_by_keys(settler: Settler) -> None:
    settler.settle()
    settler.press("J", "D", "Right", "Shift+Right", "4")
    assert settler.settled() == [("Leopard 2", "weapon")]
    assert settler.layer().settled[0].choice is Choice.DRAWN
    assert settler.passage == "OTAN"


def test_another_version_is_drawn_with_the_mouse(settler: Settler) -> None:
    page = settler.settle()
    port = page.view.viewport()
    start, end = settler.place_of("50"), settler.place_of("M€")
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    settler.click("draw_sum")
    assert settler.settled() == [("50 M€", "sum")]


def test_escape_gives_up_drawing(settler: Settler) -> None:
    settler.settle()
    settler.press("D", "Shift+Right", "Escape", "4")
    assert settler.settled() == []
    settler.press("A")
    assert settler.settled() == [("président Zelensky", "leader")]


def test_a_reason_is_written_before_or_after_and_shown_with_who_decided(settler: Settler) -> None:
    settler.settle()
    settler.press("R")
    QTest.keyClicks(QApplication.focusWidget(), "le titre en fait partie")
    settler.press("Return", "A")
    assert settler.layer().settled[0].reason == "le titre en fait partie"
    settler.press("K")
    assert settler.passage == "président Zelensky"
    assert settler.shown("settled_words") == "Réglé par Ada : d'après Ben."
    assert settler.panel.reason.text() == "le titre en fait partie"
    settler.press("R", "Ctrl+A")
    QTest.keyClicks(QApplication.focusWidget(), "consigne 3")
    settler.press("Return")
    assert settler.layer().settled[0].reason == "consigne 3"
    assert settler.page.view.hasFocus()


def test_the_reason_of_one_place_is_not_that_of_the_next(settler: Settler) -> None:
    settler.settle()
    settler.press("R")
    QTest.keyClicks(QApplication.focusWidget(), "oui")
    settler.press("Return", "A", "A")
    assert [each.reason for each in settler.layer().settled] == ["oui", None]


def test_what_is_settled_can_be_settled_otherwise_or_opened_again(settler: Settler) -> None:
    settler.settle()
    settler.press("A", "K", "B")
    assert settler.settled() == [("Zelensky", "leader")]
    settler.press("K", "X")
    assert settler.settled() == []
    assert settler.layer().settled == ()
    assert settler.passage == "président Zelensky"


def test_undo_takes_back_step_by_step_and_leads_to_where_it_was(settler: Settler) -> None:
    settler.settle()
    settler.press("A", "A", "A", "Return")
    assert settler.passage == "OTAN"
    settler.press("Ctrl+Z")
    assert settler.layer().status is Status.IN_PROGRESS
    assert settler.page.findChild(QLabel, "settling_title").text().startswith("Le président")
    settler.press("Ctrl+Z")
    assert settler.passage == "OTAN"
    assert settler.shown("section") == "Point 3 sur 3"
    settler.press("Ctrl+Z", "Ctrl+Z")
    assert settler.settled() == []
    assert settler.passage == "président Zelensky"
    settler.press("Ctrl+Shift+Z")
    assert settler.settled() == [("président Zelensky", "leader")]
    assert settler.page.isVisible()


def test_a_click_turns_to_a_place_and_the_buttons_do_what_the_keys_do(settler: Settler) -> None:
    page = settler.settle()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=settler.place_of("OTAN"))
    assert settler.passage == "OTAN"
    settler.click("take_2")
    assert settler.settled() == [("OTAN", "alliance")]
    assert settler.passage == "président Zelensky"
    settler.click("take_neither")
    assert [each.choice for each in settler.layer().settled] == [Choice.NEITHER, Choice.TAKEN]


def test_agreement_is_accepted_in_one_step_by_a_rule_that_tells_what_it_does(settler: Settler, qtbot: QtBot) -> None:
    page = settler.settle()
    page.bulk.click()
    dialog = settler.window.findChild(BulkDialog)
    qtbot.waitUntil(lambda: "sera" in dialog.effect() or "seront" in dialog.effect())
    assert dialog.effect().startswith("4 points seront réglés dans 3 articles.")
    dialog.overlap.click()
    dialog.share.setValue(40)
    dialog.extent.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.effect().startswith("5 points"))
    dialog.findChild(type(page.bulk), "primary").click()
    assert settler.settled() == [("président Zelensky", "leader"), ("Kiev", "country")]
    assert "5 points réglés dans 3 articles" in settler.said
    settler.press("Ctrl+Z")
    assert settler.settled() == settler.settled(2) == settler.settled(3) == []


def test_the_version_of_any_of_three_is_taken_by_its_number(three: Settler) -> None:
    three.settle()
    assert three.passage == "président Zelensky"
    three.press("3", "1", "2", "3")
    assert three.settled() == [
        ("Zelensky", "leader"),
        ("Kiev", "country"),
        ("Leopard 2 allemands", "weapon"),
        ("OTAN", "alliance"),
    ]
    assert [letter_of(lane, 3) for lane in range(3)] == ["1", "2", "3"]


def test_without_two_people_the_page_says_what_to_do(seat: Seat) -> None:
    seat.press("Shift+F8")
    page = seat.window.findChild(SettlingPage)
    assert page.findChild(QLabel, "empty_title").text() == "Il n'y a personne à départager."
    assert "fusionnez" in page.findChild(QLabel, "empty_words").text()


def test_without_a_shared_article_the_page_says_what_to_do(
    qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None
) -> None:
    for settler in seated(sit(tmp_path / "guerre.annot", ("Ben", BEN[:1]), ("Zoé", ADA[1:]))):
        page = settler.settle()
        assert "terminé par deux personnes" in page.findChild(QLabel, "empty_title").text()


def test_the_list_of_the_window_gives_way_and_comes_back(settler: Settler) -> None:
    settler.settle()
    assert not settler.window.articles.isVisible()
    settler.press("F8")
    assert settler.window.articles.isVisible()
    assert not settler.page.isVisible()
    settler.press("Shift+F8")
    assert settler.page.isVisible()
    settler.press("Shift+F8")
    assert settler.window.workbench.isVisible()


def test_the_keys_go_round_the_three_columns(settler: Settler) -> None:
    page = settler.settle()
    settler.press("F6")
    assert page.panel.isAncestorOf(QApplication.focusWidget())
    settler.press("F6")
    assert page.articles.hasFocus()
    settler.press("Down", "Return")
    assert page.view.hasFocus()
    assert settler.passage == "OTAN"
    assert settler.shown("section") == "Point 1 sur 2"


def test_nothing_on_the_page_is_nameless_or_cut_off(settler: Settler) -> None:
    QAccessible.setActive(True)
    try:
        page = settler.settle()
        assert usable.unnamed(page) == []
        assert usable.cut_off(page) == []
        settler.press("D", "Shift+Right")
        assert usable.unnamed(page) == []
    finally:
        QAccessible.setActive(False)
