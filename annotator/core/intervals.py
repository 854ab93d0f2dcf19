"""Shares with what they leave open: of few cases a share says less than of many."""

from __future__ import annotations

from math import sqrt
from typing import Any, NamedTuple

_Z = 1.959963984540054  # of the normal distribution, 95 % lie so many standard deviations around the mean


class Share(NamedTuple):
    """How many cases of how many were of one kind.

    Attributes:
        hits: how many were, from 0 to ``of``.
        of: how many cases there were.
    """

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None where there was no case."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval at 95 % (Wilson 1927, without continuity correction), lowest and highest share.

        Where the same is tried very often, 19 of 20 such intervals hold the share that many more cases would show; it
        takes cases to be independent of one another, which those of one article are not quite. None where there was no
        case.
        """
        if not self.of:
            return None
        share, weight = self.hits / self.of, _Z * _Z / self.of
        middle = (share + weight / 2) / (1 + weight)
        half = _Z / (1 + weight) * sqrt(share * (1 - share) / self.of + weight / (4 * self.of))
        # At both ends the interval ends at the share itself, which floating point would miss by a hair.
        return 0.0 if not self.hits else middle - half, 1.0 if self.hits == self.of else middle + half

    def to_json(self) -> dict[str, Any]:
        """Return ``{"hits", "of", "value", "low", "high"}``, the last three null where there was no case."""
        low, high = self.interval or (None, None)
        return {"hits": self.hits, "of": self.of, "value": self.value, "low": low, "high": high}
