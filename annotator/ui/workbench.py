"""Where an annotator works: the label bar, the article, and the list of its marks, held by one session.

It shows, and redraws what the session says has changed; it holds no annotation of its own and changes none. What the
hand does to marks is the work of `annotator.ui.correcting`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from annotator.core.annotation import Mark
from annotator.core.edits import SpanChange
from annotator.core.suggestions import Tier
from annotator.ui.article_view import ArticleView
from annotator.ui.inspector import Inspector
from annotator.ui.label_bar import LabelBar
from annotator.ui.language import language
from annotator.ui.shown_marks import ShownMarks
from annotator.ui.span_list import SpanList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.app.session import Changes, Session
    from annotator.core.labels import Label

Key = tuple[str, int]

_LINES_ACROSS = 19
"""How wide the list of marks and the inspector are at first, in heights of a line: larger letters take more room."""

_WIDEST = 0.4
"""How much of the room they take at most at first; the article needs the rest."""

_LETTERS_ACROSS = 25
_BESIDE_LETTERS = 80
"""How narrow they can be made: in letters, and in pixels for what stands between these."""


class Workbench(QWidget):
    """One session's open article, ready to be corrected."""

    focus_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = ShownMarks()
        self._session: Session | None = None
        self.labels: dict[str, Label] = {}
        self._shown_tiers = frozenset(Tier)

        self.label_bar = LabelBar(self)
        self.view = ArticleView(self)
        self.view.setObjectName("article_view")
        self.span_list = SpanList(self)
        self.inspector = Inspector(self)
        self._place()

        self.focus_moved.connect(self._inspect)
        self.view.mark_focused.connect(self._mark_focused)
        self.span_list.mark_chosen.connect(self._mark_chosen)

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
        beside.setSizes([450, 290])
        splitter.addWidget(beside)
        splitter.setStretchFactor(0, 1)
        side = min(self.fontMetrics().height() * _LINES_ACROSS, round(1106 * _WIDEST))
        splitter.setSizes([1106 - side, side])  # room for the label bar in full
        narrowest = self.fontMetrics().averageCharWidth() * _LETTERS_ACROSS + _BESIDE_LETTERS
        self.span_list.setMinimumWidth(narrowest)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    # What is shown

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action: going from mark to mark, and which of them are shown."""
        return {
            "next_mark": self.next_mark,
            "previous_mark": self.previous_mark,
            "next_pending": self.next_pending,
            "previous_pending": self.previous_pending,
            "mark_menu": self.view.ask_for_menu,
            "tiers_all": partial(self.show_tiers, tuple(Tier)),
            "tiers_likely": partial(self.show_tiers, (Tier.SURE, Tier.LIKELY)),
            "tiers_sure": partial(self.show_tiers, (Tier.SURE,)),
        }

    def set_session(self, session: Session | None) -> None:
        """Show another session, nothing open yet."""
        self._session = session
        self.marks = ShownMarks()
        self.view.clear_selection()
        self.inspector.set_session(session)
        if session is None:
            return
        self.read_labels()
        session.watch(self._changed)

    def open(self, article: int) -> None:
        """Show an article, its first undecided suggestion focused.

        Raises:
            UserError: it cannot be read.
        """
        if self._session is None:
            return
        painted = self.view.isVisible() and self._paint_at_once(self._session, article)
        shown = self._session.open(article)
        marks = self._marks_shown()
        self.marks.replace(marks)
        self.span_list.show_marks(shown.text, marks, self.labels, self._session.suggestions)
        if painted:
            self.view.show_marks(marks, conflicts=self._conflicts())
            self.view.selection_changed.emit()
        else:
            self.view.show_article(shown.text, shown.grid, marks, conflicts=self._conflicts())
        self._show_counts()
        first = self.marks.pending_from(None, by=1)
        if first is not None:
            self.focus(first)

    def _paint_at_once(self, session: Session, article: int) -> bool:
        """Paint a long article before all its marks are read, with those in view; tell whether it was a long one."""
        from annotator.app.glance import glance

        seen = glance(session.project, article, session.annotator, tiers=self._shown_tiers)
        if seen is None:
            return False
        with QSignalBlocker(self.view):  # nobody else has this article yet
            self.view.show_article(seen.article.text, seen.article.grid, seen.marks)
            self.focus(next((mark for mark in seen.marks if mark.suggestion is not None), None))
        self.view.viewport().repaint()
        return True

    def refresh(self) -> None:
        """Read the open article again: new suggestions have come, or somebody else has changed it."""
        if self._session is None or self._session.article is None:
            return
        focused, conflicts = self.view.focused_mark(), self._session.conflicts()
        if not self._session.is_current():
            self._session.reload()
        if self._marks_shown() == list(self.marks) and self._session.conflicts() == conflicts:
            return
        self._show_marks()
        if self.view.focused_mark() is None and self.view.selection() is None:
            # Where the focused suggestion is gone, go on from its place, not from the top.
            following = self.marks.from_point(focused.start) if focused is not None else ()
            pending = next((mark for mark in following if mark.suggestion is not None), None)
            if pending is not None:
                self.focus(pending)
            else:
                self.next_pending()

    def read_grid(self, *, cursor: int | None = None) -> None:
        """Read the open article again, whose tokens have become others.

        Args:
            cursor: the code point at whose word the cursor shall be; where it is now, by default.
        """
        if self._session is None or self._session.article is None:
            return
        word = self.view.cursor_word()
        read = self._session.open(self._session.article.id)
        self._show_marks()
        if cursor is not None:
            self.focus(None)
        self.view.change_grid(read.grid, cursor=word[0] if cursor is None and word is not None else cursor)

    def read_labels(self) -> None:
        """Take the names, colours and keys of the labels from the project again."""
        if self._session is None:
            return
        labels = self._session.project.labels()
        self.labels = {label.id: label for label in labels}
        self.label_bar.set_labels(labels)
        self.view.set_labels(labels, language())
        if self._session.article is not None:
            marks = self._marks_shown()
            self.span_list.show_marks(self._session.article.text, marks, self.labels, self._session.suggestions)
            self.inspector.set_session(self._session)
            self._show_counts()

    def show_tiers(self, tiers: Iterable[Tier]) -> None:
        """Show the suggestions of these tiers only; spans are always shown."""
        self._shown_tiers = frozenset(tiers)
        if self._session is not None and self._session.article is not None:
            self._show_marks()

    def pending_count(self) -> int:
        """Count the undecided suggestions shown."""
        return self.marks.pending

    def mark_position(self) -> tuple[int, int]:
        """Return which mark is focused, counted from 1 (0: none), and how many there are."""
        row = self.marks.row_of(self.view.focused_mark())
        return (0 if row is None else row + 1), len(self.marks)

    # Going from mark to mark

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

    def focus_changed(self, changes: Changes) -> None:
        """Focus the first mark of the open article that lies where spans changed, as after an undo, if any does."""
        extents = [
            (span.start, span.end)
            for edit in changes.edits
            if self._session is not None and self._session.article is not None
            if edit.article == self._session.article.id
            for change in edit.changes
            if isinstance(change, SpanChange) and (span := change.after or change.before) is not None
        ]
        there = (self.marks.first_over(start, end) for start, end in sorted(extents))
        found = next((mark for mark in there if mark is not None), None)
        if found is not None:
            self.focus(found)

    # Inner doings

    def _mark_focused(self, _key: Key | None) -> None:
        self.span_list.follow(self.marks.row_of(self.view.focused_mark()))
        self.focus_moved.emit()

    def _mark_chosen(self, key: Key) -> None:
        self.view.focus_mark(key)

    def focus_at(self, start: int, end: int) -> None:
        """Focus the mark of exactly this extent, or none where there is no such mark."""
        found = self.marks.first_over(start, end)
        self.focus(found if found is not None and (found.start, found.end) == (start, end) else None)

    def show_place(self, start: int, end: int) -> None:
        """Focus the mark at a place of the open article; where there is none, put the cursor there, in sight."""
        article = self._session.article if self._session is not None else None
        found = self.marks.first_over(start, end)
        self.focus(found)
        if found is None and article is not None:
            self.view.change_grid(article.grid, cursor=start)
            if self.view.text_rect(start, end) is None:
                self.view.put_on_top(start)

    def focus(self, mark: Mark | None) -> None:
        """Focus a mark, or none."""
        self.view.focus_mark(None if mark is None else mark.key)

    def _step_pending(self, by: int) -> None:
        mark = self.marks.pending_from(self.marks.row_of(self.view.focused_mark()), by=by)
        if mark is not None:
            self.focus(mark)

    def _changed(self, changes: Changes) -> None:
        article = self._session.article if self._session is not None else None
        if article is not None and article.id in changes.articles:
            self._show_marks()

    def _show_marks(self) -> None:
        if self._session is not None:
            marks = self._marks_shown()
            replaced = self.marks.replace(marks)
            self.span_list.change_marks(marks, replaced, self._session.suggestions)
            self.view.show_marks(marks, conflicts=self._conflicts())
            self._show_counts()

    def _marks_shown(self) -> list[Mark]:
        """Return the marks of the open article but for the suggestions of tiers that are hidden."""
        if self._session is None:
            return []
        marks = self._session.marks()
        if len(self._shown_tiers) == len(Tier):
            return marks
        return [mark for mark in marks if mark.suggestion is None or mark.suggestion.tier in self._shown_tiers]

    def _conflicts(self) -> frozenset[Key]:
        """Return the keys of the marks of the open article that other annotators contradict."""
        return frozenset() if self._session is None else frozenset(self._session.conflicts())

    def _inspect(self) -> None:
        article = self._session.article if self._session is not None else None
        if self._session is not None and article is not None:
            self.inspector.show_mark(self.view.focused_mark())

    def _show_counts(self) -> None:
        self.span_list.show_conflicts(self._conflicts())
        self.span_list.follow(self.marks.row_of(self.view.focused_mark()))
        self.label_bar.show_counts(self.marks.counts, pending=self.marks.pending)
        self.focus_moved.emit()
