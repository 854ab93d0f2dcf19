"""Two or more logs of one annotation brought together: what it becomes, and where they clash.

An annotation is a set of registers: each span (by its id), the decision on each suggestion, the status, the flag, the
remark, the trash, what is settled at each place. A logged edit writes some of them. Of all writes to a register the
latest stands, wherever it was made; equal times are told apart by the value, so that every copy of a project comes to
the same. What registers cannot say of each other is decided in the same way, the newer going before the older: spans
do not overlap, a suggestion is answered by one span at most, its decision says what that span says. What is decided
there is a write of its own (`Merged.decided`), to be kept with the logs, so that it holds when they are merged again.
"""

from __future__ import annotations

import json
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from annotator.core.annotation import Annotation, Span, Status
from annotator.core.edits import (
    Change,
    DecisionChange,
    FlagChange,
    NoteChange,
    SettledChange,
    SpanChange,
    StatusChange,
    TrashChange,
)
from annotator.core.settlement import Settlement
from annotator.core.suggestions import Decision

DECIDED = 1_000_000
"""The ordinal of what a merge decided: after every edit of the same time."""

HERE = 1
"""The bit of the project that the others are merged into; the first other one has 2, the next 4."""

Value = Span | Decision | Status | Settlement | bool | str | None
Register = tuple[str, int]


class LoggedEdit(NamedTuple):
    """An edit as a log has it.

    Attributes:
        at: when, ISO 8601 in UTC.
        ordinal: which of the edits of its annotation that have this time.
        changes: what it wrote.
        known: a bit for each copy whose log has it.
    """

    at: str
    ordinal: int
    changes: tuple[Change, ...]
    known: int


class Clash(NamedTuple):
    """A place where copies of a project say different things, neither knowing of the other.

    Attributes:
        kind: ``span``, ``decision``, ``status``, ``flagged``, ``note``, ``trashed`` or ``settled``.
        place: first code point and one past the last, where it is about a place.
        here: what the project said.
        there: what the other copy said.
        copy: which one, the first being 1.
        won: whether it was ``here`` that stands; False where it is ``there``.
    """

    kind: str
    place: tuple[int, int] | None
    here: Value
    there: Value
    copy: int
    won: bool


def without_doubles(clashes: Sequence[Clash]) -> list[Clash]:
    """Return clashes without decisions on suggestions where spans clash as well: people see one conflict there."""
    extents: dict[tuple[int, bool], list[tuple[int, int]]] = {}
    for each in clashes:
        if each.kind == "span" and each.place is not None:
            extents.setdefault((each.copy, each.won), []).append(each.place)
    ends: dict[tuple[int, bool], list[int]] = {}  # how far the extents reach that begin first, the first two, …
    for side, found in extents.items():
        found.sort()
        ends[side] = list(accumulate((end for _, end in found), max))

    def is_told(decision: Clash) -> bool:
        side, place = (decision.copy, decision.won), decision.place
        if place is None or side not in extents:
            return False
        before = bisect_left(extents[side], (place[1],))  # so many begin before it ends
        return before > 0 and ends[side][before - 1] > place[0]

    return [each for each in clashes if each.kind != "decision" or not is_told(each)]


@dataclass(frozen=True, slots=True)
class Merged:
    """What logs make of an annotation together.

    Attributes:
        changes: what leads there from what the project has; empty where it has it already.
        decided: what was decided between writes that clash, by the time from which it holds.
        clashes: where copies differed.
    """

    changes: tuple[Change, ...]
    decided: tuple[tuple[str, tuple[Change, ...]], ...]
    clashes: tuple[Clash, ...]


class _Write(NamedTuple):
    at: str
    ordinal: int
    told_apart: str
    value: Any
    known: int


def merge(before: Annotation, log: Iterable[LoggedEdit], suggestions: Mapping[int, tuple[int, int, str]]) -> Merged:
    """Return what an annotation becomes by all edits of all copies.

    Args:
        before: what the project has of it now.
        log: the edits, in any order.
        suggestions: start, end and label of each suggestion they speak of.
    """
    writes: dict[Register, list[_Write]] = {}
    everybody = 0
    for edit in log:
        everybody |= edit.known
        for change in edit.changes:
            register, value = _written(change)
            write = _Write(edit.at, edit.ordinal, _told_apart(value), value, edit.known)
            writes.setdefault(register, []).append(write)
    for each in writes.values():
        each.sort(key=_order)
    last = {register: each[-1] for register, each in writes.items()}
    resolving = _Resolving(last, suggestions)
    resolving.resolve()
    clashes = _clashes(writes, everybody, resolving)
    return Merged(_difference(before, resolving.now), resolving.decided(), clashes)


