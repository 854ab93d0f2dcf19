"""What copies of the project would bring, where they and the project differ, and what else of theirs is to be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from annotator.core.merge_report import Part
from annotator.ui.merging import words
from annotator.ui.project_settings.table import Table
from annotator.ui.wording import counted, explained, sentence, typeset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QCloseEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from annotator.app.jobs import Event
    from annotator.app.project import Project
    from annotator.ui.tasks import Tasks

_ROWS_SHOWN = 6


class _OpeningTable(Table):
    """Rows that Return opens, without pressing the dialog's own button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())


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
        self.said = QLabel(self.tr("Lecture des copies…"), self)
        self.said.setObjectName("merge_words")
        for label in (self.named, self.said):
            label.setWordWrap(True)
        self.work = self._table(self.tr("Ce qui change, par annotateur"), self.tr("Annotateur"), self.tr("Changements"))
        self.conflicts = self._table(
            self.tr("Conflits : le plus récent l'emporte (Entrée ouvre l'article)"),
            self.tr("Article"),
            self.tr("Annotateur"),
            self.tr("Où"),
            self.tr("Ici"),
            self.tr("Dans la copie"),
            self.tr("L'emporte"),
        )
        self.differences = self._table(
            self.tr("Autres différences : cochez ce qui doit être repris des copies"),
            self.tr("Partie"),
            self.tr("Quoi"),
            self.tr("Ici"),
            self.tr("Dans la copie"),
        )
        self.boxes = {part: QCheckBox(words.part_words(part), self) for part in Part}
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.merge = QPushButton(self.tr("&Fusionner"), self)
        self.merge.setDefault(True)
        self.merge.setEnabled(False)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        if isinstance(cancel, QPushButton):
            cancel.setAutoDefault(False)  # or it were the one that Return presses while the copies are read
        buttons.addButton(self.merge, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._place(buttons)
        header = self.conflicts.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)  # a title may be long, the rest is to be seen
        for box in self.boxes.values():
            box.toggled.connect(self._turn)
        self.conflicts.activated.connect(self._open)
        tasks.previewed.connect(self._hear)
        self._asked = tasks.preview_merge(paths)

    def _table(self, title: str, *heads: str) -> Table:
        table = _OpeningTable(heads, self)
        table.setAccessibleName(title)
        table.setSelectionMode(Table.SelectionMode.SingleSelection)
        table.setVisible(False)
        return table

    def _place(self, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.named)
        column.addWidget(self.said)
        self._heads: dict[Table, QLabel] = {}
        for table in (self.work, self.conflicts, self.differences):
            head = QLabel(typeset(table.accessibleName()), self)
            head.setBuddy(table)
            head.setVisible(False)
            self._heads[table] = head
            column.addWidget(head)
            if table is self.differences:
                row = QHBoxLayout()
                row.setSpacing(16)
                for box in self.boxes.values():
                    box.setVisible(False)
                    row.addWidget(box)
                row.addStretch(1)
                column.addLayout(row)
            column.addWidget(table, 1)
        column.addStretch(0)
        column.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(min(150 * metrics.averageCharWidth(), 1100), min(36 * metrics.lineSpacing(), 760))

    def taken(self) -> list[Part]:
        """Return what is ticked."""
        return [part for part, box in self.boxes.items() if box.isChecked()]

    def show_report(self, report: Mapping[str, Any]) -> None:
        """Show what would come, as `annotator.core.merge_report.MergeReport.to_json` gives it."""
        self._changes = bool(report["articles"] or report["edits"] or report["labels"])
        said = [words.merge_words(report, would=True)]
        if report["known"]:
            said.append(counted(report["known"], self.tr("article déjà là."), self.tr("articles déjà là.")))
        if left_out := len(report["off_grid"]):
            said.append(
                counted(left_out, self.tr("annotation laissée de côté."), self.tr("annotations laissées de côté."))
            )
        self.said.setText(typeset(" ".join(said)))
        self._fill(self.work, [(each["annotator"], words.work_words(each)) for each in report["work"]])
        labels = {label.id: label for label in self._project.labels()}
        texts = words.texts_of(self._project, report)
        self._conflicts = report["conflicts"]
        self._fill(
            self.conflicts,
            [
                (
                    each["title"],
                    each["annotator"],
                    words.place_words(each, texts.get(each["article"])),
                    words.value_words(each, "here", text=texts.get(each["article"]), labels=labels),
                    words.value_words(each, "there", text=texts.get(each["article"]), labels=labels)
                    + self._whose(each, report),
                    words.won_words(each),
                )
                for each in self._conflicts
            ],
        )
        open_ = [each for each in report["differences"] if not each["taken"]]
        self._fill(
            self.differences,
            [
                (
                    words.part_words(Part(each["part"])),
                    words.field_words(each),
                    words.difference_words(each, "here"),
                    words.difference_words(each, "there") + self._whose(each, report),
                )
                for each in open_
            ],
        )
        differing = {Part(each["part"]) for each in open_}
        for part, box in self.boxes.items():
            box.setVisible(part in differing)
        self._turn()

    def _whose(self, each: Mapping[str, Any], report: Mapping[str, Any]) -> str:
        """Name the copy where there are several."""
        return f" ({words.names_of([each['copy']])})" if len(report["copies"]) > 1 else ""

    def _fill(self, table: Table, rows: Sequence[Sequence[str]]) -> None:
        table.fill(rows)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                table.cell(row, column).setToolTip(cell)
        for widget in (table, self._heads[table]):
            widget.setVisible(bool(rows))
        height = table.verticalHeader().defaultSectionSize()
        table.setMinimumHeight(height * (min(len(rows), _ROWS_SHOWN) + 1) + 20)

    def _turn(self) -> None:
        self.merge.setEnabled(self._changes or bool(self.taken()))

    def _hear(self, number: int, event: Event) -> None:
        from annotator.app import jobs

        if number != self._asked:
            return
        if isinstance(event, jobs.Done):
            self.show_report(event.result)
        elif isinstance(event, jobs.Failed):
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
