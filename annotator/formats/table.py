"""Tables as text (CSV, TSV): one article a row, its columns chosen by a person or told by their headings."""

from __future__ import annotations

from itertools import islice

from annotator.core.wording import Wording
from annotator.formats.delimited import Layout, layout_of, rows_of
from annotator.formats.json_text import count_lines
from annotator.formats.records import Problem, Reading
from annotator.formats.registry import Format
from annotator.formats.source import EMPTY, SourceFile
from annotator.formats.table_columns import SAMPLE_ROWS, RowReader, choose_columns


def _read(file: SourceFile) -> Reading:
    for found in layout_of(file):
        if isinstance(found, Layout):
            yield from _rows(file, found)
        else:
            yield found


def _rows(file: SourceFile, layout: Layout) -> Reading:
    rows = rows_of(file, layout)
    first = list(islice(rows, SAMPLE_ROWS))
    good = [each for each in first if not isinstance(each, Problem)]
    if not good:
        yield from (each for each in first if isinstance(each, Problem))
        if not first:
            yield Problem(file.at(), EMPTY)
        return
    columns = choose_columns([row.cells for row in good], file.options.columns)
    if isinstance(columns, Wording):
        yield Problem(file.at(), columns)
        return
    if columns.guessed:
        yield columns.note(file.at())
    if columns.has_headings:
        first.remove(good[0])
    reader = RowReader(columns)
    for rest in (first, rows):
        for row in rest:
            if isinstance(row, Problem):
                yield row
            else:
                yield from reader.read(row.cells, file.at(row.line))


FORMAT = Format("csv", Wording("CSV or TSV table", "tableau CSV ou TSV"), (".csv", ".tsv", ".tab"), _read, count_lines)
