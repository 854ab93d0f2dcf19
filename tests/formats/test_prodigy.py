from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.core.annotation import Status
from annotator.formats.prodigy import FORMAT
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import detect
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, come_back, outgoing_articles, read_all


def written(folder: Path, *lines: dict[str, Any]) -> Path:
    path = folder / "tasks.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def span(start: int, end: int, label: str, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "label": label, **more}


@settings(max_examples=60)
@given(articles=outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


def test_a_line_has_tokens_as_prodigy_wants_them(tmp_path: Path) -> None:
    text = "A😀 Paris promet\n50 M€"
    article = Outgoing(3, Record(text, "3", spans=((3, 8, "country"),), annotator="Ana"), tokenizer.grid(text))
    FORMAT.write([article], tmp_path / "out.jsonl", OPTIONS)  # type: ignore[misc]

    line = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))

    assert [text[token["start"] : token["end"]] for token in line["tokens"]] == [
        each["text"] for each in line["tokens"]
    ]
    assert "".join(token["text"] + " " * token["ws"] for token in line["tokens"]) == text
    assert [token["id"] for token in line["tokens"]] == list(range(len(line["tokens"])))
    (only,) = line["spans"]
    assert (line["tokens"][only["token_start"]]["text"], only["token_start"]) == ("Paris", only["token_end"])
    assert line["_view_id"] == "ner_manual"
    assert line["_annotator_id"] == line["_session_id"] == "Ana"
    assert "answer" not in line
    assert -(2**31) <= line["_input_hash"] < 2**31


def test_hashes_of_our_own_are_the_same_each_time_and_follow_the_spans(tmp_path: Path) -> None:
    def hashes(name: str, *spans: tuple[int, int, str]) -> tuple[int, int]:
        article = Outgoing(1, Record("Paris", "1", spans=spans), tokenizer.grid("Paris"))
        FORMAT.write([article], tmp_path / name, OPTIONS)  # type: ignore[misc]
        line = json.loads((tmp_path / name).read_text())
        return line["_input_hash"], line["_task_hash"]

    first, again, bare = hashes("a", (0, 5, "country")), hashes("b", (0, 5, "country")), hashes("c")

    assert first == again
    assert first[0] == bare[0]
    assert first[1] != bare[1]


def test_what_prodigy_calls_its_tasks_comes_back_as_it_was(tmp_path: Path) -> None:
    line = {
        "text": "Paris",
        "_input_hash": -12,
        "_task_hash": 34,
        "_timestamp": 1700000000,
        "meta": {"source": "AFP", "section": "monde"},
        "spans": [span(0, 5, "GPE")],
        "answer": "accept",
        "_annotator_id": "news-ana",
        "_session_id": "news-ana",
        "_view_id": "ner_manual",
        "rank": {"x": [1]},
    }
    (record,) = read_all(written(tmp_path, line))
    assert isinstance(record, Record)
    assert (record.source, record.annotator, record.status) == ("AFP", "news-ana", Status.FINISHED)
    assert record.meta == {
        "section": "monde",
        "_input_hash": -12,
        "_task_hash": 34,
        "_timestamp": 1700000000,
        "rank": {"x": [1]},
    }

    again = tmp_path / "again.jsonl"
    FORMAT.write([Outgoing(1, record, tokenizer.grid("Paris"))], again, OPTIONS)  # type: ignore[misc]

    kept = json.loads(again.read_text())
    assert {name: kept[name] for name in ("_input_hash", "_task_hash", "_timestamp")} == {
        name: line[name] for name in ("_input_hash", "_task_hash", "_timestamp")
    }
    (back,) = read_all(again)
    assert isinstance(back, Record)
    assert (back.meta, back.source, back.annotator) == (record.meta, "AFP", "news-ana")


@pytest.mark.parametrize(
    ("answer", "status", "spans"),
    [
        ("accept", Status.FINISHED, ((0, 5, "GPE"),)),
        ("ignore", Status.SET_ASIDE, ((0, 5, "GPE"),)),
        (None, None, ((0, 5, "GPE"),)),
    ],
)
def test_the_answer_is_the_status(
    tmp_path: Path, answer: str | None, status: Status | None, spans: tuple[tuple[int, int, str], ...]
) -> None:
    line = {"text": "Paris", "spans": [span(0, 5, "GPE")], "_view_id": "ner_manual"}
    (record,) = read_all(written(tmp_path, line | ({"answer": answer} if answer else {})))

    assert isinstance(record, Record)
    assert (record.status, record.spans) == (status, spans)


