"""The main window: places what is shown and wires the parts together; what they do is theirs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget

from annotator.app.demo import sample_file
from annotator.ui.actions import Actions
from annotator.ui.after_work import AfterWork
from annotator.ui.appearance import Appearance
from annotator.ui.article_list import ArticleList, ListWork
from annotator.ui.correcting import Correcting
from annotator.ui.everywhere.part import Everywhere
from annotator.ui.exporting.part import Exports
from annotator.ui.guidelines.part import Guidelines
from annotator.ui.history.part import History
from annotator.ui.imports.part import Imports
from annotator.ui.intake.dropping import DropTarget
from annotator.ui.intake.part import Intake
from annotator.ui.language import language
from annotator.ui.messages.bar import MessageBar
from annotator.ui.messages.errors import ErrorReporter
from annotator.ui.navigation import Navigation
from annotator.ui.notes import Notes
from annotator.ui.pages import BESIDE, Pages
from annotator.ui.palette.part import Commands
from annotator.ui.panes import Panes
from annotator.ui.preferences.part import Preferences
from annotator.ui.project_settings.part import ProjectSettings
from annotator.ui.projects import Projects
from annotator.ui.settling.part import Settling
from annotator.ui.sharing.part import Sharing
from annotator.ui.shortcuts.bound import key_of_action, way_to
from annotator.ui.shortcuts.part import Shortcuts
from annotator.ui.splitting.part import Splitting
from annotator.ui.statistics.part import StatisticsPart
from annotator.ui.status_line.line import StatusLine
from annotator.ui.status_line.pace_display import PaceDisplay
from annotator.ui.status_line.place_display import PlaceDisplay
from annotator.ui.status_line.work_display import WorkDisplay
from annotator.ui.tasks import Tasks
from annotator.ui.teaching import Teaching
from annotator.ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QCloseEvent

    from annotator.app.session import Session
    from annotator.core.labels import Label
    from annotator.ui.language import Language
    from annotator.ui.parts import Part


class MainWindow(QMainWindow):
    """One project, one annotator, one article at a time."""

    def __init__(self, tasks: Tasks | None = None, *, expecting: bool = False) -> None:
        """Make the window.

        Args:
            tasks: the background work of the window it takes the place of.
            expecting: a project is opened at once, by way of `take_first`, and no page to choose one is needed.
        """
        super().__init__()
        self.session: Session | None = None
        self._armed_words = ""
        self.setObjectName("main_window")
        self.setWindowTitle("Annotator")
        self.resize(1360, 860)

        self.articles = ArticleList(self)
        self.workbench = Workbench(self)
        self._stack = QStackedWidget(self)
        self.messages = MessageBar(self._stack)
        self.status_line = StatusLine(self)
        self._place()

        self.tasks = Tasks(self) if tasks is None else tasks.move_to(self)
        self.errors = ErrorReporter(self.messages, self)
        self.projects = Projects(self)
        self.intake = Intake(self.tasks, self)
        self.imports = Imports(self.tasks, self.messages, self)
        self.exports = Exports(self.tasks, self.articles, self.messages, self)
        self.sharing = Sharing(self.tasks, self.articles, self.messages, self)
        self.correcting = Correcting(self.workbench)
        self.everywhere = Everywhere(self.workbench, self.correcting, self)
        self.notes = Notes(self.workbench)
        self.navigation = Navigation(self.articles, self.workbench)
        self.list_work = ListWork(self.articles)
        self.after_work = AfterWork(self.tasks, self.articles, self.workbench)
        self.statistics = StatisticsPart(self.tasks, self.articles, self.workbench, self._stack)
        self.settling = Settling(self.tasks, self._stack, self)
        self.pages = Pages(
            self._stack,
            self.workbench,
            statistics=self.statistics,
            settling=self.settling,
            articles=self.articles,
            messages=self.messages,
            expecting=expecting,
        )
        self.splitting = Splitting(self.workbench, self.tasks, self)
        self.project_settings = ProjectSettings(self.splitting, self)
        self.teaching = Teaching(self.correcting, self.project_settings)
        self.guidelines = Guidelines(self.workbench, self)
        self.appearance = Appearance(self.workbench.view, self)
        self.preferences = Preferences(self.appearance, self)
        self.work_display = WorkDisplay(self.tasks, self.status_line, self.messages)
        self.pace = PaceDisplay(self.status_line)
        self.place = PlaceDisplay(self.workbench, self.articles, self.status_line)
        self.history = History(self.workbench, self)
        self.panes = Panes(self.articles, self._stack, self.workbench, self)
        self.commands = Commands(self)
        self.shortcuts = Shortcuts(self)
        self._parts: tuple[Part, ...] = (
            self.workbench,
            self.projects,
            self.intake,
            self.imports,
            self.messages,
            self.exports,
            self.correcting,
            self.everywhere,
            self.notes,
            self.navigation,
            self.list_work,
            self.after_work,
            self.statistics,
            self.settling,
            self.pages,
            self.splitting,
            self.project_settings,
            self.teaching,
            self.guidelines,
            self.appearance,
            self.preferences,
            self.sharing,
            self.work_display,
            self.pace,
            self.place,
            self.history,
            self.panes,
            self.commands,
            self.shortcuts,
            self,
        )
        self.actions_ = Actions(self, self.workbench)
        self.actions_.connect(self._parts)
        self.shortcuts.bind(self.actions_)
        self.commands.offer(self.actions_)
        menus = self.actions_.fill_menus(self)
        self.projects.add_recent_menu(menus["file"], before=self.actions_["open_sample"])
        self._wire()
        self.appearance.restore()
        self.pages.show()

    def _place(self) -> None:
        self._stack.addWidget(self.workbench)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("main_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.articles)
        splitter.addWidget(self._stack)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([300, 1060])
        self.setCentralWidget(splitter)
        self.setStatusBar(self.status_line)

    def _wire(self) -> None:
        self.pages.welcome_made.connect(self.projects.wire)
        self.pages.empty_made.connect(self.intake.wire)
        self.pages.turned.connect(self._show_turned)
        self.pages.reading_changed.connect(self.place.set_reading)
        self.pages.reading_changed.connect(lambda on: self.actions_.enable("annotate", "article", enabled=on))
        self.projects.opened.connect(self._opened)
        self.projects.closing.connect(self.workbench.inspector.finish_note)
        self.projects.closed.connect(self._closed)
        self.projects.sample_wanted.connect(lambda: self.intake.import_files([sample_file()]))
        self.articles.article_chosen.connect(partial(self.open_article, focus=False))
        self.articles.reading_requested.connect(self.workbench.view.setFocus)
        for knowing in (self.list_work, self.everywhere):
            knowing.outdated.connect(self.messages.take_back)
        self.everywhere.undo_requested.connect(self.actions_["undo"].trigger)
        for leading in (self.list_work, self.navigation, self.intake, self.imports, self.statistics):
            leading.article_requested.connect(self.open_article)
        self.statistics.settling_requested.connect(self.pages.settle)
        self.statistics.action_requested.connect(lambda name: self.actions_[name].trigger())
        self.list_work.suggestions_requested.connect(self.tasks.suggest_in)
        self.list_work.export_requested.connect(self.exports.choose)
        self.workbench.view.menu_requested.connect(self._show_menu)
        self.correcting.armed_changed.connect(self._show_armed)
        for part in (
            self.correcting,
            self.everywhere,
            self.notes,
            self.navigation,
            self.list_work,
            self.statistics,
            self.settling,
            self.splitting,
            self.teaching,
            self.preferences,
            self.history,
            self.shortcuts,
            self.intake,
            self.projects,
        ):
            part.told.connect(self.messages.tell)
        self.appearance.dressed.connect(self.actions_["dark"].setChecked)
        for choosing in (self.preferences, self.sharing):
            choosing.annotator_chosen.connect(self._reopen)
        self.preferences.language_chosen.connect(self._change_language)
        self.intake.project_dropped.connect(self.projects.open)
        self.intake.project_wanted.connect(self.projects.make)
        DropTarget(self, self.intake.promise, self.intake.take)
        self.history.article_requested.connect(partial(self.open_article, focus=False))
        self.history.shown.connect(self.actions_["history"].setChecked)
        self.shortcuts.bound.connect(self._show_cancel_keys)
        self._show_cancel_keys()
        for renewing in (self._overtaken, self.history.refresh):
            self.errors.overtaken.connect(renewing)
        self.after_work.articles_came.connect(self._show_articles)
        self.after_work.articles_went.connect(self._leave_what_has_gone)
        for teacher in (self.teaching.taught, self.project_settings.taught, self.splitting.done):
            teacher.connect(self.after_work.suggest_again)
        for shows in (self.workbench, self.everywhere, self.guidelines, self.history, self.articles, self.settling):
            for changing in (self.project_settings, self.imports):
                changing.labels_changed.connect(shows.read_labels)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what the window itself does, by the name of the action."""
        return {"quit": self.close, "about": self._show_about}

    # The session

    def set_session(self, session: Session | None) -> None:
        """Show another session from now on, or none."""
        self.session = session
        if session is None:
            return
        self.setWindowTitle(f"{session.project.path.stem} – Annotator")

    def take_first(self, open_project: Callable[[], object]) -> None:
        """Open the project that the window was made for, or show where to choose one if that does not succeed."""
        try:
            open_project()
        finally:
            self.pages.expect_no_more()

    def _opened(self, session: Session) -> None:
        for part in self._parts:
            part.set_session(session)
        self._show_articles()
        self.tasks.start_soon(session.project.path)

    def _reopen(self) -> None:
        article = self.session.article if self.session is not None else None
        self.projects.reopen()
        if article is not None:
            self.open_article(article.id)

    def _change_language(self, spoken: Language) -> None:
        from annotator.ui.changeover import change_language

        change_language(self, spoken)

    def _closed(self) -> None:
        self.tasks.close()
        for part in self._parts:
            part.set_session(None)
        self.setWindowTitle("Annotator")
        self.pages.show()

    def _show_articles(self) -> None:
        """Show an article where none is open."""
        if self.session is None:
            return
        if self.session.article is not None:
            self.articles.follow(self.session.article.id)
        elif (first := self.articles.first()) is not None:
            self.open_article(first)
        self.pages.show()
        self.place.show()

    def open_article(self, article: int, *, focus: bool = True) -> None:
        """Open an article of the project; where it is being settled, it is shown there."""
        if self.settling.takes(article):
            return
        self.workbench.open(article)
        self.articles.follow(article)
        self.pages.turn_to()
        if focus:
            self.workbench.view.setFocus()
        self.place.show()

    def _overtaken(self) -> None:
        """Show what another window or program made of the open article."""
        self.workbench.refresh()
        self.articles.renew()

    def _leave_what_has_gone(self) -> None:
        if not self.navigation.leave_what_has_gone():
            self.projects.reopen()
        self.history.refresh()

    # What is said and shown

    def _show_cancel_keys(self) -> None:
        self.status_line.show_cancel_keys(key_of_action("cancel_work"))

    def _show_armed(self, label: Label | None) -> None:
        self.messages.take_back(self._armed_words)
        if label is not None:
            words = self.tr("L'étiquette « {name} » est prête : sélectionnez du texte ; {key} pour y renoncer.")
            self._armed_words = words.format(name=label.name.in_language(language()), key=way_to("dismiss"))
            self.messages.tell(self._armed_words)

    def _show_turned(self, name: str) -> None:
        for each in BESIDE:
            self.actions_[each].setChecked(each == name)

    def _show_menu(self, at: QPoint) -> None:
        if self.session is not None:
            from annotator.ui.mark_menu import MarkMenu

            MarkMenu(self.actions_, self.workbench, self.correcting).open(self.session, at)

    def _show_about(self) -> None:
        from annotator.ui.help import show_about

        show_about(self)

    # Qt's own

    def closeEvent(self, event: QCloseEvent) -> None:
        self.projects.close()
        super().closeEvent(event)
        self.appearance.keep()  # last, since a folder that cannot be written must not keep the project open
