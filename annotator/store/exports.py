"""What an export asks of the project file, and what the file remembers of exports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.core.text import OffsetMap
from annotator.store.database import Database

_REMEMBERED = "exports"
_MOST_REMEMBERED = 200


def titles(database: Database) -> Iterator[tuple[int, str]]:
    """Yield ``(id, title)`` of every article, in the order of import."""
    yield from database.execute("SELECT id, title FROM articles ORDER BY id")


def marked(database: Database) -> set[tuple[int, int]]:
    """Return ``(article id, annotator id)`` of every annotation that has a span."""
    return set(database.execute("SELECT DISTINCT article_id, annotator_id FROM spans").fetchall())


def remarked(database: Database) -> set[tuple[int, int]]:
    """Return ``(article id, annotator id)`` of every annotation with a remark on a span, or who settled it."""
    rows = database.execute(
        "SELECT article_id, annotator_id FROM spans WHERE note IS NOT NULL AND note <> ''"
        " UNION SELECT article_id, annotator_id FROM settlements s WHERE choice <> 'agreed' AND EXISTS (SELECT 1"
        " FROM spans p WHERE p.article_id = s.article_id AND p.annotator_id = s.annotator_id"
        ' AND p.start >= s.start AND p.start < s."end")'
    )
    return set(rows.fetchall())


def count_labels(database: Database) -> Iterator[tuple[int, int, str, int]]:
    """Yield ``(article id, annotator id, label id, how many spans)`` of every annotation."""
    yield from database.execute(
        "SELECT article_id, annotator_id, label_id, count(*) FROM spans GROUP BY article_id, annotator_id, label_id"
    )


class Flags(NamedTuple):
    """What an annotator said of an article as a whole.

    Attributes:
        article: id of the article.
        annotator: id of the annotator.
        flagged: whether it is flagged.
        noted: whether there is a note on it.
    """

    article: int
    annotator: int
    flagged: bool
    noted: bool


def flags(database: Database) -> Iterator[Flags]:
    """Yield what annotators said of articles as a whole; of most they said nothing."""
    for article, annotator, flagged, noted in database.execute(
        "SELECT article_id, annotator_id, flagged, note IS NOT NULL FROM annotations WHERE flagged OR note IS NOT NULL"
    ):
        yield Flags(article, annotator, flagged == 1, noted == 1)


class Origin(NamedTuple):
    """Where an article came from, as far as it decides with which others it is kept together.

    Attributes:
        article: its id.
        number: the first 13 hexadecimal digits of the hash of its text, from 0 to 2 ** 52.
        title: its title.
        source: where it was published or came from.
        date: ISO 8601, where known.
        has_meta: whether it has metadata.
        length: of its text, in code points.
    """

    article: int
    number: int
    title: str
    source: str
    date: str | None
    has_meta: bool
    length: int


def origins(database: Database) -> Iterator[Origin]:
    """Yield where every article came from, in the order of import."""
    for article, digits, title, source, date, has_meta, length in database.execute(
        "SELECT id, substr(hash, 1, 13), title, source, date, meta <> '{}', length FROM articles ORDER BY id"
    ):
        yield Origin(article, int(digits, 16), title, source, date, has_meta == 1, length)


def original(database: Database, article: int) -> tuple[str, OffsetMap] | None:
    """Return the text of an article as it was before it was tidied, and the way there; None where nothing changed."""
    text, offsets = database.execute("SELECT original, offsets FROM texts WHERE article_id = ?", (article,)).fetchone()
    return None if text is None else (text, OffsetMap.from_json(offsets))


def labels_drawn(database: Database, article: int, annotators: Iterable[int]) -> list[tuple[int, int, str, int, str]]:
    """Return ``(start, end, label id, annotator id, remark)`` of the spans of annotators in an article, in text order.

    The remark is empty where there is none.
    """
    wanted = list(annotators)
    return database.execute(
        "SELECT start, \"end\", label_id, annotator_id, coalesce(note, '') FROM spans"
        f" WHERE article_id = ? AND annotator_id IN ({', '.join('?' * len(wanted))})"
        ' ORDER BY start, "end", label_id, id',
        (article, *wanted),
    ).fetchall()


def seals(database: Database) -> dict[str, str]:
    """Return what earlier exports were sealed with, by path; see `annotator.app.earlier_exports`."""
    row = database.execute("SELECT value FROM settings WHERE name = ?", (_REMEMBERED,)).fetchone()
    return {} if row is None else dict(json.loads(row[0]))


def remember(database: Database, path: str, seal: str) -> None:
    """Remember the seal of an export, of the last two hundred; call it in a transaction."""
    known = seals(database)
    known.pop(path, None)
    known[path] = seal
    kept = dict(list(known.items())[-_MOST_REMEMBERED:])
    database.execute(
        "INSERT INTO settings (name, value) VALUES (?,?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_REMEMBERED, json.dumps(kept, ensure_ascii=False)),
    )
