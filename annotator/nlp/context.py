"""What the words before and after a hit say."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.nlp.reading import Reading

_APOSTROPHES = "’ʼ´`′"


class Before:
    """Phrases looked for just before a word, such as ``"tour de"`` or ``"banque d'"``; any apostrophe does.

    Args:
        phrases: in small letters, words parted by single spaces.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split(" "))
            self._by_last.setdefault(words[-1], []).append(words[:-1])

    def match(self, reading: Reading, index: int) -> int | None:
        """Return the index of the first word of a phrase that ends just before word ``index``, or None."""
        last = index - 1
        for rest in self._by_last.get(plain(reading.small(last)), ()):
            start = last - len(rest)
            if start >= 0 and all(
                plain(reading.lower[start + offset]) == word for offset, word in enumerate(rest)
            ):
                return start
        return None


def plain(word: str) -> str:
    """Return ``word`` with a typewriter apostrophe at its end, whichever it had."""
    return word[:-1] + "'" if word[-1:] in _APOSTROPHES and len(word) > 1 else word


def is_capital(word: str) -> bool:
    """Tell whether ``word`` begins with a capital letter."""
    return word[:1].isupper()


def is_upper(word: str) -> bool:
    """Tell whether ``word`` is written in capitals: two letters at least, all capital."""
    return len(word) > 1 and word.isupper()
