"""The labels of files as rows: what they are called there, how many spans have them, and what becomes of them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap

from annotator.ui.import_preview.label_choices import Choice, Fate, Reason, Row
from annotator.ui.language import QT_TRANSLATE_NOOP, language, translate
from annotator.ui.swatch import SWATCH, swatch
from annotator.ui.wording import number_words, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from annotator.core.labels import Label
    from annotator.ui.import_preview.label_choices import LabelChoices

Index = QModelIndex | QPersistentModelIndex

_REASONS = {
    Reason.NAME: QT_TRANSLATE_NOOP("label_model", "même nom"),
    Reason.GUESS: QT_TRANSLATE_NOOP("label_model", "proposition, à vérifier"),
    Reason.HAND: QT_TRANSLATE_NOOP("label_model", "votre choix"),
    Reason.UNKNOWN: QT_TRANSLATE_NOOP("label_model", "inconnue du projet"),
}
_SETTLED = (Reason.NAME, Reason.HAND)


class Column(IntEnum):
    """The columns of the list."""

    THEIRS = 0
    SPANS = 1
    OURS = 2
    REASON = 3


class LabelModel(QAbstractTableModel):
    """The labels of the files of one import.

    Signals:
        chosen: something else becomes of a label than before.
    """

    chosen = Signal()

    def __init__(self, choices: LabelChoices, labels: Sequence[Label], parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._choices = choices
        self._labels: Mapping[str, Label] = {label.id: label for label in labels}
        self._rows: list[Row] = []
        self._heads = {
            Column.THEIRS: self.tr("Étiquette du fichier"),
            Column.SPANS: self.tr("Annotations"),
            Column.OURS: self.tr("Devient"),
            Column.REASON: "",
        }

    def renew(self) -> None:
        """Show what the choices are now; rows that were there stay where they are."""
        rows = self._choices.rows
        shown = len(self._rows)
        if len(rows) > shown:
            self.beginInsertRows(QModelIndex(), shown, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        if shown:
            self.dataChanged.emit(self.index(0, 0), self.index(shown - 1, len(Column) - 1))

    def choose(self, rows: Iterable[int], choice: Choice) -> None:
        """Let something else become of the labels of some rows."""
        wanted = [self._rows[row].theirs for row in rows]
        for theirs in wanted:
            self._choices.choose(theirs, choice)
        if wanted:
            self.renew()
            self.chosen.emit()

    def choice(self, row: int) -> Choice:
        """Return what becomes of the label in a row."""
        return self._rows[row].choice

    def offers(self, row: int) -> list[tuple[Choice, str, QIcon]]:
        """Return what can become of the label in a row: the choice, its words and its picture."""
        choices: list[Choice] = [*self._labels, Fate.CREATE, Fate.LEAVE_OUT]
        return [(choice, self._words(choice, self._rows[row].theirs), self._picture(choice)) for choice in choices]

    def with_key(self, key: str) -> str | None:
        """Return the id of the label that a key stands for."""
        return next((id for id, label in self._labels.items() if label.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.SPANS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = index.column() == Column.OURS
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if editable else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._cell(row, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.OURS:
                return self._picture(row.choice)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.THEIRS:
                return ", ".join(f"{self._heads[each]} {self._cell(row, each)}".strip() for each in Column)
            case Qt.ItemDataRole.TextAlignmentRole if column is Column.SPANS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if column is Column.REASON and row.reason in _SETTLED:
                return self._muted()
        return None

    def _cell(self, row: Row, column: Column) -> str:
        match column:
            case Column.THEIRS:
                return row.theirs
            case Column.SPANS:
                return number_words(row.spans)
            case Column.OURS:
                return self._words(row.choice, row.theirs)
            case Column.REASON:
                return translate("label_model", _REASONS[row.reason])

    def _words(self, choice: Choice, theirs: str) -> str:
        if choice is Fate.CREATE:
            return self.tr("Créer l'étiquette {name}").format(name=quoted(theirs))
        if choice is Fate.LEAVE_OUT:
            return self.tr("Laisser de côté")
        label = self._labels.get(str(choice))
        return label.name.in_language(language()) if label is not None else str(choice)

    def _picture(self, choice: Choice) -> QIcon:
        label = self._labels.get(choice) if isinstance(choice, str) else None
        if label is not None:
            return swatch(label.colour)
        return _sign(self._muted(), plus=choice is Fate.CREATE)

    def _muted(self) -> QColor:
        return self._parent.palette().color(QPalette.ColorRole.PlaceholderText)


def _sign(ink: QColor, *, plus: bool) -> QIcon:
    """Return a picture as large as a swatch: a plus in a frame for a label to be made, a bar for nothing."""
    picture = QPixmap(SWATCH * 2, SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.4))
    middle = SWATCH / 2
    if plus:
        painter.drawRoundedRect(QRectF(1, 1, SWATCH - 2, SWATCH - 2), 3, 3)
        painter.drawLine(QPointF(middle, 4), QPointF(middle, SWATCH - 4))
    painter.drawLine(QPointF(4, middle), QPointF(SWATCH - 4, middle))
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
