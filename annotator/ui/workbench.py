"""Where an annotator works: the label bar, the article, and the list of its marks, held by one session.

It turns what the hand does into the session's verbs, and redraws what the session says has changed. It holds no
annotation of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from annotator.core.annotation import Mark, Status
from annotator.core.edits import SpanChange
from annotator.core.suggestions import Tier
from annotator.core.tokens import move_edge
from annotator.ui.article_view import ArticleView
from annotator.ui.inspector import Inspector
from annotator.ui.keyboard import digit_of
from annotator.ui.label_bar import LabelBar
from annotator.ui.shown_marks import ShownMarks
from annotator.ui.span_list import SpanList
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.app.session import Changes, Session
    from annotator.core.labels import Label

Key = tuple[str, int]


class Workbench(QWidget):
    """One session's open article, ready to be corrected."""

    armed_changed = Signal(object)
    focus_moved = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._labels: dict[str, Label] = {}
        self._marks = ShownMarks()
        self._armed: str | None = None
        self._shown_tiers = frozenset(Tier)

        self.label_bar = LabelBar(self)
        self.view = ArticleView(self)
        self.view.setObjectName("article_view")
        self.span_list = SpanList(self)
        self.inspector = Inspector(self)
        self._place()

        self.label_bar.label_requested.connect(self.apply_label)
        self.label_bar.accept_all_requested.connect(self.accept_all)
        self.focus_moved.connect(self._inspect)
        self.view.selection_made.connect(self._selection_made)
        self.view.mark_focused.connect(self._mark_focused)
        self.span_list.mark_chosen.connect(self._mark_chosen)
        for widget in (self.view, self.span_list):
            widget.installEventFilter(self)

    def _place(self) -> None:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setObjectName("rule")
        article = QWidget(self)
        column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label_bar)
        column.addWidget(line)
        column.addWidget(self.view, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("workbench_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(article)
        beside = QSplitter(Qt.Orientation.Vertical, self)
        beside.setObjectName("beside_splitter")
        beside.addWidget(self.span_list)
        beside.addWidget(self.inspector)
        beside.setStretchFactor(0, 1)
        beside.setSizes([520, 210])
        splitter.addWidget(beside)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([840, 266])  # room for the label bar in full
        self.span_list.setMinimumWidth(200)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    # What is shown

    def set_session(self, session: Session) -> None:
        """Work with another session, nothing open yet."""
        self._session = session
        self._marks = ShownMarks()
        self.view.clear_selection()
        labels = session.project.labels()
        self._labels = {label.id: label for label in labels}
        self.label_bar.set_labels(labels)
        self.view.set_labels(labels)
        self._arm(None)
        session.watch(self._changed)

    def open(self, article: int) -> None:
        """Show an article, its first undecided suggestion focused.

        Raises:
            UserError: it cannot be read.
        """
        if self._session is None:
            return
        shown = self._session.open(article)
        marks = self._marks_shown()
        self._marks.replace(marks)
        self.span_list.show_marks(shown.text, marks, self._labels)
        self.view.show_article(shown.text, shown.grid, marks)
        self._show_counts()
        self.next_pending()

    def refresh(self) -> None:
        """Read the open article again: new suggestions have come, or somebody else has changed it."""
        if self._session is None or self._session.article is None:
            return
        focused = self.view.focused_mark()
        self._session.reload()
        if self._marks_shown() == list(self._marks):
            return
        self._show_marks()
        if self.view.focused_mark() is None and self.view.selection() is None:
            # Where the focused suggestion is gone, go on from its place, not from the top.
            following = self._marks.from_point(focused.start) if focused is not None else ()
            pending = next((mark for mark in following if mark.suggestion is not None), None)
            if pending is not None:
                self._focus(pending)
            else:
                self.next_pending()

    def show_tiers(self, tiers: Iterable[Tier]) -> None:
        """Show the suggestions of these tiers only; spans are always shown."""
        self._shown_tiers = frozenset(tiers)
        if self._session is not None and self._session.article is not None:
            self._show_marks()

    def pending_count(self) -> int:
        """Count the undecided suggestions shown."""
        return self._marks.pending

    def mark_position(self) -> tuple[int, int]:
        """Return which mark is focused, counted from 1 (0: none), and how many there are."""
        row = self._marks.row_of(self.view.focused_mark())
        return (0 if row is None else row + 1), len(self._marks)

    # What the annotator asks for

    def apply_label(self, label: str) -> None:
        """Label the selection; or else relabel the focused mark; or else arm the label for the next selection."""
        if self._session is None or self._session.article is None:
            return
        selection = self.view.selection()
        mark = self.view.focused_mark()
        if selection is not None:
            self._draw(*selection, label=label)
        elif mark is not None:
            self._session.relabel(mark, label=label)
            self.label_bar.show_armed(self._armed)
        else:
            self._arm(None if self._armed == label else label)

    def apply_key(self, digit: str) -> bool:
        """Apply the label with this key; tell whether there is one."""
        for label in self._labels.values():
            if label.key == digit:
                self.apply_label(label.id)
                return True
        return False

    def accept(self) -> None:
        """Accept the focused suggestion, then go to the next undecided one."""
        mark = self.view.focused_mark()
        if self._session is not None and mark is not None and mark.suggestion is not None:
            self._session.accept([mark.suggestion])
        self.next_pending()

    def accept_all(self) -> None:
        """Accept every suggestion shown, in one step."""
        if self._session is None:
            return
        pending = [mark.suggestion for mark in self._marks if mark.suggestion is not None]
        if self._session.accept(pending):
            said = counted(len(pending), self.tr("suggestion acceptée"), self.tr("suggestions acceptées"))
            self.told.emit(f"{said}.")

    def accept_sure(self) -> None:
        """Accept every suggestion shown that is sure, in one step."""
        suggestions = [mark.suggestion for mark in self._marks if mark.suggestion is not None]
        sure = [suggestion for suggestion in suggestions if suggestion.tier is Tier.SURE]
        if self._session is not None and self._session.accept(sure):
            said = counted(len(sure), self.tr("suggestion sûre acceptée"), self.tr("suggestions sûres acceptées"))
            self.told.emit(f"{said}.")

    def remove(self) -> None:
        """Reject the focused suggestion or remove the focused span, then go on to the next mark."""
        mark = self.view.focused_mark()
        if self._session is None or mark is None:
            return
        self._session.remove(mark)
        rejected = mark.suggestion is not None
        following = self._marks.from_point(mark.end)
        self._focus(next((each for each in following if each.suggestion is not None or not rejected), None))

    def move_edges(self, *, start_by: int = 0, end_by: int = 0) -> None:
        """Move the boundaries of the focused mark by whole tokens."""
        mark = self.view.focused_mark()
        if self._session is None or self._session.article is None or mark is None:
            return
        article = self._session.article
        start, end = move_edge(article.text, article.grid, mark.start, mark.end, start_by=start_by, end_by=end_by)
        if self._session.resize(mark, start=start, end=end):
            self._focus_at(start, end)

    def next_mark(self) -> None:
        """Focus the next mark."""
        self.view.focus_next()

    def previous_mark(self) -> None:
        """Focus the mark before."""
        self.view.focus_previous()

    def next_pending(self) -> None:
        """Focus the next undecided suggestion, from the top again after the last."""
        self._step_pending(1)

    def previous_pending(self) -> None:
        """Focus the undecided suggestion before, from the bottom again after the first."""
        self._step_pending(-1)

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
        mark = self.view.focused_mark()
        extent = self.view.selection() or ((mark.start, mark.end) if mark is not None else None)
        if article is None or extent is None:
            return None
        mark = self._marks.first_over(*extent)
        same = mark is not None and (mark.start, mark.end) == extent
        return article.text[slice(*extent)], mark.label if mark is not None and same else self._armed

    def dismiss(self) -> None:
        """Let go of the selection; or else of the focused mark; or else of the armed label."""
        if self.view.selection() is not None:
            self.view.clear_selection()
        elif self.view.focused_mark() is not None:
            self.view.focus_mark(None)
        else:
            self._arm(None)

    def set_status(self, status: Status) -> bool:
        """Give the open article a status; tell whether that changed anything."""
        return self._session is not None and self._session.set_status(status) is not None

    def focus_changed(self, changes: Changes) -> None:
        """Focus the first mark of the open article that lies where spans changed, as after an undo."""
        extents = [
            (span.start, span.end)
            for edit in changes.edits
            if self._session is not None and self._session.article is not None
            if edit.article == self._session.article.id
            for change in edit.changes
            if isinstance(change, SpanChange) and (span := change.after or change.before) is not None
        ]
        if extents:
            start, end = min(extents)
            self._focus(self._marks.first_over(start, end))

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
            self._session.draw(start, end, label=label)
            self.view.clear_selection()
            self._focus_at(start, end)

    def _arm(self, label: str | None) -> None:
        self._armed = label
        self.label_bar.show_armed(label)
        self.armed_changed.emit(self._labels.get(label) if label else None)

    def _selection_made(self, start: int, end: int) -> None:
        if self._armed is not None:
            self._draw(start, end, label=self._armed)

    def _mark_focused(self, _key: Key | None) -> None:
        self.span_list.follow(self._marks.row_of(self.view.focused_mark()))
        self.focus_moved.emit()

    def _mark_chosen(self, key: Key) -> None:
        self.view.focus_mark(key)

    def _focus_at(self, start: int, end: int) -> None:
        found = self._marks.first_over(start, end)
        self._focus(found if found is not None and (found.start, found.end) == (start, end) else None)

    def _focus(self, mark: Mark | None) -> None:
        self.view.focus_mark(None if mark is None else mark.key)

    def _step_pending(self, by: int) -> None:
        mark = self._marks.pending_from(self._marks.row_of(self.view.focused_mark()), by=by)
        if mark is not None:
            self._focus(mark)

    def _changed(self, changes: Changes) -> None:
        article = self._session.article if self._session is not None else None
        if article is not None and article.id in changes.articles:
            self._show_marks()

    def _show_marks(self) -> None:
        if self._session is not None:
            marks = self._marks_shown()
            replaced = self._marks.replace(marks)
            self.span_list.change_marks(marks, replaced)
            self.view.show_marks(marks)
            self._show_counts()

    def _marks_shown(self) -> list[Mark]:
        """Return the marks of the open article but for the suggestions of tiers that are hidden."""
        if self._session is None:
            return []
        marks = self._session.marks()
        if len(self._shown_tiers) == len(Tier):
            return marks
        return [mark for mark in marks if mark.suggestion is None or mark.suggestion.tier in self._shown_tiers]

    def _inspect(self) -> None:
        article = self._session.article if self._session is not None else None
        if self._session is not None and article is not None:
            self.inspector.show_mark(article.text, self.view.focused_mark(), self._labels, self._session.suggestions)

    def _show_counts(self) -> None:
        self.span_list.follow(self._marks.row_of(self.view.focused_mark()))
        self.label_bar.show_counts(self._marks.counts, pending=self._marks.pending)
        self.focus_moved.emit()
