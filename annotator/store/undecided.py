"""How many suggestions of each article an annotator has still to decide, kept beside the annotation.

Lists of very many articles filter and sort by these numbers, so they are stored. An edit only says that they no longer
hold; they are counted where they are needed, or where the suggester has read an article anew.
"""

from __future__ import annotations

from annotator.store.database import Database

# Spans do not overlap, so that the last one to begin before a suggestion ends is the only one to look at.
_PENDING = """
    FROM suggestions s
    LEFT JOIN decisions d ON d.suggestion_id = s.id AND d.annotator_id = {annotation}.annotator_id
    WHERE s.article_id = {annotation}.article_id AND s.active AND coalesce(d.decision, 'pending') = 'pending'
    AND coalesce((
        SELECT p."end" FROM spans p
        WHERE p.article_id = s.article_id AND p.annotator_id = {annotation}.annotator_id AND p.start < s."end"
        ORDER BY p.start DESC LIMIT 1
    ), 0) <= s.start
"""
_COUNT = f"""
UPDATE annotations SET (pending_sure, pending_likely, pending_unsure) = (
    SELECT coalesce(sum(s.tier = 'sure'), 0), coalesce(sum(s.tier = 'likely'), 0), coalesce(sum(s.tier = 'unsure'), 0)
    {_PENDING.format(annotation="annotations")}
)
"""

IN_ARTICLE = f"""CASE
    WHEN n.article_id IS NULL THEN a.sure + a.likely + a.unsure
    WHEN n.pending_sure IS NULL THEN (SELECT count(*) {_PENDING.format(annotation="n")})
    ELSE n.pending_sure + n.pending_likely + n.pending_unsure
END"""
"""How many are undecided in an article ``a`` of which ``n`` is the annotation, if any; right whatever is stored."""


def count_again(database: Database, annotator: int) -> None:
    """Count anew, in a transaction of its own, where an annotator's numbers no longer hold; mostly there is nothing.

    Raises:
        UserError: the file is locked, or cannot be written.
    """
    where = "annotator_id = ? AND pending_sure IS NULL"
    if database.execute(f"SELECT 1 FROM annotations WHERE {where} LIMIT 1", (annotator,)).fetchone():
        with database.transaction():
            database.execute(f"{_COUNT} WHERE {where}", (annotator,))


def count_in_article(database: Database, article: int) -> None:
    """Count anew for everybody who has an annotation of an article; call it inside a transaction."""
    database.execute(f"{_COUNT} WHERE article_id = ?", (article,))
