"""What the project file keeps of where an annotator's work does not agree with itself.

An annotation that changes is entered in `unexamined` when it is counted (`annotator.store.counting`); looking through
its text is for others, who enter what they found here. `watched_surfaces` says which surfaces were looked for in all
articles of an annotator that are not in `unexamined`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.core.agreement import Labelled
from annotator.core.consistency import Drawn, Kind
from annotator.core.tokens import TokenGrid
from annotator.store.database import Database

_SOME = "IN (SELECT value FROM json_each(?))"


def note(database: Database) -> None:
    """Enter the annotations that are being counted among those to be looked through again."""
    database.execute(
        "INSERT INTO unexamined SELECT r.annotator_id, r.article_id FROM temp.recounted r"
        " WHERE r.annotator_id IN (SELECT id FROM annotators) ON CONFLICT DO NOTHING"
    )


def unexamined(database: Database, annotator: int) -> list[int]:
    """Return the ids of the articles of an annotator that are to be looked through."""
    rows = database.execute(
        "SELECT article_id FROM unexamined WHERE annotator_id = ? ORDER BY article_id", (annotator,)
    )
    return [id for (id,) in rows]


def annotated(database: Database, annotator: int) -> list[int]:
    """Return the ids of the articles that an annotator has an annotation of."""
    rows = database.execute("SELECT article_id FROM annotations WHERE annotator_id = ?", (annotator,))
    return sorted(id for (id,) in rows)


def annotated_of(database: Database, annotator: int, articles: Collection[int]) -> set[int]:
    """Return which of some articles an annotator has an annotation of."""
    rows = database.execute(
        "SELECT n.article_id FROM json_each(?) e CROSS JOIN annotations n ON n.article_id = e.value"
        " AND n.annotator_id = ?",
        (json.dumps(list(articles)), annotator),
    )
    return {id for (id,) in rows}


def drawn(database: Database, annotator: int) -> list[Drawn]:
    """Return the surfaces of an annotator's spans with their labels; what lies in the trash does not count."""
    return database.execute(
        "SELECT s.words, t.label_id, t.spans FROM surface_totals t CROSS JOIN surfaces s ON s.id = t.surface_id"
        " WHERE t.annotator_id = ?",
        (annotator,),
    ).fetchall()


def watched(database: Database, annotator: int) -> set[str]:
    """Return the folded surfaces that were looked for in all articles of an annotator."""
    rows = database.execute("SELECT surface FROM watched_surfaces WHERE annotator_id = ?", (annotator,))
    return {surface for (surface,) in rows}


def holding(database: Database, annotator: int, surfaces: Collection[str]) -> set[int]:
    """Return the ids of the articles of an annotator in which one of some folded surfaces is no span."""
    rows = database.execute(
        f"SELECT DISTINCT article_id FROM loose_ends WHERE annotator_id = ? AND surface {_SOME}",
        (annotator, json.dumps(list(surfaces))),
    )
    return {id for (id,) in rows}


class Examined(NamedTuple):
    """What is to be known of an annotation to look through it.

    Attributes:
        article: id of the article.
        finished: whether it is finished.
        text: the text.
        grid: its tokens.
        spans: the spans, in text order.
        rejected: start and end of the suggestions that were rejected.
    """

    article: int
    finished: bool
    text: str
    grid: TokenGrid
    spans: list[Labelled]
    rejected: list[tuple[int, int]]


def read(database: Database, annotator: int, articles: Sequence[int]) -> Iterator[Examined]:
    """Yield some annotations of an annotator that are not in the trash; give few at a time."""
    listed = json.dumps(list(articles))
    spans: defaultdict[int, list[Labelled]] = defaultdict(list)
    for article, start, end, label in database.execute(
        'SELECT article_id, start, "end", label_id FROM spans'
        f" WHERE article_id {_SOME} AND annotator_id = ? ORDER BY article_id, start",
        (listed, annotator),
    ):
        spans[article].append((start, end, label))
    rejected: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for article, start, end in database.execute(
        'SELECT s.article_id, s.start, s."end" FROM suggestions s JOIN decisions d'
        " ON d.suggestion_id = s.id AND d.annotator_id = ? AND d.decision = 'rejected'"
        f" WHERE s.article_id {_SOME}",
        (annotator, listed),
    ):
        rejected[article].append((start, end))
    for article, status, text, tokens in database.execute(
        "SELECT n.article_id, n.status, t.text, t.tokens FROM annotations n JOIN texts t ON t.article_id = n.article_id"
        f" WHERE n.article_id {_SOME} AND n.annotator_id = ? AND NOT n.trashed",
        (listed, annotator),
    ):
        yield Examined(
            article,
            status == "finished",
            text,
            TokenGrid.from_bytes(tokens),
            spans.get(article, []),
            rejected.get(article, []),
        )


