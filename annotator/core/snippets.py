"""Where the words somebody searched for stand in a text, and the few words around them that a list has room for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from annotator.core.listing import asks_beginning, search_terms


class Snippet(NamedTuple):
    """A piece of a text on one line.

    Attributes:
        text: the piece, with ``…`` where something is left out.
        found: where the words searched for stand in it: ``(start, end)`` in code points, half-open, in order.
    """

    text: str
    found: tuple[tuple[int, int], ...] = ()


_BEFORE = 24
"""The most code points a snippet shows before the first word found, so that a narrow list shows the word."""

_GAP = re.compile(r"\s+")


def snippet(text: str, words: str, *, length: int = 160) -> Snippet:
    """Return the piece of a text around the first of the words searched for.

    Args:
        text: the whole text.
        words: as `annotator.core.listing.ArticleQuery.words` has them.
        length: about how many code points to return at most.
    """
    first = next(_finds(text, words), (0, 0))
    start = first[0]
    if start:
        blank = text.find(" ", max(0, start - _BEFORE), start)
        start = 0 if start <= _BEFORE else blank + 1 if blank >= 0 else start
    end = min(len(text), max(start + length, first[1]))
    piece = ("…" if start else "") + _GAP.sub(" ", text[start:end]).strip() + ("…" if end < len(text) else "")
    return Snippet(piece, tuple(_finds(piece, words)))


def emphasised(text: str, words: str) -> Snippet:
    """Return a whole text of one line, with where the words searched for stand in it."""
    return Snippet(text, tuple(_finds(text, words)))


def _finds(text: str, words: str) -> Iterator[tuple[int, int]]:
    pattern = _pattern(words)
    if pattern is not None:
        for match in pattern.finditer(text):
            yield match.span()


@lru_cache(maxsize=8)
def _pattern(words: str) -> re.Pattern[str] | None:
    terms = search_terms(words)
    if not terms:
        return None
    bounded = [f"{_term(term)}(?![^\\W_])" for term in terms]
    if asks_beginning(words):
        bounded[-1] = _term(terms[-1]) + r"[^\W_]*"
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(bounded, key=len, reverse=True))})", re.IGNORECASE)


def _term(term: str) -> str:
    """Return an expression for a word or a phrase, whatever its accents and what stands between its words."""
    bare = re.sub(r"[\u0300-\u036f]+", "", normalize("NFD", term)).casefold()
    for joined, apart in (("œ", "oe"), ("æ", "ae")):
        bare = bare.replace(joined, apart)
    return r"[\W_]+".join("".join(map(_letters, _TOGETHER.findall(part))) for part in re.findall(r"[^\W_]+", bare))


_TOGETHER = re.compile("oe|ae|.", re.DOTALL)


def _letters(letters: str) -> str:
    """Return an expression for a letter with or without accents, or for two that may be written as one."""
    plain = "".join(map(_letter, letters))
    return f"(?:{plain}|{'œ' if letters == 'oe' else 'æ'})" if len(letters) > 1 else plain


def _letter(letter: str) -> str:
    return f"[{_ACCENTED.get(letter, letter)}][\u0300-\u036f]*"


def _with_accents() -> dict[str, str]:
    """Return the letters of Latin script with an accent or more, by the letter without it, which comes first."""
    found: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        parts = normalize("NFD", chr(code))
        base = parts[0].casefold()
        if len(parts) > 1 and base.isascii():
            found[base] = found.get(base, base) + chr(code)
    return found


_ACCENTED = _with_accents()
