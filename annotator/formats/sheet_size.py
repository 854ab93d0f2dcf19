"""How many cells a spreadsheet spans, found by looking through its XML: who reads it makes room for all of them.

Two cells, one in each corner, are a file of a kilobyte that asks for gigabytes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

MAX_CELLS = 8_000_000
"""More is no list of articles; a cell takes some tens of bytes."""

_CHUNK = 2**18
_LONGEST = 4 * _CHUNK
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")


class Size(NamedTuple):
    """What a spreadsheet asks for.

    Attributes:
        cells: those of the rectangle around all that is in its largest sheet.
        unknown: how many formulas have no value.
        first_unknown: where the first of them is, ``"B7"``.
    """

    cells: int
    unknown: int = 0
    first_unknown: str = ""


def size_of(path: Path) -> Size:
    """Return what a spreadsheet asks for; XML that is broken counts as far as it can be read.

    Raises:
        OSError: the file cannot be read.
    """
    largest, unknown, first_unknown = 0, 0, ""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():  # a sheet may have any name; what is no XML ends at its first byte
            scan: _Scan = _OpenDocument() if name == "content.xml" else _Excel()
            scan.read(archive, name)
            largest = max(largest, scan.cells)
            first_unknown = first_unknown or scan.first_unknown
            unknown += scan.unknown
    return Size(largest, unknown, first_unknown)


class _Scan:
    """One pass through the XML of a sheet."""

    def __init__(self) -> None:
        self.cells = 0
        self.unknown = 0
        self.first_unknown = ""

    def read(self, archive: zipfile.ZipFile, name: str) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        try:
            with archive.open(name) as member:
                while chunk := member.read(_CHUNK):
                    parser.Parse(chunk)
                    if member.tell() - parser.CurrentByteIndex > _LONGEST:
                        self.cells = MAX_CELLS + 1  # one tag without end would be looked at again and again
                    if self.cells > MAX_CELLS:
                        return
        except (expat.ExpatError, zipfile.BadZipFile, EOFError):
            return  # whoever reads the sheet says what is wrong with it

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def characters(self, _data: str) -> None:
        """Characters between elements."""


class _Excel(_Scan):
    def __init__(self) -> None:
        super().__init__()
        self._row = self._column = 0
        self._top = self._left = self._bottom = self._right = 0
        self._formula = self._valued = self._in_value = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
        elif name == "c":
            place = _PLACE.fullmatch(attributes.get("r", ""))
            if place is not None:
                self._column, self._row = _column(place[1]), int(place[2])
            else:
                self._column += 1
            self._widen()
            self._formula = self._valued = False
        elif name == "f":
            self._formula = True
        elif name in ("v", "t"):
            self._in_value = True

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "c" and self._formula and not self._valued:
            self.unknown += 1
            self.first_unknown = self.first_unknown or f"{_letters(self._column)}{self._row}"
        elif name in ("v", "t"):
            self._in_value = False

    def characters(self, _data: str) -> None:
        self._valued = self._valued or self._in_value

    def _widen(self) -> None:
        self._top = min(self._top or self._row, self._row)
        self._left = min(self._left or self._column, self._column)
        self._bottom, self._right = max(self._bottom, self._row), max(self._right, self._column)
        self.cells = (self._bottom - self._top + 1) * (self._right - self._left + 1)


class _OpenDocument(_Scan):
    """Repeated cells count as often as they are repeated where something is in them or comes after them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = self._filled_rows = self._width = 0
        self._column = self._filled_column = self._repeated = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table:table":
            self._rows = self._filled_rows = self._width = 0
        elif name == "table:table-row":
            self._repeated = _number(attributes.get("table:number-rows-repeated"), 1)
            self._column = self._filled_column = 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._column += _number(attributes.get("table:number-columns-repeated"), 1)
            if "office:value-type" in attributes or "calcext:value-type" in attributes or "table:formula" in attributes:
                self._filled_column = self._column

    def end(self, name: str) -> None:
        if name == "table:table-row":
            self._rows += self._repeated
            if self._filled_column:
                self._filled_rows = self._rows
                self._width = max(self._width, self._filled_column)
                self.cells = max(self.cells, self._filled_rows * self._width)

    def characters(self, _data: str) -> None:
        if not _data.isspace():
            self._filled_column = max(self._filled_column, self._column)


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.isdecimal() and len(value) < 10 else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
