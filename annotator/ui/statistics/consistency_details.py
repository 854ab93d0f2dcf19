"""What is chosen in the list of what is inconsistent: its ways as buttons with their keys, and its places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.consistency import Inconsistency, Kind, Variant
from annotator.ui.article_list.chips import Flow
from annotator.ui.settling.choice_button import ChoiceButton
from annotator.ui.statistics.consistency_rows import place_row, way_words
from annotator.ui.statistics.consistency_tables import PlacesTable
from annotator.ui.swatch import swatch
from annotator.ui.wording import counted, explained, number_words

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from annotator.app.consistency_places import Place
    from annotator.core.labels import Label


class Details(QWidget):
    """The ways in which something was treated, and where.

    Args:
        labels: those of the project by id.
        own: whether the annotator at work may change it.
        left: whether it is something that was left alone.

    Signals:
        chosen: index of the way that is right; whether it is for all places that deviate.
        left_alone: it is as it should be.
        more_requested: more of its places are to be shown.
    """

    chosen = Signal(int, bool)
    left_alone = Signal()
    more_requested = Signal()

    def __init__(self, labels: Mapping[str, Label], *, own: bool, left: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._own = own
        self._left = left
        self._found: Sequence[Place] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 0)
        self._column.setSpacing(8)
        self.head = QLabel(self)
        self.head.setObjectName("section_title")
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self._column.addWidget(self.head)
        self._ways = QWidget(self)
        self._row = Flow(self._ways, apart=10)
        self._column.addWidget(self._ways)
        self.hint = QLabel(self)
        self.hint.setObjectName("caption")
        self.hint.setWordWrap(True)
        self.hint.setText(
            self.tr("1…9\u00a0: cet endroit · Maj+1…9\u00a0: tous les endroits minoritaires · Entrée\u00a0: ouvrir")
            if own
            else self.tr("C'est le travail d'un autre\u00a0: seul cet annotateur peut le corriger.")
        )
        self._column.addWidget(self.hint)
        self.places = PlacesTable(self.tr("Endroits"), self)
        self._column.addWidget(self.places)
        self.more = QPushButton(self)
        self.more.setProperty("link", True)
        self.more.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more.clicked.connect(self.more_requested)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the places."""
        self._column.addWidget(widget)

    @property
    def place(self) -> Place | None:
        """The place that is chosen."""
        row = self.places.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def show_item(self, item: Inconsistency, found: Sequence[Place], at: int = 0, *, more: int = 0) -> None:
        """Show something inconsistent and its places.

        Args:
            item: what is inconsistent.
            found: the places that are shown of it.
            at: the row of the one that is chosen.
            more: how many can be shown besides, at once.
        """
        self._found = found
        self.head.setText(explained(item.surface, self._count_words(item, len(found), more)))
        for old in self._ways.findChildren(ChoiceButton):
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        for index, variant in enumerate(item.variants[:9]):
            self._row.addWidget(self._button(item, index, variant))
        leaving = self._choice("I", self.tr("À revoir") if self._left else self.tr("Laisser ainsi"), None)
        leaving.setObjectName("consistency_leaving")
        leaving.clicked.connect(self.left_alone)
        self._row.addWidget(leaving)
        self.more.setText(self.tr("En montrer {count} de plus").format(count=number_words(more)))
        self.more.setVisible(more > 0)
        self.places.put_places([place_row(item, each, self._labels) for each in found])
        if found:
            self.places.setCurrentCell(min(max(at, 0), len(found) - 1), 0)

    def _count_words(self, item: Inconsistency, shown: int, more: int) -> str:
        whole = item.deviating if item.kind is Kind.TEXTS else item.agreeing + item.deviating
        words = counted(whole, self.tr("endroit"), self.tr("endroits"))
        if not more:
            return words
        one, many = self.tr("montré"), self.tr("montrés")
        return f"{words} ({counted(shown, one, many)})"

    def _button(self, item: Inconsistency, index: int, variant: Variant) -> ChoiceButton:
        known = self._labels.get(variant.label) if variant.label is not None else None
        words = f"{way_words(item, variant, self._labels)} · {number_words(variant.times)}"
        button = self._choice(str(index + 1), words, swatch(known.colour) if known is not None else None)
        button.setEnabled(self._own)
        button.setToolTip(self.tr("Maj\u00a0: tous les endroits minoritaires"))
        button.clicked.connect(lambda: self._choose(index))
        return button

    def _choice(self, key: str, words: str, icon: QIcon | None) -> ChoiceButton:
        button = ChoiceButton(key, "", [(words, icon)], self._ways)
        button.setCheckable(False)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        button.setMinimumWidth(min(button.fontMetrics().horizontalAdvance(words), 420) + (90 if icon else 60))
        return button

    def _choose(self, index: int) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        self.chosen.emit(index, bool(QApplication.keyboardModifiers() & shift))
