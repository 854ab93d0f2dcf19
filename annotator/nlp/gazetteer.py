"""Phrases looked up word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.nlp.reading import Reading

T = TypeVar("T")
_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
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
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def add(self, phrase: str, entry: T) -> None:
        """Add ``phrase``; of two equal phrases the first added stays."""
        lowered = phrase.lower()
        words = lowered.split(" ") if _PLAIN.fullmatch(lowered) else self._split(lowered)
        if not words:
            return
        known = self._by_first.setdefault(words[0], [])
        rest = tuple(words[1:])
        if all(rest != other for other, _ in known):
            known.append((rest, entry))
            known.sort(key=lambda pair: -len(pair[0]))

    def matches(self, reading: Reading) -> Iterator[Hit[T]]:
        """Yield the longest match at each word of ``reading`` that starts one; matches may overlap."""
        by_first = self._by_first
        lower = reading.lower
        for index, word in enumerate(lower):
            if word in by_first:
                hit = self.at(reading, index)
                if hit is not None:
                    yield hit

    def at(self, reading: Reading, index: int) -> Hit[T] | None:
        """Return the longest match that starts at word ``index``, or None."""
        for rest, entry in self._by_first.get(reading.small(index), ()):
            stop = index + 1 + len(rest)
            if not rest or tuple(reading.lower[index + 1 : stop]) == rest:
                return Hit(index, stop, entry)
        return None


def spellings(phrase: str) -> Iterable[str]:
    """Return ``phrase`` and the ways it is often written: without accents, with either apostrophe and hyphen."""
    forms = [phrase]
    forms += [form.replace("’", "'") for form in forms if "’" in form]
    forms += [form.replace("'", "’") for form in forms if "'" in form]
    if _HYPHENS.search(phrase):
        forms += [_HYPHENS.sub(" ", form) for form in forms]
        forms += [_HYPHENS.sub("‑", form) for form in forms]
    forms += [unaccented(form) for form in forms]
    return dict.fromkeys(forms)


def unaccented(text: str) -> str:
    """Return ``text`` without accents: ``Émirats`` as ``Emirats``."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text)))
