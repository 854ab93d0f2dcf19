"""How a mark looks: the chip around its text and the tag with its label's name inside the chip.

What kind of mark it is shows without colour: a suggestion has a dashed border, hardly any fill and a question mark,
or more of them, and shorter dashes, the less it deserves to be believed; an accepted suggestion has a tick; a span
drawn by hand is underlined; an imported one is plain. A span that another annotator contradicts has an unequal sign
and a border. The focused mark has a ring.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.core.annotation import Mark, Origin
from annotator.core.labels import Label
from annotator.core.suggestions import Tier
from annotator.ui.theme import LIGHT, Theme, chip_colours

BEFORE = 4
"""Pixels a line makes room for before a chip, its padding included."""

PADDING = 3
"""Pixels between the edge of a chip and its text, on either side."""

OUTSIDE = 2
"""Pixels kept free after a chip, so that a comma does not touch it."""

_BEFORE_TAG = 5
_AFTER_TAG = 5
_UNKNOWN_COLOUR = "#9aa0a8"


class Kind(Enum):
    """What a mark is, as far as it looks different."""

    DRAWN = "drawn"
    ACCEPTED = "accepted"
    IMPORTED = "imported"
    SURE = "suggested, sure"
    LIKELY = "suggested, likely"
    UNSURE = "suggested, unsure"


_OF_TIER = {Tier.SURE: Kind.SURE, Tier.LIKELY: Kind.LIKELY, Tier.UNSURE: Kind.UNSURE}
_OF_ORIGIN = {Origin.DRAWN: Kind.DRAWN, Origin.SUGGESTED: Kind.ACCEPTED, Origin.IMPORTED: Kind.IMPORTED}
_DOUBT = {Kind.SURE: " ?", Kind.LIKELY: " ??", Kind.UNSURE: " ???"}
_DASHES = {Kind.SURE: [6.0, 2.0], Kind.LIKELY: [3.0, 2.5], Kind.UNSURE: [1.5, 2.5]}


def kind_of(mark: Mark) -> Kind:
    """Return what the mark is."""
    if mark.span is not None:
        return _OF_ORIGIN[mark.span.origin]
    return _OF_TIER[mark.suggestion.tier] if mark.suggestion is not None else Kind.SURE


class Piece(NamedTuple):
    """The part of a chip that lies on one line.

    Attributes:
        rect: in the coordinates of its block.
        baseline: of the text on that line.
        begins: the mark begins here, so the left end is closed.
        ends: the mark ends here, so the right end is closed and holds the tag.
    """

    rect: QRectF
    baseline: float
    begins: bool
    ends: bool


class Chip(NamedTuple):
    """A mark as it lies in one block.

    Attributes:
        mark: the mark.
        kind: what it is.
        pieces: one a line, in the coordinates of the block.
        tag_first: the tag stands before the text, not after it.
        contested: another annotator decided otherwise.
    """

    mark: Mark
    kind: Kind
    pieces: tuple[Piece, ...]
    tag_first: bool
    contested: bool = False


class _Look(NamedTuple):
    tag: str
    width: float
    fill: QColor
    edge: QColor
    tag_colour: QColor


class ChipStyle:
    """Fonts, colours and words of all chips; measures tags and paints chips."""

    def __init__(self) -> None:
        self._theme = LIGHT
        self._labels: dict[str, Label] = {}
        self._language = "fr"
        self._font = QFont()
        self._metrics = QFontMetricsF(self._font)
        self._looks: dict[tuple[str, Kind, bool], _Look] = {}

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of ``theme`` from now on."""
        self._theme = theme
        self._looks.clear()

    def set_labels(self, labels: Sequence[Label], language: str) -> None:
        """Take colours and names from ``labels``; tags are in ``language``, ``"fr"`` or ``"en"``."""
        self._labels = {label.id: label for label in labels}
        self._language = language
        self._looks.clear()

    def set_tag_font(self, font: QFont) -> None:
        """Write tags in ``font``."""
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._looks.clear()

    def name(self, label: str) -> str:
        """Return what people read for a label id; the id itself if no such label is known."""
        known = self._labels.get(label)
        return known.name.in_language(self._language) if known else label

    def room(self, label: str, kind: Kind, *, contested: bool = False) -> float:
        """Return how many pixels the line must leave after the last character of such a mark."""
        return _BEFORE_TAG + self._look(label, kind, contested=contested).width + _AFTER_TAG + OUTSIDE

    def _look(self, label: str, kind: Kind, *, contested: bool) -> _Look:
        look = self._looks.get((label, kind, contested))
        if look is None:
            known = self._labels.get(label)
            colours = chip_colours(known.colour if known else _UNKNOWN_COLOUR, self._theme)
            tag = self.name(label) + _DOUBT.get(kind, "")
            width = float(round(self._metrics.horizontalAdvance(tag)))
            width += self._sign_width() * ((kind is Kind.ACCEPTED) + contested)
            look = _Look(
                tag,
                width,
                QColor(colours.faint if kind in _DASHES else colours.fill),
                QColor(colours.edge),
                QColor(colours.tag),
            )
            self._looks[label, kind, contested] = look
        return look

    def _sign_width(self) -> float:
        size = round(self._metrics.xHeight())
        return size + max(4.0, round(size * 0.5))

    def paint(self, painter: QPainter, chip: Chip, *, focused: bool) -> None:
        """Paint a chip, all but its text; the painter stands at the top left of the block and smooths edges."""
        look = self._look(chip.mark.label, chip.kind, contested=chip.contested)
        for piece in chip.pieces:
            self._paint_piece(painter, piece, look, chip, focused=focused)
        if chip.tag_first and chip.pieces:
            left = chip.pieces[0].rect.left() + _AFTER_TAG
            self._paint_tag(painter, left, chip.pieces[0].baseline, look, chip)
        elif chip.pieces and chip.pieces[-1].ends:
            left = chip.pieces[-1].rect.right() - _AFTER_TAG - look.width
            self._paint_tag(painter, left, chip.pieces[-1].baseline, look, chip)

    def _paint_piece(self, painter: QPainter, piece: Piece, look: _Look, chip: Chip, *, focused: bool) -> None:
        rect, kind = piece.rect, chip.kind
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.fill)
        painter.drawPath(_shape(rect, piece, closed=True))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        border = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        if kind in _DASHES:
            pen = QPen(look.edge, 1)
            pen.setDashPattern(_DASHES[kind])
            painter.setPen(pen)
            painter.drawPath(_shape(border, piece, closed=False))
        elif chip.contested or self._theme.outlined:
            painter.setPen(QPen(look.edge, 1))
            painter.drawPath(_shape(border, piece, closed=False))
        if kind is Kind.DRAWN:
            painter.setPen(QPen(look.edge, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            left = rect.left() + (4 if piece.begins else 1)
            right = rect.right() - (4 if piece.ends else 1)
            painter.drawLine(QPointF(left, rect.bottom() - 1), QPointF(right, rect.bottom() - 1))
        if focused:
            painter.setPen(QPen(QColor(self._theme.ink), 2))
            painter.drawPath(_shape(rect.adjusted(-1, -1, 1, 1), piece, closed=False))

    def _paint_tag(self, painter: QPainter, left: float, baseline: float, look: _Look, chip: Chip) -> None:
        painter.setFont(self._font)
        painter.setPen(look.tag_colour)
        painter.drawText(QPointF(left, baseline), look.tag)
        size = round(self._metrics.xHeight())
        right = left + look.width
        painter.setPen(
            QPen(
                look.tag_colour,
                max(1.4, size * 0.17),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        if chip.contested:
            painter.drawPath(_unequal(right - size * 0.9, baseline, size * 0.9))
            right -= self._sign_width()
        if chip.kind is Kind.ACCEPTED:
            painter.drawPath(_tick(right - size, baseline, size))


def _tick(left: float, baseline: float, size: float) -> QPainterPath:
    tick = QPainterPath(QPointF(left, baseline - size * 0.5))
    tick.lineTo(left + size * 0.4, baseline - 0.5)
    tick.lineTo(left + size, baseline - size * 1.05)
    return tick


def _unequal(left: float, baseline: float, size: float) -> QPainterPath:
    sign = QPainterPath()
    for height in (0.3, 0.75):
        sign.moveTo(left, baseline - size * height)
        sign.lineTo(left + size, baseline - size * height)
    sign.moveTo(left + size * 0.25, baseline)
    sign.lineTo(left + size * 0.75, baseline - size * 1.05)
    return sign


def _shape(rect: QRectF, piece: Piece, *, closed: bool) -> QPainterPath:
    """Return the outline of a piece: round where the mark begins and ends, straight or open where it goes on."""
    radius = min(5.0, rect.height() / 3)
    path = QPainterPath()
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    turn = 2 * radius
    if piece.begins and piece.ends:
        path.addRoundedRect(rect, radius, radius)
    elif piece.begins:
        path.moveTo(right, top)
        path.lineTo(left + radius, top)
        path.arcTo(left, top, turn, turn, 90, 90)
        path.lineTo(left, bottom - radius)
        path.arcTo(left, bottom - turn, turn, turn, 180, 90)
        path.lineTo(right, bottom)
    elif piece.ends:
        path.moveTo(left, top)
        path.lineTo(right - radius, top)
        path.arcTo(right - turn, top, turn, turn, 90, -90)
        path.lineTo(right, bottom - radius)
        path.arcTo(right - turn, bottom - turn, turn, turn, 0, -90)
        path.lineTo(left, bottom)
    elif closed:
        path.addRect(rect)
    else:
        path.moveTo(left, top)
        path.lineTo(right, top)
        path.moveTo(left, bottom)
        path.lineTo(right, bottom)
    return path
