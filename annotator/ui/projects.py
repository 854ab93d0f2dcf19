"""Which project is open: making, opening and closing one, and the session on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.app import settings
from annotator.app.demo import sample_project_path
from annotator.app.project import Project
from annotator.app.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class Projects(QObject):
    """The project a window works on, if any.

    Signals:
        opened: the new `Session`; the one before is closed.
        closed: nothing is open any more.
        sample_wanted: the sample project is open and has no article yet.
    """

    opened = Signal(object)
    closed = Signal()
    sample_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"new_project": self._make, "open_project": self.choose, "open_sample": self.open_sample}

    def set_session(self, session: Session | None) -> None:
        """Nothing to do: it is from here that sessions come."""

    def open(self, path: Path) -> None:
        """Open a project.

        Raises:
            UserError: it cannot be opened; what was open stays so.
        """
        self._take(Project.open(path))

    def open_sample(self) -> None:
        """Open the project that holds the sample article, made where it is missing."""
        path = sample_project_path()
        self._take(Project.open(path) if path.exists() else Project.create(path))
        if self._session is not None and not self._session.project.article_ids():
            self.sample_wanted.emit()

    def reopen(self) -> None:
        """Open the project again, for the annotator the settings name now."""
        if self._session is not None:
            self.open(self._session.project.path)

    def release(self) -> Project | None:
        """Give the open project away as it is; it is the receiver's to close."""
        session, self._session = self._session, None
        return session.project if session is not None else None

    def adopt(self, project: Project) -> None:
        """Work on a project that is open already."""
        self._take(project)

    def choose(self) -> None:
        """Let the annotator choose a project file, and open it."""
        from annotator.ui import file_dialogs

        path = file_dialogs.existing_project(self._window)
        if path is not None:
            self.open(path)

    def close(self) -> None:
        """Close what is open."""
        if self._session is not None:
            self._session.project.close()
            self._session = None
            self.closed.emit()

    def _make(self) -> None:
        from annotator.ui import file_dialogs

        path = file_dialogs.new_project(self._window)
        if path is not None:
            self._take(Project.create(path))

    def _take(self, project: Project) -> None:
        self.close()
        settings.change(lambda kept: kept.with_recent(project.path))
        self._session = Session(project, project.add_annotator(settings.load().annotator))
        self.opened.emit(self._session)
