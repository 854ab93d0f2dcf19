"""The page of a project without articles: how to bring some in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyPage(QWidget):
    """One sentence and three ways to go on.

    Signals:
        files_requested: files are to be chosen.
        folder_requested: a folder is to be chosen.
        paste_requested: what is on the clipboard is to come in.
    """

    files_requested = Signal()
    folder_requested = Signal()
    paste_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_page")
        title = QLabel(self.tr("Ce projet est vide"), self)
        title.setObjectName("empty_title")
        words = QLabel(
            self.tr("Importez des fichiers texte ou JSON, ou collez un article. Vous verrez d'abord ce qui viendra."),
            self,
        )
        hint = QLabel(self.tr("Ou déposez ici des fichiers, un dossier, un texte."), self)
        for label in (title, words, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (words, hint):
            label.setObjectName("empty_words")
            label.setWordWrap(True)
        self.files = QPushButton(self.tr("Importer des articles…"), self)
        self.files.setObjectName("primary")
        folder = QPushButton(self.tr("Importer un dossier…"), self)
        paste = QPushButton(self.tr("Coller un article…"), self)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for button, signal in (
            (self.files, self.files_requested),
            (folder, self.folder_requested),
            (paste, self.paste_requested),
        ):
            button.setAutoDefault(True)  # Enter presses the one that has the focus
            button.clicked.connect(signal)
            buttons.addWidget(button)
        for button in (folder, paste):
            button.setObjectName("secondary")
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(14)
        column.addLayout(buttons)
        column.addSpacing(14)
        column.addWidget(hint)
        column.addStretch(3)
        self.setFocusProxy(self.files)
