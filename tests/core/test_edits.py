from __future__ import annotations

import json

import pytest
from hypothesis import given

from annotator.core.annotation import Annotation, Span, Status
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
    apply,
    changes_from_json,
    changes_to_json,
    invert,
)
from annotator.core.errors import StaleAnnotationError, UserError
from annotator.core.suggestions import Decision
from tests.strategies import changes

KYIV, PARIS, OSLO = Span(1, 0, 4, "country"), Span(2, 10, 15, "country"), Span(3, 20, 24, "country")


def _edit(*made: Change) -> Edit:
    return Edit(1, 1, Verb.DRAW, made)


@given(changes())
def test_changes_survive_the_log(made: tuple[Change, ...]) -> None:
    written = changes_to_json(made)
    assert changes_from_json(written) == made
    assert json.loads(written) is not None


def test_the_log_can_be_read_by_a_person() -> None:
    made = (
        SpanChange(None, Span(7, 0, 6, "leader", note="sûr ?")),
        DecisionChange(3, Decision.PENDING, Decision.REJECTED),
        StatusChange(Status.NEW, Status.IN_PROGRESS),
        FlagChange(False, True),
        NoteChange(None, "voir la dépêche du 14"),
        TrashChange(True, False),
    )
    assert json.loads(changes_to_json(made)) == [
        {
            "change": "span",
            "id": 7,
            "before": None,
            "after": {"start": 0, "end": 6, "label": "leader", "origin": "drawn", "note": "sûr ?"},
        },
        {"change": "decision", "suggestion": 3, "before": "pending", "after": "rejected"},
        {"change": "status", "before": "new", "after": "in progress"},
        {"change": "flagged", "before": False, "after": True},
        {"change": "note", "before": None, "after": "voir la dépêche du 14"},
        {"change": "trashed", "before": True, "after": False},
    ]


def test_an_unknown_change_is_not_read() -> None:
    with pytest.raises(ValueError, match="colour"):
        changes_from_json('[{"change":"colour","before":null,"after":null}]')


@given(changes())
def test_an_edit_inverted_twice_is_itself(made: tuple[Change, ...]) -> None:
    assert invert(invert(_edit(*made))) == _edit(*made)


def test_an_edit_and_its_inverse() -> None:
    before = Annotation(1, 1, 5, Status.NEW, (KYIV, OSLO), {9: Decision.REJECTED})
    wider = Span(3, 18, 24, "leader", note="?")
    edit = _edit(
        SpanChange(OSLO, wider),
        SpanChange(None, PARIS),
        SpanChange(KYIV, None),
        DecisionChange(9, Decision.REJECTED, Decision.CHANGED),
        DecisionChange(4, Decision.PENDING, Decision.ACCEPTED),
        StatusChange(Status.NEW, Status.FINISHED),
    )
    after = apply(edit, before)
    assert after == Annotation(1, 1, 6, Status.FINISHED, (PARIS, wider), {9: Decision.CHANGED, 4: Decision.ACCEPTED})
    back = apply(invert(edit), after)
    assert back == Annotation(1, 1, 7, Status.NEW, (KYIV, OSLO), {9: Decision.REJECTED})
    assert before.spans == (KYIV, OSLO)
    assert dict(before.decisions) == {9: Decision.REJECTED}


def test_a_span_may_move_to_where_another_leaves() -> None:
    before = Annotation(1, 1, spans=(KYIV, PARIS))
    moved = Span(1, 10, 15, "leader")
    assert apply(_edit(SpanChange(KYIV, moved), SpanChange(PARIS, None)), before).spans == (moved,)


@pytest.mark.parametrize(
    "change",
    [
        SpanChange(PARIS, None),
        SpanChange(Span(1, 0, 4, "leader"), None),
        SpanChange(Span(1, 0, 3, "country"), Span(1, 0, 2, "country")),
        DecisionChange(9, Decision.PENDING, Decision.ACCEPTED),
        DecisionChange(4, Decision.CHANGED, Decision.ACCEPTED),
        StatusChange(Status.FINISHED, Status.NEW),
        FlagChange(True, False),
        NoteChange("une note", None),
        TrashChange(True, False),
    ],
)
def test_an_edit_made_for_another_annotation_is_stale(change: Change) -> None:
    before = Annotation(1, 1, 5, spans=(KYIV, OSLO), decisions={9: Decision.REJECTED})
    with pytest.raises(StaleAnnotationError):
        apply(_edit(StatusChange(Status.NEW, Status.IN_PROGRESS), change), before)
    assert before == Annotation(1, 1, 5, spans=(KYIV, OSLO), decisions={9: Decision.REJECTED})


@pytest.mark.parametrize(("start", "end"), [(3, 5), (0, 4), (1, 2), (19, 21), (0, 30), (7, 7), (8, 6)])
def test_spans_are_never_empty_and_never_overlap(start: int, end: int) -> None:
    with pytest.raises(UserError, match=f"from {start} to {end} would be empty or overlap"):
        apply(_edit(SpanChange(None, Span(9, start, end, "sum"))), Annotation(1, 1, spans=(KYIV, OSLO)))


def test_spans_may_touch() -> None:
    between = Span(9, 4, 20, "sum")
    assert apply(_edit(SpanChange(None, between)), Annotation(1, 1, spans=(KYIV, OSLO))).spans == (KYIV, between, OSLO)
