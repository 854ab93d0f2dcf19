"""Unpacks zip archives so that nothing a stranger put into one does harm: outside the folder, to disk or to memory.

What an archive says of its members is not believed: bytes are counted as they come out. A member that cannot be taken
is named and passed over; the others come out.
"""

from __future__ import annotations

import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.core.wording import Wording
from annotator.formats.records import Problem
from annotator.formats.source import SourceFile
from annotator.formats.zip_directory import MOST_DIRECTORY_BYTES, directory_bytes

MOST_BYTES = 2**30
"""What all members of an archive may have unpacked, those of archives within it included."""
MOST_MEMBERS = 200_000
"""How many members an archive may have, those of archives within it included."""
MOST_TIMES = 200
"""How many times its packed size a member may have unpacked, beyond the first `_FREE_BYTES`. Texts have 3 to 30."""

_FREE_BYTES = 2**20
_CHUNK = 2**18
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


@dataclass(slots=True)
class Budget:
    """What may still come out of an archive and those within it.

    Attributes:
        bytes: how many bytes.
        members: how many members.
    """

    bytes: int = MOST_BYTES
    members: int = MOST_MEMBERS


class _TooLargeError(Exception):
    """A member unpacks to more than it may."""


class _SpentError(Exception):
    """The archive unpacks to more than it may."""


def unpack(file: SourceFile, folder: Path, budget: Budget) -> Iterator[Problem]:
    """Unpack an archive into an empty folder, keeping its folders, and yield what could not be taken out of it.

    Args:
        file: the archive.
        folder: where to; nothing is written outside it.
        budget: what may come out; what did is taken off it.

    Raises:
        OSError: the archive cannot be read or the folder not be written.
    """
    if directory_bytes(file.path) > MOST_DIRECTORY_BYTES:
        yield Problem(file.at(), _TOO_MANY)
        return
    try:
        archive = zipfile.ZipFile(file.path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError):
        yield Problem(file.at(), _DAMAGED)
        return
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if not members:
            yield Problem(file.at(), _NOTHING)
        for number, member in enumerate(members):
            name = _name(member)
            if any(part.startswith(".") and part.strip(".") for part in name.split("/")) or name.startswith(
                "__MACOSX/"
            ):
                continue  # hidden, as is passed over in folders too
            try:
                problem = _unpack_one(archive, member, name, folder, budget)
            except _SpentError:
                yield Problem(f"{file.at()}/{name}", _spent(len(members) - number))
                return
            if problem is not None:
                yield Problem(f"{file.at()}/{name}", problem)


def _name(member: zipfile.ZipInfo) -> str:
    """Return the name of a member with slashes, read as UTF-8 where it is, though the archive does not say so."""
    name = member.filename.replace("\\", "/")
    if not member.flag_bits & _UTF8_NAME and not name.isascii():
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return _CONTROLS.sub("_", name)


def _unpack_one(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, folder: Path, budget: Budget
) -> Wording | None:
    """Unpack one member, or return why it was not."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or _DRIVE.match(name) or ".." in parts or not parts:
        return _OUTSIDE
    if kind not in (0, stat.S_IFREG):
        return _IRREGULAR
    if member.flag_bits & _ENCRYPTED:
        return _PROTECTED
    if budget.members <= 0:
        raise _SpentError
    budget.members -= 1
    target = folder.joinpath(*parts)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        output = target.open("xb")
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        return _TWICE
    except (OSError, ValueError):
        return _UNNAMEABLE
    why: Wording | None = None
    whole = False
    try:
        with output, archive.open(member) as packed:
            most = _FREE_BYTES + MOST_TIMES * member.compress_size
            written = 0
            while chunk := packed.read(_CHUNK):
                written += len(chunk)
                budget.bytes -= len(chunk)
                if budget.bytes < 0:
                    raise _SpentError
                if written > most:
                    raise _TooLargeError
                output.write(chunk)
        whole = True
    except _TooLargeError:
        why = _BOMB
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, UnicodeError):
        why = _BROKEN
    except (NotImplementedError, RuntimeError):
        why = _UNKNOWN_METHOD
    finally:
        if not whole:
            target.unlink(missing_ok=True)
    return why


def _spent(left: int) -> Wording:
    gigabytes = MOST_BYTES // 2**30
    return Wording(
        f"unpacked, the archive has more than {gigabytes} GB or {MOST_MEMBERS} files; this file and what follows "
        f"({left}) was left out. Unpack it yourself and import the folder.",
        f"une fois décompressée, l'archive dépasse {gigabytes} Go ou {MOST_MEMBERS} fichiers ; ce fichier et les "
        f"suivants ({left}) ont été laissés de côté. Décompressez-la vous-même et importez le dossier.",
    )


_TOO_MANY = Wording(
    "the archive lists too many files; it was not opened. Split it.",
    "l'archive contient trop de fichiers ; elle n'a pas été ouverte. Découpez-la.",
)
_DAMAGED = Wording(
    "the archive is damaged or no zip archive; download or pack it again.",
    "l'archive est abîmée ou n'est pas une archive zip ; téléchargez-la ou compressez-la de nouveau.",
)
_NOTHING = Wording("the archive holds no files.", "l'archive ne contient aucun fichier.")
_OUTSIDE = Wording(
    "its name leads out of the archive; it was left out. Pack the archive again with plain names.",
    "son nom mène hors de l'archive ; il a été laissé de côté. Refaites l'archive avec des noms simples.",
)
_IRREGULAR = Wording(
    "it is a link or a device, not a file; it was left out.",
    "c'est un lien ou un périphérique, pas un fichier ; il a été laissé de côté.",
)
_PROTECTED = Wording(
    "it is protected by a password; unpack the archive yourself and import the folder.",
    "il est protégé par un mot de passe ; décompressez l'archive vous-même et importez le dossier.",
)
_TWICE = Wording(
    "the archive holds another file or folder of that name; only the first was taken.",
    "l'archive contient un autre fichier ou dossier de ce nom ; seul le premier a été pris.",
)
_UNNAMEABLE = Wording(
    "no file can have that name here; rename it in the archive.",
    "aucun fichier ne peut porter ce nom ici ; renommez-le dans l'archive.",
)
_BOMB = Wording(
    f"it unpacks to more than {MOST_TIMES} times its size, as no text does; it was left out.",
    f"il se décompresse en plus de {MOST_TIMES} fois sa taille, ce qu'aucun texte ne fait ; il a été laissé de côté.",
)
_BROKEN = Wording(
    "it is damaged within the archive; it was left out. Pack the archive again.",
    "il est abîmé dans l'archive ; il a été laissé de côté. Refaites l'archive.",
)
_UNKNOWN_METHOD = Wording(
    "it is packed in a way that cannot be read; pack the archive again as an ordinary zip.",
    "il est compressé d'une manière qui ne se lit pas ; refaites l'archive en zip ordinaire.",
)
