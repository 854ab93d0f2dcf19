"""What stands around the name of a country, read from ``resources/lexicons/country_context.tsv``."""

from __future__ import annotations

import re
from functools import cache

from annotator.nlp.context import Before, is_capital, plain, sentence
from annotator.nlp.gazetteer import Gazetteer, spellings
from annotator.nlp.lexicons import rows, variants
from annotator.nlp.reading import Reading
from annotator.nlp.tokenizer import split

_OF = ("de", "d'", "du", "des")
_IN = ("à", "au", "aux", "en")


class Surroundings:
    """Tells a country from a part of another name, and decides on names with several meanings."""

    def __init__(self) -> None:
        self._whole: Gazetteer[str] = Gazetteer(split)
        prefixes: dict[str, list[str]] = {}  # for names; "" for all
        kept: dict[str, list[str]] = {}
        self._suffixes: dict[str, set[tuple[str, ...]]] = {}
        needed: dict[str, list[str]] = {}
        unless: dict[str, list[str]] = {}
        near: dict[str, list[str]] = {}
        for form, rule, names, _note in rows("country_context.tsv", columns=4):
            keys = [name.lower() for name in variants(names)] or [""]
            for key in keys:
                if rule in ("prefix", "team"):
                    prefixes.setdefault(key, []).extend(_contracted(form))
                elif rule == "keep":
                    kept.setdefault(key, []).extend(_contracted(form))
                elif rule == "suffix":
                    self._suffixes.setdefault(key, set()).add(tuple(form.lower().split(" ")))
                elif rule == "need":
                    needed.setdefault(key, []).append(_small(form))
                elif rule == "unless":
                    unless.setdefault(key, []).extend(_contracted(form))
                elif rule == "near":
                    near.setdefault(key, []).append(re.escape(form.lower()))
            if rule == "itself":
                for spelling in spellings(form):
                    self._whole.add(spelling, form)
        self._prefixes = {key: Before(forms) for key, forms in prefixes.items()}
        self._kept = {key: Before(forms) for key, forms in kept.items()}
        self._needed = {key: Before(forms) for key, forms in needed.items()}
        self._unless = {key: Before(forms) for key, forms in unless.items()}
        self._near = {key: re.compile("|".join(forms)) for key, forms in near.items()}

    def wholes(self, reading: Reading) -> list[tuple[int, int]]:
        """Return the names that hold a country's name and are none, as ranges of words: mer de Chine, Air France."""
        return [
            (first, stop)
            for first, stop, form in self._whole.matches(reading)
            if form[:1].islower() or is_capital(reading.words[first])
        ]

    def is_part(self, reading: Reading, first: int, stop: int, name: str) -> bool:
        """Tell whether the country ``name``, words ``first`` to ``stop``, is part of another name."""
        start = _longest(self._prefixes, reading, first, name)
        if start is not None:
            kept = _longest(self._kept, reading, first, name)
            return kept is None or kept >= start
        for key in ("", name):
            for words in self._suffixes.get(key, ()):
                if tuple(reading.lower[stop : stop + len(words)]) == words and (key or is_capital(reading.words[stop])):
                    return True
        return False

    def decides_against(self, reading: Reading, first: int, name: str) -> bool:
        """Tell whether the words around a name with several meanings speak against the country."""
        needed, unless, near = self._needed.get(name), self._unless.get(name), self._near.get(name)
        if needed is not None and needed.match(reading, first) is None:
            return True
        if unless is not None and unless.match(reading, first) is not None:
            return True
        if near is None:
            return False
        around = sentence(reading, first)
        return (
            near.search(reading.text[reading.starts[around.start] : reading.ends[around.stop - 1]].lower()) is not None
        )


def _longest(befores: dict[str, Before], reading: Reading, first: int, name: str) -> int | None:
    """Return where the longest phrase before word ``first`` begins, or None."""
    starts = [before.match(reading, first) for key in ("", name) if (before := befores.get(key)) is not None]
    return min((start for start in starts if start is not None), default=None)


def _small(form: str) -> str:
    return " ".join(plain(word.lower()) for word in split(form)).replace(" '", "'")  # «reine d'» is one word and d'


def _contracted(form: str) -> list[str]:
    """Return a phrase that ends in «de» or «à» with each preposition that can stand for it."""
    small = _small(form)
    stem, _, last = small.rpartition(" ")
    if last in ("de", "d'", "du"):
        return [f"{stem} {each}" for each in _OF]
    if last == "à":
        return [f"{stem} {each}" for each in _IN]
    return [small]


@cache
def surroundings() -> Surroundings:
    """Read the lexicon, once."""
    return Surroundings()
