from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Mark, Span
from annotator.core.suggestions import Tier
from annotator.ui.article_view import ArticleView
from annotator.ui.article_view.attention import Attention, MarkKey
from annotator.ui.article_view.gestures import MovingEdge
from tests.strategies import word_grid
from tests.ui.reader import TEXT, Heard, click, drag, picture, place, sample_marks, shown, span, suggestion, surface

BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    return shown(qtbot)


def edges(view: ArticleView, mark: Mark) -> tuple[QPoint, QPoint]:
    """Where to take hold of the start and the end of a mark on one line."""
    rect = view.mark_rect(mark)
    assert rect is not None
    return QPoint(rect.left() + 1, rect.center().y()), QPoint(rect.right() - 2, rect.center().y())


def words(heard: Heard, text: str = TEXT) -> list[tuple[object, str]]:
    return [(key, text[start:end]) for key, start, end in heard.resized]


def test_dragging_the_end_takes_words_in_and_leaves_them_out(view: ArticleView) -> None:
    heard = Heard(view)
    biden = sample_marks()[0]
    drag(view, edges(view, biden)[1], place(view, "promis"))
    drag(view, edges(view, biden)[1], place(view, "Joe"))
    assert words(heard) == [(biden.key, "Joe Biden a promis"), (biden.key, "Joe")]
    assert view.selection() is None
    assert heard.made == []


def test_dragging_the_start_does_the_same_to_a_suggestion(view: ArticleView) -> None:
    heard = Heard(view)
    weapon = sample_marks()[3]
    drag(view, edges(view, weapon)[0], place(view, "alliés"))
    drag(view, edges(view, weapon)[0], place(view, "brams"))
    assert words(heard) == [(weapon.key, "alliés livreront 31 chars Abrams"), (weapon.key, "Abrams")]


def test_into_the_mark_the_edge_goes_as_far_as_the_hand(view: ArticleView) -> None:
    heard = Heard(view)
    money = sample_marks()[2]
    start = edges(view, money)[1]
    last = view.text_rect(TEXT.index("dollars"), TEXT.index("dollars") + 7)
    assert last is not None
    drag(view, start, start - QPoint(last.width() - 4, 0))  # no farther than the last word is wide: not over the tag
    assert words(heard) == [(money.key, "800 millions")]  # "de" is left out, but for what a person drags onto it


@pytest.mark.parametrize("points", [9.0, 19.5, 26.0])
def test_edges_are_where_they_are_painted_at_every_size(view: ArticleView, points: float) -> None:
    heard = Heard(view)
    view.set_points(points)
    QApplication.processEvents()
    ukraine = sample_marks()[1]
    drag(view, edges(view, ukraine)[1], place(view, "plus"))
    drag(view, edges(view, ukraine)[0], place(view, "promis"))
    assert words(heard) == [(ukraine.key, "Ukraine plus"), (ukraine.key, "promis à l'Ukraine")]


