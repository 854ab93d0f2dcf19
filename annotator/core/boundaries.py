"""Where two annotators drew the edges of what both marked: who begins or ends it earlier, and which words that is."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from annotator.core.agreement import Pair
from annotator.core.wording import Wording

_MOST = 80
"""Code points of the words that are kept: longer runs are mistakes that do not repeat."""


class Edge(StrEnum):
    """What the first annotator does otherwise than the second at an edge."""

    START_EARLIER = "start earlier"
    START_LATER = "start later"
    END_EARLIER = "end earlier"
    END_LATER = "end later"

    @property
    def wording(self) -> Wording:
        """What the difference is called."""
        return _EDGES[self]


_EDGES = {
    Edge.START_EARLIER: Wording("the first starts earlier", "le premier commence plus tôt"),
    Edge.START_LATER: Wording("the first starts later", "le premier commence plus tard"),
    Edge.END_EARLIER: Wording("the first ends earlier", "le premier finit plus tôt"),
    Edge.END_LATER: Wording("the first ends later", "le premier finit plus tard"),
}


def edges(pair: Pair) -> Iterator[tuple[Edge, int, int]]:
    """Yield how the edges of a pair differ, each with the run of text that only one of its spans has.

    Nothing is yielded where both spans are at the same place, or one is missing.
    """
    if pair.first is None or pair.second is None:
        return
    (start, end, _), (other_start, other_end, _) = pair.first, pair.second
    if start != other_start:
        yield (
            Edge.START_EARLIER if start < other_start else Edge.START_LATER,
            min(start, other_start),
            max(start, other_start),
        )
    if end != other_end:
        yield Edge.END_EARLIER if end < other_end else Edge.END_LATER, min(end, other_end), max(end, other_end)


def words(text: str, start: int, end: int) -> str:
    """Return the words of a run of text as they are counted: on one line, in small letters, long ones cut short."""
    said = " ".join(text[start : min(end, start + _MOST + 1)].split()).lower()
    return said if len(said) <= _MOST else said[:_MOST].rstrip() + "…"
