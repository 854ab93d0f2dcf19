from __future__ import annotations

import datetime
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml

from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import SourceFile
from annotator.formats.word_document import FORMAT

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(path: Path) -> list[Record | Problem | Note]:
    assert FORMAT.read is not None
    return list(FORMAT.read(SourceFile.of(path)))


def empty() -> Any:
    document = Document()
    document.core_properties.title = ""
    document.core_properties.author = ""
    return document


def saved(document: Any, folder: Path) -> Path:
    path = folder / "news.docx"
    document.save(str(path))
    return path


def with_body(folder: Path, inside: str) -> Path:
    """Write a document whose body is that XML."""
    document = empty()
    body = parse_xml(f"<w:body {W}>{inside}</w:body>")
    document.element.replace(document.element.body, body)
    return saved(document, folder)


def changed(path: Path, member: str, change: tuple[str, str]) -> Path:
    """Change the XML of a member."""
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    assert change[0].encode() in contents[member]
    contents[member] = contents[member].replace(change[0].encode(), change[1].encode(), 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


def picture() -> BytesIO:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )


def test_paragraphs_and_tables_come_in_reading_order_with_the_properties(tmp_path: Path) -> None:
    document = empty()
    document.core_properties.title = "Une aide"
    document.core_properties.author = "Ana"
    document.core_properties.created = datetime.datetime(2024, 2, 29, 18, 30, tzinfo=datetime.UTC)
    document.add_heading("Des blindés", 1)
    document.add_paragraph("L’OTAN a promis ").add_run("50 M€").bold = True
    document.add_paragraph()
    table = document.add_table(2, 2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ("Pays", "Chars", "Pologne", "14"), strict=True
    ):
        cell.text = words
    document.add_paragraph("Fin.")
    path = saved(document, tmp_path)

    assert read(path) == [
        Record(
            "Des blindés\nL’OTAN a promis 50 M€\nPays\tChars\nPologne\t14\nFin.",
            str(path),
            title="Une aide",
            date="2024-02-29T18:30:00+00:00",
            meta={"author": "Ana"},
        )
    ]
    assert detect(path) is FORMAT


def test_without_a_title_in_the_properties_the_one_on_the_page_counts(tmp_path: Path) -> None:
    document = empty()
    document.add_heading("Des blindés", 0)
    document.add_paragraph("Le texte.")

    (record,) = read(saved(document, tmp_path))

    assert isinstance(record, Record)
    assert record.title == "Des blindés"
    assert record.text == "Des blindés\nLe texte."


def test_headers_footers_and_pictures_stay_out_and_are_counted_in_one_note(tmp_path: Path) -> None:
    document = empty()
    document.sections[0].header.paragraphs[0].text = "Le Phare"
    document.sections[0].footer.paragraphs[0].text = "page 1"
    document.add_paragraph("Le texte.")
    document.add_picture(picture())
    document.add_picture(picture())

    record, note = read(saved(document, tmp_path))

    assert isinstance(record, Record)
    assert record.text == "Le texte."
    assert isinstance(note, Note)
    assert "2 pictures, 1 headers, 1 footers" in note.wording.en
    assert "2 images, 1 en-têtes, 1 pieds de page" in note.wording.fr


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    path = with_body(
        tmp_path,
        '<w:p><w:r><w:t xml:space="preserve">Kiev a </w:t></w:r><w:del><w:r><w:delText>refusé</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>accepté</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>hier</w:t></w:r></w:moveFrom>"
        '<w:r><w:t xml:space="preserve"> </w:t></w:r><w:moveTo><w:r><w:t>lundi</w:t></w:r></w:moveTo>'
        "<w:r><w:t>.</w:t></w:r></w:p>",
    )

    (record,) = read(path)

    assert isinstance(record, Record)
    assert record.text == "Kiev a accepté lundi."


def test_links_controls_fields_breaks_and_hyphens_are_read(tmp_path: Path) -> None:
    path = with_body(
        tmp_path,
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Un</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>lien</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>ici</w:t><w:br/>"
        "<w:t>porte</w:t><w:noBreakHyphen/><w:t>avions</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>',
    )

    (record,) = read(path)

    assert isinstance(record, Record)
    assert record.text == "Un\nlien\tici\nporte\u2011avions"


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Encadré</w:t></w:r></w:p></w:txbxContent>"
    path = with_body(
        tmp_path,
        '<w:p><w:r><w:t>Avant</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        f'markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback>'
        f"<w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><w:t>Après</w:t></w:r></w:p>",
    )

    (record,) = read(path)

    assert isinstance(record, Record)
    assert record.text == "Avant\nEncadré\nAprès"


def test_notes_and_comments_are_counted(tmp_path: Path) -> None:
    path = with_body(
        tmp_path,
        '<w:p><w:r><w:t>Un</w:t><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    )

    _, note = read(path)

    assert isinstance(note, Note)
    assert "1 footnotes and endnotes, 1 comments" in note.wording.en


def test_a_table_within_a_table_stays_in_its_cell(tmp_path: Path) -> None:
    def cell(inside: str) -> str:
        return f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"

    (record,) = read(
        with_body(tmp_path, cell("<w:p><w:r><w:t>a</w:t></w:r></w:p>" + cell("<w:p><w:r><w:t>b</w:t></w:r></w:p>")))
    )

    assert isinstance(record, Record)
    assert record.text == "a b"


def test_a_document_of_pictures_alone_has_no_text(tmp_path: Path) -> None:
    document = empty()
    document.add_picture(picture())

    (problem,) = read(saved(document, tmp_path))

    assert isinstance(problem, Problem)
    assert "OCR" in problem.wording.en


def test_an_empty_document_is_empty(tmp_path: Path) -> None:
    (problem,) = read(saved(empty(), tmp_path))

    assert isinstance(problem, Problem)
    assert "empty" in problem.wording.en


@pytest.mark.parametrize(
    "change",
    [
        ("<w:body>", "<w:body><w:p>"),
        ("<w:body>", "<w:sdtContent>" * 10_000 + "<w:body>"),
        ("<w:document", "<document"),
    ],
    ids=["unclosed", "deep", "no document"],
)
def test_broken_xml_is_one_problem(tmp_path: Path, change: tuple[str, str]) -> None:
    document = empty()
    document.add_paragraph("Le texte.")

    (problem,) = read(changed(saved(document, tmp_path), "word/document.xml", change))

    assert isinstance(problem, Problem)
    assert "damaged" in problem.wording.en


def test_entities_bring_in_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mot de passe")
    document = empty()
    document.add_paragraph("Le texte.")
    path = changed(saved(document, tmp_path), "word/document.xml", ("Le texte.", "Le texte&s;&b;."))
    bomb = f'<!ENTITY a "{"x" * 999}"><!ENTITY b "{"&a;" * 999}">'
    declared = f'<!DOCTYPE d [<!ENTITY s SYSTEM "file://{tmp_path}/secret">{bomb}]>'
    changed(path, "word/document.xml", ("<w:document", declared + "<w:document"))

    found = read(path)

    assert "mot de passe" not in str(found)
    assert len(str(found)) < 2_000


def test_a_bomb_is_not_opened(tmp_path: Path) -> None:
    path = saved(empty(), tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/bomb.xml", "w") as member:
        for _ in range(33):
            member.write(bytes(2**20))

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert "too large" in problem.wording.en


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "damaged"),
        (b"PK\x05\x06" + bytes(18), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    ],
    ids=["empty", "no members", "old"],
)
def test_what_is_no_document_is_one_problem(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "news.docx"
    path.write_bytes(content)

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert said in problem.wording.en
