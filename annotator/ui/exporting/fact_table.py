"""A table of facts that can be read and copied, and whose articles can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from annotator.ui.plain_list import make_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from annotator.ui.exporting.report_words import Fact

Index = QModelIndex | QPersistentModelIndex


class FactModel(QAbstractTableModel):
    """Facts, one a row.

    Args:
        heads: of the columns.
        facts: what stands in the rows.
        numbers: whether all columns but the first hold numbers.
        parent: who it belongs to.
    """

    def __init__(self, heads: Sequence[str], facts: Sequence[Fact], *, numbers: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._heads, self._facts, self._numbers = tuple(heads), tuple(facts), numbers

    def fact(self, row: int) -> Fact:
        """Return what stands in a row."""
        return self._facts[row]

    def text(self) -> str:
        """Return all of it as text, one fact a line, with tabs between the cells."""
        return "".join("\t".join(cells) + "\n" for cells in (self._heads, *(fact.cells for fact in self._facts)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._facts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cells = self._facts[index.row()].cells
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(filter(None, cells))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._numbers and column else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class FactTable(QTableView):
    """Shows facts.

    Signals:
        article_requested: id of the article of a fact that was double-clicked, or on which Return was pressed.
    """

    article_requested = Signal(int)

    def __init__(
        self, name: str, heads: Sequence[str], facts: Sequence[Fact], *, parent: QWidget, numbers: bool = False
    ) -> None:
        super().__init__(parent)
        self.facts = FactModel(heads, facts, numbers=numbers, parent=self)
        self.setModel(self.facts)
        make_plain(self)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        last = len(heads) - 1
        header.setStretchLastSection(not numbers)
        for column in range(len(heads)):
            stretched = column == (0 if numbers else last)
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        header.setMaximumSectionSize(60 * letter if not numbers else 400 * letter)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        if facts:
            self.setCurrentIndex(self.facts.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.facts.text())
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not self._open(self.currentIndex().row()):
            event.ignore()  # so that the dialog's own button is pressed

    def _open(self, row: int) -> bool:
        article = self.facts.fact(row).article if row >= 0 else None
        if article is not None:
            self.article_requested.emit(article)
        return article is not None
