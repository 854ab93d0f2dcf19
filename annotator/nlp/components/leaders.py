"""Proposes leaders by title, office, apposition, the world list, and later mentions by surname."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.nlp.context import plain
from annotator.nlp.known_people import known_people
from annotator.nlp.names import NameReader
from annotator.nlp.people import Mentions
from annotator.nlp.reading import Reading
from annotator.nlp.rules import word_lists
from annotator.nlp.titles import Office, TitleReader, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CIVILITIES = frozenset(
    {
        "m.",
        "mm.",
        "monsieur",
        "mr",
        "mr.",
        "mme",
        "mmes",
        "madame",
        "mlle",
        "mrs",
        "ms",
        "sir",
        "lord",
        "cheikh",
        "ayatollah",
        "m",
    }
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLACES_FOLLOW = frozenset({"en", "à", "au", "aux", "dans", "près", "vers"})
_AUXILIARIES = frozenset({"a", "ont", "avait", "avaient", "aurait", "auraient", "ayant", "avoir", "été", "aura", "ai"})
_RULE = {Verdict.LEADER: "leader.title", Verdict.RANK: "leader.rank"}


class Leaders:
    """Component that proposes the names of leaders."""

    def __init__(self) -> None:
        lists = word_lists("leader")
        self._names = NameReader()
        self._titles = TitleReader(self._names)
        self._known = known_people()
        self._between = frozenset(plain(word) for word in lists["between"])
        self._becomes = frozenset(lists["becomes"])
        self._openings = frozenset(
            {"Élu", "Élue", "Nommé", "Nommée", "Devenu", "Devenue", "Réélu", "Réélue", "Elu", "Elue"}
        )
        self._appoints = frozenset(lists["appoints"])
        self._relations = frozenset(lists["relations"])

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        reading = Reading.of(doc)
        people = Mentions(reading, self._names, self._known)
        before: Office | None = None
        for office in self._titles.find(reading):
            self._bearer(reading, office, before, people)
            before = office
        people.find_known()
        people.find_regimes()
        people.find_led_by()
        people.find_party_members()
        people.find_titled()
        people.propose()
        return doc

    def _bearer(self, reading: Reading, office: Office, before: Office | None, people: Mentions) -> None:
        """Find who bears an office: the name after it, after a comma, or before it.

        ``before`` is the office read just before, of which this one may be a rank: «le chef de l'armée, le général X».
        """
        if reading.small(office.first - 1) in _AUXILIARIES and office.verdict is Verdict.CIVILIAN:
            return  # «a accusé X»: a participle, no trade
        if office.verdict is Verdict.OPEN:
            rule = ""
        elif office.verdict is Verdict.CIVILIAN:
            rule = "leader.civilian"
        elif office.verdict is Verdict.LEADER and office.complement:
            rule = "leader.office"
        else:
            rule = _RULE[office.verdict]
        first = office.stop
        if _is_year(reading, first) and reading.word(office.first - 1) in self._openings:
            first += 2  # «Élu président en 2010, X gouverne»
        comma = reading.word(first) in (",", "(", ":")
        if (comma and reading.word(first) == ",") or (comma and reading.word(first) == "("):
            first += 1
        civil = False
        while reading.small(first) in _CIVILITIES:
            first, civil = first + 1, True
        stop = self._names.read(reading, first, titled=True)
        if comma and ((not civil and stop - first < 2) or office.verdict is Verdict.RANK):
            stop = first
        if comma and office.verdict is Verdict.LEADER and self._is_relation(reading, office.first):
            return  # «la femme du président, Anne X»: the name is hers
        if office.verdict is Verdict.RANK and stop > first:
            rule = self._of_rank(reading, office, stop, before)
        if stop > first and rule:
            people.add(first, stop, rule)
            self._others(reading, office, stop, rule, people)
            return
        if rule:
            self._before(reading, office, rule, people)

    def _is_relation(self, reading: Reading, first: int) -> bool:
        """Tell whether the office at ``first`` says whose relative or servant is named: le frère du président."""
        index = first - 1
        while plain(reading.small(index)) in (
            "de",
            "du",
            "des",
            "d'",
            "la",
            "l'",
            "le",
            "ancien",
            "ancienne",
            "ex",
            "-",
        ):
            index -= 1
        return index < first - 1 and reading.small(index).removeprefix("ex-") in self._relations

    def _of_rank(self, reading: Reading, office: Office, stop: int, before: Office | None) -> str:
        """Return the rule for the bearer of a rank, named up to ``stop``, by the command that stands beside it."""
        index = office.first - 1
        if plain(reading.small(index)) in ("le", "la", "l'"):
            index -= 1
        if before is not None and before.stop == index and reading.word(index) == ",":
            if before.verdict is Verdict.LEADER:
                return "leader.office"
            if before.verdict is Verdict.CIVILIAN or before.complement:
                return "leader.civilian"
        if reading.word(stop) == ",":
            after = stop + 1
            while plain(reading.small(after)) in self._between:
                after += 1
            command = self._titles.at(reading, after)
            if command is not None and (
                command.verdict is Verdict.CIVILIAN or (command.verdict is Verdict.OPEN and command.complement)
            ):
                return "leader.civilian"  # «le général X, commandant du secteur»
        return _RULE[Verdict.RANK]

    def _others(self, reading: Reading, office: Office, stop: int, rule: str, people: Mentions) -> None:
        """Add the further names that share a plural title: les présidents X, Y et Z."""
        if not office.title.form.split(" ")[0].endswith(("s", "x")) or office.title.form == "porte-parole":
            return
        stop = _after_brackets(reading, stop)
        while reading.word(stop) in (",", "et", "ou") and stop + 1 < len(reading):
            first = stop + 1
            while is_adjective(reading, first):
                first += 1
            end = self._names.read(reading, first, titled=True)
            if end == first:
                return
            people.add(first, end, rule)
            stop = _after_brackets(reading, end)

    def _before(self, reading: Reading, office: Office, rule: str, people: Mentions) -> None:
        """Add the name that an office follows: X, ministre de … ; X a été élu président."""
        index = office.first
        steps = 0
        while index > 0 and steps < 7 and plain(reading.lower[index - 1]) in self._between:
            index, steps = index - 1, steps + 1
        verb = index
        while verb > 0 and office.first - verb < 8 and reading.lower[verb - 1] in ("a", "été", "est", *self._becomes):
            verb -= 1
        if verb < index and verb > 0 and reading.lower[verb - 1] == "qui":
            verb -= 1
            if reading.word(verb - 1) == ",":
                verb -= 1
        if verb < index or any(
            reading.lower[place] in ("élu", "élue", "nommé", "nommée", "réélu", "réélue")
            for place in range(index, office.first)
        ):
            if reading.word(verb - 1) == ",":
                aged = _before_age(reading, verb - 1)
                verb = aged if aged < verb - 1 else verb
            first = self._names.read_back(reading, verb)
            if first < verb and rule not in ("leader.rank", "leader.civilian"):
                people.add(first, verb, "leader.becomes")
                return
        if index == office.first and rule != "leader.civilian":
            first = self._names.read_back(reading, index)
            if index - first > 1 and reading.small(first - 1) in self._appoints:
                people.add(first, index, "leader.becomes")  # «il a nommé Ann Berg ministre de la Culture»
                return
        index = _before_age(reading, index - 1) + 1
        mark = reading.word(index - 1)
        if mark not in (",", "(", "–", "—"):
            return
        first = self._names.read_back(reading, index - 1)
        if first == index - 1 or rule == "leader.rank" or reading.small(first - 1) in _PLACES_FOLLOW:
            return
        definite = plain(reading.small(office.first - 1)) in ("le", "la", "l'", "les")
        if definite and not office.complement and reading.word(office.stop)[:1].isalpha():
            return  # «À Lyon, le président a dit»: the office begins the clause
        titled = reading.small(first - 1) in _CIVILITIES
        if index - 1 - first < 2 and not titled and not people.is_known(first, index - 1):
            return
        people.add(first, index - 1, "leader.apposition" if rule != "leader.civilian" else rule)


def _is_year(reading: Reading, index: int) -> bool:
    """Tell whether «en 2010,» stands at word ``index``."""
    said = reading.small(index) in ("en", "depuis", "dès") and reading.word(index + 2) == ","
    return said and _YEAR.fullmatch(reading.word(index + 1)) is not None


def _before_age(reading: Reading, comma: int) -> int:
    """Return the comma before the age that ends at word ``comma``: Ada Berg, 54 ans, …; ``comma`` where none does."""
    is_age = reading.small(comma - 1) in ("ans", "an") and reading.word(comma - 3) == ","
    return comma - 3 if reading.word(comma) == "," and is_age else comma


def _after_brackets(reading: Reading, index: int) -> int:
    """Return where the bracket of at most three words at ``index`` ends: les ministres X (Défense) et Y."""
    if reading.word(index) == "(":
        for stop in range(index + 2, index + 5):
            if reading.word(stop) == ")":
                return stop + 1
    return index


def is_adjective(reading: Reading, index: int) -> bool:
    """Tell whether a nationality in small letters stands at ``index``."""
    from annotator.nlp.nationalities import is_nationality

    return reading.word(index)[:1].islower() and is_nationality(reading.small(index))
