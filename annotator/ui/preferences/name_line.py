"""The line of the welcome page that asks for the annotator's name, once: afterwards the preferences have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.app import settings

if TYPE_CHECKING:
    from annotator.app.settings import Settings

_LETTERS = 18
"""How many letters of a name are in sight at once, about."""


class NameLine(QWidget):
    """Asks who is going to annotate; hidden where that is known already.

    The system's name of the person stands there to begin with. The Enter key or the button takes it, and so does
    going on from the page.

    Signals:
        named: the name given, when it has been remembered.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = QLabel(self.tr("Votre &nom d'annotateur"), self)
        self.name = QLineEdit(self)
        self.name.setObjectName("annotator_name")
        self.name.setAccessibleName(self.tr("Votre nom d'annotateur"))
        self.name.setAccessibleDescription(
            self.tr("Vos décisions sont gardées sous ce nom, séparément de celles des autres.")
        )
        self.name.setMinimumWidth(self.name.fontMetrics().averageCharWidth() * _LETTERS)
        question.setBuddy(self.name)
        self.setFocusProxy(self.name)
        self.accept = QPushButton(self.tr("C'est moi"), self)
        self.accept.setObjectName("secondary")
        self.accept.setAutoDefault(True)
        why = QLabel(self.name.accessibleDescription(), self)
        why.setObjectName("caption")
        why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        why.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(question)
        row.addWidget(self.name)
        row.addWidget(self.accept)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(why)
        self.name.returnPressed.connect(self.take)
        self.accept.clicked.connect(self.take)
        self.name.textChanged.connect(lambda words: self.accept.setEnabled(bool(words.strip())))
        self.refresh()

    def refresh(self, kept: Settings | None = None) -> None:
        """Show the line where no name was ever given, and hide it where one was."""
        kept = settings.load() if kept is None else kept
        self.name.setText(kept.annotator)
        self.setVisible(not kept.named)

    def take(self, *_asked: object) -> None:
        """Remember the name that stands in the line, if it is asked for and not blank; it is not asked for again."""
        if self.isHidden() or not self.name.text().strip():
            return
        kept = settings.change(lambda before: before.with_annotator(self.name.text()))
        self.refresh(kept)
        self.named.emit(kept.annotator)

    def take_typed(self) -> None:
        """Take the name that stands in the line if a person has typed there."""
        if self.name.isModified():
            self.take()
