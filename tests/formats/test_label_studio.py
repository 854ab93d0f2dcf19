from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.core.annotation import Status
from annotator.formats.label_studio import FORMAT
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import InputFile, detect, find_files
from annotator.formats.source import SourceFile
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, outgoing_articles, read_all

CONFIG = '<View>\n <Labels name="ner" toName="corps"/>\n <Text name="corps" value="$article_text"/>\n</View>'


def written(folder: Path, *tasks: Any, config: str | None = None) -> Path:
    path = folder / "export.json"
    path.write_text(json.dumps(list(tasks)), encoding="utf-8")
    if config is not None:
        (folder / "config.xml").write_text(config, encoding="utf-8")
    return path


def result(start: int, end: int, *labels: str, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": list(labels)} | more.pop("value", {})
    return {"id": "x", "from_name": "ner", "to_name": "corps", "type": "labels", "value": value} | more


def records(found: list[Any]) -> list[Record]:
    return [each for each in found if isinstance(each, Record)]


def said(found: list[Any]) -> list[str]:
    return [each.wording.en for each in found if isinstance(each, Note)]


@settings(max_examples=60)
@given(articles=outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


def test_the_work_of_several_on_one_article_is_one_task(tmp_path: Path) -> None:
    text = "Joe Biden est à Kiev."
    grid = tokenizer.grid(text)
    work = [
        Record(text, "", title="T", meta={"p": 1}, spans=((0, 9, "leader"),), annotator="Ana", status=Status.FINISHED),
        Record(text, "", title="T", meta={"p": 1}, annotator="Zoé", status=Status.IN_PROGRESS),
        Record(text, "", title="T", meta={"p": 1}, spans=((16, 20, "country"),), remarks={0: "vu"}),
    ]
    other = Record("Kiev", "", annotator="Ana", status=Status.SET_ASIDE)
    sent = [*(Outgoing(7, each, grid) for each in work), Outgoing(8, other, tokenizer.grid("Kiev"))]

    assert_comes_back(FORMAT, sent)

    assert FORMAT.write is not None
    FORMAT.write(sent, tmp_path / "out", OPTIONS)
    tasks = json.loads((tmp_path / "out" / "tasks.json").read_text(encoding="utf-8"))
    assert [len(task["annotations"]) for task in tasks] == [3, 1]
    assert [each["id"] for task in tasks for each in task["annotations"]] == [1, 2, 3, 4]


def test_articles_that_differ_in_more_than_the_work_on_them_are_tasks_of_their_own(tmp_path: Path) -> None:
    grid = tokenizer.grid("Kiev")
    sent = [Outgoing(7, Record("Kiev", "", title=title), grid) for title in ("A", "B")]

    assert_comes_back(FORMAT, sent)


def test_what_others_call_an_article_or_a_status_is_kept(tmp_path: Path) -> None:
    data = {"text": "Kiev", "article": "a-12", "status": "finished", "annotator": "x"}
    task = {"id": 3, "data": data, "annotations": [{"result": [], "completed_by": {"email": "ana@example.org"}}]}

    (record,) = records(read_all(written(tmp_path, task)))

    assert record.annotator == "ana@example.org"
    assert record.status is Status.FINISHED
    assert record.meta == {"article": "a-12", "status": "finished", "annotator": "x", "id": 3}


def test_annotations_and_predictions_are_a_record_each(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {
            "id": 12,
            "data": {"text": "Paris et Kiev", "page": 3, "title": "Une"},
            "annotations": [
                {"id": 1, "completed_by": 4, "ground_truth": True, "result": [result(0, 5, "LOC")]},
                {"id": 2, "completed_by": {"id": 5, "email": "z@x.fr"}, "was_cancelled": True, "result": []},
            ],
            "drafts": [{"result": []}],
            "predictions": [{"model_version": "m1", "score": 0.5, "result": [result(9, 13, "LOC")]}],
        },
    )

    assert detect(path) is FORMAT
    found = read_all(path)

    first, second, third = records(found)
    assert (first.text, first.title, first.annotator, first.status) == ("Paris et Kiev", "Une", "4", Status.FINISHED)
    assert (first.spans, first.meta) == (((0, 5, "LOC"),), {"page": 3, "id": 12, "ground_truth": True})
    assert (second.spans, second.annotator, second.status) == ((), "z@x.fr", Status.SET_ASIDE)
    assert (third.spans, third.model, third.annotator) == (((9, 13, "LOC"),), "m1", None)
    assert third.meta["score"] == 0.5
    assert said(found) == ["drafts of annotations left out, as nobody submitted them: 1."]


def test_a_task_without_annotations_is_an_article(tmp_path: Path) -> None:
    (record,) = read_all(written(tmp_path, {"id": 1, "data": {"text": "Paris"}, "annotations": []}))

    assert isinstance(record, Record)
    assert (record.text, record.spans, record.status) == ("Paris", (), None)


@pytest.mark.parametrize("config", [CONFIG, None], ids=["configured", "inferred"])
def test_the_text_is_what_the_spans_refer_to(tmp_path: Path, config: str | None) -> None:
    data = {"url": "http://exemple.fr/une-adresse-plus-longue-que-le-texte", "article_text": "Paris et Kiev"}
    task = {"data": data, "annotations": [{"result": [result(9, 13, "LOC", value={"text": "Kiev"})]}]}
    found = read_all(written(tmp_path, task, config=config))

    (record,) = records(found)
    assert (record.text, record.spans) == ("Paris et Kiev", ((9, 13, "LOC"),))
    assert record.meta == {"url": data["url"]}
    assert bool(said(found)) is (config is None)


def test_a_configuration_is_nothing_to_read(tmp_path: Path) -> None:
    written(tmp_path, {"data": {"article_text": "Paris"}, "annotations": []}, config=CONFIG)

    (only,) = find_files([tmp_path])

    assert isinstance(only, InputFile)
    assert only.path.name == "export.json"


def test_a_configuration_with_entities_is_read_without_them(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + CONFIG.replace("</View>", "&a;</View>")
    path = written(tmp_path, {"data": {"article_text": "Paris", "b": "Kiev"}, "annotations": []}, config=bomb)

    (record, *_) = records(read_all(path))

    assert "root" not in record.text


@pytest.mark.parametrize("places", [(3, 8), (4, 9)], ids=["code points", "units"])
@pytest.mark.parametrize("value", [{"text": "Paris"}, {}], ids=["with words", "without"])
def test_places_behind_emoji(tmp_path: Path, places: tuple[int, int], value: dict[str, str]) -> None:
    task = {"data": {"text": "A😀 Paris dort"}, "annotations": [{"result": [result(*places, "LOC", value=value)]}]}
    found = read_all(written(tmp_path, task))

    (record,) = records(found)
    assert record.spans == ((3, 8, "LOC"),)
    assert bool(said(found)) is (places == (4, 9))


def test_line_breaks_in_the_words_of_a_result_are_no_difference(tmp_path: Path) -> None:
    task = {
        "data": {"text": "Jean\nValjean"},
        "annotations": [{"result": [result(0, 12, "PER", value={"text": "Jean\\nValjean"})]}],
    }
    (record,) = read_all(written(tmp_path, task))

    assert isinstance(record, Record)
    assert record.spans == ((0, 12, "PER"),)


def test_what_is_no_span_is_counted_by_kind(tmp_path: Path) -> None:
    results = [
        result(0, 5, "LOC", "ORG"),
        result(0, 5),
        result(6, 8, "LOC", value={"text": "autre"}),
        {"type": "choices", "value": {"choices": ["a"]}},
        {"type": "choices", "value": {"choices": ["b"]}},
        {"type": "relation", "from_id": "x", "to_id": "y"},
        result(0, 1, "X", type="paragraphlabels"),
    ]
    found = read_all(written(tmp_path, {"data": {"text": "Paris et Kiev"}, "annotations": [{"result": results}]}))

    (record,) = records(found)
    assert record.spans == ((0, 5, "LOC"), (6, 8, "LOC"))
    assert sorted(said(found)) == [
        "further labels of spans that have several left out: 1. The first one of each was taken.",
        "results of type “choices” left out, as they are no spans: 2.",
        "results of type “paragraphlabels” left out, as they are no spans: 1.",
        "results of type “relation” left out, as they are no spans: 1.",
        "spans whose words in the file are not those at their place: 1. Look at them.",
        "spans without a label left out: 1.",
    ]


def test_hypertext_comes_in_where_its_places_hold(tmp_path: Path) -> None:
    def item(start: int, end: int, words: str) -> dict[str, Any]:
        offsets = {"globalOffsets": {"start": start, "end": end}, "startOffset": 1, "endOffset": 2}
        value = {"start": "/div[1]/text()[1]", "end": "/div[1]/text()[1]", "text": words, "hypertextlabels": ["LOC"]}
        return result(0, 0, type="hypertextlabels", value=value | offsets)

    task = {
        "data": {"text": "Paris <b>et</b> Kiev"},
        "annotations": [{"result": [item(0, 5, "Paris"), item(9, 13, "Kiev")]}],
    }
    found = read_all(written(tmp_path, task))

    (record,) = records(found)
    assert record.spans == ((0, 5, "LOC"),)
    assert len(said(found)) == 1


def test_a_note_on_a_region_is_a_remark(tmp_path: Path) -> None:
    task = {"data": {"text": "Paris"}, "annotations": [{"result": [result(0, 5, "LOC", meta={"text": ["vu"]})]}]}
    (record,) = read_all(written(tmp_path, task))

    assert isinstance(record, Record)
    assert record.remarks == {0: "vu"}


def test_the_small_export(tmp_path: Path) -> None:
    small = {
        "id": 3,
        "text": "Paris et Kiev",
        "section": "monde",
        "label": [{"start": 0, "end": 5, "text": "Paris", "labels": ["LOC"]}],
        "annotator": 1,
        "annotation_id": 9,
        "created_at": "2024-01-01T00:00:00Z",
        "lead_time": 3.2,
    }
    path = written(tmp_path, small, {name: value for name, value in small.items() if name != "label"})

    assert detect(path) is FORMAT
    first, second = records(read_all(path))
    assert (first.text, first.spans, first.annotator) == ("Paris et Kiev", ((0, 5, "LOC"),), "1")
    assert (first.status, first.meta) == (Status.FINISHED, {"section": "monde", "id": 3})
    assert second.spans == ()


def test_one_task_in_a_file_and_an_annotation_as_storage_keeps_it(tmp_path: Path) -> None:
    one = tmp_path / "task.json"
    one.write_text(json.dumps({"data": {"text": "Paris"}, "annotations": [{"result": [result(0, 5, "LOC")]}]}))
    stored = tmp_path / "17"
    stored.write_text(
        json.dumps({"id": 1, "result": [result(0, 4, "LOC")], "task": {"id": 2, "data": {"text": "Kiev"}}})
    )

    assert detect(one) is FORMAT
    assert detect(stored) is FORMAT
    assert [each.spans for each in records([*read_all(one), *read_all(stored)])] == [((0, 5, "LOC"),), ((0, 4, "LOC"),)]


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ({"data": {"image": 3}, "annotations": []}, "no text"),
        ({"data": {"text": "https://exemple.fr/a.txt"}, "annotations": []}, "only where it lies"),
        (3, "an object"),
    ],
)
def test_a_task_that_is_wrong_is_named_and_the_next_is_read(tmp_path: Path, task: Any, words: str) -> None:
    path = written(tmp_path, task, {"data": {"text": "Paris"}, "annotations": []})

    problem, record = read_all(path, FORMAT)

    assert isinstance(problem, Problem)
    assert problem.where == f"{path}#1"
    assert words in problem.wording.en
    assert isinstance(record, Record)


def test_what_somebody_did_in_label_studio_since_is_what_counts(tmp_path: Path) -> None:
    article = Outgoing(7, Record("Paris", "7", annotator="Ana", status=Status.IN_PROGRESS), tokenizer.grid("Paris"))
    FORMAT.write([article], tmp_path / "out", OPTIONS)  # type: ignore[misc]
    path = tmp_path / "out" / "tasks.json"
    (task,) = json.loads(path.read_text())
    assert FORMAT.count(SourceFile.of(path)) == 1
    task["annotations"][0] |= {
        "completed_by": {"email": "zoe@x.fr"},
        "result": [result(0, 5, "country", to_name="text")],
    }
    path.write_text(json.dumps([task]))

    (record,) = read_all(tmp_path / "out")

    assert isinstance(record, Record)
    assert (record.annotator, record.status, record.spans) == ("zoe@x.fr", Status.FINISHED, ((0, 5, "country"),))
    assert record.meta == {}


def test_an_empty_export_is_a_list(tmp_path: Path) -> None:
    FORMAT.write([], tmp_path / "out", OPTIONS)  # type: ignore[misc]

    assert json.loads((tmp_path / "out" / "tasks.json").read_text()) == []
    config = (tmp_path / "out" / "labeling_config.xml").read_text()
    assert '<Label value="leader" background="#4d96f5" hotkey="1"/>' in config


@pytest.mark.parametrize(
    ("name", "models", "annotations"),
    [
        ("docs_example_preannotated_ner_tasks.json", 4, 0),
        ("editor_example_named_entity_annotations_1.json", 0, 1),
        ("editor_example_named_entity_tasks.json", 1, 0),
    ],
)
def test_the_examples_of_label_studio_come_in(shared_folder: Path, name: str, models: int, annotations: int) -> None:
    path = shared_folder / "fixtures" / "label_studio" / name

    assert detect(path) is FORMAT
    found = read_all(path)

    came = records(found)
    assert sum(each.model is not None for each in came) == models
    assert sum(each.model is None for each in came) == annotations
    assert all(each.spans for each in came)
    assert not [each for each in found if isinstance(each, Problem)]


def test_the_folder_of_examples_holds_nothing_unknown(shared_folder: Path) -> None:
    found = read_all(shared_folder / "fixtures" / "label_studio")

    assert not [each for each in found if isinstance(each, (Problem, Note)) and "LICENSE" not in each.where]


@pytest.mark.parametrize("given_result", [True, 3, "a", {"a": 1}, None])
def test_a_result_that_is_no_list_holds_no_spans(tmp_path: Path, given_result: Any) -> None:
    (record,) = read_all(written(tmp_path, {"data": {"text": "Paris"}, "annotations": [{"result": given_result}]}))

    assert isinstance(record, Record)
    assert record.spans == ()
