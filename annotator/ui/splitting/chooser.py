"""The small dialog in which a person says where a token comes apart."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from annotator.core.splits import Split
from annotator.ui.splitting.cut_word import CutWord


class SplitChooser(QDialog):
    """Proposes a cut; the arrows move it, Enter agrees, Escape does not.

    Args:
        form: the token.
        edge: where a selection begins or ends in it, if one does.
        parent: the window.
    """

    def __init__(self, form: str, *, edge: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Couper le mot"))
        self.word = CutWord(form, edge=edge, parent=self)
        explained = QLabel(
            self.tr("Les flèches déplacent la coupe ; Espace la garde et en ajoute une autre."),
            self,
        )
        everywhere = QLabel(
            self.tr("Ce mot sera coupé ainsi dans tous les articles du projet, et dans l'export."),
            self,
        )
        for label in (explained, everywhere):
            label.setWordWrap(True)
            label.setObjectName("caption")
        buttons = QDialogButtonBox(self)
        self.agree = buttons.addButton(self.tr("&Couper"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.agree.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.word)
        column.addWidget(explained)
        column.addWidget(everywhere)
        column.addSpacing(2)
        column.addWidget(buttons)
        self.word.changed.connect(self._fit)
        self.word.setFocus()

    def split(self) -> Split:
        """Return the token with the parts that were chosen."""
        return self.word.split()

    def open_below(self, token: QRect) -> None:
        """Place the dialog under a token, given in points of the screen, or above it where there is no room."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(token.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(token.center().x() - self.width() // 2, room.left() + 8), room.right() - self.width() - 8)
        top = token.bottom() + 10
        if top + self.height() > room.bottom():
            top = token.top() - self.height() - 40
        self.move(QPoint(left, max(top, room.top())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        if self.word.sizeHint().width() > self.word.width():
            self.adjustSize()
