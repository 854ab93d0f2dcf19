from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.intervals import Share


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # Newcombe 1998, table I, method 3, to four places.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_are_those_that_are_published(hits: int, of: int, low: float, high: float) -> None:
    assert Share(hits, of).interval == pytest.approx((low, high), abs=0.00005)


def test_without_a_case_there_is_neither_a_share_nor_an_interval() -> None:
    assert Share(0, 0).to_json() == {"hits": 0, "of": 0, "value": None, "low": None, "high": None}


@given(st.integers(1, 10**7).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_share_and_narrows_with_more_cases(counted: tuple[int, int]) -> None:
    hits, of = counted
    share = Share(hits, of)
    assert share.value is not None
    assert share.interval is not None
    low, high = share.interval
    assert 0 <= low <= share.value <= high <= 1
    mirrored = Share(of - hits, of).interval
    assert mirrored == pytest.approx((1 - high, 1 - low))
    more = Share(hits * 2, of * 2).interval
    assert more is not None
    assert more[1] - more[0] < high - low


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_intervals_are_those_of_scipy(counted: tuple[int, int]) -> None:
    stats = pytest.importorskip("scipy.stats")
    expected = stats.binomtest(*counted).proportion_ci(method="wilson")
    assert Share(*counted).interval == pytest.approx((expected.low, expected.high), abs=1e-9)
