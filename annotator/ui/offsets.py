"""Positions: code points in the article, UTF-16 units and blocks in Qt; pure Python.

The article, the token grid and every span count code points. Qt counts UTF-16 units, and sees the article as
blocks: one for each paragraph, or several where a paragraph is so long that laying it out at once would be felt.
Everything in the window that crosses from one count to the other goes through `TextMap`; nothing else adds or
subtracts positions.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

LONGEST_BLOCK = 4000
"""A paragraph of more code points than this is laid out as several blocks."""

_FURTHEST_STEP_BACK = 64
# Few articles hold anything of this, and they alone wait for the expressions to be compiled.
_ASTRAL = "[\U00010000-\U0010ffff]"
_ZERO_WIDTH_JOINER = "\u200d"
# What Qt takes for structure instead of text, or cannot hold: controls but tab and line feed, the next-line
# character, the line and paragraph separators, non-characters, the object replacement character, lone surrogates.
_TROUBLE = "[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"

# The blocks of Hebrew, Arabic and their kin.
_RIGHT_TO_LEFT = "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
# In UTF-8: printable ASCII, tab and line feed, the letters of Latin script, and what follows a first byte.
_HARMLESS = bytes([0x09, 0x0A, *range(0x20, 0x7F), *range(0x80, 0xC0), *range(0xC3, 0xCD)])
_NEXT_LINE, _SEPARATORS = "\x85".encode(), ("\u2028".encode(), "\u2029".encode())
_RIGHT_TO_LEFT_MARK = "\u200f".encode()


class _Inventory:
    """What of the unusual may be in a text, found a hundred times faster than by looking at every character.

    Attributes:
        trouble: something that troubles Qt.
        astral: characters of two UTF-16 units.
        leftward: text that runs from right to left.
    """

    __slots__ = ("astral", "leftward", "trouble")

    def __init__(self, text: str) -> None:
        encoded = text.encode("utf-8", "surrogatepass")
        first = set(encoded.translate(None, _HARMLESS))
        self.trouble = (
            any(byte < 0x80 or byte in (0xED, 0xEF) for byte in first)
            or (0xC2 in first and _NEXT_LINE in encoded)
            or (0xE2 in first and any(separator in encoded for separator in _SEPARATORS))
        )
        self.astral = any(byte >= 0xF0 for byte in first)
        self.leftward = any(0xD6 <= byte <= 0xE0 or byte in (0xEF, 0xF0) for byte in first) or (
            0xE2 in first and _RIGHT_TO_LEFT_MARK in encoded
        )


def displayable(text: str) -> str:
    """Return ``text`` with every character that troubles Qt replaced by a visible one of the same length.

    Lengths stay equal in code points and in UTF-16 units: all these characters, and all that stand for them, lie in
    the basic plane.
    """
    return re.sub(_TROUBLE, _stand_in, text) if _Inventory(text).trouble else text


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if character in "\x85\u2028\u2029":
        return "↵"
    if character < "\x20":
        return chr(0x2400 + ord(character))  # the picture of that control character
    return "␡" if character == "\x7f" else "\ufffd"


class Utf16Map:
    """Conversion between the code points and the UTF-16 units of one text.

    Args:
        text: the text.
        astral: False where it is known to have no characters of two units, to save looking for them.
    """

    __slots__ = ("_astral", "_astral_units")

    def __init__(self, text: str, *, astral: bool = True) -> None:
        found = (match.start() for match in re.finditer(_ASTRAL, text)) if astral else ()
        self._astral = array("I", found)
        self._astral_units = array("I", (point + index for index, point in enumerate(self._astral)))

    def units(self, point: int) -> int:
        """Return the UTF-16 offset of the code point offset ``point``."""
        return point + bisect_left(self._astral, point) if self._astral else point

    def point(self, unit: int) -> int:
        """Return the code point offset of the UTF-16 offset ``unit``; inside a surrogate pair, that of the pair."""
        return unit - bisect_left(self._astral_units, unit) if self._astral else unit


class TextMap:
    """Where each code point of an article lies in the blocks that Qt lays out.

    Args:
        text: the article.
        longest: paragraphs of more code points than this are cut into several blocks, after a sentence if possible.

    Attributes:
        shown: the text to give to Qt; its blocks are the lines of it.
    """

    __slots__ = ("_closes", "_ends", "_may_run_left", "_starts", "_utf16", "shown", "text")

    def __init__(self, text: str, *, longest: int = LONGEST_BLOCK) -> None:
        if longest < 2:
            raise ValueError("a block holds two code points at least")
        self.text = text
        inventory = _Inventory(text)
        self._utf16 = Utf16Map(text, astral=inventory.astral)
        self._may_run_left = inventory.leftward
        self._starts = array("I")
        self._ends = array("I")
        self._closes = bytearray()  # 1 where the block ends its paragraph
        cut = False
        start = 0
        for paragraph in text.split("\n"):
            end = start + len(paragraph)
            if end - start > longest:
                cut = True
                for stop in _cuts(text, start, end, longest):
                    self._starts.append(start)
                    self._ends.append(stop)
                    self._closes.append(stop == end)
                    start = stop
            else:
                self._starts.append(start)
                self._ends.append(end)
                self._closes.append(1)
            start = end + 1
        if cut:
            text = "\n".join([text[first:last] for first, last in zip(self._starts, self._ends, strict=True)])
        self.shown = displayable(text) if inventory.trouble else text

    def __len__(self) -> int:
        """Count the blocks; there is always one."""
        return len(self._starts)

    def piece(self, block: int) -> tuple[int, int]:
        """Return the code points that the block shows, line feed left out."""
        return self._starts[block], self._ends[block]

    def closes_paragraph(self, block: int) -> bool:
        """Tell whether the block ends its paragraph, rather than going on in the next block."""
        return bool(self._closes[block])

    def is_blank(self, block: int) -> bool:
        """Tell whether the block shows nothing."""
        return self._starts[block] == self._ends[block]

    def runs_both_ways(self, block: int) -> bool:
        """Tell whether some of the block's text runs from right to left."""
        return self._may_run_left and re.compile(_RIGHT_TO_LEFT).search(self.text, *self.piece(block)) is not None

    def block_at(self, point: int) -> int:
        """Return the block that shows the code point, or whose line feed it is; clamped to the article."""
        return max(0, bisect_right(self._starts, point) - 1)

    def locate(self, point: int) -> tuple[int, int]:
        """Return the block and the UTF-16 offset in it of the code point offset ``point``.

        A line feed, and the end of the article, lie at the end of their block.
        """
        block = self.block_at(point)
        return block, self.unit_in(block, point)

    def unit_in(self, block: int, point: int) -> int:
        """Return the UTF-16 offset of ``point`` in the block, clamped to the block."""
        start, end = self._starts[block], self._ends[block]
        point = min(max(point, start), end)
        return self._utf16.units(point) - self._utf16.units(start)

    def point(self, block: int, unit: int) -> int:
        """Return the code point offset of the UTF-16 offset ``unit`` of the block, clamped to the block."""
        start, end = self._starts[block], self._ends[block]
        return min(max(self._utf16.point(self._utf16.units(start) + unit), start), end)

    def without_trailing_space(self, block: int, unit: int, stop: int) -> int:
        """Return ``stop`` (UTF-16, in the block) moved back over white space, to ``unit`` at most."""
        shown = self.text[self.point(block, unit) : self.point(block, stop)]
        return stop - (len(shown) - len(shown.rstrip()))  # no white space is astral

    def last_cluster(self, start: int, end: int) -> int:
        """Return where the last thing a reader sees as one character of ``start`` to ``end`` begins."""
        return max(start, _cluster_start(self.text, end - 1)) if start < end else end


def _cuts(text: str, start: int, end: int, longest: int) -> Iterator[int]:
    """Yield where the blocks of the paragraph ``start`` to ``end`` end: after a sentence, else after a word."""
    while end - start > longest:
        low, high = start + longest // 2, start + longest
        stop = text.rfind(". ", low, high) + 2
        if stop < 2:
            stop = text.rfind(" ", low, high) + 1
        if stop < 1:
            stop = _cluster_start(text, high)
            stop = stop if stop > low else high
        yield stop
        start = stop
    yield end


def _cluster_start(text: str, point: int) -> int:
    """Return where the cluster of base character, marks and joined characters around ``point`` begins."""
    first = point
    for _ in range(_FURTHEST_STEP_BACK):
        if first == 0:
            break
        character = text[first]
        joins = (
            unicodedata.category(character)[0] == "M"
            or character == _ZERO_WIDTH_JOINER
            or text[first - 1] == _ZERO_WIDTH_JOINER
            or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
            or ("\U0001f1e6" <= character <= "\U0001f1ff" and "\U0001f1e6" <= text[first - 1] <= "\U0001f1ff")  # flags
        )
        if not joins:
            break
        first -= 1
    return first
