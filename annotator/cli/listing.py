"""``annotator list``: the articles of a project, searched, filtered and sorted as in the window."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli.arguments import (
    FinishedBy,
    Flagged,
    Json,
    Noted,
    ProjectPath,
    Search,
    Since,
    SourcePart,
    Undecided,
    Until,
    WithLabel,
    WithoutLabel,
    query_of,
)
from annotator.core.listing import Sort

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.core.article import ArticleSummary


class StatusName(enum.StrEnum):
    """The statuses as the command line writes them."""

    NEW = "new"
    IN_PROGRESS = "in-progress"
    FINISHED = "finished"
    SET_ASIDE = "set-aside"


def whose(project: Project, name: str | None) -> int:
    """Return whose annotations to show: the one named, else you, else the only annotator, else nobody's (0).

    Raises:
        UserError: nobody of that name has worked in the project.
    """
    from annotator.app.name_at_work import name_at_work

    if name is not None:
        return project.find_annotator(name)
    names = {known.casefold(): id for id, known in project.annotators().items()}
    only = next(iter(names.values())) if len(names) == 1 else 0
    return names.get(name_at_work(project).name.casefold(), only)


def list_articles(
    project: ProjectPath,
    search: Search = "",
    status: Annotated[list[StatusName] | None, typer.Option(help="With one of these statuses.")] = None,
    label: WithLabel = None,
    without: WithoutLabel = None,
    undecided: Undecided = None,
    flagged: Flagged = None,
    noted: Noted = None,
    source: SourcePart = "",
    since: Since = "",
    until: Until = "",
    finished_by: FinishedBy = None,
    trash: Annotated[bool, typer.Option("--trash", help="What lies in the trash, instead of all else.")] = False,
    sort: Annotated[Sort, typer.Option(help="The order.")] = Sort.IMPORT,
    reverse: Annotated[bool, typer.Option("--reverse", help="The other way round.")] = False,
    annotator: Annotated[
        str | None, typer.Option("--annotator", metavar="NAME", help="The annotator; by default you.")
    ] = None,
    json: Json = False,
) -> None:
    """List the articles for which everything asked holds.

    Statuses, labels, flags, notes, what is undecided and the trash are the annotator's. --json prints {"articles":
    [{"id", "title", "source", "date", "characters", "status", "suggested", "undecided", "flagged", "note",
    "changed_at"}]}.
    """
    from annotator.app.project import Project
    from annotator.cli.render import print_articles, print_json
    from annotator.core.annotation import Status

    with Project.open(project) as opened:
        who = whose(opened, annotator)
        query = query_of(
            opened,
            search=search,
            label=label,
            without=without,
            undecided=undecided,
            flagged=flagged,
            noted=noted,
            source=source,
            since=since,
            until=until,
            finished_by=finished_by,
        )
        statuses = frozenset(Status[each.name] for each in status or ())
        query = query._replace(statuses=statuses, trashed=trash, sort=sort, reverse=reverse)
        found = opened.summaries(opened.find_articles(query, annotator=who), annotator=who)
    if json:
        print_json({"articles": [_to_json(each) for each in found]})
    else:
        print_articles(found)


def _to_json(article: ArticleSummary) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "date": article.date,
        "characters": article.length,
        "status": article.status.value,
        "suggested": article.suggested,
        "undecided": article.undecided,
        "flagged": article.flagged,
        "note": article.note,
        "changed_at": article.changed_at,
    }
