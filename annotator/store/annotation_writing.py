"""Annotations written to the project file, and the refusal to write over what somebody else wrote meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from sqlite3 import IntegrityError
from typing import NamedTuple

from annotator.core.annotation import Annotation, Span
from annotator.core.edits import Change, DecisionChange, SpanChange
from annotator.core.errors import StaleAnnotationError
from annotator.core.suggestions import Decision
from annotator.store import settlements
from annotator.store.database import Database


def require_current(database: Database, annotation: Annotation) -> None:
    """Raise `StaleAnnotationError` where the file holds another revision than ``annotation``."""
    row = database.execute(
        "SELECT revision FROM annotations WHERE article_id = ? AND annotator_id = ?",
        (annotation.article, annotation.annotator),
    ).fetchone()
    if annotation.revision != (0 if row is None else row[0]):
        raise _stale()


class Written(NamedTuple):
    """An annotation to be written.

    Attributes:
        before: what the file holds of it.
        after: what it is to hold.
        changes: what leads from one to the other, in order.
    """

    before: Annotation
    after: Annotation
    changes: Sequence[Change]


def write(database: Database, written: Sequence[Written], *, at: str) -> None:
    """Write annotations, none of them twice; call it inside a transaction.

    Args:
        database: the project file.
        written: the annotations.
        at: the time, ISO 8601 in UTC.

    Raises:
        StaleAnnotationError: the file holds another revision than ``before``, or the suggestions that are spoken of
            were replaced by others.
    """
    _write_revisions(database, written, at)
    try:
        _write_changes(database, written)
    except IntegrityError as error:
        if "FOREIGN KEY" in str(error):
            raise _stale() from error
        raise


def _write_changes(database: Database, written: Sequence[Written]) -> None:
    removed: list[tuple[object, ...]] = []
    added: list[tuple[object, ...]] = []
    changed: list[tuple[object, ...]] = []
    decided: list[tuple[object, ...]] = []
    reopened: list[settlements.Row] = []
    settled: list[settlements.Row] = []
    for before, after, changes in written:
        if before.settled != after.settled:
            whose, were, are = (after.article, after.annotator), set(before.settled), set(after.settled)
            reopened += [(*whose, each) for each in before.settled if each not in are]
            settled += [(*whose, each) for each in after.settled if each not in were]
        # Of a span that several edits changed, what it was first and is last is all there is to write.
        spans: dict[int, tuple[Span | None, Span | None]] = {}
        decisions: dict[int, Decision] = {}
        for change in changes:
            if isinstance(change, SpanChange):
                span = change.after or change.before
                if span is None:
                    continue
                first = spans[span.id][0] if span.id in spans else change.before
                spans[span.id] = first, change.after
            elif isinstance(change, DecisionChange):
                decisions[change.suggestion] = change.after
        for id, (old, new) in spans.items():
            if new is None:
                if old is not None:
                    removed.append((id,))
            elif old is None:
                added.append((*_values(new), after.article, after.annotator))
            else:
                changed.append(_values(new))
        decided += [(suggestion, after.annotator, decision.value) for suggestion, decision in decisions.items()]
    _each(database, "DELETE FROM spans WHERE id = ?", removed)
    _each(
        database,
        'INSERT INTO spans (start, "end", label_id, origin, suggestion_id, note, id, article_id, annotator_id)'
        " VALUES (?,?,?,?,?,?,?,?,?)",
        added,
    )
    _each(
        database,
        'UPDATE spans SET start = ?, "end" = ?, label_id = ?, origin = ?, suggestion_id = ?, note = ? WHERE id = ?',
        changed,
    )
    # A decision taken back stays as a row: it tells that somebody has looked at the suggestion.
    _each(
        database,
        "INSERT INTO decisions (suggestion_id, annotator_id, decision) VALUES (?,?,?)"
        " ON CONFLICT DO UPDATE SET decision = excluded.decision",
        decided,
    )
    settlements.write(database, gone=reopened, new=settled)


def _each(database: Database, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        database.executemany(sql, rows)


def _values(span: Span) -> tuple[object, ...]:
    return span.start, span.end, span.label, span.origin.value, span.suggestion, span.note, span.id


def _write_revisions(database: Database, written: Sequence[Written], at: str) -> None:
    groups: defaultdict[tuple[bool, bool], list[tuple[object, ...]]] = defaultdict(list)
    for before, after, changes in written:
        recount = any(isinstance(change, SpanChange | DecisionChange) for change in changes)
        values = (after.status.value, after.revision, at, after.flagged, after.note, after.trashed)
        last = before.revision or after.article
        groups[before.revision == 0, recount].append((*values, after.article, after.annotator, last))
    for (new, recount), rows in groups.items():
        if new:
            counts = "NULL, NULL, NULL" if recount else "sure, likely, unsure"
            sql = (
                "INSERT INTO annotations (status, revision, changed_at, flagged, note, trashed, article_id,"
                " annotator_id, pending_sure, pending_likely, pending_unsure)"
                f" SELECT ?,?,?,?,?,?,?,?, {counts} FROM articles WHERE id = ? ON CONFLICT DO NOTHING"
            )
        else:
            sql = (
                "UPDATE annotations SET status = ?, revision = ?, changed_at = ?, flagged = ?, note = ?, trashed = ?"
                f"{', pending_sure = NULL' if recount else ''}"
                " WHERE article_id = ? AND annotator_id = ? AND revision = ?"
            )
        if database.executemany(sql, rows).rowcount != len(rows):
            raise _stale()


def _stale() -> StaleAnnotationError:
    return StaleAnnotationError(
        "another window or program changed this article meanwhile; it has been read again.",
        "une autre fenêtre ou un autre programme a modifié cet article entre-temps ; il vient d'être relu.",
    )
