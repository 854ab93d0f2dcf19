"""What is to be done everywhere, said as a sentence of boxes: «Remplacer [pays] par [dirigeant]»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from annotator.core.everywhere import Act, Wish
from annotator.ui.language import language
from annotator.ui.swatch import swatch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.labels import Label


class WishBar(QWidget):
    """Boxes that say a wish.

    Args:
        labels: those of the project by id.
        wish: what they say at first.
        parent: the dialog.

    Signals:
        changed: they say something else.
    """

    changed = Signal()

    def __init__(self, labels: Mapping[str, Label], wish: Wish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act = QComboBox(self)
        self.act.setAccessibleName(self.tr("Que faire"))
        self.act.addItem(self.tr("Étiqueter"), Act.LABEL)
        self.act.addItem(self.tr("Remplacer"), Act.RELABEL)
        self.act.addItem(self.tr("Retirer"), Act.REMOVE)
        self.old = self._box_of(labels, self.tr("Étiquette actuelle"))
        self.between = QLabel(self)
        self.new = self._box_of(labels, self.tr("Étiquette à donner"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.act, self.old, self.between, self.new):
            row.addWidget(widget)
        self.act.setCurrentIndex(self.act.findData(wish.act))
        self.new.setCurrentIndex(self.new.findData(wish.label))
        self.old.setCurrentIndex(self.old.findData(wish.instead_of or wish.label))
        self._fit()
        for box in (self.act, self.old, self.new):
            box.currentIndexChanged.connect(self._change)

    def _box_of(self, labels: Mapping[str, Label], name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for label in labels.values():
            box.addItem(swatch(label.colour), label.name.in_language(language()), label.id)
        return box

    def wish(self) -> Wish:
        """Return what the boxes say."""
        act = self._act()
        match act:
            case Act.LABEL:
                return Wish(act, self.new.currentData())
            case Act.RELABEL:
                return Wish(act, self.new.currentData(), instead_of=self.old.currentData())
            case Act.REMOVE:
                return Wish(act, self.old.currentData())

    def _act(self) -> Act:
        return Act(self.act.currentData())  # Qt gives back a plain text

    def _change(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Show the boxes that the sentence needs."""
        act = self._act()
        self.old.setVisible(act is not Act.LABEL)
        self.between.setVisible(act is not Act.REMOVE)
        self.new.setVisible(act is not Act.REMOVE)
        self.between.setText(self.tr("comme") if act is Act.LABEL else self.tr("par"))
