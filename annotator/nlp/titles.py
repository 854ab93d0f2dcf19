"""Reads titles and offices, and what they are of."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import NamedTuple

from annotator.nlp import lexicons
from annotator.nlp.components import alliances, countries
from annotator.nlp.context import plain
from annotator.nlp.gazetteer import Gazetteer
from annotator.nlp.names import NameReader, is_given_name
from annotator.nlp.nationalities import is_nationality
from annotator.nlp.reading import LINE, Reading
from annotator.nlp.rules import word_lists
from annotator.nlp.tokenizer import split

_LONGEST = 18
_OPENING = {"«": "»", '"': '"', "“": "”"}
_PREPOSITIONS = frozenset({"de", "du", "des", "d'", "à", "au", "aux", "en", "auprès", "chargé", "chargée", "délégué", "déléguée", "près", "pour"})
_ARTICLES = frozenset({"la", "l'", "le", "les", "son", "sa", "leur"})


class Verdict(Enum):
    """What a title makes of the person who bears it."""

    LEADER = "leader"
    RANK = "rank"
    OPEN = "open"
    CIVILIAN = "civilian"


class Title(NamedTuple):
    """A title as listed.

    Attributes:
        form: as listed, small letters.
        kind: as listed: office, military, royal, parliamentary, diplomatic, party, institution, negative.
        strength: ``strong``, ``complement`` or ``weak``; negative titles have none.
    """

    form: str
    kind: str
    strength: str


class Office(NamedTuple):
    """A title in a text, read with what it is of.

    Attributes:
        first: its first word.
        stop: one past the last word of title and complement.
        verdict: what it makes of its bearer.
        comma: whether a comma follows, after which its bearer can be named.
        complement: whether there is a complement.
        title: the title.
        open: whether the reading ended where a name can begin.
    """

    first: int
    stop: int
    verdict: Verdict
    complement: bool
    title: Title


_TITLE_KINDS = frozenset({"office", "military", "royal", "parliamentary", "diplomatic", "party", "institution", "negative"})


@cache
def _gazetteers() -> tuple[Gazetteer[Title], dict[str, Gazetteer[str]]]:
    titles: Gazetteer[Title] = Gazetteer(split)
    others: dict[str, Gazetteer[str]] = {}
    for form, kind, note in lexicons.rows("titles.tsv", columns=3):
        if kind in _TITLE_KINDS:
            title = Title(form, kind, note.split(";")[0].strip())
            for spelling in dict.fromkeys((form, form.replace("'", "’"))):
                titles.add(spelling, title)
                if kind != "negative":
                    titles.add(f"ex-{spelling}", title)
        else:
            for spelling in dict.fromkeys((form, form.replace("'", "’"))):
                others.setdefault(kind, Gazetteer(split)).add(spelling, form)
    lists = word_lists("leader")
    for kind, forms in (("party", lists["parties"]), ("bank", lists["central_banks"])):
        for form in forms:
            for spelling in dict.fromkeys((form, form.replace("'", "’"))):
                others.setdefault(kind, Gazetteer(split)).add(spelling, form)
    return titles, others


class TitleReader:
    """Finds titles and reads what they are of."""

    def __init__(self, names: NameReader) -> None:
        lists = word_lists("leader")
        self._names = names
        self._titles, others = _gazetteers()
        empty: Gazetteer[str] = Gazetteer(split)
        self._portfolio = others.get("portfolio", empty)
        self._fine = others.get("complement_ok", empty)
        self._unfit = others.get("not_after", empty)
        self._modifiers = others.get("modifier", empty)
        self._parties = others["party"]
        self._banks = others["bank"]
        self._acronyms = frozenset(lists["party_acronyms"])
        self._bare = frozenset(lists["bare"])
        self._heads = frozenset(lists["heads_of_groups"])
        self._common = frozenset(lists["common"])
        self._group_words = frozenset(lists["group_words"])
        self._never = frozenset(lists["never"])
        self._governors = frozenset(lists["governors"])
        self._regimes = frozenset(form for form, kind, _ in lexicons.rows("titles.tsv", columns=3) if kind == "regime")
        self._stoppers = frozenset(plain(word) for word in lists["stoppers"])

    def find(self, reading: Reading) -> list[Office]:
        """Return the titles of ``reading`` with what each is of, in text order, none inside another."""
        offices = []
        last = 0
        for first, stop, title in self._titles.matches(reading):
            if first < last:
                continue
            last = stop
            offices.append(self._read(reading, first, stop, title))
        return offices

    def _read(self, reading: Reading, first: int, stop: int, title: Title) -> Office:
        """Read adjectives and complement of the title at ``first`` to ``stop``."""
        index, end = stop, min(len(reading), stop + _LONGEST)
        national = fine = unfit = unknown = bank = party = group = alliance = False
        within = False  # inside a complement, where plain words may follow
        while index < end:
            word, small = reading.words[index], plain(reading.lower[index])
            if word == LINE:
                break
            if small in _PREPOSITIONS:
                after = index + 1
                while plain(reading.small(after)) in _ARTICLES or plain(reading.small(after)) in ("de", "du", "des", "d'", "à", "aux", "au"):
                    after += 1
                if reading.small(after) in self._regimes and reading.word(after + 1)[:1].isupper():
                    break  # porte-parole de l'équipe Trump: the name is not that of the spokesperson
                hit = self._portfolio.at(reading, index)
                if hit is not None:
                    fine, within, index = True, True, hit.stop
                    continue
                hit = self._banks.at(reading, after)
                if hit is not None:
                    bank, index, within = True, hit.stop, True
                    continue
                unfit_hit, fine_hit = self._unfit.at(reading, after), self._fine.at(reading, after)
                if unfit_hit is not None and (fine_hit is None or unfit_hit.stop >= fine_hit.stop):
                    unfit, index, within = True, unfit_hit.stop, True
                    continue
                party_hit = self._parties.at(reading, after)
                if party_hit is not None and (fine_hit is None or party_hit.stop >= fine_hit.stop):
                    party, index, within = True, party_hit.stop, True
                    continue
                if fine_hit is not None:
                    fine, index, within = True, fine_hit.stop, True
                    group = group or fine_hit.entry == "groupe"
                    continue
                state = countries.gazetteer().at(reading, after)
                if state is not None and reading.words[after][:1].isupper():
                    national, index, within = True, state.stop, False
                    continue
                body = alliances.gazetteer().at(reading, after)
                if body is not None and reading.words[after][:1].isupper():
                    alliance, index, within = True, body.stop, True
                    continue
                if reading.word(after) in self._acronyms:
                    party, index, within = True, after + 1, False
                    continue
                if self._titles.at(reading, after) is not None and not _is_office_noun(reading.small(after)):
                    break
                if reading.word(after) in _OPENING:
                    unknown, index, within = True, self._closing(reading, after), False
                    continue
                if reading.word(after)[:1].isupper():
                    if is_given_name(reading.words[after]) and self._names.read(reading, after) - after > 1:
                        break
                    unknown, index, within = True, self._place(reading, after), False
                    continue
                follower = plain(reading.small(after))
                if not follower[:1].isalpha() or follower in self._stoppers or follower in self._regimes:
                    break
                unknown, index, within = True, after + 1, True
                continue
            if is_nationality(small):
                national, index = True, index + 1
                continue
            hit = self._modifiers.at(reading, index)
            if hit is not None:
                index = hit.stop
                continue
            if word[:1].isupper() or word in _OPENING:
                if within and word in _OPENING and not fine:
                    index = self._closing(reading, index)
                    unknown = True
                    continue
                if within and self._fine.at(reading, index) is not None:
                    fine, index = True, self._fine.at(reading, index).stop
                    continue
                if within and word.isupper() and len(word) > 1 and not self._names.read(reading, index) > index + 1:
                    party = party or word in self._acronyms
                    index += 1
                    continue
                break
            if small in ("et", ",") and self._joins(reading, index):
                index += 1
                continue
            if (
                within
                and word[:1].isalpha()
                and small not in self._stoppers
                and small not in self._regimes
                and self._titles.at(reading, index) is None
            ):
                index += 1
                continue
            break
        verdict = self._judge(
            reading, title, first, index, national=national, fine=fine, unfit=unfit, unknown=unknown, bank=bank, party=party, group=group, alliance=alliance
        )
        return Office(first, index, verdict, index > stop, title)

    def _joins(self, reading: Reading, index: int) -> bool:
        """Tell whether a complement goes on after «et»: ministre de l'Économie et des Finances."""
        after = plain(reading.small(index + 1))
        if reading.lower[index] == ",":
            return after in ("de", "du", "des", "d'") and self._portfolio.at(reading, index + 1) is not None
        return after in ("de", "du", "des", "d'", "à", "au", "aux") and not reading.word(index + 2)[:1].isdigit()

    def _judge(
        self,
        reading: Reading,
        title: Title,
        first: int,
        stop: int,
        *,
        national: bool,
        fine: bool,
        unfit: bool,
        unknown: bool,
        bank: bool,
        party: bool,
        group: bool,
        alliance: bool,
    ) -> Verdict:
        form = title.form
        if title.kind == "negative":
            return Verdict.CIVILIAN
        if form.startswith("candidat") and {"présidentielle", "présidentielles", "présidence"} & set(reading.lower[first:stop]):
            return Verdict.LEADER
        if title.strength == "weak":
            if title.kind == "military":
                return Verdict.RANK
            return Verdict.OPEN
        if form in self._never:
            return Verdict.CIVILIAN
        if form in self._governors:
            return Verdict.LEADER if bank else Verdict.CIVILIAN
        if title.strength == "strong":
            if "groupe" in form and title.kind == "party" and not self._is_political(reading):
                return Verdict.CIVILIAN
            if form.endswith("fédération") and not national and (unknown or unfit or reading.small(first + len(split(form))) in _PREPOSITIONS):
                return Verdict.CIVILIAN  # of a sport or a trade, not of Russia or Switzerland
            if form.startswith("candidat") and (unknown or fine or unfit):
                return Verdict.OPEN  # candidate for a seat, not for the first office of a state
            return Verdict.CIVILIAN if unfit and title.kind in ("party", "diplomatic") else Verdict.LEADER
        if unfit and not (fine or alliance or party):
            return Verdict.CIVILIAN
        if form in self._heads and group and not (alliance or party or national) and not self._is_political(reading):
            return Verdict.CIVILIAN
        if form in self._common and group and not (alliance or party or bank):
            return Verdict.CIVILIAN  # directeur général du groupe
        if fine or alliance or party or bank:
            return Verdict.LEADER
        if form in self._heads and unknown:
            political = form.startswith(("leader", "dirigeant")) and self._is_political(reading)
            return Verdict.LEADER if political else Verdict.OPEN
        if unknown:
            return Verdict.CIVILIAN if form in self._bare or form in self._common else Verdict.OPEN
        if form in self._bare:
            owned = reading.small(first - 1) in ("leur", "son", "notre", "votre")
            return Verdict.OPEN if owned and form in self._heads and not national else Verdict.LEADER
        if national and form not in self._common:
            return Verdict.LEADER
        return Verdict.OPEN

    def _is_political(self, reading: Reading) -> bool:
        """Tell whether the article speaks of armed or political movements, so that a group is no band or club."""
        return not self._group_words.isdisjoint(reading.positions)

    def _closing(self, reading: Reading, index: int) -> int:
        """Return the word after the quotation that opens at ``index``."""
        closing = _OPENING[reading.words[index]]
        for place in range(index + 1, min(len(reading), index + 14)):
            if reading.words[place] == closing:
                return place + 1
        return index + 1

    def _place(self, reading: Reading, index: int) -> int:
        """Return where the unknown place or body that begins at ``index`` ends, and a name may begin."""
        stop = index
        while stop < len(reading) and (
            reading.words[stop][:1].isupper()
            or (reading.words[stop] in ("-", "‑") and reading.joined(stop) and stop > index)
            or (stop > index and reading.words[stop - 1] in ("-", "‑") and reading.joined(stop))
        ):
            if stop > index and is_given_name(reading.words[stop]) and reading.words[stop - 1] not in ("-", "‑"):
                return stop
            stop += 1
        return stop


def _is_office_noun(word: str) -> bool:
    """Tell whether a title is also the word for a body: «ministre de l'Intérieur», «chef de la majorité»."""
    return word in ("majorité", "minorité", "opposition")
