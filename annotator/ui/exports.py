"""How finished work goes out: exported for spaCy, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.tasks import Tasks


class Exports(QObject):
    """Exports from the project of a window."""

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._session: Session | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"export": lambda: self.choose()}

    def set_session(self, session: Session | None) -> None:
        """Export from another project from now on."""
        self._session = session

    def export_to(self, folder: Path, articles: Iterable[int] | None = None) -> None:
        """Export the articles the annotator finished, of all or of some, into a folder, in the background."""
        if self._session is not None:
            self._tasks.export(folder, annotator=self._session.annotator_name, articles=articles)

    def choose(self, articles: Iterable[int] | None = None) -> None:
        """Let the annotator choose a folder, and export into it."""
        from annotator.ui import file_dialogs

        folder = file_dialogs.export_folder(self._window) if self._session is not None else None
        if folder is not None:
            self.export_to(folder, articles)
