"""Suggestions in the project file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from annotator.core.suggestions import Proposal, Suggestion, Tier
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording
from annotator.store.database import MAX_INTEGER, Database
from annotator.store.undecided import count_in_article

IMPORT_RULE = "import"
"""The rule of suggestions that came with an import; the suggester leaves them alone."""

_TIERS = {tier.value: tier for tier in Tier}


_COLUMNS = 's.id, s.start, s."end", s.label_id, s.rule, s.reason_en, s.reason_fr, s.tier, s.pipeline, s.active'
_UNDECIDED = (
    "s.active AND NOT EXISTS (SELECT 1 FROM decisions d"
    " WHERE d.suggestion_id = s.id AND d.annotator_id = :annotator AND d.decision <> 'pending')"
)


def load(database: Database, article: int) -> dict[int, Suggestion]:
    """Return the suggestions of an article by id, in text order; retired ones are included, not active."""
    rows = database.execute(
        f"SELECT {_COLUMNS} FROM suggestions s WHERE s.article_id = ? ORDER BY s.start, s.id", (article,)
    )
    return {each.id: each for each in _made(article, rows)}


def undecided(
    database: Database, article: int, annotator: int, *, first: int = 0, last: int = MAX_INTEGER
) -> list[Suggestion]:
    """Return what an annotator has not decided of the active suggestions that start from ``first`` to ``last``."""
    rows = database.execute(
        f"SELECT {_COLUMNS} FROM suggestions s WHERE s.article_id = :article AND s.start BETWEEN :first AND :last"
        f" AND {_UNDECIDED} ORDER BY s.start, s.id",
        {"article": article, "annotator": annotator, "first": first, "last": last},
    )
    return list(_made(article, rows))


def find(database: Database, article: int, id: int) -> Suggestion | None:
    """Return the suggestion of an article with an id, or None."""
    rows = database.execute(f"SELECT {_COLUMNS} FROM suggestions s WHERE s.id = ? AND s.article_id = ?", (id, article))
    return next(_made(article, rows), None)


def decided_near(
    database: Database, article: int, annotator: int, start: int, end: int, *, longest: int
) -> list[Suggestion]:
    """Return the suggestions an annotator has decided that share a code point with ``start`` to ``end``.

    Args:
        database: the project file.
        article: id of the article.
        annotator: id of the annotator.
        start: first code point.
        end: one past the last code point.
        longest: how long the suggestions of the article are at most, as `longest` tells; it says how far to look.
    """
    rows = database.execute(
        f"SELECT {_COLUMNS} FROM suggestions s JOIN decisions d ON d.suggestion_id = s.id"
        ' WHERE s.article_id = ? AND s.start > ? AND s.start < ? AND s."end" > ?'
        " AND d.annotator_id = ? AND d.decision <> 'pending' ORDER BY s.start, s.id",
        (article, start - longest, end, start, annotator),
    )
    return list(_made(article, rows))


def stamp(database: Database, article: int) -> tuple[int, int, str | None]:
    """Return what changes whenever the suggestions of an article are others; it is much sooner read than they are."""
    row = database.execute(
        "SELECT count(*), coalesce(max(id), 0), (SELECT suggested_by FROM articles WHERE id = :article)"
        " FROM suggestions WHERE article_id = :article",
        {"article": article},
    ).fetchone()
    return tuple(row)


def longest(database: Database, article: int) -> int:
    """Return how many code points the longest suggestion of an article has, or 0."""
    row = database.execute(
        'SELECT coalesce(max("end" - start), 0) FROM suggestions WHERE article_id = ?', (article,)
    ).fetchone()
    return int(row[0])


def first_pending(database: Database, article: int, annotator: int, *, tiers: Collection[Tier]) -> int | None:
    """Return where the first undecided suggestion of some tiers starts that no span covers, or None."""
    named = {f"tier_{tier.value}": tier.value for tier in tiers}
    row = database.execute(
        "SELECT s.start FROM suggestions s"
        f" WHERE s.article_id = :article AND s.tier IN ({', '.join(f':{name}' for name in named)}) AND {_UNDECIDED}"
        # Spans do not overlap: of those that start before the end, the last one reaches furthest.
        ' AND NOT coalesce((SELECT p."end" > s.start FROM spans p WHERE p.article_id = s.article_id'
        ' AND p.annotator_id = :annotator AND p.start < s."end" ORDER BY p.start DESC LIMIT 1), 0)'
        " ORDER BY s.start LIMIT 1",
        {"article": article, "annotator": annotator, **named},
    ).fetchone()
    return None if row is None else int(row[0])


def _made(article: int, rows: Iterable[tuple[Any, ...]]) -> Iterator[Suggestion]:
    reason = cache(Wording)  # few differ
    return (
        Suggestion(id, article, start, end, label, rule, reason(en, fr), _TIERS[tier], pipeline, active == 1)
        for id, start, end, label, rule, en, fr, tier, pipeline, active in rows
    )


def replace(database: Database, article: int, proposals: Sequence[Proposal], *, pipeline: str) -> None:
    """Make ``proposals`` the suggestions of an article; call it inside a transaction.

    A suggestion somebody has looked at is kept for the log and the statistics: it stays active where the pipeline
    still proposes the same span with the same label, and is retired where it does not. Those that came with an import
    stay as they are, and nothing is proposed where they stand. All others go.
    """
    database.execute(
        "DELETE FROM suggestions WHERE article_id = ? AND rule <> ?"
        " AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.suggestion_id = suggestions.id)",
        (article, IMPORT_RULE),
    )
    there = load(database, article).values()
    imported = [each for each in there if each.rule == IMPORT_RULE and each.active]
    if imported:
        proposals = [each for each in proposals if not any(_overlap(each, other) for other in imported)]
    kept = {(each.start, each.end, each.label): each.id for each in there if each.rule != IMPORT_RULE}
    still = {kept[key] for each in proposals if (key := (each.start, each.end, each.label)) in kept}
    database.executemany(
        "UPDATE suggestions SET active = ? WHERE id = ?", [(int(id in still), id) for id in kept.values()]
    )
    _insert(
        database,
        article,
        (each for each in proposals if (each.start, each.end, each.label) not in kept),
        pipeline,
    )
    _count(database, article, Counter([*(each.tier for each in proposals), *(each.tier for each in imported)]))


def _overlap(one: Proposal, other: Suggestion) -> bool:
    return one.start < other.end and other.start < one.end


def retire_off_the_grid(database: Database, article: int, grid: TokenGrid) -> None:
    """Let go of the suggestions of an article that are not made of whole tokens (any longer), inside a transaction.

    Those somebody has decided on are kept for the log and the statistics, retired; all others go.
    """
    off = [each.id for each in load(database, article).values() if not grid.holds(each.start, each.end)]
    if not off:
        return
    database.executemany(
        "DELETE FROM suggestions WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.suggestion_id = suggestions.id)",
        [(id,) for id in off],
    )
    database.executemany("UPDATE suggestions SET active = 0 WHERE id = ?", [(id,) for id in off])
    _count(database, article, Counter(each.tier for each in load(database, article).values() if each.active))


def _count(database: Database, article: int, tiers: Counter[Tier]) -> None:
    """Note how many active suggestions of each tier an article has; who has decided what is counted anew."""
    database.execute(
        "UPDATE articles SET sure = ?, likely = ?, unsure = ? WHERE id = ?",
        (tiers[Tier.SURE], tiers[Tier.LIKELY], tiers[Tier.UNSURE], article),
    )
    count_in_article(database, article)


def _insert(database: Database, article: int, proposals: Iterable[Proposal], pipeline: str) -> None:
    database.executemany(
        'INSERT INTO suggestions (article_id, start, "end", label_id, rule, reason_en, reason_fr, tier, pipeline)'
        " VALUES (?,?,?,?,?,?,?,?,?)",
        (
            (
                article,
                each.start,
                each.end,
                each.label,
                each.rule,
                each.reason.en,
                each.reason.fr,
                each.tier.value,
                pipeline,
            )
            for each in proposals
        ),
    )


def articles_without(database: Database, *, pipeline: str) -> list[int]:
    """Return the ids of the articles this pipeline has not yet looked at."""
    rows = database.execute(
        "SELECT id FROM articles WHERE suggested_by IS NOT ? ORDER BY id",
        (pipeline,),
    )
    return [id for (id,) in rows]


def mark_suggested(database: Database, articles: Iterable[int], *, pipeline: str) -> None:
    """Remember that this pipeline has looked at articles, also where it found nothing."""
    database.executemany("UPDATE articles SET suggested_by = ? WHERE id = ?", [(pipeline, id) for id in articles])


def pipelines(database: Database) -> list[str]:
    """Return the names of the pipelines that looked at an article last."""
    rows = database.execute("SELECT DISTINCT suggested_by FROM articles WHERE suggested_by IS NOT NULL ORDER BY 1")
    return [name for (name,) in rows]


def articles_read_by(database: Database, *, pipeline: str) -> list[int]:
    """Return the ids of the articles that this pipeline looked at last."""
    return [id for (id,) in database.execute("SELECT id FROM articles WHERE suggested_by = ? ORDER BY id", (pipeline,))]
