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


class _Waiting(NamedTuple, Generic[T]):
    """A phrase whose first word is known and whose rest is cut when a text holds that word."""

    words: list[str]
    rest: str
    entry: T


class _Ready(NamedTuple, Generic[T]):
    """The phrases that begin with one word: what follows it, and how many words that can be, most first."""

    entries: dict[tuple[str, ...], T]
    lengths: list[int]


class Gazetteer(Generic[T]):
    """A set of phrases, each standing for an entry; the longest match at each word is found, whatever its case.

    Args:
        split: cuts a phrase into the words the tokenizer makes of it.
    """

    def __init__(self, split: Callable[[str], list[str]]) -> None:
        self._split = split
        # By first word. Most first words stand in no text, so their phrases are made ready when one does.
        self._phrases: dict[str, list[_Waiting[T]] | _Ready[T]] = {}

    def add(self, phrase: str, entry: T) -> None:
        """Add ``phrase``; of two equal phrases the first added stays."""
        head, _, rest = phrase.partition(" ")
        if head.isalpha():
            self._wait(head.lower(), _Waiting([], rest, entry))
        elif words := self._split(head):
            self._wait(words[0].lower(), _Waiting(words[1:], rest, entry))

    def _wait(self, first: str, phrase: _Waiting[T]) -> None:
        waiting = self._phrases.setdefault(first, [])
        if isinstance(waiting, _Ready):
            raise ValueError("phrases are added before the first text is read")
        waiting.append(phrase)

    def matches(self, reading: Reading) -> list[Hit[T]]:
        """Return the longest match at each word of ``reading`` that starts one, in text order; they may overlap."""
        positions = reading.positions
        starts = [index for word in self._phrases.keys() & positions.keys() for index in positions[word]]
        starts.sort()
        hits = [self.at(reading, index) for index in starts]
        return [hit for hit in hits if hit is not None]

    def at(self, reading: Reading, index: int, *, longest: int = 99) -> Hit[T] | None:
        """Return the longest match of at most ``longest`` words that starts at word ``index``, or None."""
        lower = reading.lower
        if not 0 <= index < len(lower):
            return None
        phrases = self._phrases.get(lower[index])
        if phrases is None:
            return None
        entries, lengths = phrases if isinstance(phrases, _Ready) else self._make_ready(lower[index], phrases)
        for length in lengths:
            stop = index + 1 + length
            if length >= longest or stop > len(lower):
                continue
            rest = tuple(lower[index + 1 : stop])
            if rest in entries:
                return Hit(index, stop, entries[rest])
        return None

    def _make_ready(self, first: str, waiting: list[_Waiting[T]]) -> _Ready[T]:
        entries: dict[tuple[str, ...], T] = {}
        for words, rest, entry in waiting:
            following = (*words, *self._split(rest)) if rest else tuple(words)
            entries.setdefault(tuple(word.lower() for word in following), entry)
        ready = _Ready(entries, sorted({len(rest) for rest in entries}, reverse=True))
        self._phrases[first] = ready
        return ready


def spellings(phrase: str, *, hyphenated: bool = False) -> Iterable[str]:
    """Return ``phrase`` and the ways it is often written: without accents, with either apostrophe and hyphen.

    With ``hyphenated``, its words may also be joined by hyphens, as in Corée-du-Nord.
    """
    forms = [phrase]
    if "’" in phrase or "'" in phrase:
        forms = [phrase.replace("’", "'"), phrase.replace("'", "’")]
    if hyphenated:
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
