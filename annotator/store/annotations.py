"""Annotators and their annotations in the project file."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from sqlite3 import IntegrityError
from types import MappingProxyType
from unicodedata import normalize

from annotator.core.annotation import Annotation, Origin, Span, Status
from annotator.core.edits import DecisionChange, Edit, SpanChange
from annotator.core.errors import StaleAnnotationError
from annotator.core.labels import Label
from annotator.core.later import Later
from annotator.core.suggestions import Decision
from annotator.core.wording import Wording
from annotator.store.database import MAX_INTEGER, Database

# Looked up, not called: calling an enum for each of 20,000 spans takes longer than reading them.
_ORIGINS = {origin.value: origin for origin in Origin}
_DECISIONS = {decision.value: decision for decision in Decision}


def labels(database: Database) -> tuple[Label, ...]:
    """Return the labels of the project, in their order."""
    rows = database.execute(
        "SELECT id, name_en, name_fr, colour, key, guideline_en, guideline_fr FROM labels ORDER BY position"
    )
    return tuple(
        Label(id, Wording(en, fr), colour, key, Wording(about_en, about_fr))
        for id, en, fr, colour, key, about_en, about_fr in rows
    )


def annotators(database: Database) -> dict[int, str]:
    """Return the names of the annotators by id."""
    return dict(database.execute("SELECT id, name FROM annotators ORDER BY id").fetchall())


def find_annotator(database: Database, name: str) -> int | None:
    """Return the id of the annotator of that name, upper or lower case alike, accents included, or None."""
    wanted = fold_name(name)
    return next((id for id, known in annotators(database).items() if fold_name(known) == wanted), None)


def fold_name(name: str) -> str:
    """Return an annotator's name without what does not tell people apart: case, white space around, composition."""
    return normalize("NFC", name).strip().casefold()


def add_annotator(database: Database, name: str) -> int:
    """Return the id of the annotator of that name, adding one where there is none; call it in a transaction."""
    known = find_annotator(database, name)
    if known is not None:
        return known
    tidy = normalize("NFC", name).strip()
    return database.last_insert(database.execute("INSERT INTO annotators (name) VALUES (?)", (tidy,)))


def rename_annotator(database: Database, id: int, name: str) -> None:
    """Give an annotator another name; call it in a transaction."""
    database.execute("UPDATE annotators SET name = ? WHERE id = ?", (normalize("NFC", name).strip(), id))


def load(database: Database, article: int, annotator: int, *, undecided: Container[int] | None = None) -> Annotation:
    """Read one annotator's annotation of one article; an untouched one is empty, with revision 0.

    Args:
        database: the project file.
        article: id of the article.
        annotator: id of the annotator.
        undecided: ids of suggestions known to be undecided. Where it is given, the decisions on others are read when
            one of them is first looked up, for which the file must still be open.
    """
    row = database.execute(
        "SELECT revision, status, flagged, note, trashed FROM annotations WHERE article_id = ? AND annotator_id = ?",
        (article, annotator),
    ).fetchone()
    if row is None:
        return Annotation(article, annotator)
    decided: Mapping[int, Decision]
    if undecided is None:
        decided = MappingProxyType(decisions(database, article, annotator))
    else:
        decided = Later(partial(decisions, database, article, annotator), absent=undecided)
    revision, status, flagged, note, trashed = row
    return Annotation(
        article,
        annotator,
        revision,
        Status(status),
        spans(database, article, annotator),
        decided,
        flagged=flagged == 1,
        note=note,
        trashed=trashed == 1,
    )


def decisions(database: Database, article: int, annotator: int) -> dict[int, Decision]:
    """Read what an annotator decided of the suggestions of an article, by id; those undecided are not in it."""
    return {
        suggestion: _DECISIONS[decision]
        for suggestion, decision in database.execute(
            "SELECT d.suggestion_id, d.decision FROM suggestions s JOIN decisions d ON d.suggestion_id = s.id"
            " WHERE s.article_id = ? AND d.annotator_id = ? AND d.decision <> 'pending'",
            (article, annotator),
        )
    }


