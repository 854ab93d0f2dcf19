"""What the window shows where there is nothing to read: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.language import translate


class EmptyPage(QWidget):
    """One sentence and one or two buttons in the middle of an empty page."""

    primary_requested = Signal()
    secondary_requested = Signal()

    def __init__(self, title: str, words: str, *, primary: str, secondary: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(title, self)
        heading.setObjectName("empty_title")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = QLabel(words, self)
        text.setObjectName("empty_words")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setWordWrap(True)
        # Between stretches, not aligned: only so does the layout ask how high the wrapped words are.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(text, 2)
        middle.addStretch(1)
        self.primary = QPushButton(primary, self)
        self.primary.setObjectName("primary")
        self.primary.clicked.connect(self.primary_requested)
        other = QPushButton(secondary, self)
        other.setObjectName("secondary")
        other.clicked.connect(self.secondary_requested)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.primary)
        buttons.addSpacing(8)
        buttons.addWidget(other)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(heading)
        column.addSpacing(6)
        column.addLayout(middle)
        column.addSpacing(18)
        column.addLayout(buttons)
        column.addStretch(3)


def no_project_page() -> EmptyPage:
    """Return the page of a window without a project: its buttons open the sample or a project."""
    return EmptyPage(
        translate("welcome", "Aucun projet ouvert"),
        translate("welcome", "Un projet est un seul fichier : les articles, les annotations et leur historique."),
        primary=translate("welcome", "Ouvrir l'article d'exemple"),
        secondary=translate("welcome", "Ouvrir un projet…"),
    )


def no_article_page() -> EmptyPage:
    """Return the page of a project without articles: its buttons import files or a folder."""
    return EmptyPage(
        translate("welcome", "Ce projet est vide"),
        translate("welcome", "Importez des fichiers texte, des dossiers ou des lignes JSON, ou déposez-les ici."),
        primary=translate("welcome", "Importer des articles…"),
        secondary=translate("welcome", "Importer un dossier…"),
    )
