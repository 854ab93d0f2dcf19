from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.formats.ner_annotator import FORMAT
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import SourceFile
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, outgoing_articles, read_all


def written(folder: Path, *annotations: Any) -> Path:
    path = folder / "annotations.json"
    path.write_text(json.dumps({"classes": ["LOC"], "annotations": annotations}), encoding="utf-8")
    return path


@settings(max_examples=60)
@given(articles=outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


def test_articles_and_those_skipped(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        None,
        ["Paris et Kiev\r", {"entities": [[0, 5, "LOC"], [9, 13, "LOC"]]}],
        None,
        {"text": "Rome", "entities": [[0, 4, "LOC"]]},
    )

    assert detect(path) is FORMAT
    assert FORMAT.count(SourceFile.of(path)) == 2
    first, second, note = read_all(path)
    assert first == Record("Paris et Kiev\r", f"{path}#2", spans=((0, 5, "LOC"), (9, 13, "LOC")))
    assert second == Record("Rome", f"{path}#4", spans=((0, 4, "LOC"),))
    assert isinstance(note, Note)
    assert note.wording.en == "articles skipped in NER Annotator: 2. Their text is not in the file (nos. 1, 3)."


def test_a_document_is_what_the_tool_writes(tmp_path: Path) -> None:
    text = "A😀 Paris"
    article = Outgoing(1, Record(text, "1", spans=((3, 8, "country"),)), tokenizer.grid(text))
    FORMAT.write([article, article], tmp_path / "out.json", OPTIONS)  # type: ignore[misc]

    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))

    assert document["classes"] == ["leader", "country", "alliance", "weapon", "sum"]
    assert document["annotations"] == [[text, {"entities": [[4, 9, "country"]]}]] * 2


@pytest.mark.parametrize("places", [(4, 9), (3, 8)], ids=["units", "characters"])
def test_places_behind_emoji_are_those_that_stand_at_words(tmp_path: Path, places: tuple[int, int]) -> None:
    record, note = read_all(written(tmp_path, ["A😀 Paris dort", {"entities": [[*places, "LOC"]]}]))

    assert isinstance(record, Record)
    assert record.spans == ((3, 8, "LOC"),)
    assert isinstance(note, Note)
    assert "emoji" in note.wording.en


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (["a"], "[text, "),
        ([None, {"entities": []}], "must be a string"),
        (["a", {"entities": 3}], "a list"),
        (["a", {"entities": [[0, 1]]}], "[start, end, label]"),
        (["a", {"entities": [[0, 1.5, "X"]]}], "whole number"),
        (["a", {"entities": [[0, 1, 7]]}], "a string"),
    ],
)
def test_an_article_that_is_wrong_is_named_and_the_next_is_read(tmp_path: Path, entry: Any, said: str) -> None:
    path = written(tmp_path, entry, ["Paris", {"entities": []}])

    problem, record = read_all(path, FORMAT)

    assert isinstance(problem, Problem)
    assert problem.where == f"{path}#1"
    assert said in problem.wording.en
    assert isinstance(record, Record)


def test_more_than_place_and_label_is_counted(tmp_path: Path) -> None:
    record, note = read_all(written(tmp_path, ["Paris", {"entities": [[0, 5, "LOC", [["suggested"]]]]}]))

    assert isinstance(record, Record)
    assert record.spans == ((0, 5, "LOC"),)
    assert isinstance(note, Note)


def test_a_document_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    path = written(tmp_path, ["Paris", {"entities": []}], ["Kiev", {"entities": []}])
    path.write_text(path.read_text()[:-20])

    record, problem = read_all(path)

    assert isinstance(record, Record)
    assert isinstance(problem, Problem)
    assert "whole JSON document" in problem.wording.en


@pytest.mark.parametrize("content", ["", "{}", '{"annotations": []}'])
def test_a_document_without_articles_is_a_problem(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)

    (problem,) = read_all(path, FORMAT)

    assert isinstance(problem, Problem)
