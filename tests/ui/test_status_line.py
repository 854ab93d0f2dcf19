"""The status line: everything on it fits at every width, and says what it means."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.app.pace import Pace
from annotator.ui.status_line.line import StatusLine
from tests.ui.seat import Seat


def _full(line: StatusLine) -> None:
    line.show_saved(datetime(2022, 2, 24, 14, 2, 33, 123000), "2 340 suggestions acceptées")
    line.show_place(17, 240, pending=123)
    line.show_pace(Pace(1370, timedelta(hours=3, minutes=5)))
    line.show_count(12, 100_000)
    line.show_work("Suggestions", 1200, 10_000)


def _shown(line: StatusLine) -> dict[str, str]:
    return {each.objectName(): each.text() for each in line.findChildren(QLabel) if each.isVisible()}


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    made.resize(1800, made.sizeHint().height())
    made.show()
    return made


def test_with_room_it_says_everything(line: StatusLine) -> None:
    _full(line)
    shown = _shown(line)
    assert shown["saved"] == "✓ Enregistré à 14:02:33,123 · 2 340 suggestions acceptées"
    assert shown["place"] == "17/240 · 123 à décider"
    assert shown["pace"].endswith("annotations · 444/h")
    assert shown["count"].endswith("articles terminés")


@pytest.mark.parametrize("width", range(560, 1800, 60))
def test_nothing_is_cut_off_at_any_width(line: StatusLine, width: int) -> None:
    _full(line)
    line.resize(width, line.height())
    QApplication.processEvents()
    for label in line.findChildren(QLabel):
        if label.isVisible():
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width(), label.objectName()
    right = max(each.geometry().right() for each in line.findChildren(QWidget) if each.isVisible())
    assert right <= width
    assert {"saved", "work", "place"} <= set(_shown(line))


def test_what_is_shortened_is_told_in_full_to_those_who_listen(line: StatusLine) -> None:
    _full(line)
    line.resize(600, line.height())
    labels = {each.objectName(): each for each in line.findChildren(QLabel)}
    assert labels["place"].accessibleName() == "17/240 · 123 à décider"
    assert all(labels[name].toolTip() for name in ("saved", "place", "pace", "count"))
    assert "3 h 05" in labels["pace"].toolTip()
    assert line.saved_words().startswith("✓ Enregistré à 14:02:33,123")


def test_a_new_day_and_a_closed_project_say_nothing(line: StatusLine) -> None:
    _full(line)
    line.show_pace(Pace())
    assert "pace" not in _shown(line)
    line.clear()
    line.show_work("")
    assert _shown(line) == {}


def test_the_pace_of_today_follows_the_work(seat: Seat, qtbot: QtBot) -> None:
    seat.press("Return", "Return")
    qtbot.waitUntil(lambda: seat.label("pace").startswith("2 annotations"), timeout=5000)
    seat.press("Ctrl+Z")
    qtbot.waitUntil(lambda: seat.label("pace").startswith("1 annotation"), timeout=5000)
