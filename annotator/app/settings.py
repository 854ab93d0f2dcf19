"""What the program remembers of the person who uses it: name, language, recent projects.

One JSON file in the user's settings folder. A file that is missing, broken or from another version never keeps the
program from starting: what cannot be read counts as not set.
"""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.core.causes import cause_of
from annotator.core.errors import UserError
from annotator.paths import config_folder

LANGUAGES = ("fr", "en")
_RECENT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered.

    Attributes:
        annotator: the person's name, as it stands in projects.
        language: ``"fr"`` or ``"en"``, of the window; None follows the system.
        recent: projects opened lately, the last one first.
        window: what the window keeps for itself, by name; anything JSON can hold.
        named: the person gave the name; until then it is what the system calls them.
        keys: the keys of actions, by the action's name, where they are not those the program comes with.
    """

    annotator: str
    language: str | None = None
    recent: tuple[Path, ...] = ()
    window: Mapping[str, Any] = field(default_factory=dict)
    named: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_annotator(self, name: str) -> Settings:
        """Return the settings with the name a person gave.

        Raises:
            UserError: the name is blank.
        """
        name = " ".join(name.split())
        if not name:
            raise UserError("an annotator needs a name.", "Un annotateur doit avoir un nom.")
        return replace(self, annotator=name, named=True)

    def with_window(self, **window: Any) -> Settings:
        """Return the settings with other values of what the window keeps; None takes a value out."""
        kept = {**self.window, **window}
        return replace(self, window={name: value for name, value in kept.items() if value is not None})

    def with_keys(self, keys: Mapping[str, tuple[str, ...]]) -> Settings:
        """Return the settings with these keys of actions and no others."""
        return replace(self, keys=dict(keys))

    def with_recent(self, project: Path) -> Settings:
        """Return the settings with ``project`` in front of the recent ones."""
        here = project.absolute()
        return replace(self, recent=(here, *(path for path in self.recent if path != here))[:_RECENT])


def settings_file() -> Path:
    """Return where the settings are kept."""
    return config_folder() / "settings.json"


def load() -> Settings:
    """Read the settings; whatever is missing or unreadable has its default."""
    try:
        kept = json.loads(settings_file().read_text("utf-8"))
    except (OSError, ValueError):
        kept = {}
    if not isinstance(kept, dict):
        kept = {}
    name, language = kept.get("annotator"), kept.get("language")
    recent, window = kept.get("recent"), kept.get("window")
    given = name.strip() if isinstance(name, str) else ""
    return Settings(
        given or default_annotator(),
        language if language in LANGUAGES else None,
        tuple(Path(path) for path in recent if isinstance(path, str)) if isinstance(recent, list) else (),
        window if isinstance(window, dict) else {},
        bool(given),
        _keys(kept.get("keys")),
    )


def _keys(kept: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(kept, dict):
        return {}
    return {
        name: tuple(keys)
        for name, keys in kept.items()
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys)
    }


def save(settings: Settings) -> None:
    """Write the settings; the file is whole at every moment.

    Raises:
        UserError: the settings folder cannot be written.
    """
    named = settings.named or settings.annotator != default_annotator()
    written = json.dumps(
        {
            "annotator": settings.annotator if named else None,
            "language": settings.language,
            "recent": [str(path) for path in settings.recent],
            "window": dict(settings.window),
            "keys": {name: list(keys) for name, keys in settings.keys.items()},
        },
        ensure_ascii=False,
        indent=2,
    )
    try:
        path = settings_file()
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            beside.write_text(written + "\n", "utf-8")
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        why = cause_of(error)
        raise UserError(
            f"the settings could not be saved in {settings_file()} ({why.en}); check your rights there.",
            f"Impossible d'enregistrer les réglages dans {settings_file()} ({why.fr}) ; vérifiez vos droits.",
        ) from error


def change(how: Callable[[Settings], Settings]) -> Settings:
    """Change what is kept, read anew first: another window may have saved other things meanwhile.

    Args:
        how: makes the settings to be kept of those that are.

    Returns:
        The settings as they are kept now.

    Raises:
        UserError: the settings folder cannot be written.
    """
    kept = load()
    changed = how(kept)
    if changed != kept:
        save(changed)
    return changed


def default_annotator() -> str:
    """Return the name to go by where none was ever given: the operating system's name of the user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, as in some containers
        return "annotator"
