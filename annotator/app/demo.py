"""The sample article that comes with the program, and the project it is shown in."""

from __future__ import annotations

from pathlib import Path

from annotator.app.project import Project
from annotator.paths import data_folder, resource


def sample_file() -> Path:
    """Return the text file that holds the sample article."""
    return resource("sample", "article.txt")


def sample_project_path(folder: Path | None = None) -> Path:
    """Return where the sample project is or will be: in ``folder``, by default the user's data folder."""
    return (folder or data_folder()) / "sample.annot"


def sample_project(folder: Path | None = None) -> Path:
    """Return the path of a project that holds the sample article, made or completed where need be.

    Args:
        folder: where to keep it; by default the user's data folder.

    Raises:
        UserError: the project cannot be made, or a file of its name is none.
    """
    from annotator.app.importing import import_files

    path = sample_project_path(folder)
    with Project.open(path) if path.exists() else Project.create(path) as project:
        if not project.article_ids():
            import_files(project, [sample_file()])
    return path


def read_export(folder: Path) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Return ``(text, spans)`` of every article in an export for spaCy, as spaCy itself reads them."""
    from annotator.nlp.training_reading import read_back

    files = [folder / name for name in ("train.spacy", "dev.spacy")]
    return [(each.text, each.spans) for file in files for each in read_back(file)]
