"""The rows of the article list: ids in order, and the rest a page at a time, as far as it is looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.annotation import Status
from annotator.core.snippets import Snippet, emphasised, snippet
from annotator.ui.article_list.wording import COLUMN_NAMES, row_words, source_words, tip_words
from annotator.ui.dates import date_words
from annotator.ui.language import translate
from annotator.ui.wording import number_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from annotator.app.session import Session
    from annotator.core.article import ArticleSummary

Index = QModelIndex | QPersistentModelIndex

# A shape for each status, so that none of them needs a colour to be told from the others.
SYMBOLS = {Status.NEW: "○", Status.IN_PROGRESS: "◐", Status.FINISHED: "●", Status.SET_ASIDE: "⊘"}
FLAG = "⚑"

ROW = int(Qt.ItemDataRole.UserRole)
"""The role under which the model gives the whole `Row`."""

_PAGE = 64
_PAGES_KEPT = 24
_SEARCHED = 200_000
"""Code points of a text in which a row looks for what was searched for; the search itself knows no end."""

_FEW = 20  # articles up to which rows are drawn anew one by one


class Column(IntEnum):
    """The columns of the list; all after the title can be hidden."""

    STATUS = 0
    TITLE = 1
    UNDECIDED = 2
    FLAG = 3
    DATE = 4
    SOURCE = 5


class Row(NamedTuple):
    """One row.

    Attributes:
        summary: what is known of the article.
        title: its title, with where the words searched for stand in it.
        snippet: the piece of the text around them, or None where nothing is searched for.
    """

    summary: ArticleSummary
    title: Snippet
    snippet: Snippet | None


class ArticleModel(QAbstractTableModel):
    """The articles a query found, as one annotator sees them.

    Of all of them it holds the ids alone; rows are read a page at a time, and the pages looked at last are kept.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._order: Sequence[int] = ()
        self._words = ""
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._open_undecided: tuple[int, int] | None = None  # article, and what the window itself counts in it

    def show(self, session: Session | None, order: Sequence[int], words: str) -> None:
        """Show other articles.

        Args:
            session: whose project they are in.
            order: their ids.
            words: what was searched for, to be emphasised.
        """
        self.beginResetModel()
        self._session, self._order, self._words = session, order, words
        self._pages.clear()
        self.endResetModel()

    def drop(self, articles: Collection[int]) -> None:
        """Show some articles no longer."""
        kept = array("q", (article for article in self._order if article not in articles))
        self.show(self._session, kept, self._words)

    def renew(self, articles: Collection[int] | None = None) -> None:
        """Read rows again; by default all, as far as they are looked at."""
        rows = [] if articles is None or len(articles) > _FEW else [self.row_of(article) for article in articles]
        if articles is not None and len(articles) <= _FEW:
            for row in rows:
                if row is not None:
                    self._pages.pop(row // _PAGE, None)
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        elif self._order:
            self._pages.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(Column) - 1))

    def count_undecided(self, article: int, undecided: int) -> None:
        """Show what the window counts in the open article, sooner than the file knows."""
        before, self._open_undecided = self._open_undecided, (article, undecided)
        if before is not None and before[0] != article:
            self.renew([before[0]])  # what was done there is in the file
        row = None if before == self._open_undecided else self.row_of(article)
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def article(self, row: int) -> int:
        """Return the id of the article of a row."""
        return self._order[row]

    def articles(self, first: int, last: int) -> Sequence[int]:
        """Return the ids of the articles of the rows from ``first`` to ``last``, both included."""
        return self._order[first : last + 1]

    @property
    def searched(self) -> bool:
        """Whether rows show what was searched for."""
        return bool(self._words)

    @property
    def order(self) -> Sequence[int]:
        """The ids of all articles shown, in their order."""
        return self._order

    def row_of(self, article: int) -> int | None:
        """Return the row of an article, or None where it is not shown."""
        try:
            return self._order.index(article)
        except ValueError:
            return None

    def row(self, row: int) -> Row | None:
        """Return what there is to show in a row, or None where the article is gone."""
        number, article = row // _PAGE, self._order[row]
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._read(self._order[number * _PAGE : (number + 1) * _PAGE])
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        found = page.get(article)
        if found is not None and self._open_undecided is not None and self._open_undecided[0] == article:
            return found._replace(summary=found.summary._replace(undecided=self._open_undecided[1]))
        return found

    def _read(self, articles: Sequence[int]) -> dict[int, Row]:
        if self._session is None:
            return {}
        project, words = self._session.project, self._words
        texts = project.beginnings(articles, length=_SEARCHED) if words else {}
        return {
            each.id: Row(each, emphasised(each.title, words), snippet(texts.get(each.id, ""), words) if words else None)
            for each in project.summaries(articles, annotator=self._session.annotator)
        }

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            name = translate("article_list", COLUMN_NAMES[section])
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return name
            if role == Qt.ItemDataRole.DisplayRole:
                return {Column.STATUS: "", Column.FLAG: FLAG}.get(Column(section), name)
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        row = self.row(index.row()) if role in _ROLES else None
        if row is None:
            return None
        summary = row.summary
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                return row_words(summary)
            case Qt.ItemDataRole.ToolTipRole:
                return tip_words(summary)
            case Qt.ItemDataRole.DisplayRole:
                return _shown(summary, Column(index.column()))
        return row


_ROLES = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        ROW,
    }
)


def _shown(summary: ArticleSummary, column: Column) -> str:
    match column:
        case Column.STATUS:
            return SYMBOLS[summary.status]
        case Column.TITLE:
            return summary.title
        case Column.UNDECIDED:
            return number_words(summary.undecided) if summary.undecided else ""
        case Column.FLAG:
            return FLAG if summary.flagged else ""
        case Column.DATE:
            return date_words(summary.date)
        case Column.SOURCE:
            return source_words(summary.source)
