from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.core.annotation import Status
from annotator.formats.doccano import FORMAT, read
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import ReadOptions, SourceFile
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, outgoing_articles, read_all


def written(folder: Path, *lines: dict[str, Any], name: str = "news.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@settings(max_examples=60)
@given(articles=outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


@pytest.mark.parametrize(
    "fields",
    [
        {"label": [[0, 5, "LOC"], [9, 13, "LOC"]]},
        {"labels": [[0, 5, "LOC"], [9, 13, "LOC"]]},
        {"entities": [[0, 5, "LOC"], [9, 13, "LOC"]]},
        {
            "entities": [
                {"id": 7, "label": "LOC", "start_offset": 0, "end_offset": 5},
                {"id": 8, "label": "LOC", "start_offset": 9, "end_offset": 13},
            ]
        },
    ],
    ids=["label", "labels", "entities", "objects"],
)
@pytest.mark.parametrize("name", ["text", "data"])
def test_spans_come_in_whatever_their_column_is_called(tmp_path: Path, name: str, fields: dict[str, Any]) -> None:
    path = written(tmp_path, {"id": 4, name: "Paris et Kiev", "wiki": 1, "meta": {"page": 3}} | fields)

    assert detect(path) is FORMAT
    assert read_all(path) == [
        Record(
            "Paris et Kiev",
            f"{path}:1",
            meta={"page": 3, "id": 4, "wiki": 1},
            spans=((0, 5, "LOC"), (9, 13, "LOC")),
        )
    ]


def test_relations_are_counted(tmp_path: Path) -> None:
    entities = [{"id": 0, "start_offset": 0, "end_offset": 5, "label": "LOC"}]
    relations = [{"id": 0, "from_id": 0, "to_id": 0, "type": "x"}] * 3
    record, note = read_all(written(tmp_path, {"text": "Paris", "entities": entities, "relations": relations}))

    assert isinstance(record, Record)
    assert "relations" not in record.meta
    assert isinstance(note, Note)
    assert note.wording.en.endswith(": 3.")


def test_an_export_names_its_file_for_the_annotator(tmp_path: Path) -> None:
    line = {"id": 1, "text": "Paris", "label": [[0, 5, "LOC"]], "Comments": []}
    record, note = read_all(written(tmp_path, line, name="admin.jsonl"))

    assert isinstance(record, Record)
    assert record.annotator == "admin"
    assert record.meta == {"id": 1}
    assert isinstance(note, Note)
    assert "“admin”" in note.wording.en


@pytest.mark.parametrize("name", ["all.jsonl", "unknown.jsonl"])
def test_an_export_for_nobody_has_no_annotator(tmp_path: Path, name: str) -> None:
    (record,) = read_all(written(tmp_path, {"id": 1, "text": "Paris", "label": [], "Comments": ["vu"]}, name=name))

    assert isinstance(record, Record)
    assert (record.annotator, record.meta) == (None, {"id": 1, "Comments": ["vu"]})


def test_another_file_is_not_named_for_anybody(tmp_path: Path) -> None:
    (record,) = read_all(written(tmp_path, {"text": "Paris", "label": [[0, 5, "LOC"]]}, name="admin.jsonl"))

    assert isinstance(record, Record)
    assert record.annotator is None


def test_spans_of_several_annotators_are_a_record_each(tmp_path: Path) -> None:
    annotations = [
        {"label": 1, "start_offset": 0, "end_offset": 5, "user": 1},
        {"label": 2, "start_offset": 9, "end_offset": 13, "user": 2},
    ]
    line = {"id": 1, "text": "Paris et Kiev", "annotations": annotations, "meta": {}, "annotation_approver": "zoe"}
    one, other, note = read_all(written(tmp_path, line))

    assert isinstance(one, Record)
    assert isinstance(other, Record)
    assert (one.annotator, one.spans, one.status) == ("1", ((0, 5, "1"),), Status.FINISHED)
    assert (other.annotator, other.spans) == ("2", ((9, 13, "2"),))
    assert isinstance(note, Note)
    assert "a number" in note.wording.en


@pytest.mark.parametrize("places", [(4, 9), (3, 8)], ids=["units", "characters"])
def test_places_behind_emoji_are_those_that_stand_at_words(tmp_path: Path, places: tuple[int, int]) -> None:
    record, note = read_all(written(tmp_path, {"text": "A😀 Paris dort", "label": [[*places, "LOC"]]}))

    assert isinstance(record, Record)
    assert record.spans == ((3, 8, "LOC"),)
    assert isinstance(note, Note)
    assert "emoji" in note.wording.en


def test_what_is_written_counts_as_doccano_does_and_says_so(tmp_path: Path) -> None:
    text = "A😀 Paris"
    article = Outgoing(1, Record(text, "1", spans=((3, 8, "country"),)), tokenizer.grid(text))
    FORMAT.write([article], tmp_path / "out.jsonl", OPTIONS)  # type: ignore[misc]

    line = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))

    assert line == {"text": text, "offsets": "utf-16", "label": [[4, 9, "country"]]}


