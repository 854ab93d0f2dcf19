"""The part of a window that shows the history and goes back, or forward, to a step of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from annotator.app.session import Way
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDockWidget, QMainWindow

    from annotator.app.session import Changes, Session
    from annotator.ui.history.panel import HistoryPanel
    from annotator.ui.workbench import Workbench


class History(QObject):
    """Shows what was done, in a panel made when it is first asked for.

    Signals:
        article_requested: id of the article to open.
        shown: whether the panel is there.
        told: a sentence for the annotator.
    """

    article_requested = Signal(int)
    shown = Signal(bool)
    told = Signal(str)

    def __init__(self, bench: Workbench, window: QMainWindow) -> None:
        super().__init__(window)
        self._bench = bench
        self._window = window
        self._session: Session | None = None
        self._dock: QDockWidget | None = None
        self._panel: HistoryPanel | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"history": self.show}

    def set_session(self, session: Session | None) -> None:
        """Show the history of another session."""
        self._session = session
        if session is not None:
            session.watch(self._changed)
        if self._panel is not None:
            self._panel.set_session(session)

    def read_labels(self) -> None:
        """Take the names of the labels from the project again."""
        if self._panel is not None:
            self._panel.set_session(self._session)

    def show(self, visible: bool) -> None:
        """Show the panel and let the keys go to it, or put it away and let them go to the article."""
        if visible:
            dock, panel = self._made()
            panel.refresh()
            dock.show()
            panel.take_focus()
        elif self._dock is not None:
            self._dock.hide()
            self._bench.view.setFocus()

    def go_to(self, step: int) -> None:
        """Undo or redo until a step is the last that holds, and show where that led."""
        if self._session is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            changes = self._session.go_to(step)
        finally:
            QGuiApplication.restoreOverrideCursor()
        if changes is None:
            return
        # Where it led to is where the last of the steps was; one step over many articles is seen in any of them.
        article = changes.edits[-1].article
        open_now = self._session.article.id if self._session.article is not None else None
        if open_now != article and not (changes.steps == 1 and open_now in changes.articles):
            self.article_requested.emit(article)
        self._bench.focus_changed(changes)
        steps = counted(changes.steps, self.tr("étape"), self.tr("étapes"))
        way = self.tr("{steps} en arrière.") if changes.way is Way.UNDO else self.tr("{steps} en avant.")
        self.told.emit(way.format(steps=steps))
        if self._panel is not None:
            self._panel.take_focus()

    def refresh(self) -> None:
        """Read the steps again: another window or program may have made some."""
        if self._panel is not None and self._dock is not None and self._dock.isVisible():
            self._panel.refresh_soon()

    def _changed(self, _changes: Changes) -> None:
        self.refresh()

    def _made(self) -> tuple[QDockWidget, HistoryPanel]:
        if self._dock is None or self._panel is None:
            from PySide6.QtWidgets import QDockWidget, QWidget

            from annotator.ui.history.panel import HistoryPanel

            dock = QDockWidget(self.tr("Historique"), self._window)
            dock.setObjectName("history_dock")
            dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
            dock.setTitleBarWidget(QWidget(dock))  # the panel has a head of its own, with a button to close it
            self._panel = HistoryPanel(dock)
            self._panel.step_requested.connect(self.go_to)
            self._panel.left.connect(self._bench.view.setFocus)
            self._panel.close_requested.connect(lambda: self.show(visible=False))
            self._panel.set_session(self._session)
            dock.setWidget(self._panel)
            dock.visibilityChanged.connect(self.shown)
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            self._dock = dock
        return self._dock, self._panel
