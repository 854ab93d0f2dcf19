"""The labels a span can carry."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core import guidelines
from annotator.core.wording import Wording


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a project.

    Attributes:
        id: stable identifier; spans store it and spaCy is trained with it.
        name: what people read, in both languages.
        colour: background of its highlights in the light theme, ``#rrggbb``.
        key: the digit that applies it, ``"1"`` to ``"9"``.
        guideline: what the label means, one paragraph a line, in both languages (see `annotator.core.guidelines`).
    """

    id: str
    name: Wording
    colour: str
    key: str
    guideline: Wording


# They stay apart for every common colour blindness, as swatches and as pale as they are behind text: tests measure it.
DEFAULT_LABELS: tuple[Label, ...] = (
    Label("leader", Wording("leader", "dirigeant"), "#4d96f5", "1", guidelines.LEADER),
    Label("country", Wording("country", "pays"), "#43dcae", "2", guidelines.COUNTRY),
    Label("alliance", Wording("alliance", "alliance"), "#f5ce1b", "3", guidelines.ALLIANCE),
    Label("weapon", Wording("weapon", "arme"), "#dd2445", "4", guidelines.WEAPON),
    Label("sum", Wording("sum", "somme"), "#9b6c9e", "5", guidelines.SUM),
)
