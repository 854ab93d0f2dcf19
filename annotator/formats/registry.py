"""The formats the program knows, and the walk through files and folders that finds the one for each file.

A format is a module of this package with a constant ``FORMAT``; adding one touches no other file.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

import annotator.formats
from annotator.core.causes import cause_of
from annotator.core.errors import UserError
from annotator.core.wording import Wording
from annotator.formats.records import Note, Problem, Reading, place


@dataclass(frozen=True, slots=True)
class Format:
    """What a format declares of itself.

    Attributes:
        name: as written on the command line.
        title: as shown to people.
        suffixes: endings of its files, lower case, with the dot.
        read: opens a file and yields what is in it, one thing after the other.
        count: tells quickly about how many records a file holds, for a progress bar.
    """

    name: str
    title: Wording
    suffixes: tuple[str, ...]
    read: Callable[[Path], Reading]
    count: Callable[[Path], int]


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read, and the format to read it with."""

    path: Path
    format: Format

    def read(self) -> Reading:
        """Yield what is in the file; a file that cannot be opened or read on is one problem."""
        try:
            yield from self.format.read(self.path)
        except OSError as error:
            yield Problem(place(self.path), _unreadable(error))

    def count(self) -> int:
        """Return about how many records the file holds; 1 where it cannot be read."""
        try:
            return self.format.count(self.path)
        except OSError:
            return 1


@cache
def formats() -> tuple[Format, ...]:
    """Return the formats known, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(annotator.formats.__path__))
    modules = [import_module(f"{annotator.formats.__name__}.{name}") for name in names]
    return tuple(found for module in modules if isinstance(found := getattr(module, "FORMAT", None), Format))


def find_files(paths: Iterable[Path]) -> Iterator[InputFile | Problem | Note]:
    """Yield the files to read under ``paths``, folders walked in sorted order.

    A path of no known format is a problem. A file of no known format found inside a folder is a note; hidden files
    and folders found there are passed over, and links to folders are not followed.

    Raises:
        UserError: a path does not exist; raised before anything is read.
    """
    listed = list(paths)
    for path in listed:
        if not path.exists():
            raise UserError(
                f"there is no file or folder {place(path)}; check the name. Nothing was imported.",
                f"Le fichier ou dossier {place(path)} n'existe pas ; vérifiez le nom. Rien n'a été importé.",
            )
    return _found(listed)


def _found(paths: Iterable[Path]) -> Iterator[InputFile | Problem | Note]:
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        elif not path.is_file():
            yield Problem(place(path), Wording("it is not a regular file.", "ce n'est pas un fichier ordinaire."))
        else:
            format = _format_of(path)
            yield InputFile(path, format) if format else Problem(place(path), _unknown(path))


def _inside(folder: Path) -> Iterator[InputFile | Problem | Note]:
    unreadable: list[OSError] = []
    for name, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            path = Path(name, file)
            format = _format_of(path)
            if file.startswith("."):
                continue
            if format is None:
                yield Note(place(path), _unknown(path))
            elif path.is_file():
                yield InputFile(path, format)
            else:
                yield Problem(place(path), Wording("it is not a regular file.", "ce n'est pas un fichier ordinaire."))
    for error in unreadable:
        yield Problem(place(Path(error.filename or folder)), _unreadable(error))


def _format_of(path: Path) -> Format | None:
    suffix = path.suffix.lower()
    return next((format for format in formats() if suffix in format.suffixes), None)


def _unknown(path: Path) -> Wording:
    accepted = ", ".join(suffix for format in formats() for suffix in format.suffixes)
    kind = place(Path(path.suffix or path.name))
    return Wording(
        f"left out: files of type {kind} cannot be read; accepted are {accepted}.",
        f"laissé de côté : les fichiers de type {kind} ne sont pas lus ; sont acceptés : {accepted}.",
    )


def _unreadable(error: OSError) -> Wording:
    why = cause_of(error)
    return Wording(
        f"it cannot be read ({why.en}); check that it is there and that you may read it.",
        f"lecture impossible ({why.fr}) ; vérifiez qu'il existe et que vous pouvez le lire.",
    )
