"""The table of occurrences: they stand one under the other, and what is around them runs to both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.labels import Label

_AROUND_WORDS = 26
_AROUND_SWATCH = 48
_WIDEST_SURFACE = 0.3  # of the table
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SHARES = {Column.BEFORE: 0.37, Column.AFTER: 0.37, Column.ARTICLE: 0.26}


class _BeforeDelegate(QStyledItemDelegate):
    """Cuts what comes before an occurrence at its far end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class OccurrenceTable(QTableView):
    """Rows to choose from; Space ticks those selected, Shift+Space those of the current row's article."""

    def __init__(self, model: OccurrenceModel, labels: Mapping[str, Label], parent: QWidget) -> None:
        super().__init__(parent)
        self._occurrences = model
        self._names = [label.name.in_language(language()) for label in labels.values()]
        self._surface_width = 0
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
        shown = {self._occurrences.index(row, Column.SURFACE).data() for row in range(first, last + 1)}
        widest = max(map(QFontMetrics(bold).horizontalAdvance, shown))
        if widest > self._surface_width:
            self._surface_width = widest
            self._share_width()
        if not self.currentIndex().isValid():
            self._select_first()

    def _share_width(self) -> None:
        """Give every column what it needs, and what is left to both sides of the occurrences and to the titles."""
        said = self.fontMetrics().horizontalAdvance
        statuses = (status.wording.in_language(language()) for status in Status)
        crossing = (self.tr("chevauche : {label}").format(label=name) for name in self._names)
        width, header = self.viewport().width(), self.horizontalHeader()
        head = said(self._occurrences.headerData(Column.SURFACE, Qt.Orientation.Horizontal, _DISPLAY))
        indicator = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        needed = {
            Column.TICK: indicator + _AROUND_WORDS,
            Column.SURFACE: min(max(self._surface_width, head) + _AROUND_WORDS, round(width * _WIDEST_SURFACE)),
            Column.PRESENT: max(map(said, crossing), default=0) + _AROUND_SWATCH,
            Column.STATUS: max(map(said, statuses)) + _AROUND_WORDS,
        }
        left = max(0, width - sum(needed.values()))
        for column, pixels in (needed | {column: int(left * share) for column, share in _SHARES.items()}).items():
            header.resizeSection(column, pixels)

    def _select_first(self) -> None:
        if self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, Column.SURFACE))
