"""What a comparison of annotators found: the numbers, why some are not defined, and the places behind each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from annotator.core.agreement import Agreement, SpanCounts, undefined_words
from annotator.core.agreement_places import Places
from annotator.core.annotation import Status
from annotator.core.boundaries import Edge
from annotator.core.evaluation import Measures
from annotator.core.token_agreement import WHY_TOKENS_DIFFER, TokenCounts
from annotator.core.wording import Wording


class Side(NamedTuple):
    """One of those who are compared.

    Attributes:
        name: name of the annotator.
        project: name of the project file.
        shown: what to call the annotator in the report: the name, with the project where that alone tells them apart.
    """

    name: str
    project: str
    shown: str


class EdgeWords(NamedTuple):
    """Words that one annotator takes into spans at an edge and the other does not.

    Attributes:
        edge: what the first annotator does otherwise there.
        words: the words, on one line and in small letters.
        places: where: indices into `PairAgreement.places`.
    """

    edge: Edge
    words: str
    places: Sequence[int]


class Undefined(NamedTuple):
    """A measure that has no value.

    Attributes:
        measure: ``"exact precision"``, ``"partial f1"``, ``"kappa"`` …
        label: id of the label, or None for all together.
        wording: why.
    """

    measure: str
    label: str | None
    wording: Wording


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two annotators agree.

    Attributes:
        first: the first.
        second: the second; precision and recall take this one for the gold.
        agreement: what was counted.
        places: every place at which one of them drew something.
        edge_words: words at edges that differ, the most frequent first.
    """

    first: Side
    second: Side
    agreement: Agreement
    places: Places
    edge_words: tuple[EdgeWords, ...]

    @property
    def edges(self) -> dict[Edge, int]:
        """How often edges differ in which way."""
        counts = dict.fromkeys(Edge, 0)
        for each in self.edge_words:
            counts[each.edge] += len(each.places)
        return counts

    def undefined(self) -> Iterator[Undefined]:
        """Yield the measures without a value, and why they have none."""
        found = self.agreement
        rows: list[tuple[str | None, SpanCounts, Measures, Measures]] = [
            (label, counts, counts.exact, counts.partial) for label, counts in found.labels.items()
        ]
        for label, counts, exact, partial in [*rows, (None, found.places, found.exact, found.partial)]:
            for scheme, measures in (("exact", exact), ("partial", partial)):
                for name in ("precision", "recall", "f1"):
                    if getattr(measures, name) is None:
                        why = undefined_words(name, first=counts.first, second=counts.second)
                        yield Undefined(f"{scheme} {name}", label, why)
        for name, value in (("kappa", found.tokens.kappa), ("alpha", found.tokens.alpha)):
            if value is None:
                why = undefined_words(name, first=found.places.first, second=found.places.second)
                yield Undefined(name, None, why)

    def to_json(self, *, labels: Collection[str] | None = None) -> dict[str, Any]:
        """Return it as an object, see `AgreementReport.to_json`."""
        found = self.agreement
        counts = {label: each for label, each in found.labels.items() if labels is None or label in labels}
        confusion = sorted(found.confusion.items(), key=lambda item: (-item[1], item[0]))
        return {
            "first": self.first.shown,
            "second": self.second.shown,
            "exact": _measures(found.exact),
            "partial": _measures(found.partial),
            "labels": {label: _counts(each) for label, each in counts.items()},
            "confusion": [
                {"first": one or None, "second": two or None, "count": count}
                for (one, two), count in confusion
                if labels is None or one in labels or two in labels
            ],
            "places": {kind.value: count for kind, count in sorted(found.differences.items())},
            "edges": {edge.value: count for edge, count in self.edges.items()},
            "edge_words": [
                {
                    "edge": each.edge.value,
                    "words": each.words,
                    "count": len(each.places),
                    "articles": list(self.places.articles(each.places)),
                }
                for each in self.edge_words
            ],
            "kappa": found.tokens.kappa,
            "alpha": found.tokens.alpha,
            "undefined": [
                {"measure": each.measure, "label": each.label, "en": each.wording.en, "fr": each.wording.fr}
                for each in self.undefined()
                if labels is None or each.label is None or each.label in labels
            ],
        }


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """How far annotators agree.

    Attributes:
        annotators: who was compared.
        statuses: which statuses count.
        articles: ids of the articles that all of them have in one of these.
        left_out: how many others only some of them have.
        pairs: the agreement of every two.
        tokens: labels of tokens over all annotators.
    """

    annotators: tuple[Side, ...]
    statuses: tuple[Status, ...]
    articles: Sequence[int]
    left_out: int
    pairs: tuple[PairAgreement, ...]
    tokens: TokenCounts

    @property
    def alpha(self) -> float | None:
        """Krippendorff's α over all annotators; None where it is not defined."""
        return self.tokens.alpha

    def to_json(self, *, labels: Collection[str] | None = None) -> dict[str, Any]:
        """Return the object ``annotator agreement --json`` prints.

        Measures are between 0 and 1, κ and α between -1 and 1; all are null where they are not defined, and
        ``undefined`` says why. Keys are added to it in later versions, never renamed or taken away::

            {"annotators": [{"name": "Ana", "project": "war.annot", "shown": "Ana"}, …],
             "statuses": ["finished"], "articles": [1, 2, 5], "left_out": 3, "alpha": 0.91,
             "why_tokens_differ": {"en": "…", "fr": "…"},
             "pairs": [
                 {"first": "Ana", "second": "Ben",
                  "exact": {"precision": 0.9, "recall": 0.8, "f1": 0.847}, "partial": {…},
                  "labels": {"leader": {"first": 40, "second": 45, "equal": 36, "overlapping": 2,
                                        "exact": {…}, "partial": {…}}, …},
                  "confusion": [{"first": "country", "second": "alliance", "count": 3},
                                {"first": "sum", "second": null, "count": 1}, …],
                  "places": {"none": 120, "label": 3, "boundary": 5, "both": 1, "only first": 4, "only second": 6},
                  "edges": {"start earlier": 3, "start later": 1, "end earlier": 0, "end later": 2},
                  "edge_words": [{"edge": "start earlier", "words": "le général", "count": 3, "articles": [1, 5]}, …],
                  "kappa": 0.92, "alpha": 0.91,
                  "undefined": [{"measure": "exact recall", "label": "sum" or null for all, "en": "…", "fr": "…"}]}]}

        Args:
            labels: ids of the labels of which to tell; all by default. Measures over all labels stay what they are.
        """
        return {
            "annotators": [each._asdict() for each in self.annotators],
            "statuses": [each.value for each in self.statuses],
            "articles": list(self.articles),
            "left_out": self.left_out,
            "alpha": self.alpha,
            "why_tokens_differ": {"en": WHY_TOKENS_DIFFER.en, "fr": WHY_TOKENS_DIFFER.fr},
            "pairs": [each.to_json(labels=labels) for each in self.pairs],
        }


def _counts(counts: SpanCounts) -> Mapping[str, Any]:
    return {
        "first": counts.first,
        "second": counts.second,
        "equal": counts.equal,
        "overlapping": counts.overlapping,
        "exact": _measures(counts.exact),
        "partial": _measures(counts.partial),
    }


def _measures(measures: Measures) -> Mapping[str, float | None]:
    return {"precision": measures.precision, "recall": measures.recall, "f1": measures.f1}
