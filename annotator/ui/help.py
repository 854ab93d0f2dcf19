"""The sheet of keys, made from the actions themselves, and what the program says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QMessageBox, QVBoxLayout, QWidget

from annotator import __version__
from annotator.ui.action_table import MENUS, TABLE
from annotator.ui.language import QT_TRANSLATE_NOOP, language, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.labels import Label


# What Qt calls keys is not what is printed on them.
_PRINTED = {"Return": QT_TRANSLATE_NOOP("help", "Entrée"), "Right": "→", "Left": "←"}


def key_words(keys: Sequence[str]) -> str:
    """Name keys as they are printed on the keyboard, each once."""
    named = []
    for each in keys:
        key = each.rpartition("+")[2]
        plain = QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText)
        if key in _PRINTED:
            own = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            plain = plain.removesuffix(own) + translate("help", _PRINTED[key])
        if "Enter" not in each:  # the same key to whoever presses it
            named.append(plain)
    return translate("help", " ou ").join(named)


class KeySheet(QDialog):
    """Every key, by menu, in columns."""

    def __init__(self, labels: Sequence[Label], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Raccourcis clavier"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(26)
        grid.setVerticalSpacing(5)
        groups: list[list[tuple[str, str]]] = [[(self.tr("Étiquettes"), "")]]
        groups[0] += [(label.name.in_language(language()), label.key) for label in labels]
        for menu, title in MENUS.items():
            keyed = [each for each in TABLE if each.menu == menu and each.keys]
            rows = [
                (
                    translate("actions", each.text).replace("&", ""),
                    key_words(each.keys),
                )
                for each in keyed
            ]
            groups.append([(translate("actions", title).replace("&", ""), ""), *rows])
        columns = (groups[:1] + groups[3:4], groups[1:3] + groups[4:5], groups[5:])
        for column, stacked in enumerate(columns):
            row = 0
            for group in stacked:
                row = _add_group(grid, group, row=row, column=2 * column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 14)
        layout.addLayout(grid)
        layout.addSpacing(10)
        layout.addWidget(buttons)


def _add_group(grid: QGridLayout, group: list[tuple[str, str]], *, row: int, column: int) -> int:
    title = QLabel(group[0][0])
    title.setObjectName("section")
    grid.addWidget(title, row, column, 1, 2)
    for words, keys in group[1:]:
        row += 1
        grid.addWidget(QLabel(words), row, column)
        pressed = QLabel(keys)
        pressed.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(pressed, row, column + 1)
    grid.setRowMinimumHeight(row + 1, 12)
    return row + 2


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
