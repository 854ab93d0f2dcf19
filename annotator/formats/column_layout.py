"""How a file of tagged tokens is laid out: told from its first lines, and from all of them where that matters.

A line is a token with its columns, between tabs or blanks, and a blank line ends a sentence; or a line is a sentence,
its tokens ``word|tag`` or ``word|part of speech|tag`` between blanks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO

from annotator.formats.file_encoding import Encoding
from annotator.formats.source import SourceFile
from annotator.formats.tag_schemes import OUTSIDE, Scheme, is_outside, is_tag

BOUNDARY = "-DOCSTART-"
PLACEHOLDERS = frozenset({"_", "-", "O", "", "-X-", "-Y-", "-Z-", BOUNDARY})
"""What stands in a column that says nothing."""

MAX_LINE = 2**20
"""No line has more characters: a longer one is no token and no sentence."""

_BOUNDARY = re.compile(rf"{BOUNDARY}(?:[ \t|]|$)")
_BLANKS = re.compile(r"[ \t]+")
_COMMENT = re.compile(r"#\s*(?:newdoc|newpar|[\w.:]+\s*=)")
_NEW_ARTICLE = re.compile(r"#\s*newdoc\b(?:\s+id\s*=\s*(.*))?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z-]+)?:")
_FEWEST = 10
_TOKEN_NAMES = frozenset({"token", "tokens", "word", "words", "form", "mot", "mots"})
_TAG_NAMES = frozenset({"NE-COARSE-LIT", "NER", "NER_TAG", "NER-TAG", "NE", "TAG", "LABEL", "ENTITY"})
_NO_BLANK = frozenset({"SpaceAfter=No", "NoSpaceAfter"})
_SAMPLE = 1_000
_SAMPLED_LENGTH = 10_000
_MOST = 0.8
_FEW_OUTSIDE = 4
_LONG = 2**16


@dataclass(slots=True)
class Layout:
    """How a file is laid out.

    Attributes:
        by_sentence: whether a line is a sentence.
        tabs: whether tabs alone stand between columns.
        width: how many columns a token has.
        token: index of the column of the token.
        tag: index of the column of its tag; None where none holds tags.
        scheme: what its tags show.
        bounded: whether it says where articles begin.
        filled: indices of the other columns that hold something.
        prefix: what stands before every token and is none of it, such as ``fr:`` in WikiANN.
        header: the line that names the columns; None where none does.
        blanks: index of the column that says which tokens have no blank behind them; None where none does.
    """

    by_sentence: bool = False
    tabs: bool = False
    width: int = 2
    token: int = 0
    tag: int | None = 1
    scheme: Scheme = field(default_factory=Scheme)
    bounded: bool = False
    filled: set[int] = field(default_factory=set)
    prefix: str = ""
    header: str | None = None
    blanks: int | None = None

    def columns(self, line: str) -> list[str]:
        """Return the columns of a line."""
        if not self.tabs:
            columns = _BLANKS.split(line.strip(" \t"))
        else:
            columns = line.split("\t")
            while len(columns) > self.width and not columns[-1]:
                columns.pop()
            columns = [column.strip(" ") for column in columns]
        if self.prefix and len(columns) > self.token:
            columns[self.token] = columns[self.token].removeprefix(self.prefix) or columns[self.token]
        return columns

    def words(self, line: str) -> list[list[str]]:
        """Return the columns of each token of a line that is a sentence."""
        return [word.rsplit("|", self.width - 1) for word in _BLANKS.split(line.strip(" \t"))]

    def is_comment(self, line: str) -> bool:
        """Tell whether a line says something of the file rather than holding a token."""
        if line == self.header:
            return True
        if not line.startswith("#"):
            return False
        if self.by_sentence:
            return "|" not in line
        if _COMMENT.match(line):
            return True
        columns = self.columns(line)
        return len(columns) != self.width or (self.tag is not None and not _may_be_tag(columns[self.tag]))


def is_boundary(line: str) -> bool:
    """Tell whether a line begins an article."""
    return _BOUNDARY.match(line) is not None or _NEW_ARTICLE.match(line) is not None


def boundary_name(line: str) -> str | None:
    """Return what the line that begins an article calls it."""
    if (found := _NEW_ARTICLE.match(line)) is not None:
        return found[1].strip() or None if found[1] else None
    rest = [word for word in _BLANKS.split(line[len(BOUNDARY) :].strip()) if word not in PLACEHOLDERS]
    return " ".join(rest).removeprefix("(").removesuffix(")") or None


def lines_of(file: SourceFile, encoding: Encoding, *, most: int = MAX_LINE) -> Iterator[tuple[int, str | None]]:
    """Yield the lines of a file with their numbers, blank ones as ``""``; one that is too long as None.

    Args:
        file: the file.
        encoding: of its text.
        most: how many characters a line may have.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it holds bytes that are none of its encoding.
    """
    with file.path.open(encoding=encoding.name, errors=encoding.errors, newline="\n") as opened:
        number = 0
        while line := opened.readline(most):
            number += 1
            if len(line) == most and not line.endswith("\n"):
                _skip_line(opened)
                yield number, None
            else:
                line = line.rstrip("\r\n")
                yield number, line if line.strip() else ""


def _skip_line(opened: IO[str]) -> None:
    while (rest := opened.readline(_LONG)) and not rest.endswith("\n"):
        pass


def layout_of(file: SourceFile, encoding: Encoding) -> Layout:
    """Return how a file is laid out.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it holds bytes that are none of its encoding.
    """
    sample = []
    for _, line in lines_of(file, encoding):
        if line is not None:
            sample.append(line if len(line) < _SAMPLED_LENGTH else line[:_SAMPLED_LENGTH].rpartition(" ")[0])
        if len(sample) > _SAMPLE:
            break
    layout = layout_of_lines(sample)
    _survey(file, encoding, layout)
    return layout


def layout_of_lines(lines: Sequence[str]) -> Layout:
    """Return how the first lines of a file are laid out."""
    layout = Layout()
    tokens = [line for line in lines if line and not is_boundary(line) and not _COMMENT.match(line)]
    if not tokens:
        return layout
    by_sentence = [_items(line) for line in tokens]
    if sum(map(bool, by_sentence)) >= _MOST * len(tokens):
        layout.by_sentence = True
        counts = Counter(item.count("|") + 1 for items in by_sentence for item in items)
        layout.width = counts.most_common(1)[0][0]
        layout.tag = layout.width - 1
        return layout
    layout.tabs = sum("\t" in line for line in tokens) * 2 > len(tokens)
    layout.width = 10**6  # as many as there are
    rows = [layout.columns(line) for line in tokens]
    layout.width = Counter(map(len, rows)).most_common(1)[0][0]
    rows = [row for row in rows if len(row) == layout.width]
    if layout.tabs:
        while layout.width > 2 and not any(row[layout.width - 1] for row in rows):
            layout.width -= 1  # what a tab at the end of lines leaves
    names = rows[0] if rows and _is_header(rows[0]) and len(rows) > 1 else None
    if names is not None:
        layout.header = tokens[0]
        rows = rows[1:]
    numbered = layout.width > 2 and _are_numbered(rows)
    layout.token = 1 if numbered else 0
    # Behind a number come token, tag and more (Universal NER, GermEval); else the tag is the last column.
    order = range(layout.token + 1, layout.width)
    named = [column for column in order if names is not None and names[column].upper() in _TAG_NAMES]
    layout.tag = _tag_column(rows, [*named, *(order if numbered else reversed(order))])
    layout.blanks = next((at for at in reversed(order) if any(has_no_blank(row[at]) for row in rows)), None)
    found = _LANGUAGE.match(rows[0][layout.token])
    if found is not None and len(rows) >= _FEWEST and all(row[layout.token].startswith(found[0]) for row in rows):
        layout.prefix = found[0]
    return layout


def _items(line: str) -> list[str]:
    """Return the tokens of a line that is a sentence; none where it is no such line."""
    items = _BLANKS.split(line.strip(" \t"))
    tagged = all("|" in item and _may_be_tag(item.rpartition("|")[2]) for item in items)
    return items if tagged else []


def _are_numbered(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first column numbers the tokens of each sentence."""
    before, right = 0, 0
    for row in rows:
        number = int(row[0]) if row[0].isdecimal() and len(row[0]) < 6 else -1
        right += number in (1, 0, before + 1)
        before = number
    return right >= _MOST * len(rows)


