"""Articles written as tagged tokens, one a line, so that each reader of such files takes them as they are.

A token that is white space is left out and one with a blank in it is written as two, since both would break lines for
readers that split them at any blank. A line end in the article ends a sentence, unless a span goes across it: tags
cannot. No token reads like the line that begins an article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.core.errors import UserError
from annotator.formats.column_layout import BOUNDARY, layout_of_lines
from annotator.formats.records import Outgoing, Trait, WriteOptions
from annotator.formats.registry import Likeness, Writer
from annotator.formats.source import Head
from annotator.formats.tag_schemes import is_tag

CANNOT_CARRY = frozenset(Trait)
"""Nothing but tokens and tags has a place in such a file."""

_FEWEST = 2
_MOST_LINES = 200


class _Piece(NamedTuple):
    """A token to write.

    Attributes:
        start: where it stands in the text.
        end: where it ends.
        begins: whether a sentence begins at it.
    """

    start: int
    end: int
    begins: bool


def writer(boundary: str, line: str, tags_of: Callable[[int, str], list[str]], *, tabs: bool = True) -> Writer:
    """Return a writer.

    Args:
        boundary: the line that begins an article.
        line: how a line is made of ``{token}`` and ``{tag}``.
        tags_of: gives the tags of a span of so many tokens with a label.
        tabs: whether tabs stand between columns, so that a label may have blanks.
    """

    def write(outgoing: Iterable[Outgoing], path: Path, _options: WriteOptions) -> None:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            for each in outgoing:
                for _, _, label in each.record.spans:
                    _require_one_column(label, tabs=tabs)
                file.write(f"{boundary}\n\n")
                file.writelines(_lines(each, line, tags_of))

    return write


def _require_one_column(label: str, *, tabs: bool) -> None:
    if (set(label) & {"\t", "\n", "\r"}) if tabs else label.split() != [label]:
        raise UserError(
            f"the label “{label}” has a blank in it, which would make two columns of it; choose another format, such "
            "as iob2.",
            f"L'étiquette « {label} » contient un blanc, qui en ferait deux colonnes ; choisissez un autre format, par "
            "exemple iob2.",
        )


def _lines(outgoing: Outgoing, line: str, tags_of: Callable[[int, str], list[str]]) -> Iterator[str]:
    text, spans = outgoing.record.text, outgoing.record.spans
    pieces = list(_pieces(outgoing))
    tags, at = ["O"] * len(pieces), 0
    inside: set[int] = set()
    for start, end, label in spans:
        while at < len(pieces) and pieces[at].start < start:
            at += 1
        first = at
        while at < len(pieces) and pieces[at].end <= end:
            at += 1
        tags[first:at] = tags_of(at - first, label)
        inside.update(range(first + 1, at))
    for index, (piece, tag) in enumerate(zip(pieces, tags, strict=True)):
        if piece.begins and index and index not in inside:
            yield "\n"
        yield line.format(token=text[piece.start : piece.end], tag=tag)
    if pieces:
        yield "\n"


def _pieces(outgoing: Outgoing) -> Iterator[_Piece]:
    """Yield what to write of the tokens of an article."""
    text, grid = outgoing.record.text, outgoing.grid
    before = 0
    for start, end in zip(grid.starts, grid.ends, strict=True):
        for first, last in _without_blanks(text, start, end):
            yield _Piece(first, last, "\n" in text[before:first])
            before = last


def _without_blanks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a token between blanks; that which reads like the beginning of an article in two."""
    if text[start:end] == BOUNDARY:
        yield start, start + 1
        yield start + 1, end
        return
    at = start
    for word in text[start:end].split():
        first = text.index(word, at)
        at = first + len(word)
        yield first, at


def likeness(head: Head, suffixes: Iterable[str]) -> Likeness:
    """Tell whether a file holds tagged tokens and has one of some names."""
    if head.suffix not in suffixes:
        return Likeness.NO
    return Likeness.CONTENT if _is_tagged(head) else Likeness.NAME


def likeness_elsewhere(head: Head, suffixes: Iterable[str], others: Iterable[str]) -> Likeness:
    """Tell whether a file holds tagged tokens, whatever its name, if that is not one of others."""
    if head.suffix in (*others, *_NEVER) or head.is_zip:
        return Likeness.NO
    if _is_tagged(head):
        return Likeness.CONTENT
    return Likeness.NAME if head.suffix in suffixes else Likeness.NO


_NEVER = frozenset({".json", ".jsonl", ".ndjson", ".html", ".htm", ".xml", ".xmi", ".csv", ".pdf", ".docx", ".eml"})


def _is_tagged(head: Head) -> bool:
    """Tell whether the beginning of a file holds tagged tokens in lines of equally many columns."""
    lines = [line.rstrip("\r") if line.strip() else "" for line in head.text.lstrip("\ufeff").split("\n")[:_MOST_LINES]]
    if len(head.text) > len("\n".join(lines)):
        lines = lines[:-1]  # it may be cut off
    if lines and lines[0].startswith(BOUNDARY):
        return True
    layout = layout_of_lines(lines)
    if layout.tag is None:
        return False
    if layout.by_sentence:
        return True
    rows = [layout.columns(line) for line in lines if line and not layout.is_comment(line)]
    fit = [row for row in rows if len(row) == layout.width]
    tagged = [row for row in fit if is_tag(row[layout.tag])]
    return (
        len(tagged) >= _FEWEST
        and len(tagged) * 10 >= len(rows) * 8
        and any(row[layout.tag] == "O" or len(row[layout.tag]) > 2 for row in tagged)
    )
