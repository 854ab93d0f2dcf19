"""What is wished everywhere happens where it is meant, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import corrections
from annotator.core.annotation import Annotation, Mark, Origin, Span, Status, marks
from annotator.core.edits import Edit, Verb, apply, invert
from annotator.core.everywhere import Act, Place, Standing, Wish, done_by, places, settle
from annotator.core.suggestions import Decision, Proposal, Suggestion, Tier
from tests.strategies import LABELS, REASON, extents, proposals, require_consistent, suggestions_of, word_grid

LABEL = Wish(Act.LABEL, "country")


def suggested(start: int, end: int, label: str) -> Proposal:
    return Proposal(start, end, label, "rule", REASON, Tier.SURE)


def after(annotation: Annotation, edits: list) -> Annotation:
    for edit in edits:
        annotation = apply(edit, annotation)
    return annotation


def test_what_stands_at_each_place_is_told() -> None:
    suggestions = suggestions_of([suggested(0, 2, "country"), suggested(5, 9, "weapon"), suggested(20, 22, "country")])
    annotation = Annotation(1, 1, spans=(Span(7, 10, 12, "leader"),), decisions={3: Decision.REJECTED})
    assert list(places(annotation, suggestions, [(0, 2), (6, 8), (10, 12), (15, 17), (20, 22)])) == [
        Place(0, 2, Standing.SUGGESTED, "country"),
        Place(6, 8, Standing.CROSSED, "weapon"),
        Place(10, 12, Standing.MARKED, "leader"),
        Place(15, 17, Standing.UNMARKED),
        Place(20, 22, Standing.REJECTED, "country"),
    ]


@pytest.mark.parametrize(
    ("wish", "followed", "possible"),
    [
        (LABEL, "us", "ursmc"),
        (Wish(Act.LABEL, "leader"), "u", "ursc"),
        (Wish(Act.RELABEL, "country", instead_of="leader"), "m", "sm"),
        (Wish(Act.RELABEL, "leader", instead_of="country"), "s", "s"),
        (Wish(Act.REMOVE, "leader"), "m", "sm"),
    ],
)
def test_what_follows_by_itself_and_what_may_be_chosen(wish: Wish, followed: str, possible: str) -> None:
    standing = {
        "u": Place(0, 1, Standing.UNMARKED),
        "r": Place(0, 1, Standing.REJECTED, "country"),
        "s": Place(0, 1, Standing.SUGGESTED, "country"),
        "m": Place(0, 1, Standing.MARKED, "leader"),
        "c": Place(0, 1, Standing.CROSSED, "weapon"),
    }
    assert "".join(name for name, place in standing.items() if place.follows(wish)) == followed
    assert "".join(name for name, place in standing.items() if place.can_follow(wish)) == possible


def test_a_new_article_is_taken_into_progress_where_it_shall_be_begun_and_only_there() -> None:
    begun = after(Annotation(1, 1), settle(Annotation(1, 1), {}, LABEL, [(0, 2), (4, 6)], begin=True))
    left = after(Annotation(1, 1), settle(Annotation(1, 1), {}, LABEL, [(0, 2), (4, 6)], begin=False))
    assert (begun.status, left.status) == (Status.IN_PROGRESS, Status.NEW)
    assert [(span.start, span.end, span.label) for span in left.spans] == [(0, 2, "country"), (4, 6, "country")]
    assert begun.revision == left.revision == 1


def test_one_mark_under_two_occurrences_gives_way_once() -> None:
    annotation = Annotation(
        1, 1, spans=(Span(7, 0, 10, "weapon", Origin.SUGGESTED, 1),), decisions={1: Decision.ACCEPTED}
    )
    edits = settle(annotation, suggestions_of([suggested(0, 10, "weapon")]), LABEL, [(0, 2), (6, 8)], begin=False)
    assert [(span.start, span.end) for span in after(annotation, edits).spans] == [(0, 2), (6, 8)]


def test_a_suggestion_that_says_the_same_is_accepted_and_a_removed_span_rejects_what_it_answered() -> None:
    suggestions = suggestions_of([suggested(0, 2, "country")])
    (accepting,) = settle(Annotation(1, 1), suggestions, LABEL, [(0, 2)], begin=False)
    accepted = apply(accepting, Annotation(1, 1))
    assert accepted.decisions == {1: Decision.ACCEPTED}
    assert accepted.spans[0].origin is Origin.SUGGESTED
    (removing,) = settle(accepted, suggestions, Wish(Act.REMOVE, "country"), [(0, 2)], begin=False)
    assert removing.verb is Verb.REMOVE_EVERYWHERE
    assert apply(removing, accepted).decisions == {1: Decision.REJECTED}


def test_what_was_done_to_one_mark_can_be_wished_everywhere() -> None:
    suggestions = suggestions_of([suggested(0, 2, "country"), suggested(4, 6, "country")])
    annotation = Annotation(1, 1, spans=(Span(7, 10, 12, "leader"),))
    there = {mark.start: mark for mark in marks(annotation, suggestions.values())}

    def done(edit: Edit | None) -> tuple[int, int, Wish] | None:
        assert edit is not None
        return done_by(edit, suggestions)

    assert done(corrections.remove(annotation, there[0])) == (0, 2, Wish(Act.REMOVE, "country"))
    assert done(corrections.remove(annotation, there[10])) == (10, 12, Wish(Act.REMOVE, "leader"))
    relabelled = corrections.relabel(annotation, suggestions, there[10], label="sum")
    assert done(relabelled) == (10, 12, Wish(Act.RELABEL, "sum", instead_of="leader"))
    relabelled = corrections.relabel(annotation, suggestions, there[4], label="sum")
    assert done(relabelled) == (4, 6, Wish(Act.RELABEL, "sum", instead_of="country"))
    assert done(corrections.draw(annotation, suggestions, start=20, end=22, label="sum")) is None
    assert done(corrections.accept(annotation, suggestions.values())) is None
    assert done(corrections.set_flag(annotation, True)) is None


TEXT = "Kiev et l’Ukraine, la Pologne, l’UE ; Kiev à l’Ukraine et Kiev."
GRID = word_grid(TEXT)


@st.composite
def wishes(draw: st.DrawFn) -> Wish:
    act, label = draw(st.sampled_from(Act)), draw(st.sampled_from(LABELS))
    other = draw(st.sampled_from([each for each in LABELS if each != label]))
    return Wish(act, label, other if act is Act.RELABEL else None)


@st.composite
def worked_on(draw: st.DrawFn) -> tuple[Annotation, dict[int, Suggestion]]:
    suggestions = suggestions_of(draw(proposals(GRID)))
    annotation = Annotation(1, 1)
    for suggestion in suggestions.values():
        chosen = draw(st.sampled_from(["leave", "accept", "reject"]))
        edit = None
        if chosen == "accept":
            edit = corrections.accept(annotation, [suggestion])
        elif chosen == "reject":
            mark = Mark(suggestion.start, suggestion.end, suggestion.label, suggestion=suggestion)
            edit = corrections.remove(annotation, mark)
        annotation = apply(edit, annotation) if edit else annotation
    for start, end in draw(st.lists(extents(GRID), max_size=3)):
        edit = corrections.draw(annotation, suggestions, start=start, end=end, label=draw(st.sampled_from(LABELS)))
        annotation = apply(edit, annotation) if edit else annotation
    return annotation, suggestions


def apart() -> st.SearchStrategy[list[tuple[int, int]]]:
    """Some extents of the text, in order, that do not overlap."""
    return st.sets(extents(GRID), max_size=6).map(_first_of_overlapping)


def _first_of_overlapping(wanted: set[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(wanted):
        if not kept or kept[-1][1] <= start:
            kept.append((start, end))
    return kept


@given(worked_on(), wishes(), apart(), st.booleans())
def test_what_is_wished_is_so_afterwards_and_can_be_taken_back(
    before: tuple[Annotation, dict[int, Suggestion]], wish: Wish, wanted: list[tuple[int, int]], begin: bool
) -> None:
    annotation, suggestions = before
    meant = list(places(annotation, suggestions, wanted))
    edits = settle(annotation, suggestions, wish, wanted, begin=begin)
    result = after(annotation, edits)
    require_consistent(result, suggestions, GRID)
    there = {(span.start, span.end): span.label for span in result.spans}
    for place in meant:
        if place.can_follow(wish):
            assert there.get((place.start, place.end)) == (None if wish.act is Act.REMOVE else wish.label)
    back = result
    for edit in reversed(edits):
        back = apply(invert(edit), back)
    assert replace(back, revision=annotation.revision) == annotation


@given(worked_on(), wishes(), apart())
def test_what_does_not_follow_by_itself_stays_as_it_is(
    before: tuple[Annotation, dict[int, Suggestion]], wish: Wish, wanted: list[tuple[int, int]]
) -> None:
    annotation, suggestions = before
    followed = [(p.start, p.end) for p in places(annotation, suggestions, wanted) if p.follows(wish)]
    result = after(annotation, settle(annotation, suggestions, wish, followed, begin=False))
    kept = [span for span in annotation.spans if (span.start, span.end) not in followed]
    assert set(kept) <= set(result.spans)
    assert {(span.start, span.end) for span in result.spans} - {(span.start, span.end) for span in kept} <= set(
        followed
    )
