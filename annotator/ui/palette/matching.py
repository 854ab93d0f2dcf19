"""How well a few letters fit some words, accents and case aside. Pure Python: no Qt."""

from __future__ import annotations

from annotator.ui.folding import fold


def fit(wanted: str, words: str) -> float | None:
    """Return how well ``wanted`` fits ``words``, higher being better, or None where it does not.

    All words of ``wanted`` have to be found, in any order: at the very start at best, at the start of a word, inside
    one, or as initials: « tacc » fits « Tout accepter ».

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
    return total


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
    """Return 1 where the letters are found one after the other or at the starts of words, as « tacc » in them all."""
    at, first = 0, True
    for letter in part:
        follows = not first and at < len(words) and words[at] == letter
        while not follows and at < len(words):
            if words[at] == letter and (at == 0 or not words[at - 1].isalnum()):
                break
            at += 1
        if at == len(words):
            return None
        at, first = at + 1, False
    return 1.0
