from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.formats import hugging_face, parquet
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import Format, detect
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, come_back, outgoing_articles, read_all

BOTH = pytest.mark.parametrize("format", [hugging_face.FORMAT, parquet.FORMAT], ids=lambda each: each.name)


def outgoing(text: str, *spans: tuple[int, int, str], **fields: Any) -> Outgoing:
    return Outgoing(7, Record(text, "article 7", spans=spans, **fields), tokenizer.grid(text))


def written(folder: Path, *rows: dict[str, Any], card: str | None = None) -> Path:
    path = folder / "data.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    if card is not None:
        (folder / "README.md").write_text(card, encoding="utf-8")
    return path


@BOTH
@settings(max_examples=40)
@given(articles=outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(format: Format, articles: list[Outgoing]) -> None:
    assert_comes_back(format, articles)


@BOTH
def test_two_spans_side_by_side_stay_two(format: Format, tmp_path: Path) -> None:
    article = outgoing("Paris Kiev\u00a0\nMoscou", (0, 5, "country"), (6, 10, "country"), (12, 18, "leader"))

    (record,) = come_back(format, [article], tmp_path)

    assert isinstance(record, Record)
    assert record.spans == article.record.spans


def test_a_line_says_tokens_without_white_space_and_tags_in_words(tmp_path: Path) -> None:
    text = "L’OTAN  promet\n50 M€."
    article = outgoing(text, (2, 6, "alliance"), (15, 20, "sum"), annotator="Ana", status=Status.FINISHED)
    hugging_face._write([article], tmp_path / "out", OPTIONS)

    (line,) = (tmp_path / "out" / "data.jsonl").read_text(encoding="utf-8").splitlines()
    row = json.loads(line)

    assert row["tokens"] == ["L’", "OTAN", "promet", "50", "M€", "."]
    assert row["ner_tags"] == ["O", "B-alliance", "O", "B-sum", "I-sum", "O"]
    assert [text[start:end] for start, end in zip(row["token_starts"], row["token_ends"], strict=True)] == row["tokens"]
    assert (row["id"], row["annotator"], row["status"]) == ("7", "Ana", "finished")


def test_the_card_counts_and_names_the_tags(tmp_path: Path) -> None:
    hugging_face._write([outgoing("Paris", (0, 5, "country"))], tmp_path / "out", OPTIONS)

    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")

    assert "'0': \"O\"\n          '1': \"B-leader\"\n          '2': \"I-leader\"" in card
    assert "1 articles, 1 spans" in card
    assert "| `country` | pays | country | 1 |" in card


@BOTH
def test_a_label_the_project_does_not_have_is_refused(format: Format, tmp_path: Path) -> None:
    assert format.write is not None
    with pytest.raises(UserError, match="ville"):
        format.write([outgoing("Paris", (0, 5, "ville"))], tmp_path / "out", OPTIONS)


def test_corrected_tags_are_what_counts(tmp_path: Path) -> None:
    hugging_face._write([outgoing("Paris Kiev", (0, 5, "country"))], tmp_path / "out", OPTIONS)
    path = tmp_path / "out" / "data.jsonl"
    row = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(row | {"ner_tags": ["O", "B-leader"]}), encoding="utf-8")

    (record,) = read_all(tmp_path / "out")

    assert isinstance(record, Record)
    assert record.spans == ((6, 10, "leader"),)


def test_tokens_without_their_text_are_put_together_as_printed(tmp_path: Path) -> None:
    tokens = ["L'", "OTAN", ",", "", "dit", "-", "elle", ",", "attend", "."]
    tags = ["O", "B-ORG", *["O"] * 8]

    (record,) = read_all(written(tmp_path, {"tokens": tokens, "ner_tags": tags}))

    assert isinstance(record, Record)
    assert record.text.startswith("L'OTAN, dit")
    assert record.text.endswith(", attend.")
    assert [record.text[start:end] for start, end, _ in record.spans] == ["OTAN"]


