"""Lines of a printed page put together into paragraphs, words cut at line ends made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

HYPHENS = "-\u2010\u00ad\ufffe\x02"
"""What can stand at the end of a line where a word was cut; the last two are how it may be given out."""

_SPACING = 1.3
"""Lines further apart than this many times what is usual are of two paragraphs."""
_SIZES = 1.12
"""Letters larger by this are of another kind of text, such as a headline."""
_INDENT, _SHORT = 0.8, 3.0
"""In heights of a line: how far a first line is set in, and how much room is left after a last one."""
_AROUND = 100
"""How many lines above are looked at to tell how wide a column is."""
_ENDS = re.compile(r"[.!?…:;][»”\"')\]\s\u00a0\u202f]*$")
_ITEM = re.compile(r"[•▪■●◦–—*]\s|-\s|\d{1,2}[.)]\s")
# French words that keep the hyphen after them, and those that keep the one before.
_BEFORE = re.compile(
    r"(?:^|[^\w])(?:porte|ex|vice|sous|demi|semi|mi|non|quasi|pro|anti|avant|après|arrière|contre|haut|bas|grand|grande|"
    r"saint|sainte|nord|sud|est|ouest|lance|garde|lieutenant|sergent|premier|chef|peut|c’est|c'est|au|là|ci|par|"
    r"\w{2,}-\w+|\w*[a-zé]{3}o)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|là|ci|moi|toi|lui|leur|leurs|même|mêmes|t-il|t-elle|t-on|dessus|"
    r"dessous|être|vis|général|générale|major|chef)(?!\w)",
)


class Line(NamedTuple):
    """A line of a page; lengths in points, from the lower left corner.

    Attributes:
        text: without white space at its ends; with the hyphen where its last word is cut.
        left: of its first character.
        right: of its last.
        bottom: under its letters.
        top: above them.
        page: from 0.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int

    @property
    def height(self) -> float:
        """How high its letters are."""
        return max(self.top - self.bottom, 0.1)


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs that lines make, in their order."""
    lines = _whole_lines(lines)
    usual = _usual_distance(lines)
    known = _words_of(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, usual):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_joined(each, known) for each in paragraphs]


def _whole_lines(pieces: Iterable[Line]) -> list[Line]:
    """Return lines whose pieces, parted by raised or lowered letters, are put together."""
    lines: list[Line] = []
    for piece in pieces:
        before = lines[-1] if lines else None
        if before is not None and before.page == piece.page:
            overlap = min(before.top, piece.top) - max(before.bottom, piece.bottom)
            room = piece.left - before.right
            low = min(before.height, piece.height)
            if overlap > 0.5 * low and -0.5 * low < room < 1.5 * low:
                gap = "" if room < 0.12 * low else " "
                larger = max(before, piece, key=lambda each: each.height if each.height < 2 * low else 0)
                lines[-1] = larger._replace(text=before.text + gap + piece.text, left=before.left, right=piece.right)
                continue
        lines.append(piece)
    return lines


def _usual_distance(lines: Sequence[Line]) -> float:
    """Return how far lines usually are apart, in heights of a line."""
    distances = [
        (one.bottom - other.bottom) / other.height
        for one, other in pairwise(lines)
        if one.page == other.page and one.height / _SIZES < other.height < one.height * _SIZES
    ]
    near = [distance for distance in distances if 0.7 < distance < 3]
    return median(near) if near else 1.2


def _goes_on(paragraph: Sequence[Line], line: Line, usual: float) -> bool:
    before, around = paragraph[-1], paragraph[-_AROUND:]
    if not before.height / _SIZES <= line.height <= before.height * _SIZES:
        return False
    ended = _ENDS.search(before.text) is not None
    beside = line.left >= max(each.right for each in around) or line.right <= min(each.left for each in around)
    if before.page != line.page or line.bottom >= before.bottom or beside:  # another column or page
        full = len(around) > 1 and before.right > max(each.right for each in around) - line.height
        return not ended and (before.text[-1:] in HYPHENS or line.text[:1].islower() or full)
    if (before.bottom - line.bottom) / line.height > usual * _SPACING:
        return False
    if before.text[-1:] in HYPHENS:
        return True
    if ended and _ITEM.match(line.text):
        return False
    if line.left - before.left > _INDENT * line.height and (ended or line.left - before.left < 4 * line.height):
        return False
    room = max(max(each.right for each in around), line.right) - before.right
    return not (ended and room > _SHORT * line.height)


def _words_of(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that stand uncut within lines, those with hyphens too."""
    return frozenset(
        word.lower() for line in lines for word in re.findall(r"\w+(?:[-\u2010]\w+)*", line.text[:-1] + " ")
    )


def _joined(lines: Sequence[Line], known: frozenset[str]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        if text[-1:] in HYPHENS and len(text) > 1 and not text[-2].isspace():
            text = _made_whole(text, line.text, known)
        else:
            text += " " + line.text
    return text


def _made_whole(text: str, rest: str, known: frozenset[str]) -> str:
    """Return text that ends in a hyphen with the rest of its last word, the hyphen kept where it belongs to it."""
    hyphen, stem = text[-1], text[:-1]
    begun, ended = re.search(r"[\w’'-]*$", stem), re.match(r"[\w-]*", rest)
    head, tail = (begun[0] if begun else ""), (ended[0] if ended else "")
    bare = re.split("[’']", head)[-1]
    if hyphen == "\u00ad":
        return stem + rest
    if f"{bare}{tail}".lower() in known:
        return stem + rest
    keeps = (
        f"{bare}-{tail}".lower() in known
        or not rest[:1].islower()
        or not bare
        or bare[-1].isdigit()
        or _BEFORE.search(bare) is not None
        or _AFTER.match(rest) is not None
    )
    return f"{stem}-{rest}" if keeps else stem + rest
