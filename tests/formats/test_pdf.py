from __future__ import annotations

import hashlib
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

from annotator.formats.pdf import FORMAT, MOST_PAGES
from annotator.formats.pdf_lines import Line, paragraphs_of
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import detect
from annotator.formats.source import SourceFile


def read(path: Path) -> list[Record | Problem | Note]:
    assert FORMAT.read is not None
    return list(FORMAT.read(SourceFile.of(path)))


def drawn(*lines: tuple[float, float, str], size: int = 10) -> bytes:
    """Return what draws lines on a page: how far from the left and from below, and the words."""
    shown = (
        f"1 0 0 1 {left} {bottom} Tm ({words}) Tj".replace("’", "\\222").replace("–", "\\226")
        for left, bottom, words in lines
    )
    return f"BT /F {size} Tf {' '.join(shown)} ET".encode("cp1252")


def written(folder: Path, *pages: bytes, info: str = "", password: bytes | None = None) -> Path:
    """Write a PDF whose pages are drawn so, in Helvetica and Windows-1252."""
    content = [zlib.compress(page) for page in pages]
    key, encryption, file_id = b"", b"", bytes(16)
    if password is not None:
        padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
        padded = (password + padding)[:32]
        owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
        key = hashlib.md5(padded + owner + (-4).to_bytes(4, "little", signed=True) + file_id).digest()[:5]
        user = _rc4(key, padding)
        encryption = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >>".encode()
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("cp1252"),
    ]
    for number, stream in enumerate(content):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        if key:
            stream = _rc4(hashlib.md5(key + (6 + 2 * number).to_bytes(3, "little") + bytes(2)).digest()[:10], stream)
        objects.append(b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    if encryption:
        objects.append(encryption)
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    encrypt = b" /Encrypt %d 0 R /ID [<%b> <%b>]" % (len(objects), file_id.hex().encode(), file_id.hex().encode())
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R%b >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        encrypt if encryption else b"",
        at,
    )
    path = folder / "news.pdf"
    path.write_bytes(out)
    return path


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


ARTICLE = drawn(
    (60, 700, "Le ministre a rencontré hier son homologue à Varsovie, où"),
    (50, 688, "l’entretien a duré trois heures. Une aide supplémen-"),
    (50, 676, "taire de 50 M\\200 a été promise."),
    (60, 664, "Aucune date n’est fixée."),
)


def test_lines_become_paragraphs_and_cut_words_whole(tmp_path: Path) -> None:
    path = written(tmp_path, ARTICLE, info="/Title (Une aide) /Author (Ana) /CreationDate (D:20240229183000+01'00')")

    assert read(path) == [
        Record(
            "Le ministre a rencontré hier son homologue à Varsovie, où l’entretien a duré trois heures. Une aide "
            "supplémentaire de 50 M€ a été promise.\nAucune date n’est fixée.",
            str(path),
            title="Une aide",
            date="2024-02-29T18:30:00+01:00",
            meta={"author": "Ana"},
        )
    ]
    assert detect(path) is FORMAT


def test_a_sentence_goes_on_over_the_page(tmp_path: Path) -> None:
    first = drawn((50, 60, "Le ministre a quitté la capitale"))
    second = drawn((50, 780, "pour se rendre à la frontière."), (50, 740, "Il y restera deux jours."))

    (record,) = read(written(tmp_path, first, second))

    assert isinstance(record, Record)
    assert record.text == "Le ministre a quitté la capitale pour se rendre à la frontière.\nIl y restera deux jours."


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    record, note = read(written(tmp_path, b"", ARTICLE, b""))

    assert isinstance(record, Record)
    assert isinstance(note, Note)
    assert "2 pages hold no text (1, 3)" in note.wording.en


def test_a_scanned_file_has_no_text_layer(tmp_path: Path) -> None:
    (problem,) = read(written(tmp_path, b"", drawn((50, 50, "- 2 -"))))

    assert isinstance(problem, Problem)
    assert "no text layer" in problem.wording.en


def test_a_password_is_asked_for_by_name(tmp_path: Path) -> None:
    (problem,) = read(written(tmp_path, ARTICLE, password=b"secret"))

    assert isinstance(problem, Problem)
    assert "password" in problem.wording.en


def test_a_file_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    (record,) = read(written(tmp_path, ARTICLE, password=b""))

    assert isinstance(record, Record)
    assert "supplémentaire" in record.text


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(range(256)) * 40])
def test_what_is_no_pdf_is_one_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "news.pdf"
    path.write_bytes(content)

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert "damaged" in problem.wording.en


def test_a_file_of_very_many_pages_is_refused(tmp_path: Path) -> None:
    (problem,) = read(written(tmp_path, *[b""] * (MOST_PAGES + 1)))

    assert isinstance(problem, Problem)
    assert "1001 pages" in problem.wording.en


