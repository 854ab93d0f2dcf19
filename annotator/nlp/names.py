"""Reads the names of people in a text."""

from __future__ import annotations

import re
from functools import cache

from annotator.nlp import lexicons
from annotator.nlp.context import plain
from annotator.nlp.nationalities import is_nationality
from annotator.nlp.reading import Reading
from annotator.nlp.rules import word_lists

_INITIAL = re.compile(r"[^\W\d_a-zà-ÿ]\.?(?:-[^\W\d_a-zà-ÿ]\.?)?|(?:[^\W\d_a-zà-ÿ]\.-?)+")
_ROMAN = re.compile(r"[IVX]{1,5}|Ier|1er")
_CIVILITY_DOT = frozenset({"M.", "MM.", "Me"})
_LONGEST = 9


class NameReader:
    """Reads names forwards and backwards: capitalised words, particles, initials, hyphens, ordinals of kings."""

    def __init__(self) -> None:
        lists = word_lists("leader")
        self._particles = frozenset(lists["particles"])
        self._first_particles = frozenset(lists["first_particles"])
        self._not_names = frozenset(lists["not_names"])

    def is_name_word(self, reading: Reading, index: int) -> bool:
        """Tell whether the word at ``index`` can be the main part of a name."""
        word = reading.word(index)
        return (
            word[:1].isupper()
            and word[-1:].isalpha()
            and reading.lower[index] not in self._not_names
            and not is_nationality(reading.lower[index])
        )

    def read(self, reading: Reading, index: int, *, titled: bool = False) -> int:
        """Return where the name that begins at ``index`` ends; ``index`` where none begins.

        A name is ``titled`` when a title or civility stands before; it can then begin with a particle.
        """
        stop = last = index
        count = len(reading)
        named = False
        while stop < count and stop - index < _LONGEST:
            word = reading.words[stop]
            small = plain(reading.lower[stop])
            if word in _CIVILITY_DOT and stop == index:
                break
            if named and _ROMAN.fullmatch(word):
                return stop + 1
            if _INITIAL.fullmatch(word) and (word[-1] == "." or word[-1].isupper()) and word not in _CIVILITY_DOT:
                if len(word) == 1 and word not in "ABCDEFGHIJKLMNOPRSTVWYZÉ":
                    break
                stop += 1
                if reading.word(stop) == "." and reading.joined(stop):
                    stop += 1
                if reading.word(stop) == "-" and reading.joined(stop):
                    stop += 1
            elif self.is_name_word(reading, stop):
                named = True
                stop = last = stop + 1
            elif named and word in ("-", "‑") and reading.joined(stop) and self._joins(reading, stop):
                stop = last = stop + 2
            elif word[-1] in "'’ʼ" and word[:1].isupper() and len(word) < 5 and self._joins(reading, stop):
                stop += 1
            elif small in self._particles and (named or (titled and small in self._first_particles)):
                if not self._continues(reading, stop + 1, small):
                    break
                stop += 1
            else:
                break
        if not named:
            return index
        return self._cut_capitals(reading, index, last)

    def _cut_capitals(self, reading: Reading, first: int, stop: int) -> int:
        """Return where a name in capitals ends: a headline in capitals runs on, a name has two or three words."""
        words = [index for index in range(first, stop) if reading.words[index].isalpha()]
        if (
            len(words) > 2
            and all(reading.words[index].isupper() for index in words)
            and is_given_name(reading.words[words[0]])
        ):
            return words[1] + 1
        return stop

    def _joins(self, reading: Reading, index: int) -> bool:
        return index + 1 < len(reading) and reading.joined(index + 1) and reading.words[index + 1][:1].isalpha()

    def _continues(self, reading: Reading, index: int, particle: str) -> bool:
        """Tell whether a name goes on at ``index`` after a particle."""
        word = reading.word(index)
        if word in ("-", "‑"):
            return reading.joined(index) and reading.word(index + 1)[:1].isupper()
        if plain(reading.small(index)) in self._particles or reading.small(index) in ("la", "los", "las", "le"):
            return reading.word(index + 1)[:1].isupper()
        if particle in ("de", "d'"):
            return self.is_name_word(reading, index) and not _is_place(reading, index)
        return self.is_name_word(reading, index)

    def read_back(self, reading: Reading, stop: int) -> int:
        """Return where the name that ends just before ``stop`` begins; ``stop`` where none does."""
        first = stop
        while first > 0 and stop - first < _LONGEST:
            small = plain(reading.lower[first - 1])
            word = reading.words[first - 1]
            if (
                self.is_name_word(reading, first - 1)
                or (_INITIAL.fullmatch(word) and word not in _CIVILITY_DOT)
                or (first < stop and small in self._particles)
                or (word in ("-", "‑") and reading.joined(first - 1))
                or (first < stop and word[-1:] in "'’ʼ" and word[:1].isupper())
                or (_ROMAN.fullmatch(word) and first == stop)
                or (first == stop and reading.word(first - 2) in ("-", "‑") and reading.joined(first - 1))
            ):
                first -= 1
            else:
                break
        while first < stop and self.read(reading, first) != stop:
            first += 1
        return first


def is_given_name(word: str) -> bool:
    """Tell whether ``word``, as written or in capitals, is a given name of the list."""
    names = lexicons.words("given_names.txt")
    return word in names or (word.isupper() and len(word) > 1 and word.capitalize() in names)


@cache
def _places() -> frozenset[str]:
    from annotator.nlp.components.countries import state_names

    return frozenset(form.lower() for form, _ in state_names())


def _is_place(reading: Reading, index: int) -> bool:
    return reading.lower[index] in _places()
