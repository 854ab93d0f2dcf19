"""The files that sharing has written, and what is to be done with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPushButton, QVBoxLayout

from annotator.ui.exporting.part import open_folder
from annotator.ui.sharing.copies_table import CopiesTable
from annotator.ui.sharing.words import steps
from annotator.ui.wording import typeset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget


class WrittenDialog(QDialog):
    """Names the files and says the three steps.

    Args:
        report: as `annotator.app.share_report.ShareReport.to_json` gives it.
        parent: the window.
    """

    def __init__(self, report: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Articles partagés"))
        self.setObjectName("share_written")
        folder = Path(report["copies"][0]["path"]).parent
        self.files = CopiesTable(self.tr("Fichiers écrits"), self)
        self.files.show_copies(report, new=False)
        head = QLabel(self.tr("Fichiers écrits dans {folder}").format(folder=folder), self)
        head.setObjectName("caption")
        head.setWordWrap(True)
        head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(self.files, 1)
        todo = QFormLayout()
        todo.setHorizontalSpacing(10)
        todo.setVerticalSpacing(8)
        for number, words in enumerate(steps(report), start=1):
            line = QLabel(typeset(words), self)
            line.setWordWrap(True)
            mark = QLabel(f"{number}.", self)
            mark.setAlignment(Qt.AlignmentFlag.AlignTop)
            todo.addRow(mark, line)
        column.addLayout(todo)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        show = buttons.addButton(self.tr("&Ouvrir le dossier"), QDialogButtonBox.ButtonRole.ActionRole)
        show.setAutoDefault(False)
        show.clicked.connect(lambda: open_folder(folder))
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        if isinstance(close, QPushButton):
            close.setDefault(True)
        column.addSpacing(4)
        column.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(min(120 * metrics.averageCharWidth(), 860), 24 * metrics.lineSpacing())
