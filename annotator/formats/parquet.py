"""Parquet: the rows of a Hugging Face data set in one compressed file, its features in its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.hugging_face import names_of
from annotator.formats.json_text import BadJsonError
from annotator.formats.records import MAX_BYTES, Outgoing, Problem, Reading, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile
from annotator.formats.tagged_columns import PLACES, STRINGS, features, records_in, row_of, tag_names

_MARK = b"PAR1"
_ROWS = 1_000
"""Rows of a group, fewer where they are long: what is held in memory while one is written."""
_GROUP_CHARACTERS = 2 * MAX_BYTES
_BATCH = 50
_READ_ROWS = 64


def _read(file: SourceFile) -> Reading:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        # The page index and statistics are of no use here, and threads would outlive a reading given up half-way.
        with ParquetFile(file.path, pre_buffer=False) as opened:
            names = _names_in(opened.schema_arrow.metadata)
            number = 0
            for batch in opened.iter_batches(_READ_ROWS, use_threads=False):
                columns = [
                    (name, column, _is_plain(column.type))
                    for name, column in zip(batch.schema.names, batch.columns, strict=True)
                ]
                for index in range(batch.num_rows):
                    number += 1
                    where = file.at(number)
                    if sum(column.slice(index, 1).nbytes for _, column, _ in columns) > MAX_BYTES:
                        yield Problem(where, _TOO_LONG)
                        continue
                    row = {
                        name: column[index].as_py() if plain else _plain(column[index].as_py())
                        for name, column, plain in columns
                    }
                    try:
                        yield from records_in(row, where, names)
                    except BadJsonError as error:
                        yield Problem(where, error.wording)
            if number == 0:
                yield Problem(file.at(), _NO_ROWS)
    except (ArrowException, UnicodeDecodeError, MemoryError, NotImplementedError, ValueError) as error:
        yield Problem(file.at(), _broken(error))


def _names_in(metadata: Any) -> list[str] | None:
    try:
        return names_of(json.loads((metadata or {}).get(b"huggingface", b"{}"))["info"]["features"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _is_plain(kind: Any) -> bool:
    """Tell whether values of a column are of a kind that JSON has: one look instead of one at each value."""
    from pyarrow import types

    if types.is_list(kind) or types.is_large_list(kind):
        return _is_plain(kind.value_type)
    tests = (types.is_string, types.is_large_string, types.is_integer, types.is_boolean, types.is_floating)
    return any(test(kind) for test in tests)


def _plain(value: Any) -> Any:
    """Return a value of a kind that JSON has: dates and sums as they are written, lists and structures likewise."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list():
            return [_plain(each) for each in value]
        case dict():
            return {str(name): _plain(each) for name, each in value.items()}
        case bytes():
            return value.hex()
        case _ if hasattr(value, "isoformat"):
            return value.isoformat()
        case _:
            return str(value)


_NO_ROWS = Wording("the file has no rows.", "le fichier ne contient aucune ligne.")
_TOO_LONG = Wording(
    f"the row holds more than {MAX_BYTES // 2**20} MB, too much for one article; it was left out.",
    f"la ligne contient plus de {MAX_BYTES // 2**20} Mo, trop pour un seul article ; elle a été laissée de côté.",
)


def _broken(error: BaseException) -> Wording:
    why = " ".join(str(error).split())[:100]
    return Wording(
        f"the Parquet file is damaged or of a kind that cannot be read ({why}); what follows was left out.",
        f"le fichier Parquet est abîmé ou d'un genre illisible ({why}) ; la suite a été laissée de côté.",
    )


def _count(file: SourceFile) -> int:
    from pyarrow import ArrowException
    from pyarrow.parquet import read_metadata

    try:
        return int(read_metadata(file.path).num_rows)
    except (ArrowException, ValueError):
        return 1


def _write(outgoing: Iterable[Outgoing], path: Path, options: WriteOptions) -> None:
    from pyarrow import RecordBatch, Table
    from pyarrow.parquet import ParquetWriter

    names = tag_names(options.labels)
    numbers = {name: number for number, name in enumerate(names)}
    schema = _schema(names)
    with path.open("xb") as file, ParquetWriter(file, schema, compression="zstd") as writer:
        group: list[RecordBatch] = []  # as columns, which take a tenth of what rows take
        rows: list[dict[str, Any]] = []
        room = _GROUP_CHARACTERS
        for each in outgoing:
            row = row_of(each, names)
            row["ner_tags"] = [numbers[tag] for tag in row["ner_tags"]]
            rows.append(row)
            room -= len(row["text"])
            if len(rows) == _BATCH or room < 0:
                group.append(RecordBatch.from_pylist(rows, schema))
                rows = []
            if len(group) * _BATCH == _ROWS or room < 0:
                writer.write_table(Table.from_batches(group, schema))
                group, room = [], _GROUP_CHARACTERS
        if rows:
            group.append(RecordBatch.from_pylist(rows, schema))
        if group:
            writer.write_table(Table.from_batches(group, schema))


def _schema(names: Sequence[str]) -> Any:
    import pyarrow

    fields = [pyarrow.field(name, pyarrow.string()) for name in STRINGS]
    fields.append(pyarrow.field("tokens", pyarrow.list_(pyarrow.string())))
    fields += [pyarrow.field(name, pyarrow.list_(pyarrow.int64())) for name in (*PLACES, "ner_tags")]
    described = json.dumps({"info": {"features": features(names)}}, ensure_ascii=False)
    return pyarrow.schema(fields, metadata={"huggingface": described})


def _likeness(head: Head) -> Likeness:
    return Likeness.CONTENT if head.data.startswith(_MARK) else Likeness.NO


FORMAT = Format(
    "parquet",
    Wording("Parquet", "Parquet"),
    (".parquet",),
    _read,
    _count,
    _likeness,
    write=_write,
    purpose=Wording(
        "the same table in one compact file, for datasets, pandas or DuckDB",
        "le même tableau en un fichier compact, pour datasets, pandas ou DuckDB",
    ),
)
