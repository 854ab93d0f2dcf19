from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow.parquet import ParquetFile, write_table

from annotator.formats.parquet import FORMAT
from annotator.formats.records import MAX_BYTES, Outgoing, Problem, Record
from annotator.formats.registry import detect
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, come_back, read_all


def written(folder: Path, columns: dict[str, Any], names: list[str] | None = None) -> Path:
    path = folder / "train.parquet"
    table = pyarrow.table(columns)
    if names is not None:
        kind = {"feature": {"names": names, "_type": "ClassLabel"}, "_type": "List"}
        table = table.replace_schema_metadata({"huggingface": json.dumps({"info": {"features": {"ner_tags": kind}}})})
    write_table(table, path)
    return path


def test_many_articles_come_back_in_their_order_and_in_groups(tmp_path: Path) -> None:
    texts = [f"Article {number}" for number in range(2_500)]
    articles = [
        Outgoing(number, Record(text, "x", spans=((0, 7, "weapon"),)), tokenizer.grid(text))
        for number, text in enumerate(texts)
    ]

    found = come_back(FORMAT, articles, tmp_path)

    assert [each.text for each in found if isinstance(each, Record)] == texts
    assert ParquetFile(tmp_path / "out.parquet").num_row_groups == 3


def test_a_data_set_of_the_hub_is_read_with_its_names(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {
            "id": ["0"],
            "tokens": [["Ana", "vit", "à", "Kiev"]],
            "ner_tags": [[1, 0, 0, 2]],
            "seen": [datetime.date(2024, 2, 29)],
        },
        ["O", "B-PER", "B-LOC"],
    )

    assert detect(path) is FORMAT
    assert read_all(path) == [
        Record(
            "Ana vit à Kiev",
            f"{path}:1",
            meta={"id": "0", "seen": "2024-02-29"},
            spans=((0, 3, "PER"), (10, 14, "LOC")),
        )
    ]


def test_texts_alone_are_articles(tmp_path: Path) -> None:
    path = written(tmp_path, {"text": ["un", None, "trois"], "title": ["a", "b", None]})

    first, problem, third = read_all(path)

    assert first == Record("un", f"{path}:1", title="a")
    assert isinstance(problem, Problem)
    assert problem.where == f"{path}:2"
    assert third == Record("trois", f"{path}:3")


def test_a_row_too_long_for_an_article_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, {"text": ["x" * (MAX_BYTES + 1), "court"]})

    problem, record = read_all(path)

    assert isinstance(problem, Problem)
    assert "16 MB" in problem.wording.en
    assert record == Record("court", f"{path}:2")


@pytest.mark.parametrize("cut", [4, 40, -9, -1])
def test_a_file_cut_off_or_damaged_is_one_problem(tmp_path: Path, cut: int) -> None:
    path = written(tmp_path, {"text": ["un"] * 10})
    path.write_bytes(path.read_bytes()[:cut])

    (problem,) = read_all(path)

    assert isinstance(problem, Problem)
    assert "damaged" in problem.wording.en


def test_a_damaged_page_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    path = written(tmp_path, {"text": [f"article {number}" for number in range(100)]})
    content = bytearray(path.read_bytes())
    content[30:60] = bytes(255 - byte for byte in content[30:60])
    path.write_bytes(bytes(content))

    found = read_all(path)

    assert isinstance(found[-1], Problem)


def test_a_file_without_rows_is_said(tmp_path: Path) -> None:
    (problem,) = read_all(written(tmp_path, {"text": pyarrow.array([], pyarrow.string())}))

    assert isinstance(problem, Problem)
    assert "no rows" in problem.wording.en


def test_nothing_to_write_is_a_file_without_rows(tmp_path: Path) -> None:
    assert FORMAT.write is not None
    FORMAT.write([], tmp_path / "out.parquet", OPTIONS)

    assert ParquetFile(tmp_path / "out.parquet").metadata.num_rows == 0
