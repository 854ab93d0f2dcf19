"""The inks of a row that is painted by hand: strong and quiet, as they can be read where the row is chosen, or not."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


class Inks(NamedTuple):
    """What a row is written with.

    Attributes:
        strong: for what matters.
        quiet: for the rest; on a chosen row the same, since nothing fainter could be read there.
        chosen: whether the row is.
    """

    strong: QColor
    quiet: QColor
    chosen: bool


def begin_row(painter: QPainter, option: QStyleOptionViewItem) -> Inks:
    """Paint the background of a row where it is chosen, and return what to write on it with."""
    palette, chosen = option.palette, bool(option.state & QStyle.StateFlag.State_Selected)
    if not chosen:
        return Inks(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText), chosen)
    painter.fillRect(option.rect, palette.highlight())
    strong = palette.color(QPalette.ColorRole.HighlightedText)
    return Inks(strong, strong, chosen)
