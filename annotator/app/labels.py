"""The labels of a project as a person changes them, and who annotates in it."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.app.project import Project
from annotator.core.errors import UserError
from annotator.core.labels import Label, clean_labels
from annotator.store import labels as stored_labels
from annotator.store.labels import Contribution

__all__ = ["Contribution", "change_labels", "contributions"]


def change_labels(project: Project, labels: Sequence[Label]) -> tuple[Label, ...]:
    """Give the labels of a project other names, colours, keys and guidelines; spans keep theirs by its id.

    Returns:
        The labels as they are kept.

    Raises:
        UserError: two have one key or one name, a name is blank, a colour cannot be read, or they are others than
            those of the project.
    """
    cleaned = clean_labels(labels)
    with project.database.transaction():
        known = [label.id for label in project.labels()]
        if [label.id for label in cleaned] != known:
            listed = ", ".join(known)
            raise UserError(
                f"the labels of this project are {listed}; none can come or go.",
                f"Les étiquettes de ce projet sont {listed} ; aucune ne peut s'ajouter ni disparaître.",
            )
        stored_labels.save(project.database, cleaned)
    return cleaned


def contributions(project: Project) -> list[Contribution]:
    """Return what every annotator has done in the project, in the order in which they came."""
    return stored_labels.contributions(project.database)
