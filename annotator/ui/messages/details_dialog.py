"""What went wrong in full, for who mends the program: a text that can be read, selected and copied."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class DetailsDialog(QDialog):
    """One sentence, and the details behind it."""

    def __init__(self, words: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Détails"))
        said = QLabel(words, self)
        said.setWordWrap(True)
        text = QPlainTextEdit(details, self)
        text.setObjectName("details")
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(self.tr("Détails"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("&Copier"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copy_details")
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{words}\n\n{details}"))
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(said)
        column.addWidget(text, 1)
        column.addWidget(buttons)
        letter = self.fontMetrics()
        self.resize(letter.averageCharWidth() * 100, letter.height() * 24)
