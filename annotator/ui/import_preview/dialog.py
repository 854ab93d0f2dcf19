"""The dialog before an import: what will come and what will not, as the background process finds it; Enter imports."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app.import_report import Held
from annotator.core.annotation import Status
from annotator.ui.import_preview.article_table import ArticleTable
from annotator.ui.import_words import duplicate_lines, left_out_lines, note_lines
from annotator.ui.intake.report_table import ReportTable
from annotator.ui.language import language
from annotator.ui.wording import counted, number_words, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from annotator.app.project import Project
    from annotator.core.wording import Wording
    from annotator.ui.tasks import Tasks

_ASK_AGAIN_MS = 300
_STATUSES = (Status.IN_PROGRESS, Status.FINISHED, Status.SET_ASIDE)


class ImportPreview(QDialog):
    """Shows what an import would bring, and asks whose spans they are and how far the articles are.

    When it is accepted, `annotator` and `status` say what to import with, and `restored` which articles of the files
    are to come out of the trash.

    Args:
        paths: files and folders.
        project: where they would go.
        annotator: whose spans they are at first.
        tasks: the background work of the window, which finds out.
        parent: the window.
    """

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
        self._number: int | None = None
        self._shown_for: tuple[str, Status] | None = None
        self._counts = dict.fromkeys(("articles", "spans", "left_out", "notes"), 0)
        self._result: Mapping[str, Any] | None = None
        labels = {label.id: label.name.in_language(language()) for label in project.labels()}
        self._make(labels, annotator, project.annotators().values())
        self._place()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask)
        self._whose.currentTextChanged.connect(self._ask_later)
        self._status.currentIndexChanged.connect(self._ask)
        tasks.previewed.connect(self._hear)
        self.finished.connect(self._leave)
        self._ask()

    def _make(self, labels: Mapping[str, str], annotator: str, others: Iterable[str]) -> None:
        self._head = QLabel(self)
        self._head.setObjectName("preview_head")
        self._facts = QLabel(self)
        self._facts.setObjectName("caption")
        self._facts.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Lecture des fichiers"))
        self.articles = ArticleTable(labels, self)
        self.left_out = ReportTable(self)
        self.notes = ReportTable(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for table in (self.articles, self.left_out, self.notes):
            self.tabs.addTab(table, "")
        self._whose = QComboBox(self)
        self._whose.setEditable(True)
        self._whose.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._whose.addItems([annotator, *(each for each in others if each != annotator)])
        self._whose.setAccessibleName(self.tr("Annotations de"))
        self._status = QComboBox(self)
        self._status.setAccessibleName(self.tr("État des articles annotés"))
        for status in _STATUSES:
            self._status.addItem(status.wording.in_language(language()), status)
        self._restore = QCheckBox(self)
        self._restore.toggled.connect(self._show_button)
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
        self._options = QWidget(self)
        row = QHBoxLayout(self._options)
        row.setContentsMargins(0, 0, 0, 0)
        for words, field in ((self.tr("&Annotations de"), self._whose), (self.tr("&État"), self._status)):
            caption = QLabel(words, self._options)
            caption.setBuddy(field)
            row.addWidget(caption)
            row.addWidget(field)
            row.addSpacing(14)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self._facts)
        column.addWidget(self._bar)
        column.addSpacing(6)
        column.addWidget(self.tabs, 1)
        column.addSpacing(6)
        column.addWidget(self._restore)
        column.addWidget(self._options)
        column.addSpacing(4)
        column.addWidget(self._buttons)
        metrics = self.fontMetrics()
        self.resize(min(165 * metrics.averageCharWidth(), 1180), min(42 * metrics.lineSpacing(), 860))
        tables = (self.articles, self.left_out, self.notes)
        order = (self.tabs.tabBar(), *tables, self._restore, self._whose, self._status, self.take, self.leave)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self.take.setFocus()

    @property
    def annotator(self) -> str:
        """Whose the spans will be."""
        return " ".join(self._whose.currentText().split())

    @property
    def status(self) -> Status:
        """Which status the articles with spans will get."""
        return Status(self._status.currentData())

    @property
    def restored(self) -> list[int]:
        """Ids of articles that lie in the trash and are to come out of it, since the files hold them."""
        return list(self._trashed) if self._restore.isChecked() and self.annotator == self._mine else []

    @property
    def brings_articles(self) -> bool:
        """Whether there is anything to import, as far as is known."""
        result = self._result
        return result is None or result["articles"] > 0 or not result["complete"]

    # Asking and hearing

    def _ask(self) -> None:
        """Ask what an import would bring, if something else is to be asked than before."""
        asked = (self.annotator, self.status)
        if asked == self._shown_for or not self.annotator:
            self._show_button()
            return
        self._shown_for = asked
        self._leave()
        for table in (self.articles.articles, self.left_out.lines, self.notes.lines):
            table.clear()
        self._counts = dict.fromkeys(self._counts, 0)
        self._result = None
        self._trashed = []
        self._number = self._tasks.preview(self._paths, annotator=self.annotator, status=self.status)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._head.setText(self.tr("Lecture des fichiers…"))
        self._facts.setText(self.tr("Rien n'est encore importé."))
        self._show_tabs()
        self._show_button()

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
        articles = part["articles"]
        self._trashed += [each["article"] for each in part["duplicates"] if each["held"] == Held.TRASH]
        self.articles.articles.add(articles)
        self._add_lines(part)
        self._counts["articles"] += len(articles)
        self._counts["spans"] += sum(sum(each["spans"].values()) for each in articles)
        self._bar.setRange(0, part["total"])
        self._bar.setValue(part["examined"])
        self._head.setText(
            self.tr("Lecture… {done} sur {total}").format(
                done=number_words(part["examined"]), total=number_words(part["total"])
            )
        )
        self._show_tabs()
        self._show_button()

    def _add_lines(self, part: Mapping[str, Any]) -> None:
        for table, name, lines in (
            (self.left_out, "left_out", left_out_lines(part) + duplicate_lines(part)),
            (self.notes, "notes", note_lines(part)),
        ):
            table.lines.add(lines)
            self._counts[name] += len(lines)

    def _finish(self, result: Mapping[str, Any]) -> None:
        self._result = result
        # The parts told everything but which articles stay in progress.
        self._add_lines(
            {"problems": (), "duplicates": (), "left_out": (), "notes": ()} | {"unfinished": result["unfinished"]}
        )
        self._bar.hide()
        self._head.setText(self._outcome(result))
        self._facts.setText(" · ".join(self._facts_of(result)))
        self._show_tabs()
        self._show_button()
        if not self.brings_articles:
            self.tabs.setCurrentWidget(self.left_out if self._counts["left_out"] else self.notes)
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _facts_of(self, result: Mapping[str, Any]) -> list[str]:
        facts = [counted(result["files"], self.tr("fichier lu"), self.tr("fichiers lus"))]
        if result["spans"]:
            facts.append(counted(result["spans"], self.tr("annotation"), self.tr("annotations")))
        for name, one, many in (
            ("duplicates", self.tr("doublon"), self.tr("doublons")),
            ("problems", self.tr("illisible"), self.tr("illisibles")),
            ("left_out", self.tr("annotation laissée de côté"), self.tr("annotations laissées de côté")),
        ):
            if result[name]:
                facts.append(counted(len(result[name]), one, many))
        if not result["complete"]:
            words = self.tr("aperçu des {seen} premiers ; l'import prendra tout (environ {total})")
            facts.append(words.format(seen=number_words(result["examined"]), total=number_words(result["total"])))
        return facts

    def _outcome(self, result: Mapping[str, Any]) -> str:
        if not result["complete"] and not result["articles"]:
            words = self.tr("Aucun article parmi les {count} premiers")
            return words.format(count=number_words(result["examined"]))
        if not result["articles"]:
            return self.tr("Aucun article à importer")
        if not result["complete"]:
            return self.tr("Plus de {count} articles à importer").format(count=number_words(result["articles"]))
        return counted(result["articles"], self.tr("article à importer"), self.tr("articles à importer"))

    def _fail(self, reason: Wording) -> None:
        self._bar.hide()
        self._head.setText(self.tr("Impossible de lire ces fichiers"))
        self._facts.setText(sentence(reason))
        self.take.setEnabled(False)
        self.leave.setDefault(True)

    # Showing

    def _show_tabs(self) -> None:
        names = (
            (self.articles, "articles", self.tr("Articles")),
            (self.left_out, "left_out", self.tr("Laissés de côté")),
            (self.notes, "notes", self.tr("Remarques")),
        )
        for table, name, words in names:
            index = self.tabs.indexOf(table)
            self.tabs.setTabText(index, f"{words} ({number_words(self._counts[name])})")
            self.tabs.setTabVisible(index, bool(self._counts[name]) or table is self.articles)
        self.articles.hide_spans(not self._counts["spans"])
        in_trash = counted(len(self._trashed), self.tr("article"), self.tr("articles"))
        self._restore.setText(self.tr("Sortir de la &corbeille : {articles}").format(articles=in_trash))
        self._restore.setVisible(bool(self._trashed) and self.annotator == self._mine)

    def _show_button(self) -> None:
        result = self._result
        if not self.brings_articles and self.restored:
            self.take.setText(self.tr("Sortir de la corbeille"))
        elif result is not None and result["complete"]:
            articles = counted(result["articles"], self.tr("article"), self.tr("articles"))
            self.take.setText(self.tr("Importer {articles}").format(articles=articles))
        else:
            self.take.setText(self.tr("Tout importer"))
        self.take.setEnabled(bool(self.annotator) and (self.brings_articles or bool(self.restored)))
        (self.take if self.take.isEnabled() else self.leave).setDefault(True)
