"""``annotator import`` and ``annotator imports``: articles come in, and what came in is shown again or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.arguments import Json, ProjectPath
from annotator.cli.listing import StatusName

_FIELDS = ("text", "title", "source", "date")


def import_(
    project: ProjectPath,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help='Files and folders; "annotator formats" lists what is read.')
    ],
    annotator: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Whose spans they are; by default whom the files name, else an annotator named “import”.",
        ),
    ] = None,
    status: Annotated[
        StatusName, typer.Option(help="The status that articles with spans get, where the file says none.")
    ] = StatusName.IN_PROGRESS,
    map: Annotated[
        list[str] | None,
        typer.Option(metavar="THEIRS=OURS", help="Take a label for one of ours; LOC= leaves it out. Repeat for more."),
    ] = None,
    create_labels: Annotated[
        bool, typer.Option("--create-labels", help="Make a label of each one the project does not have.")
    ] = False,
    snap: Annotated[
        bool, typer.Option("--snap", help="Widen spans that cut a word to whole words, instead of leaving them out.")
    ] = False,
    as_suggestions: Annotated[
        bool, typer.Option("--as-suggestions", help="The spans become suggestions, to be decided.")
    ] = False,
    format: Annotated[
        str | None, typer.Option(metavar="NAME", help="The format of all files; by default each tells its own.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding of text files; by default each tells its own.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=HEADING",
            help="Which column of a table holds text, title, source or date: its heading or number. Repeat for more.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would come in and what would not, and change nothing.")
    ] = False,
    json: Json = False,
) -> None:
    """Take articles into a project, all of them or, where it is broken off, none.

    A .txt file is one article. A line of a .jsonl file is one article: {"text": …}, and where given "title",
    "date", "source", "meta" and "spans", a list of {"start", "end", "label"} in Unicode code points, the end
    exclusive. "annotator formats" lists the others; which one a file is, its content tells. Texts that are in the
    project already are left out and named, but what somebody marked in them is added where they have marked nothing
    there yet. Bad lines are reported with file and line while the good ones go in; the exit code is 1 then.

    --json prints {"files", "articles", "spans", "annotator", "status", "unfinished", "duplicates", "problems",
    "left_out", "notes", "first", "formats", "labels", "trimmed", "snapped", "near_duplicates", "annotations",
    "attached", "suggestions", "conflicts", "import"}. Lists are of objects, most of them with "where"; "first" is the
    id of the first new article, "import" the number under which the project remembers all this.

    --dry-run lists the articles that would come in, one a line, and tells the rest as the import would; with --json
    it prints the same object with the list "expected".
    """
    from annotator.app.import_options import ImportOptions
    from annotator.app.importing import import_files
    from annotator.app.project import Project
    from annotator.cli.import_words import print_import
    from annotator.cli.previewing import preview_import
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_json
    from annotator.core.annotation import Status

    options = ImportOptions(
        annotator,
        Status[status.name],
        {theirs: ours or None for theirs, ours in _pairs(map, "--map", "PER=leader, or LOC= to leave LOC out")},
        create_labels,
        snap,
        as_suggestions,
        format,
        encoding,
        _columns(column),
    )
    if dry_run:
        preview_import(project, paths, options, json=json)
        return
    with Project.open(project) as opened, progress_bar("importing") as progress:
        report = import_files(opened, paths, options, progress=progress)
    if json:
        print_json(report.to_json())
    else:
        print_import(report)
    if report.problems:
        raise typer.Exit(1)


def _columns(given: Sequence[str] | None) -> dict[str, str]:
    columns = dict(_pairs(given, "--column", "text=Corps"))
    for field, heading in columns.items():
        if field not in _FIELDS or not heading:
            raise typer.BadParameter(
                f"“{field}={heading}” names no column; write one of {', '.join(_FIELDS)}, a sign of equality and the "
                "heading of the column, as in --column text=Corps"
            )
    return columns


def _pairs(given: Sequence[str] | None, option: str, example: str) -> list[tuple[str, str]]:
    """Take values with a sign of equality apart; labels may hold one themselves, so that the last one counts."""
    pairs = []
    for each in given or ():
        left, sign, right = each.rpartition("=")
        if not sign or not left.strip():
            raise typer.BadParameter(f"“{each}” says nothing to {option}; write it as in {option} {example}")
        pairs.append((left.strip(), right.strip()))
    return pairs


def imports(
    project: ProjectPath,
    number: Annotated[int | None, typer.Argument(metavar="NUMBER", help="The import to show in full.")] = None,
    undo: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Take this import back, with everything it brought.")
    ] = None,
    json: Json = False,
) -> None:
    """List the imports and merges a project remembers, show one in full, or take one back.

    Undoing an import takes away its articles, the annotations and suggestions it added to others, and the labels it
    made that nobody uses; undoing a merge also puts back what it changed. Where somebody has worked on any of it
    since, nothing is undone and the articles are named. --json prints {"imports": [{"import", "at", "sources",
    "options", "report", "undone_at", "kind"}]}, with --undo {"import", "articles", "annotations", "suggestions",
    "labels"}.
    """
    from annotator.app.imports import kept_import, kept_imports, undo_import
    from annotator.app.name_at_work import name_at_work
    from annotator.app.project import Project
    from annotator.cli.import_words import print_imports, print_kept
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import count_of, print_json

    if undo is not None and number is not None:
        raise typer.BadParameter("give a number to show or --undo, not both")
    with Project.open(project) as opened:
        if undo is not None:
            with progress_bar("undoing") as progress:
                undone = undo_import(opened, undo, stays=name_at_work(opened).name, progress=progress)
            if json:
                print_json(undone.to_json())
            else:
                print(f"Import {undo} is undone: {count_of(undone.articles, 'article')} gone.")
            return
        kept = kept_imports(opened) if number is None else [kept_import(opened, number)]
    if json:
        print_json(
            {
                "imports": [
                    {
                        "import": each.id,
                        "at": each.at,
                        "sources": each.sources,
                        "options": each.options,
                        "report": each.report,
                        "undone_at": each.undone_at,
                        "kind": each.kind,
                    }
                    for each in kept
                ]
            }
        )
    elif number is None:
        print_imports(kept)
    else:
        print_kept(kept[0])