def test_another_data_set_is_told_by_its_columns_and_its_tokens_make_the_text(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {"id": "0", "tokens": ["EU", "rejects", "Peter", "Blackburn"], "ner_tags": ["B-ORG", "O", "B-PER", "I-PER"]},
    )

    assert detect(path) is hugging_face.FORMAT
    assert read_all(path) == [
        Record("EU rejects Peter Blackburn", f"{path}:1", meta={"id": "0"}, spans=((0, 2, "ORG"), (11, 26, "PER")))
    ]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["I-PER", "I-PER", "O", "I-LOC"], [(0, 3, "PER"), (6, 7, "LOC")]),
        (["B-PER", "L-PER", "U-LOC", "U-LOC"], [(0, 3, "PER"), (4, 5, "LOC"), (6, 7, "LOC")]),
        (["S-PER", "B-LOC", "I-LOC", "E-LOC"], [(0, 1, "PER"), (2, 7, "LOC")]),
        (["PER", "PER", "LOC", "O"], [(0, 3, "PER"), (4, 5, "LOC")]),
        (["B-a-b", "I-a-b", "I-c", "O"], [(0, 3, "a-b"), (4, 5, "c")]),
    ],
    ids=["iob", "bilou", "bioes", "bare", "dashes"],
)
def test_tags_of_other_schemes_are_read(tmp_path: Path, tags: list[str], spans: list[Any]) -> None:
    (record,) = read_all(written(tmp_path, {"tokens": ["a", "b", "c", "d"], "ner_tags": tags}))

    assert isinstance(record, Record)
    assert list(record.spans) == spans


CARD = """---
dataset_info:
  features:
  - name: tokens
    list: string
  - name: ner_tags
    list:
      class_label:
        names:
          '0': O
          '1': B-PER
          '2': "I-P\\u00c9R"
  splits:
  - name: train
---
"""


def test_numbers_get_their_names_from_the_card(tmp_path: Path) -> None:
    written(tmp_path, {"tokens": ["Ana", "Zoé"], "ner_tags": [1, 2]}, card=CARD)

    (record,) = read_all(tmp_path)

    assert isinstance(record, Record)
    assert record.spans == ((0, 3, "PER"), (4, 7, "PÉR"))


def test_a_readme_that_is_no_card_is_left_out_by_name(tmp_path: Path) -> None:
    written(tmp_path, {"tokens": ["Ana"], "ner_tags": ["O"]}, card="# Lisez-moi")

    note, record = read_all(tmp_path)

    assert isinstance(note, Note)
    assert note.where.endswith("README.md")
    assert isinstance(record, Record)


def test_numbers_get_their_names_from_the_description(tmp_path: Path) -> None:
    kind = {"feature": {"names": ["O", "B-PER"], "_type": "ClassLabel"}, "_type": "Sequence"}
    (tmp_path / "dataset_info.json").write_text(json.dumps({"features": {"ner_tags": kind}}))
    written(tmp_path, {"tokens": ["Ana", "dit"], "ner_tags": [1, 0]})

    (record,) = read_all(tmp_path)

    assert isinstance(record, Record)
    assert record.spans == ((0, 3, "PER"),)


def test_numbers_without_names_leave_the_text_and_are_said(tmp_path: Path) -> None:
    record, note = read_all(written(tmp_path, {"tokens": ["Ana", "dit"], "ner_tags": [1, 0]}))

    assert isinstance(record, Record)
    assert (record.text, record.spans) == ("Ana dit", ())
    assert isinstance(note, Note)
    assert "README.md" in note.wording.en


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"tokens": ["a"], "ner_tags": []}, "1 tokens and 0 tags"),
        ({"tokens": "a", "ner_tags": ["O"]}, "a list of strings"),
        ({"tokens": ["a"], "ner_tags": [None]}, "a list of tags"),
        ({"tokens": [], "ner_tags": []}, "neither"),
        ({"tokens": ["b"], "ner_tags": ["O"], "text": "a"}, "not in the text"),
        ({"tokens": ["a"], "ner_tags": ["O"], "title": 3}, "“title”"),
        ({"tokens": ["a"], "ner_tags": ["O"], "text": "a", "note": "\ud800"}, "surrogate"),
    ],
)
def test_a_row_that_does_not_hold_together_is_named_and_the_next_is_read(
    tmp_path: Path, row: dict[str, Any], said: str
) -> None:
    path = written(tmp_path, row, {"tokens": ["a"], "ner_tags": ["O"]})

    problem, record = read_all(path, hugging_face.FORMAT)

    assert isinstance(problem, Problem)
    assert problem.where == f"{path}:1"
    assert said in problem.wording.en
    assert isinstance(record, Record)


def test_a_number_the_data_set_does_not_have_is_named(tmp_path: Path) -> None:
    written(tmp_path, {"tokens": ["Ana"], "ner_tags": [9]}, card=CARD)

    (problem,) = read_all(tmp_path)

    assert isinstance(problem, Problem)
    assert "0 to 2" in problem.wording.en
