"""A reader before an article view of its own: what it shows, where things are, and the hand that moves the mouse."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Mark, Origin, Span
from annotator.core.suggestions import Suggestion, Tier
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording
from annotator.ui.article_view import ArticleView

TEXT = (
    "Le président Joe Biden a promis à l'Ukraine plus de 800 millions de dollars, mardi.\n\n"
    "« Les alliés livreront 31 chars Abrams », a-t-on appris à l’OTAN. Aucune date n’est connue.\n"
    "A😀 Paris reçoit la Pologne, l'Italie et le Japon 🇫🇷 dimanche."
)


def grid_of(text: str) -> TokenGrid:
    return TokenGrid.of(
        match.span() for match in re.finditer(r"\w+['’]|[\w\u0300-\u036f\u00ad-]+|[🇦-🇿]{2}|[^\w\s]|\s", text)
    )


def span(text: str, surface: str, label: str, number: int, origin: Origin = Origin.DRAWN) -> Mark:
    start = text.index(surface)
    end = start + len(surface)
    return Mark(start, end, label, span=Span(number, start, end, label, origin))


def suggestion(text: str, surface: str, label: str, number: int, tier: Tier = Tier.SURE) -> Mark:
    start = text.index(surface)
    end = start + len(surface)
    because = Wording("a name", "un nom")
    return Mark(start, end, label, suggestion=Suggestion(number, 1, start, end, label, "rule", because, tier, "rules"))


def sample_marks() -> list[Mark]:
    return [
        span(TEXT, "Joe Biden", "leader", 1),
        suggestion(TEXT, "Ukraine", "country", 2),
        span(TEXT, "800 millions de dollars", "sum", 3, Origin.SUGGESTED),
        suggestion(TEXT, "chars Abrams", "weapon", 4, Tier.UNSURE),
        span(TEXT, "OTAN", "alliance", 5, Origin.IMPORTED),
        suggestion(TEXT, "Paris", "country", 6),
    ]


def shown(qtbot: QtBot, text: str = TEXT, marks: list[Mark] | None = None) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show_article(text, grid_of(text), sample_marks() if marks is None else marks)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    QApplication.processEvents()
    return view


def place(view: ArticleView, surface: str, text: str = TEXT) -> QPoint:
    start = text.index(surface)
    rect = view.text_rect(start, start + len(surface))
    assert rect is not None, f"{surface!r} is not in view"
    return rect.center()


def click(view: ArticleView, at: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def drag(view: ArticleView, start: QPoint, end: QPoint) -> None:
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def double_click(view: ArticleView, at: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def surface(view: ArticleView, text: str = TEXT) -> str | None:
    selection = view.selection()
    return None if selection is None else text[slice(*selection)]


def word(view: ArticleView, text: str = TEXT) -> str | None:
    found = view.cursor_word()
    return None if found is None else text[slice(*found)]


def picture(view: ArticleView, rect: QRect | None = None) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab(rect or view.viewport().rect()).toImage()


class Heard:
    """What a view said, in order."""

    def __init__(self, view: ArticleView) -> None:
        self.made: list[tuple[int, int]] = []
        self.focused: list[object] = []
        self.changes = 0
        view.selection_made.connect(lambda start, end: self.made.append((start, end)))
        view.mark_focused.connect(self.focused.append)
        self.resized: list[tuple[object, int, int]] = []
        self.menus: list[QPoint] = []
        view.selection_changed.connect(self._count)
        view.resize_requested.connect(lambda key, start, end: self.resized.append((key, start, end)))
        view.menu_requested.connect(self.menus.append)

    def _count(self) -> None:
        self.changes += 1
