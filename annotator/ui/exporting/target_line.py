"""Where an export goes: a path that can be typed or chosen, and what lies there already."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.ui.wording import typeset

if TYPE_CHECKING:
    from annotator.ui.exporting.kinds import Kind


class TargetLine(QWidget):
    """Asks for a file or a folder.

    Signals:
        changed: another place is meant now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind: Kind | None = None
        self.path = QLineEdit(self)
        self.path.setObjectName("export_target")
        self.path.setAccessibleName(self.tr("Destination de l'export"))
        self.browse = QPushButton(self.tr("&Parcourir…"), self)
        self.browse.setObjectName("secondary")
        self.browse.clicked.connect(self._ask)
        self.overwrite = QCheckBox(self.tr("&Remplacer ce fichier, quoi qu'il contienne"), self)
        self.overwrite.setObjectName("export_overwrite")
        self._about = QLabel(self)
        self._about.setObjectName("caption")
        self._about.setWordWrap(True)
        caption = QLabel(self.tr("D&estination"), self)
        caption.setBuddy(self.path)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(caption)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(self._about)
        column.addWidget(self.overwrite)
        self.path.textChanged.connect(self._look)

    @property
    def target(self) -> Path | None:
        """Where to; None where nothing is said."""
        words = self.path.text().strip()
        return Path(words).expanduser() if words else None

    def show_for(self, kind: Kind, place: str) -> None:
        """Ask for what a kind of export writes, and propose a place."""
        self._kind = kind
        self.overwrite.setChecked(False)
        self.path.setText(place)
        self.path.setCursorPosition(0)
        self._look()

    def _look(self) -> None:
        """Say what lies there; whether it is an earlier export, the export itself finds out."""
        target, kind = self.target, self._kind
        is_file = target is not None and kind is not None and not kind.is_folder and target.is_file()
        self.overwrite.setVisible(is_file)
        if not is_file:
            self.overwrite.setChecked(False)
        self._about.setText(typeset(self._words(target, kind)))
        self._about.setVisible(bool(self._about.text()))
        self.changed.emit()

    def _words(self, target: Path | None, kind: Kind | None) -> str:
        if target is None or kind is None or not target.exists():
            return ""
        if kind.is_folder and target.is_dir():
            if not any(target.iterdir()):
                return ""
            return self.tr("Ce dossier existe : un export précédent sera remplacé, rien d'autre.")
        if kind.is_folder or target.is_dir():
            return (
                self.tr("C'est un fichier ; cet export est un dossier.")
                if kind.is_folder
                else self.tr("C'est un dossier ; cet export est un fichier.")
            )
        return self.tr("Ce fichier existe : un export précédent auquel personne n'a touché sera remplacé.")

    def _ask(self) -> None:
        from annotator.ui import file_dialogs

        if self._kind is None:
            return
        suffix = self._kind.suffix
        path = file_dialogs.export_target(self.window(), self.target, suffix=suffix, title=self._kind.title)
        if path is not None:
            self.path.setText(str(path))
            self.overwrite.setChecked(path.is_file())  # the file dialog has asked
        self.path.setFocus()
