"""Which keys the actions have before anybody changes them, on the keyboards people have. Pure Python: no Qt.

Letters stand for words (A for *accepter*) and stay with the letter, wherever it is printed. Digits and punctuation are
chosen for where they lie, so they follow the place: what needs Shift on one keyboard is typed without on the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.ui.action_table import Described

Layout = Literal["azerty", "qwerty"]

LAYOUTS: tuple[Layout, ...] = ("azerty", "qwerty")

AZERTY_DIGITS = {"1": "&", "2": "É", "3": '"', "4": "'", "5": "(", "6": "-", "7": "È", "8": "_", "9": "Ç", "0": "À"}
"""What a digit key gives without Shift on a French keyboard."""

# Where the two keys right of the letter N lie, one after the other: back and forth among the suggestions.
_BY_PLACE: dict[Layout, dict[str, tuple[str, ...]]] = {
    "azerty": {"next_pending": (";", "."), "previous_pending": (",",)},
    "qwerty": {"next_pending": (".", ";"), "previous_pending": (",",)},
}

_AZERTY_PLACES = ("fr_FR", "fr_BE", "fr_MC", "fr_LU", "nl_BE", "br_FR", "oc_FR")


def layout_of(locale: str) -> Layout:
    """Return the keyboard most people have where the system speaks ``locale``, such as ``"fr_FR"``."""
    return "azerty" if locale in _AZERTY_PLACES else "qwerty"


def default_keys(table: Iterable[Described], layout: Layout) -> dict[str, tuple[str, ...]]:
    """Return the keys of every action of a table on a keyboard, by the action's name."""
    return {each.name: _BY_PLACE[layout].get(each.name) or _placed(each.keys, layout) for each in table}


def _placed(keys: tuple[str, ...], layout: Layout) -> tuple[str, ...]:
    """Add what a digit key gives without Shift, so that Ctrl and the key marked 1 is Ctrl+1 on both keyboards."""
    if layout == "qwerty":
        return keys
    added = [
        f"{modifiers}+{AZERTY_DIGITS[key]}"
        for modifiers, _, key in (each.rpartition("+") for each in keys)
        if modifiers and key in AZERTY_DIGITS
    ]
    return (*keys, *added)
