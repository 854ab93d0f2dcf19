"""One decision for every occurrence of a surface: what stands where it occurs, and the edits that settle it there.

What is wished is one of three things (`Wish`): to label the occurrences, to relabel those that carry a certain label,
or to remove a label from them. `Place.follows` says which occurrences follow by themselves, and which are left for a
person to choose:

- to label: what is unmarked, and what is merely suggested with that label;
- to relabel, and to remove: what carries the old label, as a span or as a suggestion.

So whatever carries another label, has been rejected, or runs into other marks stays as it is unless it is chosen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from annotator.core import corrections
from annotator.core.annotation import Annotation, Mark, Span, Status
from annotator.core.edits import Change, DecisionChange, Edit, SpanChange, StatusChange, Verb, apply
from annotator.core.suggestions import Decision, Suggestion, SuggestionsByPlace


class Act(StrEnum):
    """What can be done everywhere."""

    LABEL = "label"
    RELABEL = "relabel"
    REMOVE = "remove"


class Wish(NamedTuple):
    """What to do with the occurrences of a surface.

    Attributes:
        act: the kind of it.
        label: id of the label to give, or, to remove, of the label to take away.
        instead_of: to relabel, id of the label that occurrences carry so far.
    """

    act: Act
    label: str
    instead_of: str | None = None

    @property
    def verb(self) -> Verb:
        """What the log calls it."""
        return _VERBS[self.act]


_VERBS = {
    Act.LABEL: Verb.LABEL_EVERYWHERE,
    Act.RELABEL: Verb.RELABEL_EVERYWHERE,
    Act.REMOVE: Verb.REMOVE_EVERYWHERE,
}


class Standing(StrEnum):
    """What stands where a surface occurs."""

    UNMARKED = "unmarked"
    REJECTED = "rejected"
    SUGGESTED = "suggested"
    MARKED = "marked"
    CROSSED = "crossed"


class Place(NamedTuple):
    """One occurrence of a surface, as one annotator has it.

    Attributes:
        start: first code point.
        end: one past the last code point.
        standing: whether nothing stands there, a suggestion that was rejected, a pending one, a span, or marks of
            another extent that it runs into.
        label: id of the label of what stands there, or of the first mark it runs into; None where nothing does.
    """

    start: int
    end: int
    standing: Standing
    label: str | None = None

    def follows(self, wish: Wish) -> bool:
        """Tell whether a wish is meant for the occurrence without anybody choosing it."""
        match wish.act:
            case Act.LABEL:
                suggested = self.standing is Standing.SUGGESTED and self.label == wish.label
                return self.standing is Standing.UNMARKED or suggested
            case Act.RELABEL:
                return self.is_marked and self.label == wish.instead_of
            case Act.REMOVE:
                return self.is_marked and self.label == wish.label

    def can_follow(self, wish: Wish) -> bool:
        """Tell whether the wish would change anything there, if it were chosen."""
        match wish.act:
            case Act.LABEL:
                return not (self.standing is Standing.MARKED and self.label == wish.label)
            case Act.RELABEL:
                return self.is_marked and not (self.standing is Standing.MARKED and self.label == wish.label)
            case Act.REMOVE:
                return self.is_marked

    @property
    def is_marked(self) -> bool:
        """Whether a span or a pending suggestion of that very extent is there."""
        return self.standing in (Standing.MARKED, Standing.SUGGESTED)


def done_by(edit: Edit, suggestions: Mapping[int, Suggestion]) -> tuple[int, int, Wish] | None:
    """Return where an edit removed or relabelled one mark, with the wish to do so everywhere; None for other edits.

    Args:
        edit: what was done.
        suggestions: those of its article, by id.
    """
    spans = [change for change in edit.changes if isinstance(change, SpanChange)]
    decided = [change.suggestion for change in edit.changes if isinstance(change, DecisionChange)]
    suggested = suggestions.get(decided[0]) if len(decided) == 1 else None
    match edit.verb, spans:
        case Verb.REMOVE, [SpanChange(Span() as gone, None)]:
            return gone.start, gone.end, Wish(Act.REMOVE, gone.label)
        case Verb.REJECT, [] if suggested is not None:
            return suggested.start, suggested.end, Wish(Act.REMOVE, suggested.label)
        case Verb.RELABEL, [SpanChange(Span() as old, Span() as new)]:
            return new.start, new.end, Wish(Act.RELABEL, new.label, instead_of=old.label)
        case Verb.RELABEL, [SpanChange(None, Span() as new)] if suggested is not None:
            return new.start, new.end, Wish(Act.RELABEL, new.label, instead_of=suggested.label)
    return None


def places(
    annotation: Annotation, suggestions: Mapping[int, Suggestion], extents: Iterable[tuple[int, int]]
) -> Iterator[Place]:
    """Yield what stands at each of some extents of an article.

    Args:
        annotation: of the article.
        suggestions: those of the article by id, in text order.
        extents: start and end of each.
    """
    by_place = _by_place(suggestions)
    for start, end in extents:
        near = by_place.near(start, end)
        mark = _mark_at(annotation, near, start, end)
        if mark is None:
            rejected = (
                each
                for each in near
                if (each.start, each.end) == (start, end) and annotation.decisions.get(each.id) is Decision.REJECTED
            )
            refused = next(rejected, None)
            if refused is None:
                yield Place(start, end, Standing.UNMARKED)
            else:
                yield Place(start, end, Standing.REJECTED, refused.label)
        elif (mark.start, mark.end) != (start, end):
            yield Place(start, end, Standing.CROSSED, mark.label)
        else:
            yield Place(start, end, Standing.MARKED if mark.span else Standing.SUGGESTED, mark.label)


def settle(
    annotation: Annotation,
    suggestions: Mapping[int, Suggestion],
    wish: Wish,
    extents: Iterable[tuple[int, int]],
    *,
    begin: bool,
) -> list[Edit]:
    """Return the edits of one article that do what is wished at each of some extents; none where nothing changes.

    Marks that the extents run into give way, as they do to a span drawn there.

    Args:
        annotation: of the article.
        suggestions: those of the article by id, in text order.
        wish: what to do.
        extents: start and end of each occurrence to do it at, apart from one another, in text order.
        begin: whether a new article is taken into progress by it.
    """
    by_place = _by_place(suggestions)
    edits: list[Edit] = []
    changes: list[Change] = []
    touched: set[tuple[str, int]] = set()

    def close() -> None:
        nonlocal annotation
        if changes:
            if begin and annotation.status is Status.NEW:
                changes.append(StatusChange(Status.NEW, Status.IN_PROGRESS))
            edits.append(Edit(annotation.article, annotation.annotator, wish.verb, tuple(changes)))
            annotation = apply(edits[-1], annotation)
            changes.clear()
            touched.clear()

    for start, end in extents:
        edit = _edit_at(annotation, by_place, wish, start, end)
        if edit is not None and touched & _touched(edit):  # one mark that two occurrences run into
            close()
            edit = _edit_at(annotation, by_place, wish, start, end)
        if edit is not None:
            changes.extend(edit.changes)
            touched |= _touched(edit)
    close()
    return edits


def _edit_at(annotation: Annotation, suggestions: SuggestionsByPlace, wish: Wish, start: int, end: int) -> Edit | None:
    near = suggestions.near(start, end)
    there = {each.id: each for each in near}
    mark = _mark_at(annotation, near, start, end)
    if mark is not None and (mark.start, mark.end) != (start, end):
        mark = None
    if wish.act is Act.REMOVE:
        return None if mark is None else corrections.remove(annotation, mark, begin=False)
    if mark is not None:
        return corrections.relabel(annotation, there, mark, label=wish.label, begin=False)
    return corrections.draw(annotation, there, start=start, end=end, label=wish.label, begin=False)


def _mark_at(annotation: Annotation, near: Iterable[Suggestion], start: int, end: int) -> Mark | None:
    """Return the mark of that extent; or else the first one it runs into, spans before suggestions; or None."""
    spans = annotation.overlapping(start, end)
    found = [Mark(span.start, span.end, span.label, span=span) for span in spans]
    found += [Mark(each.start, each.end, each.label, suggestion=each) for each in annotation.pending(near)]
    exact = (mark for mark in found if (mark.start, mark.end) == (start, end))
    return next(exact, found[0] if found else None)


def _touched(edit: Edit) -> set[tuple[str, int]]:
    spans = [change.before for change in edit.changes if isinstance(change, SpanChange)]
    decided = [change.suggestion for change in edit.changes if isinstance(change, DecisionChange)]
    return {("span", span.id) for span in spans if span is not None} | {("suggestion", id) for id in decided}


def _by_place(suggestions: Mapping[int, Suggestion]) -> SuggestionsByPlace:
    return suggestions if isinstance(suggestions, SuggestionsByPlace) else _InTextOrder(suggestions)


class _InTextOrder(SuggestionsByPlace):
    """Suggestions that come in text order, found by place."""

    def __init__(self, suggestions: Mapping[int, Suggestion]) -> None:
        self._by_id = suggestions
        self._ordered = list(suggestions.values())
        self._longest = max((each.end - each.start for each in self._ordered), default=0)

    def near(self, start: int, end: int) -> list[Suggestion]:
        first = bisect_right(self._ordered, start - self._longest, key=_start)
        stop = bisect_left(self._ordered, end, key=_start)
        return [each for each in self._ordered[first:stop] if each.end > start]

    def __getitem__(self, id: int) -> Suggestion:
        return self._by_id[id]

    def __iter__(self) -> Iterator[int]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)


_start = attrgetter("start")
