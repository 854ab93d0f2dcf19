"""Asking for files and folders; each function returns None, or nothing, where the person thinks better of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

from annotator.app.project import SUFFIX
from annotator.ui.language import translate

_LONGEST_KIND = 60
"""Letters of a kind of files up to which its endings are shown with it."""


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


def copies(parent: QWidget) -> list[Path]:
    """Ask which copies of the project to merge into it."""
    title = translate("file_dialogs", "Fusionner des copies du projet")
    return _ask(parent, title, QFileDialog.FileMode.ExistingFiles, kinds=_projects())


def articles(parent: QWidget) -> list[Path]:
    """Ask which files to import."""
    from annotator.formats.registry import formats

    read = (suffix for format in formats() if format.read is not None for suffix in format.suffixes)
    known = " ".join(f"*{suffix}" for suffix in dict.fromkeys(read))
    kinds = [
        translate("file_dialogs", "Tout ce qui peut être importé ({kinds})").format(kinds=known),
        translate("file_dialogs", "Tous les fichiers (*)"),
    ]
    return _ask(
        parent, translate("file_dialogs", "Importer des articles"), QFileDialog.FileMode.ExistingFiles, kinds=kinds
    )


def folder_of_articles(parent: QWidget) -> list[Path]:
    """Ask which folder to import; a list of one, or empty."""
    return _ask(parent, translate("file_dialogs", "Importer un dossier"), QFileDialog.FileMode.Directory)


def export_target(parent: QWidget, proposed: Path | None, *, suffix: str, title: str) -> Path | None:
    """Ask which file or folder an export makes; a file that is there is agreed on.

    Args:
        parent: who asks.
        proposed: what stands there at first.
        suffix: ending of the file, with the dot; empty where it is a folder.
        title: what is exported.
    """
    heading = translate("file_dialogs", "Exporter : {title}").format(title=title)
    kinds = [f"{title} (*{suffix})", translate("file_dialogs", "Tous les fichiers (*)")] if suffix else None
    return _one(
        _ask(parent, heading, QFileDialog.FileMode.AnyFile, kinds=kinds, proposed=proposed, suffix=suffix.lstrip("."))
    )


def folder_for_copies(parent: QWidget, proposed: Path | None) -> Path | None:
    """Ask for the folder that shared copies of the project go to."""
    title = translate("file_dialogs", "Dossier des fichiers à envoyer")
    return _one(_ask(parent, title, QFileDialog.FileMode.Directory, proposed=proposed))


def report_file(parent: QWidget) -> Path | None:
    """Ask which text file to write a report to."""
    path = _one(_ask(parent, translate("file_dialogs", "Enregistrer le rapport"), QFileDialog.FileMode.AnyFile))
    return path if path is None or path.suffix else path.with_suffix(".txt")


def _projects() -> list[str]:
    return [translate("file_dialogs", "Projets Annotator (*{suffix})").format(suffix=SUFFIX)]


def _ask(
    parent: QWidget,
    title: str,
    mode: QFileDialog.FileMode,
    *,
    kinds: list[str] | None = None,
    proposed: Path | None = None,
    suffix: str = "",
) -> list[Path]:
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
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails, max(map(len, kinds)) > _LONGEST_KIND)
    dialog.setDefaultSuffix(suffix)  # before the dialog looks whether there is such a file
    if proposed is not None:
        if proposed.parent.is_dir():
            dialog.setDirectory(str(proposed.parent))
        dialog.selectFile(proposed.name)
    # Qt's own French leaves these two in English.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("file_dialogs", "Chercher dans :"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("file_dialogs", "Fichiers de type :"))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return [Path(path) for path in chosen]


def _one(paths: list[Path]) -> Path | None:
    return paths[0] if paths else None
