"""Painting what each annotator has in the line: brackets above the text for some, below it for the others.

A bracket says how far a span goes, the tag beside it whose it is and which label. What all agree on is quiet, with an
equals sign; what is settled is a filled chip with a tick; the place to be settled now has a frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.core.settling import State
from annotator.ui.article_view.chips import PADDING
from annotator.ui.language import translate
from annotator.ui.settling.places import is_open, lanes_above, letter_of, standing
from annotator.ui.theme import chip_colours, mix

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QFont, QTextBlock

    from annotator.core.labels import Label
    from annotator.core.settling import Place
    from annotator.ui.article_view.chips import Piece
    from annotator.ui.article_view.page import Page
    from annotator.ui.theme import Theme

_LINE = 2
"""Pixels across the line of a bracket."""

_FOOT = 5
"""Pixels the ends of a bracket reach towards the text."""

_BESIDE_TAG = 5
"""Pixels between the letter of an annotator and the name of the label, and between two tags."""

_NEUTRAL = "#9aa0a8"


class _Tag(NamedTuple):
    """What is written beside a bracket; the letter, in a filled box or not, is empty where it is nobody's alone."""

    x: float
    letter: str
    words: str
    colour: QColor
    filled: bool = False


class LanePainting:
    """Paints the places of one article; the text between them is painted by whoever paints articles.

    Attributes:
        theme: the colours.
        labels: names and colours, by the id of the label.
        lanes: how many annotators there are.
        places: in text order.
        current: which of the places is to be settled now.
        drawing: whether another version is being drawn, for which the words selected are to stand out.
    """

    def __init__(self, page: Page, theme: Theme) -> None:
        self._page = page
        self.theme = theme
        self.labels: Mapping[str, Label] = {}
        self.lanes = 2
        self.places: tuple[Place, ...] = ()
        self.current: int | None = None
        self.drawing = False
        self._spoken = "fr"

    def set_font(self, font: QFont) -> None:
        """Write tags in ``font``."""
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._tag_height = round(self._metrics.height())

    def set_labels(self, labels: Mapping[str, Label], spoken: str) -> None:
        """Take names, in ``"fr"`` or ``"en"``, and colours from labels."""
        self.labels, self._spoken = labels, spoken

    def room(self) -> int:
        """Return how many pixels the tags and brackets take above a line of text; below it they take as many."""
        return lanes_above(self.lanes) * (self._tag_height + _LINE) + 3

    # Behind the text

    def paint_behind(self, painter: QPainter, block: QTextBlock) -> None:
        """Paint what lies behind the text of a block."""
        for number, place in self._in(block):
            if number == self.current:
                self._paint_frame(painter, block, place)
            settled = place.state is State.SETTLED
            for span in () if is_open(place) else standing(place):
                colours = chip_colours(self._colour(span.label), self.theme)
                for piece in self._page.pieces(block, (span.start, span.end)):
                    outlined = settled and self.theme.outlined
                    painter.setBrush(QColor(colours.fill if settled else colours.faint))
                    painter.setPen(QPen(QColor(colours.edge), 1) if outlined else Qt.PenStyle.NoPen)
                    painter.drawRoundedRect(piece.rect, 4, 4)
                    painter.setPen(QPen(QColor(colours.edge), 2 if settled else 1))
                    left, right = piece.rect.bottomLeft(), piece.rect.bottomRight()
                    painter.drawLine(left + QPointF(2, 0), right - QPointF(2, 0))

    def _paint_frame(self, painter: QPainter, block: QTextBlock, place: Place) -> None:
        accent = QColor(self.theme.accent)
        wash = QColor(mix(self.theme.accent, self.theme.paper, 0.16))
        for piece in self._page.pieces(block, (place.start, place.end)):
            painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine) if self.drawing else QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush if self.drawing else wash)
            painter.drawRoundedRect(piece.rect.adjusted(0, 3, 0, -3), 3, 3)

    # Above and below the text

    def paint_over(self, painter: QPainter, block: QTextBlock) -> None:
        """Paint brackets and tags above and below the text of a block."""
        painter.setFont(self._font)
        rows: dict[tuple[float, int], list[_Tag]] = {}
        for number, place in self._in(block):
            if not is_open(place):
                self._tag_standing(block, place, rows)
                continue
            for lane, side in enumerate(place.sides):
                for span in side.spans:
                    self._paint_bracket(painter, block, lane, span[1:4], rows)
                if not side.spans and number == self.current:
                    self._paint_bracket(painter, block, lane, (place.start, place.end, None), rows)
        for (y, _), tags in rows.items():
            self._paint_tags(painter, y, sorted(tags, key=lambda tag: tag.x))

    def _paint_bracket(
        self,
        painter: QPainter,
        block: QTextBlock,
        lane: int,
        extent: tuple[int, int, str | None],
        rows: dict[tuple[float, int], list[_Tag]],
    ) -> None:
        """Paint the bracket of a span, or where there is none of nothing, and put its tag into the rows."""
        start, end, label = extent
        colours = chip_colours(self._colour(label), self.theme)
        pen = QPen(QColor(colours.edge), _LINE)
        if label is None:
            pen = QPen(QColor(self.theme.muted), 1, Qt.PenStyle.DashLine)
        for piece in self._page.pieces(block, (start, end)):
            y, above = self._height(piece, lane)
            painter.setPen(pen)
            _bracket(painter, piece, y, above=above)
            if piece.begins:
                top = y - self._tag_height if above else y + _LINE
                colour = QColor(colours.tag if label is not None else self.theme.muted)
                tag = _Tag(piece.rect.left(), letter_of(lane, self.lanes), self._name(label), colour, label is not None)
                rows.setdefault((top, lane), []).append(tag)

    def _tag_standing(self, block: QTextBlock, place: Place, rows: dict[tuple[float, int], list[_Tag]]) -> None:
        sign = "✓" if place.state is State.SETTLED else "="
        found: list[tuple[int, int, str | None]] = [span[1:4] for span in standing(place)]
        for start, end, label in found or [(place.start, place.end, None)]:
            for piece in self._page.pieces(block, (start, end)):
                if piece.begins:
                    colours = chip_colours(self._colour(label), self.theme)
                    colour = QColor(colours.tag if label is not None else self.theme.muted)
                    words = f"{sign} {self._name(label)}"
                    self._add_below(piece, _Tag(piece.rect.left() + 2, "", words, colour), rows)

    def _add_below(self, piece: Piece, tag: _Tag, rows: dict[tuple[float, int], list[_Tag]]) -> None:
        y, _ = self._height(piece, lanes_above(self.lanes))
        rows.setdefault((y + _LINE, lanes_above(self.lanes)), []).append(tag)

    def _height(self, piece: Piece, lane: int) -> tuple[float, bool]:
        """Return the height of the line of a bracket in the block, and whether it is above the text."""
        above = lanes_above(self.lanes)
        if lane < above:
            return piece.rect.top() - (above - 1 - lane) * (self._tag_height + _LINE), True
        return piece.rect.bottom() + (lane - above) * (self._tag_height + _LINE), False

    def _paint_tags(self, painter: QPainter, top: float, tags: list[_Tag]) -> None:
        """Write the tags of one row, each as far as the next one lets it."""
        right = float(painter.viewport().width()) - 4
        for at, tag in enumerate(tags):
            stop = tags[at + 1].x - _BESIDE_TAG if at + 1 < len(tags) else right
            x = tag.x
            if tag.letter:
                x = self._paint_letter(painter, x, top, tag.letter, filled=tag.filled)
            words = self._metrics.elidedText(tag.words, Qt.TextElideMode.ElideRight, max(0.0, stop - x))
            painter.setPen(tag.colour)
            painter.drawText(QPointF(x, top + self._metrics.ascent()), words)

    def _paint_letter(self, painter: QPainter, x: float, top: float, letter: str, *, filled: bool) -> float:
        """Paint the letter of an annotator in a box, and return where what follows it begins."""
        width = max(self._metrics.horizontalAdvance(letter) + 6, self._tag_height - 2.0)
        box = QRectF(x, top + 1, width, self._tag_height - 2)
        ink = QColor(self.theme.ink)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(self.theme.paper) if filled else ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        return x + width + _BESIDE_TAG

    # What there is

    def _in(self, block: QTextBlock) -> Iterable[tuple[int, Place]]:
        first, last = self._page.text_map.piece(block.blockNumber())
        return ((number, place) for number, place in enumerate(self.places) if place.start < last and place.end > first)

    def _colour(self, label: str | None) -> str:
        known = self.labels.get(label) if label is not None else None
        return known.colour if known else _NEUTRAL

    def _name(self, label: str | None) -> str:
        if label is None:
            return translate("settling", "rien")
        known = self.labels.get(label)
        return known.name.in_language(self._spoken) if known else label


def _bracket(painter: QPainter, piece: Piece, y: float, *, above: bool) -> None:
    """Draw the line of a bracket with a foot where the span begins and ends on this line of text."""
    foot = _FOOT if above else -_FOOT
    left, right = piece.rect.left() + PADDING - 1, piece.rect.right() - PADDING + 1
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if piece.begins:
        painter.drawLine(QPointF(left, y), QPointF(left, y + foot))
    if piece.ends:
        painter.drawLine(QPointF(right, y), QPointF(right, y + foot))
