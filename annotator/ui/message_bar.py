"""A line above the article that says what happened, and goes away by itself; no pop-up in the way of work."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

_SHOWN_MS = 7000


class MessageBar(QFrame):
    """One sentence at a time. What went wrong stays until it is closed; everything else leaves by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._symbol = QLabel(self)
        self._words = QLabel(self)
        self._words.setObjectName("message_words")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._words.setOpenExternalLinks(True)
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Fermer le message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.addWidget(self._symbol)
        row.addWidget(self._words, 1)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, words: str) -> None:
        """Say something for a few seconds."""
        self._say("ⓘ", words, wrong=False)
        self._timer.start(_SHOWN_MS)

    def complain(self, words: str) -> None:
        """Say what went wrong, until it is closed or something else is said."""
        self._timer.stop()
        self._say("⚠", words, wrong=True)

    def words(self) -> str:
        """Return what is said now, or an empty text."""
        return "" if self.isHidden() else self._words.text()

    def _say(self, symbol: str, words: str, *, wrong: bool) -> None:
        self._symbol.setText(symbol)
        self._words.setText(words[:1].upper() + words[1:])
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(words)
        self.show()
