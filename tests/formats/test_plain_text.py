from __future__ import annotations

import codecs
import gzip
from pathlib import Path

import pytest

from annotator.formats.plain_text import read as read_file
from annotator.formats.records import MAX_BYTES, Note, Problem, Record
from annotator.formats.source import SourceFile

FRENCH = "À Kyïv, l’OTAN a promis 50 M€ — « déjà » 😀.\n"


def read(path: Path) -> list[Record | Problem | Note]:
    return list(read_file(SourceFile.of(path)))


def written(folder: Path, content: bytes) -> Path:
    path = folder / "article.txt"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_unicode_is_read_exactly_and_nothing_is_said(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, FRENCH.encode(encoding))

    assert read(path) == [Record(FRENCH, str(path))]


def test_utf_16_in_the_other_byte_order_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"))

    assert read(path) == [Record(FRENCH, str(path))]


def test_the_mark_of_utf_8_is_left_to_the_text_hygiene(tmp_path: Path) -> None:
    path = written(tmp_path, codecs.BOM_UTF8 + FRENCH.encode())

    assert read(path) == [Record("\ufeff" + FRENCH, str(path))]


def test_line_ends_and_blanks_stay_as_they_are(tmp_path: Path) -> None:
    text = "un\r\ndeux\rtrois\u2028quatre\u00a0\u202f\tcinq \n"
    path = written(tmp_path, text.encode())

    assert read(path) == [Record(text, str(path))]


def test_a_legacy_encoding_is_read_and_said(tmp_path: Path) -> None:
    path = written(tmp_path, "L’été à Kyiv coûte 12 €".encode("cp1252"))

    note, record = read(path)

    assert record == Record("L’été à Kyiv coûte 12 €", str(path))
    assert isinstance(note, Note)
    assert note.where == str(path)
    assert "Windows-1252" in note.wording.en
    assert "Windows-1252" in note.wording.fr


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"Paris\x00Kyiv",
        gzip.compress(b"Paris " * 100),
        b"\xe9t\xe9 \x81",  # 0x81 is nothing in Windows-1252
        b"\xe9t\xe9 \x07",  # nor does a text of that time ring a bell
        codecs.BOM_UTF16_LE + b"P",
        codecs.BOM_UTF16_LE + b"\x00\xd8\x00\x00",
    ],
    ids=["png", "nul", "gzip", "undefined", "control", "half", "surrogate"],
)
def test_what_is_no_text_is_one_problem(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, content)

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert problem.where == str(path)
    assert "UTF-8" in problem.wording.en
    assert "UTF-8" in problem.wording.fr


def test_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read(written(tmp_path, b""))

    assert isinstance(problem, Problem)
    assert "empty" in problem.wording.en


def test_a_file_too_long_for_an_article_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert "16 MB" in problem.wording.en
