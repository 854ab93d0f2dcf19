"""The table of the files that sharing makes: whose, with how many articles, and how large."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from annotator.ui.language import translate
from annotator.ui.project_settings.table import Table
from annotator.ui.wording import number_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

_FILE, _NEW = 1, 4
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CopiesTable(Table):
    """One row for each annotator."""

    def __init__(self, name: str, parent: QWidget) -> None:
        heads = (
            translate("sharing", "Annotateur"),
            translate("sharing", "Fichier"),
            translate("sharing", "Articles"),
            translate("sharing", "en double"),
            translate("sharing", "nouveaux"),
            translate("sharing", "Caractères"),
        )
        super().__init__(heads, parent)
        self.setAccessibleName(name)
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_FILE, QHeaderView.ResizeMode.Stretch)
        for column in range(_FILE + 1, len(heads)):
            head = QTableWidgetItem(heads[column])
            head.setTextAlignment(_RIGHT)
            self.setHorizontalHeaderItem(column, head)

    def show_copies(self, report: Mapping[str, Any], *, new: bool) -> None:
        """Show who gets what.

        Args:
            report: as `annotator.app.share_report.ShareReport.to_json` gives it.
            new: tell also how many articles are given now.
        """
        self.fill([_row(copy) for copy in report["copies"]])
        for row in range(self.rowCount()):
            for column in range(_FILE + 1, self.columnCount()):
                self.cell(row, column).setTextAlignment(_RIGHT)
            self.cell(row, _FILE).setToolTip(report["copies"][row]["path"])
        self.setColumnHidden(_NEW, not new)


def _row(copy: Mapping[str, Any]) -> tuple[str, ...]:
    numbers = (len(copy["articles"]), copy["double"], copy["new"], copy["characters"])
    return (copy["annotator"], Path(copy["path"]).name, *(number_words(each) for each in numbers))
