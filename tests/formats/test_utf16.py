from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.utf16 import Utf16, is_astral


@given(st.text(st.sampled_from("aé😀👩\u200d\ue000"), max_size=12))
def test_every_place_goes_there_and_back(text: str) -> None:
    places = Utf16(text)

    units = [len(text[:point].encode("utf-16-le")) // 2 for point in range(len(text) + 1)]

    assert [places.unit(point) for point in range(len(text) + 1)] == units
    assert [places.point(unit) for unit in units] == list(range(len(text) + 1))
    assert [unit for unit in range(units[-1] + 1) if places.splits(unit)] == sorted(
        set(range(units[-1] + 1)) - set(units)
    )
    assert is_astral(text) == (units[-1] > len(text))


def test_the_way_of_counting_is_the_one_by_which_spans_stand_at_words() -> None:
    places = Utf16("A😀 Paris dort")

    assert places.likely([(4, 9, "LOC")])
    assert not places.likely([(3, 8, "LOC")])
    assert places.likely([(0, 1, "X")])
    assert not places.likely([(0, 1, "X")], by_default=False)
