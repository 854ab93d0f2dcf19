"""What the mouse means: a click focuses a mark, a drag or a double-click selects whole words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator.ui.article_view import token_cursor
from annotator.ui.article_view.attention import Attention
from annotator.ui.article_view.page import Page
from annotator.ui.article_view.selecting import Selecting, word_at

_SCROLL_EVERY_MS = 40


class Mouse(QObject):
    """Turns the mouse events of a view into attention.

    Args:
        view: whose events they are; it scrolls while a drag goes beyond its edge.
        attention: what they change.
        page: where they happen.
        selected: called with start and end when the button is released on a selection.
    """

    def __init__(
        self, view: QPlainTextEdit, attention: Attention, page: Page, selected: Callable[[int, int], None]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._attention = attention
        self._page = page
        self._selected = selected
        self._gesture: Selecting | None = None
        self._pressed_at = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_SCROLL_EVERY_MS)
        self._timer.timeout.connect(self._scroll)

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a selection; with Shift, extend from the cursor."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position().toPoint()
        attention = self._attention
        point = self._page.point_at(event.position())
        word = attention.word() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else None
        self._gesture = Selecting(attention.text, attention.grid, *(word or (point, point)))
        if word is not None:
            attention.select(self._gesture.to(point))

    def move(self, event: QMouseEvent) -> None:
        """Show what would be selected if the button were released here."""
        if self._gesture is None:
            return
        position = event.position()
        far = (position.toPoint() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._gesture.dragged or far:
            self._drag_to(position)
        inside = 0 <= position.y() < self._view.viewport().height()
        if inside:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def release(self, event: QMouseEvent) -> None:
        """Take what was selected; after a click, focus the mark that was clicked, or none."""
        gesture = self._gesture
        if event.button() != Qt.MouseButton.LeftButton or gesture is None:
            return
        self.cancel()
        attention = self._attention
        if gesture.dragged:
            selection = attention.selection
            if selection is not None:
                attention.focus(None)
                attention.put_cursor(token_cursor.nearest(attention.text, attention.grid, selection[0]))
                self._selected(*selection)
            return
        point = self._page.point_at(event.position(), on_character=True)
        attention.select(None)
        attention.put_cursor(token_cursor.nearest(attention.text, attention.grid, point))
        attention.focus(self._page.mark_at(event.position().toPoint()))

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word at the point; going on to drag selects by whole words."""
        if event.button() != Qt.MouseButton.LeftButton or not self._page.is_on_text(event.position()):
            return
        attention = self._attention
        point = self._page.point_at(event.position(), on_character=True)
        word = word_at(attention.text, attention.grid, point)
        if word is not None:
            self._pressed_at = event.position().toPoint()
            self._gesture = Selecting(attention.text, attention.grid, *word)
            attention.select(word)

    def cancel(self) -> None:
        """Forget a press that was not released yet."""
        self._gesture = None
        self._timer.stop()

    def _drag_to(self, position: QPointF) -> None:
        if self._gesture is not None:
            bottom = self._view.viewport().height() - 1.0
            inside = QPointF(position.x(), min(max(position.y(), 0.0), bottom))
            self._attention.select(self._gesture.to(self._page.point_at(inside)))

    def _scroll(self) -> None:
        position = QPointF(self._view.viewport().mapFromGlobal(QCursor.pos()))
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + (1 if position.y() > 0 else -1))
        self._drag_to(position)
