"""Where one annotator's work does not agree with itself: what is found, how telling it is, and what would mend it.

Four things are told (`Kind`): one surface with several labels; a surface labelled here and bare there; the same words
drawn with other edges; and the same text twice with other spans. What is found is judged by its counts alone: a surface
that forty spans call a country and one calls a leader is most likely a slip, one that is half this and half that is
most likely both. `Inconsistency.lopsidedness` says so in one number, by which lists are ordered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from math import sqrt
from typing import Any, Literal, NamedTuple
from unicodedata import combining, normalize

from annotator.core.agreement import Labelled
from annotator.core.wording import Wording


class Kind(StrEnum):
    """How work can fail to agree with itself."""

    LABELS = "labels"
    BARE = "bare"
    BOUNDARIES = "boundaries"
    TEXTS = "texts"

    @property
    def wording(self) -> Wording:
        """What the kind is called."""
        return _KINDS[self]


_KINDS = {
    Kind.LABELS: Wording("several labels", "plusieurs étiquettes"),
    Kind.BARE: Wording("labelled here, bare there", "étiqueté ici, nu ailleurs"),
    Kind.BOUNDARIES: Wording("other edges", "limites différentes"),
    Kind.TEXTS: Wording("same text, other spans", "même texte, autres annotations"),
}


class Variant(NamedTuple):
    """One of the ways in which the same thing was treated.

    Attributes:
        words: the words that are marked so, as one of the places has them; of a text, its title.
        label: id of their label; None where nothing is marked, and of a text.
        count: at how many places; of a text, how many spans it has that differ from those of the other.
    """

    words: str
    label: str | None
    times: int


class Inconsistency(NamedTuple):
    """Something that one annotator treated in more than one way.

    Attributes:
        kind: which way it is inconsistent.
        key: tells it from the others of its kind; it stays the same while counts change.
        surface: the words it is about, as one of the places has them; of a text, the title of the first.
        variants: how it was treated, the most frequent first; of a text, the first article and the second.
        agreeing: at how many places it was treated as most often; of a text, how many spans both have.
        deviating: at how many it was not.
        articles: of a text, the ids of both; otherwise empty.
    """

    kind: Kind
    key: str
    surface: str
    variants: tuple[Variant, ...]
    agreeing: int
    deviating: int
    articles: tuple[int, ...] = ()

    @property
    def majority(self) -> int | None:
        """Index of the variant that is more frequent than any other; None where two are, and for texts."""
        if self.kind is Kind.TEXTS or self.variants[0].times == self.variants[1].times:
            return None
        return 0

    @property
    def lopsidedness(self) -> float:
        """How likely the rarer treatment is a slip: the least share the majority can be thought to have, 0 to 1.

        It is the lower end of Wilson's 95 % interval, so that 40 to 1 comes before 3 to 1, and both before 50 to 50.
        """
        return lowest_share(self.agreeing, self.agreeing + self.deviating)

    def to_json(self) -> dict[str, Any]:
        """Return it as an object.

        Keys are added to it in later versions, never renamed or taken away::

        {"kind": "labels", "key": "paris", "surface": "Paris", "agreeing": 40, "deviating": 1, "majority": 0 or null,
         "lopsidedness": 0.874, "variants": [{"words": "Paris", "label": "country" or null, "times": 40}, …],
         "articles": [3, 9]}                         of the kind "texts"; empty for others
        """
        return {
            "kind": self.kind.value,
            "key": self.key,
            "surface": self.surface,
            "agreeing": self.agreeing,
            "deviating": self.deviating,
            "majority": self.majority,
            "lopsidedness": round(self.lopsidedness, 4),
            "variants": [variant._asdict() for variant in self.variants],
            "articles": list(self.articles),
        }


def lowest_share(some: int, of: int) -> float:
    """Return the lower end of Wilson's 95 % interval for ``some`` out of ``of``; 0 out of nothing."""
    if of == 0:
        return 0.0
    z = 1.96
    share = some / of
    middle = share + z * z / (2 * of)
    margin = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, (middle - margin) / (1 + z * z / of))


def in_order(found: Iterable[Inconsistency]) -> list[Inconsistency]:
    """Return inconsistencies with the most telling first; among equals the one that more places share."""
    return sorted(found, key=lambda each: (-each.lopsidedness, -each.agreeing, each.kind, each.key))


_SAME = {ord(each): "'" for each in "’ʼ´`"} | {ord(each): "-" for each in "\u2010\u2011"}


@lru_cache(maxsize=200_000)
def fold(words: str) -> str:
    """Return words without what typing changes and meaning does not: case, accents, white space, kinds of hyphens."""
    plain = words.translate(_SAME)
    if not plain.isascii():
        plain = "".join(each for each in normalize("NFKD", plain) if not combining(each))
    return " ".join(plain.casefold().split())


Drawn = tuple[str, str, int]
"""A surface as it stands in articles, the id of a label, and how many spans have both.

A plain tuple, as there are very many, and Python need not go through those again and again for what refers to what.
"""


class Loose(NamedTuple):
    """What stands, in place of a span, where the words of one stand.

    Attributes:
        surface: the folded words, which are a span elsewhere.
        start: first code point of the words.
        end: one past the last.
        inside: the span that begins or ends inside the words and leaves some of them out; None where there is none.
    """

    surface: str
    start: int
    end: int
    inside: Labelled | None = None


