from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.snippets import emphasised, snippet
from tests.strategies import articles

LONG = (
    "Le président ukrainien a reçu hier des chars de combat à Kiev,\nalors que l’OTAN réfléchit à l'été en manœuvres. "
    * 30
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("otan", ["OTAN"]),
        ("reflechit ", ["réfléchit"]),
        ("ETE", ["été"]),
        ("presid", ["président"]),
        ("presid ", []),
        ('"chars de combat"', ["chars de combat"]),
        ("l'ot", ["l’OTAN"]),
        ("chars kiev", ["chars", "Kiev"]),
        ("MANOEUVRES", ["manœuvres"]),
        ("manœuv", ["manœuvres"]),
        ("arme", []),
        ("", []),
        (r"(chars* [a-z]+ \1", ["chars"]),
    ],
)
def test_words_are_found_whatever_their_accents(words: str, found: list[str]) -> None:
    shown = snippet(LONG, words, length=60)
    assert [shown.text[start:end] for start, end in shown.found][: len(found)] == found
    assert bool(shown.found) == bool(found)


def test_a_snippet_shows_the_first_find_near_its_beginning_on_one_line() -> None:
    shown = snippet(LONG, "OTAN", length=60)
    assert shown.found[0][0] < 30
    assert shown.text[0] == shown.text[-1] == "…"
    assert "\n" not in shown.text
    assert snippet("Kiev tient.", "kiev").text == "Kiev tient."


def test_a_letter_written_in_two_parts_is_found_too() -> None:
    decomposed = "l'e\u0301te\u0301 dernier"
    shown = emphasised(decomposed, "été")
    assert [decomposed[start:end] for start, end in shown.found] == ["e\u0301te\u0301"]


@given(articles(), st.text(max_size=12) | articles())
def test_finds_lie_in_the_snippet_in_order_and_apart(text: str, words: str) -> None:
    shown = snippet(text, words, length=40)
    at = 0
    for start, end in shown.found:
        assert at <= start < end <= len(shown.text)
        at = end
