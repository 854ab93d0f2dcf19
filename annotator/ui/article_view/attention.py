"""What a person attends to in the article: the focused mark, the selection, the token cursor; no Qt in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from annotator.core.annotation import Mark
from annotator.core.tokens import TokenGrid, snap
from annotator.ui.article_view import token_cursor

MarkKey = tuple[str, int]


class Attention:
    """Focus, selection and cursor in one article; all positions are code points.

    Args:
        repaint: called with start and end of a part of the text that looks different now.
        selection_changed: called when `selection` changed.
        focus_changed: called when another mark, or none, has the focus.

    Attributes:
        text: the article.
        grid: its tokens.
        marks: in text order.
        focused: the mark that has the focus.
        selection: start and end of what is selected, on the grid.
        preview: where a mark would lie whose edge is being moved.
        cursor: index of the token the cursor is on; None before it was first put anywhere.
    """

    def __init__(
        self,
        *,
        repaint: Callable[[int, int], None],
        selection_changed: Callable[[], None],
        focus_changed: Callable[[], None],
    ) -> None:
        self._repaint = repaint
        self._selection_changed = selection_changed
        self._focus_changed = focus_changed
        self._anchor: int | None = None
        self.text = ""
        self.grid = TokenGrid.of(())
        self.marks: Sequence[Mark] = ()
        self.focused: Mark | None = None
        self.selection: tuple[int, int] | None = None
        self.preview: tuple[int, int] | None = None
        self.cursor: int | None = None

    def begin(self, text: str, grid: TokenGrid, marks: Sequence[Mark]) -> None:
        """Turn to another article, attending to nothing in it yet; call `settle` once it is shown."""
        self.text, self.grid, self.marks = text, grid, marks
        self.cursor = self._anchor = None

    def change_grid(self, grid: TokenGrid, cursor: int | None) -> None:
        """Take other tokens of the same text, select nothing, and put the cursor on the word at a code point."""
        self.select(None)
        self.put_cursor(None)
        self.grid = grid
        if cursor is not None:
            self.put_cursor(token_cursor.nearest(self.text, grid, cursor))

    def settle(self) -> None:
        """Let go of what was focused and selected in the article before."""
        selection, self.selection = self.selection, None
        focused, self.focused = self.focused, None
        if selection is not None:
            self._selection_changed()
        if focused is not None:
            self._focus_changed()

    # The focused mark

    def focus(self, mark: Mark | None) -> None:
        """Give the focus to ``mark``."""
        before, self.focused = self.focused, mark
        if before is mark:
            return
        for each in (before, mark):
            if each is not None:
                self._repaint(each.start, each.end)
        if (before.key if before else None) != (mark.key if mark else None):
            self._focus_changed()

    def go_to(self, mark: Mark) -> None:
        """Give the focus to ``mark``, put the cursor on it and select nothing."""
        self.select(None)
        self.put_cursor(token_cursor.nearest(self.text, self.grid, mark.start))
        self.focus(mark)

    def change_marks(self, marks: Sequence[Mark]) -> None:
        """Take other marks; a focused mark that is gone hands the focus to the one that begins at its place."""
        self.marks = marks
        if self.focused is not None:
            self.focus(self._successor(self.focused))

    def _successor(self, mark: Mark) -> Mark | None:
        index = bisect_left(self.marks, mark.start, key=mark_start)
        at_start = self.marks[index] if index < len(self.marks) else None
        if at_start is not None and at_start.key == mark.key:
            return at_start
        same = None if mark.span is None else self.mark(mark.key)  # the start of a span may have been moved
        if same is None and at_start is not None and at_start.start == mark.start:
            return at_start
        return same

    def mark(self, key: MarkKey) -> Mark | None:
        """Return the mark with that key."""
        # Most are a step away from the focused one, and there may be twenty thousand.
        here = 0 if self.focused is None else bisect_left(self.marks, self.focused.start, key=mark_start)
        after = (mark for mark in self.marks[here:] if mark.key == key)
        before = (mark for mark in reversed(self.marks[:here]) if mark.key == key)
        return next(after, None) or next(before, None)

    def mark_on(self, start: int, end: int) -> Mark | None:
        """Return the first mark that shares a code point with ``start`` to ``end``."""
        index = bisect_left(self.marks, start + 1, key=mark_end)
        mark = self.marks[index] if index < len(self.marks) else None
        return mark if mark is not None and mark.start < end else None

    def neighbour(self, by: int, *, here: int) -> Mark | None:
        """Return the mark after (``by=1``) or before (``by=-1``) the focused one, or the code point ``here``."""
        if self.focused is None:
            start = end = here
        else:
            start, end = self.focused.start, self.focused.end
        index = bisect_left(self.marks, end if by > 0 else start, key=mark_start) - (by < 0)
        return self.marks[index] if 0 <= index < len(self.marks) else None

    # The selection and the cursor

    def select(self, selection: tuple[int, int] | None) -> None:
        """Select start to end, which lie on the grid, or nothing."""
        before, self.selection = self.selection, selection
        if selection is None:
            self._anchor = None
        if before == selection:
            return
        for each in (before, selection):
            if each is not None:
                self._repaint(*each)
        self._selection_changed()

    def show_preview(self, extent: tuple[int, int] | None) -> None:
        """Show where a mark would lie, or no longer."""
        before, self.preview = self.preview, extent
        for each in (before, extent):
            if each is not None and before != extent:
                self._repaint(*each)

    def put_cursor(self, token: int | None) -> None:
        """Put the cursor on a token."""
        before, self.cursor, self._anchor = self.cursor, token, None
        for each in (before, token):
            if each is not None and before != token:
                self._repaint(self.grid.starts[each], self.grid.ends[each])

    def move_cursor(self, token: int) -> None:
        """Put the cursor on a token, select nothing, and focus the mark there, or none."""
        self.select(None)
        self.put_cursor(token)
        self.focus(self.mark_on(self.grid.starts[token], self.grid.ends[token]))

    def extend_to(self, token: int) -> None:
        """Select from where the cursor was when extending began to ``token``; no mark keeps the focus."""
        anchor = self.cursor if self._anchor is None else self._anchor
        if anchor is None:
            anchor = token
        first, last = sorted((anchor, token))
        self.put_cursor(token)
        self.focus(None)
        self.select(snap(self.text, self.grid, self.grid.starts[first], self.grid.ends[last]))
        self._anchor = anchor

    def word(self) -> tuple[int, int] | None:
        """Return start and end of the word the cursor is on."""
        if self.cursor is None:
            return None
        return self.grid.starts[self.cursor], self.grid.ends[self.cursor]


def mark_start(mark: Mark) -> int:
    """Return where the mark starts; a key to search by."""
    return mark.start


def mark_end(mark: Mark) -> int:
    """Return where the mark ends; a key to search by."""
    return mark.end
