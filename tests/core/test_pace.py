"""Pace and forecast: cases counted by hand, and what holds for all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.pace import Forecast, Pace, Work, _quantile, forecast, pace
from annotator.core.wording import Wording

MONDAY = date(2022, 2, 21)


def work(*days: tuple[int, float, int, int]) -> list[Work]:
    """Days of work: how many days after Monday, hours, spans, articles."""
    return [
        Work(MONDAY + timedelta(days=after), timedelta(hours=hours), spans, finished)
        for after, hours, spans, finished in days
    ]


def told(days: list[Work], left: int, *, today: date) -> Forecast:
    found = forecast(days, left, today=today)
    assert isinstance(found, Forecast)
    return found


def why(days: list[Work], left: int, *, today: date = MONDAY + timedelta(days=3)) -> str:
    found = forecast(days, left, today=today)
    assert isinstance(found, Wording)
    return found.en


def test_pace_is_all_by_all_hours() -> None:
    found = pace(work((0, 1.0, 30, 4), (1, 3.0, 50, 4)))
    assert found == Pace(2, timedelta(hours=4), 80, 8)
    assert (found.spans_per_hour, found.finished_per_hour) == (20.0, 2.0)
    assert found.undefined() is None


def test_a_rate_that_cannot_be_told_is_none_and_says_why() -> None:
    nothing = pace([])
    assert (nothing.spans_per_hour, nothing.finished_per_hour) == (None, None)
    assert "too little" in (nothing.undefined() or Wording("", "")).en
    cleaning = pace(work((0, 1.0, -20, 4)))
    assert (cleaning.spans_per_hour, cleaning.finished_per_hour) == (None, 4.0)
    assert "taken back" in (cleaning.undefined() or Wording("", "")).en


def test_days_that_are_all_alike_leave_nothing_open() -> None:
    # 4 articles in 2 hours on each of 5 days: 20 that are left take 10 hours and 5 more days.
    days = work(*((at, 2.0, 40, 4) for at in range(5)))
    found = told(days, 20, today=MONDAY + timedelta(days=4))
    assert (found.hours, found.fewest, found.most) == pytest.approx((10, 10, 10))
    assert {found.by, found.earliest, found.latest} == {MONDAY + timedelta(days=9)}


def test_a_forecast_counted_by_hand() -> None:
    # 2 and 4 articles in an hour each, on two days in a row, 30 left: 3 a day and an hour, 10 days.
    # Spread √2 a day, t of one degree of freedom 3.0777, × √(1/2 + 1/10) = 3.3714: more than 3, so no latest day.
    found = told(work((0, 1.0, 0, 2), (1, 1.0, 0, 4)), 30, today=MONDAY + timedelta(days=1))
    assert found.hours == pytest.approx(10)
    assert found.fewest == pytest.approx(30 / (3 + 3.3714), rel=1e-4)
    assert found.by == MONDAY + timedelta(days=11)
    assert found.earliest == MONDAY + timedelta(days=1 + 5)
    assert (found.most, found.latest) == (None, None)


def test_days_without_work_count_for_the_date_and_not_for_the_hours() -> None:
    # Four articles in two hours every other day, seven times: two hours of work for four, but two days.
    days = work(*((at, 2.0, 0, 4) for at in range(0, 14, 2)))
    found = told(days, 28, today=MONDAY + timedelta(days=13))
    assert (found.fewest, found.hours, found.most) == pytest.approx((14, 14, 14))
    assert found.by == MONDAY + timedelta(days=13 + 13)  # as many as in the 13 days up to yesterday
    assert found.latest is not None
    assert found.earliest < found.by < found.latest


def test_who_paused_for_long_is_expected_to_pause_again() -> None:
    days = work((0, 2.0, 0, 4), (1, 2.0, 0, 4))
    soon = told(days, 8, today=MONDAY + timedelta(days=1))
    late = told(days, 8, today=MONDAY + timedelta(days=31))
    assert late.hours == soon.hours
    assert (soon.by - MONDAY).days == 3
    assert (late.by - MONDAY).days == 31 + 31  # eight articles in the 31 days up to yesterday
    assert late.latest is None


def test_only_the_last_days_of_work_count() -> None:
    fast_once = work(*((at, 1.0, 0, 100) for at in range(20)))
    slow_now = work(*((at, 1.0, 0, 2) for at in range(20, 27)))
    today = MONDAY + timedelta(days=26)
    assert told(fast_once + slow_now, 10, today=today) == told(slow_now, 10, today=today)


def test_why_there_is_no_forecast() -> None:
    two = work((0, 1.0, 5, 2), (1, 1.0, 5, 2))
    assert "nothing is left" in why(two, 0)
    assert "2 days of work" in why(two[:1], 5)
    assert "2 days of work" in why([], 5)
    assert "no article was finished" in why(work((0, 1.0, 5, 0), (1, 1.0, 5, 0)), 5)
    assert "no article was finished" in why(work((0, 1.0, 5, 2), (1, 1.0, 5, -3)), 5)
    assert "too little" in why(work((0, 0.0, 5, 2), (1, 0.0, 5, 2)), 5)
    assert "ten years" in why(two, 100_000)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.floats(0.05, 9), st.integers(0, 9), st.integers(0, 50)), max_size=12),
    st.integers(1, 3000),
    st.integers(0, 60),
)
def test_ranges_hold_what_is_expected_and_more_left_takes_longer(
    days: list[tuple[int, float, int, int]], left: int, later: int
) -> None:
    sorted_days = work(*{day[0]: day for day in sorted(days)}.values())
    today = max((each.day for each in sorted_days), default=MONDAY) + timedelta(days=later)
    found = forecast(sorted_days, left, today=today)
    if isinstance(found, Forecast):
        assert 0 < found.fewest <= found.hours + 1e-9
        assert found.most is None or found.hours <= found.most + 1e-9
        assert today < found.earliest <= found.by
        assert found.latest is None or found.by <= found.latest
        more = forecast(sorted_days, left + 100, today=today)
        assert isinstance(more, Wording) or (more.hours > found.hours and more.by >= found.by)


def test_quantiles_are_those_of_student() -> None:
    # From the tables of Abramowitz and Stegun, 26.10: 90 % below.
    expected = {1: 3.078, 2: 1.886, 6: 1.440, 10: 1.372, 11: 1.363, 20: 1.325, 60: 1.296, 120: 1.289}
    assert {freedom: round(_quantile(freedom), 3) for freedom in expected} == expected
