"""The list in which a person says what becomes of the labels of files; each row has its choice, opened by Space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.import_preview.label_choices import Fate, LabelChoices
from annotator.ui.import_preview.label_model import Column, LabelModel
from annotator.ui.plain_list import make_plain
from annotator.ui.swatch import SWATCH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent

    from annotator.core.labels import Label

Index = QModelIndex | QPersistentModelIndex

_AROUND_ROW = 16
_ARROW = 7
_BESIDE_ARROW = 12
_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_F4)
_SHARES = {Column.THEIRS: 0.28, Column.SPANS: 0.14, Column.OURS: 0.34}


class _Chooser(QComboBox):
    """The choice of one row, open from the first moment.

    Signals:
        left: something was chosen, or nothing.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(SWATCH, SWATCH))
        self.taken = False
        self.activated.connect(self._take)
        QTimer.singleShot(0, self, self.showPopup)

    def _take(self) -> None:
        self.taken = True

    def showPopup(self) -> None:
        super().showPopup()
        self.view().window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and watched is self.view().window():
            QTimer.singleShot(0, self, self.left.emit)  # what was chosen is told after the list has gone
        return super().eventFilter(watched, event)


class _ChoiceDelegate(QStyledItemDelegate):
    """Paints the arrow of a choice behind its words, and opens it."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        model = index.model()
        chooser = _Chooser(parent)
        if isinstance(model, LabelModel):
            for choice, words, picture in model.offers(index.row()):
                chooser.addItem(picture, words, choice)
                if choice == model.choice(index.row()):
                    chooser.setCurrentIndex(chooser.count() - 1)
            chooser.insertSeparator(chooser.count() - len(Fate))
        chooser.setAccessibleName(self.tr("Devient"))
        chooser.left.connect(lambda: self._finish(chooser))
        return chooser

    def _finish(self, chooser: _Chooser) -> None:
        if chooser.taken:
            self.commitData.emit(chooser)
        self.closeEditor.emit(chooser, QAbstractItemDelegate.EndEditHint.NoHint)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the choice as it was opened with."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, _Chooser) and isinstance(model, LabelModel) and editor.taken:
            model.choose([index.row()], editor.currentData())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.PlaceholderText))
        right, middle = option.rect.right() - _BESIDE_ARROW, option.rect.center().y() + 1
        painter.drawPolygon(_triangle(right - _ARROW, middle - _ARROW / 4, _ARROW))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationSize = QSize(SWATCH, SWATCH)


def _triangle(left: float, top: float, width: float) -> QPolygonF:
    return QPolygonF([QPointF(left, top), QPointF(left + width, top), QPointF(left + width / 2, top + width / 2)])


class LabelTable(QTableView):
    """The rows; digits give the label of that key to those selected, Delete leaves them out."""

    def __init__(self, model: LabelModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels = model
        self.setModel(model)
        make_plain(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegateForColumn(Column.OURS, _ChoiceDelegate(self))
        self.setObjectName("import_labels")
        self.setAccessibleName(self.tr("Étiquettes des fichiers"))
        self._fit_rows()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.REASON, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        self.clicked.connect(self._clicked)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in _SHARES.items():
            self.horizontalHeader().resizeSection(column, round(self.viewport().width() * share))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        label = self._labels.with_key(event.text())
        if event.key() in _OPENING or (alt and event.key() == Qt.Key.Key_Down):
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._labels.choose(self._selected(), Fate.LEAVE_OUT)
        elif event.text() == "+":
            self._labels.choose(self._selected(), Fate.CREATE)
        elif label is not None and not alt:
            self._labels.choose(self._selected(), label)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # so that the dialog's own button is pressed
        else:
            super().keyPressEvent(event)

    def _selected(self) -> list[int]:
        return sorted({index.row() for index in self.selectedIndexes()})

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.OURS:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.edit(index.siblingAtColumn(Column.OURS))

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AROUND_ROW)


class LabelPage(QWidget):
    """The list, and under it what can be done there.

    Signals:
        chosen: something else becomes of a label than before.
    """

    chosen = Signal()

    def __init__(self, labels: Sequence[Label], parent: QWidget) -> None:
        super().__init__(parent)
        self.choices = LabelChoices(labels)
        self._model = LabelModel(self.choices, labels, self)
        self._model.chosen.connect(self.chosen)
        self.table = LabelTable(self._model, self)
        hint = QLabel(self)
        hint.setObjectName("caption")
        hint.setWordWrap(True)
        hint.setText(
            self.tr(
                "Espace ouvre le choix ; un chiffre donne l'étiquette de cette touche aux lignes choisies, + en crée "
                "une, Suppr les laisse de côté."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(hint)

    def meet(self, found: Sequence[Mapping[str, Any]]) -> bool:
        """Show the labels of files as a report counts them; return whether any is new."""
        new = self.choices.meet(found)
        self._model.renew()
        if self.table.model().rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self._model.index(0, Column.THEIRS))
        return new
