"""Many surfaces looked for in one text at once, each as `annotator.core.occurrences` finds it alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from annotator.core.occurrences import Surface, end_at, searched_words
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
    words: tuple[frozenset[str], ...]  # each word after the first, in all its forms


class SurfaceWatch:
    """Surfaces that are looked for together: a text is read once, however many they are.

    Surfaces made of signs alone are not looked for.
    """

    def __init__(self) -> None:
        self._by_first: defaultdict[str, list[_Watched]] = defaultdict(list)
        self._firsts: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._firsts)

    def __contains__(self, name: object) -> bool:
        return name in self._firsts

    def __iter__(self) -> Iterator[str]:
        return iter(self._firsts)

    def add(self, name: str, words: str) -> None:
        """Look for a surface from now on.

        Args:
            name: what it is told by.
            words: the surface.
        """
        surface = Surface(words)
        listed = [frozenset(map(_bare, forms)) for forms in searched_words(surface)]
        first = tuple(listed[0]) if listed else ()
        self._firsts[name] = first
        found = _WORD.search(words)
        if found is not None:
            watched = _Watched(surface, name, found.start(), tuple(listed[1:]))
            for form in first:
                self._by_first[form].append(watched)

    def remove(self, name: str) -> None:
        """Look for a surface no longer."""
        for form in self._firsts.pop(name):
            self._by_first[form] = [each for each in self._by_first[form] if each.name != name]

    def find(self, text: str, grid: TokenGrid) -> Iterator[tuple[int, int, str]]:
        """Yield ``(start, end, name)`` of the occurrences of every surface; they may lie inside one another."""
        by_first = self._by_first
        words = [(_bare(word[0]), word.start()) for word in _WORD.finditer(text)]
        for at, (word, start) in enumerate(words):
            for watched in by_first.get(word, ()):
                rest = words[at + 1 : at + 1 + len(watched.words)]
                if len(rest) == len(watched.words) and all(
                    each in forms for (each, _), forms in zip(rest, watched.words, strict=True)
                ):
                    begin = start - watched.before
                    end = end_at(watched.surface, text, grid, begin) if begin >= 0 else None
                    if end is not None:
                        yield begin, end, watched.name


def _bare(word: str) -> str:
    return word.lower() if word.isascii() else word.translate(_BARE).lower()
