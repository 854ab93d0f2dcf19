"""The parts of a ``.spacy`` file, whoever wrote it: unpacked to a disk and found there, so that none is held whole.

It is zlib over one msgpack map: tokens and blanks of all texts one after the other as numbers, and lists with something
for each text. Which of them are there, and in which order, differs between versions of spaCy.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any

LARGEST = 8 * 2**30
"""How many bytes such a file may have once it is unpacked, on a disk."""

LONGEST = 2_000_000
"""How many tokens a text may have."""

_IN_MEMORY = 2**24
_CHUNK = 2**20
_MOST_STRINGS = 2**28
_LARGEST_THING = 2**26
_BINARY = {0xC4: 1, 0xC5: 2, 0xC6: 4}
"""How msgpack begins bytes, and how many bytes of length follow."""


class UnreadableError(Exception):
    """The file is none that spaCy reads, or larger than it may be."""


class Parts:
    """A file that is unpacked and looked through.

    Attributes:
        attributes: which attribute each number of a token is, as spaCy counts them.
        lengths: how many tokens each text has.
        strings: what the numbers stand for.
    """

    def __init__(self, path: Path, *, beside: Path | None = None) -> None:
        """Unpack a file.

        Args:
            path: the file.
            beside: the folder to unpack it in; by default where the system keeps temporary files.

        Raises:
            UnreadableError: it is none.
            OSError: it cannot be read, or there is no place to unpack it.
        """
        self._spool: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY, dir=None if beside is None else str(beside))  # noqa: SIM115 closed by `close`
        try:
            _unpack(path, self._spool)
            self._bytes: dict[str, tuple[int, int]] = {}
            self._lists: dict[str, tuple[int, int]] = {}
            self._values: dict[str, Any] = {}
            self._look_through()
            self.attributes = self._whole_numbers("attrs")
            self.lengths = array("i", self.read("lengths"))
            self.strings = self._all_strings()
            self._require_sound()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the place on the disk."""
        self._spool.close()

    def read(self, name: str, at: int = 0, length: int | None = None) -> bytes:
        """Return bytes of a part."""
        if name not in self._bytes:
            raise UnreadableError(f"without {name}")
        start, size = self._bytes[name]
        self._spool.seek(start + at)
        return self._spool.read(size if length is None else length)

    def each(self, name: str) -> Iterator[Any]:
        """Yield what a list has for each text, whoever reads in between; None for all where there is no such list."""
        if name not in self._lists:
            yield from (None for _ in self.lengths)
            return
        from srsly.msgpack import Unpacker

        at, count = self._lists[name]
        if count != len(self.lengths):
            raise UnreadableError(f"{name} for {count} texts of {len(self.lengths)}")
        unpacker = Unpacker(raw=False, use_list=True, strict_map_key=False, max_buffer_size=_LARGEST_THING)
        left = count
        while left:
            self._spool.seek(at)
            read = self._spool.read(_CHUNK)
            if not read:
                raise UnreadableError(f"{name} is cut off")
            at += len(read)
            unpacker.feed(read)
            for thing in unpacker:
                yield thing
                left -= 1
                if not left:
                    return

    def _look_through(self) -> None:
        """Find where each part is."""
        at, keys = self._unpacked(0, "read_map_header")
        if not 0 < keys < 100:
            raise UnreadableError("not what spaCy writes")
        for _ in range(keys):
            at, name = self._unpacked(at, "unpack")
            self._spool.seek(at)
            sign = self._spool.read(1)
            if not sign or not isinstance(name, str):
                raise UnreadableError("not what spaCy writes")
            if sign[0] in _BINARY:
                size = int.from_bytes(self._spool.read(_BINARY[sign[0]]), "big")
                self._bytes[name] = (self._spool.tell(), size)
                at = self._spool.tell() + size
            elif sign[0] & 0xF0 == 0x90 or sign[0] in (0xDC, 0xDD):
                at = self._skip_list(name, at)
            else:
                at, self._values[name] = self._unpacked(at, "unpack")

    def _skip_list(self, name: str, at: int) -> int:
        from srsly.msgpack import Unpacker

        self._spool.seek(at)
        unpacker = Unpacker(self._spool, read_size=_CHUNK, max_buffer_size=_LARGEST_THING)
        count = unpacker.read_array_header()
        self._lists[name] = (at + unpacker.tell(), count)
        for _ in range(count):
            unpacker.skip()
        return at + int(unpacker.tell())

    def _unpacked(self, at: int, what: str) -> tuple[int, Any]:
        """Return what is at a place, and the place behind it."""
        from srsly.msgpack import Unpacker

        self._spool.seek(at)
        unpacker = Unpacker(self._spool, raw=False, read_size=_CHUNK, max_buffer_size=_LARGEST_THING)
        value = getattr(unpacker, what)()
        return at + int(unpacker.tell()), value

    def _whole_numbers(self, name: str) -> list[int]:
        at, count = self._lists.get(name, (0, 0))
        found = []
        for _ in range(min(count, 1000)):
            at, value = self._unpacked(at, "unpack")
            found.append(value)
        if not found or not all(type(value) is int for value in found):
            raise UnreadableError(f"without {name}")
        return found

    def _all_strings(self) -> list[str]:
        from srsly.msgpack import Unpacker

        at, count = self._lists.get("strings", (0, 0))
        self._spool.seek(at)
        unpacker = Unpacker(self._spool, raw=False, read_size=_CHUNK, max_buffer_size=_LARGEST_THING)
        found: list[str] = []
        while len(found) < count:
            found.append(unpacker.unpack())
            if unpacker.tell() > _MOST_STRINGS or not isinstance(found[-1], str):
                raise UnreadableError("too many different words")
        return found

    def _require_sound(self) -> None:
        """Check that the parts go together, before spaCy is given any of them."""
        tokens = sum(self.lengths)
        if min(self.lengths, default=0) < 0 or max(self.lengths, default=0) > LONGEST:
            raise UnreadableError(f"a text of more than {LONGEST} tokens")
        for name, width in (("tokens", 8 * len(self.attributes)), ("spaces", 1)):
            if name not in self._bytes or self._bytes[name][1] != tokens * width:
                raise UnreadableError(f"{name} are cut off")


def _unpack(path: Path, spool: IO[bytes]) -> None:
    unpacking, size = zlib.decompressobj(), 0
    try:
        with path.open("rb") as file:
            while not unpacking.eof and (read := unpacking.unconsumed_tail or file.read(_CHUNK)):
                piece = unpacking.decompress(read, _CHUNK)
                size += len(piece)
                if size > LARGEST:
                    raise UnreadableError(f"larger than {LARGEST // 2**20} MB")
                spool.write(piece)
    except zlib.error as error:
        raise UnreadableError("not packed as spaCy packs") from error
    if not unpacking.eof:
        raise UnreadableError("it is cut off")
