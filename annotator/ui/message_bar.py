"""One sentence over the foot of the article that says what happened, and goes away by itself.

It lies over the page and takes no room in it, so that the text never jumps; and it never takes the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from annotator.ui.wording import typeset

_SHOWN_MS = 7000
_MARGIN = 18
_WIDEST = 760


class MessageBar(QFrame):
    """One sentence at a time. What went wrong stays until it is closed; everything else leaves by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._symbol = QLabel(self)
        self._words = QLabel(self)
        self._words.setObjectName("message_words")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton(self)
        close.setText("×")
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setAccessibleName(self.tr("Fermer le message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 8, 9)
        row.setSpacing(10)
        row.addWidget(self._symbol)
        row.addWidget(self._words, 1)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._said = ""
        self._page = parent
        self._row = row
        self.hide()
        parent.installEventFilter(self)

    def tell(self, words: str) -> None:
        """Say something for a few seconds."""
        self._say(words, wrong=False)
        self._timer.start(_SHOWN_MS)

    def complain(self, words: str) -> None:
        """Say what went wrong, until it is closed or something else is said."""
        self._timer.stop()
        self._say(words, wrong=True)

    def take_back(self, words: str) -> None:
        """Say no longer what is no longer so, if that is what is said."""
        if words and words == self.words():
            self.hide()

    def words(self) -> str:
        """Return what is said now, or an empty text."""
        return "" if self.isHidden() else self._said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _say(self, words: str, *, wrong: bool) -> None:
        from PySide6.QtWidgets import QStyle  # its many enumerations would hold up the first painting

        kind = QStyle.StandardPixmap.SP_MessageBoxWarning if wrong else QStyle.StandardPixmap.SP_MessageBoxInformation
        self._symbol.setPixmap(self.style().standardIcon(kind).pixmap(16, 16))
        self._said = words[:1].upper() + words[1:]
        self._words.setText(typeset(self._said))
        self.setAccessibleName(words)
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self.raise_()
        self._settle()

    def _settle(self) -> None:
        """Lie over the foot of the page, in its middle, as wide as the words need."""
        page = self._page.size()
        needed = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 110
        width = min(needed, _WIDEST, page.width() - 2 * _MARGIN)
        border = 2 * self.frameWidth()  # the layout has what lies within
        height = self._row.heightForWidth(width - border) + border
        self.setGeometry((page.width() - width) // 2, page.height() - height - _MARGIN, width, height)
