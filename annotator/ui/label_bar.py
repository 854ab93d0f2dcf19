"""The row of labels above the article: press one to label the selection, or to arm it for the next selections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.core.guidelines import definition
from annotator.ui.language import language
from annotator.ui.shortcuts.bound import key_of_action
from annotator.ui.swatch import SWATCH, swatch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.labels import Label

_LETTERS_WITHOUT_KEY = 4
"""How much of its name stands for a label without a key where there is little room."""


class LabelBar(QWidget):
    """One button per label with its colour, name, key and count, and one that accepts every suggestion shown."""

    label_requested = Signal(str)
    accept_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._labels: dict[str, Label] = {}
        self._words: dict[QPushButton, tuple[str, ...]] = {}  # long, and shorter where there is less room
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
            self._words.pop(button, None)
            button.deleteLater()
        self._buttons.clear()
        self._labels = {label.id: label for label in labels}
        for position, label in enumerate(labels):
            button = QPushButton(self)
            button.setObjectName(f"label_{label.id}")
            button.setCheckable(True)
            button.setIcon(swatch(label.colour))
            button.setIconSize(QSize(SWATCH, SWATCH))
            # Clicking must not take the focus, and with it the keys, away from the article.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            name = label.name.in_language(language())
            named = f"{name} ({label.digit})" if label.digit else name
            button.setToolTip(f"{named}\n{definition(label.guideline.in_language(language()))}".rstrip())
            words = self.tr("Étiquette {name}, touche {key}") if label.digit else self.tr("Étiquette {name}")
            button.setAccessibleName(words.format(name=name, key=label.digit))
            button.clicked.connect(lambda _checked, id=label.id: self.label_requested.emit(id))
            self._layout.insertWidget(position, button)
            self._buttons[label.id] = button
        self.show_counts({}, pending=0)

    def show_counts(self, counts: Mapping[str, int], *, pending: int) -> None:
        """Show how many marks of each label the article has, and how many suggestions are undecided."""
        for id, button in self._buttons.items():
            label = self._labels[id]
            count = counts.get(id, 0)
            name = label.name.in_language(language())
            short = f"{label.digit}  {name}".strip()
            shortest = label.digit or name[:_LETTERS_WITHOUT_KEY]
            self._words[button] = short + (f"  ·  {count}" if count else ""), short, shortest, shortest
        accept = self.tr("Tout accepter ({count})").format(count=pending)
        self._words[self.accept_all] = accept, accept, accept, self.tr("Tout ({count})").format(count=pending)
        self.accept_all.setAccessibleName(accept)
        self._fit()
        words = self.tr("Accepter les {count} suggestions affichées").format(count=pending)
        key = key_of_action("accept_all")
        self.accept_all.setToolTip(f"{words} ({key})" if key else words)
        self.accept_all.setEnabled(pending > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return the size with the shortest words, so that the window can be narrower than the long ones are."""
        return QSize(self._needed(-1), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Leave the counts out where there is no room for them, and then the names, and then what is accepted."""
        form = next((form for form in (0, 1, 2) if self.width() >= self._needed(form)), -1)
        for button, words in self._words.items():
            button.setText(words[form])

    def _needed(self, form: int) -> int:
        """Return the pixels across that the longest words (0) take, or shorter ones."""
        margins = self._layout.contentsMargins()
        room = margins.left() + margins.right() + self._layout.spacing() * len(self._words)
        for button, words in self._words.items():
            shown = button.fontMetrics().horizontalAdvance(button.text())
            room += button.sizeHint().width() - shown + button.fontMetrics().horizontalAdvance(words[form])
        return room

    def show_armed(self, armed: str | None) -> None:
        """Show which label the next selection gets, if any."""
        for id, button in self._buttons.items():
            button.setChecked(id == armed)
