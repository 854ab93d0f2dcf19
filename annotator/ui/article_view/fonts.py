"""The fonts a reading style asks for."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from annotator.ui.article_view.reading import ReadingStyle

_TAG_SIZE = 0.62
_SMALLEST_TAG = 9


def text_font(style: ReadingStyle) -> QFont:
    """Return the font of the text."""
    font = QFont()
    font.setFamilies(list(style.families))
    font.setStyleHint(QFont.StyleHint.Serif if style.typeface == "serif" else QFont.StyleHint.SansSerif)
    font.setPointSizeF(style.points)
    return font


def tag_font(text: QFont) -> QFont:
    """Return the font of the tags in text of a font: the application's own, smaller."""
    tag = QFont(QApplication.font())
    tag.setPixelSize(max(_SMALLEST_TAG, round(QFontInfo(text).pixelSize() * _TAG_SIZE)))
    tag.setWeight(QFont.Weight.DemiBold)
    return tag
