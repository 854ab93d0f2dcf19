"""Counts over the whole project file, for the statistics."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.annotation import Status
from annotator.core.suggestions import Decision
from annotator.store.database import Database


def count_articles(database: Database) -> tuple[int, int]:
    """Return the number of articles and the code points of all their texts."""
    count, length = database.execute("SELECT count(*), coalesce(sum(length), 0) FROM articles").fetchone()
    return int(count), int(length)


def count_statuses(database: Database, annotator: int) -> dict[Status, int]:
    """Return an annotator's articles by status; those never touched are not in it."""
    rows = database.execute("SELECT status, count(*) FROM annotations WHERE annotator_id = ? GROUP BY 1", (annotator,))
    return {Status(status): count for status, count in rows}


def count_spans(database: Database, annotator: int) -> dict[str, int]:
    """Return the number of an annotator's spans by label id; labels without any are not in it."""
    rows = database.execute("SELECT label_id, count(*) FROM spans WHERE annotator_id = ? GROUP BY 1", (annotator,))
    return dict(rows.fetchall())


def texts_of_spans(database: Database, annotator: int, label: str) -> Iterator[tuple[str, int]]:
    """Yield the text of an annotator's spans of one label, each with how many spans read so."""
    # SQLite counts code points in texts, from 1.
    yield from database.execute(
        'SELECT substr(t.text, s.start + 1, s."end" - s.start), count(*) FROM spans s'
        " JOIN texts t ON t.article_id = s.article_id WHERE s.annotator_id = ? AND s.label_id = ? GROUP BY 1",
        (annotator, label),
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
        " WHERE d.annotator_id = ? AND d.decision <> 'pending' GROUP BY 1, 2",
        (annotator,),
    )
    counts = {(label, Decision(decision)): count for label, decision, count in decided}
    # Spans do not overlap, so that the last one to begin before a suggestion ends is the only one to look at.
    pending = database.execute(
        "SELECT s.label_id, count(*) FROM suggestions s"
        " LEFT JOIN decisions d ON d.suggestion_id = s.id AND d.annotator_id = :annotator"
        " WHERE s.active AND coalesce(d.decision, 'pending') = 'pending'"
        ' AND coalesce((SELECT p."end" FROM spans p WHERE p.article_id = s.article_id'
        '   AND p.annotator_id = :annotator AND p.start < s."end" ORDER BY p.start DESC LIMIT 1), 0) <= s.start'
        " GROUP BY 1",
        {"annotator": annotator},
    )
    counts.update({(label, Decision.PENDING): count for label, count in pending})
    return counts
