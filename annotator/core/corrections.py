"""What an annotator does, as edits: draw, relabel, resize, remove, accept, reject, finish.

Each function looks at an annotation and returns the edit that does the thing, or None where there is nothing
to do. None of them changes anything: `annotator.core.edits.apply` does. ``suggestions`` are always those of the
article, by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.core.annotation import Annotation, Mark, Origin, Span, Status, mint_ids
from annotator.core.edits import Change, DecisionChange, Edit, SpanChange, StatusChange, Verb
from annotator.core.errors import UserError
from annotator.core.suggestions import Decision, Suggestion


def draw(
    annotation: Annotation, suggestions: Mapping[int, Suggestion], *, start: int, end: int, label: str
) -> Edit | None:
    """Label ``start`` to ``end`` by hand.

    Spans and pending suggestions that overlap it give way. Of the suggestions behind them, the new span answers
    the one that shares most with it; the others are rejected.
    """
    covered = annotation.overlapping(start, end)
    if len(covered) == 1 and (covered[0].start, covered[0].end) == (start, end):
        return relabel(annotation, suggestions, Mark(start, end, covered[0].label, span=covered[0]), label=label)
    near = (each for each in suggestions.values() if each.start < end and start < each.end)
    rivals = list(annotation.pending(near))
    for rival in rivals:
        if not covered and (rival.start, rival.end, rival.label) == (start, end, label):
            return accept(annotation, [rival])
    shared = {each.id: min(end, each.end) - max(start, each.start) for each in rivals}
    for span in covered:
        if span.suggestion is not None:
            shared[span.suggestion] = min(end, span.end) - max(start, span.start)
    answered = max(shared, key=lambda id: shared[id], default=None)
    changes: list[Change] = [SpanChange(span, None) for span in covered]
    for id in shared:
        changes.extend(_decide(annotation, id, Decision.CHANGED if id == answered else Decision.REJECTED))
    changes.append(SpanChange(None, Span(mint_ids(1)[0], start, end, label, suggestion=answered)))
    return _edit(annotation, Verb.DRAW, changes)


def relabel(annotation: Annotation, suggestions: Mapping[int, Suggestion], mark: Mark, *, label: str) -> Edit | None:
    """Give a span or a pending suggestion the label ``label``; a suggestion becomes a span by it."""
    if mark.suggestion is not None:
        if mark.label == label:
            return accept(annotation, [mark.suggestion])
        span = replace(_span_of(mark.suggestion, mint_ids(1)[0]), label=label)
        changes = [*_decide(annotation, mark.suggestion.id, Decision.CHANGED), SpanChange(None, span)]
        return _edit(annotation, Verb.RELABEL, changes)
    if mark.span is None or mark.span.label == label:
        return None
    return _replace(annotation, Verb.RELABEL, mark.span, replace(mark.span, label=label), suggestions)


def resize(
    annotation: Annotation, suggestions: Mapping[int, Suggestion], mark: Mark, *, start: int, end: int
) -> Edit | None:
    """Move the boundaries of a span or a pending suggestion; a suggestion becomes a span by it.

    Raises:
        UserError: the new extent is empty or runs into another span.
    """
    if (mark.start, mark.end) == (start, end):
        return None
    others = [span for span in annotation.overlapping(start, end) if span is not mark.span]
    if others or start >= end:
        raise UserError(
            "a span cannot run into its neighbour; remove or shorten the neighbour first.",
            "une annotation ne peut pas empiéter sur sa voisine ; supprimez ou raccourcissez d'abord la voisine.",
        )
    if mark.suggestion is not None:
        span = replace(_span_of(mark.suggestion, mint_ids(1)[0]), start=start, end=end)
        changes = [*_decide(annotation, mark.suggestion.id, Decision.CHANGED), SpanChange(None, span)]
        return _edit(annotation, Verb.RESIZE, changes)
    if mark.span is None:
        return None
    return _replace(annotation, Verb.RESIZE, mark.span, replace(mark.span, start=start, end=end), suggestions)


def remove(annotation: Annotation, mark: Mark) -> Edit | None:
    """Remove a span, or reject a pending suggestion; the suggestion a removed span answered is rejected."""
    if mark.suggestion is not None:
        return _edit(annotation, Verb.REJECT, _decide(annotation, mark.suggestion.id, Decision.REJECTED))
    if mark.span is None:
        return None
    changes = [SpanChange(mark.span, None), *_decide(annotation, mark.span.suggestion, Decision.REJECTED)]
    return _edit(annotation, Verb.REMOVE, changes)


def accept(annotation: Annotation, suggestions: Iterable[Suggestion]) -> Edit | None:
    """Accept pending suggestions as they are: one edit, however many."""
    accepted = list(suggestions)
    changes: list[Change] = []
    for suggestion, id in zip(accepted, mint_ids(len(accepted)), strict=True):
        changes.extend(_decide(annotation, suggestion.id, Decision.ACCEPTED))
        changes.append(SpanChange(None, _span_of(suggestion, id)))
    return _edit(annotation, Verb.ACCEPT if len(accepted) == 1 else Verb.ACCEPT_ALL, changes)


def set_status(annotation: Annotation, status: Status) -> Edit | None:
    """Say how far the annotator is with the article."""
    if annotation.status is status:
        return None
    change = StatusChange(annotation.status, status)
    return Edit(annotation.article, annotation.annotator, Verb.STATUS, (change,))


def take_over(
    annotation: Annotation, spans: Iterable[tuple[int, int, str]], *, status: Status = Status.IN_PROGRESS
) -> Edit | None:
    """Take spans made elsewhere, as ``(start, end, label)`` without overlaps, into an annotation."""
    extents = list(spans)
    changes: list[Change] = [
        SpanChange(None, Span(id, start, end, label, Origin.IMPORTED))
        for (start, end, label), id in zip(extents, mint_ids(len(extents)), strict=True)
    ]
    if annotation.status is not status:
        changes.append(StatusChange(annotation.status, status))
    return Edit(annotation.article, annotation.annotator, Verb.IMPORT, tuple(changes)) if changes else None


def _edit(annotation: Annotation, verb: Verb, changes: Iterable[Change]) -> Edit | None:
    """Put changes into an edit; the first one on a new article also takes it into progress."""
    listed = tuple(changes)
    if not listed:
        return None
    if annotation.status is Status.NEW:
        listed = (*listed, StatusChange(Status.NEW, Status.IN_PROGRESS))
    return Edit(annotation.article, annotation.annotator, verb, listed)


def _replace(
    annotation: Annotation, verb: Verb, old: Span, new: Span, suggestions: Mapping[int, Suggestion]
) -> Edit | None:
    """Replace a span; the suggestion it answers counts as accepted where the two agree, else as changed."""
    changes: list[Change] = [SpanChange(old, new)]
    suggestion = suggestions.get(old.suggestion) if old.suggestion is not None else None
    if suggestion is not None:
        same = (new.start, new.end, new.label) == (suggestion.start, suggestion.end, suggestion.label)
        changes.extend(_decide(annotation, suggestion.id, Decision.ACCEPTED if same else Decision.CHANGED))
    return _edit(annotation, verb, changes)


def _decide(annotation: Annotation, suggestion: int | None, decision: Decision) -> list[Change]:
    if suggestion is None:
        return []
    before = annotation.decisions.get(suggestion, Decision.PENDING)
    return [] if before is decision else [DecisionChange(suggestion, before, decision)]


def _span_of(suggestion: Suggestion, id: int) -> Span:
    return Span(id, suggestion.start, suggestion.end, suggestion.label, Origin.SUGGESTED, suggestion.id)
