"""The formats the program knows, how each tells its files, and the walk through files and folders that finds them.

A format is a module with a constant ``FORMAT`` in one of `PACKAGES`; adding one touches no other file.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from annotator.core.causes import cause_of
from annotator.core.errors import UserError
from annotator.core.wording import Wording
from annotator.formats.records import Note, Outgoing, Problem, Reading, Trait, WriteOptions
from annotator.formats.source import NO_OPTIONS, Head, ReadOptions, SourceFile, readable

PACKAGES = ("annotator.formats", "annotator.app.native_formats")
"""Where formats are looked for; in the second are those that need spaCy or a project file, which no module here may."""


class Likeness(IntEnum):
    """How sure a format is that a file is its own; the surest reads it, and among equals the first by name."""

    NO = 0
    NAME = 1
    """Its name ends so, or any file of the kind could be."""
    CONTENT = 2
    """What is in it looks so."""
    SIGNED = 3
    """It says so itself."""


Writer = Callable[[Iterable[Outgoing], Path, WriteOptions], None]
"""Writes everything it is given to a path that does not exist yet, or into a new folder there, one by one as it comes.

It raises `UserError` where something cannot be written in the format at all; what `Format.cannot_carry` names it leaves
out in silence, since whoever exports reads the file back and says so.
"""


@dataclass(frozen=True, slots=True)
class Format:
    """What a format declares of itself.

    Attributes:
        name: as written on the command line.
        title: as shown to people.
        suffixes: endings of its files, lower case, with the dot; the first one is what it is written with.
        read: opens a file and yields what is in it, one thing after the other; None where it can only be written.
        count: tells quickly about how many records a file holds, for a progress bar.
        likeness: tells by the beginning of a file whether it is one; by default its name does.
        main_file: the file that one is read with, where it is no file of its own: the ``.txt`` of an ``.ann``. It may
            return the path it was given, for a file that is nothing to read in itself, such as a configuration.
        write: writes articles; None where it can only be read.
        writes_folder: whether what it writes is a folder of files.
        purpose: what it is good for, in a line for whoever chooses a format to write; None where it says that itself.
        cannot_carry: what of an article is lost on the way through it.
        read_as: reads what it holds as files of a given format, where it is a container of files such as an archive.
    """

    name: str
    title: Wording
    suffixes: tuple[str, ...]
    read: Callable[[SourceFile], Reading] | None
    count: Callable[[SourceFile], int] = lambda _: 1
    likeness: Callable[[Head], Likeness] | None = None
    main_file: Callable[[Path], Path | None] = lambda _: None
    write: Writer | None = None
    writes_folder: bool = False
    cannot_carry: frozenset[Trait] = frozenset()
    purpose: Wording | None = None
    read_as: Callable[[SourceFile, Format], Reading] | None = None

    def likeness_to(self, head: Head) -> Likeness:
        """Tell how sure it is that a file is one of its own."""
        if self.likeness is not None:
            return self.likeness(head)
        return Likeness.NAME if head.suffix in self.suffixes else Likeness.NO


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read, and the format to read it with."""

    file: SourceFile
    format: Format

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return self.file.path

    def read(self) -> Reading:
        """Yield what is in the file; a file that cannot be opened or read on is one problem."""
        if self.format.read is None:
            yield Problem(self.file.at(), _only_written(self.format))
            return
        try:
            yield from self.format.read(self.file)
        except OSError as error:
            yield Problem(self.file.at(), _unreadable(error))

    def count(self) -> int:
        """Return about how many records the file holds; 1 where it cannot be read."""
        try:
            return self.format.count(self.file)
        except OSError:
            return 1


@cache
def formats() -> tuple[Format, ...]:
    """Return the formats known, by name."""
    found = []
    for package in PACKAGES:
        for module in pkgutil.iter_modules(import_module(package).__path__):
            format = getattr(import_module(f"{package}.{module.name}"), "FORMAT", None)
            if isinstance(format, Format):
                found.append(format)
    return tuple(sorted(found, key=lambda format: format.name))


def find_format(name: str) -> Format:
    """Return the format of that name.

    Raises:
        UserError: there is none.
    """
    for format in formats():
        if format.name == name:
            return format
    known = ", ".join(format.name for format in formats())
    raise UserError(
        f"there is no format “{name}”; the formats are: {known}.",
        f"Il n'y a pas de format « {name} » ; les formats sont : {known}.",
    )


