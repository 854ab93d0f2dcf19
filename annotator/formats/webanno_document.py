"""The text of a WebAnno TSV and where its units stand in it.

Each sentence has its text in the file and its first token its place, so that what lies between sentences is known by
its length alone: the tools put a line end there and blanks. Places count UTF-16 units; of a file in which they then
miss the tokens, but hit them as code points, they are taken as those. A sentence whose place cannot be is set on a line
of its own, and its annotations with it.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from annotator.formats.utf16 import Utf16, is_astral

_WIDEST_GAP = 1_000


class Place(NamedTuple):
    """A place in a sentence.

    Attributes:
        sentence: number of the sentence, from 0.
        at: where it is in the whole text, as the file counts.
    """

    sentence: int
    at: int


class Document:
    """Collects sentences and tokens one after the other, and puts them together at the end.

    Attributes:
        length: about how many characters it has.
    """

    def __init__(self) -> None:
        self.length = 0
        self._begins: list[int | None] = []
        self._texts: list[str] = []
        self._words: list[str] = []
        self._places = array("q")

    def begin_sentence(self, text: str) -> None:
        """Take in a sentence."""
        self._begins.append(None)
        self._texts.append(text)
        self.length += len(text) + 1

    @property
    def tokens(self) -> int:
        """How many tokens there are."""
        return len(self._words)

    @property
    def sentence(self) -> int:
        """The number of the sentence that is taken in."""
        return len(self._texts) - 1

    def add_token(self, begin: int, end: int, word: str) -> None:
        """Take in a token of the sentence."""
        if self._begins[-1] is None:
            self._begins[-1] = begin
        self._words.append(word)
        self._places.extend((self.sentence, begin, end))

    def placed(self) -> Placed:
        """Put the sentences together, in the way of counting in which more tokens stand where the file says."""
        units = Placed(self._begins, self._texts, in_units=True)
        if not any(map(is_astral, self._texts)):
            units.misplaced = self._misplaced(units)
            return units
        points = Placed(self._begins, self._texts, in_units=False)
        for each in (units, points):
            each.misplaced = self._misplaced(each)
        return points if points.misplaced < units.misplaced else units

    def _misplaced(self, placed: Placed) -> int:
        count = 0
        for index, word in enumerate(self._words):
            sentence, begin, end = self._places[3 * index : 3 * index + 3]
            found = placed.between(Place(sentence, begin), Place(sentence, end))
            count += found is None or placed.text[found[0] : found[1]].split() != word.split()
        return count


class Placed:
    """The text of a file put together.

    Attributes:
        text: the text.
        in_units: whether its places were taken as UTF-16 units.
        moved: how many sentences have a place that cannot be.
        misplaced: how many tokens are not what stands at their place.
    """

    def __init__(self, begins: list[int | None], texts: list[str], *, in_units: bool) -> None:
        self.in_units = in_units
        self.moved = 0
        self.misplaced = 0
        self._texts = texts
        self._begins = begins
        self._starts: list[int] = []
        self._counts: list[Utf16 | None] = []
        parts: list[str] = []
        length, counted = 0, 0
        for begin, text in zip(begins, texts, strict=True):
            gap = self._gap(None if begin is None else begin - counted, first=not self._starts)
            parts += (gap, text)
            length += len(gap)
            self._starts.append(length)
            length += len(text)
            places = Utf16(text) if in_units and is_astral(text) else None
            self._counts.append(places)
            size = len(text) if places is None else places.unit(len(text))
            counted = (counted + len(gap) if begin is None else begin) + size
        self.text = "".join(parts)

    def _gap(self, width: int | None, *, first: bool) -> str:
        """Return what to put before a sentence that begins so far behind the last one."""
        if width is None:
            return "" if first else "\n"
        if not 0 <= width <= _WIDEST_GAP:
            self.moved += 1
            return "" if first else "\n"
        if first:
            return " " * width
        return "\n" * min(width, 2) + " " * (width - 2)

    def between(self, start: Place, end: Place) -> tuple[int, int] | None:
        """Return two places in code points of the text; None where one lies outside its sentence."""
        first, last = self._point(start), self._point(end)
        return None if first is None or last is None or last < first else (first, last)

    def _point(self, place: Place) -> int | None:
        begin = self._begins[place.sentence]
        if begin is None or place.at < begin:
            return None
        local, places = place.at - begin, self._counts[place.sentence]
        if places is not None:
            local = places.point(local)
        return self._starts[place.sentence] + local if local <= len(self._texts[place.sentence]) else None