def _tag_column(rows: Sequence[Sequence[str]], candidates: Sequence[int]) -> int | None:
    """Return the first of some columns that holds tags; else the first where a quarter is outside."""
    for column in candidates:
        if sum(_may_be_tag(row[column]) for row in rows) >= _MOST * len(rows) and any(
            is_tag(row[column]) for row in rows
        ):
            return column
    for column in candidates:  # labels without edges
        if sum(row[column] == OUTSIDE for row in rows) * _FEW_OUTSIDE >= len(rows):
            return column
    return None


def _is_header(row: Sequence[str]) -> bool:
    """Tell whether a line names the columns."""
    return row[0].lower() in _TOKEN_NAMES and not any(_may_be_tag(cell) for cell in row[1:])


def has_no_blank(value: str) -> bool:
    """Tell whether a column says that there is no blank behind a token, as CoNLL-U and HIPE do."""
    return not _NO_BLANK.isdisjoint(value.split("|"))


def _may_be_tag(value: str) -> bool:
    return is_outside(value) or is_tag(value)


def _survey(file: SourceFile, encoding: Encoding, layout: Layout) -> None:
    """Look through all lines for boundaries, the scheme of the tags and columns that hold something else."""
    first_boundary, tokens, bare = 0, 0, True
    boundaries = 0
    others = {number for number in range(layout.width) if number not in (layout.token, layout.tag)}
    if layout.token == 1:
        others.discard(0)
    for number, line in lines_of(file, encoding):
        if not line:
            layout.scheme.see(OUTSIDE)
        elif is_boundary(line):
            boundaries += 1
            first_boundary = first_boundary or number
            layout.scheme.see(OUTSIDE)
        elif layout.tag is not None and not layout.is_comment(line):
            for columns in layout.words(line) if layout.by_sentence else [layout.columns(line)]:
                if len(columns) == layout.width:
                    tokens += 1
                    layout.scheme.see(columns[layout.tag])
                    bare = bare and columns[1:3] == ["-X-", "_"]
                    for other in others - layout.filled:
                        if columns[other] not in PLACEHOLDERS:
                            layout.filled.add(other)
            if layout.by_sentence:
                layout.scheme.see(OUTSIDE)
    # Label Studio writes one line at the top of all and a blank line after each text.
    label_studio = boundaries == 1 and first_boundary == 1 and layout.width == 4 and bare and tokens > 0
    layout.bounded = boundaries > 0 and not (label_studio and _is_short_boundary(file, encoding))


def _is_short_boundary(file: SourceFile, encoding: Encoding) -> bool:
    line = next(lines_of(file, encoding), (0, ""))[1]
    return line is not None and line.split() == [BOUNDARY, "-X-", "O"]
