"""Parts of a page side by side where there is room, and one under the other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_ENOUGH = 700
"""Pixels that a table and a chart want beside each other."""


class Beside(QWidget):
    """Columns beside one another; the last takes the width that is left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filled: list[QVBoxLayout] = []
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(28)

    def add_column(self) -> QVBoxLayout:
        """Add a column and return it, to be filled from the top."""
        column = QVBoxLayout()
        column.setSpacing(8)
        for at in range(len(self._filled)):
            self._columns.setStretch(at, 0)
        self._columns.addLayout(column, 1)
        self._filled.append(column)
        return column

    def close_columns(self) -> None:
        """Leave the room below short columns empty."""
        for column in self._filled:
            column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _ENOUGH
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._columns.setSpacing(28 if wide else 12)
