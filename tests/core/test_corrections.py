from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import corrections
from annotator.core.annotation import Annotation, Mark, Origin, Span, Status, marks
from annotator.core.edits import Edit, Verb, apply, invert
from annotator.core.errors import UserError
from annotator.core.suggestions import Decision, Proposal, Suggestion, Tier
from annotator.core.tokens import TokenGrid
from tests.strategies import LABELS, REASON, extents, proposals, require_consistent, suggestions_of

GRID = TokenGrid.of((start, start + 4) for start in range(0, 100, 5))  # twenty words of four letters
FIRST, SECOND, THIRD = 1, 2, 3


def _suggested(*places: tuple[int, int, str]) -> dict[int, Suggestion]:
    return suggestions_of([Proposal(start, end, label, "rule", REASON, Tier.SURE) for start, end, label in places])


SUGGESTED = _suggested((0, 4, "leader"), (10, 14, "country"), (15, 24, "weapon"))


def _do(annotation: Annotation, edit: Edit | None) -> Annotation:
    assert edit is not None
    after = apply(edit, annotation)
    require_consistent(after, SUGGESTED, GRID)
    return after


def _draw(annotation: Annotation, start: int, end: int, label: str) -> Annotation:
    return _do(annotation, corrections.draw(annotation, SUGGESTED, start=start, end=end, label=label))


def _mark(annotation: Annotation, start: int) -> Mark:
    return next(mark for mark in marks(annotation, SUGGESTED.values()) if mark.start == start)


def _said(annotation: Annotation) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label) for span in annotation.spans]


EMPTY = Annotation(1, 1)


def test_a_span_drawn_on_blank_text_answers_nothing() -> None:
    after = _draw(EMPTY, 5, 9, "sum")
    assert _said(after) == [(5, 9, "sum")]
    assert after.spans[0].origin is Origin.DRAWN
    assert after.spans[0].suggestion is None
    assert after.decisions == {}
    assert after.status is Status.IN_PROGRESS


def test_drawing_what_is_suggested_accepts_it() -> None:
    after = _draw(EMPTY, 0, 4, "leader")
    assert after.decisions == {FIRST: Decision.ACCEPTED}
    assert after.spans[0].origin is Origin.SUGGESTED


def test_drawing_over_several_suggestions_answers_the_one_most_shared_and_rejects_the_others() -> None:
    after = _draw(EMPTY, 10, 24, "weapon")
    assert _said(after) == [(10, 24, "weapon")]
    assert after.decisions == {SECOND: Decision.REJECTED, THIRD: Decision.CHANGED}


def test_drawing_back_to_what_was_suggested_accepts_it() -> None:
    changed = _draw(EMPTY, 10, 19, "weapon")
    assert changed.decisions == {SECOND: Decision.CHANGED, THIRD: Decision.REJECTED}
    back = _draw(changed, 15, 24, "weapon")
    assert _said(back) == [(15, 24, "weapon")]
    assert back.decisions == {SECOND: Decision.REJECTED, THIRD: Decision.ACCEPTED}


def test_rejecting_and_drawing_again_changes_and_drawing_the_same_accepts() -> None:
    rejected = _do(EMPTY, corrections.remove(EMPTY, _mark(EMPTY, 0)))
    assert rejected.decisions == {FIRST: Decision.REJECTED}
    assert _draw(rejected, 0, 9, "leader").decisions == {FIRST: Decision.CHANGED}
    assert _draw(rejected, 0, 4, "country").decisions == {FIRST: Decision.CHANGED}
    assert _draw(rejected, 0, 4, "leader").decisions == {FIRST: Decision.ACCEPTED}


def test_drawing_over_spans_replaces_them() -> None:
    accepted = _do(EMPTY, corrections.accept(EMPTY, SUGGESTED.values()))
    after = _draw(accepted, 0, 14, "alliance")
    assert _said(after) == [(0, 14, "alliance"), (15, 24, "weapon")]
    assert after.decisions == {FIRST: Decision.CHANGED, SECOND: Decision.REJECTED, THIRD: Decision.ACCEPTED}


