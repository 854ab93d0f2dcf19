"""Where annotators of one article disagree: pure functions over one's marks and the others' annotations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from annotator.core.annotation import Annotation, Mark, Span, Status

_FEW = 50


class Conflict(NamedTuple):
    """What another annotator decided differently at the place of a span.

    Attributes:
        annotator: id of the other annotator.
        spans: what the other one labelled there, in text order; empty where the other one, who has finished the
            article, labelled nothing.
    """

    annotator: int
    spans: tuple[Span, ...]


def conflicts(marks: Iterable[Mark], others: Iterable[Annotation]) -> dict[tuple[str, int], tuple[Conflict, ...]]:
    """Return the conflicts of each mark that has any, by its key.

    A span is in conflict with an annotator whose spans there have another extent or label, or who finished the article
    without one there. A pending suggestion is nobody's decision yet, and so in no conflict. Who threw the article away
    has no say.

    Args:
        marks: of one annotator's article, in any order.
        others: the annotations of others of the same article.
    """
    spans = [mark.span for mark in marks if mark.span is not None]
    found: dict[tuple[str, int], tuple[Conflict, ...]] = {}
    for other in others:
        if other.trashed:
            continue
        # Most agree; where there are many to ask, it pays to know what all the others say.
        agreed = {_said(span) for span in other.spans} if len(spans) > _FEW else set()
        finished = other.status is Status.FINISHED
        for span in spans:
            if _said(span) in agreed:
                continue
            there = other.overlapping(span.start, span.end)
            if [_said(each) for each in there] == [_said(span)]:
                continue
            if there or finished:
                key = ("span", span.id)
                found[key] = (*found.get(key, ()), Conflict(other.annotator, there))
    return found


def _said(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.label
