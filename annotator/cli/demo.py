"""``annotator demo``: the whole main job on the sample article, in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from annotator.core.errors import UserError

_ANNOTATOR = "demo"


def demo(
    folder: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where to write; by default “demo” in your data folder for the program."),
    ] = None,
) -> None:
    """Do the whole main job on the sample article, without a window.

    Imports the article into a project, suggests, shows it with its coloured entities, accepts everything in place
    of an annotator, finishes the article, exports training data for spaCy, reads it back, and says what was written
    and where. Running it again changes nothing and writes the export anew.
    """
    run_demo(folder)


def run_demo(folder: Path | None) -> None:
    """Do what `demo` says.

    Args:
        folder: where to write; by default ``demo`` in the user's data folder for the program.

    Raises:
        UserError: something could not be written.
    """
    from annotator.app.demo import read_export, sample_project
    from annotator.app.export_options import ExportOptions
    from annotator.app.exporting import export
    from annotator.app.project import Project
    from annotator.app.session import Session
    from annotator.app.suggesting import suggest
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_article
    from annotator.core.annotation import Status
    from annotator.paths import data_folder

    where = folder or data_folder() / "demo"
    with progress_bar("loading spaCy"):
        path = sample_project(where)
    with Project.open(path) as project:
        (article,) = project.articles(project.article_ids()[:1])
        print(f"1. Import: “{article.title}”, {len(article.text):,} characters, {len(article.grid):,} tokens.")
        report = suggest(project)
        known = project.suggestions(article.id).values()
        fresh = "found now" if report.articles else "found earlier"
        count = sum(each.active for each in known)
        print(f"2. Suggest: {count} spans, {fresh} by the pipeline “{report.pipeline}”.")
        session = Session(project, project.add_annotator(_ANNOTATOR))
        session.open(article.id)
        print("3. Show, with a question mark after what is only suggested:\n")
        print_article(article.title, article.text, session.marks(), project.labels())
        pending = session.pending()
        session.accept(pending)
        session.set_status(Status.FINISHED)
        accepted = (
            f"in place of an annotator, who would correct them, {len(pending)} suggestions are accepted as they are"
            if pending
            else "everything was decided earlier"
        )
        print(
            f"\n4. Annotate: {accepted}; the article is {session.annotation.status.value} with "
            f"{len(session.annotation.spans)} spans. Every step is in the project file."
        )
        with progress_bar("exporting") as progress:
            options = ExportOptions(annotators=(_ANNOTATOR,), debug_data=False)
            export(project, where / "training", options, progress=progress)
        stored = [(article.text, [(each.start, each.end, each.label) for each in session.annotation.spans])]
    print(f"5. Save and export: training data for spaCy in {where / 'training'}.")
    if read_export(where / "training") != stored:
        raise UserError(
            f"the export in {where / 'training'} does not hold what is in {path}; please report this.",
            f"L'export dans {where / 'training'} ne contient pas ce qui est dans {path} ; signalez-le.",
        )
    print(f"6. Read back: spaCy finds the same text and the same {len(stored[0][1])} spans in it.\n\nWritten:")
    print(f"   {path}  (the project; “annotator {path}” opens it)")
    for file in sorted((where / "training").iterdir()):
        print(f"   {file}{'/' if file.is_dir() else f'  ({file.stat().st_size:,} bytes)'}")
