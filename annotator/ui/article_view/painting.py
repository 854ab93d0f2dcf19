"""Painting what is in view: chips, text, selection, the preview of a moved edge, and the token cursor."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from annotator.ui.article_view.attention import Attention
from annotator.ui.article_view.chips import PADDING, ChipStyle
from annotator.ui.article_view.layout import ArticleLayout
from annotator.ui.article_view.page import Page
from annotator.ui.theme import Theme

_WASH = 56
"""Opacity of what is laid over a selection, of 255."""

_AROUND = 4
"""Pixels a ring or a border may reach beyond the block it belongs to."""


class Painting:
    """Paints the blocks in view, text in the theme's own ink.

    Args:
        page: where they are.
        layout: what lies in them.
        chips: how marks look.
        attention: what is focused, selected or previewed.
        theme: the colours.

    Attributes:
        theme: the colours.
    """

    def __init__(
        self, page: Page, layout: ArticleLayout, chips: ChipStyle, attention: Attention, *, theme: Theme
    ) -> None:
        self._page = page
        self._layout = layout
        self._chips = chips
        self._attention = attention
        self.theme = theme

    def paint(self, painter: QPainter, dirty: QRect, *, cursor: bool) -> None:
        """Paint what lies in ``dirty``, with the token cursor or without."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(dirty)
        for block, top in self._page.blocks():
            if top >= dirty.bottom() + _AROUND:
                break
            if top + self._page.height(block) > dirty.top() - _AROUND:
                painter.translate(0, top)
                area = QRectF(dirty).translated(0, -top).adjusted(0, -_AROUND, 0, _AROUND)
                self._paint_block(painter, block, area, cursor=cursor)
                painter.translate(0, -top)

    def _paint_block(self, painter: QPainter, block: QTextBlock, area: QRectF, *, cursor: bool) -> None:
        attention = self._attention
        focused = attention.focused
        for chip in self._layout.chips(block):
            if any(piece.rect.intersects(area) for piece in chip.pieces):
                in_focus = focused is not None and chip.mark.key == focused.key
                self._chips.paint(painter, chip, focused=in_focus)
        accent = QColor(self.theme.accent)
        wash = QColor(accent)
        wash.setAlpha(_WASH)
        for piece in self._page.pieces(block, attention.selection):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash)
            painter.drawRoundedRect(piece.rect, 3, 3)
            painter.setPen(QPen(accent, 2))
            painter.drawLine(piece.rect.bottomLeft(), piece.rect.bottomRight())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in self._page.pieces(block, attention.preview):
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(piece.rect, 5, 5)
        painter.setPen(QColor(self.theme.ink))
        block.layout().draw(painter, QPointF(0, 0), [], area)
        if cursor and focused is None:
            for piece in self._page.pieces(block, attention.word())[:1]:
                box = piece.rect.adjusted(PADDING - 1, 0, 1 - PADDING, 0)
                painter.setPen(QPen(accent, 2))
                painter.drawPolyline([box.topLeft(), box.bottomLeft(), box.bottomRight()])
