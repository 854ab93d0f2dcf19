"""The labels a span can carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from annotator.core import guidelines
from annotator.core.errors import UserError
from annotator.core.wording import Wording


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a project.

    Attributes:
        id: stable identifier; spans store it and spaCy is trained with it.
        name: what people read, in both languages.
        colour: background of its highlights in the light theme, ``#rrggbb``.
        key: the digit that applies it, ``"1"`` to ``"9"``; for a label that has none, its id.
        guideline: what the label means, one paragraph a line, in both languages (see `annotator.core.guidelines`).
    """

    id: str
    name: Wording
    colour: str
    key: str
    guideline: Wording

    @property
    def digit(self) -> str:
        """The digit that applies it; empty where it has none."""
        return self.key if len(self.key) == 1 else ""


# They stay apart for every common colour blindness, as swatches and as pale as they are behind text: tests measure it.
DEFAULT_LABELS: tuple[Label, ...] = (
    Label("leader", Wording("leader", "dirigeant"), "#4d96f5", "1", guidelines.LEADER),
    Label("country", Wording("country", "pays"), "#43dcae", "2", guidelines.COUNTRY),
    Label("alliance", Wording("alliance", "alliance"), "#f5ce1b", "3", guidelines.ALLIANCE),
    Label("weapon", Wording("weapon", "arme"), "#dd2445", "4", guidelines.WEAPON),
    Label("sum", Wording("sum", "somme"), "#9b6c9e", "5", guidelines.SUM),
)

KEYS = "123456789"
"""The keys a label can have."""

_COLOUR = re.compile("#[0-9a-f]{6}")


def clean_labels(labels: Sequence[Label]) -> tuple[Label, ...]:
    """Return labels as a project keeps them: names with single blanks, guidelines without blank ends.

    Raises:
        UserError: two have one key, or one name in a language; a name is blank; a colour is not ``#rrggbb`` or a key
            none of `KEYS`.
    """
    cleaned = tuple(_cleaned(label) for label in labels)
    for one, other in combinations(cleaned, 2):
        if one.key == other.key:
            raise UserError(
                f"“{one.name.en}” and “{other.name.en}” cannot both have the key {one.key}; give one of them another.",
                f"« {one.name.fr} » et « {other.name.fr} » ne peuvent pas avoir tous deux la touche {one.key} ; "
                "donnez-en une autre à l'un des deux.",
            )
        for name, same in zip(one.name, other.name, strict=True):
            if name.casefold() == same.casefold():
                raise UserError(
                    f"two labels are called “{name}”; give them different names.",
                    f"Deux étiquettes s'appellent « {name} » ; donnez-leur des noms différents.",
                )
    return cleaned


def _cleaned(label: Label) -> Label:
    name = Wording(*(" ".join(each.split()) for each in label.name))
    if not all(name):
        raise UserError(
            f"the label {label.id} needs a name in both languages.",
            f"L'étiquette {label.id} a besoin d'un nom dans les deux langues.",
        )
    colour = label.colour.lower()
    if not _COLOUR.fullmatch(colour):
        raise UserError(
            f"“{label.colour}” is no colour; write it as #rrggbb.",
            f"« {label.colour} » n'est pas une couleur ; écrivez-la sous la forme #rrggbb.",
        )
    without = label.key.rstrip("_") == label.id and len(label.key) > 1  # made by an import, when no digit was free
    if not without and (label.key not in KEYS or len(label.key) != 1):
        raise UserError(
            f"“{label.key}” is no key for a label; choose a digit from 1 to 9.",
            f"« {label.key} » ne peut pas être la touche d'une étiquette ; choisissez un chiffre de 1 à 9.",
        )
    return replace(label, name=name, colour=colour, guideline=Wording(*(each.strip() for each in label.guideline)))
