"""The row of labels above the article: press one to label the selection, or to arm it for the next selections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.labels import Label

_SWATCH = 14


class LabelBar(QWidget):
    """One button per label with its colour, name, key and count, and one that accepts every suggestion shown."""

    label_requested = Signal(str)
    accept_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._labels: dict[str, Label] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)
        self.accept_all = QPushButton(self)
        self.accept_all.setObjectName("accept_all_button")
        self.accept_all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.accept_all.clicked.connect(self.accept_all_requested)
        self._layout.addWidget(self.accept_all)
        self.show_counts({}, pending=0)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show a button for each label."""
        for button in self._buttons.values():
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
        self._labels = {label.id: label for label in labels}
        for position, label in enumerate(labels):
            button = QPushButton(self)
            button.setObjectName(f"label_{label.id}")
            button.setCheckable(True)
            button.setIcon(_swatch(QColor(label.colour)))
            button.setIconSize(QSize(_SWATCH, _SWATCH))
            # Clicking must not take the focus, and with it the keys, away from the article.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setToolTip(f"{label.name.fr} ({label.key})\n{label.guideline.fr}")
            button.setAccessibleName(
                self.tr("Étiquette {name}, touche {key}").format(name=label.name.fr, key=label.key)
            )
            button.clicked.connect(lambda _checked, id=label.id: self.label_requested.emit(id))
            self._layout.insertWidget(position, button)
            self._buttons[label.id] = button
        self.show_counts({}, pending=0)

    def show_counts(self, counts: Mapping[str, int], *, pending: int) -> None:
        """Show how many marks of each label the article has, and how many suggestions are undecided."""
        for id, button in self._buttons.items():
            label = self._labels[id]
            count = counts.get(id, 0)
            button.setText(f"{label.key}  {label.name.fr}" + (f"  ·  {count}" if count else ""))
        self.accept_all.setText(self.tr("Tout accepter ({count})").format(count=pending))
        self.accept_all.setToolTip(self.tr("Accepter les {count} suggestions affichées (A)").format(count=pending))
        self.accept_all.setEnabled(pending > 0)

    def show_armed(self, armed: str | None) -> None:
        """Show which label the next selection gets, if any."""
        for id, button in self._buttons.items():
            button.setChecked(id == armed)


def _swatch(colour: QColor) -> QIcon:
    picture = QPixmap(_SWATCH * 2, _SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour)
    painter.setPen(colour.darker(140))
    painter.drawRoundedRect(1, 1, _SWATCH - 2, _SWATCH - 2, 3, 3)
    painter.end()
    return QIcon(picture)
