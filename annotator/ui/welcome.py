"""What the window shows where there is nothing to read: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


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
        text.setMaximumWidth(460)
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
        column.addWidget(text, 0, Qt.AlignmentFlag.AlignCenter)
        column.addSpacing(18)
        column.addLayout(buttons)
        column.addStretch(3)
