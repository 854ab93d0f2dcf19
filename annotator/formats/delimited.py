"""Rows of text files with separators (CSV, TSV): their encoding, separator and quotes told, each row with its line.

What is read is bounded: a row may have as much as an article. A quotation mark that is never closed would swallow the
rest of a file; such a row is named and reading begins again at the line after it.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Generator, Iterable, Iterator
from io import StringIO, TextIOWrapper
from typing import NamedTuple

from annotator.core.wording import Wording
from annotator.formats.file_encoding import Encoding, encoding_of
from annotator.formats.records import MAX_BYTES, Note, Problem
from annotator.formats.source import SourceFile

SEPARATORS = "\t;,|"
_CHUNK = 2**20
_SAMPLE = 2**18
_SAMPLE_ROWS = 60
_MOST_RESTARTS = 50
_NO_SEPARATOR = "\x1f"
_END = "\ue000\ue0ffend\ue000"
"""Fed after the last line: where it is part of a longer row, a quotation mark was open. No file holds it."""


class Layout(NamedTuple):
    """How a file is written.

    Attributes:
        encoding: of its text.
        separator: what stands between cells.
        quoted: whether quotation marks enclose cells; otherwise they are characters like any other.
        escaped: whether a quotation mark within a cell has a backslash before it; otherwise it is doubled.
        first: the line its rows begin at, from 1.
    """

    encoding: Encoding
    separator: str
    quoted: bool = True
    escaped: bool = False
    first: int = 1

    def reader(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """Return the rows that lines make."""
        csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
        return csv.reader(
            lines,
            delimiter=self.separator,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            escapechar="\\" if self.escaped else None,
            doublequote=not self.escaped,
        )


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        line: where it begins, from 1.
        cells: what is in it.
    """

    line: int
    cells: list[str]


def layout_of(file: SourceFile) -> Iterator[Layout | Problem | Note]:
    """Yield how a file is written after a note where that was guessed, or the problem that it is no text.

    Raises:
        OSError: it cannot be read.
    """
    for found in encoding_of(file):
        if isinstance(found, Encoding):
            with file.path.open("rb") as opened:
                sample = opened.read(_SAMPLE)
            text = codecs.getincrementaldecoder(found.name)("replace").decode(sample)
            yield _layout(text, found, file, whole=len(sample) < _SAMPLE)
        else:
            yield found


def _layout(text: str, encoding: Encoding, file: SourceFile, *, whole: bool) -> Layout:
    """Tell separator and quotes by the beginning of a file: the rows of the right ones are equally wide."""
    escaped = _ESCAPED.search(text) is not None and not _DOUBLED.search(text)
    said = re.match(r"\ufeff?sep=(.)\r?\n", text)
    if said is not None:
        return Layout(encoding, said[1], escaped=escaped, first=2)
    best, best_score = Layout(encoding, _NO_SEPARATOR), 0.0
    for separator in SEPARATORS:
        for layout in _candidates(text, encoding, separator, escaped=escaped):
            widths = _widths(text, layout, whole=whole)
            if not widths or widths[0] < 2:
                continue
            score = sum(width == widths[0] for width in widths) / len(widths)
            if separator == "\t" and file.path.suffix.lower() in (".tsv", ".tab"):
                score += 1
            if score > best_score + 1e-9:
                best, best_score = layout, score
    return best


_ESCAPED = re.compile(r'\\"[^,;\t|\r\n"]')
_DOUBLED = re.compile(r'[^,;\t|\r\n]""|""[^,;\t|\r\n]')
_BARE = re.compile(r'(?m)(?:^|\t)"[^"\t\n]*"[^"\t\r\n]')


def _candidates(text: str, encoding: Encoding, separator: str, *, escaped: bool) -> list[Layout]:
    """Return how a file with that separator may be written, the likelier first; with tabs, quotes may be letters."""
    quoted = Layout(encoding, separator, escaped=escaped)
    if separator != "\t":
        return [quoted]
    bare = Layout(encoding, separator, quoted=False)
    return [bare, quoted] if _BARE.search(text) else [quoted, bare]