def test_drawing_a_span_again_relabels_it_or_does_nothing() -> None:
    drawn = _draw(EMPTY, 5, 9, "sum")
    again = _draw(drawn, 5, 9, "leader")
    assert again.spans[0].id == drawn.spans[0].id
    assert again.spans[0].label == "leader"
    assert corrections.draw(drawn, SUGGESTED, start=5, end=9, label="sum") is None


def test_relabelling_there_and_back() -> None:
    changed = _do(EMPTY, corrections.relabel(EMPTY, SUGGESTED, _mark(EMPTY, 0), label="country"))
    assert changed.decisions == {FIRST: Decision.CHANGED}
    back = _do(changed, corrections.relabel(changed, SUGGESTED, _mark(changed, 0), label="leader"))
    assert back.decisions == {FIRST: Decision.ACCEPTED}
    assert corrections.relabel(back, SUGGESTED, _mark(back, 0), label="leader") is None
    assert _do(EMPTY, corrections.relabel(EMPTY, SUGGESTED, _mark(EMPTY, 0), label="leader")).decisions == {
        FIRST: Decision.ACCEPTED
    }


def test_resizing_a_suggestion_there_and_back() -> None:
    changed = _do(EMPTY, corrections.resize(EMPTY, SUGGESTED, _mark(EMPTY, 0), start=0, end=9))
    assert changed.decisions == {FIRST: Decision.CHANGED}
    back = _do(changed, corrections.resize(changed, SUGGESTED, _mark(changed, 0), start=0, end=4))
    assert back.decisions == {FIRST: Decision.ACCEPTED}
    assert corrections.resize(back, SUGGESTED, _mark(back, 0), start=0, end=4) is None


def test_resizing_over_pending_suggestions_settles_them() -> None:
    wide = _do(EMPTY, corrections.resize(EMPTY, SUGGESTED, _mark(EMPTY, 10), start=10, end=19))
    assert wide.decisions == {SECOND: Decision.CHANGED, THIRD: Decision.REJECTED}
    narrow = _do(wide, corrections.resize(wide, SUGGESTED, _mark(wide, 10), start=10, end=14))
    assert narrow.decisions == {SECOND: Decision.ACCEPTED, THIRD: Decision.REJECTED}


def test_a_drawn_span_resized_over_a_suggestion_answers_it() -> None:
    drawn = _draw(EMPTY, 5, 9, "country")
    wide = _do(drawn, corrections.resize(drawn, SUGGESTED, _mark(drawn, 5), start=5, end=14))
    assert wide.decisions == {SECOND: Decision.CHANGED}
    same = _do(wide, corrections.resize(wide, SUGGESTED, _mark(wide, 5), start=10, end=14))
    assert same.decisions == {SECOND: Decision.ACCEPTED}


def test_a_suggestion_moved_right_away_is_still_answered() -> None:
    moved = _do(EMPTY, corrections.resize(EMPTY, SUGGESTED, _mark(EMPTY, 0), start=30, end=34))
    assert moved.decisions == {FIRST: Decision.CHANGED}
    assert moved.spans[0].suggestion == FIRST


@pytest.mark.parametrize(("start", "end"), [(0, 14), (4, 4), (9, 5)])
def test_a_span_cannot_run_into_its_neighbour(start: int, end: int) -> None:
    drawn = _draw(_draw(EMPTY, 5, 9, "sum"), 10, 14, "sum")
    with pytest.raises(UserError, match="cannot run into its neighbour"):
        corrections.resize(drawn, SUGGESTED, _mark(drawn, 5), start=start, end=end)


def test_a_mark_read_from_the_file_is_as_good_as_the_one_in_memory() -> None:
    drawn = _draw(EMPTY, 5, 9, "sum")
    span = drawn.spans[0]
    copy = Span(span.id, span.start, span.end, span.label, span.origin, span.suggestion, span.note)
    wider = _do(drawn, corrections.resize(drawn, SUGGESTED, Mark(5, 9, "sum", span=copy), start=0, end=9))
    assert _said(wider) == [(0, 9, "sum")]


