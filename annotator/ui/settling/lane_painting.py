"""Painting what each annotator has in the line: brackets above the text for some, below it for the others.

A bracket says how far a span goes, the tag beside it whose it is and which label. What all agree on is quiet, with an
equals sign; what is settled is a filled chip with a tick; the place to be settled now has a frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.ui.article_view.chips import PADDING
from annotator.ui.language import translate
from annotator.ui.settling.places import Standing, lanes_above, letter_of
from annotator.ui.theme import chip_colours, mix

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QFont, QTextBlock

    from annotator.core.labels import Label
    from annotator.ui.article_view.chips import Piece
    from annotator.ui.article_view.page import Page
    from annotator.ui.settling.places import Place
    from annotator.ui.theme import Theme

_LINE = 2
"""Pixels across the line of a bracket."""

_FOOT = 5
"""Pixels the ends of a bracket reach towards the text."""

_BESIDE_TAG = 5
"""Pixels between the letter of an annotator and the name of the label, and between two tags."""

_NEUTRAL = "#9aa0a8"


class _Tag(NamedTuple):
    """What is written beside a bracket; the letter is empty where it is nobody's alone."""

    x: float
    letter: str
    words: str
    colour: QColor
    struck: bool = False


class LanePainting:
    """Paints the places of one article; the text between them is painted by whoever paints articles.

    Attributes:
        theme: the colours.
        labels: names and colours, by the id of the label.
        lanes: how many annotators there are.
        places: in text order.
        current: which of the places is to be settled now.
    """

    def __init__(self, page: Page, theme: Theme) -> None:
        self._page = page
        self.theme = theme
        self.labels: Mapping[str, Label] = {}
        self.lanes = 2
        self.places: tuple[Place, ...] = ()
        self.current: int | None = None
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
            if place.standing is not Standing.OPEN:
                for start, end, label in place.final:
                    colours = chip_colours(self._colour(label), self.theme)
                    settled = place.standing is Standing.SETTLED
                    painter.setBrush(QColor(colours.fill if settled else colours.faint))
                    for piece in self._page.pieces(block, (start, end)):
                        outlined = settled and self.theme.outlined
                        painter.setPen(QPen(QColor(colours.edge), 1) if outlined else Qt.PenStyle.NoPen)
                        painter.drawRoundedRect(piece.rect, 4, 4)
                        painter.setPen(QPen(QColor(colours.edge), 2 if settled else 1))
                        painter.drawLine(
                            piece.rect.bottomLeft() + QPointF(2, 0), piece.rect.bottomRight() - QPointF(2, 0)
                        )

    def _paint_frame(self, painter: QPainter, block: QTextBlock, place: Place) -> None:
        accent = QColor(self.theme.accent)
        wash = QColor(mix(self.theme.accent, self.theme.paper, 0.16))
        for piece in self._page.pieces(block, (place.start, place.end)):
            painter.setPen(QPen(accent, 2))
            painter.setBrush(wash)
            painter.drawRoundedRect(piece.rect.adjusted(-2, 3, 2, -3), 3, 3)

    # Above and below the text

    def paint_over(self, painter: QPainter, block: QTextBlock) -> None:
        """Paint brackets and tags above and below the text of a block."""
        painter.setFont(self._font)
        rows: dict[tuple[float, int], list[_Tag]] = {}
        for number, place in self._in(block):
            if place.standing is Standing.OPEN:
                self._paint_versions(painter, block, place, rows, current=number == self.current)
            else:
                self._tag_final(block, place, rows)
        for (y, _), tags in rows.items():
            self._paint_tags(painter, y, sorted(tags, key=lambda tag: tag.x))

    def _paint_versions(
        self,
        painter: QPainter,
        block: QTextBlock,
        place: Place,
        rows: dict[tuple[float, int], list[_Tag]],
        *,
        current: bool,
    ) -> None:
        for version in place.versions:
            if version.label is None and not current:
                continue
            colours = chip_colours(self._colour(version.label), self.theme)
            pen = QPen(QColor(colours.edge if version.label is not None else self.theme.muted), _LINE)
            if version.label is None:
                pen = QPen(QColor(self.theme.muted), 1, Qt.PenStyle.DashLine)
            pieces = self._page.pieces(block, (version.start, version.end))
            for piece in pieces:
                y, above = self._height(piece, version.lane)
                painter.setPen(pen)
                _bracket(painter, piece, y, above=above)
                if piece is pieces[0] and piece.begins:
                    top = y - self._tag_height if above else y + _LINE
                    words = self._name(version.label)
                    tag = _Tag(piece.rect.left(), letter_of(version.lane, self.lanes), words, QColor(colours.tag))
                    if version.label is None:
                        tag = tag._replace(colour=QColor(self.theme.muted))
                    rows.setdefault((top, version.lane), []).append(tag)

    def _tag_final(self, block: QTextBlock, place: Place, rows: dict[tuple[float, int], list[_Tag]]) -> None:
        sign = "✓" if place.standing is Standing.SETTLED else "="
        for start, end, label in place.final:
            pieces = self._page.pieces(block, (start, end))
            if pieces and pieces[0].begins:
                colour = QColor(chip_colours(self._colour(label), self.theme).tag)
                words = f"{sign} {self._name(label)}"
                self._add_below(pieces[0], _Tag(pieces[0].rect.left() + 2, "", words, colour), rows)
        if not place.final:
            pieces = self._page.pieces(block, (place.start, place.end))
            if pieces and pieces[0].begins:
                words = f"{sign} {self._name(None)}"
                self._add_below(pieces[0], _Tag(pieces[0].rect.left() + 2, "", words, QColor(self.theme.muted)), rows)

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
                x = self._paint_letter(painter, x, top, tag.letter, filled=tag.words != self._name(None))
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
