"""What encoding a file is in that is too large to be held: what `encodings.decode` tells of the bytes that matter."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import BufferedReader
from typing import NamedTuple

from annotator.formats.encodings import decode
from annotator.formats.old_encodings import guess
from annotator.formats.records import Note, Problem
from annotator.formats.source import EMPTY, SourceFile

_CHUNK = 2**20
_SAMPLE = 2**18
_LINES = 200
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Encoding(NamedTuple):
    """How to open a file.

    Attributes:
        name: as Python calls it.
        errors: what becomes of bytes that are none, as Python calls it.
    """

    name: str
    errors: str = "strict"


def encoding_of(file: SourceFile) -> Iterator[Encoding | Problem | Note]:
    """Yield the encoding of a file after a note where it was guessed, or the problem that it is no text.

    Raises:
        OSError: it cannot be read.
    """
    with file.path.open("rb") as opened:
        head = opened.read(_SAMPLE)
        marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
        asked = file.options.encoding
        if not head:
            yield Problem(file.at(), EMPTY)
        elif marked is not None:
            yield Encoding(marked)
        elif asked is not None and not head.startswith(codecs.BOM_UTF8):
            yield from _asked(asked, file)
        elif (b"\x00" not in head or head.startswith(codecs.BOM_UTF8)) and _is_utf8(head, opened):
            yield Encoding("utf-8-sig")
        elif b"\x00" in head:
            yield from _told(head, file)
        else:
            # What is not ASCII may come late: it is what the encoding is told by.
            opened.seek(0)
            lines = (line for line in iter(lambda: opened.readline(_SAMPLE), b"") if not line.isascii())
            yield from _told(b"".join(line for _, line in zip(range(_LINES), lines, strict=False)), file)


def _asked(name: str, file: SourceFile) -> Iterator[Encoding | Problem]:
    try:
        b"??".decode(name)
    except UnicodeDecodeError:
        pass  # an encoding, though not of these two bytes
    except (LookupError, ValueError):
        problem = decode(b"??", file)
        if isinstance(problem, Problem):
            yield problem
            return
    yield Encoding(name)


def _is_utf8(head: bytes, opened: BufferedReader) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
        while chunk := opened.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def _told(sample: bytes, file: SourceFile) -> Iterator[Encoding | Problem | Note]:
    """Yield the encoding in which bytes are the text that `decode` makes of them."""
    read = decode(sample, file)
    if isinstance(read, Problem):
        yield read
        return
    if read.note is not None:
        yield read.note
    for name in ("utf-16-le", "utf-16-be", *(name for name, _ in guess(sample))):
        try:
            if sample.decode(name) == read.text:
                yield Encoding(name)
                return
        except UnicodeDecodeError:
            continue
    yield Encoding("utf-8-sig", "replace")
