"""Keys that move the token cursor; every key not named here is left to the window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from annotator.ui.article_view import token_cursor
from annotator.ui.article_view.attention import Attention
from annotator.ui.article_view.page import Page

_DIRECTION = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Home: -1,
    Qt.Key.Key_End: 1,
}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_BY_LINE = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_BY_PAGE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CursorKeys:
    """Moves the cursor of ``attention`` over ``page``: by word and line, with Ctrl by sentence and paragraph."""

    def __init__(self, attention: Attention, page: Page) -> None:
        self._attention = attention
        self._page = page
        self._x = 0.0  # where going up and down began
        self._came_to: int | None = None  # the cursor after the last step up or down

    def press(self, key: int, modifiers: Qt.KeyboardModifier, *, here: int) -> bool:
        """Act on a key.

        Args:
            key: a ``Qt.Key``.
            modifiers: Shift extends the selection, Ctrl goes further; any other makes the key not ours.
            here: the code point where the cursor appears if it was nowhere yet.

        Returns:
            False if the key is not one of ours, or there is no word to go to.
        """
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        modifiers &= ~Qt.KeyboardModifier.KeypadModifier
        try:
            key = Qt.Key(key)
        except ValueError:  # a key without a name
            return False
        if key not in _DIRECTION or modifiers & ~(shift | control):
            return False
        attention = self._attention
        if attention.cursor is None:
            target = token_cursor.nearest(attention.text, attention.grid, here)
            if target is None:
                return False
            if key not in _SIDEWAYS:  # the first press of a sideways key only shows where the cursor is
                attention.put_cursor(target)
                target = self._target(key, target, far=bool(modifiers & control))
        else:
            target = self._target(key, attention.cursor, far=bool(modifiers & control))
        if modifiers & shift:
            attention.extend_to(target)
        else:
            attention.move_cursor(target)
        self._came_to = target if key in _BY_LINE + _BY_PAGE else None
        self._page.show(attention.grid.starts[target], attention.grid.ends[target])
        return True

    def _target(self, key: Qt.Key, cursor: int, *, far: bool) -> int:
        text, grid, by = self._attention.text, self._attention.grid, _DIRECTION[key]
        if key in _SIDEWAYS:
            move = token_cursor.sentence if far else token_cursor.step
            return move(text, grid, cursor, by=by)
        if key in _BY_LINE and far:
            return token_cursor.paragraph(text, grid, cursor, by=by)
        if key in _BY_LINE + _BY_PAGE:
            if self._came_to != cursor:
                self._x = self._page.x_of(grid.starts[cursor])
            lines = self._page.lines_in_view() if key in _BY_PAGE else 1
            point = self._page.lines_away(grid.starts[cursor], by * lines, self._x)
            end = self._page.line_ends(point)[1]
            found = self._word(point, cursor)
            return found if grid.starts[found] < end else token_cursor.last_before(text, grid, end)
        if far:
            return self._word(0 if by < 0 else len(text), cursor)
        start, end = self._page.line_ends(grid.starts[cursor])
        return self._word(start, cursor) if by < 0 else max(cursor, token_cursor.last_before(text, grid, end))

    def _word(self, point: int, otherwise: int) -> int:
        found = token_cursor.nearest(self._attention.text, self._attention.grid, point)
        return otherwise if found is None else found
