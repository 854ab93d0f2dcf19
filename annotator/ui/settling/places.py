"""What the text of an article shows of those who marked it: values only, no Qt in it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Standing(Enum):
    """How far a place is."""

    OPEN = "open"
    AGREED = "agreed"
    SETTLED = "settled"


class Version(NamedTuple):
    """What one annotator has at a place.

    Attributes:
        lane: which of the annotators, counted from 0.
        start: first code point.
        end: one past the last.
        label: id of the label; None where the annotator has nothing there, and start and end are those of the place.
    """

    lane: int
    start: int
    end: int
    label: str | None


class Place(NamedTuple):
    """A stretch of the text at which somebody has something.

    Attributes:
        start: first code point of all that is there.
        end: one past the last.
        standing: how far it is.
        versions: what each annotator has there, lane by lane.
        final: start, end and label of what stands there: what was settled, or what all agree on.
    """

    start: int
    end: int
    standing: Standing
    versions: tuple[Version, ...] = ()
    final: tuple[tuple[int, int, str], ...] = ()


def letter_of(lane: int, lanes: int) -> str:
    """Return what an annotator is called in the text and on the keys: A or B, or a number where there are more."""
    return "AB"[lane] if lanes == 2 else str(lane + 1)


def lanes_above(lanes: int) -> int:
    """Return how many of the annotators stand above the line of text; the others stand below it."""
    return (lanes + 1) // 2
