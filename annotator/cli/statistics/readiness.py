"""Readiness: whether one may train on what an annotator has finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.cli.statistics.command import Asked
    from annotator.core.readiness import Readiness

_MOST_IDS = 10


def show(project: Project, asked: Asked) -> None:
    """Print the checks, each with its verdict and the articles to look at; all articles are gone through first.

    Raises:
        UserError: it is not clear whose articles are meant.
    """
    from annotator.app.readiness import examine, readiness
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_json
    from annotator.cli.statistics.whose import one_annotator

    who = one_annotator(project, asked.annotators)
    with progress_bar("looking") as progress:
        examine(project, who, progress=progress)
    found = readiness(project, who)
    if asked.json:
        print_json(found.to_json())
    else:
        _print(found)


def _print(found: Readiness) -> None:
    from annotator.cli.render import console, table

    out = console()
    out.print(f"{found.annotator}: {found.wording.en}")
    shown = table("verdict", "what", "articles")
    for line in found.lines:
        ids = ", ".join(str(id) for id in line.articles[:_MOST_IDS]) + (", …" if len(line.articles) > _MOST_IDS else "")
        shown.add_row(line.verdict.wording.en, line.wording.en, ids)
    out.print(shown)
