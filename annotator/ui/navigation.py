"""From article to article: finishing one, going to its neighbours, and back through what was done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.annotation import Status
from annotator.ui.shortcuts.bound import way_to
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.app.session import Session
    from annotator.ui.article_list import ArticleList
    from annotator.ui.workbench import Workbench


class Navigation(QObject):
    """Goes through the articles of a session.

    Signals:
        article_requested: id of the article to open.
        told: a sentence for the annotator.
    """

    article_requested = Signal(int)
    told = Signal(str)

    def __init__(self, articles: ArticleList, bench: Workbench) -> None:
        super().__init__(bench)
        self._articles = articles
        self._bench = bench
        self._session: Session | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {
            "undo": partial(self._step, "undo"),
            "redo": partial(self._step, "redo"),
            "finish": self.finish,
            "set_aside": partial(self._set_status, Status.SET_ASIDE),
            "reopen": partial(self._set_status, Status.IN_PROGRESS),
            "next_article": partial(self._go, 1),
            "previous_article": partial(self._go, -1),
        }

    def set_session(self, session: Session | None) -> None:
        """Go through the articles of another session."""
        self._session = session

    def finish(self) -> None:
        """Mark the open article as finished and open the next one still to be worked on."""
        if self._session is None or self._session.article is None or self._articles.give_chosen(Status.FINISHED):
            return
        undecided = self._bench.pending_count()
        self._session.set_status(Status.FINISHED)
        following = self._articles.next_unfinished()
        words = self.tr("Article terminé.")
        if undecided:
            left = counted(
                undecided,
                self.tr("suggestion sans décision ne sera pas exportée"),
                self.tr("suggestions sans décision ne seront pas exportées"),
            )
            words += self.tr(" {left} ; {undo} pour y revenir.").format(left=left, undo=way_to("undo"))
        if following is None:
            words += " " + self.tr("Il n'en reste aucun à faire dans cette liste.")
        else:
            self.article_requested.emit(following)
        self.told.emit(words)

    def leave_what_has_gone(self) -> bool:
        """Read the open article again, or open another one where it has left the project; return whether one is."""
        if self._session is None or self._session.article is None:
            return True
        if self._session.article.id in self._session.project.article_ids():
            self._bench.read_grid()  # a merge that was taken back may have brought splits
            return True
        first = self._articles.first()
        if first is not None:
            self.article_requested.emit(first)
        return first is not None

    def _set_status(self, status: Status) -> None:
        if self._session is not None and not self._articles.give_chosen(status):
            self._session.set_status(status)

    def _go(self, step: int) -> None:
        following = self._articles.neighbour(step)
        if following is not None:
            self.article_requested.emit(following)

    def _step(self, way: str) -> None:
        """Undo or redo, in whichever article it was, and show that article."""
        if self._session is None:
            return
        changes = self._session.undo() if way == "undo" else self._session.redo()
        if changes is None:
            self.told.emit(
                self.tr("Il n'y a plus rien à annuler.") if way == "undo" else self.tr("Il n'y a rien à rétablir.")
            )
            return
        open_now = self._session.article.id if self._session.article else None
        if open_now not in changes.articles:
            in_list = self._articles.table.hasFocus()
            self.article_requested.emit(min(changes.articles))
            if in_list:  # where Delete means an article, and not the mark that is shown now
                self._articles.table.setFocus()
        self._bench.focus_changed(changes)
