"""The settled layer in the project file: the annotator who is no person, and what was settled where."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from annotator.core.settlement import Choice, Settlement
from annotator.store.database import Database

LAYER_NAME = "accord"
"""What the settled layer is called in a project where nobody has that name."""

_CHOICES = {choice.value: choice for choice in Choice}


def layer(database: Database) -> int | None:
    """Return the id of the settled layer, or None where nothing was ever settled."""
    row = database.execute("SELECT min(id) FROM annotators WHERE settled").fetchone()
    return None if row[0] is None else int(row[0])


def add_layer(database: Database) -> int:
    """Return the id of the settled layer, making it where there is none; call it in a transaction."""
    known = layer(database)
    if known is not None:
        return known
    taken = {name.casefold() for (name,) in database.execute("SELECT name FROM annotators").fetchall()}
    name, number = LAYER_NAME, 1
    while name in taken:
        number += 1
        name = f"{LAYER_NAME} {number}"
    return database.last_insert(database.execute("INSERT INTO annotators (name, settled) VALUES (?, 1)", (name,)))


def of_annotation(database: Database, article: int, annotator: int) -> tuple[Settlement, ...]:
    """Read what was settled in an annotation, in text order; nothing in a person's."""
    rows = database.execute(
        'SELECT start, "end", choice, taken_from, by_id, reason FROM settlements'
        " WHERE article_id = ? AND annotator_id = ? ORDER BY start",
        (article, annotator),
    ).fetchall()
    return tuple([_settlement(*row) for row in rows])


def of_annotations(
    database: Database, articles: Iterable[int], annotator: int
) -> defaultdict[int, tuple[Settlement, ...]]:
    """Read what was settled in an annotator's annotations of some articles, by article."""
    found: defaultdict[int, tuple[Settlement, ...]] = defaultdict(tuple)
    rows = database.execute(
        'SELECT article_id, start, "end", choice, taken_from, by_id, reason FROM settlements'
        " WHERE article_id IN (SELECT value FROM json_each(?)) AND annotator_id = ? ORDER BY article_id, start",
        (json.dumps(list(articles)), annotator),
    )
    for article, *rest in rows:
        found[article] = (*found[article], _settlement(*rest))
    return found


def _settlement(start: int, end: int, choice: str, taken_from: int | None, by: int, reason: str | None) -> Settlement:
    return Settlement(start, end, _CHOICES[choice], taken_from, by, reason)


Row = tuple[int, int, Settlement]
"""Article id, annotator id, and what was settled."""


def write(database: Database, *, gone: Sequence[Row], new: Sequence[Row]) -> None:
    """Take settlements away, then add others; call it in the transaction that writes their annotations."""
    if gone:
        database.executemany(
            "DELETE FROM settlements WHERE article_id = ? AND annotator_id = ? AND start = ?",
            [(article, annotator, each.start) for article, annotator, each in gone],
        )
    if new:
        database.executemany(
            'INSERT INTO settlements (article_id, annotator_id, start, "end", choice, taken_from, by_id, reason)'
            " VALUES (?,?,?,?,?,?,?,?)",
            [
                (article, annotator, each.start, each.end, each.choice.value, each.taken_from, each.by, each.reason)
                for article, annotator, each in new
            ],
        )
