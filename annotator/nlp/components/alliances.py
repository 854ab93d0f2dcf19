"""Proposes groups and organisations of states."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from annotator.nlp.context import Before, is_capital, is_upper
from annotator.nlp.gazetteer import Gazetteer, spellings
from annotator.nlp.lexicons import rows, variants
from annotator.nlp.reading import Reading
from annotator.nlp.rules import NOTHING, word_lists
from annotator.nlp.tokenizer import split

if TYPE_CHECKING:
    from spacy.tokens import Doc


def is_acronym(form: str) -> bool:
    """Tell whether ``form`` is an acronym such as ``OTAN``, ``G7`` or ``OPEP+`` and no phrase."""
    return " " not in form and sum(character.isupper() for character in form) >= 2 or form[:1] == "G" and form[1:].isdigit()


@cache
def gazetteer() -> Gazetteer[tuple[str, str]]:
    """Return the names of alliances, each with its spelling as listed and the id of its rule."""
    names: Gazetteer[tuple[str, str]] = Gazetteer(split)
    for name, others, _note in rows("alliances.tsv", columns=3):
        for form in (name, *variants(others)):
            rule = "alliance.acronym" if is_acronym(form) else "alliance.name"
            for spelling in spellings(form):
                names.add(spelling, (form, rule))
    return names


class Alliances:
    """Component that proposes organisations of states by name and acronym."""

    def __init__(self) -> None:
        lists = word_lists("alliance")
        self._names = gazetteer()
        self._within = Before(lists["within"])
        self._title_case = frozenset(lists["title_case"])
        self._needs_article = frozenset(lists["needs_article"])

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        reading = Reading.of(doc)
        for first, stop, (form, rule) in self._names.matches(reading):
            word = reading.words[first]
            if rule == "alliance.acronym":
                shown = reading.text[reading.starts[first] : reading.ends[stop - 1]]
                if shown != form and not (is_upper(word) and len(form) > 3) and not self._is_title_case(reading, first, stop):
                    continue
            elif not is_capital(word) and not any(is_capital(each) for each in reading.words[first:stop]):
                continue
            if self._within.match(reading, first) is not None:
                reading.propose(first, stop, NOTHING, "alliance.within")
            else:
                reading.propose(first, stop, "alliance", rule)
        return doc

    def _is_title_case(self, reading: Reading, first: int, stop: int) -> bool:
        """Tell whether an acronym is written as a word: Otan, Onu, Cedeao."""
        word = reading.words[first]
        return stop - first == 1 and word == word.capitalize() and reading.lower[first] in self._title_case
