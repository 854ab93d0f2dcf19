from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Mark, Span
from annotator.core.suggestions import Suggestion, Tier
from annotator.ui.shown_marks import ShownMarks, difference
from tests.strategies import LABELS, REASON


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    """Marks in text order that do not overlap."""
    found, at = [], 0
    lengths = st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from(LABELS), st.booleans())
    for gap, length, label, pending in draw(st.lists(lengths, max_size=8)):
        start, at = at + gap, at + gap + length
        if pending:
            proposed = Suggestion(start, 1, start, at, label, "rule", REASON, Tier.SURE, "rules 1")
            found.append(Mark(start, at, label, suggestion=proposed))
        else:
            found.append(Mark(start, at, label, span=Span(start, start, at, label)))
    return found


def holding(found: list[Mark]) -> ShownMarks:
    shown = ShownMarks()
    shown.replace(found)
    return shown


@given(marks(), marks())
def test_the_difference_makes_one_list_into_the_other_and_is_shortest(before: list[Mark], after: list[Mark]) -> None:
    found = difference(before, after)
    stop, until = found.first + found.removed, found.first + found.added
    assert before[: found.first] + after[found.first : until] + before[stop:] == after
    if found.removed and found.added:
        assert before[found.first] != after[found.first]
        assert before[stop - 1] != after[until - 1]
    if before == after:
        assert (found.removed, found.added) == (0, 0)


@given(st.lists(marks(), min_size=1, max_size=4))
def test_counts_follow_every_change(lists: list[list[Mark]]) -> None:
    shown = ShownMarks()
    for found in lists:
        shown.replace(found)
        assert list(shown) == found
        assert +Counter(shown.counts) == Counter(mark.label for mark in found)
        assert shown.pending == sum(mark.suggestion is not None for mark in found)


@given(marks(), st.integers(-1, 30), st.integers(1, 5))
def test_marks_are_found_by_place(found: list[Mark], start: int, length: int) -> None:
    shown = holding(found)
    assert [shown.row_of(mark) for mark in found] == list(range(len(found)))
    assert shown.row_of(None) is None
    gone = Mark(start, start + length, "sum", span=Span(10_000, start, start + length, "sum"))
    assert shown.row_of(gone) is None
    over = [mark for mark in found if mark.start < start + length and start < mark.end]
    assert shown.first_over(start, start + length) == (over[0] if over else None)
    assert list(shown.from_point(start)) == [mark for mark in found if mark.start >= start]


@given(marks(), st.sampled_from([1, -1]), st.data())
def test_stepping_through_suggestions_goes_round_to_each_of_them(
    found: list[Mark], by: int, data: st.DataObject
) -> None:
    shown = holding(found)
    row = data.draw(st.none() | st.integers(0, len(found) - 1)) if found else None
    pending = [index for index, mark in enumerate(found) if mark.suggestion is not None]
    visited = []
    for _ in pending:
        mark = shown.pending_from(row, by=by)
        row = shown.row_of(mark)
        visited.append(row)
    assert sorted(visited) == pending
    if not pending:
        assert shown.pending_from(row, by=by) is None
