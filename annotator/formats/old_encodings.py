"""Which of the encodings before Unicode some bytes are in: the one in which they read like French, or like a neighbour.

All of them have ASCII in common, so only the other characters and what stands around them tell. Every single-byte
encoding makes *some* characters of any bytes; a reading is good where accents stand inside words, capitals do not
follow small letters, and quotes, dashes and signs stand where such things stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SAMPLE = 32 * 2**10
_BEFORE = 64
_FIRST_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile("[\x80-\x9f]")

# In the order in which they are taken where two read equally well.
_FRENCH = {
    "cp1252": "Windows-1252",
    "iso-8859-15": "ISO 8859-15",
    "mac-roman": "Mac Roman",
    "cp850": "DOS 850",
    "cp437": "DOS 437",
}
_NEIGHBOURS = {
    "cp1250": "Windows-1250",
    "iso8859_2": "ISO 8859-2",
    "cp1251": "Windows-1251",
    "koi8_u": "KOI8-U",
    "koi8_r": "KOI8-R",
    "iso8859_5": "ISO 8859-5",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp1257": "Windows-1257",
}

_GOOD = 0.5
_PASSABLE = 0.2
_ENOUGH_FOR_NEIGHBOURS = 8

_ACCENTED = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ")
_WORDS_OF_ONE = frozenset("àÀôÔ")
_OPENING, _CLOSING = frozenset("«“„‹"), frozenset("»”›")
_APOSTROPHES = frozenset("’‘´")
_DASHES = frozenset("–—•·")
_SIGNS = frozenset("£§²³½¼¾×÷±©®™µªº†‰¥¢…")
# What Cyrillic, Turkish and DOS texts are full of when they are read as what they are not.
_ODD = frozenset("ðþýøÐÞÝØ")
_SOUTHERN = frozenset("áíóúñÁÍÓÚÑß")
_BLANKS = frozenset(" \t\r\n\u00a0\u202f")


def guess(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the encodings that bytes are likely in, the likeliest first, each with its name for people; none for none.

    Args:
        content: what is neither UTF-8 nor binary. No more than some thousands of bytes of it are looked at, from the
            first on that is not ASCII.
    """
    first = _FIRST_HIGH.search(content)
    if first is None:
        return
    at = max(0, first.start() - _BEFORE)
    sample = content[at : at + _SAMPLE]
    scores = {encoding: _score(sample, encoding) for encoding in _FRENCH}
    french = sorted(_FRENCH, key=lambda encoding: -scores[encoding])  # stable: their order decides between equals
    good = [encoding for encoding in french if scores[encoding] >= _GOOD]
    yield from ((encoding, _FRENCH[encoding]) for encoding in good)
    if not good:
        yield from _neighbours(sample)
        yield from ((encoding, _FRENCH[encoding]) for encoding in french if scores[encoding] >= _PASSABLE)


def _neighbours(sample: bytes) -> Iterator[tuple[str, str]]:
    """Yield those of other languages, from the statistics of charset-normalizer, which a few letters would mislead."""
    from charset_normalizer import from_bytes

    if len(_FIRST_HIGH.findall(sample)) < _ENOUGH_FOR_NEIGHBOURS:
        return
    matches = from_bytes(sample, cp_isolation=list(_NEIGHBOURS), enable_fallback=False)
    found = [match.encoding for match in matches if match.encoding in _NEIGHBOURS]
    found.sort(key=lambda encoding: _score(sample, encoding) < 0)  # stable: signs inside words come last
    yield from ((encoding, _NEIGHBOURS[encoding]) for encoding in found)


def _score(sample: bytes, encoding: str) -> float:
    """Return how well bytes read in an encoding: 1 where all is as in French, below 0 where most is not."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    if _CONTROLS.search(text):  # no text of any of them has those
        return -1.0
    total = count = 0.0
    for index, character in enumerate(text):
        if character > "\x7f":
            before = text[index - 1] if index else " "
            after = text[index + 1] if index + 1 < len(text) else " "
            total += _place(character, before, after)
            count += 1
    return total / count if count else -1.0


def _place(character: str, before: str, after: str) -> float:
    """Return how well a character stands between two others, from -1 to 1."""
    if character.isalpha() and character not in "ªº":
        return _letter(character, before, after)
    between = before.isalpha() and after.isalpha()
    if character in "\u00a0\u202f":
        return -0.5 if between else 0.5
    if character in _APOSTROPHES:
        if character == "´":
            return -0.5
        return 1.0 if before.isalpha() and (after.isalpha() or after in _OPENING | _BLANKS) else -0.2
    if character in _OPENING:
        return 1.0 if not before.isalnum() and (after.isalnum() or after in _BLANKS) else -1.0
    if character in "¿¡":
        return 0.5 if not before.isalnum() and after.isupper() else -1.0
    if character in _CLOSING:
        return 1.0 if not after.isalnum() and not (before in _BLANKS and after.isalpha()) else -1.0
    if character in _DASHES:
        return 0.8 if before in _BLANKS or after in _BLANKS or (before.isdigit() and after.isdigit()) else -1.0
    if character == "€":
        return 1.0 if (before.isdigit() or before in _BLANKS or before in "MkG") and not after.isalpha() else -1.0
    if character == "°":
        return 0.8 if before in "nN" or before.isdigit() else -0.5
    if character in _SIGNS:
        return -1.0 if after.isalpha() or (before.isalpha() and character not in "…²³") else 0.3
    return -1.0


def _letter(character: str, before: str, after: str) -> float:
    alone = not before.isalpha() and not after.isalpha()
    if alone:
        return 1.0 if character in _WORDS_OF_ONE else -0.5
    # A capital after a small letter; a small letter between capitals.
    if (character.isupper() and before.islower()) or (
        character.islower() and before.isupper() and after.isupper() and before.isascii()
    ):
        return -1.0
    if before.isalpha() and after.isalpha() and not before.isascii() and not after.isascii():
        return -1.0  # no neighbour that writes Latin letters has three of them in a row
    if character in _ODD:
        return -0.3
    if character in _ACCENTED:
        return 0.9 if character.isupper() else 0.3 if character == "ÿ" else 1.0
    return 0.5 if character in _SOUTHERN else 0.3
