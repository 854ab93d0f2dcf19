from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.ui.statistics.bar_chart import Bar, BarChart
from annotator.ui.theme import DARK, LIGHT, Theme, palette_of
from tests.ui.seat import Seat

BARS = (Bar("pays", 40, "#fff200"), Bar("dirigeant", 10, "#101010"), Bar("somme", 0, "#5ab4e8"))


@pytest.fixture
def chart(qtbot: QtBot) -> BarChart:
    made = BarChart("Annotations", BARS)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def test_bars_are_to_one_scale_and_nothing_has_none(chart: BarChart) -> None:
    first, second, none = chart.bar_rects()
    assert first.width() == pytest.approx(4 * second.width())
    assert none.width() == 0
    assert first.left() == second.left()


def test_bars_leave_room_for_names_and_numbers_where_it_is_narrow(chart: BarChart) -> None:
    chart.resize(chart.minimumSizeHint())
    longest = max(rect.right() for rect in chart.bar_rects())
    assert longest + chart.fontMetrics().horizontalAdvance("40") < chart.width()


def test_it_is_told_to_those_who_listen(chart: BarChart) -> None:
    assert chart.accessibleDescription() == "pays : 40, dirigeant : 10, somme : 0"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_bars_are_seen_in_every_theme(chart: BarChart, theme: Theme) -> None:
    chart.setPalette(palette_of(theme))
    chart.setAutoFillBackground(True)
    picture = chart.grab().toImage()
    for rect in chart.bar_rects()[:2]:
        colour = picture.pixelColor(rect.center().toPoint())
        assert abs(colour.lightness() - QColor(theme.paper).lightness()) > 40


def test_the_page_of_numbers_has_the_chart_and_without_spans_a_word(seat: Seat) -> None:
    seat.press("F8")
    assert seat.window.statistics.findChild(BarChart) is None
    seat.press("F8", "A", "F8")
    described = seat.window.statistics.findChild(BarChart).accessibleDescription()
    assert described == "dirigeant : 1, pays : 1, alliance : 1, arme : 0, somme : 0"
