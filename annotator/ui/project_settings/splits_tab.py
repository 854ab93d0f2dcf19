"""The tokens that a project takes apart, and a way to let them be whole again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.app.splits import splits
from annotator.ui.project_settings.table import Table
from annotator.ui.shortcuts.bound import way_to

if TYPE_CHECKING:
    from annotator.app.project import Project


class SplitsTab(QWidget):
    """A row for each token that is taken apart.

    Signals:
        join_requested: a token that is to be whole again.
    """

    join_requested = Signal(str)

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        key = way_to("split_token")
        explained = QLabel(
            self.tr(
                "Là où un mot en cache un autre, comme l'OTAN de « superOTAN », {key} le coupe : dans tous les "
                "articles, les suggestions et l'export. Une coupe dont une annotation a besoin ne peut pas être "
                "retirée.",
            ).format(key=key),
            self,
        )
        explained.setWordWrap(True)
        self.table = Table(
            [self.tr("Mot"), self.tr("Parties")],
            self,
            empty=self.tr("Aucune coupe pour l'instant. Dans un article, {key} coupe le mot choisi.").format(key=key),
        )
        self.table.setAccessibleName(self.tr("Mots coupés"))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.remove = QPushButton(self.tr("Re&tirer la coupe"), self)
        self.remove.setAutoDefault(False)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(explained)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.table.itemSelectionChanged.connect(self._show_possible)
        self.table.delete_pressed.connect(self.remove.click)
        self.remove.clicked.connect(self._remove)
        self.refresh()

    def refresh(self) -> None:
        """Show the splits as they are in the file."""
        self.table.fill([[each.form, " | ".join(each.parts)] for each in splits(self._project)])
        self._show_possible()

    def tell(self, words: str) -> None:
        """Say what became of it, and show what there is now."""
        self.refresh()
        self.told.setText(words)

    def _show_possible(self) -> None:
        self.remove.setEnabled(len(self.table.selected_rows()) == 1)

    def _remove(self) -> None:
        for row in self.table.selected_rows():
            self.remove.setEnabled(False)
            self.told.setText(self.tr("Les articles sont lus…"))
            self.join_requested.emit(self.table.cell(row, 0).text())
