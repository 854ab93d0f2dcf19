"""Where annotators of one article differ, and how that is settled: pure functions over their annotations.

A *place* is a run of text in which spans of annotators overlap, directly or through others. It is settled as a whole,
so that what is taken there from one can never run into what is taken there from another. What is settled is held by the
annotation of the settled layer: its spans, and a settlement for each place, which says how, by whom and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from annotator.core.agreement import Difference, Labelled, pairs
from annotator.core.annotation import Annotation, Span, Status, mint_ids, overlapping
from annotator.core.edits import Change, Edit, SettledChange, SpanChange, StatusChange, Verb
from annotator.core.settlement import Choice, Settlement
from annotator.core.wording import Wording


class State(StrEnum):
    """How far a place is."""

    AGREED = "agreed"
    """All drew the same there, and nobody has accepted it yet."""
    OPEN = "open"
    """They differ, and nothing is settled."""
    SETTLED = "settled"
    OUTDATED = "outdated"
    """It was settled, and what was decided on has changed since."""

    @property
    def wording(self) -> Wording:
        """What the state is called."""
        return _STATES[self]


_STATES = {
    State.AGREED: Wording("agreed", "d'accord"),
    State.OPEN: Wording("open", "à régler"),
    State.SETTLED: Wording("settled", "réglé"),
    State.OUTDATED: Wording("outdated", "à revoir"),
}


class Side(NamedTuple):
    """What one annotator drew at a place.

    Attributes:
        annotator: id of the annotator.
        spans: in text order; empty where the annotator drew nothing.
    """

    annotator: int
    spans: tuple[Span, ...]

    @property
    def extents(self) -> tuple[Labelled, ...]:
        """Start, end and label id of each span."""
        return extents(self.spans)


def extents(spans: Iterable[Span]) -> tuple[Labelled, ...]:
    """Return start, end and label id of spans."""
    return tuple([(span.start, span.end, span.label) for span in spans])


class Place(NamedTuple):
    """A place of an article where annotators drew something, or where something was settled.

    Attributes:
        start: first code point.
        end: one past the last.
        sides: what each annotator drew there, in the order in which they were given.
        settlements: what was settled there: one where all is as it was then, more where spans have since joined what
            were several places.
        spans: those of the settled layer there.
        state: how far it is.
    """

    start: int
    end: int
    sides: tuple[Side, ...]
    settlements: tuple[Settlement, ...]
    spans: tuple[Span, ...]
    state: State

    @property
    def settlement(self) -> Settlement | None:
        """What was settled there, or None."""
        return self.settlements[0] if self.settlements else None

    @property
    def waits(self) -> bool:
        """Whether something is to be decided or accepted there."""
        return self.state is not State.SETTLED

    @property
    def unanimous(self) -> bool:
        """Whether all drew the same there, be it nothing."""
        first = self.sides[0].extents if self.sides else ()
        return all(side.extents == first for side in self.sides)

    def side(self, annotator: int) -> Side:
        """Return what one annotator drew there."""
        return next((side for side in self.sides if side.annotator == annotator), Side(annotator, ()))

    def differences(self) -> frozenset[Difference]:
        """Return how any two of the annotators differ there."""
        found = {
            pair.difference for one, two in combinations(self.sides, 2) for pair in pairs(one.extents, two.extents)
        }
        return frozenset(found - {Difference.NONE})


def places(annotations: Sequence[Annotation], settled: Annotation | None) -> list[Place]:
    """Return the places of an article in text order.

    Args:
        annotations: those of the annotators, all of one article.
        settled: that of the settled layer, if there is one.
    """
    found = []
    settlements = settled.settled if settled is not None else ()
    own = settled.spans if settled is not None else ()
    runs = [(span.start, span.end) for annotation in annotations for span in annotation.spans]
    runs += [(span.start, span.end) for span in own]
    runs += [(each.start, each.end) for each in settlements]
    at = 0
    for start, end in _joined(runs):
        sides = tuple([Side(each.annotator, tuple(overlapping(each.spans, start, end))) for each in annotations])
        while at < len(settlements) and settlements[at].end <= start:
            at += 1
        here = []
        while at < len(settlements) and settlements[at].start < end:
            here.append(settlements[at])
            at += 1
        spans = tuple(overlapping(own, start, end))
        place = Place(start, end, sides, tuple(here), spans, State.OPEN)
        found.append(place._replace(state=_state(place)))
    return found


def _joined(runs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what runs that share a character cover together, in text order."""
    start = end = -1
    for next_start, next_end in sorted(runs):
        if next_start >= end:
            if end > start:
                yield start, end
            start = next_start
        end = max(end, next_end)
    if end > start:
        yield start, end


