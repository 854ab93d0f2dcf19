from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.formats.brat import FORMAT
from annotator.formats.records import Note, Outgoing, Problem, Record
from annotator.formats.registry import InputFile, detect, find_files
from annotator.nlp import tokenizer
from tests.formats.round_trip import OPTIONS, assert_comes_back, outgoing_articles, read_all


def written(folder: Path, text: str, *lines: str, name: str = "a") -> Path:
    path = folder / f"{name}.txt"
    path.write_bytes(text.encode())
    path.with_suffix(".ann").write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="")
    return path


def the_record(found: list[Record | Problem | Note]) -> Record:
    (record,) = [each for each in found if isinstance(each, Record)]
    return record


def said(found: list[Record | Problem | Note]) -> list[str]:
    return [each.wording.en for each in found if not isinstance(each, Record)]


@settings(max_examples=60)
@given(articles=outgoing_articles(raw=True))
def test_every_article_comes_back_as_it_was(articles: list[Outgoing]) -> None:
    assert_comes_back(FORMAT, articles)


@pytest.mark.parametrize("given_file", ["a.txt", "a.ann", "."])
def test_text_and_annotations_are_one_article(tmp_path: Path, given_file: str) -> None:
    written(tmp_path, "A😀 Paris et Kiev", "T1\tLOC 3 8\tParis", "T2\tLOC 12 16\tKiev")
    (tmp_path / "annotation.conf").write_text("[entities]\nLOC\n")
    (tmp_path / "visual.conf").write_text("[drawing]\n")

    (only,) = find_files([tmp_path / given_file])
    assert isinstance(only, InputFile)
    assert (only.path.name, only.format) == ("a.txt", FORMAT)
    (record,) = read_all(tmp_path / given_file)

    assert isinstance(record, Record)
    assert (record.spans, record.status) == (((3, 8, "LOC"), (12, 16, "LOC")), None)


