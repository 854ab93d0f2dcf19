"""Proposes the names of states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from annotator.nlp.context import is_capital, plain
from annotator.nlp.gazetteer import Gazetteer, Hit, spellings
from annotator.nlp.lexicons import rows
from annotator.nlp.reading import Reading
from annotator.nlp.rules import not_a, word_lists
from annotator.nlp.surroundings import surroundings
from annotator.nlp.tokenizer import split

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ORDINAL = re.compile(r"(?:[IVX]+|\d+)(?:e|re|ère|ème|er)")  # la Ve République française
_RULE_OF_KIND = {
    "official": "country.name",
    "short": "country.name",
    "newspaper": "country.name",
    "abbreviation": "country.short",
    "historical": "country.past",
    "selfdeclared": "country.past",
    "ambiguous": "country.ambiguous",
    "not": "country.within",
}


def state_names() -> Iterator[tuple[str, str]]:
    """Yield every name of a state as French newspapers write it, with the id of its rule."""
    from babel import localedata

    lists = word_lists("country")
    dropped, instead = set(lists["not_states"]), lists["instead"]
    for form, _code, kind, _note in rows("countries.tsv", columns=4):
        yield form, _RULE_OF_KIND.get(kind, "country.name")
    for code, name in localedata.load("fr")["territories"].items():
        if len(code) == 2 and code.isalpha() and code not in dropped:
            for form in instead.get(code, [name]):
                yield form, "country.name"


@cache
def gazetteer() -> Gazetteer[str]:
    """Return the names of states with the rule of each, in every usual spelling."""
    names: Gazetteer[str] = Gazetteer(split)
    for form, rule in state_names():
        for spelling in spellings(form, hyphenated=form.count(" ") in (1, 2)):
            names.add(spelling, rule)
    return names


class Countries:
    """Component that proposes the names of states, and keeps out those that are part of another name."""

    def __init__(self) -> None:
        lists = word_lists("country")
        self._names = gazetteer()
        self._around = surroundings()
        self._articles = frozenset(plain(word) for word in lists["articles"])
        self._after = frozenset(lists["after"])
        self._parties = frozenset(lists["parties"])

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        reading = Reading.of(doc)
        hits = self._names.matches(reading)
        if hits:
            for first, stop in self._around.wholes(reading):
                reading.propose(first, stop, not_a("country"), "country.within")
            for hit in hits:
                self._judge(reading, hit)
        return doc

    def _judge(self, reading: Reading, hit: Hit[str]) -> None:
        first, stop, rule = hit
        words = reading.words
        if not is_capital(words[first]) and not (stop - first > 1 and is_capital(words[stop - 1])):
            return
        if rule == "country.short" and not words[first].isupper():
            return
        if reading.joined(first) and reading.word(first - 1) in ("-", "‑") and self._is_compound(reading, first):
            return
        name = " ".join(reading.lower[first:stop])
        bare = plain(reading.small(first - 1)) not in self._articles
        if (
            rule == "country.within"
            or _ORDINAL.fullmatch(reading.word(first - 1))
            or (bare and reading.small(stop) in self._after)
            or self._in_party(reading, first)
            or self._around.is_part(reading, first, stop, name)
            or self._around.decides_against(reading, first, name)
        ):
            reading.propose(first, stop, not_a("country"), "country.within")
            return
        reading.propose(first, stop, "country", rule)

    def _in_party(self, reading: Reading, first: int) -> bool:
        """Tell whether the name ends that of a party or foundation: Parti pour l'indépendance du X."""
        index = first - 1
        while index > max(0, first - 8) and reading.words[index].islower():
            if reading.lower[index] == "pour":
                return reading.words[index - 1] in self._parties
            index -= 1
        return False

    def _is_compound(self, reading: Reading, first: int) -> bool:
        """Tell whether a hyphen makes the name part of a longer word: not in France-Allemagne or anti-France."""
        before = reading.small(first - 2)
        return (
            self._names.at(reading, first - 2) is None and is_capital(reading.word(first - 2)) and not before.isupper()
        )
