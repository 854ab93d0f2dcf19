"""Words of the window for the values of the core: verbs of edits, states of marks, tiers, amounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.app.session import Way
from annotator.core.annotation import Mark, Origin
from annotator.core.edits import Edit, SettledChange, SpanChange, StatusChange, Verb
from annotator.core.suggestions import Tier
from annotator.ui.language import QT_TRANSLATE_NOOP, language, locale, translate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from annotator.app.session import Changes
    from annotator.core.labels import Label
    from annotator.core.money import Money
    from annotator.core.suggestions import Suggestion
    from annotator.core.sums import Total
    from annotator.core.wording import Wording


_VERBS = {
    Verb.DRAW: QT_TRANSLATE_NOOP("wording", "annotation à la main"),
    Verb.RELABEL: QT_TRANSLATE_NOOP("wording", "changement d'étiquette"),
    Verb.RESIZE: QT_TRANSLATE_NOOP("wording", "nouvelles limites"),
    Verb.REMOVE: QT_TRANSLATE_NOOP("wording", "suppression"),
    Verb.ACCEPT: QT_TRANSLATE_NOOP("wording", "suggestion acceptée"),
    Verb.ACCEPT_ALL: QT_TRANSLATE_NOOP("wording", "suggestions acceptées"),
    Verb.REJECT: QT_TRANSLATE_NOOP("wording", "suggestion rejetée"),
    Verb.NOTE: QT_TRANSLATE_NOOP("wording", "note"),
    Verb.FLAG: QT_TRANSLATE_NOOP("wording", "drapeau"),
    Verb.TRASH: QT_TRANSLATE_NOOP("wording", "corbeille"),
    Verb.LABEL_EVERYWHERE: QT_TRANSLATE_NOOP("wording", "étiquette donnée partout"),
    Verb.RELABEL_EVERYWHERE: QT_TRANSLATE_NOOP("wording", "changement d'étiquette partout"),
    Verb.REMOVE_EVERYWHERE: QT_TRANSLATE_NOOP("wording", "étiquette retirée partout"),
    Verb.SETTLE: QT_TRANSLATE_NOOP("wording", "point réglé"),
    Verb.SETTLE_ALL: QT_TRANSLATE_NOOP("wording", "points réglés"),
    Verb.REOPEN: QT_TRANSLATE_NOOP("wording", "point rouvert"),
    Verb.IMPORT: QT_TRANSLATE_NOOP("wording", "import"),
    Verb.MERGE: QT_TRANSLATE_NOOP("wording", "fusion"),
}

_ORIGINS = {
    Origin.SUGGESTED: QT_TRANSLATE_NOOP("wording", "accepté"),
    Origin.IMPORTED: QT_TRANSLATE_NOOP("wording", "importé"),
    Origin.DRAWN: QT_TRANSLATE_NOOP("wording", "à la main"),
}

_TIERS = {
    Tier.SURE: QT_TRANSLATE_NOOP("wording", "sûr"),
    Tier.LIKELY: QT_TRANSLATE_NOOP("wording", "probable"),
    Tier.UNSURE: QT_TRANSLATE_NOOP("wording", "douteux"),
}


def sentence(wording: Wording) -> str:
    """Return a sentence of the layers below as it stands alone: English ones begin small there, as after a colon."""
    words = wording.in_language(language())
    return words[:1].upper() + words[1:]


def name_of(label: str, labels: Mapping[str, Label]) -> str:
    """Return the name of a label in the window's language, or its id where the project has it no longer.

    Args:
        label: its id.
        labels: those of the project by id.
    """
    known = labels.get(label)
    return known.name.in_language(language()) if known else label


def typeset(words: str) -> str:
    """Keep French punctuation and guillemets on the line of the word they belong to."""
    return re.sub(r" (?=[:;!?»])|(?<=«) ", "\u00a0", words)


def quoted(words: str) -> str:
    """Put words into the quotes of the window's language."""
    return translate("wording", "«\u00a0{words}\u00a0»").format(words=words)


def explained(name: str, what: str) -> str:
    """Say something of a thing: its name, a colon, and what there is to say."""
    return translate("wording", "{name} : {what}").format(name=name, what=what)


