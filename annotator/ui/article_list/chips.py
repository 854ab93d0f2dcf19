"""The filters of a list as chips, one beside the other as far as there is room, each to be taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.listing import ArticleQuery

_APART = 4
_MOST_BETWEEN_ROWS = 12


class Chips(QWidget):
    """One button for each condition, and one that takes all of them away.

    Signals:
        removed: the `ArticleQuery` that is left without the condition.
        cleared: nothing is to be filtered any more.
    """

    removed = Signal(object)
    cleared = Signal()

    def __init__(self, conditions: Sequence[tuple[str, ArticleQuery]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self)
        for words, without in conditions:
            chip = self._button("filter_chip", f"{words}  ×", self.tr("Retirer le filtre : {filter}"), words)
            chip.clicked.connect(partial(self.removed.emit, without))
            flow.addWidget(chip)
        clear = self._button("filter_clear", self.tr("Tout effacer"), self.tr("Retirer tous les filtres"), "")
        clear.clicked.connect(self.cleared)
        flow.addWidget(clear)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _button(self, name: str, words: str, says: str, what: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(words)
        button.setAccessibleName(says.format(filter=what))
        button.setToolTip(says.format(filter=what))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


class Flow(QLayout):
    """Puts widgets beside one another and goes on below where the room ends; ``apart`` pixels lie between them.

    Rows stand no further apart than that, and never so far that they would not belong together.
    """

    def __init__(self, parent: QWidget, *, apart: int = _APART) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._apart = apart
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(60, height)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), rect.width()))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + min(self._apart, _MOST_BETWEEN_ROWS), 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._apart
            height = max(height, size.height())
        return y + height - rect.y()
