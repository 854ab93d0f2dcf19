"""The counts that a project keeps for its statistics, brought up to date: at once where little waits, else by a job."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.store import counting as stored

if TYPE_CHECKING:
    from annotator.app.project import Project

FEW = 500
"""As many annotations are counted by the way, while somebody waits; more are work for the background."""


def much_waits(project: Project) -> bool:
    """Tell whether more is to be counted anew than can be done while somebody waits."""
    return stored.waiting(project.database, most=FEW + 1) > FEW


def refresh(project: Project, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Bring every kept count up to date.

    Args:
        project: the project file, no transaction under way.
        progress: told how many annotations of how many are counted; it may raise to stop, and what was counted stays
            counted.
    """
    stored.refresh(project.database, progress=progress)


def refresh_all(project: Project, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Bring every kept count up to date, then what is kept of where each annotator's work does not agree with itself.

    This is what the background does. It looks through the texts, which a large project cannot have done while somebody
    waits; the counts come first, so that they stand even where it is stopped.

    Args:
        project: the project file, no transaction under way.
        progress: as for `refresh`; it begins again with each annotator.
    """
    from annotator.app.consistency import Consistency

    refresh(project, progress=progress)
    for annotator in project.names():
        Consistency(project, annotator).refresh(progress=progress)


def refresh_few(project: Project) -> bool:
    """Bring the kept counts up to date where that takes a moment only; tell whether they are."""
    if much_waits(project):
        return False
    refresh(project)
    return True
