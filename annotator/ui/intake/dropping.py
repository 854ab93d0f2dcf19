"""Files and text dragged onto the window: a calm sign of what would happen, and the drop itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

_MARGIN = 14
_RADIUS = 12


class DropHint(QWidget):
    """Lies over the window while something is dragged over it, and says what a drop would do."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("drop_hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ""
        self.hide()

    def appear(self, words: str) -> None:
        """Say what a drop would do."""
        self._words = words
        self.setAccessibleName(words)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def words(self) -> str:
        """Return what is said now, or an empty text."""
        return "" if self.isHidden() else self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        paper = QColor(palette.color(QPalette.ColorRole.Base))
        paper.setAlphaF(0.88)
        accent = palette.color(QPalette.ColorRole.Highlight)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), paper)
        pen = QPen(accent, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), _RADIUS, _RADIUS)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        inner = self.rect().adjusted(4 * _MARGIN, 0, -4 * _MARGIN, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        painter.end()


class DropTarget(QObject):
    """Lets a window take what is dropped anywhere on it.

    Args:
        window: the window.
        promise: returns what a drop would do, in words, or an empty text where it would do nothing.
        take: takes what was dropped, after the drop is over, so that whoever it comes from need not wait.
    """

    def __init__(self, window: QWidget, promise: Callable[[QMimeData], str], take: Callable[[QMimeData], None]) -> None:
        super().__init__(window)
        self._promise = promise
        self._take = take
        self.hint = DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            # What is dragged from one of our own fields to another is none of ours.
            words = self._promise(event.mimeData()) if event.source() is None else ""
            if words:
                self.hint.appear(words)
                event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hint.hide()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hint.hide()
            if self._promise(event.mimeData()):
                event.acceptProposedAction()
                dropped = _copy(event.mimeData())
                QTimer.singleShot(0, self, lambda: self._take(dropped))
            return True
        return super().eventFilter(watched, event)


def _copy(mime: QMimeData) -> QMimeData:
    """Return what outlives the drop: files and text."""
    kept = QMimeData()
    if mime.hasUrls():
        kept.setUrls(mime.urls())
    if mime.hasText():
        kept.setText(mime.text())
    if mime.hasHtml():
        kept.setHtml(mime.html())
    return kept
