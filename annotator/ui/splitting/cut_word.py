"""A word with the places where it is to be cut, moved by keys or the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.splits import Split, cuttings, likely_cutting, split_at
from annotator.ui.announcing import announce
from annotator.ui.theme import mix

_LARGER = 1.7
"""How much larger than the dialog's text the word is."""

_GAP = 0.55
"""Room between two parts, in widths of a digit; the cut is drawn in its middle."""

_WIDEST = 620
"""Pixels a word is wide at most; a longer one is written smaller."""


class CutWord(QWidget):
    """Shows the parts of a word side by side.

    Signals:
        changed: the parts are others now.
    """

    changed = Signal()

    def __init__(self, form: str, *, edge: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._ways = cuttings(form)
        self._at = likely_cutting(form, edge)
        self._fixed: set[int] = set()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Coupe du mot"))
        self._describe()

    def split(self) -> Split:
        """Return the word as it is cut now."""
        chosen = self._fixed | {self._at}
        return split_at(self._form, [place for index in chosen for place in self._ways[index]])

    # How it looks

    def sizeHint(self) -> QSize:
        font = self._font()
        metrics = QFontMetricsF(font)
        return QSize(round(self._width(font)) + 24, round(metrics.height() * 1.9))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._font()
        painter.setFont(font)
        ink = self.palette().color(QPalette.ColorRole.Text)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        base = self.palette().color(QPalette.ColorRole.Base)
        tint = QColor(mix(accent.name(), base.name(), 0.16))
        moving = self._ways[self._at]
        split = self.split()
        for (left, width), part in zip(self._boxes(font), split.parts, strict=True):
            box = QRectF(left - 4, 5, width + 8, self.height() - 10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(ink)
            painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, part)
        boxes = self._boxes(font)
        for cut, (left, width) in zip(split.cuts, boxes, strict=False):
            here = cut in moving
            middle = left + width + self._gap(font) / 2
            pen = QPen(accent, 3 if here else 1.5, Qt.PenStyle.SolidLine if here else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(middle, 2), QPointF(middle, self.height() - 2))
        if self.hasFocus():
            painter.setPen(QPen(accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(self.font().pointSizeF(), 8.0) * _LARGER)
        while font.pointSizeF() > 6 and self._width(font) > _WIDEST:
            font.setPointSizeF(font.pointSizeF() - 1)
        return font

    def _gap(self, font: QFont) -> float:
        return 8 + _GAP * QFontMetricsF(font).horizontalAdvance("0")

    def _width(self, font: QFont) -> float:
        parts = self.split().parts
        return QFontMetricsF(font).horizontalAdvance(self._form) + self._gap(font) * (len(parts) - 1)

    def _boxes(self, font: QFont) -> list[tuple[float, float]]:
        """Return the left edge and the width of each part."""
        metrics = QFontMetricsF(font)
        left = (self.width() - self._width(font)) / 2
        boxes = []
        for part in self.split().parts:
            width = metrics.horizontalAdvance(part)
            boxes.append((left, width))
            left += width + self._gap(font)
        return boxes

    # What the hand does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._ways) - 1
        moves = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in moves:
            self._move(min(max(moves[Qt.Key(event.key())], 0), last))
        elif event.key() == Qt.Key.Key_Space:
            self._fixed ^= {self._at}
            if self._at in self._fixed and self._at < last:
                self._at += 1
            self._show()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move(self._way_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(self._way_at(event.position().x()))

    def _way_at(self, x: float) -> int:
        """Return the way to cut whose place is nearest to a point."""
        font = self._font()
        metrics = QFontMetricsF(font)
        split = self.split()
        places = {0: 0.0}
        begun = 0
        for (left, _), part in zip(self._boxes(font), split.parts, strict=True):
            for length in range(1, len(part) + 1):
                places.setdefault(begun + length, left + metrics.horizontalAdvance(part[:length]))
            begun += len(part)
        return min(
            range(len(self._ways)),
            key=lambda index: abs(x - (places[self._ways[index][0]] + places[self._ways[index][-1]]) / 2),
        )

    def _move(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self._show()

    def _show(self) -> None:
        self._describe()
        announce(self, self.accessibleDescription())
        self.updateGeometry()
        self.update()
        self.changed.emit()

    def _describe(self) -> None:
        self.setAccessibleDescription(" + ".join(self.split().parts))
