"""``annotator everywhere``: the occurrences of some words in all articles, and one decision for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli.arguments import Json, ProjectPath

if TYPE_CHECKING:
    from annotator.app.everywhere import Found, Occurrence
    from annotator.app.project import Project
    from annotator.core.everywhere import Wish

_SHOWN = 38  # characters on either side


def everywhere(
    project: ProjectPath,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words, as they stand in some article.")],
    label: Annotated[str | None, typer.Option(metavar="LABEL", help="The label to give them.")] = None,
    instead_of: Annotated[
        str | None, typer.Option(metavar="LABEL", help="Only those that carry this label so far.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the --label away instead of giving it.")] = False,
    annotator: Annotated[
        str | None, typer.Option("--annotator", metavar="NAME", help="Whose annotations; by default yours.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done and do nothing.")] = False,
    json: Json = False,
) -> None:
    """List the occurrences of some words in all articles; with --label, label them in one step.

    Plurals, capitals and apostrophes may differ; parts of words are no occurrences. Those that carry another label,
    were rejected or run into other marks are left as they are, and so are finished articles. Undo in the window takes
    the whole step back. --json prints {"occurrences": [{"article", "title", "start", "end", "text", "standing",
    "label", "meant"}], "changed": true or false}.
    """
    from annotator.app.everywhere import Search, settle_everywhere
    from annotator.app.project import Project
    from annotator.app.session import Session
    from annotator.core.occurrences import Surface

    if label is None and (instead_of is not None or remove):
        raise typer.BadParameter("--instead-of and --remove need a --label")
    if remove and instead_of is not None:
        raise typer.BadParameter("--remove takes the --label away; --instead-of changes it: give one of them")
    surface = " ".join(words.split())
    if not surface:
        raise typer.BadParameter("WORDS is empty")
    with Project.open(project) as opened:
        wish = None if label is None else _wish(opened, label, instead_of, remove=remove)
        change = wish is not None and not dry_run
        who = _who(opened, annotator, add=change)
        found = list(Search(opened, who, Surface(surface)).rest())
        meant = {} if wish is None else {each.article: each.meant(wish) for each in found}
        changed = False
        if wish is not None and change:
            chosen = {id: [(one.place.start, one.place.end) for one in those] for id, those in meant.items() if those}
            changed = settle_everywhere(Session(opened, who), wish, chosen) is not None
    _print(found, meant, json=json, changed=changed, wished=wish is not None)


def _wish(project: Project, label: str, instead_of: str | None, *, remove: bool) -> Wish:
    from annotator.core.everywhere import Act, Wish

    id = project.find_label(label)
    if instead_of is not None:
        return Wish(Act.RELABEL, id, instead_of=project.find_label(instead_of))
    return Wish(Act.REMOVE if remove else Act.LABEL, id)


def _who(project: Project, name: str | None, *, add: bool) -> int:
    """Return the annotator named, or else the person at work, who may have to be added or is nobody yet (0)."""
    from annotator.app.name_at_work import name_at_work

    if name is not None:
        return project.find_annotator(name)
    you = name_at_work(project).name
    if add:
        return project.add_annotator(you)
    return next((id for id, known in project.annotators().items() if known.casefold() == you.casefold()), 0)


def _print(found: list[Found], meant: dict[int, list[Occurrence]], *, json: bool, changed: bool, wished: bool) -> None:
    from annotator.cli.render import print_json, print_table

    every = [(each, one, one in meant.get(each.article, ())) for each in found for one in each.occurrences]
    if json:
        listed = [
            {
                "article": each.article,
                "title": each.title,
                "start": one.place.start,
                "end": one.place.end,
                "text": one.words,
                "standing": one.place.standing.value,
                "label": one.place.label,
                "meant": is_meant,
            }
            for each, one, is_meant in every
        ]
        print_json({"occurrences": listed, "changed": changed})
        return
    if every:
        rows = [
            (
                "→" if is_meant else "",
                str(each.article),
                f"{one.before[-_SHOWN:].lstrip()}[{one.words}]{one.after[:_SHOWN].rstrip()}",
                one.place.standing.value,
                one.place.label or "",
            )
            for each, one, is_meant in every
        ]
        print_table("", "article", "in context", "standing", "label", rows=rows)
    count = sum(is_meant for _, _, is_meant in every)
    said = f"{len(every)} occurrence{'s' * (len(every) != 1)} in {len(found)} article{'s' * (len(found) != 1)}"
    if wished:
        said += f", {count} to be changed" if count and not changed else f", {count} changed"
    print(f"{said}.")
