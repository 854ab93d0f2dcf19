"""Doing something in a dialog that keeps whoever opened it waiting."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

AnyDialog = TypeVar("AnyDialog", bound=QDialog)
_PATIENCE = 2.0
"""Seconds in which the dialog has to be there."""


def in_next(kind: type[AnyDialog], deed: Callable[[AnyDialog], object]) -> list[AnyDialog]:
    """Do something in the next modal dialog of a kind as soon as it is there, and leave it.

    Returns:
        A list that holds the dialog afterwards, or nothing where none came.
    """
    seen: list[AnyDialog] = []
    until = time.monotonic() + _PATIENCE

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            if time.monotonic() < until:
                QTimer.singleShot(5, look)
            return
        seen.append(dialog)
        try:
            deed(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)
    return seen
