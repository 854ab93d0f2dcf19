"""The occurrences of a surface as rows to be ticked, each with what stands around it: keyword in context."""

from __future__ import annotations

from array import array
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from annotator.core.everywhere import Standing
from annotator.ui.folding import fold
from annotator.ui.language import language
from annotator.ui.swatch import swatch
from annotator.ui.wording import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from annotator.app.everywhere import Found, Occurrence
    from annotator.core.everywhere import Wish
    from annotator.core.labels import Label

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the list."""

    TICK = 0
    BEFORE = 1
    SURFACE = 2
    AFTER = 3
    PRESENT = 4
    ARTICLE = 5
    STATUS = 6


class OccurrenceModel(QAbstractTableModel):
    """Occurrences found so far, those that a filter lets through being shown.

    Signals:
        counted: how many there are, shown or ticked, has changed.
    """

    counted = Signal()

    def __init__(self, labels: Mapping[str, Label], wish: Wish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._wish = wish
        self._all: list[Occurrence] = []
        self._articles: dict[int, Found] = {}
        self._ticked = bytearray()
        self._shown = array("L")
        self._filter: list[str] = []
        self._bold = QFont()
        self._bold.setBold(True)
        self._heads = (
            "",
            "",
            self.tr("Occurrence"),
            "",
            self.tr("Étiquette actuelle"),
            self.tr("Article"),
            self.tr("État"),
        )

    # What is there

    def add(self, found: Iterable[Found]) -> None:
        """Add the occurrences of further articles, ticked where the wish is meant for them."""
        first = len(self._all)
        for each in found:
            self._articles[each.article] = each
            self._all.extend(each.occurrences)
            self._ticked.extend(self._meant(each))
        if len(self._all) == first:
            return
        fresh = [row for row in range(first, len(self._all)) if self._passes(self._all[row])]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(fresh) - 1)
            self._shown.extend(fresh)
            self.endInsertRows()
        self.counted.emit()

    def set_wish(self, wish: Wish) -> None:
        """Wish something else: other occurrences are ticked."""
        self._wish = wish
        self._ticked = bytearray(tick for each in self._articles.values() for tick in self._meant(each))
        self._tell()

    def set_filter(self, words: str) -> None:
        """Show the occurrences alone around which, or in whose article's title, each of some words stands."""
        self._filter = fold(words).split()
        self.beginResetModel()
        self._shown = array("L", (row for row, each in enumerate(self._all) if self._passes(each)))
        self.endResetModel()
        self.counted.emit()

    def total(self) -> int:
        """Return how many occurrences have been found."""
        return len(self._all)

    def articles(self) -> int:
        """Return how many articles hold them."""
        return len(self._articles)

    def ticked(self) -> int:
        """Return how many are ticked, shown or not."""
        return sum(self._ticked)

    def chosen(self) -> dict[int, list[tuple[int, int]]]:
        """Return start and end of the occurrences ticked, by article, in text order."""
        chosen: dict[int, list[tuple[int, int]]] = {}
        for each, ticked in zip(self._all, self._ticked, strict=True):
            if ticked:
                chosen.setdefault(each.article, []).append((each.place.start, each.place.end))
        return chosen

    # Ticks

    def tick_all(self, *, on: bool) -> None:
        """Tick every occurrence shown that can follow the wish, or none of those shown."""
        for row in self._shown:
            self._ticked[row] = on and self._can(self._all[row])
        self._tell()

    def toggle(self, rows: Iterable[int]) -> None:
        """Tick rows where one of them can still be ticked, or else take their ticks away."""
        there = [self._shown[row] for row in rows]
        open_ones = [row for row in there if not self._ticked[row] and self._can(self._all[row])]
        for row in there:
            self._ticked[row] = bool(open_ones) and self._can(self._all[row])
        self._tell()

    def toggle_article(self, row: int) -> None:
        """Tick the occurrences shown of a row's article, or take their ticks away, as `toggle` does."""
        article = self._all[self._shown[row]].article
        self.toggle(at for at, each in enumerate(self._shown) if self._all[each].article == article)

    def _meant(self, found: Found) -> list[bool]:
        """Return for each occurrence of an article whether the wish is meant for it."""
        meant = {each.place.start for each in found.meant(self._wish)}
        return [each.place.start in meant for each in found.occurrences]

    def _can(self, each: Occurrence) -> bool:
        return each.place.can_follow(self._wish)

    def _passes(self, each: Occurrence) -> bool:
        if not self._filter:
            return True
        around = fold(f"{each.before}{each.words}{each.after} {self._articles[each.article].title}")
        return all(word in around for word in self._filter)

    def _tell(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))
        self.counted.emit()

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.TICK and self._can(self._all[self._shown[index.row()]]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self._ticked[self._shown[index.row()]] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.counted.emit()
        return True

    def data(self, index: Index, role: int = 0) -> Any:
        row = self._shown[index.row()]
        each = self._all[row]
        match role, index.column():
            case Qt.ItemDataRole.CheckStateRole, Column.TICK if self._can(each):
                return Qt.CheckState.Checked if self._ticked[row] else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DisplayRole, column:
                return self._words(each, column)
            case Qt.ItemDataRole.DecorationRole, Column.PRESENT if label := self._labels.get(each.place.label or ""):
                return swatch(label.colour)
            case Qt.ItemDataRole.FontRole, Column.SURFACE:
                return self._bold
            case Qt.ItemDataRole.TextAlignmentRole, Column.BEFORE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.TextAlignmentRole, Column.SURFACE:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.ForegroundRole, Column.ARTICLE | Column.STATUS:
                return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
            case Qt.ItemDataRole.ToolTipRole, Column.ARTICLE:
                return self._articles[each.article].title
            case Qt.ItemDataRole.ToolTipRole, Column.PRESENT:
                return self._standing(each)
            case Qt.ItemDataRole.ToolTipRole, Column.BEFORE | Column.SURFACE | Column.AFTER:
                return f"{each.before}{each.words}{each.after}".strip()
            case Qt.ItemDataRole.AccessibleTextRole, _:
                return self._spoken(each, ticked=bool(self._ticked[row]))
        return None

    def _words(self, each: Occurrence, column: int) -> str:
        match column:
            case Column.BEFORE:
                return each.before
            case Column.SURFACE:
                return each.words
            case Column.AFTER:
                return each.after
            case Column.PRESENT:
                return self._standing(each)
            case Column.ARTICLE:
                return self._articles[each.article].title
            case Column.STATUS:
                return self._articles[each.article].status.wording.in_language(language())
        return ""

    def _standing(self, each: Occurrence) -> str:
        place = each.place
        name = name_of(place.label or "", self._labels)
        match place.standing:
            case Standing.UNMARKED:
                return "–"
            case Standing.MARKED:
                return name
            case Standing.SUGGESTED:
                words = self.tr("{label}, suggéré")
            case Standing.REJECTED:
                words = self.tr("{label}, rejeté")
            case Standing.CROSSED:
                words = self.tr("chevauche : {label}")
        return words.format(label=name)

    def _spoken(self, each: Occurrence, *, ticked: bool) -> str:
        if not self._can(each):
            state = self.tr("rien à faire")
        else:
            state = self.tr("cochée") if ticked else self.tr("non cochée")
        standing = self.tr("sans étiquette") if each.place.standing is Standing.UNMARKED else self._standing(each)
        found = self._articles[each.article]
        around = f"{each.before}{each.words}{each.after}".strip()
        return " – ".join((state, around, standing, found.title, found.status.wording.in_language(language())))
