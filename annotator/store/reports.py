"""Counts over the whole project file, for the statistics.

What an annotator threw away counts for nobody but those who did not.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.suggestions import Decision
from annotator.store.database import Database

_IN_TRASH = "SELECT article_id FROM annotations WHERE annotator_id = :annotator AND trashed"


def count_articles(database: Database) -> tuple[int, int]:
    """Return the number of articles and the code points of all their texts; what everybody threw away is left out."""
    count, length = database.execute(
        "SELECT count(*), coalesce(sum(length), 0) FROM articles WHERE id NOT IN"
        " (SELECT article_id FROM annotations GROUP BY article_id HAVING min(trashed))"
    ).fetchone()
    return int(count), int(length)


def count_finished(database: Database) -> int:
    """Return how many articles somebody has finished; what that person threw away is left out."""
    row = database.execute(
        "SELECT count(DISTINCT article_id) FROM annotations WHERE status = 'finished' AND NOT trashed"
    )
    return int(row.fetchone()[0])


def count_spans(database: Database, annotator: int) -> dict[str, int]:
    """Return the number of an annotator's spans by label id; labels without any are not in it."""
    rows = database.execute(
        f"SELECT label_id, count(*) FROM spans WHERE annotator_id = :annotator AND article_id NOT IN ({_IN_TRASH})"
        " GROUP BY 1",
        {"annotator": annotator},
    )
    return dict(rows.fetchall())


def texts_of_spans(database: Database, annotator: int, label: str) -> Iterator[tuple[str, int]]:
    """Yield the text of an annotator's spans of one label, each with how many spans read so."""
    # SQLite counts code points in texts, from 1.
    yield from database.execute(
        'SELECT substr(t.text, s.start + 1, s."end" - s.start), count(*) FROM spans s'
        " JOIN texts t ON t.article_id = s.article_id WHERE s.annotator_id = :annotator AND s.label_id = :label"
        f" AND s.article_id NOT IN ({_IN_TRASH}) GROUP BY 1",
        {"annotator": annotator, "label": label},
    )


def count_suggestions(database: Database) -> dict[str, int]:
    """Return the number of suggestions that a pipeline still makes, by label id."""
    return dict(database.execute("SELECT label_id, count(*) FROM suggestions WHERE active GROUP BY 1").fetchall())


def count_decisions(database: Database, annotator: int) -> dict[tuple[str, Decision], int]:
    """Return how many suggestions an annotator decided which way, by label id and decision.

    Pending are those that stand, undecided, where the annotator has no span: the same that
    `annotator.core.annotation.Annotation.pending` gives.
    """
    decided = database.execute(
        "SELECT s.label_id, d.decision, count(*) FROM decisions d JOIN suggestions s ON s.id = d.suggestion_id"
        " WHERE d.annotator_id = :annotator AND d.decision <> 'pending'"
        f" AND s.article_id NOT IN ({_IN_TRASH}) GROUP BY 1, 2",
        {"annotator": annotator},
    )
    counts = {(label, Decision(decision)): count for label, decision, count in decided}
    # Spans do not overlap, so that the last one to begin before a suggestion ends is the only one to look at.
    pending = database.execute(
        "SELECT s.label_id, count(*) FROM suggestions s"
        " LEFT JOIN decisions d ON d.suggestion_id = s.id AND d.annotator_id = :annotator"
        f" WHERE s.active AND s.article_id NOT IN ({_IN_TRASH}) AND coalesce(d.decision, 'pending') = 'pending'"
        ' AND coalesce((SELECT p."end" FROM spans p WHERE p.article_id = s.article_id'
        '   AND p.annotator_id = :annotator AND p.start < s."end" ORDER BY p.start DESC LIMIT 1), 0) <= s.start'
        " GROUP BY 1",
        {"annotator": annotator},
    )
    counts.update({(label, Decision.PENDING): count for label, count in pending})
    return counts
