"""Keeps in the status line where the annotator is, how far the articles are, and that what was done is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.wording import verb_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.app.session import Changes, Session
    from annotator.ui.article_list import ArticleList
    from annotator.ui.status_line.line import StatusLine
    from annotator.ui.workbench import Workbench


class PlaceDisplay(QObject):
    """Follows the open article, the list and what is written."""

    def __init__(self, workbench: Workbench, articles: ArticleList, status_line: StatusLine) -> None:
        super().__init__(status_line)
        self._workbench = workbench
        self._articles = articles
        self._status_line = status_line
        self._session: Session | None = None
        self._reading = True
        articles.counted.connect(self.show)
        workbench.focus_moved.connect(self.show)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return nothing: it only shows."""
        return {}

    def set_session(self, session: Session | None) -> None:
        """Follow another session; without one nothing is said."""
        self._session = session
        if session is None:
            self._status_line.clear()
            return
        session.watch(self._changed)
        words = self.tr("{path} · chaque geste est enregistré aussitôt")
        self._status_line.show_ready(words.format(path=session.project.path.name))

    def set_reading(self, reading: bool) -> None:
        """Say whether an article is in sight, where there is a place to tell."""
        self._reading = reading
        self.show()

    def show(self) -> None:
        """Say where the annotator is now, if an article is open."""
        if self._session is None or self._session.article is None:
            return
        if self._reading:
            at, count = self._workbench.mark_position()
            self._status_line.show_place(at or None, count, pending=self._workbench.pending_count())
        else:
            self._status_line.leave_place()
        self._status_line.show_count(self._articles.finished(), self._articles.total())

    def _changed(self, changes: Changes) -> None:
        self._status_line.show_saved(changes.saved_at, verb_words(changes))
        self.show()
