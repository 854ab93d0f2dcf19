"""The edit log in the project file: what was done, and what undo and redo would do next.

A *step* is what one stroke did: one edit, or many edits across articles. The log only grows. An undo writes
rows of its own and changes the state of the rows it takes back; a new edit abandons what was undone before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.core.edits import Edit, Verb, changes_from_json, changes_to_json, invert
from annotator.store.database import Database


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the log.

    Attributes:
        id: the step.
        at: when it was done, ISO 8601 in UTC.
        edits: what it does now: the edits themselves for redo, their inverses for undo.
    """

    id: int
    at: str
    edits: tuple[Edit, ...]


def record(database: Database, edits: Sequence[Edit], *, at: str) -> int:
    """Log edits just written as one step and return it; what was undone can no longer be redone.

    Call it inside the transaction that writes the edits.
    """
    annotators = {edit.annotator for edit in edits}
    database.executemany(
        "UPDATE edits SET state = 'abandoned' WHERE annotator_id = ? AND state = 'undone' AND kind = 'edit'",
        [(annotator,) for annotator in annotators],
    )
    return _insert(database, edits, kind="edit", at=at)


def record_import(database: Database, edits: Sequence[Edit], *, at: str) -> int:
    """Log edits that an import made: part of the history, never of undo."""
    return _insert(database, edits, kind="import", at=at)


def undoable(database: Database, annotator: int) -> Step | None:
    """Return the last step of the annotator that still stands, as the edits that take it back, or None."""
    row = database.execute(
        "SELECT max(step) FROM edits WHERE annotator_id = ? AND state = 'done' AND kind = 'edit'", (annotator,)
    ).fetchone()
    return _load(database, row[0], column="inverse", order="DESC")


def redoable(database: Database, annotator: int) -> Step | None:
    """Return the step the annotator undid last, as the edits that do it again, or None."""
    row = database.execute(
        "SELECT min(step) FROM edits WHERE annotator_id = ? AND state = 'undone' AND kind = 'edit'", (annotator,)
    ).fetchone()
    return _load(database, row[0], column="changes", order="ASC")


def undo_to(database: Database, annotator: int, step: int) -> list[Step]:
    """Return the steps newer than ``step`` that stand, the newest first, each as the edits that take it back."""
    newer = database.execute(
        "SELECT DISTINCT step FROM edits WHERE annotator_id = ? AND state = 'done' AND kind = 'edit' AND step > ?"
        " ORDER BY step DESC",
        (annotator, step),
    ).fetchall()
    return [each for (id,) in newer if (each := _load(database, id, column="inverse", order="DESC")) is not None]


def redo_to(database: Database, annotator: int, step: int) -> list[Step]:
    """Return the undone steps up to and with ``step``, the oldest first, each as the edits that do it again."""
    older = database.execute(
        "SELECT DISTINCT step FROM edits WHERE annotator_id = ? AND state = 'undone' AND kind = 'edit' AND step <= ?"
        " ORDER BY step",
        (annotator, step),
    ).fetchall()
    return [each for (id,) in older if (each := _load(database, id, column="changes", order="ASC")) is not None]


def record_undo(database: Database, step: Step, *, at: str) -> None:
    """Log that a step was taken back; call it inside the transaction that writes its inverse edits."""
    database.execute("UPDATE edits SET state = 'undone' WHERE step = ? AND kind = 'edit'", (step.id,))
    _copy(database, step, kind="undo", column="inverse", order="DESC", at=at)


def record_redo(database: Database, step: Step, *, at: str) -> None:
    """Log that a step was done again; call it inside the transaction that writes its edits."""
    database.execute("UPDATE edits SET state = 'done' WHERE step = ? AND kind = 'edit'", (step.id,))
    _copy(database, step, kind="redo", column="changes", order="ASC", at=at)


def of_annotation(database: Database, article: int, annotator: int) -> Iterable[Edit]:
    """Yield everything that was ever written to an annotation, in order; replayed, it gives the annotation."""
    rows = database.execute(
        "SELECT verb, changes FROM edits WHERE article_id = ? AND annotator_id = ? ORDER BY id", (article, annotator)
    )
    for verb, changes in rows:
        yield Edit(article, annotator, Verb(verb), changes_from_json(changes))


def _load(database: Database, step: int | None, *, column: str, order: str) -> Step | None:
    if step is None:
        return None
    rows = database.execute(
        f"SELECT at, article_id, annotator_id, verb, {column} FROM edits"
        f" WHERE step = ? AND kind = 'edit' ORDER BY id {order}",
        (step,),
    ).fetchall()
    edits = (
        Edit(article, annotator, Verb(verb), changes_from_json(changes))
        for _, article, annotator, verb, changes in rows
    )
    return Step(step, rows[0][0], tuple(edits))


def _copy(database: Database, step: Step, *, kind: str, column: str, order: str, at: str) -> None:
    """Log what an undo or redo of a step did, in the words that stand in the log already: writing them takes long."""
    database.execute(
        "INSERT INTO edits (step, at, annotator_id, article_id, verb, kind, target, state, changes)"
        f" SELECT :new, :at, annotator_id, article_id, verb, :kind, step, 'done', {column} FROM edits"
        f" WHERE step = :step AND kind = 'edit' ORDER BY id {order}",
        {"new": _next_step(database), "at": at, "kind": kind, "step": step.id},
    )


def _next_step(database: Database) -> int:
    return int(database.execute("SELECT coalesce(max(id), 0) + 1 FROM edits").fetchone()[0])


def _insert(database: Database, edits: Sequence[Edit], *, kind: str, at: str) -> int:
    step = _next_step(database)
    database.executemany(
        "INSERT INTO edits (step, at, annotator_id, article_id, verb, kind, state, changes, inverse)"
        " VALUES (?,?,?,?,?,?,'done',?,?)",
        (
            (
                step,
                at,
                edit.annotator,
                edit.article,
                edit.verb.value,
                kind,
                changes_to_json(edit.changes),
                changes_to_json(invert(edit).changes) if kind == "edit" else None,
            )
            for edit in edits
        ),
    )
    return step
