"""A table to choose rows from, as the tabs of the project settings use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class Table(QTableWidget):
    """Rows to choose from; Space ticks the row's box, Delete is told."""

    delete_pressed = Signal()

    def __init__(self, heads: Sequence[str], parent: QWidget, *, empty: str = "") -> None:
        super().__init__(0, len(heads), parent)
        self._empty = empty
        self.setHorizontalHeaderLabels(list(heads))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.verticalHeader().hide()
        self._fit_rows()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.setRowCount(0)
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(row, column, item)

    def cell(self, row: int, column: int) -> QTableWidgetItem:
        """Return the item of a cell.

        Raises:
            IndexError: the table has no such cell.
        """
        item = self.item(row, column)
        if item is None:
            raise IndexError(f"there is no cell {row}, {column}")
        return item

    def selected_rows(self) -> list[int]:
        """Return the rows that are selected, from the top."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(30, 0, -30, 0), middle, self._empty)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and self.rowCount() and not self.selectedIndexes():  # or a lone row could not be reached by arrows
            self.selectRow(max(0, self.currentRow()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        box = self.item(self.currentRow(), 0)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Space and box and box.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = box.checkState() is Qt.CheckState.Checked
            box.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)
