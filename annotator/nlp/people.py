"""The people of one article: who is a leader, who is not, and every mention of them."""

from __future__ import annotations

from functools import cache, lru_cache

from annotator.core.suggestions import Tier
from annotator.nlp import lexicons
from annotator.nlp.context import plain
from annotator.nlp.gazetteer import unaccented
from annotator.nlp.known_people import KnownPeople
from annotator.nlp.names import NameReader, is_given_name
from annotator.nlp.nationalities import is_nationality
from annotator.nlp.reading import LINE, Reading
from annotator.nlp.rules import catalogue, not_a, word_lists

_PARTICLES = frozenset(
    {
        "von",
        "van",
        "der",
        "de",
        "da",
        "di",
        "al",
        "el",
        "ben",
        "bin",
        "ibn",
        "la",
        "le",
        "del",
        "dos",
        "do",
        "du",
        "den",
        "ter",
        "os",
        "as",
        "ul",
        "d'",
    }
)
_SENTENCE_MARKS = frozenset(
    {".", "!", "?", "…", ":", "«", '"', "“", "”", "»", "(", ")", "[", "]", "-", "–", "—", "•", ";", LINE, "", ","}
)


_CIVILITIES = frozenset({"m.", "mme", "monsieur", "madame", "mr", "mrs", "lord", "sir", "lady"})