def spans(
    database: Database, article: int, annotator: int, *, first: int = 0, last: int = MAX_INTEGER
) -> tuple[Span, ...]:
    """Read the spans of an annotation that start from ``first`` up to and with ``last``, in text order."""
    rows = database.execute(
        'SELECT id, start, "end", label_id, origin, suggestion_id, note FROM spans'
        " WHERE article_id = ? AND annotator_id = ? AND start BETWEEN ? AND ? ORDER BY start",
        (article, annotator, first, last),
    )
    return tuple(
        [
            Span(id, start, end, label, _ORIGINS[origin], suggestion, note)
            for id, start, end, label, origin, suggestion, note in rows
        ]
    )


def of_others(database: Database, article: int, annotator: int) -> list[Annotation]:
    """Read what everybody but one annotator made of an article: spans and status, decisions and remarks left out."""
    rows = database.execute(
        "SELECT annotator_id, revision, status, trashed FROM annotations WHERE article_id = ? AND annotator_id <> ?"
        " ORDER BY annotator_id",
        (article, annotator),
    ).fetchall()
    return [
        Annotation(article, other, revision, Status(status), spans(database, article, other), trashed=trashed == 1)
        for other, revision, status, trashed in rows
    ]


def revisions(database: Database, article: int) -> dict[int, int]:
    """Return the revision of every annotation of an article, by annotator."""
    return dict(
        database.execute("SELECT annotator_id, revision FROM annotations WHERE article_id = ?", (article,)).fetchall()
    )


def of_annotator(database: Database, annotator: int, statuses: Iterable[Status]) -> Iterator[tuple[int, Status]]:
    """Yield ``(article id, status)`` of every article, those the annotator never touched being new."""
    wanted = {status.value for status in statuses}
    rows = database.execute(
        "SELECT a.id, coalesce(n.status, 'new') FROM articles a"
        " LEFT JOIN annotations n ON n.article_id = a.id AND n.annotator_id = ? ORDER BY a.id",
        (annotator,),
    ).fetchall()
    return ((id, Status(status)) for id, status in rows if status in wanted)


def statuses(database: Database) -> Iterator[tuple[int, int, Status | None]]:
    """Yield ``(article id, annotator id, status)`` of every annotation, by article; None is the trash."""
    rows = database.execute(
        "SELECT article_id, annotator_id, CASE WHEN trashed THEN NULL ELSE status END FROM annotations"
        " ORDER BY article_id, annotator_id"
    )
    return ((article, annotator, None if status is None else Status(status)) for article, annotator, status in rows)


def extents(database: Database, article: int, annotator: int) -> list[tuple[int, int, str]]:
    """Return ``(start, end, label id)`` of the spans of an annotation, in text order."""
    return database.execute(
        'SELECT start, "end", label_id FROM spans WHERE article_id = ? AND annotator_id = ? ORDER BY start',
        (article, annotator),
    ).fetchall()


def require_current(database: Database, annotation: Annotation) -> None:
    """Raise `StaleAnnotationError` where the file holds another revision than ``annotation``."""
    row = database.execute(
        "SELECT revision FROM annotations WHERE article_id = ? AND annotator_id = ?",
        (annotation.article, annotation.annotator),
    ).fetchone()
    if annotation.revision != (0 if row is None else row[0]):
        raise _stale()


def write(database: Database, edit: Edit, before: Annotation, after: Annotation, *, at: str) -> None:
    """Write what an edit changes; call it inside a transaction.

    Args:
        database: the project file.
        edit: what leads from ``before`` to ``after``.
        before: the annotation the edit was applied to.
        after: the annotation it gave.
        at: the time, ISO 8601 in UTC.

    Raises:
        StaleAnnotationError: the file holds another revision than ``before``, or the suggestions it speaks of
            were replaced by others.
    """
    recount = any(isinstance(change, SpanChange | DecisionChange) for change in edit.changes)
    _write_revision(database, before, after, at, recount=recount)
    try:
        _write_changes(database, edit)
    except IntegrityError as error:
        if "FOREIGN KEY" in str(error):
            raise _stale() from error
        raise


