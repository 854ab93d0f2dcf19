"""Which files and folders are earlier exports of a project, and so may be replaced without a question.

The project remembers the seal of what it wrote: a hash of all there was in it. What somebody has changed since, or what
came from elsewhere, is not an earlier export, whatever its name and its format.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app.export_folder import not_free
from annotator.core.errors import UserError
from annotator.store import exports as stored_exports

if TYPE_CHECKING:
    from hashlib import _Hash as HASH

    from annotator.app.project import Project

_CHUNK = 2**20


def require_replaceable(project: Project, target: Path, *, folder: bool, overwrite: bool) -> None:
    """Refuse a place where something lies that an export may not replace.

    Args:
        project: what is exported.
        target: the file or folder to write.
        folder: whether it is to be a folder.
        overwrite: whether a file may be replaced whatever it is.

    Raises:
        UserError: something else lies there.
    """
    if not target.exists():
        return
    if target.is_file() and project.path.is_file() and target.samefile(project.path):
        raise UserError(
            f"{target} is the project itself; choose another name.",
            f"{target} est le projet lui-même ; choisissez un autre nom.",
        )
    if target.is_dir():
        if not folder:
            raise UserError(
                f"{target} is a folder, and this format is a file; choose another name.",
                f"{target} est un dossier, et ce format est un fichier ; choisissez un autre nom.",
            )
        if any(target.iterdir()) and not _is_earlier(project, target):
            raise not_free(target)
    elif folder or not target.is_file():
        raise not_free(target)
    elif not overwrite and not _is_earlier(project, target):
        raise UserError(
            f"{target} exists and is not as an earlier export left it; choose another name, or replace it "
            "(--overwrite).",
            f"{target} existe et n'est pas tel qu'un export l'a laissé ; choisissez un autre nom ou "
            "remplacez-le (--overwrite).",
        )


def remember(project: Project, target: Path) -> None:
    """Remember an export that has just been written, unless the project cannot be written itself."""
    with suppress(UserError, OSError):
        seal = _seal(target)
        with project.database.transaction():
            stored_exports.remember(project.database, str(target), seal)


def _is_earlier(project: Project, target: Path) -> bool:
    known = stored_exports.seals(project.database).get(str(target))
    try:
        return known is not None and known == _seal(target)
    except OSError:
        return False


def _seal(target: Path) -> str:
    """Return a hash of a file, or of the names and contents of all files in a folder."""
    seal = sha256()
    if target.is_file():
        _add(seal, target)
        return seal.hexdigest()
    for path in sorted(target.rglob("*")):
        inside = str(path.relative_to(target)).encode("utf-8", "surrogateescape")
        seal.update(len(inside).to_bytes(8, "big") + inside)
        if path.is_file():
            seal.update(path.stat().st_size.to_bytes(8, "big"))
            _add(seal, path)
    return seal.hexdigest()


def _add(seal: HASH, path: Path) -> None:
    with path.open("rb") as file:
        for piece in iter(lambda: file.read(_CHUNK), b""):
            seal.update(piece)