def test_removing_rejects_what_was_answered() -> None:
    accepted = _do(EMPTY, corrections.accept(EMPTY, [SUGGESTED[FIRST]]))
    removed = _do(accepted, corrections.remove(accepted, _mark(accepted, 0)))
    assert removed.spans == ()
    assert removed.decisions == {FIRST: Decision.REJECTED}
    assert 0 not in {mark.start for mark in marks(removed, SUGGESTED.values())}


def test_accepting_is_one_edit_however_many() -> None:
    edit = corrections.accept(EMPTY, SUGGESTED.values())
    assert edit is not None
    assert edit.verb is Verb.ACCEPT_ALL
    assert _said(_do(EMPTY, edit)) == [(0, 4, "leader"), (10, 14, "country"), (15, 24, "weapon")]
    assert corrections.accept(EMPTY, []) is None


def test_status_is_an_act() -> None:
    finished = _do(EMPTY, corrections.set_status(EMPTY, Status.FINISHED))
    assert finished.status is Status.FINISHED
    assert corrections.set_status(finished, Status.FINISHED) is None
    assert _draw(finished, 5, 9, "sum").status is Status.FINISHED


def test_spans_made_elsewhere_are_taken_over_as_imported() -> None:
    edit = corrections.take_over(EMPTY, [(0, 4, "leader"), (5, 9, "sum")], status=Status.FINISHED)
    after = _do(EMPTY, edit)
    assert [span.origin for span in after.spans] == [Origin.IMPORTED] * 2
    assert after.status is Status.FINISHED
    assert corrections.take_over(after, [], status=Status.FINISHED) is None
    with pytest.raises(UserError, match="overlap"):
        _do(EMPTY, corrections.take_over(EMPTY, [(0, 9, "leader"), (5, 9, "sum")]))


def test_what_lies_under_an_imported_span_waits_until_it_goes() -> None:
    imported = _do(EMPTY, corrections.take_over(EMPTY, [(0, 9, "leader")]))
    assert [mark.start for mark in marks(imported, SUGGESTED.values())] == [0, 10, 15]
    removed = _do(imported, corrections.remove(imported, _mark(imported, 0)))
    assert _mark(removed, 0).suggestion == SUGGESTED[FIRST]


@given(proposals(GRID), st.data())
def test_decisions_say_what_the_spans_say_whatever_is_done_and_undone(
    found: list[Proposal], data: st.DataObject
) -> None:
    suggestions = suggestions_of(found)
    annotation = start = EMPTY
    done: list[Edit] = []
    for _ in range(data.draw(st.integers(1, 8))):
        shown = marks(annotation, suggestions.values())
        label = data.draw(st.sampled_from(LABELS))
        (left, right), verb = data.draw(
            st.tuples(extents(GRID), st.sampled_from(["draw", "relabel", "resize", "remove", "accept"]))
        )
        mark = data.draw(st.sampled_from(shown)) if shown else None
        try:
            if verb == "draw":
                edit = corrections.draw(annotation, suggestions, start=left, end=right, label=label)
            elif verb == "accept":
                edit = corrections.accept(annotation, list(annotation.pending(suggestions.values())))
            elif mark is None:
                continue
            elif verb == "relabel":
                edit = corrections.relabel(annotation, suggestions, mark, label=label)
            elif verb == "resize":
                edit = corrections.resize(annotation, suggestions, mark, start=left, end=right)
            else:
                edit = corrections.remove(annotation, mark)
        except UserError:
            continue
        if edit is None:
            continue
        annotation = apply(edit, annotation)
        done.append(edit)
        require_consistent(annotation, suggestions, GRID)
    for edit in reversed(done):
        annotation = apply(invert(edit), annotation)
    assert (annotation.status, annotation.spans, annotation.decisions) == (start.status, start.spans, start.decisions)
