"""Where ticks and labels of charts stand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.statistics.ticks import date_ticks, number_ticks, spread, thinned


@given(st.floats(0.001, 1e9), st.integers(2, 12), st.booleans())
def test_ticks_are_round_reach_from_nought_over_the_highest_and_have_room(
    highest: float, most: int, whole: bool
) -> None:
    ticks = number_ticks(highest, most, whole=whole)
    assert ticks[0] == 0
    assert ticks[-1] >= highest * (1 - 1e-6)
    assert 2 <= len(ticks) <= most + 1
    steps = [b - a for a, b in pairwise(ticks)]
    assert steps == pytest.approx([steps[0]] * len(steps))
    assert not whole or all(tick == int(tick) for tick in ticks)


def test_ticks_of_a_count_and_of_a_share() -> None:
    assert number_ticks(177, 6, whole=True) == [0, 50, 100, 150, 200]
    assert number_ticks(1, 6, whole=False) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1])
    assert number_ticks(2, 6, whole=True) == [0, 1, 2]
    assert number_ticks(0, 6, whole=True) == [0, 1]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 20000), st.integers(2, 20))
def test_days_that_are_marked_lie_in_the_range_and_have_room(first: date, days: int, most: int) -> None:
    last = first + timedelta(days)
    ticks = date_ticks(first, last, most)
    assert len(ticks) <= most + 1
    assert all(first <= day <= last for day, _ in ticks)
    assert [day for day, _ in ticks] == sorted({day for day, _ in ticks})


def test_days_mondays_firsts_of_months_and_years() -> None:
    first = date(2022, 2, 24)
    assert date_ticks(first, first + timedelta(2), 5) == [(first + timedelta(each), "d MMM") for each in range(3)]
    weeks = date_ticks(first, first + timedelta(40), 8)
    assert [day.weekday() for day, _ in weeks] == [0] * len(weeks)
    assert date_ticks(first, date(2022, 12, 31), 12)[0] == (date(2022, 3, 1), "MMM yyyy")
    assert date_ticks(first, date(2030, 1, 1), 5) == [(date(year, 1, 1), "yyyy") for year in (2024, 2026, 2028, 2030)]


def test_names_are_thinned_to_what_there_is_room_for() -> None:
    places = [float(each) for each in range(10)]
    assert thinned(places, 0.5) == list(range(10))
    assert thinned(places, 2.5) == [0, 3, 6, 9]
    assert thinned([0.0, 1.0, 7.0, 7.5, 9.0], 1.0) == [0, 1, 2, 4]
    assert thinned([], 1.0) == []


@given(st.lists(st.floats(-500, 500), max_size=12), st.floats(1, 40))
def test_labels_keep_apart_and_in_order(wanted: list[float], gap: float) -> None:
    placed = spread(wanted, gap)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    assert all(placed[b] - placed[a] >= gap - 1e-6 for a, b in pairwise(order))


@given(st.integers(1, 9), st.floats(1, 40))
def test_labels_with_room_stay_where_they_belong(count: int, gap: float) -> None:
    wanted = [each * gap * 1.5 for each in range(count)]
    assert spread(wanted, gap) == pytest.approx(wanted)
