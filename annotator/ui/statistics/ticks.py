"""Where the ticks of a chart's axes stand, and how labels keep apart. Pure Python, nothing of Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

_STEPS = (1, 2, 5, 10)
_MONTHS = (1, 3, 6)


def number_ticks(highest: float, most: int, *, whole: bool) -> list[float]:
    """Return round numbers from nought to the first that is not below ``highest``.

    Args:
        highest: the highest value, not negative.
        most: how many ticks there is room for, nought among them.
        whole: only whole numbers are meant, as of things counted.
    """
    if highest <= 0:
        return [0.0, 1.0]
    rough = highest / max(1, most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * each for each in _STEPS if power * each >= rough * (1 - 1e-9))
    if whole:
        step = max(1.0, float(round(step)))
    count = math.ceil(highest / step - 1e-9)
    return [each * step for each in range(count + 1)]


def date_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """Return days to mark on an axis from ``first`` to ``last``, each with the format of what is written there.

    They are single days, Mondays, firsts of months or of years, whichever there is room for; the format is one of
    Qt's: ``"d MMM"``, ``"MMM yyyy"`` or ``"yyyy"``.
    """
    days, most = (last - first).days + 1, max(2, most)
    if days <= most:
        return [(first + timedelta(each), "d MMM") for each in range(days)]
    for step in (2, 7, 14):
        if days / step <= most:
            begin = first if step == 2 else first + timedelta(-first.weekday() % 7)
            return [(begin + timedelta(each), "d MMM") for each in range(0, (last - begin).days + 1, step)]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    for step in _MONTHS:
        if months / step <= most:
            return [(each, "MMM yyyy") for each in _firsts(first, last, step)]
    step = 12 * max(1, math.ceil(months / 12 / most))
    return [(each, "yyyy") for each in _firsts(first, last, step)]


def _firsts(first: date, last: date, step: int) -> list[date]:
    """Return the firsts of months in a range, every so many months counted from January of year 0."""
    month = first.year * 12 + first.month - 1
    if first.day > 1:
        month += 1
    month += -month % step
    found = []
    while (day := date(month // 12, month % 12 + 1, 1)) <= last:
        found.append(day)
        month += step
    return found


def thinned(places: Sequence[float], gap: float) -> list[int]:
    """Return which of some places are named, so that two names stand at least ``gap`` apart.

    Args:
        places: where each stands, in rising order.
        gap: how much room a name takes, in the same unit.

    Returns:
        Indices into the places; the first is among them.
    """
    found: list[int] = []
    for at, place in enumerate(places):
        if not found or place - places[found[-1]] >= gap * (1 - 1e-9):
            found.append(at)
    return found


def spread(wanted: Sequence[float], gap: float) -> list[float]:
    """Move labels apart so that none lies over another, each as near to where it belongs as that allows.

    Args:
        wanted: where the middle of each belongs, in pixels.
        gap: how far apart two middles are at least.

    Returns:
        Where to put each, in the order given.
    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    # Labels that touch make a block, which stands around the mean of what its labels want.
    blocks: list[tuple[float, list[int]]] = []
    for each in order:
        middle, members = wanted[each], [each]
        while blocks and middle - blocks[-1][0] < gap * (len(members) + len(blocks[-1][1])) / 2:
            before = blocks.pop()[1]
            members = before + members
            middle = sum(wanted[one] for one in members) / len(members)
        blocks.append((middle, members))
    found = [0.0] * len(wanted)
    for middle, members in blocks:
        for at, each in enumerate(members):
            found[each] = middle + gap * (at - (len(members) - 1) / 2)
    return found
