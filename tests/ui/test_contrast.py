"""What is painted by hand can be read in every theme: words and marks stand out from whatever lies behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import combinations

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from annotator.core.annotation import Status
from annotator.ui.appearance import Look
from annotator.ui.statistics.charts import ChartView
from annotator.ui.theme import THEMES, Theme, contrast
from annotator.ui.welcome.wordmark import Wordmark
from tests.ui.seat import Seat
from tests.ui.usable import in_whatever_opens

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
_FEW = 6
"""Pixels; of fewer in one colour nobody can tell what they are."""

_OUTSTANDING = 2.5


@pytest.fixture
def dressed(seat: Seat, theme: Theme) -> Iterator[Seat]:
    """A window in a theme, with letters so large that strokes have their full colour somewhere."""
    font, palette = QApplication.font(), QApplication.palette()
    larger = QApplication.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    QApplication.setFont(larger)
    sitting = Seat(seat.path).open()
    sitting.window.appearance.show(Look(theme.name))
    yield sitting
    sitting.window.close()
    QApplication.setFont(font)
    QApplication.setPalette(palette)


def colours(image: QImage) -> Counter[str]:
    """Count the pixels of each colour."""
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return Counter({f"#{value & 0xFFFFFF:06x}": count for value, count in Counter(pixels).items()})


def faults(what: str, image: QImage, theme: Theme) -> list[str]:
    """Complain about words and marks in a picture that do not stand out from what most of it is filled with."""
    seen = colours(image)
    ground = seen.most_common(1)[0][0]
    words = {theme.ink, theme.muted} | ({theme.on_accent} if ground == theme.accent else set())
    found = [colour for colour in words if seen[colour] >= _FEW and colour != ground]
    complaints = [
        f"{what}: {colour} on {ground} has {contrast(colour, ground):.2f}"
        for colour in found
        if contrast(colour, ground) < theme.text_contrast
    ]
    if theme.accent != ground and seen[theme.accent] >= _FEW and contrast(theme.accent, ground) < theme.mark_contrast:
        complaints.append(f"{what}: the accent is not seen on {ground}")
    return complaints if found else [f"{what}: no words on {ground}"]


def rows(view: QAbstractItemView, theme: Theme) -> list[str]:
    """Look at each row of a list that is in view, chosen or not."""
    model, complaints = view.model(), []
    for row in range(model.rowCount(QModelIndex())):
        place = view.visualRect(model.index(row, view.currentIndex().column() if view.currentIndex().isValid() else 0))
        across = QRect(0, place.top(), view.viewport().width(), place.height()).intersected(view.viewport().rect())
        if across.height() > view.fontMetrics().height():
            image = view.viewport().grab(across).toImage()
            complaints += faults(f"{view.objectName()} row {row}", image, theme)
    return complaints


@themes
def test_rows_painted_by_hand_can_be_read(dressed: Seat, theme: Theme) -> None:
    seat, window = dressed, dressed.window
    complaints: list[str] = []
    window.session.set_status(Status.FINISHED)
    seat.trigger("flag")
    window.articles.refresh()
    complaints += rows(window.articles.table, theme) + rows(window.workbench.span_list, theme)
    seat.press("F7")
    complaints += rows(window.findChild(QAbstractItemView, "history_list"), theme)

    def look(dialog: QWidget) -> None:
        for view in dialog.findChildren(QAbstractItemView):
            if view.isVisible():
                complaints.extend(rows(view, theme))

    for action in ("palette", "everywhere_all", "edit_keys", "project_settings"):
        in_whatever_opens(window, partial(seat.trigger, action), look)
    assert complaints == []


@themes
def test_the_first_page_and_the_numbers_can_be_read(dressed: Seat, theme: Theme) -> None:
    seat, window = dressed, dressed.window
    complaints: list[str] = []
    seat.trigger("accept_all")
    seat.trigger("statistics")
    complaints += faults("chart", window.statistics.page.findChild(ChartView).grab().toImage(), theme)
    seat.trigger("close_project")
    complaints += rows(window.pages.welcome.recent, theme)
    complaints += faults("name", window.pages.welcome.findChild(Wordmark).grab().toImage(), theme)
    assert complaints == []


@themes
def test_key_caps_can_be_read(dressed: Seat, theme: Theme) -> None:
    complaints: list[str] = []

    def look(dialog: QWidget) -> None:
        for cap in dialog.findChildren(QLabel, "keycap")[:10]:
            complaints.extend(faults(cap.text(), cap.grab().toImage(), theme))

    in_whatever_opens(dressed.window, partial(dressed.trigger, "keys"), look)
    assert complaints == []


@themes
def test_each_status_has_a_shape_of_its_own(dressed: Seat, theme: Theme) -> None:
    seat, table = dressed, dressed.window.articles.table
    seat.press("Ctrl+PgUp")
    shapes: list[set[tuple[int, int]]] = []
    for status in Status:
        seat.window.session.set_status(status)
        QApplication.processEvents()
        seat.window.articles.renew()
        cell = table.visualRect(table.model().index(0, 0)).adjusted(2, 2, -2, -2)
        shapes.append(shape(table.viewport().grab(cell).toImage()))
    for one, other in combinations(shapes, 2):
        assert len(one ^ other) > 0.2 * len(one | other)


def shape(image: QImage) -> set[tuple[int, int]]:
    """Return the pixels that stand out from what most of a picture is filled with, whatever their colour."""
    ground = colours(image).most_common(1)[0][0]
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel for pixel in pixels if contrast(image.pixelColor(*pixel).name(), ground) >= _OUTSTANDING}
