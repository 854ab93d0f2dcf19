"""Times, rates and days as the screen of progress writes them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from annotator.ui.dates import as_qt
from annotator.ui.language import language, locale
from annotator.ui.statistics.tables import Cell
from annotator.ui.wording import number_words

if TYPE_CHECKING:
    from annotator.ui.statistics.tables import Given


def long_date(day: date) -> str:
    """Write a day with the name of its month; French counts the first one."""
    first = language() == "fr" and day.day == 1
    return locale().toString(as_qt(day), "d'er' MMMM yyyy" if first else "d MMMM yyyy")


def time_words(time: timedelta) -> str:
    """Write a time of work: minutes below an hour, tenths of hours below a hundred, whole hours above."""
    minutes = round(time.total_seconds() / 60)
    if time and not minutes:
        return "<\u00a01\u00a0min"
    if minutes < 60:
        return f"{number_words(minutes)}\u00a0min"
    hours = time.total_seconds() / 3600
    return f"{locale().toString(hours, 'f', 1 if hours < 100 else 0)}\u00a0h"


def time_cell(time: timedelta) -> Cell:
    """Return a cell for a time of work; its file says hours."""
    return Cell(time_words(time), time.total_seconds() / 3600)


def rate_words(rate: float) -> str:
    """Write how much is done in an hour."""
    return locale().toString(rate, "f", 1 if rate < 100 else 0)


def rate_cell(rate: float | None) -> Given:
    """Return a cell for how much is done in an hour, or that it has no value."""
    return None if rate is None else Cell(rate_words(rate), rate)
