"""Under which name a person works in a project: their own, or that of whom a copy was shared with."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from annotator.app import settings
from annotator.app.project import Project
from annotator.store.sharing import shared_with

_SETTING = "copies"
_KEPT = 40


class NameAtWork(NamedTuple):
    """Who works in a project.

    Attributes:
        name: the name to work under.
        shared_with: whom the project file was made for; None where it is no copy.
        own: the name the person gave the program; None where they were never asked.
        first: the file is such a copy and the person has not worked in it here yet.
    """

    name: str
    shared_with: str | None
    own: str | None
    first: bool


def name_at_work(project: Project) -> NameAtWork:
    """Return the name that a person works under in a project.

    In a copy that was shared with somebody this is their name, whatever the program calls them elsewhere: when the
    copies are merged, decisions belong to whoever is called so. Who is "Ana" to those who share may well be "a.dupont"
    on her own computer. A person who chose another name for this file, as who only looks into somebody's copy may,
    keeps that one. In all other projects it is the name in the settings.
    """
    kept = settings.load()
    own = kept.annotator if kept.named else None
    made_for = shared_with(project.database)
    if made_for is None:
        return NameAtWork(kept.annotator, None, own, first=False)
    chosen = names_in_copies(kept).get(_key(project.path))
    return NameAtWork(chosen or made_for, made_for, own, first=chosen is None)


def keep_name(project: Project, name: str) -> None:
    """Remember under which name the person works in a copy from now on; nothing where the project is no copy.

    Raises:
        UserError: the settings cannot be saved.
    """
    if shared_with(project.database) is None:
        return

    def change(kept: settings.Settings) -> settings.Settings:
        others = {path: known for path, known in names_in_copies(kept).items() if path != _key(project.path)}
        return kept.with_window(**{_SETTING: dict([*others.items(), (_key(project.path), name)][-_KEPT:])})

    settings.change(change)


def names_in_copies(kept: settings.Settings) -> dict[str, str]:
    """Return the names a person works under in copies, by the path of the file."""
    known = kept.window.get(_SETTING)
    if not isinstance(known, dict):
        return {}
    return {path: name for path, name in known.items() if isinstance(path, str) and isinstance(name, str) and name}


def _key(path: Path) -> str:
    return str(path.absolute())