def loose_ends(
    found: Iterable[tuple[int, int, str]], spans: Sequence[Labelled], rejected: Iterable[tuple[int, int]] = ()
) -> list[Loose]:
    """Return where surfaces stand in one text and are no spans, though nothing else is to be seen there.

    Of surfaces inside one another the longest is looked at; of two at one place, the first by its name. Where several
    spans lie inside one surface, or one runs beyond it, the words are part of something else. What a person rejected
    was decided and is no oversight.

    Args:
        found: ``(start, end, folded surface)`` of each occurrence.
        spans: those of the text, in text order, apart from one another.
        rejected: start and end of suggestions that the annotator rejected.
    """
    loose: list[Loose] = []
    refused = set(rejected)
    until = 0
    for start, end, surface in sorted(found, key=lambda each: (each[0], -each[1], each[2])):
        if start < until:
            continue
        there = _meeting(spans, start, end)
        if not there:
            if (start, end) not in refused:
                loose.append(Loose(surface, start, end))
            until = end
        elif len(there) == 1 and start <= there[0][0] and there[0][1] <= end:
            if there[0][:2] != (start, end):
                loose.append(Loose(surface, start, end, there[0]))
            until = end
    return loose


def _meeting(spans: Sequence[Labelled], start: int, end: int) -> list[Labelled]:
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][1] <= start:
            low = middle + 1
        else:
            high = middle
    there = []
    while low < len(spans) and spans[low][0] < end:
        there.append(spans[low])
        low += 1
    return there


class Surfaces:
    """The surfaces of an annotator's spans, folded, with the labels they carry.

    Args:
        drawn: the surfaces as they stand in articles; one may come more than once.
    """

    def __init__(self, drawn: Iterable[Drawn]) -> None:
        self._first: dict[str, Drawn] = {}  # most surfaces are met in one way alone
        self._others: defaultdict[str, list[Drawn]] = defaultdict(list)
        for each in drawn:
            key = fold(each[0])
            if key and self._first.setdefault(key, each) is not each:
                self._others[key].append(each)

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)

    def __contains__(self, key: object) -> bool:
        return key in self._first

    def words(self, key: str) -> str:
        """Return the words of a folded surface as they stand most often."""
        if key not in self._others:
            return self._first[key][0]
        return _most(self._add_up(key, 0))[0]

    def forms(self, key: str) -> list[str]:
        """Return the words of a folded surface in each of the ways they stand somewhere."""
        return list(self._add_up(key, 0))

    def most_frequent(self, key: str) -> Variant | None:
        """Return the label that a surface carries most often; None where it is no span anywhere."""
        if key not in self._first:
            return None
        return Variant(self.words(key), *_most(self._add_up(key, 1)))

    def _add_up(self, key: str, column: Literal[0, 1]) -> dict[str, int]:
        """Return how often a folded surface is met with each of its words (column 0) or of its labels (1)."""
        found: dict[str, int] = {}
        for met in (self._first[key], *self._others.get(key, ())) if key in self._first else ():
            found[met[column]] = found.get(met[column], 0) + met[2]
        return found

    def with_several_labels(self) -> Iterator[Inconsistency]:
        """Yield the surfaces that carry more than one label."""
        for key in self._others:
            labels = self._add_up(key, 1)
            if len(labels) > 1:
                words = self.words(key)
                yield _of(Kind.LABELS, key, words, [Variant(words, label, count) for label, count in labels.items()])

    def bare(self, counts: Iterable[tuple[str, int]]) -> Iterator[Inconsistency]:
        """Yield the surfaces that stand bare somewhere.

        Args:
            counts: ``(folded surface, at how many places it is bare)``.
        """
        for key, count in counts:
            labelled = self.most_frequent(key)
            if labelled is not None:
                yield _of(Kind.BARE, key, labelled.words, [labelled, Variant(labelled.words, None, count)])

    def with_other_edges(self, counts: Iterable[tuple[str, str, str, int]]) -> Iterator[Inconsistency]:
        """Yield the surfaces of which spans elsewhere leave some words out.

        Args:
            counts: ``(folded surface, words of the span inside it, its label, at how many places)``.
        """
        shorter: defaultdict[str, dict[tuple[str, str], Variant]] = defaultdict(dict)
        for key, words, label, count in counts:
            same = shorter[key].get((fold(words), label))
            shorter[key][fold(words), label] = Variant(words, label, count + (same.times if same else 0))
        for key, variants in shorter.items():
            whole = self.most_frequent(key)
            if whole is not None:
                yield _of(Kind.BOUNDARIES, key, whole.words, [whole, *variants.values()])


def of_texts(
    articles: tuple[int, int], titles: tuple[str, str], *, agreeing: int, first: int, second: int, deviating: int
) -> Inconsistency:
    """Return that two articles have the same text and not the same spans.

    Args:
        articles: their ids.
        titles: their titles.
        agreeing: how many spans both have.
        first: how many spans only the first has, or has otherwise.
        second: how many the second.
        deviating: at how many places they differ.
    """
    variants = (Variant(titles[0], None, first), Variant(titles[1], None, second))
    key = f"{articles[0]} {articles[1]}"
    return Inconsistency(Kind.TEXTS, key, titles[0], variants, agreeing, deviating, articles)


def _most(counts: dict[str, int]) -> tuple[str, int]:
    return min(counts.items(), key=lambda each: (-each[1], each[0]))


def _of(kind: Kind, key: str, words: str, variants: list[Variant]) -> Inconsistency:
    variants.sort(key=lambda each: (-each.times, each.label or "", each.words))
    agreeing = variants[0].times
    return Inconsistency(kind, key, words, tuple(variants), agreeing, sum(each.times for each in variants) - agreeing)
