"""Zip archives of files of any format, with the folders they have; archives within an archive too, but no deeper."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.core.wording import Wording
from annotator.formats.records import Note, Problem, Reading
from annotator.formats.registry import Format, InputFile, Likeness, find_files
from annotator.formats.source import Head, SourceFile, readable
from annotator.formats.unpacking import Budget, unpack
from annotator.formats.zip_directory import MOST_DIRECTORY_BYTES, directory_bytes

_DEEPEST = 2
# What says that an archive is one document of an office program, an e-book or the like, and no folder of files.
_DOCUMENT_MEMBERS = frozenset(("[Content_Types].xml", "mimetype", "META-INF/manifest.xml", "META-INF/container.xml"))

_TOO_DEEP = Wording(
    "an archive within an archive within an archive is not opened; unpack it yourself and import the folder.",
    "une archive dans une archive dans une archive n'est pas ouverte ; décompressez-la vous-même et importez le "
    "dossier.",
)


def read(file: SourceFile) -> Reading:
    """Yield what is in the files of an archive, each named by the archive and its place in it."""
    yield from _read(file, None, Budget(), depth=1)


def read_as(file: SourceFile, format: Format) -> Reading:
    """Yield what is in the files of an archive, all read as one format."""
    yield from _read(file, format, Budget(), depth=1)


def _read(file: SourceFile, format: Format | None, budget: Budget, *, depth: int) -> Reading:
    if depth > _DEEPEST:
        yield Problem(file.at(), _TOO_DEEP)
        return
    # Removed too where the reading is given up half-way: closing the generator ends the block.
    with TemporaryDirectory(prefix="annotator-zip-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        yield from unpack(file, folder, budget)
        for each in find_files([folder], format=format, options=file.options):
            if isinstance(each, InputFile):
                yield from _inner(each, file, folder, format, budget, depth)
            else:
                yield type(each)(_renamed(each.where, file, folder), each.wording)


def _inner(
    found: InputFile, file: SourceFile, folder: Path, format: Format | None, budget: Budget, depth: int
) -> Iterator[Problem | Note]:
    inner = SourceFile(found.path, _renamed(found.file.name, file, folder), file.options)
    if found.format.name == FORMAT.name:
        reading: Reading = _read(inner, format, budget, depth=depth + 1)
    else:
        reading = InputFile(inner, found.format).read()
    yield from reading  # type: ignore[misc]


def _renamed(where: str, file: SourceFile, folder: Path) -> str:
    """Return the name of something in the folder as a place in the archive."""
    rest = where.removeprefix(readable(folder)).replace("\\", "/")
    return f"{file.name}/{rest.lstrip('/')}"


def count(file: SourceFile) -> int:
    """Return how many files an archive lists."""
    if directory_bytes(file.path) > MOST_DIRECTORY_BYTES:
        return 1
    try:
        with zipfile.ZipFile(file.path) as archive:
            return max(1, sum(not member.is_dir() for member in archive.infolist()))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError):
        return 1


def _likeness(head: Head) -> Likeness:
    if head.is_zip and head.members & _DOCUMENT_MEMBERS:
        return Likeness.NO
    if head.suffix in FORMAT.suffixes:
        return Likeness.SIGNED if head.is_zip else Likeness.NAME
    return Likeness.CONTENT if head.members else Likeness.NO


FORMAT = Format(
    "zip",
    Wording("zip archive of any of these", "archive zip de fichiers de ces formats"),
    (".zip",),
    read,
    count=count,
    likeness=_likeness,
    read_as=read_as,
)
