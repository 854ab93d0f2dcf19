"""The rules of the suggester, and which of them are silent in a project. Changes count at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QTableWidgetItem, QVBoxLayout, QWidget

from annotator.app import lexicon as lexicons
from annotator.core.errors import UserError
from annotator.ui.language import language
from annotator.ui.project_settings.table import Table
from annotator.ui.wording import counted, sentence, tier_words

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.core.lexicon import KnownRule


class RulesTab(QWidget):
    """Every rule of the suggester with a box to tick: an empty one is silent in the project."""

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.table = Table(
            [
                self.tr("Règle"),
                self.tr("Étiquette"),
                self.tr("Fiabilité"),
                self.tr("Ce qu'elle reconnaît"),
            ],
            self,
        )
        self.table.setAccessibleName(self.tr("Règles de suggestion"))
        explained = QLabel(
            self.tr(
                "Décochez une règle pour la faire taire dans ce projet. Celles qui écartent ne proposent rien : elles "
                "empêchent les autres de se tromper.",
            ),
            self,
        )
        explained.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(explained)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        names = {label.id: label.name.in_language(language()) for label in project.labels()}
        names["any"] = self.tr("toutes")
        rules = lexicons.known_rules()
        self.table.fill([self._cells(rule, names) for rule in rules])
        silent = lexicons.lexicon(project).silent_rules
        for row, rule in enumerate(rules):
            box = self.table.cell(row, 0)
            box.setFlags(box.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            box.setCheckState(Qt.CheckState.Unchecked if rule.id in silent else Qt.CheckState.Checked)
        self.table.setCurrentCell(0, 0)
        self.table.itemChanged.connect(self._silence)
        self._say_how_many()

    def _cells(self, rule: KnownRule, names: dict[str, str]) -> list[str]:
        label = self.tr("écarte") if rule.label is None else names.get(rule.label, rule.label)
        return [rule.id, label, tier_words(rule.tier) if rule.label else "", rule.reason.in_language(language())]

    def _silence(self, box: QTableWidgetItem) -> None:
        silent = box.checkState() is Qt.CheckState.Unchecked
        try:
            lexicons.silence_rule(self._project, box.text(), silent=silent)
        except UserError as error:
            self.told.setText(sentence(error.wording))
            self.table.blockSignals(True)
            box.setCheckState(Qt.CheckState.Checked if silent else Qt.CheckState.Unchecked)
            self.table.blockSignals(False)
            return
        self.changed.emit()
        self._say_how_many()

    def _say_how_many(self) -> None:
        boxes = [self.table.cell(row, 0) for row in range(self.table.rowCount())]
        silent = sum(box.checkState() is Qt.CheckState.Unchecked for box in boxes)
        self.told.setText(
            counted(silent, self.tr("règle se tait."), self.tr("règles se taisent."))
            if silent
            else self.tr("Toutes les règles parlent.")
        )
