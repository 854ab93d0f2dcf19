"""The lexicon of a project: words suggested with their label wherever they stand. Changes count at once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.app import lexicon as lexicons
from annotator.core.errors import UserError
from annotator.ui.language import language, translate
from annotator.ui.project_settings.table import Table
from annotator.ui.shortcuts.bound import way_to
from annotator.ui.wording import sentence

if TYPE_CHECKING:
    from annotator.app.project import Project


class LexiconTab(QWidget):
    """The entries of the lexicon, and a line to add one."""

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._names = {label.id: label.name.in_language(language()) for label in project.labels()}
        self.table = Table(
            [
                self.tr("Mot ou expression"),
                self.tr("Étiquette"),
                self.tr("Note"),
            ],
            self,
            empty=self.tr("Aucun mot pour l'instant. Dans un article, {key} ajoute le mot choisi.").format(
                key=way_to("add_to_lexicon")
            ),
        )
        self.table.setAccessibleName(self.tr("Mots du lexique"))
        self.form = QLineEdit(self)
        self.label = QComboBox(self)
        self.label.setPlaceholderText(self.tr("À choisir"))
        for id, name in self._names.items():
            self.label.addItem(name, id)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Facultative"))
        self.add = QPushButton(self.tr("&Ajouter"), self)
        self.remove = QPushButton(self.tr("Re&tirer"), self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._place()
        self.form.textChanged.connect(self._show_possible)
        self.label.currentIndexChanged.connect(self._show_possible)
        self.table.itemSelectionChanged.connect(self._show_possible)
        self.table.itemActivated.connect(self._edit)
        self.table.delete_pressed.connect(self.remove.click)
        for line in (self.form, self.note):
            line.returnPressed.connect(self.add.click)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self._show()

    def _place(self) -> None:
        explained = QLabel(
            self.tr(
                "Ces mots sont suggérés dans tous les articles du projet. Écrit en minuscules, un mot est reconnu "
                "quelle que soit sa casse ; avec une majuscule, tel quel ou tout en capitales.",
            ),
            self,
        )
        explained.setWordWrap(True)
        line = QGridLayout()
        line.setHorizontalSpacing(8)
        line.setVerticalSpacing(4)
        fields = (
            (self.tr("&Mot ou expression"), self.form, 4),
            (self.tr("Éti&quette"), self.label, 2),
            (self.tr("&Note"), self.note, 4),
        )
        for column, (words, field, share) in enumerate(fields):
            caption = QLabel(words, self)
            caption.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            line.addWidget(caption, 0, column)
            line.addWidget(field, 1, column)
            line.setColumnStretch(column, share)
        line.addWidget(self.add, 1, 3)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 14, 14, 14)
        rows.setSpacing(10)
        rows.addWidget(explained)
        rows.addLayout(line)
        rows.addWidget(self.table, 1)
        rows.addLayout(below)
        for first, second in pairwise((self.form, self.label, self.note, self.add, self.table, self.remove)):
            QWidget.setTabOrder(first, second)

    def begin(self, form: str) -> None:
        """Start with a word filled in and the labels in reach, or with the empty line."""
        self.form.setText(form)
        (self.label if form else self.form).setFocus()

    def _show(self, *, form: str = "") -> None:
        """Show the words as they are in the file, and select that of ``form``."""
        entries = lexicons.lexicon(self._project).entries
        self.table.fill([[each.form, self._names.get(each.label, each.label), each.note] for each in entries])
        for row, entry in enumerate(entries):
            if entry.form == form:
                self.table.setCurrentCell(row, 0)
        self._show_possible()

    def _show_possible(self) -> None:
        self.add.setEnabled(bool(self.form.text().strip()) and self.label.currentIndex() >= 0)
        self.remove.setEnabled(bool(self.table.selected_rows()))

    def _add(self) -> None:
        try:
            entry = lexicons.add_entry(
                self._project, self.form.text(), label=self.label.currentData(), note=self.note.text()
            )
        except UserError as error:
            self.told.setText(sentence(error.wording))
            return
        self.changed.emit()
        self._show(form=entry.form)
        self.told.setText(taught_words(entry.form, self._names[entry.label]))
        self.form.clear()
        self.note.clear()
        self.form.setFocus()

    def _remove(self) -> None:
        forms = [self.table.cell(row, 0).text() for row in self.table.selected_rows()]
        for form in forms:
            try:
                lexicons.remove_entry(self._project, form)
            except UserError as error:  # another window was faster
                self.told.setText(sentence(error.wording))
            else:
                self.told.setText(self.tr("« {form} » n'est plus dans le lexique.").format(form=form))
                self.changed.emit()
        self._show()

    def _edit(self, item: QTableWidgetItem) -> None:
        """Put a word of the table into the line, to change its label or note."""
        row = item.row()
        self.form.setText(self.table.cell(row, 0).text())
        self.label.setCurrentText(self.table.cell(row, 1).text())
        self.note.setText(self.table.cell(row, 2).text())
        self.label.setFocus()


def taught_words(form: str, label: str) -> str:
    """Say that a word has been added.

    Args:
        form: the word.
        label: the name of its label.
    """
    return translate("lexicon", "« {form} » est désormais suggéré comme {label}.").format(form=form, label=label)
