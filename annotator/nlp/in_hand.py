"""Weapons by what stands around them: arms that somebody holds, lists of arms, products that are counted."""

from __future__ import annotations

from annotator.core import money
from annotator.nlp.context import plain
from annotator.nlp.reading import Reading
from annotator.nlp.rules import word_lists

_LISTED = frozenset(
    {
        ",",
        "et",
        "ou",
        "de",
        "d'",
        "des",
        "du",
        "un",
        "une",
        "leurs",
        "les",
        "la",
        "le",
        "l'",
        "avec",
        ")",
        "ainsi",
        "que",
        "puis",
    }
)


def _explains(reading: Reading, stop: int, starts: set[int]) -> bool:
    """Tell whether a bracket after word ``stop`` says what it is: LRU (lance-roquettes unitaires)."""
    return reading.word(stop) == "(" and stop + 1 in starts


class Hands:
    """Tells from the words around it whether a word with several meanings is a weapon."""

    def __init__(self) -> None:
        lists = word_lists("weapon")
        self._plurals = frozenset(lists["plurals"])
        self._wields = frozenset(lists["wields"])
        self._carriers = frozenset(lists["carriers"])
        self._singles = frozenset(lists["singles"])
        self._not_single = frozenset(lists["not_single"])

    def holding(
        self, reading: Reading, held: list[tuple[int, int]], found: list[tuple[int, int, str]]
    ) -> list[tuple[int, int]]:
        """Return those of ``held`` that somebody holds, or that stand in one list with another weapon."""
        starts = {first for first, _, _ in found}
        stops = {stop for _, stop, _ in found}
        kept: list[tuple[int, int]] = []
        for _ in range(2):  # from left to right a list is followed once, the second turn sees what stands before
            for first, stop in held:
                if (first, stop) in kept:
                    continue
                after, before = stop, first - 1
                while after < stop + 4 and plain(reading.small(after)) in _LISTED:
                    after += 1
                while before > first - 5 and plain(reading.small(before)) in _LISTED:
                    before -= 1
                listed = (after > stop and after in starts) or (before < first - 1 and before + 1 in stops)
                if listed or self.is_wielded(reading, first) or _explains(reading, stop, starts):
                    kept.append((first, stop))
                    starts.add(first)
                    stops.add(stop)
        return kept

    def is_counted(self, reading: Reading, first: int, stop: int) -> bool:
        """Tell whether a name without plural stands after a plural: 24 Rafale, des Abrams; no family is named so."""
        word = reading.words[stop - 1]
        if not word[:1].isupper() or (word.isupper() and len(word) < 4) or first + 1 < stop:
            return False
        before = plain(reading.small(first - 1))
        number = money.number_word(before)
        return (before.isdigit() and int(before) > 1) or (number is not None and number > 1) or before in self._plurals

    def is_single(self, reading: Reading, first: int, stop: int) -> bool:
        """Tell whether a masculine article makes a name a product's (un Reaper), or a carrier does (batterie de)."""
        if not reading.words[first][:1].isupper() or reading.word(stop)[:1].isupper():
            return False
        before = plain(reading.small(first - 1))
        if before in ("de", "d'") and reading.small(first - 2) in self._carriers:
            return True
        return before in self._singles and reading.lower[first] not in self._not_single

    def is_wielded(self, reading: Reading, first: int) -> bool:
        """Tell whether the words before ``first`` say that somebody holds it: armé d'un, munis de, équipée de."""
        index = first - 1
        while index > first - 4 and plain(reading.small(index)) in ("de", "d'", "un", "une", "leur", "leurs", "son"):
            index -= 1
        return index < first - 1 and reading.small(index) in self._wields
