from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.nlp import similarity
from annotator.nlp.similarity import NEAR, SAME_STORY, near_pairs, signature


def text(seed: int, *, of: int = 300) -> list[str]:
    return [f"mot{number}" for number in random.Random(seed).choices(range(20_000), k=of)]


def changed(words: list[str], count: int) -> list[str]:
    rng = random.Random(count)
    other = list(words)
    for _ in range(count):
        other[rng.randrange(len(other))] = f"neuf{rng.randrange(10**6)}"
    return other


def test_case_accents_and_marks_do_not_matter() -> None:
    assert signature("L’été à Kyiv, dit-on !") == signature("l ete a KYIV dit on")
    assert len(signature("")) == len(signature("un")) == 4 * 128


@pytest.mark.parametrize("at_least", [NEAR, SAME_STORY])
def test_an_agencys_dispatch_is_found_in_what_newspapers_made_of_it(at_least: float) -> None:
    dispatch = text(1)
    texts = [dispatch, text(2), changed(dispatch, 10), text(3), [*dispatch, *text(4, of=40)], text(5)]
    found = list(near_pairs([signature(" ".join(each)) for each in texts], at_least=at_least))
    assert [(one, two) for one, two, _ in found] == [(0, 2), (0, 4), (2, 4)]
    assert all(share >= at_least for _, _, share in found)


def test_a_story_told_in_part_in_the_same_words_is_no_near_duplicate() -> None:
    shared = text(1, of=120)
    made = [signature(" ".join(shared + text(seed, of=100))) for seed in (2, 3)]
    assert len(list(near_pairs(made, at_least=SAME_STORY))) == 1
    assert list(near_pairs(made, at_least=NEAR)) == []


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 40)), max_size=12), st.sampled_from([NEAR, SAME_STORY]))
def test_pairs_are_those_that_share_so_much(members: list[tuple[int, int]], at_least: float) -> None:
    made = [signature(" ".join(changed(text(family, of=80), count))) for family, count in members]
    found = {(one, two): share for one, two, share in near_pairs(made, at_least=at_least)}
    for one in range(len(made)):
        for two in range(one + 1, len(made)):
            share = sum(made[one][at : at + 4] == made[two][at : at + 4] for at in range(0, 512, 4)) / 128
            if (one, two) in found:
                assert found[one, two] == pytest.approx(share)
            assert share < at_least + 0.2 or (one, two) in found  # so near, hardly any is missed
            assert share >= at_least or (one, two) not in found


def test_many_alike_are_in_one_chain_and_signatures_may_be_given_as_one() -> None:
    made = [signature(" ".join(changed(text(1), count % 3))) for count in range(500)]
    found = list(near_pairs(made))
    assert {place for pair in found for place in pair[:2]} == set(range(500))
    assert list(near_pairs(b"".join(made))) == found
    assert list(near_pairs([])) == list(near_pairs(b"")) == list(near_pairs(made[:1])) == []


def test_pairs_met_in_great_number_are_compared_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [signature(" ".join(changed(text(number % 7), number))) for number in range(60)]
    expected = list(near_pairs(made))
    monkeypatch.setattr(similarity, "_MOST_LIKELY", 3)
    monkeypatch.setattr(similarity, "_COMPARED_AT_ONCE", 2)
    assert list(near_pairs(made)) == expected
    assert expected
