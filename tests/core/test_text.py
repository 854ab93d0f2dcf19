from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.text import CleanText, OffsetMap, clean, text_hash
from tests.strategies import raw_texts


def _normalised(raw: str) -> str:
    """What `clean` must give, said in the shortest way."""
    return unicodedata.normalize("NFC", raw.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _cleaned(raw: str) -> CleanText:
    assume(_normalised(raw).strip())
    return clean(raw)


def test_a_clean_text_is_left_alone() -> None:
    text = "L’OTAN\u00a0: «\u202fA😀 Paris\u202f»\n\tet ailleurs\u2028fin "
    assert clean(text) == CleanText(text, None, OffsetMap())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\ufeffParis", "Paris"),
        ("\ufeff\ufeffParis", "Paris"),
        ("a\r\nb\rc\nd\r\r\ne", "a\nb\nc\nd\n\ne"),
        ("fin\r“Bonjour”", "fin\n“Bonjour”"),
        ("fin\r\u0301", "fin\n\u0301"),
        ("fin\r\nЙ", "fin\nЙ"),
        ("fin\rИ\u0306", "fin\nЙ"),
        ("E\u0301tats", "États"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("12 \u212b, 5 \u2126", "12 Å, 5 Ω"),
        ("q\u0307\u0323", "q\u0323\u0307"),
        ("o\u0304\u0323\u0328", "ǭ\u0323"),
    ],
)
def test_hygiene(raw: str, text: str) -> None:
    cleaned = clean(raw)
    assert cleaned.text == text
    assert cleaned.original == raw


@given(raw_texts())
@example("\r“")
@example("\ufeff\ufeffa")
@example("a\u0301\u0323" * 40)
@example("\u0f73\u0f71" * 40)
def test_cleaning_is_composition_line_by_line_and_happens_once(raw: str) -> None:
    cleaned = _cleaned(raw)
    assert cleaned.text == _normalised(raw)
    assert cleaned.original == (None if raw == cleaned.text else raw)
    assert clean(cleaned.text) == CleanText(cleaned.text, None, OffsetMap())


@given(raw_texts())
@example("\ufeff\rx")
def test_everything_outside_a_change_is_the_same_in_both(raw: str) -> None:
    cleaned = _cleaned(raw)
    at = stored = 0
    for start, end, new_start, new_end in (*cleaned.offsets.changes, (len(raw), len(raw), len(cleaned.text), None)):
        assert raw[at:start] == cleaned.text[stored:new_start]
        assert end == len(raw) or (start < end and raw[start:end] != cleaned.text[new_start:new_end])
        at, stored = end, new_end


@given(raw_texts(), st.data())
def test_spans_keep_their_words_on_the_way_in_and_out(raw: str, data: st.DataObject) -> None:
    cleaned = _cleaned(raw)
    start = data.draw(st.integers(0, len(cleaned.text) - 1))
    end = data.draw(st.integers(start + 1, len(cleaned.text)))
    original = cleaned.offsets.to_original(start, end)
    back_start, back_end = cleaned.offsets.to_stored(*original)
    assert cleaned.text[start:end] in _normalised("|" + raw[slice(*original)])  # no byte order mark within a text
    assert back_start <= start < end <= back_end  # a span that cuts a change in two takes it whole
    assert cleaned.offsets.to_original(back_start, back_end) == original


@given(raw_texts(), st.data())
def test_spans_of_the_original_are_covered(raw: str, data: st.DataObject) -> None:
    cleaned = _cleaned(raw)
    first = len(raw) - len(raw.lstrip("\ufeff"))
    start = data.draw(st.integers(first, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    stored = cleaned.offsets.to_stored(start, end)
    back = cleaned.offsets.to_original(*stored)
    assert 0 <= stored[0] < stored[1] <= len(cleaned.text)
    assert back[0] <= start < end <= back[1]


def test_spans_around_known_changes() -> None:
    raw = "\ufeffA😀 E\u0301tats-Unis\r\nParis"
    cleaned = clean(raw)
    assert cleaned.text == "A😀 États-Unis\nParis"
    start = cleaned.text.index("États")
    assert raw[slice(*cleaned.offsets.to_original(start, start + 10))] == "E\u0301tats-Unis"
    assert raw[slice(*cleaned.offsets.to_original(cleaned.text.index("Paris"), len(cleaned.text)))] == "Paris"
    inside = raw.index("\u0301")
    assert cleaned.offsets.to_stored(inside, inside + 3) == (start, start + 3)


@given(raw_texts())
def test_an_offset_map_survives_being_written(raw: str) -> None:
    offsets = _cleaned(raw).offsets
    assert OffsetMap.from_json(offsets.to_json()) == offsets


@pytest.mark.parametrize("blank", ["", " \n\t", "\ufeff", "\ufeff\r\n", "\u00a0\u202f\u2028"])
def test_a_blank_text_is_refused(blank: str) -> None:
    with pytest.raises(UserError, match="the text is empty"):
        clean(blank)


@pytest.mark.parametrize(
    ("raw", "where"), [("ab\0c", r"U\+0000 at character 2"), ("\ud83d", r"U\+D83D at character 0")]
)
def test_what_is_not_text_is_refused_and_placed(raw: str, where: str) -> None:
    with pytest.raises(UserError, match=where):
        clean(raw)


@pytest.mark.parametrize(
    "unit",
    ["\u0301", "\u0301\u0323", "e\u0301", "\u1112\u1161\u11ab", "\u0f73\u0f71", "\u212b", "и\u0306", "\r"],
    ids=ascii,
)
def test_time_grows_with_the_length_and_not_with_its_square(unit: str) -> None:
    def seconds(count: int) -> float:
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            clean("e\u0301" + unit * count)
            best = min(best, time.process_time() - began)
        return best

    assert seconds(128_000 // len(unit)) < 100 * seconds(4_000 // len(unit))  # 32 where linear, 1024 where quadratic


def test_equal_texts_have_equal_hashes() -> None:
    assert text_hash(clean("E\u0301tat\r\n").text) == text_hash("État\n") != text_hash("Etat\n")
    assert len(text_hash("😀")) == 64
