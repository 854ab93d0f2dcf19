"""Charts for the screens of the statistics: each also a table, and a CSV, SVG or PNG file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.dates import date_words
from annotator.ui.language import translate
from annotator.ui.statistics.chart_values import Chart, Kind, Number, Series
from annotator.ui.statistics.tables import Cell, Given, Table
from annotator.ui.theme import theme_of
from annotator.ui.wording import explained, number_words, share_words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from annotator.ui.statistics.drills import Drill

_TOLD = 20
"""Values that a screen reader is told of a chart; all of them are in its table."""


def bar_chart(
    title: str,
    categories: Sequence[str],
    series: Sequence[Series],
    unit: str,
    *,
    places_name: str = "",
    stacked: bool = False,
    drills: Sequence[Drill | None] = (),
    cells: Sequence[Sequence[Drill | None]] = (),
) -> ChartView:
    """Return bars from the left with their names before and their numbers behind.

    Args:
        title: what the chart shows; its files are named so too.
        categories: the names, from the top.
        series: the numbers.
        unit: of the numbers, such as ``"articles"``; ``"%"`` where they are shares, 0 to 1.
        places_name: what the names are names of, for the table.
        stacked: the bars of a name stand behind one another.
        drills: where each name leads in the table, and its number where there is one series.
        cells: where each number of each series leads in the table.
    """
    return ChartView(Chart(title, Kind.BARS, categories, series, unit, places_name, stacked), drills, cells)


def column_chart(
    title: str,
    places: Sequence[str | date | float],
    series: Sequence[Series],
    unit: str,
    *,
    places_name: str = "",
    stacked: bool = False,
    drills: Sequence[Drill | None] = (),
    cells: Sequence[Sequence[Drill | None]] = (),
) -> ChartView:
    """Return columns side by side in the order of their places: for lengths, days, months. See `bar_chart`."""
    return ChartView(Chart(title, Kind.COLUMNS, places, series, unit, places_name, stacked), drills, cells)


def line_chart(
    title: str,
    dates: Sequence[date | float],
    series: Sequence[Series],
    unit: str,
    *,
    places_name: str = "",
    drills: Sequence[Drill | None] = (),
) -> ChartView:
    """Return lines over days or numbers, each named where it ends. See `bar_chart`."""
    return ChartView(Chart(title, Kind.LINES, dates, series, unit, places_name), drills)


def interval_chart(
    title: str,
    categories: Sequence[str],
    series: Sequence[Series],
    unit: str = "%",
    *,
    places_name: str = "",
    drills: Sequence[Drill | None] = (),
) -> ChartView:
    """Return a dot for each name, with how far it may be out (`Series.low`, `Series.high`). See `bar_chart`."""
    return ChartView(Chart(title, Kind.INTERVALS, categories, series, unit, places_name), drills)


class ChartView(QWidget):
    """A chart under its title, with buttons for its table and its files. It is drawn when it is first seen.

    Signals:
        followed: a `Drill` of its table.
        save_requested: the chart is to be written to a file with this ending: ``".csv"``, ``".svg"``, ``".png"``.
    """

    followed = Signal(object)
    save_requested = Signal(str)

    def __init__(
        self,
        chart: Chart,
        drills: Sequence[Drill | None] = (),
        cells: Sequence[Sequence[Drill | None]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chart = chart
        self._drills = drills
        self._cells = cells or ([drills] if len(chart.series) == 1 else ())
        self._plot: QWidget | None = None
        self._table: Table | None = None
        self.setObjectName("chart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(self._said())
        self.title = QLabel(chart.title, self)
        self.title.setObjectName("chart_title")
        self.title.setWordWrap(True)
        self.as_table = QPushButton(self.tr("Tableau"), self)
        self.as_table.setCheckable(True)
        self.as_table.setAccessibleName(explained(self.tr("Tableau"), chart.title))
        self.as_table.toggled.connect(self._turn)
        self.saving = QPushButton(self.tr("Enregistrer"), self)
        self.saving.setAccessibleName(explained(self.tr("Enregistrer"), chart.title))
        menu = QMenu(self.saving)
        for suffix, words in ((".csv", self.tr("CSV…")), (".svg", self.tr("SVG…")), (".png", self.tr("PNG…"))):
            menu.addAction(words).triggered.connect(lambda _=False, suffix=suffix: self.save_requested.emit(suffix))
        self.saving.setMenu(menu)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for button in (self.as_table, self.saving):
            button.setObjectName("chart_button")
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)

    # What is seen

    @property
    def plot(self) -> Any:
        """The drawing, made where there is none yet."""
        if self._plot is None:
            from annotator.ui.statistics.plots import plot_of

            self._plot = plot_of(self.chart, theme_of(self.palette()), self.font(), self)
            self._column.addWidget(self._plot)
            self._plot.setFixedHeight(self._plot.sizeHint().height())
            self._plot.setVisible(not self.as_table.isChecked())
        return self._plot

    @property
    def table(self) -> Table:
        """The numbers as a table, made where there is none yet."""
        if self._table is None:
            columns = self.chart.columns()
            rows: list[list[Given]] = []
            for at, place in enumerate(self.chart.places):
                drill = self._drills[at] if at < len(self._drills) else None
                cells = [self._cell(each[at], self._leads(column, at)) for column, (_, each) in enumerate(columns)]
                rows.append([Cell(place_words(place), None, drill), *cells])
            heads = [self.chart.places_name, *(name or self.chart.unit for name, _ in columns)]
            self._table = Table(self.chart.title, heads, rows, self)
            self._table.followed.connect(self.followed)
            self._table.save_requested.connect(lambda: self.save_requested.emit(".csv"))
            self._column.addWidget(self._table)
        return self._table

    def _leads(self, column: int, at: int) -> Drill | None:
        """Return where a number leads; beside the first series, those that are no series lead nowhere."""
        known = self._cells[column] if column < len(self._cells) else ()
        return known[at] if at < len(known) else None

    def _cell(self, value: Number, drill: Drill | None) -> Given:
        if value is None:
            return None
        return Cell(value_words(value, shares=self.chart.shares), value, drill if value or self.chart.shares else None)

    def _turn(self, to_table: bool) -> None:
        if to_table:
            self.table.show()
        elif self._table is not None:
            self._table.hide()
        self.plot.setVisible(not to_table)

    def _said(self) -> str:
        said = [
            explained(" ".join(filter(None, (place_words(place), name))), value_words(value, shares=self.chart.shares))
            for at, place in enumerate(self.chart.places)
            for name, values in self.chart.columns()
            if (value := values[at]) is not None
        ]
        return ", ".join(said[:_TOLD]) + (", …" if len(said) > _TOLD else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.as_table.isChecked():
            self.plot.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._plot is not None:
            old, self._plot = self._plot, None
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
            if self.isVisible():
                self.plot.setVisible(not self.as_table.isChecked())

    # Files

    def save(self, path: Path) -> None:
        """Write the chart to a file: as a table where it ends in ``.csv``, else as a picture.

        Pictures are drawn on light paper, whatever the theme of the window, since that is what documents are.

        Raises:
            UserError: it cannot be written.
        """
        from annotator.ui.statistics import chart_export

        if path.suffix == ".csv":
            chart_export.save_rows(path, *chart_export.rows_of_chart(self.chart))
        else:
            from annotator.ui.statistics.plots import save_picture

            chart_export.save_with(path, lambda aside: save_picture(self.chart, self.font(), aside, path.suffix))


def place_words(place: str | date | float) -> str:
    """Say a place of a chart as the window's language does."""
    if isinstance(place, date):
        return date_words(place.isoformat())
    return place if isinstance(place, str) else value_words(place, shares=False)


def value_words(value: float, *, shares: bool) -> str:
    """Say a value of a chart as the window's language does."""
    from annotator.ui.language import locale

    if shares:
        return share_words(value)
    if float(value).is_integer():
        return number_words(int(value))
    return locale().toString(value, "f", 1 if abs(value) >= 1 else 2)


def suffix_words(suffix: str) -> str:
    """Say what kind of file an ending stands for."""
    return {
        ".csv": translate("charts", "Tableau CSV"),
        ".svg": translate("charts", "Image SVG"),
        ".png": translate("charts", "Image PNG"),
    }[suffix]
