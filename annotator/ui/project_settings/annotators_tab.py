"""Who annotates in a project, and how much each one did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from annotator.app.labels import contributions
from annotator.ui.project_settings.table import Table
from annotator.ui.wording import number_words

if TYPE_CHECKING:
    from annotator.app.project import Project

_TO_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AnnotatorsTab(QWidget):
    """A row for each annotator."""

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explained = QLabel(
            self.tr(
                "Chacun a ses propres annotations, que les autres ne modifient pas. Votre nom se change dans les "
                "préférences.",
            ),
            self,
        )
        explained.setWordWrap(True)
        self.table = Table(
            [self.tr("Nom"), self.tr("Articles ouverts"), self.tr("Terminés"), self.tr("Annotations")], self
        )
        self.table.setAccessibleName(self.tr("Annotateurs"))
        self.table.fill(
            [
                [each.name, *map(number_words, (each.articles, each.finished, each.spans))]
                for each in contributions(project)
            ]
        )
        for figures in range(1, self.table.columnCount()):
            for row in range(self.table.rowCount()):
                self.table.cell(row, figures).setTextAlignment(_TO_THE_RIGHT)
            if (head := self.table.horizontalHeaderItem(figures)) is not None:
                head.setTextAlignment(_TO_THE_RIGHT)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(explained)
        column.addWidget(self.table, 1)
