"""How far two or more annotators mean the same: spans paired and counted, and tokens compared beyond chance.

For spans F1 is the usual measure, as there is no number of cases in which both saw nothing: exact as in CoNLL-2003, and
partial as in SemEval-2013 task 9. Cohen's κ and Krippendorff's α need such cases and therefore count tokens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from annotator.core.evaluation import Measures
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording

Labelled = tuple[int, int, str]
"""Start, end and label id of a span, in code points, half-open."""


class Difference(StrEnum):
    """How what two annotators drew at one place differs."""

    NONE = "none"
    LABEL = "label"
    BOUNDARY = "boundary"
    BOTH = "both"
    """They overlap, and neither place nor label is the same."""
    ONLY_FIRST = "only first"
    ONLY_SECOND = "only second"

    @property
    def wording(self) -> Wording:
        """What the difference is called."""
        return _DIFFERENCES[self]


_DIFFERENCES = {
    Difference.NONE: Wording("the same", "identique"),
    Difference.LABEL: Wording("another label", "autre étiquette"),
    Difference.BOUNDARY: Wording("other boundaries", "autres limites"),
    Difference.BOTH: Wording("other boundaries and another label", "autres limites et autre étiquette"),
    Difference.ONLY_FIRST: Wording("only the first", "le premier seul"),
    Difference.ONLY_SECOND: Wording("only the second", "le second seul"),
}


class Pair(NamedTuple):
    """What two annotators drew at one place; one of the two spans may be missing."""

    difference: Difference
    first: Labelled | None
    second: Labelled | None

    @property
    def start(self) -> int:
        """Where the first of them starts."""
        return min(each[0] for each in (self.first, self.second) if each is not None)

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return max(each[1] for each in (self.first, self.second) if each is not None)


def pairs(first: Sequence[Labelled], second: Sequence[Labelled]) -> Iterator[Pair]:
    """Yield what two annotators drew in one text, place by place, in text order.

    Each span is paired with at most one that it overlaps: from left to right with the first that is still alone. As
    spans of one annotator do not overlap, an equal one is never lost to another, no other pairing has more pairs, and
    whoever is called first gets the same numbers.

    Args:
        first: spans in text order, without overlaps.
        second: the same of the other annotator.
    """
    one = two = 0
    while one < len(first) or two < len(second):
        if two == len(second) or (one < len(first) and first[one][1] <= second[two][0]):
            yield Pair(Difference.ONLY_FIRST, first[one], None)
            one += 1
        elif one == len(first) or second[two][1] <= first[one][0]:
            yield Pair(Difference.ONLY_SECOND, None, second[two])
            two += 1
        else:
            yield Pair(_difference(first[one], second[two]), first[one], second[two])
            one, two = one + 1, two + 1


def _difference(first: Labelled, second: Labelled) -> Difference:
    same_place, same_label = first[:2] == second[:2], first[2] == second[2]
    if same_place:
        return Difference.NONE if same_label else Difference.LABEL
    return Difference.BOUNDARY if same_label else Difference.BOTH


@dataclass(slots=True)
class SpanCounts:
    """How many spans two annotators drew, and how many of them alike.

    Attributes:
        first: spans of the first annotator.
        second: spans of the second.
        equal: pairs with the same start, end and label.
        overlapping: pairs that only overlap.
    """

    first: int = 0
    second: int = 0
    equal: int = 0
    overlapping: int = 0

    @property
    def exact(self) -> Measures:
        """Measures in which equal pairs count, as CoNLL-2003 does; the second annotator is taken for the gold."""
        return Measures.of(float(self.equal), proposed=self.first, gold=self.second)

    @property
    def partial(self) -> Measures:
        """Measures in which a pair that only overlaps counts half, as SemEval-2013 task 9 does (*partial*)."""
        return Measures.of(self.equal + 0.5 * self.overlapping, proposed=self.first, gold=self.second)


@dataclass(slots=True)
class TokenCounts:
    """Labels of tokens as two or more annotators gave them; a token without a label has the label ``""``.

    Attributes:
        matrix: of the first two annotators: how many tokens the first gave one label and the second another.
        coincidences: how often two labels met on one token, over all pairs of annotators, each token weighing as much
            as it has annotators (Krippendorff 2011).
    """

    matrix: Counter[tuple[str, str]] = field(default_factory=Counter)
    coincidences: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, grid: TokenGrid, annotations: Sequence[Sequence[Labelled]]) -> None:
        """Count the tokens of one article in the annotations of two or more annotators who looked at it."""
        rows = [_labels_of_tokens(grid, spans) for spans in annotations]
        units = Counter(zip(*rows, strict=True))
        for labels, count in units.items():
            self.matrix[labels[0], labels[1]] += count
            found = Counter(labels)
            weight = count / (len(labels) - 1)
            for one, times in found.items():
                for other, others in found.items():
                    met = times * (others - (one == other))
                    if met:
                        self.coincidences[one, other] += met * weight

    @property
    def kappa(self) -> float | None:
        """Cohen's κ of the first two annotators; None where both gave every token one and the same label."""
        total = sum(self.matrix.values())
        if not total:
            return None
        firsts, seconds = Counter[str](), Counter[str]()
        for (one, other), count in self.matrix.items():
            firsts[one] += count
            seconds[other] += count
        observed = sum(count for (one, other), count in self.matrix.items() if one == other) / total
        expected = sum(count * seconds[label] for label, count in firsts.items()) / total**2
        return None if expected == 1 else (observed - expected) / (1 - expected)

    @property
    def alpha(self) -> float | None:
        """Krippendorff's α for nominal data; None where all gave every token one and the same label."""
        margins = Counter[str]()
        for (one, _), count in self.coincidences.items():
            margins[one] += count
        total = sum(margins.values())
        expected = total**2 - sum(count**2 for count in margins.values())
        if total <= 1 or not expected:
            return None
        differing = sum(count for (one, other), count in self.coincidences.items() if one != other)
        return 1 - (total - 1) * differing / expected