def forget(database: Database, annotator: int, articles: Sequence[int]) -> None:
    """Drop what was found in some articles of an annotator; call it in a transaction."""
    rows = [(annotator, article) for article in articles]
    database.executemany("DELETE FROM loose_ends WHERE annotator_id = ? AND article_id = ?", rows)
    database.executemany("DELETE FROM compared_texts WHERE annotator_id = ? AND article_id = ?", rows)
    database.executemany("DELETE FROM compared_texts WHERE annotator_id = ? AND other_id = ?", rows)
    database.executemany("DELETE FROM unexamined WHERE annotator_id = ? AND article_id = ?", rows)


class LooseCount(NamedTuple):
    """How often a surface is no span in one article.

    Attributes:
        surface: the folded surface.
        inside: words of the span that leaves some of it out; ``""`` where it is bare.
        label: id of the label of that span; ``""`` where it is bare.
        article: id of the article.
        finished: whether the annotation is finished.
        times: how often.
    """

    surface: str
    inside: str
    label: str
    article: int
    finished: bool
    times: int


def enter(database: Database, annotator: int, found: Iterable[LooseCount]) -> None:
    """Enter what was found; call it in a transaction."""
    database.executemany("INSERT INTO loose_ends VALUES (?, ?, ?, ?, ?, ?, ?)", ((annotator, *each) for each in found))


def watch(database: Database, annotator: int, *, added: Iterable[str], removed: Iterable[str]) -> None:
    """Say which surfaces are looked for now, besides those that were, and which no longer; in a transaction."""
    database.executemany(
        "DELETE FROM watched_surfaces WHERE annotator_id = ? AND surface = ?", ((annotator, each) for each in removed)
    )
    database.executemany(
        "INSERT INTO watched_surfaces VALUES (?, ?) ON CONFLICT DO NOTHING", ((annotator, each) for each in added)
    )


def bare(database: Database, annotator: int, *, finished: bool) -> list[tuple[str, int]]:
    """Return the folded surfaces that stand bare, each with how often.

    Args:
        database: the project file.
        annotator: whose work.
        finished: whether only finished articles count.
    """
    return database.execute(
        "SELECT surface, sum(times) FROM loose_ends"
        " WHERE annotator_id = ? AND inside = '' AND (finished OR NOT ?) GROUP BY surface",
        (annotator, finished),
    ).fetchall()


def shortened(database: Database, annotator: int, *, finished: bool) -> list[tuple[str, str, str, int]]:
    """Return ``(folded surface, words of the span inside it, its label, how often)``."""
    return database.execute(
        "SELECT surface, inside, label_id, sum(times) FROM loose_ends"
        " WHERE annotator_id = ? AND inside <> '' AND (finished OR NOT ?) GROUP BY surface, inside, label_id",
        (annotator, finished),
    ).fetchall()


def articles_of(database: Database, annotator: int, surface: str, *, bare: bool, finished: bool) -> list[int]:
    """Return the ids of the articles in which a folded surface stands bare, or with a span inside it."""
    rows = database.execute(
        "SELECT DISTINCT article_id FROM loose_ends"
        " WHERE annotator_id = ? AND surface = ? AND (inside = '') = ? AND (finished OR NOT ?) ORDER BY article_id",
        (annotator, surface, bare, finished),
    )
    return [id for (id,) in rows]


def articles_with(database: Database, annotator: int, words: Collection[str], labels: Collection[str]) -> list[int]:
    """Return the ids of the articles in which some surfaces, as they stand there, carry one of some labels."""
    rows = database.execute(
        "SELECT DISTINCT f.article_id FROM surfaces s CROSS JOIN facts f ON f.surface_id = s.id"
        f" WHERE s.words {_SOME} AND f.annotator_id = ? AND f.label_id {_SOME} ORDER BY f.article_id",
        (json.dumps(list(words)), annotator, json.dumps(list(labels))),
    )
    return [id for (id,) in rows]


def left_alone(database: Database) -> set[tuple[str, str]]:
    """Return kind and key of the inconsistencies that a person said are none."""
    return set(database.execute("SELECT kind, surface FROM left_alone").fetchall())


def leave_alone(database: Database, kind: Kind, key: str, *, by: int | None, at: str) -> None:
    """Remember that an inconsistency is none; call it in a transaction."""
    database.execute("INSERT OR REPLACE INTO left_alone VALUES (?, ?, ?, ?)", (kind.value, key, at, by))


def take_up_again(database: Database, kind: Kind, key: str) -> None:
    """Forget that an inconsistency was left alone; call it in a transaction."""
    database.execute("DELETE FROM left_alone WHERE kind = ? AND surface = ?", (kind.value, key))
