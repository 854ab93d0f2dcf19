"""What assistive technology is told of the article: the focused mark in words, the caret and the selection."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QTextCursor

from annotator.core.annotation import Origin
from annotator.core.suggestions import Tier
from annotator.ui.announcing import announce
from annotator.ui.article_view.attention import mark_start
from annotator.ui.language import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPlainTextEdit

    from annotator.core.annotation import Mark
    from annotator.ui.article_view.attention import Attention
    from annotator.ui.article_view.page import Page


class Voice:
    """Says of a view what a person attends to, where somebody listens.

    Qt's own interface of the widget tells the text; it takes caret and selection from the widget's cursor, which
    nobody sees, and which therefore only follows while somebody listens.

    Args:
        view: the widget.
        attention: what a person attends to in it.
        page: where things are in its document.
        name: what people read for a label id.
        contested: whether other annotators contradict a mark.
    """

    def __init__(
        self,
        view: QPlainTextEdit,
        attention: Attention,
        page: Page,
        *,
        name: Callable[[str], str],
        contested: Callable[[Mark], bool],
    ) -> None:
        self._view = view
        self._attention = attention
        self._page = page
        self._name = name
        self._contested = contested

    def say_focus(self) -> None:
        """Say which mark has the focus."""
        if QAccessible.isActive():
            self.follow()
            announce(self._view, self.focus_words())

    def follow(self) -> None:
        """Bring the caret and the selection of the widget to where a person sees them."""
        if not QAccessible.isActive():
            return
        attention = self._attention
        focused = attention.focused
        here = (focused.start, focused.start) if focused is not None else attention.word() or (0, 0)
        start, end = attention.selection or (here[0], here[0])
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(self._page.position(start))
        cursor.setPosition(self._page.position(end), QTextCursor.MoveMode.KeepAnchor)
        if cursor != self._view.textCursor() or cursor.anchor() != self._view.textCursor().anchor():
            bar = self._view.verticalScrollBar()
            place = bar.value()
            self._view.setTextCursor(cursor)
            bar.setValue(place)  # Qt scrolls to a caret; what is in view is ours to decide

    def focus_words(self) -> str:
        """Say which mark has the focus in one line: its text, label and state, and which one of how many it is."""
        mark = self._attention.focused
        if mark is None:
            return ""
        marks = self._attention.marks
        words = [
            " ".join(self._attention.text[mark.start : mark.end].split()),
            self._name(mark.label),
            state_words(mark, contested=self._contested(mark)),
            translate("voice", "{at} sur {count}").format(
                at=bisect_left(marks, mark.start, key=mark_start) + 1, count=len(marks)
            ),
        ]
        return ", ".join(words)


def state_words(mark: Mark, *, contested: bool) -> str:
    """Say what a mark is that a person sees without reading: how it came to be, its tier, whether it is contested."""
    if mark.suggestion is not None:
        if mark.suggestion.tier is Tier.LIKELY:
            return translate("voice", "suggéré, probable")
        if mark.suggestion.tier is Tier.UNSURE:
            return translate("voice", "suggéré, douteux")
        return translate("voice", "suggéré")
    origin = mark.span.origin if mark.span is not None else Origin.DRAWN
    if origin is Origin.SUGGESTED:
        words = translate("voice", "accepté")
    elif origin is Origin.IMPORTED:
        words = translate("voice", "importé")
    else:
        words = translate("voice", "à la main")
    return translate("voice", "{state}, en conflit").format(state=words) if contested else words
