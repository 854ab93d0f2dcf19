"""The palette on the screen: a line to type into, and the actions that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QShortcutEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.announcing import announce
from annotator.ui.palette.entries import Entry, chosen
from annotator.ui.row_inks import begin_row

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENTRY = Qt.ItemDataRole.UserRole
_FORWARDED = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ROWS = 12
_AROUND = 10
_BETWEEN = 8
_Index = QModelIndex | QPersistentModelIndex


class _Fitting(QAbstractListModel):
    """The entries that fit, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.told()
            case Qt.ItemDataRole.ToolTipRole:
                return entry.hint or None
            case _ if role == _ENTRY:
                return entry
        return None


class _Rows(QStyledItemDelegate):
    """Draws an entry: what it does, the menu it stands in, and its keys or why it cannot be done."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(_ENTRY)
        painter.save()
        metrics = QFontMetrics(option.font)
        strong, quiet, _chosen = begin_row(painter, option)
        room = option.rect.adjusted(metrics.averageCharWidth() * 2, 0, -metrics.averageCharWidth() * 2, 0)
        gap = metrics.averageCharWidth() * 2
        aside = entry.keys if entry.enabled else entry.why_not
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(quiet)
        shown = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, room.width() // 2)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, shown)
        left = QRect(room)
        left.setWidth(room.width() - metrics.horizontalAdvance(shown) - gap)
        words = f"✓ {entry.words}" if entry.checked else entry.words
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, left.width())
        painter.setPen(strong if entry.enabled else quiet)
        painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, words)
        left.setLeft(left.left() + metrics.horizontalAdvance(words) + gap)
        if left.width() > gap:
            painter.setPen(quiet)
            menu = metrics.elidedText(entry.menu, Qt.TextElideMode.ElideRight, left.width())
            painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, menu)
        painter.restore()


class _Keeper(QObject):
    """Brings keys to a line that is about to have the focus, whomever they are sent to."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._forwarding = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._forwarding or watched is self._line or self._line.hasFocus():
            return super().eventFilter(watched, event)
        if isinstance(event, QShortcutEvent):  # a letter that is a key of the window below
            words = event.key().toString(QKeySequence.SequenceFormat.PortableText)
            if len(words) == 1:
                self._line.insert(words.lower())
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._forwarding = True
            QApplication.sendEvent(self._line, event)
            self._forwarding = False
            return True
        return super().eventFilter(watched, event)


class Palette(QDialog):
    """Lets a person choose an action by typing some of its letters; accepted with one, rejected with none."""

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Chercher une action"))
        self._entries = list(entries)
        self._recent = list(recent)
        self._keeper: _Keeper | None = None
        self._line = QLineEdit(self)
        self._line.setObjectName("palette_line")
        self._line.setPlaceholderText(self.tr("Que voulez-vous faire ?"))
        self._line.setAccessibleName(self.tr("Chercher une action"))
        self._line.setAccessibleDescription(self.tr("Flèches pour choisir, Entrée pour exécuter, Échap pour fermer"))
        self._model = _Fitting(self)
        self._list = QListView(self)
        self._list.setObjectName("palette_list")
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys stay with the line
        self._nothing = QLabel(self.tr("Aucune action ne correspond."), self)
        self._nothing.setObjectName("caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        column.setSpacing(_BETWEEN)
        column.addWidget(self._line)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._line.textChanged.connect(self._narrow)
        self._line.installEventFilter(self)
        self._list.clicked.connect(lambda _index: self._agree())
        self._list.selectionModel().currentChanged.connect(self._tell)
        self._narrow("")
        self._settle()

    def chosen(self) -> Entry | None:
        """Return the entry that is the current one, or None."""
        entry = self._list.currentIndex().data(_ENTRY)
        return entry if isinstance(entry, Entry) else None

    def exec(self) -> int:
        """Show the palette and wait until it is closed; what is typed before it has the keys is typed into it.

        Until the system hands the keys over they still come to the window below, where a letter is a deed.
        """
        application = QApplication.instance()
        if application is not None:
            self._keeper = _Keeper(self._line)
            application.installEventFilter(self._keeper)
        return super().exec()

    def done(self, result: int) -> None:
        application = QApplication.instance()
        if application is not None and self._keeper is not None:
            application.removeEventFilter(self._keeper)
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._agree()
                return True
            if event.key() in _FORWARDED:
                self._move(event.key())
                return True
        return super().eventFilter(watched, event)

    def _move(self, key: int) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS, Qt.Key.Key_PageDown: _ROWS}[Qt.Key(key)]
        count, row = self._model.rowCount(), self._list.currentIndex().row()
        if count:
            around = abs(by) == 1 and not 0 <= row + by < count
            self._choose((row + by) % count if around else min(max(row + by, 0), count - 1))

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row))

    def _narrow(self, words: str) -> None:
        found = chosen(self._entries, words, recent=self._recent)
        self._model.show(found)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self._choose(0)

    def _tell(self, current: QModelIndex) -> None:
        entry = current.data(_ENTRY)
        if isinstance(entry, Entry) and self.isVisible():
            announce(self._line, entry.told())

    def _agree(self) -> None:
        entry = self.chosen()
        if entry is None:
            return
        if entry.enabled:
            self.accept()
        else:
            announce(self._line, entry.told())

    def _settle(self) -> None:
        """Lie over the top of the window, in its middle, with room for a dozen rows."""
        window = self.parentWidget()
        metrics = self.fontMetrics()
        rows = self._list.sizeHintForRow(0) * _ROWS + 2 * self._list.frameWidth()
        height = self._line.sizeHint().height() + rows + 2 * _AROUND + _BETWEEN + 2
        wanted = QSize(metrics.averageCharWidth() * 82, height)
        if window is None:
            self.resize(wanted)
            return
        size = wanted.boundedTo(window.size() - QSize(40, 80))
        self.resize(size)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - size.width()) // 2, corner.y() + window.height() // 10)