def test_the_preview_lives_while_the_button_is_down(view: ArticleView) -> None:
    heard = Heard(view)
    before = picture(view)
    start, end = edges(view, sample_marks()[0])[1], place(view, "promis")
    QTest.mousePress(view.viewport(), BUTTON, pos=start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    assert picture(view) != before
    assert heard.resized == []
    QTest.mouseRelease(view.viewport(), BUTTON, pos=end)
    assert len(heard.resized) == 1
    QTest.mouseMove(view.viewport(), QPoint(400, 500))
    assert picture(view) == before


def test_escape_leaves_the_mark_where_it_was_and_is_the_window_s_otherwise(view: ArticleView) -> None:
    heard, dismissed = Heard(view), []
    shortcut = QShortcut(QKeySequence("Escape"), view)
    shortcut.activated.connect(lambda: dismissed.append(True))
    before = picture(view)
    start, end = edges(view, sample_marks()[0])[1], place(view, "promis")
    QTest.mousePress(view.viewport(), BUTTON, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert picture(view) == before
    QTest.mouseMove(view.viewport(), end - QPoint(5, 0))
    QTest.mouseRelease(view.viewport(), BUTTON, pos=end)
    assert heard.resized == []
    assert dismissed == []
    assert view.focused_mark() is None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert dismissed == [True]


def test_escape_gives_back_the_selection_a_drag_began_with(view: ArticleView) -> None:
    drag(view, place(view, "résident"), place(view, "Le"))
    assert surface(view) == "Le président"
    QTest.mousePress(view.viewport(), BUTTON, pos=place(view, "mardi"))
    QTest.mouseMove(view.viewport(), place(view, "plus"))
    assert surface(view) != "Le président"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert surface(view) == "Le président"


def test_the_edge_stops_at_the_neighbour(view: ArticleView) -> None:
    heard = Heard(view)
    biden, ukraine, money = sample_marks()[:3]
    drag(view, edges(view, biden)[1], place(view, "millions"))
    drag(view, edges(view, money)[0], place(view, "promis"))
    drag(view, edges(view, ukraine)[0], place(view, "résident"))
    assert words(heard) == [
        (biden.key, "Joe Biden a promis à"),
        (money.key, "plus de 800 millions de dollars"),
        (ukraine.key, "a promis à l'Ukraine"),
    ]


def test_a_press_on_an_edge_that_stays_there_is_a_click(view: ArticleView) -> None:
    heard = Heard(view)
    click(view, edges(view, sample_marks()[0])[1])
    assert view.focused_mark() == sample_marks()[0]
    drag(view, edges(view, sample_marks()[0])[1], edges(view, sample_marks()[0])[1] + QPoint(12, 0))
    assert heard.resized == []


def test_the_pointer_says_where_an_edge_is(view: ArticleView) -> None:
    port = view.viewport()
    start, end = edges(view, sample_marks()[0])
    shapes = []
    for at in (place(view, "Biden"), start, place(view, "résident"), end, end + QPoint(12, 0)):
        QTest.mouseMove(port, at)
        QApplication.processEvents()
        shapes.append(port.cursor().shape())
    text, edge = Qt.CursorShape.IBeamCursor, Qt.CursorShape.SizeHorCursor
    assert shapes == [text, edge, text, edge, text]


def test_words_beside_a_chip_are_selected_as_ever(view: ArticleView) -> None:
    heard = Heard(view)
    drag(view, place(view, "a promis"), place(view, "à l'"))
    assert surface(view) == "promis à"
    drag(view, place(view, "résident"), place(view, "Joe"))
    assert surface(view) == "président Joe"
    assert heard.resized == []


def test_the_edge_of_a_mark_over_two_lines_moves_too(qtbot: QtBot) -> None:
    text = "mot " * 60
    long = Mark(0, 239, "weapon", span=Span(1, 0, 239, "weapon"))
    view = shown(qtbot, text, [long])
    heard = Heard(view)
    last = view.text_rect(236, 239)
    inside = view.text_rect(8, 11)
    assert last is not None
    assert inside is not None
    found = [
        QPoint(x, last.center().y())
        for x in range(last.left(), view.viewport().width())
        if view.mark_at(QPoint(x, last.center().y())) == long
    ]
    drag(view, found[-1] - QPoint(1, 0), inside.center())
    assert heard.resized == [(long.key, 0, 11)]


@pytest.mark.parametrize("begin", [1, 20])
def test_a_drag_beside_the_text_selects_nothing(view: ArticleView, begin: int) -> None:
    heard = Heard(view)
    first, last = place(view, "Joe"), place(view, "appris")
    left = view.text_rect(0, 2)
    assert left is not None
    drag(view, QPoint(begin, first.y() - 6), QPoint(left.left() - 8, first.y() + 6))
    assert view.selection() is None
    drag(view, QPoint(begin, first.y()), QPoint(begin + 3, last.y()))
    assert view.selection() is None
    right = view.viewport().width() - begin
    drag(view, QPoint(right, last.y() - 6), QPoint(right - 3, last.y() + 6))
    assert view.selection() is None
    assert heard.made == []


def test_a_drag_from_the_margin_into_the_text_selects(view: ArticleView) -> None:
    y = place(view, "Joe").y()
    drag(view, QPoint(2, y), place(view, "résident"))
    assert surface(view) == "Le président"


# The gesture itself, on any text

MARKED = "« Le chef (Joe Biden), l'Ukraine et 5 euros » : l'OTAN."


def moving(marks: list[Mark], mark: Mark, *, at_start: bool) -> tuple[MovingEdge, Attention, list[tuple[int, int]]]:
    def nothing(*_: object) -> None:
        pass

    told: list[tuple[int, int]] = []

    def resized(_key: MarkKey, start: int, end: int) -> None:
        told.append((start, end))

    attention = Attention(repaint=nothing, selection_changed=nothing, focus_changed=nothing)
    attention.begin(MARKED, word_grid(MARKED), marks)
    return MovingEdge(attention, mark, at_start=at_start, resized=resized), attention, told


@given(st.booleans(), st.integers(0, 2), st.lists(st.none() | st.integers(-1, len(MARKED) + 1), min_size=1, max_size=4))
def test_wherever_the_hand_goes_the_mark_stays_on_the_grid_and_off_its_neighbours(
    at_start: bool, index: int, points: list[int | None]
) -> None:
    marks = [
        span(MARKED, "Joe Biden", "leader", 1),
        suggestion(MARKED, "Ukraine", "country", 2, Tier.LIKELY),
        span(MARKED, "OTAN", "alliance", 3),
    ]
    mark = marks[index]
    gesture, attention, told = moving(marks, mark, at_start=at_start)
    for point in points:
        gesture.move(point)
        extent = attention.preview or (mark.start, mark.end)
        assert attention.grid.holds(*extent)
        assert (extent[1] if at_start else extent[0]) == (mark.end if at_start else mark.start)
        assert all(other is mark or other.end <= extent[0] or other.start >= extent[1] for other in marks)
    shown_last = attention.preview
    gesture.end()
    assert attention.preview is None
    assert told == ([shown_last] if shown_last not in (None, (mark.start, mark.end)) else [])


def test_a_cancelled_gesture_asks_for_nothing() -> None:
    marks = [span(MARKED, "Joe Biden", "leader", 1)]
    gesture, attention, told = moving(marks, marks[0], at_start=False)
    gesture.move(len(MARKED))
    assert attention.preview is not None
    gesture.cancel()
    assert attention.preview is None
    assert told == []
