"""Where the keyboard takes the token cursor: pure functions over a text and its token grid.

The cursor rests on words only: white space, punctuation and elided articles are stepped over, since a selection
would leave them out anyway.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from annotator.core.tokens import TokenGrid, snap

_SENTENCE_ENDS = frozenset(".!?…")


def is_word(text: str, grid: TokenGrid, token: int) -> bool:
    """Tell whether the cursor may rest on the token."""
    return snap(text, grid, grid.starts[token], grid.ends[token]) is not None


def step(text: str, grid: TokenGrid, token: int, *, by: int) -> int:
    """Return the next word after (``by=1``) or before (``by=-1``) the token; the token itself if there is none."""
    other = token + by
    while 0 <= other < len(grid):
        if is_word(text, grid, other):
            return other
        other += by
    return token


def nearest(text: str, grid: TokenGrid, point: int) -> int | None:
    """Return the word at the code point offset ``point``, or the nearest one after it, else before it."""
    at = max(0, bisect_right(grid.starts, point) - 1)
    if at < len(grid) and grid.ends[at] <= point and at + 1 < len(grid):
        at += 1
    for token in range(at, len(grid)):
        if is_word(text, grid, token):
            return token
    for token in range(min(at, len(grid) - 1), -1, -1):
        if is_word(text, grid, token):
            return token
    return None


def last_before(text: str, grid: TokenGrid, point: int) -> int:
    """Return the last word that begins before the code point offset ``point``, or -1 if there is none."""
    token = bisect_left(grid.starts, point) - 1
    while token >= 0 and not is_word(text, grid, token):
        token -= 1
    return token


def sentence(text: str, grid: TokenGrid, token: int, *, by: int) -> int:
    """Return the first word of the next (``by=1``) or of this or the previous (``by=-1``) sentence."""
    return _leap(text, grid, token, by=by, ends=_ends_sentence)


def paragraph(text: str, grid: TokenGrid, token: int, *, by: int) -> int:
    """Return the first word of the next (``by=1``) or of this or the previous (``by=-1``) paragraph."""
    return _leap(text, grid, token, by=by, ends=_ends_paragraph)


def _leap(text: str, grid: TokenGrid, token: int, *, by: int, ends: Callable[[str, TokenGrid, int, int], bool]) -> int:
    other = token
    while (following := step(text, grid, other, by=by)) != other:
        other = following
        before = step(text, grid, other, by=-1)
        if before == other or ends(text, grid, before, other):
            return other
    return other


def _ends_sentence(text: str, grid: TokenGrid, before: int, after: int) -> bool:
    between = text[grid.ends[before] : grid.starts[after]]
    return "\n" in between or any(character in _SENTENCE_ENDS for character in between)


def _ends_paragraph(text: str, grid: TokenGrid, before: int, after: int) -> bool:
    return "\n" in text[grid.ends[before] : grid.starts[after]]
