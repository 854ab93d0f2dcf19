"""The widget that shows an article and lets a person select words and step through marks; it edits nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontInfo,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from annotator.core.annotation import Mark
from annotator.core.labels import DEFAULT_LABELS, Label
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording
from annotator.ui.article_view.attention import Attention, MarkKey
from annotator.ui.article_view.chips import PADDING, Chip, ChipStyle
from annotator.ui.article_view.keyboard import CursorKeys
from annotator.ui.article_view.layout import ArticleLayout
from annotator.ui.article_view.mouse import Mouse
from annotator.ui.article_view.page import Page
from annotator.ui.article_view.reading import POINTS, ReadingStyle
from annotator.ui.offsets import TextMap
from annotator.ui.theme import THEMES, Theme, palette_of, theme_of

_TAG_SIZE = 0.62
_SMALLEST_TAG = 9
_MARGIN = 28
_DESCRIPTION = Wording(
    "The text of the article with its marks. Tab goes from mark to mark, the arrows from word to word; "
    "with Shift they select.",
    "Le texte de l'article et ses repères. Tab va d'un repère à l'autre, les flèches d'un mot à l'autre ; "
    "avec Maj, elles sélectionnent.",
)
_WASH = 56
"""Opacity of what is laid over a selection, of 255."""


class ArticleView(QPlainTextEdit):
    """An article with its marks. All positions in its interface are code points of the article.

    Signals:
        selection_made: the mouse was released on a selection; its start and end.
        selection_changed: what `selection` returns changed, while dragging as well.
        mark_focused: another mark has the focus; its key, or None.
    """

    selection_made = Signal(int, int)
    selection_changed = Signal()
    mark_focused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen_theme: Theme | None = None
        self._style = ReadingStyle()
        self._kept: tuple[int, int] | None = None  # the point kept at the top, and where the scroll bar was then
        self._theme = theme_of(QGuiApplication.palette())
        self._chips = ChipStyle()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(_MARGIN)
        self._layout = ArticleLayout(document, self._chips)
        document.setDocumentLayout(self._layout)
        self._page = Page(self, self._layout)
        self._attention = Attention(
            repaint=self._page.repaint,
            selection_changed=self.selection_changed.emit,
            focus_changed=self._tell_focus,
        )
        self._mouse = Mouse(self, self._attention, self._page, self.selection_made.emit)
        self._keys = CursorKeys(self._attention, self._page)

        self.setDocument(document)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(0)
        self.setAcceptDrops(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.tr("Article"))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._page.prepare_above)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._settled.start())
        self._apply_theme(self._theme)
        self.set_labels(DEFAULT_LABELS, "fr")
        self.set_reading_style(self._style)

    # What it shows

    def show_article(self, text: str, grid: TokenGrid, marks: Sequence[Mark]) -> None:
        """Show another article from its start; nothing is focused or selected.

        Args:
            text: the article; kept, and never read back from Qt.
            grid: its tokens, which selections snap to.
            marks: in text order, not overlapping.
        """
        self._mouse.cancel()
        self._attention.begin(text, grid, marks)
        self._page.text_map = TextMap(text)
        self._layout.set_article(self._page.text_map, marks)
        self.setPlainText(self._page.text_map.shown)
        self.verticalScrollBar().setValue(0)
        self._kept = None
        self._attention.settle()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks on the same article, repainting what changed; place, selection and focus stay.

        A focused mark that is gone hands its focus to the mark that begins at the same place, as a suggestion does to
        the span it is accepted as; if there is none, nothing is focused.
        """
        shown = [(block, self._layout.chips(block), self._page.height(block)) for block, _ in self._page.blocks()]
        top = self.contentOffset().y()
        self._layout.set_marks(marks)
        for block, before, height in shown:
            now, new_height = self._layout.chips(block), self._page.height(block)
            if now != before:
                self._repaint_changes(before, now, top=top, moved=new_height != height)
            top += new_height
        self._attention.change_marks(marks)

    def _repaint_changes(self, before: list[Chip], now: list[Chip], *, top: float, moved: bool) -> None:
        old, new = ({chip.mark.key: chip for chip in chips} for chips in (before, now))
        changed = [chip.pieces for chip in before if new.get(chip.mark.key) != chip]
        changed += [chip.pieces for chip in now if old.get(chip.mark.key) != chip]
        changed = [pieces for pieces in changed if pieces]
        if not changed:  # an empty line that a mark runs over shows nothing of it
            return
        pitch = self._layout.pitch  # a word may have gone up to the line before, or down to the next
        first = min(pieces[0].rect.top() for pieces in changed) - pitch + top
        last = max(pieces[-1].rect.bottom() for pieces in changed) + pitch + top
        bottom = self.viewport().height() if moved else last
        self._page.repaint_rect(QRectF(0, first, self.viewport().width(), bottom - first))

    def set_labels(self, labels: Sequence[Label], language: str = "fr") -> None:
        """Take colours and names from ``labels``; tags are written in ``language``, ``"fr"`` or ``"en"``."""
        self._chips.set_labels(labels, language)
        self._layout.set_marks(self._attention.marks)
        self.setAccessibleDescription(_DESCRIPTION.in_language(language))
        self.viewport().update()

    def set_theme(self, name: str) -> None:
        """Draw in one of `annotator.ui.theme.THEMES`; until this is called, the application's palette decides."""
        self._chosen_theme = THEMES[name]
        self._apply_theme(self._chosen_theme)

    def set_reading_style(self, style: ReadingStyle) -> None:
        """Set the article in another font, size, line height or column width."""
        self._style = style
        top = self._top()
        font = QFont()
        font.setFamilies(list(style.families))
        font.setStyleHint(QFont.StyleHint.Serif if style.typeface == "serif" else QFont.StyleHint.SansSerif)
        font.setPointSizeF(style.points)
        pixels = QFontInfo(font).pixelSize()
        tag = QFont(QApplication.font())
        tag.setPixelSize(max(_SMALLEST_TAG, round(pixels * _TAG_SIZE)))
        tag.setWeight(QFont.Weight.DemiBold)
        self._chips.set_tag_font(tag)
        self._layout.set_style(font, pixels, style)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._restore(top)
        self.viewport().update()

    def reading_style(self) -> ReadingStyle:
        """Return how the article is set."""
        return self._style

    def points(self) -> float:
        """Return the size of the text in points."""
        return self._style.points

    def set_points(self, points: float) -> None:
        """Set the article in another size, lines and tags with it, as far as it can still be read."""
        points = min(max(points, POINTS[0]), POINTS[1])
        if points != self._style.points:
            self.set_reading_style(replace(self._style, points=points))

    # Marks

    def focused_mark(self) -> Mark | None:
        """Return the mark that has the focus."""
        return self._attention.focused

    def focus_mark(self, key: MarkKey | None) -> None:
        """Give the focus to the mark with that key and scroll it into view; None, or no such mark: to no mark."""
        self._focus(None if key is None else self._attention.mark(key))

    def focus_next(self) -> bool:
        """Focus the mark after the focused one, or the first from the cursor or the top on; False at the end."""
        mark = self._attention.neighbour(1, here=self._here())
        return mark is not None and self._focus(mark)

    def focus_previous(self) -> bool:
        """Focus the mark before the focused one, or before the cursor or the top; False at the beginning."""
        mark = self._attention.neighbour(-1, here=self._here())
        return mark is not None and self._focus(mark)

    def _focus(self, mark: Mark | None) -> bool:
        if mark is None:
            self._attention.focus(None)
        else:
            self._page.show(mark.start, mark.end)
            self._attention.go_to(mark)
        return True

    def _tell_focus(self) -> None:
        focused = self._attention.focused
        self.mark_focused.emit(focused.key if focused is not None else None)

    def mark_at(self, position: QPoint) -> Mark | None:
        """Return the mark under a point of the viewport."""
        return self._page.mark_at(position)

    def mark_rect(self, mark: Mark) -> QRect | None:
        """Return where a mark lies in the viewport, its tag included, or None if no part of it is in view."""
        return self._page.mark_rect(mark)

    def marks_in_view(self) -> list[Mark]:
        """Return the marks of which a part is in view, in text order."""
        return self._page.marks()

    # Selection

    def selection(self) -> tuple[int, int] | None:
        """Return start and end of what is selected, on the token grid, or None."""
        return self._attention.selection

    def clear_selection(self) -> None:
        """Select nothing."""
        self._mouse.cancel()
        self._attention.select(None)

    def cursor_word(self) -> tuple[int, int] | None:
        """Return start and end of the word under the token cursor, or None before it was first put anywhere."""
        return self._attention.word()

    def text_rect(self, start: int, end: int) -> QRect | None:
        """Return where the code points ``start`` to ``end`` lie in the viewport, or None if none is in view."""
        return self._page.text_rect(start, end)

    def _here(self) -> int:
        """Return the code point where stepping begins if nothing is focused: the cursor if in view, else the top."""
        word = self._attention.word()
        if word is not None and self._page.text_rect(*word) is not None:
            return word[0]
        return self._page.top_point()

    # Events

    def event(self, event: QEvent) -> bool:
        """Let no key of the text editor get in the way of the window's shortcuts; follow the application's theme."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        if event.type() == QEvent.Type.ApplicationPaletteChange and self._chosen_theme is None:
            self._apply_theme(theme_of(QGuiApplication.palette()))
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the token cursor, or copy; every other key is the window's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif not self._keys.press(event.key(), event.modifiers(), here=self._here()):
            event.ignore()

    def _copy(self) -> None:
        focused = self._attention.focused
        part = self._attention.selection or ((focused.start, focused.end) if focused is not None else None)
        if part is not None:
            QGuiApplication.clipboard().setText(self._attention.text[slice(*part)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or to click."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on selecting."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select, or click."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window, which connects ``customContextMenuRequested``."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl make the text larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.set_points(self._style.points + (turned > 0) - (turned < 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the column again; the line at the top stays there."""
        top = self._top()
        self._layout.set_viewport_width(self.viewport().width())
        super().resizeEvent(event)
        self._restore(top)

    def _top(self) -> int:
        """Return the code point at the top; through a series of changes of layout, the one it began with."""
        if self._kept is not None and self._kept[1] == self.verticalScrollBar().value():
            return self._kept[0]
        return self._page.top_point()

    def _restore(self, top: int) -> None:
        self._page.put_on_top(top)
        self._kept = top, self.verticalScrollBar().value()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._chips.set_theme(theme)
        self.setPalette(palette_of(theme))
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint chips, text, selection and cursor of the blocks that need it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = event.rect()
        painter.setClipRect(dirty)
        for block, top in self._page.blocks():
            if top >= dirty.bottom() + 4:
                break
            if top + self._page.height(block) > dirty.top() - 4:
                painter.translate(0, top)
                self._paint_block(painter, block, QRectF(dirty).translated(0, -top).adjusted(0, -4, 0, 4))
                painter.translate(0, -top)
        painter.end()

    def _paint_block(self, painter: QPainter, block: QTextBlock, area: QRectF) -> None:
        focused = self._attention.focused
        for chip in self._layout.chips(block):
            if any(piece.rect.intersects(area) for piece in chip.pieces):
                in_focus = focused is not None and chip.mark.key == focused.key
                self._chips.paint(painter, chip, focused=in_focus)
        accent = QColor(self._theme.accent)
        wash = QColor(accent)
        wash.setAlpha(_WASH)
        for piece in self._page.pieces(block, self._attention.selection):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash)
            painter.drawRoundedRect(piece.rect, 3, 3)
            painter.setPen(QPen(accent, 2))
            painter.drawLine(piece.rect.bottomLeft(), piece.rect.bottomRight())
        painter.setPen(QColor(self._theme.ink))
        block.layout().draw(painter, QPointF(0, 0), [], area)
        if self.hasFocus() and focused is None:
            for piece in self._page.pieces(block, self._attention.word())[:1]:
                box = piece.rect.adjusted(PADDING - 1, 0, 1 - PADDING, 0)
                painter.setPen(QPen(accent, 2))
                painter.drawPolyline([box.topLeft(), box.bottomLeft(), box.bottomRight()])
