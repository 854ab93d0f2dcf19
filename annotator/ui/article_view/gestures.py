"""What the mouse does while a button is down: gestures, each made when it starts, then moved, ended or cancelled.

No Qt in it: gestures know code points and change what a person attends to; what comes of them they say at the end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Protocol

from annotator.core.annotation import Mark
from annotator.core.tokens import TokenGrid, snap
from annotator.ui.article_view import token_cursor
from annotator.ui.article_view.attention import Attention, MarkKey, mark_start


class Gesture(Protocol):
    """One press of the mouse button until its release.

    Attributes:
        moved: whether it ever was; a press that was not moved is a click.
    """

    moved: bool

    def move(self, point: int | None) -> None:
        """Show what would come of it if the button were released at a code point, or at None, beside the text."""

    def end(self) -> None:
        """Do what was shown last."""

    def cancel(self) -> None:
        """Leave everything as it was before it started."""


class Selecting:
    """Selects whole words.

    Args:
        attention: what it changes.
        start: first code point where it began.
        end: one past the last one where it began: equal to ``start``, or the end of a word that it began with.
        selected: called at the end with start and end of what is selected, if anything is.
    """

    def __init__(self, attention: Attention, start: int, end: int, *, selected: Callable[[int, int], None]) -> None:
        self._attention = attention
        self._start = start
        self._end = end
        self._selected = selected
        self._before = attention.selection
        self.moved = start < end
        if self.moved:
            attention.select(snap(attention.text, attention.grid, start, end))

    def move(self, point: int | None) -> None:
        """Select from where it began to the token at ``point``; nothing where it never was on the text."""
        self.moved = True
        attention = self._attention
        if point is None:
            attention.select(None)
        else:
            start, end = min(self._start, point), max(self._end, point)
            attention.select(snap(attention.text, attention.grid, start, end))

    def end(self) -> None:
        """Put the cursor on what is selected; no mark keeps the focus."""
        attention = self._attention
        selection = attention.selection
        if selection is not None:
            attention.focus(None)
            attention.put_cursor(token_cursor.nearest(attention.text, attention.grid, selection[0]))
            self._selected(*selection)

    def cancel(self) -> None:
        """Select what was selected before."""
        self._attention.select(self._before)


class MovingEdge:
    """Moves the start or the end of a mark, as far as the marks beside it.

    Args:
        attention: what it changes.
        mark: the mark.
        at_start: whether its start is moved rather than its end.
        resized: called at the end with the key of the mark and its new start and end, if they differ.
    """

    def __init__(
        self, attention: Attention, mark: Mark, *, at_start: bool, resized: Callable[[MarkKey, int, int], None]
    ) -> None:
        self._attention = attention
        self._mark = mark
        self._at_start = at_start
        self._resized = resized
        self.moved = False

    def move(self, point: int | None) -> None:
        """Show where the mark would lie if its edge were moved to the token at ``point``."""
        self.moved = True
        if point is not None:
            self._attention.show_preview(self._moved_to(point))

    def _moved_to(self, point: int) -> tuple[int, int]:
        text, grid, mark = self._attention.text, self._attention.grid, self._mark
        first, last = self._free()
        if self._at_start:
            found = snap(text, grid, min(max(point, first), mark.end - 1), mark.end)
            return (mark.start if found is None else found[0]), mark.end
        found = snap(text, grid, mark.start, max(min(point, last), mark.start + 1))
        return mark.start, (mark.end if found is None else found[1])

    def _free(self) -> tuple[int, int]:
        """Return the code points between the mark before and the mark after."""
        marks = self._attention.marks
        row = bisect_left(marks, self._mark.start, key=mark_start)
        first = marks[row - 1].end if row > 0 else 0
        return first, marks[row + 1].start if row + 1 < len(marks) else len(self._attention.text)

    def end(self) -> None:
        """Ask for what was shown, where it differs from what is."""
        extent = self._attention.preview
        self._attention.show_preview(None)
        if extent is not None and extent != (self._mark.start, self._mark.end):
            self._resized(self._mark.key, *extent)

    def cancel(self) -> None:
        """Show the mark where it was."""
        self._attention.show_preview(None)


def word_at(text: str, grid: TokenGrid, point: int) -> tuple[int, int] | None:
    """Return the span meant by a double-click on the code point ``point``, or None on white space or punctuation.

    A double-click on an elided article means the word it stands before.
    """
    touched = grid.touching(point, point)
    if not touched:
        return None
    first = touched.start
    found = snap(text, grid, grid.starts[first], grid.ends[first])
    if found is None and text[grid.starts[first] : grid.ends[first]][:1].isalpha() and first + 1 < len(grid):
        found = snap(text, grid, grid.starts[first + 1], grid.ends[first + 1])
    return found
