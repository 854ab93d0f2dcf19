"""Charts along an axis of days, numbers or places in their order: lines with their names at the end, and columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt

from annotator.ui.statistics.chart_values import Series
from annotator.ui.statistics.plot import Plot, day_words, short
from annotator.ui.statistics.ticks import date_ticks, number_ticks, spread, thinned

_FEW_COLUMNS = 14


class Along(Plot):
    """Numbers at the left, and days, numbers or names below."""

    def draw(self) -> None:
        self._days = bool(self.chart.places) and isinstance(self.chart.places[0], date)
        self._names = bool(self.chart.places) and isinstance(self.chart.places[0], str)
        self.xs = [self._x(at, each) for at, each in enumerate(self.chart.places)]
        whole = all(float(v).is_integer() for each in self.chart.series for v in each.values if v is not None)
        self.ticks = number_ticks(self.highest(), 6, whole=whole and not self.chart.shares)
        left, bottom = self.axis("left"), self.axis("bottom")
        said = [self._tick_words(each) for each in self.ticks]
        left.setTicks([list(zip(self.ticks, said, strict=True))])
        left.setStyle(tickLength=0)
        left.setPen(None)
        left.setWidth(self.name_width(said))
        bottom.setStyle(tickLength=4)
        bottom.setHeight(self.metrics.height() * 1.8)
        for each in self.ticks:
            self.rule(each, 0)
        self._unit = None if self.chart.shares else self.words(self.chart.unit, self.theme.muted, anchor=(0, 1))
        self.draw_series()

    def draw_series(self) -> None:
        """Put the marks of all series in place."""

    def highest(self) -> float:
        """Return the highest value there is."""
        ends = (value for each in self.chart.series for value in (*each.values, *each.high) if value is not None)
        return max(ends, default=0.0)

    def _x(self, at: int, place: object) -> float:
        if isinstance(place, date):
            return float(place.toordinal())
        return float(place) if isinstance(place, int | float) else float(at)

    def _tick_words(self, value: float) -> str:
        return self.number(round(value, 10))

    def fit_along(self, width: float, height: float, *, margin: float, behind: float) -> None:
        """Give the axes their ranges.

        Args:
            width: of the drawing, in pixels.
            height: of the drawing, in pixels.
            margin: how much room there is before the first place and after the last, in places.
            behind: how much room is wanted at the right, in pixels.
        """
        first, last = (self.xs[0] - margin, self.xs[-1] + margin) if self.xs else (0.0, 1.0)
        if last <= first:
            first, last = first - 0.5, last + 0.5
        room = max(width - behind, width * 0.3)
        across = (last - first) * width / room
        above = self.ticks[-1] * self.metrics.height() * 1.4 / max(1.0, height - self.metrics.height() * 1.4)
        top = self.ticks[-1] + above
        self.box.setRange(xRange=(first, first + across), yRange=(0, top), padding=0)
        self.axis("bottom").setTicks([self._marked(last - first, room)])
        if self._unit is not None:
            self._unit.setPos(first, top - above * 0.98)

    def _marked(self, across: float, room: float) -> list[tuple[float, str]]:
        if self._days:
            most = int(room / (self.metrics.horizontalAdvance("00 mmm 0000") + 16))
            days = [each for each in self.chart.places if isinstance(each, date)]
            return [(float(day.toordinal()), day_words(day, form)) for day, form in date_ticks(days[0], days[-1], most)]
        names = [short(each) if isinstance(each, str) else self.number(float(each)) for each in self._plain_places()]
        gap = self.name_width(names) * across / max(1.0, room)
        return [(self.xs[at], names[at]) for at in thinned(self.xs, gap)]

    def _plain_places(self) -> list[str | float]:
        return [each for each in self.chart.places if not isinstance(each, date)]


class Lines(Along):
    """Lines, named where they end; a value that is missing leaves a gap."""

    def _heads(self) -> bool:
        return False

    def draw_series(self) -> None:
        self._ends: list[tuple[Any, float, float]] = []
        for each in self.chart.series:
            colour = self.colour(each)
            style = Qt.PenStyle.DashLine if each.dashed else Qt.PenStyle.SolidLine
            pen = pg.mkPen(colour, width=2, style=style)
            for run in runs(each):
                xs, ys = [self.xs[at] for at in run], [each.values[at] or 0.0 for at in run]
                self._shade(each, colour, run)
                if len(run) > 1:
                    self.area.addItem(pg.PlotCurveItem(xs, ys, pen=pen))
                if len(run) == 1 or len(self.xs) <= _FEW_COLUMNS:
                    dots = pg.ScatterPlotItem(xs, ys, size=6, brush=colour, pen=pg.mkPen(None))
                    self.area.addItem(dots)
            last = next((at for at in reversed(range(len(self.xs))) if each.values[at] is not None), None)
            if last is not None and (len(self.chart.series) > 1 or self.chart.series[0].name):
                tag = readable_tag(self, each)
                name = self.words(each.name, tag, anchor=(0, 0.5))
                self._ends.append((name, self.xs[last], each.values[last] or 0.0))

    def _shade(self, series: Series, colour: str, run: range) -> None:
        if not series.low or len(run) < 2:
            return
        known = [at for at in run if series.low[at] is not None and series.high[at] is not None]
        xs = [self.xs[at] for at in known]
        edges = [pg.PlotCurveItem(xs, [ends[at] or 0.0 for at in known]) for ends in (series.low, series.high)]
        band = pg.FillBetweenItem(*edges, brush=self.faint(colour))
        band.setZValue(-10)
        self.area.addItem(band)

    def fit(self, width: float, height: float) -> None:
        gap = self.metrics.averageCharWidth()
        names = [item.toPlainText() for item, _, _ in self._ends]
        widest = max((self.metrics.horizontalAdvance(name) for name in names), default=0.0)
        self.fit_along(width, height, margin=0.0, behind=widest + 2 * gap)
        (left, right), (_, top) = self.box.viewRange()
        across, up = (right - left) / width, top / max(1.0, height)
        middles = spread([y / up for _, _, y in self._ends], self.metrics.height())
        for (item, x, _), middle in zip(self._ends, middles, strict=True):
            item.setPos(x + gap * across, middle * up)


class Columns(Along):
    """Columns, on one another or side by side; with their numbers on top where they are few."""

    def draw_series(self) -> None:
        self._tops: list[Any] = []
        series = self.chart.series
        apart = min((b - a for a, b in zip(self.xs, self.xs[1:], strict=False)), default=1.0)
        beside = 1 if self.chart.stacked else max(1, len(series))
        thick = 0.8 * apart / beside
        begun = [0.0] * len(self.xs)
        for at, each in enumerate(series):
            shift = 0.0 if self.chart.stacked else thick * (at - (beside - 1) / 2)
            values = [value or 0.0 for value in each.values]
            bars = pg.BarGraphItem(
                x=[x + shift for x in self.xs],
                y0=list(begun) if self.chart.stacked else [0.0] * len(values),
                height=values,
                width=thick,
                brush=self.colour(each),
                pen=pg.mkPen(None),
            )
            self.area.addItem(bars)
            if self.chart.stacked:
                begun = [before + value for before, value in zip(begun, values, strict=True)]
            elif beside == 1 and len(self.xs) <= _FEW_COLUMNS:
                for x, value in zip(self.xs, each.values, strict=True):
                    top = self.words("–" if value is None else self.number(value), anchor=(0.5, 1))
                    top.setPos(x, value or 0.0)
                    self._tops.append(top)
        self._apart = apart

    def highest(self) -> float:
        if not self.chart.stacked:
            return super().highest()
        stacks = zip(*(each.values for each in self.chart.series), strict=True)
        return max((sum(value or 0.0 for value in stack) for stack in stacks), default=0.0)

    def fit(self, width: float, height: float) -> None:
        self.fit_along(width, height, margin=self._apart / 2, behind=float(self.metrics.averageCharWidth()))


def runs(series: Series) -> Iterator[range]:
    """Yield the places of values that stand side by side, with none missing between."""
    begin: int | None = None
    for at, value in enumerate((*series.values, None)):
        if value is None:
            if begin is not None:
                yield range(begin, at)
            begin = None
        elif begin is None:
            begin = at


def readable_tag(plot: Plot, series: Series) -> str:
    """Return what a line's name is written in: its colour, as words can be read in it."""
    from annotator.ui.theme import readable

    return readable(plot.colour(series), plot.theme.paper, least=plot.theme.text_contrast)
