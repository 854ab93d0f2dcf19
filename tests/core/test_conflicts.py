from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation, Mark, Span, Status
from annotator.core.conflicts import Conflict, conflicts
from annotator.core.suggestions import Suggestion, Tier
from tests.strategies import LABELS, REASON

STATUSES = st.sampled_from(Status)


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Spans in text order that do not overlap, in a text so short that those of two annotators meet."""
    found, at = [], 0
    for gap, length, label in draw(
        st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3), st.sampled_from(LABELS[:2])), max_size=6)
    ):
        found.append(Span(len(found) + 1, at + gap, at + gap + length, label))
        at += gap + length
    return tuple(found)


def shown(mine: tuple[Span, ...]) -> list[Mark]:
    return [Mark(span.start, span.end, span.label, span=span) for span in mine]


def decided(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.label


@given(spans(), spans(), STATUSES)
def test_a_span_is_in_conflict_where_the_other_decided_otherwise(
    mine: tuple[Span, ...], theirs: tuple[Span, ...], status: Status
) -> None:
    found = conflicts(shown(mine), [Annotation(1, 7, 1, status, theirs)])
    for span in mine:
        there = tuple(each for each in theirs if each.start < span.end and span.start < each.end)
        if [decided(each) for each in there] == [decided(span)] or (not there and status is not Status.FINISHED):
            assert ("span", span.id) not in found
        else:
            assert found.pop(("span", span.id)) == (Conflict(7, there),)
    assert not found


@given(spans(), STATUSES)
def test_who_decided_the_same_agrees(mine: tuple[Span, ...], status: Status) -> None:
    same = tuple(Span(span.id + 100, *decided(span)) for span in mine)
    assert conflicts(shown(mine), [Annotation(1, 7, 1, status, same)]) == {}


@given(spans(), spans(), spans())
def test_each_other_annotator_has_a_say_of_their_own(
    mine: tuple[Span, ...], first: tuple[Span, ...], second: tuple[Span, ...]
) -> None:
    others = [Annotation(1, 7, 1, Status.FINISHED, first), Annotation(1, 8, 1, Status.FINISHED, second)]
    alone = [conflicts(shown(mine), [other]) for other in others]
    together = conflicts(shown(mine), others)
    assert set(together) == set(alone[0]) | set(alone[1])
    for key, said in together.items():
        assert said == alone[0].get(key, ()) + alone[1].get(key, ())


def test_what_nobody_decided_yet_and_who_threw_the_article_away_make_no_conflict() -> None:
    proposed = Suggestion(1, 1, 0, 4, "country", "rule", REASON, Tier.SURE, "rules 1")
    marks = [Mark(0, 4, "country", suggestion=proposed), Mark(5, 9, "sum", span=Span(1, 5, 9, "sum"))]
    other = Annotation(1, 7, 1, Status.FINISHED)
    assert list(conflicts(marks, [other])) == [("span", 1)]
    assert conflicts(marks, [Annotation(1, 7, 1, Status.FINISHED, trashed=True)]) == {}
    assert conflicts(marks, []) == {}


@given(spans(), spans(), STATUSES)
def test_many_spans_are_in_the_conflicts_each_of_them_is_in(
    mine: tuple[Span, ...], theirs: tuple[Span, ...], status: Status
) -> None:
    def repeated(found: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(
            Span(span.id + 10 * turn, span.start + 50 * turn, span.end + 50 * turn, span.label)
            for turn in range(30)
            for span in found
        )

    others = [Annotation(1, 7, 1, status, repeated(theirs))]
    one_by_one = [conflicts([mark], others) for mark in shown(repeated(mine))]
    assert conflicts(shown(repeated(mine)), others) == {key: said for each in one_by_one for key, said in each.items()}
