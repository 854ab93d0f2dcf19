"""Text hygiene: what every article goes through once, at import, and the way back to where it came from."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from unicodedata import combining, is_normalized, normalize

from annotator.core.errors import UserError

_BOM = "\ufeff"
_UNFIT = re.compile("[\x00\ud800-\udfff]")
# Nothing below U+0300 combines with what stands before it, so text may be normalised piece by piece there.
_PIECE = re.compile("\r\n?|[\x00-\u02ff]?[^\x00-\u02ff]+", re.DOTALL)
# No character decomposes into more; what is longer and is no starter alone cannot compose with the next starter.
_LONGEST_DECOMPOSITION = 4
_LONG_RUN = 32


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Which stretches of an original became which stretches of the stored text.

    Attributes:
        changes: ``(original start, original end, stored start, stored end)`` in code points, in text order;
            everything between two changes is the same in both.
    """

    changes: tuple[tuple[int, int, int, int], ...] = ()

    def to_stored(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the original to the stored text; an end inside a change takes the whole change in."""
        return self._map(start, end, source=0, target=2)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the stored text to the original; an end inside a change takes the whole change in."""
        return self._map(start, end, source=2, target=0)

    def _map(self, start: int, end: int, *, source: int, target: int) -> tuple[int, int]:
        return self._map_one(start, source, target, end=False), self._map_one(end, source, target, end=True)

    def _map_one(self, offset: int, source: int, target: int, *, end: bool) -> int:
        index = bisect_right(self.changes, offset, key=lambda change: change[source]) - 1
        if index < 0:
            return offset
        change = self.changes[index]
        if offset >= change[source + 1]:
            return offset - change[source + 1] + change[target + 1]
        if offset == change[source]:
            return change[target]
        return change[target + 1] if end else change[target]

    def to_json(self) -> str:
        """Write the map as a JSON list of changes."""
        return json.dumps(self.changes, separators=(",", ":"))

    @classmethod
    def from_json(cls, written: str) -> OffsetMap:
        """Read what `to_json` wrote."""
        return cls(tuple((a, b, c, d) for a, b, c, d in json.loads(written)))


@dataclass(frozen=True, slots=True)
class CleanText:
    r"""A text fit to be stored.

    Attributes:
        text: NFC, line ends as ``\n``, no byte order mark.
        original: the text as it came where it differed, otherwise None.
        offsets: the way between the two.
    """

    text: str
    original: str | None
    offsets: OffsetMap


def clean(raw: str) -> CleanText:
    r"""Make a text fit to be stored: drop a byte order mark, end lines with ``\n``, compose characters (NFC).

    No-break spaces, tabs and everything else that is visible or meant stays as it is.

    Raises:
        UserError: the text is blank, or holds NUL or half a surrogate pair, which no text file has.
    """
    unfit = _UNFIT.search(raw)
    if unfit is not None:
        code = f"U+{ord(unfit[0]):04X}"
        raise UserError(
            f"the text holds {code} at character {unfit.start()}: this is not plain text; convert it first.",
            f"Le texte contient {code} au caractère {unfit.start()} : ce n'est pas du texte brut ; "
            "convertissez-le d'abord.",
        )
    pieces: list[str] = []
    changes: list[tuple[int, int, int, int]] = []
    copied = stored = 0

    def replace(start: int, end: int, new: str) -> None:
        nonlocal copied, stored
        pieces.append(raw[copied:start])
        stored += start - copied
        pieces.append(new)
        changes.append((start, end, stored, stored + len(new)))
        stored += len(new)
        copied = end

    marked = len(raw) - len(raw.lstrip(_BOM))
    if marked:
        replace(0, marked, "")
    if "\r" in raw or not is_normalized("NFC", raw):
        for match in _PIECE.finditer(raw, copied):
            if match[0][0] == "\r":
                replace(match.start(), match.end(), "\n")
            elif not is_normalized("NFC", match[0]):
                for start, end in _smallest_changes(match[0]):
                    replace(match.start() + start, match.start() + end, _compose(match[0][start:end]))
    text = "".join((*pieces, raw[copied:])) if changes else raw
    if not text.strip():
        raise UserError("the text is empty.", "Le texte est vide.")
    return CleanText(text, raw if changes else None, OffsetMap(tuple(changes)))


def _smallest_changes(piece: str) -> list[tuple[int, int]]:
    """Find the shortest stretches of ``piece`` that NFC changes and that can be normalised on their own."""
    found = []
    start = 0
    for end in range(1, len(piece) + 1):
        if end < len(piece) and not _is_boundary(piece, start, end):
            continue
        if not is_normalized("NFC", piece[start:end]):
            found.append((start, end))
        start = end
    return found


def _is_boundary(piece: str, start: int, end: int) -> bool:
    """Tell whether the character at ``end`` neither combines with nor moves within ``start`` to ``end`` under NFC."""
    after = piece[end]
    if combining(normalize("NFD", after)[0]):
        return False
    if end - start > _LONGEST_DECOMPOSITION:
        return True
    before = piece[start:end]
    return normalize("NFC", before + after) == normalize("NFC", before) + normalize("NFC", after)


def _compose(stretch: str) -> str:
    """Return ``stretch`` in NFC; long runs of marks are put in order here, where `normalize` takes quadratic time."""
    if len(stretch) <= _LONG_RUN:
        return normalize("NFC", stretch)
    decomposed = (part for character in stretch for part in normalize("NFD", character))
    runs = groupby(decomposed, key=lambda part: combining(part) > 0)
    return normalize("NFC", "".join(part for _, run in runs for part in sorted(run, key=combining)))


def text_hash(text: str) -> str:
    """Return the SHA-256 of a stored text, in hexadecimal; equal texts are the same article."""
    import hashlib  # nothing that opens a window needs it

    return hashlib.sha256(text.encode()).hexdigest()
