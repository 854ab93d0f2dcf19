"""How good the suggester is by what an annotator decided, and the articles behind each number."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from annotator.app import counting
from annotator.core.suggester_report import Behind, Count, Finding, Group, Outcome, SuggesterReport, report
from annotator.core.suggestions import Tier
from annotator.core.wording import Wording
from annotator.store import suggester_counts as stored
from annotator.store.suggestions import IMPORT_RULE

if TYPE_CHECKING:
    from annotator.app.project import Project

_IMPORTED = Wording("came with an import", "venue avec un import")
_COLUMNS = {
    Group.LABEL: "label_id",
    Group.RULE: "rule",
    Group.TIER: "tier",
    Group.VERSION: "pipeline",
    Group.WEEK: "week",
}


def suggester_quality(
    project: Project, annotator: int, *, labels: Collection[str] | None = None, refresh: bool = True
) -> SuggesterReport:
    """Measure the suggester by the decisions and the spans of an annotator; what lies in the trash is left out.

    Args:
        project: the project file.
        annotator: id of the annotator, or of the settled layer.
        labels: ids of the labels to tell of; None for all.
        refresh: whether to bring the kept counts up to date first, however many wait.

    Raises:
        UserError: the counts are to be brought up to date, and the file cannot be written.
    """
    if refresh:
        counting.refresh(project)
    counts, finished = [], 0
    for each in stored.totals(project.database, annotator):
        if each.side == "article":
            finished += each.n if each.finished else 0
        elif each.side == "suggestion" or each.finished:
            became = Outcome(each.outcome) if each.side == "suggestion" else Finding(each.outcome)
            counts.append(Count(became, (each.label, each.rule, each.tier, each.pipeline, each.week), each.n))
    known = [label.id for label in project.labels()]
    return report(
        project.names().get(annotator, ""),
        counts,
        finished=finished,
        labels=[label for label in known if labels is None or label in labels],
        reasons=_reasons(),
        tiers=[tier.value for tier in Tier],
    )


def _reasons() -> dict[str, Wording]:
    from annotator.nlp.rules import catalogue

    return {IMPORT_RULE: _IMPORTED} | {id: rule.reason for id, rule in catalogue().items()}


def articles_behind(
    project: Project, annotator: int, behind: Behind, *, labels: Collection[str] | None = None
) -> array[int]:
    """Return the ids of the articles in which the suggestions or spans lie that make up a number.

    Args:
        project: the project file.
        annotator: whose decisions count.
        behind: which number.
        labels: ids of the labels the report was asked for; None for all.
    """
    return stored.articles(project.database, annotator, _kinds(behind, labels))


class Spot(NamedTuple):
    """Where a suggestion or a span lies.

    Attributes:
        article: id of the article.
        start: first code point.
        end: one past the last code point.
        label: id of its label.
        rule: what proposed it; ``""`` for a span.
        became: what became of it.
    """

    article: int
    start: int
    end: int
    label: str
    rule: str
    became: Outcome | Finding


def places_behind(
    project: Project, annotator: int, behind: Behind, *, labels: Collection[str] | None = None, most: int = 1000
) -> list[Spot]:
    """Return where the suggestions or spans lie that make up a number, by article.

    Args:
        project: the project file.
        annotator: whose decisions count.
        behind: which number.
        labels: ids of the labels the report was asked for; None for all.
        most: how many at most.
    """
    kind = type(behind.outcomes[0])
    return [
        Spot(article, start, end, label, rule, kind(outcome))
        for article, start, end, label, rule, outcome in stored.places(
            project.database, annotator, _kinds(behind, labels), most=most
        )
    ]


def _kinds(behind: Behind, labels: Collection[str] | None) -> dict[str, list[object]]:
    spans = isinstance(behind.outcomes[0], Finding)
    wanted: dict[str, list[object]] = {"side": ["span" if spans else "suggestion"]}
    wanted["outcome"] = [each.value for each in behind.outcomes]
    if spans:
        wanted["finished"] = [1]
    if labels is not None:
        wanted["label_id"] = list(labels)
    if behind.group is not None:
        wanted[_COLUMNS[behind.group]] = [behind.name]
    return wanted
