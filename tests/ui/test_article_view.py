from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Mark, Origin, Span
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.suggestions import Tier
from annotator.core.tokens import snap
from annotator.ui.article_view import ArticleView, ReadingStyle
from annotator.ui.article_view.reading import LINE_HEIGHTS
from annotator.ui.theme import DARK, LIGHT, THEMES, Theme, chip_colours, palette_of
from tests.ui.reader import (
    TEXT,
    Heard,
    click,
    double_click,
    drag,
    grid_of,
    picture,
    place,
    sample_marks,
    shown,
    span,
    suggestion,
    surface,
    word,
)


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    return shown(qtbot)


# Selecting with the mouse


def test_a_drag_takes_whole_words(view: ArticleView) -> None:
    heard = Heard(view)
    drag(view, place(view, "résident"), place(view, "Joe B"))
    assert surface(view) == "président Joe"
    assert heard.made == [view.selection()]


def test_a_drag_backwards_takes_the_same(view: ArticleView) -> None:
    drag(view, place(view, "Joe B"), place(view, "résident"))
    assert surface(view) == "président Joe"


def test_the_elided_article_and_the_punctuation_stay_out(view: ArticleView) -> None:
    drag(view, place(view, "l'I"), place(view, "ie et"))
    assert surface(view) == "Italie"
    drag(view, place(view, "l’"), place(view, "TA"))
    assert surface(view) == "OTAN"


def test_the_preview_is_snapped_while_the_button_is_down(view: ArticleView) -> None:
    heard = Heard(view)
    before = picture(view)
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=place(view, "promis"))
    QTest.mouseMove(port, place(view, "mis à"))
    QTest.mouseMove(port, place(view, "plus"))
    assert surface(view) == "promis à l'Ukraine plus"
    assert heard.made == []
    assert heard.changes >= 1
    assert picture(view) != before
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=place(view, "plus"))
    assert [TEXT[slice(*each)] for each in heard.made] == ["promis à l'Ukraine plus"]


def test_a_double_click_takes_the_word(view: ArticleView) -> None:
    heard = Heard(view)
    for surface_clicked in ("mardi", "Pologne", "a-t-on", "Paris", "dimanche"):
        double_click(view, place(view, surface_clicked))
        assert surface(view) == surface_clicked
    assert len(heard.made) == 5


def test_a_double_click_on_an_elided_article_takes_the_word_after_it(view: ArticleView) -> None:
    double_click(view, place(view, "l'", TEXT[: TEXT.index("Italie")].replace("l'U", "xxx")))
    assert surface(view) == "Italie"


def test_a_double_click_beside_the_text_takes_nothing(view: ArticleView) -> None:
    double_click(view, QPoint(3, place(view, "mardi").y()))
    assert view.selection() is None


