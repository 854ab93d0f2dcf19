from __future__ import annotations

import csv
import io
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.records import MAX_BYTES, Note, Problem, Record
from annotator.formats.source import ReadOptions, SourceFile
from annotator.formats.table import FORMAT


def read(path: Path, **columns: str) -> list[Any]:
    assert FORMAT.read is not None
    return list(FORMAT.read(SourceFile.of(path, ReadOptions(columns=columns))))


def written(folder: Path, content: str | bytes, name: str = "news.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def records(found: list[Any]) -> list[Record]:
    return [each for each in found if isinstance(each, Record)]


def test_headings_tell_what_the_columns_hold_and_it_is_said(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Titre;Corps;Journal;Publié le;Page\nKiev;L’OTAN, hier.;Le Soir;2024-02-29;3\n",
    )

    note, record = read(path)

    assert record == Record(
        "L’OTAN, hier.", f"{path}:2", title="Kiev", source="Le Soir", date="2024-02-29", meta={"Page": "3"}
    )
    assert isinstance(note, Note)
    assert "text = “Corps”, title = “Titre”, source = “Journal”, date = “Publié le”" in note.wording.en
    assert "texte = « Corps »" in note.wording.fr


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_told_though_texts_are_full_of_commas(tmp_path: Path, separator: str) -> None:
    rows = [
        ("titre", "texte", "n"),
        ("A", "un, deux, trois ; quatre", "1"),
        ("B", 'dit "oui",\nhier', "2"),
        ("C", "x", "3"),
    ]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)

    found = records(read(written(tmp_path, out.getvalue())))

    assert [(each.title, each.text, each.meta) for each in found] == [(a, b, {"n": c}) for a, b, c in rows[1:]]
    assert [each.where.rpartition(":")[2] for each in found] == ["2", "3", "5"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_every_way(tmp_path: Path, end: str) -> None:
    found = records(read(written(tmp_path, end.join(["titre,texte", "A,un", "B,deux", ""]))))

    assert [(each.text, each.where[-2:]) for each in found] == [("un", ":2"), ("deux", ":3")]


def test_columns_are_chosen_by_heading_or_number_and_then_nothing_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b,c\nun,deux,trois\n")

    assert read(path, text="B", title="3") == [Record("deux", f"{path}:2", title="trois", meta={"a": "un"})]


def test_a_choice_that_is_no_column_is_a_problem_that_names_the_columns(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b\nun,deux\n")

    (missing,), (unknown,) = read(path, text="Corps"), read(path, mots="a")

    assert isinstance(missing, Problem)
    assert "a, b" in missing.wording.en
    assert isinstance(unknown, Problem)
    assert "“mots”" in unknown.wording.en


def test_without_a_known_heading_the_longest_column_is_the_text(tmp_path: Path) -> None:
    note, record = read(written(tmp_path, "x,y\ncourt,une phrase bien plus longue\n"))

    assert (record.text, record.meta) == ("une phrase bien plus longue", {"x": "court"})
    assert "text = “y”" in note.wording.en


def test_a_table_without_headings_loses_no_row(tmp_path: Path) -> None:
    first = "Kiev a demandé hier à l’OTAN de nouvelles armes, dont des chars et des missiles."
    path = written(tmp_path, f"1;{first}\n2;Rien.\n")

    assert [(each.text, each.meta, each.where[-2:]) for each in records(read(path))] == [
        (first, {"1": "1"}, ":1"),
        ("Rien.", {"1": "2"}, ":2"),
    ]


def test_one_column_of_texts_with_commas_is_not_cut(tmp_path: Path) -> None:
    found = records(read(written(tmp_path, "texte\nKiev, Paris, Rome.\nRien.\n")))

    assert [each.text for each in found] == ["Kiev, Paris, Rome.", "Rien."]


def test_two_columns_of_one_name_are_both_kept(tmp_path: Path) -> None:
    (record,) = records(read(written(tmp_path, "texte,n,n\nun,1,2\n")))

    assert record.meta == {"n": "1", "n (2)": "2"}


def test_the_line_in_which_excel_names_the_separator_is_no_row(tmp_path: Path) -> None:
    path = written(tmp_path, "sep=;\r\ntitre;texte\r\nA;un\r\n")

    assert [(each.text, each.where) for each in records(read(path))] == [("un", f"{path}:3")]


def test_quotation_marks_within_tab_separated_cells_stay(tmp_path: Path) -> None:
    path = written(tmp_path, 'titre\ttexte\nA\t"Kiev" est tombée\nB\t"non\n', "news.tsv")

    assert [each.text for each in records(read(path))] == ['"Kiev" est tombée', '"non']


def test_quotation_marks_with_a_backslash_before_them_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, 'titre,texte\nA,"Il a dit \\"oui\\", hier"\nB,"un\ndeux"\n')

    assert [each.text for each in records(read(path))] == ['Il a dit "oui", hier', "un\ndeux"]


def test_tab_separated_cells_in_quotes_may_begin_a_line_with_one(tmp_path: Path) -> None:
    path = written(tmp_path, 'titre\ttexte\nA\t"un\n""deux"" trois"\nB\tquatre\n', "news.tsv")

    assert [each.text for each in records(read(path))] == ['un\n"deux" trois', "quatre"]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("cp1252", True)],
)
def test_encodings_are_told_and_a_guess_is_said(tmp_path: Path, encoding: str, said: bool) -> None:
    path = written(
        tmp_path, "titre;texte\nÉté;L’été à Kiev coûte 12 €\nHiver;C’est l’hiver à présent\n".encode(encoding)
    )

    found = read(path)

    assert [(each.title, each.text) for each in records(found)] == [
        ("Été", "L’été à Kiev coûte 12 €"),
        ("Hiver", "C’est l’hiver à présent"),
    ]
    assert len([each for each in found if isinstance(each, Note)]) == 1 + said


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "iso-8859-15", "utf-16-le"])
def test_old_encodings_are_told_far_down_the_file_too(tmp_path: Path, encoding: str) -> None:
    rows = ["Kiev;Rien de neuf."] * 20_000 + ["Été;L'été coûte 12 € à l'État, a-t-on déjà relevé à Besançon."]
    if encoding in ("cp850", "mac_roman"):
        rows[-1] = rows[-1].replace("12 € ", "")
    path = written(tmp_path, "\n".join(["titre;texte", *rows]).encode(encoding))

    found = read(path)

    assert records(found)[-1].text == rows[-1].partition(";")[2]
    assert len(records(found)) == len(rows)
    assert isinstance(found[0], Note)


