"""The two lists of the work on consistency: what is inconsistent, and its places; and the keys that both take."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.ui.keyboard import digit_of

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFTED = Qt.KeyboardModifier.ShiftModifier
_NARROW = 560
"""Pixels below which the titles of articles give their room to the text around a place."""


class WorkTable(QTableWidget):
    """A list of rows of which one is chosen. Its keys are its own while it has the focus, and the window's otherwise.

    Signals:
        chosen: index of the way that is right, from 0; and whether it is for all places that deviate.
        opened: the place is to be shown in its article.
        left_alone: what is chosen is as it should be.
        taken_back: what was left alone last, or taken up, is not to be so.
    """

    chosen = Signal(int, bool)
    opened = Signal()
    left_alone = Signal()
    taken_back = Signal()

    def __init__(self, name: str, heads: Sequence[str], *, most: int, parent: QWidget | None = None) -> None:
        super().__init__(0, len(heads), parent)
        self._most = most
        self._heads = tuple(heads)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.cellDoubleClicked.connect(lambda _row, _column: self.opened.emit())

    def put(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows, as high as they are but for more than fit."""
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(filter(None, (self._heads[column], words))))
                self.setItem(row, column, item)
        self._fit()

    def _fit(self) -> None:
        high = self.fontMetrics().height() + 8
        self.verticalHeader().setDefaultSectionSize(high)
        self.setFixedHeight(high * min(self.rowCount(), self._most) + self.horizontalHeader().sizeHint().height() + 6)

    def _meaning(self, event: QKeyEvent) -> tuple[str, int, bool] | None:
        """Return what a key means here: a deed, the index of a way, and whether it is for all."""
        modifiers = event.modifiers()
        if modifiers not in (*_PLAIN, _SHIFTED):
            return None
        digit = digit_of(event.text(), scan_code=event.nativeScanCode(), virtual_key=event.nativeVirtualKey())
        if digit is None and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            digit = chr(event.key())
        if digit is not None:
            return "choose", int(digit) - 1, modifiers == _SHIFTED
        if modifiers != _SHIFTED and event.key() in _RETURN:
            return "open", 0, False
        if event.key() == Qt.Key.Key_I:
            return "take back" if modifiers == _SHIFTED else "leave", 0, False
        return None

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._meaning(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match self._meaning(event):
            case "choose", way, everywhere:
                self.chosen.emit(way, everywhere)
            case "open", _, _:
                self.opened.emit()
            case "leave", _, _:
                self.left_alone.emit()
            case "take back", _, _:
                self.taken_back.emit()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


class FoundTable(WorkTable):
    """What is inconsistent: its words, the kind, and how it was treated, which takes the room that is left."""

    def __init__(self, name: str, heads: Sequence[str], *, most: int, parent: QWidget | None = None) -> None:
        super().__init__(name, heads, most=most, parent=parent)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.horizontalHeader().resizeSection(0, min(220, self.viewport().width() * 3 // 10))


class _FromTheRight(QStyledItemDelegate):
    """Leaves out the beginning of what has no room: the words next to a place are those that matter."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class PlacesTable(WorkTable):
    """Places with their words in the middle, one under the other, and the text around them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        heads = ("", "", "", self.tr("traitement"), self.tr("article"))
        super().__init__(name, [head[:1].upper() + head[1:] for head in heads], most=8, parent=parent)
        sizes = QHeaderView.ResizeMode
        header = self.horizontalHeader()
        modes = (sizes.Stretch, sizes.ResizeToContents, sizes.Stretch, sizes.ResizeToContents, sizes.Interactive)
        for column, mode in enumerate(modes):
            header.setSectionResizeMode(column, mode)
        header.resizeSection(4, 170)
        self.setItemDelegateForColumn(0, _FromTheRight(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(4, self.viewport().width() < _NARROW)

    def put_places(self, rows: Sequence[Sequence[str]]) -> None:
        """Show places: the text in front, their words, the text behind, how they are treated, and the article."""
        self.put(rows)
        font = self.font()
        font.setBold(True)
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row in range(self.rowCount()):
            before, words, title = self.item(row, 0), self.item(row, 1), self.item(row, 4)
            if before is not None and words is not None and title is not None:
                before.setTextAlignment(right)
                words.setFont(font)
                title.setForeground(muted)
