"""The tables of the statistics: names to the left, numbers to the right, and links to what is behind a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.ui.statistics.drills import Drill
from annotator.ui.theme import mix
from annotator.ui.wording import number_words

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

_STRONGEST = 0.45
"""How much of the accent the fullest cell is filled with; ink is readable on it in every theme."""

NOTHING = "–"
"""What stands in a cell without a value."""

_APART = str.maketrans("\t\r\n", "   ")


class Cell(NamedTuple):
    """One cell.

    Attributes:
        text: what stands in it.
        number: the number that the text says, for files and for the side it stands on; None where it is a name.
        drill: where it leads, or None.
        tip: what a pointer that rests on it is told, and a screen reader.
        shade: how full its background is, 0 to 1.
    """

    text: str
    number: float | None = None
    drill: Drill | None = None
    tip: str = ""
    shade: float = 0.0


Given = Cell | str | int | None
"""What a cell can be given as: a name, a whole number, or None where there is no value."""


def cell_of(given: Given) -> Cell:
    """Return a cell for what is given."""
    if isinstance(given, Cell):
        return given
    if given is None:
        return Cell(NOTHING)
    return Cell(given) if isinstance(given, str) else Cell(number_words(given), given)


def copy_rows(heads: Sequence[str], rows: Sequence[Sequence[Given]]) -> None:
    """Copy rows under their heads, with tabs between the columns, as spreadsheets take them."""
    lines = [heads, *([cell_of(each).text.translate(_APART) for each in row] for row in rows)]
    QApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))


class _Shading(QStyledItemDelegate):
    """Fills the cells that are shaded; the style sheet of the window leaves their background to nobody else."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shade = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(shade, QColor):
            painter.fillRect(option.rect.adjusted(1, 1, -1, -1), shade)
        super().paint(painter, option, index)


class Table(QTableWidget):
    """A table as high as its rows; the page scrolls, the table does not.

    Arrows go from cell to cell, Return follows the link of one, Ctrl+C copies all.

    Signals:
        followed: a `Drill`.
        save_requested: it is to be written to a CSV file.
    """

    followed = Signal(object)
    save_requested = Signal()

    def __init__(
        self, name: str, heads: Sequence[str], rows: Sequence[Sequence[Given]], parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(heads), parent)
        self.name = name
        self.heads = tuple(heads)
        self.cells: list[list[Cell]] = [[cell_of(each) for each in row] for row in rows]
        self.setObjectName("statistics_table")
        self.setAccessibleName(name)
        self._numeric = [any(row[column].number is not None for row in self.cells) for column in range(len(self.heads))]
        self._dress()
        self._fill()

    def _dress(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # As high as its rows, counted when the style is known.
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_Shading(self))
        self.verticalHeader().hide()
        self._fit_rows()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        links = any(cell.drill is not None for row in self.cells for cell in row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(links)

    def _fill(self) -> None:
        self.setRowCount(len(self.cells))
        middle = Qt.AlignmentFlag.AlignVCenter
        sides = [Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft for numeric in self._numeric]
        for column, (head, side) in enumerate(zip(self.heads, sides, strict=True)):
            item = QTableWidgetItem(head[:1].upper() + head[1:])
            item.setTextAlignment(side | middle)
            self.setHorizontalHeaderItem(column, item)
        for row, cells in enumerate(self.cells):
            for column, (cell, side) in enumerate(zip(cells, sides, strict=True)):
                item = QTableWidgetItem(cell.text)
                item.setTextAlignment(side | middle)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setToolTip(cell.tip)
                said = " ".join(filter(None, (self.heads[column], cell.text, cell.tip)))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self.setItem(row, column, item)
        self._colour()

    def _colour(self) -> None:
        """Take the colours of links and full cells from the palette, which is that of the theme."""
        palette = self.palette()
        link = palette.color(QPalette.ColorRole.Link)
        paper, accent = (
            palette.color(QPalette.ColorRole.Base).name(),
            palette.color(QPalette.ColorRole.Highlight).name(),
        )
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                item = self.item(row, column)
                if item is None:
                    continue
                if cell.shade > 0:
                    shade = mix(accent, paper, _STRONGEST * min(cell.shade, 1.0))
                    item.setData(Qt.ItemDataRole.UserRole, QColor(shade))
                if cell.drill is not None:
                    if not cell.shade:
                        item.setForeground(link)
                    font = self.font()
                    font.setUnderline(True)
                    item.setFont(font)

    # What is done with it

    def copy(self) -> None:
        """Copy all that it shows, as `copy_rows` does."""
        copy_rows(self.heads, self.cells)

    def actions_on_it(self) -> list[QAction]:
        """Return what can be done with it: to copy it, to save it."""
        copying = QAction(self.tr("Copier"), self)
        copying.triggered.connect(self.copy)
        saving = QAction(self.tr("CSV…"), self)
        saving.triggered.connect(self.save_requested)
        return [copying, saving]

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self.actions_on_it())
        menu.exec(self.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _follow(self, row: int, column: int) -> bool:
        drill = self.drill_at(row, column)
        if drill is None:
            return False
        self.followed.emit(drill)
        return True

    def drill_at(self, row: int, column: int) -> Drill | None:
        """Return where a cell leads, or None."""
        inside = 0 <= row < len(self.cells) and 0 <= column < len(self.heads)
        return self.cells[row][column].drill if inside else None

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not self._follow(self.currentRow(), self.currentColumn()):
                event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        links = self.drill_at(index.row(), index.column()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if links else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton:
            self._follow(index.row(), index.column())

    def focusInEvent(self, event: QFocusEvent) -> None:
        first = self.currentRow() < 0  # Qt goes to the first cell
        super().focusInEvent(event)
        if first:
            self.go_to_first_link()

    def go_to_first_link(self) -> None:
        """Let the keys stand on the first cell that leads somewhere."""
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                if cell.drill is not None:
                    self.setCurrentCell(row, column)
                    return

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()
        elif event.type() == QEvent.Type.PaletteChange and self.rowCount():
            self._colour()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())  # Qt's own has room for three rows

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
