"""How much a PDF would unpack to: who draws a page holds all of it, at a hundred times its size."""

from __future__ import annotations

import mmap
import re
import zlib
from pathlib import Path

MOST_STREAM_BYTES = 8 * 2**20
"""What the drawing of a page may have unpacked; a page full of text has some tens of kilobytes."""
MOST_BYTES = 128 * 2**20
"""What all of them may have; pictures and fonts are not among them."""

_STREAM = re.compile(rb"stream\r?\n")
_OTHER = re.compile(rb"/(Image|Length1|Type1C|CIDFontType0C|OpenType)\b")  # pictures and fonts
_STEP = 2**18
_HEAD = 2_048


def unpacks_too_large(path: Path) -> bool:
    """Tell whether a PDF unpacks to more than any article.

    Raises:
        OSError: it cannot be read.
    """
    if path.stat().st_size == 0:
        return False
    total = 0
    with path.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
        at = 0
        while (found := _STREAM.search(content, at)) is not None:
            head = content[max(at, found.start() - _HEAD) : found.start()]
            head = head[head.rfind(b" obj") :] if b" obj" in head else head
            at = found.end()
            if b"/Fl" not in head or _OTHER.search(head):
                continue
            size = _unpacked(content, at)
            total += size
            if size > MOST_STREAM_BYTES or total > MOST_BYTES:
                return True
    return False


def _unpacked(content: mmap.mmap, at: int) -> int:
    """Return how much a stream unpacks to, counted no further than matters; 0 where it cannot be unpacked."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        while not unpacker.eof and at < len(content) and size <= MOST_STREAM_BYTES:
            piece = content[at : at + _STEP]
            at += len(piece)
            while piece and not unpacker.eof and size <= MOST_STREAM_BYTES:
                size += len(unpacker.decompress(piece, _STEP))
                piece = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size
