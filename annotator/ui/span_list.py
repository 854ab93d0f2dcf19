"""The list of marks beside the article: every span and pending suggestion, in text order."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from annotator.core.annotation import Mark, Origin
from annotator.core.suggestions import Tier
from annotator.ui.language import language
from annotator.ui.plain_list import make_plain
from annotator.ui.swatch import swatch
from annotator.ui.wording import is_changed, origin_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.labels import Label
    from annotator.core.suggestions import Suggestion
    from annotator.ui.shown_marks import Replaced

Index = QModelIndex | QPersistentModelIndex

_BESIDE_LABEL = 48
"""Pixels the column of labels takes beside the longest name: the swatch and what is left free."""

_BESIDE_STATE = 26
"""Pixels the column of states takes beside the widest of them."""

_CHANGED = "✓✎"

_WIDEST_STATES = ("???", f"{_CHANGED}≠")


class Column(IntEnum):
    """The columns of the list."""

    STATE = 0
    TEXT = 1
    LABEL = 2


class MarkModel(QAbstractTableModel):
    """The marks of one article as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._marks: Sequence[Mark] = ()
        self._labels: Mapping[str, Label] = {}
        self._suggestions: Mapping[int, Suggestion] = {}
        self._proposed: dict[int, Suggestion | None] = {}  # those asked for so far: the file has them
        self._conflicts: frozenset[tuple[str, int]] = frozenset()
        self._italic = QFont()
        self._italic.setItalic(True)

    def show(
        self, text: str, marks: Sequence[Mark], labels: Mapping[str, Label], suggestions: Mapping[int, Suggestion]
    ) -> None:
        """Show the marks of another article."""
        self.beginResetModel()
        self._text, self._marks, self._labels = text, marks, labels
        self._suggestions, self._proposed = suggestions, {}
        self.endResetModel()

    def change(self, marks: Sequence[Mark], replaced: Replaced, suggestions: Mapping[int, Suggestion]) -> None:
        """Show other marks of the same article, of which only some rows differ."""
        self._suggestions = suggestions
        first, removed, added = replaced.first, replaced.removed, replaced.added
        if removed > added:
            self.beginRemoveRows(QModelIndex(), first + added, first + removed - 1)
            self._marks = marks
            self.endRemoveRows()
        elif added > removed:
            self.beginInsertRows(QModelIndex(), first + removed, first + added - 1)
            self._marks = marks
            self.endInsertRows()
        self._marks = marks
        if kept := min(removed, added):
            self.dataChanged.emit(self.index(first, 0), self.index(first + kept - 1, len(Column) - 1))

    def show_conflicts(self, conflicts: frozenset[tuple[str, int]]) -> None:
        """Show which marks, by their keys, other annotators contradict."""
        before, self._conflicts = self._conflicts, conflicts
        if before != conflicts and self._marks:
            self.dataChanged.emit(self.index(0, Column.STATE), self.index(len(self._marks) - 1, Column.STATE))

    def mark(self, row: int) -> Mark:
        """Return the mark of a row."""
        return self._marks[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._marks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", self.tr("Passage"), self.tr("Étiquette"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        mark = self._marks[index.row()]
        match role, index.column():
            case Qt.ItemDataRole.DisplayRole, Column.TEXT:
                return " ".join(self._text[mark.start : mark.end].split())
            case Qt.ItemDataRole.DisplayRole, Column.LABEL:
                label = self._labels.get(mark.label)
                return label.name.in_language(language()) if label else mark.label
            case Qt.ItemDataRole.DisplayRole, Column.STATE:
                return self._symbol(mark) + ("≠" if mark.key in self._conflicts else "")
            case Qt.ItemDataRole.TextAlignmentRole, Column.STATE:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.DecorationRole, Column.LABEL:
                label = self._labels.get(mark.label)
                return swatch(label.colour) if label else None
            case Qt.ItemDataRole.ToolTipRole, _:
                return self._about(mark)
            case Qt.ItemDataRole.AccessibleTextRole, Column.STATE:
                return self._state_words(mark)
            case Qt.ItemDataRole.FontRole, _ if mark.suggestion:
                return self._italic
        return None

    def _about(self, mark: Mark) -> str:
        why = (
            mark.suggestion.reason.in_language(language())
            if mark.suggestion
            else (mark.span.note if mark.span else None)
        )
        return f"{self._state_words(mark)}\n{why}" if why else self._state_words(mark)

    def _state_words(self, mark: Mark) -> str:
        words = origin_words(mark, self._proposed_for(mark))
        return self.tr("{state}, en conflit").format(state=words) if mark.key in self._conflicts else words

    def _symbol(self, mark: Mark) -> str:
        if mark.span is not None and is_changed(mark, self._proposed_for(mark)):
            return _CHANGED
        return _symbol(mark)

    def _proposed_for(self, mark: Mark) -> Suggestion | None:
        """Return the suggestion that the span of a mark comes from, if it comes from one."""
        id = mark.span.suggestion if mark.span is not None else None
        if id is None:
            return None
        if id not in self._proposed:
            self._proposed[id] = self._suggestions.get(id)
        return self._proposed[id]


def _symbol(mark: Mark) -> str:
    """Return the shape that tells a mark's state without a colour; the more doubtful, the more question marks."""
    if mark.suggestion is not None:
        return "?" * (list(Tier).index(mark.suggestion.tier) + 1)
    if mark.span is not None and mark.span.origin is Origin.SUGGESTED:
        return "✓"
    return "↓" if mark.span is not None and mark.span.origin is Origin.IMPORTED else "✎"


class SpanList(QTableView):
    """The list of marks; its current row and the focused mark of the article follow each other."""

    mark_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MarkModel(self)
        self._following = False
        self.setModel(self._model)
        self.setObjectName("span_list")
        self.setAccessibleName(self.tr("Annotations et suggestions de l'article"))
        make_plain(self)
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.LABEL, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Fixed)
        widest = max(map(self.fontMetrics().horizontalAdvance, _WIDEST_STATES))
        header.resizeSection(Column.STATE, widest + _BESIDE_STATE)
        header.setMinimumSectionSize(24)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        # The current row stays readable while the article has the focus.
        palette = self.palette()
        for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Inactive, role, palette.color(QPalette.ColorGroup.Active, role))
        self.setPalette(palette)

    def show_marks(
        self, text: str, marks: Sequence[Mark], labels: Mapping[str, Label], suggestions: Mapping[int, Suggestion]
    ) -> None:
        """Show the marks of another article, none of them the current row.

        Args:
            text: of the article.
            marks: its marks, in text order.
            labels: those of the project by id.
            suggestions: those of the article by id.
        """
        metrics = self.fontMetrics()
        widest = max(
            (metrics.horizontalAdvance(label.name.in_language(language())) for label in labels.values()), default=0
        )
        self.horizontalHeader().resizeSection(Column.LABEL, widest + _BESIDE_LABEL)
        self._following = True
        self._model.show(text, marks, labels, suggestions)
        self._following = False

    def change_marks(self, marks: Sequence[Mark], replaced: Replaced, suggestions: Mapping[int, Suggestion]) -> None:
        """Show other marks of the same article, of which only some rows differ."""
        self._following = True
        self._model.change(marks, replaced, suggestions)
        self._following = False

    def show_conflicts(self, conflicts: frozenset[tuple[str, int]]) -> None:
        """Show which marks, by their keys, other annotators contradict."""
        self._model.show_conflicts(conflicts)

    def follow(self, row: int | None) -> None:
        """Make a row, or none, the current one without telling anyone."""
        self._following = True
        if row is None:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(self._model.index(row, Column.TEXT))
        self._following = False

    def _row_changed(self, current: QModelIndex) -> None:
        if not self._following and current.isValid():
            self.mark_chosen.emit(self._model.mark(current.row()).key)
