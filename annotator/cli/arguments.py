"""Arguments and options that several commands take alike, and the query that the filters among them make."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.core.listing import ArticleQuery

ProjectPath = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file; .annot may be left out.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead, for programs.")]

# The filters, for `query_of`.
Search = Annotated[
    str, typer.Option(metavar="WORDS", help="Words in title or text, accents or not; in quotes, side by side.")
]
WithLabel = Annotated[list[str] | None, typer.Option(metavar="LABEL", help="With a span of this label.")]
WithoutLabel = Annotated[list[str] | None, typer.Option(metavar="LABEL", help="Without a span of this label.")]
Undecided = Annotated[
    bool | None, typer.Option("--undecided/--decided", help="With suggestions to decide, or with none left.")
]
Flagged = Annotated[bool | None, typer.Option("--flagged/--no-flag", help="With a flag, or without one.")]
Noted = Annotated[bool | None, typer.Option("--noted/--no-note", help="With a note, or without one.")]
SourcePart = Annotated[str, typer.Option(metavar="PART", help="With this in its source.")]
Since = Annotated[str, typer.Option(metavar="DATE", help="From this year, month or day on.")]
Until = Annotated[str, typer.Option(metavar="DATE", help="Up to this year, month or day, included.")]
FinishedBy = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Finished by one of these annotators.")]


def query_of(
    project: Project,
    *,
    search: str,
    label: Iterable[str] | None,
    without: Iterable[str] | None,
    undecided: bool | None,
    flagged: bool | None,
    noted: bool | None,
    source: str,
    since: str,
    until: str,
    finished_by: Iterable[str] | None,
) -> ArticleQuery:
    """Return the query that the filters make, in the order of import.

    Raises:
        UserError: the project has no such label or annotator.
        BadParameter: a date is none.
    """
    from annotator.core.listing import ArticleQuery, is_date

    for date in (since, until):
        if date and not is_date(date):
            raise typer.BadParameter(f"“{date}” is no date; write 2022, 2022-03 or 2022-03-31")
    return ArticleQuery(
        words=search,
        labels=frozenset(project.find_label(each) for each in label or ()),
        without=frozenset(project.find_label(each) for each in without or ()),
        undecided=undecided,
        flagged=flagged,
        noted=noted,
        source=source,
        since=since,
        until=until,
        finished_by=frozenset(project.find_annotator(each) for each in finished_by or ()),
    )
