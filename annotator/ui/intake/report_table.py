"""A list of what stayed out of an import, or is to be known of it: what kind, where, why.

It can be copied as text, and where a line is about an article of the project, that can be opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotator.ui.plain_list import make_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from annotator.ui.import_words import Line

Index = QModelIndex | QPersistentModelIndex

_KIND, _PLACE, _WORDS = range(3)
_LETTERS_OF_PLACE = 38
_PARTS_SHOWN = 2


class LineModel(QAbstractTableModel):
    """The lines of a report; rows are only ever added."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._heads = (self.tr("Quoi"), self.tr("Où"), self.tr("Détail"))

    def add(self, lines: Sequence[Line]) -> None:
        """Show more lines, after the others."""
        if lines:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def clear(self) -> None:
        """Show none."""
        self.beginResetModel()
        self._lines.clear()
        self.endResetModel()

    def text(self, rows: Sequence[int] | None = None) -> str:
        """Return lines as text, one a line with tabs between its cells; by default all of them."""
        chosen = self._lines if rows is None else [self._lines[row] for row in rows]
        return "".join("\t".join(line[:3]) + "\n" for line in chosen)

    def article(self, row: int) -> int | None:
        """Return the id of the article that a line is about, where it can be opened."""
        return self._lines[row].article if 0 <= row < len(self._lines) else None

    def has_articles(self) -> bool:
        """Tell whether any line is about an article that can be opened."""
        return any(line.article is not None for line in self._lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole and index.column() == _PLACE:
            return str(Path(*Path(line.where).parts[-_PARTS_SHOWN:])) if line.where else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == _KIND:
            return ", ".join(filter(None, line[:3]))
        return None


class _EndsOfPaths(QStyledItemDelegate):
    """Leaves out the beginning of a path that is too long, not the name of the file."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class ReportTable(QTableView):
    """The lines of a report; Ctrl+C copies those chosen, or all where none is.

    Signals:
        article_requested: id of the article of a line that was double-clicked, or on which Return was pressed.
    """

    article_requested = Signal(int)

    def __init__(self, parent: QWidget, *, empty: str = "") -> None:
        super().__init__(parent)
        self._empty = empty
        self.lines = LineModel(self)
        self.setModel(self.lines)
        make_plain(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegateForColumn(_PLACE, _EndsOfPaths(self))
        self.setAccessibleName(self.tr("Ce qui n'entre pas, et pourquoi"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(_KIND, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(_PLACE, _LETTERS_OF_PLACE * self.fontMetrics().averageCharWidth())
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self.lines.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(30, 0, -30, 0), middle, self._empty)
            painter.end()

    def copy(self) -> None:
        """Put the chosen lines on the clipboard, or all where none is chosen."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        QGuiApplication.clipboard().setText(self.lines.text(rows or None))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and self.lines.has_articles() and not self.selectedIndexes():  # to be seen is what Return opens
            self.selectRow(max(0, self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not self.open_current():
            event.ignore()  # so that the dialog's own button is pressed

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.open_current()

    def open_current(self) -> bool:
        """Ask for the article that the current line is about; return whether there is one."""
        article = self.lines.article(self.currentIndex().row())
        if article is not None:
            self.article_requested.emit(article)
        return article is not None