def test_rejected_spans_never_come_in_and_are_counted(tmp_path: Path) -> None:
    rejected = {"text": "Paris", "spans": [span(0, 5, "GPE", note="faux")], "_task_hash": 1, "answer": "reject"}
    first, second, note = read_all(written(tmp_path, rejected, rejected | {"text": "Kiev"}))

    for record in (first, second):
        assert isinstance(record, Record)
        assert (record.status, record.spans, record.remarks) == (Status.SET_ASIDE, (), {})
    assert isinstance(note, Note)
    assert "rejected in Prodigy: 2" in note.wording.en
    assert "(lines 1, 2)" in note.wording.en


def test_yes_and_no_about_single_spans_are_one_article_in_progress(tmp_path: Path) -> None:
    asked = {"text": "Paris et Kiev, Rome", "_view_id": "ner", "_task_hash": 1}
    path = written(
        tmp_path,
        asked | {"spans": [span(0, 5, "GPE", score=0.9)], "answer": "accept"},
        asked | {"spans": [span(0, 5, "ORG")], "answer": "reject"},
        asked | {"spans": [span(9, 13, "GPE", note="vu")], "answer": "accept"},
        asked | {"text": "Rome", "spans": [span(0, 4, "GPE")], "answer": "ignore"},
    )

    one, other, *notes = read_all(path)

    assert isinstance(one, Record)
    assert (one.spans, one.status) == (((0, 5, "GPE"), (9, 13, "GPE")), Status.IN_PROGRESS)
    assert one.remarks == {1: "vu"}
    assert isinstance(other, Record)
    assert other.text == "Rome"
    unsure, binary = sorted((note.wording.en for note in notes if isinstance(note, Note)), reverse=True)
    assert unsure == "spans left out because they were answered with “reject” or “ignore”: 2 (lines 2, 4)."
    assert "about one span each (interface “ner”): 4." in binary
    assert binary.endswith("(lines 1, 2, 3, 4).")


def test_overlapping_spans_are_left_to_the_import(tmp_path: Path) -> None:
    line = {"text": "Paris Match", "_view_id": "spans_manual", "answer": "accept"}
    (record,) = read_all(written(tmp_path, line | {"spans": [span(0, 5, "GPE"), span(0, 11, "ORG")]}))

    assert isinstance(record, Record)
    assert record.spans == ((0, 5, "GPE"), (0, 11, "ORG"))


def test_relations_are_counted(tmp_path: Path) -> None:
    line = {
        "text": "Paris Kiev",
        "spans": [span(0, 5, "GPE"), span(6, 10, "GPE")],
        "relations": [{"head": 0, "child": 1, "label": "X"}, {"head": 1, "child": 0, "label": "Y"}],
        "_view_id": "relations",
        "answer": "accept",
    }
    record, note = read_all(written(tmp_path, line))

    assert isinstance(record, Record)
    assert len(record.spans) == 2
    assert isinstance(note, Note)
    assert note.where.endswith(":1")
    assert note.wording.fr.startswith("relations entre annotations")
    assert note.wording.fr.endswith(" : 2.")


@pytest.mark.parametrize("answer", ["accept", "reject"])
def test_an_answer_to_another_question_says_nothing_of_the_spans(tmp_path: Path, answer: str) -> None:
    shown = span(0, 5, "GPE") | {"source": "fr_core_news_lg", "score": 1}
    line = {"text": "Paris gagne", "spans": [shown], "options": [{"id": "Q90"}], "accept": ["Q90"]}
    record, note = read_all(written(tmp_path, line | {"_view_id": "choice", "answer": answer, "_annotator_id": "ana"}))

    assert isinstance(record, Record)
    assert (record.spans, record.model, record.annotator) == (((0, 5, "GPE"),), "fr_core_news_lg", None)
    assert record.status is None
    assert record.meta["answer"] == answer
    assert record.meta["accept"] == ["Q90"]
    assert isinstance(note, Note)


def test_other_questions_give_their_text(tmp_path: Path) -> None:
    line = {"text": "Paris", "label": "POLITICS", "_view_id": "classification", "answer": "accept"}
    record, note = read_all(written(tmp_path, line))

    assert isinstance(record, Record)
    assert (record.text, record.status) == ("Paris", None)
    assert record.meta == {"label": "POLITICS", "_view_id": "classification", "answer": "accept"}
    assert isinstance(note, Note)
    assert "another question" in note.wording.en


