"""What was chosen for the last exports, by project: pure Python, no Qt.

A project that was never exported begins with what was chosen for the last one that was.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.app import settings
from annotator.app.export_options import ExportOptions, Whose
from annotator.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

_SETTING = "exports"
_KEPT = 20


class Remembered(NamedTuple):
    """What an export was asked for.

    Attributes:
        options: without the articles, which are another time's.
        flagged: whether articles with a flag go out.
        targets: where to, by the name of the format.
    """

    options: ExportOptions
    flagged: bool = True
    targets: Mapping[str, str] = {}


def recall(project: Path, *, annotator: str) -> Remembered:
    """Return what was chosen for a project last; else for another one, the annotator's own work going out.

    Args:
        project: path of the project file.
        annotator: who exports.
    """
    kept = _kept()
    mine = next((each for each in kept if each.get("project") == str(project)), None)
    if mine is not None:
        return _read(mine, annotator)
    if kept:
        other = _read(kept[0], annotator)
        options = replace(other.options, annotators=(annotator,), whose=Whose.ONE)
        return Remembered(options, other.flagged)
    return Remembered(ExportOptions(annotators=(annotator,)))


def remember(project: Path, options: ExportOptions, *, flagged: bool, target: Path) -> None:
    """Keep what was chosen for a project."""
    plain = replace(options, articles=None, overwrite=False).to_json()
    before = next((each for each in _kept() if each.get("project") == str(project)), {})
    targets = before.get("targets")
    told = {**(targets if isinstance(targets, dict) else {}), options.format: str(target)}
    chosen = {"project": str(project), "options": plain, "flagged": flagged, "targets": told}
    others = [each for each in _kept() if each.get("project") != str(project)]
    settings.change(lambda kept: kept.with_window(**{_SETTING: [chosen, *others][:_KEPT]}))


def _kept() -> list[dict[str, Any]]:
    kept = settings.load().window.get(_SETTING)
    return [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []


def _read(kept: Mapping[str, Any], annotator: str) -> Remembered:
    """Read what another version, or a hand, may have written otherwise."""
    try:
        options = ExportOptions.from_json(kept["options"])
        options.require_sound()
    except (KeyError, TypeError, ValueError, AttributeError, UserError):
        options = ExportOptions(annotators=(annotator,))
    targets = kept.get("targets")
    told = {name: path for name, path in targets.items() if isinstance(path, str)} if isinstance(targets, dict) else {}
    return Remembered(options, kept.get("flagged") is not False, told)
