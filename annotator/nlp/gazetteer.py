"""Phrases looked up word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from annotator.nlp.reading import Reading

T = TypeVar("T")
_HYPHENS = re.compile(r"[-‐‑]")


class Hit(NamedTuple, Generic[T]):
    """Where a phrase was found: words ``first`` up to, not including, ``stop``, and what it stands for."""

    first: int
    stop: int
    entry: T


class Gazetteer(Generic[T]):
    """A set of phrases, each standing for an entry; the longest match at each word is found, whatever its case.

    Args:
        split: cuts a phrase into the words the tokenizer makes of it.
    """

    def __init__(self, split: Callable[[str], list[str]]) -> None:
        self._split = split
        # First word -> the words after it -> entry; and first word -> how many words can follow, most first.
        self._entries: dict[str, dict[tuple[str, ...], T]] = {}
        self._lengths: dict[str, list[int]] = {}

    def add(self, phrase: str, entry: T) -> None:
        """Add ``phrase``; of two equal phrases the first added stays."""
        words = self._split(phrase)
        if not words:
            return
        first, *rest = [word.lower() for word in words]
        known = self._entries.setdefault(first, {})
        known.setdefault(tuple(rest), entry)
        lengths = self._lengths.setdefault(first, [])
        if len(rest) not in lengths:
            lengths.append(len(rest))
            lengths.sort(reverse=True)

    def matches(self, reading: Reading) -> list[Hit[T]]:
        """Return the longest match at each word of ``reading`` that starts one, in text order; they may overlap."""
        positions = reading.positions
        starts = [index for word in self._entries.keys() & positions.keys() for index in positions[word]]
        starts.sort()
        hits = [self.at(reading, index) for index in starts]
        return [hit for hit in hits if hit is not None]

    def at(self, reading: Reading, index: int, *, longest: int = 99) -> Hit[T] | None:
        """Return the longest match of at most ``longest`` words that starts at word ``index``, or None."""
        lower = reading.lower
        if not 0 <= index < len(lower):
            return None
        first = lower[index]
        entries = self._entries.get(first)
        if entries is None:
            return None
        for length in self._lengths[first]:
            stop = index + 1 + length
            if length >= longest or stop > len(lower):
                continue
            rest = tuple(lower[index + 1 : stop])
            if rest in entries:
                return Hit(index, stop, entries[rest])
        return None


def spellings(phrase: str, *, hyphenated: bool = False) -> Iterable[str]:
    """Return ``phrase`` and the ways it is often written: without accents, with either apostrophe and hyphen.

    With ``hyphenated``, its words may also be joined by hyphens, as in Corée-du-Nord.
    """
    forms = [phrase]
    if "’" in phrase or "'" in phrase:
        forms = [phrase.replace("’", "'"), phrase.replace("'", "’")]
    if hyphenated and " " in phrase and phrase.count(" ") < 4:
        forms += [form.replace(" ", "-") for form in forms]
    if _HYPHENS.search(phrase):
        forms += [_HYPHENS.sub(" ", form) for form in forms] + [_HYPHENS.sub("‑", form) for form in forms]
    if not phrase.isascii():
        forms += [unaccented(form) for form in forms]
    return dict.fromkeys(forms)


def unaccented(text: str) -> str:
    """Return ``text`` without accents: ``Émirats`` as ``Emirats``."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text)))
