"""By which rule places are settled in bulk, without anybody looking at each: what annotators agree on, or nearly so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.settlement import Choice
from annotator.core.settling import Decided, Place, Side, State


class RuleKind(StrEnum):
    """What is accepted."""

    EXACT = "exact"
    """What all drew alike: the same start, end and label."""
    MAJORITY = "majority"
    """What several of them drew alike."""
    OVERLAP = "overlap"
    """Single spans of one label that share most of their characters."""


class Extent(StrEnum):
    """Which of several spans that overlap is taken."""

    FIRST = "first"
    """That of the annotator named first."""
    LONGER = "longer"
    SHORTER = "shorter"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by which places are accepted.

    Attributes:
        kind: what is accepted.
        at_least: by a majority: how many have to have drawn the same; None for more than half of those who are
            compared. Where two groups are equally large, neither is accepted.
        overlap: by overlap: which share of the characters that any of the spans covers all of them have to cover, more
            than 0, at most 1.
        extent: by overlap: which of the spans is taken; of equally long ones, that of who is named first.
    """

    kind: RuleKind = RuleKind.EXACT
    at_least: int | None = None
    overlap: float = 0.5
    extent: Extent = Extent.FIRST

    def accept(self, place: Place, *, reason: str | None = None) -> Decided | None:
        """Return what the rule decides at a place; None where it says nothing, or where it is settled already."""
        if place.state is State.SETTLED or len(place.sides) < 2:
            return None
        if place.unanimous:
            spans = place.sides[0].spans
            return Decided(place, Choice.AGREED, spans, reason=reason) if spans else None
        taken = None
        if self.kind is RuleKind.MAJORITY:
            taken = self._of_the_most(place)
        elif self.kind is RuleKind.OVERLAP:
            taken = self._of_overlapping(place)
        return None if taken is None else Decided(place, Choice.AGREED, taken.spans, taken.annotator, reason)

    def _of_the_most(self, place: Place) -> Side | None:
        groups = Counter(side.extents for side in place.sides if side.spans)
        most = groups.most_common(2)
        needed = len(place.sides) // 2 + 1 if self.at_least is None else self.at_least
        if not most or most[0][1] < needed or (len(most) == 2 and most[1][1] == most[0][1]):
            return None
        return next(side for side in place.sides if side.extents == most[0][0])

    def _of_overlapping(self, place: Place) -> Side | None:
        spans = [side.spans[0] for side in place.sides if len(side.spans) == 1]
        if len(spans) < len(place.sides) or len({span.label for span in spans}) > 1:
            return None
        shared = min(span.end for span in spans) - max(span.start for span in spans)
        covered = max(span.end for span in spans) - min(span.start for span in spans)
        if shared <= 0 or shared < self.overlap * covered:
            return None
        match self.extent:
            case Extent.FIRST:
                return place.sides[0]
            case Extent.LONGER:
                return max(place.sides, key=_length)
            case Extent.SHORTER:
                return min(place.sides, key=_length)


def _length(side: Side) -> int:
    return side.spans[0].end - side.spans[0].start
