from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Status
from annotator.core.deeds import deed, worked
from annotator.core.edits import SpanChange, StatusChange, changes_to_json
from annotator.core.progress import AnnotatorProgress, Day, Unit, stretches, unit_for
from tests.strategies import changes

days = st.lists(
    st.builds(
        Day,
        st.dates(date(2021, 12, 20), date(2022, 4, 1)),
        st.integers(0, 5),
        st.integers(0, 5),
        st.dictionaries(st.sampled_from(["leader", "sum"]), st.integers(-3, 9)),
        st.dictionaries(st.sampled_from(["leader", "sum"]), st.integers(0, 9)),
        st.dictionaries(st.sampled_from(Status), st.integers(-3, 3)),
        st.integers(0, 50),
        st.timedeltas(timedelta(), timedelta(hours=8)),
    ),
    unique_by=lambda day: day.day,
    max_size=8,
).map(lambda found: sorted(found, key=lambda day: day.day))


@given(days, st.sampled_from(Unit))
def test_stretches_hold_all_days_and_leave_no_gap(some: list[Day], unit: Unit) -> None:
    found = stretches(some, unit)
    assert sum(each.finished - each.reopened for each in found) == sum(each.finished - each.reopened for each in some)
    assert sum((each.active for each in found), timedelta()) == sum((each.active for each in some), timedelta())
    for label in ("leader", "sum"):
        assert sum(each.spans.get(label, 0) for each in found) == sum(each.spans.get(label, 0) for each in some)
    for before, after in pairwise(found):
        assert after.day == unit.last(before.day) + timedelta(days=1)
    if some:
        assert found[0].day <= some[0].day
        assert unit.last(found[-1].day) >= some[-1].day


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(Unit))
def test_every_day_lies_in_its_stretch(day: date, unit: Unit) -> None:
    assert unit.first(day) <= day <= unit.last(day)
    assert unit.first(unit.last(day)) == unit.first(day)
    assert unit.first(unit.last(day) + timedelta(days=1)) > unit.last(day)


def test_stretches_go_on_up_to_a_day() -> None:
    some = [Day(date(2022, 2, 24), finished=1), Day(date(2022, 2, 26), finished=2)]
    assert [(each.day.day, each.finished) for each in stretches(some, Unit.DAY, until=date(2022, 2, 28))] == [
        (24, 1),
        (25, 0),
        (26, 2),
        (27, 0),
        (28, 0),
    ]
    assert [(each.day, each.finished) for each in stretches(some, Unit.WEEK)] == [(date(2022, 2, 21), 3)]
    assert [each.day for each in stretches(some, Unit.MONTH, until=date(2022, 4, 1))] == [
        date(2022, 2, 1),
        date(2022, 3, 1),
        date(2022, 4, 1),
    ]
    assert stretches([], Unit.DAY, until=date(2022, 4, 1)) == []


@pytest.mark.parametrize(("many", "unit"), [(1, Unit.DAY), (45, Unit.DAY), (46, Unit.WEEK), (316, Unit.MONTH)])
def test_longer_times_are_told_of_in_longer_stretches(many: int, unit: Unit) -> None:
    first = date(2022, 1, 1)
    assert unit_for(first, first + timedelta(days=many - 1)) is unit


@given(changes())
def test_a_deed_is_what_its_changes_come_to(some: tuple[object, ...]) -> None:
    found = deed(changes_to_json(some))  # type: ignore[arg-type]
    spans = [each for each in some if isinstance(each, SpanChange)]
    assert sum(more for _, more in found.spans) == sum(
        (each.after is not None) - (each.before is not None) for each in spans
    )
    for label in {label for label, _ in found.spans}:
        assert sum(more for name, more in found.spans if name == label) == sum(
            (each.after is not None and each.after.label == label)
            - (each.before is not None and each.before.label == label)
            for each in spans
        )
    assert found.statuses == [(each.before, each.after) for each in some if isinstance(each, StatusChange)]


def test_a_gap_is_work_up_to_two_minutes() -> None:
    assert [worked(gap) for gap in (0, 1, 120_000, 120_001, -1)] == [0, 1, 120_000, 0, 0]


def test_days_on_which_only_imports_brought_something_are_no_days_of_work() -> None:
    hour = timedelta(hours=1)
    some = (
        Day(date(2022, 2, 24), brought={"leader": 900}),
        Day(date(2022, 2, 25), finished=3, reopened=1, spans={"leader": 9, "sum": -2}, deeds=12, active=hour),
    )
    one = AnnotatorProgress(1, "Ana", False, dict.fromkeys(Status, 0), 0, 0, None, some, ())
    assert [(each.day.day, each.spans, each.finished) for each in one.work] == [(25, 7, 2)]
    assert (one.overall.days, one.recent.spans_per_hour) == (1, 7.0)
