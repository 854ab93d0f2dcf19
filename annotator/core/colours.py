"""The arithmetic of colours: mixing them, and how well one can be read on another (WCAG 2)."""

from __future__ import annotations

READABLE = 4.5
"""The least contrast of text with its background (WCAG 2, level AA)."""


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0 for black to 1 for white, as WCAG 2 defines it."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21; the order does not matter."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Return ``share`` (0 to 1) of ``colour`` over ``other``."""
    mixed = (
        round(one * share + two * (1 - share)) for one, two in zip(_channels(colour), _channels(other), strict=True)
    )
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def readable(colour: str, *backgrounds: str, least: float = READABLE) -> str:
    """Return ``colour``, moved towards black or white as little as needed for ``least`` contrast on each background.

    Where no shade reaches ``least`` on all of them, the one that comes nearest is returned.
    """

    def worst(candidate: str) -> float:
        return min(contrast(candidate, background) for background in backgrounds)

    end = max(("#000000", "#ffffff"), key=worst)
    for step in range(51):
        candidate = mix(end, colour, step / 50)
        if worst(candidate) >= least:
            return candidate
    return end


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
