"""Going from pane to pane by keys, whatever is shown."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.seat import Seat


def way(seat: Seat, key: str, times: int) -> list[str]:
    """Press a key and return where it leads each time."""
    found = []
    for _ in range(times):
        seat.press(key)
        found.append(QApplication.focusWidget().objectName())
    return found


def test_one_key_leads_round_the_window_and_another_back(seat: Seat) -> None:
    seat.window.workbench.view.setFocus()
    assert way(seat, "F6", 4) == ["span_list", "inspector_area", "article_table", "article_view"]
    assert way(seat, "Shift+F6", 4) == ["article_table", "inspector_area", "span_list", "article_view"]


def test_from_within_a_pane_it_leads_to_the_next(seat: Seat) -> None:
    seat.press("Ctrl+F")
    assert way(seat, "F6", 1) == ["article_view"]
    seat.press("Ctrl+F")
    assert way(seat, "Shift+F6", 1) == ["inspector_area"]


def test_the_history_is_among_them_while_it_is_there(seat: Seat) -> None:
    seat.trigger("accept")
    seat.press("F7")
    assert way(seat, "F6", 2) == ["article_table", "article_view"]
    assert way(seat, "Shift+F6", 2) == ["article_table", "history_list"]
    seat.press("F7")
    assert way(seat, "Shift+F6", 1) == ["article_table"]


def test_other_pages_are_panes_as_well(seat: Seat) -> None:
    seat.press("F8")
    assert way(seat, "F6", 1) == ["article_table"]
    seat.press("F6")
    assert QApplication.focusWidget() is seat.window.statistics.page.list


def test_where_nothing_is_listed_the_search_is_the_way_in(seat: Seat) -> None:
    seat.press("Ctrl+F", "q", "q", "q", "Return", "Escape")
    assert way(seat, "Shift+F6", 1) == ["article_search"]


def test_a_frame_shows_which_pane_has_the_keys(seat: Seat) -> None:
    seat.trigger("accept")
    seat.press("F7")
    framed = {}
    for _ in range(5):
        seat.press("F6")
        pane = QApplication.focusWidget()
        if pane is not seat.window.workbench.view:  # there the text cursor does
            others = [each for each in framed if framed[each][0] is not pane]
            framed[pane.objectName()] = pane, edge_of(pane)
            assert edge_of(pane) == pane.palette().color(QPalette.ColorRole.Highlight).name()
            assert all(edge_of(framed[each][0]) != framed[each][1] for each in others)
    assert sorted(framed) == ["article_table", "history_list", "inspector_area", "span_list"]


def edge_of(pane: QWidget) -> str:
    return pane.grab().toImage().pixelColor(0, pane.height() // 2).name()
