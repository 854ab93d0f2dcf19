"""The dialog of the project settings: one place for all that a project decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.project_settings.annotators_tab import AnnotatorsTab
from annotator.ui.project_settings.labels_tab import LabelsTab
from annotator.ui.project_settings.lexicon_tab import LexiconTab
from annotator.ui.project_settings.rules_tab import RulesTab
from annotator.ui.project_settings.splits_tab import SplitsTab

if TYPE_CHECKING:
    from annotator.app.project import Project

PAGES = ("labels", "lexicon", "rules", "splits", "annotators")
"""The names of the tabs, in their order."""


class ProjectSettingsDialog(QDialog):
    """Labels, lexicon, rules, splits and annotators of a project, a tab each.

    Args:
        project: whose they are.
        page: one of `PAGES`, to begin with.
        form: a word to be added to the lexicon, for which only the label is missing.
        parent: the window.

    Signals:
        labels_changed: a label is another one now.

    Attributes:
        changed: whether the suggester was taught anything, so that articles are to be read again.
    """

    labels_changed = Signal()

    def __init__(
        self, project: Project, *, page: str = "labels", form: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Réglages du projet"))
        self.changed = False
        self.tabs = QTabWidget(self)  # the first that Tab comes to
        self.tabs.setDocumentMode(True)
        self.labels = LabelsTab(project, self)
        self.lexicon = LexiconTab(project, self)
        self.rules = RulesTab(project, self)
        self.splits = SplitsTab(project, self)
        self.annotators = AnnotatorsTab(project, self)
        self.tabs.addTab(self.labels, self.tr("&Étiquettes et consignes"))
        self.tabs.addTab(self.lexicon, self.tr("&Lexique"))
        self.tabs.addTab(self.rules, self.tr("&Règles"))
        self.tabs.addTab(self.splits, self.tr("Co&upes"))
        self.tabs.addTab(self.annotators, self.tr("Annotateur&s"))
        note = QLabel(
            self.tr(
                "Les changements sont enregistrés aussitôt ; à la fermeture, les articles concernés sont relus.",
            ),
            self,
        )
        note.setObjectName("caption")
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(note, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        for tab in (self.lexicon, self.rules):
            tab.changed.connect(self._note_change)
        self.labels.changed.connect(self.labels_changed)
        self.tabs.setCurrentIndex(PAGES.index(page))
        if page == "lexicon":
            self.lexicon.begin(form)
        self._fit()

    def done(self, result: int) -> None:
        """Keep what is being typed, and close."""
        self.labels.flush()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Enter too, but not where Enter has just done something else: in a field or a list."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and not isinstance(self.focusWidget(), QTabBar | QPushButton):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Be as large as the text asks for and the screen allows."""
        letters, lines = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        room = self.screen().availableSize()
        self.resize(min(150 * letters, room.width() - 40), min(44 * lines, room.height() - 80))

    def _note_change(self) -> None:
        self.changed = True