def _state(place: Place) -> State:
    if not place.settlements:
        return State.AGREED if place.unanimous and not place.spans else State.OPEN
    settlement = place.settlements[0]
    if (settlement.start, settlement.end) != (place.start, place.end):
        return State.OUTDATED  # a span now reaches beyond what was decided on, or into the place beside it
    stands = extents(place.spans)
    if settlement.taken_from is not None:
        taken = next((side for side in place.sides if side.annotator == settlement.taken_from), None)
        return State.SETTLED if taken is None or taken.extents == stands else State.OUTDATED
    if settlement.choice is Choice.AGREED and any(side.extents != stands for side in place.sides):
        return State.OUTDATED
    return State.SETTLED


class Counts(NamedTuple):
    """How many places of an article, or of several, are how far.

    Attributes:
        agreed: at which all drew the same, not accepted yet.
        open: at which they differ, nothing settled.
        settled: settled, whether they differ or not.
        outdated: settled, and what was decided on has changed since.
        differing: at which annotators differ, however far they are.
    """

    agreed: int = 0
    open: int = 0
    settled: int = 0
    outdated: int = 0
    differing: int = 0

    @classmethod
    def of(cls, found: Iterable[Place]) -> Counts:
        """Count places."""
        counts = dict.fromkeys(State, 0)
        differing = 0
        for place in found:
            counts[place.state] += 1
            differing += not place.unanimous
        return cls(**{state.value: count for state, count in counts.items()}, differing=differing)

    def plus(self, other: Counts) -> Counts:
        """Return the counts of both."""
        return Counts(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def waiting(self) -> int:
        """How many places are to be decided or accepted."""
        return self.agreed + self.open + self.outdated


# What a person decides, as edits of the settled layer's annotation. None is returned where nothing would change.


class Decided(NamedTuple):
    """What is decided at a place.

    Attributes:
        place: the place; its spans and settlements in the settled layer give way.
        choice: how.
        spans: what the settled layer is to hold there, in text order; they become spans of their own.
        taken_from: id of the annotator whose spans they are, if anybody's.
        reason: why, or None.
    """

    place: Place
    choice: Choice
    spans: Sequence[Span] = ()
    taken_from: int | None = None
    reason: str | None = None


def take(place: Place, annotator: int, *, reason: str | None = None) -> Decided:
    """Decide a place as one annotator has it."""
    return Decided(place, Choice.TAKEN, place.side(annotator).spans, annotator, reason)


def neither(place: Place, *, reason: str | None = None) -> Decided:
    """Decide that nothing is to be marked at a place."""
    return Decided(place, Choice.NEITHER, reason=reason)


def draw(found: Sequence[Place], *, start: int, end: int, label: str, reason: str | None = None) -> Decided:
    """Decide that ``start`` to ``end`` is to be marked, whatever the annotators drew there.

    All places it touches become one. What the settled layer holds in them stays as far as it does not run into it.

    Args:
        found: the places of the article.
        start: first code point.
        end: one past the last.
        label: id of its label.
        reason: why, or None.
    """
    touched = [place for place in found if place.start < end and start < place.end]
    kept = [span for place in touched for span in place.spans if span.end <= start or end <= span.start]
    place = _merged(touched, start, end)
    spans = sorted([*kept, Span(0, start, end, label)], key=lambda span: span.start)
    return Decided(place, Choice.DRAWN, spans, reason=reason)


def erase(place: Place, span: Span, *, reason: str | None = None) -> Decided:
    """Decide that one of the spans settled at a place is not to be there."""
    kept = tuple(each for each in place.spans if each.id != span.id)
    return Decided(place, Choice.DRAWN if kept else Choice.NEITHER, kept, reason=reason)


def _merged(touched: Sequence[Place], start: int, end: int) -> Place:
    start, end = min([start, *(each.start for each in touched)]), max([end, *(each.end for each in touched)])
    sides: dict[int, tuple[Span, ...]] = {}
    for place in touched:
        for side in place.sides:
            sides[side.annotator] = (*sides.get(side.annotator, ()), *side.spans)
    return Place(
        start,
        end,
        tuple(Side(annotator, spans) for annotator, spans in sides.items()),
        tuple(each for place in touched for each in place.settlements),
        tuple(each for place in touched for each in place.spans),
        State.OPEN,
    )


def settle(settled: Annotation, decided: Iterable[Decided], *, by: int, verb: Verb = Verb.SETTLE) -> Edit | None:
    """Return the edit of the settled layer's annotation that makes decisions, none of them twice at one place.

    Args:
        settled: the settled layer's annotation, of which the places were made.
        decided: what is decided.
        by: id of the annotator who decides.
        verb: what is meant.
    """
    changes: list[Change] = []
    for each in decided:
        changes += _changes(each, by)
    return _edit(settled, verb, changes)


def reopen(settled: Annotation, place: Place) -> Edit | None:
    """Return the edit that takes back what was settled at a place; it is open again."""
    changes: list[Change] = [SpanChange(span, None) for span in place.spans]
    changes += [SettledChange(each, None) for each in place.settlements]
    return _edit(settled, Verb.REOPEN, changes)


def explain(settled: Annotation, place: Place, reason: str) -> Edit | None:
    """Return the edit that says why a place was settled as it is; a blank reason takes away what was said."""
    said = reason.strip() or None
    changes: list[Change] = [
        SettledChange(each, each._replace(reason=said)) for each in place.settlements if each.reason != said
    ]
    if changes:
        changes += [SpanChange(span, span._replace(note=said)) for span in place.spans if span.note != said]
    return _edit(settled, Verb.NOTE, changes)


def _changes(decided: Decided, by: int) -> Iterator[Change]:
    place, reason = decided.place, (decided.reason or "").strip() or None
    new = Settlement(place.start, place.end, decided.choice, decided.taken_from, by, reason)
    same = extents(place.spans) == extents(decided.spans)
    if same and [each._replace(by=by) for each in place.settlements] == [new]:
        return
    # Of several that become one, one is replaced and the others go.
    first = next(iter(place.settlements), None)
    yield SettledChange(first, new)
    for settlement in place.settlements[1:]:
        yield SettledChange(settlement, None)
    there = {extents([span])[0]: span for span in place.spans}
    wanted = {extents([span])[0] for span in decided.spans}
    for extent, span in there.items():
        if extent not in wanted:
            yield SpanChange(span, None)
        elif span.note != reason:
            yield SpanChange(span, span._replace(note=reason))
    fresh = [span for span in decided.spans if extents([span])[0] not in there]
    for span, id in zip(fresh, mint_ids(len(fresh)), strict=True):
        yield SpanChange(None, Span(id, span.start, span.end, span.label, span.origin, None, reason))


def _edit(settled: Annotation, verb: Verb, changes: Sequence[Change]) -> Edit | None:
    if not changes:
        return None
    begun = (StatusChange(Status.NEW, Status.IN_PROGRESS),) if settled.status is Status.NEW else ()
    return Edit(settled.article, settled.annotator, verb, (*changes, *begun))
