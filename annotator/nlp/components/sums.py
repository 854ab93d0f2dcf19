"""Proposes amounts of money: a number, in figures or words, with its currency."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from annotator.core import currencies, money
from annotator.nlp.context import sentence
from annotator.nlp.nationalities import is_nationality
from annotator.nlp.reading import Reading
from annotator.nlp.rules import word_lists

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SIGNS = "".join(currencies.SYMBOLS)
_SIGN = rf"(?:US|CA|C|A|AU|NZ|HK)?[{_SIGNS}](?:US|CAN|CA|AU)?"
_SCALE = r"(?:[kKMm]|[Mm]ds?|[Mm]rds?|[Mm]lds?|[Mm]n|bn|Mio)"
_SIGN_ONLY = re.compile(_SIGN)
_SCALED_SIGN = re.compile(rf"{_SCALE}{_SIGN}")
_GLUED = re.compile(rf"\d[\d.,]*{_SCALE}?{_SIGN}")
_FIGURES = re.compile(r"\d+(?:[.,'’]\d+)*")
_GLUED_SCALE = re.compile(rf"\d[\d.,]*{_SCALE}")
_GLUED_RANGE = re.compile(rf"\d[\d.,]*[-–]\d[\d.,]*{_SCALE}?(?:{_SIGN})?")
_HAS_SIGN = re.compile(rf"[{_SIGNS}]")
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Sums:
    """Component that proposes amounts of money, ranges and lists included."""

    def __init__(self) -> None:
        lists = word_lists("sum")
        self._joints = frozenset(lists["joints"])
        self._before_year = frozenset(lists["before_year"])
        self._after = frozenset(lists["after_currency"])
        self._only_money = frozenset(lists["only_money"])
        self._money_words = frozenset(lists["money_words"])
        self._not_money = frozenset(lists["not_money"])
        self._rated = frozenset(lists["rated"])
        self._places = [tuple(place) for place in lists["places"]]

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        reading = Reading.of(doc)
        positions = reading.positions
        starts = [index for word in _nouns().keys() & positions.keys() for index in positions[word]]
        starts += [index for word in _codes().keys() & positions.keys() for index in positions[word]]
        if _HAS_SIGN.search(reading.text):
            starts += [index for index, word in enumerate(reading.words) if _HAS_SIGN.search(word)]
        last = -1
        for index in sorted(starts):
            if index >= last:
                last = self._from(reading, index)
        return doc

    def _from(self, reading: Reading, index: int) -> int:
        """Propose the sum whose currency stands at ``index``; return one past its last word, or -1."""
        noun = _nouns().get(reading.lower[index])
        if noun is not None:
            return self._from_noun(reading, index, noun)
        if reading.words[index] in currencies.CODES:
            return self._from_code(reading, index)
        return self._from_sign(reading, index) if _HAS_SIGN.search(reading.words[index]) else -1

    def _from_noun(self, reading: Reading, index: int, noun: str) -> int:
        number = self._number_before(reading, index)
        if number is None:
            return -1
        first, vague, scaled = number
        named = self._named(reading, index)
        stop = max(named, self._after_noun(reading, index + 1))
        if not noun and not named:
            return -1  # nouveaux, unités …: a currency only as a whole name
        open_noun = noun in currencies.AMBIGUOUS_NOUNS and stop == index + 1 and not scaled
        if open_noun and not self._is_money(reading, index):
            return -1
        if noun == "couronne" and stop == index + 1 and not scaled and not reading.words[first].isdigit():
            return -1  # trois couronnes are worn, 500 couronnes are paid
        if reading.small(stop) in self._rated and reading.small(first) in ("un", "une"):
            return -1  # un yen faible: how the currency stands, no amount
        if noun == "cent" and reading.small(index + 1) in ("mille", "millions", "milliards", *money.NUMBER_WORDS):
            return -1
        stop = self._cents(reading, stop)
        reading.propose(first, stop, "sum", "sum.vague" if vague else "sum.words")
        return stop

    def _is_money(self, reading: Reading, index: int) -> bool:
        """Tell whether the currency noun at ``index``, which is also another word, is money after this number."""
        word = reading.lower[index]
        if word in self._only_money:
            return True
        if word == "cents":
            return re.fullmatch(r"\d{1,2}", reading.word(index - 1)) is not None
        around = {reading.lower[place] for place in sentence(reading, index)}
        if not self._not_money.isdisjoint(around):
            return False
        return not self._money_words.isdisjoint(around) or "£" in reading.text or "sterling" in reading.positions

    def _from_code(self, reading: Reading, index: int) -> int:
        number = self._number_before(reading, index - (reading.word(index - 1) == "F"))
        if number is not None:
            reading.propose(number[0], index + 1, "sum", "sum.symbol")
            return index + 1
        stop = self._number_after(reading, index + 1)
        if stop > index + 1:
            reading.propose(index, stop, "sum", "sum.symbol")
        return stop

    def _from_sign(self, reading: Reading, index: int) -> int:
        word = reading.words[index]
        if _GLUED.fullmatch(word) or _GLUED_RANGE.fullmatch(word):
            first = self._groups_before(reading, index)
            first = self._list_before(reading, first)
            reading.propose(first, index + 1, "sum", "sum.symbol")
            return index + 1
        if not (_SIGN_ONLY.fullmatch(word) or _SCALED_SIGN.fullmatch(word)):
            return -1
        stop = index + 1
        if reading.small(stop) in ("us", "can", "ca") and word == "$" and reading.word(stop).isupper():
            stop += 1
        number = self._number_before(reading, index)
        if number is not None:
            tail = stop
            if re.fullmatch(r"\d\d", reading.word(tail)) and not reading.word(tail + 1).isalpha():
                tail += 1
            reading.propose(number[0], tail, "sum", "sum.symbol")
            return tail
        stop = self._number_after(reading, stop)
        if (stop > index + 1 and _FIGURES.match(reading.word(stop - 1))) or stop > index + 2:
            reading.propose(index, stop, "sum", "sum.symbol")
            return stop
        return -1

    def _number_after(self, reading: Reading, index: int) -> int:
        """Return where the number that starts at ``index`` ends; ``index`` where none does."""
        stop = index
        if not (_FIGURES.fullmatch(reading.word(stop)) or _GLUED_SCALE.fullmatch(reading.word(stop))):
            return index
        stop += 1
        while _GROUP.fullmatch(reading.word(stop)) and reading.starts[stop] - reading.ends[stop - 1] == 1:
            stop += 1
        if reading.small(stop) in money.SCALES and (len(reading.word(stop)) > 1 or reading.joined(stop)):
            stop += 1
        return stop

    def _number_before(self, reading: Reading, index: int) -> tuple[int, bool, bool] | None:
        """Read the number that ends just before ``index``.

        Returns:
            Its first word, whether it is vague (``dizaines de millions``) and whether it has a scale; None where there
            is no number.
        """
        first, certain, vague, scaled = index, False, False, False
        while first > 0:
            word = reading.lower[first - 1]
            if word in ("de", "d'", "d’", "dʼ", "d´") and not certain:
                first -= 1
                if not self._is_scale(reading, first - 1):
                    return None
            elif word in money.SCALES and not certain:
                scaled, first = True, first - 1
            elif _GLUED_SCALE.fullmatch(word) and not certain:
                scaled, certain, first = True, True, first - 1
            elif word in ("demi", "demie") and reading.small(first - 2) == "et":
                first -= 2
            elif word in ("demi", "demi-million", "demi-milliard", "demi-millions", "demi-milliards") or (
                word == "-" and reading.small(first - 2) == "demi"
            ):
                first, scaled = first - 1, True
            elif _is_collective(word):
                vague, certain, first = True, True, first - 1
                if reading.small(first - 1) in ("une", "deux", "trois", "quatre", "cinq", "six"):
                    first -= 1
                    vague = False
                break
            else:
                start = self._plain_number(reading, first)
                if start == first:
                    break
                first, certain = start, True
                break
        if not certain:
            return None
        return self._list_before(reading, first), vague, scaled

    def _is_scale(self, reading: Reading, index: int) -> bool:
        """Tell whether «de» can follow the word at ``index`` before a currency: millions, dizaines, demi-milliard."""
        word = reading.small(index)
        return (
            word in money.SCALES
            or _is_collective(word)
            or word.removeprefix("demi-") in money.SCALES
            or (word in ("demi", "demie") and reading.small(index - 1) == "et")
        )

    def _plain_number(self, reading: Reading, stop: int) -> int:
        """Return the first word of the figures or number words that end at ``stop``; ``stop`` where there are none."""
        word = reading.small(stop - 1)
        if _FIGURES.fullmatch(word) or _GLUED_RANGE.fullmatch(word):
            return self._groups_before(reading, stop - 1)
        first = stop
        while first > 0:
            word = reading.lower[first - 1]
            if money.number_word(word) is not None:
                first -= 1
            elif word in ("-", "‑", "et") and first < stop and money.number_word(reading.small(first - 2)) is not None:
                if word == "et" and reading.lower[first] not in ("un", "une", "onze"):
                    break
                first -= 1
            else:
                break
        if first < stop and reading.lower[first] in ("cents", "et", "-"):
            return stop
        if first < stop - 1 or (first < stop and _FIGURES.fullmatch(reading.small(first - 1)) is None):
            return first
        if first < stop:  # 100 mille
            return self._groups_before(reading, first - 1)
        return first

    def _groups_before(self, reading: Reading, index: int) -> int:
        """Return the first word of the figures that end with the word at ``index``: two words back for 1 000 000."""
        first = index
        while (
            first > 0
            and _GROUP.match(reading.words[first])
            and re.fullmatch(r"\d{1,3}", reading.words[first - 1])
            and reading.starts[first] - reading.ends[first - 1] <= 1
            and reading.words[first - 1] != "0"
        ):
            first -= 1
        return first

    def _list_before(self, reading: Reading, first: int) -> int:
        """Return the first word of the range or list whose last number starts at ``first``."""
        joined_by_word = False
        while first > 1:
            joint = reading.lower[first - 1]
            stop = first - 1
            if joint not in self._joints and not (joint == "," and joined_by_word):
                return first
            if (
                joint == "-"
                and reading.starts[first - 1] == reading.ends[first - 2]
                and reading.starts[first] > reading.ends[first - 1]
            ):
                return first
            scaled = reading.small(stop - 1) in money.SCALES
            start = self._plain_number(reading, stop - 1 if scaled else stop)
            if start >= (stop - 1 if scaled else stop):
                return first
            if _YEAR.fullmatch(reading.words[start]) and reading.small(start - 1) in self._before_year:
                return first
            if joint == "et" and reading.small(start - 1) in ("le", "les"):
                return first
            first, joined_by_word = start, True
        return first

    def _after_noun(self, reading: Reading, stop: int) -> int:
        """Return where the currency that begins before ``stop`` ends, its adjective included."""
        word = reading.small(stop)
        if word in self._after or (word and is_nationality(word)):
            return stop + 1
        if word == "(" and reading.small(stop + 1) in ("us", "cfa"):
            return stop
        if word in ("de", "des"):
            for place in self._places:
                if tuple(reading.lower[stop + 1 : stop + 1 + len(place)]) == place:
                    return stop + 1 + len(place)
            if tuple(reading.lower[stop : stop + 2]) == ("des", "états-unis"):
                return stop + 2
        return stop

    def _named(self, reading: Reading, index: int) -> int:
        """Return where the name of a currency of several words ends that starts at ``index``; 0 where none does."""
        if reading.lower[index] not in currencies.NAME_STARTS:
            return 0
        words = tuple(word.replace("’", "'") for word in reading.lower[index : index + currencies.LONGEST_NAME])
        for length in range(len(words), 1, -1):
            if words[:length] in currencies.NAMES:
                return index + length
        return 0

    def _cents(self, reading: Reading, stop: int) -> int:
        """Return where the cents that follow an amount end: ``2 euros et 50 centimes``, ``2 euros 50``."""
        after = stop + 1 if reading.small(stop) == "et" else stop
        word = reading.word(after)
        if (
            (re.fullmatch(r"\d{1,2}", word) or money.number_word(word.lower()) is not None)
            and currencies.noun_of(reading.small(after + 1)) in ("centime", "cent")
            and money.number_word(reading.small(after + 2)) is None
        ):
            return after + 2
        if after == stop and re.fullmatch(r"\d\d", word) and not reading.word(stop + 1)[:1].isalnum():
            return stop + 1
        return stop


@cache
def _nouns() -> dict[str, str]:
    """Return every form of a currency noun with its singular, and an empty one for words that start longer names."""
    return dict.fromkeys(currencies.NAME_STARTS, "") | {
        form: noun for noun in currencies.CURRENCIES for form in (noun, noun + "s", noun + "x", noun + "es")
    }


@cache
def _codes() -> dict[str, str]:
    return {code.lower(): code for code in currencies.CODES}


def _is_collective(word: str) -> bool:
    return word.removesuffix("s") in money.COLLECTIVES
