"""How articles come in: files and folders that are chosen or dropped, imported in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.tasks import Tasks


class Intake(QObject):
    """Brings articles into the project of a window."""

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._session: Session | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"import": self.choose_files, "import_folder": self.choose_folder}

    def set_session(self, session: Session | None) -> None:
        """Import into another project from now on."""
        self._session = session

    def choose_files(self) -> None:
        """Let the annotator choose files, and import them."""
        from annotator.ui import file_dialogs

        if self._session is not None:
            self.import_files(file_dialogs.articles(self._window))

    def choose_folder(self) -> None:
        """Let the annotator choose a folder, and import what lies in it."""
        from annotator.ui import file_dialogs

        if self._session is not None:
            self.import_files(file_dialogs.folder_of_articles(self._window))

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files and folders in the background; spans in them become the annotator's."""
        if paths and self._session is not None:
            self._tasks.import_files(paths, annotator=self._session.annotator_name)

    def would_take(self, dragged: QMimeData) -> bool:
        """Tell whether something dragged over the window could be imported."""
        return self._session is not None and dragged.hasUrls()

    def take(self, dropped: QMimeData) -> None:
        """Import what was dropped on the window."""
        self.import_files([Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()])
