"""Many surfaces looked for in one text at once, each as `annotator.core.occurrences` finds it alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from annotator.core.occurrences import Surface, end_at, first_word, searched_words
from annotator.core.tokens import TokenGrid

_WORD = re.compile(r"[^\W_]+")
_BARE = {
    ord(accented): base
    for base, many in {"a": "àâä", "c": "ç", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü", "y": "ÿ"}.items()
    for each in many
    for accented in (each, each.upper())
}
"""French letters, small and capital, without their accents, which capitals may have lost."""


class _Watched(NamedTuple):
    surface: Surface
    name: str
    before: int  # signs before its first word
    words: tuple[frozenset[str], ...]  # each word after the second, in all its forms


class _Following:
    """Surfaces with the same first word, by their second.

    Attributes:
        alone: those that have no second word.
        by_second: the others, under each form of it.
    """

    def __init__(self) -> None:
        self.alone: list[_Watched] = []
        self.by_second: dict[str, list[_Watched]] = {}

    def add(self, name: str, words: str) -> None:
        surface = Surface(words)
        found = _WORD.search(words)
        before = 0 if found is None else found.start()
        rest = tuple(_bare_forms(forms) for forms in searched_words(surface)[1:])
        watched = _Watched(surface, name, before, rest[1:])
        if not rest:
            self.alone.append(watched)
        for form in rest[0] if rest else ():
            self.by_second.setdefault(form, []).append(watched)


class SurfaceWatch:
    """Surfaces that are looked for together: a text is read once, however many they are.

    Surfaces made of signs alone are not looked for. Of a surface no more is found out than what its first word is,
    until that word stands in a text.
    """

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._by_first: defaultdict[str, set[str]] = defaultdict(set)
        self._following: dict[str, _Following] = {}  # of the first words that were met since their surfaces changed

    def __len__(self) -> int:
        return len(self._words)

    def __contains__(self, name: object) -> bool:
        return name in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def add(self, name: str, words: str) -> None:
        """Look for a surface from now on.

        Args:
            name: what it is told by.
            words: the surface.
        """
        self._words[name] = words
        for form in _bare_forms(first_word(Surface(words))):
            self._by_first[form].add(name)
            self._following.pop(form, None)

    def remove(self, name: str) -> None:
        """Look for a surface no longer."""
        for form in _bare_forms(first_word(Surface(self._words.pop(name)))):
            self._by_first[form].discard(name)
            self._following.pop(form, None)

    def find(self, text: str, grid: TokenGrid) -> Iterator[tuple[int, int, str]]:
        """Yield ``(start, end, name)`` of the occurrences of every surface; they may lie inside one another."""
        by_first = self._by_first
        words = _words_of(text)
        for at, (word, start) in enumerate(words):
            if word not in by_first:
                continue
            following = self._following.get(word) or self._look_at(word)
            after = following.by_second.get(words[at + 1][0], ()) if at + 1 < len(words) else ()
            for watched in (*following.alone, *after):
                further = len(watched.words)
                rest = words[at + 2 : at + 2 + further]
                if len(rest) < further or not all(
                    each in forms for (each, _), forms in zip(rest, watched.words, strict=True)
                ):
                    continue
                begin = start - watched.before
                end = end_at(watched.surface, text, grid, begin) if begin >= 0 else None
                if end is not None:
                    yield begin, end, watched.name

    def _look_at(self, first: str) -> _Following:
        found = self._following[first] = _Following()
        for name in self._by_first[first]:
            found.add(name, self._words[name])
        return found


def _words_of(text: str) -> list[tuple[str, int]]:
    """Return the words of a text without accents and capitals, each with where it starts."""
    bare = _bare(text)
    if len(bare) == len(text):
        return [(word[0], word.start()) for word in _WORD.finditer(bare)]
    return [(_bare(word[0]), word.start()) for word in _WORD.finditer(text)]  # a capital that is two small letters


@lru_cache(maxsize=20_000)
def _bare_forms(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_bare, forms))


def _bare(word: str) -> str:
    return word.lower() if word.isascii() else word.translate(_BARE).lower()
