"""Telling those who hear the screen instead of seeing it what just happened."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(about: QObject, words: str, *, urgent: bool = False) -> None:
    """Have assistive technology say ``words`` about an object when it has said what it is saying, or at once.

    Nothing happens, and nothing is made, where no assistive technology is at work.
    """
    if QAccessible.isActive() and words:
        event = QAccessibleAnnouncementEvent(about, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
