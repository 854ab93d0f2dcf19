"""``annotator list``: the articles of a project, searched, filtered and sorted as in the window."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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
    from annotator.app import settings

    if name is not None:
        return project.find_annotator(name)
    names = {known.casefold(): id for id, known in project.annotators().items()}
    only = next(iter(names.values())) if len(names) == 1 else 0
    return names.get(settings.load().annotator.casefold(), only)


def list_articles(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file; .annot may be left out.")],
    search: Annotated[
        str, typer.Option(metavar="WORDS", help="Words in title or text, accents or not; in quotes, side by side.")
    ] = "",
    status: Annotated[list[StatusName] | None, typer.Option(help="With one of these statuses.")] = None,
    label: Annotated[list[str] | None, typer.Option(metavar="LABEL", help="With a span of this label.")] = None,
    without: Annotated[list[str] | None, typer.Option(metavar="LABEL", help="Without a span of this label.")] = None,
    undecided: Annotated[
        bool | None, typer.Option("--undecided/--decided", help="With suggestions to decide, or with none left.")
    ] = None,
    flagged: Annotated[bool | None, typer.Option("--flagged/--no-flag", help="With a flag, or without one.")] = None,
    noted: Annotated[bool | None, typer.Option("--noted/--no-note", help="With a note, or without one.")] = None,
    source: Annotated[str, typer.Option(metavar="PART", help="With this in its source.")] = "",
    since: Annotated[str, typer.Option(metavar="DATE", help="From this year, month or day on.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Up to this year, month or day, included.")] = "",
    finished_by: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Finished by one of these annotators.")
    ] = None,
    trash: Annotated[bool, typer.Option("--trash", help="What lies in the trash, instead of all else.")] = False,
    sort: Annotated[Sort, typer.Option(help="The order.")] = Sort.IMPORT,
    reverse: Annotated[bool, typer.Option("--reverse", help="The other way round.")] = False,
    annotator: Annotated[
        str | None, typer.Option("--annotator", metavar="NAME", help="The annotator; by default you.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead, for programs.")] = False,
) -> None:
    """List the articles for which everything asked holds.

    Statuses, labels, flags, notes, what is undecided and the trash are the annotator's. --json prints {"articles":
    [{"id", "title", "source", "date", "characters", "status", "suggested", "undecided", "flagged", "note",
    "changed_at"}]}.
    """
    from annotator.app.project import Project
    from annotator.cli.render import print_articles, print_json
    from annotator.core.annotation import Status
    from annotator.core.listing import ArticleQuery, is_date

    for date in (since, until):
        if date and not is_date(date):
            raise typer.BadParameter(f"“{date}” is no date; write 2022, 2022-03 or 2022-03-31")
    with Project.open(project) as opened:
        who = whose(opened, annotator)
        query = ArticleQuery(
            words=search,
            statuses=frozenset(Status[each.name] for each in status or ()),
            labels=frozenset(opened.find_label(each) for each in label or ()),
            without=frozenset(opened.find_label(each) for each in without or ()),
            undecided=undecided,
            flagged=flagged,
            noted=noted,
            source=source,
            since=since,
            until=until,
            finished_by=frozenset(opened.find_annotator(each) for each in finished_by or ()),
            trashed=trash,
            sort=sort,
            reverse=reverse,
        )
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
