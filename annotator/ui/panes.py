"""From pane to pane of the window by keys: where Tab goes through the text, another key has to lead out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QMainWindow, QStackedWidget

    from annotator.app.session import Session
    from annotator.ui.workbench import Workbench


@runtime_checkable
class WithPanes(Protocol):
    """A page that has panes itself."""

    def panes(self) -> Iterable[QWidget]:
        """Return them from the left to the right."""


class Panes(QObject):
    """Lets the keys go round the list, the page beside it and what stands beside an article.

    Args:
        articles: the list.
        pages: what stands beside it, one page at a time.
        bench: that of the pages which has panes itself.
        window: where further ones may be docked.
    """

    def __init__(self, articles: QWidget, pages: QStackedWidget, bench: Workbench, window: QMainWindow) -> None:
        super().__init__(window)
        self._articles = articles
        self._pages = pages
        self._bench = bench
        self._window = window

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"next_pane": lambda: self.go(1), "previous_pane": lambda: self.go(-1)}

    def set_session(self, session: Session | None) -> None:
        """Go round the same panes whatever is open."""

    def go(self, step: int) -> None:
        """Let the keys go to the next pane (1) or the one before (-1) that takes any, going round."""
        panes = [(pane, entrance) for pane in self._panes() if (entrance := _entrance(pane)) is not None]
        if not panes:
            return
        focused = QApplication.focusWidget()
        here = next((at for at, (pane, _) in enumerate(panes) if focused and _holds(pane, focused)), -step)
        panes[(here + step) % len(panes)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _panes(self) -> Iterator[QWidget]:
        """Yield the panes from the left to the right."""
        yield self._articles
        page = self._pages.currentWidget()
        if page is self._bench:
            yield from (self._bench.view, self._bench.span_list, self._bench.inspector)
        elif isinstance(page, WithPanes):
            yield from page.panes()
        elif page is not None:
            yield page
        docked = self._window.findChild(QWidget, "history")
        if docked is not None:
            yield docked


def _holds(pane: QWidget, focused: QWidget) -> bool:
    return pane is focused or pane.isAncestorOf(focused)


def _entrance(pane: QWidget) -> QWidget | None:
    """Return what takes the keys in a pane: itself, or the first in it that Tab comes to; None where nothing does."""
    inside = [each for each in _in_tab_order(pane) if _takes_keys(each)]
    proxy = pane.focusProxy()
    return proxy if proxy in inside else next(iter(inside), None)


def _in_tab_order(pane: QWidget) -> Iterator[QWidget]:
    yield pane
    following: QWidget | None = pane.nextInFocusChain()
    while following is not None and following is not pane:
        if pane.isAncestorOf(following):
            yield following
        following = following.nextInFocusChain()


def _takes_keys(widget: QWidget) -> bool:
    reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return reachable and widget.isVisible() and widget.isEnabled()
