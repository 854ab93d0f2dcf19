"""The packed token grid of a long article, of which only what is looked at is ever unpacked.

An article of a million characters has some two hundred thousand tokens. Unpacking them all takes longer than painting
the page a person sees; finding the few tokens of that page takes next to nothing.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import overload

_TOKENS = 1024
"""Tokens in a page: unpacking one is not felt, and there are few enough to add them all up when the grid is read."""


class GridPages:
    """The edges of the tokens of one text, page by page.

    Args:
        steps: gap and length of each token in turn, as `annotator.core.tokens.TokenGrid.to_bytes` packs them.
    """

    __slots__ = ("_befores", "_pages", "_steps")

    def __init__(self, steps: Sequence[int]) -> None:
        sums = (sum(steps[at : at + 2 * _TOKENS]) for at in range(0, len(steps), 2 * _TOKENS))
        self._steps = steps
        self._befores = list(accumulate(sums, initial=0))
        self._pages: dict[int, array[int]] = {}

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self._steps) // 2

    def edge(self, token: int, side: int) -> int:
        """Return where a token starts (``side`` 0) or ends (1), in code points."""
        number, place = divmod(token, _TOKENS)
        page = self._pages.get(number)
        if page is None:
            first = 2 * _TOKENS * number
            steps = accumulate(self._steps[first : first + 2 * _TOKENS], initial=self._befores[number])
            page = self._pages[number] = array("I", steps)  # its first number is where the page before ends
        return page[2 * place + 1 + side]

    def edges(self, side: int) -> array[int]:
        """Return where all tokens start (``side`` 0) or end (1), in code points."""
        return array("I", accumulate(self._steps))[side::2]


class PagedEdges(Sequence[int]):
    """Where the tokens of a long text start (``side`` 0) or end (1), as a sequence of code points."""

    __slots__ = ("_pages", "_side")

    def __init__(self, pages: GridPages, side: int) -> None:
        self._pages = pages
        self._side = side

    def __len__(self) -> int:
        return len(self._pages)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return self._pages.edges(self._side)[index]
        count = len(self._pages)
        if not -count <= index < count:
            raise IndexError(index)
        return self._pages.edge(index % count, self._side)

    def __iter__(self) -> Iterator[int]:
        return iter(self._pages.edges(self._side))
