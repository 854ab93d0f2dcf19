"""What the hand does to the marks of the open article, turned into the session's verbs.

Labels come by key, by button or by an armed label; everything else by the actions of the menu Annotation.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.core.suggestions import Tier
from annotator.core.tokens import move_edge
from annotator.ui.keyboard import digit_of
from annotator.ui.shortcuts.bound import way_to
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.app.session import Session
    from annotator.ui.workbench import Workbench


class Correcting(QObject):
    """Corrects what a workbench shows.

    Signals:
        armed_changed: the `Label` the next selection gets at once, or None.
        told: a sentence for the annotator.
    """

    armed_changed = Signal(object)
    told = Signal(str)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._session: Session | None = None
        self._armed: str | None = None
        self._last: str | None = None  # the label given last
        self._let_go: tuple[int, int] | None = None  # the word the cursor was on when it was last let go of
        bench.label_bar.label_requested.connect(self.apply_label)
        bench.label_bar.accept_all_requested.connect(self.accept_all)
        bench.view.selection_made.connect(self._selection_made)
        bench.view.resize_requested.connect(self.resize)
        for widget in (bench.view, bench.span_list):
            widget.installEventFilter(self)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {
            "copy": self.copy,
            "accept": self.accept,
            "remove": self.remove,
            "accept_all": self.accept_all,
            "accept_sure": self.accept_sure,
            "extend_end": partial(self.move_edges, end_by=1),
            "shrink_end": partial(self.move_edges, end_by=-1),
            "shrink_start": partial(self.move_edges, start_by=1),
            "extend_start": partial(self.move_edges, start_by=-1),
            "dismiss": self.dismiss,
            "repeat_label": self.repeat_label,
        }

    def set_session(self, session: Session | None) -> None:
        """Correct in another session, with no label armed."""
        self._session = session
        self._last = None
        self._arm(None)

    def apply_label(self, label: str) -> None:
        """Label the selection; or else relabel the focused mark; or else label the word the cursor is on.

        Where the cursor is nowhere, or the annotator let go of the word it is on, arm the label for the next selection.
        """
        if self._session is None or self._session.article is None:
            return
        selection = self._bench.view.selection()
        mark = self._bench.view.focused_mark()
        word = self._bench.view.cursor_word()
        if selection is not None:
            self._draw(*selection, label=label)
        elif mark is not None:
            self._last = label
            self._session.relabel(mark, label=label)
            self._bench.label_bar.show_armed(self._armed)
        elif word is not None and word != self._let_go:
            self._draw(*word, label=label)
        else:
            self._arm(None if self._armed == label else label)

    def repeat_label(self) -> None:
        """Give the label given last to the selection, the focused mark or the word the cursor is on."""
        if self._last is None:
            words = self.tr("Donnez d'abord une étiquette ; {key} la redonnera.")
            self.told.emit(words.format(key=way_to("repeat_label")))
        elif self.chosen_words() is not None or self._bench.view.cursor_word() is not None:
            self.apply_label(self._last)

    def apply_key(self, digit: str) -> bool:
        """Apply the label with this key; tell whether there is one."""
        for label in self._bench.labels.values():
            if label.key == digit:
                self.apply_label(label.id)
                return True
        return False

    def accept(self) -> None:
        """Accept the focused suggestion, then go to the next undecided one."""
        mark = self._bench.view.focused_mark()
        if self._session is not None and mark is not None and mark.suggestion is not None:
            self._session.accept([mark.suggestion])
        self._bench.next_pending()

    def accept_all(self) -> None:
        """Accept every suggestion shown, in one step."""
        if self._session is None:
            return
        pending = [mark.suggestion for mark in self._bench.marks if mark.suggestion is not None]
        if self._session.accept(pending):
            said = counted(len(pending), self.tr("suggestion acceptée"), self.tr("suggestions acceptées"))
            self.told.emit(f"{said}.")

    def accept_sure(self) -> None:
        """Accept every suggestion shown that is sure, in one step."""
        suggestions = [mark.suggestion for mark in self._bench.marks if mark.suggestion is not None]
        sure = [suggestion for suggestion in suggestions if suggestion.tier is Tier.SURE]
        if self._session is not None and self._session.accept(sure):
            said = counted(len(sure), self.tr("suggestion sûre acceptée"), self.tr("suggestions sûres acceptées"))
            self.told.emit(f"{said}.")

    def remove(self) -> None:
        """Reject the focused suggestion or remove the focused span, then go on to the next mark."""
        mark = self._bench.view.focused_mark()
        if self._session is None or mark is None:
            return
        self._session.remove(mark)
        rejected = mark.suggestion is not None
        following = self._bench.marks.from_point(mark.end)
        self._bench.focus(next((each for each in following if each.suggestion is not None or not rejected), None))

    def move_edges(self, *, start_by: int = 0, end_by: int = 0) -> None:
        """Move the boundaries of the focused mark by whole tokens."""
        mark = self._bench.view.focused_mark()
        if self._session is None or self._session.article is None or mark is None:
            return
        article = self._session.article
        start, end = move_edge(article.text, article.grid, mark.start, mark.end, start_by=start_by, end_by=end_by)
        if self._session.resize(mark, start=start, end=end):
            self._bench.focus_at(start, end)

    def resize(self, key: tuple[str, int], start: int, end: int) -> None:
        """Move the boundaries of a mark of the open article to ``start`` and ``end``."""
        mark = next((mark for mark in self._bench.marks if mark.key == key), None)
        if self._session is not None and mark is not None and self._session.resize(mark, start=start, end=end):
            self._bench.focus_at(start, end)

    def copy(self) -> None:
        """Copy the selected text, or else the text of the focused mark, as it stands in the article."""
        chosen = self.chosen_words()
        if chosen is not None:
            QGuiApplication.clipboard().setText(chosen[0])

    def chosen_words(self) -> tuple[str, str | None] | None:
        """Return the selected text, or else that of the focused mark, with the id of its label.

        A selection has the label of a mark of the same extent, or else the armed one, or none.
        """
        article = self._session.article if self._session is not None else None
        mark = self._bench.view.focused_mark()
        extent = self._bench.view.selection() or ((mark.start, mark.end) if mark is not None else None)
        if article is None or extent is None:
            return None
        mark = self._bench.marks.first_over(*extent)
        same = mark is not None and (mark.start, mark.end) == extent
        return article.text[slice(*extent)], mark.label if mark is not None and same else self._armed

    def dismiss(self) -> None:
        """Let go of the selection; or else of the focused mark; or else of the armed label."""
        self._let_go = self._bench.view.cursor_word()
        if self._bench.view.selection() is not None:
            self._bench.view.clear_selection()
        elif self._bench.view.focused_mark() is not None:
            self._bench.view.focus_mark(None)
        else:
            self._arm(None)

    # Keys of the digit row count by where they are, so they cannot be ordinary shortcuts

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier and event.text().isdigit()
            if plain or shifted:
                digit = digit_of(event.text(), scan_code=event.nativeScanCode(), virtual_key=event.nativeVirtualKey())
                if digit is not None and self.apply_key(digit):
                    return True
        return super().eventFilter(watched, event)

    # Inner doings

    def _draw(self, start: int, end: int, *, label: str) -> None:
        if self._session is not None:
            self._last = label
            self._session.draw(start, end, label=label)
            self._bench.view.clear_selection()
            self._bench.focus_at(start, end)

    def _arm(self, label: str | None) -> None:
        self._armed = label
        self._bench.label_bar.show_armed(label)
        self.armed_changed.emit(self._bench.labels.get(label) if label else None)

    def _selection_made(self, start: int, end: int) -> None:
        if self._armed is not None:
            self._draw(start, end, label=self._armed)
