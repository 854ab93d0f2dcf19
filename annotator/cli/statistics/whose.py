"""Whose work a topic tells of that is about one annotator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.cli.listing import whose
from annotator.core.errors import UserError

if TYPE_CHECKING:
    from annotator.app.project import Project


def one_annotator(project: Project, names: Sequence[str]) -> int:
    """Return the id of the one annotator meant: the one named, else you, else the only one there is.

    Raises:
        UserError: several are named, or nobody of that name, or none is named and there are several.
    """
    if len(names) > 1:
        raise UserError(
            "this topic tells of one annotator at a time; give --annotator once.",
            "Cette rubrique porte sur un annotateur à la fois ; donnez --annotator une seule fois.",
        )
    who = whose(project, names[0] if names else None)
    if who:
        return who
    known = ", ".join(project.annotators().values())
    if not known:
        raise UserError("nobody has annotated anything yet.", "Personne n'a encore rien annoté.")
    raise UserError(
        f"say whose work is meant with --annotator (there are: {known}).",
        f"Dites de qui il s'agit avec --annotator (il y a : {known}).",
    )
