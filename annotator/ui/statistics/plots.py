"""The drawing of a chart, on the screen or in a file. Imported only where a chart is shown, as `plot` is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from annotator.ui.statistics.chart_values import Chart, Kind
from annotator.ui.statistics.plot_lines import Columns, Lines
from annotator.ui.statistics.plot_rows import Bars, Intervals
from annotator.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from annotator.ui.statistics.plot import Plot

_KINDS: dict[Kind, type[Plot]] = {
    Kind.BARS: Bars,
    Kind.COLUMNS: Columns,
    Kind.LINES: Lines,
    Kind.INTERVALS: Intervals,
}
_WIDTH = 800
_MARGIN = 16
_TITLE = "Title"
"""What PNG calls the title of a picture."""
_SCALE = 2
"""Pixels of a PNG for each of the screen: sharp in print too."""


def plot_of(chart: Chart, theme: Theme, font: QFont, parent: QWidget | None = None) -> Plot:
    """Return the drawing of a chart."""
    return _KINDS[chart.kind](chart, theme, font, parent)


def save_picture(chart: Chart, font: QFont, path: Path, suffix: str) -> None:
    """Draw a chart with its title into a file, on light paper.

    Args:
        chart: what to draw.
        font: its letters.
        path: the file.
        suffix: ``".svg"`` or ``".png"``.

    Raises:
        OSError: the file cannot be written.
    """
    plot = plot_of(chart, LIGHT, font)
    try:
        title = round(plot.metrics.height() * 1.8)
        inside = QSize(_WIDTH - 2 * _MARGIN, round(plot.wanted_height()))
        size = QSize(_WIDTH, inside.height() + title + 2 * _MARGIN)
        if suffix == ".svg":
            _write_svg(plot, path, size, inside, title)
        else:
            _write_png(plot, path, size, inside, title)
    finally:
        plot.close()
        plot.deleteLater()


def _write_svg(plot: Plot, path: Path, size: QSize, inside: QSize, title: int) -> None:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(plot.chart.title)
    _paint(plot, QPainter(generator), size, inside, title)
    buffer.close()
    path.write_bytes(bytes(buffer.data().data()))


def _write_png(plot: Plot, path: Path, size: QSize, inside: QSize, title: int) -> None:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    image = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(plot.theme.paper)
    _paint(plot, QPainter(image), size, inside, title)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setText(_TITLE, plot.chart.title)
    writer.write(image)
    path.write_bytes(bytes(buffer.data().data()))


def _paint(plot: Plot, painter: QPainter, size: QSize, inside: QSize, title: int) -> None:
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QColor

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(plot.theme.paper))
    painter.setPen(QColor(plot.theme.ink))
    font = plot.letters
    painter.setFont(font)
    across = QRectF(_MARGIN, _MARGIN, inside.width(), title)
    painter.drawText(across, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, plot.chart.title)
    painter.translate(_MARGIN, _MARGIN + title)
    plot.paint_into(painter, inside.width(), inside.height())
    painter.end()
