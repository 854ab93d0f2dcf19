"""What copies of the project would bring, where they and the project differ, and what else of theirs is to be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QPushButton, QTabWidget, QVBoxLayout

from annotator.ui.merging import words
from annotator.ui.merging.differences import DifferencesPage
from annotator.ui.merging.tables import MergeTable, WorkTable
from annotator.ui.wording import counted, explained, number_words, sentence, typeset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from annotator.app.jobs import Event
    from annotator.app.project import Project
    from annotator.core.merge_report import Part
    from annotator.ui.tasks import Tasks

_HERE, _THERE, _COPY = 3, 4, 6
_SHOWN = 2000
"""Rows of a table at most: more would keep the window waiting, and nobody reads them here."""


class MergeDialog(QDialog):
    """Asks in the background what a merge would bring, shows it, and is accepted where it is to be done.

    Signals:
        article_requested: id of an article to open; the dialog has closed by then.
    """

    article_requested = Signal(int)

    def __init__(self, project: Project, tasks: Tasks, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fusionner des copies du projet"))
        self.setObjectName("merge_dialog")
        self._project = project
        self._tasks = tasks
        self._conflicts: Sequence[Mapping[str, Any]] = ()
        self._changes = False
        self.named = QLabel(typeset(explained(self.tr("Copies"), words.names_of([str(path) for path in paths]))), self)
        self.named.setObjectName("caption")
        self.said = QLabel(self.tr("Lecture des copies…"), self)
        self.said.setObjectName("merge_words")
        self._way_back = QLabel(
            typeset(
                self.tr("La fusion pourra être annulée en entier, par « Fichier › Imports et fusions du projet… ».")
            ),
            self,
        )
        self._way_back.setObjectName("caption")
        for label in (self.named, self.said, self._way_back):
            label.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._make_tabs()
        self.merge = QPushButton(self.tr("&Fusionner"), self)
        self.merge.setObjectName("primary")
        self.merge.setDefault(True)
        self.merge.setEnabled(False)
        self.cancel = QPushButton(self.tr("Annuler"), self)
        self.cancel.setObjectName("secondary")
        self.cancel.setAutoDefault(False)  # or it were the one that Return presses while the copies are read
        self._place()
        self.differences.ticked.connect(self._turn)
        self.conflicts.activated.connect(self._open)
        tasks.previewed.connect(self._hear)
        self._asked = tasks.preview_merge(paths)

    def _make_tabs(self) -> None:
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.work = WorkTable(self)
        self.conflicts = MergeTable(
            self.tr("Conflits : le plus récent l'emporte (Entrée ouvre l'article)"),
            (
                self.tr("Article"),
                self.tr("Annotateur"),
                self.tr("Où"),
                self.tr("Ici"),
                self.tr("Dans la copie"),
                self.tr("L'emporte"),
                self.tr("Copie"),
            ),
            self,
        )
        self.differences = DifferencesPage(self)
        self.boxes = self.differences.boxes
        for page, words_ in (
            (self.work, self.tr("Apports")),
            (self.conflicts, self.tr("Conflits")),
            (self.differences, self.tr("Autres différences")),
        ):
            self.tabs.addTab(page, words_)
            self.tabs.setTabVisible(self.tabs.indexOf(page), page is self.work)
        self.tabs.setVisible(False)

    def _place(self) -> None:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.merge, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.named)
        column.addWidget(self.said)
        column.addWidget(self._bar)
        column.addWidget(self.tabs, 1)
        column.addStretch(0)
        column.addWidget(self._way_back)
        column.addWidget(buttons)
        self._way_back.hide()
        metrics = self.fontMetrics()
        self.resize(min(150 * metrics.averageCharWidth(), 1100), min(36 * metrics.lineSpacing(), 700))

    def taken(self) -> list[Part]:
        """Return what is ticked."""
        return self.differences.taken()

    def show_report(self, report: Mapping[str, Any]) -> None:
        """Show what would come, as `annotator.core.merge_report.MergeReport.to_json` gives it."""
        self._changes = bool(report["articles"] or report["edits"] or report["labels"])
        self._bar.hide()
        said = [words.merge_words(report, would=True)]
        if report["known"]:
            said.append(counted(report["known"], self.tr("article déjà là."), self.tr("articles déjà là.")))
        if left_out := len(report["off_grid"]):
            said.append(
                counted(left_out, self.tr("annotation laissée de côté."), self.tr("annotations laissées de côté."))
            )
        open_ = [each for each in report["differences"] if not each["taken"]]
        if max(len(report["conflicts"]), len(open_)) > _SHOWN:
            words_ = self.tr("Chaque liste en montre {count} ; le rapport de la fusion garde tout.")
            said.append(words_.format(count=number_words(_SHOWN)))
        self.said.setText(typeset(" ".join(said)))
        self.work.show_report(report)
        self._show_conflicts(report)
        labels = {label.id: label for label in self._project.labels()}
        self.differences.show_differences(open_, labels, shown=_SHOWN, several=len(report["copies"]) > 1)
        for page, count, name in (
            (self.conflicts, len(report["conflicts"]), self.tr("Conflits")),
            (self.differences, len(open_), self.tr("Autres différences")),
        ):
            index = self.tabs.indexOf(page)
            self.tabs.setTabText(index, f"{name} ({number_words(count)})")
            self.tabs.setTabVisible(index, bool(count))
        self.tabs.setVisible(True)
        if not self._changes and open_:
            self.tabs.setCurrentWidget(self.differences)
        self._turn()
        (self.merge if self._changes else self.cancel).setFocus()

    def _show_conflicts(self, report: Mapping[str, Any]) -> None:
        labels = {label.id: label for label in self._project.labels()}
        self._conflicts = report["conflicts"][:_SHOWN]
        texts = words.texts_of(self._project, self._conflicts)
        rows, strong = [], set()
        for row, each in enumerate(self._conflicts):
            text = texts.get(each["article"])
            sides = (words.value_words(each, side, text=text, labels=labels) for side in ("here", "there"))
            place, copy = words.place_words(each, text), words.names_of([each["copy"]])
            rows.append((each["title"], each["annotator"], place, *sides, words.won_words(each), copy))
            strong.add((row, _HERE if each["won"] == "here" else _THERE))
        self.conflicts.show_rows(rows, strong=strong)
        self.conflicts.setColumnHidden(_COPY, len(report["copies"]) == 1)

    def _turn(self) -> None:
        comes = self._changes or bool(self.taken())
        self.merge.setEnabled(comes)
        self._way_back.setVisible(comes)

    def _hear(self, number: int, event: Event) -> None:
        from annotator.app import jobs

        if number != self._asked:
            return
        if isinstance(event, jobs.Done):
            self.show_report(event.result)
        elif isinstance(event, jobs.Failed):
            self._bar.hide()
            self.said.setText(typeset(sentence(event.reason)))

    def _open(self, index: QModelIndex) -> None:
        article = self._conflicts[index.row()]["article"]
        if article in self._project.article_ids():
            self.reject()
            self.article_requested.emit(article)

    def done(self, result: int) -> None:
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        """Stop asking."""
        if self._asked is not None:
            self._tasks.cancel_preview(self._asked)
            self._asked = None
