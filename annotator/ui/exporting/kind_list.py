"""The list of what can be written: title over the line that says what it is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.row_inks import begin_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.ui.exporting.kinds import Kind

_PURPOSE = Qt.ItemDataRole.UserRole
_ABOVE = 7
_BESIDE = 12
_BETWEEN = 2
_LETTERS = 52
_SCROLL_BAR = 12

Index = QModelIndex | QPersistentModelIndex


class _TwoLines(QStyledItemDelegate):
    """Paints a title over what it is good for, which goes on in a second line where it must."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(option.font)
        room = QRect(0, 0, self._width(option), 0)
        below = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, index.data(_PURPOSE)).height()
        return QSize(0, metrics.height() + _BETWEEN + below + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        strong, quiet, _chosen = begin_row(painter, option)
        room = option.rect.adjusted(_BESIDE, _ABOVE, 0, -_ABOVE)
        room.setWidth(self._width(option))
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        painter.setPen(strong)
        painter.setFont(font)
        title = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), room.top(), room.width(), metrics.height()), 0, title)
        painter.setPen(quiet)
        painter.setFont(option.font)
        below = room.adjusted(0, metrics.height() + _BETWEEN, 0, 0)
        painter.drawText(below, Qt.TextFlag.TextWordWrap, index.data(_PURPOSE))
        painter.restore()

    def _width(self, option: QStyleOptionViewItem) -> int:
        """Return how wide the words may be, the same with a scroll bar and without, so that rows keep their height."""
        view = option.widget
        whole = view.width() if view is not None else option.rect.width()
        return max(whole - 2 * _BESIDE - _SCROLL_BAR, 60)


class KindList(QListWidget):
    """Lets a person choose one; arrows and first letters move through it.

    Signals:
        chosen: the `Kind` that is the current one now.
    """

    chosen = Signal(object)

    def __init__(self, kinds: Sequence[Kind], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_kinds")
        self.setAccessibleName(self.tr("Format de l'export"))
        self._kinds = tuple(kinds)
        self.setItemDelegate(_TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFixedWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        for kind in self._kinds:
            item = QListWidgetItem(kind.title, self)
            item.setData(_PURPOSE, kind.purpose)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind.title}, {kind.purpose}")
        self.setCurrentRow(0)
        self.currentRowChanged.connect(lambda row: self.chosen.emit(self._kinds[row]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollToItem(self.currentItem())

    @property
    def kind(self) -> Kind:
        """What is chosen now."""
        return self._kinds[max(self.currentRow(), 0)]

    def choose(self, name: str) -> None:
        """Choose the kind of that name, if there is one."""
        for row, kind in enumerate(self._kinds):
            if kind.name == name:
                self.setCurrentRow(row)
