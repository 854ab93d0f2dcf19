"""What the mouse means: a click focuses a mark, a drag selects words or moves the edge of a mark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator.ui.article_view import token_cursor
from annotator.ui.article_view.attention import Attention, MarkKey
from annotator.ui.article_view.gestures import Gesture, MovingEdge, Selecting, word_at
from annotator.ui.article_view.page import Edge, Page

_SCROLL_EVERY_MS = 40


class Mouse(QObject):
    """Turns the mouse events of a view into attention.

    Args:
        view: whose events they are; it scrolls while a drag goes beyond its edge.
        attention: what they change.
        page: where they happen.
        selected: called with start and end when the button is released on a selection.
        resized: called with a key, start and end when the edge of a mark was moved.
    """

    def __init__(
        self,
        view: QPlainTextEdit,
        attention: Attention,
        page: Page,
        *,
        selected: Callable[[int, int], None],
        resized: Callable[[MarkKey, int, int], None],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._attention = attention
        self._page = page
        self._selected = selected
        self._resized = resized
        self._gesture: Gesture | None = None
        self._edge: Edge | None = None  # of the mark whose edge is being moved
        self._pressed_at = QPointF()
        self._shape = Qt.CursorShape.IBeamCursor
        self._timer = QTimer(self)
        self._timer.setInterval(_SCROLL_EVERY_MS)
        self._timer.timeout.connect(self._scroll)

    @property
    def busy(self) -> bool:
        """Whether a button is down and what it does can still be cancelled."""
        return self._gesture is not None

    def press(self, event: QMouseEvent) -> None:
        """Begin a click, a selection or to move an edge; with Shift, extend from the cursor."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.cancel()
        attention, position = self._attention, event.position()
        self._pressed_at = position
        point = self._page.point_at(position)
        word = attention.word() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else None
        if word is not None:
            self._gesture = Selecting(attention, *word, selected=self._selected)
            self._gesture.move(point)
            return
        self._edge = self._page.edge_at(position)
        if self._edge is not None:
            mark, at_start = self._edge.mark, self._edge.at_start
            self._gesture = MovingEdge(attention, mark, at_start=at_start, resized=self._resized)
        else:
            self._gesture = Selecting(attention, point, point, selected=self._selected)

    def move(self, event: QMouseEvent) -> None:
        """Show what would come of releasing the button here; without a button, whether there is an edge to move."""
        position = event.position()
        if self._gesture is None:
            if not event.buttons():
                self._point_out(position)
            return
        far = (position - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._gesture.moved or far:
            self._drag_to(position)
        inside = 0 <= position.y() < self._view.viewport().height()
        if inside:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def release(self, event: QMouseEvent) -> None:
        """Do what the drag showed; after a click, focus the mark that was clicked, or none."""
        gesture = self._gesture
        if event.button() != Qt.MouseButton.LeftButton or gesture is None:
            return
        self._forget()
        if gesture.moved:
            gesture.end()
            self._point_out(event.position())
            return
        self.turn_to(event.position())

    def turn_to(self, position: QPointF) -> None:
        """Put the cursor where the pointer is, and focus the mark there, or none."""
        attention = self._attention
        point = self._page.point_at(position, on_character=True)
        attention.select(None)
        attention.put_cursor(token_cursor.nearest(attention.text, attention.grid, point))
        attention.focus(self._page.mark_at(position.toPoint()))

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word at the point; going on to drag selects by whole words."""
        if event.button() != Qt.MouseButton.LeftButton or not self._page.is_on_text(event.position()):
            return
        attention = self._attention
        point = self._page.point_at(event.position(), on_character=True)
        word = word_at(attention.text, attention.grid, point)
        if word is not None:
            self._pressed_at = event.position()
            self._gesture = Selecting(attention, *word, selected=self._selected)

    def cancel(self) -> None:
        """Undo what a press that was not released yet has shown."""
        gesture = self._gesture
        self._forget()
        if gesture is not None and gesture.moved:
            gesture.cancel()

    def leave(self) -> None:
        """Forget about the edge the pointer was on: it has left the view."""
        self._show_shape(Qt.CursorShape.IBeamCursor)

    def _forget(self) -> None:
        self._gesture = self._edge = None
        self._timer.stop()

    def _drag_to(self, position: QPointF) -> None:
        gesture = self._gesture
        if gesture is None:
            return
        bottom = self._view.viewport().height() - 1.0
        inside = QPointF(position.x(), min(max(position.y(), 0.0), bottom))
        if self._edge is not None:
            gesture.move(self._page.point_at(self._edge.carried(inside)))
            return
        point = self._page.point_at(inside)
        gesture.move(None if self._is_beside_text(inside, point) else point)

    def _is_beside_text(self, position: QPointF, point: int) -> bool:
        """Tell whether a drag lies wholly in the left margin, or beside one line: it means nothing then."""
        beside = self._page.beside_text(position)
        if not beside or beside != self._page.beside_text(self._pressed_at):
            return False
        return beside < 0 or point == self._page.point_at(self._pressed_at)

    def _point_out(self, position: QPointF) -> None:
        on_edge = self._page.edge_at(position) is not None
        self._show_shape(Qt.CursorShape.SizeHorCursor if on_edge else Qt.CursorShape.IBeamCursor)

    def _show_shape(self, shape: Qt.CursorShape) -> None:
        if shape != self._shape:
            self._shape = shape
            self._view.viewport().setCursor(shape)

    def _scroll(self) -> None:
        position = QPointF(self._view.viewport().mapFromGlobal(QCursor.pos()))
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + (1 if position.y() > 0 else -1))
        self._drag_to(position)