def test_a_double_click_then_a_drag_goes_on_by_words(view: ArticleView) -> None:
    port, begin, end = view.viewport(), place(view, "reçoit"), place(view, "Pologne")
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(port, (begin + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert surface(view) == "reçoit la Pologne"


def test_shift_and_click_extend_from_the_cursor(view: ArticleView) -> None:
    click(view, place(view, "reçoit"))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, place(view, "Pologne")
    )
    assert surface(view) == "reçoit la Pologne"


def test_a_click_elsewhere_clears_the_selection(view: ArticleView) -> None:
    drag(view, place(view, "résident"), place(view, "Joe B"))
    heard = Heard(view)
    click(view, place(view, "promis"))
    assert view.selection() is None
    assert heard.changes == 1
    assert heard.made == []


def test_clearing_is_heard_once(view: ArticleView) -> None:
    double_click(view, place(view, "mardi"))
    heard = Heard(view)
    view.clear_selection()
    view.clear_selection()
    assert view.selection() is None
    assert heard.changes == 1


def test_a_drag_below_the_window_scrolls(qtbot: QtBot) -> None:
    text = "Une ligne de texte ordinaire.\n" * 200
    view = shown(qtbot, text, [])
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    QTest.mouseMove(port, QPoint(400, 500))
    QTest.mouseMove(port, QPoint(400, 650))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() != 0, timeout=2000)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(400, 650))
    stopped = view.verticalScrollBar().value()
    qtbot.wait(120)
    assert view.verticalScrollBar().value() == stopped


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                "mot",
                "😀",
                "e\u0301te\u0301",
                "50\u00a0M€",
                "in\u00adter",
                "🇫🇷",
                "שלום",
                "l'OTAN",
                "\u2028",
                "\ufdd0",
                "\t",
                "\n",
                "٣٤",
            ]
        ),
        min_size=1,
        max_size=12,
    ),
    st.data(),
)
def test_every_word_of_any_text_is_where_it_is_painted(qtbot: QtBot, words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    grid = grid_of(text)
    whole = [pair for pair in zip(grid.starts, grid.ends, strict=True) if snap(text, grid, *pair) == pair]
    if not whole:
        return
    chosen = data.draw(st.lists(st.sampled_from(whole), unique=True, max_size=4).map(sorted))
    marks = [
        Mark(start, end, "sum", span=Span(number, start, end, "sum")) for number, (start, end) in enumerate(chosen)
    ]
    view = shown(qtbot, text, marks)
    for start, end in whole:
        rect = view.text_rect(start, end)
        assert rect is not None
        at = QPoint(rect.left() + 5, rect.center().y())
        double_click(view, at)
        assert view.selection() == (start, end), text[start:end]
    view.close()


# Marks and the focus


def test_a_click_on_a_mark_focuses_it_and_one_beside_it_lets_go(view: ArticleView) -> None:
    heard = Heard(view)
    click(view, place(view, "Biden"))
    assert view.focused_mark() == sample_marks()[0]
    click(view, place(view, "promis"))
    assert view.focused_mark() is None
    assert heard.focused == [("span", 1), None]


def test_a_click_on_the_tag_focuses_the_mark(view: ArticleView) -> None:
    rect = view.mark_rect(sample_marks()[0])
    assert rect is not None
    click(view, QPoint(rect.right() - 12, rect.center().y()))
    assert view.focused_mark() == sample_marks()[0]


def test_stepping_goes_through_all_marks_in_text_order_and_stops(view: ArticleView) -> None:
    seen = []
    while view.focus_next():
        focused = view.focused_mark()
        assert focused is not None
        seen.append(focused.key)
    assert seen == [mark.key for mark in sample_marks()]
    back = []
    while view.focus_previous():
        focused = view.focused_mark()
        assert focused is not None
        back.append(focused.key)
    assert back == seen[-2::-1]


def test_stepping_begins_at_the_cursor(view: ArticleView) -> None:
    click(view, place(view, "mardi"))
    assert view.focus_next()
    assert view.focused_mark() == sample_marks()[3]
    click(view, place(view, "mardi"))
    assert view.focus_previous()
    assert view.focused_mark() == sample_marks()[2]


def test_a_mark_far_away_is_scrolled_into_view(qtbot: QtBot) -> None:
    text = "Une ligne de texte ordinaire, assez longue pour être lue.\n" * 500 + "Fin à Kiev."
    view = shown(qtbot, text, [span(text, "Kiev", "country", 9)])
    heard = Heard(view)
    view.focus_mark(("span", 9))
    rect = view.mark_rect(view.marks_in_view()[0])
    assert rect is not None
    assert view.viewport().rect().contains(rect)
    view.focus_mark(None)
    view.focus_mark(("span", 77))
    assert heard.focused == [("span", 9), None]


def test_a_mark_in_view_does_not_scroll(qtbot: QtBot) -> None:
    text = "Une ligne de texte ordinaire.\n" * 4 + "À Kiev.\n" + "Une ligne de texte ordinaire.\n" * 100
    view = shown(qtbot, text, [span(text, "Kiev", "country", 9)])
    assert view.focus_next()
    assert view.verticalScrollBar().value() == 0


def test_mark_at_finds_the_mark_under_a_point(view: ArticleView) -> None:
    assert view.mark_at(place(view, "OTAN")) == sample_marks()[4]
    assert view.mark_at(place(view, "appris")) is None
    assert view.mark_at(QPoint(2, 2)) is None


def test_an_edit_keeps_focus_place_and_selection(qtbot: QtBot) -> None:
    text = "Kiev est loin de Paris et de Rome.\n" + "Une ligne de texte ordinaire.\n" * 200
    marks = [span(text, "Kiev", "country", 1), span(text, "Paris", "country", 2)]
    view = shown(qtbot, text, marks)
    view.focus_mark(("span", 2))
    view.verticalScrollBar().setValue(1)
    heard = Heard(view)
    view.show_marks([*marks, span(text, "Rome", "country", 3)])
    assert view.focused_mark() == marks[1]
    assert view.verticalScrollBar().value() == 1
    assert heard.focused == []


def test_accepting_hands_the_focus_to_the_span(view: ArticleView) -> None:
    view.focus_mark(("suggestion", 2))
    accepted = span(TEXT, "Ukraine", "country", 42, Origin.SUGGESTED)
    view.show_marks([sample_marks()[0], accepted, *sample_marks()[2:]])
    assert view.focused_mark() == accepted


def test_a_moved_boundary_keeps_the_focus(view: ArticleView) -> None:
    view.focus_mark(("span", 1))
    moved = span(TEXT, "président Joe Biden", "leader", 1)
    view.show_marks([moved, *sample_marks()[1:]])
    assert view.focused_mark() == moved


def test_a_removed_mark_loses_the_focus(view: ArticleView) -> None:
    view.focus_mark(("span", 1))
    heard = Heard(view)
    view.show_marks(sample_marks()[1:])
    assert view.focused_mark() is None
    assert heard.focused == [None]


def test_another_article_starts_afresh(view: ArticleView) -> None:
    double_click(view, place(view, "mardi"))
    view.focus_mark(("span", 1))
    double_click(view, place(view, "mardi"))
    heard = Heard(view)
    view.show_article("Autre texte.", grid_of("Autre texte."), [])
    assert view.selection() is None
    assert view.focused_mark() is None
    assert view.cursor_word() is None
    assert heard.changes == 1


# What is painted


def chips(view: ArticleView) -> list[QRect]:
    return [rect for mark in view.marks_in_view() if (rect := view.mark_rect(mark)) is not None]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("points", [9.0, 13.0, 26.0])
def test_no_chip_covers_another_or_the_text_around_it(qtbot: QtBot, language: str, points: float) -> None:
    text = "À l'Ukraine, à la Russie, la Pologne (OTAN) Biden; " * 6
    grid = grid_of(text)
    words = [
        (start, end)
        for start, end in zip(grid.starts, grid.ends, strict=True)
        if text[start:end] in ("Ukraine", "Russie", "Pologne", "OTAN", "Biden")
    ]
    marks = [Mark(start, end, "leader", span=Span(start + 1, start, end, "leader")) for start, end in words]
    view = shown(qtbot, text, marks)
    view.set_labels(DEFAULT_LABELS, language)
    view.set_reading_style(ReadingStyle(points=points))
    QApplication.processEvents()
    rects = chips(view)
    assert len(rects) >= 10
    for index, one in enumerate(rects):
        assert not any(one.adjusted(1, 1, -1, -1).intersects(other) for other in rects[index + 1 :])
    for mark, rect in zip(marks, rects, strict=False):
        following = next((start, end) for start, end in zip(grid.starts, grid.ends, strict=True) if start >= mark.end)
        after = view.text_rect(*following)
        if after is not None and after.top() == rect.top() and text[following[0]].strip():
            assert after.left() + 3 >= rect.right()  # three pixels of padding belong to the preview's own box


@pytest.mark.parametrize("points", [9.0, 13.0, 19.5, 26.0, 40.0])
@pytest.mark.parametrize("line_height", LINE_HEIGHTS)
def test_chips_hold_text_and_tag_and_leave_the_next_line_alone(qtbot: QtBot, points: float, line_height: float) -> None:
    text = "Ébène Égypte " * 30
    marks = [
        Mark(start, start + 6, "country", span=Span(start + 1, start, start + 6, "country", Origin.SUGGESTED))
        for start in range(6, len(text), 13)
    ]
    view = shown(qtbot, text, [])
    view.set_reading_style(ReadingStyle(points=points, line_height=line_height))
    view.show_marks(marks, conflicts=frozenset(mark.key for mark in marks))
    letters = QFontMetricsF(view.font())
    for mark in view.marks_in_view():
        rect, whole = view.mark_rect(mark), view.text_rect(mark.start, mark.end)
        assert rect is not None
        assert whole is not None
        assert rect.height() >= letters.tightBoundingRect("Égypte").height()
        assert rect.width() >= letters.horizontalAdvance("Égypte") + letters.horizontalAdvance("pays") * 0.5
    tops = sorted({rect.top() for mark in view.marks_in_view() if (rect := view.mark_rect(mark)) is not None})
    assert all(below - above >= chips(view)[0].height() for above, below in pairwise(tops))


def test_every_kind_of_mark_looks_different_without_colour(qtbot: QtBot) -> None:
    text = "Dans la ville de Paris."
    kinds = [
        span(text, "Paris", "country", 1, Origin.DRAWN),
        span(text, "Paris", "country", 1, Origin.SUGGESTED),
        span(text, "Paris", "country", 1, Origin.IMPORTED),
        suggestion(text, "Paris", "country", 1, Tier.SURE),
        suggestion(text, "Paris", "country", 1, Tier.LIKELY),
        suggestion(text, "Paris", "country", 1, Tier.UNSURE),
    ]
    view = shown(qtbot, text, [])
    seen = []
    for mark in kinds:
        view.show_marks([mark])
        seen.append(picture(view).convertToFormat(QImage.Format.Format_Grayscale8))
    view.focus_mark(kinds[-1].key)
    seen.append(picture(view).convertToFormat(QImage.Format.Format_Grayscale8))
    for index, one in enumerate(seen):
        assert all(one != other for other in seen[index + 1 :])


@pytest.mark.parametrize("chosen", THEMES.values(), ids=THEMES)
def test_chips_have_their_label_s_colour(qtbot: QtBot, chosen: Theme) -> None:
    view = shown(qtbot)
    view.set_theme(chosen.name)
    image = picture(view)
    assert image.pixelColor(2, 2).name() == chosen.paper
    rect = view.mark_rect(sample_marks()[0])
    assert rect is not None
    colour = chip_colours(DEFAULT_LABELS[0].colour, chosen).fill
    assert image.pixelColor(rect.center().x(), rect.top() + 2).name() == colour


def test_the_theme_follows_the_application_until_one_is_set(qtbot: QtBot, restored_palette: None) -> None:
    view = shown(qtbot)
    QApplication.setPalette(palette_of(DARK))
    QApplication.processEvents()
    assert picture(view).pixelColor(2, 2).name() == DARK.paper
    view.set_theme("light")
    QApplication.setPalette(palette_of(LIGHT))
    QApplication.setPalette(palette_of(DARK))
    QApplication.processEvents()
    assert picture(view).pixelColor(2, 2).name() == LIGHT.paper


@pytest.fixture
def restored_palette(qapp: QApplication) -> Iterator[None]:
    before = QApplication.palette()
    yield
    QApplication.setPalette(before)


def test_an_edit_repaints_what_a_fresh_view_would_paint(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    changed = [
        span(TEXT, "Biden", "country", 1),
        span(TEXT, "800 millions", "sum", 3, Origin.SUGGESTED),
        span(TEXT, "alliés livreront 31 chars", "alliance", 8),
        suggestion(TEXT, "Paris", "leader", 6),
    ]
    QApplication.processEvents()
    view.show_marks(changed)
    kept = view.grab().toImage()
    fresh = shown(qtbot, TEXT, changed)
    assert fresh.grab().toImage() == kept


def test_unknown_labels_are_shown_by_their_id(qtbot: QtBot) -> None:
    with_tag = shown(qtbot, "À Paris.", [span("À Paris.", "Paris", "an-unknown-label", 1)])
    rect = with_tag.mark_rect(with_tag.marks_in_view()[0])
    bare = with_tag.text_rect(2, 7)
    assert rect is not None
    assert bare is not None
    assert rect.width() > 80


def test_a_mark_over_two_lines_has_a_piece_on_each(qtbot: QtBot) -> None:
    text = "mot " * 60
    long = Mark(0, 239, "weapon", span=Span(1, 0, 239, "weapon"))
    view = shown(qtbot, text, [long])
    rect = view.mark_rect(long)
    assert rect is not None
    assert rect.height() > 80
    assert view.mark_at(rect.center()) == long
    assert view.mark_at(QPoint(rect.left() + 5, rect.bottom() - 8)) == long


# Long articles


def test_one_giant_paragraph_is_laid_out_only_where_it_is_seen(qtbot: QtBot) -> None:
    text = "Le ministre a promis des chars à Kiev et des drones à Varsovie. " * 4000 + "Fin à Tallinn."
    marks = [span(text, "Tallinn", "country", 1)]
    view = shown(qtbot, text, marks)
    view.focus_mark(("span", 1))
    double_click(view, place(view, "Tallinn", text))
    assert surface(view, text) == "Tallinn"
    block, laid_out = view.document().firstBlock(), 0
    while block.isValid():
        laid_out += block.layout().lineCount() > 0
        block = block.next()
    assert view.document().blockCount() > 50
    assert laid_out < 12


def test_a_mark_over_the_cut_of_a_giant_paragraph_is_shown_in_both_blocks(qtbot: QtBot) -> None:
    text = "mot " * 3000
    view = shown(qtbot, text, [])
    cut = view.document().findBlockByNumber(1).position() - 1
    mark = Mark(cut - 8, cut + 7, "weapon", span=Span(1, cut - 8, cut + 7, "weapon"))
    view.show_marks([mark])
    view.focus_mark(mark.key)
    for start in (cut - 8, cut + 4):
        rect = view.text_rect(start, start + 3)
        assert rect is not None
        assert view.mark_at(rect.center()) == mark


def test_a_narrower_window_keeps_everything_in_the_column(view: ArticleView) -> None:
    view.resize(320, 500)
    QApplication.processEvents()
    for rect in chips(view):
        assert rect.left() >= 0
        assert rect.right() <= view.viewport().width()


def test_an_empty_article_can_be_clicked_and_stepped_through(qtbot: QtBot) -> None:
    view = shown(qtbot, "", [])
    click(view, QPoint(100, 100))
    double_click(view, QPoint(100, 100))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert not view.focus_next()
    assert not view.focus_previous()
    assert view.selection() is None


def numbered(paragraphs: int) -> str:
    """Paragraphs of very different lengths whose every word says where it is."""
    return "\n".join(" ".join(f"mot{number}" for _ in range(5 + 40 * (number % 7))) for number in range(paragraphs))


def top_of(view: ArticleView) -> int:
    """The first code point of the first word that is wholly in view."""
    for match in re.compile(r"\w+").finditer(view.toPlainText(), view.firstVisibleBlock().position()):
        rect = view.text_rect(*match.span())
        if rect is not None and rect.top() >= 0:
            return match.start()
    raise AssertionError("nothing is in view")


def test_scrolling_up_into_what_was_never_seen_skips_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, numbered(80), [])
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    tops = []
    for _ in range(25):
        QApplication.processEvents()
        tops.append(top_of(view))
        bar.setValue(bar.value() - 3)
    steps = [before - after for before, after in pairwise(tops)]
    assert min(steps) > 0
    assert max(steps) < 4 * 90  # three lines, and no more than a line's length of doubt


def test_another_width_or_size_keeps_the_line_at_the_top(qtbot: QtBot) -> None:
    view = shown(qtbot, numbered(60), [])
    view.verticalScrollBar().setValue(30)
    QApplication.processEvents()
    top = top_of(view)
    for width in (700, 500, 400, 650, 800):
        view.resize(width, 600)
        QApplication.processEvents()
        assert abs(top_of(view) - top) < 90
    assert top_of(view) == top
    view.set_reading_style(ReadingStyle(points=22))
    QApplication.processEvents()
    assert abs(top_of(view) - top) < 90


def test_lines_and_tags_grow_with_the_text(qtbot: QtBot) -> None:
    text = "L'Ukraine.\n\nLa Pologne."
    marks = [Mark(2, 9, "country", span=Span(1, 2, 9, "country"))]
    view = shown(qtbot, text, marks)
    size, chip, below = view.points(), view.mark_rect(marks[0]), view.text_rect(15, 22)
    view.set_points(size + 8)
    assert view.points() == size + 8
    grown = view.mark_rect(marks[0])
    ratio = view.points() / size
    assert grown.width() > 1.3 * chip.width()
    assert grown.height() >= 0.9 * ratio * chip.height()
    assert view.text_rect(15, 22).top() > 0.8 * ratio * below.top()
    view.set_points(1000)
    assert view.points() < 100


# Keys


def test_arrows_move_by_word_over_what_no_span_begins_with(view: ArticleView) -> None:
    click(view, place(view, "promis"))
    seen = []
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right)
        seen.append(word(view))
    assert seen == ["à", "Ukraine", "plus", "de"]
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert word(view) == "plus"


