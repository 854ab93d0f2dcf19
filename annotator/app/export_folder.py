"""What an export writes is made beside its place, and moved there only when it is whole."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.app.training_report import FORMAT, REPORT_FILE
from annotator.core.causes import cause_of
from annotator.core.errors import UserError

OURS = (
    "train.spacy",
    "dev.spacy",
    "test.spacy",
    "config.cfg",
    "config_transformer.cfg",
    "project.yml",
    "base",
    "labels",
    REPORT_FILE,
    "README.md",
)
"""What an export for spaCy writes, besides folds; anything else in its folder is the user's and stays there."""

_SECONDS_UNTIL_LEFT = 24 * 3600
_FOLD = re.compile(r"fold-\d+")


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give a new, empty folder that takes the place of ``folder`` when the block ends without an error.

    What the user has put into an earlier export for spaCy, such as a trained model, is carried over. Where the block
    fails, ``folder`` is as it was.

    Raises:
        UserError: ``folder`` is a file or holds something else than an export, or cannot be written.
    """
    folder = folder.resolve()
    require_free(folder)
    with aside(folder) as new:
        new.mkdir()
        yield new


@contextmanager
def aside(target: Path) -> Iterator[Path]:
    """Give a path of the same name in a new folder beside ``target``; what the block puts there takes its place.

    Where the block fails, ``target`` is as it was, and nothing is left beside it.

    Args:
        target: a file or folder, there or not; the caller knows that it may be replaced.

    Raises:
        UserError: it cannot be written.
    """
    mark = secrets.token_hex(4)
    room = target.with_name(f".{target.name}.{mark}.new")
    try:
        try:
            _take_up(target)
            room.mkdir(parents=True)
            new = room / target.name
            yield new
            _put_in_place(new, target, target.with_name(f".{target.name}.{mark}.old"))
        except OSError as error:
            raise _unwritable(target, error) from error
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _unwritable(target: Path, error: OSError) -> UserError:
    why = cause_of(error)
    kept = target.exists()
    return UserError(
        f"{target} could not be written ({why.en}); check the disk and your rights there."
        + (" The earlier export there is as it was." if kept else ""),
        f"Impossible d'écrire {target} ({why.fr}) ; vérifiez le disque et vos droits."
        + (" L'export précédent y est resté tel quel." if kept else ""),
    )


def require_free(folder: Path) -> None:
    """Refuse a place where something else than an earlier export for spaCy lies.

    Raises:
        UserError: ``folder`` is a file, or a folder that holds something else than an export.
    """
    if not folder.exists() or (folder.is_dir() and (_is_ours(folder) or not any(folder.iterdir()))):
        return
    raise not_free(folder)


def not_free(folder: Path) -> UserError:
    """Return the error for a folder that is not an earlier export."""
    return UserError(
        f"{folder} exists and is not an earlier export; choose another name or an empty folder.",
        f"{folder} existe et n'est pas un export précédent ; choisissez un autre nom ou un dossier vide.",
    )


def _is_ours(folder: Path) -> bool:
    try:
        report = json.loads((folder / REPORT_FILE).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(report, dict) and report.get("format") == FORMAT


def _put_in_place(new: Path, target: Path, old: Path) -> None:
    if not target.is_dir():
        new.replace(target)  # at one stroke, whether or not a file is there
        return
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
    if _is_ours(target):
        _carry_over(old, target, lambda name: name in OURS)
    # The export is in its place; remains that cannot be deleted are no reason to say it failed.
    with suppress(OSError):
        shutil.rmtree(old)


def _carry_over(old: Path, new: Path, is_ours: Callable[[str], bool]) -> None:
    for each in list(old.iterdir()):
        if is_ours(each.name):
            continue
        if _FOLD.fullmatch(each.name) and each.is_dir():
            if any(not is_ours(inside.name) for inside in each.iterdir()):
                (new / each.name).mkdir(exist_ok=True)
                _carry_over(each, new / each.name, is_ours)
        else:
            each.rename(new / each.name)


def _take_up(target: Path) -> None:
    """Bring back what an export moved out of the way when it was killed before the new one was in its place.

    What such an export had begun to write goes, once nobody can be writing there any more.
    """
    if not target.parent.is_dir():
        return
    beside = f".{_literal(target.name)}.*"
    if not target.exists():
        for old in target.parent.glob(f"{beside}.old"):
            old.rename(target)
            break
    for left in target.parent.glob(f"{beside}.new"):
        if time.time() - left.stat().st_mtime > _SECONDS_UNTIL_LEFT:
            shutil.rmtree(left, ignore_errors=True)


def _literal(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)
