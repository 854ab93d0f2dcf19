"""What annotators labelled, kept by article and added up: `facts`, and the totals that the content is read from.

A fact says how often an annotator labelled the same words so in one article. All totals are sums over facts and over
`counted_articles`, so that what an annotation contributed can be taken back after it changed, or its article went.

The kinds of `content_totals`, by what their value is:

- ``label``: nothing (``''``); spans and articles of the label.
- ``number``: how many spans of the label an article has; label ``''`` counts all spans, and articles without any.
- ``characters``, ``words``: the length of the surface; words are what stands between blanks.
- ``month``, ``source``: of the article; label ``''`` counts all spans, and articles without any.
- ``currency``: of the sum, by its name; ``'?'`` where no amount can be read.
"""

from __future__ import annotations

from annotator.core import money, sums
from annotator.store.database import Database

PAIRS = (("leader", "country"), ("country", "weapon"))
"""The labels whose surfaces are counted together."""

UNREAD = "?"
"""Stands for the currency where a sum has no amount that can be read."""

_LIVE = (
    "temp.recounted r CROSS JOIN annotations n ON n.article_id = r.article_id AND n.annotator_id = r.annotator_id"
    " AND NOT n.trashed"
)
# SQLite counts code points in texts, from 1.
_SPANS = f"""
INSERT INTO temp.labelled
SELECT s.article_id, s.annotator_id, s.label_id, substr(t.text, s.start + 1, s."end" - s.start), count(*)
FROM {_LIVE}
CROSS JOIN spans s ON s.article_id = r.article_id AND s.annotator_id = r.annotator_id
CROSS JOIN texts t ON t.article_id = r.article_id
GROUP BY 1, 2, 3, 4
"""
# Where an import names no source, it is a file or a line of one. A line is no source of its own, and where each article
# has a file, the folder is.
_SOURCE = """
CASE
    WHEN a.source GLOB '*:[0-9]*' AND rtrim(a.source, '0123456789') GLOB '*:'
        THEN substr(a.source, 1, length(rtrim(a.source, '0123456789')) - 1)
    WHEN a.source GLOB '?*/*' AND a.source NOT GLOB '*://*' THEN rtrim(a.source, replace(a.source, '/', ''))
    ELSE a.source
END
"""
_ARTICLES = f"""
INSERT INTO counted_articles
SELECT r.article_id, r.annotator_id, coalesce(substr(a.date, 1, 7), ''), {_SOURCE}, coalesce((
    SELECT sum(f.spans) FROM facts f WHERE f.article_id = r.article_id AND f.annotator_id = r.annotator_id
), 0) AS spans
FROM {_LIVE} CROSS JOIN articles a ON a.id = r.article_id
WHERE n.status <> 'new' OR EXISTS (
    SELECT 1 FROM facts f WHERE f.article_id = r.article_id AND f.annotator_id = r.annotator_id
)
"""
_TOTALS = """
WITH known AS MATERIALIZED (
    SELECT f.* FROM temp.recounted r
    CROSS JOIN facts f ON f.article_id = r.article_id AND f.annotator_id = r.annotator_id
), by_label AS MATERIALIZED (
    SELECT k.article_id, k.annotator_id, k.label_id, c.month, c.source, sum(k.spans) AS spans
    FROM known k CROSS JOIN counted_articles c ON c.article_id = k.article_id AND c.annotator_id = k.annotator_id
    GROUP BY k.article_id, k.annotator_id, k.label_id
    UNION ALL
    SELECT c.article_id, c.annotator_id, '', c.month, c.source, c.spans
    FROM temp.recounted r
    CROSS JOIN counted_articles c ON c.article_id = r.article_id AND c.annotator_id = r.annotator_id
), lengths AS MATERIALIZED (
    SELECT k.article_id, k.annotator_id, k.label_id, k.spans, length(s.words) AS characters,
        length(s.words) - length(replace(s.words, ' ', '')) + 1 AS words
    FROM known k CROSS JOIN surfaces s ON s.id = k.surface_id
)
INSERT INTO content_totals
SELECT annotator_id, kind, label_id, value, {sign} * spans, {sign} * articles FROM (
    SELECT annotator_id, 'label' AS kind, label_id, '' AS value, sum(spans) AS spans, count(*) AS articles
    FROM by_label GROUP BY 1, 3
    UNION ALL
    SELECT annotator_id, 'number', label_id, spans, sum(spans), count(*) FROM by_label GROUP BY 1, 3, 4
    UNION ALL
    SELECT annotator_id, 'month', label_id, month, sum(spans), count(*) FROM by_label GROUP BY 1, 3, 4
    UNION ALL
    SELECT annotator_id, 'source', label_id, source, sum(spans), count(*) FROM by_label GROUP BY 1, 3, 4
    UNION ALL
    SELECT annotator_id, 'characters', label_id, characters, sum(spans), count(DISTINCT article_id)
    FROM lengths GROUP BY 1, 3, 4
    UNION ALL
    SELECT annotator_id, 'words', label_id, words, sum(spans), count(DISTINCT article_id)
    FROM lengths GROUP BY 1, 3, 4
    UNION ALL
    SELECT k.annotator_id, 'currency', k.label_id, a.name, sum(k.spans), count(DISTINCT k.article_id)
    FROM known k CROSS JOIN amounts a ON a.surface_id = k.surface_id WHERE k.label_id = :sum GROUP BY 1, 3, 4
) WHERE 1
ON CONFLICT DO UPDATE SET spans = spans + excluded.spans, articles = articles + excluded.articles
"""
_SURFACE_TOTALS = """
INSERT INTO surface_totals
SELECT f.annotator_id, f.label_id, f.surface_id, {sign} * sum(f.spans), {sign} * count(*)
FROM temp.recounted r CROSS JOIN facts f ON f.article_id = r.article_id AND f.annotator_id = r.annotator_id
GROUP BY 1, 2, 3
ON CONFLICT DO UPDATE SET spans = spans + excluded.spans, articles = articles + excluded.articles
"""
_PAIR_TOTALS = """
INSERT INTO pair_totals
SELECT f.annotator_id, f.label_id, g.label_id, f.surface_id, g.surface_id, {sign} * count(*)
FROM temp.recounted r
CROSS JOIN facts f ON f.article_id = r.article_id AND f.annotator_id = r.annotator_id AND f.label_id = :first
CROSS JOIN facts g ON g.article_id = r.article_id AND g.annotator_id = r.annotator_id AND g.label_id = :second
GROUP BY 1, 4, 5
ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
"""
_THEIRS = "(article_id, annotator_id) IN (SELECT article_id, annotator_id FROM temp.recounted)"