class Mentions:
    """Collects the people of one article and proposes every mention of its leaders."""

    def __init__(self, reading: Reading, names: NameReader, known: KnownPeople) -> None:
        self._reading = reading
        self._names = names
        self._known = known
        self._leaders: dict[tuple[int, int], str] = {}
        self._civilians: dict[tuple[int, int], str] = {}
        self._endings: set[tuple[str, ...]] = set()
        self._leader_words: set[str] | None = None
        lists = word_lists("leader")
        self._regimes, self._eponyms = _regimes(), _eponyms()
        self._members = frozenset(lists["party_members"])
        self._led, self._bodies = frozenset(lists["led"]), frozenset(lists["bodies"])
        self._group_words = frozenset(lists["group_words"])
        self._not_second = frozenset(lists["not_second"])
        self._ranks = frozenset(lists["ranks"])

    def add(self, first: int, stop: int, rule: str) -> None:
        """Add the person named by the words ``first`` to ``stop``; ``leader.civilian`` makes them no leader."""
        if rule == "leader.civilian":
            self._civilians.setdefault((first, stop), rule)
        else:
            self._leaders.setdefault((first, stop), rule)
            words = tuple(self._reading.words[first:stop])
            self._endings.update(words[place:] for place in range(len(words)))

    def is_known(self, first: int, stop: int) -> bool:
        """Tell whether the words name somebody of the world list, or are the surname of a leader found so far."""
        hit = self._known.names.at(self._reading, first)
        if hit is not None and hit.stop == stop:
            return True
        words = tuple(self._reading.words[first:stop])
        return words in self._endings

    def find_known(self) -> None:
        """Add the people of the world list."""
        reading = self._reading
        for found, stop, name in self._known.names.matches(reading):
            first = found
            while (
                first < stop - 1
                and reading.lower[first] in self._ranks
                and name.split(" ")[0].lower() not in self._ranks
            ):
                first += 1  # «le colonel Nasser»: the list has the rank, the span leaves it out
            words = reading.words[first:stop]
            if not all(
                word[:1].isupper()
                or word.lower() in _PARTICLES
                or not word[:1].isalpha()
                or reading.words[first + place - 1] in "-‑"
                for place, word in enumerate(words)
            ):
                continue
            if (first, stop) in self._leaders:
                continue
            end = self._names.read(reading, first, titled=True)
            if end > stop and reading.word(stop) in ("-", "‑"):
                continue
            if self._eponym_before(first):
                reading.propose(first, max(stop, end), not_a("leader"), "leader.within")
                continue
            if stop - first == 1 and (not self._stands_alone(first, stop) or self._is_relative(first)):
                continue
            if reading.word(stop) in self._not_second:
                reading.propose(first, stop + 1, not_a("leader"), "leader.within")
                continue  # Donald Trump Jr., Barack Obama Foundation
            if end == stop + 1 and first + 1 < stop:
                stop = end  # a second surname: Henrique Capriles Radonski
            self._leaders.setdefault((first, stop), "leader.known")

    def find_titled(self) -> None:
        """Add the famous surnames that stand after a civility, unless the article names somebody else so."""
        reading = self._reading
        positions = reading.positions
        if not self._leaders and self._group_words.isdisjoint(positions):
            return
        for civility in _CIVILITIES & positions.keys():
            for index in positions[civility]:
                word = reading.word(index + 1)
                if word in self._known.titled_surnames and self._names.read(reading, index + 1) == index + 2:
                    others = (reading.word(place - 1) for place in positions[word.lower()])
                    if not any(other[:1].isupper() and other.lower() not in _CIVILITIES for other in others):
                        self._leaders.setdefault((index + 1, index + 2), "leader.known_surname")

    def find_regimes(self) -> None:
        """Add the names after administration, government, régime and the like."""
        reading = self._reading
        sure, risky = self._regimes
        positions = reading.positions
        for word in (sure | risky) & positions.keys():
            for index in positions[word]:
                self._regime(index, word in sure)

    def find_led_by(self) -> None:
        """Add the names after «dirigé par» where a government, a party or an armed movement is led."""
        reading = self._reading
        positions = reading.positions
        for word in self._led & positions.keys():
            for index in positions[word]:
                if reading.small(index + 1) != "par":
                    continue
                first = index + 2
                while first < index + 6 and (
                    reading.small(first) in _title_words() or plain(reading.small(first)) in ("le", "la", "l'")
                ):
                    first += 1
                if plain(reading.small(first - 1)) in ("le", "la", "l'"):
                    continue  # by a body: mené par le Kuomintang
                stop = self._names.read(reading, first, titled=True)
                if stop > first and self._bodies & set(reading.lower[max(0, index - 7) : index]):
                    self._leaders.setdefault((first, stop), "leader.led_by")

    def find_party_members(self) -> None:
        """Add the full names after the noun for a member of a party: la conservatrice Ann Smith."""
        reading = self._reading
        for word in self._members & reading.positions.keys():
            for index in reading.positions[word]:
                if plain(reading.small(index - 1)) not in ("le", "la", "l'"):
                    continue
                stop = self._names.read(reading, index + 1)
                if stop - index > 2 and is_given_name(reading.words[index + 1]):
                    self._leaders.setdefault((index + 1, stop), "leader.party")

    def _regime(self, index: int, sure: bool) -> None:
        """Add the name after the word for an administration at ``index``."""
        reading = self._reading
        first = index + 1
        while reading.small(first) in ("de", "d'", "d’"):
            first += 1
        if is_nationality(reading.small(first)):
            return
        stop = self._names.read(reading, first, titled=first == index + 1)
        if stop == first:
            return
        if first > index + 1:
            fits = stop - first > 1 and is_given_name(reading.words[first])
        else:
            fits = sure and not reading.words[first].isupper()
            fits = fits or self.is_known(first, stop) or reading.words[first] in self._known.surnames
        if fits:
            self._leaders.setdefault((first, stop), "leader.government")

    def propose(self) -> None:
        """Propose every leader and every later mention; keep out those who are none."""
        reading = self._reading
        named = {tuple(reading.words[first:stop]) for first, stop in self._leaders}
        for (first, stop), rule in self._civilians.items():
            # An office, or the world list, outweighs a trade: «l'avocat Nicolas Sarkozy».
            if tuple(reading.words[first:stop]) not in named:
                reading.propose(first, stop, not_a("leader"), rule)
        forms: dict[tuple[str, ...], str] = {}
        for (first, stop), rule in self._leaders.items():
            reading.propose(first, stop, "leader", rule)
            for form in _forms(tuple(reading.words[first:stop])):
                if forms.get(form) != "leader.mention":
                    forms[form] = "leader.echo" if catalogue()[rule].tier is Tier.UNSURE else "leader.mention"
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for form in forms:
            by_first.setdefault(form[0], []).append(form)
        for known in by_first.values():
            known.sort(key=len, reverse=True)
        positions = reading.positions
        for word, known in by_first.items():
            for index in positions.get(word.lower(), ()):
                if reading.words[index] == word:
                    self._mention(index, known, forms)
        surnames = self._known.surnames
        for small in self._known.small_surnames & positions.keys():
            for index in positions[small]:
                word = reading.words[index]
                free = word in surnames and word not in by_first and not self._is_relative(index)
                if free and self._stands_alone(index, index + 1):
                    reading.propose(index, index + 1, "leader", "leader.known_surname")

    def _mention(self, index: int, forms: list[tuple[str, ...]], rules: dict[tuple[str, ...], str]) -> None:
        """Propose the mention at ``index`` if one of ``forms``, longest first, stands there as a whole name."""
        reading = self._reading
        for form in forms:
            stop = index + len(form)
            if tuple(reading.words[index:stop]) == form:
                if plain(reading.small(index - 1)) in ("la", "en") and len(form) == 1:
                    return  # la Hollande is no president
                first = self._grown(index)
                if self._stands_alone(first, stop) and not (len(form) == 1 and self._is_relative(first)):
                    reading.propose(first, stop, "leader", rules[form])
                return

    def _is_relative(self, index: int) -> bool:
        """Tell whether the surname at ``index``, after a civility, is a namesake's: Michelle Obama … Mme Obama."""
        reading = self._reading
        if reading.small(index - 1) not in _CIVILITIES:
            return False
        places = [place for place in reading.positions[reading.lower[index]] if place < index]
        for place in reversed(places):
            if is_given_name(reading.word(place - 1)) and reading.words[place] == reading.words[index]:
                hit = self._known.names.at(reading, place - 1)
                known = hit is not None and hit.stop == place + 1
                return not known and tuple(reading.words[place - 1 : place + 1]) not in self._endings
        return False

    def _grown(self, index: int) -> int:
        """Return where a mention that ends with the form at ``index`` begins: initials before it belong to it."""
        reading = self._reading
        first = index
        while first > 0:
            before = reading.words[first - 1]
            initial = len(before) <= 2 and before[:1].isupper() and (before.endswith(".") or len(before) == 1)
            if (
                (initial and before not in ("M.", "M", "À", "A", "Y", "O"))
                or (initial and before == "M" and reading.word(first - 2) == "-")
                or (before == "-" and reading.joined(first - 1) and first < index)
                or (len(before) > 2 and before[0].isupper() and before[1] == "." and before[-1] == ".")
            ):
                first -= 1
            else:
                break
        return first

    def _eponym_before(self, first: int) -> bool:
        before = self._reading.small(first - 1)
        if before in ("international", "général", "nucléaire"):
            before = self._reading.small(first - 2)
        return before in self._eponyms

    def _stands_alone(self, first: int, stop: int) -> bool:
        """Tell whether the words are a whole name: no other name is part of the same run of capitals."""
        reading = self._reading
        after = reading.word(stop)
        if after[:1].isupper() and self._names.is_name_word(reading, stop) and not reading.words[stop - 1].isupper():
            return False
        if after in ("-", "‑") and reading.joined(stop) and reading.joined(stop + 1):
            after_hyphen = reading.word(stop + 1)
            if (
                after_hyphen[:1].isupper()
                and after_hyphen not in self._known.surnames
                and not self._is_leader_word(after_hyphen)
            ):
                return False
        before = reading.word(first - 1)
        if before in ("-", "‑") and reading.joined(first):
            other = reading.word(first - 2)
            return not (other[:1].isupper() and other not in self._known.surnames and not self._is_leader_word(other))
        if plain(before.lower()) in ("al", "el", "de", "von", "ben", "bin") and before.islower() is False:
            return False
        if not before[:1].isupper() or not before[-1:].isalpha():
            return not self._eponym_before(first)
        if is_given_name(before):
            return False
        if self._names.is_name_word(reading, first - 1):
            opening = reading.word(first - 2) in _SENTENCE_MARKS
            return opening or before.isupper() or not before.isalpha() or _is_titleish(before.lower())
        return True

    def _is_leader_word(self, word: str) -> bool:
        if self._leader_words is None:
            self._leader_words = {each for first, stop in self._leaders for each in self._reading.words[first:stop]}
        return word in self._leader_words


