from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.agreement import Agreement, Difference, Labelled, agreement, pairs, undefined_words
from annotator.core.token_agreement import TokenCounts
from annotator.core.tokens import TokenGrid

GRID = TokenGrid.of((4 * token, 4 * token + 3) for token in range(10))
ANA = [(0, 3, "leader"), (8, 15, "weapon"), (20, 23, "country"), (32, 35, "sum")]
BEN = [(0, 3, "leader"), (8, 11, "weapon"), (20, 23, "alliance"), (28, 31, "country")]


@st.composite
def _spans(draw: st.DrawFn) -> list[Labelled]:
    edges = sorted(draw(st.sets(st.integers(0, 9), max_size=8)))
    labels = draw(st.lists(st.sampled_from(["leader", "country"]), min_size=4, max_size=4))
    return [(4 * one, 4 * two + 3, label) for one, two, label in zip(edges[::2], edges[1::2], labels, strict=False)]


def test_each_place_is_told() -> None:
    assert [pair.difference for pair in pairs(ANA, BEN)] == [
        Difference.NONE,
        Difference.BOUNDARY,
        Difference.LABEL,
        Difference.ONLY_SECOND,
        Difference.ONLY_FIRST,
    ]


def test_a_case_counted_by_hand() -> None:
    ours = agreement([(GRID, ANA, BEN)])
    assert ours.exact.f1 == pytest.approx(2 * 1 / 8)
    assert ours.partial.f1 == pytest.approx(2 * (2 + 0.5) / 8)  # leader and the relabelled place, half the weapon
    assert ours.labels["weapon"].exact.f1 == 0
    assert ours.labels["weapon"].partial.f1 == pytest.approx(0.5)
    assert ours.labels["sum"].exact.recall is None
    assert ours.confusion["country", "alliance"] == 1
    assert ours.confusion["sum", ""] == 1
    # Ten tokens, six alike: leader, one of weapon, and five without a label.
    # By chance: leader .01, weapon .2 × .1, country .1 × .1, nothing .5 × .6, that is .34.
    assert ours.tokens.kappa == pytest.approx((0.6 - 0.34) / (1 - 0.34))


def test_three_annotators_by_hand() -> None:
    counts = TokenCounts()
    grid = TokenGrid.of([(0, 1), (2, 3)])
    counts.add(grid, [[(0, 1, "sum")], [(0, 1, "sum")], []])
    # Of the first token one pair in three agrees, of the second all three: 2 of 6 values are "sum", 4 are nothing.
    assert counts.alpha == pytest.approx(1 - 5 * 2 / (36 - 4 - 16))


@given(first=_spans(), second=_spans())
def test_who_is_called_first_makes_no_difference(first: list[Labelled], second: list[Labelled]) -> None:
    one, other = agreement([(GRID, first, second)]), agreement([(GRID, second, first)])
    assert one.exact.f1 == other.exact.f1
    assert one.partial.f1 == other.partial.f1
    assert one.exact.precision == other.exact.recall
    assert one.tokens.kappa == pytest.approx(other.tokens.kappa)
    assert one.tokens.alpha == pytest.approx(other.tokens.alpha)
    assert {(b, a): count for (a, b), count in one.confusion.items()} == dict(other.confusion)


@given(spans=_spans())
def test_with_oneself_one_agrees(spans: list[Labelled]) -> None:
    ours = agreement([(GRID, spans, spans)])
    assert ours.exact.f1 == ours.partial.f1 == (1 if spans else None)
    assert ours.tokens.kappa in (None, 1)
    assert ours.tokens.alpha in (None, 1)
    assert set(ours.differences) <= {Difference.NONE}


@given(articles=st.lists(st.tuples(_spans(), _spans()), max_size=4), order=st.randoms())
def test_the_order_of_articles_makes_no_difference(
    articles: list[tuple[list[Labelled], list[Labelled]]], order
) -> None:
    one = agreement((GRID, *each) for each in articles)
    order.shuffle(articles)
    other = agreement((GRID, *each) for each in articles)
    assert (one.exact, one.partial, one.confusion) == (other.exact, other.partial, other.confusion)
    assert one.tokens.kappa == pytest.approx(other.tokens.kappa)


@given(first=_spans(), second=_spans())
def test_every_span_is_in_one_pair(first: list[Labelled], second: list[Labelled]) -> None:
    found = list(pairs(first, second))
    assert sorted(each.first for each in found if each.first) == first
    assert sorted(each.second for each in found if each.second) == second
    assert [each.start for each in found] == sorted(each.start for each in found)
    for pair in found:
        if pair.first and pair.second:
            assert max(pair.first[0], pair.second[0]) < min(pair.first[1], pair.second[1])


@given(first=_spans(), second=_spans())
def test_pairs_do_not_depend_on_who_is_called_first(first: list[Labelled], second: list[Labelled]) -> None:
    swapped = {Difference.ONLY_FIRST: Difference.ONLY_SECOND, Difference.ONLY_SECOND: Difference.ONLY_FIRST}
    turned = [(swapped.get(pair.difference, pair.difference), pair.second, pair.first) for pair in pairs(second, first)]
    assert list(pairs(first, second)) == turned


@given(first=_spans(), second=_spans())
def test_a_label_has_the_pairs_that_its_spans_alone_have(first: list[Labelled], second: list[Labelled]) -> None:
    together = agreement([(GRID, first, second)])
    for label, counts in together.labels.items():
        alone = [[each for each in spans if each[2] == label] for spans in (first, second)]
        assert counts == agreement([(GRID, *alone)]).labels[label]


def test_like_is_paired_with_like() -> None:
    emmanuel_macron = (0, 15, "leader")
    assert list(pairs([emmanuel_macron], [(0, 8, "country"), (9, 15, "leader")])) == [
        (Difference.ONLY_SECOND, None, (0, 8, "country")),
        (Difference.BOUNDARY, emmanuel_macron, (9, 15, "leader")),
    ]


def test_the_partial_measure_pairs_places_whatever_their_labels() -> None:
    first = [(0, 11, "sum"), (12, 19, "leader")]
    second = [(8, 15, "leader"), (16, 19, "sum")]  # like with like leaves two of them alone
    ours = agreement([(GRID, first, second)])
    assert [pair.difference for pair in pairs(first, second)] == [
        Difference.ONLY_FIRST,
        Difference.BOUNDARY,
        Difference.ONLY_SECOND,
    ]
    assert ours.partial.f1 == pytest.approx(0.5)


def test_what_is_not_defined_is_said_and_never_a_number() -> None:
    empty = Agreement()
    empty.add(GRID, [], [])
    assert empty.exact.f1 is None
    assert empty.tokens.kappa is None
    assert empty.tokens.alpha is None
    assert "chance" in undefined_words("kappa", first=0, second=0).en
    assert "neither" in undefined_words("f1", first=0, second=0).en
    assert "the first" in undefined_words("precision", first=0, second=2).en
