"""How far annotators are, how fast, and until when, for the window and the command line alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from annotator.app import counting
from annotator.core.annotation import Status
from annotator.core.listing import ArticleQuery
from annotator.core.progress import AnnotatorProgress, Day, Progress, Share, add_up
from annotator.store import days as stored

if TYPE_CHECKING:
    from annotator.app.project import Project


def progress(
    project: Project,
    annotators: Collection[int] | None = None,
    *,
    today: date | None = None,
    refresh: bool = True,
) -> Progress:
    """Tell how far annotators are.

    Args:
        project: the project file.
        annotators: ids of those asked about; by default everybody, and the settled layer where there is one.
        today: the present day; by default that of the machine.
        refresh: whether to bring the kept counts up to date first, however many wait.

    Raises:
        UserError: the counts are to be brought up to date, and the file cannot be written.
    """
    if refresh:
        counting.refresh(project)
    names = project.names()
    layer = project.settled_layer()
    asked = [id for id in names if id != layer] + [id for id in names if id == layer]
    return Progress(
        today or datetime.now().astimezone().date(),
        tuple(label.id for label in project.labels()),
        tuple(
            _of_annotator(project, id, names, settled=id == layer)
            for id in asked
            if annotators is None or id in annotators
        ),
    )


def _of_annotator(project: Project, annotator: int, names: dict[int, str], *, settled: bool) -> AnnotatorProgress:
    statuses = project.count_statuses(annotator)
    given = stored.given(project.database, annotator)
    left = statuses[Status.NEW] + statuses[Status.IN_PROGRESS] if given is None else given[1]
    days: defaultdict[date, list[Day]] = defaultdict(list)
    by_whom: defaultdict[int, list[Day]] = defaultdict(list)
    for each in stored.counted(project.database, annotator):
        day = Day(
            date.fromisoformat(each.day),
            each.finished,
            each.reopened,
            each.spans,
            each.brought,
            {Status(status): count for status, count in each.statuses.items()},
            each.deeds,
            timedelta(milliseconds=each.active),
        )
        days[day.day].append(day)
        by_whom[each.by].append(day)
    return AnnotatorProgress(
        annotator,
        names[annotator],
        settled,
        statuses,
        project.count_trashed(annotator),
        left,
        None if given is None else given[0],
        tuple(each[0] if len(each) == 1 else add_up(day, each) for day, each in days.items()),
        tuple(_share(names.get(by, ""), done) for by, done in sorted(by_whom.items()) if any(d.deeds for d in done)),
    )


def _share(name: str, days: Sequence[Day]) -> Share:
    whole = add_up(days[0].day, days)
    return Share(name, whole.finished - whole.reopened, sum(whole.spans.values()), whole.active)


def finished_between(project: Project, annotator: int, first: date, last: date) -> list[int]:
    """Return the ids of the articles that were finished between two days in an annotator's annotations.

    Those reopened within these days are left out.
    """
    return stored.finished(project.database, annotator, first=first.isoformat(), last=last.isoformat())


def worked_between(project: Project, annotator: int, first: date, last: date) -> list[int]:
    """Return the ids of the articles in which something was done between two days in an annotator's annotations."""
    begin, end = (
        datetime.combine(day, time()).astimezone().astimezone(UTC).isoformat(timespec="milliseconds")
        for day in (first, last + timedelta(days=1))
    )
    return stored.worked_in(project.database, annotator, begin=begin, end=end)


def articles_in(project: Project, annotator: int, *statuses: Status) -> Sequence[int]:
    """Return the ids of the articles that an annotator has in one of some statuses, the trash left out."""
    return project.find_articles(ArticleQuery(statuses=frozenset(statuses)), annotator=annotator)


def left_of_given(project: Project, annotator: int) -> list[int]:
    """Return the ids of the articles that an annotator was given and that are new or in progress."""
    return stored.left_of_given(project.database, annotator)
