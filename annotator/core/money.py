"""Amounts of money as French newspapers write them: the words they are made of, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from annotator.core.currencies import SYMBOLS, currency_of, noun_of

_UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
NUMBER_WORDS = MappingProxyType(
    {word: value for value, word in enumerate(_UNITS.split())}
    | {"une": 1, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
    | {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "cent": 100, "cents": 100, "mille": 1000}
)
"""Number words that stand in a number, small letters, with their values; compounds join them with hyphens."""

COLLECTIVES = MappingProxyType(
    {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40}
    | {"cinquantaine": 50, "soixantaine": 60, "centaine": 100}
)
"""Nouns for about so many; each also takes an s."""

SCALES = MappingProxyType(
    {"millier": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12, "trillion": 10**18}
    | {"milliers": 10**3, "millions": 10**6, "milliards": 10**9, "billions": 10**12, "trillions": 10**18}
    | {"k": 10**3, "m": 10**6, "mn": 10**6, "mio": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9, "mrds": 10**9}
    | {"mlds": 10**9, "mld": 10**9, "mlns": 10**6, "mln": 10**6, "bn": 10**9, "mia": 10**9}
)
"""Words and abbreviations that multiply the number before them, small letters."""


@dataclass(frozen=True, slots=True)
class Money:
    """What an amount of money says.

    Attributes:
        value: the amount, or the lowest of a range or list, in units of the currency.
        highest: the highest of a range or list; equal to ``value`` for a single amount.
        currency: ISO 4217 code, or None where the text leaves it open (``dollars``, ``francs CFA``).
    """

    value: Decimal
    highest: Decimal
    currency: str | None


def number_word(word: str) -> int | None:
    """Return what a word, or words joined by hyphens, counts: ``vingt-cinq`` is 25; None for other words."""
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    parts = [part for part in re.split(r"[-‐‑ ]", word) if part != "et"]
    if len(parts) < 2 or any(part not in NUMBER_WORDS for part in parts):
        return None
    return _count(NUMBER_WORDS[part] for part in parts)


def _count(values: Iterable[int]) -> int:
    total = run = 0
    for value in values:
        if value == 1000:
            total += max(run, 1) * 1000
            run = 0
        elif value == 100:
            run = max(run, 1) * 100
        elif value == 20 and run % 10 == 4 and run % 100 == 4:  # quatre-vingt
            run += 76
        else:
            run += value
    return total + run


_FIGURES = r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f\u2009.'’]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_PIECE = re.compile(rf"({_FIGURES})|([^\W\d_]+(?:[-‐‑][^\W\d_]+)*)|([{''.join(SYMBOLS)}])")


def figure(text: str) -> Decimal:
    """Return what a number in figures counts: a comma, or a lone full stop, before decimals.

    Args:
        text: such as ``1 425,67``, ``1.000.000``, ``3.5``, or the English ``1,000,000.5`` with two commas and more.
    """
    groups = re.sub(r"[ \u00a0\u202f\u2009'’]", "", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?", groups):
        return Decimal(groups.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", groups):
        groups = groups.replace(".", "")
    return Decimal(groups.replace(",", "."))


def parse(text: str) -> Money | None:
    """Return what the amount of money ``text`` says, or None where no number can be read in it.

    Args:
        text: the characters of a span labelled as a sum, such as ``entre 2 et 3 milliards d'euros``.
    """
    amounts: list[_Amount] = []
    pieces = [_Piece.of(match) for match in _PIECE.finditer(text)]
    index = 0
    paid = False  # whether the currency has been named: what follows it is cents
    while index < len(pieces):
        piece = pieces[index]
        stop = _number_end(pieces, index)
        if stop > index:
            value = _number(pieces[index:stop])
            if paid:
                amounts[-1] = amounts[-1]._replace(value=amounts[-1].value + value / 100)
                break
            amounts.append(_Amount(value, scaled=False))
            index = stop
            continue
        if piece.scale is not None:
            if not amounts:
                return None
            _scale(amounts, piece, half=index > 0 and pieces[index - 1].small == "demi")
        elif piece.small in ("demi", "demie") and amounts and amounts[-1].scaled:
            amounts[-1] = amounts[-1]._replace(value=amounts[-1].value + amounts[-1].factor / 2)
        elif amounts and (piece.is_sign or noun_of(piece.small) is not None):
            paid = True
        index += 1
    if not amounts:
        return None
    values = [each.value for each in amounts]
    return Money(min(values), max(values), currency_of(text))


class _Piece(NamedTuple):
    """A number in figures, a word in small letters, or a currency sign."""

    figures: str
    small: str
    is_sign: bool

    @classmethod
    def of(cls, match: re.Match[str]) -> _Piece:
        figures, word, sign = match.groups()
        return cls(figures or "", (word or "").lower(), sign is not None)

    @property
    def scale(self) -> Decimal | None:
        """What the word multiplies the number before it by, or None."""
        if self.small.startswith("demi-") and self.small[5:] in SCALES:
            return Decimal(SCALES[self.small[5:]]) / 2
        return Decimal(SCALES[self.small]) if self.small in SCALES else None


class _Amount(NamedTuple):
    """A number read so far, whether a scale has multiplied it, and by how much."""

    value: Decimal
    scaled: bool
    factor: Decimal = Decimal(1)


def _number_end(pieces: Sequence[_Piece], index: int) -> int:
    """Return one past the last piece of the number that starts at ``index``; ``index`` where none starts."""
    if pieces[index].figures:
        index += 1
        while index < len(pieces) and pieces[index].small in ("cent", "cents", "mille"):
            if pieces[index].small != "mille" and index + 1 == len(pieces):  # «50 cents»: the coin
                break
            index += 1
        return index
    start = index
    while index < len(pieces):
        small = pieces[index].small
        joins = small == "et" and index > start and index + 1 < len(pieces) and pieces[index + 1].small in _AFTER_ET
        is_cents = small in ("cent", "cents") and index > start and _is_coin(pieces, index)
        if is_cents or not (joins or number_word(small) is not None or small.removesuffix("s") in COLLECTIVES):
            break
        index += 1
    return index


_AFTER_ET = frozenset({"un", "une", "onze"})


def _is_coin(pieces: Sequence[_Piece], index: int) -> bool:
    """Tell whether «cents» ends the text after a currency: it is then a coin and no hundred."""
    named = any(each.is_sign or noun_of(each.small) not in (None, "cent") for each in pieces[:index])
    return named and index + 1 == len(pieces)


def _number(pieces: Sequence[_Piece]) -> Decimal:
    value = Decimal(1)
    words: list[int] = []
    for piece in pieces:
        if piece.figures:
            value = figure(piece.figures)
        elif piece.small.removesuffix("s") in COLLECTIVES:
            value *= COLLECTIVES[piece.small.removesuffix("s")] * max(1, _count(words))
            words = []
        elif (count := number_word(piece.small)) is not None:
            words.append(count)
    return value * _count(words) if words else value


def _scale(amounts: list[_Amount], piece: _Piece, *, half: bool) -> None:
    """Multiply the last amount, and the small ones before it that share its scale: 2 in ``2 et 3 milliards``."""
    scale = (piece.scale or Decimal(1)) / (2 if half else 1)
    last = len(amounts) - 1
    for index, amount in enumerate(amounts):
        if index == last or (not amount.scaled and amount.value < 1000):
            amounts[index] = _Amount(amount.value * scale, scaled=True, factor=scale)
