"""What annotators are compared by: the articles they worked on, their spans, and the tokens, read in pieces."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from annotator.core.annotation import Status
from annotator.store.database import Database

_SOME = "article_id IN (SELECT value FROM json_each(?))"


def in_status(database: Database, annotator: int, statuses: Collection[Status]) -> set[int]:
    """Return the ids of the articles that an annotator has in one of the statuses and not in the trash."""
    values = [status.value for status in statuses]
    places = ", ".join("?" * len(values))
    if Status.NEW not in statuses:
        rows = database.execute(
            f"SELECT article_id FROM annotations WHERE annotator_id = ? AND status IN ({places}) AND NOT trashed",
            (annotator, *values),
        )
    else:  # what nobody touched has no row
        rows = database.execute(
            "SELECT a.id FROM articles a LEFT JOIN annotations n ON n.article_id = a.id AND n.annotator_id = ?"
            f" WHERE coalesce(n.status, 'new') IN ({places}) AND NOT coalesce(n.trashed, 0)",
            (annotator, *values),
        )
    return {id for (id,) in rows}


def by_hash(database: Database, ids: Collection[int] | None = None) -> dict[str, int]:
    """Return the ids of some articles, or of all, by the hash of their text."""
    rows = database.execute("SELECT id, hash FROM articles")
    return {hash: id for id, hash in rows if ids is None or id in ids}


def spans(database: Database, articles: Sequence[int], annotator: int) -> defaultdict[int, list[tuple[int, int, str]]]:
    """Return ``(start, end, label id)`` of an annotator's spans in some articles, in text order, by article."""
    found: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for article, start, end, label in database.execute(
        f'SELECT article_id, start, "end", label_id FROM spans WHERE {_SOME} AND annotator_id = ?'
        " ORDER BY article_id, start",
        (json.dumps(list(articles)), annotator),
    ):
        found[article].append((start, end, label))
    return found


def grids(database: Database, articles: Sequence[int]) -> dict[int, tuple[bytes, str]]:
    """Return the packed token grids of some articles, each with the tokenizer that made it, by article."""
    rows = database.execute(
        f"SELECT article_id, tokens, tokenizer FROM texts WHERE {_SOME}", (json.dumps(list(articles)),)
    )
    return {id: (tokens, tokenizer) for id, tokens, tokenizer in rows}


class Titled(NamedTuple):
    """The title and the text of an article."""

    title: str
    text: str


def texts(database: Database, articles: Iterable[int]) -> dict[int, Titled]:
    """Return titles and texts of some articles by id; give few at a time."""
    rows = database.execute(
        f"SELECT a.id, a.title, t.text FROM texts t JOIN articles a ON a.id = t.article_id WHERE t.{_SOME}",
        (json.dumps(list(articles)),),
    )
    return {id: Titled(title, text) for id, title, text in rows}
