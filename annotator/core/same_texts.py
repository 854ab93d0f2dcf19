"""Two texts that are nearly the same, side by side: which words are the same, and what differs in their spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from annotator.core.agreement import Difference, Labelled, pairs
from annotator.core.consistency import fold

_WORD = re.compile(r"[^\W_]+|[^\w\s]")


class SameWords:
    """Which run of one text says the same as a run of another.

    Args:
        first: one text.
        second: the other.
    """

    def __init__(self, first: str, second: str) -> None:
        self._texts = first, second
        words = [[match.span() for match in _WORD.finditer(text)] for text in self._texts]
        self._words = words
        folded = [
            [fold(text[start:end]) for start, end in spans] for text, spans in zip(self._texts, words, strict=True)
        ]
        matcher = SequenceMatcher(None, folded[0], folded[1])
        self._blocks = [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]

    def in_second(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a run of the first text stands in the second; None where it says something else."""
        return self._carry(start, end, 0)

    def in_first(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a run of the second text stands in the first; None where it says something else."""
        return self._carry(start, end, 1)

    def _carry(self, start: int, end: int, side: int) -> tuple[int, int] | None:
        mine, theirs = self._words[side], self._words[1 - side]
        first = bisect_right(mine, start, key=lambda each: each[1])
        last = bisect_right(mine, end - 1, key=lambda each: each[0]) - 1
        if first > last or mine[first][0] != start or mine[last][1] != end:
            return None
        at = bisect_right(self._blocks, first, key=lambda block: block[side]) - 1
        if at < 0:
            return None
        begin, other, size = self._blocks[at][side], self._blocks[at][1 - side], self._blocks[at][2]
        if last >= begin + size:
            return None
        return theirs[first - begin + other][0], theirs[last - begin + other][1]


class TextDifference(NamedTuple):
    """A place at which two texts say the same and do not have the same span.

    Attributes:
        difference: how they differ.
        first: the span of the first text; None where it has none.
        second: the span of the second text; None where it has none.
        second_in_first: where the span of the second would stand in the first text, with its label.
        first_in_second: where the span of the first would stand in the second text.
    """

    difference: Difference
    first: Labelled | None
    second: Labelled | None
    second_in_first: Labelled | None
    first_in_second: Labelled | None


class Comparison(NamedTuple):
    """What the spans of two texts have in common and what not.

    Attributes:
        agreeing: how many spans are the same.
        differences: where they are not.
    """

    agreeing: int
    differences: tuple[TextDifference, ...]


def compare(same: SameWords, first: Sequence[Labelled], second: Sequence[Labelled]) -> Comparison:
    """Compare the spans of two texts where both say the same.

    Args:
        same: which words are the same.
        first: spans of the first text, in text order, apart from one another.
        second: spans of the second.
    """
    carried = dict(_carried(first, same, forwards=True))
    back = dict(_carried(second, same, forwards=False))
    agreeing, differences = 0, []
    ordered = sorted(carried)
    for pair in pairs(ordered, sorted(back)):
        if pair.difference is Difference.NONE:
            agreeing += 1
            continue
        one = None if pair.first is None else carried[pair.first]
        two_in_first = None if pair.second is None else back[pair.second]
        differences.append(TextDifference(pair.difference, one, pair.second, two_in_first, pair.first))
    return Comparison(agreeing, tuple(differences))


def _carried(spans: Sequence[Labelled], same: SameWords, *, forwards: bool) -> Iterator[tuple[Labelled, Labelled]]:
    """Yield each span that has its counterpart: of the first text keyed by it, of the second the other way round."""
    for start, end, label in spans:
        place = same.in_second(start, end) if forwards else same.in_first(start, end)
        if place is not None:
            other = (*place, label)
            yield (other, (start, end, label)) if forwards else ((start, end, label), other)
