"""``annotator share``: articles are given out among annotators, each in a project file of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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


def share(
    project: ProjectPath,
    to: Annotated[str, typer.Option(metavar="NAMES", help="The annotators, with commas between them.")],
    overlap: Annotated[
        float, typer.Option(metavar="SHARE", help="Which share goes to two annotators: 0.2 for a fifth.")
    ] = 0.0,
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where the files go; by default beside the project.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Deal anew what was given out before.")] = False,
    search: Search = "",
    label: WithLabel = None,
    without: WithoutLabel = None,
    undecided: Undecided = None,
    flagged: Flagged = None,
    noted: Noted = None,
    source: SourcePart = "",
    since: Since = "",
    until: Until = "",
    finished_by: FinishedBy = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say who would get what, and make nothing.")] = False,
    json: Json = False,
) -> None:
    """Give articles out among annotators, each in a project file to be sent; "annotator merge" brings them back.

    Each gets about as much to read. What goes to two is the same for all pairs of annotators, so that agreement can
    be measured. The project remembers who has what: sharing again keeps that, and gives out only what nobody has. In a
    file are the articles of its annotator with their own work so far, suggestions, labels, guidelines, lexicon and
    splits, and nobody else's annotations. Files that are there already are never overwritten.

    --json prints {"copies": [{"annotator", "path", "articles": [ids], "new", "double", "characters"}], "double",
    "given", "kept"}. "double" counts articles with two, "kept" those asked for that somebody had before.
    """
    from fractions import Fraction

    from annotator.app.project import Project
    from annotator.app.sharing import share as share_out
    from annotator.cli.listing import whose
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import count_of, print_json

    with Project.open(project) as opened, progress_bar("sharing") as progress:
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
        report = share_out(
            opened,
            [name for name in to.split(",") if name.strip()],
            overlap=Fraction(str(overlap)),
            into=into,
            query=query,
            whose=whose(opened, None),
            again=again,
            dry_run=dry_run,
            progress=progress,
        )
    if json:
        print_json(report.to_json())
        return
    for each in report.copies:
        print(
            f"{each.path}: {count_of(len(each.articles), 'article')} for {each.annotator} ({each.new} new, "
            f"{count_of(each.characters, 'character')})."
        )
    print(f"{count_of(report.given, 'article')} given out, {report.double} with two.{' Nothing was made.' * dry_run}")
