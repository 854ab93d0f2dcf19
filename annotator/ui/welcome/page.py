"""The page of a window without a project: the recent ones, a new one, another one, or the sample."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.preferences.name_line import NameLine
from annotator.ui.welcome.recent_list import RecentList
from annotator.ui.welcome.wordmark import Wordmark

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

_LETTERS_ACROSS = 96
_LOOK_AFTER_MS = 60


class WelcomePage(QScrollArea):
    """One calm column. Arrows go through the projects and the buttons, Enter takes one.

    Signals:
        new_requested: a project is to be made.
        open_requested: a project is to be chosen.
        sample_requested: the sample is to be opened.
        project_chosen: path of a recent project to open.
        forget_requested: path of a recent project to list no longer.
    """

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    project_chosen = Signal(object)
    forget_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome_page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        inside.setObjectName("welcome")
        self.setWidget(inside)
        self.name_line = NameLine(inside)
        self.recent = RecentList(inside)
        self._heading = QLabel(self.tr("Projets récents"), inside)
        self._heading.setObjectName("section")
        self._about = QLabel(
            self.tr("Un projet est un seul fichier : les articles, les annotations et leur historique."), inside
        )
        self.new = self._button(self.tr("Nouveau projet…"), "primary", self.new_requested)
        self.open = self._button(self.tr("Ouvrir un projet…"), "secondary", self.open_requested)
        self.sample = self._button(self.tr("Article d'exemple"), "secondary", self.sample_requested)
        self._buttons = (self.new, self.open, self.sample)
        self._place(inside)
        self.recent.installEventFilter(self)
        self.recent.project_chosen.connect(self.project_chosen)
        self.recent.forget_requested.connect(self.forget_requested)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)
        self._arriving = False  # it has just come into sight, and nobody has done anything on it yet
        self.refresh()

    def _button(self, words: str, name: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words, self.widget())
        button.setObjectName(name)
        button.setAutoDefault(True)  # Enter presses the one that has the focus
        button.clicked.connect(signal)
        button.installEventFilter(self)
        return button

    def _place(self, inside: QWidget) -> None:
        tagline = QLabel(self.tr("Des articles de presse aux données d'entraînement"), inside)
        hint = QLabel(self.tr("Vous pouvez aussi déposer ici un projet, des fichiers ou un texte."), inside)
        for label in (tagline, self._about, hint):
            label.setObjectName("empty_words")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        across = _LETTERS_ACROSS * self.fontMetrics().averageCharWidth()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(Wordmark(inside))
        column.addWidget(tagline)
        column.addSpacing(26)
        column.addWidget(self.name_line)
        column.addSpacing(16)
        column.addLayout(buttons)
        column.addSpacing(26)
        column.addWidget(self._heading)
        column.addWidget(self.recent)
        column.addWidget(self._about)
        column.addSpacing(18)
        column.addWidget(hint)
        column.addStretch(3)
        middle = QWidget(inside)
        middle.setMaximumWidth(across)
        middle.setLayout(column)
        column.setContentsMargins(24, 24, 24, 24)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        order = (self.name_line, self.recent, *self._buttons)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def refresh(self) -> None:
        """Show the recent projects as the settings have them now."""
        from annotator.app.recents import recents

        listed = recents()
        self.recent.show_projects(listed)
        for widget in (self.recent, self._heading):
            widget.setVisible(bool(listed))
        self._about.setVisible(not listed)
        self.name_line.refresh()
        if self.isVisible():  # the first picture comes first, and a project may be about to open
            self._later.start(_LOOK_AFTER_MS)

    def _look(self) -> None:
        self.recent.projects.look()
        if self._arriving:
            self._arriving = False
            self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where a person goes on: on the recent projects, or on a new one."""
        (self.recent if self.recent.projects.rowCount() else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arriving = True
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go from the buttons to the list and back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.recent:
                if event.key() == Qt.Key.Key_Up and self.recent.currentIndex().row() <= 0:
                    self.new.setFocus(Qt.FocusReason.BacktabFocusReason)
                    return True
            elif watched in self._buttons and self._from_button(self._buttons.index(watched), event.key()):
                return True
        return super().eventFilter(watched, event)

    def _from_button(self, at: int, key: int) -> bool:
        if key == Qt.Key.Key_Down and self.recent.projects.rowCount():
            self.recent.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        step = (key == Qt.Key.Key_Right) - (key == Qt.Key.Key_Left)
        if not step:
            return False
        self._buttons[(at + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
