"""Write what annotators finished: as training data for spaCy, or in one of the formats of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app.export_options import SPACY, ExportOptions

if TYPE_CHECKING:
    from annotator.app.export_report import FileReport
    from annotator.app.project import Project
    from annotator.app.training_report import TrainingReport

ALL_DEFAULT = ExportOptions()
"""Training data for spaCy, of everything that is finished."""


def export(
    project: Project,
    target: Path,
    options: ExportOptions = ALL_DEFAULT,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> TrainingReport | FileReport:
    """Write articles of a project into a file or folder.

    What is written is read back and compared before it is moved into its place; what was there stays as it is until
    then. A finished article without spans says that it holds nothing; in training data, what is not marked in an
    article that is not finished counts as unknown.

    Args:
        project: where the articles are.
        target: where to: for ``spacy`` a new or empty folder, or an earlier export; for other formats a new file or
            folder, or one that an export of this project left there and nobody has changed since.
        options: what to write, and how.
        progress: told how many steps of how many are done; it may raise to stop, nothing has changed then.

    Raises:
        UserError: nothing is there to be exported, an annotator or the format is unknown, the place is not free or
            writable, an option is none, or what was written reads back otherwise.
    """
    options.require_sound()
    if options.format == SPACY:
        from annotator.app.training_folder import export_training

        return export_training(project, target, options, progress=progress)
    from annotator.app.file_export import export_file

    return export_file(project, target, options, progress=progress)
