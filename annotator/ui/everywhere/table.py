"""The table of occurrences: they stand one under the other, and what is around them runs to both sides."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.core.annotation import Status
from annotator.ui.everywhere.model import Column, OccurrenceModel
from annotator.ui.language import language
from annotator.ui.plain_list import make_plain

_AROUND_WORDS = 26
_AROUND_SWATCH = 48
_WIDEST_SURFACE = 0.3  # of the table
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_WIDEST_PRESENT = 0.25
_ARTICLE = 0.2  # of what the others leave; the rest is for what stands around


class _BeforeDelegate(QStyledItemDelegate):
    """Cuts what comes before an occurrence at its far end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class OccurrenceTable(QTableView):
    """Rows to choose from; Space ticks those selected, Shift+Space those of the current row's article."""

    def __init__(self, model: OccurrenceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._occurrences = model
        self._surface_width = 0
        self._present_width = 0
        self._empty = ""
        self.setModel(model)
        make_plain(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegateForColumn(Column.BEFORE, _BeforeDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Occurrences"))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        model.rowsInserted.connect(self._rows_added)
        model.modelReset.connect(self._select_first)

    def say_empty(self, words: str) -> None:
        """Say these words where there are no rows."""
        if words != self._empty:
            self._empty = words
            self.viewport().update()

    def toggle_selected(self) -> None:
        """Tick the rows selected, or take their ticks away."""
        self._occurrences.toggle(sorted({index.row() for index in self.selectedIndexes()}))

    def toggle_article(self) -> None:
        """Tick the occurrences of the current row's article, or take their ticks away."""
        if self.currentIndex().isValid():
            self._occurrences.toggle_article(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.toggle_article()
        else:
            self.toggle_selected()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self._occurrences.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(30, 0, -30, 0), middle, self._empty)
            painter.end()

    def _rows_added(self, _parent: QModelIndex, first: int, last: int) -> None:
        bold = self.font()
        bold.setBold(True)
        surface = self._widest(Column.SURFACE, first, last, QFontMetrics(bold))
        present = self._widest(Column.PRESENT, first, last, self.fontMetrics())
        if surface > self._surface_width or present > self._present_width:
            self._surface_width = max(surface, self._surface_width)
            self._present_width = max(present, self._present_width)
            self._share_width()
        if not self.currentIndex().isValid():
            self._select_first()

    def _widest(self, column: Column, first: int, last: int, metrics: QFontMetrics) -> int:
        """Return the pixels that the longest words of a column take in some rows."""
        shown = {self._occurrences.index(row, column).data() for row in range(first, last + 1)}
        return max(map(metrics.horizontalAdvance, shown))

    def _share_width(self) -> None:
        """Give every column what it needs, and what is left to both sides of the occurrences and to the titles."""
        said = self.fontMetrics().horizontalAdvance
        statuses = (status.wording.in_language(language()) for status in Status)
        width, header = self.viewport().width(), self.horizontalHeader()
        surface, present = (said(str(self._head(column))) for column in (Column.SURFACE, Column.PRESENT))
        indicator = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        needed = {
            Column.TICK: indicator + _AROUND_WORDS,
            Column.SURFACE: min(max(self._surface_width, surface) + _AROUND_WORDS, round(width * _WIDEST_SURFACE)),
            Column.PRESENT: max(
                min(self._present_width + _AROUND_SWATCH, round(width * _WIDEST_PRESENT)), present + _AROUND_WORDS
            ),
            Column.STATUS: max(map(said, statuses)) + _AROUND_WORDS,
        }
        left = max(0, width - sum(needed.values()))
        article = max(round(left * _ARTICLE), min(left, said(str(self._head(Column.ARTICLE))) + _AROUND_WORDS))
        around = (left - article) // 2
        shared = {Column.BEFORE: around, Column.AFTER: around, Column.ARTICLE: article}
        for column, pixels in (needed | shared).items():
            header.resizeSection(column, pixels)

    def _head(self, column: Column) -> object:
        return self._occurrences.headerData(column, Qt.Orientation.Horizontal, _DISPLAY)

    def _select_first(self) -> None:
        if self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, Column.SURFACE))
