"""Edits: frozen values that say one change to an annotation, and the pure functions that apply and invert them.

Every change an edit holds names what was there before and what is there after. So an edit can be checked
against the annotation it meets, read backwards to undo it, and read by a person in the log.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from annotator.core.annotation import Annotation, Origin, Span, Status
from annotator.core.errors import StaleAnnotationError, UserError
from annotator.core.later import Later
from annotator.core.settlement import Choice, Settlement
from annotator.core.suggestions import Decision


class Verb(StrEnum):
    """What the annotator meant by an edit; it names the edit in the log and in the history."""

    DRAW = "draw"
    RELABEL = "relabel"
    RESIZE = "resize"
    REMOVE = "remove"
    ACCEPT = "accept"
    ACCEPT_ALL = "accept all"
    REJECT = "reject"
    STATUS = "status"
    NOTE = "note"
    FLAG = "flag"
    TRASH = "trash"
    LABEL_EVERYWHERE = "label everywhere"
    RELABEL_EVERYWHERE = "relabel everywhere"
    REMOVE_EVERYWHERE = "remove everywhere"
    SETTLE = "settle"
    SETTLE_ALL = "settle all"
    REOPEN = "reopen"
    """What was settled is open again."""
    IMPORT = "import"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class SpanChange:
    """A span is added (``before`` is None), removed (``after`` is None) or replaced (both, with one id)."""

    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """The decision on one suggestion changes."""

    suggestion: int
    before: Decision
    after: Decision


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The status of the annotation changes."""

    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class FlagChange:
    """The article is flagged, or no longer."""

    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class NoteChange:
    """The remark on the article changes; None is no remark. Remarks on spans are span changes."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class TrashChange:
    """The article goes to the annotator's trash, or comes back from it."""

    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class SettledChange:
    """A place is settled (``before`` is None), open again (``after`` is None) or settled otherwise (both)."""

    before: Settlement | None
    after: Settlement | None


Change = SpanChange | DecisionChange | StatusChange | FlagChange | NoteChange | TrashChange | SettledChange


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to one annotation, whole or not at all.

    Attributes:
        article: id of the article.
        annotator: id of the annotator.
        verb: what was meant.
        changes: what is different afterwards.
    """

    article: int
    annotator: int
    verb: Verb
    changes: tuple[Change, ...]


def apply(edit: Edit, before: Annotation) -> Annotation:
    """Return the annotation after an edit; its revision is one higher.

    Raises:
        StaleAnnotationError: the annotation is not the one the edit was made for.
        UserError: a span, or a place that is settled, would overlap another or be empty.
    """
    kinds = set(map(type, edit.changes))
    # What is not changed is not copied: one edit in many thousands says no more than that an article is finished.
    spans = list(before.spans) if SpanChange in kinds else []
    decisions = _copy(before.decisions) if DecisionChange in kinds else {}
    settled = list(before.settled) if SettledChange in kinds else []
    now: dict[str, Any] = {"status": before.status, "flagged": before.flagged}
    now |= {"note": before.note, "trashed": before.trashed}
    for change in edit.changes:
        if isinstance(change, SpanChange) and change.before is not None:
            _take_out(spans, change.before)
        elif isinstance(change, SettledChange) and change.before is not None:
            _take_out(settled, change.before)
    for change in edit.changes:
        match change:
            case SpanChange(_, Span() as span):
                _put_in(spans, span)
            case SettledChange(_, Settlement() as settlement):
                _put_in(settled, settlement)
            case DecisionChange(suggestion, old, new):
                if decisions.get(suggestion, Decision.PENDING) is not old:
                    raise _stale()
                decisions[suggestion] = new
                if new is Decision.PENDING:
                    del decisions[suggestion]
            case StatusChange() | FlagChange() | NoteChange() | TrashChange():
                field = _FIELDS[type(change)]
                if now[field] != change.before:
                    raise _stale()
                now[field] = change.after
    return Annotation(
        before.article,
        before.annotator,
        before.revision + 1,
        spans=tuple(spans) if SpanChange in kinds else before.spans,
        decisions=MappingProxyType(decisions) if DecisionChange in kinds else before.decisions,
        settled=tuple(settled) if SettledChange in kinds else before.settled,
        **now,
    )


_FIELDS: Mapping[type, str] = {
    StatusChange: "status",
    FlagChange: "flagged",
    NoteChange: "note",
    TrashChange: "trashed",
}
"""The field of an annotation that a change of each kind is about."""


def _copy(decisions: Mapping[int, Decision]) -> dict[int, Decision]:
    # Copied as a whole where it can be: `dict` reads a proxy entry by entry, thirty times as slow.
    return decisions.copy() if isinstance(decisions, dict | MappingProxyType | Later) else dict(decisions)


def invert(edit: Edit) -> Edit:
    """Return the edit that takes back ``edit``: the same changes, read backwards."""
    return Edit(edit.article, edit.annotator, edit.verb, backwards(edit.changes))


def backwards(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes that take back some changes."""
    return tuple([_backwards(change) for change in reversed(changes)])


def _backwards(change: Change) -> Change:
    match change:
        case SpanChange(before, after):
            return SpanChange(after, before)
        case DecisionChange(suggestion, old, new):
            return DecisionChange(suggestion, new, old)
        case StatusChange(status_before, status_after):
            return StatusChange(status_after, status_before)
        case FlagChange(flag_before, flag_after):
            return FlagChange(flag_after, flag_before)
        case NoteChange(note_before, note_after):
            return NoteChange(note_after, note_before)
        case TrashChange(trash_before, trash_after):
            return TrashChange(trash_after, trash_before)
        case SettledChange(settled_before, settled_after):
            return SettledChange(settled_after, settled_before)


_Run = TypeVar("_Run", Span, Settlement)


