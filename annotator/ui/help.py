"""The sheet of keys, as they are bound now, and what the program says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from annotator.ui.action_table import MENUS, TABLE
from annotator.ui.language import QT_TRANSLATE_NOOP, language, translate
from annotator.ui.settling.keys import SHEET
from annotator.ui.shortcuts.naming import key_name, key_names
from annotator.ui.wording import explained

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.labels import Label

_COLUMNS = 3
_MARGIN = 60  # of the screen, left free around the sheet
_MOST_KEYS = 2  # of an action; the dialog that changes keys shows them all

# What moves through the text is not among the actions: it is as on every keyboard, and stays so.
_TRAVEL = (
    (QT_TRANSLATE_NOOP("help", "D'un mot, d'une ligne"), ("Left", "Up")),
    (QT_TRANSLATE_NOOP("help", "D'une phrase, d'un paragraphe"), ("Ctrl+Left", "Ctrl+Up")),
    (QT_TRANSLATE_NOOP("help", "Début, fin de la ligne"), ("Home", "End")),
    (QT_TRANSLATE_NOOP("help", "Début, fin de l'article"), ("Ctrl+Home", "Ctrl+End")),
    (QT_TRANSLATE_NOOP("help", "Étendre la sélection"), ("Shift+Right",)),
)

Row = tuple[str, "list[str]"]


class KeySheet(QDialog):
    """Every key, by menu, in columns.

    Signals:
        edit_requested: the person wants other keys.
    """

    edit_requested = Signal()

    def __init__(
        self, labels: Sequence[Label], keys: Mapping[str, Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setWindowTitle(self.tr("Raccourcis clavier"))
        room = self.screen().availableSize()
        groups = self._groups(labels, keys)
        for columns in range(_COLUMNS, 0, -1):  # large text has room for fewer beside each other
            sheet = _sheet(groups, columns)
            if sheet.sizeHint().width() <= room.width() - _MARGIN:
                break
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(sheet)
        area.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        edit = QPushButton(self.tr("&Personnaliser…"), self)
        edit.setObjectName("edit_keys_button")
        edit.setAutoDefault(False)
        edit.clicked.connect(self._edit)
        buttons.addButton(edit, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.setSpacing(12)
        layout.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 0, 22, 0)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        # All of it in sight where the screen allows; where it does not, it scrolls.
        wanted = sheet.sizeHint()
        self.resize(
            min(wanted.width() + 24, room.width() - _MARGIN),
            min(wanted.height() + buttons.sizeHint().height() + 30, room.height() - _MARGIN),
        )

    def _groups(self, labels: Sequence[Label], keys: Mapping[str, Sequence[str]]) -> list[tuple[str, list[Row]]]:
        named = [(label.name.in_language(language()), [label.digit]) for label in labels if label.digit]
        groups: list[tuple[str, list[Row]]] = [(self.tr("Étiquettes"), named)] if named else []
        for menu, title in MENUS.items():
            rows: list[Row] = [
                (translate("actions", each.text).replace("&", "").rstrip("…"), key_names(keys[each.name])[:_MOST_KEYS])
                for each in TABLE
                if each.menu == menu and keys.get(each.name)
            ]
            if rows:
                groups.append((translate("actions", title).replace("&", ""), rows))
        travel = [(translate("help", words), [key_name(key) for key in pressed]) for words, pressed in _TRAVEL]
        settling = [(translate("settling", words), [key_name(key) for key in pressed]) for words, pressed in SHEET]
        return [*groups, (self.tr("Départager"), settling), (self.tr("Dans le texte"), travel)]

    def _edit(self) -> None:
        self.accept()
        self.edit_requested.emit()


def _sheet(groups: list[tuple[str, list[Row]]], columns: int) -> QFrame:
    sheet = QFrame()
    sheet.setObjectName("sheet")
    across = QHBoxLayout(sheet)
    across.setContentsMargins(26, 20, 26, 20)
    across.setSpacing(44)
    for stacked in _in_columns(groups, columns):
        column = QVBoxLayout()
        column.setSpacing(16)
        for title, rows in stacked:
            column.addLayout(_group(title, rows))
        column.addStretch(1)
        across.addLayout(column, 1)
    return sheet


def _in_columns(groups: list[tuple[str, list[Row]]], count: int) -> list[list[tuple[str, list[Row]]]]:
    """Share groups out over columns that end at about the same height: the longest first, each where most room is."""
    heights = [0] * count
    columns: list[list[int]] = [[] for _ in range(count)]
    for number in sorted(range(len(groups)), key=lambda each: -len(groups[each][1])):
        at = heights.index(min(heights))
        columns[at].append(number)
        heights[at] += len(groups[number][1]) + 2
    shared = sorted((sorted(column) for column in columns if column), key=lambda column: column[0])
    return [[groups[number] for number in column] for column in shared]


def _group(title: str, rows: Sequence[Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    head = QLabel(title)
    head.setObjectName("sheet_title")
    head.setIndent(0)
    grid.addWidget(head, 0, 0, 1, 2)
    for row, (words, keys) in enumerate(rows, 1):
        grid.addWidget(QLabel(words), row, 0)
        pressed = QHBoxLayout()
        pressed.setSpacing(4)
        pressed.addStretch(1)
        for key in keys:
            cap = QLabel(key)
            cap.setObjectName("keycap")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cap.setAccessibleName(explained(words, key))
            pressed.addWidget(cap)
        grid.addLayout(pressed, row, 1)
    return grid


def show_about(parent: QWidget) -> None:
    """Say what the program is."""
    QMessageBox.about(
        parent,
        translate("about", "À propos d'Annotator"),
        translate(
            "about",
            "<b>Annotator {version}</b><p>Annoter des articles de presse et en faire des données d'entraînement "
            "pour spaCy.</p><p>Le logiciel n'utilise jamais le réseau : vos articles restent sur votre machine.</p>",
        ).format(version=__version__),
    )
