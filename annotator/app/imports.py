"""The imports that a project remembers: what each told, and how one is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from annotator.core.errors import UserError
from annotator.store import annotations as stored_annotations
from annotator.store import history, import_undo, merge_undo
from annotator.store import imports as stored_imports
from annotator.store.imports import Kept as KeptImport

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.store.import_undo import WorkedOn

__all__ = ["KeptImport", "UndoneImport", "kept_import", "kept_imports", "undo_import"]

_NAMED = 3


def kept_imports(project: Project) -> list[KeptImport]:
    """Return the imports a project remembers, the first one first."""
    return stored_imports.kept(project.database)


def kept_import(project: Project, id: int) -> KeptImport:
    """Return an import a project remembers.

    Raises:
        UserError: there is none with that number.
    """
    for kept in stored_imports.kept(project.database, id):
        return kept
    raise UserError(
        f"the project remembers no import {id}; “annotator imports PROJECT” lists them.",
        f"Le projet ne connaît pas d'import {id} ; « annotator imports PROJET » en donne la liste.",
    )


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """What went when an import was taken back.

    Attributes:
        id: of the import.
        articles: how many articles went, with all that was in them.
        annotations: how many annotations went that it had added to other articles.
        suggestions: how many suggestions went that it had added to other articles.
        labels: ids of the labels that went.
    """

    id: int
    articles: int
    annotations: int
    suggestions: int
    labels: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator imports --undo --json`` prints, its names those of the attributes.

        ``import`` stands for the id.
        """
        return {
            "import": self.id,
            "articles": self.articles,
            "annotations": self.annotations,
            "suggestions": self.suggestions,
            "labels": list(self.labels),
        }


def undo_import(
    project: Project, id: int, *, stays: str | None = None, progress: Callable[[int, int], None] | None = None
) -> UndoneImport:
    """Take an import or a merge back in one transaction: all it brought, and labels that nobody uses.

    What a merge changed of annotations goes back as it was; so does what it took over of labels, lexicon and splits,
    unless somebody has changed it since.

    This is no step of anybody's undo, and there is no redo but to import again. The ids of its articles are never given
    to others.

    Args:
        project: the project.
        id: number of the import.
        stays: name of an annotator who is at work and stays, also where the import made them and nothing is left.
        progress: told how many of how many articles are gone; it may raise to stop, and then nothing has changed.

    Raises:
        UserError: there is no such import, it was undone before, somebody has worked on what it brought, or the project
            cannot be written.
    """
    database = project.database
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    with database.transaction():
        kept = kept_import(project, id)
        if kept.undone_at is not None:
            raise UserError(f"import {id} was undone before.", f"L'import {id} a déjà été annulé.")
        way = merge_undo if kept.kind == "merge" else import_undo
        if touched := way.worked_on(database, id):
            raise _refusal(id, touched)
        here = None if stays is None else stored_annotations.find_annotator(database, stays)
        if kept.kind == "merge":
            from annotator.app.merge_parts import give_back

            at = history.next_time(database, datetime.now(UTC))
        undone = way.undo(
            database,
            id,
            at=at,
            present=() if here is None else (here,),
            progress=progress or (lambda _done, _total: None),
        )
        if kept.kind == "merge":
            replaced = stored_imports.replaced(database, id)
            give_back(project, replaced, at=at)
            for author, step in replaced.get("undone", ()):
                history.take_up(database, author, [step], since=kept.step or 0)
    return UndoneImport(id, undone.articles, undone.annotations, undone.suggestions, undone.labels)


def _refusal(id: int, touched: list[WorkedOn]) -> UserError:
    named = touched[:_NAMED]
    more = len(touched) - len(named)
    en = ", ".join(f"“{each.title}”" for each in named) + (f" and {more} more" if more else "")
    fr = ", ".join(f"« {each.title} »" for each in named) + (f" et {more} de plus" if more else "")
    articles = "1 article" if len(touched) == 1 else f"{len(touched)} articles"
    return UserError(
        f"import {id} cannot be undone: somebody has worked on {articles} of it since ({en}). Put articles into the "
        "trash one by one instead.",
        f"Impossible d'annuler l'import {id} : quelqu'un a travaillé depuis sur {articles} ({fr}). Mettez plutôt des "
        "articles à la corbeille.",
    )
