"""The statistics in the window: what shows them, what their links lead to, and what is counted in the background."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.listing import ArticleQuery
from annotator.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtWidgets import QStackedWidget

    from annotator.app.session import Session
    from annotator.ui.article_list import ArticleList
    from annotator.ui.statistics.page import StatisticsPage
    from annotator.ui.tasks import Tasks
    from annotator.ui.workbench import Workbench

_BRINGS = (Job.SUGGEST, Job.IMPORT, Job.UNDO_IMPORT, Job.SPLIT, Job.MERGE)
"""Work after which there is something to count anew."""


class StatisticsPart(QObject):
    """Shows the page of statistics, and keeps its counts up to date.

    Signals:
        article_requested: id of an article to open.
        action_requested: the name of an action of the window to be done.
        settling_requested: ids of articles to settle.
        told: words for the message bar.
    """

    article_requested = Signal(int)
    action_requested = Signal(str)
    settling_requested = Signal(object)
    told = Signal(str)

    def __init__(self, tasks: Tasks, articles: ArticleList, workbench: Workbench, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._tasks = tasks
        self._articles = articles
        self._workbench = workbench
        self._pages = pages
        self._session: Session | None = None
        tasks.finished.connect(self._finished)
        for stopped in (tasks.cancelled, tasks.failed):
            stopped.connect(self._stopped)

    @cached_property
    def page(self) -> StatisticsPage:
        """The page, made when it is first asked for."""
        from annotator.ui.statistics.page import StatisticsPage

        page = StatisticsPage(self._tasks, self._pages)
        page.articles_requested.connect(self.show_in_list)
        page.article_requested.connect(self.open_at)
        page.action_requested.connect(self.action_requested)
        page.count_requested.connect(self._tasks.count)
        page.told.connect(self.told)
        page.settling_requested.connect(self.settling_requested)
        self._pages.addWidget(page)
        page.set_session(self._session)
        return page

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action: none, as the window shows its pages itself."""
        return {}

    def set_session(self, session: Session | None) -> None:
        """Show the numbers of another session from now on, or none."""
        self._session = session
        if "page" in self.__dict__:
            self.page.set_session(session)

    # Links

    def show_in_list(self, wanted: ArticleQuery | Collection[int], words: str) -> None:
        """Show the articles behind a number in the list, and say over it why these."""
        bar = self._articles.bar
        if not isinstance(wanted, ArticleQuery):
            wanted = ArticleQuery(among=frozenset(wanted))
        bar.show_query(wanted._replace(sort=bar.query.sort, reverse=bar.query.reverse), why=words)
        self._articles.table.setFocus()

    def open_at(self, article: int, start: int, end: int) -> None:
        """Open an article at a place."""
        self.article_requested.emit(article)
        self._workbench.show_place(start, end)

    # What is counted

    def _visible(self) -> bool:
        return "page" in self.__dict__ and self.page.isVisible()

    def _finished(self, job: Job) -> None:
        if job is Job.COUNT:
            if "page" in self.__dict__:
                self.page.show_counting(False)
                self.page.renew_soon()
        elif job in _BRINGS:
            if self._visible():
                self.page.renew_soon()
            elif job not in (Job.IMPORT, Job.MERGE):  # after one, suggestions are made at once
                self._count_what_waits()

    def _stopped(self, job: Job) -> None:
        if job is Job.COUNT and "page" in self.__dict__:
            self.page.show_counting(False)

    def _count_what_waits(self) -> None:
        from annotator.app import counting

        if self._session is not None and counting.much_waits(self._session.project):
            self._tasks.count()
