"""Taking tokens apart: what is a split, where the cut most likely goes, and grids that come apart and together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.splits import (
    Split,
    clean_split,
    cut_tokens,
    cuttings,
    join_tokens,
    likely_cutting,
    parse_split,
    refined,
    split_at,
    stamp,
)
from annotator.core.tokens import TokenGrid

forms = st.text(st.characters(codec="utf-8", exclude_categories=["Z", "C"]), min_size=2, max_size=12)


@st.composite
def splits(draw: st.DrawFn) -> Split:
    form = draw(forms.filter(lambda form: not any(map(str.isspace, form))))
    return split_at(form, draw(st.lists(st.integers(1, len(form) - 1), min_size=1)))


@given(splits())
def test_a_split_is_read_as_it_is_written(split: Split) -> None:
    assert parse_split(f"{split.form}={'+'.join(split.parts)}") == split or "+" in split.form or "=" in split.form
    assert split_at(split.form, split.cuts) == split
    assert "".join(split.parts) == split.form


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("anti-OTAN=anti+-+OTAN", ("anti", "-", "OTAN")),
        ("A+B=A++B", ("A+", "B")),
        ("a=b=a+=b", ("a", "=b")),
        ("😀OTAN=😀+OTAN", ("😀", "OTAN")),
    ],
)
def test_signs_of_the_word_itself_may_be_written(written: str, parts: tuple[str, ...]) -> None:
    assert parse_split(written).parts == parts


@pytest.mark.parametrize("written", ["", "OTAN", "=", "OTAN=", "OTAN=OTAN", "OTAN=O+TANK", "OTAN=+OTAN", "OTAN=OTAN+"])
def test_what_is_no_split_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(UserError, match=r"anti-OTAN=anti\+-\+OTAN"):
        parse_split(written)


@pytest.mark.parametrize(
    ("form", "parts"),
    [("deux mots", ["deux ", "mots"]), ("", []), ("O" * 101, ["O", "O" * 100]), ("OTAN", ["OTAN"]), ("AB", ["A", "C"])],
)
def test_what_no_tokenizer_can_do_is_refused(form: str, parts: list[str]) -> None:
    with pytest.raises(UserError):
        clean_split(form, parts)


@pytest.mark.parametrize(
    ("form", "edge", "parts"),
    [
        ("anti-OTAN", None, ("anti", "-", "OTAN")),
        ("anti-OTAN", 5, ("anti", "-", "OTAN")),
        ("anti-OTAN", 2, ("an", "ti-OTAN")),
        ("ex-pro-Kiev", None, ("ex-pro", "-", "Kiev")),
        ("50M€", None, ("50M", "€")),
        ("12km", None, ("12", "km")),
        ("proKiev", None, ("pro", "Kiev")),
        ("glued", None, ("gl", "ued")),
        ("ab", None, ("a", "b")),
        ("-OTAN", None, ("-", "OTAN")),
    ],
)
def test_the_likely_cut_is_where_the_word_changes(form: str, edge: int | None, parts: tuple[str, ...]) -> None:
    ways = cuttings(form)
    assert split_at(form, ways[likely_cutting(form, edge)]).parts == parts


@given(forms.filter(lambda form: not any(map(str.isspace, form))))
def test_every_place_beside_a_letter_can_be_cut_and_every_cut_is_a_split(form: str) -> None:
    ways = cuttings(form)
    assert {way[0] for way in ways} | {way[-1] for way in ways} == {
        at for at in range(1, len(form)) if at in (1, len(form) - 1) or form[at - 1].isalnum() or form[at].isalnum()
    }
    assert sorted(ways) == ways
    assert 0 <= likely_cutting(form) < len(ways)
    for way in ways:
        assert "".join(split_at(form, way).parts) == form


@given(st.lists(splits(), max_size=3, unique_by=lambda each: each.form), st.data())
def test_tokens_come_apart_and_together_again(taken: list[Split], data: st.DataObject) -> None:
    kept = [each for each in taken if all(each.form not in other.parts for other in taken)]
    words = data.draw(st.lists(st.sampled_from([*(each.form for each in kept), "l'", "un"]), max_size=8))
    text = " ".join(words)
    starts = [len(" ".join(words[:index])) + (index > 0) for index in range(len(words))]
    whole = TokenGrid.of((start, start + len(word)) for start, word in zip(starts, words, strict=True))
    apart = cut_tokens(text, whole, kept)
    assert len(apart) == len(whole) + sum(len(each.parts) - 1 for each in kept for word in words if word == each.form)
    assert all(apart.holds(start, end) for start, end in zip(whole.starts, whole.ends, strict=True))
    together = apart
    for each in sorted(kept, key=lambda each: -len(each.form)):
        together = join_tokens(text, together, each)
    assert together == whole


def test_parts_that_only_stand_side_by_side_stay_apart() -> None:
    split = parse_split("anti-OTAN=anti+-+OTAN")
    text = "anti - OTAN"
    apart = TokenGrid.of([(0, 4), (5, 6), (7, 11)])
    assert join_tokens(text, apart, split) == apart


def test_a_split_of_a_part_goes_on_inside_the_others() -> None:
    first, second = parse_split("A/B/C=A+/+B/C"), parse_split("B/C=B+/+C")
    both = refined([first], second)
    assert both == (parse_split("A/B/C=A+/+B+/+C"), second)
    assert refined(both, parse_split("B/C=B/+C"))[1].parts == ("B/", "C")


def test_a_stamp_tells_splits_apart_whatever_their_order() -> None:
    one, other = parse_split("OTAN=O+TAN"), parse_split("ONU=O+NU")
    assert stamp([]) == ""
    assert stamp([one, other]) == stamp([other, one])
    assert len({stamp([one]), stamp([other]), stamp([one, other]), stamp([parse_split("OTAN=OT+AN")])}) == 4
