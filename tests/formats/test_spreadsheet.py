from __future__ import annotations

import time
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import ReadOptions, SourceFile
from annotator.formats.spreadsheet import FORMAT

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def read(path: Path, **columns: str) -> list[Any]:
    assert FORMAT.read is not None
    return list(FORMAT.read(SourceFile.of(path, ReadOptions(columns=columns))))


def text(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'


def excel(folder: Path, *sheets: str, name: str = "news.xlsx") -> Path:
    """Write a workbook of sheets, each given as the rows of its XML."""
    path = folder / name
    numbers = range(1, len(sheets) + 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATIONS}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            + "".join(f'<sheet name="Feuille {n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
            + "</sheets></workbook>",
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">'
            + "".join(
                f'<Relationship Id="r{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                for n in numbers
            )
            + f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        )
        for n, rows in zip(numbers, sheets, strict=True):
            archive.writestr(
                f"xl/worksheets/sheet{n}.xml",
                f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
            )
    return path


HEADINGS = f'<row r="1">{text("A1", "Titre")}{text("B1", "Texte")}{text("C1", "Date")}{text("D1", "Page")}</row>'


def open_document(folder: Path, rows: str) -> Path:
    path = folder / "news.ods"
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content{spaces} office:version="1.2"><office:body><office:spreadsheet>'
            f'<table:table table:name="F">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def test_rows_dates_and_values_of_formulas_are_read_with_their_row(tmp_path: Path) -> None:
    path = excel(
        tmp_path,
        HEADINGS
        + f'<row r="3">{text("A3", "=Kiev")}{text("B3", "L’OTAN")}<c r="C3" s="1"><v>45351</v></c><c r="D3"><f>1+2</f>'
        "<v>3</v></c></row>",
    )

    note, record = read(path)

    assert record == Record("L’OTAN", f"{path}:3", title="=Kiev", date="2024-02-29", meta={"Page": 3})
    assert isinstance(note, Note)
    assert "text = “Texte”" in note.wording.en
    assert detect(path) is FORMAT


def test_a_formula_without_value_is_said_with_its_cell(tmp_path: Path) -> None:
    path = excel(tmp_path, HEADINGS + f'<row r="2">{text("B2", "un")}<c r="D2"><f>NOW()</f></c></row>')

    found = read(path)

    assert any(isinstance(each, Note) and "in D2" in each.wording.en for each in found)
    assert [each.text for each in found if isinstance(each, Record)] == ["un"]


def test_numbers_of_rows_are_those_of_the_program_though_the_table_begins_below(tmp_path: Path) -> None:
    path = excel(
        tmp_path, f'<row r="4">{text("C4", "titre")}{text("D4", "texte")}</row><row r="7">{text("D7", "un")}</row>'
    )

    assert [each.where for each in read(path) if isinstance(each, Record)] == [f"{path}:7"]


def test_the_first_sheet_with_rows_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    rows = HEADINGS + f'<row r="2">{text("B2", "un")}</row>'
    path = excel(tmp_path, "", rows, rows)

    found = read(path)

    assert len([each for each in found if isinstance(each, Record)]) == 1
    assert "“Feuille 2”, was read; left out: Feuille 3" in found[-1].wording.en


def test_columns_are_chosen(tmp_path: Path) -> None:
    path = excel(tmp_path, HEADINGS + f'<row r="2">{text("A2", "un")}{text("B2", "deux")}</row>')

    assert [each.text for each in read(path, text="1") if isinstance(each, Record)] == ["un"]


def test_an_open_document_is_read_though_rows_repeat_to_the_end_of_the_sheet(tmp_path: Path) -> None:
    def cell(words: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'

    path = open_document(
        tmp_path,
        f"<table:table-row>{cell('titre')}{cell('texte')}</table:table-row>"
        f"<table:table-row>{cell('A')}{cell('un')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>',
    )

    assert detect(path) is FORMAT
    assert [(each.title, each.text, each.where) for each in read(path) if isinstance(each, Record)] == [
        ("A", "un", f"{path}:2")
    ]


@pytest.mark.parametrize("kind", ["excel", "ods"])
def test_two_cells_far_apart_ask_for_no_room(tmp_path: Path, kind: str) -> None:
    if kind == "excel":
        path = excel(tmp_path, HEADINGS + f'<row r="1048576">{text("XFD1048576", "x")}</row>')
    else:
        path = open_document(
            tmp_path,
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" '
            'table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>',
        )

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert "million cells" in problem.wording.en


def test_a_tag_without_end_is_not_looked_at_for_ever(tmp_path: Path) -> None:
    path = excel(tmp_path, HEADINGS)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/long.bin", "w") as member:
        member.write(b"<a b='")
        for _ in range(64):
            member.write(b"x" * 2**20)

    began = time.monotonic()
    (problem,) = read(path)

    assert time.monotonic() - began < 5
    assert isinstance(problem, Problem)


def test_a_bomb_is_not_opened(tmp_path: Path) -> None:
    path = excel(tmp_path, HEADINGS)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/x.xml", "w") as member:
        for _ in range(130):
            member.write(bytes(2**20))

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert "too large" in problem.wording.en


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "cannot be read"),
    ],
)
def test_what_is_no_spreadsheet_is_one_problem(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "news.xlsx"
    path.write_bytes(content)

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert said in problem.wording.en


def test_a_sheet_of_broken_xml_is_one_problem(tmp_path: Path) -> None:
    found = read(excel(tmp_path, '<row r="1"><c r="A1" t="inlineStr"><is><t>un</row>'))

    assert [type(each) for each in found] == [Problem]