def test_utf_8_with_a_broken_byte_is_read_and_said(tmp_path: Path) -> None:
    content = "titre;texte\n" + "Été;L’été à Kiev\n" * 9
    path = written(tmp_path, content.encode() + b"Hiver;gel\xe9\n")

    found = read(path)

    assert records(found)[-1].text == "gel\ufffd"
    assert len(records(found)) == 10
    assert isinstance(found[0], Note)


def test_an_encoding_there_is_not_is_a_problem(tmp_path: Path) -> None:
    assert FORMAT.read is not None

    (problem,) = FORMAT.read(SourceFile.of(written(tmp_path, "titre\na\n"), ReadOptions(encoding="klingon")))

    assert isinstance(problem, Problem)
    assert "klingon" in problem.wording.en


def test_an_encoding_that_a_person_names_is_taken(tmp_path: Path) -> None:
    path = written(tmp_path, "titre;texte\nA;œuvre\n".encode("mac_roman"))
    assert FORMAT.read is not None

    found = list(FORMAT.read(SourceFile.of(path, ReadOptions(encoding="mac_roman"))))

    assert [each.text for each in records(found)] == ["œuvre"]


@pytest.mark.parametrize(
    ("given_date", "iso"),
    [
        ("2024-02-29T10:00:00+01:00", "2024-02-29T10:00:00+01:00"),
        ("03/04/2024", "2024-04-03"),
        ("29.2.2024 8h05", "2024-02-29T08:05:00"),
        ("jeudi 29 février 2024", "2024-02-29"),
        ("1er août 2024", "2024-08-01"),
    ],
)
def test_dates_become_iso(tmp_path: Path, given_date: str, iso: str) -> None:
    (record,) = records(read(written(tmp_path, f"texte;date\nun;{given_date}\n")))

    assert record.date == iso


def test_that_dates_were_read_day_first_is_said_once(tmp_path: Path) -> None:
    found = read(written(tmp_path, "texte;date\nun;03/04/2024\ndeux;05/04/2024\n"))

    assert len([each for each in found if isinstance(each, Note) and "day first" in each.wording.en]) == 1


def test_a_date_that_is_none_is_kept_and_said(tmp_path: Path) -> None:
    found = read(written(tmp_path, "texte;date\nun;31/02/2024\n"))

    assert records(found)[0].date is None
    assert records(found)[0].meta == {"date": "31/02/2024"}
    assert "31/02/2024" in found[-1].wording.en


def test_bad_rows_are_named_by_their_line_while_good_ones_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, 'titre,texte\nA,un\nB,\nC,"deux\nlignes"\nD,trois,de trop\n\nE,quatre\n')

    found = read(path)[1:]

    assert [(type(each).__name__, each.where.rpartition(":")[2]) for each in found] == [
        ("Record", "2"),
        ("Problem", "3"),
        ("Record", "4"),
        ("Problem", "6"),
        ("Record", "8"),
    ]


def test_a_quotation_mark_never_closed_swallows_one_row_only(tmp_path: Path) -> None:
    path = written(tmp_path, 'titre,texte\nA,un\nB,"deux\nC,trois\nD,quatre\n')

    found = read(path)

    assert [each.text for each in records(found)] == ["un", "trois", "quatre"]
    (problem,) = [each for each in found if isinstance(each, Problem)]
    assert problem.where == f"{path}:3"
    assert "never closed" in problem.wording.en


def test_a_line_too_long_for_an_article_is_named_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    with path.open("w") as file:
        file.write("titre,texte\nA,un\nB,")
        for _ in range(64):
            file.write("x" * 2**20)
        file.write("\nC,deux\n")

    tracemalloc.start()
    found = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [each.text for each in records(found)] == ["un", "deux"]
    (problem,) = [each for each in found if isinstance(each, Problem)]
    assert problem.where == f"{path}:3"
    assert peak < 6 * MAX_BYTES


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"a,b\x00\n\x00,d\xff\n", b"\xff\xfea"], ids=["empty", "blank", "binary", "half"]
)
def test_what_is_no_table_is_one_problem(tmp_path: Path, content: bytes) -> None:
    found = read(written(tmp_path, content))

    assert [type(each) for each in found] == [Problem]


def test_headings_without_rows_hold_no_article(tmp_path: Path) -> None:
    assert not records(read(written(tmp_path, "titre,texte\n")))


_CELL = st.text(st.characters(codec="utf-8", exclude_characters="\x00\ue000\ue0ff"), max_size=30)


@given(st.lists(st.tuples(_CELL, _CELL), min_size=1, max_size=6), st.sampled_from(",;|\t"))
def test_whatever_python_writes_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]], separator: str
) -> None:
    rows = [("titre", "texte"), *((title, "x" + text) for title, text in cells)]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    path = written(tmp_path_factory.mktemp("table"), out.getvalue())

    assert [(each.title or "", each.text) for each in records(read(path))] == rows[1:]
