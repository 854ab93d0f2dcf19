"""Where the hand began and ended the last selection: inside a word, perhaps, though the selection took it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from annotator.ui.article_view import ArticleView

_AT_THE_END = 0.3
"""How near to the end of a word, in widths of a letter, its end itself is meant."""


class Drag(QObject):
    """Follows the mouse in an article and changes nothing."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._ends: tuple[QPoint, ...] = ()
        self._scrolled = 0
        view.viewport().installEventFilter(self)

    def edge_in(self, start: int, end: int) -> int | None:
        """Return where in the token ``start`` to ``end`` the selection was begun or ended by hand, from its start on.

        None where it was not, or not by dragging, or where the article has been scrolled since.
        """
        if self._view.selection() is None or self._scrolled != self._view.verticalScrollBar().value():
            return None
        letters = [self._view.text_rect(at, at + 1) for at in range(start, end)]
        for spot in self._ends:
            for index, letter in enumerate(letters):
                if letter is None or not letter.adjusted(0, 0, 1, 0).contains(spot):
                    continue
                share = (spot.x() - letter.left()) / max(1, letter.width())
                if (index == 0 and share < _AT_THE_END) or (index == len(letters) - 1 and share > 1 - _AT_THE_END):
                    break
                edge = index + (share > 1 / 2)
                if 0 < edge < len(letters):
                    return edge
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            spot = event.position().toPoint()
            if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
                self._ends = (spot,) if event.type() == QEvent.Type.MouseButtonPress else ()
                self._scrolled = self._view.verticalScrollBar().value()
            elif event.type() == QEvent.Type.MouseButtonRelease and len(self._ends) == 1:
                far = (spot - self._ends[0]).manhattanLength() >= QApplication.startDragDistance()
                self._ends = (*self._ends, spot) if far else ()
        return super().eventFilter(watched, event)
