"""The details of an import that has just been made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from annotator.ui.intake.report_page import ReportPage

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReportDialog(QDialog):
    """What came in and what did not.

    Args:
        report: as `annotator.app.import_report.ImportReport.to_json` gives it.
        names: of the labels of the project, by id.
        parent: the window.

    Signals:
        undo_requested: number of the import, which is to be taken back; the dialog has closed by then.
        article_requested: id of an article of the project to open; the dialog has closed by then.
    """

    undo_requested = Signal(int)
    article_requested = Signal(int)

    def __init__(
        self, report: Mapping[str, Any], names: Mapping[str, str] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Détails de l'import"))
        self.page = ReportPage(names or {}, self)
        self.page.show_report(report)
        self.page.article_requested.connect(self._open)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("&Copier"), QDialogButtonBox.ButtonRole.ActionRole)
        save = buttons.addButton(self.tr("&Enregistrer…"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.page.copy)
        save.clicked.connect(self.page.save)
        self._number: int | None = report.get("import")
        if self._number is not None:
            undo = buttons.addButton(self.tr("&Annuler l'import…"), QDialogButtonBox.ButtonRole.ResetRole)
            undo.clicked.connect(self._undo)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        if isinstance(close, QPushButton):
            close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(min(170 * letter, 1180), 28 * self.fontMetrics().lineSpacing())
        self.page.setFocus()

    def _undo(self) -> None:
        self.accept()
        if self._number is not None:
            self.undo_requested.emit(self._number)

    def _open(self, article: int) -> None:
        self.accept()
        self.article_requested.emit(article)
