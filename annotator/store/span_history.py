"""What the log says of one span or one suggestion of an article, read without decoding anything else of the log.

A bulk edit may hold ten thousand changes; of those, only the one asked for is decoded.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.edits import DecisionChange, SpanChange, Verb, find_change
from annotator.store.database import Database


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done to a span or a suggestion.

    Attributes:
        at: when, ISO 8601 in UTC.
        verb: what the annotator meant.
        kind: ``"edit"``, ``"undo"``, ``"redo"`` or ``"import"``.
        change: what was before and is after.
    """

    at: str
    verb: Verb
    kind: str
    change: SpanChange | DecisionChange


def of_span(database: Database, article: int, annotator: int, span: int) -> list[Entry]:
    """Return what an annotator did to a span, the first thing first."""
    return _entries(database, article, annotator, "span", span)


def of_suggestion(database: Database, article: int, annotator: int, suggestion: int) -> list[Entry]:
    """Return what an annotator decided of a suggestion, the first decision first."""
    return _entries(database, article, annotator, "decision", suggestion)


def _entries(database: Database, article: int, annotator: int, what: str, id: int) -> list[Entry]:
    rows = database.execute(
        "SELECT at, verb, kind, changes FROM edits WHERE article_id = ? AND annotator_id = ?"
        " AND instr(changes, ?) ORDER BY id",
        (article, annotator, str(id)),
    )
    found = ((at, verb, kind, find_change(changes, what, id)) for at, verb, kind, changes in rows)
    return [
        Entry(at, Verb(verb), kind, change)
        for at, verb, kind, change in found
        if isinstance(change, SpanChange | DecisionChange)
    ]