def _is_titleish(word: str) -> bool:
    return word in _title_words()


@cache
def _title_words() -> frozenset[str]:
    return frozenset(
        word
        for form, kind, _note in lexicons.rows("titles.tsv", columns=3)
        if kind not in ("eponym", "not_after")
        for word in form.split(" ")
    )


@cache
def _regimes() -> tuple[frozenset[str], frozenset[str]]:
    forms = {form for form, kind, _ in lexicons.rows("titles.tsv", columns=3) if kind == "regime"}
    sure = {"administration", "gouvernement", "régime", "présidence", "quinquennat", "ère"}
    return frozenset(sure), frozenset(forms - sure)


@cache
def _eponyms() -> frozenset[str]:
    return frozenset(
        form for form, kind, _ in lexicons.rows("titles.tsv", columns=3) if kind == "eponym" and " " not in form
    )


@cache
def _family_first() -> frozenset[str]:
    return frozenset(word_lists("leader")["family_first"])


@lru_cache(maxsize=20_000)
def _forms(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the ways in which later mentions can name the person whose full name is ``words``."""
    forms = [words]
    mains = [place for place, word in enumerate(words) if word[:1].isupper() or word.lower() in _PARTICLES]
    if words[-1].isupper() and len(words[-1]) <= 4 and all(letter in "IVX" for letter in words[-1]):
        mains = []
    if words[0] in _family_first() and 1 < len(words) <= 4:
        forms.append(words[:1])
        mains = []
    elif words[0] in ("Suu",):
        pass
    for place in mains:
        if place == 0:
            continue
        if words[place - 1] in ("-", "‑") and words[place - 2].lower() not in _PARTICLES:
            continue
        rest = words[place:]
        if rest[0].endswith((".",)):
            continue
        if len(rest) == 1 and (len(rest[0]) < 2 or rest[0].lower() in _PARTICLES):
            continue
        forms.append(rest)
        if rest[0].islower() and rest[0] in ("al", "el"):
            forms.append((rest[0].capitalize(), *rest[1:]))
    full = list(forms)
    for form in full:
        forms.append(tuple(word.upper() for word in form))
        forms.append(tuple(unaccented(word) for word in form))
        if any(word.isupper() and len(word) > 2 for word in form):
            forms.append(tuple(word.capitalize() if word.isupper() else word for word in form))
    return list(dict.fromkeys(forms))
