"""What a preview has found, in tabs: articles, labels, what stays out, adjusted limits, duplicates and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from annotator.ui.import_preview.article_table import ArticleTable
from annotator.ui.import_preview.label_table import LabelPage
from annotator.ui.import_words import adjusted_lines, duplicate_lines, left_out_lines, note_lines
from annotator.ui.intake.report_table import ReportTable
from annotator.ui.language import language
from annotator.ui.wording import number_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.core.labels import Label
    from annotator.ui.import_words import Line


class DuplicatePage(QWidget):
    """Texts that are there already, or nearly; those of the project can be looked at.

    Signals:
        article_requested: id of an article to open.
    """

    article_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = ReportTable(self)
        self.table.setAccessibleName(self.tr("Doublons et quasi-doublons"))
        self.table.article_requested.connect(self.article_requested)
        self.look = QPushButton(self.tr("&Voir l'article du projet"), self)
        self.look.setAutoDefault(False)
        self.look.clicked.connect(self.table.open_current)
        self._hint = QLabel(self.tr("Il s'ouvre derrière cette fenêtre, qui reste."), self)
        self._hint.setObjectName("caption")
        self._below = QWidget(self)
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self.look)
        row.addWidget(self._hint)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self._below)
        self.table.selectionModel().currentRowChanged.connect(self._show_look)
        self.table.lines.rowsInserted.connect(self._show_look)
        self.table.lines.modelReset.connect(self._show_look)
        self._show_look()

    def _show_look(self) -> None:
        self._below.setVisible(self.table.lines.has_articles())
        self.look.setEnabled(self.table.lines.article(self.table.currentIndex().row()) is not None)


class Findings(QTabWidget):
    """The tabs; those that hold nothing are not in sight.

    Signals:
        article_requested: id of an article of the project to open.
        labels_chosen: something else is to become of a label.
    """

    article_requested = Signal(int)
    labels_chosen = Signal()

    def __init__(self, labels: Sequence[Label], parent: QWidget) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        names = {label.id: label.name.in_language(language()) for label in labels}
        self.articles = ArticleTable(names, self)
        self.labels = LabelPage(labels, self)
        self.left_out = ReportTable(self)
        self.adjusted = ReportTable(self)
        self.adjusted.setAccessibleName(self.tr("Annotations dont les limites changent"))
        self.duplicates = DuplicatePage(self)
        self.notes = ReportTable(self)
        self.notes.setAccessibleName(self.tr("Remarques"))
        self.spans = 0
        self._lines: tuple[tuple[ReportTable, Callable[[Mapping[str, Any]], list[Line]]], ...] = (
            (self.left_out, left_out_lines),
            (self.adjusted, adjusted_lines),
            (self.duplicates.table, duplicate_lines),
            (self.notes, note_lines),
        )
        self._pages: tuple[tuple[QWidget, str, Callable[[], int]], ...] = (
            (self.articles, self.tr("Articles"), self.articles.articles.rowCount),
            (self.labels, self.tr("Étiquettes"), self.labels.table.model().rowCount),
            (self.left_out, self.tr("Laissés de côté"), self.left_out.lines.rowCount),
            (self.adjusted, self.tr("Limites ajustées"), self.adjusted.lines.rowCount),
            (self.duplicates, self.tr("Doublons"), self.duplicates.table.lines.rowCount),
            (self.notes, self.tr("Remarques"), self.notes.lines.rowCount),
        )
        for page, _, _ in self._pages:
            self.addTab(page, "")
        self.duplicates.article_requested.connect(self.article_requested)
        self.labels.chosen.connect(self.labels_chosen)
        self.show_counts()

    @property
    def in_tab_order(self) -> list[QWidget]:
        """What can have the focus, from the first to the last."""
        return [
            self.tabBar(),
            self.articles,
            self.labels.table,
            self.left_out,
            self.adjusted,
            self.duplicates.table,
            self.duplicates.look,
            self.notes,
        ]

    def clear_found(self) -> None:
        """Show nothing any more but the labels, whose choices stay."""
        self.spans = 0
        self.articles.articles.clear()
        for table, _ in self._lines:
            table.lines.clear()

    def add(self, part: Mapping[str, Any]) -> None:
        """Show what a part of a preview has found, after what was there."""
        articles = part.get("articles", ())
        self.articles.articles.add(articles)
        self.spans += sum(sum(each["spans"].values()) for each in articles)
        for table, lines_of in self._lines:
            table.lines.add(lines_of(part))
        self.show_counts()

    def show_counts(self) -> None:
        """Say in the tabs how much is in them."""
        for page, words, count in self._pages:
            index = self.indexOf(page)
            self.setTabText(index, f"{words} ({number_words(count())})")
            self.setTabVisible(index, bool(count()) or page is self.articles)
        self.articles.hide_spans(not self.spans)

    def turn_to_why(self) -> None:
        """Show why nothing comes in: the first tab that says anything of it."""
        for page, _, count in self._pages[2:]:
            if count():
                self.setCurrentWidget(page)
                return
