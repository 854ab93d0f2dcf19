from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.json_lines import FORMAT, format_line
from annotator.formats.json_lines import read as read_file
from annotator.formats.json_text import MAX_DEPTH
from annotator.formats.records import MAX_BYTES, Note, Problem, Record
from annotator.formats.source import SourceFile


def read(path: Path) -> list[Record | Problem | Note]:
    return list(read_file(SourceFile.of(path)))


def written(folder: Path, *lines: Any) -> Path:
    """Write lines, each as it is where it is a string or bytes and as JSON otherwise."""
    path = folder / "news.jsonl"
    path.write_bytes(b"".join(_bytes(line) + b"\n" for line in lines))
    return path


def _bytes(line: Any) -> bytes:
    if isinstance(line, bytes):
        return line
    return line.encode() if isinstance(line, str) else json.dumps(line).encode()


def test_everything_a_line_says_is_kept(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {
            "text": "A😀 Paris",
            "title": "Titre",
            "date": "2023-10-17",
            "source": "Wikinews",
            "meta": {"licence": "CC BY"},
            "id": "article-1",
            "answer": "accept",
            "spans": [{"start": 3, "end": 8, "label": "country", "score": 1}],
        },
    )

    assert read(path) == [
        Record(
            "A😀 Paris",
            f"{path}:1",
            title="Titre",
            source="Wikinews",
            date="2023-10-17",
            meta={"licence": "CC BY", "id": "article-1", "answer": "accept"},
            spans=((3, 8, "country"),),
        )
    ]


def test_a_key_that_the_metadata_has_too_loses_neither(tmp_path: Path) -> None:
    (record,) = read(written(tmp_path, {"text": "a", "id": 1, "meta": {"id": 2, "id_": 3}}))

    assert isinstance(record, Record)
    assert record.meta == {"id": 2, "id_": 3, "id__": 1}


def test_null_is_as_good_as_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, {"text": "a", "spans": None, "title": None, "date": None, "source": None, "meta": None})

    assert read(path) == [Record("a", f"{path}:1")]


def test_bad_lines_are_named_while_good_ones_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, {"text": "un"}, "{", "", {"text": "deux"}, "   ", "[]", {"text": "trois"})

    found = read(path)

    assert [each.where for each in found] == [f"{path}:{line}" for line in (1, 2, 4, 6, 7)]
    assert [type(each) for each in found] == [Record, Problem, Record, Problem, Record]


def span(**changes: Any) -> dict[str, Any]:
    return {"text": "Paris", "spans": [{"start": 0, "end": 5, "label": "country", **changes}]}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "JSON"),
        ('{"text": "a"} {"text": "b"}', "JSON"),
        ('{"text": "a\tb"}', "JSON"),
        ('{"text": NaN}', "NaN"),
        ('{"text": "a", "meta": {"n": Infinity}}', "Infinity"),
        ('{"text": "a", "meta": {"n": 1e999}}', "too large"),
        ('{"text": "a", "n": 1' + "0" * 5000 + "}", "number"),
        (b'{"text": "\xe9t\xe9"}', "UTF-8"),
        ("[" * 100_000 + "]" * 100_000, "deep"),
        ('{"text": "a", "m": ' + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "}", "deep"),
        ('"text"', "a string"),
        ("null", "null"),
        ({"spans": []}, "missing"),
        ({"text": None}, "“text” must be a string"),
        ({"text": ["a"]}, "a list"),
        ({"text": "a", "title": 3}, "“title”"),
        ({"text": "a", "source": {}}, "“source”"),
        ({"text": "a", "meta": []}, "“meta”"),
        ({"text": "a", "spans": {}}, "“spans”"),
        ({"text": "a", "spans": ["x"]}, "spans[0]"),
        (span(start=True), "“spans[0].start” must be a whole number, not true or false"),
        (span(end=5.0), "spans[0].end"),
        (span(end="5"), "spans[0].end"),
        (span(label=1), "spans[0].label"),
        (span(label=None), "spans[0].label"),
        ('{"text": "a", "title": "\\ud800"}', "surrogate"),
        ('{"text": "a", "meta": {"\\ud800": 1}}', "surrogate"),
        ('{"text": "a", "spans": [{"start": 0, "end": 1, "label": "\\udfff"}]}', "surrogate"),
    ],
)
def test_a_line_that_is_none_is_one_problem(tmp_path: Path, line: Any, said: str) -> None:
    path = written(tmp_path, {"text": "avant"}, line, {"text": "après"})

    before, problem, after = read(path)

    assert isinstance(before, Record)
    assert isinstance(after, Record)
    assert isinstance(problem, Problem)
    assert problem.where == f"{path}:2"
    assert said in problem.wording.en
    assert problem.wording.fr != problem.wording.en


