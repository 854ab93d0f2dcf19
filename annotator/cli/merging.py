"""``annotator merge``: copies of a project are brought together in it."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.arguments import Json, ProjectPath


class PartName(enum.StrEnum):
    """What copies may have otherwise, as the command line writes it."""

    LABELS = "labels"
    GUIDELINES = "guidelines"
    LEXICON = "lexicon"
    SPLITS = "splits"


def merge(
    project: ProjectPath,
    others: Annotated[
        list[Path], typer.Argument(metavar="OTHER", help="Copies of the project; they stay as they are.")
    ],
    take: Annotated[
        list[PartName] | None, typer.Option(help="Take over what they have otherwise of this; repeat for more.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would come and what differs, and change nothing.")
    ] = False,
    json: Json = False,
) -> None:
    """Bring copies of a project back together in it, in one step; "annotator imports --undo" takes it back.

    Articles are the same where their texts are, annotators where their names are; each one's annotations are kept
    apart. Every edit in the logs of the copies comes in, and of two edits to one thing the newer stands: where project
    and copy differ without knowing of each other, both are listed. Merging again changes nothing. Labels and splits
    that spans need come along; what else differs in labels, guidelines, lexicon (with silent rules) and splits is
    listed and taken over where --take says so.

    --json prints {"copies", "articles", "first", "known", "edits", "work": [{"annotator", "articles": [ids], "added",
    "changed", "removed", "decisions", "others"}], "by_copy": [{"copy", "articles", "new", "edits", "work"}],
    "conflicts": [{"article", "title", "annotator", "copy", "kind", "start", "end", "here", "there", "won"}],
    "labels": [ids], "differences": [{"part", "copy", "what", "field", "here", "there", "taken", "needed"}],
    "off_grid": [{"en", "fr"}], "merge"}.
    """
    from annotator.app.merging import Part
    from annotator.app.merging import merge as merge_copies
    from annotator.app.name_at_work import name_at_work
    from annotator.app.project import Project
    from annotator.cli.merge_words import print_merge
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_json

    with Project.open(project) as opened, progress_bar("merging") as progress:
        report = merge_copies(
            opened,
            others,
            take=[Part(each.value) for each in take or ()],
            annotator=name_at_work(opened).name,
            dry_run=dry_run,
            progress=progress,
        )
    if json:
        print_json(report.to_json())
    else:
        print_merge(report.to_json(), dry_run=dry_run)
