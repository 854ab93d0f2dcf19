"""One window in the place of another: made anew in another language, it shows what the former one showed.

Texts are set when a widget is made, and nowhere else; so a window that is to speak another language is built again.
The project stays open meanwhile, and work in the background goes on.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from annotator.ui import language, swift_start
from annotator.ui.action_table import TABLE
from annotator.ui.main_window import MainWindow

if TYPE_CHECKING:
    from annotator.core.listing import ArticleQuery
    from annotator.ui.language import Language

_window: MainWindow | None = None  # Python forgets a window that nothing holds


def keep(window: MainWindow) -> MainWindow:
    """Hold the window there is, until another one takes its place."""
    global _window
    _window = window
    return window


def change_language(window: MainWindow, spoken: Language) -> None:
    """Let the program speak another language, as soon as what is under way in the window is over."""

    def change() -> None:
        language.install(spoken)
        rebuild_window(window)

    QTimer.singleShot(0, change)


def rebuild_window(old: MainWindow) -> MainWindow:
    """Return a new window in the place of ``old``, which goes away; project, place and background work stay."""
    place = _Place.of(old)
    project = old.projects.release()
    new = keep(MainWindow(old.tasks))
    new.errors.install()
    place.take_size(new)
    if project is not None:
        new.projects.adopt(project)
    new.show()
    new.activateWindow()
    place.take(new)
    old.hide()
    old.deleteLater()
    QTimer.singleShot(0, new, _forget_the_old)
    return new


def _forget_the_old() -> None:
    """Let the memory of the former window go, though what was there at the start is never looked through."""
    gc.unfreeze()
    gc.collect()
    swift_start.settle()


class _Place(NamedTuple):
    """Where an annotator is in a window.

    Attributes:
        room: place and size of the window where it is not as large as the screen.
        state: whether it is as large as the screen.
        splitters: how its panes share the room, by object name.
        switches: the actions that are on.
        query: what the list of articles shows, and in which order.
        article: id of the open article.
        mark: the focused mark.
        top: the code point at the top of the article.
        focus: object name of the widget that has the focus.
    """

    room: QRect
    state: Qt.WindowState
    splitters: dict[str, QByteArray]
    switches: frozenset[str]
    query: ArticleQuery
    article: int | None
    mark: tuple[str, int] | None
    top: int
    focus: str

    @classmethod
    def of(cls, window: MainWindow) -> _Place:
        view = window.workbench.view
        focused, mark = window.focusWidget(), view.focused_mark()
        opened = window.session.article if window.session is not None else None
        return cls(
            room=window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry(),
            state=window.windowState(),
            splitters={each.objectName(): each.saveState() for each in window.findChildren(QSplitter)},
            switches=frozenset(each.name for each in TABLE if window.actions_[each.name].isChecked()),
            query=window.articles.bar.query,
            article=opened.id if opened is not None else None,
            mark=mark.key if mark is not None else None,
            top=view.top_point(),
            focus=focused.objectName() if focused is not None else "",
        )

    def take_size(self, window: MainWindow) -> None:
        """Give a window that is not shown yet its place on the screen."""
        window.setGeometry(self.room)
        window.setWindowState(self.state)
        for splitter in window.findChildren(QSplitter):
            splitter.restoreState(self.splitters.get(splitter.objectName(), QByteArray()))

    def take(self, window: MainWindow) -> None:
        """Go in a window to where the annotator was in the other one."""
        window.articles.bar.show_query(self.query)
        if self.article is not None:
            window.open_article(self.article)
        for described in TABLE:
            action = window.actions_[described.name]
            if action.isCheckable() and action.isChecked() != (described.name in self.switches):
                action.trigger()
        if (widget := window.findChild(QWidget, self.focus)) is not None:
            widget.setFocus()
        QApplication.processEvents()  # the article has its width only now, and with it its lines
        view = window.workbench.view
        view.focus_mark(self.mark)
        view.put_on_top(self.top)
