"""What one annotator labelled: which surfaces, in how many articles, how long, beside which others, when and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from annotator.core.sums import Total
from annotator.core.wording import Wording

WHAT_LENGTHS_ARE = Wording(
    "Lengths are those of the surface: words are what stands between blanks, so that “l'Ukraine” is one.",
    "La longueur est celle de la forme : les mots sont ce que séparent les blancs ; « l'Ukraine » en est un seul.",
)
WHICH_ARTICLES = Wording(
    "Articles are those the annotator has begun; what lies in the trash is left out.",
    "Les articles sont ceux que l'annotateur a commencés ; la corbeille n'est pas comptée.",
)


class Counted(NamedTuple):
    """How many spans and articles have one thing in common.

    Attributes:
        value: a number of spans, a length, a month (``2022-02``; ``""`` where no date is known), a source.
        spans: how many spans.
        articles: how many articles.
    """

    value: int | str
    spans: int
    articles: int

    def to_json(self, named: str) -> dict[str, Any]:
        """Return the two numbers, and under ``named`` the value."""
        return {named: self.value, "spans": self.spans, "articles": self.articles}


class SurfaceCount(NamedTuple):
    """A surface of one label.

    Attributes:
        words: the surface, with single blanks.
        spans: how many spans read so.
        articles: in how many articles.
    """

    words: str
    spans: int
    articles: int


class PairCount(NamedTuple):
    """Two surfaces, and in how many articles both are labelled."""

    first: str
    second: str
    articles: int


class CurrencyCount(NamedTuple):
    """What the sums in one currency come to, and in how many articles they stand."""

    total: Total
    articles: int


@dataclass(frozen=True, slots=True)
class LabelContent:
    """What carries one label.

    Attributes:
        label: its id.
        spans: how many spans.
        articles: in how many articles.
        surfaces: how many different surfaces.
        top: the most frequent of them, the most frequent first.
        numbers: how many articles have so many spans of it, the fewest first; articles without any are not in it.
        characters: how many spans are so many code points long, the shortest first.
        words: how many spans are so many words long, the shortest first.
    """

    label: str
    spans: int
    articles: int
    surfaces: int
    top: tuple[SurfaceCount, ...]
    numbers: tuple[Counted, ...]
    characters: tuple[Counted, ...]
    words: tuple[Counted, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the object that `Content.to_json` gives for the label."""
        return {
            "spans": self.spans,
            "articles": self.articles,
            "surfaces": self.surfaces,
            "top": [each._asdict() for each in self.top],
            "articles_by_spans": [each.to_json("number") for each in self.numbers],
            "characters": _length(self.characters, "characters"),
            "words": _length(self.words, "words"),
        }


def _length(lengths: Sequence[Counted], named: str) -> dict[str, Any]:
    return {"median": median(lengths), "lengths": [each.to_json(named) for each in lengths]}


def median(lengths: Sequence[Counted]) -> int | None:
    """Return the length that half of the spans do not exceed, or None where there are no spans.

    Args:
        lengths: how many spans are how long, the shortest first.
    """
    half = sum(each.spans for each in lengths) / 2
    passed = 0
    for each in lengths:
        passed += each.spans
        if passed >= half:
            return int(each.value)
    return None


class Pairs(NamedTuple):
    """Surfaces of two labels that are labelled in the same articles.

    Attributes:
        first: id of one label.
        second: id of the other.
        top: the pairs that share the most articles, the most first.
    """

    first: str
    second: str
    top: tuple[PairCount, ...]


class Group(NamedTuple):
    """A month or a source.

    Attributes:
        all: its spans and its articles, those without any span among them.
        labels: the same of each label that occurs, by id.
    """

    all: Counted
    labels: Mapping[str, Counted]

    def to_json(self, named: str) -> dict[str, Any]:
        """Return spans and articles, of all labels and of each, and under ``named`` what it is."""
        labels = {
            label: {"spans": each.spans, "articles": each.articles} for label, each in self.labels.items()
        }  # the value is the same for all
        return {**self.all.to_json(named), "labels": labels}


@dataclass(frozen=True, slots=True)
class Content:
    """What one annotator labelled.

    Attributes:
        annotator: name of the annotator.
        articles: how many articles the annotator began.
        spans: how many spans are in them.
        numbers: how many articles have so many spans, the fewest first, those without any among them.
        labels: the content of each label, in the order of the project.
        currencies: the sums by currency, the one with the most sums first.
        unread: the sums without a number that can be read; its value is ``""``.
        pairs: which surfaces stand together, for each two labels that are looked at.
        months: the articles by the month of their date, the earliest first; where no date is known, last.
        sources: the sources with the most spans, the one with the most first.
        more_sources: how many sources there are besides.
    """

    annotator: str
    articles: int
    spans: int
    numbers: tuple[Counted, ...]
    labels: tuple[LabelContent, ...]
    currencies: tuple[CurrencyCount, ...]
    unread: Counted
    pairs: tuple[Pairs, ...]
    months: tuple[Group, ...]
    sources: tuple[Group, ...]
    more_sources: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator stats PROJECT content --json`` prints.

        Keys are added to it in later versions, never renamed or taken away::

            {"annotator": "Zoé", "articles": 40, "spans": 720,
             "articles_by_spans": [{"number": 0, "spans": 0, "articles": 2}, …],
             "labels": {"leader": {"spans": 129, "articles": 38, "surfaces": 61,
               "top": [{"words": "Joe Biden", "spans": 12, "articles": 9}, …],
               "articles_by_spans": [{"number": 1, "spans": 8, "articles": 8}, …],
               "characters": {"median": 11, "lengths": [{"characters": 4, "spans": 3, "articles": 3}, …]},
               "words": {"median": 2, "lengths": [{"words": 1, "spans": 30, "articles": 21}, …]}}, …},
             "sums": {"totals": [{"currency": "EUR", "name": "EUR", "spans": 12, "amount": 3500000, "articles": 9}, …],
               "unread": {"spans": 1, "articles": 1}},
             "pairs": [{"first": "leader", "second": "country",
               "top": [{"first": "Joe Biden", "second": "Ukraine", "articles": 7}, …]}, …],
             "months": [{"month": "2022-02", "spans": 40, "articles": 3,
               "labels": {"leader": {"spans": 9, "articles": 3}, …}}, …],
             "sources": [{"source": "AFP", "spans": 300, "articles": 20, "labels": {…}}, …], "more_sources": 0}
        """
        return {
            "annotator": self.annotator,
            "articles": self.articles,
            "spans": self.spans,
            "articles_by_spans": [each.to_json("number") for each in self.numbers],
            "labels": {each.label: each.to_json() for each in self.labels},
            "sums": {
                "totals": [{**each.total.to_json(), "articles": each.articles} for each in self.currencies],
                "unread": {"spans": self.unread.spans, "articles": self.unread.articles},
            },
            "pairs": [
                {"first": each.first, "second": each.second, "top": [pair._asdict() for pair in each.top]}
                for each in self.pairs
            ],
            "months": [each.to_json("month") for each in self.months],
            "sources": [each.to_json("source") for each in self.sources],
            "more_sources": self.more_sources,
        }
