"""Sharing in the window: asking who gets what, writing the files in the background, and greeting whom a copy is for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from annotator.app.name_at_work import keep_name, name_at_work
from annotator.ui.tasks import Job
from annotator.ui.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.article_list import ArticleList
    from annotator.ui.messages.bar import MessageBar
    from annotator.ui.tasks import Tasks


class Sharing(QObject):
    """Gives articles out, and says in a copy whose decisions are kept in it.

    Signals:
        annotator_chosen: the project is to be opened anew, since the person at work goes by another name in it.
    """

    annotator_chosen = Signal()

    def __init__(self, tasks: Tasks, articles: ArticleList, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._articles = articles
        self._messages = messages
        self._window = window
        self._session: Session | None = None
        tasks.finished.connect(self._finished)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"share": self.choose}

    def set_session(self, session: Session | None) -> None:
        """Share the articles of another project from now on, and greet who opens a copy for the first time."""
        self._session = session
        if session is not None:
            self._greet(session)

    def _greet(self, session: Session) -> None:
        """Say once under which name a copy is worked on; who only looks into it may go by their own."""
        at_work = name_at_work(session.project)
        if not at_work.first or at_work.shared_with is None:
            return
        keep_name(session.project, at_work.name)
        words = self.tr("Ce fichier a été préparé pour {name} : vos décisions y sont gardées sous ce nom.")
        own, offer = at_work.own, None
        if own is not None and own.casefold() != at_work.name.casefold():
            offer = (self.tr("Continuer comme {name}").format(name=own), partial(self._go_by, own))
        self._messages.tell(words.format(name=quoted(at_work.shared_with)), offer)

    def _go_by(self, name: str) -> None:
        if self._session is None:
            return
        keep_name(self._session.project, name)
        self.annotator_chosen.emit()
        self._messages.tell(self.tr("{name} annote désormais ce projet.").format(name=name))

    def choose(self) -> None:
        """Ask who is to get what, and write the files in the background."""
        if self._session is None:
            return
        from annotator.ui.exporting.article_choice import scopes
        from annotator.ui.sharing.dialog import ShareDialog

        chosen = self._articles.table.chosen()
        query = self._articles.bar.query
        listed = list(self._articles.table.articles.order) if query.filters and not query.trashed else None
        given = scopes(
            total=len(self._session.project.article_ids()),
            listed=listed,
            chosen=chosen if len(chosen) > 1 else (),
        )
        dialog = ShareDialog(self._session, self._tasks, given, self._window)
        if dialog.exec():
            self._tasks.share(dialog.options)
        dialog.deleteLater()

    def _finished(self, job: Job, report: Mapping[str, Any]) -> None:
        if job is not Job.SHARE:
            return
        from annotator.ui.exporting.part import open_folder
        from annotator.ui.sharing.words import done_words

        folder = Path(report["copies"][0]["path"]).parent
        self._messages.tell(
            done_words(report),
            (self.tr("Que faire ?"), partial(self._show_steps, report)),
            otherwise=(self.tr("Ouvrir le dossier"), partial(open_folder, folder)),
        )

    def _show_steps(self, report: Mapping[str, Any]) -> None:
        from annotator.ui.sharing.written import WrittenDialog

        dialog = WrittenDialog(report, self._window)
        dialog.exec()
        dialog.deleteLater()
