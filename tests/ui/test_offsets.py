from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.offsets import TextMap, Utf16Map, displayable

ODD = "aé😀🇫🇷\u0301\u200d\u2028\u2029\u00a0\u00ad\ufdd0\ufffc\x00\x0b\r\t \nשל"
texts = st.text(st.sampled_from(ODD) | st.characters(), max_size=200)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts)
def test_units_are_those_that_encoding_counts(text: str) -> None:
    positions = Utf16Map(text)
    for point in range(len(text) + 1):
        assert positions.units(point) == utf16(text[:point])
        assert positions.point(positions.units(point)) == point


def test_a_unit_inside_a_pair_belongs_to_its_character() -> None:
    positions = Utf16Map("A😀 Paris")
    assert [positions.point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@given(texts, st.integers(2, 30))
def test_blocks_hold_the_article_and_every_point_comes_back(text: str, longest: int) -> None:
    text_map = TextMap(text, longest=longest)
    blocks = text_map.shown.split("\n")
    assert len(blocks) == len(text_map)
    for number, block in enumerate(blocks):
        start, end = text_map.piece(number)
        assert end - start <= longest
        assert block == displayable(text[start:end])
        assert utf16(block) == utf16(text[start:end])
    assert (
        "".join(
            text[slice(*text_map.piece(number))] + "\n" * text_map.closes_paragraph(number)
            for number in range(len(blocks))
        )
        == text + "\n"
    )
    for point in range(len(text) + 1):
        block, unit = text_map.locate(point)
        assert text_map.point(block, unit) == point
        assert 0 <= unit <= utf16(blocks[block])


@given(texts)
def test_what_is_shown_has_the_same_length_and_nothing_that_troubles_qt(text: str) -> None:
    shown = displayable(text)
    assert len(shown) == len(text)
    assert utf16(shown) == utf16(text)
    assert not set(shown) & set("\r\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\ufdd0\ufdd1\ufffc\ufffe\uffff\ud800")


@given(texts)
def test_text_that_runs_left_is_known(text: str) -> None:
    text_map = TextMap(text)
    for number in range(len(text_map)):
        start, end = text_map.piece(number)
        if any(unicodedata.bidirectional(each) in ("R", "AL") for each in text[start:end]):
            assert text_map.runs_both_ways(number)


def test_french_with_everything_newspapers_use_runs_one_way() -> None:
    assert not TextMap("« L’œuvre » à 50\u202f€ – 😀 Łódź, Čapek, … ☎ 🇫🇷").runs_both_ways(0)


def test_ordinary_text_is_shown_as_it_is() -> None:
    text = "«\u00a0L’OTAN\u00a0»,\tdit-il\u202f: 50\u00a0M€ 😀"
    assert displayable(text) == text


def test_positions_off_the_article_are_clamped() -> None:
    text_map = TextMap("un\ndeux")
    assert text_map.locate(-5) == (0, 0)
    assert text_map.locate(99) == (1, 4)
    assert text_map.point(0, 99) == 2
    assert text_map.unit_in(1, 0) == 0


def test_long_paragraphs_are_cut_after_a_sentence_else_a_word() -> None:
    text_map = TextMap("Un deux trois. Quatre cinq six sept huit", longest=20)
    pieces = [text_map.text[slice(*text_map.piece(number))] for number in range(len(text_map))]
    assert pieces == ["Un deux trois. ", "Quatre cinq six ", "sept huit"]
    assert [text_map.closes_paragraph(number) for number in range(3)] == [False, False, True]


def test_a_cut_tears_no_character_apart() -> None:
    family = "👨\u200d👩\u200d👧"
    text_map = TextMap("x" * 17 + family + "e\u0301" * 30, longest=20)
    assert text_map.text[text_map.piece(0)[1] :].startswith(family)
    for number in range(1, len(text_map)):
        assert text_map.text[text_map.piece(number)[0]] != "\u0301"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Kiev", "v"),
        ("e\u0301te\u0301", "e\u0301"),
        ("x👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("à 🇫🇷", "🇫🇷"),
        ("a👍🏽", "👍🏽"),
    ],
)
def test_the_last_cluster_is_what_reads_as_one_character(text: str, last: str) -> None:
    text_map = TextMap(text)
    assert text[text_map.last_cluster(0, len(text)) :] == last


def test_a_block_of_one_code_point_is_refused() -> None:
    with pytest.raises(ValueError, match="two code points"):
        TextMap("abc", longest=1)


def test_space_at_the_end_of_a_line_is_left_out() -> None:
    text_map = TextMap("😀 mot  \u00a0suite")
    assert text_map.without_trailing_space(0, 0, 9) == 6
    assert text_map.without_trailing_space(0, 7, 9) == 7


def test_blank_blocks_are_known() -> None:
    text_map = TextMap("un\n\ndeux")
    assert [text_map.is_blank(number) for number in range(3)] == [False, True, False]
