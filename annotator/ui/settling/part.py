"""The part of a window that settles where annotators differ, on a page made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from annotator.app.session import Changes, Session
    from annotator.ui.settling.page import SettlingPage
    from annotator.ui.settling.showing import Showing
    from annotator.ui.tasks import Tasks


class Settling(QObject):
    """Shows the page for settling among the pages of a window.

    Signals:
        told: a sentence for the annotator.
    """

    told = Signal(str)

    def __init__(self, tasks: Tasks, pages: QStackedWidget, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._pages = pages
        self._session: Session | None = None
        self._page: SettlingPage | None = None
        self._showing: Showing | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return nothing: the window turns to its pages itself."""
        return {}

    def set_session(self, session: Session | None) -> None:
        """Settle in another project."""
        self._session = session
        if session is not None:
            session.watch(self._changed)
        if self._showing is not None:
            self._showing.set_session(session)

    def read_labels(self) -> None:
        """Take the labels from the project again."""
        if self._page is not None and self._page.isVisible() and self._showing is not None:
            self._showing.refresh()

    def page(self) -> SettlingPage:
        """Return the page, with what the file holds now."""
        if self._page is None:
            from annotator.ui.settling.deciding import Deciding
            from annotator.ui.settling.page import SettlingPage
            from annotator.ui.settling.showing import Showing

            self._page = SettlingPage()
            self._pages.addWidget(self._page)
            self._showing = Showing(self._page)
            deciding = Deciding(self._page, self._showing, self._tasks)
            deciding.told.connect(self.told)
            self._showing.set_session(self._session)
        if self._showing is not None:
            self._showing.refresh()
        return self._page

    def show_among(self, articles: Iterable[int]) -> None:
        """Show only these articles, on the page in sight, until somebody asks for the others again."""
        if self._showing is not None:
            self._showing.compare(self._showing.compared._replace(articles=frozenset(articles)))

    def takes(self, article: int) -> bool:
        """Show an article on the page where the page is in sight and has it; return whether it did."""
        if self._page is None or self._showing is None or not self._page.isVisible():
            return False
        return self._showing.show(article)

    def _changed(self, changes: Changes) -> None:
        if self._showing is not None:
            self._showing.changed(changes)