def test_an_odd_date_is_kept_in_the_metadata_and_said(tmp_path: Path) -> None:
    record, note = read(written(tmp_path, {"text": "a", "date": "17 octobre 2023"}))

    assert isinstance(record, Record)
    assert record.date is None
    assert record.meta == {"date": "17 octobre 2023"}
    assert isinstance(note, Note)
    assert "17 octobre 2023" in note.wording.en


def test_an_endless_line_is_skipped_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "endless.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "un"}\n{"text": "')
        file.seek(5 * MAX_BYTES, 1)
        file.write(b'"}\n{"text": "deux"}')

    tracemalloc.start()
    first, problem, second = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [first, second] == [Record("un", f"{path}:1"), Record("deux", f"{path}:3")]
    assert isinstance(problem, Problem)
    assert problem.where == f"{path}:2"
    assert peak < 3 * MAX_BYTES


def test_a_byte_order_mark_and_line_ends_of_windows_are_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "un"}\r\n{"text": "deux"}\r\n')

    assert read(path) == [Record("un", f"{path}:1"), Record("deux", f"{path}:2")]


def test_utf_16_is_read_to_where_it_breaks(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes('{"text": "été\u0a0d"}\n{"text": "deux'.encode("utf-16") + b"\x00")

    first, problem = read(path)

    assert first == Record("été\u0a0d", f"{path}:1")
    assert isinstance(problem, Problem)
    assert "UTF-16" in problem.wording.en


def test_separators_inside_a_string_end_no_line(tmp_path: Path) -> None:
    text = "un\u2028deux\u2029trois\x85quatre\x0b\x0c"
    path = written(tmp_path, json.dumps({"text": text}, ensure_ascii=False).replace("\x0b", "\\u000b"))
    path.write_text(json.dumps({"text": text}, ensure_ascii=False) + "\n", "utf-8")

    assert read(path) == [Record(text, f"{path}:1")]


def test_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read(written(tmp_path, "", "  "))

    assert isinstance(problem, Problem)
    assert "empty" in problem.wording.en


def test_lines_are_counted_for_the_progress_bar(tmp_path: Path) -> None:
    path = written(tmp_path, *[{"text": str(number)} for number in range(7)])

    assert FORMAT.count(SourceFile.of(path)) == 7


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.builds(
    Record,
    text=TEXT,
    where=st.just(""),
    title=st.none() | TEXT,
    source=st.none() | TEXT,
    date=st.none() | st.dates().map(str) | st.datetimes().map(str),
    meta=st.dictionaries(TEXT, VALUE, max_size=4),
    spans=st.lists(st.tuples(st.integers(), st.integers(), TEXT), max_size=4).map(tuple),
)


@given(records=st.lists(RECORDS, min_size=1, max_size=4))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> None:
    path = tmp_path_factory.getbasetemp() / "round_trip.jsonl"
    path.write_text("".join(format_line(record) + "\n" for record in records), "utf-8", newline="")

    found = read(path)

    assert [each.where for each in found] == [f"{path}:{line}" for line in range(1, len(records) + 1)]
    for record, back in zip(records, found, strict=True):
        assert isinstance(back, Record)
        for name in ("text", "title", "source", "date", "meta", "spans"):
            assert getattr(back, name) == getattr(record, name)


@pytest.mark.parametrize("status", [[], {"a": 1}, 3, "done"])
def test_a_status_that_is_none_is_kept_in_the_metadata(tmp_path: Path, status: object) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Kiev", "status": status}), encoding="utf-8")

    (record,) = read_file(SourceFile.of(path))

    assert isinstance(record, Record)
    assert (record.status, record.meta) == (None, {"status": status})
