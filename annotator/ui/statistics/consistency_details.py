"""What is chosen in the list of what is inconsistent: its ways as buttons with their keys, and its places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.consistency import Inconsistency, Kind, Variant
from annotator.ui.article_list.chips import Flow
from annotator.ui.language import translate
from annotator.ui.settling.choice_button import ChoiceButton
from annotator.ui.statistics.consistency_tables import PlacesTable
from annotator.ui.swatch import swatch
from annotator.ui.wording import counted, explained, name_of, number_words

if TYPE_CHECKING:
    from annotator.app.consistency_places import Place
    from annotator.core.labels import Label


def way_words(item: Inconsistency, variant: Variant, labels: Mapping[str, Label]) -> str:
    """Say in which way something was treated: its label, the words that got it where they are others, or none."""
    if item.kind is Kind.TEXTS:
        return variant.words
    name = translate("consistency", "non annoté") if variant.label is None else name_of(variant.label, labels)
    return explained(name, variant.words) if item.kind is Kind.BOUNDARIES else name


def treatments(item: Inconsistency, labels: Mapping[str, Label]) -> str:
    """Say how something was treated, and at how many places: «pays 12 · dirigeant 1»."""
    return "  ·  ".join(
        f"{way_words(item, variant, labels)}\u00a0{number_words(variant.times)}" for variant in item.variants
    )


class Details(QWidget):
    """The ways in which something was treated, and where.

    Args:
        labels: those of the project by id.
        own: whether the annotator at work may change it.
        left: whether it is something that was left alone.

    Signals:
        chosen: index of the way that is right; whether it is for all places that deviate.
        left_alone: it is as it should be.
    """

    chosen = Signal(int, bool)
    left_alone = Signal()

    def __init__(self, labels: Mapping[str, Label], *, own: bool, left: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._own = own
        self._found: Sequence[Place] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        self.head = QLabel(self)
        self.head.setObjectName("section_title")
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        column.addWidget(self.head)
        self._ways = QWidget(self)
        self._row = Flow(self._ways, apart=10)
        column.addWidget(self._ways)
        self.places = PlacesTable(self.tr("Endroits"), self)
        column.addWidget(self.places)
        line = QHBoxLayout()
        line.setSpacing(18)
        self.leaving = QPushButton(self.tr("À revoir (I)") if left else self.tr("Laisser ainsi (I)"), self)
        self.leaving.setProperty("link", True)
        self.leaving.setCursor(Qt.CursorShape.PointingHandCursor)
        self.leaving.clicked.connect(self.left_alone)
        line.addWidget(self.leaving)
        self.hint = QLabel(self)
        self.hint.setObjectName("caption")
        self.hint.setWordWrap(True)
        self.hint.setText(
            self.tr("1…9\u00a0: cet endroit · Maj+1…9\u00a0: tous les endroits minoritaires · Entrée\u00a0: ouvrir")
            if own
            else self.tr("C'est le travail d'un autre\u00a0: seul cet annotateur peut le corriger.")
        )
        line.addWidget(self.hint, 1)
        column.addLayout(line)

    @property
    def place(self) -> Place | None:
        """The place that is chosen."""
        row = self.places.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def show_item(self, item: Inconsistency, found: Sequence[Place], at: int = 0) -> None:
        """Show something inconsistent and its places, of which one is chosen by its row."""
        self._found = found
        self.head.setText(explained(item.surface, self._count_words(item, found)))
        for old in self._ways.findChildren(ChoiceButton):
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        for index, variant in enumerate(item.variants[:9]):
            self._row.addWidget(self._button(item, index, variant))
        self.places.put_places(found, [self._treated(item, each) for each in found])
        if found:
            self.places.setCurrentCell(min(max(at, 0), len(found) - 1), 0)

    def _count_words(self, item: Inconsistency, found: Sequence[Place]) -> str:
        whole = item.deviating if item.kind is Kind.TEXTS else item.agreeing + item.deviating
        words = counted(whole, self.tr("endroit"), self.tr("endroits"))
        if item.kind is not Kind.TEXTS and len(found) < whole:
            shown = counted(len(found), self.tr("montré"), self.tr("montrés"))
            return f"{words} ({shown})"
        return words

    def _treated(self, item: Inconsistency, place: Place) -> str:
        if item.kind is not Kind.TEXTS:
            return way_words(item, item.variants[place.variant], self._labels)
        return name_of(place.label, self._labels) if place.label else translate("consistency", "non annoté")

    def _button(self, item: Inconsistency, index: int, variant: Variant) -> ChoiceButton:
        known = self._labels.get(variant.label) if variant.label is not None else None
        words = f"{way_words(item, variant, self._labels)} · {number_words(variant.times)}"
        button = ChoiceButton(
            str(index + 1), "", [(words, swatch(known.colour) if known is not None else None)], self._ways
        )
        button.setCheckable(False)
        button.setEnabled(self._own)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        width = button.fontMetrics().horizontalAdvance(words)
        button.setMinimumWidth(min(width, 420) + 90)
        button.setToolTip(self.tr("Maj\u00a0: tous les endroits minoritaires"))
        button.clicked.connect(lambda: self._choose(index))
        return button

    def _choose(self, index: int) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        self.chosen.emit(index, bool(QApplication.keyboardModifiers() & shift))
