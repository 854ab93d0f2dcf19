"""How fast an annotator is today: annotations made, and per hour of work, as the edit log tells it.

Time counts as work while no two deeds lie further apart than `IDLE`; a longer gap is a pause and counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from annotator.app.session import Way
from annotator.core.deeds import IDLE
from annotator.core.edits import SpanChange
from annotator.store import steps

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.app.session import Changes

_TELLING = timedelta(minutes=1)  # of less work than this, a rate would jump with every deed


@dataclass(frozen=True, slots=True)
class Pace:
    """What was done in a day.

    Attributes:
        annotations: spans made by hand or accepted that were not taken back.
        active: time at work, pauses left out.
        last: when something was last done; None where nothing was.
    """

    annotations: int = 0
    active: timedelta = timedelta()
    last: datetime | None = None

    @classmethod
    def of(cls, deeds: Iterable[tuple[datetime, int]]) -> Pace:
        """Add up deeds in order of time, each with how many annotations it made."""
        pace = cls()
        for at, made in deeds:
            pace = pace.after(at, made=made)
        return pace

    def after(self, at: datetime, *, made: int) -> Pace:
        """Return the pace after one more deed, which made so many annotations."""
        gap = timedelta() if self.last is None else at - self.last
        worked = gap if timedelta() <= gap <= IDLE else timedelta()
        return Pace(self.annotations + made, self.active + worked, at)

    @property
    def per_hour(self) -> int | None:
        """Annotations per hour of work, rounded; None where too little was done to tell."""
        if self.active < _TELLING or not self.annotations:
            return None
        return round(self.annotations / (self.active / timedelta(hours=1)))


class Today:
    """The pace of one annotator on the present day, local time.

    Args:
        project: the project, whose log is read once here, and again after an undo or at midnight.
        annotator: id of the annotator.
        now: the present time, with its zone.
    """

    def __init__(self, project: Project, annotator: int, *, now: datetime) -> None:
        self._project = project
        self._annotator = annotator
        self._pace = Pace()
        self._stale = True
        self._midnight = _midnight(now)
        self._read(now)

    def pace(self, now: datetime) -> Pace:
        """Return the pace of the day that ``now`` lies in."""
        if self._stale or _midnight(now) != self._midnight:
            self._read(now)
        return self._pace

    def note(self, changes: Changes) -> None:
        """Count what the annotator just did."""
        if changes.steps != 1 or changes.way is not Way.EDIT or _midnight(changes.saved_at) != self._midnight:
            self._stale = True  # what was undone may be of another day: only the log knows
        elif not self._stale:
            made = sum(
                isinstance(change, SpanChange) and change.before is None
                for edit in changes.edits
                for change in edit.changes
            )
            self._pace = self._pace.after(changes.saved_at, made=made)

    def _read(self, now: datetime) -> None:
        self._midnight = _midnight(now)
        since = self._midnight.astimezone(UTC).isoformat(timespec="milliseconds")
        deeds = steps.since(self._project.database, self._annotator, since)
        self._pace = Pace.of((datetime.fromisoformat(at), made) for at, made in deeds)
        self._stale = False


def _midnight(now: datetime) -> datetime:
    return datetime.combine(now.astimezone().date(), time()).astimezone()
