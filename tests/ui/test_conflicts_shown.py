from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Mark, Origin, Status
from annotator.ui.article_view import ArticleView
from annotator.ui.theme import THEMES
from tests.ui.reader import TEXT, picture, sample_marks, shown, span
from tests.ui.seat import Seat


def grey(view: ArticleView) -> QImage:
    return picture(view).convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("origin", Origin)
def test_a_conflict_shows_without_colour(qtbot: QtBot, theme: str, origin: Origin) -> None:
    mark = span(TEXT, "OTAN", "alliance", 5, origin)
    view = shown(qtbot, TEXT, [mark])
    view.set_theme(theme)
    plain, room = grey(view), view.mark_rect(mark)
    view.show_marks([mark], conflicts=frozenset({mark.key}))
    contested, more = grey(view), view.mark_rect(mark)
    assert contested != plain
    assert room is not None
    assert more is not None
    assert more.width() > room.width()  # the sign has a place of its own
    view.show_marks([mark])
    assert grey(view) == plain


def test_an_article_is_shown_with_its_conflicts_and_repainted_as_a_fresh_one(qtbot: QtBot) -> None:
    keys = frozenset({("span", 1), ("span", 5)})
    changed = shown(qtbot)
    changed.show_marks(sample_marks(), conflicts=keys)
    QApplication.processEvents()
    fresh = shown(qtbot, TEXT, [])
    grid = changed._attention.grid
    fresh.show_article(TEXT, grid, sample_marks(), conflicts=keys)
    assert picture(fresh) == picture(changed)
    fresh.show_article(TEXT, grid, sample_marks())
    assert picture(fresh) != picture(changed)


def test_the_window_shows_what_another_annotator_decided(seat: Seat) -> None:
    view = seat.window.workbench.view
    seat.press("A")
    assert "en conflit" not in view.focus_words()
    with Project.open(seat.path) as project:
        grace = Session(project, project.add_annotator("Grace"))
        grace.open(1)
        grace.accept(grace.pending())
        kiev: Mark = next(mark for mark in grace.marks() if mark.label == "country")
        grace.relabel(kiev, label="leader")
        grace.set_status(Status.FINISHED)
    assert seat.window.session is not None
    assert not seat.window.session.conflicts()
    seat.window.workbench.refresh()
    seat.click_on("Kiev")
    assert view.focus_words() == "Kiev, pays, accepté, en conflit, 2 sur 3"
    assert [state for state, _, _ in seat.listed] == ["✓", "✓≠", "✓"]
    row = seat.window.workbench.span_list.model().index(1, 0)
    assert "en conflit" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "en conflit" in row.data(Qt.ItemDataRole.ToolTipRole)
    seat.click_on("Zelensky")
    assert "en conflit" not in view.focus_words()
    seat.click_on("Kiev")
    seat.press("1")
    assert view.focus_words() == "Kiev, dirigeant, accepté, 2 sur 3"
    assert [state for state, _, _ in seat.listed] == ["✓", "✓✎", "✓"]
