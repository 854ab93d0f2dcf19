"""The page of statistics: its screens at the left, the one that is chosen at the right, and whose work it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app import counting, settings
from annotator.ui.language import translate
from annotator.ui.statistics.screen import Asked, Screen
from annotator.ui.statistics.screens import SCREENS

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from annotator.app.session import Session
    from annotator.ui.tasks import Tasks

_SETTING = "statistics"
_AFTER_MS = 250
"""How long the page waits after a change for more of them, before it reads again."""


class StatisticsPage(QWidget):
    """Screens about a project.

    Signals:
        articles_requested: ids of articles, or an `ArticleQuery`, to be shown in the list, and words that say why.
        article_requested: id of an article to open, and the code points where a place in it starts and ends.
        action_requested: the name of an action of the window to be done.
        count_requested: more waits to be counted than the window has time for.
        settling_requested: ids of articles to settle.
        told: words for the message bar.
    """

    articles_requested = Signal(object, str)
    article_requested = Signal(int, int, int)
    action_requested = Signal(str)
    count_requested = Signal()
    settling_requested = Signal(object)
    told = Signal(str)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session: Session | None = None
        self._made: dict[str, Screen] = {}
        self.setObjectName("statistics")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = QListWidget(self)
        self.list.setObjectName("statistics_screens")
        self.list.setAccessibleName(self.tr("Statistiques du projet"))
        for each in SCREENS:
            self.list.addItem(QListWidgetItem(translate("screens", each.title)))
        self.title = QLabel(self)
        self.title.setObjectName("preview_head")
        self.state = QLabel(self)
        self.state.setObjectName("caption")
        self.whose = QComboBox(self)
        self.whose.setObjectName("statistics_whose")
        self.whose.setAccessibleName(self.tr("Le travail de qui"))
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._stack = QStackedWidget(self)
        self._place()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self.refresh)
        self.list.currentRowChanged.connect(self._chosen)
        self.whose.activated.connect(lambda: self.refresh())
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.step(step))
        self._restore()

    def _place(self) -> None:
        words = [translate("screens", each.title) for each in SCREENS]
        self.list.setFixedWidth(max(map(self.list.fontMetrics().horizontalAdvance, words)) + 48)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(36, 16, 28, 4)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.whose)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.setFocusProxy(self.list)

    # What is shown

    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is chosen."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def set_session(self, session: Session | None) -> None:
        """Show the numbers of another session from now on, or none."""
        if session is self._session:
            return
        self._session = session
        self._later.stop()
        if session is not None:
            session.watch(self._changed)
            self._show_annotators(session.annotator)
            if self.isVisible():
                self.refresh()

    def show_screen(self, name: str) -> None:
        """Show the screen of that name, as `annotator.ui.statistics.screens` has it."""
        row = next((row for row, each in enumerate(SCREENS) if each.name == name), None)
        if row is not None:
            self.list.setCurrentRow(row)

    def step(self, by: int) -> None:
        """Go to the next screen (1) or the one before (-1), going round."""
        self.list.setCurrentRow((self.list.currentRow() + by) % len(SCREENS))

    def refresh(self) -> None:
        """Read the chosen screen again; where much is to be counted before that, say so and have it counted."""
        self._later.stop()
        session, screen = self._session, self.screen_shown
        if session is None or screen is None:
            return
        self._show_annotators(self.whose.currentData())
        if not counting.refresh_few(session.project):
            self.show_counting(True)
            self.count_requested.emit()
        else:
            self.show_counting(False)
        who = self.whose.currentData()
        screen.refresh(Asked(session.project, session.annotator if who is None else who, session))

    def renew_soon(self) -> None:
        """Read again a moment later, if anybody looks."""
        if self.isVisible():
            self._later.start()

    def show_counting(self, under_way: bool) -> None:
        """Say that numbers are being counted, or no longer."""
        self.state.setText(self.tr("Comptage en cours…") if under_way else "")

    # Inner doings

    def _changed(self, _changes: object) -> None:
        self.renew_soon()

    def _show_annotators(self, chosen: int | None) -> None:
        """Offer whose work it may be about, and choose whose it is."""
        if self._session is None:
            return
        known = self._session.project.names()
        with QSignalBlocker(self.whose):
            if [self.whose.itemData(at) for at in range(self.whose.count())] != list(known):
                self.whose.clear()
                for id, name in known.items():
                    self.whose.addItem(name, id)
            at = self.whose.findData(chosen if chosen in known else self._session.annotator)
            self.whose.setCurrentIndex(max(0, at))
        self.whose.setVisible(len(known) > 1 and self.screen_shown is not None and self.screen_shown.about_one)

    def _chosen(self, row: int) -> None:
        listed = SCREENS[row]
        if listed.name not in self._made:
            self._made[listed.name] = screen = listed.make()
            screen.use(self._tasks)
            screen.renewed.connect(self.renew_soon)
            screen.settling_requested.connect(self.settling_requested)
            screen.articles_requested.connect(self.articles_requested)
            screen.article_requested.connect(self.article_requested)
            screen.action_requested.connect(self.action_requested)
            screen.told.connect(self.told)
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(self._made[listed.name])
        self.title.setText(translate("screens", listed.title))
        if self.isVisible():
            self.refresh()
            settings.change(lambda before: before.with_window(**{_SETTING: listed.name}))

    def _restore(self) -> None:
        kept = settings.load().window.get(_SETTING)
        self.list.setCurrentRow(next((row for row, each in enumerate(SCREENS) if each.name == kept), 0))

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
