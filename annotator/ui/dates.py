"""Days and moments as the language of the window writes them."""

from __future__ import annotations

import datetime as days
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

from annotator.ui.language import locale


def as_qt(day: days.date) -> QDate:
    """Return a day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def date_words(date: str | None) -> str:
    """Write a date of ISO 8601 as the window's language does; one that is not a day stands as it is."""
    if not date:
        return ""
    day = QDate.fromString(date[:10], "yyyy-MM-dd")
    return locale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else date


def clock_words(at: datetime) -> str:
    """Write hours and minutes."""
    return locale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def moment_words(at: str) -> str:
    """Write when something was, ISO 8601 with its zone: the time where it was today, the day before it where not."""
    when, now = datetime.fromisoformat(at).astimezone(), datetime.now().astimezone()
    if when.date() == now.date():
        return clock_words(when)
    day = QDate(when.year, when.month, when.day)
    written = locale().toString(day, "d MMM" if when.year == now.year else "d MMM yyyy")
    return f"{written}, {clock_words(when)}"
