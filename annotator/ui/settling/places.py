"""How the annotators of an article are told apart in its text and on the keys: letters and rows, no Qt in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.settling import State

if TYPE_CHECKING:
    from annotator.core.annotation import Span
    from annotator.core.settling import Place


def letter_of(lane: int, lanes: int) -> str:
    """Return what an annotator is called: A or B, or a number where there are more than two.

    Args:
        lane: which of the annotators, counted from 0.
        lanes: how many there are.
    """
    return "AB"[lane] if lanes == 2 else str(lane + 1)


def lanes_above(lanes: int) -> int:
    """Return how many of the annotators stand above the line of text; the others stand below it."""
    return (lanes + 1) // 2


def is_open(place: Place) -> bool:
    """Tell whether something has to be decided at a place that no rule decides by itself."""
    return place.state in (State.OPEN, State.OUTDATED)


def standing(place: Place) -> tuple[Span, ...]:
    """Return what stands at a place that is not open: what was settled, or what all agree on."""
    return place.sides[0].spans if place.state is State.AGREED and place.sides else place.spans
