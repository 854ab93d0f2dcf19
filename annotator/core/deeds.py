"""What the rows of the edit log come to, in numbers: spans added by label, statuses given, time at work.

A row is read without making spans of it, as there may be a million of them.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import NamedTuple

IDLE = timedelta(minutes=2)
"""The longest gap between two deeds that is still work."""


class Deed(NamedTuple):
    """What one row of the log comes to.

    Attributes:
        spans: ``(label id, how many more spans of it)``; fewer where negative. A label may occur more than once.
        statuses: ``(before, after)``, the values of statuses, as a rule none or one.
    """

    spans: list[tuple[str, int]]
    statuses: list[tuple[str, str]]


def deed(written: str) -> Deed:
    """Read what a row of the log comes to.

    A span that is given another label is one less of the old and one more of the new.

    Args:
        written: its changes, as `annotator.core.edits.changes_to_json` wrote them.
    """
    spans: list[tuple[str, int]] = []
    statuses: list[tuple[str, str]] = []
    for change in json.loads(written):
        before, after = change["before"], change["after"]
        if change["change"] == "span":
            old = None if before is None else before["label"]
            new = None if after is None else after["label"]
            if old != new:
                if old is not None:
                    spans.append((old, -1))
                if new is not None:
                    spans.append((new, 1))
        elif change["change"] == "status":
            statuses.append((before, after))
    return Deed(spans, statuses)


def worked(gap: int) -> int:
    """Return how much of the time between two deeds was work, both in milliseconds: all or, of a pause, nothing.

    Args:
        gap: the time. It is negative where a clock was set back, which counts nothing.
    """
    return gap if 0 <= gap <= _IDLE else 0


_IDLE = IDLE // timedelta(milliseconds=1)
