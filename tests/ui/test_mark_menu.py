from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.reader import Heard, click, double_click, drag, place, sample_marks, shown, surface, word
from tests.ui.seat import Seat


def ask(view: object, at: QPoint) -> None:
    """Press the right button of the mouse at a point of the article."""
    port = view.viewport()  # type: ignore[attr-defined]
    QTest.mouseClick(port, Qt.MouseButton.RightButton, pos=at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, port.mapToGlobal(at))
    QApplication.sendEvent(port, event)
    QApplication.processEvents()


# What the article asks for


def test_the_right_button_focuses_the_mark_under_it_and_asks_for_the_menu(qtbot: QtBot) -> None:
    view = shown(qtbot)
    heard = Heard(view)
    at = place(view, "OTAN")
    ask(view, at)
    assert view.focused_mark() == sample_marks()[4]
    assert heard.menus == [view.viewport().mapToGlobal(at)]
    ask(view, place(view, "promis"))
    assert view.focused_mark() is None
    assert word(view) == "promis"
    assert heard.made == []


def test_over_a_selection_the_selection_stays(qtbot: QtBot) -> None:
    view = shown(qtbot)
    double_click(view, place(view, "mardi"))
    ask(view, place(view, "mardi"))
    assert surface(view) == "mardi"
    ask(view, place(view, "promis"))
    assert surface(view) is None


def test_beside_a_selection_of_several_lines_is_not_over_it(qtbot: QtBot) -> None:
    view = shown(qtbot)
    drag(view, place(view, "mardi"), place(view, "Les"))
    assert surface(view) == "mardi.\n\n« Les"
    before = place(view, "a promis")
    ask(view, before)
    assert surface(view) is None
    assert word(view) == "promis"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)],
    ids=["menu key", "Shift+F10"],
)
def test_keys_ask_at_what_one_attends_to(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    view = shown(qtbot)
    heard = Heard(view)
    port = view.viewport()
    view.focus_mark(("span", 5))
    QTest.keyClick(view, key, modifier)
    double_click(view, place(view, "mardi"))
    QTest.keyClick(view, key, modifier)
    click(view, place(view, "promis"))
    QTest.keyClick(view, key, modifier)
    places = [port.mapFromGlobal(each) for each in heard.menus]
    for at, words in zip(places, ("OTAN", "mardi", "promis"), strict=True):
        spot = place(view, words)
        assert abs(at.y() - spot.y()) < 30
        assert abs(at.x() - spot.x()) < 60


def test_the_system_s_own_word_of_the_key_asks_no_second_time(qtbot: QtBot) -> None:
    view = shown(qtbot)
    heard = Heard(view)
    at = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert heard.menus == []


# The menu itself


@pytest.fixture
def menus(seat: Seat) -> Iterator[Seat]:
    yield seat
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
        QApplication.processEvents()


def opened() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def shown_in(menu: QMenu) -> dict[str, QAction]:
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def ask_at(seat: Seat, words: str) -> QMenu:
    ask(seat.window.workbench.view, seat._place(words)[0])
    return opened()


def test_the_menu_of_a_suggestion_offers_its_label_and_what_to_decide(menus: Seat) -> None:
    menu = ask_at(menus, "Kiev")
    found = shown_in(menu)
    texts = list(found)
    assert texts[0] == "«\u00a0Kiev\u00a0»"
    assert texts[1:6] == ["dirigeant\t1", "pays\t2", "alliance\t3", "arme\t4", "somme\t5"]
    assert [text for text, action in found.items() if action.isChecked()] == ["pays\t2"]
    assert all(not found[text].icon().isNull() for text in texts[1:6])
    actions = menus.window.actions_
    for name in ("accept", "remove", "note", "everywhere_article", "everywhere_all", "add_to_lexicon", "split_token"):
        assert actions[name] in menu.actions()
    assert menu.accessibleName()
    assert menus.focused == "Kiev"
    assert menus.spans() == []


def test_choosing_a_label_applies_it(menus: Seat) -> None:
    menu = ask_at(menus, "Kiev")
    shown_in(menu)["alliance\t3"].trigger()
    menu.close()
    assert menus.spans() == [("Kiev", "alliance")]
    menu = ask_at(menus, "Kiev")
    assert menus.window.actions_["accept"] not in menu.actions()
    QTest.keyClick(menu, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()
    assert menus.spans() == [("Kiev", "leader")]
    assert QApplication.activePopupWidget() is None


def test_bare_words_can_be_labelled_and_taught_but_not_decided(menus: Seat) -> None:
    menu = ask_at(menus, "chars")
    actions = menus.window.actions_
    assert actions["remove"] not in menu.actions()
    assert actions["add_to_lexicon"] in menu.actions()
    shown_in(menu)["arme\t4"].trigger()
    assert menus.spans() == [("chars", "weapon")]


def test_a_selection_keeps_its_words(menus: Seat) -> None:
    menus.select("chars Leopard")
    menu = ask_at(menus, "chars Leopard")
    assert "«\u00a0chars Leopard\u00a0»" in shown_in(menu)


@pytest.mark.parametrize("keys", ["Menu", "Shift+F10"])
def test_the_menu_opens_by_keys_and_closes_by_escape(menus: Seat, keys: str) -> None:
    menus.press("Escape")
    assert QApplication.activePopupWidget() is None
    menus.click_on("Kiev")
    menus.press(keys)
    menu = opened()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
    assert menus.focused == "Kiev"


def test_an_edge_dragged_in_the_window_is_moved_in_the_file_and_undone_in_one_step(menus: Seat) -> None:
    view = menus.window.workbench.view
    menus.press("A")
    mark = next(mark for mark in menus.window.workbench.marks if mark.label == "country")
    rect = view.mark_rect(mark)
    assert rect is not None
    port, begin, end = view.viewport(), QPoint(rect.right() - 2, rect.center().y()), menus._place("chars")[1]
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(port, (begin + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert ("Kiev des chars", "country") in menus.spans()
    assert menus.focused == "Kiev des chars"
    menus.press("Ctrl+Z")
    assert ("Kiev", "country") in menus.spans()
