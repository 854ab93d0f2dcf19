"""How far two annotators mean the same: their spans paired and counted.

For spans F1 is the usual measure, as there is no number of cases in which both saw nothing: exact as in CoNLL-2003, and
partial as in SemEval-2013 task 9. Cohen's κ and Krippendorff's α need such cases and therefore count tokens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from annotator.core.evaluation import Measures
from annotator.core.token_agreement import TokenCounts
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
    """Yield what two annotators drew in one text, place by place, by where each place starts.

    Each span is paired with at most one that it overlaps: with an equal one, else with one of its label, else with any,
    from left to right. Whoever is called first gets the same pairs.

    Args:
        first: spans in text order, without overlaps.
        second: the same of the other annotator.
    """
    one = two = 0
    while one < len(first) or two < len(second):
        if one < len(first) and two < len(second) and first[one][:2] == second[two][:2]:  # mostly
            yield Pair(_difference(first[one], second[two]), first[one], second[two])
            one, two = one + 1, two + 1
            continue
        begin_one, begin_two = one, two
        # What overlaps, directly or through others, is paired together.
        end = min(each[0] for each in (*first[one : one + 1], *second[two : two + 1])) + 1
        while True:
            if one < len(first) and first[one][0] < end:
                end = max(end, first[one][1])
                one += 1
            elif two < len(second) and second[two][0] < end:
                end = max(end, second[two][1])
                two += 1
            else:
                break
        if one - begin_one <= 1 and two - begin_two <= 1:
            yield from _from_left_to_right(first[begin_one:one], second[begin_two:two])
        else:
            yield from _like_to_like(first[begin_one:one], second[begin_two:two])


def _like_to_like(first: Sequence[Labelled], second: Sequence[Labelled]) -> list[Pair]:
    """Pair spans of the same label before all others."""
    found = [
        pair
        for label in dict.fromkeys(each[2] for each in first)
        for pair in _from_left_to_right(
            [each for each in first if each[2] == label], [each for each in second if each[2] == label]
        )
        if pair.first and pair.second
    ]
    firsts, seconds = {pair.first for pair in found}, {pair.second for pair in found}
    found += _from_left_to_right(
        [each for each in first if each not in firsts], [each for each in second if each not in seconds]
    )
    return sorted(found, key=lambda pair: (pair.start, pair.end))


def _from_left_to_right(first: Sequence[Labelled], second: Sequence[Labelled]) -> Iterator[Pair]:
    """Pair each span with the first that it overlaps and that is still alone; no pairing has more pairs.

    As spans of one annotator do not overlap, an equal one is never lost to another.
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


@dataclass(frozen=True, slots=True)
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
class Agreement:
    """How far two annotators agree on the articles that both of them worked on.

    Attributes:
        articles: how many articles were compared.
        counts: how many pairs there are of each difference and each two labels, that of the first annotator before;
            ``""`` where one drew nothing.
        meeting: how many pairs can be made at most of spans that overlap, whatever their labels.
        tokens: labels of tokens.
    """

    articles: int = 0
    counts: Counter[tuple[Difference, str, str]] = field(default_factory=Counter)
    meeting: int = 0
    tokens: TokenCounts = field(default_factory=TokenCounts)

    def add(self, grid: TokenGrid, first: Sequence[Labelled], second: Sequence[Labelled]) -> list[Pair]:
        """Count one article, and return what is at each place of it."""
        found = list(pairs(first, second))
        self.articles += 1
        self.tokens.add(grid, (first, second))
        self.counts.update((kind, one[2] if one else "", two[2] if two else "") for kind, one, two in found)
        kinds = {pair.difference for pair in found}
        if kinds >= {Difference.BOUNDARY, Difference.ONLY_FIRST, Difference.ONLY_SECOND}:
            # Only then may like have been paired with like at the cost of another pair.
            found_blind = _from_left_to_right(first, second)
            self.meeting += sum(pair.first is not None and pair.second is not None for pair in found_blind)
        else:
            self.meeting += sum(one is not None and two is not None for _, one, two in found)
        return found

    @property
    def labels(self) -> dict[str, SpanCounts]:
        """Counts of spans by label, sorted; of a label only its own spans are paired."""
        known = sorted({label for _, one, two in self.counts for label in (one, two) if label})
        return {label: self._of(label) for label in known}

    def _of(self, label: str) -> SpanCounts:
        return SpanCounts(
            sum(count for (_, one, _), count in self.counts.items() if one == label),
            sum(count for (_, _, two), count in self.counts.items() if two == label),
            self.counts[Difference.NONE, label, label],
            self.counts[Difference.BOUNDARY, label, label],
        )

    @property
    def places(self) -> SpanCounts:
        """Counts of all spans, whatever their labels: for the partial measure over all labels."""
        same = self.differences[Difference.NONE] + self.differences[Difference.LABEL]
        return SpanCounts(
            sum(count for (_, one, _), count in self.counts.items() if one),
            sum(count for (_, _, two), count in self.counts.items() if two),
            same,
            self.meeting - same,
        )

    @property
    def differences(self) -> Counter[Difference]:
        """How many pairs differ in which way; those that do not are among them."""
        found = Counter[Difference]()
        for (kind, _, _), count in self.counts.items():
            found[kind] += count
        return found

    @property
    def confusion(self) -> Counter[tuple[str, str]]:
        """How many pairs have which two labels; ``""`` where the other annotator drew nothing."""
        found = Counter[tuple[str, str]]()
        for (_, one, two), count in self.counts.items():
            found[one, two] += count
        return found

    @property
    def exact(self) -> Measures:
        """Measures over all labels in which a pair counts where start, end and label are the same."""
        places = self.places
        equal = self.differences[Difference.NONE]
        return Measures.of(float(equal), proposed=places.first, gold=places.second)

    @property
    def partial(self) -> Measures:
        """Measures over all labels in which places count and labels do not, as SemEval-2013 has it (*partial*)."""
        return self.places.partial


def agreement(articles: Iterable[tuple[TokenGrid, Sequence[Labelled], Sequence[Labelled]]]) -> Agreement:
    """Compare the spans of two annotators in some articles: the tokens of each, and both annotators' spans."""
    result = Agreement()
    for grid, first, second in articles:
        result.add(grid, first, second)
    return result


def undefined_words(measure: str, *, first: int, second: int) -> Wording:
    """Say why a measure that is None is not defined.

    Args:
        measure: ``"f1"``, ``"precision"``, ``"recall"``, ``"kappa"`` or ``"alpha"``.
        first: how many such spans the first annotator drew.
        second: how many the second did.
    """
    if measure in ("kappa", "alpha"):
        return Wording(
            "not defined: every token has the same label in all annotations, so chance alone explains all",
            "non défini : chaque mot porte la même étiquette dans toutes les annotations, le hasard explique donc tout",
        )
    if measure == "precision" and second and not first:
        return Wording("not defined: the first drew no such span", "non défini : le premier n'en a fait aucune")
    if measure == "recall" and first and not second:
        return Wording("not defined: the second drew no such span", "non défini : le second n'en a fait aucune")
    return Wording("not defined: neither drew such a span", "non défini : aucun des deux n'en a fait")
