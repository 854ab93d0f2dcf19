"""How the article is set: typeface, size, line height and width of the column; values only."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import NamedTuple

_SERIF = (
    "Source Serif 4",
    "Source Serif Pro",
    "Source Serif",
    "Noto Serif",
    "Charter",
    "Iowan Old Style",
    "P052",
    "Georgia",
    "DejaVu Serif",
)
_SANS = (
    "Source Sans 3",
    "Source Sans Pro",
    "Noto Sans",
    "Inter",
    "Cantarell",
    "Segoe UI",
    "Helvetica Neue",
    "Liberation Sans",
    "Nimbus Sans",
    "DejaVu Sans",
)

TYPEFACES = {"serif": _SERIF, "sans": _SANS}
"""Font families by typeface; the first one installed is used."""

POINTS = (8.0, 40.0)
"""The smallest and the largest size of the text, in points."""

LINE_HEIGHTS = (1.5, 2.4)
"""The least and the greatest distance of base lines, in sizes of the text; nearer ones would make chips touch."""

COLUMNS = (60, 80)
"""The fewest and the most characters in a full line."""


class ReadingStyle(NamedTuple):
    """How the article is set.

    Attributes:
        typeface: ``"serif"`` or ``"sans"``, one of `TYPEFACES`.
        points: size of the text.
        line_height: distance of base lines, in sizes of the text.
        columns: characters in a full line, about; fewer where the window is narrower.
    """

    typeface: str = "serif"
    points: float = 13.0
    line_height: float = 1.85
    columns: int = 72

    @property
    def families(self) -> tuple[str, ...]:
        """The font families of the typeface."""
        return TYPEFACES[self.typeface]

    def to_settings(self) -> dict[str, object]:
        """Return the style as settings keep it, ready for JSON."""
        return {
            "typeface": self.typeface,
            "points": self.points,
            "line_height": self.line_height,
            "columns": self.columns,
        }

    @classmethod
    def from_settings(cls, kept: object) -> ReadingStyle:
        """Return the style that settings kept; what is missing is as it comes, what goes too far stops at the end.

        Args:
            kept: what `to_settings` returned, or anything else that was found in its place.
        """
        kept = kept if isinstance(kept, Mapping) else {}
        plain = cls()
        typeface = kept.get("typeface")
        return cls(
            typeface if isinstance(typeface, str) and typeface in TYPEFACES else plain.typeface,
            _within(kept.get("points"), POINTS, plain.points),
            _within(kept.get("line_height"), LINE_HEIGHTS, plain.line_height),
            round(_within(kept.get("columns"), COLUMNS, plain.columns)),
        )


def _within(value: object, limits: tuple[float, float], otherwise: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return otherwise
    return min(max(value, limits[0]), limits[1])
