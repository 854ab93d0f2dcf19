"""What was settled at one place of an article where annotators may differ: a value of the settled layer."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from annotator.core.wording import Wording


class Choice(StrEnum):
    """How a place was settled."""

    AGREED = "agreed"
    """As a rule has it, accepted in bulk."""
    TAKEN = "taken"
    """As one of the annotators has it, be it nothing."""
    DRAWN = "drawn"
    """By hand, otherwise than anybody."""
    NEITHER = "neither"
    """Nothing is to be marked there."""

    @property
    def wording(self) -> Wording:
        """What the choice is called."""
        return _CHOICES[self]


_CHOICES = {
    Choice.AGREED: Wording("agreed", "d'accord"),
    Choice.TAKEN: Wording("taken", "pris"),
    Choice.DRAWN: Wording("drawn", "tracé"),
    Choice.NEITHER: Wording("neither", "ni l'un ni l'autre"),
}


class Settlement(NamedTuple):
    """What was decided at a place; the spans there are those of the settled layer's annotation.

    Attributes:
        start: first code point of the place.
        end: one past its last code point.
        choice: how it was settled.
        taken_from: id of the annotator whose spans were taken, if anybody's.
        by: id of the annotator who decided.
        reason: why, in that person's words.
    """

    start: int
    end: int
    choice: Choice
    taken_from: int | None
    by: int
    reason: str | None = None
