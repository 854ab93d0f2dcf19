"""The history beside the article: a list of steps, the present one marked, each of which can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.history.steps_model import ROW, StepRow, StepsModel
from annotator.ui.row_inks import begin_row

if TYPE_CHECKING:
    from annotator.app.session import Session

_Index = QModelIndex | QPersistentModelIndex
_AROUND = 6
_BAR = 4


class _Rows(QStyledItemDelegate):
    """Draws a step on two lines: what was done and when; where and by whom."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, 2 * QFontMetrics(option.font).height() + 2 * _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: StepRow = index.data(ROW)
        painter.save()
        metrics = QFontMetrics(option.font)
        strong, quiet, chosen = begin_row(painter, option)
        if row.present:
            bar = QRect(option.rect.left(), option.rect.top() + 2, _BAR, option.rect.height() - 4)
            painter.fillRect(bar, strong if chosen else option.palette.color(QPalette.ColorRole.Highlight))
        room = option.rect.adjusted(2 * _AROUND, _AROUND, -2 * _AROUND, -_AROUND)
        height = metrics.height()
        first = QRect(room.left(), room.top(), room.width(), height)
        second = QRect(room.left(), room.top() + height, room.width(), height)
        painter.setPen(quiet)
        painter.drawText(first, Qt.AlignmentFlag.AlignRight, row.at)
        first.setRight(first.right() - metrics.horizontalAdvance(row.at) - 2 * _AROUND)
        below = " · ".join(filter(None, (self._state(row), row.about, row.who)))
        painter.drawText(second, 0, metrics.elidedText(below, Qt.TextElideMode.ElideRight, second.width()))
        painter.setPen(strong if row.stands and row.mine else quiet)
        font = painter.font()
        font.setBold(row.present)
        painter.setFont(font)
        elided = QFontMetrics(font).elidedText(row.words, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, 0, elided)
        painter.restore()

    def _state(self, row: StepRow) -> str:
        return self.tr("étape actuelle") if row.present else "" if row.stands else self.tr("annulée")


class _Steps(QListView):
    """The list; it tells of the keys that go to a step and of the one that leaves."""

    agreed = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.agreed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """The steps of a session, the newest first.

    Signals:
        step_requested: id of the step to go to; 0 is the start.
        left: the annotator wants back to the article.
        close_requested: the panel is to go.
    """

    step_requested = Signal(int)
    left = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.steps = StepsModel(self)
        self._whose = QComboBox(self)
        self._whose.setObjectName("history_whose")
        self._whose.addItems([self.tr("Mes étapes"), self.tr("Les étapes de tout le monde")])
        self._whose.setAccessibleName(self.tr("De qui"))
        self._list = _Steps(self)
        self._list.setObjectName("history_list")
        self._list.setAccessibleName(self.tr("Historique"))
        self._list.setAccessibleDescription(self.tr("Entrée revient à l'étape choisie, Échap au texte"))
        self._list.setModel(self.steps)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._empty = QLabel(
            self.tr("Rien n'a encore été fait. Chaque étape s'inscrira ici : vous pourrez y revenir."), self
        )
        self._empty.setObjectName("caption")
        self._empty.setWordWrap(True)
        self._empty.setMargin(12)
        self._hint = QLabel(self.tr("Cliquez sur une étape pour y revenir."), self)
        self._hint.setObjectName("caption")
        self._hint.setWordWrap(True)
        self._hint.setMargin(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._whose)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        column.addWidget(self._hint)
        column.addStretch(0)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        self._whose.activated.connect(self._show_whose)
        self._list.clicked.connect(self._go)
        self._list.agreed.connect(lambda: self._go(self._list.currentIndex()))
        self._list.left.connect(self.left)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 23)

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Historique"), self)
        title.setObjectName("section")
        close = QToolButton(self)
        close.setObjectName("history_close")
        close.setText("×")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Fermer l'historique"))
        close.setToolTip(self.tr("Fermer l'historique"))
        close.clicked.connect(self.close_requested)
        row = QHBoxLayout()
        row.setContentsMargins(12, 5, 5, 5)
        row.addWidget(title, 1)
        row.addWidget(close)
        return row

    def set_session(self, session: Session | None) -> None:
        """Show the history of another project, or none."""
        self._whose.setCurrentIndex(0)
        self.steps.set_session(session)
        self._whose.setVisible(self.steps.annotators > 1)
        self.refresh()

    def refresh_soon(self) -> None:
        """Read the steps again as soon as what is under way is done."""
        self._later.start()

    def refresh(self) -> None:
        """Read the steps again, and have the present one in sight."""
        self.steps.refresh()
        filled = self.steps.rowCount() > 0
        self._list.setVisible(filled)
        self._hint.setVisible(filled)
        self._empty.setVisible(not filled)
        row = self.steps.row_of(self.steps.present)
        if row is not None:
            index = self.steps.index(row)
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)

    def take_focus(self) -> None:
        """Let the keys go to the list."""
        self._list.setFocus()

    def _show_whose(self, choice: int) -> None:
        self.steps.show_everybody(choice == 1)
        self.refresh()
        self._list.setFocus()

    def _go(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, StepRow) and row.mine and not row.present:
            self.step_requested.emit(row.step)
