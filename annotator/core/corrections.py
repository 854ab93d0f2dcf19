"""What an annotator does, as edits: draw, relabel, resize, remove, accept, reject, finish, note, flag, throw away.

Each function looks at an annotation and returns the edit that does the thing, or None where there is nothing
to do. None of them changes anything: `annotator.core.edits.apply` does. ``suggestions`` are always those of the
article, by id. Where ``begin`` can be given, it says whether the edit takes a new article into progress, as the first
thing that a hand does there must, and as what comes from elsewhere must not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.core.annotation import Annotation, Mark, Origin, Span, Status, mint_ids
from annotator.core.edits import (
    Change,
    DecisionChange,
    Edit,
    FlagChange,
    NoteChange,
    SpanChange,
    StatusChange,
    TrashChange,
    Verb,
)
from annotator.core.errors import UserError
from annotator.core.suggestions import Decision, Suggestion, SuggestionsByPlace


def draw(
    annotation: Annotation,
    suggestions: Mapping[int, Suggestion],
    *,
    start: int,
    end: int,
    label: str,
    begin: bool = True,
) -> Edit | None:
    """Label ``start`` to ``end`` by hand.

    Spans and pending suggestions that overlap it give way. Of the suggestions behind them, and of those rejected
    there before, the new span answers the one that shares most with it; the others are rejected.
    """
    covered = annotation.overlapping(start, end)
    if len(covered) == 1 and (covered[0].start, covered[0].end) == (start, end):
        mark = Mark(start, end, covered[0].label, span=covered[0])
        return relabel(annotation, suggestions, mark, label=label, begin=begin)
    if not covered:
        for rival in annotation.pending(_near(suggestions, start, end)):
            if (rival.start, rival.end, rival.label) == (start, end, label):
                return accept(annotation, [rival], begin=begin)
    drawn = Span(mint_ids(1)[0], start, end, label)
    return _edit(annotation, Verb.DRAW, _take_place(annotation, suggestions, drawn, covered), begin=begin)


def relabel(
    annotation: Annotation,
    suggestions: Mapping[int, Suggestion],
    mark: Mark,
    *,
    label: str,
    begin: bool = True,
) -> Edit | None:
    """Give a span or a pending suggestion the label ``label``; a suggestion becomes a span by it."""
    if mark.suggestion is not None:
        if mark.label == label:
            return accept(annotation, [mark.suggestion], begin=begin)
        span = _span_of(mark.suggestion, mint_ids(1)[0])._replace(label=label)
        return _edit(annotation, Verb.RELABEL, _take_place(annotation, suggestions, span, ()), begin=begin)
    if mark.span is None or mark.span.label == label:
        return None
    renamed = mark.span._replace(label=label)
    return _edit(annotation, Verb.RELABEL, _take_place(annotation, suggestions, renamed, (mark.span,)), begin=begin)


def resize(
    annotation: Annotation, suggestions: Mapping[int, Suggestion], mark: Mark, *, start: int, end: int
) -> Edit | None:
    """Move the boundaries of a span or a pending suggestion; a suggestion becomes a span by it.

    Pending suggestions that the new extent runs into give way as they do to a span drawn there.

    Raises:
        UserError: the new extent is empty or runs into another span.
    """
    if (mark.start, mark.end) == (start, end):
        return None
    own = None if mark.span is None else mark.span.id
    if start >= end or any(span.id != own for span in annotation.overlapping(start, end)):
        raise UserError(
            "a span cannot run into its neighbour; remove or shorten the neighbour first.",
            "Une annotation ne peut pas empiéter sur sa voisine ; supprimez ou raccourcissez d'abord la voisine.",
        )
    if mark.span is not None:
        moved = mark.span._replace(start=start, end=end)
        return _edit(annotation, Verb.RESIZE, _take_place(annotation, suggestions, moved, (mark.span,)))
    if mark.suggestion is not None:
        span = _span_of(mark.suggestion, mint_ids(1)[0])._replace(start=start, end=end)
        return _edit(annotation, Verb.RESIZE, _take_place(annotation, suggestions, span, ()))
    return None


def remove(annotation: Annotation, mark: Mark, *, begin: bool = True) -> Edit | None:
    """Remove a span, or reject a pending suggestion; the suggestion a removed span answered is rejected."""
    if mark.suggestion is not None:
        rejected = _decide(annotation, mark.suggestion.id, Decision.REJECTED)
        return _edit(annotation, Verb.REJECT, rejected, begin=begin)
    if mark.span is None:
        return None
    changes = [SpanChange(mark.span, None), *_decide(annotation, mark.span.suggestion, Decision.REJECTED)]
    return _edit(annotation, Verb.REMOVE, changes, begin=begin)


def accept(annotation: Annotation, suggestions: Iterable[Suggestion], *, begin: bool = True) -> Edit | None:
    """Accept pending suggestions as they are: one edit, however many."""
    accepted = list(suggestions)
    changes: list[Change] = []
    for suggestion, id in zip(accepted, mint_ids(len(accepted)), strict=True):
        changes.extend(_decide(annotation, suggestion.id, Decision.ACCEPTED))
        changes.append(SpanChange(None, _span_of(suggestion, id)))
    verb = Verb.ACCEPT if len(accepted) == 1 else Verb.ACCEPT_ALL
    return _edit(annotation, verb, changes, begin=begin)


def set_status(annotation: Annotation, status: Status) -> Edit | None:
    """Say how far the annotator is with the article."""
    if annotation.status is status:
        return None
    change = StatusChange(annotation.status, status)
    return Edit(annotation.article, annotation.annotator, Verb.STATUS, (change,))


def set_flag(annotation: Annotation, flagged: bool) -> Edit | None:
    """Flag the article, or take its flag away."""
    if annotation.flagged is flagged:
        return None
    return Edit(annotation.article, annotation.annotator, Verb.FLAG, (FlagChange(not flagged, flagged),))


def set_note(annotation: Annotation, note: str, *, span: Span | None = None) -> Edit | None:
    """Write a remark on the article, or on one of its spans; a blank one takes the remark away."""
    written = note.strip() or None
    before = annotation.note if span is None else span.note
    if written == before:
        return None
    change = NoteChange(before, written) if span is None else SpanChange(span, span._replace(note=written))
    return Edit(annotation.article, annotation.annotator, Verb.NOTE, (change,))


def set_trashed(annotation: Annotation, trashed: bool) -> Edit | None:
    """Throw the article away, or take it back from the trash; all that was done on it stays with it."""
    if annotation.trashed is trashed:
        return None
    return Edit(annotation.article, annotation.annotator, Verb.TRASH, (TrashChange(not trashed, trashed),))


def take_over(
    annotation: Annotation,
    spans: Iterable[tuple[int, int, str]],
    *,
    status: Status = Status.IN_PROGRESS,
    remarks: Mapping[int, str] | None = None,
) -> Edit | None:
    """Take spans made elsewhere, as ``(start, end, label)`` without overlaps, into an annotation.

    Args:
        annotation: what it is added to.
        spans: the spans.
        status: the status it gets.
        remarks: remarks on spans, by their index.
    """
    extents = list(spans)
    noted = (remarks or {}).get
    changes: list[Change] = [
        SpanChange(None, Span(id, start, end, label, Origin.IMPORTED, None, noted(index)))
        for index, ((start, end, label), id) in enumerate(zip(extents, mint_ids(len(extents)), strict=True))
    ]
    if annotation.status is not status:
        changes.append(StatusChange(annotation.status, status))
    return Edit(annotation.article, annotation.annotator, Verb.IMPORT, tuple(changes)) if changes else None


def _edit(annotation: Annotation, verb: Verb, changes: Iterable[Change], *, begin: bool = True) -> Edit | None:
    """Put changes into an edit; where it shall ``begin`` a new article, it also takes it into progress."""
    listed = tuple(changes)
    if not listed:
        return None
    if begin and annotation.status is Status.NEW:
        listed = (*listed, StatusChange(Status.NEW, Status.IN_PROGRESS))
    return Edit(annotation.article, annotation.annotator, verb, listed)


def _take_place(
    annotation: Annotation, suggestions: Mapping[int, Suggestion], span: Span, covered: Sequence[Span]
) -> list[Change]:
    """Put ``span`` where ``covered`` are (itself before the change, or spans that give way), and decide what it means.

    It answers, of the suggestions it can answer, the one that says the same, else the one it answers already,
    else the one that shares most with it. The others that it runs into, and those the covered spans answered,
    are rejected.
    """
    near = _near(suggestions, span.start, span.end)
    shared = {each.id: _shared(span, each) for each in annotation.pending(near)}
    for old in covered:
        if old.suggestion is not None:
            shared[old.suggestion] = _shared(span, old)
    for each in near:
        if each.active and annotation.decisions.get(each.id) is Decision.REJECTED:
            shared.setdefault(each.id, _shared(span, each))
    if span.suggestion is not None:
        shared.setdefault(span.suggestion, 0)

    def fitness(id: int) -> tuple[bool, bool, int]:
        return _agree(span, suggestions.get(id)), id == span.suggestion, shared[id]

    answered = max(shared, key=fitness, default=None)
    span = span._replace(suggestion=answered)
    changes: list[Change] = [SpanChange(old, span if old.id == span.id else None) for old in covered]
    for id in shared:
        changed = Decision.ACCEPTED if _agree(span, suggestions.get(id)) else Decision.CHANGED
        changes.extend(_decide(annotation, id, changed if id == answered else Decision.REJECTED))
    if all(old.id != span.id for old in covered):
        changes.append(SpanChange(None, span))
    return changes


def _near(suggestions: Mapping[int, Suggestion], start: int, end: int) -> list[Suggestion]:
    if isinstance(suggestions, SuggestionsByPlace):
        return suggestions.near(start, end)
    return [each for each in suggestions.values() if each.start < end and start < each.end]


def _shared(span: Span, other: Span | Suggestion) -> int:
    """Return how many code points two runs share; less than 1 where they do not meet."""
    return min(span.end, other.end) - max(span.start, other.start)


def _agree(span: Span, suggestion: Suggestion | None) -> bool:
    return suggestion is not None and (span.start, span.end, span.label) == (
        suggestion.start,
        suggestion.end,
        suggestion.label,
    )


def _decide(annotation: Annotation, suggestion: int | None, decision: Decision) -> list[Change]:
    if suggestion is None:
        return []
    before = annotation.decisions.get(suggestion, Decision.PENDING)
    return [] if before is decision else [DecisionChange(suggestion, before, decision)]


def _span_of(suggestion: Suggestion, id: int) -> Span:
    return Span(id, suggestion.start, suggestion.end, suggestion.label, Origin.SUGGESTED, suggestion.id)
