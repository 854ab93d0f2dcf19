"""A folder that an export writes: made beside its place, and moved there only when it is whole."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.app.export_report import FORMAT, REPORT_FILE
from annotator.core.causes import cause_of
from annotator.core.errors import UserError

OURS = ("train.spacy", "dev.spacy", "config.cfg", "base", "labels", REPORT_FILE, "README.md")
"""What an export writes; anything else in its folder is the user's and stays there."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give a new, empty folder that takes the place of ``folder`` when the block ends without an error.

    What the user has put into an earlier export, such as a trained model, is carried over. Where the block fails,
    ``folder`` is as it was.

    Raises:
        UserError: ``folder`` is a file or holds something else than an export, or cannot be written.
    """
    folder = folder.resolve()
    require_free(folder)
    mark = secrets.token_hex(4)
    new = folder.with_name(f".{folder.name}.{mark}.new")
    try:
        try:
            new.mkdir(parents=True)
            yield new
            _put_in_place(new, folder, folder.with_name(f".{folder.name}.{mark}.old"))
        except OSError as error:
            raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _unwritable(folder: Path, error: OSError) -> UserError:
    why = cause_of(error)
    kept = folder.is_dir() and _is_ours(folder)
    return UserError(
        f"{folder} could not be written ({why.en}); check the disk and your rights there."
        + (" The earlier export there is as it was." if kept else ""),
        f"Impossible d'écrire {folder} ({why.fr}) ; vérifiez le disque et vos droits."
        + (" L'export précédent y est resté tel quel." if kept else ""),
    )


def require_free(folder: Path) -> None:
    """Refuse a place where something else than an earlier export lies.

    Raises:
        UserError: ``folder`` is a file, or a folder that holds something else than an export.
    """
    if not folder.exists() or (folder.is_dir() and (_is_ours(folder) or not any(folder.iterdir()))):
        return
    raise UserError(
        f"{folder} exists and is not an earlier export; choose another name or an empty folder.",
        f"{folder} existe et n'est pas un export précédent ; choisissez un autre nom ou un dossier vide.",
    )


def _is_ours(folder: Path) -> bool:
    try:
        report = json.loads((folder / REPORT_FILE).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(report, dict) and report.get("format") == FORMAT


def _put_in_place(new: Path, folder: Path, old: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    for theirs in [each for each in old.iterdir() if each.name not in OURS]:
        theirs.rename(folder / theirs.name)
    # The export is in its place; remains that cannot be deleted are no reason to say it failed.
    with suppress(OSError):
        shutil.rmtree(old)
