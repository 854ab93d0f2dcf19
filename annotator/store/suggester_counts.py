"""What became of suggestions, and what the suggester found of the spans, kept by annotation and added up.

Two sides are counted, as a suggestion may meet no span and a span no suggestion: suggestions by what was decided of
them, for precision, and spans by what the suggestions of today say of them, for recall. A third tells which articles
have a span at all. See `annotator.core.suggester_report` for what each outcome means.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.core.suggestions import Decision
from annotator.store.database import Database

_COLUMNS = "side, label_id, rule, tier, pipeline, outcome, finished, week, standing"

# A table, not a subquery, as SQLite would go through all spans of the project and compute it again for each of them.
_LIVE = """
INSERT INTO temp.suggester_live
SELECT n.article_id, n.annotator_id, n.status = 'finished',
    coalesce(date(n.changed_at, 'localtime', 'weekday 0', '-6 days'), ''),   -- the Monday of the week
    coalesce(a.suggested_by, (SELECT max(e.pipeline) FROM suggestions e WHERE e.article_id = a.id AND e.active)),
    (SELECT max(e."end" - e.start) FROM suggestions e WHERE e.article_id = a.id AND e.active)
FROM {scope} r
CROSS JOIN annotations n ON n.article_id = r.article_id AND n.annotator_id = r.annotator_id
CROSS JOIN articles a ON a.id = n.article_id
WHERE NOT n.trashed
"""

# Spans do not overlap, so that the last one to begin before a suggestion ends is the only one to look at.
_SUGGESTIONS = """
SELECT t.article_id, t.annotator_id, 'suggestion' AS side, s.label_id, s.rule, s.tier, s.pipeline,
    CASE coalesce(d.decision, 'pending')
        WHEN 'accepted' THEN 'accepted'
        WHEN 'rejected' THEN 'rejected'
        WHEN 'changed' THEN CASE
            WHEN p.start = s.start AND p."end" = s."end" AND p.label_id <> s.label_id THEN 'label'
            WHEN p.label_id = s.label_id THEN 'boundary'
            ELSE 'both'
        END
        ELSE CASE
            WHEN q.id IS NULL THEN 'pending'
            WHEN q.start = s.start AND q."end" = s."end" AND q.label_id = s.label_id THEN 'equal'
            ELSE 'covered'
        END
    END AS outcome, t.finished, t.week, s.active AS standing, s.start, s."end"
FROM temp.suggester_live t
CROSS JOIN suggestions s ON s.article_id = t.article_id
LEFT JOIN decisions d ON d.suggestion_id = s.id AND d.annotator_id = t.annotator_id
LEFT JOIN spans p ON d.decision = 'changed' AND p.id = (
    SELECT e.id FROM spans e WHERE e.suggestion_id = s.id AND e.annotator_id = t.annotator_id LIMIT 1
)
LEFT JOIN spans q ON coalesce(d.decision, 'pending') = 'pending' AND q.id = (
    SELECT CASE WHEN e."end" > s.start THEN e.id END FROM spans e
    WHERE e.article_id = s.article_id AND e.annotator_id = t.annotator_id AND e.start < s."end"
    ORDER BY e.start DESC LIMIT 1
)
WHERE s.active OR coalesce(d.decision, 'pending') <> 'pending'
"""

_SPANS = """
SELECT article_id, annotator_id, 'span' AS side, label_id, '' AS rule, '' AS tier, coalesce(pipeline, '') AS pipeline,
    CASE
        WHEN pipeline IS NULL THEN 'unread'
        ELSE CASE best
            WHEN 4 THEN 'exact' WHEN 3 THEN 'boundary' WHEN 2 THEN 'label' WHEN 1 THEN 'both' ELSE 'missed'
        END
    END AS outcome, finished, week, 1 AS standing, start, "end"
FROM (
    SELECT t.*, p.label_id, p.start, p."end", (
        SELECT max(CASE
            WHEN s.start = p.start AND s."end" = p."end" THEN iif(s.label_id = p.label_id, 4, 2)
            ELSE iif(s.label_id = p.label_id, 3, 1)
        END)
        FROM suggestions s
        WHERE s.article_id = p.article_id AND s.start < p."end" AND s.start > p.start - t.longest
        AND s."end" > p.start AND s.active
    ) AS best
    FROM temp.suggester_live t
    CROSS JOIN spans p ON p.article_id = t.article_id AND p.annotator_id = t.annotator_id
)
"""

_ARTICLES = """
SELECT t.article_id, t.annotator_id, 'article' AS side, '' AS label_id, '' AS rule, '' AS tier, '' AS pipeline,
    iif(EXISTS (SELECT 1 FROM spans p WHERE p.article_id = t.article_id AND p.annotator_id = t.annotator_id),
        'worded', 'empty') AS outcome, t.finished, t.week, 1 AS standing, 0 AS start, 0 AS "end"
