"""What it takes to take a merge back: who has worked on it since, and the statements that let all of it go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from annotator.core.annotation import Annotation
from annotator.core.edits import Edit, Verb, apply, changes_from_json
from annotator.store import annotation_writing, import_undo
from annotator.store import annotations as stored_annotations
from annotator.store.database import Database
from annotator.store.import_undo import Undone, WorkedOn

_BATCH = 400
_T = TypeVar("_T")

# Annotations that a merge changed, and those of which it brought edits, whether they changed anything or not.
_TOUCHED = (
    "SELECT e.article_id, e.annotator_id FROM imports i JOIN edits e ON e.step = i.step AND e.verb = 'merge'"
    " AND e.kind = 'edit' WHERE i.id = :id"
    " UNION SELECT article_id, annotator_id FROM merged_edits WHERE import_id = :id"
)


def worked_on(database: Database, id: int) -> list[WorkedOn]:
    """Return the articles in which somebody, or a later import or merge, has done anything since to what came."""
    rows = database.execute(
        f"WITH touched AS ({_TOUCHED}) SELECT a.id, a.title FROM imports i JOIN edits e ON e.id > i.last_edit"
        " JOIN articles a ON a.id = e.article_id WHERE i.id = :id AND (a.import_id = i.id OR EXISTS"
        " (SELECT 1 FROM touched t WHERE t.article_id = e.article_id AND t.annotator_id = e.annotator_id))"
        " UNION SELECT a.id, a.title FROM merged_edits m JOIN articles a ON a.id = m.article_id"
        " WHERE m.import_id > :id AND (a.import_id = :id OR EXISTS"
        " (SELECT 1 FROM touched t WHERE t.article_id = m.article_id AND t.annotator_id = m.annotator_id))"
        " UNION SELECT a.id, a.title FROM imports i JOIN suggestions s"
        " ON s.id BETWEEN i.first_suggestion AND i.last_suggestion JOIN articles a ON a.id = s.article_id"
        " JOIN decisions d ON d.suggestion_id = s.id WHERE i.id = :id AND NOT EXISTS"
        " (SELECT 1 FROM touched t WHERE t.article_id = s.article_id AND t.annotator_id = d.annotator_id)"
        " ORDER BY 1",
        {"id": id},
    )
    return [WorkedOn(*row) for row in rows]


def undo(
    database: Database, id: int, *, at: str, present: Collection[int], progress: Callable[[int, int], None]
) -> Undone:
    """Let everything go that a merge brought, as `annotator.store.import_undo.undo` does with an import.

    What it changed of annotations that were there before goes back through the log. What it took over besides is not
    looked at here.
    """
    made = _made_by_it(database, id)
    _forget(database, made)
    changed = _take_back(database, id, at, progress)
    database.execute("DELETE FROM merged_edits WHERE import_id = ?", (id,))
    suggestions = import_undo.take_back_suggestions(database, id)
    ids = [row[0] for row in database.execute("SELECT id FROM articles WHERE import_id = ? ORDER BY id", (id,))]
    for some in _batches(ids):
        database.executemany("DELETE FROM articles WHERE id = ?", [(each,) for each in some])
    labels = import_undo.drop_labels(database, id)
    import_undo.drop_annotators(database, id, present=present)
    database.execute("UPDATE imports SET state = 'undone', undone_at = ? WHERE id = ?", (at, id))
    brought = set(ids)
    return Undone(len(ids), changed + sum(article not in brought for article, _ in made), suggestions, labels)


def _made_by_it(database: Database, id: int) -> list[tuple[int, int]]:
    """Return the annotations that were not there before: article and annotator."""
    return database.execute(
        "SELECT e.article_id, e.annotator_id FROM imports i JOIN edits e ON e.step = i.step AND e.verb = 'merge'"
        " AND e.kind = 'edit' WHERE i.id = ? AND NOT EXISTS (SELECT 1 FROM edits o WHERE"
        " o.article_id = e.article_id AND o.annotator_id = e.annotator_id AND o.id <> e.id)",
        (id,),
    ).fetchall()


def _forget(database: Database, annotations: list[tuple[int, int]]) -> None:
    for statement in (
        "DELETE FROM decisions WHERE suggestion_id IN (SELECT id FROM suggestions WHERE article_id = ?)"
        " AND annotator_id = ?",
        "DELETE FROM spans WHERE article_id = ? AND annotator_id = ?",
        "DELETE FROM annotations WHERE article_id = ? AND annotator_id = ?",
        "DELETE FROM edits WHERE article_id = ? AND annotator_id = ?",
    ):
        database.executemany(statement, annotations)


def _take_back(database: Database, id: int, at: str, progress: Callable[[int, int], None]) -> int:
    """Apply the inverse of each edit through the log, and return how many they were."""
    row = database.execute("SELECT step FROM imports WHERE id = ?", (id,)).fetchone()
    step = row[0]
    if step is None:
        return 0
    total = int(database.execute("SELECT count(*) FROM edits WHERE step = ? AND verb = 'merge'", (step,)).fetchone()[0])
    new = int(database.execute("SELECT coalesce(max(id), 0) + 1 FROM edits").fetchone()[0])
    done = 0
    for edits in _batches(_inverses(database, step)):
        progress(done, total)
        before: dict[tuple[int, int], Annotation] = {}
        by_annotator: defaultdict[int, list[int]] = defaultdict(list)
        for edit in edits:
            by_annotator[edit.annotator].append(edit.article)
        for annotator, articles in by_annotator.items():
            there = stored_annotations.load_many(database, articles, annotator)
            before |= {(article, annotator): each for article, each in there.items()}
        written = [(before[edit.article, edit.annotator], edit) for edit in edits]
        annotation_writing.write(
            database,
            [annotation_writing.Written(each, apply(edit, each), edit.changes) for each, edit in written],
            at=at,
        )
        done += len(edits)
    database.execute(
        "INSERT INTO edits (step, at, annotator_id, article_id, by_id, verb, kind, target, state, changes)"
        " SELECT ?, ?, annotator_id, article_id, by_id, verb, 'undo', step, 'done', inverse FROM edits"
        " WHERE step = ? AND kind = 'edit' ORDER BY id DESC",
        (new, at, step),
    )
    database.execute("UPDATE edits SET state = 'abandoned' WHERE step = ? AND kind = 'edit'", (step,))
    return done


def _inverses(database: Database, step: int) -> Iterator[Edit]:
    rows = database.execute(
        "SELECT article_id, annotator_id, inverse FROM edits WHERE step = ? AND kind = 'edit' ORDER BY id DESC", (step,)
    ).fetchall()
    for article, annotator, inverse in rows:
        yield Edit(article, annotator, Verb.MERGE, changes_from_json(inverse))


def _batches(things: Iterable[_T]) -> Iterator[list[_T]]:
    ahead = iter(things)
    while some := list(islice(ahead, _BATCH)):
        yield some
