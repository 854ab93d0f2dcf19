"""Whether two colours can be told apart, by eyes with three kinds of cones and by those with two.

What is seen without one kind of cones follows Machado, Oliveira and Fernandes (2009); how far two colours are apart is
their distance in CIELAB.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import dist

Triple = tuple[float, float, float]

APART = 15.0
"""The least distance in CIELAB at which two patches side by side are told apart at a glance."""

EYES: Mapping[str, tuple[Triple, Triple, Triple]] = {
    "all": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""Matrices on linear RGB: what eyes see that lack no cones, those for red, for green or for blue."""

_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def distance(one: str, other: str, *, eyes: str = "all") -> float:
    """Return how far two colours ``#rrggbb`` are apart for one of `EYES`; 0 for the same, about 100 at most."""
    return dist(_lab(one, eyes), _lab(other, eyes))


def alike(colours: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the pairs of colours that some eyes hardly tell apart: two indices, and the first of `EYES` that fail."""
    found = []
    for one, other in combinations(range(len(colours)), 2):
        for eyes in EYES:
            if distance(colours[one], colours[other], eyes=eyes) < APART:
                found.append((one, other, eyes))
                break
    return found


def _lab(colour: str, eyes: str) -> Triple:
    linear = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    seen = [min(1.0, max(0.0, _dot(row, linear))) for row in EYES[eyes]]
    x, y, z = (_bent(_dot(row, seen) / white) for row, white in zip(_TO_XYZ, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _dot(row: Triple, values: Sequence[float]) -> float:
    return sum(one * other for one, other in zip(row, values, strict=True))


def _bent(share: float) -> float:
    return share ** (1 / 3) if share > (6 / 29) ** 3 else share / (3 * (6 / 29) ** 2) + 4 / 29


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
