"""Asking for files and folders; each function returns None, or nothing, where the person thinks better of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.app.project import SUFFIX


def _tr(text: str) -> str:
    return QCoreApplication.translate("file_dialogs", text)


def _projects() -> str:
    return _tr("Projets Annotator (*{suffix})").format(suffix=SUFFIX)


def new_project(parent: QWidget) -> Path | None:
    """Ask where a new project goes."""
    return _path(QFileDialog.getSaveFileName(parent, _tr("Nouveau projet"), "", _projects()))


def existing_project(parent: QWidget) -> Path | None:
    """Ask which project to open."""
    return _path(QFileDialog.getOpenFileName(parent, _tr("Ouvrir un projet"), "", _projects()))


def articles(parent: QWidget) -> list[Path]:
    """Ask which files to import."""
    kinds = _tr("Articles (*.txt *.jsonl);;Tous les fichiers (*)")
    return [Path(path) for path in QFileDialog.getOpenFileNames(parent, _tr("Importer des articles"), "", kinds)[0]]


def folder_of_articles(parent: QWidget) -> list[Path]:
    """Ask which folder to import; a list of one, or empty."""
    chosen = QFileDialog.getExistingDirectory(parent, _tr("Importer un dossier"))
    return [Path(chosen)] if chosen else []


def export_folder(parent: QWidget) -> Path | None:
    """Ask which folder an export makes."""
    return _path(QFileDialog.getSaveFileName(parent, _tr("Dossier d'export pour spaCy")))


def _path(answer: tuple[str, str]) -> Path | None:
    return Path(answer[0]) if answer[0] else None
