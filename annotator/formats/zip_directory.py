"""How large the list of members of a zip archive is, before it is read into memory."""

from __future__ import annotations

import struct
from pathlib import Path

MOST_DIRECTORY_BYTES = 24 * 2**20
"""A list beyond it is not read: that of 200,000 files takes about 20 MB, and each takes ten times as much in memory."""

_TAIL = 2**16 + 256
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_UNSAID = 0xFFFFFFFF


def directory_bytes(path: Path) -> int:
    """Return how many bytes the list of members takes by what the end of an archive says; 0 where it has no end.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read(_TAIL)
    at = tail.rfind(_END)
    if at < 0 or at + 16 > len(tail):
        return 0
    (listed,) = struct.unpack_from("<I", tail, at + 12)
    at_64 = tail.rfind(_END_64)
    if listed == _UNSAID or at_64 >= 0:
        listed = max(listed if listed != _UNSAID else 0, *_listed_64(tail, at_64))
    return int(listed)


def _listed_64(tail: bytes, at: int) -> tuple[int]:
    return struct.unpack_from("<Q", tail, at + 40) if 0 <= at <= len(tail) - 48 else (0,)
