"""The name of the program as it is drawn on the welcome page: a word of an article with a label on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme import mix, readable

_TIMES_TEXT = 3.0
"""How much larger than the window's text the name is."""

_NAME = "Annotator"
_AROUND = 0.16  # of the height of the letters
_TINT = 0.24


class Wordmark(QWidget):
    """The program's name in a serif, marked like a span."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Annotator")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        letters = QFontMetricsF(self._letters())
        around = _AROUND * letters.height()
        width = letters.horizontalAdvance(_NAME) + 5 * around
        return QSize(round(width), round(letters.height() + self._tag_height() + 2 * around))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _letters(self) -> QFont:
        font = QFont(self.font())
        font.setFamilies(["Noto Serif", "Source Serif 4", "Charter", "Georgia", "Cambria", "DejaVu Serif", "serif"])
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(self.font().pointSizeF() * _TIMES_TEXT)
        return font

    def _tag_height(self) -> float:
        return QFontMetricsF(self._tag()).height()

    def _tag(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self.font().pointSizeF() * 0.85)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        palette = self.palette()
        ink = palette.color(QPalette.ColorRole.WindowText)
        paper = palette.color(QPalette.ColorRole.Window)
        accent = palette.color(QPalette.ColorRole.Highlight)
        fill = QColor(mix(accent.name(), paper.name(), _TINT))
        letters = QFontMetricsF(self._letters())
        around = _AROUND * letters.height()
        left = (self.width() - letters.horizontalAdvance(_NAME)) / 2
        top = around
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        chip = QRectF(left - 2 * around, top, letters.horizontalAdvance(_NAME) + 4 * around, letters.height())
        painter.drawRoundedRect(chip, around, around)
        painter.setBrush(accent)
        painter.drawRoundedRect(QRectF(chip.left(), chip.bottom() + 2, chip.width(), 3), 1.5, 1.5)
        painter.setPen(ink)
        painter.setFont(self._letters())
        painter.drawText(QPointF(left, top + letters.ascent()), _NAME)
        painter.setPen(QColor(readable(accent.name(), paper.name())))
        painter.setFont(self._tag())
        below = QRectF(chip.left(), chip.bottom() + 0.9 * around, chip.width(), self._tag_height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("étiquette"))
        painter.end()
