"""The list of articles with their status."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from annotator.core.annotation import Status
from annotator.ui.language import language
from annotator.ui.plain_list import make_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.article import ArticleSummary

Index = QModelIndex | QPersistentModelIndex

# A shape for each status, so that none of them needs a colour to be told from the others.
SYMBOLS = {Status.NEW: "○", Status.IN_PROGRESS: "◐", Status.FINISHED: "●", Status.SET_ASIDE: "⊘"}


class Column(IntEnum):
    """The columns of the list."""

    STATUS = 0
    TITLE = 1


class ArticleModel(QAbstractTableModel):
    """The articles of a project as one annotator sees them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ArticleSummary] = []
        self._row_of: dict[int, int] = {}
        self._counts: Counter[Status] = Counter()

    def show(self, summaries: Sequence[ArticleSummary]) -> None:
        """Show other articles."""
        self.beginResetModel()
        self._rows = list(summaries)
        self._row_of = {summary.id: row for row, summary in enumerate(self._rows)}
        self._counts = Counter(summary.status for summary in self._rows)
        self.endResetModel()

    def set_status(self, article: int, status: Status) -> None:
        """Show another status for one article."""
        row = self._row_of.get(article)
        if row is not None and self._rows[row].status is not status:
            self._counts[self._rows[row].status] -= 1
            self._counts[status] += 1
            self._rows[row] = replace(self._rows[row], status=status)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def summary(self, row: int) -> ArticleSummary:
        """Return the article of a row."""
        return self._rows[row]

    def row_of(self, article: int) -> int | None:
        """Return the row of an article, or None."""
        return self._row_of.get(article)

    def count(self, status: Status) -> int:
        """Count the articles of one status."""
        return self._counts[status]

    def unfinished_after(self, row: int, step: int) -> int | None:
        """Return the next row, going by ``step`` and around the end, that is neither finished nor set aside."""
        for distance in range(1, len(self._rows) + 1):
            candidate = (row + step * distance) % len(self._rows)
            if candidate != row and self._rows[candidate].status in (Status.NEW, Status.IN_PROGRESS):
                return candidate
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", self.tr("Article"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        summary = self._rows[index.row()]
        match role, index.column():
            case Qt.ItemDataRole.DisplayRole, Column.STATUS:
                return SYMBOLS[summary.status]
            case Qt.ItemDataRole.DisplayRole, Column.TITLE:
                return summary.title
            case Qt.ItemDataRole.TextAlignmentRole, Column.STATUS:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.ToolTipRole, _:
                return f"{summary.title}\n{summary.status.wording.in_language(language())} · {summary.source}"
            case Qt.ItemDataRole.AccessibleTextRole, _:
                return f"{summary.title}, {summary.status.wording.in_language(language())}"
        return None


class ArticleList(QTableView):
    """The list of articles; choosing a row opens the article."""

    article_chosen = Signal(int)
    reading_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = ArticleModel(self)
        self._following = False
        self.setModel(self.articles)
        self.setObjectName("article_list")
        self.setAccessibleName(self.tr("Articles du projet"))
        make_plain(self)
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.STATUS, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.STATUS, 34)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.activated.connect(lambda _index: self.reading_requested.emit())
        self.clicked.connect(lambda _index: self.reading_requested.emit())

    def follow(self, article: int) -> None:
        """Make an article the current row, without telling anyone."""
        row = self.articles.row_of(article)
        if row is not None:
            self._following = True
            self.setCurrentIndex(self.articles.index(row, Column.TITLE))
            self._following = False

    def neighbour(self, step: int) -> int | None:
        """Return the id of the article ``step`` rows from the current one, or None at the end of the list."""
        row = self.currentIndex().row() + step
        return self.articles.summary(row).id if 0 <= row < self.articles.rowCount() else None

    def next_unfinished(self) -> int | None:
        """Return the id of the next article still to be worked on, from the current one around, or None."""
        row = self.articles.unfinished_after(max(0, self.currentIndex().row()), 1)
        return None if row is None else self.articles.summary(row).id

    def _row_changed(self, current: QModelIndex) -> None:
        if not self._following and current.isValid():
            self.article_chosen.emit(self.articles.summary(current.row()).id)
