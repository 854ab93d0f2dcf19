"""Proposes weapons: nouns with the words that say which kind, and designations."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from annotator.core import money
from annotator.nlp.civil import civil_senses
from annotator.nlp.components import alliances, countries
from annotator.nlp.context import plain
from annotator.nlp.gazetteer import Gazetteer, Hit
from annotator.nlp.in_hand import Hands
from annotator.nlp.lexicons import rows, variants
from annotator.nlp.names import NameReader
from annotator.nlp.nationalities import is_nationality
from annotator.nlp.reading import Reading
from annotator.nlp.rules import not_a, word_lists
from annotator.nlp.tokenizer import split

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DESIGNATION = re.compile(r"[A-ZÉ][A-Za-zé]{0,7}[-‑]?\d{1,4}[A-Za-z]{0,4}\d?")
_NUMBER = re.compile(r"\.?\d+(?:[.,]\d+)?")
_MEASURED = re.compile(r"\d+(?:[.,]\d+)?-?(?:mm|cm|kg|kt|Mt)")
_QUOTES = {"«": "»", '"': '"', "“": "”"}


class Head(NamedTuple):
    """A noun that can begin a weapon span.

    Attributes:
        form: as listed, singular or plural.
        family: such as ``missile``.
        always: whether it is a weapon wherever it stands.
    """

    form: str
    family: str
    always: bool


class Modifier(NamedTuple):
    """Words that follow a head.

    Attributes:
        kind: ``inside``, ``mark`` or ``between``.
        families: families it goes with; empty for all.
        form: as listed.
    """

    kind: str
    families: frozenset[str]
    form: str


class Designation(NamedTuple):
    """A named weapon.

    Attributes:
        form: the spelling.
        family: such as ``missile``.
        ambiguous: whether it also means something else.
    """

    form: str
    family: str
    ambiguous: bool


@cache
def _heads() -> Gazetteer[Head]:
    found: Gazetteer[Head] = Gazetteer(split)
    for singular, plural, family, policy, _note in rows("weapon_heads.tsv", columns=5):
        if policy != "never":
            for form in dict.fromkeys((singular, plural)):
                if form:
                    for spelling in dict.fromkeys((form, form.replace("'", "’"), form.replace("-", "‑"))):
                        found.add(spelling, Head(form, family, policy == "always"))
    return found


@cache
def _modifiers() -> tuple[Gazetteer[Modifier], frozenset[str]]:
    found: Gazetteer[Modifier] = Gazetteer(split)
    units: set[str] = set()
    kinds = {"adjective": "inside", "complement": "inside", "mark": "mark", "between": "between"}
    for kind, forms, families, note in rows("weapon_modifiers.tsv", columns=4):
        if kind == "unit":
            units |= {form.lower() for form in variants(forms)}
        elif kind in kinds and "outside" not in note and not families.startswith("never"):
            for form in variants(forms):
                if " N" not in form and not form.startswith("N"):
                    for spelling in dict.fromkeys((form, form.replace("'", "’"))):
                        found.add(spelling, Modifier(kinds[kind], frozenset(families.split()), form))
    return found, frozenset(units)


@cache
def _designations() -> Gazetteer[list[Designation]]:
    found: Gazetteer[list[Designation]] = Gazetteer(split)
    by_lower: dict[str, list[Designation]] = {}
    for name, others, family, _head, flag in rows("weapons.tsv", columns=5):
        for form in (name, *variants(others)):
            for spelling in dict.fromkeys((form, form.replace("-", "‑"))):
                listed = Designation(spelling, family, flag == "ambiguous")
                known = by_lower.setdefault(spelling.lower(), [])
                known.append(listed)
                if len(known) == 1:
                    found.add(spelling, known)
    return found


class Weapons:
    """Component that proposes weapons, and keeps out civil senses and figures of speech."""

    def __init__(self) -> None:
        lists = word_lists("weapon")
        self._heads = _heads()
        self._modifiers, self._units = _modifiers()
        self._designations = _designations()
        self._civil = civil_senses()
        self._war_words = frozenset(lists["war_words"])
        self._named = frozenset(lists["named_families"])
        self._military = frozenset(lists["military_words"])
        self._needs_kind = frozenset(lists["needs_kind"])
        self._civil_too = frozenset(lists["civil_too"])
        self._determiners = frozenset(lists["determiners"])
        self._sport_words = frozenset(lists["sport_words"])
        self._force_words = frozenset(lists["force_words"])
        self._verbs = frozenset(lists["verbs"])
        self._hand_arms = frozenset(lists["hand_arms"])
        self._hands = Hands()
        self._joints = frozenset(lists["joints"])
        self._names = NameReader()

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        reading = Reading.of(doc)
        if self._speaks_of(reading, self._sport_words, least=4) and not self._speaks_of(reading, self._force_words):
            return doc  # balle, canon, torpille, munitions: of a match
        found: list[tuple[int, int, str]] = []
        doubtful: list[tuple[int, int]] = []
        held: list[tuple[int, int]] = []
        last = 0
        for hit in self._heads.matches(reading):
            if hit.first < last:
                continue
            fitting: Hit[Head] | None = hit
            while fitting is not None and not self._is_written_so(reading, fitting.first, fitting.entry):
                fitting = self._heads.at(reading, hit.first, longest=fitting.stop - fitting.first - 1)
            if fitting is None:
                continue
            first, stop, head = fitting
            end, kind = self._extend(reading, stop, head)
            if self._civil.keeps_out(reading, first, stop, end):
                reading.propose(first, end, not_a("weapon"), "weapon.figure")
                last = stop
                continue
            if self._is_adjective(reading, first, head):
                last = stop
                continue
            if not kind and head.form.lower() in self._needs_kind:
                if head.form.lower() in self._hand_arms:
                    held.append((first, end))
                continue
            if not kind and head.form.lower() in self._civil_too and not self._speaks_of(reading, self._military):
                continue
            if head.always or kind:
                rule = (
                    "weapon.head_designation"
                    if kind == "designation"
                    else "weapon.kind"
                    if kind or stop - first > 1
                    else "weapon.head"
                )
                found.append((first, end, rule))
                last = end
            else:
                doubtful.append((first, end))
        self._find_designations(reading, found)
        if doubtful and (found or self._speaks_of(reading, self._war_words, least=2)):
            found += [(first, end, "weapon.context") for first, end in doubtful]
        else:
            held += doubtful
        found += [(first, end, "weapon.context") for first, end in self._hands.holding(reading, held, found)]
        if found:
            for first, stop in self._civil.expressions(reading):
                reading.propose(first, stop, not_a("weapon"), "weapon.figure")
        for first, end, rule in found:
            reading.propose(first, end, "weapon", rule)
        return doc

    def _find_designations(self, reading: Reading, found: list[tuple[int, int, str]]) -> None:
        open_ones = []
        families = {"weapon"} if found else set()
        named = self._named_in(reading, found)
        taken = {token for start, end, _ in found for token in range(start, end)}
        for first, stop, listed in self._designations.matches(reading):
            entry = _as_written(reading, first, stop, listed)
            if entry is None or first in taken:
                continue
            if self._civil.keeps_out(reading, first, stop, stop):
                continue
            if entry.ambiguous:
                open_ones.append((first, stop, entry))
            else:
                families.add(entry.family)
                found.append((first, stop, "weapon.designation"))
                taken.update(range(first, stop))
        at_war = bool(found) or self._speaks_of(reading, self._military, least=2)
        alone: list[tuple[int, int]] = []
        surely = bool(found) and self._speaks_of(reading, self._military, least=2)
        for first, stop, entry in open_ones:
            named_so = entry.family in families or entry.form.lower() in named
            counted = at_war and self._hands.is_counted(reading, first, stop)
            if named_so or counted or (surely and self._hands.is_single(reading, first, stop)):
                found.append((first, stop, "weapon.context"))
            else:
                alone.append((first, stop))
        if at_war:
            found += [(first, stop, "weapon.context") for first, stop in self._hands.holding(reading, alone, found)]

    def _named_in(self, reading: Reading, found: list[tuple[int, int, str]]) -> set[str]:
        """Return the designations, in small letters, that stand after a head: Rafale in «avions de combat Rafale»."""
        named = set()
        for first, stop, rule in found:
            if rule == "weapon.head_designation":
                for index in range(first + 1, stop):
                    hit = self._designations.at(reading, index)
                    if hit is not None and hit.stop <= stop:
                        named |= {each.form.lower() for each in hit.entry}
        return named

    def _is_written_so(self, reading: Reading, first: int, head: Head) -> bool:
        if not head.form.islower():  # bombe A, LBD
            shown = reading.text[reading.starts[first] : reading.ends[first + len(split(head.form)) - 1]]
            return shown[1:] == head.form[1:]
        return not (reading.joined(first) and reading.word(first - 1) in ("-", "‑"))

    def _is_adjective(self, reading: Reading, first: int, head: Head) -> bool:
        """Tell whether a head that is also an adjective or a verb is one here: les services sous-marins, il sabre."""
        if not (head.form.startswith("sous-marin") or head.form in self._verbs):
            return False
        before = plain(reading.small(first - 1))
        if before in ("et", "ou") and head.form in self._verbs:
            return plain(reading.small(first + 1)) in ("le", "la", "l'", "les", "un", "une", "son", "sa", "ses")
        return before.isalpha() and before not in self._determiners and money.number_word(before) is None

    def _speaks_of(self, reading: Reading, words: frozenset[str], *, least: int = 1) -> bool:
        """Tell whether at least ``least`` of ``words`` stand in the document."""
        return sum(len(reading.positions[word]) for word in words & reading.positions.keys()) >= least

    def _extend(self, reading: Reading, stop: int, head: Head) -> tuple[int, str]:
        """Return where the span of a head that ends at ``stop`` ends, and what it added: kind, designation, nothing."""
        end, added = stop, ""
        while end < len(reading):
            measured = self._measure(reading, end)
            if measured > end:
                end, added = measured, added or "kind"
                continue
            named = self._designation(reading, end, head)
            if named > end:
                end, added = named, "designation"
                continue
            hit = self._modifiers.at(reading, end)
            if hit is None:
                if plain(reading.small(end)) in self._joints and (added or " " in head.form):
                    other = self._modifiers.at(reading, end + 1)
                    if (
                        other is not None
                        and other.entry.kind == "inside"
                        and self._goes_with(other.entry, head)
                        and " " not in other.entry.form
                    ):
                        end = other.stop
                        continue
                if is_nationality(reading.small(end)):
                    after = end + 1
                    named = self._designation(reading, after, head)
                    if named > after:
                        end, added = named, "designation"
                        continue
                break
            modifier = hit.entry
            if modifier.kind == "inside" and self._goes_with(modifier, head):
                if modifier.form.isupper() and not reading.words[hit.stop - 1].isupper():
                    break
                end, added = hit.stop, added or "kind"
            elif modifier.kind == "mark":
                named = self._after_mark(reading, hit.stop, head)
                if named == hit.stop:
                    break
                end, added = named, "designation"
            elif modifier.kind == "between":
                named = self._designation(reading, hit.stop, head)
                if named == hit.stop:
                    break
                end, added = named, "designation"
            else:
                break
        return end, added

    def _goes_with(self, modifier: Modifier, head: Head) -> bool:
        return (
            not modifier.families
            or head.family in modifier.families
            or (head.family == "other" and "other" in modifier.families)
        )

    def _measure(self, reading: Reading, index: int) -> int:
        """Return where a calibre or weight that begins at ``index`` ends: de 155 mm, de calibre 12."""
        start = index
        if plain(reading.small(index)) in ("de", "d'", "du", "à", "au"):
            index += 1
        if reading.small(index) == "calibre":
            index += 1
            if _NUMBER.fullmatch(reading.word(index)):
                index += 1
                return index + 1 if reading.small(index) in self._units else index
            if reading.word(index) == "." and _NUMBER.fullmatch(reading.word(index + 1)):
                return index + 2
            return start
        if index == start and not reading.word(index)[:1].isdigit():
            return start
        if _MEASURED.fullmatch(reading.word(index)):
            return index + 1
        stop = index
        while _NUMBER.fullmatch(reading.word(stop)) or (
            stop == index and money.number_word(reading.small(stop)) is not None
        ):
            stop += 1
        if stop > index and reading.small(stop) in self._units:
            return stop + 1
        return start

    def _designation(self, reading: Reading, index: int, head: Head) -> int:
        """Return where a designation or proper name that begins at ``index`` ends; ``index`` where none does."""
        hit = self._designations.at(reading, index)
        if hit is not None and _as_written(reading, hit.first, hit.stop, hit.entry) is not None:
            stop = hit.stop
            more = self._designations.at(reading, stop)
            while more is not None and _as_written(reading, more.first, more.stop, more.entry) is not None:
                stop = more.stop
                more = self._designations.at(reading, stop)
            while reading.word(stop) == "/" and _DESIGNATION.fullmatch(reading.word(stop + 1)):
                stop += 2
            return stop
        word = reading.word(index)
        if _DESIGNATION.fullmatch(word):
            return index + 1
        if (
            head.always
            and head.family in self._named
            and word[:1].isupper()
            and not self._is_something_else(reading, index)
        ):
            stop = self._names.read(reading, index)
            if stop > index:
                while re.fullmatch(r"\d+|[A-Z]{1,3}\d*|[IVX]+", reading.word(stop)):
                    stop += 1
                return stop
        if head.always and head.family in self._named and word in _QUOTES and reading.word(index + 1)[:1].isupper():
            for stop in range(index + 2, min(len(reading), index + 6)):
                if reading.words[stop] == _QUOTES[word]:
                    return stop + 1
        return index

    def _is_something_else(self, reading: Reading, index: int) -> bool:
        """Tell whether the capitalised word after a head begins a country, an alliance or a sentence."""
        return (
            countries.gazetteer().at(reading, index) is not None
            or alliances.gazetteer().at(reading, index) is not None
            or is_nationality(reading.lower[index])
        )

    def _after_mark(self, reading: Reading, index: int, head: Head) -> int:
        """Return where the type or class named at ``index`` ends: Scud, A, Oliver Hazard Perry."""
        named = self._designation(reading, index, head)
        if named > index:
            return named
        word = reading.word(index)
        if re.fullmatch(r"[A-Z]{1,4}|\d{1,4}[A-Z]?|[IVX]+", word):
            return index + 1
        if word[:1].isupper():
            return max(index, self._names.read(reading, index))
        return index


def _as_written(reading: Reading, first: int, stop: int, listed: list[Designation]) -> Designation | None:
    """Return the listed designation whose capitals are those of the text, or None."""
    shown = reading.text[reading.starts[first] : reading.ends[stop - 1]]
    for each in listed:
        if shown == each.form:
            return each
    return None
