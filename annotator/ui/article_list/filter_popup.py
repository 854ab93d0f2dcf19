"""The filters of the article list, in a sheet below their button; each holds as soon as it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import Status
from annotator.core.listing import ArticleQuery, is_date
from annotator.ui.article_list.model import SYMBOLS
from annotator.ui.language import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.labels import Label

_TYPING_MS = 250


class FilterPopup(QFrame):
    """Chooses the conditions of a query; Escape or a click beside it closes it.

    Signals:
        query_changed: the `ArticleQuery` as it is chosen now.
    """

    query_changed = Signal(object)

    def __init__(
        self, query: ArticleQuery, labels: Mapping[str, Label], annotators: Mapping[int, str], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("article_filters")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Filtres de la liste"))
        self._query = query
        self._labels, self._annotators = labels, annotators
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._take)
        self._form = QGridLayout()
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(8)
        self._form.setColumnStretch(1, 1)
        self._statuses = self._make_statuses()
        self._label_boxes = self._make_labels()
        either = self.tr("Peu importe")
        self._undecided = self._choice(
            self.tr("Suggestions"),
            "filter_undecided",
            (either, self.tr("Il en reste à décider"), self.tr("Tout est décidé")),
        )
        self._flagged = self._choice(
            self.tr("Drapeau"), "filter_flagged", (either, self.tr("Avec un drapeau"), self.tr("Sans drapeau"))
        )
        self._noted = self._choice(
            self.tr("Note"), "filter_noted", (either, self.tr("Avec une note"), self.tr("Sans note"))
        )
        self._finished_by = self._choice(self.tr("Terminé par"), "filter_annotator", (either, *annotators.values()))
        self._source = self._field(self.tr("Source"), "filter_source", self.tr("une partie de son nom"))
        self._since = self._field(self.tr("Depuis"), "filter_since", self.tr("2022, 2022-03 ou 2022-03-31"))
        self._until = self._field(self.tr("Jusqu'à"), "filter_until", self.tr("2022, 2022-03 ou 2022-03-31"))
        self._trashed = QCheckBox(self.tr("Montrer la corbeille"), self)
        self._trashed.setObjectName("filter_trash")
        self._trashed.toggled.connect(lambda _on: self._take())
        clear = QPushButton(self.tr("Tout effacer"), self)
        clear.setObjectName("secondary")
        clear.clicked.connect(self._clear)
        close = QPushButton(self.tr("Fermer"), self)
        close.setObjectName("primary")
        close.setDefault(True)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(self._trashed)
        foot.addStretch(1)
        foot.addWidget(clear)
        foot.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(12)
        rows.addLayout(self._form)
        rows.addLayout(foot)
        self._show(query)

    def open_below(self, button: QWidget) -> None:
        """Show the sheet below a button, or above it where the screen ends."""
        self.adjustSize()
        place = button.mapToGlobal(QPoint(0, button.height() + 2))
        screen = button.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.show()
        self._statuses[Status.NEW].setFocus(Qt.FocusReason.PopupFocusReason)

    # Making it

    def _row(self, name: str, field: QWidget) -> None:
        row = self._form.rowCount()
        label = QLabel(name, self)
        label.setObjectName("caption")
        label.setBuddy(field)
        self._form.addWidget(label, row, 0)
        self._form.addWidget(field, row, 1)
        if not field.accessibleName():
            field.setAccessibleName(name)

    def _make_statuses(self) -> dict[Status, QCheckBox]:
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        boxes = {}
        for place, status in enumerate(Status):
            name = status.wording.in_language(language())
            box = QCheckBox(f"{SYMBOLS[status]}  {name[:1].upper()}{name[1:]}", holder)
            box.setObjectName(f"filter_{status.name.lower()}")
            box.setAccessibleName(name)
            box.toggled.connect(lambda _on: self._take())
            grid.addWidget(box, place // 2, place % 2)
            boxes[status] = box
        holder.setAccessibleName(self.tr("États"))
        self._row(self.tr("État"), holder)
        return boxes

    def _make_labels(self) -> dict[str, QComboBox]:
        boxes = {}
        words = (self.tr("Peu importe"), self.tr("Présent"), self.tr("Absent"))
        for id, label in self._labels.items():
            boxes[id] = self._choice(label.name.in_language(language()), f"filter_label_{id}", words)
        return boxes

    def _choice(self, name: str, object_name: str, words: tuple[str, ...]) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(object_name)
        box.addItems(words)
        box.currentIndexChanged.connect(lambda _index: self._take())
        self._row(name[:1].upper() + name[1:], box)
        return box

    def _field(self, name: str, object_name: str, hint: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(object_name)
        field.setPlaceholderText(hint)
        field.setMinimumWidth(field.fontMetrics().horizontalAdvance(hint + "000000"))  # with room for the button
        field.setClearButtonEnabled(True)
        field.textEdited.connect(lambda _text: self._typing.start())
        field.editingFinished.connect(self._take)
        self._row(name, field)
        return field

    # What is chosen

    def _show(self, query: ArticleQuery) -> None:
        """Show a query, without saying that it changed."""
        self.blockSignals(True)
        for status, tick in self._statuses.items():
            tick.setChecked(status in query.statuses)
        for id, box in self._label_boxes.items():
            box.setCurrentIndex(1 if id in query.labels else 2 if id in query.without else 0)
        for box, value in (
            (self._undecided, query.undecided),
            (self._flagged, query.flagged),
            (self._noted, query.noted),
        ):
            box.setCurrentIndex(_EITHER.index(value))
        others = [place for place, id in enumerate(self._annotators, 1) if id in query.finished_by]
        self._finished_by.setCurrentIndex(others[0] if others else 0)
        for field, words in ((self._source, query.source), (self._since, query.since), (self._until, query.until)):
            field.setText(words)
        self._trashed.setChecked(query.trashed)
        self._query = query
        self.blockSignals(False)

    def _clear(self) -> None:
        self._show(ArticleQuery(sort=self._query.sort, reverse=self._query.reverse))
        self.query_changed.emit(self._query)

    def _take(self) -> None:
        """Say what is chosen, if that is something else than before."""
        if self.signalsBlocked():
            return
        self._typing.stop()
        chosen = {id: box.currentIndex() for id, box in self._label_boxes.items()}
        by = self._finished_by.currentIndex()
        query = self._query._replace(
            statuses=frozenset(status for status, tick in self._statuses.items() if tick.isChecked()),
            labels=frozenset(id for id, index in chosen.items() if index == 1),
            without=frozenset(id for id, index in chosen.items() if index == 2),
            undecided=_EITHER[self._undecided.currentIndex()],
            flagged=_EITHER[self._flagged.currentIndex()],
            noted=_EITHER[self._noted.currentIndex()],
            finished_by=frozenset({list(self._annotators)[by - 1]} if by else ()),
            source=self._source.text().strip(),
            since=_date(self._since),
            until=_date(self._until),
            trashed=self._trashed.isChecked(),
        )
        if query != self._query:
            self._query = query
            self.query_changed.emit(query)


_EITHER = (None, True, False)


def _date(field: QLineEdit) -> str:
    """Return the date in a field; while it is none yet, it does not count."""
    text = field.text().strip()
    return text if is_date(text) else ""
