"""What a project holds and how far each annotator is, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.core.annotation import Status
from annotator.core.suggestions import Decision
from annotator.core.sums import Sums


@dataclass(frozen=True, slots=True)
class DecisionCounts:
    """How many suggestions were decided which way.

    Attributes:
        accepted: taken as they were.
        changed: taken with another extent or label.
        rejected: refused, or their span removed.
        pending: still to be decided.
    """

    accepted: int = 0
    changed: int = 0
    rejected: int = 0
    pending: int = 0

    @classmethod
    def of(cls, counts: Mapping[Decision, int]) -> DecisionCounts:
        """Read the four numbers from a mapping; what it does not hold is 0."""
        return cls(**{decision.value: counts.get(decision, 0) for decision in Decision})

    def __add__(self, other: DecisionCounts) -> DecisionCounts:
        return DecisionCounts(
            self.accepted + other.accepted,
            self.changed + other.changed,
            self.rejected + other.rejected,
            self.pending + other.pending,
        )

    @property
    def decided(self) -> int:
        """How many were decided at all."""
        return self.accepted + self.changed + self.rejected

    @property
    def acceptance(self) -> float | None:
        """The share taken as they were of those decided, 0 to 1; None where none was decided."""
        return self.accepted / self.decided if self.decided else None

    def to_json(self) -> dict[str, int]:
        """Return the four numbers by name."""
        return {
            "accepted": self.accepted,
            "changed": self.changed,
            "rejected": self.rejected,
            "pending": self.pending,
        }


@dataclass(frozen=True, slots=True)
class AnnotatorStatistics:
    """What one annotator did.

    Attributes:
        name: the annotator.
        articles: number of articles by status, every status given; untouched ones are new.
        spans: number of spans by label id, every label given.
        suggestions: decisions by label id of the suggestion, every label given.
        sums: what the spans labelled as sums come to.
    """

    name: str
    articles: Mapping[Status, int]
    spans: Mapping[str, int]
    suggestions: Mapping[str, DecisionCounts]
    sums: Sums = field(default_factory=Sums)

    def to_json(self) -> dict[str, Any]:
        """Return the object that `Statistics.to_json` lists under ``annotators``."""
        return {
            "name": self.name,
            "articles": {status.value: count for status, count in self.articles.items()},
            "spans": dict(self.spans),
            "suggestions": {label: counts.to_json() for label, counts in self.suggestions.items()},
            "sums": self.sums.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a project holds.

    Attributes:
        articles: number of articles.
        characters: code points of all their texts.
        labels: the label ids, in the order of the project; every mapping by label has this order.
        suggestions: number of suggestions that stand, by label id, whoever decided them.
        annotators: what each annotator did, in the order they came to the project.
        settled: what was settled, as if an annotator had done it; None where nothing was. It answers no suggestion.
        finished: number of articles that somebody has finished; one that two have finished counts once.
    """

    articles: int
    characters: int
    labels: tuple[str, ...]
    suggestions: Mapping[str, int]
    annotators: tuple[AnnotatorStatistics, ...]
    settled: AnnotatorStatistics | None = None
    finished: int = 0

    def spans(self) -> dict[str, int]:
        """Return the number of spans by label id, of all annotators together."""
        total: Counter[str] = Counter()
        for each in self.annotators:
            total.update(each.spans)
        return {label: total[label] for label in self.labels}

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator stats --json`` prints.

        Keys are added to it in later versions, never renamed or taken away::

            {"articles": 43, "finished": 39, "characters": 120345,
             "labels": ["leader", …],
             "suggestions": {"leader": 130, …},
             "spans": {"leader": 129, …},
             "annotators": [
               {"name": "Zoé",
                "articles": {"new": 3, "in progress": 1, "finished": 39, "set aside": 0},
                "spans": {"leader": 129, …},
                "suggestions": {"leader": {"accepted": 120, "changed": 4, "rejected": 2, "pending": 4}, …},
                "sums": {"totals": [{"currency": "EUR", "name": "EUR", "spans": 12, "amount": 3500000}, …],
                         "unread": 1}}],
             "settled": null, or an object as those of the annotators}
        """
        return {
            "articles": self.articles,
            "finished": self.finished,
            "characters": self.characters,
            "labels": list(self.labels),
            "suggestions": dict(self.suggestions),
            "spans": self.spans(),
            "annotators": [each.to_json() for each in self.annotators],
            "settled": None if self.settled is None else self.settled.to_json(),
        }
