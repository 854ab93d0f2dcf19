"""What was done, as the log has it: to one mark, and step by step in the whole project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store import span_history, steps

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.app.session import Session
    from annotator.core.annotation import Mark
    from annotator.store.span_history import Entry
    from annotator.store.steps import LoggedStep, StepContent


def past_of(session: Session, mark: Mark) -> list[Entry]:
    """Return what was done to a span of the open article, or decided of a suggestion, the first thing first."""
    database, article = session.project.database, session.annotation.article
    if mark.span is not None:
        return span_history.of_span(database, article, session.annotator, mark.span.id)
    if mark.suggestion is not None:
        return span_history.of_suggestion(database, article, session.annotator, mark.suggestion.id)
    return []


def steps_of(project: Project, annotator: int | None, *, before: int | None, limit: int) -> list[LoggedStep]:
    """Return steps that stand or can be done again, the newest first.

    Args:
        project: whose log it is.
        annotator: id of who did them; None for everybody.
        before: only steps older than this one; None begins with the newest.
        limit: how many at most.
    """
    if annotator is None:
        return steps.of_everybody(project.database, before=before, limit=limit)
    return steps.of_annotator(project.database, annotator, before=before, limit=limit)


def content_of(project: Project, step: int) -> StepContent:
    """Return what a step did.

    Raises:
        KeyError: there is no such step.
    """
    return steps.content(project.database, step)
