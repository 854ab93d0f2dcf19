"""Labels made of names that came from elsewhere: an id, a colour and a key that no other label has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import dist
from unicodedata import combining, normalize

from annotator.core.labels import KEYS, Label
from annotator.core.wording import Wording

COLOURS = (
    "#2604ae",
    "#d6fc9c",
    "#8f244f",
    "#fb9551",
    "#64248f",
    "#c6adeb",
    "#5151fb",
    "#ae6a04",
    "#adebeb",
    "#888888",
    "#609f6c",
    "#cc33cc",
    "#4c4370",
    "#ae0404",
)
"""Colours that stay apart from those every project begins with and from one another, for every common colour
blindness; found one after the other as the one that stands furthest from all before."""

_OTHERS = re.compile(r"[^\w]+")
_LONGEST_ID = 40


def new_label(name: str, labels: Sequence[Label]) -> Label | None:
    """Return a label of this name to stand beside others; None where nothing of the name can be shown.

    Its id is the name in small letters without accents; both its names are the name. Its key is the next digit that is
    free. Where none is, it has no key, which is kept as its id.
    """
    shown = " ".join("".join(each if each.isprintable() else " " for each in name).split())
    if not shown:
        return None
    id = _free_id(_slug(shown), {label.id for label in labels})
    taken = {label.key for label in labels}
    key = next((each for each in KEYS if each not in taken), no_key(id))
    return Label(id, Wording(shown, shown), _free_colour([label.colour for label in labels]), key, Wording("", ""))


def no_key(id: str) -> str:
    """Return what a label has for a key that has none, different for every label and nothing anybody can press."""
    return id if len(id) > 1 else f"{id}_"


def _slug(name: str) -> str:
    plain = "".join(each for each in normalize("NFKD", name.casefold()) if not combining(each))
    return normalize("NFC", _OTHERS.sub("_", plain))[:_LONGEST_ID].strip("_") or "label"


def _free_id(wanted: str, taken: set[str]) -> str:
    number, id = 1, wanted
    while id in taken:
        number += 1
        id = f"{wanted}_{number}"
    return id


def _free_colour(taken: Iterable[str]) -> str:
    """Return the first colour that stands well apart from those in use, or the one that stands furthest."""
    used = [_parts(each) for each in taken]

    def room(colour: str) -> float:
        return min((dist(_parts(colour), each) for each in used), default=1000.0)

    return next((each for each in COLOURS if room(each) > 60), max(COLOURS, key=room))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
