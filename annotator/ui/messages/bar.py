"""One sentence over the foot of the article that says what happened, and goes away by itself.

It lies over the page and takes no room in it, so that the text never jumps; and it never takes the focus. Beside the
sentence there may be a button, such as «Annuler» or «Détails», and sometimes another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from annotator.app.session import Way
from annotator.ui.announcing import announce
from annotator.ui.wording import typeset

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent

    from annotator.app.session import Changes, Session

_SHOWN_MS = 7000
_SHOWN_WITH_BUTTON_MS = 14_000
_MARGIN = 18
_SLACK = 6
_WIDEST = 110  # letters

Offer = tuple[str, "Callable[[], object]"]
"""What the button beside a sentence says, and what it does; the sentence then goes."""


class MessageBar(QFrame):
    """One sentence at a time. What went wrong stays until it is closed; everything else leaves by itself.

    While the mouse is over it, a sentence stays.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._symbol = QLabel(self)
        self._words = QLabel(self)
        self._words.setObjectName("message_words")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._button.setObjectName("message_action")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.act)
        self._second = QPushButton(self)
        self._second.setObjectName("message_second")
        self._second.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._second.clicked.connect(self.act_otherwise)
        self._close = close = QToolButton(self)
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
        row.addWidget(self._button)
        row.addWidget(self._second)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._said = ""
        self._offer: Offer | None = None
        self._other_offer: Offer | None = None
        self._page = parent
        self._row = row
        self.hide()
        parent.installEventFilter(self)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"act_on_message": self.act, "close_message": self.hide}

    def set_session(self, session: Session | None) -> None:
        """Follow another session; what is said may still be read."""
        if session is not None:
            session.watch(self._saw)

    def tell(self, words: str, action: Offer | None = None, *, otherwise: Offer | None = None) -> None:
        """Say something for a few seconds, and offer to do something about it, or something else."""
        self._say(words, action, otherwise, wrong=False)
        self._timer.start(_SHOWN_MS if action is None else _SHOWN_WITH_BUTTON_MS)

    def complain(self, words: str, action: Offer | None = None, *, otherwise: Offer | None = None) -> None:
        """Say what went wrong, until it is closed or something else is said, and offer to do something about it."""
        self._timer.stop()
        self._say(words, action, otherwise, wrong=True)

    def take_back(self, words: str) -> None:
        """Say no longer what is no longer so, if that is what is said."""
        if words and words == self.words():
            self.hide()

    def words(self) -> str:
        """Return what is said now, or an empty text."""
        return "" if self.isHidden() else self._said

    def offered(self) -> str:
        """Return what the button says now, or an empty text where there is none."""
        return "" if self.isHidden() or self._offer is None else self._offer[0]

    def act(self) -> bool:
        """Do what the (first) button offers, as a click on it does; return whether there was anything to do."""
        if not self.offered() or self._offer is None:
            return False
        _, deed = self._offer
        self.hide()
        deed()
        return True

    def act_otherwise(self) -> None:
        """Do what the second button offers."""
        if self._other_offer is not None:
            _, deed = self._other_offer
            self.hide()
            deed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if self._timer.isActive():
            self._timer.stop()
            self._timer.setProperty("held", True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._timer.property("held"):
            self._timer.start()

    def _saw(self, changes: Changes) -> None:
        """Say no longer what was done when steps are undone or redone; those who offer something know when it ends."""
        if changes.way is not Way.EDIT and self._offer is None and not self.property("wrong"):
            self.hide()

    def _say(self, words: str, offer: Offer | None, otherwise: Offer | None, *, wrong: bool) -> None:
        from PySide6.QtWidgets import QStyle  # its many enumerations would hold up the first painting

        kind = QStyle.StandardPixmap.SP_MessageBoxWarning if wrong else QStyle.StandardPixmap.SP_MessageBoxInformation
        side = self.fontMetrics().height()
        self._symbol.setPixmap(self.style().standardIcon(kind).pixmap(side, side))
        self._said = words[:1].upper() + words[1:]
        self._offer = offer
        self._other_offer = otherwise
        self._timer.setProperty("held", False)
        self._words.setText(typeset(self._said))
        for button, offered in ((self._button, offer), (self._second, otherwise)):
            button.setText(offered[0] if offered is not None else "")
            button.setVisible(offered is not None)
        self.setAccessibleName(words)
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self.raise_()
        self._settle()
        announce(self, self._said, urgent=wrong)

    def _settle(self) -> None:
        """Lie over the foot of the page, in its middle, as wide as the words need."""
        page = self._page.size()
        beside: list[QWidget] = [self._symbol, self._close]
        beside += [self._button] if self._offer is not None else []
        beside += [self._second] if self._other_offer is not None else []
        margins = self._row.contentsMargins()
        needed = self._words.fontMetrics().horizontalAdvance(self._words.text()) + _SLACK
        needed += sum(each.sizeHint().width() + self._row.spacing() for each in beside)
        needed += margins.left() + margins.right() + 2 * self.frameWidth()
        widest = self.fontMetrics().averageCharWidth() * _WIDEST
        width = min(needed, widest, page.width() - 2 * _MARGIN)
        border = 2 * self.frameWidth()  # the layout has what lies within
        height = self._row.heightForWidth(width - border) + border
        self.setGeometry((page.width() - width) // 2, page.height() - height - _MARGIN, width, height)
