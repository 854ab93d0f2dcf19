"""What a chart shows, before anybody draws it: the places along it, and a row of numbers for each series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

Number = float | None
"""A value of a series; None where there is none, which is not nought."""


class Kind(Enum):
    """How a chart is drawn."""

    BARS = auto()
    """A row for each place, bars from the left: for names."""
    COLUMNS = auto()
    """A column for each place, in their order: for lengths, months."""
    LINES = auto()
    """A line for each series, over days or numbers."""
    INTERVALS = auto()
    """A row for each place: a dot at the value, and how far it may be out."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers.

    Attributes:
        name: what they are numbers of.
        values: one for each place.
        colour: ``#rrggbb``; by default one of the window's own. Drawn darker or lighter where it would not be seen.
        colours: a colour for each place instead, for bars: those of labels.
        low: how low each may be, where that is known.
        high: how high each may be.
        dashed: it is not counted but expected.
    """

    name: str
    values: Sequence[Number]
    colour: str = ""
    low: Sequence[Number] = ()
    high: Sequence[Number] = ()
    dashed: bool = False
    colours: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        title: what it shows; also what its files are called.
        kind: how it is drawn.
        places: names, days or numbers, one for each value of a series. Days and numbers rise.
        series: the rows of numbers.
        unit: of the numbers, such as ``"articles"``; ``"%"`` where they are shares, 0 to 1.
        places_name: what the places are: the head of their column in the table.
        stacked: the bars or columns of a place stand on one another and not beside.
    """

    title: str
    kind: Kind
    places: Sequence[str | date | float]
    series: Sequence[Series]
    unit: str
    places_name: str = ""
    stacked: bool = False

    @property
    def shares(self) -> bool:
        """Whether its numbers are shares, 0 to 1."""
        return self.unit == "%"

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw: no number, or nought alone."""
        return not any(value for each in self.series for value in each.values)

    def columns(self) -> list[tuple[str, Sequence[Number]]]:
        """Return the columns of its table but for that of the places, each with its head."""
        found: list[tuple[str, Sequence[Number]]] = []
        for each in self.series:
            found.append((each.name, each.values))
            if each.low:
                found += [(f"{each.name} (≥)", each.low), (f"{each.name} (≤)", each.high)]
        return found
