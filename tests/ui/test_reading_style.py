from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.article_view import ArticleView, ReadingStyle
from annotator.ui.article_view.reading import COLUMNS, LINE_HEIGHTS, POINTS, TYPEFACES
from tests.ui.reader import shown

STYLES = st.builds(
    ReadingStyle,
    st.sampled_from(sorted(TYPEFACES)),
    st.floats(*POINTS),
    st.floats(*LINE_HEIGHTS),
    st.integers(*COLUMNS),
)


@given(STYLES)
def test_settings_give_back_what_they_keep(style: ReadingStyle) -> None:
    assert ReadingStyle.from_settings(json.loads(json.dumps(style.to_settings()))) == style


@given(
    st.none()
    | st.integers()
    | st.dictionaries(
        st.sampled_from(["typeface", "points", "line_height", "columns", "else"]),
        st.none() | st.booleans() | st.text(max_size=3) | st.integers() | st.floats() | st.just("serif"),
    )
)
def test_whatever_settings_hold_there_is_a_style_one_can_read(kept: object) -> None:
    style = ReadingStyle.from_settings(kept)
    assert style.families
    assert POINTS[0] <= style.points <= POINTS[1]
    assert LINE_HEIGHTS[0] <= style.line_height <= LINE_HEIGHTS[1]
    assert COLUMNS[0] <= style.columns <= COLUMNS[1]
    assert isinstance(style.columns, int)


WORDS = "Le ministre des armées a dit que la guerre serait longue et que les alliés tiendraient jusque dans l'hiver "


def full_line(view: ArticleView) -> int:
    """How many characters stand on the first line of a long paragraph."""
    first = view.text_rect(0, 1)
    assert first is not None
    return next(
        end for end in range(1, 200) if (rect := view.text_rect(0, end)) is not None and rect.height() > first.height()
    )


def pitch(view: ArticleView) -> int:
    """How far the first two lines are apart."""
    below = full_line(view)
    lines = [view.text_rect(at, at + 1) for at in (0, below)]
    return lines[1].top() - lines[0].top() if lines[0] is not None and lines[1] is not None else 0


@pytest.mark.parametrize("typeface", sorted(TYPEFACES))
@pytest.mark.parametrize("points", [10.0, 16.0])
@pytest.mark.parametrize("columns", COLUMNS)
def test_the_column_is_measured_in_characters(qtbot: QtBot, typeface: str, points: float, columns: int) -> None:
    view = shown(qtbot, WORDS * 6, [])
    view.resize(1600, 600)
    view.set_reading_style(ReadingStyle(typeface, points, 1.8, columns))
    QApplication.processEvents()
    assert columns - 14 <= full_line(view) <= columns + 4  # a word that does not fit goes down


def test_each_choice_changes_what_it_says(qtbot: QtBot) -> None:
    view = shown(qtbot, WORDS * 6, [])
    view.resize(1600, 600)
    plain = ReadingStyle()
    view.set_reading_style(plain)
    width, apart = QFontMetricsF(view.font()).horizontalAdvance(WORDS), pitch(view)
    view.set_reading_style(ReadingStyle("sans"))
    assert QFontMetricsF(view.font()).horizontalAdvance(WORDS) != width
    view.set_reading_style(ReadingStyle(line_height=2.4))
    assert pitch(view) > apart > 0
    assert view.reading_style() == ReadingStyle(line_height=2.4)


@pytest.mark.parametrize(
    "style",
    [ReadingStyle("sans"), ReadingStyle(points=26), ReadingStyle(line_height=2.4), ReadingStyle(columns=60)],
    ids=["typeface", "size", "line height", "column"],
)
def test_another_style_keeps_the_reading_place(qtbot: QtBot, style: ReadingStyle) -> None:
    text = "\n".join(" ".join(f"mot{number}" for _ in range(5 + 40 * (number % 7))) for number in range(60))
    view = shown(qtbot, text, [])
    view.verticalScrollBar().setValue(40)
    QApplication.processEvents()

    def on_top() -> int:
        return next(at for at in range(0, len(text), 4) if (rect := view.text_rect(at, at + 1)) and rect.top() >= 0)

    top = on_top()
    for each in (style, ReadingStyle(), style):
        view.set_reading_style(each)
        QApplication.processEvents()
        assert abs(on_top() - top) < 2 * COLUMNS[1]
    view.set_reading_style(ReadingStyle())
    QApplication.processEvents()
    assert on_top() == top
