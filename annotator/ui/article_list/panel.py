"""The article list of the window: what filters it above, its rows, and what stands there where it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from annotator.app import settings
from annotator.core.annotation import Status
from annotator.core.edits import StatusChange, TrashChange
from annotator.core.listing import ArticleQuery, Sort, search_terms
from annotator.ui.article_list.filter_bar import FilterBar
from annotator.ui.article_list.menus import view_menu
from annotator.ui.article_list.model import Column
from annotator.ui.article_list.table import OPTIONAL, ArticleTable
from annotator.ui.article_list.wording import nothing_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QHideEvent

    from annotator.app.session import Changes, Session

_SETTING = "article_list"
_KEPT_AFTER_MS = 400
_SORTED_BY = {
    Column.TITLE: Sort.TITLE,
    Column.UNDECIDED: Sort.UNDECIDED,
    Column.DATE: Sort.DATE,
    Column.SOURCE: Sort.SOURCE,
}


class ArticleList(QWidget):
    """The articles of a project as one annotator sees them, as far as the query in its bar lets them through.

    An article that no longer fits the query, because it was finished, say, stays in its row until the list is asked
    for anew: the place is not lost, and what was just done can be seen. What goes to the trash leaves at once.

    Signals:
        article_chosen: id of the article to open; the keyboard stays in the list.
        reading_requested: the keyboard is to go to the text.
        status_requested: the chosen articles are to get a `Status`.
        counted: `finished` and `total` are up to date again.
    """

    article_chosen = Signal(int)
    reading_requested = Signal()
    status_requested = Signal(object)
    counted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_list")
        self._session: Session | None = None
        self._counts: Mapping[Status, int] = dict.fromkeys(Status, 0)
        self._open: int | None = None
        self._place = -1  # the row of the open article, or where it was
        self.bar = FilterBar(self)
        self.table = ArticleTable(self)
        self.bar.set_menu(view_menu(self.bar, self.table))
        self._nothing: QWidget | None = None
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.table)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self._pages, 1)
        self.setFocusProxy(self.table)
        self.bar.query_changed.connect(self._query_changed)
        self.bar.list_requested.connect(self._enter)
        self.bar.reading_requested.connect(self.reading_requested)
        self.table.article_chosen.connect(self.article_chosen)
        self.table.reading_requested.connect(self.reading_requested)
        self.table.sort_requested.connect(self._sort_by)
        # Numbers follow after the painting of what changed them.
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(0)
        self._counting.timeout.connect(self._count_after)
        self._miscounted = False
        self._keeping = QTimer(self)  # a column that is drawn wider changes at every pixel
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_AFTER_MS)
        self._keeping.timeout.connect(self._keep)
        self.table.columns_changed.connect(self._keeping.start)
        self._restore()

    # What is shown

    def set_session(self, session: Session | None) -> None:
        """Show the articles of another session, unfiltered, or none."""
        self._session, self._open, self._place = session, None, -1
        if session is None:
            self.table.articles.show(None, (), "")
            return
        session.watch(self._changed)
        self.read_labels()
        self.bar.annotators = session.project.annotators()
        if self.bar.query.filters:
            self.bar.clear()
        else:
            self.refresh()

    def read_labels(self) -> None:
        """Take the labels from the project again."""
        if self._session is not None:
            self.bar.labels = {label.id: label for label in self._session.project.labels()}

    def refresh(self) -> None:
        """Ask for the list anew, and keep the place in it."""
        if self._session is None:
            return
        project, who, query = self._session.project, self._session.annotator, self.bar.query
        self.bar.annotators = project.annotators()
        found = project.find_articles(query, annotator=who)
        self.table.articles.show(self._session, found, query.words if search_terms(query.words) else "")
        self._show_sort()
        self._show_found()

    def _show_found(self) -> None:
        self._count()
        self.bar.show_found(self.table.articles.rowCount(), self.total())
        self._show_page()
        self.follow(self._open)

    def renew(self) -> None:
        """Read again what rows say, in the order they are in."""
        self.table.articles.renew()
        self._count()

    def follow(self, article: int | None) -> None:
        """Make an article the current row, as far as it is shown, without telling anyone."""
        self._open = article
        row = None if article is None else self.table.articles.row_of(article)
        if row is not None:
            self._place = row
        self.table.follow(article)
        self._counting.start()

    def total(self) -> int:
        """Return how many articles there are, those in the trash left out."""
        return sum(self._counts.values())

    def finished(self) -> int:
        """Return how many of them the annotator has finished."""
        return self._counts[Status.FINISHED]

    # Where to go

    def first(self) -> int | None:
        """Return the id of the first article of the list still to be worked on, else of the first one, or None."""
        order = self.table.articles.order
        return self._unfinished(0, len(order), 1) or (order[0] if order else None)

    def neighbour(self, step: int) -> int | None:
        """Return the id of the article ``step`` rows from the open one, or None at the end of the list."""
        there = self._open is not None and self.table.articles.row_of(self._open) is not None
        # Where the open article is not among the rows, the next one is that which stands in its place.
        row = self._place + (step if there or step < 0 else step - 1)
        order = self.table.articles.order
        return order[row] if 0 <= row < len(order) else None

    def next_unfinished(self, step: int = 1) -> int | None:
        """Return the id of the next article of the list still to be worked on, going around its end, or None.

        Args:
            step: 1 goes down from the open article, -1 goes up.
        """
        rows, here = len(self.table.articles.order), max(self._place, 0)
        if step > 0:
            return self._unfinished(here + 1, rows, 1) or self._unfinished(0, here, 1)
        return self._unfinished(0, here, -1) or self._unfinished(here + 1, rows, -1)

    def _unfinished(self, first: int, end: int, step: int) -> int | None:
        if self._session is None:
            return None
        ids = self.table.articles.order[first:end][::step]
        found = self._session.project.first_unfinished(ids, annotator=self._session.annotator)
        return None if found == self._open else found

    def after_chosen(self) -> int | None:
        """Return the id of the article after the chosen ones, else of the one before them, or None."""
        chosen, order = self.table.chosen_rows(), self.table.articles.order
        if not chosen:
            return None
        first, last = chosen[0][0], chosen[-1][1]
        return order[last + 1] if last + 1 < len(order) else order[first - 1] if first else None

    def give_chosen(self, status: Status) -> bool:
        """Ask for a status for the chosen articles, if several are and the keyboard is here; tell whether they are."""
        several = self.table.hasFocus() and len(self.table.chosen()) > 1
        if several:
            self.status_requested.emit(status)
        return several

    def search(self) -> None:
        """Go to the search field, with what stands in it selected."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def show_trash(self) -> None:
        """Show what lies in the trash, or no longer."""
        self.bar.show_query(self.bar.query.cleared()._replace(trashed=not self.bar.query.trashed))

    # Inner doings

    def _changed(self, changes: Changes) -> None:
        """Draw anew what a change touched; only a change of the trash moves rows."""
        if changes.statuses:
            self.table.articles.renew(changes.articles)
            all_changes = [(edit.article, change) for edit in changes.edits for change in edit.changes]
            thrown = {article: change.after for article, change in all_changes if isinstance(change, TrashChange)}
            if self.bar.query.trashed in thrown.values():
                self.refresh()  # they come back to their place
            elif thrown:
                self.table.articles.drop(thrown)
                self._show_found()
            elif any(isinstance(change, StatusChange) for _, change in all_changes):
                self._miscounted = True
        elif changes.articles != {self._open}:
            self.table.articles.renew(changes.articles)
        self._counting.start()

    def _count(self) -> None:
        if self._session is not None:
            self._counts = self._session.project.count_statuses(self._session.annotator)
            self._miscounted = False
            self.counted.emit()

    def _count_after(self) -> None:
        if self._miscounted:
            self._count()
        if self._session is not None and self._session.article is not None:
            # Every span is a mark, and so is every undecided suggestion; going through all of them would take longer.
            pending = len(self._session.marks()) - len(self._session.annotation.spans)
            self.table.articles.count_undecided(self._session.article.id, pending)

    def _query_changed(self) -> None:
        self.table.scrollToTop()
        self.refresh()
        self._keeping.start()

    def _sort_by(self, column: Column) -> None:
        if column in _SORTED_BY:
            self.bar.sort_by(_SORTED_BY[column])
        else:
            self._show_sort()  # Qt's head marks whatever was clicked

    def _show_sort(self) -> None:
        query = self.bar.query
        column = next((column for column, sort in _SORTED_BY.items() if sort is query.sort), None)
        rises = (column in (Column.TITLE, Column.SOURCE)) is not query.reverse
        self.table.show_sort(column, Qt.SortOrder.AscendingOrder if rises else Qt.SortOrder.DescendingOrder)

    def _enter(self, read: bool) -> None:
        """Go from the search field to the first article found, or on to its text."""
        if not self.table.articles.rowCount():
            return
        if self.table.currentIndex().row() < 0:
            self.table.setCurrentIndex(self.table.articles.index(0, Column.TITLE))
        if read:
            self.reading_requested.emit()
        else:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_page(self) -> None:
        query, session = self.bar.query, self._session
        empty = not self.table.articles.rowCount() and (
            query.filters or (session is not None and session.project.count_trashed(session.annotator) > 0)
        )
        if self._nothing is not None:
            self._pages.removeWidget(self._nothing)
            self._nothing.setParent(None)
            self._nothing.deleteLater()
            self._nothing = None
        if empty:
            self._nothing = self._nothing_page()
            self._pages.addWidget(self._nothing)
            self._pages.setCurrentWidget(self._nothing)

    def _nothing_page(self) -> QWidget:
        """Return what to say where nothing fits, and what to do about it."""
        page = QWidget(self)
        title, words = nothing_words(self.bar.query)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(16, 24, 16, 24)
        rows.setSpacing(8)
        for text, name in ((title, "list_empty_title"), (words, "empty_words")):
            label = QLabel(text, page)
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
        filtered = self.bar.query.filters
        words = self.tr("Tout montrer") if filtered else self.tr("Ouvrir la corbeille")
        button = QPushButton(words, page)
        button.setObjectName("secondary")
        button.clicked.connect(self.bar.clear if filtered else self.show_trash)
        rows.addSpacing(6)
        rows.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
        return page

    # What is remembered: order and columns; filters are for the moment

    def _restore(self) -> None:
        kept = settings.load().window.get(_SETTING)
        if not isinstance(kept, dict):
            return
        if kept.get("sort") in list(Sort):
            self.bar.query = ArticleQuery(sort=Sort(kept["sort"]), reverse=kept.get("reverse") is True)
        self.table.blockSignals(True)
        if isinstance(names := kept.get("columns"), list):
            self.table.show_columns(column for column in OPTIONAL if column.name.lower() in names)
        if isinstance(widths := kept.get("widths"), dict):
            self.table.set_widths({name: width for name, width in widths.items() if isinstance(width, int)})
        self.table.blockSignals(False)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._keeping.isActive():
            self._keep()
        super().hideEvent(event)

    def _keep(self) -> None:
        self._keeping.stop()
        query, columns = self.bar.query, self.table.columns()
        kept = {
            "sort": query.sort.value,
            "reverse": query.reverse,
            "columns": None if columns is None else sorted(column.name.lower() for column in columns),
            "widths": dict(self.table.widths()),
        }
        settings.change(lambda before: before.with_window(**{_SETTING: kept}))
