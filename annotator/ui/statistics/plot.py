"""What all charts have in common as pyqtgraph draws them: paper, inks, axes, and that nothing in them moves.

Imported only where a chart is shown: numpy comes with it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QDate, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.ui.language import locale
from annotator.ui.theme import VISIBLE, mix, readable
from annotator.ui.wording import number_words, share_words

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from annotator.ui.statistics.chart_values import Chart, Series
    from annotator.ui.theme import Theme

# No clean-up by pyqtgraph at the end of the program: Qt does it, and in its own order.
pg.setConfigOptions(antialias=True, exitCleanup=False)

_OWN_COLOURS = ("#2b5fb8", "#d9772b", "#2f8f6b", "#a0459b", "#8a7a1f", "#b3324d", "#3f8fb0", "#6b6b6b")
"""For series that bring no colour; apart from each other for all eyes as far as eight can be."""

_LONGEST_NAME = 34
_GAP = 8


class Plot(pg.GraphicsView):
    """A chart as it is drawn, in the colours of a theme. It takes neither mouse nor keys; the page scrolls over it.

    Subclasses fill `area` in `draw` and give the axes their ranges in `fit`, which is called at every size.
    """

    def __init__(self, chart: Chart, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.paper)
        self.chart = chart
        self.theme = theme
        self.letters = font
        self.metrics = QFontMetricsF(font)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setInteractive(False)
        self.setFrameShape(pg.GraphicsView.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.area = pg.PlotItem(enableMenu=False)
        self.area.hideButtons()
        self.area.setMenuEnabled(False)
        self.area.layout.setContentsMargins(0, 0, 0, 0)
        self.area.layout.setSpacing(0)
        self.box = self.area.getViewBox()
        self.box.setMouseEnabled(x=False, y=False)
        self.box.setDefaultPadding(0)
        for name in ("left", "bottom"):
            axis = self.axis(name)
            axis.setTickFont(font)
            axis.setStyle(tickTextOffset=6, autoExpandTextSpace=False, autoReduceTextSpace=False)
            axis.setTextPen(theme.muted)
            axis.setPen(theme.line)
            axis.enableAutoSIPrefix(False)
        self.setCentralItem(self.area)
        self._name_series()
        self.draw()

    # For subclasses

    def draw(self) -> None:
        """Put everything in place that does not depend on the size."""

    def fit(self, width: float, height: float) -> None:
        """Give the axes their ranges for a size of the drawing, in pixels."""

    def wanted_height(self) -> float:
        """Return how high it wants to be, in pixels."""
        return self.head_height + self.metrics.height() * 15

    @property
    def head_height(self) -> float:
        """The room of the names of the series over the drawing, in pixels."""
        return self.metrics.height() * 1.7 if self._heads() else 0.0

    def axis(self, name: str) -> Any:
        """Return an axis: ``"left"`` or ``"bottom"``."""
        return self.area.getAxis(name)

    def colour(self, series: Series) -> str:
        """Return what a series is drawn with: seen on the paper, whatever colour it brings."""
        at = next(at for at, each in enumerate(self.chart.series) if each is series)
        own = self.theme.accent if len(self.chart.series) == 1 else _OWN_COLOURS[at % len(_OWN_COLOURS)]
        return readable(series.colour or own, self.theme.paper, least=VISIBLE)

    def brushes(self, series: Series) -> list[str]:
        """Return what each bar of a series is filled with."""
        if not series.colours:
            return [self.colour(series)] * len(series.values)
        return [readable(each, self.theme.paper, least=VISIBLE) for each in series.colours]

    def faint(self, colour: str) -> str:
        """Return a colour for areas behind lines."""
        return mix(colour, self.theme.paper, 0.22)

    def words(self, text: str, colour: str | None = None, *, anchor: tuple[float, float]) -> Any:
        """Put words into the drawing; whoever asked gives them their place."""
        item = pg.TextItem(text, color=colour or self.theme.ink, anchor=anchor)
        item.setFont(self.letters)
        item.textItem.document().setDocumentMargin(0)
        item.setZValue(20)
        self.area.addItem(item, ignoreBounds=True)
        return item

    def number(self, value: float) -> str:
        """Write a value as the window's language does."""
        return written(value, shares=self.chart.shares)

    def name_width(self, names: list[str]) -> float:
        """Return how wide the longest of some names is, with a gap, in pixels."""
        return max((self.metrics.horizontalAdvance(each) for each in names), default=0.0) + 2 * _GAP

    def rule(self, at: float, angle: int) -> None:
        """Draw a hairline across at a tick, upright (90) or level (0)."""
        line = pg.InfiniteLine(at, angle=angle, pen=pg.mkPen(self.theme.line, width=1))
        line.setZValue(-20)
        self.area.addItem(line, ignoreBounds=True)

    # Size and painting

    def sizeHint(self) -> QSize:
        return QSize(640, round(self.wanted_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.metrics.averageCharWidth() * 36), round(self.wanted_height()))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is not None and hasattr(self, "area"):
            self.arrange()

    def arrange(self) -> None:
        """Lay the chart out for the size that it has."""
        self.area.layout.activate()
        self.fit(
            max(1.0, self.width() - self.axis("left").width()),
            max(1.0, self.height() - self.head_height - self.axis("bottom").height()),
        )

    def paint_into(self, painter: QPainter, width: int, height: int) -> None:
        """Paint all of it into something of a size, in pixels of the chart."""
        self.resize(width, height)
        self.arrange()
        self.scene().prepareForPaint()
        painter.fillRect(QRectF(0, 0, width, height), self.theme.paper)
        self.scene().render(painter, QRectF(0, 0, width, height), QRectF(0, 0, width, height))

    def viewportEvent(self, event: QEvent) -> bool:
        # A pointer that rests on a chart changes nothing in it.
        if event.type() in (QEvent.Type.Wheel, QEvent.Type.ContextMenu):
            event.ignore()
            return False
        return super().viewportEvent(event)

    # Names of the series

    def _heads(self) -> bool:
        """Tell whether the series are named over the drawing, as they are where no line ends at its name."""
        return len(self.chart.series) > 1

    def _name_series(self) -> None:
        if not self._heads():
            return
        named = "&nbsp;&nbsp;&nbsp; ".join(
            f'<span style="color:{self.colour(each)}">■</span>&nbsp;{_html(each.name)}' for each in self.chart.series
        )
        label = self.area.titleLabel
        style = {"color": self.theme.ink, "justify": "left", "size": f"{self.letters.pointSizeF():g}pt"}
        self.area.setTitle(named, **style)
        label.item.setFont(self.letters)
        label.setMaximumHeight(self.head_height)
        self.area.layout.setRowFixedHeight(0, self.head_height)


def written(value: float, *, shares: bool) -> str:
    """Write a value of a chart as the window's language does."""
    if shares:
        return share_words(value)
    if float(value).is_integer():
        return number_words(int(value))
    return locale().toString(value, "f", 1 if abs(value) >= 1 else 2)


def day_words(day: date, form: str) -> str:
    """Write a day as an axis shows it, in one of Qt's formats."""
    return locale().toString(QDate(day.year, day.month, day.day), form)


def short(name: str) -> str:
    """Return a name as an axis has room for it."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def _html(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