def test_the_first_arrow_shows_the_cursor_and_focuses_what_is_there(view: ArticleView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert word(view) == "Le"
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.focused_mark() == sample_marks()[0]
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.focused_mark() is None


def test_shift_and_arrows_select_and_shrink_again(view: ArticleView) -> None:
    click(view, place(view, "reçoit"))
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert surface(view) == "reçoit la Pologne"
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert surface(view) == "reçoit la"
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert surface(view) == "Paris reçoit"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selection() is None


def test_control_goes_by_sentence_and_paragraph(view: ArticleView) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    click(view, place(view, "appris"))
    QTest.keyClick(view, Qt.Key.Key_Right, control)
    assert word(view) == "Aucune"
    QTest.keyClick(view, Qt.Key.Key_Left, control)
    assert word(view) == "Les"
    QTest.keyClick(view, Qt.Key.Key_Down, control)
    assert word(view) == "A"
    QTest.keyClick(view, Qt.Key.Key_End, control)
    assert word(view) == "dimanche"
    QTest.keyClick(view, Qt.Key.Key_Home, control)
    assert word(view) == "Le"


def test_up_and_down_keep_their_place_in_the_line(qtbot: QtBot) -> None:
    text = "Une longue ligne pour commencer ici.\nCourt.\nUne longue ligne pour continuer ici."
    view = shown(qtbot, text, [])
    click(view, place(view, "commencer", text))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert word(view, text) == "Court"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert word(view, text) == "continuer"
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert word(view, text) == "commencer"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert word(view, text) == "ici"
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert word(view, text) == "Une"


def test_page_down_scrolls_and_takes_the_cursor_along(qtbot: QtBot) -> None:
    text = "Une ligne de texte ordinaire.\n" * 200
    view = shown(qtbot, text, [])
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 10
    found = view.cursor_word()
    assert found is not None
    assert view.text_rect(*found) is not None
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert word(view, text) == "Une"


DECIDING = ["1", "A", "X", "Return", "Ctrl+Return", "Del", "Backspace", "Esc"]
MOVING = ["Tab", "Shift+Tab", "Alt+Left", "Alt+Shift+Right"]
EDITING = ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+A", "Ctrl+V"]


@pytest.mark.parametrize("keys", DECIDING + MOVING + EDITING)
def test_the_window_s_keys_reach_the_window(qtbot: QtBot, keys: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = ArticleView(window)
    window.setCentralWidget(view)
    view.show_article(TEXT, grid_of(TEXT), sample_marks())
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence(keys), window)
    shortcut.activated.connect(lambda: pressed.append(keys))
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keySequence(view, QKeySequence(keys))
    assert pressed == [keys]


def test_typing_changes_nothing(view: ArticleView) -> None:
    shown_before = view.toPlainText()
    QTest.keyClicks(view, "Bonjour")
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.toPlainText() == shown_before


def test_copying_gives_the_article_s_own_characters(qtbot: QtBot) -> None:
    text = "Près de 50\u00a0M€\u2028pour Kiev."
    view = shown(qtbot, text, [])
    drag(view, place(view, "50", text), place(view, "Kiev", text))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "50\u00a0M€\u2028pour Kiev"


def test_the_wheel_scrolls_and_with_control_sets_the_size_of_the_text(qtbot: QtBot) -> None:
    view = shown(qtbot, "Une ligne de texte ordinaire.\n" * 100, [])
    points = view.points()

    def turn(modifiers: Qt.KeyboardModifier) -> QWheelEvent:
        middle = QPointF(300, 300)
        none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(middle, middle, QPoint(), QPoint(0, -120), none, modifiers, phase, False)
        QApplication.sendEvent(view.viewport(), event)
        return event

    turn(Qt.KeyboardModifier.ControlModifier)
    assert view.points() == view.font().pointSizeF() == points - 1
    assert view.verticalScrollBar().value() == 0
    turn(Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0
    assert view.points() == points - 1
