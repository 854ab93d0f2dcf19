"""The imports of a project as a list, with the whole report of the one that is chosen; each can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.app.imports import kept_imports
from annotator.ui.dates import moment_words
from annotator.ui.imports.kept_words import sources_words, state_words
from annotator.ui.intake.report_page import ReportPage
from annotator.ui.language import language
from annotator.ui.merging.words import merge_lines, merge_words
from annotator.ui.project_settings.table import Table
from annotator.ui.wording import number_words

if TYPE_CHECKING:
    from annotator.app.imports import KeptImport
    from annotator.app.project import Project

_SOURCES = 1
_NUMBERS = (2, 3)


class ImportsDialog(QDialog):
    """The list, newest first, and the report below it.

    Args:
        project: whose imports.
        parent: the window.
        chosen: number of the import to begin with; the newest by default.

    Signals:
        undo_requested: an import is to be taken back, as `annotator.app.imports.KeptImport`.
        article_requested: id of an article of the project to open; the dialog has closed by then.
    """

    undo_requested = Signal(object)
    article_requested = Signal(int)

    def __init__(self, project: Project, parent: QWidget | None = None, *, chosen: int | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Imports et fusions du projet"))
        self.setObjectName("imports_dialog")
        self._project = project
        self._kept: list[KeptImport] = []
        heads = (self.tr("Quand"), self.tr("Quoi"), self.tr("Articles"), self.tr("Annotations"), self.tr("État"))
        empty = self.tr("Rien n'est encore gardé ici. Chaque import le sera, avec son rapport, et pourra être annulé.")
        self.table = Table(heads, self, empty=empty)
        self.table.setAccessibleName(self.tr("Imports et fusions du projet"))
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.page = ReportPage({label.id: label.name.in_language(language()) for label in project.labels()}, self)
        self.told = QLabel(self)
        self.told.setObjectName("imports_told")
        self.told.setWordWrap(True)
        self.undo = QPushButton(self.tr("&Annuler cet import…"), self)
        self._copy = QPushButton(self.tr("&Copier"), self)
        self._save = QPushButton(self.tr("&Enregistrer…"), self)
        self._place()
        self.table.itemSelectionChanged.connect(self._turn)
        self.page.article_requested.connect(self._open)
        self.undo.clicked.connect(self._ask)
        self._copy.clicked.connect(self.page.copy)
        self._save.clicked.connect(self.page.save)
        self.refresh(chosen)

    def _place(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(_SOURCES, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        for number in _NUMBERS:
            item = self.table.horizontalHeaderItem(number)
            if item is not None:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        below = QWidget(self)
        column_below = QVBoxLayout(below)
        column_below.setContentsMargins(0, 12, 0, 0)
        column_below.addWidget(self.page)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.undo, QDialogButtonBox.ButtonRole.ResetRole)
        for button in (self._copy, self._save):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self.undo, self._copy, self._save):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        if isinstance(close, QPushButton):
            close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(splitter, 1)
        column.addWidget(self.told)
        column.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(min(165 * metrics.averageCharWidth(), 1180), min(40 * metrics.lineSpacing(), 820))
        self.table.setFocus()

    def set_project(self, project: Project) -> None:
        """Show the same project, opened anew."""
        self._project = project
        self.refresh()

    def refresh(self, chosen: int | None = None) -> None:
        """Read the imports again, and choose one by its number; by default the one that was chosen."""
        current = self.current()
        wanted = chosen if chosen is not None else current.id if current is not None else None
        self._kept = list(reversed(kept_imports(self._project)))
        self.table.fill(
            [
                (
                    moment_words(each.at),
                    sources_words(each),
                    number_words(each.report["articles"]),
                    number_words(each.spans),
                    state_words(each),
                )
                for each in self._kept
            ]
        )
        for row, each in enumerate(self._kept):
            for column in _NUMBERS:
                self.table.cell(row, column).setTextAlignment(
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
            self.table.cell(row, _SOURCES).setToolTip("\n".join(each.sources))
        if self._kept:
            rows = [row for row, each in enumerate(self._kept) if each.id == wanted]
            self.table.selectRow(rows[0] if rows else 0)
        self._turn()

    def current(self) -> KeptImport | None:
        """Return the import that is chosen."""
        rows = self.table.selected_rows()
        return self._kept[rows[0]] if rows and rows[0] < len(self._kept) else None

    def tell(self, words: str) -> None:
        """Say something under the list."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def wait(self, waiting: bool) -> None:
        """Say that an import is being taken back, and let no other one be."""
        self.tell(self.tr("Annulation de l'import…") if waiting else "")
        self._turn()
        self.undo.setEnabled(self.undo.isEnabled() and not waiting)

    def _turn(self) -> None:
        kept = self.current()
        self.page.setVisible(kept is not None)
        if kept is not None and kept.kind == "merge":
            self.page.show_lines(merge_words(kept.report), merge_lines(self._project, kept.report))
        else:
            self.page.show_report(None if kept is None else kept.report)
        for button in (self._copy, self._save):
            button.setEnabled(kept is not None)
        self.undo.setEnabled(kept is not None and not kept.undone_at)
        merged = kept is not None and kept.kind == "merge"
        self.undo.setText(self.tr("&Annuler cette fusion…") if merged else self.tr("&Annuler cet import…"))
        self.told.setVisible(bool(self.told.text()))

    def _ask(self) -> None:
        kept = self.current()
        if kept is not None:
            self.undo_requested.emit(kept)

    def _open(self, article: int) -> None:
        self.accept()
        self.article_requested.emit(article)
