"""Where spans from elsewhere come to lie in a stored text, and why some cannot.

White space at their ends is trimmed; whoever asks for it has the others widened to whole tokens. Both is named, and
no span is ever moved in any other way.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from annotator.core.labels import Label
from annotator.core.text import CleanText
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording

RawSpan = tuple[int, int, str]
"""Start, end, label, in code points of the text they came with."""


_SHOWN = 200
# A byte order mark is no white space to Python, and nothing that a span means.
_BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff"


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
    REPEATED = Wording("it is there twice and comes in once", "elle y est deux fois et n'est prise qu'une fois")
    NOT_WANTED = Wording("its label was to stay out", "son étiquette devait être laissée de côté")
    SUGGESTED = Wording("a suggestion is there already", "il y a déjà une suggestion à cet endroit")
    OVERLAP = Wording("it overlaps another span at least as long", "elle en chevauche une autre au moins aussi longue")

    @property
    def code(self) -> str:
        """Return the stable name for reports read by programs, such as ``"off_the_grid"``."""
        return self.name.lower()

    @property
    def leaves_a_gap(self) -> bool:
        """Tell whether something a person had marked is now unmarked, so that the article wants another look."""
        return self in (
            Obstacle.OUT_OF_RANGE,
            Obstacle.CUTS_A_CHARACTER,
            Obstacle.WHITE_SPACE,
            Obstacle.OFF_THE_GRID,
        )


class Adjustment(Enum):
    """What was done to a span so that it fits."""

    TRIMMED = Wording("white space at its ends was cut off", "les blancs à ses bouts ont été retirés")
    SNAPPED = Wording("it was widened to whole words", "elle a été élargie aux mots entiers")

    @property
    def code(self) -> str:
        """Return the stable name for reports read by programs, such as ``"trimmed"``."""
        return self.name.lower()


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


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A span that was taken over with other limits.

    Attributes:
        start: as given.
        end: as given.
        label: as given.
        text: the characters it held, as given, the first 200 of them.
        adjustment: what was done to it.
        to: start and end in the stored text.
    """

    start: int
    end: int
    label: str
    text: str
    adjustment: Adjustment
    to: tuple[int, int]


class Placed(NamedTuple):
    """What became of spans that came with a text.

    Attributes:
        spans: those to take over, in stored code points with ids of labels, in text order.
        given: place in what was given of each of these.
        refused: the others.
        adjusted: those of the first that have other limits now.
    """

    spans: list[RawSpan]
    given: list[int]
    refused: list[Refused]
    adjusted: list[Adjusted]


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
    spans: Sequence[RawSpan],
    raw: str,
    text: CleanText,
    grid: TokenGrid,
    names: Mapping[str, str | None],
    *,
    snap: bool = False,
) -> Placed:
    """Sort spans that came with a text into those that fit the stored text and those that do not.

    Of overlapping spans the longest stays, of equally long ones the first; one that had to be widened gives way to all
    others. Spans that say the same are one.

    Args:
        spans: as given, in code points of ``raw``.
        raw: the text as it came.
        text: what became of it.
        grid: the tokens of the stored text.
        names: ids of labels, by folded name; None for a label whose spans are to stay out.
        snap: widen spans that begin or end within a token to whole tokens.
    """
    fitting: list[_Fitting] = []
    refused: list[Refused] = []
    for which, given in enumerate(spans):
        fitted = _fit(which, given, raw, text, grid, names, snap=snap)
        if isinstance(fitted, Obstacle):
            refused.append(_refuse(given, raw, fitted))
        else:
            fitting.append(fitted)
    fitting.sort(key=lambda each: each.span[0])
    if any(before.span[1] > after.span[0] for before, after in pairwise(fitting)):
        fitting, others = _longest(fitting)
        refused += [_refuse(spans[each.which], raw, obstacle) for each, obstacle in others]
    return Placed(
        [each.span for each in fitting],
        [each.which for each in fitting],
        refused,
        [_adjust(each, spans[each.which], raw) for each in fitting if each.adjustment is not None],
    )


class _Fitting(NamedTuple):
    """A span that fits by itself: where it lies, which of the given it is, and what was done to it."""

    span: RawSpan
    which: int
    adjustment: Adjustment | None


def _fit(
    which: int,
    given: RawSpan,
    raw: str,
    text: CleanText,
    grid: TokenGrid,
    names: Mapping[str, str | None],
    *,
    snap: bool,
) -> _Fitting | Obstacle:
    start, end, name = given
    if not 0 <= start <= end <= len(raw):
        return Obstacle.OUT_OF_RANGE
    label = names.get(name if name in names else fold_name(name), _UNKNOWN)
    if not label:
        return Obstacle.NOT_WANTED if label is None else Obstacle.UNKNOWN_LABEL
    shown = raw[start:end]
    adjustment = None
    if not shown.strip(_BLANK):
        return Obstacle.EMPTY
    if shown[0] in _BLANK or shown[-1] in _BLANK:
        start, end = start + len(shown) - len(shown.lstrip(_BLANK)), start + len(shown.rstrip(_BLANK))
        adjustment = Adjustment.TRIMMED
    if text.original is not None:
        there = text.offsets.to_stored(start, end)
        if not snap and text.offsets.to_original(*there) != (start, end):
            return Obstacle.CUTS_A_CHARACTER
        if text.offsets.to_original(*there) != (start, end):
            adjustment = Adjustment.SNAPPED
        start, end = there
    if not grid.holds(start, end):
        touched = grid.touching(start, end)
        if not snap or not touched:
            return Obstacle.OFF_THE_GRID
        start, end = grid.starts[touched[0]], grid.ends[touched[-1]]
        adjustment = Adjustment.SNAPPED
    return _Fitting((start, end, label), which, adjustment)


_UNKNOWN = ""
"""No label has this id."""


def _longest(fitting: Sequence[_Fitting]) -> tuple[list[_Fitting], list[tuple[_Fitting, Obstacle]]]:
    """Keep the longest of spans that overlap; return those kept, in text order, and the others with the reason."""
    kept: list[_Fitting] = []
    others = []
    for each in sorted(fitting, key=_claim):
        start, end, _ = each.span
        index = bisect_left(kept, start, key=lambda other: other.span[0])
        if index < len(kept) and kept[index].span == each.span:
            others.append((each, Obstacle.REPEATED))
        elif (index and kept[index - 1].span[1] > start) or (index < len(kept) and kept[index].span[0] < end):
            others.append((each, Obstacle.OVERLAP))
        else:
            kept.insert(index, each)
    return kept, others


def _claim(fitting: _Fitting) -> tuple[bool, int]:
    start, end, _ = fitting.span
    return fitting.adjustment is Adjustment.SNAPPED, start - end


def _refuse(given: RawSpan, raw: str, obstacle: Obstacle) -> Refused:
    start, end, label = given
    return Refused(start, end, label, _shown(given, raw), obstacle)


def _adjust(fitting: _Fitting, given: RawSpan, raw: str) -> Adjusted:
    start, end, label = given
    adjustment = fitting.adjustment or Adjustment.TRIMMED
    return Adjusted(start, end, label, _shown(given, raw), adjustment, fitting.span[:2])


def _shown(given: RawSpan, raw: str) -> str:
    start, end, _ = given
    return raw[start : min(end, start + _SHOWN)] if 0 <= start <= end else ""
