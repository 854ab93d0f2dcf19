"""What is inconsistent and its places in words: as the lists of the window have them, and as files do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from annotator.core.consistency import Inconsistency, Kind, Variant
from annotator.ui.language import language, translate
from annotator.ui.wording import explained, name_of, number_words

if TYPE_CHECKING:
    from annotator.app.consistency_places import Place
    from annotator.core.labels import Label
    from annotator.ui.statistics.tables import Given


def way_words(item: Inconsistency, variant: Variant, labels: Mapping[str, Label]) -> str:
    """Say in which way something was treated: its label, the words that got it where they are others, or none."""
    if item.kind is Kind.TEXTS:
        return variant.words
    name = translate("consistency", "non annoté") if variant.label is None else name_of(variant.label, labels)
    return explained(name, variant.words) if item.kind is Kind.BOUNDARIES else name


def treatments(item: Inconsistency, labels: Mapping[str, Label]) -> str:
    """Say how something was treated, and at how many places: «pays 12 · dirigeant 1»."""
    return "  ·  ".join(
        f"{way_words(item, variant, labels)}\u00a0{number_words(variant.times)}" for variant in item.variants
    )


def treated(item: Inconsistency, place: Place, labels: Mapping[str, Label]) -> str:
    """Say how something was treated at a place; of a text, which label is there."""
    if item.kind is not Kind.TEXTS:
        return way_words(item, item.variants[place.variant], labels)
    return name_of(place.label, labels) if place.label else translate("consistency", "non annoté")


def work_heads() -> tuple[str, str, str]:
    """Return the heads of the list of what is inconsistent."""
    return (
        translate("consistency", "Forme"),
        translate("consistency", "Ce qui diffère"),
        translate("consistency", "Traitements"),
    )


def work_row(item: Inconsistency, labels: Mapping[str, Label]) -> tuple[str, str, str]:
    """Return its row in the list."""
    return item.surface, item.kind.wording.in_language(language()), treatments(item, labels)


def file_heads() -> tuple[str, ...]:
    """Return the heads of what is inconsistent in a file: a line for each way in which it was treated."""
    return (
        *work_heads()[:2],
        translate("consistency", "Traitement"),
        translate("consistency", "Mots"),
        translate("consistency", "Endroits"),
    )


def file_rows(items: Iterable[Inconsistency], labels: Mapping[str, Label]) -> Iterator[list[Given]]:
    """Yield the lines that a file has of it."""
    for item in items:
        surface, kind, _ = work_row(item, labels)
        for variant in item.variants:
            named = "" if item.kind is Kind.TEXTS else translate("consistency", "non annoté")
            name = name_of(variant.label, labels) if variant.label is not None else named
            yield [surface, kind, name, variant.words, variant.times]


def place_heads() -> tuple[str, ...]:
    """Return the heads of places in a file."""
    return (
        translate("consistency", "Avant"),
        translate("consistency", "Mots"),
        translate("consistency", "Après"),
        translate("consistency", "Traitement"),
        translate("consistency", "Article"),
    )


def place_row(item: Inconsistency, place: Place, labels: Mapping[str, Label]) -> tuple[str, str, str, str, str]:
    """Return the row of a place: the text around it, how it is treated, and the title of its article."""
    around = (place.before, place.shown, place.after)
    before, shown, after = (" ".join(words.split()) for words in around)
    return before, shown, after, treated(item, place, labels), place.title
