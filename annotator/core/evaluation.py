"""How well suggestions agree with spans that people settled on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from annotator.core.suggestions import Proposal

_CONTEXT = 60


class GoldSpan(NamedTuple):
    """A span people settled on: half-open range of code points and id of its label."""

    start: int
    end: int
    label: str


class Outcome(StrEnum):
    """What became of a gold span or a proposal."""

    RIGHT = "right"
    BOUNDARY = "boundary"
    LABEL = "label"
    MISSED = "missed"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many spans were found.

    Attributes:
        right: proposals equal to a gold span: same start, end and label.
        near: proposals paired with a gold span of the same label that they only overlap.
        proposed: all proposals.
        gold: all gold spans.
    """

    right: int = 0
    near: int = 0
    proposed: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.near + other.near, self.proposed + other.proposed, self.gold + other.gold
        )

    @property
    def exact(self) -> Measures:
        """Measures in which only equal spans count."""
        return Measures.of(float(self.right), proposed=self.proposed, gold=self.gold)

    @property
    def partial(self) -> Measures:
        """Measures of SemEval-2013 task 9, scheme *partial*, within one label.

        Each gold span is paired with at most one proposal of the same label: an equal one counts 1, one that only
        overlaps counts 0.5.
        """
        return Measures.of(self.right + 0.5 * self.near, proposed=self.proposed, gold=self.gold)


@dataclass(frozen=True, slots=True)
class Measures:
    """Precision, recall and their harmonic mean, each between 0 and 1.

    Precision is None where nothing was proposed, recall where there was nothing to find, F1 where both are missing or
    zero leaves it undefined.
    """

    precision: float | None
    recall: float | None
    f1: float | None

    @classmethod
    def of(cls, credit: float, *, proposed: int, gold: int) -> Measures:
        """Compute the measures from the credit earned and the numbers of proposals and gold spans."""
        return cls(
            credit / proposed if proposed else None,
            credit / gold if gold else None,
            2 * credit / (proposed + gold) if proposed + gold else None,
        )


class Tally(NamedTuple):
    """How many proposals of one tier or rule were right, and how many were not."""

    right: int
    wrong: int

    @property
    def precision(self) -> float | None:
        """Share of the proposals that were right, or None where there were none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None


@dataclass(frozen=True, slots=True)
class Mistake:
    """One disagreement, with the text around it.

    Attributes:
        article: name of the article.
        outcome: what is wrong: missed, wrong, or right but for its boundaries or its label.
        before: up to 60 characters before the span.
        shown: the characters of the span: of the proposal where there is one, else of the gold span.
        after: up to 60 characters after it.
        gold: the gold span, or None where nothing should have been proposed.
        proposal: the proposal, or None where it is missing.
    """

    article: str
    outcome: Outcome
    before: str
    shown: str
    after: str
    gold: GoldSpan | None
    proposal: Proposal | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result over all articles.

    Attributes:
        labels: counts by label, in the order in which labels first appear.
        tiers: right and wrong proposals by tier.
        rules: right and wrong proposals by rule.
        mistakes: every disagreement, in the order of the articles and of the text.
        cost: decisions a person needs to come from the suggestions to the gold, divided by the gold spans: one for each
            proposal accepted, rejected or relabelled, two (a drag and a key) for each missing span and each corrected
            boundary. 1 is perfect, 2 is what drawing everything by hand costs; None without gold spans.
        articles: how many articles were read.
    """

    labels: Mapping[str, Counts]
    tiers: Mapping[str, Tally]
    rules: Mapping[str, Tally]
    mistakes: Sequence[Mistake]
    cost: float | None
    articles: int

    @property
    def micro(self) -> Counts:
        """Counts over all labels together."""
        return sum(self.labels.values(), Counts())


@dataclass(slots=True)
class _Sums:
    labels: dict[str, Counts] = field(default_factory=dict)
    tiers: dict[str, Tally] = field(default_factory=dict)
    rules: dict[str, Tally] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    decisions: int = 0
    articles: int = 0


_DECISIONS = {Outcome.RIGHT: 1, Outcome.WRONG: 1, Outcome.LABEL: 1, Outcome.MISSED: 2, Outcome.BOUNDARY: 2}


def evaluate(articles: Iterable[tuple[str, str, Sequence[GoldSpan], Sequence[Proposal]]]) -> Evaluation:
    """Compare proposals with gold spans.

    Args:
        articles: name, text, gold spans and proposals of each; both sequences sorted and without overlaps.
    """
    sums = _Sums()
    for name, text, gold, proposals in articles:
        sums.articles += 1
        for pair in _pairs(gold, proposals):
            _count(sums, name, text, *pair)
    total = sum((counts.gold for counts in sums.labels.values()), 0)
    return Evaluation(
        MappingProxyType(sums.labels),
        MappingProxyType(sums.tiers),
        MappingProxyType(sums.rules),
        tuple(sums.mistakes),
        sums.decisions / total if total else None,
        sums.articles,
    )


def _pairs(
    gold: Sequence[GoldSpan], proposals: Sequence[Proposal]
) -> list[tuple[Outcome, GoldSpan | None, Proposal | None]]:
    """Pair each gold span with at most one proposal: an equal one, else one of its label, else one of its range."""
    open_gold = list(gold)
    open_proposals = list(proposals)
    paired: list[tuple[Outcome, GoldSpan | None, Proposal | None]] = []
    for outcome in (Outcome.RIGHT, Outcome.BOUNDARY, Outcome.LABEL):
        for span in list(open_gold):
            match = next((each for each in open_proposals if _fits(outcome, span, each)), None)
            if match is not None:
                open_gold.remove(span)
                open_proposals.remove(match)
                paired.append((outcome, span, match))
    paired += [(Outcome.MISSED, span, None) for span in open_gold]
    paired += [(Outcome.WRONG, None, each) for each in open_proposals]
    paired.sort(key=lambda pair: _place(pair[1], pair[2]))
    return paired


def _place(span: GoldSpan | None, proposal: Proposal | None) -> tuple[int, int]:
    if proposal is not None:
        return proposal.start, proposal.end
    return (span.start, span.end) if span is not None else (0, 0)


def _fits(outcome: Outcome, span: GoldSpan, proposal: Proposal) -> bool:
    same_range = (span.start, span.end) == (proposal.start, proposal.end)
    if outcome is Outcome.RIGHT:
        return same_range and span.label == proposal.label
    if outcome is Outcome.LABEL:
        return same_range
    return span.label == proposal.label and span.start < proposal.end and proposal.start < span.end


def _count(
    sums: _Sums, name: str, text: str, outcome: Outcome, span: GoldSpan | None, proposal: Proposal | None
) -> None:
    sums.decisions += _DECISIONS[outcome]
    right = outcome is Outcome.RIGHT
    if span is not None:
        near = int(outcome is Outcome.BOUNDARY)
        sums.labels[span.label] = sums.labels.get(span.label, Counts()) + Counts(int(right), near, 0, 1)
    if proposal is not None:
        sums.labels[proposal.label] = sums.labels.get(proposal.label, Counts()) + Counts(0, 0, 1, 0)
        for tallies, key in ((sums.tiers, str(proposal.tier)), (sums.rules, proposal.rule)):
            tally = tallies.get(key, Tally(0, 0))
            tallies[key] = Tally(tally.right + right, tally.wrong + (not right))
    if not right:
        start, end = _place(span, proposal)
        sums.mistakes.append(
            Mistake(
                name,
                outcome,
                text[max(0, start - _CONTEXT) : start],
                text[start:end],
                text[end : end + _CONTEXT],
                span,
                proposal,
            )
        )
