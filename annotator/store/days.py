"""Kept counts of what was done on each day, read from the edit log.

The log only grows, so that what is new in it is added, from a mark on; only where an import or a merge is undone do
rows go, upon which a trigger takes the mark away and all of it is counted anew. The logs that merges brought
(`merged_edits`) are read beside the project's own: what was done in another copy counts on the day it was done there,
and the row that a merge leaves in our own log counts nothing.

- A day is one of the machine that counts, in its time zone; in another zone, all is counted anew.
- What an import brought is counted apart: nobody did it.
- Undoing takes back on the day of the undoing.
- The trash takes nothing back: what was done in an article was done, wherever the article lies today.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from annotator.core.annotation import Status
from annotator.core.deeds import IDLE, deed, worked
from annotator.store.database import Database

_AT_ONCE = 5000
"""Rows of the log counted in one transaction: few enough that nobody else waits long for the file."""

_VERSION = 1
"""Of the rules by which days are counted; another makes every file count its days anew."""

_ANEW = -1


def waiting(database: Database) -> int:
    """Return how many rows of the log are to be read, or more: ids that are missing count, and 1 for old counts."""
    stale = _is_stale(database)
    edit, merged = (0, 0) if stale else _marks(database)
    last_edit, last_merged = _last(database)
    return max(stale, last_edit - edit + last_merged - merged)


def advance(database: Database, *, progress: Callable[[int], None] | None = None) -> None:
    """Count what is new in the log.

    Args:
        database: the project file, no transaction under way.
        progress: told how many rows were read; it may raise to stop, and what was counted stays counted.
    """
    read = 0
    while waiting(database):
        with database.transaction():
            if _is_stale(database):
                _forget(database)
            edit, merged = _marks(database)
            reading = _Reading(database)
            own = reading.read(_OWN, edit)
            others = reading.read(_MERGED, merged) if len(own) < _AT_ONCE else []
            reading.write()
            last = (own[-1] if own else edit, others[-1] if others else merged)
            database.execute("UPDATE log_read SET edit = ?, merged = ?", last)
        read += len(own) + len(others)
        if progress is not None:
            progress(read)


def _marks(database: Database) -> tuple[int, int]:
    """Return the last rows read: of our own log, and of others."""
    edit, merged = database.execute("SELECT edit, merged FROM log_read").fetchone()
    return edit, merged


def _is_stale(database: Database) -> bool:
    edit, rules = database.execute("SELECT edit, rules FROM log_read").fetchone()
    return bool(edit == _ANEW or rules != _rules())


def _rules() -> str:
    """Return what the counts depend on besides the log."""
    return f"{_VERSION}, idle {IDLE.total_seconds():.0f} s, {time.timezone} {time.altzone} s west of UTC"


def _last(database: Database) -> tuple[int, int]:
    row = database.execute(
        "SELECT coalesce((SELECT max(id) FROM edits), 0), coalesce((SELECT max(id) FROM merged_edits), 0)"
    ).fetchone()
    return row[0], row[1]


def _forget(database: Database) -> None:
    for table in ("days", "day_spans", "day_statuses", "finishings", "last_deeds"):
        database.execute(f"DELETE FROM {table}")
    database.execute("UPDATE log_read SET edit = 0, merged = 0, rules = ?", (_rules(),))


_COLUMNS = "SELECT id, at, annotator_id, coalesce(by_id, annotator_id), article_id, verb, kind, changes"
_OWN = "edits"
_MERGED = "merged_edits"
_MERGE = "merge"  # verb or kind of what merges write themselves
_FINISHED = Status.FINISHED.value
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

_Key = tuple[str, int, int]
"""Day, whose annotations, who did it."""


class _Reading:
    """What some rows of a log come to; it is added to what was counted before."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._deeds: Counter[_Key] = Counter()
        self._active: Counter[_Key] = Counter()
        self._spans: defaultdict[tuple[_Key, str], list[int]] = defaultdict(lambda: [0, 0])
        self._statuses: defaultdict[tuple[_Key, str], list[int]] = defaultdict(lambda: [0, 0])
        self._finished: Counter[tuple[_Key, int]] = Counter()
        self._last: dict[tuple[int, str], int] = {
            (by, log): at for by, log, at in database.execute("SELECT by_id, log, at FROM last_deeds")
        }
        self._days: dict[str, str] = {}

    def read(self, log: str, mark: int) -> list[int]:
        """Read rows of a log after a mark, and return their ids."""
        rows = self._database.execute(
            f"{_COLUMNS} FROM {log} WHERE id > ? ORDER BY id LIMIT ?", (mark, _AT_ONCE)
        ).fetchall()
        for _, at, annotator, by, article, verb, kind, changes in rows:
            if _MERGE in (verb, kind):
                continue
            when = datetime.fromisoformat(at)
            minute = at[:16]  # no zone changes its clock within a minute
            day = self._days.get(minute)
            if day is None:
                day = self._days[minute] = when.astimezone().date().isoformat()
            key = (day, annotator, by)
            brought = kind == "import"
            if not brought:
                self._deeds[key] += 1
                now = (when - _EPOCH) // _MILLISECOND
                self._active[key] += worked(now - self._last.get((by, log), now))
                self._last[by, log] = now
            spans, statuses = deed(changes)
            for label, more in spans:
                self._spans[key, label][brought] += more
            for before, after in statuses:
                self._statuses[key, before][brought] -= 1
                self._statuses[key, after][brought] += 1
                if not brought and _FINISHED in (before, after) and before != after:
                    self._finished[key, article] += 1 if after == _FINISHED else -1
        return [row[0] for row in rows]

    def write(self) -> None:
        """Add what was read to the tables; call it inside a transaction."""
        each = self._database.executemany
        each(
            "INSERT INTO days VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET"
            " deeds = deeds + excluded.deeds, active = active + excluded.active",
            ((*key, deeds, self._active[key]) for key, deeds in self._deeds.items()),
        )
        for table, found in (("day_spans", self._spans), ("day_statuses", self._statuses)):
            each(
                f"INSERT INTO {table} VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE SET"
                " worked = worked + excluded.worked, brought = brought + excluded.brought",
                ((*key, what, *counts) for (key, what), counts in found.items()),
            )
        each(
            "INSERT INTO finishings VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET net = net + excluded.net",
            ((*key, article, net) for (key, article), net in self._finished.items()),
        )
        each(
            "DELETE FROM finishings WHERE day = ? AND annotator_id = ? AND by_id = ? AND article_id = ? AND net = 0",
            ((*key, article) for key, article in self._finished),
        )
        each(
            "INSERT INTO last_deeds VALUES (?,?,?) ON CONFLICT DO UPDATE SET at = excluded.at",
            ((by, log, at) for (by, log), at in self._last.items()),
        )


