"""What an annotator labelled, read from what `annotator.store.content_counts` keeps, and the articles behind it."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappushpop
from typing import NamedTuple

from annotator.core.content import Counted, PairCount, SurfaceCount
from annotator.core.sums import LABEL as SUM
from annotator.store.content_counts import UNREAD
from annotator.store.database import Database

_AROUND = 60
"""Code points of the text around a place that are read."""


def totals(database: Database, annotator: int, kind: str) -> Iterator[tuple[str, Counted]]:
    """Yield label ids, ``""`` for all labels, each with what is counted of one kind; numbers and months rise.

    Args:
        database: the project file.
        annotator: id of the annotator.
        kind: one of those of `annotator.store.content_counts`.
    """
    rows = database.execute(
        "SELECT label_id, value, spans, articles FROM content_totals WHERE annotator_id = ? AND kind = ?"
        " ORDER BY label_id, value",
        (annotator, kind),
    )
    for label, *counted in rows:
        yield label, Counted(*counted)


def sources(database: Database, annotator: int, *, most: int) -> list[Counted]:
    """Return the sources with the most spans, the one with the most first."""
    rows = database.execute(
        "SELECT value, spans, articles FROM content_totals WHERE annotator_id = ? AND kind = 'source' AND label_id = ''"
        " ORDER BY spans DESC, articles DESC, value LIMIT ?",
        (annotator, most),
    )
    return [Counted(*row) for row in rows]


def count_sources(database: Database, annotator: int) -> int:
    """Return how many sources the articles of an annotator have."""
    row = database.execute(
        "SELECT count(*) FROM content_totals WHERE annotator_id = ? AND kind = 'source' AND label_id = ''", (annotator,)
    ).fetchone()
    return int(row[0])


def of_source(database: Database, annotator: int, label: str, source: str) -> Counted | None:
    """Return what is counted of a label in a source, or None where there is nothing."""
    row = database.execute(
        "SELECT value, spans, articles FROM content_totals"
        " WHERE annotator_id = ? AND kind = 'source' AND label_id = ? AND value = ?",
        (annotator, label, source),
    ).fetchone()
    return None if row is None else Counted(*row)


def count_surfaces(database: Database, annotator: int, label: str) -> int:
    """Return how many different surfaces carry a label."""
    row = database.execute(
        "SELECT count(*) FROM surface_totals WHERE annotator_id = ? AND label_id = ?", (annotator, label)
    ).fetchone()
    return int(row[0])


def top_surfaces(database: Database, annotator: int, label: str, *, most: int) -> list[SurfaceCount]:
    """Return the surfaces that carry a label most often, the most frequent first."""
    rows = database.execute(
        "SELECT s.words, t.spans, t.articles FROM (SELECT * FROM surface_totals WHERE annotator_id = ? AND label_id = ?"
        " ORDER BY spans DESC, articles DESC, surface_id LIMIT ?) t JOIN surfaces s ON s.id = t.surface_id"
        " ORDER BY t.spans DESC, t.articles DESC, s.words",
        (annotator, label, most),
    )
    return [SurfaceCount(*row) for row in rows]


def top_pairs(database: Database, annotator: int, first: str, second: str, *, most: int) -> list[PairCount]:
    """Return the surfaces of two labels that share the most articles, the most first.

    The surfaces of the first label are looked at from the most widespread on, until none that follows could have a
    partner in more articles than those found: the many that are rare are never read.
    """
    best: list[tuple[int, int, int]] = []
    for id, widespread in database.execute(
        "SELECT surface_id, articles FROM surface_totals WHERE annotator_id = ? AND label_id = ?"
        " ORDER BY articles DESC, surface_id",
        (annotator, first),
    ):
        if len(best) == most and widespread <= best[0][0]:
            break
        for other, articles in database.execute(
            "SELECT second_id, articles FROM pair_totals WHERE annotator_id = ? AND first_label = ?"
            " AND second_label = ? AND first_id = ? ORDER BY articles DESC, second_id LIMIT ?",
            (annotator, first, second, id, most),
        ):
            found = (articles, -id, -other)  # of those with as many, the ones met first
            if len(best) < most:
                best.append(found)
                best.sort()
            elif found > best[0]:
                heappushpop(best, found)
            else:
                break

    def words(id: int) -> str:
        return str(database.execute("SELECT words FROM surfaces WHERE id = ?", (id,)).fetchone()[0])

    pairs = [PairCount(words(-one), words(-other), articles) for articles, one, other in best]
    return sorted(pairs, key=lambda pair: (-pair.articles, pair.first, pair.second))


class Amount(NamedTuple):
    """What a surface labelled as a sum says.

    Attributes:
        currency: ISO 4217 code; None where it is open.
        name: the code, or what the text calls the currency.
        amount: a decimal number.
        spans: how many spans read so.
    """

    currency: str | None
    name: str
    amount: str
    spans: int


def amounts(database: Database, annotator: int) -> Iterator[Amount]:
    """Yield every surface labelled as a sum in which an amount can be read."""
    for row in database.execute(
        "SELECT a.currency, a.name, a.amount, t.spans FROM surface_totals t JOIN amounts a USING (surface_id)"
        " WHERE t.annotator_id = ? AND t.label_id = ? AND a.amount IS NOT NULL",
        (annotator, SUM),
    ):
        yield Amount(*row)


# The articles behind the numbers, by id.


def with_surface(database: Database, annotator: int, words: str, label: str | None = None) -> list[int]:
    """Return the articles in which a surface stands with a label; None for any."""
    return _ids(
        database,
        "SELECT DISTINCT f.article_id FROM surfaces s JOIN facts f ON f.surface_id = s.id"
        " WHERE s.words = ? AND f.annotator_id = ? AND (? IS NULL OR f.label_id = ?)",
        (words, annotator, label, label),
    )


def with_pair(database: Database, annotator: int, first: tuple[str, str], second: tuple[str, str]) -> list[int]:
    """Return the articles that have both of two surfaces, each given as its label and its words."""
    there = set(with_surface(database, annotator, second[1], second[0]))
    return [id for id in with_surface(database, annotator, first[1], first[0]) if id in there]


def with_currency(database: Database, annotator: int, name: str | None) -> list[int]:
    """Return the articles with a sum in a currency, by its name; None for sums in which no amount can be read."""
    return _ids(
        database,
        "SELECT DISTINCT f.article_id FROM surface_totals t JOIN amounts a USING (surface_id)"
        " JOIN facts f ON f.surface_id = t.surface_id AND f.annotator_id = t.annotator_id AND f.label_id = t.label_id"
        " WHERE t.annotator_id = ? AND t.label_id = ? AND a.name = ?",
        (annotator, SUM, UNREAD if name is None else name),
    )


def of_length(database: Database, annotator: int, label: str, unit: str, length: int) -> list[int]:
    """Return the articles with a span of a label that is so many ``"characters"`` or ``"words"`` long."""
    measured = "length(s.words)"
    if unit == "words":
        measured += " - length(replace(s.words, ' ', '')) + 1"
    return _ids(
        database,
        "SELECT DISTINCT f.article_id FROM surface_totals t JOIN surfaces s ON s.id = t.surface_id"
        " JOIN facts f ON f.surface_id = t.surface_id AND f.annotator_id = t.annotator_id AND f.label_id = t.label_id"
        f" WHERE t.annotator_id = ? AND t.label_id = ? AND {measured} = ?",
        (annotator, label, length),
    )


def with_number(database: Database, annotator: int, label: str, number: int) -> list[int]:
    """Return the articles with just so many spans of a label, or with ``""`` of all labels together."""
    if not label:
        return _of_articles(database, annotator, "spans", number, "")
    return _ids(
        database,
        "SELECT f.article_id FROM counted_articles c"
        " JOIN facts f ON f.article_id = c.article_id AND f.annotator_id = c.annotator_id"
        " WHERE c.annotator_id = ? AND f.label_id = ? GROUP BY 1 HAVING sum(f.spans) = ?",
        (annotator, label, number),
    )


def of_month(database: Database, annotator: int, month: str, label: str = "") -> list[int]:
    """Return the articles of a month; with a label, those that have a span of it."""
    return _of_articles(database, annotator, "month", month, label)


def from_source(database: Database, annotator: int, source: str, label: str = "") -> list[int]:
    """Return the articles of a source; with a label, those that have a span of it."""
    return _of_articles(database, annotator, "source", source, label)


def begun(database: Database, annotator: int, label: str = "") -> list[int]:
    """Return the articles an annotator began; with a label, those that have a span of it."""
    return _of_articles(database, annotator, "annotator_id", annotator, label)


def _of_articles(database: Database, annotator: int, column: str, value: object, label: str) -> list[int]:
    labelled = (
        " AND EXISTS (SELECT 1 FROM facts f WHERE f.article_id = c.article_id AND f.annotator_id = c.annotator_id"
        " AND f.label_id = ?)"
    )
    return _ids(
        database,
        f"SELECT c.article_id FROM counted_articles c WHERE c.annotator_id = ? AND c.{column} = ?"
        + (labelled if label else ""),
        (annotator, value, *((label,) if label else ())),
    )


def _ids(database: Database, sql: str, values: tuple[object, ...]) -> list[int]:
    return [id for (id,) in database.execute(f"{sql} ORDER BY 1", values)]


def places(
    database: Database, annotator: int, words: str, label: str | None, *, most: int
) -> Iterator[tuple[int, str, int, int, str, str, str]]:
    """Yield the spans that read so, article by article, in text order.

    Each is ``(article, title, start, end, label, before, after)``, with at most 60 code points of the text around it.
    """
    yielded = 0
    for id in with_surface(database, annotator, words, label):
        for title, start, end, said, raw, before, after in database.execute(
            'SELECT a.title, s.start, s."end", s.label_id, substr(t.text, s.start + 1, s."end" - s.start),'
            f" substr(t.text, max(s.start - {_AROUND}, 0) + 1, min(s.start, {_AROUND})),"
            f' substr(t.text, s."end" + 1, {_AROUND})'
            " FROM spans s JOIN texts t ON t.article_id = s.article_id JOIN articles a ON a.id = s.article_id"
            " WHERE s.article_id = ? AND s.annotator_id = ? ORDER BY s.start",
            (id, annotator),
        ):
            if " ".join(raw.split()) == words and label in (None, said):
                yield id, title, start, end, said, before, after
                yielded += 1
                if yielded == most:
                    return
