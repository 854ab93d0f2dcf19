"""How good the suggester is, measured by what one annotator decided and drew.

Precision asks of suggestions: of those decided, how many were accepted as they were? Recall asks of spans: of those in
articles that are finished and that a suggester has read, with how many is a suggestion equal, as they stand today? They
are of different things, as one span may answer several suggestions, or none, and a suggestion may have been relabelled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.core.intervals import Share
from annotator.core.wording import Wording


class Outcome(StrEnum):
    """What became of a suggestion.

    Decided are the first five. `EQUAL` and `COVERED` are undecided at the place of a span that came some other way, of
    which most were imported; they do not count for precision, as what nobody decided is never wrong.
    """

    ACCEPTED = "accepted"
    BOUNDARY = "boundary"
    LABEL = "label"
    BOTH = "both"
    REJECTED = "rejected"
    PENDING = "pending"
    EQUAL = "equal"
    COVERED = "covered"

    @property
    def wording(self) -> Wording:
        """What the outcome is called."""
        return _OUTCOMES[self]


DECIDED = (Outcome.ACCEPTED, Outcome.BOUNDARY, Outcome.LABEL, Outcome.BOTH, Outcome.REJECTED)
"""The outcomes that somebody decided on, which alone count for precision."""

_OUTCOMES = {
    Outcome.ACCEPTED: Wording("accepted", "acceptées"),
    Outcome.BOUNDARY: Wording("boundary changed", "limites changées"),
    Outcome.LABEL: Wording("relabelled", "autre étiquette"),
    Outcome.BOTH: Wording("both changed", "limites et étiquette changées"),
    Outcome.REJECTED: Wording("rejected", "rejetées"),
    Outcome.PENDING: Wording("undecided", "à décider"),
    Outcome.EQUAL: Wording("undecided, equal to a span", "à décider, égales à une annotation"),
    Outcome.COVERED: Wording("undecided, under another span", "à décider, sous une autre annotation"),
}


class Finding(StrEnum):
    """What the suggestions of an article, as they stand today, say of a span in it."""

    EXACT = "exact"
    BOUNDARY = "boundary"
    LABEL = "label"
    BOTH = "both"
    MISSED = "missed"
    UNREAD = "unread"
    """No suggester has read the article; the span counts for nothing."""

    @property
    def wording(self) -> Wording:
        """What the finding is called."""
        return _FINDINGS[self]


READ = (Finding.EXACT, Finding.BOUNDARY, Finding.LABEL, Finding.BOTH, Finding.MISSED)
"""The findings that count for recall."""

_FINDINGS = {
    Finding.EXACT: Wording("found", "trouvées"),
    Finding.BOUNDARY: Wording("found with other boundaries", "trouvées avec d'autres limites"),
    Finding.LABEL: Wording("found with another label", "trouvées sous une autre étiquette"),
    Finding.BOTH: Wording("found with neither right", "trouvées sans que rien n'y soit juste"),
    Finding.MISSED: Wording("missed", "manquées"),
    Finding.UNREAD: Wording("in articles no suggester has read", "dans des articles qu'aucun suggesteur n'a lus"),
}

WHAT_COUNTS = Wording(
    "Precision: of the suggestions decided, those accepted as they were; changed and rejected ones count against it, "
    "undecided ones not at all. Recall: of the spans in finished articles that a suggester has read, those with which "
    "a suggestion is equal, as they stand today, decided or not. In brackets Wilson's interval at 95 %.",
    "Précision : part des suggestions décidées qui ont été acceptées telles quelles ; celles qui ont été changées ou "
    "rejetées comptent contre elle, celles qui restent à décider ne comptent pas. Rappel : part des annotations, dans "
    "les articles terminés qu'un suggesteur a lus, auxquelles une suggestion d'aujourd'hui est égale, décidée ou non. "
    "Entre crochets, l'intervalle de Wilson à 95 %.",
)
"""What the two measures are of, for whoever sees them."""

WHEN = Wording(
    "A suggestion counts in the week in which the annotation of its article changed last.",
    "Une suggestion compte dans la semaine où l'annotation de son article a changé pour la dernière fois.",
)
"""What it means that something is of a week."""


class Group(StrEnum):
    """By what suggestions and spans are told apart."""

    LABEL = "label"
    RULE = "rule"
    TIER = "tier"
    VERSION = "version"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Quality:
    """What became of some suggestions, and what was found of some spans.

    Attributes:
        outcomes: how many suggestions there are of each outcome, every outcome given.
        findings: how many spans in finished articles there are of each finding, every finding given.
    """

    outcomes: Mapping[Outcome, int]
    findings: Mapping[Finding, int]

    @classmethod
    def of(cls, outcomes: Mapping[Outcome, int], findings: Mapping[Finding, int]) -> Quality:
        """Read both from mappings; what they do not hold is 0."""
        return cls({each: outcomes.get(each, 0) for each in Outcome}, {each: findings.get(each, 0) for each in Finding})

    @property
    def precision(self) -> Share:
        """Of the suggestions decided, those accepted as they were."""
        return Share(self.outcomes[Outcome.ACCEPTED], sum(self.outcomes[each] for each in DECIDED))

    @property
    def recall(self) -> Share:
        """Of the spans in finished articles that a suggester has read, those with which a suggestion is equal."""
        return Share(self.findings[Finding.EXACT], sum(self.findings[each] for each in READ))

    def why_no_precision(self) -> Wording | None:
        """Say why there is no precision, where there is none."""
        if self.precision.of:
            return None
        if any(self.outcomes.values()):
            return Wording("not defined: none of them has been decided", "non définie : aucune n'a été décidée")
        return Wording(
            "not defined: there is no such suggestion", "non définie : il n'y a aucune suggestion de ce genre"
        )

    def why_no_recall(self) -> Wording | None:
        """Say why there is no recall, where there is none."""
        if self.recall.of:
            return None
        if self.findings[Finding.UNREAD]:
            return Wording(
                "not defined: no suggester has read the finished articles with such a span",
                "non défini : aucun suggesteur n'a lu les articles terminés qui en contiennent",
            )
        return Wording(
            "not defined: there is no such span in a finished article",
            "non défini : il n'y a aucune annotation de ce genre dans un article terminé",
        )


class Row(NamedTuple):
    """One label, rule, tier, version or week.

    Attributes:
        name: label id, rule id, tier, name and version of the pipeline, or the Monday of the week, ISO 8601.
        quality: its counts; for rules and tiers those of suggestions alone, as a span missed is of none.
        reason: of a rule: why it proposes; None for all else.
    """

    name: str
    quality: Quality
    reason: Wording | None = None


class Behind(NamedTuple):
    """Which suggestions or spans make up a number.

    Attributes:
        outcomes: what became of them: outcomes or findings, not both.
        group: by what they are told apart; None for all.
        name: which label, rule, tier, version or week.
    """

    outcomes: tuple[Outcome, ...] | tuple[Finding, ...]
    group: Group | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class SuggesterReport:
    """How good the suggester is by the decisions of one annotator.

    Attributes:
        annotator: whose decisions count.
        finished: how many articles the annotator has finished.
        all: everything together.
        rows: the same by label, in the order of the project; by rule, the most frequent first; by tier, the surest
            first; by version and by week, the oldest first.
    """

    annotator: str
    finished: int
    all: Quality
    rows: Mapping[Group, tuple[Row, ...]] = field(default_factory=dict)

    def undefined(self) -> Iterator[tuple[str, Group | None, str, Wording]]:
        """Yield ``(measure, group, name, why)`` of the measures that have no value."""
        every: list[tuple[Group | None, Row]] = [(None, Row("", self.all))]
        every += [(group, row) for group, rows in self.rows.items() for row in rows]
        for group, row in every:
            if (why := row.quality.why_no_precision()) is not None:
                yield "precision", group, row.name, why
            if group not in (Group.RULE, Group.TIER) and (why := row.quality.why_no_recall()) is not None:
                yield "recall", group, row.name, why

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator stats PROJECT suggester --json`` prints.

        Shares lie between 0 and 1 and are null where they are not defined, which ``undefined`` explains. Keys are added
        to it in later versions, never renamed or taken away::

            {"annotator": "Zoé", "finished": 39,
             "all": {"outcomes": {"accepted": 120, "boundary": 3, "label": 1, "both": 0, "rejected": 9, "pending": 4,
                                  "equal": 0, "covered": 0},
                     "findings": {"exact": 120, "boundary": 3, "label": 1, "both": 0, "missed": 12, "unread": 0},
                     "precision": {"hits": 120, "of": 133, "value": 0.902, "low": 0.84, "high": 0.942},
                     "recall": {"hits": 120, "of": 136, …}},
             "label": [{"name": "leader", "outcomes": …, …}, …],
             "rule": [{"name": "leader.title", "en": "name after a title", "fr": "…", …}, …],
             "tier": […], "version": […], "week": [{"name": "2026-11-23", …}, …],
             "undefined": [{"measure": "recall", "group": "label" or null for all, "name": "sum",
                            "en": "…", "fr": "…"}],
             "what_counts": {"en": "…", "fr": "…"}}

        Rows of ``rule`` and ``tier`` have no ``findings`` and no ``recall``.
        """
        return {
            "annotator": self.annotator,
            "finished": self.finished,
            "all": _quality(self.all),
            **{group.value: [_row(group, row) for row in self.rows.get(group, ())] for group in Group},
            "undefined": [
                {"measure": measure, "group": group, "name": name, "en": why.en, "fr": why.fr}
                for measure, group, name, why in self.undefined()
            ],
            "what_counts": {"en": WHAT_COUNTS.en, "fr": WHAT_COUNTS.fr},
        }