def _take_out(runs: list[_Run], run: _Run) -> None:
    index = bisect_left(runs, run.start, key=lambda each: each.start)
    if index == len(runs) or runs[index] != run:
        raise _stale()
    del runs[index]


def _put_in(runs: list[_Run], run: _Run) -> None:
    index = bisect_left(runs, run.start, key=lambda each: each.start)
    clash = (index > 0 and runs[index - 1].end > run.start) or (index < len(runs) and runs[index].start < run.end)
    if clash or run.start >= run.end:
        if isinstance(run, Settlement):
            raise UserError(
                f"the place from {run.start} to {run.end} would be empty or overlap another that is settled.",
                f"L'endroit de {run.start} à {run.end} serait vide ou en chevaucherait un autre, déjà réglé.",
            )
        raise UserError(
            f"a span from {run.start} to {run.end} would be empty or overlap another span.",
            f"Une annotation de {run.start} à {run.end} serait vide ou en chevaucherait une autre.",
        )
    runs.insert(index, run)


def _stale() -> StaleAnnotationError:
    return StaleAnnotationError(
        "the annotation has changed since it was shown; it has been read again, please repeat the last action.",
        "l'annotation a changé depuis son affichage ; elle vient d'être relue, refaites la dernière action.",
    )


# The log keeps edits as JSON that a person can read in a SQLite browser:
#   {"change": "span", "id": 17, "before": null, "after": {"start": 0, "end": 5, "label": "leader", "origin": "drawn"}}
#   {"change": "decision", "suggestion": 3, "before": "pending", "after": "accepted"}
#   {"change": "status", "before": "new", "after": "in progress"}
#   {"change": "flagged", "before": false, "after": true}
#   {"change": "note", "before": null, "after": "see the dispatch of the 14th"}
#   {"change": "settled", "after": {"start": 0, "end": 5, "choice": "taken", "from": 2, "by": 1}, "before": null}
# Who counts the spans added looks for `"before":null,"after":{` in it; what is settled is therefore told backwards.


_ORIGINS = {origin.value: origin for origin in Origin}
_DECISIONS = {decision.value: decision for decision in Decision}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def changes_to_json(changes: tuple[Change, ...]) -> str:
    """Write the changes of an edit as a JSON list, each with what was before and what is after."""
    return _JSON.encode([_encode(change) for change in changes])


def changes_from_json(written: str) -> tuple[Change, ...]:
    """Read what `changes_to_json` wrote.

    Raises:
        ValueError, KeyError or TypeError: it was not written by `changes_to_json`.
    """
    return tuple(_decode(record) for record in json.loads(written))


def find_change(written: str, kind: str, id: int) -> Change | None:
    """Return one change out of what `changes_to_json` wrote, decoding no other; None where it is not in it.

    Args:
        written: the changes.
        kind: ``"span"`` or ``"decision"``.
        id: of the span, or of the suggestion decided on.
    """
    named = "id" if kind == "span" else "suggestion"
    at = written.find(f'{{"change":"{kind}","{named}":{id},')
    return None if at < 0 else _decode(json.JSONDecoder().raw_decode(written, at)[0])


def _encode(change: Change) -> dict[str, Any]:
    match change:
        case SpanChange(before, after):
            some = before or after
            return {
                "change": "span",
                "id": some.id if some else None,
                "before": before and _encode_span(before),
                "after": after and _encode_span(after),
            }
        case DecisionChange(suggestion, old, new):
            return {"change": "decision", "suggestion": suggestion, "before": old, "after": new}
        case StatusChange() | FlagChange() | NoteChange() | TrashChange():
            return {"change": _FIELDS[type(change)], "before": change.before, "after": change.after}
        case SettledChange(settled_before, settled_after):
            return {
                "change": "settled",
                "after": settled_after and _encode_settlement(settled_after),
                "before": settled_before and _encode_settlement(settled_before),
            }


def _encode_span(span: Span) -> dict[str, Any]:
    record: dict[str, Any] = {
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "origin": span.origin,
    }
    if span.suggestion is not None:
        record["suggestion"] = span.suggestion
    if span.note is not None:
        record["note"] = span.note
    return record


def _encode_settlement(settlement: Settlement) -> dict[str, Any]:
    record: dict[str, Any] = {"start": settlement.start, "end": settlement.end, "choice": settlement.choice}
    if settlement.taken_from is not None:
        record["from"] = settlement.taken_from
    record["by"] = settlement.by
    if settlement.reason is not None:
        record["reason"] = settlement.reason
    return record


def _decode(record: Mapping[str, Any]) -> Change:
    before, after = record["before"], record["after"]
    match record["change"]:
        case "span":
            id = record["id"]
            return SpanChange(before and _decode_span(id, before), after and _decode_span(id, after))
        case "decision":
            return DecisionChange(record["suggestion"], _DECISIONS[before], _DECISIONS[after])
        case "status":
            return StatusChange(Status(before), Status(after))
        case "flagged":
            return FlagChange(before, after)
        case "note":
            return NoteChange(before, after)
        case "trashed":
            return TrashChange(before, after)
        case "settled":
            return SettledChange(before and _decode_settlement(before), after and _decode_settlement(after))
        case other:
            raise ValueError(f"an edit log cannot hold a change of {other!r}")


def _decode_span(id: int, record: Mapping[str, Any]) -> Span:
    return Span(
        id,
        record["start"],
        record["end"],
        record["label"],
        _ORIGINS[record["origin"]],
        record.get("suggestion"),
        record.get("note"),
    )


def _decode_settlement(record: Mapping[str, Any]) -> Settlement:
    return Settlement(
        record["start"],
        record["end"],
        Choice(record["choice"]),
        record.get("from"),
        record["by"],
        record.get("reason"),
    )
