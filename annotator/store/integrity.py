"""Looking for damage in the project file; every function only reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.core.edits import Change, changes_from_json
from annotator.core.errors import UserError
from annotator.store.database import Database


@dataclass(frozen=True, slots=True)
class StoredText:
    """What the file holds of an article's text, as it lies there."""

    article: int
    hash: str
    length: int
    text: str
    tokens: bytes
    original: str | None
    offsets: str | None
    tokenizer: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the edit log, as it lies there.

    Attributes:
        id: the row.
        step: the step it belongs to.
        kind: ``edit``, ``undo``, ``redo`` or ``import``.
        target: of an undo or redo, the step it takes back or does again.
        state: ``done``, ``undone`` or ``abandoned``.
        changes: what it changed, or None where that cannot be read.
        inverse: what takes it back, or None where there is none or it cannot be read.
        verb: what was meant.
    """

    id: int
    step: int
    kind: str
    target: int | None
    state: str
    changes: tuple[Change, ...] | None
    inverse: tuple[Change, ...] | None
    verb: str = ""


def damage(database: Database) -> list[str]:
    """Return what SQLite itself finds wrong with the file and its references, in its own words."""
    try:
        found = [str(row[0]) for row in database.execute("PRAGMA integrity_check")]
        found = [each for each in found if each != "ok"]
        for table, row, parent, _ in database.execute("PRAGMA foreign_key_check"):
            found.append(f"{table} row {row} refers to something missing in {parent}")
    except (sqlite3.DatabaseError, UserError) as error:
        return [str(error)]
    return found


def orphans(database: Database) -> Iterator[tuple[str, int]]:
    """Yield rows that have lost what they belong to: what kind they are, and the article they name."""
    for kind, query in _ORPHANS.items():
        for (article,) in database.execute(query).fetchall():
            yield kind, int(article)


_ORPHANS = {
    "an article without its text": "SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM texts)",
    "a span that answers a suggestion of another article": (
        "SELECT p.article_id FROM spans p JOIN suggestions s ON s.id = p.suggestion_id"
        " WHERE s.article_id <> p.article_id"
    ),
    "a decision without an annotation": (
        "SELECT s.article_id FROM decisions d JOIN suggestions s ON s.id = d.suggestion_id"
        " LEFT JOIN annotations n ON n.article_id = s.article_id AND n.annotator_id = d.annotator_id"
        " WHERE n.article_id IS NULL"
    ),
    "something settled where there is no settled layer": (
        "SELECT s.article_id FROM settlements s JOIN annotators r ON r.id = s.annotator_id WHERE NOT r.settled"
    ),
    "an edit in the log without an annotation": (
        "SELECT DISTINCT e.article_id FROM edits e LEFT JOIN annotations n"
        " ON n.article_id = e.article_id AND n.annotator_id = e.annotator_id WHERE n.article_id IS NULL"
    ),
}


def texts(database: Database) -> Iterator[StoredText]:
    """Yield the text of every article."""
    for (id,) in database.execute("SELECT article_id FROM texts ORDER BY article_id").fetchall():
        row = database.execute(
            "SELECT a.id, a.hash, a.length, t.text, t.tokens, t.original, t.offsets, t.tokenizer"
            " FROM articles a JOIN texts t ON t.article_id = a.id WHERE a.id = ?",
            (id,),
        ).fetchone()
        if row is not None:
            yield StoredText(*row)


def annotators_of(database: Database, article: int) -> list[int]:
    """Return the ids of the annotators who have an annotation of an article."""
    rows = database.execute("SELECT annotator_id FROM annotations WHERE article_id = ? ORDER BY 1", (article,))
    return [id for (id,) in rows]


def log(database: Database, annotator: int) -> Iterator[LogRow]:
    """Yield the edit log of an annotator in order: what was done to their annotations, and what they did to others'.

    In the settled layer's is only what nobody did.
    """
    rows = database.execute(
        "SELECT id, step, kind, target, state, changes, inverse, verb FROM edits"
        " WHERE by_id = :who OR (annotator_id = :who"
        " AND (by_id IS NULL OR NOT (SELECT settled FROM annotators WHERE id = :who))) ORDER BY id",
        {"who": annotator},
    )
    for id, step, kind, target, state, changes, inverse, verb in rows:
        yield LogRow(id, step, kind, target, state, _read(changes), _read(inverse), verb)


def count_log(database: Database) -> int:
    """Return how many rows the edit log has."""
    return int(database.execute("SELECT count(*) FROM edits").fetchone()[0])


def _read(written: str | None) -> tuple[Change, ...] | None:
    try:
        return None if written is None else changes_from_json(written)
    except (ValueError, KeyError, TypeError):
        return None