def _written(change: Change) -> tuple[Register, Value]:
    match change:
        case SpanChange(before, after):
            some = after or before
            return ("span", some.id if some else 0), after
        case DecisionChange(suggestion, _, decision):
            return ("decision", suggestion), decision
        case StatusChange():
            return ("status", 0), change.after
        case FlagChange():
            return ("flagged", 0), change.after
        case NoteChange():
            return ("note", 0), change.after
        case TrashChange():
            return ("trashed", 0), change.after
        case SettledChange(settled_before, settled_after):
            place = settled_after or settled_before
            return ("settled", place.start if place else 0), settled_after


def _told_apart(value: Value) -> str:
    """Return what tells values of one time apart; ids that copies may give differently are not in it."""
    if isinstance(value, Span):
        return json.dumps([value.start, value.end, value.label, value.origin, value.note])
    if isinstance(value, Settlement):
        return json.dumps([value.start, value.end, value.choice, value.reason])
    return json.dumps(value)


def _order(write: _Write) -> tuple[str, int, str]:
    return write[:3]


class _Resolving:
    """Decides what the latest writes leave open.

    Attributes:
        now: the value of every register.
        beaten: spans that gave way, each with the span it gave way to, or None where it was a decision or a settled
            place.
    """

    def __init__(self, last: Mapping[Register, _Write], suggestions: Mapping[int, tuple[int, int, str]]) -> None:
        self._last = last
        self._suggestions = suggestions
        self._decided: dict[str, list[Change]] = {}
        self.now: dict[Register, Any] = {register: write.value for register, write in last.items()}
        self.beaten: list[tuple[Span, Span | None]] = []

    def decided(self) -> tuple[tuple[str, tuple[Change, ...]], ...]:
        """Return what was decided, by time."""
        return tuple((at, tuple(changes)) for at, changes in sorted(self._decided.items()))

    def resolve(self) -> None:
        """Decide everything."""
        settled = self._resolve_settled()
        answered = self._resolve_spans(settled)
        self._resolve_decisions(answered)

    def _newest_first(self, kind: str) -> list[tuple[Register, _Write]]:
        found = [(register, write) for register, write in self._last.items() if register[0] == kind and write.value]
        return sorted(found, key=lambda each: (_order(each[1]), each[0]), reverse=True)

    def _resolve_settled(self) -> list[_Write]:
        """Let no two settled places overlap, and return those that stand."""
        kept: list[_Write] = []
        for register, write in self._newest_first("settled"):
            over = next((each for each in kept if _overlap(each.value, write.value)), None)
            if over is None:
                kept.append(write)
            else:
                self._set(register, None, over.at, SettledChange(write.value, None))
        return kept

    def _resolve_spans(self, settled: Sequence[_Write]) -> dict[int, _Write]:
        """Let no two spans overlap or answer one suggestion, and return what answers each suggestion."""
        places: list[tuple[int, int, _Write]] = []
        answered: dict[int, _Write] = {}
        for register, write in self._newest_first("span"):
            span: Span = write.value
            rival = _at(places, span) or (None if span.suggestion is None else answered.get(span.suggestion))
            against = rival or self._refusal(write) or self._settled_without(write, settled)
            if against is None:
                insort(places, (span.start, span.end, write), key=lambda each: each[0])
                if span.suggestion is not None:
                    answered[span.suggestion] = write
                continue
            self.beaten.append((span, rival.value if rival else None))
            self._set(register, None, max(write.at, against.at), SpanChange(span, None))
        return answered

    def _refusal(self, write: _Write) -> _Write | None:
        """Return the later decision that refused the suggestion a span answers, if there is one."""
        decision = self._last.get(("decision", write.value.suggestion))
        refused = decision is not None and decision.value is Decision.REJECTED and _order(decision) > _order(write)
        return decision if refused else None

    def _settled_without(self, write: _Write, settled: Sequence[_Write]) -> _Write | None:
        """Return the later settling of the place by somebody who did not know of the span, if there is one."""
        for each in settled:
            if not each.known & write.known and each.at > write.at and _overlap(each.value, write.value):
                return each
        return None

    def _resolve_decisions(self, answered: Mapping[int, _Write]) -> None:
        """Let each decision say what the span says that answers the suggestion."""
        known = {id for kind, id in self._last if kind == "decision"}
        for id in sorted(known | set(answered)):
            write, answer = self._last.get(("decision", id)), answered.get(id)
            decision = Decision.PENDING if write is None else write.value
            wanted = decision
            if answer is not None and id in self._suggestions:
                span = answer.value
                same = (span.start, span.end, span.label) == self._suggestions[id]
                wanted = Decision.ACCEPTED if same else Decision.CHANGED
            elif answer is None and decision in (Decision.ACCEPTED, Decision.CHANGED):
                wanted = Decision.REJECTED
            if wanted is not decision:
                at = max(each.at for each in (write, answer) if each is not None)
                at = max([at, *self._given_up.get(id, ())])
                self._set(("decision", id), wanted, at, DecisionChange(id, decision, wanted))

    def place_of(self, suggestion: int) -> tuple[int, int] | None:
        """Return where a suggestion stands."""
        found = self._suggestions.get(suggestion)
        return None if found is None else found[:2]

    @property
    def _given_up(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for at, changes in self._decided.items():
            for change in changes:
                if isinstance(change, SpanChange) and change.before and change.before.suggestion is not None:
                    found.setdefault(change.before.suggestion, []).append(at)
        return found

    def _set(self, register: Register, value: Value, at: str, change: Change) -> None:
        self.now[register] = value
        self._decided.setdefault(at, []).append(change)


def _at(places: Sequence[tuple[int, int, _Write]], span: Span) -> _Write | None:
    """Return the newest of the spans in text order that overlap one."""
    index = bisect_left(places, span.start, key=lambda each: each[1])
    found = []
    while index < len(places) and places[index][0] < span.end:
        found.append(places[index][2])
        index += 1
    return max(found, key=_order, default=None)


def _overlap(one: Span | Settlement, other: Span | Settlement) -> bool:
    return one.start < other.end and other.start < one.end


def _difference(before: Annotation, now: Mapping[Register, Any]) -> tuple[Change, ...]:
    """Return what leads from an annotation to the values of registers, in an order that does not depend on theirs."""
    changes: list[Change] = []
    spans = {span.id: span for span in before.spans}
    settled = {each.start: each for each in before.settled}
    for (kind, id), value in sorted(now.items(), key=lambda each: each[0]):
        if kind == "span" and value != spans.get(id):
            changes.append(SpanChange(spans.get(id), value))
        elif kind == "settled" and value != settled.get(id):
            changes.append(SettledChange(settled.get(id), value))
        elif kind == "decision" and value is not (decided := before.decisions.get(id, Decision.PENDING)):
            changes.append(DecisionChange(id, decided, value))
    for kind, made in _SIMPLE.items():
        if (kind, 0) in now and now[kind, 0] != getattr(before, kind):
            changes.append(made(getattr(before, kind), now[kind, 0]))
    return tuple(changes)


_SIMPLE: Mapping[str, Any] = {
    "status": StatusChange,
    "flagged": FlagChange,
    "note": NoteChange,
    "trashed": TrashChange,
}


def _clashes(writes: Mapping[Register, Sequence[_Write]], everybody: int, resolving: _Resolving) -> tuple[Clash, ...]:
    """Find where copies that do not know of each other's writes say different things."""
    copies = [bit for bit in range(1, everybody.bit_length()) if everybody >> bit & 1]
    if not copies or not everybody & HERE:
        return ()
    found: list[Clash] = []
    told: set[int] = set()  # suggestions
    for loser, winner in resolving.beaten:
        write = writes["span", loser.id][-1]
        other = None if winner is None else writes["span", winner.id][-1]
        if winner is None or other is None or loser[1:4] == winner[1:4]:
            continue
        here = bool(write.known & HERE) and not other.known & HERE
        there = bool(other.known & HERE) and not write.known & HERE
        if not here and not there:
            continue
        copy = _first_copy(other.known if here else write.known)
        place = min(loser.start, winner.start), max(loser.end, winner.end)
        found.append(Clash("span", place, *((loser, winner) if here else (winner, loser)), copy, there))
        told |= {id for id in (loser.suggestion, winner.suggestion) if id is not None}
    lost = {loser.id for loser, _ in resolving.beaten}
    for (kind, id), all_of_it in writes.items():
        if (kind == "decision" and id in told) or (kind == "span" and id in lost) or len(all_of_it) < 2:
            continue
        own, stands = _as_seen(all_of_it, 0), all_of_it[-1]
        if own is None or own.known == everybody:
            continue
        for bit in copies:
            theirs = _as_seen(all_of_it, bit)
            apart = theirs is not None and not theirs.known & HERE and not own.known >> bit & 1
            if theirs is None or not apart or theirs.told_apart == own.told_apart:
                continue
            won = stands.told_apart == own.told_apart
            where = _place(kind, id, (own.value, theirs.value), all_of_it, resolving)
            found.append(Clash(kind, where, own.value, theirs.value, bit, won))
            break
    return tuple(sorted(found, key=lambda each: (each.place or (-1, -1), each.kind)))


def _as_seen(writes: Sequence[_Write], copy: int) -> _Write | None:
    """Return the last write that a copy knows of."""
    return next((each for each in reversed(writes) if each.known >> copy & 1), None)


def _first_copy(known: int) -> int:
    return (known & -known).bit_length() - 1


def _place(
    kind: str, id: int, values: Iterable[Value], writes: Iterable[_Write], resolving: _Resolving
) -> tuple[int, int] | None:
    if kind == "decision":
        return resolving.place_of(id)
    for value in (*values, *(write.value for write in writes)):
        if isinstance(value, Span | Settlement):
            return value.start, value.end
    return None
