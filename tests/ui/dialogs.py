"""What a person does in the dialogs that a window opens."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


def in_next(kind: type[AnyDialog], deed: Callable[[AnyDialog], object]) -> None:
    """Do something to the next dialog of a kind as soon as it is there, and leave it."""
    patience = time.monotonic() + 2

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            if time.monotonic() < patience:
                QTimer.singleShot(5, look)
            return
        try:
            deed(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)


def in_dialog(deed: Callable[[QDialog], object]) -> list[str]:
    """Do something to the next dialog of any kind, and leave it; return a list that will hold its title."""
    seen: list[str] = []

    def note(dialog: QDialog) -> None:
        seen.append(dialog.windowTitle())
        deed(dialog)

    in_next(QDialog, note)
    return seen


def type_file(path: Path) -> list[str]:
    """Type a path into the next file dialog and agree; return a list that will hold its title."""
    seen: list[str] = []

    def fill(dialog: QFileDialog) -> None:
        seen.append(dialog.windowTitle())
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        dialog.activateWindow()  # or the window behind would take the key
        QTest.qWaitForWindowActive(dialog)
        field.setText(str(path))
        for _ in range(40):
            QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.qWait(25)
            if QApplication.activeModalWidget() is not dialog:
                return  # else the dialog was still reading the folder

    in_next(QFileDialog, fill)
    return seen
