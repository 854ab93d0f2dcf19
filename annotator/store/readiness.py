"""What was found out for readiness by going through all articles, kept with what it was found in."""

from __future__ import annotations

from annotator.store.database import Database


def state(database: Database, annotator: int) -> str:
    """Return what changes whenever an annotator's annotations, the articles or their tokens are others."""
    annotations = database.execute(
        "SELECT count(*), sum(revision), sum(status = 'finished'), sum(trashed) FROM annotations"
        " WHERE annotator_id = ?",
        (annotator,),
    ).fetchone()
    articles = database.execute("SELECT count(*), max(id) FROM articles").fetchone()
    alone = database.execute("SELECT count(*), max(at) FROM left_alone").fetchone()
    splits = database.execute("SELECT group_concat(form, ' '), max(added_at) FROM splits").fetchone()
    return " ".join(str(each) for each in (*annotations, *articles, *alone, *splits))


def load(database: Database, annotator: int) -> tuple[str, str] | None:
    """Return ``(state, found)`` as it was kept last, or None."""
    row: tuple[str, str] | None = database.execute(
        "SELECT state, found FROM readiness WHERE annotator_id = ?", (annotator,)
    ).fetchone()
    return row


def save(database: Database, annotator: int, state: str, found: str) -> None:
    """Keep what was found, in place of what was kept before; call it inside a transaction."""
    database.execute("INSERT OR REPLACE INTO readiness VALUES (?,?,?)", (annotator, state, found))


def finished(database: Database, annotator: int) -> list[int]:
    """Return the ids of the articles that an annotator has finished and not thrown away, in the order of import."""
    rows = database.execute(
        "SELECT article_id FROM annotations WHERE annotator_id = ? AND status = 'finished' AND NOT trashed"
        " ORDER BY article_id",
        (annotator,),
    )
    return [id for (id,) in rows]


def spans_by_label(database: Database, annotator: int) -> list[tuple[int, str, int]]:
    """Return ``(article, label id, how many spans)`` of what an annotator drew."""
    return database.execute(
        "SELECT article_id, label_id, count(*) FROM spans WHERE annotator_id = ? GROUP BY article_id, label_id",
        (annotator,),
    ).fetchall()
