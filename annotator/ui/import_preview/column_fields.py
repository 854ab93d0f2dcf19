"""Which column of a table holds what, as fields to choose it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from annotator.ui.language import QT_TRANSLATE_NOOP, translate
from annotator.ui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FIELDS = (
    ("text", QT_TRANSLATE_NOOP("column_fields", "Te&xte")),
    ("title", QT_TRANSLATE_NOOP("column_fields", "&Titre")),
    ("source", QT_TRANSLATE_NOOP("column_fields", "S&ource")),
    ("date", QT_TRANSLATE_NOOP("column_fields", "Dat&e")),
)
_LETTERS = 13
_BETWEEN = 14


class ColumnFields(QWidget):
    """A choice for each field of an article; in sight only where a table is among the files.

    Signals:
        changed: another column is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._combos: dict[str, QComboBox] = {}
        self._headings: tuple[str, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(QLabel(self.tr("Colonnes :"), self), 0, 0)
        for place, (field, words) in enumerate(_FIELDS):
            caption = QLabel(translate("column_fields", words), self)
            combo = QComboBox(self)
            combo.setMinimumContentsLength(_LETTERS)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setAccessibleName(self.tr("Colonne : {field}").format(field=caption.text().replace("&", "")))
            combo.currentIndexChanged.connect(self.changed)
            caption.setBuddy(combo)
            grid.addWidget(caption, 0, 1 + 3 * place)
            grid.addWidget(combo, 0, 2 + 3 * place)
            grid.setColumnMinimumWidth(3 + 3 * place, _BETWEEN)
            self._combos[field] = combo
        grid.setColumnStretch(3 * len(_FIELDS) + 1, 1)
        self.hide()

    @property
    def fields(self) -> list[QComboBox]:
        """The choices, from the first to the last."""
        return list(self._combos.values())

    @property
    def chosen(self) -> dict[str, str]:
        """Heading of the column somebody chose, by field."""
        return {field: combo.currentData() for field, combo in self._combos.items() if combo.currentData()}

    def offer(self, headings: Sequence[str], taken: Mapping[str, str]) -> None:
        """Offer columns; what was chosen before stays where there still is such a column."""
        if tuple(headings) == self._headings:
            return
        self._headings = tuple(headings)
        for field, combo in self._combos.items():
            before = combo.currentData()
            with QSignalBlocker(combo):
                combo.clear()
                guessed = taken.get(field)
                combo.addItem(
                    self.tr("devinée : {heading}").format(heading=quoted(guessed)) if guessed else self.tr("aucune"),
                    None,
                )
                for heading in headings:
                    combo.addItem(heading, heading)
                combo.setCurrentIndex(max(0, combo.findData(before)))
        self.setVisible(bool(headings))