def test_a_text_alone_is_none_of_brats(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Paris")

    assert detect(tmp_path / "a.txt") is not FORMAT


def test_annotations_without_their_text_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("T1\tLOC 0 5\tParis\n")

    (problem,) = read_all(tmp_path)

    assert isinstance(problem, Problem)
    assert ".txt" in problem.wording.en


def test_an_article_without_annotations_has_no_spans(tmp_path: Path) -> None:
    (record,) = read_all(written(tmp_path, "Paris"))

    assert record == Record("Paris", str(tmp_path / "a.txt"))


def test_annotations_in_parts(tmp_path: Path) -> None:
    path = written(tmp_path, "Paris et Kiev")
    path.with_suffix(".ann").unlink()
    path.with_suffix(".a1").write_text("T1\tLOC 0 5\tParis\n")
    path.with_suffix(".a2").write_text("T2\tLOC 9 13\tKiev\n#1\tAnnotatorNotes T2\tvu\n")

    record = the_record(read_all(tmp_path))

    assert (record.spans, record.remarks) == (((0, 5, "LOC"), (9, 13, "LOC")), {1: "vu"})


def test_notes_on_spans_are_remarks_and_the_rest_is_counted_by_kind(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Paris attaque Kiev",
        "#1\tAnnotatorNotes T1\tà voir",
        "T1\tLOC 0 5\tParis",
        "T2\tAttack 6 13\tattaque",
        "T3\tLOC 14 18\tKiev",
        "E1\tAttack:T2 Agent:T1 Target:T3",
        "R1\tNear Arg1:T1 Arg2:T3\t",
        "R2\tNear Arg1:T3 Arg2:T1",
        "*\tAlias T1 T3",
        "A1\tConfidence E1 Low",
        "M1\tNegation E1",
        "N1\tReference T1 Wikipedia:90\tParis",
        "#2\tAnnotatorNotes E1\tquoi",
        "#3\tAnnotatorNotes T1\tencore",
        "#4\tNormalized T1\tx",
        "?",
    )

    found = read_all(path)

    record = the_record(found)
    assert record.spans == ((0, 5, "LOC"), (6, 13, "Attack"), (14, 18, "LOC"))
    assert record.remarks == {0: "à voir\nencore"}
    assert all(isinstance(each, Record | Note) for each in found)
    assert sorted(said(found)) == [
        "attributes left out: 1.",
        "equivalences between spans left out, as a project has none: 1.",
        "events left out, as a project has none: 1. The words that name them came in as spans with the event's type.",
        "lines that are none of brat's left out: 1.",
        "links to knowledge bases left out: 1.",
        "modifications left out: 1.",
        "notes on something else than a span that came in left out: 2 (lines 12, 14).",
        "relations left out, as a project has none: 2 (lines 6, 7).",
    ]


def test_a_span_over_a_line_end_is_one_and_others_in_pieces_are_named(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Jean\nValjean et Marie Dupont",
        "T1\tPER 0 4;5 12\tJean Valjean",
        "T2\tPER 5 12;22 28\tValjean Dupont",
        "#1\tAnnotatorNotes T2\tvu",
    )

    record, pieces, note = read_all(path)

    assert isinstance(record, Record)
    assert record.spans == ((0, 12, "PER"),)
    assert isinstance(pieces, Note)
    assert pieces.where == f"{path.with_suffix('.ann')}:2"
    assert "T2 (PER, “Valjean Dupont”)" in pieces.wording.en
    assert isinstance(note, Note)
    assert note.where.endswith(":3")


@pytest.mark.parametrize(
    ("text", "line", "span", "how"),
    [
        ("a\r\nb Paris", "T1\tLOC 5 10\tParis", (5, 10), None),
        ("a\r\nb Paris", "T1\tLOC 4 9\tParis", (5, 10), "one character a line end"),
        ("\ufeffParis dort", "T1\tLOC 0 5\tParis", (1, 6), "no byte order mark"),
        ("\ufeffParis dort", "T1\tLOC 1 6\tParis", (1, 6), None),
        ("😀 Paris", "T1\tLOC 2 7\tParis", (2, 7), None),
        ("😀 Paris", "T1\tLOC 3 8\tParis", (2, 7), "UTF-16 units"),
    ],
)
def test_places_are_where_the_words_stand(
    tmp_path: Path, text: str, line: str, span: tuple[int, int], how: str | None
) -> None:
    found = read_all(written(tmp_path, text, line))

    record = the_record(found)
    assert (record.text, record.spans) == (text, ((*span, "LOC"),))
    assert [how in each for each in said(found) if how] == ([True] if how else [])


def test_words_that_do_not_stand_there_are_said(tmp_path: Path) -> None:
    found = read_all(written(tmp_path, "Paris dort", "T1\tLOC 0 4\tKiev"))

    assert the_record(found).spans == ((0, 4, "LOC"),)
    assert said(found) == ["spans whose words in the file are not those at their place: 1. Look at them."]


@pytest.mark.parametrize("line", ["T1", "T1\tLOC", "T1\tLOC a b\tx", "T1\t0 5\tParis", "T1\tLOC 0 5;\tParis"])
def test_a_line_that_is_wrong_is_named_and_the_next_is_read(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, "Paris dort", line, "T2\tLOC 0 5")

    record, problem = read_all(path)

    assert isinstance(record, Record)
    assert record.spans == ((0, 5, "LOC"),)
    assert isinstance(problem, Problem)
    assert problem.where == f"{path.with_suffix('.ann')}:1"


def test_annotations_that_are_no_text_leave_the_article(tmp_path: Path) -> None:
    path = written(tmp_path, "Paris")
    path.with_suffix(".ann").write_bytes(b"T1\x00\x01")

    record, problem = read_all(path)

    assert isinstance(record, Record)
    assert isinstance(problem, Problem)
    assert problem.where.endswith("a.ann")


def test_texts_in_other_encodings_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "", "T1\tLOC 9 14\tParis")
    path.write_bytes("L'été à\r\nParis".encode("cp1252"))

    record = the_record(read_all(path))

    assert (record.text, record.spans) == ("L'été à\r\nParis", ((9, 14, "LOC"),))


def test_what_is_written_is_a_folder_as_brat_has_it(tmp_path: Path) -> None:
    text = "A😀 Paris promet\n50 M€"
    record = Record(text, "1", spans=((3, 8, "country"), (9, 19, "sum")), remarks={0: "vu\nlà"})
    FORMAT.write([Outgoing(1, record, tokenizer.grid(text))], tmp_path / "out", OPTIONS)  # type: ignore[misc]

    assert (tmp_path / "out" / "000001.txt").read_text(encoding="utf-8") == text
    assert (tmp_path / "out" / "000001.ann").read_text(encoding="utf-8") == (
        "T1\tcountry 3 8\tParis\n#1\tAnnotatorNotes T1\tvu\\nlà\nT2\tsum 9 15;16 19\tpromet 50 \n"
    )
    assert "leader\ncountry\n" in (tmp_path / "out" / "annotation.conf").read_text()
    (back,) = read_all(tmp_path / "out")
    assert isinstance(back, Record)
    assert (back.spans, back.remarks) == (record.spans, record.remarks)


def test_the_tutorial_of_brat_comes_in(shared_folder: Path) -> None:
    folder = shared_folder / "fixtures" / "brat" / "news"
    found = read_all(folder)

    records = [each for each in found if isinstance(each, Record)]
    assert len(records) == len(list(folder.glob("*.txt")))
    assert not [each for each in found if isinstance(each, Problem)]
    lines = [line for path in folder.glob("*.ann") for line in path.read_text(encoding="utf-8").splitlines()]
    assert sum(len(each.spans) for each in records) == sum(line.startswith("T") for line in lines)
    assert sum(len(each.remarks) for each in records) == sum("\tAnnotatorNotes T" in line for line in lines)
    assert not [each for each in said(found) if "words in the file" in each]
    assert [each for each in said(found) if each.startswith("events left out")]
