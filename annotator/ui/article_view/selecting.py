"""The gesture that selects with the mouse: a value with a start, moves and an end; no Qt in it."""

from __future__ import annotations

from annotator.core.tokens import TokenGrid, snap


class Selecting:
    """One press of the mouse button until its release.

    Args:
        text: the article.
        grid: its tokens.
        start: first code point where it began.
        end: one past the last one where it began: equal to ``start``, or the end of a double-clicked word.
    """

    def __init__(self, text: str, grid: TokenGrid, start: int, end: int) -> None:
        self._text = text
        self._grid = grid
        self._start = start
        self._end = end
        self.dragged = start < end

    def to(self, point: int) -> tuple[int, int] | None:
        """Return the span meant by dragging to the code point offset ``point``, or None."""
        self.dragged = True
        return snap(self._text, self._grid, min(self._start, point), max(self._end, point))


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