def _widths(text: str, layout: Layout, *, whole: bool) -> list[int]:
    """Return how many cells the first rows have."""
    widths = []
    try:
        for cells in layout.reader(StringIO(text.removeprefix("\ufeff"), newline="")):
            if cells:
                widths.append(len(cells))
            if len(widths) > _SAMPLE_ROWS:
                return widths
    except csv.Error:
        return widths
    return widths if whole or len(widths) < 2 else widths[:-1]


def rows_of(file: SourceFile, layout: Layout) -> Iterator[Row | Problem]:
    """Yield the rows of a file that are not blank, and a problem for each that cannot be read.

    Raises:
        OSError: it cannot be read.
    """
    first = layout.first
    for _ in range(_MOST_RESTARTS):
        again = yield from _rows_from(file, layout, first)
        if again is None:
            return
        first = again
    yield Problem(file.at(first), _TOO_BROKEN)


def _rows_from(file: SourceFile, layout: Layout, first: int) -> Generator[Row | Problem, None, int | None]:
    """Yield the rows from a line on; return the line to begin again at, or None at the end."""
    with file.path.open("r", encoding=layout.encoding.name, errors=layout.encoding.errors, newline="") as opened:
        lines = _Lines(opened)
        begin = first
        try:
            lines.pass_over(first - 1)
            for cells in layout.reader(lines):
                if lines.over:
                    if cells == [_END]:
                        return None
                    yield Problem(file.at(begin), _UNCLOSED)
                    return begin + 1
                if any(cell and not cell.isspace() for cell in cells):
                    yield Row(begin, cells)
                begin = lines.number + 1
                lines.room = 2 * MAX_BYTES
        except UnicodeError:
            yield Problem(file.at(lines.number + 1), _undecodable(layout.encoding.name))
            return None
        except (csv.Error, _TooLongError):
            yield Problem(file.at(begin), _TOO_LONG)
            return max(begin, lines.number if lines.within_line else begin) + 1
    return None


class _TooLongError(Exception):
    """A row has more than an article may have."""


class _Lines:
    """The lines of a file for `csv.reader`, counted and bounded."""

    def __init__(self, opened: TextIOWrapper) -> None:
        self._opened = opened
        self.number = 0
        self.room = 2 * MAX_BYTES
        self.over = False
        self.within_line = False

    def pass_over(self, lines: int) -> None:
        while self.number < lines and self._next_line():
            pass

    def _next_line(self) -> str:
        """Return the next line; of one that is too long its beginning, its rest skipped."""
        line = self._opened.readline(MAX_BYTES)
        if not line:
            return ""
        self.number += 1
        self.within_line = len(line) == MAX_BYTES and line[-1] not in "\r\n"
        if self.within_line:
            while (rest := self._opened.readline(_CHUNK)) and rest[-1] not in "\r\n":
                pass
        return line

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.over:
            raise StopIteration
        line = self._next_line()
        if not line:
            self.over = True
            return _END
        self.room -= len(line)
        if self.within_line or self.room < 0:
            raise _TooLongError
        return line


_UNCLOSED = Wording(
    'a quotation mark (") opens here and is never closed; the row was left out. Close it, or double it.',
    "un guillemet (\") s'ouvre ici et ne se referme jamais ; la ligne a été laissée de côté. Fermez-le ou doublez-le.",
)
_TOO_LONG = Wording(
    f"the row is longer than {MAX_BYTES // 2**20} MB, too long for one article; it was left out. Perhaps a quotation "
    "mark is not closed.",
    f"la ligne dépasse {MAX_BYTES // 2**20} Mo, trop pour un seul article ; elle a été laissée de côté. Un guillemet "
    "n'est peut-être pas refermé.",
)
_TOO_BROKEN = Wording(
    "too many rows above cannot be read; what follows was left out. Save the table anew.",
    "trop de lignes plus haut sont illisibles ; la suite a été laissée de côté. Réenregistrez le tableau.",
)


def _undecodable(encoding: str) -> Wording:
    name = encoding.removesuffix("-sig").upper()
    return Wording(
        f"from here on the file holds bytes that are not {name}; what follows was left out. Save it again as UTF-8.",
        f"à partir d'ici le fichier contient des octets qui ne sont pas en {name} ; la suite a été laissée de côté. "
        "Réenregistrez-le en UTF-8.",
    )
