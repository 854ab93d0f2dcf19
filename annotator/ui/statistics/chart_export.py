"""Tables and charts as files: CSV, SVG, PNG. A file is written aside and moved to its place when it is whole."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.causes import cause_of
from annotator.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.ui.statistics.chart_values import Chart
    from annotator.ui.statistics.tables import Cell

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')
_LONGEST = 80


def file_name(title: str, suffix: str) -> str:
    """Return what to call a file of something with a title.

    Args:
        title: what it is called on the page.
        suffix: ending of the file, with the dot.
    """
    stem = _UNFIT.sub(" ", title).strip(" .")[:_LONGEST].rstrip(" .")
    return f"{stem or 'annotator'}{suffix}"


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to, and move what was written there when all of it was.

    Raises:
        UserError: it cannot be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            yield aside
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        why = cause_of(error)
        raise UserError(
            f"{path} could not be written ({why.en}); choose another folder or make room there.",
            f"Impossible d'écrire {path} ({why.fr}) ; choisissez un autre dossier ou faites-y de la place.",
        ) from error


def save_rows(path: Path, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write a table as CSV in UTF-8, numbers with a point, whatever the language; an empty cell has no value.

    Raises:
        UserError: it cannot be written.
    """
    with written_aside(path) as aside, aside.open("x", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows(["" if cell is None else _harmless(cell) for cell in row] for row in rows)


def _harmless(cell: object) -> object:
    """Keep a spreadsheet from taking words for a formula."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell


def rows_of_cells(cells: Sequence[Sequence[Cell]]) -> list[list[object]]:
    """Return what a file has of the cells of a table: numbers where they are some, else the words."""
    from annotator.ui.statistics.tables import NOTHING

    def plain(cell: Cell) -> object:
        if cell.number is not None:
            return _plain(cell.number)
        return None if cell.text == NOTHING else cell.text

    return [[plain(cell) for cell in row] for row in cells]


def rows_of_chart(chart: Chart) -> tuple[list[str], list[list[object]]]:
    """Return the table behind a chart: heads, and a row for each place."""
    columns = chart.columns()
    heads = [chart.places_name, *(name or chart.unit for name, _ in columns)]
    rows: list[list[object]] = [
        [place.isoformat() if isinstance(place, date) else place, *(_plain(values[at]) for _, values in columns)]
        for at, place in enumerate(chart.places)
    ]
    return heads, rows


def _plain(number: float | None) -> object:
    return int(number) if isinstance(number, float) and number.is_integer() else number


def save_with(path: Path, write: Callable[[Path], None]) -> None:
    """Let a function write a file aside, and move it to its place.

    Raises:
        UserError: it cannot be written.
    """
    with written_aside(path) as aside:
        write(aside)
