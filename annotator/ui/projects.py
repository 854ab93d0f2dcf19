"""Which project is open: making, opening and closing one, and the session on it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from annotator.app import recents, settings
from annotator.app.demo import sample_project_path
from annotator.app.name_at_work import name_at_work
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.ui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from annotator.ui.welcome import WelcomePage


class Projects(QObject):
    """The project a window works on, if any.

    Signals:
        opening: a project is about to be opened.
        opened: the new `Session`; the one before is closed.
        closing: the project is about to be closed or given away: what is being written is to be kept now.
        closed: nothing is open any more.
        sample_wanted: the sample project is open and has no article yet.
        told: a sentence for the annotator, and what to offer beside it, as `MessageBar.tell` takes them.
    """

    opening = Signal()
    opened = Signal(object)
    closing = Signal()
    closed = Signal()
    sample_wanted = Signal()
    told = Signal(str, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {
            "new_project": self.make,
            "open_project": self.choose,
            "open_sample": self.open_sample,
            "close_project": self.close,
        }

    def set_session(self, session: Session | None) -> None:
        """Nothing to do: it is from here that sessions come."""

    def wire(self, page: WelcomePage) -> None:
        """Do what the page of a window without a project asks for."""
        # Whoever goes on from the page has seen the name that stands there; a project opened otherwise takes only a
        # name that was typed.
        for request in (page.new_requested, page.open_requested, page.sample_requested, page.project_chosen):
            request.connect(page.name_line.take)
        self.opening.connect(page.name_line.take_typed)
        page.new_requested.connect(self.make)
        page.open_requested.connect(self.choose)
        page.sample_requested.connect(self.open_sample)
        page.project_chosen.connect(self.open)
        page.forget_requested.connect(lambda path: self._forget(path, page))

    def add_recent_menu(self, menu: QMenu, *, before: QAction) -> None:
        """Put the recent projects into a menu; they are looked up when it is opened."""
        submenu = QMenu(self.tr("Projets &récents"), menu)
        submenu.aboutToShow.connect(lambda: self._fill(submenu))
        menu.insertMenu(before, submenu)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        current = self._session.project.path.absolute() if self._session is not None else None
        others = [each.path for each in recents.recents() if each.path != current]
        for number, path in enumerate(others, start=1):
            key = f"&{number}" if number < 10 else str(number)
            action = menu.addAction(f"{key}  {path.stem.replace('&', '&&')}")
            action.setStatusTip(str(path))
            action.triggered.connect(partial(self.open, path))
        if not others:
            menu.addAction(self.tr("Aucun autre projet")).setEnabled(False)

    def _forget(self, path: Path, page: WelcomePage) -> None:
        """List a project no longer; its file stays where it is."""
        kept = settings.load()
        recents.forget(path)
        page.refresh()

        def bring_back() -> None:
            settings.change(lambda now: replace(now, recent=kept.recent, window=kept.window))
            page.refresh()

        words = self.tr("{name} n'est plus dans la liste ; le fichier, lui, n'a pas changé.")
        self.told.emit(words.format(name=quoted(path.stem)), (self.tr("Remettre"), bring_back))

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
        """Open the project again, for whoever works in it now by the settings."""
        if self._session is not None:
            self.open(self._session.project.path)

    def release(self) -> Project | None:
        """Give the open project away as it is; it is the receiver's to close."""
        if self._session is not None:
            self.closing.emit()
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
            self.closing.emit()
            self._session.project.close()
            self._session = None
            self.closed.emit()

    def make(self) -> None:
        """Let the annotator say where a new project goes, and open it."""
        from annotator.ui import file_dialogs

        path = file_dialogs.new_project(self._window)
        if path is not None:
            self._take(Project.create(path))

    def _take(self, project: Project) -> None:
        self.close()
        self.opening.emit()
        recents.remember(project.path)
        self._session = Session(project, project.add_annotator(name_at_work(project).name))
        self.opened.emit(self._session)
