"""The statistics of a project, for the window and the command line alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal

from annotator.app import counting
from annotator.app.project import Project
from annotator.core import sums
from annotator.core.errors import UserError
from annotator.core.statistics import AnnotatorStatistics, DecisionCounts, Statistics
from annotator.core.suggestions import Decision
from annotator.store import content, content_counts, reports, suggester_counts


def statistics(project: Project, *, known: bool = False) -> Statistics:
    """Count what a project holds and how far each annotator is.

    Spans and decisions are those that the project keeps counted. Where much waits to be counted, or the file cannot be
    written, all of them are gone through instead, some seconds for a million.

    Args:
        project: the project file.
        known: whether those that were counted last will do where much waits.
    """
    database = project.database
    labels = tuple(label.id for label in project.labels())
    articles, characters = reports.count_articles(database)
    suggestions = reports.count_suggestions(database)
    read = _Kept(project, suggestions) if known or _is_counted(project) else _Raw(project)
    layer = project.settled_layer()
    return Statistics(
        articles,
        characters,
        labels,
        {label: suggestions.get(label, 0) for label in labels},
        tuple(_of_annotator(project, id, name, read, labels=labels) for id, name in project.annotators().items()),
        None if layer is None else _of_annotator(project, layer, project.names()[layer], read, labels=labels),
        reports.count_finished(database),
    )


def _is_counted(project: Project) -> bool:
    try:
        return counting.refresh_few(project)
    except UserError:
        return False


def _of_annotator(
    project: Project, annotator: int, name: str, read: _Raw, *, labels: tuple[str, ...]
) -> AnnotatorStatistics:
    spans = read.spans(annotator)
    decisions = read.decisions(annotator)
    return AnnotatorStatistics(
        name,
        project.count_statuses(annotator),
        {label: spans.get(label, 0) for label in labels},
        {
            label: DecisionCounts.of({decision: decisions.get((label, decision), 0) for decision in Decision})
            for label in labels
        },
        read.sums(annotator),
    )


class _Raw:
    """What annotators did, counted from every span and decision."""

    def __init__(self, project: Project) -> None:
        self.database = project.database

    def spans(self, annotator: int) -> Mapping[str, int]:
        return reports.count_spans(self.database, annotator)

    def decisions(self, annotator: int) -> Mapping[tuple[str, Decision], int]:
        return reports.count_decisions(self.database, annotator)

    def sums(self, annotator: int) -> sums.Sums:
        return sums.add_up(reports.texts_of_spans(self.database, annotator, sums.LABEL))


class _Kept(_Raw):
    """The same from what the project keeps counted."""

    def __init__(self, project: Project, standing: Mapping[str, int]) -> None:
        super().__init__(project)
        self._standing = standing

    def spans(self, annotator: int) -> Mapping[str, int]:
        return {label: counted.spans for label, counted in content.totals(self.database, annotator, "label")}

    def decisions(self, annotator: int) -> Mapping[tuple[str, Decision], int]:
        return suggester_counts.decisions(self.database, annotator, standing=self._standing)

    def sums(self, annotator: int) -> sums.Sums:
        spans: Counter[tuple[str | None, str]] = Counter()
        added: defaultdict[tuple[str | None, str], Decimal] = defaultdict(Decimal)
        for each in content.amounts(self.database, annotator):
            spans[each.currency, each.name] += each.spans
            added[each.currency, each.name] += Decimal(each.amount) * each.spans
        totals = (sums.Total(*key, count, added[key]) for key, count in spans.items())
        kept = content.totals(self.database, annotator, "currency")
        unread = sum(counted.spans for _, counted in kept if counted.value == content_counts.UNREAD)
        return sums.Sums(tuple(sorted(totals, key=lambda total: (-total.spans, total.name))), unread)