def count(database: Database) -> None:
    """Bring facts and totals up to date for the annotations in ``temp.recounted``; see `annotator.store.counting`."""
    database.execute("CREATE TEMP TABLE IF NOT EXISTS taken_back (surface_id INTEGER PRIMARY KEY)")
    database.execute(
        "CREATE TEMP TABLE IF NOT EXISTS labelled (article_id INTEGER, annotator_id INTEGER, label_id TEXT,"
        " words TEXT, spans INTEGER)"
    )
    _add_up(database, -1)
    database.execute("DELETE FROM temp.taken_back")
    database.execute(
        "INSERT OR IGNORE INTO temp.taken_back SELECT f.surface_id FROM temp.recounted r"
        " CROSS JOIN facts f ON f.article_id = r.article_id AND f.annotator_id = r.annotator_id"
    )
    for table in ("facts", "counted_articles"):
        database.execute(f"DELETE FROM {table} WHERE {_THEIRS}")
    database.execute("DELETE FROM temp.labelled")
    database.execute(_SPANS)
    _name_surfaces(database)
    database.execute(
        "INSERT INTO facts SELECT l.article_id, l.annotator_id, l.label_id, s.id, l.spans"
        " FROM temp.labelled l CROSS JOIN surfaces s ON s.words = l.words WHERE 1"
        " ON CONFLICT DO UPDATE SET spans = spans + excluded.spans"
    )
    database.execute(_ARTICLES)
    _read_amounts(database)
    _add_up(database, 1)
    for table in ("content_totals", "surface_totals", "pair_totals"):
        database.execute(f"DELETE FROM {table} WHERE articles = 0")
    # Which of the surfaces that were taken back stand nowhere any more, and which no more as sums.
    no_sum = (
        "SELECT a.surface_id FROM temp.taken_back CROSS JOIN amounts a USING (surface_id)"
        " WHERE NOT EXISTS (SELECT 1 FROM facts f WHERE f.surface_id = a.surface_id AND f.label_id = ?)"
    )
    database.execute(f"DELETE FROM amounts WHERE surface_id IN ({no_sum})", (sums.LABEL,))
    nowhere = (
        "SELECT surface_id FROM temp.taken_back t"
        " WHERE NOT EXISTS (SELECT 1 FROM facts f WHERE f.surface_id = t.surface_id)"
    )
    database.execute(f"DELETE FROM surfaces WHERE id IN ({nowhere})")


def _name_surfaces(database: Database) -> None:
    """Enter the surfaces that were never met before, with single blanks, and write those in ``temp.labelled`` so."""
    new = (
        "SELECT DISTINCT words FROM temp.labelled l WHERE NOT EXISTS (SELECT 1 FROM surfaces s WHERE s.words = l.words)"
    )
    found = {words: " ".join(words.split()) for (words,) in database.execute(new)}
    database.executemany(
        "INSERT INTO surfaces (words) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM surfaces WHERE words = ?1)",
        [(words,) for words in found.values()],
    )
    odd = [each for each in found.items() if each[0] != each[1]]
    if odd:
        database.execute("CREATE TEMP TABLE IF NOT EXISTS respelt (words TEXT PRIMARY KEY, single TEXT)")
        database.execute("DELETE FROM temp.respelt")
        database.executemany("INSERT INTO temp.respelt VALUES (?, ?)", odd)
        database.execute("UPDATE temp.labelled SET words = r.single FROM temp.respelt r WHERE r.words = labelled.words")


def _add_up(database: Database, sign: int) -> None:
    """Add to the totals what the annotations to be recounted contribute, or with -1 take it from them."""
    database.execute(_TOTALS.format(sign=sign), {"sum": sums.LABEL})
    database.execute(_SURFACE_TOTALS.format(sign=sign))
    for first, second in PAIRS:
        database.execute(_PAIR_TOTALS.format(sign=sign), {"first": first, "second": second})


def _read_amounts(database: Database) -> None:
    """Read the sums that were never met before; each is read once, however often it stands."""
    rows = database.execute(
        "SELECT DISTINCT s.id, s.words FROM temp.labelled l CROSS JOIN surfaces s ON s.words = l.words"
        " WHERE l.label_id = ? AND NOT EXISTS (SELECT 1 FROM amounts a WHERE a.surface_id = s.id)",
        (sums.LABEL,),
    ).fetchall()
    read: list[tuple[int, str | None, str, str | None]] = []
    for id, words in rows:
        amount = money.parse(words)
        if amount is None:
            read.append((id, None, UNREAD, None))
        else:
            name = amount.currency or sums.open_currency(words)
            read.append((id, amount.currency, name, str(amount.value)))
    database.executemany("INSERT INTO amounts VALUES (?, ?, ?, ?)", read)
