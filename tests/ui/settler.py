"""Who settles between others in the tests of the window: the person, the work of the others, the project of both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from annotator.app.project import Project
from annotator.core.annotation import Annotation
from annotator.ui.settling.difference_panel import DifferencePanel
from annotator.ui.settling.page import SettlingPage
from tests.app.two_annotators import give, spans_of
from tests.ui.seat import Seat

KIEV = "Le président Zelensky a reçu à Kiev des chars Leopard 2 allemands et 50 M€ de l’OTAN."
SWEDEN = "A😀 La Suède a rejoint l’OTAN, dit Ulf Kristersson."
TALLINN = "L’Estonie achète des obusiers K9."

ADA = [
    spans_of(KIEV, ("Zelensky", "leader"), ("Kiev", "country"), ("chars Leopard 2", "weapon"), ("OTAN", "alliance")),
    spans_of(SWEDEN, ("Suède", "country"), ("OTAN", "country")),
    spans_of(TALLINN, ("Estonie", "country"), ("obusiers K9", "weapon")),
]
BEN = [
    spans_of(KIEV, ("président Zelensky", "leader"), ("Kiev", "country"), ("Leopard 2 allemands", "weapon")),
    spans_of(SWEDEN, ("Suède", "country"), ("OTAN", "alliance"), ("Ulf Kristersson", "leader")),
    spans_of(TALLINN, ("Estonie", "country"), ("obusiers K9", "weapon")),
]
ZOE = [spans_of(KIEV, ("Zelensky", "leader"), ("Kiev", "leader"), ("Leopard 2", "weapon"), ("OTAN", "alliance"))]


class Settler(Seat):
    """A person who settles between others before one window."""

    def settle(self) -> SettlingPage:
        self.press("Shift+F8")
        return self.page

    @property
    def page(self) -> SettlingPage:
        page = self.window.findChild(SettlingPage)
        assert page is not None
        return page

    @property
    def panel(self) -> DifferencePanel:
        return self.page.panel

    def shown(self, name: str) -> str:
        """Return the words of a label of the page that is in sight, their spaces plain, or nothing."""
        label = self.page.findChild(QLabel, name)
        return label.text().replace("\u00a0", " ") if label is not None and label.isVisible() else ""

    @property
    def passage(self) -> str:
        return self.shown("inspected")

    @property
    def rows(self) -> list[str]:
        model = self.page.articles.model()
        return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    def layer(self, article: int = 1) -> Annotation:
        with Project.open(self.path) as project:
            layer = project.settled_layer()
            return Annotation(article, 0) if layer is None else project.annotation(article, layer)

    def settled(self, article: int = 1) -> list[tuple[str, str]]:
        text = (KIEV, SWEDEN, TALLINN)[article - 1]
        return [(text[span.start : span.end], span.label) for span in self.layer(article).spans]

    def place_of(self, words: str) -> QPoint:
        start = KIEV.index(words)
        found = self.page.view.text_rect(start, start + len(words))
        assert found is not None
        return found.center()


def sit(path: Path, *work: tuple[str, list]) -> Settler:
    with Project.create(path) as project:
        for name, lines in work:
            give(project, name, lines)
    settler = Settler(path)
    settler.open()
    return settler


def seated(settler: Settler) -> Iterator[Settler]:
    yield settler
    settler.window.close()
    settler.window.deleteLater()
    QApplication.processEvents()
