"""The main window: places its parts and wires them; what they do is theirs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QWidget

from annotator.app.demo import sample_file, sample_project_path
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.suggestions import Tier
from annotator.ui import file_dialogs
from annotator.ui.actions import Actions
from annotator.ui.article_list import ArticleList
from annotator.ui.help import KeySheet, show_about
from annotator.ui.message_bar import MessageBar
from annotator.ui.messages import ErrorReporter
from annotator.ui.statistics_view import StatisticsView
from annotator.ui.status_line import StatusLine
from annotator.ui.stylesheet import stylesheet
from annotator.ui.tasks import Job, Tasks
from annotator.ui.teaching import Teaching
from annotator.ui.theme import DARK, LIGHT, palette_of
from annotator.ui.welcome import no_article_page, no_project_page
from annotator.ui.wording import counted, verb_words
from annotator.ui.work_display import WorkDisplay
from annotator.ui.workbench import Workbench

if TYPE_CHECKING:
    from annotator.app.session import Changes
    from annotator.app.settings import Settings
    from annotator.core.labels import Label


class MainWindow(QMainWindow):
    """One project, one annotator, one article at a time."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._session: Session | None = None
        self._armed_words = ""
        self.setObjectName("main_window")
        self.setWindowTitle("Annotator")
        self.resize(1360, 860)

        self.articles = ArticleList(self)
        self.workbench = Workbench(self)
        self._pages = QStackedWidget(self)
        self.messages = MessageBar(self._pages)
        self.status_line = StatusLine(self)
        self.statistics = StatisticsView(self)
        self.tasks = Tasks(self)
        self.errors = ErrorReporter(self.messages, self)
        self._no_project = no_project_page()
        self._no_article = no_article_page()
        self.teaching = Teaching(self.workbench, self)
        self._place()
        self.actions_ = Actions(self, self.workbench)
        self.actions_.fill_menus(self)
        self._wire()
        self._set_theme(dark=settings.window.get("theme") == "dark")
        if isinstance(points := settings.window.get("points"), int | float):
            self.workbench.view.set_points(points)
        self.setAcceptDrops(True)

    def _place(self) -> None:
        for page in (self._no_project, self._no_article, self.workbench, self.statistics):
            self._pages.addWidget(page)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("main_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.articles)
        splitter.addWidget(self._pages)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([250, 1070])
        self.articles.setMinimumWidth(170)
        self.setCentralWidget(splitter)
        self.setStatusBar(self.status_line)

    def _wire(self) -> None:
        bench = self.workbench
        self.actions_.connect(
            {
                "new_project": self._new_project,
                "open_project": self._choose_project,
                "open_sample": self.open_sample,
                "import": self._choose_files,
                "import_folder": self._choose_folder,
                "export": self._choose_export,
                "lexicon": self.teaching.open_dialog,
                "quit": self.close,
                "undo": partial(self._step_back, "undo"),
                "redo": partial(self._step_back, "redo"),
                "copy": bench.copy,
                "accept": bench.accept,
                "remove": bench.remove,
                "accept_all": bench.accept_all,
                "accept_sure": bench.accept_sure,
                "add_to_lexicon": self.teaching.add_chosen,
                "next_mark": bench.next_mark,
                "previous_mark": bench.previous_mark,
                "next_pending": bench.next_pending,
                "previous_pending": bench.previous_pending,
                "extend_end": partial(bench.move_edges, end_by=1),
                "shrink_end": partial(bench.move_edges, end_by=-1),
                "shrink_start": partial(bench.move_edges, start_by=1),
                "extend_start": partial(bench.move_edges, start_by=-1),
                "dismiss": bench.dismiss,
                "finish": self.finish,
                "set_aside": partial(bench.set_status, Status.SET_ASIDE),
                "reopen": partial(bench.set_status, Status.IN_PROGRESS),
                "next_article": partial(self._go, 1),
                "previous_article": partial(self._go, -1),
                "larger": lambda: bench.view.set_points(bench.view.points() + 1),
                "smaller": lambda: bench.view.set_points(bench.view.points() - 1),
                "tiers_all": partial(bench.show_tiers, tuple(Tier)),
                "tiers_likely": partial(bench.show_tiers, (Tier.SURE, Tier.LIKELY)),
                "tiers_sure": partial(bench.show_tiers, (Tier.SURE,)),
                "dark": lambda checked: self._set_theme(dark=checked),
                "statistics": self._show_page,
                "keys": self._show_keys,
                "about": lambda: show_about(self),
            }
        )
        self._no_project.primary_requested.connect(self.open_sample)
        self._no_project.secondary_requested.connect(self._choose_project)
        self._no_article.primary_requested.connect(self._choose_files)
        self._no_article.secondary_requested.connect(self._choose_folder)
        self.articles.article_chosen.connect(partial(self.open_article, focus=False))
        self.articles.reading_requested.connect(bench.view.setFocus)
        bench.focus_moved.connect(self._show_place)
        bench.told.connect(self.messages.tell)
        self.errors.overtaken.connect(self._overtaken)
        bench.armed_changed.connect(self._show_armed)
        WorkDisplay(self.tasks, self.status_line, self.messages)
        self.tasks.progressed.connect(self._job_progressed)
        self.tasks.finished.connect(self._job_finished)
        self.teaching.told.connect(self.messages.tell)
        self.teaching.taught.connect(self._suggest_again)
        self._show_page()

    # The project

    def open_project(self, path: Path) -> None:
        """Open a project and its first unfinished article.

        Raises:
            UserError: it cannot be opened.
        """
        self._take(Project.open(path))

    def open_sample(self) -> None:
        """Open the project that holds the sample article, made where it is missing."""
        path = sample_project_path()
        self._take(Project.open(path) if path.exists() else Project.create(path))
        if not self.articles.articles.rowCount():
            self.import_files([sample_file()])

    def _take(self, project: Project) -> None:
        self._close_project()
        session = Session(project, project.add_annotator(self._settings.annotator))
        self._session = session
        session.watch(self._changed)
        self.workbench.set_session(session)
        self.setWindowTitle(f"{project.path.stem} – Annotator")
        self.statistics.set_project(project)
        self.teaching.set_project(project)
        self.status_line.show_ready(
            self.tr("{path} · chaque geste est enregistré aussitôt").format(path=project.path.name)
        )
        self._remember(recent=project.path)
        self._show_articles()
        self.tasks.start(project.path)
        self.tasks.suggest()

    def _close_project(self) -> None:
        self.tasks.close()
        if self._session is not None:
            self._session.project.close()
            self._session = None

    def _remember(self, *, recent: Path | None = None, **window: Any) -> None:
        from dataclasses import replace

        from annotator.app import settings

        # Read again first: another window may have saved other things meanwhile.
        kept = settings.load()
        kept = replace(kept, window={**kept.window, **window})
        self._settings = kept.with_recent(recent) if recent is not None else kept
        settings.save(self._settings)

    def _show_articles(self) -> None:
        """Show the list anew, and an article where none is open."""
        if self._session is None:
            return
        self.articles.articles.show(self._session.project.summaries(self._session.annotator))
        if self._session.article is not None:
            self.articles.follow(self._session.article.id)
        elif self.articles.articles.rowCount():
            first = self.articles.articles.unfinished_after(-1, 1) or 0
            self.open_article(self.articles.articles.summary(first).id)
        self._show_page()
        self._show_place()

    def open_article(self, article: int, *, focus: bool = True) -> None:
        """Open an article of the project."""
        self.workbench.open(article)
        self.articles.follow(article)
        self.actions_["statistics"].setChecked(False)
        self._show_page()
        if focus:
            self.workbench.view.setFocus()
        self._show_place()

    # What the annotator asks for

    def finish(self) -> None:
        """Mark the open article as finished and open the next one still to be worked on."""
        if self._session is None or self._session.article is None:
            return
        undecided = self.workbench.pending_count()
        self.workbench.set_status(Status.FINISHED)
        following = self.articles.next_unfinished()
        words = self.tr("Article terminé.")
        if undecided:
            left = counted(
                undecided,
                self.tr("suggestion sans décision ne sera pas exportée"),
                self.tr("suggestions sans décision ne seront pas exportées"),
            )
            words += self.tr(" {left} ; Ctrl+Z pour y revenir.").format(left=left)
        if following is None:
            words += " " + self.tr("Il n'en reste aucun à faire.")
        else:
            self.open_article(following)
        self.messages.tell(words)

    def _go(self, step: int) -> None:
        following = self.articles.neighbour(step)
        if following is not None:
            self.open_article(following)

    def _step_back(self, way: str) -> None:
        """Undo or redo, in whichever article it was, and show that article."""
        if self._session is None:
            return
        changes = self._session.undo() if way == "undo" else self._session.redo()
        if changes is None:
            self.messages.tell(
                self.tr("Il n'y a plus rien à annuler.") if way == "undo" else self.tr("Il n'y a rien à rétablir.")
            )
            return
        open_now = self._session.article.id if self._session.article else None
        if open_now not in changes.articles:
            self.open_article(min(changes.articles))
        self.workbench.focus_changed(changes)

    # What others say

    def _changed(self, changes: Changes) -> None:
        if self._session is None:
            return
        if changes.statuses:
            for article in changes.articles:
                status = self._session.project.annotation(article, self._session.annotator).status
                self.articles.articles.set_status(article, status)
        self.status_line.show_saved(changes.saved_at, verb_words(changes))
        self._show_place()

    def _overtaken(self) -> None:
        """Show what another window or program made of the open article."""
        self.workbench.refresh()
        if self._session is not None and self._session.article is not None:
            self.articles.articles.set_status(self._session.article.id, self._session.annotation.status)

    def _suggest_again(self) -> None:
        article = self._session.article if self._session is not None else None
        self.tasks.suggest_again(first=article.id if article is not None else None)

    def _job_progressed(self, job: Job) -> None:
        if job is Job.SUGGEST:  # the open article may be among those just read
            self.workbench.refresh()

    def _job_finished(self, job: Job) -> None:
        match job:
            case Job.SUGGEST:
                self.workbench.refresh()
            case Job.IMPORT:
                self._show_articles()
                self.tasks.suggest()

    def _show_place(self) -> None:
        if self._session is None or self._session.article is None:
            return
        at, count = self.workbench.mark_position()
        self.status_line.show_place(
            self.tr("{at}/{count} · {pending} à décider").format(
                at=at or "–", count=count, pending=self.workbench.pending_count()
            )
        )
        model = self.articles.articles
        self.status_line.show_count(
            self.tr("{finished}/{total} articles terminés").format(
                finished=model.count(Status.FINISHED), total=model.rowCount()
            )
        )

    def _show_armed(self, label: Label | None) -> None:
        self.messages.take_back(self._armed_words)
        if label is not None:
            words = self.tr("« {name} » est armé : sélectionnez du texte ; Échap pour désarmer.")
            self._armed_words = words.format(name=label.name.fr)
            self.messages.tell(self._armed_words)

    def _show_page(self) -> None:
        if self._session is None:
            page: QWidget = self._no_project
        elif self.actions_["statistics"].isChecked():
            page = self.statistics
            self.statistics.refresh()
        elif self._session.article is None:
            page = self._no_article
        else:
            page = self.workbench
        self._pages.setCurrentWidget(page)
        self.messages.raise_()  # another page comes to lie over it
        self.actions_.enable("annotate", "article", enabled=page is self.workbench)
        self.articles.setVisible(self._session is not None)

    def _show_keys(self) -> None:
        KeySheet(self._session.project.labels() if self._session else (), self).exec()

    def _set_theme(self, *, dark: bool) -> None:
        theme = DARK if dark else LIGHT
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_of(theme))
        self.setStyleSheet(stylesheet(theme))
        self.workbench.view.set_theme(theme.name)
        self.actions_["dark"].setChecked(dark)
        if (self._settings.window.get("theme") == "dark") != dark:
            self._remember(theme=theme.name)

    # Files

    def _new_project(self) -> None:
        path = file_dialogs.new_project(self)
        if path is not None:
            self._take(Project.create(path))

    def _choose_project(self) -> None:
        path = file_dialogs.existing_project(self)
        if path is not None:
            self.open_project(path)

    def _choose_files(self) -> None:
        if self._session is not None:
            self.import_files(file_dialogs.articles(self))

    def _choose_folder(self) -> None:
        if self._session is not None:
            self.import_files(file_dialogs.folder_of_articles(self))

    def import_files(self, paths: list[Path]) -> None:
        """Import files and folders in the background."""
        if paths and self._session is not None:
            self.tasks.import_files(paths, annotator=self._settings.annotator)

    def _choose_export(self) -> None:
        folder = file_dialogs.export_folder(self) if self._session is not None else None
        if folder is not None:
            self.export_to(folder)

    def export_to(self, folder: Path) -> None:
        """Export the finished articles for spaCy in the background."""
        if self._session is not None:
            self.tasks.export(folder, annotator=self._settings.annotator)

    def dragEnterEvent(self, event: Any) -> None:
        if self._session is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: Any) -> None:
        urls: list[QUrl] = event.mimeData().urls()
        self.import_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._settings.window.get("points") != (points := self.workbench.view.points()):
            self._remember(points=points)
        self._close_project()
        super().closeEvent(event)
