from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation, Mark, Span, marks, mint_ids, update_marks
from annotator.core.suggestions import Decision, Suggestion, Tier
from tests.strategies import LABELS, REASON


@st.composite
def _annotations(draw: st.DrawFn) -> tuple[Annotation, list[Suggestion]]:
    """An annotation and suggestions in any order, overlapping as they like, some retired, some decided."""
    edges = sorted(draw(st.sets(st.integers(0, 60), max_size=14)))
    spans = tuple(
        Span(index + 1, start, end, draw(st.sampled_from(LABELS)))
        for index, (start, end) in enumerate(zip(edges[::2], edges[1::2], strict=False))
    )
    places = st.tuples(st.integers(0, 60), st.integers(1, 12), st.booleans(), st.sampled_from(LABELS))
    suggestions = [
        Suggestion(id, 1, start, start + length, label, "rule", REASON, Tier.SURE, "rules 1", active=active)
        for id, (start, length, active, label) in enumerate(draw(st.lists(places, max_size=12)), 1)
    ]
    decided = draw(st.dictionaries(st.integers(1, 12), st.sampled_from(list(Decision)[1:]), max_size=4))
    return Annotation(1, 1, 3, spans=spans, decisions=decided), suggestions


def _meet(one: Span | Suggestion | Mark, start: int, end: int) -> bool:
    return one.start < end and start < one.end


@given(_annotations(), st.integers(0, 70), st.integers(0, 20))
def test_overlapping_spans_are_those_that_share_a_character(
    made: tuple[Annotation, list[Suggestion]], start: int, length: int
) -> None:
    annotation, _ = made
    found = annotation.overlapping(start, start + length)
    assert found == tuple(span for span in annotation.spans if _meet(span, start, start + length))


@given(_annotations())
def test_pending_is_what_is_neither_decided_nor_covered_nor_retired(made: tuple[Annotation, list[Suggestion]]) -> None:
    annotation, suggestions = made
    assert list(annotation.pending(suggestions)) == [
        each
        for each in suggestions
        if each.active
        and each.id not in annotation.decisions
        and not any(_meet(span, each.start, each.end) for span in annotation.spans)
    ]


@given(_annotations())
def test_marks_show_every_span_and_every_pending_suggestion_in_text_order(
    made: tuple[Annotation, list[Suggestion]],
) -> None:
    annotation, suggestions = made
    shown = marks(annotation, suggestions)
    assert [mark.start for mark in shown] == sorted(mark.start for mark in shown)
    assert [mark.span for mark in shown if mark.span] == list(annotation.spans)
    pending = sorted(annotation.pending(suggestions), key=lambda each: (each.start, each.end))
    assert [mark.suggestion for mark in shown if mark.suggestion] == pending
    assert len({mark.key for mark in shown}) == len(shown)
    for mark in shown:
        behind = mark.span or mark.suggestion
        assert behind is not None
        assert (mark.start, mark.end, mark.label) == (behind.start, behind.end, behind.label)


@given(_annotations(), st.data())
def test_marks_updated_are_marks_made_again(made: tuple[Annotation, list[Suggestion]], data: st.DataObject) -> None:
    annotation, suggestions = made
    suggestions.sort(key=lambda each: (each.start, each.end))
    before = marks(annotation, suggestions)
    start = data.draw(st.integers(0, 60))
    end = data.draw(st.integers(start + 1, 70))
    inside = [span for span in annotation.spans if start <= span.start and span.end <= end]
    gone = data.draw(st.sets(st.sampled_from(inside))) if inside else set()
    near = [each.id for each in suggestions if start <= each.start and each.end <= end]
    rejected = data.draw(st.sets(st.sampled_from(near))) if near else set()
    after = Annotation(
        1,
        1,
        4,
        spans=tuple(span for span in annotation.spans if span not in gone),
        decisions={**annotation.decisions, **dict.fromkeys(rejected, Decision.REJECTED)},
    )
    assert update_marks(before, after, suggestions, start=start, end=end) == marks(after, suggestions)


def test_ids_rise_and_are_never_given_twice() -> None:
    minted = [id for count in (1, 3, 0, 50_000, 1, 2) for id in mint_ids(count)]
    assert len(minted) == 50_007
    assert all(earlier < later for earlier, later in pairwise(minted))
    assert 0 < minted[-1] < 2**63