def test_columns_of_other_names_are_found_where_only_one_can_be_meant(tmp_path: Path) -> None:
    path = written(tmp_path, {"corps": "Paris", "marques": [[0, 5, "LOC"]]}, {"corps": "Kiev", "marques": []})

    first, second, note = read_all(path)

    assert isinstance(first, Record)
    assert (first.text, first.spans) == ("Paris", ((0, 5, "LOC"),))
    assert isinstance(second, Record)
    assert (second.text, second.spans, second.meta) == ("Kiev", (), {})
    assert isinstance(note, Note)
    assert "“corps”" in note.wording.en


def test_columns_that_could_be_meant_either_way_are_to_be_chosen(tmp_path: Path) -> None:
    path = written(tmp_path, {"corps": "Paris", "titre": "Une", "marques": [[0, 5, "LOC"]]})

    (problem,) = read(SourceFile.of(path))
    (record,) = read(SourceFile.of(path, ReadOptions(columns={"text": "corps", "label": "marques"})))

    assert isinstance(problem, Problem)
    assert "corps, titre, marques" in problem.wording.en
    assert isinstance(record, Record)
    assert (record.text, record.spans, record.meta) == ("Paris", ((0, 5, "LOC"),), {"titre": "Une"})


def test_labels_of_whole_texts_stay_in_the_metadata(tmp_path: Path) -> None:
    record, note = read(SourceFile.of(written(tmp_path, {"text": "Paris", "label": ["monde"]})))

    assert isinstance(record, Record)
    assert (record.spans, record.meta) == ((), {"label": ["monde"]})
    assert isinstance(note, Note)
    assert "whole text" in note.wording.en


def test_remarks_follow_their_span_and_are_kept_where_it_is_gone(tmp_path: Path) -> None:
    line = {"text": "Paris Kiev", "label": [[6, 10, "LOC"]], "remarks": [[0, 5, "vu"], [6, 10, "à voir"]]}
    record, note = read_all(written(tmp_path, line))

    assert isinstance(record, Record)
    assert record.remarks == {0: "à voir"}
    assert record.meta == {"remarks": [[0, 5, "vu"]]}
    assert isinstance(note, Note)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"label": [[0, 1, "X"]]}, "“text” is missing"),
        ({"text": None, "label": []}, "must be a string"),
        ({"text": "a", "label": [["0", 1, "X"]]}, "whole number"),
        ({"text": "a", "label": [[0, 1]]}, "[start, end, label]"),
        ({"text": "a", "label": [[0, 1, None]]}, "a string"),
        ({"text": "a", "label": {"x": 1}}, "a list"),
    ],
)
def test_a_line_that_is_wrong_is_named_and_the_next_is_read(tmp_path: Path, line: dict[str, Any], said: str) -> None:
    path = written(tmp_path, line, {"text": "Paris", "label": [[0, 5, "LOC"]]})

    problem, record = read_all(path, FORMAT)

    assert isinstance(problem, Problem)
    assert problem.where == f"{path}:1"
    assert said in problem.wording.en
    assert isinstance(record, Record)


@pytest.mark.parametrize(
    ("name", "records", "spans", "problems"),
    [
        ("data_export__pipeline__examples__sequence_labeling__example.jsonl", 3, 4, 0),
        ("data_import__pipeline__examples__sequence_labeling__example.jsonl", 3, 3, 0),
        ("data_import__tests__data__sequence_labeling__example.jsonl", 2, 1, 1),
        ("data_import__tests__data__sequence_labeling__example_overlapping.jsonl", 1, 2, 0),
    ],
)
def test_the_files_of_doccano_come_in(shared_folder: Path, name: str, records: int, spans: int, problems: int) -> None:
    path = shared_folder / "fixtures" / "doccano" / name

    assert detect(path) is FORMAT
    found = read_all(path)

    came = [each for each in found if isinstance(each, Record)]
    assert len(came) == records
    assert sum(len(each.spans) for each in came) == spans
    assert sum(isinstance(each, Problem) for each in found) == problems
