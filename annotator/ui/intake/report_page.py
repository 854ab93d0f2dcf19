"""What an import brought, and all that is to be said of it, as a list that can be copied and saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.core.causes import cause_of
from annotator.core.errors import UserError
from annotator.ui.import_words import all_lines, import_words, origin_lines
from annotator.ui.intake.report_table import ReportTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.ui.import_words import Line


class ReportPage(QWidget):
    """One report at a time: a sentence or two, and the list.

    Args:
        names: of the labels of the project, by id.
        parent: the dialog.

    Signals:
        article_requested: id of an article of the project to open.
    """

    article_requested = Signal(int)

    def __init__(self, names: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setObjectName("report_words")
        self.table = ReportTable(self, empty=self.tr("Rien à signaler."))
        self.table.article_requested.connect(self.article_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_report(self, report: Mapping[str, Any] | None) -> None:
        """Show a report as `annotator.app.import_report.ImportReport.to_json` gives it, or none."""
        self.table.lines.clear()
        self._said.setText("" if report is None else import_words(report))
        if report is not None:
            self.table.lines.add(all_lines(report) + origin_lines(report, self._names))

    def show_lines(self, words: str, lines: Sequence[Line]) -> None:
        """Show what else there is to say, a sentence or two and the lines of the list."""
        self.table.lines.clear()
        self._said.setText(words)
        self.table.lines.add(lines)

    def copy(self) -> None:
        """Put the whole list on the clipboard."""
        self.table.clearSelection()
        self.table.copy()

    def save(self) -> None:
        """Ask for a file and write the list to it.

        Raises:
            UserError: it cannot be written.
        """
        from annotator.ui import file_dialogs

        path = file_dialogs.report_file(self)
        if path is not None:
            save_text(path, self.table.lines.text())


def save_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8.

    Raises:
        UserError: it cannot be written.
    """
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise UserError(
            f"{path} cannot be written ({cause_of(error).en}); choose another folder.",
            f"Impossible d'écrire {path} ({cause_of(error).fr}) ; choisissez un autre dossier.",
        ) from error
