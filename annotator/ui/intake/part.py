"""How articles come in: files and folders that are chosen or dropped, and text that is pasted, seen before they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from annotator.app.project import SUFFIX
from annotator.ui.tasks import Job
from annotator.ui.wording import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from annotator.app.import_report import Duplicate
    from annotator.app.session import Session
    from annotator.ui.tasks import Tasks
    from annotator.ui.welcome import EmptyPage


class Intake(QObject):
    """Brings articles into the project of a window.

    Signals:
        told: a sentence for the annotator, and what to offer beside it or None, as `MessageBar.tell` takes them.
        article_requested: id of an article to open.
        project_dropped: path of a project to open.
        project_wanted: articles are waiting for a project to be made.
    """

    told = Signal(str, object)
    article_requested = Signal(int)
    project_dropped = Signal(object)
    project_wanted = Signal()

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._session: Session | None = None
        self._opens_next = False  # the next import brings a text that somebody has just pasted
        # Queued: whoever shows the list does so first.
        tasks.finished.connect(self._imported, Qt.ConnectionType.QueuedConnection)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"import": self.choose_files, "import_folder": self.choose_folder, "paste_text": self.paste}

    def set_session(self, session: Session | None) -> None:
        """Import into another project from now on."""
        self._session = session
        self._opens_next = False

    def wire(self, page: EmptyPage) -> None:
        """Do what the page of a project without articles asks for."""
        page.files_requested.connect(self.choose_files)
        page.folder_requested.connect(self.choose_folder)
        page.paste_requested.connect(self.paste)

    # Files

    def choose_files(self) -> None:
        """Let the annotator choose files, and look at what is in them."""
        from annotator.ui import file_dialogs

        if self._session is not None:
            self.preview(file_dialogs.articles(self._window))

    def choose_folder(self) -> None:
        """Let the annotator choose a folder, and look at what lies in it."""
        from annotator.ui import file_dialogs

        if self._session is not None:
            self.preview(file_dialogs.folder_of_articles(self._window))

    def preview(self, paths: Sequence[Path]) -> None:
        """Show what files and folders would bring, and import them if the annotator agrees."""
        if not paths or self._session is None:
            return
        from annotator.core.corrections import set_trashed
        from annotator.ui.import_preview import ImportPreview

        dialog = ImportPreview(
            paths,
            project=self._session.project,
            annotator=self._session.annotator_name,
            tasks=self._tasks,
            parent=self._window,
        )
        dialog.article_requested.connect(self.article_requested)
        agreed = dialog.exec()
        options, restored, brings_articles = dialog.options, dialog.restored, dialog.brings_articles
        dialog.deleteLater()
        if not agreed or self._session is None:
            return
        if restored:
            self._session.change_each(restored, lambda annotation: set_trashed(annotation, False))
        if brings_articles and options is not None:
            self._tasks.import_files(paths, options)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files and folders in the background without asking; spans in them become the annotator's."""
        if paths and self._session is not None:
            from annotator.app.import_options import ImportOptions

            self._tasks.import_files(paths, ImportOptions(annotator=self._session.annotator_name))

    # Text

    def paste(self) -> None:
        """Take in what is on the clipboard: a text, after a look at it, or files."""
        from PySide6.QtCore import QMimeData
        from PySide6.QtGui import QGuiApplication

        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # None where the clipboard cannot be reached
        if files := _files(mime):
            self._take_files(files)
            return
        from annotator.ui.intake.paste import text_of

        self.take_text(text_of(mime))

    def take_text(self, text: str) -> None:
        """Show a text and what is known of it, and import it if the annotator agrees; then open it."""
        if self._session is None:
            self._offer_project(lambda: self.take_text(text))
            return
        from annotator.ui.intake.paste import PasteDialog

        dialog = PasteDialog(text, session=self._session, parent=self._window)
        agreed = dialog.exec()
        held, record = dialog.held, dialog.record
        dialog.deleteLater()
        if not agreed or self._session is None:
            return
        if held is not None:
            self._open_held(held)
        else:
            self._opens_next = True
            self._tasks.import_records([record], annotator=self._session.annotator_name)

    def _open_held(self, held: Duplicate) -> None:
        """Open the article that has a text already, out of the trash if it lies there."""
        from annotator.app.import_report import Held
        from annotator.core.corrections import set_trashed

        if self._session is None or held.article is None:
            return
        if held.held is Held.TRASH:
            self._session.change_each([held.article], lambda annotation: set_trashed(annotation, False))
        self.article_requested.emit(held.article)

    def _imported(self, job: Job, report: Mapping[str, Any]) -> None:
        if job is Job.IMPORT and self._opens_next:
            self._opens_next = False
            if report["first"] is not None:
                self.article_requested.emit(report["first"])

    # Drops

    def promise(self, dragged: QMimeData) -> str:
        """Say what a drop would do; an empty text where it would do nothing."""
        files = _files(dragged)
        if project := _project(files):
            return self.tr("Déposez pour ouvrir le projet {name}").format(name=quoted(project.stem))
        if files:
            things = counted(len(files), self.tr("élément"), self.tr("éléments"))
            return self.tr("Déposez pour importer {things}").format(things=things)
        if dragged.hasText() or dragged.hasHtml():
            return self.tr("Déposez ce texte pour en faire un article")
        return ""

    def take(self, dropped: QMimeData) -> None:
        """Take in what was dropped on the window."""
        if files := _files(dropped):
            self._take_files(files)
            return
        from annotator.ui.intake.paste import text_of

        self.take_text(text_of(dropped))

    def _take_files(self, files: Sequence[Path]) -> None:
        if project := _project(files):
            self.project_dropped.emit(project)
        elif self._session is None:
            self._offer_project(lambda: self.preview(files))
        else:
            self.preview(files)

    def _offer_project(self, then: Callable[[], None]) -> None:
        """Say that articles need a project, and offer to make one and go on."""

        def go_on() -> None:
            self.project_wanted.emit()
            if self._session is not None:
                then()

        words = self.tr("Les articles vont dans un projet : créez-en un, ou ouvrez le vôtre.")
        self.told.emit(words, (self.tr("Nouveau projet…"), go_on))


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _project(files: Sequence[Path]) -> Path | None:
    return next((file for file in files if file.suffix.lower() == SUFFIX and file.is_file()), None)
