"""Where spans from elsewhere come to lie in a stored text, and why some cannot: none is ever moved to fit."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from annotator.core.labels import Label
from annotator.core.text import CleanText
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording

RawSpan = tuple[int, int, str]
"""Start, end, label, in code points of the text they came with."""


_SHOWN = 200


class Obstacle(Enum):
    """Why a span cannot be taken over."""

    OUT_OF_RANGE = Wording("it lies outside the text", "elle est en dehors du texte")
    EMPTY = Wording("it is empty or holds white space alone", "elle est vide ou ne contient que des blancs")
    UNKNOWN_LABEL = Wording("the project has no such label", "le projet n'a pas cette étiquette")
    CUTS_A_CHARACTER = Wording("it begins or ends within a character", "elle coupe un caractère en deux")
    WHITE_SPACE = Wording("it begins or ends with white space", "elle commence ou finit par un blanc")
    OFF_THE_GRID = Wording(
        "it does not begin and end on a token boundary", "elle ne commence et ne finit pas sur une limite de mot"
    )
    OVERLAP = Wording("it overlaps another span at least as long", "elle en chevauche une autre au moins aussi longue")

    @property
    def code(self) -> str:
        """Return the stable name for reports read by programs, such as ``"off_the_grid"``."""
        return self.name.lower()

    @property
    def leaves_a_gap(self) -> bool:
        """Tell whether something a person had marked is now unmarked, so that the article wants another look."""
        return self not in (Obstacle.EMPTY, Obstacle.UNKNOWN_LABEL, Obstacle.OVERLAP)


@dataclass(frozen=True, slots=True)
class Refused:
    """A span that was not taken over.

    Attributes:
        start: as given.
        end: as given.
        label: as given.
        text: the characters it holds, as given, the first 200 of them; empty where it lies outside the text.
        obstacle: why.
    """

    start: int
    end: int
    label: str
    text: str
    obstacle: Obstacle


def label_names(labels: Iterable[Label]) -> dict[str, str]:
    """Return the ids of labels by what people write for them: the id, or its name in either language.

    Look names up through `fold_name`. An id goes before a name that another label has.
    """
    listed = list(labels)
    names = {fold_name(name): label.id for label in reversed(listed) for name in label.name}
    return names | {fold_name(label.id): label.id for label in listed}


def fold_name(name: str) -> str:
    """Return a label's name without what does not tell labels apart: case, white space around, composition."""
    return unicodedata.normalize("NFC", name).strip().casefold()


def place(
    spans: Sequence[RawSpan], raw: str, text: CleanText, grid: TokenGrid, names: Mapping[str, str]
) -> tuple[list[RawSpan], list[Refused]]:
    """Sort spans that came with a text into those that fit the stored text and those that do not.

    Of overlapping spans the longest stays, of equally long ones the first.

    Args:
        spans: as given, in code points of ``raw``.
        raw: the text as it came.
        text: what became of it.
        grid: the tokens of the stored text.
        names: ids of labels, by folded name.

    Returns:
        The spans to take over, in stored code points with ids of labels and in text order; and the others.
    """
    placed: list[tuple[RawSpan, RawSpan]] = []
    refused: list[Refused] = []
    for given in spans:
        fitted = _fit(given, raw, text, grid, names)
        if isinstance(fitted, Obstacle):
            refused.append(_refuse(given, raw, fitted))
        else:
            placed.append((fitted, given))
    placed.sort(key=lambda pair: pair[0][0])
    if any(before[0][1] > after[0][0] for before, after in pairwise(placed)):
        placed, shorter = _longest(placed)
        refused += [_refuse(given, raw, Obstacle.OVERLAP) for _, given in shorter]
    return [fitted for fitted, _ in placed], refused


def _fit(given: RawSpan, raw: str, text: CleanText, grid: TokenGrid, names: Mapping[str, str]) -> RawSpan | Obstacle:
    start, end, name = given
    if not 0 <= start <= end <= len(raw):
        return Obstacle.OUT_OF_RANGE
    label = names.get(name) or names.get(fold_name(name))
    if label is None:
        return Obstacle.UNKNOWN_LABEL
    if text.original is not None:
        there = text.offsets.to_stored(start, end)
        if text.offsets.to_original(*there) != (start, end):
            return Obstacle.CUTS_A_CHARACTER
        start, end = there
    shown = text.text[start:end]
    trimmed = shown.strip()
    if not trimmed:
        return Obstacle.EMPTY
    if len(trimmed) != len(shown):
        return Obstacle.WHITE_SPACE
    return (start, end, label) if grid.holds(start, end) else Obstacle.OFF_THE_GRID


def _longest(
    placed: Sequence[tuple[RawSpan, RawSpan]],
) -> tuple[list[tuple[RawSpan, RawSpan]], list[tuple[RawSpan, RawSpan]]]:
    """Keep the longest of spans that overlap; return those kept, in text order, and the others."""
    kept: list[tuple[RawSpan, RawSpan]] = []
    others = []
    for pair in sorted(placed, key=lambda pair: pair[0][0] - pair[0][1]):
        (start, end, _), _ = pair
        index = bisect_left(kept, start, key=lambda each: each[0][0])
        if (index and kept[index - 1][0][1] > start) or (index < len(kept) and kept[index][0][0] < end):
            others.append(pair)
        else:
            kept.insert(index, pair)
    return kept, others


def _refuse(given: RawSpan, raw: str, obstacle: Obstacle) -> Refused:
    start, end, label = given
    text = raw[start : min(end, start + _SHOWN)] if 0 <= start <= end else ""
    return Refused(start, end, label, text, obstacle)
