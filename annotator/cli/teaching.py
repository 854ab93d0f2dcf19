"""``annotator lexicon`` and ``annotator rules``: what a project teaches the suggester."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli.arguments import Json, ProjectPath

if TYPE_CHECKING:
    from annotator.app.project import Project


def lexicon(
    project: ProjectPath,
    add: Annotated[str | None, typer.Option(metavar="WORD", help="Add a word or phrase; give its --label too.")] = None,
    label: Annotated[str | None, typer.Option(metavar="LABEL", help="The label of the word added.")] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why, for the next person.")] = "",
    remove: Annotated[str | None, typer.Option(metavar="WORD", help="Take a word out again.")] = None,
    json: Json = False,
) -> None:
    """Show or change the words a project has of its own.

    They are suggested with their label wherever they stand. A change counts from the next "annotator suggest" on.
    --json prints {"entries": [{"form", "label", "note"}]}.
    """
    from annotator.app import lexicon as lexicons
    from annotator.cli.render import print_json, print_table

    if (add is None) != (label is None):
        raise typer.BadParameter("--add and --label go together")
    with _open(project) as opened:
        if remove is not None:
            lexicons.remove_entry(opened, remove)
        if add is not None and label is not None:
            lexicons.add_entry(opened, add, label=label, note=note)
        entries = lexicons.lexicon(opened).entries
    if json:
        print_json({"entries": [{"form": each.form, "label": each.label, "note": each.note} for each in entries]})
    elif entries:
        print_table("word", "label", "note", rows=[(each.form, each.label, each.note) for each in entries])
    else:
        print("This project has no words of its own.")


def rules(
    project: Annotated[
        Path | None, typer.Argument(metavar="PROJECT", help="A project; without one, every rule there is.")
    ] = None,
    silence: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Silence a rule in the project; repeat for several.")
    ] = None,
    allow: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Let a silenced rule speak again; repeat for several.")
    ] = None,
    json: Json = False,
) -> None:
    """Show the rules of the suggester, or silence some in a project.

    A change counts from the next "annotator suggest" on. --json prints {"rules": [{"id", "label", "tier", "en", "fr",
    "silent"}]}; the label is null where a rule only keeps others out.
    """
    from annotator.app import lexicon as lexicons
    from annotator.cli.render import print_json, print_table

    both = set(silence or ()) & set(allow or ())
    if both:
        raise typer.BadParameter(f"{', '.join(sorted(both))}: silence it or allow it, not both")
    silent: frozenset[str] = frozenset()
    if project is not None:
        with _open(project) as opened:
            lexicons.change_rules(opened, silence=silence or (), allow=allow or ())
            silent = lexicons.lexicon(opened).silent_rules
    elif silence or allow:
        raise typer.BadParameter("--silence and --allow need a project")
    known = lexicons.known_rules()
    if json:
        print_json(
            {
                "rules": [
                    {
                        "id": each.id,
                        "label": each.label,
                        "tier": each.tier.value,
                        "en": each.reason.en,
                        "fr": each.reason.fr,
                        "silent": each.id in silent,
                    }
                    for each in known
                ]
            }
        )
    else:
        print_table(
            "rule",
            "label",
            "tier",
            "why",
            "here",
            rows=[
                (each.id, each.label or "–", each.tier.value, each.reason.en, "silent" if each.id in silent else "")
                for each in known
            ],
        )


def _open(path: Path) -> Project:
    from annotator.app.project import Project

    return Project.open(path)
