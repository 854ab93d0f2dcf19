"""JSON lines: one object a line, with ``text`` and, where given, ``spans``, ``title``, ``date``, ``source``, ``meta``.

``spans`` is a list of ``{"start": …, "end": …, "label": …, "note": …}`` in code points, ``end`` exclusive.
``annotator`` and ``status`` say whose they are and how far that person was, ``model`` which model proposed them.
Whatever else an object holds is kept in ``meta``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.json_fields import date_and_status, keep_in, meta_in, odd_date, spans_in, string_in, text_in
from annotator.formats.json_text import count_lines, read_lines
from annotator.formats.records import Note, Outgoing, Reading, Record, WriteOptions
from annotator.formats.registry import Format
from annotator.formats.source import SourceFile

_OURS = frozenset({"text", "spans", "title", "date", "source", "meta", "annotator", "status", "model"})


def read(file: SourceFile) -> Reading:
    """Yield the articles of a file one after the other, and a problem for each line that holds none."""
    return read_lines(file, _record)


def format_line(record: Record) -> str:
    """Write a record as one line of JSON, which `read` reads back as the same record; no line end."""
    fields: dict[str, Any] = {"text": record.text}
    for name in ("title", "source", "date", "annotator", "status", "model"):
        if getattr(record, name) is not None:
            fields[name] = getattr(record, name)
    if record.spans:
        fields["spans"] = [
            {"start": start, "end": end, "label": label}
            | ({"note": record.remarks[index]} if index in record.remarks else {})
            for index, (start, end, label) in enumerate(record.spans)
        ]
    if record.meta:
        fields["meta"] = dict(record.meta)
    return json.dumps(fields, ensure_ascii=False)


def _record(fields: dict[str, Any], where: str) -> Iterator[Record | Note]:
    text = text_in(fields)
    others = {name: value for name, value in fields.items() if name not in _OURS}
    date, status = date_and_status(fields, others)
    meta = keep_in(meta_in(fields), others)
    spans = spans_in(fields)
    notes = enumerate(fields.get("spans") or ())
    yield Record(
        text,
        where,
        title=string_in(fields, "title"),
        source=string_in(fields, "source"),
        date=date,
        meta=meta,
        spans=spans,
        annotator=string_in(fields, "annotator"),
        status=status,
        model=string_in(fields, "model"),
        remarks={index: note for index, span in notes if (note := string_in(span, "note"))},
    )
    if date is None and "date" in meta:
        yield odd_date(where, meta["date"])


def _write(outgoing: Iterable[Outgoing], path: Path, _options: WriteOptions) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        for each in outgoing:
            file.write(format_line(each.record) + "\n")


FORMAT = Format(
    "jsonl",
    Wording("JSON lines", "lignes JSON"),
    (".jsonl", ".ndjson"),
    read,
    count_lines,
    write=_write,
    purpose=Wording(
        "one article a line with all the project knows of it, for another project or scripts",
        "un article par ligne avec tout ce qu'en sait le projet, pour un autre projet ou vos scripts",
    ),
)
