"""Reads titles and offices, and what they are of."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from annotator.nlp import lexicons
from annotator.nlp.components import alliances, countries
from annotator.nlp.context import plain
from annotator.nlp.gazetteer import Gazetteer
from annotator.nlp.names import NameReader, is_given_name
from annotator.nlp.nationalities import is_nationality
from annotator.nlp.reading import Reading
from annotator.nlp.rules import word_lists
from annotator.nlp.title_lexicon import Title, gazetteers
from annotator.nlp.tokenizer import split

_LONGEST = 18
_OPENING = {"«": "»", '"': '"', "“": "”"}
_PREPOSITIONS = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "à",
        "au",
        "aux",
        "en",
        "auprès",
        "chargé",
        "chargée",
        "délégué",
        "déléguée",
        "près",
        "pour",
    }
)
_CONTRACTED = frozenset({"de", "du", "des", "d'", "à", "au", "aux"})
_BODIES_TOO = frozenset({"majorité", "minorité", "opposition"})  # titles of the list that are also bodies
_ARTICLES = frozenset({"la", "l'", "le", "les", "son", "sa", "leur"})
_AFTER_NAME = frozenset({",", "(", ")", "»", "–", "—"})


class Verdict(Enum):
    """What a title makes of the person who bears it."""

    LEADER = "leader"
    RANK = "rank"
    OPEN = "open"
    CIVILIAN = "civilian"


class _Said(Enum):
    """What the words after a title say."""

    STATE = "a nationality or the name of a state"
    BODY = "a ministry, a parliament or another body of a state"
    BANK = "a central bank"
    PARTY = "a party or a movement"
    ALLIANCE = "an alliance"
    GROUP = "a group, which may be anything"
    UNFIT = "a company, a club, a local body"
    UNKNOWN = "something the lists do not hold"


class Office(NamedTuple):
    """A title in a text, read with what it is of.

    Attributes:
        first: its first word.
        stop: one past the last word of title and complement.
        verdict: what it makes of its bearer.
        complement: whether there is a complement.
        title: the title.
    """

    first: int
    stop: int
    verdict: Verdict
    complement: bool
    title: Title


class TitleReader:
    """Finds titles and reads what they are of."""

    def __init__(self, names: NameReader) -> None:
        lists = word_lists("leader")
        self._names = names
        self._titles, others = gazetteers()
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
        self._armed_words = frozenset(lists["armed_words"])
        self._named_bodies = frozenset(lists["named_bodies"])
        self._kinds_of_groups = frozenset(lists["kinds_of_groups"])
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

    def at(self, reading: Reading, index: int) -> Office | None:
        """Return the title at word ``index``, or None."""
        hit = self._titles.at(reading, index)
        return None if hit is None else self._read(reading, hit.first, hit.stop, hit.entry)

    def _read(self, reading: Reading, first: int, stop: int, title: Title) -> Office:
        """Read adjectives and complement of the title at ``first`` to ``stop``."""
        said: set[_Said] = set()
        index, end = stop, min(len(reading), stop + _LONGEST)
        within = False  # inside a complement, where plain words may follow
        if title.kind == "party" and reading.lower[stop - 1] in self._named_bodies:
            within = True  # the title itself ends with one: chef du parti
        bodied = within
        while index < end:
            small = plain(reading.lower[index])
            bodied = bodied or (within and reading.lower[index - 1] in self._named_bodies)
            if small in _PREPOSITIONS:
                after, within = self._of(reading, index, said), True
            elif is_nationality(small):
                said.add(_Said.STATE)
                after = index + 1
            elif (modifier := self._modifiers.at(reading, index)) is not None:
                after = modifier.stop
            elif within and self._is_acronym(reading, index):
                after = index + 3
            elif bodied and self._names_body(reading, first, index):
                after = (
                    self._closing(reading, index) if reading.words[index] in _OPENING else self._place(reading, index)
                )
            elif bodied and small in self._kinds_of_groups:
                after = index + 1
            elif reading.words[index][:1].isupper() or reading.words[index] in _OPENING:
                after = self._named(reading, index, said) if within else index
            elif (small in ("et", ",") and self._joins(reading, index)) or (within and self._is_plain(reading, index)):
                after = index + 1
            else:
                after = index
            if after == index:
                break
            index = after
        verdict = self._judge(reading, title, first, index, said)
        return Office(first, index, verdict, index > stop, title)

    def _of(self, reading: Reading, index: int, said: set[_Said]) -> int:
        """Read the phrase that the preposition at ``index`` opens; return where it ends, ``index`` to stop there."""
        after = index + 1
        while plain(reading.small(after)) in _ARTICLES or plain(reading.small(after)) in _CONTRACTED:
            after += 1
        word, small = reading.word(after), plain(reading.small(after))
        if small in self._regimes and reading.word(after + 1)[:1].isupper():
            return index  # porte-parole de l'équipe Trump: the name is not that of the spokesperson
        portfolio = self._portfolio.at(reading, index)
        if portfolio is not None:
            said.add(_Said.BODY)
            stop = portfolio.stop
            if plain(reading.lower[stop - 1]) not in _CONTRACTED and plain(reading.lower[stop - 1]) not in _ARTICLES:
                return stop
            while plain(reading.small(stop)) in _ARTICLES:
                stop += 1
            named = reading.word(stop)[:1].isupper() and not self._is_person(reading, stop)
            return self._place(reading, stop) if named else stop  # chargé du Brexit, chargée de la Ville
        bank = self._banks.at(reading, after)
        if bank is not None:
            said.add(_Said.BANK)
            return bank.stop
        body = self._body(reading, after, said)
        if body is not None:
            return body
        if self._titles.at(reading, after) is not None and small not in _BODIES_TOO:
            return index
        if word in _OPENING or (word[:1].isupper() and not self._is_person(reading, after)):
            said.add(_Said.UNKNOWN)
            return self._closing(reading, after) if word in _OPENING else self._place(reading, after)
        if word[:1].isupper() or not small[:1].isalpha() or small in self._stoppers or small in self._regimes:
            return index
        said.add(_Said.UNKNOWN)
        return after + 1

    def _body(self, reading: Reading, after: int, said: set[_Said]) -> int | None:
        """Read the body, party, state or alliance named at ``after``; the longest name wins, the unfit one first."""
        found = (
            (self._unfit.at(reading, after), _Said.UNFIT),
            (self._parties.at(reading, after), _Said.PARTY),
            (self._fine.at(reading, after), _Said.BODY),
        )
        best = max(((hit.stop, -rank) for rank, (hit, _) in enumerate(found) if hit is not None), default=None)
        if best is not None:
            hit, kind = found[-best[1]]
            said.add(kind)
            if hit is not None and hit.entry == "groupe":
                said.add(_Said.GROUP)
            return best[0]
        word = reading.word(after)
        if word in self._acronyms:
            said.add(_Said.PARTY)
            return after + 1
        if word[:1].isupper():
            state = countries.gazetteer().at(reading, after)
            if state is not None:
                said.add(_Said.STATE)
                return state.stop
            alliance = alliances.gazetteer().at(reading, after)
            if alliance is not None:
                said.add(_Said.ALLIANCE)
                return alliance.stop
        return None

    def _named(self, reading: Reading, index: int, said: set[_Said]) -> int:
        """Read the capitalised words or the quotation at ``index``, inside a complement."""
        word = reading.words[index]
        if word in _OPENING:
            if _Said.BODY in said:
                return index
            said.add(_Said.UNKNOWN)
            return self._closing(reading, index)
        fine = self._fine.at(reading, index)
        if fine is not None:
            said.add(_Said.BODY)
            return fine.stop
        if word.isupper() and len(word) > 1 and self._names.read(reading, index) <= index + 1:
            if word in self._acronyms:
                said.add(_Said.PARTY)
            return index + 1
        return index

    def _is_acronym(self, reading: Reading, index: int) -> bool:
        """Tell whether a short name in brackets stands at ``index``: du Parti de la liberté (PVV)."""
        return (
            reading.words[index] == "("
            and reading.word(index + 1)[:1].isupper()
            and reading.word(index + 2) == ")"
            and not is_given_name(reading.word(index + 1))
        )

    def _names_body(self, reading: Reading, first: int, index: int) -> bool:
        """Tell whether the words at ``index`` name the party or group that ends the title, and not its head."""
        if reading.words[index] in _OPENING:
            return True
        if not reading.words[index][:1].isupper() or self._is_person(reading, index):
            return False
        return reading.word(first - 1) == "," or reading.word(self._place(reading, index)) in _AFTER_NAME

    def _is_person(self, reading: Reading, index: int) -> bool:
        return is_given_name(reading.words[index]) and self._names.read(reading, index) - index > 1

    def _is_plain(self, reading: Reading, index: int) -> bool:
        """Tell whether the word at ``index`` is one that a complement can hold: de la transition écologique."""
        small = plain(reading.lower[index])
        return (
            small[:1].isalpha()
            and small not in self._stoppers
            and small not in self._regimes
            and self._titles.at(reading, index) is None
        )

    def _joins(self, reading: Reading, index: int) -> bool:
        """Tell whether a complement goes on after «et»: ministre de l'Économie et des Finances."""
        after = plain(reading.small(index + 1))
        if reading.lower[index] == ",":
            return after in ("de", "du", "des", "d'") and self._portfolio.at(reading, index + 1) is not None
        return after in _CONTRACTED and not reading.word(index + 2)[:1].isdigit()

    def _judge(self, reading: Reading, title: Title, first: int, stop: int, said: set[_Said]) -> Verdict:
        """Say what a title with such a complement makes of its bearer."""
        form = title.form
        official = bool(said & {_Said.BODY, _Said.ALLIANCE, _Said.PARTY, _Said.BANK})
        if title.kind == "negative" or form in self._never:
            return Verdict.CIVILIAN
        if form.startswith("candidat"):
            if {"présidentielle", "présidentielles", "présidence"} & set(reading.lower[first:stop]):
                return Verdict.LEADER
            seat = said & {_Said.UNKNOWN, _Said.BODY, _Said.UNFIT}  # for a seat, not for the first office of a state
            return Verdict.OPEN if seat or title.strength == "weak" else Verdict.LEADER
        if title.strength == "weak":
            return Verdict.RANK if title.kind == "military" else Verdict.OPEN
        if form in self._governors:
            return Verdict.LEADER if _Said.BANK in said else Verdict.CIVILIAN
        if title.strength == "strong":
            return self._judge_strong(reading, title, first, stop, said)
        if _Said.UNFIT in said and not official:
            return Verdict.CIVILIAN
        only_group = _Said.GROUP in said and not said & {_Said.ALLIANCE, _Said.PARTY, _Said.STATE, _Said.BANK}
        if only_group and not (form in self._heads and form not in self._common and self._is_political(reading)):
            return Verdict.CIVILIAN  # directeur général du groupe, leader du groupe de musique
        if official and not (form.startswith("direct") and said <= {_Said.BODY, _Said.UNKNOWN}):
            return Verdict.LEADER  # a director of health or of the treasury is none
        if _Said.UNKNOWN in said:
            return self._judge_unknown(reading, form)
        owned = reading.small(first - 1) in ("leur", "son", "notre", "votre") and form in self._heads
        if owned and _Said.STATE not in said:  # of a movement, or of a band
            return Verdict.OPEN if self._armed_words.isdisjoint(reading.positions) else Verdict.LEADER
        if form in self._bare:
            return Verdict.LEADER
        return Verdict.LEADER if _Said.STATE in said and form not in self._common else Verdict.OPEN

    def _judge_strong(self, reading: Reading, title: Title, first: int, stop: int, said: set[_Said]) -> Verdict:
        """Judge a title that stands for itself, but for what makes it one of a club or a trade."""
        form = title.form
        if "groupe" in form and title.kind == "party" and not self._is_political(reading):
            return Verdict.CIVILIAN
        if form.endswith("fédération"):
            of = reading.lower[first + len(form.split(" ")) : stop]
            if of and not {"russie", "russe", "suisse"} & set(of):
                return Verdict.CIVILIAN  # of a sport or a trade
        if _Said.UNFIT in said and title.kind in ("party", "diplomatic"):
            return Verdict.CIVILIAN
        if "province" in reading.lower[first:stop]:
            return Verdict.CIVILIAN
        if title.kind == "royal" and said == {_Said.UNKNOWN}:
            return Verdict.OPEN  # le roi de la pop
        return Verdict.LEADER

    def _judge_unknown(self, reading: Reading, form: str) -> Verdict:
        """Judge a title whose complement says nothing the lists know."""
        if form in self._heads:
            political = form.startswith(("leader", "dirigeant")) and self._is_political(reading)
            return Verdict.LEADER if political else Verdict.OPEN
        return Verdict.CIVILIAN if form in self._bare or form in self._common else Verdict.OPEN

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
