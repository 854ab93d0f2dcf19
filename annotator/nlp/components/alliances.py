"""Proposes groups and organisations of states."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from annotator.nlp.context import Before, is_capital, is_upper, plain
from annotator.nlp.gazetteer import Gazetteer, spellings
from annotator.nlp.lexicons import rows, variants
from annotator.nlp.reading import Reading
from annotator.nlp.rules import not_a, word_lists
from annotator.nlp.tokenizer import split

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Listed(NamedTuple):
    """A form of an alliance as listed.

    Attributes:
        form: the spelling.
        rule: id of the rule that proposes it, or ``alliance.within`` for a look-alike.
        short: whether it counts only after an article.
    """

    form: str
    rule: str
    short: bool


def is_acronym(form: str) -> bool:
    """Tell whether ``form`` is an acronym such as ``OTAN``, ``G7`` or ``OPEP+`` and no phrase."""
    capitals = sum(character.isupper() for character in form)
    return " " not in form and (capitals >= 2 or (capitals == 1 and any(each.isdigit() for each in form)))


@cache
def gazetteer() -> Gazetteer[Listed]:
    """Return the names of alliances and of their look-alikes."""
    names: Gazetteer[Listed] = Gazetteer(split)
    for name, others, kind, _note in rows("alliances.tsv", columns=4):
        if kind == "holds":  # the alliance it holds is found by its own name
            continue
        for form in (name, *variants(others)):
            rule = "alliance.within" if kind == "not" else "alliance.acronym" if is_acronym(form) else "alliance.name"
            short = kind == "short" and " " not in form
            for spelling in spellings(form):
                names.add(spelling, Listed(spelling, rule, short))
    return names


class Alliances:
    """Component that proposes organisations of states by name and acronym."""

    def __init__(self) -> None:
        lists = word_lists("alliance")
        self._names = gazetteer()
        self._within = Before(lists["within"])
        self._title_case = frozenset(lists["title_case"])
        self._articles = frozenset(lists["articles"])

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        reading = Reading.of(doc)
        for first, stop, (form, rule, short) in self._names.matches(reading):
            if not self._is_written_so(reading, first, stop, form):
                continue
            if short and plain(reading.small(first - 1)) not in self._articles:
                continue
            if rule == "alliance.within" or self._within.match(reading, first) is not None:
                reading.propose(first, stop, not_a("alliance"), "alliance.within")
            else:
                reading.propose(first, stop, "alliance", rule)
        return doc

    def _is_written_so(self, reading: Reading, first: int, stop: int, form: str) -> bool:
        """Tell whether the capitals fit the form: acronyms as listed or in capitals, Otan, names with one capital."""
        word = reading.words[first]
        if not is_acronym(form) and " " in form:
            return any(is_capital(each) for each in reading.words[first:stop])
        shown = reading.text[reading.starts[first] : reading.ends[stop - 1]]
        return (
            shown == form
            or (is_upper(word) and len(form) > 3)
            or self._is_title_case(reading, first, stop)
            or (is_capital(word) and not is_acronym(form))
        )

    def _is_title_case(self, reading: Reading, first: int, stop: int) -> bool:
        """Tell whether an acronym is written as a word: Otan, Onu, Cedeao."""
        word = reading.words[first]
        return stop - first == 1 and word == word.capitalize() and reading.lower[first] in self._title_case