@pytest.mark.parametrize("drawing", [b" ", b"BT /F 10 Tf 1 0 0 1 50 700 Tm (Kiev) Tj ET "], ids=["blanks", "text"])
def test_a_page_that_unpacks_to_far_too_much_is_not_drawn(tmp_path: Path, drawing: bytes) -> None:
    path = written(tmp_path, ARTICLE, drawing * (9 * 2**20 // len(drawing)))
    assert path.stat().st_size < 2**16

    began = time.monotonic()
    (problem,) = read(path)

    assert time.monotonic() - began < 5
    assert isinstance(problem, Problem)
    assert "more than an article" in problem.wording.en


def test_a_page_of_more_text_than_any_has_is_refused(tmp_path: Path) -> None:
    row = "Kiev " * 60
    (problem,) = read(written(tmp_path, drawn(*[(50, 100_000 - 12 * number, row) for number in range(1_700)])))

    assert isinstance(problem, Problem)
    assert "more than an article" in problem.wording.en


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("D:20240229", "2024-02-29"),
        ("D:20240229183000Z", "2024-02-29T18:30:00+00:00"),
        ("20240229183000", "2024-02-29T18:30:00"),
        ("D:20241350", None),
        ("hier", None),
    ],
)
def test_dates_become_iso(tmp_path: Path, said: str, date: str | None) -> None:
    (record,) = read(written(tmp_path, ARTICLE, info=f"/CreationDate ({said})"))

    assert isinstance(record, Record)
    assert record.date == date


def lines(*given: Any) -> list[Line]:
    """Return lines one under the other, each given as words or as words with their left and right."""
    rows = [each if isinstance(each, tuple) else (each, 50.0, 300.0) for each in given]
    return [
        Line(words, left, right, 700 - 12.0 * number, 710 - 12.0 * number, 0)
        for number, (words, left, right) in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("l’approvision-", "nement prévu", "l’approvisionnement prévu"),
        ("l’approvision\u00ad", "nement prévu", "l’approvisionnement prévu"),
        ("l’approvision\ufffe", "nement prévu", "l’approvisionnement prévu"),
        ("un porte-", "avions nucléaire", "un porte-avions nucléaire"),
        ("l’ex-", "président", "l’ex-président"),
        ("le président franco-", "allemand", "le président franco-allemand"),
        ("près de Saint-", "Étienne", "près de Saint-Étienne"),
        ("a-t-", "il dit", "a-t-il dit"),
        ("peut-", "être demain", "peut-être demain"),
        ("a déclaré-", "t-elle", "a déclaré-t-elle"),
        ("le F-", "16 décolle", "le F-16 décolle"),
        ("le journal –", "suite", "le journal – suite"),
        ("un mot -", "incise", "un mot - incise"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_where_it_belongs_to_the_word(one: str, other: str, whole: str) -> None:
    assert paragraphs_of(lines(one, other)) == [whole]


def test_a_word_that_stands_whole_elsewhere_says_how_it_is_written() -> None:
    with_hyphen = lines("le centre-droit a gagné", "hier le centre-", "droit a perdu")
    without = lines("la contrepartie est connue", "hier la contre-", "partie a changé")

    assert paragraphs_of(with_hyphen) == ["le centre-droit a gagné hier le centre-droit a perdu"]
    assert paragraphs_of(without) == ["la contrepartie est connue hier la contrepartie a changé"]


def test_paragraphs_part_at_indents_short_lines_dashes_and_headlines() -> None:
    given = lines(
        ("Une phrase qui va jusqu’au bout de la ligne.", 60, 300),
        "La suite de la phrase.",
        ("Un autre paragraphe.", 60, 200),
        ("Un troisième, sans retrait, après une ligne courte.", 50, 300),
        "– Une réplique.",
        "– Une autre.",
    )
    headline = Line("Un titre", 50, 200, 720, 740, 0)

    assert paragraphs_of([headline, *given]) == [
        "Un titre",
        "Une phrase qui va jusqu’au bout de la ligne. La suite de la phrase.",
        "Un autre paragraphe.",
        "Un troisième, sans retrait, après une ligne courte.",
        "– Une réplique.",
        "– Une autre.",
    ]


def test_raised_letters_stay_in_their_line() -> None:
    pieces = [
        Line("Le 1", 50, 70, 700, 710, 0),
        Line("er", 70, 76, 705, 711, 0),
        Line("mars, il est", 80, 300, 700, 710, 0),
        Line("venu.", 50, 80, 688, 698, 0),
    ]

    assert paragraphs_of(pieces) == ["Le 1er mars, il est venu."]
