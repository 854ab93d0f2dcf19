"""Charts with a row for each place: bars from the left, and dots with how far they may be out."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg

from annotator.ui.statistics.chart_values import Kind, Series
from annotator.ui.statistics.plot import Plot, short, written
from annotator.ui.statistics.ticks import number_ticks

_THICK = 0.66
"""How much of its row a bar fills, or all bars of a place together."""


class Rows(Plot):
    """Names at the left, one under the other."""

    def draw(self) -> None:
        names = [short(str(each)) for each in self.chart.places]
        left = self.axis("left")
        left.setTicks([[(-at, name) for at, name in enumerate(names)]])
        left.setTextPen(self.theme.ink)
        left.setPen(None)
        left.setStyle(tickLength=0, hideOverlappingLabels=False)
        left.setWidth(self.name_width(names))
        self._after: list[Any] = []
        self._widest = 0.0
        self.draw_rows()

    def draw_rows(self) -> None:
        """Put the marks of all rows in place."""

    def wanted_height(self) -> float:
        beside = 1 if self.chart.stacked or self.chart.kind is Kind.INTERVALS else max(1, len(self.chart.series))
        row = self.metrics.height() * (1.6 if beside == 1 else 1.25 * beside + 0.5)
        return self.head_height + row * len(self.chart.places) + self.axis("bottom").height()

    def write_after(self, x: float, y: float, text: str) -> None:
        """Write a number behind a mark."""
        item = self.words(text, anchor=(0, 0.5))
        item.setPos(x, y)
        self._after.append((item, x, y))
        self._widest = max(self._widest, self.metrics.horizontalAdvance(text))

    def fit_rows(self, width: float, highest: float, *, aside: float = 0.0) -> None:
        """Give the rows the height, and ``-aside`` to ``highest`` the width that what stands behind leaves."""
        gap = self.metrics.averageCharWidth()
        room = max(width - self._widest - 2 * gap, width * 0.2)
        across = highest * width / room
        self.box.setRange(xRange=(-aside, across), yRange=(0.5 - len(self.chart.places), 0.5), padding=0)
        for item, x, y in self._after:
            item.setPos(x + gap * across / width, y)


class Bars(Rows):
    """Bars from the left, with their numbers behind."""

    def draw_rows(self) -> None:
        self.axis("bottom").setStyle(showValues=False, tickLength=0)
        self.area.hideAxis("bottom")
        places, series = range(len(self.chart.places)), self.chart.series
        begun = [0.0] * len(places)
        beside = 1 if self.chart.stacked else max(1, len(series))
        thick = _THICK / beside if beside == 1 else 0.84 / beside
        for at, each in enumerate(series):
            shift = 0.0 if self.chart.stacked else thick * ((beside - 1) / 2 - at)
            ys = [shift - place for place in places]
            values = [value or 0.0 for value in each.values]
            self.area.addItem(
                pg.BarGraphItem(
                    x0=list(begun) if self.chart.stacked else [0.0] * len(values),
                    y=ys,
                    width=values,
                    height=thick * (1 if beside == 1 else 0.88),
                    brushes=self.brushes(each),
                    pen=pg.mkPen(None),
                )
            )
            if self.chart.stacked:
                begun = [before + value for before, value in zip(begun, values, strict=True)]
            else:
                for y, value in zip(ys, each.values, strict=True):
                    self.write_after(value or 0.0, y, "–" if value is None else self.number(value))
        if self.chart.stacked:
            for place, total in zip(places, begun, strict=True):
                self.write_after(total, -place, self.number(total))

    def fit(self, width: float, _height: float) -> None:
        self.fit_rows(width, max((x for _, x, _ in self._after), default=0.0) or 1.0)


class Intervals(Rows):
    """A dot at each value between the ends of what it may be; shares from nought to all."""

    def draw_rows(self) -> None:
        series = self.chart.series
        highest = (
            1.0
            if self.chart.shares
            else max(
                (value for each in series for value in (*each.values, *each.high) if value is not None), default=1.0
            )
        )
        ticks = number_ticks(highest, 6, whole=False)
        self._highest = ticks[-1]
        bottom = self.axis("bottom")
        bottom.setTicks([[(each, self.number(each)) for each in ticks]])
        bottom.setStyle(tickLength=0)
        bottom.setPen(None)
        bottom.setHeight(self.metrics.height() * 1.6)
        for tick in ticks:
            self.rule(tick, 90)
        for at, each in enumerate(series):
            self._draw_series(each, 0.0 if len(series) == 1 else 0.5 * ((len(series) - 1) / 2 - at) / len(series))

    def _draw_series(self, series: Series, shift: float) -> None:
        colour = self.colour(series)
        for place, value in enumerate(series.values):
            y = shift - place
            if value is None:
                if len(self.chart.series) == 1:
                    self.write_after(self._highest, y, "–")
                continue
            low = series.low[place] if series.low else None
            high = series.high[place] if series.high else None
            if low is not None and high is not None:
                self.area.addItem(pg.PlotCurveItem([low, high], [y, y], pen=pg.mkPen(colour, width=2)))
            self.area.addItem(pg.ScatterPlotItem([value], [y], size=9, brush=colour, pen=pg.mkPen(None), pxMode=True))
            if len(self.chart.series) == 1:
                self.write_after(self._highest, y, self._said(value, low, high))

    def _said(self, value: float, low: float | None, high: float | None) -> str:
        said = self.number(value)
        if low is None or high is None:
            return said
        ends = [written(each, shares=self.chart.shares) for each in (low, high)]
        return f"{said} ({ends[0].rstrip(' %' + chr(0xA0))}–{ends[1]})"

    def fit(self, width: float, _height: float) -> None:
        # The numbers under the first and the last line need their room, or pyqtgraph leaves them out.
        aside = self.metrics.horizontalAdvance(self.number(self._highest)) * self._highest / max(width, 1.0)
        self.fit_rows(width, self._highest + aside, aside=aside)
