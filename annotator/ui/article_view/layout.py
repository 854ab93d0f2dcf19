"""Layout of the article: a centred column of even lines, with room in the line for the tag of every mark.

Qt lays a block out when it is first asked for its height, so only blocks that come into view are ever laid out. The
text itself is never touched: the room for a tag is letter spacing on the last character of its mark.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from annotator.core.annotation import Mark
from annotator.ui.article_view.attention import MarkKey
from annotator.ui.article_view.chips import BEFORE, OUTSIDE, PADDING, Chip, ChipStyle, Piece, kind_of
from annotator.ui.article_view.reading import ReadingStyle
from annotator.ui.offsets import TextMap

_SAMPLE = "Le président a déclaré mardi que les alliés avaient discuté de la guerre."


@dataclass(slots=True)
class _Laid:
    """What is known of a block that was laid out."""

    generation: int
    marks: Sequence[Mark]
    contested: frozenset[MarkKey]
    gaps: tuple[tuple[int, int, float], ...]
    line_starts: list[int]
    height: float
    chips: list[Chip] | None = None

    def room_at(self, unit: int, stop: int) -> float:
        """Return the pixels of all spacing between two UTF-16 offsets."""
        return sum(pixels for start, length, pixels in self.gaps if start >= unit and start + length <= stop)


class ArticleLayout(QPlainTextDocumentLayout):
    """Lays out the blocks of one document; give it the document, the chips' style, and then texts and marks."""

    def __init__(self, document: QTextDocument, chips: ChipStyle) -> None:
        super().__init__(document)
        self._chip_style = chips
        self._map = TextMap("")
        self._marks: Sequence[Mark] = ()
        self._contested: frozenset[MarkKey] = frozenset()
        self._generation = 0
        self._laid: dict[int, _Laid] = {}
        self._telling = False
        self._viewport_width = 600
        self._column = 600.0
        self._left = 0.0
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.set_style(QFont(), 16, ReadingStyle())

    # What there is to lay out

    def set_article(
        self, text_map: TextMap, marks: Sequence[Mark], contested: frozenset[MarkKey] = frozenset()
    ) -> None:
        """Forget everything laid out; to be called before the document gets the text of ``text_map``."""
        self._map = text_map
        self._marks, self._contested = marks, contested
        self._generation += 1
        self._laid.clear()

    def set_marks(self, marks: Sequence[Mark], contested: frozenset[MarkKey] = frozenset()) -> None:
        """Show other marks; each block is laid out again only if it changed, and not before it is asked for."""
        self._marks, self._contested = marks, contested
        self._generation += 1

    def is_contested(self, mark: Mark) -> bool:
        """Tell whether other annotators contradict a mark."""
        return mark.key in self._contested

    def measure_again(self) -> None:
        """Take note that tags have other words or another font."""
        self._laid.clear()

    def set_style(self, font: QFont, size: int, style: ReadingStyle) -> None:
        """Lay out in ``font``, whose size is ``size`` pixels, from now on."""
        metrics = QFontMetricsF(font)
        self.pitch = round(size * style.line_height)
        rise, fall = round(size * 0.98), round(size * 0.36)
        self._baseline = round((self.pitch + rise - fall) / 2)
        self._rise = rise
        self._chip_height = rise + fall
        self._paragraph_gap = round(self.pitch * 0.5)
        self._full_column = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * style.columns
        self._option.setTabStopDistance(metrics.horizontalAdvance(" ") * 8)
        self.set_viewport_width(self._viewport_width)

    def set_viewport_width(self, width: int) -> None:
        """Centre the column in ``width`` pixels."""
        self._viewport_width = width
        margin = max(12.0, min(40.0, width * 0.06))
        self._column = max(80.0, min(self._full_column, width - 2 * margin))
        self._left = float(round((width - self._column) / 2))
        self._laid.clear()

    # Qt's interface

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the block's rectangle, laying it out if it never was or if its marks take other room now."""
        if not block.isValid():
            return QRectF()
        return QRectF(0, 0, self._viewport_width, self._ensure(block).height)

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Take note of a new text or font; blocks are laid out when asked for."""
        super().documentChanged(start, removed, added)
        self._laid.clear()  # the base class may have laid a block out its own way

    # Laying out

    def _ensure(self, block: QTextBlock) -> _Laid:
        number = block.blockNumber()
        laid = self._laid.get(number)
        if laid is not None and laid.generation == self._generation and block.layout().lineCount():
            return laid
        marks = self.marks_in(*self._map.piece(number))
        contested = self._contested
        if laid is not None and laid.marks == marks and laid.contested == contested and block.layout().lineCount():
            laid.generation = self._generation
            return laid
        gaps = self._gaps(number, marks)
        if laid is not None and laid.gaps == gaps and block.layout().lineCount():
            laid.generation, laid.marks, laid.contested = self._generation, marks, contested
            laid.chips = None
            return laid
        laid = self._lay_out(block, number, marks, gaps)
        self._laid[number] = laid
        if block.lineCount() != len(laid.line_starts):
            block.setLineCount(len(laid.line_starts))
            self._tell_size()
        return laid

    def _tell_size(self) -> None:
        if self._telling:  # the scroll bar, told of the size, asks for the heights of more blocks
            return
        self._telling = True
        try:
            self.documentSizeChanged.emit(QSizeF(self._viewport_width, self.document().lineCount()))
        finally:
            self._telling = False

    def _lay_out(
        self, block: QTextBlock, number: int, marks: Sequence[Mark], gaps: tuple[tuple[int, int, float], ...]
    ) -> _Laid:
        layout = block.layout()
        layout.setFormats([_spacing(start, length, pixels) for start, length, pixels in gaps])
        layout.setTextOption(self._option)
        starts = []
        y = 0.0
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._column)
            line.setPosition(QPointF(self._left, y + self._baseline - line.ascent()))
            starts.append(line.textStart())
            y += self.pitch
        layout.endLayout()
        last = number + 1 >= len(self._map)
        if self._map.is_blank(number) and not last:
            y -= self.pitch - self._paragraph_gap
        elif self._map.closes_paragraph(number) and not last and not self._map.is_blank(number + 1):
            y += self._paragraph_gap
        if last:
            y += self.document().documentMargin()
        return _Laid(self._generation, marks, self._contested, gaps, starts, y)

    def _gaps(self, number: int, marks: Sequence[Mark]) -> tuple[tuple[int, int, float], ...]:
        """Return what must be spaced in a block with ``marks``: UTF-16 offset, length, pixels; not overlapping."""
        text_map = self._map
        first, last = text_map.piece(number)
        gaps: list[tuple[int, int, float]] = []

        def space(start: int, end: int, pixels: float) -> None:
            unit = text_map.unit_in(number, start)
            length = text_map.unit_in(number, end) - unit
            if gaps and gaps[-1][0] + gaps[-1][1] > unit:
                unit, length, before = gaps.pop()
                pixels += before
            gaps.append((unit, length, pixels))

        for mark in marks:
            room = self._room(mark) if mark.end <= last else 0.0
            tag_first = self._tag_first(mark, first, last)
            if mark.start > first:
                before = text_map.last_cluster(first, mark.start)
                space(before, mark.start, BEFORE + room if tag_first else BEFORE)
            if mark.end > last or tag_first:
                continue
            begin = max(mark.start, first)
            if _runs_left(text_map.text[mark.end - 1]):  # spacing lies to the right of a character, always
                space(begin, begin + 1, room)
            else:
                space(text_map.last_cluster(begin, mark.end), mark.end, room)
        return tuple(gaps)

    def _room(self, mark: Mark) -> float:
        return self._chip_style.room(mark.label, kind_of(mark), contested=mark.key in self._contested)

    def _tag_first(self, mark: Mark, first: int, last: int) -> bool:
        """Tell whether the tag stands before the text of a mark in the block ``first`` to ``last``.

        It does where the last thing the reader sees as one character is several: spacing would tear them apart.
        """
        return first < mark.start and mark.end <= last and self._map.last_cluster(mark.start, mark.end) < mark.end - 1

    def marks_in(self, start: int, end: int) -> Sequence[Mark]:
        """Return the marks that share a code point with ``start`` to ``end``, in text order."""
        marks = self._marks
        first = stop = bisect_right(marks, start, key=_end)
        while stop < len(marks) and marks[stop].start < end:
            stop += 1
        return marks[first:stop]

    # Where things are

    def chips(self, block: QTextBlock) -> list[Chip]:
        """Return the chips of a block in text order."""
        laid = self._ensure(block)
        if laid.chips is None:
            first, last = self._map.piece(block.blockNumber())
            laid.chips = [self._chip(block, laid, mark, first, last) for mark in laid.marks]
        return laid.chips

    def _chip(self, block: QTextBlock, laid: _Laid, mark: Mark, first: int, last: int) -> Chip:
        pieces = self._pieces(block, laid, mark.start, mark.end)
        tag_first = self._tag_first(mark, first, last)
        if tag_first and pieces:
            pieces[0].rect.setLeft(pieces[0].rect.left() - self._room(mark) + OUTSIDE)
        elif pieces and pieces[-1].ends:
            pieces[-1].rect.setRight(pieces[-1].rect.right() - PADDING - OUTSIDE)
        return Chip(mark, kind_of(mark), pieces, tag_first, mark.key in self._contested)

    def tag_room(self, chip: Chip) -> float:
        """Return the pixels between the text of a chip and its outer edge, on the side of the tag."""
        return self._room(chip.mark) - OUTSIDE

    def pieces(self, block: QTextBlock, start: int, end: int) -> tuple[Piece, ...]:
        """Return where the code points ``start`` to ``end`` lie in the block, one piece a line."""
        return self._pieces(block, self._ensure(block), start, end)

    def _pieces(self, block: QTextBlock, laid: _Laid, start: int, end: int) -> tuple[Piece, ...]:
        number = block.blockNumber()
        text_map = self._map
        first, last = text_map.piece(number)
        unit, stop = text_map.unit_in(number, start), text_map.unit_in(number, end)
        layout = block.layout()
        starts = laid.line_starts
        pieces = []
        index = max(0, bisect_right(starts, unit) - 1)
        while index < len(starts) and starts[index] < stop:
            line = layout.lineAt(index)
            left = max(unit, starts[index])
            right = min(stop, starts[index + 1]) if index + 1 < len(starts) else stop
            begins = left == unit and start >= first
            ends = right == stop and end <= last
            if not ends:
                right = text_map.without_trailing_space(number, left, right)
            if text_map.runs_both_ways(number):
                edges = _ink(line, left, right)
                if begins and ends:
                    edges = edges[0], edges[1] + laid.room_at(unit, stop)
            else:
                edges = x_of(line, left), x_of(line, right)
            baseline = index * self.pitch + self._baseline
            width = edges[1] - edges[0] + 2 * PADDING
            box = QRectF(edges[0] - PADDING, baseline - self._rise, width, self._chip_height)
            pieces.append(Piece(box, baseline, begins, ends))
            index += 1
        return tuple(pieces)

    def line_at(self, block: QTextBlock, y: float) -> int:
        """Return the number of the block's line nearest to ``y`` in the block."""
        return min(max(0, int(y // self.pitch)), len(self._ensure(block).line_starts) - 1)

    def line_starts(self, block: QTextBlock) -> list[int]:
        """Return where each line of the block begins, in UTF-16 units of the block."""
        return self._ensure(block).line_starts

    def line_of(self, block: QTextBlock, unit: int) -> int:
        """Return the number of the block's line that shows the UTF-16 offset ``unit``."""
        return max(0, bisect_right(self._ensure(block).line_starts, unit) - 1)


def _end(mark: Mark) -> int:
    return mark.end


def x_of(line: QTextLine, unit: int) -> float:
    """Return the horizontal place, in its block, of the gap before the UTF-16 offset ``unit`` on the line."""
    at: Any = line.cursorToX(unit)  # a pair, unlike what its signature says
    return float(at[0])


def _ink(line: QTextLine, unit: int, stop: int) -> tuple[float, float]:
    """Return the left and right edge of a part of a line in which text runs both ways.

    Where the direction turns, `x_of` cannot tell the two sides of one offset apart; the glyphs can.
    """
    edges = []
    for run in line.glyphRuns(unit, stop - unit):
        places = [place.x() for place in run.positions()]
        advances = [advance.x() for advance in run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())]
        edges += places
        edges += [place + advance for place, advance in zip(places, advances, strict=True)]
    return (min(edges), max(edges)) if edges else (x_of(line, unit), x_of(line, unit))


def _runs_left(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL")


def _spacing(start: int, length: int, pixels: float) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, length, _spaced(pixels)
    return span


@lru_cache(maxsize=256)
def _spaced(pixels: float) -> QTextCharFormat:
    spaced = QTextCharFormat()
    spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    spaced.setFontLetterSpacing(pixels)
    return spaced
