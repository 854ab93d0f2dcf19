"""What is done to several articles of the list at once: status, flag, trash, new suggestions, export."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from annotator.core import corrections
from annotator.core.annotation import Status
from annotator.ui.shortcuts.bound import way_to
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint

    from annotator.app.session import Changes, Session
    from annotator.core.annotation import Annotation
    from annotator.core.edits import Edit
    from annotator.ui.article_list.panel import ArticleList

_LONG = 200  # articles from which a change takes long enough to be seen


class ListWork(QObject):
    """Does things to the articles chosen in the list, each in one step.

    Signals:
        told: a sentence for the annotator, and what to offer beside it or None.
        outdated: a sentence that was told holds no longer, since something else was done.
        article_requested: id of the article to open, keyboard and all.
        suggestions_requested: ids of articles that the suggester is to read again.
        export_requested: ids of articles to be exported.
    """

    told = Signal(str, object)
    outdated = Signal(str)
    article_requested = Signal(int)
    suggestions_requested = Signal(object)
    export_requested = Signal(object)

    def __init__(self, articles: ArticleList) -> None:
        super().__init__(articles)
        self._articles = articles
        self._session: Session | None = None
        self._last: Changes | None = None
        self._said = ""
        articles.table.trash_requested.connect(self.throw_away)
        articles.table.menu_requested.connect(self.open_menu)
        articles.status_requested.connect(self.set_status)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {
            "search_articles": self._articles.search,
            "filter_articles": self._articles.bar.open_filters,
            "clear_filters": self._articles.bar.clear,
            "refresh_list": self._articles.refresh,
            "show_trash": self._articles.show_trash,
            "next_unfinished": partial(self._go_unfinished, 1),
            "previous_unfinished": partial(self._go_unfinished, -1),
        }

    def set_session(self, session: Session | None) -> None:
        """Work in another session, and show its articles."""
        self._session = session
        self._articles.set_session(session)
        if session is not None:
            session.watch(self._saw)

    def set_status(self, status: Status) -> None:
        """Say of the chosen articles how far the annotator is with them."""
        words = {
            Status.NEW: (self.tr("article marqué comme nouveau"), self.tr("articles marqués comme nouveaux")),
            Status.IN_PROGRESS: (self.tr("article remis en cours"), self.tr("articles remis en cours")),
            Status.FINISHED: (self.tr("article terminé"), self.tr("articles terminés")),
            Status.SET_ASIDE: (self.tr("article mis de côté"), self.tr("articles mis de côté")),
        }[status]
        self._change(lambda before: corrections.set_status(before, status), *words)

    def set_flag(self, flagged: bool) -> None:
        """Flag the chosen articles, or take their flags away."""
        words = (
            (self.tr("drapeau posé"), self.tr("drapeaux posés"))
            if flagged
            else (self.tr("drapeau retiré"), self.tr("drapeaux retirés"))
        )
        self._change(lambda before: corrections.set_flag(before, flagged), *words)

    def throw_away(self) -> None:
        """Put the chosen articles into the trash, and open the one that comes after them."""
        if self._articles.bar.query.trashed:
            return
        following = self._articles.after_chosen()
        gone = set(self._articles.table.chosen())
        here = self._session.article.id if self._session is not None and self._session.article is not None else None
        done = self._change(
            lambda before: corrections.set_trashed(before, True),
            self.tr("article mis à la corbeille"),
            self.tr("articles mis à la corbeille"),
        )
        if done is not None and here in gone and following is not None:
            self._articles.article_chosen.emit(following)

    def restore(self) -> None:
        """Take the chosen articles out of the trash."""
        self._change(
            lambda before: corrections.set_trashed(before, False),
            self.tr("article sorti de la corbeille"),
            self.tr("articles sortis de la corbeille"),
        )

    def open_menu(self, place: QPoint) -> None:
        """Offer what can be done with the chosen articles."""
        from annotator.ui.article_list.menus import chosen_menu

        chosen = self._articles.table.chosen()
        if chosen and self._session is not None:
            chosen_menu(self, chosen, trashed=self._articles.bar.query.trashed, parent=self._articles).popup(place)

    def _change(self, change: Callable[[Annotation], Edit | None], one: str, many: str) -> Changes | None:
        """Change the chosen articles in one step, say so, and offer to take it back."""
        chosen = self._articles.table.chosen()
        if self._session is None or not chosen:
            return None
        done = self._waiting(chosen, change) if len(chosen) >= _LONG else self._session.change_each(chosen, change)
        if done is not None:
            self._said = f"{counted(len(done.articles), one, many)}."
            self.told.emit(self._said, (self.tr("Annuler"), partial(self._take_back, done)))
        return done

    def _waiting(self, chosen: Sequence[int], change: Callable[[Annotation], Edit | None]) -> Changes | None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return None if self._session is None else self._session.change_each(chosen, change)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _saw(self, changes: Changes) -> None:
        self._last = changes
        if self._said:
            self.outdated.emit(self._said)
            self._said = ""

    def _take_back(self, done: Changes) -> None:
        """Take back what was done, unless something else was done since, which would be taken back instead."""
        if self._session is None or self._last is not done:
            self.told.emit(
                self.tr("Autre chose a été fait depuis ; {undo} annule pas à pas.").format(undo=way_to("undo")), None
            )
            return
        changes = self._session.undo()
        if changes is not None and len(changes.articles) == 1:
            self.article_requested.emit(min(changes.articles))

    def _go_unfinished(self, step: int) -> None:
        following = self._articles.next_unfinished(step)
        if following is None:
            self.told.emit(self.tr("Il n'y a plus d'article à faire dans cette liste."), None)
        else:
            self.article_requested.emit(following)
