"""Where the tests of the window sit: a real window on a real project file, moved by keys and the mouse alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from annotator.app.project import Project
from annotator.core.annotation import Annotation
from annotator.core.suggestions import Proposal, Tier
from annotator.store import articles, suggestions
from annotator.ui.main_window import MainWindow
from tests.strategies import REASON, new_article

TEXTS = (
    "Le président Zelensky a reçu à Kiev des chars Leopard et 50\u00a0M€ de l’OTAN.",
    "A😀 Paris : l’Ukraine, la Pologne et l’UE.",
    "La Suède a rejoint les alliés.",
)
SUGGESTED = {
    1: (("Zelensky", "leader", Tier.SURE), ("Kiev", "country", Tier.LIKELY), ("OTAN", "alliance", Tier.UNSURE)),
    2: (("Ukraine", "country", Tier.SURE), ("Pologne", "country", Tier.SURE), ("UE", "alliance", Tier.SURE)),
}
ADA = "Ada"


def make_project(path: Path) -> Path:
    """Make a project of three articles; the first two have suggestions."""
    with Project.create(path) as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(text) for text in TEXTS], at="2022")
            for article, found in SUGGESTED.items():
                text = TEXTS[article - 1]
                made = [
                    Proposal(text.index(words), text.index(words) + len(words), label, "rule", REASON, tier)
                    for words, label, tier in found
                ]
                suggestions.replace(project.database, article, made, pipeline="rules 1")
        project.add_annotator(ADA)
    return path


class Seat:
    """One annotator before one window."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.window = MainWindow()
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def open(self) -> Seat:
        self.window.projects.open(self.path)
        QApplication.processEvents()
        return self

    # The hand

    def press(self, *keys: str) -> None:
        """Press keys such as ``"Ctrl+Z"`` where the focus is."""
        for key in keys:
            if not self.window.isActiveWindow():  # nobody gives it the keyboard back after a dialog
                self.window.activateWindow()
                QApplication.processEvents()
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self._target(), pressed.key(), pressed.keyboardModifiers())
            QApplication.processEvents()

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def trigger(self, action: str) -> None:
        """Choose an action in its menu."""
        self.window.actions_[action].trigger()
        QApplication.processEvents()

    def click(self, name: str) -> None:
        """Click a control, by its object name."""
        QTest.mouseClick(self.window.findChild(QWidget, name), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def click_row(self, table: QTableView, row: int, column: int = 1) -> None:
        spot = table.visualRect(table.model().index(row, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QApplication.processEvents()

    def click_on(self, words: str) -> None:
        QTest.mouseClick(self.window.workbench.view.viewport(), Qt.MouseButton.LeftButton, pos=self._place(words)[0])
        QApplication.processEvents()

    def select(self, words: str) -> None:
        """Drag over words of the open article."""
        port = self.window.workbench.view.viewport()
        start, end = self._place(words)
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(port, (start + end) / 2)
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
        QApplication.processEvents()

    def _place(self, words: str) -> tuple[QPoint, QPoint]:
        view = self.window.workbench.view
        start = self.text.index(words)
        first, last = (view.text_rect(at, at + 1) for at in (start, start + len(words) - 1))
        return first.center(), QPoint(last.right() - 1, last.center().y())

    # What there is to see

    @property
    def article(self) -> int:
        """The id of the article whose row is the current one."""
        return self.window.articles.table.articles.article(self.window.articles.table.currentIndex().row())

    @property
    def article_open(self) -> int | None:
        """The id of the article that is open."""
        session = self.window.session
        return session.article.id if session is not None and session.article is not None else None

    @property
    def text(self) -> str:
        return TEXTS[self.article - 1]

    @property
    def focused(self) -> str | None:
        """The text of the focused mark."""
        mark = self.window.workbench.view.focused_mark()
        return None if mark is None else self.text[mark.start : mark.end]

    @property
    def listed(self) -> list[tuple[str, str, str]]:
        """The rows of the list of marks: state, text and label."""
        return rows_of(self.window.workbench.span_list)

    @property
    def current_row(self) -> str | None:
        """The text in the current row of the list of marks."""
        index = self.window.workbench.span_list.currentIndex()
        return index.siblingAtColumn(1).data() if index.isValid() else None

    @property
    def said(self) -> str:
        return self.window.messages.words()

    def label(self, name: str) -> str:
        """Return the words of a label, by its object name."""
        return self.window.findChild(QWidget, name).text()

    # What is in the file

    def annotation(self, article: int = 1) -> Annotation:
        with Project.open(self.path) as project:
            return project.annotation(article, 1)

    def spans(self, article: int = 1) -> list[tuple[str, str]]:
        text = TEXTS[article - 1]
        return [(text[span.start : span.end], span.label) for span in self.annotation(article).spans]


def rows_of(table: QTableView) -> list[tuple[str, ...]]:
    """Return what the rows of a table show."""
    model = table.model()
    columns: Iterable[int] = range(model.columnCount())
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]
