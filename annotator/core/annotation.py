"""One annotator's work on one article: spans, decisions and status, all frozen."""

from __future__ import annotations

import os
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from threading import Lock
from types import MappingProxyType
from typing import NamedTuple

from annotator.core.settlement import Settlement
from annotator.core.suggestions import Decision, Suggestion
from annotator.core.wording import Wording


class Status(StrEnum):
    """How far an annotator is with an article; an explicit act, never inferred."""

    NEW = "new"
    IN_PROGRESS = "in progress"
    FINISHED = "finished"
    SET_ASIDE = "set aside"

    @property
    def wording(self) -> Wording:
        """What the status is called."""
        return Wording(self.value, _STATUSES_FR[self])


_STATUSES_FR = {
    Status.NEW: "nouveau",
    Status.IN_PROGRESS: "en cours",
    Status.FINISHED: "terminé",
    Status.SET_ASIDE: "mis de côté",
}


class Origin(StrEnum):
    """How a span came to be."""

    DRAWN = "drawn"
    SUGGESTED = "suggested"
    IMPORTED = "imported"


# Spans and marks come by the ten thousand: a named tuple is as frozen as a dataclass and made three times as fast.


class Span(NamedTuple):
    """A labelled run of characters.

    Attributes:
        id: unique across projects; minted once, so that redo makes the same span again.
        start: first code point.
        end: one past the last code point.
        label: id of its label.
        origin: how it came to be.
        suggestion: id of the suggestion it answers, if any.
        note: a remark by the annotator.
    """

    id: int
    start: int
    end: int
    label: str
    origin: Origin = Origin.DRAWN
    suggestion: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything one annotator decided about one article.

    Attributes:
        article: id of the article.
        annotator: id of the annotator.
        revision: counts the edits; a write with an old revision is refused.
        status: how far the annotator is.
        spans: in text order, never overlapping.
        decisions: what was decided, by suggestion id; a suggestion not in it is pending.
        flagged: whether the annotator wants to come back to it, or somebody else to look at it.
        note: a remark on the article as a whole.
        trashed: whether the annotator threw the article away; it then shows in the trash alone.
        settled: what was settled where, in text order, never overlapping; of the settled layer alone.
    """

    article: int
    annotator: int
    revision: int = 0
    status: Status = Status.NEW
    spans: tuple[Span, ...] = ()
    decisions: Mapping[int, Decision] = field(default_factory=lambda: MappingProxyType({}))
    flagged: bool = False
    note: str | None = None
    trashed: bool = False
    settled: tuple[Settlement, ...] = ()

    def overlapping(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans that share a code point with ``start`` to ``end``, in text order."""
        return tuple(overlapping(self.spans, start, end))

    def pending(self, suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
        """Yield the suggestions still to be decided: active ones, neither decided nor covered by a span."""
        spans, decisions = self.spans, self.decisions
        index = last_start = 0  # every span before index ends at or before last_start
        for suggestion in suggestions:
            if not suggestion.active or suggestion.id in decisions:
                continue
            start = suggestion.start
            if start < last_start:  # not in text order
                index = bisect_left(spans, start, key=lambda span: span.end)
            last_start = start
            while index < len(spans) and spans[index].end <= start:
                index += 1
            if index == len(spans) or spans[index].start >= suggestion.end:
                yield suggestion


class Mark(NamedTuple):
    """One highlight in the text: a span of the annotation, or a pending suggestion.

    Attributes:
        start: first code point.
        end: one past the last code point.
        label: id of its label.
        span: the span it shows, or None.
        suggestion: the suggestion it shows, or None; exactly one of the two is given.
    """

    start: int
    end: int
    label: str
    span: Span | None = None
    suggestion: Suggestion | None = None

    @property
    def key(self) -> tuple[str, int]:
        """Identify the mark among those of one article: ``("span", id)`` or ``("suggestion", id)``."""
        if self.span is not None:
            return ("span", self.span.id)
        return ("suggestion", self.suggestion.id if self.suggestion is not None else 0)


def marks(annotation: Annotation, suggestions: Iterable[Suggestion]) -> list[Mark]:
    """Return what the text shows, in text order: every span and every pending suggestion."""
    shown = [_mark_of(span) for span in annotation.spans]
    shown += [_mark_of_suggestion(each) for each in annotation.pending(suggestions)]
    shown.sort(key=_place)
    return shown


def update_marks(
    shown: Sequence[Mark], annotation: Annotation, suggestions: Iterable[Suggestion], *, start: int, end: int
) -> list[Mark]:
    """Return what `marks` returns, sooner.

    Args:
        shown: the marks before a change, in text order, not overlapping.
        annotation: the annotation after it.
        suggestions: those of the article.
        start: where the first span or suggestion starts that the change touched, before or after it.
        end: where the last one ends.
    """
    first = bisect_right(shown, start, key=_end)
    stop = bisect_left(shown, end, lo=first, key=_start)
    near = (each for each in suggestions if each.start < end and start < each.end)
    fresh = [_mark_of(span) for span in annotation.overlapping(start, end)]
    fresh += [_mark_of_suggestion(each) for each in annotation.pending(near)]
    fresh.sort(key=_place)
    return [*shown[:first], *fresh, *shown[stop:]]


def _mark_of(span: Span) -> Mark:
    return Mark(span.start, span.end, span.label, span=span)


def _mark_of_suggestion(suggestion: Suggestion) -> Mark:
    return Mark(suggestion.start, suggestion.end, suggestion.label, suggestion=suggestion)


_place = attrgetter("start", "end")
_start = attrgetter("start")
_end = attrgetter("end")


def overlapping(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Yield the spans of a sorted, non-overlapping sequence that share a code point with ``start`` to ``end``."""
    index = bisect_left(spans, start, key=lambda span: span.end)
    while index < len(spans) and spans[index].start < end:
        if spans[index].end > start:
            yield spans[index]
        index += 1


_RANDOM_BITS = 22
_EPOCH_MS = 1_704_067_200_000  # 2024-01-01, so that ids fit SQLite's signed 64 bits for centuries
_minting = Lock()
_last_minted = 0


def mint_ids(count: int) -> range:
    """Return ``count`` new span ids: rising, and different from those minted in any other project.

    Milliseconds since 2024 in the high bits keep them in order of creation; random low bits keep them apart.
    """
    global _last_minted
    now = int(time.time() * 1000) - _EPOCH_MS
    with _minting:
        first = max(now << _RANDOM_BITS | _random_bits(), _last_minted + 1)
        _last_minted = first + count - 1
    return range(first, first + count)


def _random_bits() -> int:
    return int.from_bytes(os.urandom(4)) >> 32 - _RANDOM_BITS  # what `secrets` does, which takes long to import