def _write_changes(database: Database, edit: Edit) -> None:
    spans = [change for change in edit.changes if isinstance(change, SpanChange)]
    added = [change.after for change in spans if change.before is None and change.after is not None]
    changed = [change.after for change in spans if change.before is not None and change.after is not None]
    removed = [change.before for change in spans if change.before is not None and change.after is None]
    database.executemany("DELETE FROM spans WHERE id = ?", [(span.id,) for span in removed])
    database.executemany(
        'INSERT INTO spans (start, "end", label_id, origin, suggestion_id, note, id, article_id, annotator_id)'
        " VALUES (?,?,?,?,?,?,?,?,?)",
        [(*_values(span), edit.article, edit.annotator) for span in added],
    )
    database.executemany(
        'UPDATE spans SET start = ?, "end" = ?, label_id = ?, origin = ?, suggestion_id = ?, note = ? WHERE id = ?',
        [_values(span) for span in changed],
    )
    # A decision taken back stays as a row: it tells that somebody has looked at the suggestion.
    database.executemany(
        "INSERT INTO decisions (suggestion_id, annotator_id, decision) VALUES (?,?,?)"
        " ON CONFLICT DO UPDATE SET decision = excluded.decision",
        [
            (change.suggestion, edit.annotator, change.after.value)
            for change in edit.changes
            if isinstance(change, DecisionChange)
        ],
    )


def _values(span: Span) -> tuple[object, ...]:
    return span.start, span.end, span.label, span.origin.value, span.suggestion, span.note, span.id


def write_new(database: Database, written: Sequence[tuple[Edit, Annotation]], *, at: str) -> None:
    """Write many annotations that were empty, as `write` would one by one; call it inside a transaction.

    Args:
        database: the project file.
        written: each edit with the annotation it gave, which answers no suggestion.
        at: the time, ISO 8601 in UTC.
    """
    database.executemany(
        "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at) VALUES (?,?,?,?,?)",
        ((new.article, new.annotator, new.status.value, new.revision, at) for _, new in written),
    )
    database.executemany(
        'INSERT INTO spans (id, article_id, annotator_id, start, "end", label_id, origin, note)'
        " VALUES (?,?,?,?,?,?,?,?)",
        (
            (span.id, new.article, new.annotator, span.start, span.end, span.label, span.origin.value, span.note)
            for _, new in written
            for span in new.spans
        ),
    )


def _write_revision(database: Database, before: Annotation, after: Annotation, at: str, *, recount: bool) -> None:
    key = (after.article, after.annotator)
    values = (after.status.value, after.revision, at, after.flagged, after.note, after.trashed)
    if before.revision == 0:
        counts = "NULL, NULL, NULL" if recount else "sure, likely, unsure"
        written = database.execute(
            "INSERT INTO annotations (status, revision, changed_at, flagged, note, trashed, article_id, annotator_id,"
            f" pending_sure, pending_likely, pending_unsure) SELECT ?,?,?,?,?,?,?,?, {counts}"
            " FROM articles WHERE id = ? ON CONFLICT DO NOTHING",
            (*values, *key, after.article),
        )
    else:
        written = database.execute(
            "UPDATE annotations SET status = ?, revision = ?, changed_at = ?, flagged = ?, note = ?, trashed = ?"
            f"{', pending_sure = NULL' if recount else ''} WHERE article_id = ? AND annotator_id = ? AND revision = ?",
            (*values, *key, before.revision),
        )
    if written.rowcount != 1:
        raise _stale()


def _stale() -> StaleAnnotationError:
    return StaleAnnotationError(
        "another window or program changed this article meanwhile; it has been read again.",
        "une autre fenêtre ou un autre programme a modifié cet article entre-temps ; il vient d'être relu.",
    )
