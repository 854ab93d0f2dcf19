"""Label Studio's export as CSV or TSV: its small export as a table, the spans of each row as JSON in one cell."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.delimited import Layout, layout_of, rows_of
from annotator.formats.json_text import BadJsonError, count_lines
from annotator.formats.label_studio import Tasks
from annotator.formats.records import Problem, Reading, Record
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import EMPTY, Head, SourceFile

_SUFFIXES = (".csv", ".tsv", ".tab")
_LONGEST_NUMBER = 19
_SIGNS = frozenset({"annotation_id", "lead_time", "created_at", "updated_at"})


def _read(file: SourceFile) -> Reading:
    for found in layout_of(file):
        if isinstance(found, Layout):
            yield from _rows(file, found)
        else:
            yield found


def _rows(file: SourceFile, layout: Layout) -> Reading:
    tasks = Tasks(file)
    names: list[str] | None = None
    for row in rows_of(file, layout):
        if isinstance(row, Problem):
            yield row
        elif names is None:
            names = [name.removeprefix("\ufeff").strip() for name in row.cells]
        else:
            yield from _row(tasks, names, row.cells, file.at(row.line))
    if names is None:
        yield Problem(file.at(), EMPTY)
    yield from tasks.tally.notes()


def _row(tasks: Tasks, names: Sequence[str], cells: Sequence[str], where: str) -> Iterator[Record | Problem]:
    if len(cells) > len(names):
        yield Problem(
            where,
            Wording(
                f"the row has {len(cells)} cells, the headings {len(names)}; it was left out. Save the table anew.",
                f"la ligne a {len(cells)} cellules, les en-têtes {len(names)} ; elle a été laissée de côté. "
                "Réenregistrez le tableau.",
            ),
        )
        return
    task = {name: _value(cell) for name, cell in zip(names, cells, strict=False) if cell}
    if isinstance(number := task.get("id"), str) and number.isdecimal() and len(number) < _LONGEST_NUMBER:
        task["id"] = int(number)
    try:
        yield from tasks.task(task, where)
    except BadJsonError as error:
        yield Problem(where, error.wording)


def _value(cell: str) -> Any:
    """Return what a cell holds: lists and objects stand in it as JSON, everything else as it is."""
    if not cell.startswith(("[{", "{")):
        return cell
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell  # a text that happens to begin so


def _likeness(head: Head) -> Likeness:
    if head.suffix not in _SUFFIXES:
        return Likeness.NO
    line = head.text.lstrip("\ufeff").split("\n", 1)[0].rstrip("\r")[:10_000]
    separator = "\t" if "\t" in line else ","
    try:
        names = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return Likeness.NO
    return Likeness.SIGNED if set(names) >= _SIGNS else Likeness.NO


FORMAT = Format(
    "label-studio-csv",
    Wording("Label Studio (CSV or TSV)", "Label Studio (CSV ou TSV)"),
    _SUFFIXES,
    _read,
    count_lines,
    _likeness,
)
