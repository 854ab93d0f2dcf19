from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from annotator.core.annotation import Status
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import detect
from tests.formats.round_trip import read_all

NAMES = ["annotation_id", "annotator", "created_at", "id", "label", "lead_time", "text", "updated_at"]


def written(folder: Path, *rows: dict[str, Any], separator: str = ",", names: list[str] = NAMES) -> Path:
    path = folder / f"project-1.{'tsv' if separator != ',' else 'csv'}"
    given = {"annotation_id": 7, "annotator": "ana@example.org", "created_at": "2024-01-01T10:00:00Z", "lead_time": 2.5}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=separator)
        writer.writeheader()
        writer.writerows(given | {"updated_at": "2024-01-01T10:00:00Z"} | row for row in rows)
    return path


def span(start: int, end: int, text: str, *labels: str) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text, "labels": list(labels)}


@pytest.mark.parametrize("separator", [",", "\t"])
def test_the_spans_in_a_cell_come_in(tmp_path: Path, separator: str) -> None:
    spans = json.dumps([span(0, 4, "Kiev", "LOC"), span(8, 16, "« Olaf »", "PER")], ensure_ascii=False)
    path = written(
        tmp_path,
        {"id": 1, "label": spans, "text": "Kiev et « Olaf »\nou «\u00a0Scholz\u00a0»"},
        {"id": 2, "label": "", "text": "Rien, ici."},
        separator=separator,
    )

    first, second = read_all(path)

    assert (format := detect(path)) is not None
    assert format.name == "label-studio-csv"
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert first.text == "Kiev et « Olaf »\nou «\u00a0Scholz\u00a0»"
    assert first.spans == ((0, 4, "LOC"), (8, 16, "PER"))
    assert (first.annotator, first.status, first.meta) == ("ana@example.org", Status.FINISHED, {"id": 1})
    assert (second.text, second.spans, second.status) == ("Rien, ici.", (), Status.FINISHED)


def test_what_is_no_span_is_kept_or_counted(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {"id": 1, "label": json.dumps([span(0, 4, "Kiev", "LOC", "CITY")]), "text": "Kiev", "theme": "guerre"},
        names=[*NAMES, "theme"],
    )

    record, note = read_all(path)

    assert isinstance(record, Record)
    assert record.meta == {"id": 1, "theme": "guerre"}
    assert isinstance(note, Note)
    assert "further labels" in note.wording.en


def test_a_row_that_is_wrong_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, {"id": 1, "text": "Kiev"})
    with path.open("a", encoding="utf-8") as file:
        file.write("1,2,3,4,5,6,7,8,9,10\r\n8,,,2,[{broken,1,{Kiev},x\r\n")

    first, problem, last = read_all(path)

    assert isinstance(first, Record)
    assert isinstance(problem, Problem)
    assert "10 cells" in problem.wording.en
    assert isinstance(last, Record)
    assert (last.text, last.meta["label"]) == ("{Kiev}", "[{broken")


def test_other_tables_are_no_exports_of_label_studio(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,id,created_at\nKiev,1,2024-01-01\n", encoding="utf-8")

    assert (format := detect(path)) is not None
    assert format.name == "csv"
