"""What an import left out and what is to be known of it, as a list that can be copied and saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.causes import cause_of
from annotator.core.errors import UserError
from annotator.ui.import_words import all_lines, import_words
from annotator.ui.intake.report_table import ReportTable

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReportDialog(QDialog):
    """The details of one import.

    Args:
        report: as `annotator.app.import_report.ImportReport.to_json` gives it.
        parent: the window.
    """

    def __init__(self, report: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Détails de l'import"))
        said = QLabel(import_words(report), self)
        said.setWordWrap(True)
        said.setObjectName("report_words")
        self.table = ReportTable(self)
        self.table.lines.add(all_lines(report))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("&Copier"), QDialogButtonBox.ButtonRole.ActionRole)
        save = buttons.addButton(self.tr("&Enregistrer…"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        save.clicked.connect(self._save)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        if isinstance(close, QPushButton):
            close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(said)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(min(170 * letter, 1180), 28 * self.fontMetrics().lineSpacing())
        self.table.setFocus()

    def _copy(self) -> None:
        self.table.clearSelection()
        self.table.copy()

    def _save(self) -> None:
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
