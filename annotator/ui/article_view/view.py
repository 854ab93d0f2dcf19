"""The widget that shows an article and lets a person select words and step through marks; it edits nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontInfo,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from annotator.core.annotation import Mark
from annotator.core.labels import DEFAULT_LABELS, Label
from annotator.core.tokens import TokenGrid
from annotator.ui.article_view.attention import Attention, MarkKey
from annotator.ui.article_view.chips import ChipStyle
from annotator.ui.article_view.fonts import tag_font, text_font
from annotator.ui.article_view.keyboard import CursorKeys
from annotator.ui.article_view.layout import ArticleLayout
from annotator.ui.article_view.mouse import Mouse
from annotator.ui.article_view.page import Page
from annotator.ui.article_view.painting import Painting
from annotator.ui.article_view.reading import POINTS, ReadingStyle
from annotator.ui.article_view.voice import Voice
from annotator.ui.language import language
from annotator.ui.offsets import TextMap
from annotator.ui.sheet import sheet
from annotator.ui.theme import THEMES, Theme, palette_of, theme_of

_MARGIN = 28


class ArticleView(QPlainTextEdit):
    """An article with its marks. All positions in its interface are code points of the article.

    Signals:
        selection_made: the mouse was released on a selection; its start and end.
        selection_changed: what `selection` returns changed, while dragging as well.
        mark_focused: another mark has the focus; its key, or None.
        resize_requested: an edge of a mark was dragged; the key of the mark, its new start and end.
        menu_requested: a person asks what can be done here; where on the screen.
    """

    selection_made = Signal(int, int)
    selection_changed = Signal()
    mark_focused = Signal(object)
    resize_requested = Signal(object, int, int)
    menu_requested = Signal(QPoint)

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
            selection_changed=self._tell_selection,
            focus_changed=self._tell_focus,
        )
        self._mouse = Mouse(
            self, self._attention, self._page, selected=self.selection_made.emit, resized=self.resize_requested.emit
        )
        self._keys = CursorKeys(self._attention, self._page)
        self._painting = Painting(self._page, self._layout, self._chips, self._attention, theme=self._theme)
        self._voice = Voice(
            self, self._attention, self._page, name=self._chips.name, contested=self._layout.is_contested
        )

        self.setViewport(sheet(self))
        self.setDocument(document)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(0)
        self.setAcceptDrops(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))
        self.setAccessibleDescription(
            self.tr(
                "Le texte de l'article et ses annotations. Tab va de l'une à l'autre, les flèches d'un mot à l'autre ; "
                "avec Maj, elles sélectionnent."
            )
        )
        self._settled = QTimer(self, singleShot=True)
        self._settled.timeout.connect(self._page.prepare_above)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._settled.start())
        self._apply_theme(self._theme)
        self.set_labels(DEFAULT_LABELS)
        self.set_reading_style(self._style)

    # What it shows

    def show_article(
        self, text: str, grid: TokenGrid, marks: Sequence[Mark], *, conflicts: frozenset[MarkKey] = frozenset()
    ) -> None:
        """Show another article from its start; nothing is focused or selected.

        Args:
            text: the article; kept, and never read back from Qt.
            grid: its tokens, which selections snap to.
            marks: in text order, not overlapping.
            conflicts: keys of the marks that other annotators contradict.
        """
        self._mouse.cancel()
        self._attention.begin(text, grid, marks)
        self._page.text_map = TextMap(text)
        self._layout.set_article(self._page.text_map, marks, conflicts)
        self.setPlainText(self._page.text_map.shown)
        self.verticalScrollBar().setValue(0)
        self._kept = None
        self._attention.settle()

    def show_marks(self, marks: Sequence[Mark], *, conflicts: frozenset[MarkKey] = frozenset()) -> None:
        """Show other marks on the same article, repainting what changed; place, selection and focus stay.

        ``conflicts`` are the keys of those that other annotators contradict. A focused mark that is gone hands its
        focus to the mark that begins at the same place, as a suggestion does to the span it is accepted as; if there
        is none, nothing is focused.
        """
        shown = [(block, self._layout.chips(block), self._page.height(block)) for block, _ in self._page.blocks()]
        top = self.contentOffset().y()
        self._layout.set_marks(marks, conflicts)
        for block, before, height in shown:
            now, new_height = self._layout.chips(block), self._page.height(block)
            if now != before:
                self._page.repaint_changes(before, now, top=top, moved=new_height != height)
            top += new_height
        self._attention.change_marks(marks)

    def change_grid(self, grid: TokenGrid, *, cursor: int | None) -> None:
        """Take other tokens of the same article; the cursor goes to the word at a code point."""
        self._attention.change_grid(grid, cursor)

    def set_labels(self, labels: Sequence[Label], spoken: str | None = None) -> None:
        """Take colours and names from ``labels``; tags are in ``"fr"`` or ``"en"``, or else the window's language."""
        self._chips.set_labels(labels, spoken or language())
        self._layout.measure_again()
        self.viewport().update()

    def set_theme(self, name: str) -> None:
        """Draw in one of `annotator.ui.theme.THEMES`; until this is called, the application's palette decides."""
        self._chosen_theme = THEMES[name]
        self._apply_theme(self._chosen_theme)

    def set_reading_style(self, style: ReadingStyle) -> None:
        """Set the article in another font, size, line height or column width."""
        self._style = style
        top = self.top_point()
        font = text_font(style)
        self._chips.set_tag_font(tag_font(font))
        self._layout.set_style(font, QFontInfo(font).pixelSize(), style)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.put_on_top(top)
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
            self.set_reading_style(self._style._replace(points=points))

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

    def focus_words(self) -> str:
        """Say which mark has the focus in one line, as assistive technology does."""
        return self._voice.focus_words()

    def _tell_selection(self) -> None:
        self._voice.follow()
        self.selection_changed.emit()

    def _tell_focus(self) -> None:
        self._voice.say_focus()
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
            cancels = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._mouse.busy
            event.setAccepted(cancels)
            return cancels
        if event.type() == QEvent.Type.ApplicationPaletteChange and self._chosen_theme is None:
            self._apply_theme(theme_of(QGuiApplication.palette()))
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the token cursor, copy, ask for the menu or cancel a drag; every other key is the window's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Escape and self._mouse.busy:
            self._mouse.cancel()
        elif event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            self.ask_for_menu()
        elif self._keys.press(event.key(), event.modifiers(), here=self._here()):
            self._voice.follow()
        else:
            event.ignore()
            return
        event.accept()

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

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the pointer was on."""
        self._mouse.leave()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Turn to what is under the pointer, unless it is selected, and ask for the menu; keys ask on their own."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            if not self._page.is_within(self._attention.selection, QPointF(event.pos())):
                self._mouse.turn_to(QPointF(event.pos()))
            self.menu_requested.emit(event.globalPos())
        event.accept()

    def ask_for_menu(self) -> None:
        """Ask for the menu of what a person attends to, at its place."""
        self.menu_requested.emit(self.viewport().mapToGlobal(self._place_of_interest()))

    def _place_of_interest(self) -> QPoint:
        """Return where a menu for what a person attends to opens, in the viewport."""
        focused, part = self._attention.focused, self._attention.selection or self._attention.word()
        rect = self._page.mark_rect(focused) if focused is not None and self._attention.selection is None else None
        if rect is None and part is not None:
            rect = self._page.text_rect(*part)
        return rect.bottomLeft() + QPoint(0, 4) if rect is not None else self.viewport().rect().center()

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
        top = self.top_point()
        self._layout.set_viewport_width(self.viewport().width())
        super().resizeEvent(event)
        self.put_on_top(top)

    def top_point(self) -> int:
        """Return the code point at the top; through a series of changes of layout, the one it began with."""
        if self._kept is not None and self._kept[1] == self.verticalScrollBar().value():
            return self._kept[0]
        return self._page.top_point()

    def put_on_top(self, top: int) -> None:
        """Scroll so that a code point is at the top, as far as that goes."""
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
        self._theme = self._painting.theme = theme
        self._chips.set_theme(theme)
        self.setPalette(palette_of(theme))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what needs it."""
        painter = QPainter(self.viewport())
        self._painting.paint(painter, event.rect(), cursor=self.hasFocus())
        painter.end()
