"""Which articles have nearly the same text, and how far an annotator treated both alike."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from annotator.store.database import Database

_STATE = "same_texts"


def state(database: Database) -> str:
    """Return what tells the articles of today from others."""
    count, last = database.execute("SELECT count(*), max(id) FROM articles").fetchone()
    return f"{count} {last}"


def known_state(database: Database) -> str | None:
    """Return the state of the articles when they were compared last; None where they never were."""
    row = database.execute("SELECT value FROM settings WHERE name = ?", (_STATE,)).fetchone()
    return None if row is None else str(json.loads(row[0]))


def replace(database: Database, pairs: Iterable[tuple[int, int]], *, state: str) -> None:
    """Say which articles have nearly the same text, the smaller id first; call it in a transaction."""
    database.execute("DELETE FROM same_texts")
    database.executemany("INSERT INTO same_texts VALUES (?, ?) ON CONFLICT DO NOTHING", pairs)
    database.execute(
        "DELETE FROM compared_texts WHERE NOT EXISTS (SELECT 1 FROM same_texts s"
        " WHERE s.article_id = compared_texts.article_id AND s.other_id = compared_texts.other_id)"
    )
    database.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (_STATE, json.dumps(state)))


def uncompared(database: Database, annotator: int) -> list[tuple[int, int]]:
    """Return the pairs of which an annotator has both annotations and that were not compared since they changed."""
    return database.execute(
        "SELECT s.article_id, s.other_id FROM same_texts s"
        " JOIN annotations a ON a.article_id = s.article_id AND a.annotator_id = :who AND NOT a.trashed"
        " JOIN annotations b ON b.article_id = s.other_id AND b.annotator_id = :who AND NOT b.trashed"
        " WHERE NOT EXISTS (SELECT 1 FROM compared_texts c"
        " WHERE c.annotator_id = :who AND c.article_id = s.article_id AND c.other_id = s.other_id)",
        {"who": annotator},
    ).fetchall()


class Compared(NamedTuple):
    """How far an annotator treated two texts alike.

    Attributes:
        article: id of the first article.
        other: id of the second.
        finished: whether both annotations are finished.
        agreeing: how many spans both have.
        first: how many spans only the first has so.
        second: how many only the second.
        deviating: at how many places they differ.
    """

    article: int
    other: int
    finished: bool
    agreeing: int
    first: int
    second: int
    deviating: int


def enter(database: Database, annotator: int, compared: Iterable[Compared]) -> None:
    """Enter how texts compare; call it in a transaction."""
    database.executemany(
        "INSERT OR REPLACE INTO compared_texts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((annotator, *each) for each in compared),
    )


def differing(database: Database, annotator: int, *, finished: bool) -> list[tuple[Compared, str, str]]:
    """Return the pairs that an annotator did not treat alike, with both titles."""
    rows = database.execute(
        "SELECT c.article_id, c.other_id, c.finished, c.agreeing, c.first, c.second, c.deviating, a.title, b.title"
        " FROM compared_texts c JOIN articles a ON a.id = c.article_id JOIN articles b ON b.id = c.other_id"
        " WHERE c.annotator_id = ? AND c.deviating > 0 AND (c.finished OR NOT ?)",
        (annotator, finished),
    )
    return [(Compared(*row[:7]), row[7], row[8]) for row in rows]