@pytest.mark.parametrize(
    ("who", "annotator"),
    [
        ({"_annotator_id": "news-ana", "_session_id": None}, "news-ana"),
        ({"_session_id": "news-ana"}, "news-ana"),
        ({"_annotator_id": "2023-05-01_10-11-12", "_session_id": "2023-05-01_10-11-12"}, None),
        ({"_annotator_id": "news-2023-05-01_10-11-12"}, None),
        ({"_session_id": None}, None),
    ],
)
def test_the_annotator_is_whom_the_session_names(tmp_path: Path, who: dict[str, Any], annotator: str | None) -> None:
    (record,) = read_all(written(tmp_path, {"text": "Paris", "answer": "accept"} | who))

    assert isinstance(record, Record)
    assert (record.annotator, record.meta) == (annotator, {})


def test_spans_that_nobody_answered_are_those_of_their_model(tmp_path: Path) -> None:
    line = {"text": "Paris", "_input_hash": 1, "spans": [span(0, 5, "GPE", source="fr_core_news_sm", score=0.7)]}
    (record,) = read_all(written(tmp_path, line))

    assert isinstance(record, Record)
    assert (record.model, record.annotator, record.status) == ("fr_core_news_sm", None, None)


def test_patterns_are_refused_in_one_sentence_that_says_where_they_go(tmp_path: Path) -> None:
    path = written(tmp_path, {"label": "GPE", "pattern": [{"lower": "kiev"}]}, {"label": "GPE", "pattern": "Paris"})

    assert detect(path) is FORMAT
    (problem,) = read_all(path)
    assert isinstance(problem, Problem)
    assert "patterns of Prodigy (2)" in problem.wording.en
    assert "annotator lexicon" in problem.wording.en
    assert "lexique" in problem.wording.fr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"_task_hash": 1}, "“text” is missing"),
        ({"text": 3, "_task_hash": 1}, "must be a string"),
        ({"text": "a", "spans": ["x"], "_task_hash": 1}, "a list of objects"),
        ({"text": "a", "spans": [span(0, 1, "X") | {"start": "0"}], "_task_hash": 1}, "whole number"),
        ({"text": "a", "_annotator_id": 3}, "_annotator_id"),
    ],
)
def test_a_line_that_is_wrong_is_named_and_the_next_is_read(tmp_path: Path, line: dict[str, Any], said: str) -> None:
    path = written(tmp_path, line, {"text": "Paris", "answer": "accept"})

    problem, record = read_all(path, FORMAT)

    assert isinstance(problem, Problem)
    assert problem.where == f"{path}:1"
    assert said in problem.wording.en
    assert isinstance(record, Record)


def test_drafts_train_no_model_and_are_told_apart_when_they_come_back(tmp_path: Path) -> None:
    text = "Paris"
    draft = Outgoing(1, Record(text, "1", status=Status.IN_PROGRESS), tokenizer.grid(text))
    (record,) = come_back(FORMAT, [draft], tmp_path)
    line = json.loads((tmp_path / "out.jsonl").read_text())

    assert line["answer"] == "ignore"
    assert isinstance(record, Record)
    assert record.status is Status.IN_PROGRESS
    # Answered in Prodigy since, what it was before no longer counts.
    (answered,) = read_all(written(tmp_path, line | {"answer": "accept"}))
    assert isinstance(answered, Record)
    assert answered.status is Status.FINISHED


def test_the_file_of_headlines_comes_in_whole(shared_folder: Path) -> None:
    path = shared_folder / "fixtures" / "prodigy" / "annotated_news_headlines-ORG-PERSON-LOCATION-ner.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    assert detect(path) is FORMAT
    found = read_all(path)

    records = [each for each in found if isinstance(each, Record)]
    assert len(found) == len(records) == len(lines)
    for record, line in zip(records, lines, strict=True):
        assert record.text == line["text"]
        assert record.source == line["meta"]["source"]
        assert list(record.spans) == [(each["start"], each["end"], each["label"]) for each in line.get("spans", [])]
        assert record.meta == {"_input_hash": line["_input_hash"], "_task_hash": line["_task_hash"]}
    assert sum(record.status is Status.SET_ASIDE for record in records) == 1


def test_the_file_of_patterns_is_refused(shared_folder: Path) -> None:
    (problem,) = read_all(shared_folder / "fixtures" / "prodigy" / "patterns_countries-GPE.jsonl")

    assert isinstance(problem, Problem)
    assert "patterns of Prodigy" in problem.wording.en
