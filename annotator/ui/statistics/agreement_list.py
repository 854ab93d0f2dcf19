"""The places behind a number of an agreement, each in its context, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QMetaMethod

from annotator.app.agreement_asked import Which
from annotator.core.agreement import Difference
from annotator.ui.language import language, translate
from annotator.ui.statistics.drills import Articles, Place
from annotator.ui.statistics.tables import Cell
from annotator.ui.wording import counted, name_of, number_words, quoted

if TYPE_CHECKING:
    from annotator.ui.statistics.screen import Screen
    from annotator.ui.statistics.tables import Given


class Listing(NamedTuple):
    """A list of places.

    Attributes:
        which: which places.
        words: what they have in common.
        found: what `annotator.app.agreement_asked.Comparisons.differences` returned, or None while it is sought.
    """

    which: Which
    words: str
    found: Mapping[str, Any] | None


def fill_listing(
    screen: Screen, listing: Listing, *, back: Callable[[], object], turn: Callable[[int], object], at_once: int
) -> None:
    """Put a list of places on a screen.

    Args:
        screen: the screen.
        listing: the list.
        back: leads back to the numbers.
        turn: leads to the page of the list that begins at a place.
        at_once: how many places a page has.
    """
    screen.section(listing.words)
    screen.button(translate("agreement", "Retour aux mesures"), back)
    found = listing.found
    if found is None:
        screen.empty(translate("agreement", "Recherche des différences…"))
        return
    one, many = translate("agreement", "différence"), translate("agreement", "différences")
    if not found["differences"]:
        screen.empty(translate("agreement", "Il n'y en a plus."))
        return
    begin, end, total = found["begin"], found["begin"] + len(found["differences"]), found["total"]
    pages = counted(total, one, many)
    if total > len(found["differences"]):
        pages += f" ({number_words(begin + 1)}–{number_words(end)})"
    screen.note(pages)
    labels = screen.labels()

    def drawn(span: Mapping[str, Any] | None) -> str:
        if span is None:
            return translate("agreement", "rien")
        return f"{shortened(_line(span['text']), 32)} · {name_of(span['label'], labels)}"

    rows: list[list[Given]] = []
    for each in found["differences"]:
        spans = [span for span in (each["first"], each["second"]) if span is not None]
        start, end = min(span["start"] for span in spans), max(span["end"] for span in spans)
        context = f"…{_line(each['before'])[-24:]}{quoted(_line(each['text'])[:32])}{_line(each['after'])[:24]}…"
        rows.append(
            [
                Cell(shortened(_line(each["title"]), 32), None, Place(each["article"], start, end), each["title"]),
                Difference(each["kind"]).wording.in_language(language()),
                drawn(each["first"]),
                drawn(each["second"]),
                context,
            ]
        )
    first, second = found["differences"][0]["between"]
    heads = [
        translate("agreement", "article"),
        translate("agreement", "différence"),
        first,
        second,
        translate("agreement", "contexte"),
    ]
    table = screen.table(listing.words, heads, rows, most=at_once)
    screen.lead_to(table)
    if end < total:
        screen.button(translate("agreement", "Différences suivantes"), lambda: turn(end))
    if begin:
        screen.button(translate("agreement", "Différences précédentes"), lambda: turn(max(0, begin - at_once)))
    articles = Articles(tuple(found["articles"]), listing.words)
    screen.button(translate("agreement", "Voir ces articles dans la liste"), lambda: screen.follow(articles))
    if screen.isSignalConnected(QMetaMethod.fromSignal(screen.settling_requested)):
        settle = translate("agreement", "Régler ces différences…")
        screen.button(settle, lambda: screen.settling_requested.emit(tuple(found["articles"])))


def shortened(words: str, most: int) -> str:
    """Return words with at most so many letters, the last of them an ellipsis where there are more."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _line(words: str) -> str:
    return " ".join(words.split("\n"))
