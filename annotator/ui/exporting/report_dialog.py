"""The details of an export that has just been made: what went out, what did not, and what was checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from annotator.ui.exporting import report_words
from annotator.ui.exporting.fact_table import FactTable
from annotator.ui.exporting.kinds import title_of
from annotator.ui.language import language
from annotator.ui.wording import number_words, typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.labels import Label


class ReportDialog(QDialog):
    """What an export tells of itself.

    Args:
        report: as `annotator.app.exporting.export` gives it in JSON.
        labels: those of the project.
        parent: the window.

    Signals:
        article_requested: id of an article to open; the dialog has closed by then.
        articles_requested: ids of the articles left out, to be shown in the list; the dialog has closed by then.
        folder_requested: the place of the export is to be shown.
    """

    article_requested = Signal(int)
    articles_requested = Signal(object)
    folder_requested = Signal()

    def __init__(self, report: Mapping[str, Any], labels: Iterable[Label], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Détails de l'export"))
        self.setObjectName("export_report")
        names = {label.id: label.name.in_language(language()) for label in labels}
        head = QLabel(report_words.head_words(report), self)
        head.setObjectName("preview_head")
        verdict = QLabel(typeset(report_words.verdict_words(report)) + ".", self)
        verdict.setObjectName("export_verdict")
        target = QLabel(f"{title_of(report)} · {Path(report['target'])}", self)
        target.setObjectName("caption")
        for line in (head, verdict, target):
            line.setWordWrap(True)
        self.tabs = self._tabs(report, names)
        self._left_out = list(dict.fromkeys(each["article"] for each in report["left_out"]))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        column.addWidget(head)
        column.addWidget(verdict)
        column.addWidget(target)
        column.addSpacing(6)
        column.addWidget(self.tabs, 1)
        column.addSpacing(6)
        column.addWidget(self._buttons())
        letter = self.fontMetrics().averageCharWidth()
        self.resize(min(140 * letter, 1080), 30 * self.fontMetrics().lineSpacing())
        self.tabs.currentWidget().setFocus()

    def _tabs(self, report: Mapping[str, Any], names: Mapping[str, str]) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        sides = [report_words.side_name(side) for side in report_words.sides_of(report)]
        self.labels = FactTable(
            self.tr("Ce qui a été exporté"),
            ["", self.tr("En tout"), *sides],
            report_words.label_facts(report, names),
            parent=self,
            numbers=True,
        )
        left_out = report_words.left_out_facts(report)
        self.left_out = FactTable(
            self.tr("Ce qui a été laissé de côté"),
            [self.tr("Article"), self.tr("Annotateur"), self.tr("Pourquoi")],
            left_out,
            parent=self,
        )
        self.left_out.setColumnHidden(1, not any(fact.cells[1] for fact in left_out))
        self.left_out.article_requested.connect(self._open)
        self.checks = FactTable(
            self.tr("Ce qui a été vérifié"),
            [self.tr("Contrôle"), self.tr("Résultat")],
            report_words.check_facts(report),
            parent=self,
        )
        tabs.addTab(self.labels, self.tr("Contenu"))
        tabs.addTab(self.left_out, self.tr("Laissés de côté ({count})").format(count=number_words(len(left_out))))
        tabs.setTabVisible(1, bool(left_out))
        tabs.addTab(self.checks, self.tr("Contrôles"))
        return tabs

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        folder = buttons.addButton(self.tr("&Ouvrir le dossier"), roles.ActionRole)
        folder.clicked.connect(self.folder_requested)
        if self._left_out:
            behind = buttons.addButton(self.tr("&Montrer les laissés de côté"), roles.ActionRole)
            behind.setToolTip(self.tr("Montrer ces articles dans la liste"))
            behind.clicked.connect(self._lead)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        if isinstance(close, QPushButton):
            close.setDefault(True)
        return buttons

    def _open(self, article: int) -> None:
        self.accept()
        self.article_requested.emit(article)

    def _lead(self) -> None:
        self.accept()
        self.articles_requested.emit(self._left_out)