def counted(count: int, one: str, many: str) -> str:
    """Say how many: French has the singular up to one, English for one alone."""
    return f"{number_words(count)} {plural_form(count, one, many)}"


def plural_form(count: int, one: str, many: str) -> str:
    """Return the form of a noun that goes with a number, without the number."""
    return one if count == 1 or (count == 0 and language() == "fr") else many


def number_words(number: int) -> str:
    """Write a whole number with the thousands apart, as the window's language does."""
    return locale().toString(number)


def share_words(share: float) -> str:
    """Write a share, 0 to 1, in per cent: with a no-break space before the sign in French."""
    return f"{share:.0%}".replace("%", "\u00a0%" if language() == "fr" else "%")


def verb_words(changes: Changes) -> str:
    """Say what an edit did, in a few words."""
    edit = changes.edits[0]
    words = translate("wording", _VERBS.get(edit.verb, ""))
    if changes.steps > 1:
        words = counted(changes.steps, translate("wording", "étape"), translate("wording", "étapes"))
    elif edit.verb is Verb.ACCEPT_ALL:
        words = counted(_added(edit), translate("wording", _VERBS[Verb.ACCEPT]), words)
    elif edit.verb is Verb.SETTLE_ALL:
        places = sum(isinstance(change, SettledChange) for each in changes.edits for change in each.changes)
        words = counted(places, translate("wording", _VERBS[Verb.SETTLE]), words)
    elif edit.verb is Verb.STATUS:
        status = next(change for change in edit.changes if isinstance(change, StatusChange))
        reached = status.before if changes.way is Way.UNDO else status.after
        words = translate("wording", "article {status}").format(status=reached.wording.in_language(language()))
    match changes.way:
        case Way.UNDO:
            return translate("wording", "annulé : {what}").format(what=words)
        case Way.REDO:
            return translate("wording", "rétabli : {what}").format(what=words)
    return words


def _added(edit: Edit) -> int:
    return sum(isinstance(change, SpanChange) for change in edit.changes)


def origin_words(mark: Mark, proposed: Suggestion | None) -> str:
    """Say how a mark came to be.

    Args:
        mark: what is told of.
        proposed: the suggestion its span comes from, or None.
    """
    if mark.suggestion is not None:
        return translate("wording", "suggéré, à décider")
    origin = mark.span.origin if mark.span is not None else Origin.DRAWN
    if origin is Origin.SUGGESTED and is_changed(mark, proposed):
        return translate("wording", "modifié")
    return translate("wording", _ORIGINS[origin])


def is_changed(mark: Mark, proposed: Suggestion | None) -> bool:
    """Tell whether a mark has another place or another label than what was proposed, if anything was."""
    return proposed is not None and (mark.start, mark.end, mark.label) != (
        proposed.start,
        proposed.end,
        proposed.label,
    )


def tier_words(tier: Tier) -> str:
    """Say how much a suggestion deserves to be believed."""
    return translate("wording", _TIERS[tier])


def figure_words(money: Money) -> str:
    """Write an amount of money in figures, as the window's language does."""
    amount = amount_words(money.value)
    if money.highest != money.value:
        amount = translate("wording", "de {lowest} à {highest}").format(
            lowest=amount, highest=amount_words(money.highest)
        )
    return (
        f"{amount}\u00a0{money.currency}"
        if money.currency
        else translate("wording", "{amount}, monnaie non précisée").format(amount=amount)
    )


def amount_words(value: Decimal) -> str:
    """Write a number in figures, as the window's language does."""
    exact = value.quantize(1) if value == value.to_integral_value() else value.normalize()
    whole, _, fraction = f"{exact:,f}".partition(".")
    return whole.replace(",", locale().groupSeparator()) + (locale().decimalPoint() + fraction if fraction else "")


def currency_words(total: Total) -> str:
    """Name the currency of a total: its ISO code, or what texts call one they leave open."""
    if total.currency is not None:
        return total.currency
    return (
        translate("wording", "{name} (monnaie non précisée)").format(name=total.name)
        if total.name
        else translate("wording", "monnaie non précisée")
    )
