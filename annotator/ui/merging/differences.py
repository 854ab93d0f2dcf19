"""What copies have otherwise in labels, guidelines, lexicon and splits: shown in full, and ticked to be taken."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from annotator.core.merge_report import Part
from annotator.ui.article_list.chips import Flow
from annotator.ui.merging import words
from annotator.ui.merging.tables import MergeTable
from annotator.ui.offsets import Utf16Map, displayable
from annotator.ui.swatch import swatch
from annotator.ui.wording import explained, number_words, typeset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from annotator.core.labels import Label

_HERE, _THERE, _COPY = 2, 3, 4
_LINES_IN_FULL = 4
_BETWEEN_TICKS = 18


class DifferencesPage(QWidget):
    """A tick for each part, the differences, and both sides of the chosen one in full.

    Signals:
        ticked: something else is to be taken now.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Mapping[str, Any]] = ()
        self._labels: Mapping[str, Label] = {}
        self.about = QLabel(self)
        self.about.setObjectName("caption")
        self.about.setWordWrap(True)
        self.boxes = {part: QCheckBox(words.part_words(part), self) for part in Part}
        self.table = MergeTable(
            self.tr("Autres différences"),
            (self.tr("Partie"), self.tr("Quoi"), self.tr("Ici"), self.tr("Dans la copie"), self.tr("Copie")),
            self,
        )
        self.here, self.there = self._side(self.tr("Ici")), self._side(self.tr("Dans la copie"))
        ticks = QWidget(self)
        flow = Flow(ticks, apart=_BETWEEN_TICKS)
        for box in self.boxes.values():
            flow.addWidget(box)
            box.toggled.connect(self.ticked)
        sides = QHBoxLayout()
        sides.setSpacing(10)
        for side in (self.here, self.there):
            column = QVBoxLayout()
            column.setSpacing(3)
            head = QLabel(side.accessibleName(), self)
            head.setObjectName("caption")
            column.addWidget(head)
            column.addWidget(side)
            sides.addLayout(column)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(ticks)
        column.addWidget(self.table, 1)
        column.addLayout(sides)
        self.table.currentCellChanged.connect(lambda row, *_others: self._show_in_full(row))

    def _side(self, name: str) -> QPlainTextEdit:
        side = QPlainTextEdit(self)
        side.setReadOnly(True)
        side.setTabChangesFocus(True)
        side.setAccessibleName(name)
        room = side.document().documentMargin() + side.frameWidth()
        side.setFixedHeight(int(_LINES_IN_FULL * side.fontMetrics().lineSpacing() + 2 * room))
        return side

    def taken(self) -> list[Part]:
        """Return what is ticked."""
        return [part for part, box in self.boxes.items() if box.isChecked()]

    def show_differences(
        self, found: Sequence[Mapping[str, Any]], labels: Mapping[str, Label], *, shown: int, several: bool
    ) -> None:
        """Show what copies have otherwise and is not taken yet.

        Args:
            found: as `annotator.core.merge_report.PartDifference.to_json` gives them.
            labels: those of the project by id.
            shown: how many of them have a row at most.
            several: there is more than one copy, so that each difference names its own.
        """
        self._found, self._labels = found, labels
        self.table.show_rows(
            [
                (
                    words.part_words(Part(each["part"])),
                    words.field_words(each, labels),
                    words.difference_words(each, "here", labels),
                    words.difference_words(each, "there", labels),
                    words.names_of([each["copy"]]),
                )
                for each in found[:shown]
            ]
        )
        for row, each in enumerate(found[:shown]):
            for column, side in ((_HERE, "here"), (_THERE, "there")):
                if each["field"] == "colour" and each[side]:
                    self.table.cell(row, column).setIcon(swatch(each[side]))
        self.table.setColumnHidden(_COPY, not several)
        for part, box in self.boxes.items():
            count = sum(each["part"] == part.value for each in found)
            box.setVisible(bool(count))
            box.setText(f"{words.part_words(part)} ({number_words(count)})")
        said = self.tr("Rien de tout cela ne vient tant que ce n'est pas coché.")
        if _disagree(found):
            said += " " + self.tr("Là où des copies se contredisent, c'est la dernière nommée qui vaut.")
        self.about.setText(typeset(said))
        if found:
            self.table.setCurrentCell(0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what differs into sight, now that the panes have their width."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._show_in_full(self.table.currentRow()))

    def _show_in_full(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        each = self._found[row]
        here, there = (
            displayable(words.difference_words(each, side, self._labels, in_full=True)) for side in ("here", "there")
        )
        for pane, text, other in ((self.here, here, there), (self.there, there, here)):
            pane.setAccessibleDescription(explained(words.field_words(each, self._labels), text))
            pane.setPlainText(text)
            pane.setExtraSelections([])
            if each["here"] and each["field"] in ("name", "guideline"):
                _underline(pane, text, other)


def _underline(pane: QPlainTextEdit, text: str, other: str) -> None:
    """Underline what of the text in a pane is otherwise in another text, and bring the first of it into sight."""
    units = Utf16Map(text)
    pieces, theirs = _pieces(text), _pieces(other)
    marked: list[QTextEdit.ExtraSelection] = []
    for kind, first, last, _, _ in SequenceMatcher(None, pieces, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        apart = QTextEdit.ExtraSelection()
        start = len("".join(pieces[:first]))
        cursor = QTextCursor(pane.document())
        cursor.setPosition(units.units(start))
        if not marked:
            pane.setTextCursor(cursor)
            pane.centerCursor()
        cursor.setPosition(units.units(start + len("".join(pieces[first:last]))), QTextCursor.MoveMode.KeepAnchor)
        apart.cursor = cursor
        apart.format.setFontUnderline(True)
        apart.format.setFontWeight(QFont.Weight.Bold)
        marked.append(apart)
    pane.setExtraSelections(marked)


def _pieces(text: str) -> list[str]:
    """Take a text apart into words and what stands between them; joined they are the text."""
    return re.findall(r"\w+|\W", text)


def _disagree(found: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether two copies have different things in the same place."""
    values: dict[tuple[str, str, str], set[str]] = {}
    for each in found:
        values.setdefault((each["part"], each["what"], each["field"]), set()).add(each["there"])
    return any(len(there) > 1 for there in values.values())
