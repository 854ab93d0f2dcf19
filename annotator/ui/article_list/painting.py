"""How a row of the article list is painted: its title over a line of what matters about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate

from annotator.core.annotation import Status
from annotator.core.snippets import Snippet
from annotator.ui.article_list.model import FLAG, ROW, SYMBOLS, Column, Row
from annotator.ui.article_list.wording import source_words
from annotator.ui.dates import date_words
from annotator.ui.wording import number_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleOptionViewItem

_BESIDE = 8
_ABOVE = 6
_BETWEEN = 2
_BAR = 30.0
_BAR_HEIGHT = 4.0
_BAR_APART = 6.0
_SMALLER = 0.88
_OVER = (Status.FINISHED, Status.SET_ASIDE)


def small(font: QFont) -> QFont:
    """Return the font of the second line."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * _SMALLER)
    return smaller


def row_height(font: QFont, *, second_line: bool) -> int:
    """Return how high a row is, in pixels."""
    second = QFontMetricsF(small(font)).height() + _BETWEEN if second_line else 0
    return round(QFontMetricsF(font).height() + second) + 2 * _ABOVE


class RowPainter(QStyledItemDelegate):
    """Paints the cells of the list; what has a column of its own is left out of the second line.

    Attributes:
        hidden: the columns that are not shown.
        second_line: whether rows have one; where every column is shown they need none but for what was searched for.
    """

    def __init__(self, hidden: frozenset[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hidden = hidden
        self.second_line = True

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, row_height(option.font, second_line=self.second_line))

    def displayText(self, _value: object, _locale: object) -> str:
        return ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)  # the background, and no words
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        cell = _Cell(painter, option, row)
        match index.column():
            case Column.STATUS:
                cell.symbol(SYMBOLS[row.summary.status])
            case Column.TITLE:
                cell.title_and_rest(self.hidden, second_line=self.second_line)
            case Column.UNDECIDED:
                cell.undecided(cell.line())
            case Column.FLAG if row.summary.flagged:
                cell.one_line(FLAG, muted=False, centred=True)
            case Column.DATE:
                cell.one_line(date_words(row.summary.date), muted=True)
            case Column.SOURCE:
                cell.one_line(source_words(row.summary.source), muted=True)
        painter.restore()


