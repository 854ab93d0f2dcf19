"""What the window shows anew when work in the background has come further, or is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.app.session import Session
    from annotator.ui.article_list import ArticleList
    from annotator.ui.tasks import Tasks
    from annotator.ui.workbench import Workbench


class AfterWork(QObject):
    """Follows the tasks of a window, and lets the open article and the list show what they brought.

    Signals:
        articles_came: an import or a merge has brought articles.
        articles_went: an import was taken back.
    """

    articles_came = Signal()
    articles_went = Signal()

    def __init__(self, tasks: Tasks, articles: ArticleList, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._tasks = tasks
        self._articles = articles
        self._workbench = workbench
        self._session: Session | None = None
        for stopped in (tasks.cancelled, tasks.failed):
            stopped.connect(self._finished)  # what it had done by then is there
        tasks.progressed.connect(self._progressed)
        tasks.finished.connect(self._finished)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return that no action of the window is its own."""
        return {}

    def set_session(self, session: Session | None) -> None:
        """Show what comes to another session from now on."""
        self._session = session

    def suggest_again(self) -> None:
        """Let everything be read anew that the suggester was taught something about, the open article first."""
        article = self._session.article if self._session is not None else None
        self._tasks.suggest_again(first=article.id if article is not None else None)

    def _progressed(self, job: Job) -> None:
        if job is Job.SUGGEST:  # the open article may be among those just read
            self._workbench.refresh()
            self._articles.table.articles.renew()

    def _finished(self, job: Job) -> None:
        match job:
            case Job.SUGGEST:
                self._workbench.refresh()
                self._articles.renew()
            case Job.MERGE:
                self._workbench.read_grid()  # splits may have come, too
                self._articles.refresh()
                self.articles_came.emit()
                self._tasks.suggest()
            case Job.IMPORT:
                self._articles.refresh()
                self.articles_came.emit()
                self._tasks.suggest()
            case Job.UNDO_IMPORT:
                self._articles.refresh()
                self.articles_went.emit()