def _labels_of_tokens(grid: TokenGrid, spans: Iterable[Labelled]) -> list[str]:
    labels = [""] * len(grid)
    for start, end, label in spans:
        for token in grid.touching(start, end):
            labels[token] = label
    return labels


@dataclass(slots=True)
class Agreement:
    """How far two annotators agree on the articles that both of them worked on.

    Attributes:
        articles: how many articles were compared.
        labels: counts of spans by label; of a label only its own spans are paired.
        places: counts of all spans, whatever their labels: for the partial measure over all labels.
        equal: how many pairs have the same start, end and label.
        confusion: how many pairs have which two labels; ``""`` where the other annotator drew nothing.
        differences: how many pairs differ in which way.
        tokens: labels of tokens.
    """

    articles: int = 0
    labels: dict[str, SpanCounts] = field(default_factory=dict)
    places: SpanCounts = field(default_factory=SpanCounts)
    equal: int = 0
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    differences: Counter[Difference] = field(default_factory=Counter)
    tokens: TokenCounts = field(default_factory=TokenCounts)

    def add(self, grid: TokenGrid, first: Sequence[Labelled], second: Sequence[Labelled]) -> list[Pair]:
        """Count one article, and return what is at each place of it."""
        found = list(pairs(first, second))
        self.articles += 1
        self.tokens.add(grid, (first, second))
        for pair in found:
            self.differences[pair.difference] += 1
            self.confusion[_label(pair.first), _label(pair.second)] += 1
            self.equal += pair.difference is Difference.NONE
        _count(self.places, found, first, second, blind=True)
        for label in dict.fromkeys(each[2] for each in (*first, *second)):
            mine = [each for each in first if each[2] == label]
            theirs = [each for each in second if each[2] == label]
            _count(self.labels.setdefault(label, SpanCounts()), pairs(mine, theirs), mine, theirs)
        return found

    @property
    def exact(self) -> Measures:
        """Measures over all labels in which a pair counts where start, end and label are the same."""
        return Measures.of(float(self.equal), proposed=self.places.first, gold=self.places.second)

    @property
    def partial(self) -> Measures:
        """Measures over all labels in which places count and labels do not, as SemEval-2013 has it (*partial*)."""
        return self.places.partial


def _count(
    counts: SpanCounts,
    found: Iterable[Pair],
    first: Sequence[Labelled],
    second: Sequence[Labelled],
    *,
    blind: bool = False,
) -> None:
    counts.first += len(first)
    counts.second += len(second)
    equal = {Difference.NONE, Difference.LABEL} if blind else {Difference.NONE}
    for pair in found:
        if pair.first is not None and pair.second is not None:
            counts.equal += pair.difference in equal
            counts.overlapping += pair.difference not in equal


def _label(span: Labelled | None) -> str:
    return "" if span is None else span[2]


def agreement(articles: Iterable[tuple[TokenGrid, Sequence[Labelled], Sequence[Labelled]]]) -> Agreement:
    """Compare the spans of two annotators in some articles: the tokens of each, and both annotators' spans."""
    result = Agreement()
    for grid, first, second in articles:
        result.add(grid, first, second)
    return result


def undefined_words(measure: str, counts: Mapping[str, int]) -> Wording:
    """Say why a measure that is None is not defined.

    Args:
        measure: ``"f1"``, ``"precision"``, ``"recall"``, ``"kappa"`` or ``"alpha"``.
        counts: how many spans there are, as ``"first"`` and ``"second"``.
    """
    if measure in ("kappa", "alpha"):
        return Wording(
            "not defined: every token has the same label in all annotations, so chance alone explains all",
            "non défini : chaque mot porte la même étiquette dans toutes les annotations, le hasard explique donc tout",
        )
    if measure == "precision" and counts["second"]:
        return Wording("not defined: the first drew no such span", "non défini : le premier n'en a annoté aucune")
    if measure == "recall" and counts["first"]:
        return Wording("not defined: the second drew no such span", "non défini : le second n'en a annoté aucune")
    return Wording("not defined: neither drew such a span", "non défini : aucun des deux n'en a annoté")
