"""The edit log in the project file: what was done, and what undo and redo would do next.

A *step* is what one stroke did: one edit, or many edits across articles. The log only grows. An undo writes
rows of its own and changes the state of the rows it takes back; a new edit abandons what was undone before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from annotator.core.edits import Change, Edit, Verb, backwards, changes_from_json, changes_to_json
from annotator.store.database import Database


class Step(NamedTuple):
    """A step of the log.

    Attributes:
        id: the step.
        at: when it was done, ISO 8601 in UTC.
        edits: what it does now: the edits themselves for redo, their inverses for undo.
    """

    id: int
    at: str
    edits: tuple[Edit, ...]


def next_time(database: Database, now: datetime) -> str:
    """Return the time of the next step, ISO 8601 in UTC: now, or just after everything the logs hold.

    So the times of a log rise strictly, also where a clock was put back or a merge brought edits of a clock that is
    fast, and of two writes to one thing the later one is always the one that was meant to stand.
    """
    row = database.execute(
        "SELECT (SELECT at FROM edits ORDER BY id DESC LIMIT 1), (SELECT max(at) FROM merged_edits)"
    ).fetchone()
    last = max((at for at in row if at is not None), default="")
    at = now.isoformat(timespec="milliseconds")
    return later(last, 1) if at <= last else at


def later(at: str, milliseconds: int) -> str:
    """Return a time so much later, ISO 8601 in UTC."""
    if not milliseconds:
        return at
    return (datetime.fromisoformat(at) + timedelta(milliseconds=milliseconds)).isoformat(timespec="milliseconds")


def record(database: Database, edits: Sequence[Edit], *, at: str, by: int | None = None) -> int:
    """Log edits just written as one step and return it; what its author undid can no longer be redone.

    Call it inside the transaction that writes the edits.

    Args:
        database: the project file.
        edits: the edits.
        at: the time, ISO 8601 in UTC.
        by: id of the annotator who made them; by default each annotation's own.
    """
    abandon(database, {edit.annotator for edit in edits} if by is None else {by})
    return _insert(database, edits, kind="edit", at=at, by=by)


def undone(database: Database, annotator: int) -> list[int]:
    """Return the steps that an annotator could do again, the oldest first."""
    halves = (f"SELECT step FROM edits WHERE {half} AND kind = 'edit' AND state = 'undone'" for half in (_OWN, _BY))
    return [step for (step,) in database.execute(f"{' UNION '.join(halves)} ORDER BY 1", (annotator, annotator))]


def take_up(database: Database, annotator: int, steps: Iterable[int], *, since: int) -> None:
    """Let steps that were abandoned be done again, unless the annotator has an edit from a row of the log on."""
    newer = database.execute(
        f"SELECT 1 FROM edits WHERE id >= ? AND kind = 'edit' AND ({_OWN} OR {_BY}) LIMIT 1",
        (since, annotator, annotator),
    ).fetchone()
    if newer is None:
        database.executemany(
            "UPDATE edits SET state = 'undone' WHERE step = ? AND kind = 'edit'", [(step,) for step in steps]
        )


def abandon(database: Database, annotators: Iterable[int]) -> None:
    """Let what annotators undid be done again no more; call it inside the transaction of what they do instead."""
    database.executemany(
        "UPDATE edits SET state = 'abandoned' WHERE state = 'undone' AND kind = 'edit' AND id IN"
        f" (SELECT id FROM edits WHERE {_OWN} AND state = 'undone' AND kind = 'edit'"
        f" UNION ALL SELECT id FROM edits WHERE {_BY} AND state = 'undone' AND kind = 'edit')",
        [(each, each) for each in annotators],
    )


# A step is a person's where it changes their annotation, and where they made it. Each half comes out of its own index.
_OWN = "annotator_id = ?"
_BY = "by_id = ?"


def record_import(database: Database, edits: Sequence[Edit], *, at: str) -> int:
    """Log edits that an import made: part of the history, never of undo."""
    return _insert(database, edits, kind="import", at=at)


def last(database: Database, annotator: int) -> Step | None:
    """Return the last step of the annotator that still stands, as the edits that were made, or None."""
    found = _ends(database, annotator, "max", "done")
    return _load(database, max(found, default=None), column="changes", order="ASC")


def undoable(database: Database, annotator: int) -> Step | None:
    """Return the last step of the annotator that still stands, as the edits that take it back, or None."""
    found = _ends(database, annotator, "max", "done")
    return _load(database, max(found, default=None), column="inverse", order="DESC")


def redoable(database: Database, annotator: int) -> Step | None:
    """Return the step the annotator undid last, as the edits that do it again, or None."""
    found = _ends(database, annotator, "min", "undone")
    return _load(database, min(found, default=None), column="changes", order="ASC")


def _ends(database: Database, annotator: int, which: str, state: str) -> list[int]:
    found = (
        database.execute(
            f"SELECT {which}(step) FROM edits WHERE {half} AND state = '{state}' AND kind = 'edit'", (annotator,)
        ).fetchone()[0]
        for half in (_OWN, _BY)
    )
    return [step for step in found if step is not None]


def undo_to(database: Database, annotator: int, step: int) -> list[Step]:
    """Return the steps newer than ``step`` that stand, the newest first, each as the edits that take it back."""
    return _load_beyond(database, annotator, step, "state = 'done' AND step > ?", column="inverse", order="DESC")


def redo_to(database: Database, annotator: int, step: int) -> list[Step]:
    """Return the undone steps up to and with ``step``, the oldest first, each as the edits that do it again."""
    return _load_beyond(database, annotator, step, "state = 'undone' AND step <= ?", column="changes", order="ASC")


def record_undo(database: Database, steps: Sequence[Step], *, at: str) -> None:
    """Log that steps were taken back in this order; call it inside the transaction that writes their inverse edits."""
    _record_again(database, steps, state="undone", kind="undo", column="inverse", order="DESC", at=at)


def record_redo(database: Database, steps: Sequence[Step], *, at: str) -> None:
    """Log that steps were done again in this order; call it inside the transaction that writes their edits."""
    _record_again(database, steps, state="done", kind="redo", column="changes", order="ASC", at=at)


def of_annotation(database: Database, article: int, annotator: int) -> Iterable[Edit]:
    """Yield everything that was ever written to an annotation, in order; replayed, it gives the annotation."""
    rows = database.execute(
        "SELECT verb, changes FROM edits WHERE article_id = ? AND annotator_id = ? ORDER BY id", (article, annotator)
    )
    for verb, changes in rows:
        yield Edit(article, annotator, Verb(verb), changes_from_json(changes))


_SHORT = 100
"""Characters of JSON up to which changes are likely to be those of many other edits: a status, a flag."""


def _load(database: Database, step: int | None, *, column: str, order: str) -> Step | None:
    if step is None:
        return None
    return next(iter(_load_all(database, "?", (step,), column=column, order=order)), None)


def _load_beyond(database: Database, annotator: int, step: int, where: str, *, column: str, order: str) -> list[Step]:
    """Read the steps of an annotator that fulfil a condition on their number."""
    halves = (f"SELECT step FROM edits WHERE {half} AND kind = 'edit' AND {where}" for half in (_OWN, _BY))
    which = " UNION ALL ".join(halves)
    return _load_all(database, which, (annotator, step, annotator, step), column=column, order=order)


def _load_all(database: Database, which: str, values: tuple[int, ...], *, column: str, order: str) -> list[Step]:
    """Read all edits of some steps, which SQL names."""
    rows = database.execute(
        f"SELECT step, at, article_id, annotator_id, verb, {column} FROM edits"
        f" WHERE kind = 'edit' AND step IN ({which}) ORDER BY step {order}, id {order}",
        values,
    )
    return [
        Step(step, first[1], (_edit(first), *map(_edit, edits)))
        for step, edits in groupby(rows, key=lambda row: row[0])
        for first in [next(edits)]
    ]


def _edit(row: tuple[int, str, int, int, str, str]) -> Edit:
    _, _, article, annotator, verb, changes = row
    read = _read_short if len(changes) <= _SHORT else changes_from_json
    return Edit(article, annotator, _VERBS[verb], read(changes))


_VERBS = {verb.value: verb for verb in Verb}
_read_short = lru_cache(maxsize=256)(changes_from_json)


def _record_again(
    database: Database, steps: Sequence[Step], *, state: str, kind: str, column: str, order: str, at: str
) -> None:
    """Log what an undo or redo of steps did, in the words that stand in the log already: writing them takes long."""
    database.executemany(
        "UPDATE edits SET state = ? WHERE step = ? AND kind = 'edit'", ((state, step.id) for step in steps)
    )
    # A step is called by the first of its rows, and rows are numbered one after the other.
    ends = accumulate((len(step.edits) for step in steps), initial=_next_step(database))
    database.executemany(
        "INSERT INTO edits (step, at, annotator_id, article_id, by_id, verb, kind, target, state, changes)"
        f" SELECT ?, ?, annotator_id, article_id, by_id, verb, ?, step, 'done', {column} FROM edits"
        f" WHERE step = ? AND kind = 'edit' ORDER BY id {order}",
        ((new, later(at, nth), kind, step.id) for nth, (new, step) in enumerate(zip(ends, steps, strict=False))),
    )


def _next_step(database: Database) -> int:
    return int(database.execute("SELECT coalesce(max(id), 0) + 1 FROM edits").fetchone()[0])


def _insert(database: Database, edits: Sequence[Edit], *, kind: str, at: str, by: int | None = None) -> int:
    step = _next_step(database)
    database.executemany(
        "INSERT INTO edits (step, at, annotator_id, article_id, by_id, verb, kind, state, changes, inverse)"
        " VALUES (?,?,?,?,?,?,?,'done',?,?)",
        (
            (
                step,
                at,
                edit.annotator,
                edit.article,
                None if by == edit.annotator else by,
                edit.verb.value,
                kind,
                *_written(edit.changes, kind),
            )
            for edit in edits
        ),
    )
    return step


def _written(changes: tuple[Change, ...], kind: str) -> tuple[str, str | None]:
    """Write changes as JSON, and for an edit those that take them back."""
    if kind != "edit":
        return changes_to_json(changes), None
    return _write_short(changes) if len(changes) == 1 else _write(changes)


def _write(changes: tuple[Change, ...]) -> tuple[str, str]:
    return changes_to_json(changes), changes_to_json(backwards(changes))


_write_short = lru_cache(maxsize=256)(_write)
