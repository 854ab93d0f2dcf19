"""The projects a person opened lately: where they are, when they were opened, and how far the work in them is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.app import settings
from annotator.app.name_at_work import names_in_copies

if TYPE_CHECKING:
    from annotator.store.glances import Glance

_OPENED = "opened"


class Recent(NamedTuple):
    """A project opened lately.

    Attributes:
        path: the project file; it may be gone.
        opened_at: when it was opened last, where that is known.
    """

    path: Path
    opened_at: datetime | None


class Standing(NamedTuple):
    """How a recent project stands.

    Attributes:
        there: whether the file is there.
        glance: how many articles it holds; None where it could not be read at once.
    """

    there: bool
    glance: Glance | None


def recents() -> list[Recent]:
    """Return the projects opened lately, the last one first; no file is looked at."""
    kept = settings.load()
    times = kept.window.get(_OPENED)
    if not isinstance(times, dict):
        times = {}
    return [Recent(path, _time(times.get(str(path)))) for path in kept.recent]


def remember(project: Path) -> None:
    """Remember that a project has been opened just now.

    Raises:
        UserError: the settings cannot be saved.
    """

    def change(kept: settings.Settings) -> settings.Settings:
        kept = kept.with_recent(project)
        return _with_times(kept, {str(kept.recent[0]): datetime.now(UTC).isoformat(timespec="seconds")})

    settings.change(change)


def forget(project: Path) -> None:
    """Take a project out of the recent ones; the file stays as it is.

    Raises:
        UserError: the settings cannot be saved.
    """

    def change(kept: settings.Settings) -> settings.Settings:
        left = tuple(path for path in kept.recent if path != project)
        return _with_times(replace(kept, recent=left), {})

    settings.change(change)


def standings(listed: list[Recent]) -> Iterator[tuple[Path, Standing]]:
    """Look into projects one after the other; a dead network drive may take its time.

    Yields:
        The path of each and how it stands, for whoever works in it by the settings.
    """
    from annotator.store.glances import glance

    kept = settings.load()
    in_copies = names_in_copies(kept)
    for each in listed:
        try:
            there = each.path.is_file()
        except OSError:
            there = False
        annotator = in_copies.get(str(each.path.absolute()), kept.annotator)
        yield each.path, Standing(there, glance(each.path, annotator) if there else None)


def _with_times(kept: settings.Settings, more: dict[str, str]) -> settings.Settings:
    """Return the settings with more times of opening, and without those of projects no longer listed."""
    before = kept.window.get(_OPENED)
    times = {**(before if isinstance(before, dict) else {}), **more}
    listed = {str(path) for path in kept.recent}
    return kept.with_window(**{_OPENED: {path: at for path, at in times.items() if path in listed}})


def _time(written: object) -> datetime | None:
    try:
        return datetime.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None
