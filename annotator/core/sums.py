"""Sums added up by currency.

A range or a list, such as ``entre 2 et 3 milliards d'euros``, counts with its lowest amount: that much is said in any
case. A sum in a currency the text leaves open, such as ``dollars``, is added to others in the same words and to no
ISO code. A sum without a number that can be read, such as ``des milliards de dollars``, is counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from annotator.core import currencies, money

LABEL = "sum"
"""Id of the label whose spans are sums."""


@dataclass(frozen=True, slots=True)
class Total:
    """What the sums in one currency come to.

    Attributes:
        currency: ISO 4217 code; None where the texts leave it open.
        name: the ISO code, or what the texts call a currency left open, in the plural (``dollars``); empty where they
            name none.
        spans: how many sums were added.
        amount: what they come to, in units of the currency; ranges and lists with their lowest amount.
    """

    currency: str | None
    name: str
    spans: int
    amount: Decimal

    def to_json(self) -> dict[str, Any]:
        """Return ``currency``, ``name``, ``spans`` and ``amount``, a whole number wherever it is one."""
        whole = self.amount == self.amount.to_integral_value()
        return {
            "currency": self.currency,
            "name": self.name,
            "spans": self.spans,
            "amount": int(self.amount) if whole else float(self.amount),
        }


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums added up.

    Attributes:
        totals: one for each currency, the one with the most sums first.
        unread: how many sums have no number that could be read.
    """

    totals: tuple[Total, ...] = ()
    unread: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return ``totals``, a list of objects, and ``unread``."""
        return {"totals": [each.to_json() for each in self.totals], "unread": self.unread}


def add_up(texts: Iterable[tuple[str, int]]) -> Sums:
    """Add sums up.

    Args:
        texts: the characters of spans labelled as sums, each with the number of spans that read so.
    """
    spans: Counter[tuple[str | None, str]] = Counter()
    amounts: dict[tuple[str | None, str], Decimal] = {}
    unread = 0
    for text, count in texts:
        read = money.parse(text)
        if read is None:
            unread += count
            continue
        key = (read.currency, read.currency or open_currency(text))
        spans[key] += count
        amounts[key] = amounts.get(key, Decimal(0)) + read.value * count
    totals = (Total(*key, count, amounts[key]) for key, count in spans.items())
    return Sums(tuple(sorted(totals, key=lambda total: (-total.spans, total.name))), unread)


def open_currency(text: str) -> str:
    """Return what ``text`` calls a currency that it leaves open, in the plural, or an empty text."""
    words = text.lower().replace("’", "'").replace("f cfa", "fcfa").split()
    if any(word.strip(",.") in ("cfa", "fcfa") for word in words):
        return "francs CFA"
    nouns = [noun for noun in (currencies.noun_of(word.rpartition("'")[2].strip(",.")) for word in words) if noun]
    # «deux cents millions de dollars»: the numeral is spelled as the coin.
    named = next((noun for noun in nouns if noun not in ("cent", "centime")), nouns[-1] if nouns else None)
    if named:
        return f"{named}s"
    return "dollars" if "$" in text else next((sign for sign in currencies.SYMBOLS if sign in text), "")
