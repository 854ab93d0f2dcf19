"""A widget to paint on, for what scrolls."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget


def sheet(parent: QWidget) -> QWidget:
    """Return a viewport for a scroll area to be given, in the place of the one that Qt makes.

    Asked for Qt's own, PySide6 would look for what it is among all kinds of widgets there are, and for that make every
    one of them known to Python: a tenth of the time until the window is there.
    """
    made = QWidget(parent)
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    return made
