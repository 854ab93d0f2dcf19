"""What ``annotator import --dry-run`` prints: the articles that would come in, and what would not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.app.import_options import ImportOptions
    from annotator.app.previewing import Expected, Part


def preview_import(project: Path, paths: Sequence[Path], options: ImportOptions, *, json: bool) -> None:
    """Say what an import would bring, and change nothing.

    Args:
        project: the project file.
        paths: files and folders.
        options: as for the import.
        json: print one object for programs.

    Raises:
        UserError: the project cannot be opened, or a path does not exist.
        Exit: with the code 1 where something could not be read, as the import does.
    """
    from annotator.app.previewing import preview_files
    from annotator.app.project import Project
    from annotator.cli.import_words import print_import
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_json

    expected: list[Expected] = []
    with Project.open(project) as opened, progress_bar("reading") as progress:

        def found(part: Part) -> None:
            expected.extend(part.articles)
            progress(part.examined, part.total)

        preview = preview_files(opened, paths, options, limit=None, found=found)
    if json:
        print_json({**preview.to_json(), "expected": [each.to_json() for each in expected]})
    else:
        for each in expected:
            print(_line(each))
        print_import(preview.report, dry_run=True)
    if preview.report.problems:
        raise typer.Exit(1)


def _line(expected: Expected) -> str:
    """Say of an article on one line where it is, its title, length, date and spans."""
    spans = ", ".join(f"{count} {label}" for label, count in expected.spans.items())
    facts = [f"{expected.length:,} characters", expected.date or "", spans]
    return f"{expected.where}: “{expected.title}” ({'; '.join(fact for fact in facts if fact)})"