def find_files(
    paths: Iterable[Path], *, format: Format | None = None, options: ReadOptions = NO_OPTIONS
) -> Iterator[InputFile | Problem | Note]:
    """Yield the files to read under ``paths``, folders walked in sorted order.

    The format of each is told by its content and name. A path of no known format is a problem. A file of no known
    format found inside a folder is a note; hidden files and folders found there are passed over, and links to folders
    are not followed.

    Args:
        paths: files and folders.
        format: read every file as this instead; None to tell by each file.
        options: how to read them.

    Raises:
        UserError: a path does not exist; raised before anything is read.
    """
    listed = list(paths)
    for path in listed:
        if not path.exists():
            raise UserError(
                f"there is no file or folder {readable(path)}; check the name. Nothing was imported.",
                f"Le fichier ou dossier {readable(path)} n'existe pas ; vérifiez le nom. Rien n'a été importé.",
            )
    return _Walk(format, options).through(listed)


class _Walk:
    """One walk through files and folders; a file met twice is read once."""

    def __init__(self, format: Format | None, options: ReadOptions) -> None:
        self._format = format
        self._options = options
        self._met: set[Path] = set()

    def through(self, paths: Iterable[Path]) -> Iterator[InputFile | Problem | Note]:
        for path in paths:
            if path.is_dir():
                yield from self._inside(path)
            elif not path.is_file():
                yield Problem(readable(path), _IRREGULAR)
            else:
                yield from self._one(self._main_file(path) or path, unknown=Problem)

    def _inside(self, folder: Path) -> Iterator[InputFile | Problem | Note]:
        unreadable: list[OSError] = []
        for name, folders, files in os.walk(folder, onerror=unreadable.append):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            for file in sorted(files):
                path = Path(name, file)
                if file.startswith("."):
                    continue
                if not path.is_file():
                    known = any(path.suffix.lower() in format.suffixes for format in formats())
                    yield Problem(readable(path), _IRREGULAR) if known else Note(readable(path), _unknown(path))
                elif self._main_file(path) is None:
                    yield from self._one(path, unknown=Note)
        for error in unreadable:
            yield Problem(readable(Path(error.filename or folder)), _unreadable(error))

    def _main_file(self, path: Path) -> Path | None:
        asked = formats() if self._format is None else (self._format,)
        return next((main for format in asked if (main := format.main_file(path)) is not None), None)

    def _one(self, path: Path, *, unknown: type[Problem | Note]) -> Iterator[InputFile | Problem | Note]:
        if path in self._met:
            return
        self._met.add(path)
        try:
            format = detect(path) if self._format is None else _asked_for(path, self._format)
        except OSError as error:
            yield Problem(readable(path), _unreadable(error))
            return
        if format is None:
            yield unknown(readable(path), _unknown(path))
        else:
            yield InputFile(SourceFile.of(path, self._options), format)


def _asked_for(path: Path, format: Format) -> Format:
    """Return the format a person asked for, or a container that reads what it holds so."""
    head = Head(path)
    if not head.is_zip or format.read_as is not None:
        return format
    for container in formats():
        read_as = container.read_as
        if read_as is not None and container.likeness_to(head):
            return replace(container, read=partial(_read_as, read_as, format))
    return format


def _read_as(read_as: Callable[[SourceFile, Format], Reading], format: Format, file: SourceFile) -> Reading:
    return read_as(file, format)


def detect(path: Path) -> Format | None:
    """Return the format of a file, told by its content and its name; None where it is of no known format.

    Raises:
        OSError: the file cannot be read.
    """
    head = Head(path)
    likely = [(format.likeness_to(head), format) for format in formats() if format.read is not None]
    best = max(likely, key=lambda each: each[0], default=None)
    return best[1] if best is not None and best[0] else None


_IRREGULAR = Wording("it is not a regular file.", "ce n'est pas un fichier ordinaire.")


def _unknown(path: Path) -> Wording:
    suffix = path.suffix.lower()
    rivals = ", ".join(format.name for format in formats() if format.read and suffix in format.suffixes)
    if rivals:
        return Wording(
            f"left out: it ends in {suffix}, but what is in it is none of the formats that do ({rivals}) or broken; "
            "name the format (--format) to learn what is wrong with it.",
            f"laissé de côté : il se termine par {suffix}, mais son contenu n'est d'aucun des formats qui le font "
            f"({rivals}), ou est abîmé ; indiquez le format pour savoir ce qui ne va pas.",
        )
    kind = readable(Path(path.suffix or path.name))
    return Wording(
        f"left out: files of type {kind} cannot be read; “annotator formats” lists those that can.",
        f"laissé de côté : les fichiers de type {kind} ne sont pas lus ; « annotator formats » dit lesquels le sont.",
    )


def _only_written(format: Format) -> Wording:
    return Wording(
        f"the format “{format.name}” can be written, not read; choose another (--format).",
        f"le format « {format.name} » s'écrit mais ne se lit pas ; choisissez-en un autre.",
    )


def _unreadable(error: OSError) -> Wording:
    why = cause_of(error)
    return Wording(
        f"it cannot be read ({why.en}); check that it is there and that you may read it.",
        f"lecture impossible ({why.fr}) ; vérifiez qu'il existe et que vous pouvez le lire.",
    )
