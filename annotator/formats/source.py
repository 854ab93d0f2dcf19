"""A file about to be read: where its bytes lie, how people know it, and what its beginning says of its format."""

from __future__ import annotations

import codecs
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.zip_directory import MOST_DIRECTORY_BYTES, directory_bytes

HEAD_BYTES = 64 * 2**10
"""How much of a file is looked at to tell its format."""

_MOST_EVENTS = 4_000
_LONGEST_PATH = 1_000
_AT_ONCE = 1_024
_MOST_LINES = 50


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person says of how files are to be read.

    Attributes:
        encoding: name of the encoding of their text; None where it is to be found out.
        columns: which column of a table holds what: a field of `Record` (``text``, ``title``, ``source``, ``date``) and
            the heading of the column, or its number from 1.
    """

    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


NO_OPTIONS = ReadOptions()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: where its bytes lie.
        name: how people know it; for a file out of an archive ``"news.zip/a.txt"``.
        options: how to read it.
    """

    path: Path
    name: str
    options: ReadOptions = NO_OPTIONS

    @classmethod
    def of(cls, path: Path, options: ReadOptions = NO_OPTIONS) -> SourceFile:
        """Return the file at a path, known by it."""
        return cls(path, readable(path), options)

    def at(self, line: int | None = None) -> str:
        """Return how the file, or a line of it counted from 1, is named to people."""
        return self.name if line is None else f"{self.name}:{line}"

    def beside(self, name: str) -> SourceFile:
        """Return the file of that name in the same folder."""
        at = len(self.name) - len(readable(Path(self.path.name)))
        return SourceFile(self.path.with_name(name), self.name[:at] + readable(Path(name)), self.options)


def readable(path: Path) -> str:
    """Return the name of a path for people, also where it is not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


class Head:
    """The beginning of a file, by which formats tell whether it is theirs.

    Attributes:
        path: the file.
        data: its first `HEAD_BYTES` bytes.
    """

    def __init__(self, path: Path) -> None:
        """Read the beginning of a file.

        Raises:
            OSError: it cannot be read.
        """
        self.path = path
        with path.open("rb") as file:
            self.data = file.read(HEAD_BYTES)

    @property
    def suffix(self) -> str:
        """The ending of its name in small letters, with the dot."""
        return self.path.suffix.lower()

    @property
    def is_zip(self) -> bool:
        """Whether it begins as a zip archive does, as office documents do too."""
        return self.data.startswith(b"PK\x03\x04") or self.data.startswith(b"PK\x05\x06")

    @cached_property
    def text(self) -> str:
        """The beginning as text, bytes that are none replaced: to look at, not to keep. Empty for an archive.

        What lies unpacked in an archive is not what the archive is.
        """
        if self.is_zip:
            return ""
        for mark, encoding in (
            (codecs.BOM_UTF16_LE, "utf-16"),
            (codecs.BOM_UTF16_BE, "utf-16"),
            (codecs.BOM_UTF8, "utf-8-sig"),
        ):
            if self.data.startswith(mark):
                return self.data.decode(encoding, "replace")
        return self.data.decode("utf-8", "replace")

    @cached_property
    def members(self) -> frozenset[str]:
        """Names of the files in a zip archive; none where it is no archive or a damaged one."""
        if not self.is_zip or directory_bytes(self.path) > MOST_DIRECTORY_BYTES:
            return frozenset()
        try:
            with zipfile.ZipFile(self.path) as archive:
                return frozenset(archive.namelist())
        except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
            return frozenset()

    @cached_property
    def json_paths(self) -> frozenset[str]:
        """Where values stand in the beginning of JSON, or of the first of JSON lines.

        ``"text"`` in an object, ``"item.text"`` in a list of objects, ``"spans.item.start"`` deeper down, ``"item"``
        for each member of a list. None where it is no JSON; what is broken further on does not matter.
        """
        import ijson

        found: set[str] = set()
        text = self.text.lstrip("\ufeff \t\r\n")
        if text[:1] not in ("{", "["):
            return frozenset()
        try:
            # Floats: without them a number of thousands of digits ends the interpreter, in the C code of ijson.
            # Few bytes at once: brackets one within the other make as many paths, each longer than the one before.
            content = BytesIO(text.encode("utf-8", "replace"))
            events = ijson.parse(content, multiple_values=True, use_float=True, buf_size=_AT_ONCE)
            for number, (path, event, _) in enumerate(events):
                if number > _MOST_EVENTS or len(path) > _LONGEST_PATH:
                    break
                if event == "end_map" and not path:  # the first of JSON lines is over
                    break
                if event not in ("map_key", "end_map", "end_array"):
                    found.add(path)
        except (ijson.JSONError, UnicodeDecodeError, ValueError):
            pass  # cut off, as most are, or broken further on
        return frozenset(found)

    @cached_property
    def objects(self) -> tuple[dict[str, Any], ...]:
        """The objects of the first JSON lines, as far as whole lines stand in the beginning; none where it has none."""
        found = []
        for line in self.text.lstrip("\ufeff").split("\n")[:_MOST_LINES]:
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                continue  # cut off, blank or no JSON
            if isinstance(value, dict):
                found.append(value)
        return tuple(found)


EMPTY = Wording("the file is empty.", "le fichier est vide.")
"""What is said of a file without content."""
