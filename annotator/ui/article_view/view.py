"""The widget that shows an article and lets a person select words and step through marks; it edits nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
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
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from annotator.core.annotation import Mark
from annotator.core.labels import DEFAULT_LABELS, Label
from annotator.core.tokens import TokenGrid, snap
from annotator.ui.article_view import token_cursor
from annotator.ui.article_view.chips import ChipStyle, Piece
from annotator.ui.article_view.layout import ArticleLayout, ReadingStyle, x_of
from annotator.ui.article_view.selecting import Selecting, word_at
from annotator.ui.offsets import TextMap
from annotator.ui.theme import THEMES, Theme, palette_of, theme_of

MarkKey = tuple[str, int]

_TAG_SIZE = 0.62
_SCROLL_WHILE_DRAGGING_MS = 40
_MARGIN = 28


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
        self._text = ""
        self._grid = TokenGrid.of(())
        self._marks: Sequence[Mark] = ()
        self._map = TextMap("")
        self._focused: Mark | None = None
        self._selection: tuple[int, int] | None = None
        self._caret: int | None = None
        self._anchor: int | None = None
        self._wanted_x: float | None = None
        self._gesture: Selecting | None = None
        self._pressed_at = QPoint()
        self._chosen_theme: Theme | None = None
        self._theme = theme_of(QGuiApplication.palette())
        self._chips = ChipStyle()

        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        self._layout = ArticleLayout(document, self._chips)
        document.setDocumentLayout(self._layout)
        document.setDocumentMargin(_MARGIN)
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
        self.setAccessibleName("Article")

        self._drag_timer = QTimer(self)
        self._drag_timer.setInterval(_SCROLL_WHILE_DRAGGING_MS)
        self._drag_timer.timeout.connect(self._scroll_while_dragging)
        self._apply_theme(self._theme)
        self.set_labels(DEFAULT_LABELS, "fr")
        self.set_reading_style(ReadingStyle())

    # What it shows

    def show_article(self, text: str, grid: TokenGrid, marks: Sequence[Mark]) -> None:
        """Show another article from its start; nothing is focused or selected.

        Args:
            text: the article; kept, and never read back from Qt.
            grid: its tokens, which selections snap to.
            marks: in text order, not overlapping.
        """
        self._forget_gesture()
        self._text, self._grid, self._marks = text, grid, marks
        self._map = TextMap(text)
        self._caret = self._anchor = self._wanted_x = None
        had_selection, self._selection = self._selection is not None, None
        had_focus, self._focused = self._focused is not None, None
        self._layout.set_article(self._map, marks)
        self.setPlainText(self._map.shown)
        self.verticalScrollBar().setValue(0)
        if had_selection:
            self.selection_changed.emit()
        if had_focus:
            self.mark_focused.emit(None)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks on the same article, repainting what changed; place, selection and focus stay.

        A focused mark that is gone hands its focus to the mark that begins at the same place, as a suggestion does to
        the span it is accepted as; if there is none, nothing is focused.
        """
        before = [(block, self._layout.chips(block), self._height(block)) for block, _ in self._visible()]
        top = self.contentOffset().y()
        self._marks = marks
        self._layout.set_marks(marks)
        for block, chips, height in before:
            now, new_height = self._layout.chips(block), self._height(block)
            if now != chips:
                changed = [chip.pieces for chip in chips if chip not in now]
                changed += [chip.pieces for chip in now if chip not in chips]
                first = min(pieces[0].rect.top() for pieces in changed if pieces)
                last = max(pieces[-1].rect.bottom() for pieces in changed if pieces)
                pitch = self._layout.pitch
                bottom = last + pitch if new_height == height else self.viewport().height()
                self._update(QRectF(0, top + first - pitch, self.viewport().width(), bottom - first + pitch))
            top += new_height
        if self._focused is not None:
            self._set_focused(self._successor(self._focused))

    def set_labels(self, labels: Sequence[Label], language: str = "fr") -> None:
        """Take colours and names from ``labels``; tags are written in ``language``, ``"fr"`` or ``"en"``."""
        self._chips.set_labels(labels, language)
        self._layout.set_marks(self._marks)
        self.viewport().update()

    def set_theme(self, name: str) -> None:
        """Draw in the ``"light"`` or ``"dark"`` theme; until this is called, the application's palette decides."""
        self._chosen_theme = THEMES[name]
        self._apply_theme(self._chosen_theme)

    def set_reading_style(self, style: ReadingStyle) -> None:
        """Set the article in another font, size, line height or column width."""
        font = QFont()
        font.setFamilies(list(style.families))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(style.points)
        font.setKerning(True)
        tag = QFont(QApplication.font())
        pixels = QFontInfo(font).pixelSize()
        tag.setPixelSize(max(9, round(pixels * _TAG_SIZE)))
        tag.setWeight(QFont.Weight.DemiBold)
        self._chips.set_tag_font(tag)
        self.setFont(font)
        sized = QFont(font)
        sized.setPixelSize(pixels)
        self._layout.set_style(sized, style)
        self.document().setDefaultFont(font)
        self.viewport().update()

    # Focus

    def focused_mark(self) -> Mark | None:
        """Return the mark that has the focus."""
        return self._focused

    def focus_mark(self, key: MarkKey | None) -> None:
        """Give the focus to the mark with that key and scroll it into view; None, or no such mark: to no mark."""
        mark = None if key is None else next((mark for mark in self._marks if mark.key == key), None)
        self._focus(mark)

    def focus_next(self) -> bool:
        """Focus the mark after the focused one, or the first from the cursor or the top on; False at the end."""
        if self._focused is not None:
            index = bisect_left(self._marks, self._focused.end, key=_start)
        else:
            index = bisect_left(self._marks, self._here(), key=_start)
        return self._focus_index(index)

    def focus_previous(self) -> bool:
        """Focus the mark before the focused one, or before the cursor or the top; False at the beginning."""
        start = self._focused.start if self._focused is not None else self._here()
        return self._focus_index(bisect_left(self._marks, start, key=_start) - 1)

    def _focus_index(self, index: int) -> bool:
        if not 0 <= index < len(self._marks):
            return False
        self._focus(self._marks[index])
        return True

    def _focus(self, mark: Mark | None) -> None:
        if mark is not None:
            self._set_selection(None)
            self._move_caret(token_cursor.nearest(self._text, self._grid, mark.start))
            self._scroll_to(mark.start, mark.end)
        self._set_focused(mark)

    def _set_focused(self, mark: Mark | None) -> None:
        before, self._focused = self._focused, mark
        for each in {each.key: each for each in (before, mark) if each is not None}.values():
            self._update_range(each.start, each.end)
        if (before.key if before else None) != (mark.key if mark else None):
            self.mark_focused.emit(mark.key if mark else None)

    def _successor(self, mark: Mark) -> Mark | None:
        index = bisect_left(self._marks, mark.start, key=_start)
        at_start = self._marks[index] if index < len(self._marks) else None
        if at_start is not None and at_start.key == mark.key:
            return at_start
        same = next((each for each in self._marks if each.key == mark.key), None)  # its boundary was moved
        if same is None and at_start is not None and at_start.start == mark.start:
            return at_start
        return same

    def mark_at(self, position: QPoint) -> Mark | None:
        """Return the mark under a point of the viewport."""
        for block, top in self._visible():
            if top <= position.y() < top + self._height(block):
                place = QPointF(position) - QPointF(0, top)
                for chip in self._layout.chips(block):
                    if any(piece.rect.adjusted(0, -2, 0, 2).contains(place) for piece in chip.pieces):
                        return chip.mark
        return None

    # Selection

    def selection(self) -> tuple[int, int] | None:
        """Return start and end of what is selected, on the token grid, or None."""
        return self._selection

    def clear_selection(self) -> None:
        """Select nothing."""
        self._forget_gesture()
        self._anchor = None
        self._set_selection(None)

    def cursor_word(self) -> tuple[int, int] | None:
        """Return start and end of the word under the token cursor, or None before it was ever moved."""
        if self._caret is None:
            return None
        return self._grid.starts[self._caret], self._grid.ends[self._caret]

    def _set_selection(self, selection: tuple[int, int] | None) -> None:
        before, self._selection = self._selection, selection
        if before == selection:
            return
        for each in (before, selection):
            if each is not None:
                self._update_range(*each)
        self.selection_changed.emit()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or to click."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.accept()
            return
        self._pressed_at = event.position().toPoint()
        point = self._point_at(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._caret is not None:
            start, end = self._grid.starts[self._caret], self._grid.ends[self._caret]
            self._gesture = Selecting(self._text, self._grid, start, end)
            self._set_selection(self._gesture.to(point))
        else:
            self._gesture = Selecting(self._text, self._grid, point, point)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what would be selected if the button were released here."""
        event.accept()
        if self._gesture is None:
            return
        position = event.position()
        far = (position.toPoint() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._gesture.dragged or far:
            self._drag_to(position)
        outside = not 0 <= position.y() < self.viewport().height()
        if outside and not self._drag_timer.isActive():
            self._drag_timer.start()
        elif not outside:
            self._drag_timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take what was selected, or focus the mark that was clicked."""
        event.accept()
        gesture = self._gesture
        if event.button() != Qt.MouseButton.LeftButton or gesture is None:
            return
        self._forget_gesture()
        if gesture.dragged:
            if self._selection is not None:
                self._set_focused(None)
                self._move_caret(token_cursor.nearest(self._text, self._grid, self._selection[0]))
                self.selection_made.emit(*self._selection)
            return
        position = event.position()
        mark = self.mark_at(position.toPoint())
        self._set_selection(None)
        self._move_caret(token_cursor.nearest(self._text, self._grid, self._point_at(position, on_character=True)))
        self._set_focused(mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word at the point; going on to drag selects by whole words."""
        if event.button() != Qt.MouseButton.LeftButton or not self._on_text(event.position()):
            event.accept()
            return
        word = word_at(self._text, self._grid, self._point_at(event.position(), on_character=True))
        if word is not None:
            self._gesture = Selecting(self._text, self._grid, *word)
            self._set_selection(word)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window, which connects ``customContextMenuRequested``."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl leave the event to the window, which owns the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _drag_to(self, position: QPointF) -> None:
        if self._gesture is not None:
            inside = QPointF(position.x(), min(max(position.y(), 0.0), self.viewport().height() - 1.0))
            self._set_selection(self._gesture.to(self._point_at(inside)))

    def _scroll_while_dragging(self) -> None:
        position = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (1 if position.y() > 0 else -1))
        self._drag_to(position)

    def _forget_gesture(self) -> None:
        self._gesture = None
        self._drag_timer.stop()

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Let no key of the text editor underneath get in the way of the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the token cursor, scroll, copy; every other key is the window's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            start, end = self._selection or (
                (self._focused.start, self._focused.end) if self._focused is not None else (0, 0)
            )
            if start < end:
                QGuiApplication.clipboard().setText(self._text[start:end])
            event.accept()
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
            return
        if len(self._grid) == 0 or not self._move_by_key(event.key(), extend=extend, far=far):
            event.ignore()
            return
        event.accept()

    def _move_by_key(self, key: int, *, extend: bool, far: bool) -> bool:
        by = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Home: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_End: 1,
        }.get(Qt.Key(key))
        if by is None:
            return False
        if self._caret is None:
            start = token_cursor.nearest(self._text, self._grid, self._here())
            if start is None:
                return False
            self._move_caret(start)
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):  # the first press shows where the cursor is
                self._arrive(start, extend=extend)
                return True
        caret = self._caret
        if caret is None:
            return False
        keep_x = False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            move = token_cursor.sentence if far else token_cursor.step
            target: int | None = move(self._text, self._grid, caret, by=by)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and far:
            target = token_cursor.paragraph(self._text, self._grid, caret, by=by)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            target, keep_x = self._caret_in_line(caret, by), True
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            lines = max(1, self.viewport().height() // self._layout.pitch - 2)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by * lines)
            target, keep_x = self._caret_in_line(caret, by * lines), True
        elif far:
            target = token_cursor.nearest(self._text, self._grid, 0 if by < 0 else len(self._text))
        else:
            target = self._caret_at_line_end(caret, by)
        if target is not None:
            self._arrive(target, extend=extend, keep_x=keep_x)
        return True

    def _arrive(self, target: int, *, extend: bool, keep_x: bool = False) -> None:
        origin = self._caret
        wanted_x = self._wanted_x
        if extend and self._anchor is None:
            self._anchor = origin
        anchor = self._anchor if extend else None
        self._move_caret(target)
        self._anchor = anchor
        self._wanted_x = wanted_x if keep_x else None
        start, end = self._grid.starts[target], self._grid.ends[target]
        self._scroll_to(start, end)
        if anchor is not None:
            first, last = sorted((anchor, target))
            self._set_focused(None)
            self._set_selection(snap(self._text, self._grid, self._grid.starts[first], self._grid.ends[last]))
        else:
            self._set_selection(None)
            self._set_focused(next(iter(self._layout.marks_in(start, end)), None))

    def _move_caret(self, token: int | None) -> None:
        before = self._caret
        self._caret, self._anchor, self._wanted_x = token, None, None
        for each in (before, token):
            if each is not None:
                self._update_range(self._grid.starts[each], self._grid.ends[each])

    def _caret_in_line(self, caret: int, by: int) -> int | None:
        """Return the word ``by`` lines below the caret's, nearest to where the caret came from."""
        number, unit = self._map.locate(self._grid.starts[caret])
        block = self.document().findBlockByNumber(number)
        line = self._layout.line_of(block, unit)
        if self._wanted_x is None:
            self._wanted_x = x_of(block.layout().lineAt(line), unit)
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            line += step
            while not 0 <= line < len(self._lines(block)) or self._map.is_blank(block.blockNumber()):
                other = block.next() if step > 0 else block.previous()
                if not other.isValid():
                    end = 0 if step < 0 else len(self._text)
                    return token_cursor.nearest(self._text, self._grid, end)
                block = other
                line = 0 if step > 0 else len(self._lines(block)) - 1
        at = block.layout().lineAt(line).xToCursor(self._wanted_x, QTextLine.CursorPosition.CursorOnCharacter)
        return token_cursor.nearest(self._text, self._grid, self._map.point(block.blockNumber(), at))

    def _caret_at_line_end(self, caret: int, by: int) -> int | None:
        number, unit = self._map.locate(self._grid.starts[caret])
        block = self.document().findBlockByNumber(number)
        starts = self._lines(block)
        line = self._layout.line_of(block, unit)
        if by < 0:
            return token_cursor.nearest(self._text, self._grid, self._map.point(number, starts[line]))
        first, stop = self._map.piece(number)
        end = self._map.point(number, starts[line + 1]) if line + 1 < len(starts) else stop
        tokens = self._grid.touching(max(first, end - 1), end)
        last = tokens.start if tokens else bisect_left(self._grid.starts, end) - 1
        while last > caret and not token_cursor.is_word(self._text, self._grid, last):
            last -= 1
        return max(last, caret)

    def _lines(self, block: QTextBlock) -> list[int]:
        return self._layout.line_starts(block)

    # Where things are

    def _visible(self) -> Iterator[tuple[QTextBlock, float]]:
        """Yield the blocks in view with their top in the viewport."""
        block, top = self.firstVisibleBlock(), self.contentOffset().y()
        bottom = self.viewport().height()
        while block.isValid() and top < bottom:
            height = self._height(block)
            yield block, top
            top += height
            block = block.next()

    def _height(self, block: QTextBlock) -> float:
        return self._layout.blockBoundingRect(block).height()

    def _here(self) -> int:
        """Return the code point where stepping begins if nothing is focused: the cursor if in view, else the top."""
        visible = [block.blockNumber() for block, _ in self._visible()]
        if not visible:
            return 0
        first, last = self._map.piece(visible[0])[0], self._map.piece(visible[-1])[1]
        if self._caret is not None and first <= self._grid.starts[self._caret] < last:
            return self._grid.starts[self._caret]
        return self._point_at(QPointF(0, self._layout.pitch / 2))

    def _line_under(self, position: QPointF) -> tuple[QTextBlock, QTextLine]:
        block, top = self.firstVisibleBlock(), self.contentOffset().y()
        for block, top in self._visible():
            if position.y() < top + self._height(block):
                break
        line = self._layout.line_at(block, position.y() - top)
        return block, block.layout().lineAt(line)

    def _point_at(self, position: QPointF, *, on_character: bool = False) -> int:
        """Return the code point nearest to a point of the viewport: the one it lies on, or the gap next to it."""
        block, line = self._line_under(position)
        edge = QTextLine.CursorPosition
        how = edge.CursorOnCharacter if on_character else edge.CursorBetweenCharacters
        return self._map.point(block.blockNumber(), line.xToCursor(position.x(), how))

    def _on_text(self, position: QPointF) -> bool:
        _, line = self._line_under(position)
        text = line.naturalTextRect()
        return text.left() - 4 <= position.x() <= text.right() + 4

    def _scroll_to(self, start: int, end: int) -> None:
        """Scroll so that ``start`` to ``end`` is in view; where it was far off, at a third of the height."""
        margin = self._layout.pitch
        number, unit = self._map.locate(start)
        height = self.viewport().height()
        for block, top in self._visible():
            if block.blockNumber() == number:
                pieces = self._layout.pieces(block, start, end)
                if pieces and top + pieces[0].rect.top() >= margin / 2:
                    bottom = top + pieces[-1].rect.bottom()
                    if bottom <= height - margin / 2:
                        return
        block = self.document().findBlockByNumber(number)
        line = self._layout.line_of(block, unit)
        above = float(line * self._layout.pitch)
        while above < height / 3 and block.previous().isValid():
            block = block.previous()
            above += self._height(block)
        wanted = self._layout.line_at(block, above - height / 3) if above > height / 3 else 0
        self.verticalScrollBar().setValue(block.firstLineNumber() + wanted)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint chips, text, selection and cursor of the blocks that need it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = event.rect()
        painter.setClipRect(dirty)
        left = self.contentOffset().x()
        focused = self._focused.key if self._focused is not None else None
        ink = QColor(self._theme.ink)
        for block, top in self._visible():
            if top >= dirty.bottom() + 4:
                break
            if top + self._height(block) <= dirty.top() - 4:
                continue
            painter.translate(left, top)
            area = QRectF(dirty).translated(-left, -top).adjusted(0, -4, 0, 4)
            for chip in self._layout.chips(block):
                if any(piece.rect.intersects(area) for piece in chip.pieces):
                    self._chips.paint(
                        painter, chip.pieces, chip.mark.label, chip.kind, focused=chip.mark.key == focused
                    )
            self._paint_selection(painter, block)
            painter.setPen(ink)
            block.layout().draw(painter, QPointF(0, 0), [], area)
            self._paint_caret(painter, block)
            painter.translate(-left, -top)
        painter.end()

    def _paint_selection(self, painter: QPainter, block: QTextBlock) -> None:
        if self._selection is None:
            return
        accent = QColor(self._theme.accent)
        wash = QColor(accent)
        wash.setAlpha(56)
        for piece in self._pieces_of(block, self._selection):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash)
            painter.drawRoundedRect(piece.rect, 3, 3)
            painter.setPen(QPen(accent, 2))
            painter.drawLine(piece.rect.bottomLeft(), piece.rect.bottomRight())

    def _paint_caret(self, painter: QPainter, block: QTextBlock) -> None:
        word = self.cursor_word()
        if word is None or not self.hasFocus():
            return
        for piece in self._pieces_of(block, word)[:1]:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            x = piece.rect.left() + 0.5
            painter.drawLine(QPointF(x, piece.rect.top()), QPointF(x, piece.rect.bottom()))

    def _pieces_of(self, block: QTextBlock, part: tuple[int, int]) -> tuple[Piece, ...]:
        first, last = self._map.piece(block.blockNumber())
        if part[1] <= first or part[0] >= last:
            return ()
        return self._layout.pieces(block, *part)

    def _update(self, rect: QRectF) -> None:
        self.viewport().update(rect.toAlignedRect().adjusted(-6, -6, 6, 6))

    def _update_range(self, start: int, end: int) -> None:
        for block, top in self._visible():
            first, last = self._map.piece(block.blockNumber())
            if start < last and end > first:
                for piece in self._layout.pieces(block, start, end):
                    self._update(piece.rect.translated(0, top).adjusted(-2, 0, 2, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the column again."""
        self._layout.set_viewport_width(self.viewport().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application from light to dark and back, unless a theme was set."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange and self._chosen_theme is None:
            self._apply_theme(theme_of(QGuiApplication.palette()))

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


def _start(mark: Mark) -> int:
    return mark.start
