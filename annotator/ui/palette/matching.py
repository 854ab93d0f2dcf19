"""How well a few letters fit some words, accents and case aside. Pure Python: no Qt."""

from __future__ import annotations

from unicodedata import combining, normalize

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "\u00a0": " ", "\u202f": " "})


def fold(words: str) -> str:
    """Return words without accents, ligatures and capitals."""
    bare = "".join(character for character in normalize("NFD", words) if not combining(character))
    return bare.casefold().translate(_LIGATURES)


def fit(wanted: str, words: str) -> float | None:
    """Return how well ``wanted`` fits ``words``, higher being better, or None where it does not.

    All words of ``wanted`` have to be found, in any order: at the start of a word at best, inside one, or as letters
    that follow each other with gaps. Short words fit better than long ones.

    Args:
        wanted: what was typed.
        words: what it is held against.
    """
    folded = fold(words)
    total = 0.0
    for part in fold(wanted).split():
        found = _fit_part(part, folded)
        if found is None:
            return None
        total += found
    return total - len(folded) / 1000


def _fit_part(part: str, words: str) -> float | None:
    at = words.find(part)
    if at == 0:
        return 4.0
    while at > 0:
        if not words[at - 1].isalnum():
            return 3.0
        at = words.find(part, at + 1)
    if part in words:
        return 2.0
    return _fit_scattered(part, words)


def _fit_scattered(part: str, words: str) -> float | None:
    """Return a share of 1 by how close together the letters lie; each after the first begins a word or follows."""
    at, gaps = words.find(part[0]), 0
    first = at
    if at < 0:
        return None
    for letter in part[1:]:
        following = words.find(letter, at + 1)
        if following < 0:
            return None
        gaps += following - at - 1 if words[following - 1].isalnum() else 1
        at = following
    starts = first == 0 or not words[first - 1].isalnum()
    return (1.0 if starts else 0.6) / (1 + gaps / len(part)) if gaps <= 3 * len(part) else None
