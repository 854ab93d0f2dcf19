"""Asking for files and folders; each function returns None, or nothing, where the person thinks better of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

from annotator.app.project import SUFFIX
from annotator.ui.language import translate


class _NamesAlone(QFileIconProvider):
    """Tells files from folders without opening any.

    Qt looks into files to name their kind. For the open project that would drop SQLite's locks on it, as
    `annotator.store.database` explains.
    """

    def icon(self, of: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        if isinstance(of, QFileInfo):
            kinds = QFileIconProvider.IconType
            return super().icon(kinds.Folder if of.isDir() else kinds.File)
        return super().icon(of)

    def type(self, of: QFileInfo) -> str:
        return translate("file_dialogs", "Dossier") if of.isDir() else of.suffix()


def new_project(parent: QWidget) -> Path | None:
    """Ask where a new project goes."""
    return _one(
        _ask(parent, translate("file_dialogs", "Nouveau projet"), QFileDialog.FileMode.AnyFile, kinds=_projects())
    )


def existing_project(parent: QWidget) -> Path | None:
    """Ask which project to open."""
    return _one(
        _ask(
            parent, translate("file_dialogs", "Ouvrir un projet"), QFileDialog.FileMode.ExistingFile, kinds=_projects()
        )
    )


def articles(parent: QWidget) -> list[Path]:
    """Ask which files to import."""
    from annotator.formats.registry import formats

    known = " ".join(f"*{suffix}" for format in formats() for suffix in format.suffixes)
    kinds = [
        translate("file_dialogs", "Articles ({kinds})").format(kinds=known),
        translate("file_dialogs", "Tous les fichiers (*)"),
    ]
    return _ask(
        parent, translate("file_dialogs", "Importer des articles"), QFileDialog.FileMode.ExistingFiles, kinds=kinds
    )


def folder_of_articles(parent: QWidget) -> list[Path]:
    """Ask which folder to import; a list of one, or empty."""
    return _ask(parent, translate("file_dialogs", "Importer un dossier"), QFileDialog.FileMode.Directory)


def export_folder(parent: QWidget) -> Path | None:
    """Ask which folder an export makes."""
    return _one(_ask(parent, translate("file_dialogs", "Dossier d'export pour spaCy"), QFileDialog.FileMode.AnyFile))


def report_file(parent: QWidget) -> Path | None:
    """Ask which text file to write a report to."""
    path = _one(_ask(parent, translate("file_dialogs", "Enregistrer le rapport"), QFileDialog.FileMode.AnyFile))
    return path if path is None or path.suffix else path.with_suffix(".txt")


def _projects() -> list[str]:
    return [translate("file_dialogs", "Projets Annotator (*{suffix})").format(suffix=SUFFIX)]


def _ask(parent: QWidget, title: str, mode: QFileDialog.FileMode, *, kinds: list[str] | None = None) -> list[Path]:
    dialog = QFileDialog(parent, title)
    names = _NamesAlone()
    dialog.setIconProvider(names)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if kinds:
        dialog.setNameFilters(kinds)
    # Qt's own French leaves these two in English.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("file_dialogs", "Chercher dans :"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("file_dialogs", "Fichiers de type :"))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return [Path(path) for path in chosen]


def _one(paths: list[Path]) -> Path | None:
    return paths[0] if paths else None
