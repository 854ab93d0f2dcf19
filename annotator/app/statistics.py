"""The statistics of a project, for the window and the command line alike."""

from __future__ import annotations

from annotator.app.project import Project
from annotator.core import sums
from annotator.core.statistics import AnnotatorStatistics, DecisionCounts, Statistics
from annotator.core.suggestions import Decision
from annotator.store import reports


def statistics(project: Project) -> Statistics:
    """Count what a project holds and how far each annotator is."""
    database = project.database
    labels = tuple(label.id for label in project.labels())
    articles, characters = reports.count_articles(database)
    suggestions = reports.count_suggestions(database)
    layer = project.settled_layer()
    return Statistics(
        articles,
        characters,
        labels,
        {label: suggestions.get(label, 0) for label in labels},
        tuple(_of_annotator(project, id, name, labels=labels) for id, name in project.annotators().items()),
        None if layer is None else _of_annotator(project, layer, project.names()[layer], labels=labels),
    )


def _of_annotator(project: Project, annotator: int, name: str, *, labels: tuple[str, ...]) -> AnnotatorStatistics:
    spans = reports.count_spans(project.database, annotator)
    decisions = reports.count_decisions(project.database, annotator)
    return AnnotatorStatistics(
        name,
        project.count_statuses(annotator),
        {label: spans.get(label, 0) for label in labels},
        {
            label: DecisionCounts.of({decision: decisions.get((label, decision), 0) for decision in Decision})
            for label in labels
        },
        sums.add_up(reports.texts_of_spans(project.database, annotator, sums.LABEL)),
    )