def _row(group: Group, row: Row) -> dict[str, Any]:
    reason = {} if row.reason is None else {"en": row.reason.en, "fr": row.reason.fr}
    return {"name": row.name, **reason, **_quality(row.quality, spans=group not in (Group.RULE, Group.TIER))}


def _quality(quality: Quality, *, spans: bool = True) -> dict[str, Any]:
    counted: dict[str, Any] = {
        "outcomes": {each.value: count for each, count in quality.outcomes.items()},
        "precision": quality.precision.to_json(),
    }
    if spans:
        counted["findings"] = {each.value: count for each, count in quality.findings.items()}
        counted["recall"] = quality.recall.to_json()
    return counted


class Count(NamedTuple):
    """How many suggestions or spans are alike in all that is asked about.

    Attributes:
        became: what became of them; a finding is of spans in finished articles.
        names: label, rule, tier, version and week, in the order of `Group`; ``""`` for what a span has not.
        n: how many.
    """

    became: Outcome | Finding
    names: tuple[str, str, str, str, str]
    n: int


def report(
    annotator: str,
    counts: Iterable[Count],
    *,
    finished: int,
    labels: Collection[str],
    reasons: Mapping[str, Wording],
    tiers: Collection[str],
) -> SuggesterReport:
    """Add counts up.

    Args:
        annotator: whose decisions count.
        counts: what became of suggestions and spans.
        finished: how many articles the annotator has finished.
        labels: the labels that are asked about, in their order; all of them get a row, and others do not count.
        reasons: why each rule proposes, as far as that is known.
        tiers: the tiers, in their order.
    """
    everything = _Counted()
    groups: dict[Group, dict[str, _Counted]] = {group: {} for group in Group}
    groups[Group.LABEL] = {label: _Counted() for label in labels}
    for became, names, n in counts:
        if names[0] not in labels:
            continue
        everything.add(became, n)
        for group, name in zip(Group, names, strict=True):
            if name:
                groups[group].setdefault(name, _Counted()).add(became, n)
    rows = {
        group: tuple(Row(name, found.quality, reasons.get(name)) for name, found in sorted(by_name.items()))
        for group, by_name in groups.items()
    }
    order = {name: place for place, name in enumerate((*labels, *tiers))}
    for group in (Group.LABEL, Group.TIER):
        rows[group] = tuple(sorted(rows[group], key=lambda row: order.get(row.name, len(order))))
    rows[Group.RULE] = tuple(sorted(rows[Group.RULE], key=lambda row: -sum(row.quality.outcomes.values())))
    return SuggesterReport(annotator, finished, everything.quality, rows)


class _Counted:
    """Counts that are being added up; apart, as an outcome and a finding of one name are equal."""

    def __init__(self) -> None:
        self._outcomes = Counter[Outcome]()
        self._findings = Counter[Finding]()

    def add(self, became: Outcome | Finding, n: int) -> None:
        if isinstance(became, Outcome):
            self._outcomes[became] += n
        else:
            self._findings[became] += n

    @property
    def quality(self) -> Quality:
        return Quality.of(self._outcomes, self._findings)
