"""Places counted in UTF-16 units, as JavaScript and Java count them, and whether a file counts so or in code points.

The two differ behind characters beyond U+FFFF only, such as emoji: one code point, two units.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from annotator.formats.json_fields import RawSpan

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def is_astral(text: str) -> bool:
    """Tell whether a text holds a character that is two units in UTF-16."""
    return not text.isascii() and _ASTRAL.search(text) is not None


class Utf16:
    """Turns places of one text from UTF-16 units to code points and back.

    Attributes:
        text: the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._points = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]

    def unit(self, point: int) -> int:
        """Return a place counted in code points as UTF-16 units."""
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int:
        """Return a place counted in UTF-16 units as code points; one inside a character as where that begins."""
        return unit - bisect_left(self._units, unit)

    def splits(self, unit: int) -> bool:
        """Tell whether a place in UTF-16 units lies inside a character."""
        at = bisect_left(self._units, unit)
        return at > 0 and self._units[at - 1] == unit - 1

    def spans(self, spans: Sequence[RawSpan]) -> tuple[RawSpan, ...]:
        """Return spans in UTF-16 units as spans in code points."""
        return tuple((self.point(start), self.point(end), label) for start, end, label in spans)

    def units(self, spans: Sequence[RawSpan]) -> tuple[RawSpan, ...]:
        """Return spans in code points as spans in UTF-16 units."""
        return tuple((self.unit(start), self.unit(end), label) for start, end, label in spans)

    def likely(self, spans: Sequence[RawSpan], *, by_default: bool = True) -> bool:
        """Tell whether spans are more likely counted in UTF-16 units than in code points.

        Counted the wrong way, spans begin inside words, end on blanks or leave the text; the way of counting with
        fewer such edges it is.

        Args:
            spans: as they stand in the file.
            by_default: what to say where neither is better.
        """
        in_points = sum(_odd_edges(self.text, start, end) for start, end, _ in spans)
        in_units = sum(
            self.splits(start) + self.splits(end) + _odd_edges(self.text, self.point(start), self.point(end))
            for start, end, _ in spans
        )
        return by_default if in_points == in_units else in_units < in_points


def _odd_edges(text: str, start: int, end: int) -> int:
    """Count the edges of a span that no person would have drawn."""
    if not 0 <= start < end <= len(text):
        return 3
    return sum(
        (
            start > 0 and text[start - 1].isalnum() and text[start].isalnum(),
            end < len(text) and text[end - 1].isalnum() and text[end].isalnum(),
            text[start].isspace(),
            text[end - 1].isspace(),
        )
    )
