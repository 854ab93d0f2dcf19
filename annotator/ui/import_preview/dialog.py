"""The dialog before an import: what will come and what will not, as the background process finds it; Enter imports."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app.import_report import Held
from annotator.ui.import_preview.facts import facts_of, outcome
from annotator.ui.import_preview.findings import Findings
from annotator.ui.import_preview.option_fields import OptionFields
from annotator.ui.wording import counted, number_words, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotator.app.import_options import ImportOptions
    from annotator.app.project import Project
    from annotator.core.wording import Wording
    from annotator.ui.tasks import Tasks

_ASK_AGAIN_MS = 300


class ImportPreview(QDialog):
    """Shows what an import would bring, and asks how to do it.

    When it is accepted, `options` says how to import, and `restored` which articles of the files are to come out of
    the trash.

    Args:
        paths: files and folders.
        project: where they would go.
        annotator: whose spans they are at first.
        tasks: the background work of the window, which finds out.
        parent: the window.

    Signals:
        article_requested: id of an article of the project to open, while the dialog stays.
    """

    article_requested = Signal(int)

    def __init__(
        self, paths: Sequence[Path], *, project: Project, annotator: str, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Aperçu de l'import"))
        self.setObjectName("import_preview")
        self._paths = list(paths)
        self._tasks = tasks
        self._mine = annotator
        self._trashed: list[int] = []
        self._near = 0  # how many near-duplicates have been told
        self._number: int | None = None
        self._asked: ImportOptions | None = None
        self._outdated = False  # what is shown is the answer to an earlier question
        self._seen_labels = False
        self._result: Mapping[str, Any] | None = None
        self.findings = Findings(project.labels(), self)
        self.fields = OptionFields(annotator, project.annotators().values(), self)
        self._make()
        self._place()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask)
        self.fields.named.connect(self._ask_later)
        self.fields.changed.connect(self._ask)
        self.findings.labels_chosen.connect(self._ask)
        self.findings.article_requested.connect(self.article_requested)
        tasks.previewed.connect(self._hear)
        self.finished.connect(self._leave)
        self._ask()

    def _make(self) -> None:
        self._head = QLabel(self)
        self._head.setObjectName("preview_head")
        self._facts = QLabel(self)
        self._facts.setObjectName("caption")
        self._facts.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Lecture des fichiers"))
        self.restore = QCheckBox(self)
        self.restore.toggled.connect(self._show_button)
        self._buttons = QDialogButtonBox(self)
        self.take = QPushButton(self)
        self.take.setObjectName("primary")
        self.leave = QPushButton(self.tr("Annuler"), self)
        self.leave.setObjectName("secondary")
        self._buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.leave, QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.take.setDefault(True)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self._facts)
        column.addWidget(self._bar)
        column.addSpacing(6)
        column.addWidget(self.findings, 1)
        column.addSpacing(6)
        column.addWidget(self.restore)
        column.addWidget(self.fields)
        column.addSpacing(4)
        column.addWidget(self._buttons)
        metrics = self.fontMetrics()
        self.resize(min(165 * metrics.averageCharWidth(), 1180), min(42 * metrics.lineSpacing(), 860))
        order = [*self.findings.in_tab_order, self.restore, *self.fields.in_tab_order, self.take, self.leave]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self.take.setFocus()

    @property
    def options(self) -> ImportOptions | None:
        """How to import; None where the name of the annotator is missing."""
        choices = self.findings.labels.choices
        return self.fields.options(labels=choices.mapping, create_labels=choices.creates)

    @property
    def restored(self) -> list[int]:
        """Ids of articles that lie in the trash and are to come out of it, since the files hold them."""
        return list(self._trashed) if self.restore.isChecked() and self._is_mine() else []

    @property
    def brings_articles(self) -> bool:
        """Whether there is anything to import, as far as is known."""
        result = self._result
        if result is None or not result["complete"]:
            return True
        return any(result.get(name) for name in ("articles", "attached", "suggestions"))

    def _is_mine(self) -> bool:
        return self.fields.annotator == self._mine

    # Asking and hearing

    def _ask(self) -> None:
        """Ask what an import would bring, if something else is to be asked than before."""
        options = self.options
        if options is None or options == self._asked:
            self._show_button()
            return
        self._asked = options
        self._leave()
        self._outdated = self._result is not None  # stays in sight until there is something to show instead
        self._result = None
        if not self._outdated:
            self._clear()
            self._head.setText(self.tr("Lecture des fichiers…"))
            self._facts.setText(self.tr("Rien n'est encore importé."))
        self._number = self._tasks.preview(self._paths, options)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._show_button()

    def _clear(self) -> None:
        self._outdated = False
        self.findings.clear_found()
        self._trashed = []
        self._near = 0

    def _ask_later(self) -> None:
        self._show_button()
        self._later.start(_ASK_AGAIN_MS)

    def _leave(self) -> None:
        if self._number is not None:
            self._tasks.cancel_preview(self._number)
            self._number = None

    def _hear(self, number: int, event: Any) -> None:
        from annotator.app import jobs

        if number != self._number:
            return
        match event:
            case jobs.Found(_, part):
                self._add(part)
            case jobs.Done(_, result):
                self._number = None
                self._finish(result)
            case jobs.Failed(_, reason):
                self._number = None
                self._fail(reason)

    def _add(self, part: Mapping[str, Any]) -> None:
        if self._outdated:
            self._clear()
        self._near += len(part.get("near_duplicates", ()))
        self._trashed += [each["article"] for each in part["duplicates"] if each["held"] == Held.TRASH]
        self.findings.add(part)
        self._learn_columns(part)
        self._bar.setRange(0, part["total"])
        self._bar.setValue(part["examined"])
        self._head.setText(
            self.tr("Lecture… {done} sur {total}").format(
                done=number_words(part["examined"]), total=number_words(part["total"])
            )
        )
        self._show_restore()
        self._show_button()

    def _finish(self, result: Mapping[str, Any]) -> None:
        if self._outdated:
            self._clear()
        self._result = result
        # What can only be told at the end, and is in no part.
        self.findings.add(
            {"unfinished": result["unfinished"], "near_duplicates": result.get("near_duplicates", ())[self._near :]}
        )
        self._bar.hide()
        self._head.setText(outcome(result))
        self._facts.setText(" · ".join(facts_of(result)))
        self._show_restore()
        self._show_button()
        self._learn_labels(result.get("labels", ()))
        if self._result is not None and not self.brings_articles:
            self.findings.turn_to_why()
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _learn_labels(self, found: Sequence[Mapping[str, Any]]) -> None:
        """Take in which labels the files have; those that are none of ours are shown at once, with what is guessed."""
        page = self.findings.labels
        page.meet(found)
        self.findings.show_counts()
        if page.choices.foreign and not self._seen_labels:
            self._seen_labels = True
            self.findings.setCurrentWidget(page)
        self._ask()

    def _learn_columns(self, part: Mapping[str, Any]) -> None:
        for note in part["notes"]:
            if note.get("headings"):
                self.fields.offer_columns(note["headings"], note.get("taken", {}))

    def _fail(self, reason: Wording) -> None:
        self._clear()
        self.findings.show_counts()
        self._bar.hide()
        self._head.setText(self.tr("Impossible de lire ces fichiers"))
        self._facts.setText(sentence(reason))
        self.take.setEnabled(False)
        self.leave.setDefault(True)

    # Showing

    def _show_restore(self) -> None:
        in_trash = counted(len(self._trashed), self.tr("article"), self.tr("articles"))
        self.restore.setText(self.tr("Sortir de la &corbeille : {articles}").format(articles=in_trash))
        self.restore.setVisible(bool(self._trashed) and self._is_mine())

    def _show_button(self) -> None:
        result = self._result
        if not self.brings_articles and self.restored:
            self.take.setText(self.tr("Sortir de la corbeille"))
        elif result is not None and result["complete"]:
            articles = counted(result["articles"] + result.get("attached", 0), self.tr("article"), self.tr("articles"))
            self.take.setText(self.tr("Importer {articles}").format(articles=articles))
        else:
            self.take.setText(self.tr("Tout importer"))
        self.restore.setVisible(bool(self._trashed) and self._is_mine())
        self.take.setEnabled(self.options is not None and (self.brings_articles or bool(self.restored)))
        (self.take if self.take.isEnabled() else self.leave).setDefault(True)