FROM temp.suggester_live t
"""

_SIDES = {"suggestion": _SUGGESTIONS, "span": _SPANS, "article": _ARTICLES}


def _look_at(database: Database, scope: str, values: Sequence[object] = ()) -> None:
    """Enter into ``temp.suggester_live`` what is not in the trash of the annotations in ``scope``."""
    database.execute(
        "CREATE TEMP TABLE IF NOT EXISTS suggester_live (article_id INTEGER, annotator_id INTEGER, finished INTEGER,"
        " week TEXT, pipeline TEXT, longest INTEGER)"  # which pipeline read the article; the longest suggestion of it
    )
    database.execute("DELETE FROM temp.suggester_live")
    database.execute(_LIVE.format(scope=scope), values)


def count(database: Database) -> None:
    """Bring the counts up to date for the annotations in ``temp.recounted``; see `annotator.store.counting`."""
    database.execute(
        "CREATE TEMP TABLE IF NOT EXISTS suggester_counted (article_id INTEGER, annotator_id INTEGER, side TEXT,"
        " label_id TEXT, rule TEXT, tier TEXT, pipeline TEXT, outcome TEXT, finished INTEGER, week TEXT,"
        " standing INTEGER, n INTEGER)"
    )
    database.execute("DELETE FROM temp.suggester_counted")
    _look_at(database, "temp.recounted")
    _add_up(database, "-")
    database.execute(
        "DELETE FROM suggester_facts WHERE (article_id, annotator_id) IN"
        " (SELECT article_id, annotator_id FROM temp.recounted)"
    )
    for sql in _SIDES.values():
        database.execute(
            f"INSERT INTO temp.suggester_counted SELECT article_id, annotator_id, {_COLUMNS}, count(*)"
            f" FROM ({sql}) GROUP BY article_id, annotator_id, {_COLUMNS}"
        )
    database.execute(
        f"INSERT OR IGNORE INTO suggester_kinds ({_COLUMNS}) SELECT DISTINCT {_COLUMNS} FROM temp.suggester_counted"
    )
    database.execute(
        "INSERT INTO suggester_facts (article_id, annotator_id, kind_id, n)"
        " SELECT c.article_id, c.annotator_id, k.id, c.n FROM temp.suggester_counted c"
        f" JOIN suggester_kinds k USING ({_COLUMNS})"
    )
    _add_up(database, "")
    database.execute("DELETE FROM suggester_totals WHERE n = 0")


def _add_up(database: Database, sign: str) -> None:
    """Add to the totals what the annotations to be recounted contribute, or with ``"-"`` take it from them."""
    database.execute(
        f"INSERT INTO suggester_totals (annotator_id, kind_id, n) SELECT f.annotator_id, f.kind_id, {sign}sum(f.n)"
        " FROM temp.recounted r"
        " CROSS JOIN suggester_facts f ON f.article_id = r.article_id AND f.annotator_id = r.annotator_id"
        " GROUP BY f.annotator_id, f.kind_id ON CONFLICT DO UPDATE SET n = n + excluded.n"
    )


class Total(NamedTuple):
    """How many suggestions, spans or articles of one kind there are.

    Attributes:
        side: ``"suggestion"``, ``"span"`` or ``"article"``.
        label: label id, of the suggestion or the span; ``""`` for articles.
        rule: of a suggestion, else ``""``.
        tier: of a suggestion, else ``""``.
        pipeline: which made the suggestion, or read the article of the span last; ``""`` where none did.
        outcome: what became of it.
        finished: whether the annotator has finished the article.
        week: the Monday of the week in which the annotation changed last, local time, ISO 8601.
        standing: whether a pipeline still makes the suggestion; true for spans and articles.
        n: how many.
    """

    side: str
    label: str
    rule: str
    tier: str
    pipeline: str
    outcome: str
    finished: bool
    week: str
    standing: bool
    n: int


def totals(database: Database, annotator: int) -> Iterator[Total]:
    """Yield what is kept of an annotator."""
    for side, label, rule, tier, pipeline, outcome, finished, week, standing, n in database.execute(
        f"SELECT {_COLUMNS}, n FROM suggester_totals t JOIN suggester_kinds k ON k.id = t.kind_id"
        " WHERE annotator_id = ?",
        (annotator,),
    ):
        yield Total(side, label, rule, tier, pipeline, outcome, finished == 1, week, standing == 1, n)


_DECISIONS = {
    "accepted": Decision.ACCEPTED,
    "rejected": Decision.REJECTED,
    "label": Decision.CHANGED,
    "boundary": Decision.CHANGED,
    "both": Decision.CHANGED,
    "pending": Decision.PENDING,
}


def decisions(database: Database, annotator: int, *, standing: Mapping[str, int]) -> dict[tuple[str, Decision], int]:
    """Return what `annotator.store.reports.count_decisions` does, from what is kept.

    Args:
        database: the project file.
        annotator: id of the annotator.
        standing: how many suggestions stand in all articles, by label id.
    """
    found: Counter[tuple[str, Decision]] = Counter()
    begun: Counter[str] = Counter()
    for label, outcome, stands, n in database.execute(
        "SELECT label_id, outcome, standing, sum(n) FROM suggester_totals t JOIN suggester_kinds k ON k.id = t.kind_id"
        " WHERE annotator_id = ? AND side = 'suggestion' GROUP BY 1, 2, 3",
        (annotator,),
    ):
        begun[label] += n if stands else 0
        if outcome in _DECISIONS:
            found[label, _DECISIONS[outcome]] += n
    for label, n in database.execute(
        "SELECT s.label_id, count(*) FROM annotations n CROSS JOIN suggestions s ON s.article_id = n.article_id"
        " AND s.active WHERE n.annotator_id = ? AND n.trashed GROUP BY 1",
        (annotator,),
    ):
        begun[label] += n
    for label, n in standing.items():  # in the articles that were never begun, all are to be decided
        found[label, Decision.PENDING] += max(0, n - begun[label])  # fewer where what was counted is gone since
    return {each: n for each, n in found.items() if n}


def articles(database: Database, annotator: int, wanted: Mapping[str, Sequence[object]]) -> array[int]:
    """Return the ids of the articles behind a number, in the order of import.

    Args:
        database: the project file.
        annotator: id of the annotator.
        wanted: which kinds count: by the names of their columns, the values that are wanted.
    """
    where, values = _condition(wanted)
    rows = database.execute(
        "SELECT DISTINCT article_id FROM suggester_facts WHERE annotator_id = ?"
        f" AND kind_id IN (SELECT id FROM suggester_kinds WHERE {where}) ORDER BY 1",
        (annotator, *values),
    )
    return array("q", [id for (id,) in rows])


def places(
    database: Database, annotator: int, wanted: Mapping[str, Sequence[object]], *, most: int
) -> Iterator[tuple[int, int, int, str, str, str]]:
    """Yield ``(article, start, end, label, rule, outcome)`` of suggestions or spans behind a number, by article.

    Args:
        database: the project file.
        annotator: id of the annotator.
        wanted: as in `articles`; its ``side`` is one value, ``"suggestion"`` or ``"span"``.
        most: how many at most.
    """
    (side,) = wanted["side"]
    where, values = _condition(wanted)
    _look_at(
        database,
        "(SELECT DISTINCT article_id, annotator_id FROM suggester_facts WHERE annotator_id = ?"
        f" AND kind_id IN (SELECT id FROM suggester_kinds WHERE {where}) ORDER BY article_id LIMIT ?)",
        (annotator, *values, most),
    )
    yield from database.execute(
        f'SELECT article_id, start, "end", label_id, rule, outcome FROM ({_SIDES[str(side)]})'
        f" WHERE {where} ORDER BY article_id, start LIMIT ?",
        (*values, most),
    ).fetchall()


def _condition(wanted: Mapping[str, Sequence[object]]) -> tuple[str, list[object]]:
    parts = [f"{column} IN ({', '.join('?' * len(each))})" for column, each in wanted.items()]
    return " AND ".join(parts) or "1", [value for each in wanted.values() for value in each]
