"""The statistics of the project: how far, how many, and what became of the suggestions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import Status
from annotator.ui.language import language
from annotator.ui.wording import amount_words, counted, currency_words, number_words, plural_form, share_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.app.project import Project
    from annotator.core.statistics import Statistics


class StatisticsView(QScrollArea):
    """One page of numbers, read from the file each time it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Statistiques du projet"))

    def set_project(self, project: Project) -> None:
        """Show the numbers of another project from now on."""
        self._project = project

    def refresh(self) -> None:
        """Count again and show."""
        if self._project is None:
            return
        from annotator.app.statistics import statistics

        names = {label.id: label.name.in_language(language()) for label in self._project.labels()}
        self.setWidget(self._page(statistics(self._project), names))

    def _page(self, numbers: Statistics, names: dict[str, str]) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(36, 28, 36, 28)
        column.setSpacing(10)
        figures = QHBoxLayout()
        figures.setSpacing(44)
        finished = sum(each.articles[Status.FINISHED] for each in numbers.annotators)
        for value, one, many in (
            (numbers.articles, self.tr("article"), self.tr("articles")),
            (finished, self.tr("terminé"), self.tr("terminés")),
            (sum(numbers.spans().values()), self.tr("annotation"), self.tr("annotations")),
            (sum(numbers.suggestions.values()), self.tr("suggestion"), self.tr("suggestions")),
        ):
            figures.addLayout(_figure(value, plural_form(value, one, many)))
        figures.addStretch(1)
        column.addLayout(figures)

        column.addSpacing(14)
        by_status = self.tr("Articles par état")
        column.addWidget(_section(by_status))
        column.addWidget(
            _table(
                by_status,
                [self.tr("Annotateur"), *(status.wording.in_language(language()) for status in Status)],
                [[each.name, *(each.articles[status] for status in Status)] for each in numbers.annotators],
            )
        )
        column.addSpacing(14)
        by_label = self.tr("Annotations par étiquette")
        column.addWidget(_section(by_label))
        self._add_chart(column, numbers, names)
        column.addWidget(
            _table(
                by_label,
                [self.tr("Annotateur"), *(names[label] for label in numbers.labels), self.tr("total")],
                [
                    [each.name, *(each.spans[label] for label in numbers.labels), sum(each.spans.values())]
                    for each in numbers.annotators
                ],
            )
        )
        column.addSpacing(14)
        outcome = self.tr("Ce que deviennent les suggestions")
        column.addWidget(_section(outcome))
        heads = (
            self.tr("Annotateur"),
            self.tr("étiquette"),
            self.tr("acceptées"),
            self.tr("modifiées"),
            self.tr("rejetées"),
            self.tr("à décider"),
            self.tr("part acceptée"),
        )
        column.addWidget(
            _table(
                outcome,
                heads,
                [
                    [
                        each.name,
                        names[label],
                        counts.accepted,
                        counts.changed,
                        counts.rejected,
                        counts.pending,
                        "–" if counts.acceptance is None else share_words(counts.acceptance),
                    ]
                    for each in numbers.annotators
                    for label, counts in each.suggestions.items()
                ],
            )
        )
        if any(each.sums.totals or each.sums.unread for each in numbers.annotators):
            self._add_sums(column, numbers)
        column.addStretch(1)
        return page

    def _add_chart(self, column: QVBoxLayout, numbers: Statistics, names: dict[str, str]) -> None:
        from annotator.ui.statistics.bar_chart import Bar, BarChart

        spans = numbers.spans()
        if not any(spans.values()):
            column.addWidget(_note(self.tr("Rien n'est encore annoté ; chaque étiquette aura ici sa barre.")))
            return
        colours = {label.id: label.colour for label in self._project.labels()} if self._project is not None else {}
        bars = [Bar(names[label], spans[label], colours[label]) for label in numbers.labels]
        column.addWidget(BarChart(self.tr("Annotations par étiquette, de tout le monde"), bars))
        column.addSpacing(6)

    def _add_sums(self, column: QVBoxLayout, numbers: Statistics) -> None:
        column.addSpacing(14)
        by_currency = self.tr("Sommes annotées, par monnaie")
        column.addWidget(_section(by_currency))
        column.addWidget(
            _table(
                by_currency,
                [self.tr("Annotateur"), self.tr("monnaie"), self.tr("annotations"), self.tr("total")],
                [
                    [each.name, currency_words(total), total.spans, amount_words(total.amount)]
                    for each in numbers.annotators
                    for total in each.sums.totals
                ],
            )
        )
        unread = sum(each.sums.unread for each in numbers.annotators)
        column.addWidget(_note(self.tr("Une fourchette compte pour son montant le plus bas.") + self._unread(unread)))

    def _unread(self, count: int) -> str:
        if not count:
            return ""
        one, many = self.tr("somme n'a pas de nombre lisible."), self.tr("sommes n'ont pas de nombre lisible.")
        return " " + counted(count, one, many)


def _figure(value: int, words: str) -> QVBoxLayout:
    number = QLabel(number_words(value))
    number.setObjectName("figure")
    caption = QLabel(words)
    caption.setObjectName("caption")
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(number)
    column.addWidget(caption)
    return column


def _section(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("section")
    return label


def _note(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("caption")
    label.setWordWrap(True)
    return label


def _is_number(cell: str | int) -> bool:
    return isinstance(cell, int) or re.fullmatch(r"[\d\s,.]+%?|–", cell) is not None


def _table(name: str, heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> QTableWidget:
    """Return a table as high as its rows: names to the left, numbers to the right."""
    table = QTableWidget(len(rows), len(heads))
    table.setAccessibleName(name)
    for place, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            item = QTableWidgetItem(number_words(cell) if isinstance(cell, int) else cell)
            side = Qt.AlignmentFlag.AlignRight if _is_number(cell) else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(place, column, item)
    for column in range(len(heads)):
        left = not rows or not _is_number(rows[0][column])
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        item = QTableWidgetItem(heads[column][:1].upper() + heads[column][1:])
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        table.setHorizontalHeaderItem(column, item)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(False)
    header.setHighlightSections(False)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # As high as its rows, counted when the style is known; the page scrolls, the tables do not.
    table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
    table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
    return table
