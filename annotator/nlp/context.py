"""What the words before and after a hit say."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.nlp.reading import LINE, Reading

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
        """Return the first word of the longest phrase that ends just before word ``index``, or None."""
        last = index - 1
        longest = None
        for rest in self._by_last.get(plain(reading.small(last)), ()):
            start = last - len(rest)
            if start < 0 or (longest is not None and start >= longest):
                continue
            if all(plain(reading.lower[start + offset]) == word for offset, word in enumerate(rest)):
                longest = start
        return longest


def plain(word: str) -> str:
    """Return ``word`` with a typewriter apostrophe at its end, whichever it had."""
    return word[:-1] + "'" if word[-1:] in _APOSTROPHES and len(word) > 1 else word


def is_capital(word: str) -> bool:
    """Tell whether ``word`` begins with a capital letter."""
    return word[:1].isupper()


def is_upper(word: str) -> bool:
    """Tell whether ``word`` is written in capitals: two letters at least, all capital."""
    return len(word) > 1 and word.isupper()


_SENTENCE_END = frozenset({".", "!", "?", "…", LINE})


def sentence(reading: Reading, index: int) -> range:
    """Return the words of the sentence that holds word ``index``; at most 60 on either side."""
    first, stop = index, index + 1
    while first > 0 and index - first < 60 and reading.words[first - 1] not in _SENTENCE_END:
        first -= 1
    while stop < len(reading) and stop - index < 60 and reading.words[stop] not in _SENTENCE_END:
        stop += 1
    return range(first, stop)
