"""The members of a list in a JSON document, found by its brackets alone and cut out as bytes, one after the other.

Each is parsed by itself afterwards, so that what is wrong within one, such as ``NaN``, half a surrogate pair or a comma
too many, leaves the others whole; and nothing is held but the member that is being read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

_CHUNK = 2**18
_DEEPEST = 10_000
# Possessive and bounded: what does not fit is never tried another way. A string with escapes is found otherwise, and
# brackets within brackets within brackets are counted one by one.
_PLAIN = rb'[^"\[\]{}]++|"[^"\\]*+"'
_LEAF = rb"[\[{](?:" + _PLAIN + rb"){0,99}+[\]}]"
_BRANCH = rb"[\[{](?:" + _PLAIN + b"|" + _LEAF + rb"){0,99}+[\]}]"
_TO_BRACKET = re.compile(rb"(?:" + _PLAIN + b"|" + _BRANCH + rb"){0,99}+([\[\]{}]?)")
_SCALAR = re.compile(rb'[^\s,:"\[\]{}]++(?=[\s,:"\[\]{}])')
_BLANK = re.compile(rb"\s*+")
_QUOTE, _BACKSLASH = ord('"'), ord("\\")


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most so many bytes, none at the end."""
        ...


class BrokenDocumentError(Exception):
    """The document cannot be read on from here."""


class TooLongError(Exception):
    """One member is longer than it may be."""


def members_of(file: Readable, path: str, longest: int) -> Iterator[bytes]:
    """Yield the JSON of each member of a list, blanks around it left out.

    Args:
        file: the document, in UTF-8 without a mark.
        path: where they are: ``"item"`` for those of the list that the document is, ``"annotations.item"`` for those of
            the list of that name in its object, ``""`` for the whole document.
        longest: how many bytes a member, or anything beside the list, may have.

    Raises:
        BrokenDocumentError: it is no JSON from here on. What came before is good.
        TooLongError: something is longer than allowed.
    """
    scanner = _Scanner(file, longest)
    yield from _inside(scanner, path.split(".") if path else [])
    if scanner.next():
        raise BrokenDocumentError("something follows behind the end")


def _inside(scanner: _Scanner, path: list[str]) -> Iterator[bytes]:
    """Yield what stands at a path in the next value; a value of another kind than the path wants is passed over."""
    if not path:
        yield scanner.value()
    elif path[0] == "item" and scanner.next() == b"[":
        for _ in scanner.entries(b"]"):
            yield from _inside(scanner, path[1:])
    elif path[0] != "item" and scanner.next() == b"{":
        for _ in scanner.entries(b"}"):
            name = scanner.string()
            scanner.take(b":")
            if name[1:-1] == path[0].encode():
                yield from _inside(scanner, path[1:])
            else:
                scanner.value()
    else:
        scanner.value()


class _Scanner:
    """Goes through a document from one value to the next."""

    def __init__(self, file: Readable, longest: int) -> None:
        self._file = file
        self._longest = longest
        self._held = b""
        self._at = 0

    def next(self) -> bytes:
        """Return the byte that comes next behind blanks, without taking it; none at the end."""
        while True:
            blank = _BLANK.match(self._held, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._held):
                return self._held[self._at : self._at + 1]
            if not self._more():
                return b""

    def take(self, sign: bytes) -> None:
        """Take the sign that must come next."""
        if (found := self.next()) != sign:
            raise BrokenDocumentError(f"{_shown(found)} instead of {_shown(sign)}")
        self._at += 1

    def entries(self, close: bytes) -> Iterator[None]:
        """Take the bracket that opens, yield before each entry, and take the commas between and the bracket behind."""
        self._at += 1
        if self.next() == close:
            self._at += 1
            return
        while True:
            yield
            if self.next() == close:
                self._at += 1
                return
            self.take(b",")

    def string(self) -> bytes:
        """Take a string, quotation marks included."""
        if (found := self.next()) != b'"':
            raise BrokenDocumentError(f"{_shown(found)} instead of a name")
        return self._taken(self._behind_string(self._at))

    def value(self) -> bytes:
        """Take a value of any kind."""
        match self.next():
            case b"[" | b"{":
                return self._taken(self._behind_brackets())
            case b'"':
                return self.string()
            case b"" | b"]" | b"}" | b"," | b":" as found:
                raise BrokenDocumentError(f"{_shown(found)} instead of a value")
            case _:
                while (scalar := _SCALAR.match(self._held, self._at)) is None:
                    if not self._more():
                        return self._taken(len(self._held)).rstrip()
                return self._taken(scalar.end())

    def _taken(self, end: int) -> bytes:
        taken = self._held[self._at : end]
        self._at = end
        return taken

    def _behind_brackets(self) -> int:
        """Return where the brackets end that begin here."""
        place, depth = self._at + 1, 1
        while True:
            found = _TO_BRACKET.match(self._held, place)
            if found is None or found.end() == place:
                at_end = place == len(self._held)
                place = self._read_on(place) if at_end else self._behind_string(place)
                continue
            place = found.end()
            if bracket := found[1]:
                depth += 1 if bracket in b"[{" else -1
                if not depth:
                    return place
                if depth > _DEEPEST:
                    raise BrokenDocumentError(f"brackets more than {_DEEPEST} deep")

    def _behind_string(self, place: int) -> int:
        """Return where the string ends that begins at a place."""
        place += 1
        while True:
            quote = self._held.find(b'"', place)
            if quote < 0:
                place = self._read_on(len(self._held))
                continue
            before = quote
            while self._held[before - 1] == _BACKSLASH:
                before -= 1
            place = quote + 1
            if (quote - before) % 2 == 0:
                return place

    def _read_on(self, place: int) -> int:
        """Read on in the middle of a value and return where a place is now."""
        behind = place - self._at
        if not self._more():
            raise BrokenDocumentError("it ends in the middle")
        return self._at + behind

    def _more(self) -> bool:
        """Read on: as much again as is held, so that what is long is not looked through too often."""
        held = self._held[self._at :]
        if len(held) > self._longest:
            raise TooLongError
        piece = self._file.read(max(_CHUNK, len(held)))
        self._held, self._at = held + piece, 0
        return bool(piece)


def _shown(sign: bytes) -> str:
    return f"“{sign.decode('utf-8', 'replace')}”" if sign else "the end"
