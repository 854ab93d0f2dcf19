"""What stands beside the list of articles, one page at a time: the article, statistics, settling, or where to begin."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.app.session import Session
    from annotator.ui.article_list import ArticleList
    from annotator.ui.messages.bar import MessageBar
    from annotator.ui.settling.part import Settling
    from annotator.ui.statistics.part import StatisticsPart
    from annotator.ui.welcome import EmptyPage, WelcomePage
    from annotator.ui.workbench import Workbench

BESIDE = ("statistics", "settle")
"""The actions that show a page in the place of the article."""


class Pages(QObject):
    """Shows the page that is wanted, or the one that leads on where there is nothing to read.

    Args:
        stack: the pages.
        workbench: the one of an article.
        statistics: has another.
        settling: has another.
        articles: the list, which gives way where it is of no use.
        messages: lies over the pages.
        expecting: a project is opened at once, and no page to choose one is needed.

    Signals:
        turned: the action whose page is wanted in the place of the article, or an empty text.
        reading_changed: whether an article is in sight.
        welcome_made: the page of a window without a project, when it is first needed.
        empty_made: the page of a project without articles, when it is first needed.
    """

    turned = Signal(str)
    reading_changed = Signal(bool)
    welcome_made = Signal(object)
    empty_made = Signal(object)

    def __init__(
        self,
        stack: QStackedWidget,
        workbench: Workbench,
        *,
        statistics: StatisticsPart,
        settling: Settling,
        articles: ArticleList,
        messages: MessageBar,
        expecting: bool,
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._workbench = workbench
        self._statistics = statistics
        self._settling = settling
        self._articles = articles
        self._messages = messages
        self._expecting = expecting
        self._session: Session | None = None
        self._wanted = ""

    @cached_property
    def welcome(self) -> WelcomePage:
        """The page of a window without a project."""
        from annotator.ui.welcome import WelcomePage

        page = WelcomePage(self._stack)
        self._stack.addWidget(page)
        self.welcome_made.emit(page)
        return page

    @cached_property
    def empty(self) -> EmptyPage:
        """The page of a project without articles."""
        from annotator.ui.welcome import EmptyPage

        page = EmptyPage(self._stack)
        self._stack.addWidget(page)
        self.empty_made.emit(page)
        return page

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {name: partial(self._toggle, name) for name in BESIDE}

    def set_session(self, session: Session | None) -> None:
        """Show another project when next asked to show anything."""
        self._session = session

    def expect_no_more(self) -> None:
        """Show where to choose a project if none has come."""
        self._expecting = False
        self.show()

    def show(self) -> None:
        """Show the page that is right now."""
        page = self._right_page()
        self._stack.setCurrentWidget(page)
        self._messages.raise_()  # another page comes to lie over it
        self.reading_changed.emit(page is self._workbench and self._session is not None)
        settling = self._session is not None and self._wanted == "settle"
        self._articles.setVisible((self._session is not None or self._expecting) and not settling)

    def turn_to(self, name: str = "") -> None:
        """Show the page of an action in the place of the article, or the article again."""
        self._wanted = name
        self.turned.emit(name)
        self.show()
        page = self._stack.currentWidget()
        if name == "settle" and page is not None:
            page.setFocus()

    def settle(self, articles: tuple[int, ...]) -> None:
        """Show the page for settling at the first of some articles."""
        self.turn_to("settle")
        self._settling.show_among(articles)

    def _toggle(self, name: str) -> None:
        self.turn_to("" if self._wanted == name else name)

    def _right_page(self) -> QWidget:
        if self._session is None:
            return self._workbench if self._expecting else self.welcome
        if self._wanted == "statistics":
            return self._statistics.page
        if self._wanted == "settle":
            return self._settling.page()
        return self.empty if self._session.article is None else self._workbench
