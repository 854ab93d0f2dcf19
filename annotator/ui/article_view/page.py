"""Where things are in the viewport: from points on the screen to code points of the article and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from annotator.core.annotation import Mark
from annotator.ui.article_view.chips import Chip, Piece
from annotator.ui.article_view.layout import ArticleLayout, x_of
from annotator.ui.offsets import TextMap

_SLACK = 4
"""Pixels a pointer may be off the text or a chip and still mean it."""


_REACH_INSIDE, _REACH_OUTSIDE = 5, 2
"""Pixels a pointer may be from the edge of a chip and still take hold of it; what is beside the chip is text."""


class Edge(NamedTuple):
    """The start or the end of a mark, where a pointer can take hold of it.

    Attributes:
        mark: the mark.
        at_start: whether it is its start.
        x: where the edge of the chip is in the viewport.
        top: of that part of the chip.
        bottom: of that part of the chip.
        tag: pixels between the edge and the text of the mark.
    """

    mark: Mark
    at_start: bool
    x: float
    top: float
    bottom: float
    tag: float

    def carried(self, position: QPointF) -> QPointF:
        """Return the point of the text that is meant by dragging the edge to ``position``.

        Into the mark, the edge of the text goes as far as the pointer went: the tag between them does not count.
        """
        inward = self.inside(position)
        if self.top <= position.y() <= self.bottom and inward > 0:
            return position + QPointF(self.tag if self.at_start else -self.tag, 0)
        return position

    def inside(self, position: QPointF) -> float:
        """Return how many pixels inside the chip a point is; outside, less than none."""
        return position.x() - self.x if self.at_start else self.x - position.x()


class Page:
    """The part of the article that is in view.

    Args:
        view: the widget it is in.
        layout: the layout of the widget's document.

    Attributes:
        text_map: of the article that the widget shows.
    """

    def __init__(self, view: QPlainTextEdit, layout: ArticleLayout) -> None:
        self._view = view
        self._layout = layout
        self.text_map = TextMap("")

    # Blocks

    def blocks(self) -> Iterator[tuple[QTextBlock, float]]:
        """Yield the blocks in view, each with its top in the viewport."""
        block, top = self._view.firstVisibleBlock(), self._view.contentOffset().y()
        bottom = self._view.viewport().height()
        while block.isValid() and top < bottom:
            height = self.height(block)
            yield block, top
            top += height
            block = block.next()

    def height(self, block: QTextBlock) -> float:
        """Return the height of a block, laying it out if need be."""
        return self._layout.blockBoundingRect(block).height()

    def pieces(self, block: QTextBlock, part: tuple[int, int] | None) -> tuple[Piece, ...]:
        """Return where the code points ``part`` lie in the block, one piece a line, in the block's coordinates."""
        if part is None:
            return ()
        first, last = self.text_map.piece(block.blockNumber())
        return self._layout.pieces(block, *part) if part[0] < last and part[1] > first else ()

    # From the screen to the article

    def point_at(self, position: QPointF, *, on_character: bool = False) -> int:
        """Return the gap between code points nearest to a point of the viewport, or the code point it lies on."""
        block, line = self._line_under(position)
        edge = QTextLine.CursorPosition
        how = edge.CursorOnCharacter if on_character else edge.CursorBetweenCharacters
        return self.text_map.point(block.blockNumber(), line.xToCursor(position.x(), how))

    def is_on_text(self, position: QPointF) -> bool:
        """Tell whether a point of the viewport lies on a line of text, not left or right of it."""
        return self.beside_text(position) == 0

    def beside_text(self, position: QPointF) -> int:
        """Tell whether a point of the viewport lies left of its line of text (-1), on it (0) or right of it (1)."""
        text = self._line_under(position)[1].naturalTextRect()
        return (position.x() > text.right() + _SLACK) - (position.x() < text.left() - _SLACK)

    def is_within(self, part: tuple[int, int] | None, position: QPointF) -> bool:
        """Tell whether a point of the viewport lies on the code points ``part``."""
        block, top = self._block_under(position)
        return any(piece.rect.translated(0, top).contains(position) for piece in self.pieces(block, part))

    def edge_at(self, position: QPointF) -> Edge | None:
        """Return the start or end of a mark that a pointer at a point of the viewport would take hold of."""
        found = [edge for edge in self._edges(position) if -_REACH_OUTSIDE <= edge.inside(position) <= _REACH_INSIDE]
        return min(found, key=lambda edge: abs(edge.x - position.x()), default=None)

    def _edges(self, position: QPointF) -> Iterator[Edge]:
        """Yield the edges at the height of a point; where text runs both ways, left is not always the start."""
        block, top = self._block_under(position)
        if self.text_map.runs_both_ways(block.blockNumber()):
            return
        for chip in self._layout.chips(block):
            for piece in chip.pieces:
                rect = piece.rect.translated(0, top)
                if rect.top() <= position.y() <= rect.bottom():
                    tag = self._layout.tag_room(chip)
                    if piece.begins:
                        before = tag if chip.tag_first else 0.0
                        yield Edge(chip.mark, True, rect.left(), rect.top(), rect.bottom(), before)
                    if piece.ends:
                        after = 0.0 if chip.tag_first else tag
                        yield Edge(chip.mark, False, rect.right(), rect.top(), rect.bottom(), after)

    def mark_at(self, position: QPoint) -> Mark | None:
        """Return the mark under a point of the viewport."""
        for block, top in self.blocks():
            if top <= position.y() < top + self.height(block):
                place = QPointF(position) - QPointF(0, top)
                for chip in self._layout.chips(block):
                    if any(piece.rect.adjusted(0, -_SLACK, 0, _SLACK).contains(place) for piece in chip.pieces):
                        return chip.mark
        return None

    def _line_under(self, position: QPointF) -> tuple[QTextBlock, QTextLine]:
        block, top = self._block_under(position)
        line = self._layout.line_at(block, position.y() - top)
        return block, block.layout().lineAt(line)

    def _block_under(self, position: QPointF) -> tuple[QTextBlock, float]:
        block, top = self._view.firstVisibleBlock(), self._view.contentOffset().y()
        for block, top in self.blocks():
            if position.y() < top + self.height(block):
                break
        return block, top

    # From the article to the screen

    def position(self, point: int) -> int:
        """Return the position in the widget's document of a code point."""
        number, unit = self.text_map.locate(point)
        return self._view.document().findBlockByNumber(number).position() + unit

    def marks(self) -> list[Mark]:
        """Return the marks of which a part is in view, in text order."""
        bottom = self._view.viewport().height()
        return [
            chip.mark
            for block, top in self.blocks()
            for chip in self._layout.chips(block)
            if any(piece.rect.bottom() + top > 0 and piece.rect.top() + top < bottom for piece in chip.pieces)
        ]

    def mark_rect(self, mark: Mark) -> QRect | None:
        """Return where the mark lies in the viewport, tag included, or None if no part of it is in view."""
        whole = QRectF()
        for block, top in self.blocks():
            for chip in self._layout.chips(block):
                if chip.mark.key == mark.key:
                    for piece in chip.pieces:
                        whole = whole.united(piece.rect.translated(0, top))
        place = whole.toAlignedRect()
        return place if place.intersects(self._view.viewport().rect()) else None

    def text_rect(self, start: int, end: int) -> QRect | None:
        """Return where the code points ``start`` to ``end`` lie in the viewport, or None if none is in view."""
        whole = QRectF()
        for block, top in self.blocks():
            for piece in self.pieces(block, (start, end)):
                whole = whole.united(piece.rect.translated(0, top))
        place = whole.toAlignedRect()
        return place if place.intersects(self._view.viewport().rect()) else None

    def repaint(self, start: int, end: int) -> None:
        """Have what is in view of the code points ``start`` to ``end`` painted again."""
        for block, top in self.blocks():
            for piece in self.pieces(block, (start, end)):
                self.repaint_rect(piece.rect.translated(0, top))

    def repaint_rect(self, rect: QRectF) -> None:
        """Have a part of the viewport painted again, with the border around it."""
        self._view.viewport().update(rect.toAlignedRect().adjusted(-8, -6, 8, 6))

    def repaint_changes(self, before: list[Chip], now: list[Chip], *, top: float, moved: bool) -> None:
        """Have what differs between the chips of one block painted again.

        Args:
            before: the chips it had.
            now: the chips it has.
            top: of the block in the viewport.
            moved: whether the blocks after it lie elsewhere now.
        """
        old, new = ({chip.mark.key: chip for chip in chips} for chips in (before, now))
        changed = [chip.pieces for chip in before if new.get(chip.mark.key) != chip]
        changed += [chip.pieces for chip in now if old.get(chip.mark.key) != chip]
        changed = [pieces for pieces in changed if pieces]
        if not changed:  # an empty line that a mark runs over shows nothing of it
            return
        pitch = self._layout.pitch  # a word may have gone up to the line before, or down to the next
        first = min(pieces[0].rect.top() for pieces in changed) - pitch + top
        last = max(pieces[-1].rect.bottom() for pieces in changed) + pitch + top
        bottom = self._view.viewport().height() if moved else last
        self.repaint_rect(QRectF(0, first, self._view.viewport().width(), bottom - first))

    def show(self, start: int, end: int) -> None:
        """Scroll so that ``start`` to ``end`` are in view; where they were not, at a third of the height."""
        number, unit = self.text_map.locate(start)
        height = self._view.viewport().height()
        margin = self._layout.pitch / 2
        for block, top in self.blocks():
            pieces = self.pieces(block, (start, end)) if block.blockNumber() == number else ()
            if pieces and top + pieces[0].rect.top() >= margin and top + pieces[-1].rect.bottom() <= height - margin:
                return
        block = self._view.document().findBlockByNumber(number)
        above = float(self._layout.line_of(block, unit) * self._layout.pitch)
        while above < height / 3 and block.previous().isValid():
            block = block.previous()
            above += self.height(block)
        line = self._layout.line_at(block, above - height / 3) if above > height / 3 else 0
        self._view.verticalScrollBar().setValue(block.firstLineNumber() + line)

    def top_point(self) -> int:
        """Return the code point that the first line in view begins with."""
        return self.point_at(QPointF(0, self._layout.pitch / 2))

    def put_on_top(self, point: int) -> None:
        """Scroll so that the line of a code point is the first in view."""
        block, line = self._line_of(point)
        self._view.verticalScrollBar().setValue(block.firstLineNumber() + line)

    def prepare_above(self) -> None:
        """Lay out a page above what is in view.

        Qt scrolls by lines, and takes a block never laid out for one line: scrolling up would skip the others.
        """
        block, height = self._view.firstVisibleBlock().previous(), 0.0
        while block.isValid() and height < self._view.viewport().height():
            height += self.height(block)
            block = block.previous()

    # Lines, for the keyboard

    def lines_in_view(self) -> int:
        """Return how many lines to scroll for a page: all that fit, but two."""
        return max(1, self._view.viewport().height() // self._layout.pitch - 2)

    def x_of(self, point: int) -> float:
        """Return the horizontal place of a code point."""
        block, line = self._line_of(point)
        return x_of(block.layout().lineAt(line), self.text_map.unit_in(block.blockNumber(), point))

    def lines_away(self, point: int, by: int, x: float) -> int:
        """Return the code point at ``x`` on the line ``by`` lines below that of ``point``; blank ones do not count."""
        block, line = self._line_of(point)
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            line += step
            while not 0 <= line < len(self._layout.line_starts(block)) or self.text_map.is_blank(block.blockNumber()):
                block = block.next() if step > 0 else block.previous()
                if not block.isValid():
                    return 0 if step < 0 else len(self.text_map.text)
                line = 0 if step > 0 else len(self._layout.line_starts(block)) - 1
        number, shown = block.blockNumber(), block.layout().lineAt(line)
        at = shown.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        last = shown.textStart() + shown.textLength() - 1  # the gap after it belongs to the next line
        return self.text_map.point(number, min(at, last))

    def line_ends(self, point: int) -> tuple[int, int]:
        """Return where the line of a code point begins and ends."""
        block, line = self._line_of(point)
        number, starts = block.blockNumber(), self._layout.line_starts(block)
        stop = self.text_map.piece(number)[1]
        end = self.text_map.point(number, starts[line + 1]) if line + 1 < len(starts) else stop
        return self.text_map.point(number, starts[line]), end

    def _line_of(self, point: int) -> tuple[QTextBlock, int]:
        number, unit = self.text_map.locate(point)
        block = self._view.document().findBlockByNumber(number)
        return block, self._layout.line_of(block, unit)
