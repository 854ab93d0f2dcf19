"""The token grid of an article, and how a free selection snaps to it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from annotator.core.errors import UserError
from annotator.core.grid_pages import GridPages, PagedEdges

# Words that French elides before a vowel: they belong to what comes before, never to the name.
_ELIDED = frozenset({"l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"})
_APOSTROPHES = "'’ʼ´`"
_TRIMMED = frozenset("«“‘\"'([{‹„¿¡<»”’)]}›>.,;:!?…-–—*•")
_PAIRS = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“", "›": "‹"}
_LONG = 2**15  # bytes of a packed grid from which on it is unpacked where it is looked at


@dataclass(frozen=True, slots=True, eq=False)
class TokenGrid:
    """Where the tokens of one text start and end, in code points.

    Attributes:
        starts: first code point of each token, rising.
        ends: one past the last code point of each token; ``ends[i] <= starts[i + 1]``.
    """

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, tokens: Iterable[tuple[int, int]]) -> TokenGrid:
        """Build a grid from ``(start, end)`` pairs in text order."""
        pairs = list(tokens)
        return cls(array("I", [start for start, _ in pairs]), array("I", [end for _, end in pairs]))

    def __len__(self) -> int:
        return len(self.starts)

    def __eq__(self, other: object) -> bool:
        """Tell whether another grid has the same tokens, however it is held."""
        if not isinstance(other, TokenGrid):
            return NotImplemented
        return list(self.starts) == list(other.starts) and list(self.ends) == list(other.ends)

    __hash__ = None  # type: ignore[assignment]

    def holds(self, start: int, end: int) -> bool:
        """Tell whether ``start`` begins a token and ``end`` ends that token or a later one."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.ends, end)
        return (
            first < len(self.starts)
            and self.starts[first] == start
            and last < len(self.ends)
            and self.ends[last] == end
            and first <= last
        )

    def touching(self, start: int, end: int) -> range:
        """Return the indices of the tokens that share a code point with ``start`` to ``end``.

        An empty range of text (``start == end``) touches the token it lies in, or none.
        """
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, max(end, start + 1))
        return range(first, max(first, last))

    def to_bytes(self) -> bytes:
        """Pack the grid: one type code, then gap and length of each token in turn.

        The gap is counted from the end of the token before. Most articles need one byte a number.
        """
        before = chain((0,), self.ends)
        steps = [
            step
            for start, end, last in zip(self.starts, self.ends, before, strict=False)
            for step in (start - last, end - start)
        ]
        widest = max(steps, default=0)
        code = "B" if widest < 2**8 else "H" if widest < 2**16 else "I"
        packed = array(code, steps)
        if _BIG_ENDIAN:
            packed.byteswap()
        return code.encode() + packed.tobytes()

    @classmethod
    def from_bytes(cls, packed: bytes) -> TokenGrid:
        """Unpack what `to_bytes` packed; the grid of a long text is unpacked where it is looked at.

        Raises:
            ValueError: the bytes are not a packed grid.
        """
        code = packed[:1].decode("ascii", "replace")
        if code not in ("B", "H", "I"):
            raise ValueError("not a packed token grid")
        steps = array(code)
        steps.frombytes(packed[1:])
        if _BIG_ENDIAN:
            steps.byteswap()
        if len(steps) % 2:
            raise ValueError("a packed token grid ends in the middle of a token")
        if len(packed) > _LONG:
            pages = GridPages(packed[1:] if code == "B" else steps)  # bytes add up faster than an array
            return cls(PagedEdges(pages, 0), PagedEdges(pages, 1))
        edges = array("I", accumulate(steps))
        return cls(edges[::2], edges[1::2])


_BIG_ENDIAN = array("H", [1]).tobytes() == b"\x00\x01"


def snap(text: str, grid: TokenGrid, start: int, end: int) -> tuple[int, int] | None:
    """Return the span a person means who selects ``start`` to ``end`` of ``text`` by hand, or None.

    Every token touched is taken whole; then white space, quotation marks, brackets and punctuation are
    trimmed from both ends, and so are elided words (``l'``, ``d'``, ``qu'``). A bracket or quotation mark that
    closes one inside stays.
    """
    tokens = grid.touching(min(start, end), max(start, end))
    first, last = tokens.start, tokens.stop

    def word(index: int) -> str:
        return text[grid.starts[index] : grid.ends[index]]

    while first < last and _is_trimmed(word(first)):
        first += 1
    while first < last and _is_trimmed(word(last - 1)):
        opener = _PAIRS.get(word(last - 1))
        if opener is not None and any(word(index) == opener for index in range(first, last)):
            break
        last -= 1
    if first == last:
        return None
    return grid.starts[first], grid.ends[last - 1]


def _is_trimmed(word: str) -> bool:
    return not word.strip() or all(character in _TRIMMED for character in word) or _is_elided(word)


def _is_elided(word: str) -> bool:
    return word[-1:] in tuple(_APOSTROPHES) and word[:-1].lower() in _ELIDED


def require_on_grid(text: str, grid: TokenGrid, start: int, end: int) -> None:
    """Raise `UserError` where ``start`` to ``end`` is not made of whole tokens of ``text``, or begins or ends blank."""
    shown = text[start:end]
    if not grid.holds(start, end) or shown != shown.strip():
        raise UserError(
            f"“{shown}” ({start}–{end}) does not start and end on a token boundary; select whole words.",
            f"« {shown} » ({start}–{end}) ne commence et ne finit pas sur une limite de mot ; "
            "sélectionnez des mots entiers.",
        )


def move_edge(
    text: str, grid: TokenGrid, start: int, end: int, *, start_by: int = 0, end_by: int = 0
) -> tuple[int, int]:
    """Return ``start`` to ``end`` with its edges moved by whole tokens; blank tokens are stepped over.

    An edge stays where the text ends or where the span would become empty.
    """
    worded = [index for index in _around(grid, start, end) if text[grid.starts[index] : grid.ends[index]].strip()]
    inside = [place for place, index in enumerate(worded) if start <= grid.starts[index] < end]
    if not inside:
        return start, end
    first = min(max(inside[0] + start_by, 0), inside[-1])
    last = max(min(inside[-1] + end_by, len(worded) - 1), inside[0] if start_by == 0 else first)
    return grid.starts[worded[first]], grid.ends[worded[last]]


def _around(grid: TokenGrid, start: int, end: int) -> range:
    """Return the tokens of a span and as many around it as one step with blanks in between may need."""
    tokens = grid.touching(start, end)
    return range(max(0, tokens.start - 8), min(len(grid), tokens.stop + 8))
