"""The policy that decides between candidates, as a table."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.nlp.components.conflicts import resolve
from annotator.nlp.reading import Candidate
from annotator.nlp.rules import catalogue

SHORT = Candidate(0, 6, "country", "country.name")
LONG = Candidate(0, 20, "alliance", "alliance.name")


@pytest.mark.parametrize(
    ("why", "candidates", "kept"),
    [
        (
            "apart, both stay",
            [SHORT, Candidate(7, 9, "sum", "sum.words")],
            [SHORT, Candidate(7, 9, "sum", "sum.words")],
        ),
        (
            "touching is not overlapping",
            [SHORT, Candidate(6, 9, "sum", "sum.words")],
            [SHORT, Candidate(6, 9, "sum", "sum.words")],
        ),
        ("the longer wins", [SHORT, LONG], [LONG]),
        (
            "the longer wins where they cross",
            [Candidate(0, 6, "leader", "leader.title"), Candidate(4, 12, "weapon", "weapon.kind")],
            [Candidate(4, 12, "weapon", "weapon.kind")],
        ),
        (
            "one between two longer ones makes room for both",
            [
                Candidate(0, 8, "sum", "sum.words"),
                Candidate(6, 12, "leader", "leader.title"),
                Candidate(10, 19, "weapon", "weapon.kind"),
            ],
            [Candidate(0, 8, "sum", "sum.words"), Candidate(10, 19, "weapon", "weapon.kind")],
        ),
        (
            "leader before country",
            [SHORT, Candidate(0, 6, "leader", "leader.mention")],
            [Candidate(0, 6, "leader", "leader.mention")],
        ),
        (
            "of one label the better tier gives the reason",
            [Candidate(0, 6, "leader", "leader.rank"), Candidate(0, 6, "leader", "leader.title")],
            [Candidate(0, 6, "leader", "leader.title")],
        ),
        ("kept out where covered", [SHORT, Candidate(0, 12, "not country", "country.within")], []),
        ("kept out where equal", [SHORT, Candidate(0, 6, "not country", "country.within")], []),
        ("kept out of its label only", [SHORT, Candidate(0, 12, "not leader", "leader.within")], [SHORT]),
        ("not kept out where it reaches further", [LONG, Candidate(0, 6, "not alliance", "alliance.within")], [LONG]),
        (
            "what keeps out takes no room",
            [Candidate(0, 12, "not country", "country.within"), Candidate(3, 9, "leader", "leader.title")],
            [Candidate(3, 9, "leader", "leader.title")],
        ),
        (
            "a project's entry wins over an equal one",
            [SHORT, Candidate(0, 6, "weapon", "project.entry")],
            [Candidate(0, 6, "weapon", "project.entry")],
        ),
        (
            "a project's entry is not kept out",
            [Candidate(0, 6, "country", "project.entry"), Candidate(0, 12, "not country", "country.within")],
            [Candidate(0, 6, "country", "project.entry")],
        ),
        ("a longer candidate wins over a project's entry", [LONG, Candidate(0, 6, "weapon", "project.entry")], [LONG]),
    ],
)
def test_policy(why: str, candidates: list[Candidate], kept: list[Candidate]) -> None:
    assert resolve(candidates) == kept, why
    assert resolve(candidates[::-1]) == kept, why


candidates = st.builds(
    lambda start, length, rule, out: Candidate(start, start + length, ("not " if out else "") + rule.label, rule.id),
    st.integers(0, 40),
    st.integers(1, 12),
    st.sampled_from([rule for rule in catalogue().values() if rule.label not in ("none", "any")]),
    st.booleans(),
)


@given(st.lists(candidates, max_size=30), st.randoms())
def test_what_stays_is_sorted_apart_and_the_same_in_any_order(found: list[Candidate], shuffler: object) -> None:
    kept = resolve(found)
    assert kept == sorted(kept)
    assert all(first.end <= second.start for first, second in itertools.pairwise(kept))
    assert set(kept) <= set(found)
    assert not any(each.label.startswith("not ") for each in kept)
    shuffler.shuffle(found)  # type: ignore[attr-defined]
    assert resolve(found) == kept
