"""A choice at a place: its key, whose it is and what it would leave there, as one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.wording import explained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QIcon

_SIGN = 14


class ChoiceButton(QPushButton):
    """A button of several lines.

    Args:
        key: what to press instead, as it is written on the keyboard.
        name: whose version it is, or what is done; empty where the lines say it all.
        lines: what there is to choose, a line each, with the patch of colour of its label or None.
    """

    def __init__(
        self, key: str, name: str, lines: Sequence[tuple[str, QIcon | None]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setProperty("choice", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        across = self._lines = QHBoxLayout(self)
        across.setContentsMargins(9, 7, 9, 7)
        across.setSpacing(10)
        cap = QLabel(key, self)
        cap.setObjectName("keycap")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setMinimumWidth(cap.fontMetrics().horizontalAdvance("M") + 14)
        across.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        if name:
            head = QLabel(name, self)
            head.setObjectName("choice_name")
            head.setWordWrap(True)
            column.addWidget(head)
        for words, icon in lines:
            column.addLayout(_line(words, icon, self))
        across.addLayout(column, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setTextFormat(Qt.TextFormat.PlainText)
        said = ", ".join(words for words, _ in lines)
        self.setAccessibleName(explained(name, said) if name and said else name or said)
        self.setAccessibleDescription(key)

    def sizeHint(self) -> QSize:
        """Return the room that the lines need, broken as the button's width has it."""
        return self._broken(self._lines.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return the least room that the lines need, broken as the button's width has it."""
        return self._broken(self._lines.minimumSize())

    def _broken(self, size: QSize) -> QSize:
        width = max(self.width(), self._lines.minimumSize().width())
        return QSize(size.width(), self._lines.heightForWidth(width)) if self._lines.hasHeightForWidth() else size


def _line(words: str, icon: QIcon | None, parent: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(7)
    if icon is not None:
        patch = QLabel(parent)
        patch.setPixmap(icon.pixmap(_SIGN, _SIGN))
        patch.setFixedWidth(_SIGN)
        line.addWidget(patch, 0, Qt.AlignmentFlag.AlignTop)
    said = QLabel(words, parent)
    said.setWordWrap(True)
    line.addWidget(said, 1)
    return line
