"""Charts: what is drawn can be seen in every theme, the table has the same numbers, and files are read back."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.errors import UserError
from annotator.ui import language
from annotator.ui.statistics.chart_export import file_name
from annotator.ui.statistics.chart_values import Series
from annotator.ui.statistics.charts import ChartView, bar_chart, column_chart, interval_chart, line_chart
from annotator.ui.statistics.drills import Articles
from annotator.ui.theme import LIGHT, THEMES, Theme, contrast, palette_of
from tests.ui.seat import rows_of

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
DAYS = [date(2022, 2, 24) + timedelta(each) for each in range(30)]


def bars() -> ChartView:
    spans = Series("", [40, 10, 0], colours=["#fff200", "#101010", "#5ab4e8"])
    return bar_chart("Annotations", ["pays", "dirigeant", "somme"], [spans], "annotations", places_name="étiquette")


def stacked() -> ChartView:
    series = [Series("acceptées", [12, 30]), Series("rejetées", [3, 4])]
    return bar_chart("Décisions", ["pays", "arme"], series, "décisions", stacked=True)


def lines() -> ChartView:
    series = [
        Series("pays", [float(each) for each in range(30)], "#fff200"),
        Series("arme", [None if each == 7 else each * 0.98 for each in range(30)], "#101010"),
        Series("prévu", [None] * 20 + [each * 2.0 for each in range(10)], dashed=True),
    ]
    return line_chart("Au fil du temps", DAYS, series, "annotations")


def columns() -> ChartView:
    return column_chart("Par jour", DAYS, [Series("", [each % 5 for each in range(30)])], "articles")


def intervals() -> ChartView:
    series = [Series("", [0.87, 0.95, None], low=[0.8, 0.93, None], high=[0.92, 0.97, None])]
    return interval_chart("Précision", ["dirigeant", "pays", "arme"], series)


KINDS = {"bars": bars, "stacked": stacked, "lines": lines, "columns": columns, "intervals": intervals}
kinds = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def palette() -> Iterator[None]:
    before = QApplication.palette()
    yield
    QApplication.setPalette(before)


@pytest.fixture(params=["fr", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    before = language.language()
    language.install(request.param)
    yield request.param
    language.install(before)


def shown(chart: ChartView, qtbot: QtBot, *, width: int = 700) -> ChartView:
    qtbot.addWidget(chart)
    chart.resize(width, chart.sizeHint().height())
    chart.show()
    chart.resize(width, chart.sizeHint().height())
    QApplication.processEvents()
    return chart


def colours(image: QImage) -> Counter[str]:
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return Counter({f"#{value & 0xFFFFFF:06x}": count for value, count in Counter(pixels).items()})


@kinds
@themes
def test_marks_and_words_are_seen_on_the_paper_of_every_theme(
    kind: str, theme: Theme, qtbot: QtBot, palette: None
) -> None:
    QApplication.setPalette(palette_of(theme))
    chart = shown(KINDS[kind](), qtbot)
    seen = colours(chart.plot.grab().toImage())
    ground, _ = seen.most_common(1)[0]
    assert ground == theme.paper
    marks = {brush for each in chart.chart.series for brush in chart.plot.brushes(each)}
    assert sum(seen[mark] for mark in marks) > 60  # drawn in just these
    assert all(contrast(mark, theme.paper) >= 3 for mark in marks)
    # Every other colour of some extent is words, hairlines, or lies between a mark and the paper.
    assert any(contrast(each, ground) >= theme.text_contrast for each in (theme.ink, theme.muted) if seen[each])


def test_a_chart_follows_the_theme(qtbot: QtBot, palette: None) -> None:
    chart = shown(bars(), qtbot)
    for theme in THEMES.values():
        chart.setPalette(palette_of(theme))
        QApplication.processEvents()
        assert colours(chart.plot.grab().toImage()).most_common(1)[0][0] == theme.paper


@kinds
def test_nothing_is_cut_off_where_it_is_narrow(kind: str, qtbot: QtBot) -> None:
    chart = shown(KINDS[kind](), qtbot, width=380)
    edge = chart.plot.grab().toImage()
    paper = chart.plot.theme.paper
    right = Counter(edge.pixelColor(edge.width() - 1, y).name() for y in range(edge.height()))
    ink = [colour for colour in right if contrast(colour, paper) > 3]
    assert not ink or kind == "columns"  # columns go up to the edge, words do not


def test_bars_are_to_one_scale(qtbot: QtBot) -> None:
    chart = shown(bars(), qtbot)
    image = chart.plot.grab().toImage()
    first, second, _ = chart.plot.brushes(chart.chart.series[0])
    widths = [
        max(sum(image.pixelColor(x, y).name() == colour for x in range(image.width())) for y in range(image.height()))
        for colour in (first, second)
    ]
    assert widths[0] == pytest.approx(4 * widths[1], abs=5)


# For those who do not see it


def test_its_values_are_told(qtbot: QtBot, spoken: str) -> None:
    chart = shown(bars(), qtbot)
    colon = " : " if spoken == "fr" else ": "
    assert chart.accessibleDescription().replace("\u00a0", " ") == ", ".join(
        f"{name}{colon}{value}" for name, value in (("pays", 40), ("dirigeant", 10), ("somme", 0))
    )


def test_the_table_takes_the_place_of_the_drawing_and_its_links_lead_on(qtbot: QtBot) -> None:
    drill = Articles((1, 2), "pays")
    made = bar_chart(
        "Annotations", ["pays"], [Series("", [1240])], "annotations", places_name="étiquette", drills=[drill]
    )
    chart = shown(made, qtbot)
    QTest.keyClick(chart.as_table, Qt.Key.Key_Space)
    assert chart.table.isVisible()
    assert not chart.plot.isVisible()
    assert rows_of(chart.table) == [("pays", "1\u202f240")]
    with qtbot.waitSignal(chart.followed) as told:
        chart.table.setFocus()
        QTest.keyClick(chart.table, Qt.Key.Key_Return)
    assert told.args == [drill]
    QTest.keyClick(chart.as_table, Qt.Key.Key_Space)
    assert chart.plot.isVisible()


# The hand


def test_the_drawing_leaves_the_wheel_and_the_mouse_to_the_page(qtbot: QtBot) -> None:
    chart = lines()
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    tall = QWidget()
    chart.setParent(tall)
    chart.resize(700, 400)
    tall.setMinimumSize(700, 3000)
    area.setWidget(tall)
    area.resize(720, 300)
    area.show()
    QApplication.processEvents()
    before = chart.plot.box.viewRange()
    spot = chart.plot.viewport().mapTo(area, QPoint(300, 60))
    target = area.childAt(spot)
    place = QPointF(target.mapFrom(area, spot))
    wheel = QWheelEvent(
        place,
        QPointF(target.mapToGlobal(place.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, wheel)
    assert not wheel.isAccepted()  # it goes on to the page, which scrolls
    assert target is chart  # the drawing lets the mouse through
    assert chart.plot.box.viewRange() == before
    assert QApplication.activePopupWidget() is None


# Files


@kinds
def test_a_picture_is_read_back(kind: str, qtbot: QtBot, tmp_path: Path, palette: None) -> None:
    QApplication.setPalette(palette_of(THEMES["dark"]))
    chart = shown(KINDS[kind](), qtbot)
    chart.save(tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert image.width() == 1600
    assert colours(image).most_common(1)[0][0] == LIGHT.paper  # documents are light
    assert len(colours(image)) > 10
    chart.save(tmp_path / "a.svg")
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    assert root.get("viewBox") == "0 0 800 " + str(image.height() // 2)
    said = " ".join("".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text"))
    assert chart.chart.title in said
    for each in (*chart.chart.places[:1], *(series.name for series in chart.chart.series)):
        assert str(each) in said or isinstance(each, date)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "a.svg"]


def test_a_csv_has_the_numbers_and_what_has_none_is_empty(tmp_path: Path, qtbot: QtBot, spoken: str) -> None:
    for chart in (lines(), intervals()):
        qtbot.addWidget(chart)
        chart.save(tmp_path / f"{chart.chart.kind.name}.csv")
    with (tmp_path / "LINES.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["", "pays", "arme", "prévu"]
    assert rows[1] == ["2022-02-24", "0", "0", ""]
    assert rows[8] == ["2022-03-03", "7", "", ""]
    with (tmp_path / "INTERVALS.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == ["dirigeant", "0.87", "0.8", "0.92"]


def test_words_that_look_like_a_formula_are_none_in_a_spreadsheet(tmp_path: Path, qtbot: QtBot) -> None:
    chart = bar_chart("t", ["=1+1"], [Series("", [1])], "annotations", places_name="mot")
    qtbot.addWidget(chart)
    chart.save(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text("utf-8").splitlines()[1] == "'=1+1,1"


@pytest.mark.parametrize("suffix", [".csv", ".svg", ".png"])
def test_where_it_cannot_be_written_a_sentence_says_so_and_nothing_is_left(
    suffix: str, tmp_path: Path, qtbot: QtBot
) -> None:
    chart = bars()
    qtbot.addWidget(chart)
    (tmp_path / f"a{suffix}").mkdir()
    with pytest.raises(UserError, match=r"could not be written"):
        chart.save(tmp_path / f"a{suffix}")
    with pytest.raises(UserError, match=r"no such file or folder"):
        chart.save(tmp_path / "nowhere" / f"a{suffix}")
    assert [path.name for path in tmp_path.iterdir()] == [f"a{suffix}"]


def test_files_are_called_as_the_chart_is() -> None:
    assert file_name("Accord : Ada / Zoé ?", ".csv") == "Accord Ada Zoé.csv"
    assert file_name("...", ".svg") == "annotator.svg"
    assert len(file_name("a" * 300, ".png")) == 84
