"""What the project teaches the suggester: its own words, and the rules that shall be silent. Changes count at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app import lexicon as lexicons
from annotator.core.errors import UserError
from annotator.ui.language import language, translate
from annotator.ui.wording import counted, tier_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.app.project import Project
    from annotator.core.lexicon import KnownRule


class LexiconDialog(QDialog):
    """The project's words in one tab, the suggester's rules in the other.

    Args:
        project: whose they are.
        form: a word to be added, for which only the label is missing.
        parent: the window.
    """

    def __init__(self, project: Project, *, form: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lexique et règles du projet"))
        self.resize(860, 560)
        self.changed = False
        self.words = WordsTab(project, self)
        self.rules = RulesTab(project, self)
        tabs = QTabWidget(self)
        tabs.addTab(self.words, self.tr("&Lexique"))
        tabs.addTab(self.rules, self.tr("&Règles"))
        note = QLabel(
            self.tr(
                "Les changements sont enregistrés aussitôt ; à la fermeture, les articles sont relus avec eux.",
            ),
            self,
        )
        note.setObjectName("caption")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(note, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(tabs, 1)
        column.addLayout(foot)
        for tab in (self.words, self.rules):
            tab.changed.connect(self._note_change)
        self.words.begin(form)

    def _note_change(self) -> None:
        self.changed = True


class WordsTab(QWidget):
    """The project's words, and a line to add one."""

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._names = {label.id: label.name.in_language(language()) for label in project.labels()}
        self.table = _Table(
            [
                self.tr("Mot ou expression"),
                self.tr("Étiquette"),
                self.tr("Note"),
            ],
            self,
            empty=self.tr("Aucun mot pour l'instant. Dans un article, L ajoute le mot choisi."),
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
        for first, second in ((self.form, self.label), (self.label, self.note), (self.note, self.add)):
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
            self.told.setText(error.wording.in_language(language()))
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
                self.told.setText(error.wording.in_language(language()))
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


class RulesTab(QWidget):
    """Every rule of the suggester with a box to tick: an empty one is silent in the project."""

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.table = _Table(
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
            self.told.setText(error.wording.in_language(language()))
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


class _Table(QTableWidget):
    """Rows to choose from; Space ticks the row's box, Delete is told."""

    delete_pressed = Signal()

    def __init__(self, heads: Sequence[str], parent: QWidget, *, empty: str = "") -> None:
        super().__init__(0, len(heads), parent)
        self._empty = empty
        self.setHorizontalHeaderLabels(list(heads))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.setRowCount(0)
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(row, column, item)

    def cell(self, row: int, column: int) -> QTableWidgetItem:
        """Return the item of a cell.

        Raises:
            IndexError: the table has no such cell.
        """
        item = self.item(row, column)
        if item is None:
            raise IndexError(f"there is no cell {row}, {column}")
        return item

    def selected_rows(self) -> list[int]:
        """Return the rows that are selected, from the top."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(30, 0, -30, 0), middle, self._empty)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        box = self.item(self.currentRow(), 0)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Space and box and box.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = box.checkState() is Qt.CheckState.Checked
            box.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)


def taught_words(form: str, label: str) -> str:
    """Say that a word has been added.

    Args:
        form: the word.
        label: the name of its label.
    """
    return translate("lexicon", "« {form} » est désormais suggéré comme {label}.").format(form=form, label=label)
