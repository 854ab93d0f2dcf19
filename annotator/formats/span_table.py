"""A table of spans (CSV): one row a span, for spreadsheets and statistics; an article without spans has one row too.

The first row of an article holds its whole text, so that the table can be read back. Cells that a spreadsheet program
would take for a formula get an apostrophe in front, and so do cells that begin with one; reading takes it off again.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.delimited import Layout, layout_of, rows_of
from annotator.formats.json_fields import keep_in, odd_date, require_plain
from annotator.formats.json_text import BadJsonError, count_lines
from annotator.formats.records import Note, Outgoing, Problem, Reading, Record, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import EMPTY, Head, SourceFile
from annotator.formats.table_columns import iso_date

HEADINGS = (
    *("article", "title", "source", "date", "annotator", "status", "label", "start", "end", "surface"),
    *("remark", "before", "after", "meta", "text"),
)
_NEEDED = ("article", "label", "start", "end", "text")
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_AROUND = 40
"""How many characters before and after a span are shown."""


def _safe(cell: str | None) -> str:
    """Return a cell that no spreadsheet program works out; one that is empty on purpose differs from none."""
    if cell is None:
        return ""
    return f"'{cell}" if not cell or cell.startswith(("'", *_FORMULA)) else cell


def _unsafe(cell: str) -> str | None:
    """Return what `_safe` was given."""
    return cell.removeprefix("'") if cell else None


def _write(outgoing: Iterable[Outgoing], path: Path, _options: WriteOptions) -> None:
    # With the mark, spreadsheet programs know UTF-8 when they see it.
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for each in outgoing:
            writer.writerows(_rows(each))


def _rows(outgoing: Outgoing) -> Iterator[list[str]]:
    record = outgoing.record
    status = None if record.status is None else record.status.value
    of_article = [
        str(outgoing.article),
        *map(_safe, (record.title, record.source, record.date, record.annotator, status)),
    ]
    once = [_safe(json.dumps(record.meta, ensure_ascii=False) if record.meta else None), _safe(record.text)]
    for index, (start, end, label) in enumerate(record.spans):
        of_span = [_safe(label), str(start), str(end), _safe(record.text[start:end])]
        around = (
            record.remarks.get(index),
            record.text[max(0, start - _AROUND) : start],
            record.text[end : end + _AROUND],
        )
        yield [*of_article, *of_span, *map(_safe, around), *(once if index == 0 else ("", ""))]
    if not record.spans:
        yield [*of_article, *[""] * 7, *once]


def _read(file: SourceFile) -> Reading:
    for found in layout_of(file):
        if isinstance(found, Layout):
            yield from _articles(file, found._replace(quoted=True, escaped=False))  # as it was written
        else:
            yield found


def _articles(file: SourceFile, layout: Layout) -> Reading:
    rows = rows_of(file, layout)
    first = next(rows, None)
    if first is None or isinstance(first, Problem):
        yield first or Problem(file.at(), EMPTY)
        return
    places = {name.strip().casefold(): place for place, name in reversed(list(enumerate(first.cells)))}
    missing = [name for name in _NEEDED if name not in places]
    if missing:
        yield Problem(file.at(first.line), _no_columns(missing))
        return
    article: _Article | None = None
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        where = file.at(row.line)
        cells = {name: _unsafe(row.cells[place]) if place < len(row.cells) else None for name, place in places.items()}
        key = (cells["article"], cells.get("annotator"))
        if cells["text"] is not None:
            if article is not None:
                yield from article.finish()
            article = _Article(key, *_begin(cells, where))
        if article is None or article.key != key:
            yield Problem(where, _NO_TEXT)
        elif (problem := article.add(cells, where)) is not None:
            yield problem
    if article is not None:
        yield from article.finish()


@dataclass(slots=True)
class _Article:
    """An article whose rows are being read."""

    key: tuple[str | None, str | None]
    record: Record
    notes: list[Note]
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    remarks: dict[int, str] = field(default_factory=dict)

    def add(self, cells: Mapping[str, str | None], where: str) -> Problem | None:
        """Take in the span of a row, or return what is wrong with it."""
        label, start, end = (cells[name] for name in ("label", "start", "end"))
        if label is None and start is None and end is None:
            return None
        if label is None or not _is_number(start) or not _is_number(end):
            return Problem(where, _NO_SPAN)
        span = (int(start or 0), int(end or 0), label)
        surface, text = cells.get("surface"), self.record.text
        if surface is not None and text[span[0] : span[1]] != surface:
            return Problem(where, _moved(surface, span[0], text[span[0] : span[1]]))
        if (remark := cells.get("remark")) is not None:
            self.remarks[len(self.spans)] = remark
        self.spans.append(span)
        return None

    def finish(self) -> Iterator[Record | Note]:
        yield replace(self.record, spans=tuple(self.spans), remarks=self.remarks)
        yield from self.notes


def _begin(cells: Mapping[str, str | None], where: str) -> tuple[Record, list[Note]]:
    meta = _meta_in(cells.get("meta"))
    given, status = cells.get("date"), cells.get("status")
    date = None if given is None else iso_date(given)
    notes = []
    if given is not None and date is None:
        keep_in(meta, {"date": given})
        notes.append(odd_date(where, given))
    known = {each.value: each for each in Status}
    if status is not None and status not in known:
        keep_in(meta, {"status": status})
    record = Record(
        cells["text"] or "",
        where,
        title=cells.get("title"),
        source=cells.get("source"),
        date=date,
        meta=meta,
        annotator=cells.get("annotator"),
        status=known.get(status or ""),
    )
    return record, notes


def _meta_in(cell: str | None) -> dict[str, Any]:
    if cell is None:
        return {}
    try:
        meta = json.loads(cell)
        if isinstance(meta, dict):
            require_plain(meta)
            return meta
    except (ValueError, RecursionError, BadJsonError):
        pass
    return {"meta": cell}


def _is_number(cell: str | None) -> bool:
    return cell is not None and cell.isascii() and cell.isdecimal() and len(cell) < 10


_NO_TEXT = Wording(
    "the row of this article that holds its text does not stand before this one; keep the rows in their order. It was "
    "left out.",
    "la ligne qui contient le texte de cet article n'est pas placée avant celle-ci ; gardez l'ordre des lignes. "
    "Elle a été laissée de côté.",
)
_NO_SPAN = Wording(
    "“label”, “start” and “end” belong together, and start and end are whole numbers; the span was left out.",
    "« label », « start » et « end » vont ensemble, et start et end sont des nombres entiers ; l'annotation a été "
    "laissée de côté.",
)


def _no_columns(missing: list[str]) -> Wording:
    names = ", ".join(missing)
    return Wording(
        f"columns of a table of spans are missing: {names}. Read it as a table (format csv) instead.",
        f"il manque des colonnes d'un tableau d'annotations : {names}. Lisez-le plutôt comme un tableau (format csv).",
    )


def _moved(surface: str, start: int, stands: str) -> Wording:
    return Wording(
        f"“{surface[:60]}” does not stand at {start} but “{stands[:60]}”; the span was left out. Was the text changed?",
        f"« {surface[:60]} » ne se trouve pas en {start}, mais « {stands[:60]} » ; l'annotation a été laissée de côté. "
        "Le texte a-t-il été modifié ?",
    )


def _likeness(head: Head) -> Likeness:
    line = head.text.lstrip("\ufeff").split("\n", 1)[0].strip("\r").replace('"', "")
    ours = any(line.split(separator)[: len(HEADINGS)] == list(HEADINGS) for separator in ",;\t")
    return Likeness.SIGNED if ours else Likeness.NO


FORMAT = Format(
    "csv-spans",
    Wording("table of spans (CSV)", "tableau des annotations (CSV)"),
    (".csv",),
    _read,
    count_lines,
    _likeness,
    write=_write,
    purpose=Wording(
        "one span a line, for a spreadsheet",
        "une annotation par ligne, pour un tableur",
    ),
)
