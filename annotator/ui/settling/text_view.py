"""The article with what each annotator has in it, one place of which is to be settled now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFontInfo, QPainter

from annotator.ui.article_view import ArticleView, token_cursor
from annotator.ui.article_view.fonts import tag_font, text_font
from annotator.ui.article_view.reading import ReadingStyle
from annotator.ui.language import language
from annotator.ui.settling.lane_painting import LanePainting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from annotator.core.labels import Label
    from annotator.core.settling import Place
    from annotator.core.tokens import TokenGrid
    from annotator.ui.theme import Theme

_CHIP_HEIGHT = 1.34
"""How high what lies behind a line of text is, in sizes of the text."""


class SettlingView(ArticleView):
    """An article and the places in it; as in every article, dragging selects words.

    Signals:
        place_clicked: the number of the place that was clicked.
        cursor_moved: a key has moved the cursor.
    """

    place_clicked = Signal(int)
    cursor_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lanes: LanePainting | None = None  # the base class sets a style before there is one
        super().__init__(parent)
        self._lanes = LanePainting(self._page, self._theme)
        self.setAccessibleName(self.tr("Article à départager"))
        self.setAccessibleDescription(
            self.tr("Le texte de l'article et ce que chacun y a marqué. Les flèches vont d'un mot à l'autre.")
        )
        self.set_reading_style(self.reading_style())

    def show_text(self, text: str, grid: TokenGrid, places: Sequence[Place], *, lanes: int) -> None:
        """Show another article from its start.

        Args:
            text: the article.
            grid: its tokens, which selections snap to.
            places: in text order.
            lanes: how many annotators there are.
        """
        self._painter.lanes, self._painter.places, self._painter.current = max(lanes, 1), tuple(places), None
        self.set_reading_style(self.reading_style())
        self.show_article(text, grid, ())

    def show_places(self, places: Sequence[Place], current: int | None) -> None:
        """Show other places of the same article, one of them to be settled now, and scroll to that one."""
        painter = self._painter
        moved = current is not None and (painter.current != current or len(painter.places) != len(places))
        painter.places, painter.current = tuple(places), current
        if moved and current is not None:
            self._page.show(places[current].start, places[current].end)
        self.viewport().update()

    def show_drawing(self, drawing: bool) -> None:
        """Show that another version is being drawn, or no longer."""
        self._painter.drawing = drawing
        self.viewport().update()

    def set_labels(self, labels: Sequence[Label], spoken: str | None = None) -> None:
        """Take names and colours of labels."""
        super().set_labels(labels, spoken)
        if self._lanes is not None:
            self._lanes.set_labels({label.id: label for label in labels}, spoken or language())

    def set_reading_style(self, style: ReadingStyle) -> None:
        """Set the article in another way, with room between the lines for what the annotators have there."""
        if self._lanes is not None:
            font = text_font(style)
            self._lanes.set_font(tag_font(font))
            style = style._replace(line_height=_CHIP_HEIGHT + 2 * self._lanes.room() / QFontInfo(font).pixelSize())
        super().set_reading_style(style)

    @property
    def _painter(self) -> LanePainting:
        if self._lanes is None:
            raise RuntimeError("nothing can be painted before the view is made")
        return self._lanes

    def _apply_theme(self, theme: Theme) -> None:
        super()._apply_theme(theme)
        if self._lanes is not None:
            self._lanes.theme = theme

    def put_cursor(self, point: int | None) -> None:
        """Put the cursor on the word at a code point, from where the arrows move it, or nowhere."""
        found = None if point is None else token_cursor.nearest(self._attention.text, self._attention.grid, point)
        self._attention.put_cursor(found)

    def place_at(self, position: QPointF) -> int | None:
        """Return the number of the place under a point of the viewport."""
        spans = ((number, (place.start, place.end)) for number, place in enumerate(self._painter.places))
        return next((number for number, part in spans if self._page.is_within(part, position)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, and say that it moved."""
        before = self.cursor_word()
        super().keyPressEvent(event)
        if self.cursor_word() != before:
            self.cursor_moved.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select, or turn to the place that was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.selection() is None:
            place = self.place_at(event.position())
            if place is not None:
                self.place_clicked.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies behind the text, the text, and what is beside it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for paint in (self._painter.paint_behind, None, self._painter.paint_over):
            if paint is None:
                self._painting.paint(painter, event.rect(), cursor=self.hasFocus())
                continue
            for block, top in self._page.blocks():
                painter.translate(0, top)
                paint(painter, block)
                painter.translate(0, -top)
        painter.end()
