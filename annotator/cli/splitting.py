"""``annotator splits``: the tokens a project takes apart."""

from __future__ import annotations

from typing import Annotated

import typer

from annotator.cli.arguments import Json, ProjectPath


def splits(
    project: ProjectPath,
    add: Annotated[
        str | None, typer.Option(metavar="FORM=PART+PART", help="Take a token apart wherever it stands.")
    ] = None,
    remove: Annotated[str | None, typer.Option(metavar="FORM", help="Let a token be whole again.")] = None,
    json: Json = False,
) -> None:
    """Show or change the tokens a project takes apart.

    Where the tokenizer glues, the part that matters cannot be marked: the OTAN of "superOTAN". A split counts in every
    article at once, in the export and for the suggester, from the next "annotator suggest" on. --json prints
    {"splits": [{"form", "parts"}], "changed": {"form", "parts", "articles", "tokens"}}; "changed" is null where nothing
    was asked for.
    """
    from annotator.app import splits as token_splits
    from annotator.app.project import Project
    from annotator.cli.render import print_json, print_table
    from annotator.core.splits import parse_split

    wanted = None if add is None else parse_split(add)
    report = None
    with Project.open(project) as opened:
        if remove is not None:
            report = token_splits.remove_split(opened, remove)
        if wanted is not None:
            report = token_splits.add_split(opened, wanted)
        found = token_splits.splits(opened)
    if json:
        listed = [{"form": each.form, "parts": list(each.parts)} for each in found]
        print_json({"splits": listed, "changed": None if report is None else report.to_json()})
        return
    if report is not None:
        articles = "1 article has" if report.articles == 1 else f"{report.articles} articles have"
        print(f"{articles} other tokens now.")
    if found:
        print_table("token", "parts", rows=[(each.form, " + ".join(each.parts)) for each in found])
    else:
        print("This project takes no tokens apart.")
