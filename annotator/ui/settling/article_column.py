"""The articles in which annotators differ, with how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.annotation import Status
from annotator.ui.row_inks import begin_row
from annotator.ui.sheet import sheet
from annotator.ui.wording import counted, explained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.app.settling import Shared

Index = QModelIndex | QPersistentModelIndex

_ACROSS, _DOWN = 12, 6
"""Pixels around the two lines of a row."""


class Row(NamedTuple):
    """An article of the column.

    Attributes:
        article: its id.
        title: its title.
        open: how many places are to be decided.
        agreed: how many places all drew alike, and nobody has accepted yet.
        settled: how many places are settled.
        finished: whether somebody said that it is settled.
    """

    article: int
    title: str
    open: int
    agreed: int
    settled: int
    finished: bool

    @classmethod
    def of(cls, shared: Shared) -> Row:
        """Return the row of an article."""
        counts = shared.counts
        finished = shared.status is Status.FINISHED
        return cls(shared.article, shared.title, counts.open + counts.outdated, counts.agreed, counts.settled, finished)

    @property
    def waits(self) -> bool:
        """Whether there is anything to do in it."""
        return bool(self.open) or not self.finished


class Rows(QAbstractListModel):
    """The rows, each of two lines: the title, and how far the article is.

    Attributes:
        known: all of them.
        rows: those that are shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known: list[Row] = []
        self.rows: list[Row] = []
        self._all = False

    def show(self, rows: Sequence[Row]) -> None:
        """Show other articles."""
        self.beginResetModel()
        self.known = list(rows)
        self.rows = [row for row in rows if self._all or row.waits]
        self.endResetModel()

    def show_all(self, everything: bool) -> None:
        """Show the articles that are finished as well, or only those in which there is something to do."""
        self._all = everything
        self.show(self.known)

    def add(self, found: Sequence[Row]) -> None:
        """Show further articles after those that are there."""
        self.known += found
        fresh = [row for row in found if self._all or row.waits]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(fresh) - 1)
            self.rows += fresh
            self.endInsertRows()

    def change(self, row: Row) -> None:
        """Show how far an article is now; it keeps its place, also where nothing is left to do."""
        place = next((at for at, before in enumerate(self.known) if before.article == row.article), None)
        if place is None:
            return
        self.known[place] = row
        at = self.row_of(row.article)
        if at is not None:
            self.rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))
        elif row.waits:  # it had been finished
            earlier = {before.article for before in self.known[:place]}
            at = sum(each.article in earlier for each in self.rows)
            self.beginInsertRows(QModelIndex(), at, at)
            self.rows.insert(at, row)
            self.endInsertRows()

    def row_of(self, article: int | None) -> int | None:
        """Return the row of an article among those shown, or None."""
        return next((at for at, row in enumerate(self.rows) if row.article == article), None)

    def first_waiting(self) -> int | None:
        """Return the id of the first article with open places, else of the first; None where there is none."""
        first = next((row for row in self.rows if row.open), self.rows[0] if self.rows else None)
        return None if first is None else first.article

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return explained(row.title, self.state_words(row))
        return None

    def state_words(self, row: Row) -> str:
        """Say how far an article is."""
        if row.finished and not row.open:
            return self.tr("✓ terminé")
        if not row.open and not row.agreed:
            return self.tr("tout est réglé, à terminer")
        said = []
        if row.open:
            said.append(counted(row.open, self.tr("point à départager"), self.tr("points à départager")))
        elif row.agreed:
            said.append(counted(row.agreed, self.tr("accord à accepter"), self.tr("accords à accepter")))
        if row.settled:
            said.append(counted(row.settled, self.tr("réglé"), self.tr("réglés")))
        return ", ".join(said)


class _TwoLines(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, 2 * option.fontMetrics.lineSpacing() + 2 * _DOWN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, Rows):
            return
        row = model.rows[index.row()]
        painter.save()
        inks = begin_row(painter, option)
        line = option.fontMetrics.lineSpacing()
        room = option.rect.adjusted(_ACROSS, _DOWN, -_ACROSS, -_DOWN)
        for number, (words, ink) in enumerate(((row.title, inks.strong), (model.state_words(row), inks.quiet))):
            painter.setPen(ink)
            place = QRect(room.left(), room.top() + number * line, room.width(), line)
            shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class ArticleColumn(QListView):
    """The list; its current row is the article that is shown.

    Signals:
        article_chosen: id of the article to show.
        left: the keys are to go to the text.
    """

    article_chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settling_articles")
        self.setAccessibleName(self.tr("Articles à départager"))
        self.setViewport(sheet(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_TwoLines(self))
        self.rows = Rows(self)
        self.setModel(self.rows)
        self._following = False
        self.selectionModel().currentChanged.connect(self._changed)
        self.activated.connect(lambda _index: self.left.emit())

    def follow(self, article: int | None) -> None:
        """Make an article the current row, or none, without telling anyone."""
        self._following = True
        at = self.rows.row_of(article)
        if at is None:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(self.rows.index(at))
        self._following = False

    def show_all(self, everything: bool) -> None:
        """Show the articles that are finished as well, or only the others; the current one stays current."""
        current = self.currentIndex()
        article = self.rows.rows[current.row()].article if current.isValid() else None
        self._following = True
        self.rows.show_all(everything)
        self.follow(article)

    def next_waiting(self, after: int | None) -> int | None:
        """Return the id of the next article with something to do, after one and then from the top; None: no other."""
        ids = [row.article for row in self.rows.rows]
        at = ids.index(after) + 1 if after in ids else 0
        ahead = [*self.rows.rows[at:], *self.rows.rows[:at]]
        waiting = (row for row in ahead if row.waits and row.article != after)
        following = next(waiting, None)
        return None if following is None else following.article

    def _changed(self, current: QModelIndex) -> None:
        if not self._following and current.isValid():
            self.article_chosen.emit(self.rows.rows[current.row()].article)
