"""The tables of a merge: rows whose cells say the whole when pointed at, and which Return opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from annotator.ui.language import translate
from annotator.ui.merging.words import names_of, work_words
from annotator.ui.project_settings.table import Table
from annotator.ui.wording import number_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_WIDEST = 34
"""Letters a column has at most; what is longer is cut off, and shown when pointed at."""


class MergeTable(Table):
    """Rows of which Return opens one, without pressing the dialog's own button."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget) -> None:
        super().__init__(heads, parent)
        self.setAccessibleName(name)
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.horizontalHeader().setMaximumSectionSize(_WIDEST * self.fontMetrics().averageCharWidth())

    def show_rows(self, rows: Sequence[Sequence[str]], *, strong: Set[tuple[int, int]] = frozenset()) -> None:
        """Show other rows.

        Args:
            rows: the words of their cells.
            strong: row and column of the cells that weigh more.
        """
        self.fill(rows)
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                cell = self.cell(row, column)
                cell.setToolTip(words)
                if (row, column) in strong:
                    font = cell.font()
                    font.setBold(True)
                    cell.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())


_COUNTS = ("added", "changed", "removed", "decisions", "others")
_NEW = 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WorkTable(MergeTable):
    """What each copy brings: a row for each annotator whose work changes by it, or one without a name."""

    def __init__(self, parent: QWidget) -> None:
        heads = (
            translate("merging", "Copie"),
            translate("merging", "Annotateur"),
            translate("merging", "Nouveaux articles"),
            translate("merging", "Articles touchés"),
            translate("merging", "Ajoutées"),
            translate("merging", "Modifiées"),
            translate("merging", "Retirées"),
            translate("merging", "Décisions"),
            translate("merging", "Autres"),
        )
        super().__init__(translate("merging", "Ce qu'apporte chaque copie"), heads, parent)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setMaximumSectionSize(-1)  # as wide as may be
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        about = {
            4: translate("merging", "Annotations ajoutées"),
            5: translate("merging", "Annotations modifiées"),
            6: translate("merging", "Annotations retirées"),
            7: translate("merging", "Suggestions décidées"),
            8: translate("merging", "États, drapeaux, remarques, points réglés"),
        }
        for column in range(_NEW, len(heads)):
            head = QTableWidgetItem(heads[column])
            head.setToolTip(about.get(column, ""))
            head.setTextAlignment(_RIGHT)
            self.setHorizontalHeaderItem(column, head)

    def show_report(self, report: Mapping[str, Any]) -> None:
        """Show what a merge would bring, as `annotator.core.merge_report.MergeReport.to_json` gives it."""
        rows, said = [], []
        for copy in report["by_copy"]:
            name, new = names_of([copy["copy"]]), copy["new"]
            for work in copy["work"] or [None]:
                counts = [len(work["articles"]), *(work[each] for each in _COUNTS)] if work else [0] * 6
                rows.append(
                    (name, work["annotator"] if work else _idle_words(copy), *map(number_words, (new, *counts)))
                )
                said.append(work_words(work) if work else _idle_words(copy))
                new = 0
        self.show_rows(rows)
        for row, words in enumerate(said):
            for column in range(self.columnCount()):
                self.cell(row, column).setToolTip(words)
                if column >= _NEW:
                    self.cell(row, column).setTextAlignment(_RIGHT)
        self.setColumnHidden(_NEW, not report["articles"])


def _idle_words(copy: Mapping[str, Any]) -> str:
    if copy["edits"]:
        return translate("merging", "rien qui l'emporte sur ce qui est là")
    return translate("merging", "rien de nouveau")
