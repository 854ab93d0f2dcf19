from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.evaluation import Counts, GoldSpan, Measures, Outcome, Tally, evaluate
from annotator.core.suggestions import Proposal, Tier
from annotator.core.wording import Wording

TEXT = "Le président Joe Biden a promis 800 millions de dollars à l'Ukraine et à la Pologne."


def proposal(start: int, end: int, label: str, rule: str = "a.rule", tier: Tier = Tier.SURE) -> Proposal:
    return Proposal(start, end, label, rule, Wording("why", "pourquoi"), tier)


def gold(shown: str, label: str) -> GoldSpan:
    start = TEXT.index(shown)
    return GoldSpan(start, start + len(shown), label)


GOLD = [
    gold("Joe Biden", "leader"),
    gold("800 millions de dollars", "sum"),
    gold("Ukraine", "country"),
    gold("Pologne", "country"),
]


def as_proposals(spans: list[GoldSpan]) -> list[Proposal]:
    return [proposal(*span) for span in spans]


def test_perfect_suggestions_cost_one_decision_a_span() -> None:
    result = evaluate([("a", TEXT, GOLD, as_proposals(GOLD))])
    assert result.micro == Counts(right=4, near=0, proposed=4, gold=4)
    assert result.micro.exact == Measures(1.0, 1.0, 1.0)
    assert result.mistakes == ()
    assert result.cost == 1.0


def test_no_suggestions_cost_two_decisions_a_span() -> None:
    result = evaluate([("a", TEXT, GOLD, [])])
    assert result.cost == 2.0
    assert result.micro.exact == Measures(None, 0.0, 0.0)
    assert [mistake.outcome for mistake in result.mistakes] == [Outcome.MISSED] * 4


def test_a_wrong_boundary_counts_half_in_the_partial_measures_and_nothing_in_the_exact_ones() -> None:
    biden = gold("Biden", "leader")
    result = evaluate([("a", TEXT, GOLD[:1], as_proposals([biden]))])
    assert result.labels["leader"].exact == Measures(0.0, 0.0, 0.0)
    assert result.labels["leader"].partial == Measures(0.5, 0.5, 0.5)
    assert [mistake.outcome for mistake in result.mistakes] == [Outcome.BOUNDARY]
    assert result.cost == 2.0


def test_a_wrong_label_is_one_mistake_and_one_decision() -> None:
    result = evaluate([("a", TEXT, [gold("Ukraine", "country")], as_proposals([gold("Ukraine", "alliance")]))])
    (mistake,) = result.mistakes
    assert mistake.outcome is Outcome.LABEL
    assert mistake.gold is not None
    assert mistake.proposal is not None
    assert (mistake.gold.label, mistake.proposal.label) == ("country", "alliance")
    assert result.cost == 1.0
    assert result.labels["alliance"] == Counts(0, 0, 1, 0)
    assert result.labels["country"] == Counts(0, 0, 0, 1)


def test_mistakes_show_the_text_around_them() -> None:
    (mistake,) = evaluate([("the name", TEXT, [], as_proposals([gold("Pologne", "country")]))]).mistakes
    assert mistake.article == "the name"
    assert mistake.outcome is Outcome.WRONG
    assert mistake.before.endswith("et à la ")
    assert (mistake.shown, mistake.after) == ("Pologne", ".")


def test_tiers_and_rules_are_tallied_apart() -> None:
    proposals = [
        proposal(*GOLD[0], rule="leader.title"),
        proposal(*GOLD[1], rule="sum.words", tier=Tier.LIKELY),
        proposal(0, 2, "leader", "leader.title", Tier.UNSURE),
    ]
    result = evaluate([("a", TEXT, GOLD, sorted(proposals, key=lambda each: each.start))])
    assert result.tiers == {"sure": Tally(1, 0), "likely": Tally(1, 0), "unsure": Tally(0, 1)}
    assert result.rules == {"leader.title": Tally(1, 1), "sum.words": Tally(1, 0)}
    assert result.rules["leader.title"].precision == pytest.approx(0.5)


def test_nothing_at_all_is_no_division_by_zero() -> None:
    result = evaluate([("a", "", [], [])])
    assert result.cost is None
    assert result.micro.exact == Measures(None, None, None)
    assert result.articles == 1


spans = st.lists(st.integers(0, 40), unique=True, max_size=12).map(
    lambda cuts: [
        (start, end) for start, end in zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False) if start < end
    ]
)


@given(spans, spans)
def test_counts_always_add_up(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    golden = [GoldSpan(start, end, "country") for start, end in first]
    proposals = [proposal(start, end, "country") for start, end in second]
    result = evaluate([("a", "x" * 50, golden, proposals)])
    counts = result.micro
    assert (counts.gold, counts.proposed) == (len(golden), len(proposals))
    assert counts.right == len({(s.start, s.end) for s in golden} & {(p.start, p.end) for p in proposals})
    assert counts.right + counts.near <= min(counts.gold, counts.proposed)
    assert (counts.partial.f1 or 0) >= (counts.exact.f1 or 0)
    assert len(result.mistakes) == counts.near + (counts.gold - counts.right - counts.near) + (
        counts.proposed - counts.right - counts.near
    )