class _Cell:
    """One cell being painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        self._painter = painter
        self._row = row
        self._font, self._small = option.font, small(option.font)
        palette = option.palette
        self._ink = palette.color(QPalette.ColorRole.Text)
        self._muted = palette.color(QPalette.ColorRole.PlaceholderText)
        self._accent = palette.color(QPalette.ColorRole.Highlight)
        self.inner = QRectF(option.rect).adjusted(_BESIDE, _ABOVE, -_BESIDE, -_ABOVE)

    def symbol(self, symbol: str) -> None:
        """Paint the status beside the title."""
        over = self._row.summary.status in _OVER
        self._pen(self._font, self._muted if over else self._ink)
        self._painter.drawText(self.line().adjusted(-_BESIDE, 0, _BESIDE, 0), Qt.AlignmentFlag.AlignCenter, symbol)

    def line(self) -> QRectF:
        """Return the room of the line on which the title stands."""
        line = QRectF(self.inner)
        line.setHeight(QFontMetricsF(self._font).height())
        return line

    def title_and_rest(self, hidden: Collection[Column], *, second_line: bool) -> None:
        """Paint the title over the second line."""
        summary = self._row.summary
        upper = self.line()
        self._piece(upper, self._row.title, self._font, self._muted if summary.status in _OVER else self._ink)
        if not second_line:
            return
        lower = QRectF(self.inner)
        lower.setTop(upper.bottom() + _BETWEEN)
        if Column.UNDECIDED in hidden and self._row.snippet is None:
            taken = self.undecided(lower)
            lower.setRight(lower.right() - taken)
        if Column.FLAG in hidden and summary.flagged:
            self._pen(self._small, self._ink)
            self._painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, FLAG)
            lower.setLeft(lower.left() + QFontMetricsF(self._small).horizontalAdvance(FLAG + " "))
        if self._row.snippet is not None:
            self._piece(lower, self._row.snippet, self._small, self._muted)
            return
        about = [
            date_words(summary.date) if Column.DATE in hidden else "",
            source_words(summary.source) if Column.SOURCE in hidden else "",
        ]
        words = " · ".join(filter(None, about)) or summary.note or ""
        self._line(lower, words, self._small, self._muted)

    def undecided(self, room: QRectF) -> float:
        """Paint how many suggestions are undecided and, as a bar, how many are not; return the width it takes."""
        summary = self._row.summary
        if not summary.suggested:
            return 0.0
        words = number_words(summary.undecided) if summary.undecided else "✓"
        self._pen(self._small, self._ink if summary.undecided else self._muted)
        beside = room.adjusted(0, 0, -_BAR - _BAR_APART, 0)
        self._painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        bar = QRectF(room.right() - _BAR, room.center().y() - _BAR_HEIGHT / 2 + 1, _BAR, _BAR_HEIGHT)
        self._bar(bar, 1 - min(1.0, summary.undecided / summary.suggested))
        return _BAR + _BAR_APART + QFontMetricsF(self._small).horizontalAdvance(words) + _BESIDE

    def one_line(self, words: str, *, muted: bool, centred: bool = False) -> None:
        """Paint a few words beside the title."""
        if centred:
            self._pen(self._font, self._ink)
            self._painter.drawText(self.line().adjusted(-_BESIDE, 0, _BESIDE, 0), Qt.AlignmentFlag.AlignCenter, words)
        else:
            self._line(self.line(), words, self._small, self._muted if muted else self._ink)

    def _bar(self, bar: QRectF, share: float) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._muted)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
        if share > 0:
            filled = QRectF(bar)
            filled.setWidth(max(3.0, bar.width() * share))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._accent)
            painter.drawRoundedRect(filled, 1.5, 1.5)

    def _line(self, room: QRectF, words: str, font: QFont, colour: QColor) -> None:
        self._pen(font, colour)
        elided = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        self._painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)

    def _piece(self, room: QRectF, piece: Snippet, font: QFont, colour: QColor) -> None:
        """Paint a text in which what was searched for is bold, underlined and in full ink."""
        if not piece.found:
            self._line(room, piece.text, font, colour)
            return
        strong = QFont(font)
        strong.setBold(True)
        strong.setUnderline(True)
        piece = _from_what_was_found(piece, font, strong, room.width())
        elided = _elide(piece, font, strong, room.width())
        at, x = 0, room.left()
        baseline = room.top() + (room.height() - QFontMetricsF(font).height()) / 2 + QFontMetricsF(font).ascent()
        for start, end in (*piece.found, (len(elided), len(elided))):
            for words, style, shade in ((elided[at:start], font, colour), (elided[start:end], strong, self._ink)):
                if words:
                    self._pen(style, shade)
                    self._painter.drawText(QPointF(x, baseline), words)
                    x += QFontMetricsF(style).horizontalAdvance(words)
            at = max(at, end)

    def _pen(self, font: QFont, colour: QColor) -> None:
        self._painter.setFont(font)
        self._painter.setPen(colour)


def _from_what_was_found(piece: Snippet, font: QFont, strong: QFont, width: float) -> Snippet:
    """Leave out as many words before the first one found as it takes to have it in sight."""
    metrics, (start, end) = QFontMetricsF(font), piece.found[0]
    left_out = "…"
    room = width - QFontMetricsF(strong).horizontalAdvance(piece.text[start:end]) - metrics.horizontalAdvance(left_out)
    at = 0
    while at < start and metrics.horizontalAdvance(piece.text[at:start] + left_out) > room:
        at = piece.text.find(" ", at, start) + 1 or start
    if not at:
        return piece
    by = at - len(left_out)
    return Snippet(left_out + piece.text[at:], tuple((start - by, end - by) for start, end in piece.found))


def _elide(piece: Snippet, font: QFont, strong: QFont, width: float) -> str:
    """Cut a piece where the room ends; bold words are reckoned with."""
    metrics, wide = QFontMetricsF(font), QFontMetricsF(strong)
    more = sum(
        wide.horizontalAdvance(piece.text[start:end]) - metrics.horizontalAdvance(piece.text[start:end])
        for start, end in piece.found
    )
    elided = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, width)
    if elided == piece.text and metrics.horizontalAdvance(piece.text) + more <= width:
        return elided
    return metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, max(0.0, width - more))
