"""What it takes to take an import back: who has worked on it since, and the statements that let all of it go."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from annotator.store.database import Database
from annotator.store.suggestions import IMPORT_RULE

_BATCH = 500


class WorkedOn(NamedTuple):
    """An article of an import that something was done to since."""

    id: int
    title: str


def worked_on(database: Database, id: int) -> list[WorkedOn]:
    """Return the articles in which somebody, or a later import, has done anything since to what an import brought."""
    rows = database.execute(
        "SELECT a.id, a.title FROM imports i JOIN edits e ON e.id > i.last_edit JOIN articles a ON a.id = e.article_id"
        " WHERE i.id = :id AND (a.import_id = i.id OR EXISTS (SELECT 1 FROM edits m WHERE m.article_id = e.article_id"
        " AND m.annotator_id = e.annotator_id AND m.step = i.step AND m.kind = 'import'))"
        # Suggestions somebody has looked at, and those of other imports.
        " UNION SELECT a.id, a.title FROM imports i JOIN suggestions s"
        " ON s.id BETWEEN i.first_suggestion AND i.last_suggestion JOIN articles a ON a.id = s.article_id"
        " WHERE i.id = :id AND EXISTS (SELECT 1 FROM decisions d WHERE d.suggestion_id = s.id)"
        " UNION SELECT a.id, a.title FROM imports i JOIN articles a ON a.import_id = i.id JOIN suggestions s"
        " ON s.article_id = a.id AND s.rule = :rule AND s.id > coalesce(i.last_suggestion, 0)"
        " WHERE i.id = :id AND NOT s.id BETWEEN coalesce(i.first_suggestion, -1) AND coalesce(i.last_suggestion, -1)"
        " ORDER BY 1",
        {"id": id, "rule": IMPORT_RULE},
    )
    return [WorkedOn(*row) for row in rows]


class Undone(NamedTuple):
    """What went with an import.

    Attributes:
        articles: how many articles.
        annotations: how many annotations of other articles.
        suggestions: how many suggestions in other articles.
        labels: ids of labels.
    """

    articles: int
    annotations: int
    suggestions: int
    labels: tuple[str, ...]


def undo(
    database: Database, id: int, *, at: str, present: Collection[int], progress: Callable[[int, int], None]
) -> Undone:
    """Let everything go that an import brought; call it inside a transaction, where nobody has worked on it since.

    Args:
        database: the project file.
        id: of the import.
        at: the time, ISO 8601 in UTC.
        present: ids of annotators who stay even if they have nothing left, since they are at work.
        progress: told how many of how many articles are gone; it may raise to stop.
    """
    annotations = _take_back_annotations(database, id)
    suggestions = take_back_suggestions(database, id)
    ids = [row[0] for row in database.execute("SELECT id FROM articles WHERE import_id = ? ORDER BY id", (id,))]
    for done in range(0, len(ids), _BATCH):
        progress(done, len(ids))
        some = ids[done : done + _BATCH]
        database.executemany("DELETE FROM articles WHERE id = ?", [(each,) for each in some])
    labels = drop_labels(database, id)
    drop_annotators(database, id, present=present)
    database.execute("UPDATE imports SET state = 'undone', undone_at = ? WHERE id = ?", (at, id))
    return Undone(len(ids), annotations, suggestions, labels)


def _take_back_annotations(database: Database, id: int) -> int:
    """Take back what the import added to articles that it did not bring; it was all the annotator had there."""
    pairs = database.execute(
        "SELECT e.id, e.article_id, e.annotator_id FROM imports i JOIN edits e ON e.id BETWEEN i.step AND i.last_edit"
        " AND e.step = i.step AND e.kind = 'import' JOIN articles a ON a.id = e.article_id"
        " WHERE i.id = ? AND a.import_id IS NOT i.id",
        (id,),
    ).fetchall()
    whose = [(article, annotator) for _, article, annotator in pairs]
    database.executemany("DELETE FROM spans WHERE article_id = ? AND annotator_id = ?", whose)
    database.executemany("DELETE FROM edits WHERE id = ?", [(edit,) for edit, _, _ in pairs])
    database.executemany("DELETE FROM annotations WHERE article_id = ? AND annotator_id = ? AND revision = 1", whose)
    database.executemany(
        "UPDATE annotations SET status = 'new', revision = revision - 1, pending_sure = NULL, changed_at ="
        " (SELECT max(at) FROM edits e WHERE e.article_id = annotations.article_id"
        " AND e.annotator_id = annotations.annotator_id) WHERE article_id = ? AND annotator_id = ?",
        whose,
    )
    return len(pairs)


def take_back_suggestions(database: Database, id: int) -> int:
    """Let suggestions go that are in articles which the import did not bring."""
    rows = database.execute(
        "SELECT s.id, s.article_id FROM imports i JOIN suggestions s"
        " ON s.id BETWEEN i.first_suggestion AND i.last_suggestion JOIN articles a ON a.id = s.article_id"
        " WHERE i.id = ? AND a.import_id IS NOT i.id",
        (id,),
    ).fetchall()
    database.executemany("DELETE FROM suggestions WHERE id = ?", [(suggestion,) for suggestion, _ in rows])
    articles = [(article,) for article in sorted({article for _, article in rows})]
    database.executemany(
        "UPDATE articles SET (sure, likely, unsure) = (SELECT coalesce(sum(tier = 'sure'), 0),"
        " coalesce(sum(tier = 'likely'), 0), coalesce(sum(tier = 'unsure'), 0)"
        " FROM suggestions s WHERE s.article_id = articles.id AND s.active) WHERE id = ?",
        articles,
    )
    database.executemany("UPDATE annotations SET pending_sure = NULL WHERE article_id = ?", articles)
    return len(rows)


def drop_labels(database: Database, id: int) -> tuple[str, ...]:
    """Let the labels go that the import made and nobody has used or explained since."""
    gone = []
    for (label,) in database.execute(_UNUSED_LABELS, {"id": id}).fetchall():
        named = f'"label":{_quoted(label)}'
        if database.execute("SELECT 1 FROM edits WHERE instr(changes, ?) LIMIT 1", (named,)).fetchone() is None:
            database.execute("DELETE FROM labels WHERE id = ?", (label,))
            gone.append(label)
    return tuple(gone)


def drop_annotators(database: Database, id: int, *, present: Collection[int]) -> None:
    """Let the annotators go that the import made and who have nothing left, but for some."""
    for (annotator,) in database.execute(_UNUSED_ANNOTATORS, {"id": id}).fetchall():
        if annotator not in present:
            database.execute("DELETE FROM annotators WHERE id = ?", (annotator,))


def _quoted(label: str) -> str:
    from json import dumps

    return dumps(label, ensure_ascii=False)


_UNUSED_LABELS = """
SELECT l.id FROM imports i JOIN json_each(i.labels) made JOIN labels l ON l.id = made.value
WHERE i.id = :id AND l.guideline_fr = '' AND l.guideline_en = ''
AND NOT EXISTS (SELECT 1 FROM spans WHERE label_id = l.id)
AND NOT EXISTS (SELECT 1 FROM suggestions WHERE label_id = l.id)
AND NOT EXISTS (SELECT 1 FROM lexicon WHERE label_id = l.id)
"""
_UNUSED_ANNOTATORS = """
SELECT made.value FROM imports i JOIN json_each(i.annotators) made
WHERE i.id = :id
AND NOT EXISTS (SELECT 1 FROM annotations WHERE annotator_id = made.value)
AND NOT EXISTS (SELECT 1 FROM edits WHERE annotator_id = made.value OR by_id = made.value)
AND NOT EXISTS (SELECT 1 FROM merged_edits WHERE annotator_id = made.value OR by_id = made.value)
AND NOT EXISTS (SELECT 1 FROM settlements WHERE taken_from = made.value OR by_id = made.value)
AND NOT EXISTS (SELECT 1 FROM assignments WHERE annotator_id = made.value)
AND NOT EXISTS (SELECT 1 FROM decisions WHERE annotator_id = made.value)
AND NOT EXISTS (SELECT 1 FROM edits WHERE by_id = made.value)
AND NOT EXISTS (SELECT 1 FROM settlements WHERE taken_from = made.value OR by_id = made.value)
AND NOT EXISTS (SELECT 1 FROM edits WHERE instr(changes, '"from":' || made.value || ',"by":'))
"""
