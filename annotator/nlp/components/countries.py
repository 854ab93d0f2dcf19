"""Proposes the names of states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from annotator.nlp.context import Before, is_capital, plain
from annotator.nlp.gazetteer import Gazetteer, Hit, spellings
from annotator.nlp.lexicons import rows
from annotator.nlp.reading import Reading
from annotator.nlp.rules import not_a, word_lists
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
    from babel import Locale

    lists = word_lists("country")
    dropped, instead = set(lists["not_states"]), lists["instead"]
    for form, _code, kind, _note in rows("countries.tsv", columns=4):
        yield form, _RULE_OF_KIND.get(kind, "country.name")
    for code, name in Locale("fr").territories.items():
        if len(code) == 2 and code.isalpha() and code not in dropped:
            for form in instead.get(code, [name]):
                yield form, "country.name"


@cache
def gazetteer() -> Gazetteer[str]:
    """Return the names of states with the rule of each, in every usual spelling."""
    names: Gazetteer[str] = Gazetteer(split)
    for form, rule in state_names():
        for spelling in spellings(form):
            names.add(spelling, rule)
    return names


class Countries:
    """Component that proposes the names of states, and keeps out those that are part of another name."""

    def __init__(self) -> None:
        lists = word_lists("country")
        self._names = gazetteer()
        self._within = Before(lists["within"]["phrases"])
        self._articles = frozenset(plain(word) for word in lists["articles"])
        self._after = frozenset(lists["after"])
        self._ambiguous = {
            name: (
                Before(rule["after"]) if "after" in rule else None,
                Before(rule.get("not_after", ())),
                frozenset(rule.get("not_before", ())),
            )
            for name, rule in lists["ambiguous"].items()
        }

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        reading = Reading.of(doc)
        for hit in self._names.matches(reading):
            self._judge(reading, hit)
        return doc

    def _judge(self, reading: Reading, hit: Hit[str]) -> None:
        first, stop, rule = hit
        words = reading.words
        if not is_capital(words[first]) and not (stop - first > 1 and is_capital(words[stop - 1])):
            return
        if rule == "country.short" and not words[first].isupper():
            return
        if rule == "country.within" or _ORDINAL.fullmatch(reading.word(first - 1)) or self._within.match(reading, first) is not None:
            reading.propose(first, stop, not_a("country"), "country.within")
            return
        bare = plain(reading.small(first - 1)) not in self._articles
        follower = reading.small(stop)
        if bare and follower in self._after:
            reading.propose(first, stop + 1, not_a("country"), "country.within")
            return
        if reading.joined(first) and reading.word(first - 1) in ("-", "‑") and self._is_compound(reading, first):
            return
        if stop - first == 1 and reading.lower[first] in self._ambiguous:
            after, not_after, not_before = self._ambiguous[reading.lower[first]]
            wrong_before = after is not None and after.match(reading, first) is None
            if wrong_before or not_after.match(reading, first) is not None or (bare and follower in not_before):
                reading.propose(first, stop, not_a("country"), "country.within")
                return
            rule = "country.ambiguous" if after is not None else rule
        reading.propose(first, stop, "country", rule)

    def _is_compound(self, reading: Reading, first: int) -> bool:
        """Tell whether a hyphen makes the name part of a longer word: not in France-Allemagne or anti-France."""
        before = reading.small(first - 2)
        return self._names.at(reading, first - 2) is None and is_capital(reading.word(first - 2)) and not before.isupper()
