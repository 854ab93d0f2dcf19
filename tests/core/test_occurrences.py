"""Where else a surface stands: what may differ in writing, and what makes it another word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.core.occurrences import (
    Surface,
    begins_sentence,
    occurrences,
    phrases,
    searched_words,
    surface_at,
)
from tests.strategies import word_grid


def found(words: str, text: str, *, begins: bool = False) -> list[str]:
    surface = Surface(words, begins=begins)
    return [text[start:end] for start, end in occurrences(surface, text, word_grid(text))]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Ukraine", "L’Ukraine, d'Ukraine et qu’Ukraine.", ["Ukraine"] * 3),
        ("missile", "Un missile, des missiles, le lance-missiles.", ["missile", "missiles", "missiles"]),
        ("missiles", "un missile", ["missile"]),
        ("char Leopard 2", "des chars Leopard 2 et un char Leopard 2, pas 20", ["chars Leopard 2", "char Leopard 2"]),
        ("bateau", "deux bateaux", ["bateaux"]),
        ("arsenaux", "un arsenal", ["arsenal"]),
        ("Rafale", "des Rafales", ["Rafales"]),
        ("Philippines", "une Philippine aux Philippines", ["Philippines"]),
        ("milliards d'euros", "3 milliards d’euros", ["milliards d’euros"]),
        ("porte-avions", "un porte\u2011avions", ["porte\u2011avions"]),
        (
            "Joe Biden",
            "Joe\u00a0Biden, Joe\nBiden, Joe\n\nBiden, Joe  Biden",
            ["Joe\u00a0Biden", "Joe\nBiden", "Joe  Biden"],
        ),
        ("Joe Biden", "Joe BIDEN et JOE BIDEN", ["Joe BIDEN", "JOE BIDEN"]),
        (
            "États-Unis",
            "Les Etats-Unis, les ÉTATS-UNIS, les ETATS-UNIS, les états unis",
            ["Etats-Unis", "ÉTATS-UNIS", "ETATS-UNIS"],
        ),
        ("SUEDE", "la Suède", ["Suède"]),
        ("euro (€)", "un euro (€)", ["euro (€)"]),
        ("€", "50 €", ["€"]),
    ],
)
def test_the_same_words_are_found_however_they_are_written(words: str, text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Tornado", "Tornado, tornado, TORNADO", ["Tornado", "TORNADO"]),
        ("tornado", "un tornado ; le Tornado. Tornado !", ["tornado", "Tornado"]),
        ("tornado", "un TORNADO", ["TORNADO"]),
        ("Chine", "La Chine, la chine, LA CHINE", ["Chine", "CHINE"]),
        ("OTAN", "L'OTAN, l'Otan, l'otan", ["OTAN", "Otan"]),
        ("sol", "SOL et sol", ["sol"]),
        ("chars Leopard", "Chars Leopard. CHARS LEOPARD, des Chars Leopard", ["Chars Leopard", "CHARS LEOPARD"]),
    ],
)
def test_capitals_tell_names_from_common_nouns(words: str, text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


def test_a_surface_is_never_found_inside_a_token() -> None:
    text = "anti-OTAN et l'OTAN"
    glued = word_grid(text)
    assert len(occurrences(Surface("OTAN"), text, glued)) == 2
    glued = type(glued).of([(0, 9), *zip(glued.starts[3:], glued.ends[3:], strict=True)])
    assert occurrences(Surface("OTAN"), text, glued) == [(15, 19)]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Missiles", 0, True),
        ("Non. Missiles", 5, True),
        ("Non.\nMissiles", 5, True),
        ("Il dit : « Missiles »", 11, True),
        ("« Non. » Missiles", 9, True),
        ("– Missiles", 2, True),
        ("Des Missiles", 4, False),
        ("U.S.Missiles", 4, False),
        ("anti-Missiles", 5, False),
    ],
)
def test_the_beginning_of_a_sentence_is_told(text: str, at: int, expected: bool) -> None:
    assert begins_sentence(text, at) is expected


def test_a_capital_that_only_the_sentence_asks_for_is_no_name() -> None:
    text = "Missiles tirés. Des missiles. MISSILES"
    surface = surface_at(text, word_grid(text), 0, 8)
    assert surface == Surface("Missiles", begins=True)
    assert found("Missiles", text, begins=True) == ["Missiles", "missiles", "MISSILES"]
    text = "Tornado vole. Un Tornado, une tornado."
    assert surface_at(text, word_grid(text), 0, 7) == Surface("Tornado")
    assert surface_at(text, word_grid(text), 17, 24) == Surface("Tornado")


def test_an_index_is_asked_for_every_form_of_every_word() -> None:
    assert searched_words(Surface("l’Armée")) == [("l",), ("armée", "armées")]
    assert phrases([("char", "chars"), ("leopard", "leopards"), ("2",)])[1] == ("char", "leopards", "2")
    assert phrases([("a", "b")] * 7) == []
    assert searched_words(Surface("€")) == []
    assert searched_words(Surface("Ελλάδα")) == []
    assert searched_words(Surface("q̇a")) == []


_WORDS = (
    "Ukraine|ukraine|UKRAINE|missile|missiles|Missiles|MISSILES|char|chars|Leopard|2|20|l’|d'|qu’|États-Unis|Etats-Unis"
    "|Chine|chine| | |\u00a0|\n|\n\n|. |, |« | »|-|\u2011|bateau|bateaux|arsenal|arsenaux|Otan|OTAN|€"
)
_VOCABULARY = _WORDS.split("|")


def texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=14).map("".join)


@given(texts(), st.data())
def test_a_span_is_among_the_occurrences_of_its_own_surface(text: str, data: st.DataObject) -> None:
    grid = word_grid(text)
    assume(len(grid))
    first = data.draw(st.integers(0, len(grid) - 1))
    last = data.draw(st.integers(first, min(first + 3, len(grid) - 1)))
    start, end = grid.starts[first], grid.ends[last]
    assume(text[start:end] == text[start:end].strip() != "" and "\n\n" not in text[start:end])
    there = occurrences(surface_at(text, grid, start, end), text, grid)
    assert any(at < end and start < to for at, to in there)
    assert all(before[1] <= after[0] for before, after in pairwise(there))
    assert all(grid.holds(*each) for each in there)


@given(texts(), texts())
def test_what_is_found_is_what_each_run_of_tokens_alone_says(words: str, text: str) -> None:
    words = words.strip()
    assume(words and "\n\n" not in words)
    grid = word_grid(text)
    surface = Surface(words)
    runs = [(at, to) for at in grid.starts for to in grid.ends if at < to]
    # Cut off from what stands before it every run begins a sentence, so that the rest is compared.
    alone = [(at, to) for at, to in runs if begins_sentence(text, at) and _whole(surface, text[at:to])]
    expected, free = [], 0
    for at, to in sorted(alone, key=lambda run: (run[0], -run[1])):
        if at >= free:
            expected.append((at, to))
            free = to
    assert [each for each in occurrences(surface, text, grid) if begins_sentence(text, each[0])] == expected


def _whole(surface: Surface, run: str) -> bool:
    return occurrences(surface, run, word_grid(run)) == [(0, len(run))]


@given(st.sampled_from(_VOCABULARY), st.sampled_from(_VOCABULARY))
def test_common_nouns_find_one_another_both_ways(one: str, other: str) -> None:
    if one.islower() and other.islower() and one.isalpha() and other.isalpha():
        assert (found(one, other) == [other]) is (found(other, one) == [one])


@given(texts(), st.data())
def test_every_occurrence_holds_the_words_an_index_is_asked_for(text: str, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from([each for each in _VOCABULARY if each.strip()]))
    asked = searched_words(Surface(words))
    for run in found(words, text):
        folded = _fold(run).replace("-", " ").replace("\u2011", " ").split()
        for word, forms in zip(folded, asked, strict=False):
            assert word.strip("’'€") in [_fold(form) for form in forms]


def _fold(words: str) -> str:
    return words.lower().replace("é", "e")
