from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotation import Status
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.span_table import FORMAT, HEADINGS
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, come_back, outgoing_articles, read_all


def outgoing(text: str, *spans: tuple[int, int, str], article: int = 7, **fields: Any) -> Outgoing:
    return Outgoing(article, Record(text, "x", spans=spans, **fields), tokenizer.grid(text))


def rows_of(folder: Path, *articles: Outgoing) -> list[dict[str, str]]:
    assert FORMAT.write is not None
    FORMAT.write(articles, folder / "out.csv", OPTIONS)
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@settings(max_examples=60)
@given(outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


@given(
    st.text(st.characters(codec="utf-8"), max_size=20), st.none() | st.text(st.characters(codec="utf-8"), max_size=9)
)
def test_every_text_comes_back_be_it_empty_or_a_formula(text: str, title: str | None) -> None:
    assert_comes_back(FORMAT, [outgoing(text, title=title, annotator=text, meta={"x": text})])


def test_a_row_says_what_the_span_is_and_what_stands_around_it(tmp_path: Path) -> None:
    text = "Hier, l’OTAN a promis 50 M€."
    spans = ((8, 12, "alliance"), (22, 27, "sum"))

    first, second, third = rows_of(
        tmp_path,
        outgoing(text, *spans, title="Titre", annotator="Ana", status=Status.FINISHED, remarks={1: "vu"}),
        outgoing("Rien.", article=8),
    )

    assert tuple(first) == HEADINGS
    assert (first["article"], first["title"], first["annotator"], first["status"]) == ("7", "Titre", "Ana", "finished")
    assert (first["label"], first["start"], first["end"], first["surface"]) == ("alliance", "8", "12", "OTAN")
    assert (first["before"], first["after"]) == ("Hier, l’", " a promis 50 M€.")
    assert (first["text"], second["text"]) == (text, "")
    assert (second["title"], second["surface"], second["remark"]) == ("Titre", "50 M€", "vu")
    assert (third["article"], third["label"], third["start"], third["text"]) == ("8", "", "", "Rien.")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_is_a_formula(tmp_path: Path, begin: str) -> None:
    evil = begin + 'HYPERLINK("http://x")'
    text = evil + " Paris"
    article = outgoing(text, (len(evil) + 1, len(text), "country"), title=evil, source=evil, annotator=evil)

    (row,) = rows_of(tmp_path, article)

    assert not [cell for cell in row.values() if cell.startswith(begin)]


def test_backslashes_are_letters_like_any_other(tmp_path: Path) -> None:
    text = 'C:\\"x\\'

    (record,) = come_back(FORMAT, [outgoing(text, title="a\\", annotator='\\"b')], tmp_path)

    assert isinstance(record, Record)
    assert (record.text, record.title, record.annotator) == (text, "a\\", '\\"b')


def test_two_annotators_of_one_article_stay_two(tmp_path: Path) -> None:
    articles = [outgoing("Paris", (0, 5, label), annotator=name) for name, label in (("a", "country"), ("b", "leader"))]

    found = come_back(FORMAT, articles, tmp_path)

    assert [(each.annotator, each.spans) for each in found if isinstance(each, Record)] == [
        ("a", ((0, 5, "country"),)),
        ("b", ((0, 5, "leader"),)),
    ]


def test_what_a_french_spreadsheet_program_saves_again_is_read(tmp_path: Path) -> None:
    rows_of(tmp_path, outgoing("l’été à Paris", (8, 13, "country"), date="2024-02-29"))
    content = (
        (tmp_path / "out.csv").read_text(encoding="utf-8-sig").replace(",", ";").replace("2024-02-29", "29/02/2024")
    )
    path = tmp_path / "again.csv"
    path.write_text(content, encoding="cp1252")

    note, record = read_all(path)

    assert detect(path) is FORMAT
    assert isinstance(note, Note)
    assert isinstance(record, Record)
    assert (record.text, record.date, record.spans) == ("l’été à Paris", "2024-02-29", ((8, 13, "country"),))


def table(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "spans.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADINGS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"article": "1", "label": "leader", "start": "a", "end": "3"}, "whole numbers"),
        ({"article": "1", "label": "leader", "start": "0"}, "belong together"),
        (
            {"article": "1", "label": "leader", "start": "0", "end": "4", "surface": "Kiev"},
            "“Kiev” does not stand at 0",
        ),
        ({"article": "2", "label": "leader", "start": "0", "end": "4"}, "in their order"),
        ({"article": "1", "annotator": "b", "label": "leader", "start": "0", "end": "4"}, "in their order"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_read(tmp_path: Path, row: dict[str, Any], said: str) -> None:
    good = {"article": "1", "label": "country", "start": "0", "end": "5", "surface": "Paris"}
    path = table(tmp_path, good | {"text": "Paris"}, row, good)

    problem, record = read_all(path)

    assert isinstance(problem, Problem)
    assert problem.where == f"{path}:3"
    assert said in problem.wording.en
    assert isinstance(record, Record)
    assert record.spans == ((0, 5, "country"), (0, 5, "country"))


def test_a_table_that_has_other_columns_is_no_table_of_spans(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("title,text\na,b\n")

    (problem,) = read_all(path, FORMAT)

    assert isinstance(problem, Problem)
    assert "article, label, start, end" in problem.wording.en
    assert detect(path) is not FORMAT


def test_odd_dates_statuses_and_metadata_are_kept(tmp_path: Path) -> None:
    record, note = read_all(
        table(tmp_path, {"article": "1", "text": "x", "date": "hier", "status": "fini", "meta": "[" * 100_000})
    )

    assert isinstance(record, Record)
    assert record.meta == {"meta": "[" * 100_000, "date": "hier", "status": "fini"}
    assert isinstance(note, Note)
