"""French words for the values of the core: verbs of edits, states of marks, tiers, amounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.app.session import Way
from annotator.core.annotation import Mark, Origin
from annotator.core.edits import Edit, SpanChange, StatusChange, Verb
from annotator.core.suggestions import Tier

if TYPE_CHECKING:
    from decimal import Decimal

    from annotator.app.session import Changes
    from annotator.core.money import Money
    from annotator.core.sums import Total


def _tr(text: str) -> str:
    return QCoreApplication.translate("wording", text)


_VERBS = {
    Verb.DRAW: "annotation à la main",
    Verb.RELABEL: "changement d'étiquette",
    Verb.RESIZE: "nouvelles limites",
    Verb.REMOVE: "suppression",
    Verb.ACCEPT: "suggestion acceptée",
    Verb.ACCEPT_ALL: "suggestions acceptées",
    Verb.REJECT: "suggestion rejetée",
    Verb.IMPORT: "import",
}


def typeset(words: str) -> str:
    """Keep French punctuation and guillemets on the line of the word they belong to."""
    return re.sub(r" (?=[:;!?»])|(?<=«) ", "\u00a0", words)


def counted(count: int, one: str, many: str) -> str:
    """Say how many, in the singular up to one, as French has it."""
    return f"{count} {one if count < 2 else many}"


def verb_words(changes: Changes) -> str:
    """Say what an edit did, in a few words."""
    edit = changes.edits[0]
    words = _tr(_VERBS.get(edit.verb, ""))
    if edit.verb is Verb.ACCEPT_ALL:
        words = counted(_added(edit), _tr(_VERBS[Verb.ACCEPT]), words)
    elif edit.verb is Verb.STATUS:
        status = next(change for change in edit.changes if isinstance(change, StatusChange))
        reached = status.before if changes.way is Way.UNDO else status.after
        words = _tr("article {status}").format(status=reached.wording.fr)
    match changes.way:
        case Way.UNDO:
            return _tr("annulé : {what}").format(what=words)
        case Way.REDO:
            return _tr("rétabli : {what}").format(what=words)
    return words


def _added(edit: Edit) -> int:
    return sum(isinstance(change, SpanChange) for change in edit.changes)


def origin_words(mark: Mark) -> str:
    """Say how a mark came to be."""
    if mark.suggestion is not None:
        return _tr("suggéré, à décider")
    origin = mark.span.origin if mark.span is not None else Origin.DRAWN
    return _tr({Origin.SUGGESTED: "accepté", Origin.IMPORTED: "importé", Origin.DRAWN: "à la main"}[origin])


def tier_words(tier: Tier) -> str:
    """Say how much a suggestion deserves to be believed."""
    return _tr({Tier.SURE: "sûr", Tier.LIKELY: "probable", Tier.UNSURE: "douteux"}[tier])


def figure_words(money: Money) -> str:
    """Write an amount of money in figures, the French way."""
    amount = amount_words(money.value)
    if money.highest != money.value:
        amount = _tr("de {lowest} à {highest}").format(lowest=amount, highest=amount_words(money.highest))
    return (
        f"{amount}\u00a0{money.currency}" if money.currency else _tr("{amount}, monnaie ouverte").format(amount=amount)
    )


def amount_words(value: Decimal) -> str:
    """Write a number in figures, the French way."""
    exact = value.quantize(1) if value == value.to_integral_value() else value.normalize()
    return f"{exact:,f}".replace(",", "\u202f").replace(".", ",")


def currency_words(total: Total) -> str:
    """Name the currency of a total: its ISO code, or what texts call one they leave open."""
    if total.currency is not None:
        return total.currency
    return _tr("{name} (monnaie ouverte)").format(name=total.name) if total.name else _tr("monnaie non dite")
