"""Who is compared on the page for settling, and in which articles: a button that says it, a sheet to choose it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.core.annotation import Status
from annotator.ui.language import QT_TRANSLATE_NOOP, translate
from annotator.ui.wording import counted, explained

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

_STATUSES = {
    Status.FINISHED: QT_TRANSLATE_NOOP("settling", "terminés"),
    Status.IN_PROGRESS: QT_TRANSLATE_NOOP("settling", "en cours"),
    Status.SET_ASIDE: QT_TRANSLATE_NOOP("settling", "mis de côté"),
}
_OPENS = "  ▾"
_FEWEST = 2
"""People that can differ."""


class Compared(NamedTuple):
    """What is compared.

    Attributes:
        people: ids of the annotators; None for all who have worked in the project.
        statuses: an annotation counts where it is in one of them.
        articles: ids of the articles that are shown; None for all.
    """

    people: frozenset[int] | None = None
    statuses: frozenset[Status] = frozenset({Status.FINISHED})
    articles: frozenset[int] | None = None


class Comparing(QWidget):
    """Says what is compared, and lets it be chosen.

    Signals:
        chosen: the `Compared` that was chosen.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settling_comparing")
        self._compared = Compared()
        self._people: Mapping[int, str] = {}
        self.button = _Eliding(self)
        self.button.setObjectName("settling_compared")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self.ask(self.button))
        self.chip = QToolButton(self)
        self.chip.setObjectName("filter_chip")
        self.chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.chip.setVisible(False)
        self.chip.clicked.connect(lambda: self.chosen.emit(self._compared._replace(articles=None)))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.button)
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)

    def show_compared(self, compared: Compared, people: Mapping[int, str]) -> None:
        """Say what is compared.

        Args:
            compared: that.
            people: the names of those who can be, by id.
        """
        self._compared, self._people = compared, people
        names = [name for id, name in people.items() if compared.people is None or id in compared.people]
        states = [status_words(status) for status in _STATUSES if status in compared.statuses]
        words = self.tr("{names} · {states}").format(names=", ".join(names), states=", ".join(states))
        self.button.say(words)
        self.button.setToolTip(explained(self.tr("Comparés"), words))
        self.button.setAccessibleName(explained(self.tr("Comparés"), words))
        if compared.articles is not None:
            count = counted(len(compared.articles), self.tr("article choisi"), self.tr("articles choisis"))
            self.chip.setText(f"{count}  ×")
            self.chip.setToolTip(self.tr("Montrer de nouveau tous les articles"))
            self.chip.setAccessibleName(f"{count}, {self.tr('Montrer de nouveau tous les articles')}")
        self.chip.setVisible(compared.articles is not None)

    def ask(self, button: QWidget) -> None:
        """Let it be chosen, on a sheet below a button."""
        sheet = ComparedSheet(self._compared, self._people, button)
        sheet.chosen.connect(self.chosen)
        sheet.open_below(button)


class ComparedSheet(QFrame):
    """Chooses who is compared; each tick holds at once, Escape or a click beside it closes it.

    Signals:
        chosen: the `Compared` that is chosen now.
    """

    chosen = Signal(object)

    def __init__(self, compared: Compared, people: Mapping[int, str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("article_filters")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Qui est comparé"))
        self._compared = compared
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 14, 16, 14)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self._people = {id: self._box(name) for id, name in people.items()}
        self._statuses = {status: self._box(status_words(status)) for status in _STATUSES}
        self._add(0, self.tr("Qui"), list(self._people.values()))
        self._add(1, self.tr("Leurs articles"), list(self._statuses.values()))
        note = QLabel(self.tr("Deux personnes et un état au moins"), self)
        note.setObjectName("caption")
        self._grid.addWidget(note, self._grid.rowCount(), 0, 1, 2)
        for id, box in self._people.items():
            box.setChecked(compared.people is None or id in compared.people)
        for status, box in self._statuses.items():
            box.setChecked(status in compared.statuses)
        self._hold()
        for box in (*self._people.values(), *self._statuses.values()):
            box.clicked.connect(self._take)

    def open_below(self, button: QWidget) -> None:
        """Show the sheet below a button."""
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(0, button.height() + 2)))
        self.show()
        boxes = [box for box in (*self._people.values(), *self._statuses.values()) if box.isEnabled()]
        (boxes[0] if boxes else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def _box(self, words: str) -> QCheckBox:
        return QCheckBox(words.replace("&", "&&"), self)

    def _add(self, column: int, head: str, boxes: list[QCheckBox]) -> None:
        label = QLabel(head, self)
        label.setObjectName("caption")
        self._grid.addWidget(label, 0, column)
        for row, box in enumerate(boxes, 1):
            self._grid.addWidget(box, row, column)

    def _hold(self) -> None:
        """Let nobody untick one of the last two people, or the last status."""
        for boxes, fewest, why in (
            (self._people.values(), _FEWEST, self.tr("Il faut deux personnes pour comparer.")),
            (self._statuses.values(), 1, self.tr("Il faut au moins un état.")),
        ):
            ticked = [box for box in boxes if box.isChecked()]
            for box in boxes:
                held = box.isChecked() and len(ticked) <= fewest
                box.setEnabled(not held)
                box.setToolTip(why if held else "")

    def _take(self) -> None:
        self._hold()
        people = frozenset(id for id, box in self._people.items() if box.isChecked())
        statuses = frozenset(status for status, box in self._statuses.items() if box.isChecked())
        everybody = len(people) == len(self._people)
        self._compared = self._compared._replace(people=None if everybody else people, statuses=statuses)
        self.chosen.emit(self._compared)


def status_words(status: Status) -> str:
    """Return what articles in a status are called."""
    return translate("settling", _STATUSES[status])


class _Eliding(QPushButton):
    """A button whose words end in dots where its room does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setProperty("chooser", True)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 2 * self.fontMetrics().averageCharWidth() - 30
        room -= self.fontMetrics().horizontalAdvance(_OPENS)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 0))
        self.setText(f"{shown.replace('&', '&&')}{_OPENS}")
