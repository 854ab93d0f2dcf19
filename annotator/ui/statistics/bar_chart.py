"""A chart of a few amounts: bars with their names before and their numbers behind; colour says nothing alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme import VISIBLE, readable
from annotator.ui.wording import explained, number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDEST = 620  # a longer bar says no more
_ROUND = 3.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount.

    Attributes:
        name: what it is the amount of.
        value: the amount, not negative.
        colour: ``#rrggbb``; drawn darker or lighter where it would not be seen.
    """

    name: str
    value: int
    colour: str


class BarChart(QWidget):
    """Horizontal bars, one under the other, all to one scale."""

    def __init__(self, title: str, bars: Sequence[Bar], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = tuple(bars)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(explained(bar.name, number_words(bar.value)) for bar in self._bars))

    def bar_rects(self) -> list[QRectF]:
        """Return where the bars are, in the order given; a bar without anything to show is empty."""
        metrics, row = self.fontMetrics(), self._row()
        gap = metrics.averageCharWidth() * 2
        left = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0) + gap
        numbers = max((metrics.horizontalAdvance(number_words(bar.value)) for bar in self._bars), default=0) + gap
        room = max(0, min(self.width() - left - numbers, _WIDEST))
        most = max((bar.value for bar in self._bars), default=0) or 1
        thick = metrics.height() * 0.8
        return [
            QRectF(left, number * row + (row - thick) / 2, max(2.0, room * bar.value / most) if bar.value else 0, thick)
            for number, bar in enumerate(self._bars)
        ]

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, self._row() * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 30, self._row() * len(self._bars))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, metrics, row = self.palette(), self.fontMetrics(), self._row()
        paper = palette.color(QPalette.ColorRole.Base).name()
        middle = Qt.AlignmentFlag.AlignVCenter
        for number, (bar, rect) in enumerate(zip(self._bars, self.bar_rects(), strict=True)):
            top = float(number * row)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(QRectF(0, top, rect.left(), row), middle, bar.name)
            behind = rect.right() + metrics.averageCharWidth()
            painter.drawText(QRectF(behind, top, self.width() - behind, row), middle, number_words(bar.value))
            if bar.value:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(readable(bar.colour, paper, least=VISIBLE)))
                painter.drawRoundedRect(rect, _ROUND, _ROUND)

    def _row(self) -> int:
        return round(self.fontMetrics().height() * 1.5)
