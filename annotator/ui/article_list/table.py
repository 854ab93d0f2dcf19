"""The table of the article list: rows of two lines, columns that come with the room, keys and selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.ui.article_list.model import FLAG, ArticleModel, Column
from annotator.ui.article_list.painting import RowPainter, row_height
from annotator.ui.plain_list import make_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent

OPTIONAL = (Column.UNDECIDED, Column.FLAG, Column.DATE, Column.SOURCE)
"""The columns that can be hidden, in their order."""

# What a column has room for, at first.
_SAMPLES = {Column.UNDECIDED: "9999", Column.FLAG: FLAG, Column.DATE: "30/00/0000", Column.SOURCE: "M" * 15}
_BESIDE = 11
_TITLE_AT_LEAST = 46  # characters the title keeps before a column gets room of its own


class ArticleTable(QTableView):
    """The rows; the current one is the article that is open, where it is among them.

    Signals:
        article_chosen: id of the article to open.
        reading_requested: the keyboard is to go to the text.
        trash_requested: the chosen articles are to be thrown away.
        menu_requested: where, on the screen.
        columns_changed: the person chose columns or their widths.
        sort_requested: the `Column` to sort by.
    """

    article_chosen = Signal(int)
    reading_requested = Signal()
    trash_requested = Signal()
    menu_requested = Signal(object)
    columns_changed = Signal()
    sort_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = ArticleModel(self)
        self._chosen_columns: frozenset[Column] | None = None  # None: as many as there is room for
        self._following = False
        self._laying_out = False
        self._widths: dict[Column, int] = {}
        self.setModel(self.articles)
        self.setObjectName("article_table")
        self.setAccessibleName(self.tr("Articles du projet"))
        make_plain(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._painter = RowPainter(frozenset(OPTIONAL), self)
        self.setItemDelegate(self._painter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        # Of its own and empty: with 100,000 rows chosen it would look at each of them whenever it is painted.
        header.setSelectionModel(QItemSelectionModel(self.articles, header))
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.STATUS, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(lambda section: self.sort_requested.emit(Column(section)))
        header.sectionResized.connect(self._resized)
        self._measure()
        self._lay_out()
        self.articles.modelReset.connect(self._set_height)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.activated.connect(lambda _index: self.reading_requested.emit())

    # What is chosen

    def follow(self, article: int | None) -> None:
        """Make an article the current row and the only one chosen, or none, without telling anyone."""
        row = None if article is None else self.articles.row_of(article)
        self._following = True
        if row is None:
            self.selectionModel().clear()
        elif self.chosen_rows() != [(row, row)] or self.currentIndex().row() != row:
            self._choose_alone(self.articles.index(row, Column.TITLE))
        self._following = False

    def _choose_alone(self, index: QModelIndex) -> None:
        """Choose a row, and none but it: `setCurrentIndex` would add it to the others while Ctrl is down."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def chosen_rows(self) -> list[tuple[int, int]]:
        """Return the runs of rows that are chosen, first and last of each, from the top."""
        chosen = self.selectionModel().selection()
        runs = (chosen.at(place) for place in range(chosen.size()))
        return sorted({(run.top(), run.bottom()) for run in runs})

    def chosen(self) -> list[int]:
        """Return the ids of the articles that are chosen, in the order of the list."""
        return [article for first, last in self.chosen_rows() for article in self.articles.articles(first, last)]

    def _selection_changed(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        rows = self.chosen_rows()
        # Several are chosen for something to be done with them, not to be read.
        if not self._following and len(rows) == 1 and rows[0][0] == rows[0][1]:
            self.article_chosen.emit(self.articles.article(rows[0][0]))

    # Columns

    def columns(self) -> frozenset[Column] | None:
        """Return the columns the person wants to see beside the title, or None where the room decides."""
        return self._chosen_columns

    def show_columns(self, columns: Iterable[Column] | None) -> None:
        """Show these columns beside the title; None shows as many as there is room for."""
        self._chosen_columns = None if columns is None else frozenset(columns)
        self._lay_out()
        self.columns_changed.emit()

    def visible_columns(self) -> frozenset[Column]:
        """Return the columns that are shown beside the title."""
        return frozenset(column for column in OPTIONAL if not self.isColumnHidden(column))

    def widths(self) -> Mapping[str, int]:
        """Return the widths of the columns that can be hidden, in pixels, by name."""
        return {column.name.lower(): self._widths[column] for column in OPTIONAL}

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Give columns other widths, in pixels, by name."""
        for column in OPTIONAL:
            self._widths[column] = widths.get(column.name.lower(), self._widths[column])
        self._lay_out()

    def show_sort(self, column: Column | None, order: Qt.SortOrder) -> None:
        """Show in the head by which column the list is sorted, if by one that can be seen."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column is not None)
        if column is not None:
            header.setSortIndicator(column, order)

    def _measure(self) -> None:
        metrics, heads = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        for column, sample in _SAMPLES.items():
            head = str(self.articles.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
            beside = 36 if column is Column.UNDECIDED else 0  # the bar
            needed = max(metrics.horizontalAdvance(sample) + beside, heads.horizontalAdvance(head))
            self._widths[column] = needed + 2 * _BESIDE
        self._title_at_least = _TITLE_AT_LEAST * metrics.averageCharWidth()
        self.horizontalHeader().resizeSection(Column.STATUS, round(metrics.height() * 1.7))

    def _lay_out(self) -> None:
        """Show the columns there is room for, or those the person wants to see."""
        shown = self._chosen_columns
        if shown is None:
            room = self.viewport().width() - self.columnWidth(Column.STATUS) - self._title_at_least
            fitting = set()
            for column in OPTIONAL:
                room -= self._widths[column]
                if room >= 0:
                    fitting.add(column)
            shown = frozenset(fitting)
        self._laying_out = True
        for column in OPTIONAL:
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                self.setColumnWidth(column, self._widths[column])
        self._laying_out = False
        self._painter.hidden = frozenset(OPTIONAL) - shown
        self.horizontalHeader().setVisible(bool(shown))
        self._set_height()

    def _set_height(self) -> None:
        """Make rows as high as what they show: with every column at hand, only what was searched for needs a line."""
        second_line = self.articles.searched or bool(self._painter.hidden & {Column.DATE, Column.SOURCE})
        self._painter.second_line = second_line
        height = row_height(self.font(), second_line=second_line)
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()

    def _resized(self, section: int, _before: int, after: int) -> None:
        if not self._laying_out and Column(section) in self._widths and after > 0:
            self._widths[Column(section)] = after
            self.columns_changed.emit()

    # Keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if plain:
                self.trash_requested.emit()
            case Qt.Key.Key_Escape if plain:
                self.reading_requested.emit()
            case Qt.Key.Key_Menu:
                self.menu_requested.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: words are searched for in the field above, in titles and texts."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows, column = self.articles.rowCount(), Column.TITLE
        actions = QAbstractItemView.CursorAction
        if rows and action in (actions.MoveHome, actions.MoveEnd):
            return self.articles.index(0 if action is actions.MoveHome else rows - 1, column)
        if action in (actions.MoveLeft, actions.MoveRight):
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier and event.button() is Qt.MouseButton.LeftButton
        if alone and self.indexAt(event.position().toPoint()).isValid() and len(self.chosen_rows()) == 1:
            self.reading_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isRowSelected(index.row()):
            self._following = True  # chosen for the menu, not to be read
            self._choose_alone(index)
            self._following = False
        self.menu_requested.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chosen_columns is None:
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
            self._lay_out()
