"""The edit log read for people: which steps there are, what each did, and when somebody was at work."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.annotation import Span
from annotator.core.edits import DecisionChange, Edit, SpanChange, Verb, changes_from_json
from annotator.store.database import MAX_INTEGER, Database


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """A step of the log as a list of them shows it, without its edits.

    Attributes:
        id: the step.
        at: when it was done, ISO 8601 in UTC.
        annotator: id of who did it, be it to the settled layer.
        stands: it holds now; otherwise it was taken back and can be done again.
    """

    id: int
    at: str
    annotator: int
    stands: bool


@dataclass(frozen=True, slots=True)
class StepContent:
    """What a step did, as far as one line can tell.

    Attributes:
        first: its first edit; of many changes only the first few are there.
        title: title of the article the first edit is about.
        before: the first span of these that was there before, or None.
        after: the last span of these that is there afterwards, or None.
        surfaces: the texts of ``before`` and ``after``.
        suggested: the text of the first suggestion decided on, or None.
        articles: how many articles it changed.
        added: how many spans it added.
        spans: how many spans it added, removed or replaced.
        decisions: on how many suggestions it decided.
        settled: how many places it settled, settled otherwise or opened again.
    """

    first: Edit
    title: str
    before: Span | None
    after: Span | None
    surfaces: tuple[str | None, str | None]
    suggested: str | None
    articles: int
    added: int
    spans: int
    decisions: int
    settled: int = 0


def of_annotator(
    database: Database, annotator: int, *, before: int | None = None, limit: int = 200
) -> list[LoggedStep]:
    """Return steps of an annotator that stand or can be done again, the newest first: as `history.undoable` has them.

    Args:
        database: the project file.
        annotator: id of the annotator.
        before: only steps older than this one; by default from the newest on.
        limit: how many at most.
    """
    found: list[LoggedStep] = []
    # What was undone is always newer than what stands; each half comes straight out of the index.
    for state in ("undone", "done"):
        rows = [
            row
            for whose in ("annotator_id", "by_id")
            for row in database.execute(
                "SELECT step, min(at), min(coalesce(by_id, annotator_id)) FROM edits"
                f" WHERE {whose} = ? AND state = ? AND kind = 'edit' AND step < ?"
                " GROUP BY step ORDER BY step DESC LIMIT ?",
                (annotator, state, MAX_INTEGER if before is None else before, limit - len(found)),
            )
        ]
        newest = sorted({step: (step, at, who) for step, at, who in rows}.values(), reverse=True)
        found += [LoggedStep(*row, state == "done") for row in newest[: limit - len(found)]]
    return found


def of_everybody(database: Database, *, before: int | None = None, limit: int = 200) -> list[LoggedStep]:
    """Return the steps of everybody as `of_annotator` does those of one annotator."""
    rows = database.execute(
        "SELECT step, min(at), min(coalesce(by_id, annotator_id)), min(state) FROM edits"
        " WHERE kind = 'edit' AND state <> 'abandoned' AND step < ? GROUP BY step ORDER BY step DESC LIMIT ?",
        (MAX_INTEGER if before is None else before, limit),
    )
    return [LoggedStep(step, at, annotator, state == "done") for step, at, annotator, state in rows]


def content(database: Database, step: int) -> StepContent:
    """Read what a step did.

    Raises:
        KeyError: there is no such step.
    """
    row = database.execute(
        "SELECT e.article_id, e.annotator_id, e.verb, a.title,"
        " (SELECT json_group_array(json(value)) FROM (SELECT value FROM json_each(e.changes) LIMIT 8))"
        " FROM edits e JOIN articles a ON a.id = e.article_id WHERE e.step = ? AND e.kind = 'edit'"
        " ORDER BY e.id LIMIT 1",
        (step,),
    ).fetchone()
    if row is None:
        raise KeyError(step)
    article, annotator, verb, title, changes = row
    first = Edit(article, annotator, Verb(verb), changes_from_json(changes))
    # Counted in the JSON as it is written: to parse the changes of thousands of articles would take seconds.
    counts = database.execute(
        f"SELECT count(DISTINCT article_id), {_counted(4)} FROM edits WHERE step = ? AND kind = 'edit'",
        (*(each for part in (_ADDED, _SPAN, _DECISION, _SETTLED) for each in (part, len(part))), step),
    ).fetchone()
    spans = [change for change in first.changes if isinstance(change, SpanChange)]
    before = next((change.before for change in spans if change.before is not None), None)
    after = next((change.after for change in reversed(spans) if change.after is not None), None)
    decided = next((change.suggestion for change in first.changes if isinstance(change, DecisionChange)), None)
    return StepContent(
        first,
        title,
        before,
        after,
        (_surface_of(database, article, before), _surface_of(database, article, after)),
        _surface(database, article, _extent(database, decided)),
        *counts,
    )


def _counted(parts: int) -> str:
    return ", ".join(["sum((length(changes) - length(replace(changes, ?, ''))) / ?)"] * parts)


_DECISION = '"change":"decision"'
_SPAN = '"change":"span"'
_SETTLED = '"change":"settled"'
_ADDED = '"before":null,"after":{'  # a remark that is written anew has a text there, no object


def _surface_of(database: Database, article: int, span: Span | None) -> str | None:
    return None if span is None else _surface(database, article, (span.start, span.end))


def _surface(database: Database, article: int, extent: tuple[int, int] | None) -> str | None:
    if extent is None:
        return None
    start, end = extent
    row = database.execute(
        "SELECT substr(text, ?, ?) FROM texts WHERE article_id = ?", (start + 1, end - start, article)
    ).fetchone()
    return None if row is None else row[0]


def _extent(database: Database, suggestion: int | None) -> tuple[int, int] | None:
    if suggestion is None:
        return None
    found: tuple[int, int] | None = database.execute(
        'SELECT start, "end" FROM suggestions WHERE id = ?', (suggestion,)
    ).fetchone()
    return found


def since(database: Database, annotator: int, at: str) -> list[tuple[str, int]]:
    """Return when an annotator did something since a time, in order, each with how many spans it added.

    Undoing and doing again count as doing something; what was taken back adds nothing. Imports are left out.

    Args:
        database: the project file.
        annotator: id of the annotator.
        at: the time, ISO 8601 in UTC.
    """
    return database.execute(
        "SELECT at, CASE WHEN kind = 'edit' AND state = 'done'"
        " THEN (length(changes) - length(replace(changes, ?, ''))) / ? ELSE 0 END"
        " FROM edits WHERE id >= ? AND annotator_id = ? AND at >= ? AND kind <> 'import' ORDER BY id",
        (_ADDED, len(_ADDED), _first_since(database, at), annotator, at),
    ).fetchall()


def _first_since(database: Database, at: str) -> int:
    """Return the id at which the rows of the log written since a time begin, found by halving: they lie in order."""
    low, high = 1, int(database.execute("SELECT coalesce(max(id), 0) + 1 FROM edits").fetchone()[0])
    while low < high:
        middle = (low + high) // 2
        row = database.execute("SELECT at FROM edits WHERE id >= ? ORDER BY id LIMIT 1", (middle,)).fetchone()
        if row is not None and row[0] < at:
            low = middle + 1
        else:
            high = middle
    return low