class DayCounts(NamedTuple):
    """What was done on a day in somebody's annotations.

    Attributes:
        day: the day, ISO 8601.
        by: id of who did it: another person than the annotator in the settled layer only.
        finished: how many articles were finished that day and still were at its end.
        reopened: how many that had been finished before were no longer so at its end.
        spans: how many more spans of each label somebody's work made; fewer where negative.
        brought: how many spans of each label imports brought.
        statuses: how many more articles were in each status at its end, imports included.
        deeds: how many edits, undoing and doing again included.
        active: milliseconds at work.
    """

    day: str
    by: int
    finished: int
    reopened: int
    spans: dict[str, int]
    brought: dict[str, int]
    statuses: dict[str, int]
    deeds: int
    active: int


def counted(database: Database, annotator: int) -> list[DayCounts]:
    """Return what was done in an annotator's annotations, by day and by who did it; `advance` brings it up to date."""
    found: dict[tuple[str, int], DayCounts] = {}

    def at(day: str, by: int) -> DayCounts:
        return found.setdefault((day, by), DayCounts(day, by, 0, 0, {}, {}, {}, 0, 0))

    for day, by, deeds, active in database.execute(
        "SELECT day, by_id, deeds, active FROM days WHERE annotator_id = ?", (annotator,)
    ):
        found[day, by] = at(day, by)._replace(deeds=deeds, active=active)
    for day, by, finished, reopened in database.execute(
        "SELECT day, by_id, sum(net > 0), sum(net < 0) FROM finishings WHERE annotator_id = ? GROUP BY 1, 2",
        (annotator,),
    ):
        found[day, by] = at(day, by)._replace(finished=finished, reopened=reopened)
    for day, by, label, more, brought in database.execute(
        "SELECT day, by_id, label_id, worked, brought FROM day_spans WHERE annotator_id = ?", (annotator,)
    ):
        _put(at(day, by).spans, label, more)
        _put(at(day, by).brought, label, brought)
    for day, by, status, more in database.execute(
        "SELECT day, by_id, status, worked + brought FROM day_statuses WHERE annotator_id = ?", (annotator,)
    ):
        _put(at(day, by).statuses, status, more)
    return [found[each] for each in sorted(found)]


def _put(counts: dict[str, int], what: str, count: int) -> None:
    if count:
        counts[what] = count


def finished(database: Database, annotator: int, *, first: str, last: str) -> list[int]:
    """Return the articles that were finished in an annotator's annotations between two days and were so at the end.

    Args:
        database: the project file.
        annotator: id of the annotator.
        first: the first day, ISO 8601.
        last: the last day.
    """
    rows = database.execute(
        "SELECT article_id FROM finishings WHERE day BETWEEN ? AND ? AND annotator_id = ?"
        " GROUP BY article_id HAVING sum(net) > 0 ORDER BY article_id",
        (first, last, annotator),
    )
    return [article for (article,) in rows]


def worked_in(database: Database, annotator: int, *, begin: str, end: str) -> list[int]:
    """Return the articles in whose annotations of an annotator something was done in a stretch of time; all logs count.

    Args:
        database: the project file.
        annotator: id of the annotator.
        begin: from when on, ISO 8601 in UTC, to the millisecond.
        end: until before when.
    """
    rows = database.execute(
        "SELECT article_id FROM edits WHERE annotator_id = :annotator AND at >= :begin AND at < :end"
        " AND kind <> 'import' AND verb <> :merge UNION SELECT article_id FROM merged_edits"
        " WHERE annotator_id = :annotator AND at >= :begin AND at < :end AND kind NOT IN ('import', :merge) ORDER BY 1",
        {"annotator": annotator, "begin": begin, "end": end, "merge": _MERGE},
    )
    return [article for (article,) in rows]


def given(database: Database, annotator: int) -> tuple[int, int] | None:
    """Return how many articles an annotator was given, and how many of them are left; None where none was given."""
    many, left = database.execute(f"SELECT count(*), coalesce(sum({_LEFT}), 0) FROM {_GIVEN}", (annotator,)).fetchone()
    return (many, left) if many else None


def left_of_given(database: Database, annotator: int) -> list[int]:
    """Return the articles that an annotator was given and that are new or in progress."""
    rows = database.execute(f"SELECT g.article_id FROM {_GIVEN} AND {_LEFT} ORDER BY g.article_id", (annotator,))
    return [article for (article,) in rows]


_GIVEN = (
    "assignments g LEFT JOIN annotations n ON n.article_id = g.article_id AND n.annotator_id = g.annotator_id"
    " WHERE g.annotator_id = ?"
)
_LEFT = "(n.article_id IS NULL OR (NOT n.trashed AND n.status IN ('new', 'in progress')))"
