"""The articles an import will bring: title over first words, length, spans by label, and where each stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.ui.plain_list import make_plain
from annotator.ui.theme import mix
from annotator.ui.wording import counted, number_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BESIDE_TEXT = 10
_ABOVE_TEXT = 7
_BETWEEN_LINES = 3
_TITLE, _SPANS, _LENGTH, _PLACE = range(4)
_LETTERS = {_SPANS: 36, _LENGTH: 18, _PLACE: 28}
_LEAST_LETTERS_OF_TITLE = 34

Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractTableModel):
    """Articles as `annotator.app.previewing.Expected` gives them in JSON; rows are only ever added.

    Args:
        labels: names of the labels by id, in the order to show them.
        parent: who it belongs to.
    """

    def __init__(self, labels: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._labels = labels
        self._rows: list[Mapping[str, Any]] = []
        self._heads = (
            self.tr("Article"),
            self.tr("Annotations"),
            self.tr("Longueur"),
            self.tr("Provenance"),
        )

    def add(self, articles: Sequence[Mapping[str, Any]]) -> None:
        """Show more articles, after the others."""
        if articles:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(articles) - 1)
            self._rows += articles
            self.endInsertRows()

    def clear(self) -> None:
        """Show none."""
        self.beginResetModel()
        self._rows.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _LENGTH:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, index.column())
            case Qt.ItemDataRole.UserRole if index.column() == _TITLE:
                return row["words"]
            case Qt.ItemDataRole.ToolTipRole:
                return row["where"] if index.column() == _PLACE else self._cell(row, index.column())
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == _TITLE:
                cells = (self._cell(row, column) for column in range(len(self._heads)))
                return ", ".join(filter(None, (*cells, row["words"])))
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == _LENGTH:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _cell(self, row: Mapping[str, Any], column: int) -> str:
        if column == _TITLE:
            return str(row["title"])
        if column == _SPANS:
            spans = row["spans"]
            labels = [label for label in self._labels if label in spans]
            labels += [label for label in spans if label not in self._labels]  # those that the import would make
            return " · ".join(f"{self._labels.get(label, label)} {number_words(spans[label])}" for label in labels)
        if column == _LENGTH:
            return counted(row["length"], self.tr("caractère"), self.tr("caractères"))
        place = Path(row["where"]).name
        return place if row["source"] == row["where"] else f"{row['source']} · {place}"


class _TwoLines(QStyledItemDelegate):
    """Paints the title of an article over its first words, and other cells on the line of the title."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(120, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, _behind_chosen(option.palette))
        inner = option.rect.adjusted(_BESIDE_TEXT, _ABOVE_TEXT, -_BESIDE_TEXT, -_ABOVE_TEXT)
        line = QRect(inner.left(), inner.top(), inner.width(), option.fontMetrics.height())
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        first = index.column() == _TITLE
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.setPen(option.palette.color(QPalette.ColorRole.Text) if first else muted)
        middle = index.column() == _PLACE
        mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        words = option.fontMetrics.elidedText(index.data(), mode, line.width())
        painter.drawText(line, align, words)
        if first:
            painter.setPen(muted)
            below = line.translated(0, option.fontMetrics.height() + _BETWEEN_LINES)
            rest = option.fontMetrics.elidedText(index.data(Qt.ItemDataRole.UserRole), mode, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, rest)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def row_height(metrics: QFontMetrics) -> int:
    """Return how high a row of two lines is."""
    return 2 * metrics.height() + _BETWEEN_LINES + 2 * _ABOVE_TEXT + 1


def _behind_chosen(palette: QPalette) -> QColor:
    accent, base = palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Window)
    return QColor(mix(accent.name(), base.name(), 0.18))


class ArticleTable(QTableView):
    """The list of articles; the title takes what room there is."""

    def __init__(self, labels: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.articles = ArticleModel(labels, self)
        self.setModel(self.articles)
        make_plain(self)
        self.setItemDelegate(_TwoLines(self))
        self.setAccessibleName(self.tr("Articles à importer"))
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))
        header = self.horizontalHeader()
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(4 * self.fontMetrics().averageCharWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_out()
        super().resizeEvent(event)

    def _share_out(self) -> None:
        """Give the other columns what they need, and where that leaves too little for the title, less."""
        letter = self.fontMetrics().averageCharWidth()
        shown = {column: count for column, count in _LETTERS.items() if not self.isColumnHidden(column)}
        free = self.viewport().width() - _LEAST_LETTERS_OF_TITLE * letter
        needed = sum(count * letter + 2 * _BESIDE_TEXT for count in shown.values())
        share = max(0.3, min(1.0, free / needed))
        for column, count in shown.items():
            self.horizontalHeader().resizeSection(column, int(share * (count * letter + 2 * _BESIDE_TEXT)))

    def hide_spans(self, hidden: bool) -> None:
        """Leave out the column of spans, where no article has any."""
        if hidden is not self.isColumnHidden(_SPANS):
            self.setColumnHidden(_SPANS, hidden)
            self._share_out()
