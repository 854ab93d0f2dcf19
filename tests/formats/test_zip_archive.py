from __future__ import annotations

import os
import stat
import struct
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats import unpacking
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import InputFile, detect, find_files, find_format
from annotator.formats.source import ReadOptions
from annotator.formats.zip_archive import FORMAT


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files, which must be empty in the end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def packed(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def read(path: Path, format: str | None = None, **options: str) -> list[Record | Problem | Note]:
    asked = None if format is None else find_format(format)
    (found,) = find_files([path], format=asked, options=ReadOptions(**options))
    assert isinstance(found, InputFile)
    assert found.format.name == "zip"
    return list(found.read())


def texts(found: list[Record | Problem | Note]) -> list[str]:
    return [each.text for each in found if isinstance(each, Record)]


def problems(found: list[Record | Problem | Note]) -> list[Problem]:
    return [each for each in found if isinstance(each, Problem)]


def test_files_of_any_format_come_out_named_by_their_place(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "news.zip",
        ("mars/a.txt", "Kiev, l’été".encode()),
        ("b.jsonl", b'{"text": "un"}\n{"text": "deux"}\n'),
        ("mars/c.txt", "été".encode("cp1252")),
        ("photo.jpg", b"\xff\xd8\xff"),
    )

    found = read(path)

    assert [(each.where, each.text) for each in found if isinstance(each, Record)] == [
        (f"{path}/b.jsonl:1", "un"),
        (f"{path}/b.jsonl:2", "deux"),
        (f"{path}/mars/a.txt", "Kiev, l’été"),
        (f"{path}/mars/c.txt", "été"),
    ]
    assert [each.where for each in found if isinstance(each, Note)] == [f"{path}/photo.jpg", f"{path}/mars/c.txt"]
    assert FORMAT.count(next(each.file for each in find_files([path]) if isinstance(each, InputFile))) == 4


def test_a_format_and_an_encoding_a_person_names_hold_inside(tmp_path: Path) -> None:
    path = packed(tmp_path / "news.zip", ("a.dat", "œuvre".encode("iso-8859-15")), ("b.dat", b"deux"))

    assert texts(read(path, "text", encoding="iso-8859-15")) == ["œuvre", "deux"]


def test_hidden_files_are_passed_over_as_in_folders(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "n.zip", ("__MACOSX/._a.txt", b"x"), (".git/b.txt", b"y"), ("a.txt", b"un"), (".c.txt", b"")
    )

    assert read(path) == [Record("un", f"{path}/a.txt")]


def test_an_archive_within_an_archive_is_opened_but_no_deeper(tmp_path: Path) -> None:
    inmost = packed(tmp_path / "3.zip", ("c.txt", b"trois")).read_bytes()
    inner = packed(tmp_path / "2.zip", ("b.txt", b"deux"), ("3.zip", inmost)).read_bytes()
    path = packed(tmp_path / "1.zip", ("d/2.zip", inner), ("e.txt", b"un"))

    found = read(path)

    assert [(each.where, each.text) for each in found if isinstance(each, Record)] == [
        (f"{path}/e.txt", "un"),
        (f"{path}/d/2.zip/b.txt", "deux"),
    ]
    (problem,) = problems(found)
    assert problem.where == f"{path}/d/2.zip/3.zip"
    assert "within an archive within an archive" in problem.wording.en


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "a/../../out.txt", "/out.txt", "C:\\out.txt", "c:out.txt", "..\\out.txt", "\\\\host\\out.txt"],
)
def test_a_name_that_leads_outside_stays_out_and_writes_nothing_there(tmp_path: Path, name: str) -> None:
    before = set(tmp_path.rglob("*"))
    path = packed(tmp_path / "n.zip", (name, b"bad"), ("a.txt", b"good"))

    found = read(path)

    assert texts(found) == ["good"]
    (problem,) = problems(found)
    assert "leads out of the archive" in problem.wording.en
    assert problem.where.startswith(f"{path}/")
    assert set(tmp_path.rglob("*")) == before | {path}


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO])
def test_links_and_devices_stay_out(tmp_path: Path, kind: int) -> None:
    member = zipfile.ZipInfo("passwords.txt")
    member.create_system = 3
    member.external_attr = (kind | 0o777) << 16
    path = packed(tmp_path / "n.zip", (member, b"/etc/passwd"), ("a.txt", b"good"))

    found = read(path)

    assert texts(found) == ["good"]
    assert [each.where for each in problems(found)] == [f"{path}/passwords.txt"]


def test_of_two_members_of_one_name_the_first_is_taken(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = packed(tmp_path / "n.zip", ("a.txt", b"un"), ("a.txt", b"deux"), ("b", b"x"), ("b/c.txt", b"trois"))

    found = read(path)

    assert texts(found) == ["un"]
    assert [each.where for each in problems(found)] == [f"{path}/a.txt", f"{path}/b/c.txt"]


def test_a_broken_member_stays_out_and_the_others_come_in(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.zip", ("a.txt", b"A" * 50), ("b.txt", b"good"), method=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"A" * 50, b"A" * 49 + b"B"))

    found = read(path)

    assert texts(found) == ["good"]
    (problem,) = problems(found)
    assert problem.where == f"{path}/a.txt"
    assert "damaged within the archive" in problem.wording.en


def test_a_broken_stream_stays_out_and_the_others_come_in(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.zip", ("a.txt", os.urandom(200).hex().encode()), ("b.txt", b"good"))
    content = bytearray(path.read_bytes())
    content[60:90] = b"\xff" * 30
    path.write_bytes(content)

    found = read(path)

    assert texts(found) == ["good"]
    assert [each.where for each in problems(found)] == [f"{path}/a.txt"]


def test_a_member_behind_a_password_stays_out(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.zip", ("a.txt", b"secret"), ("b.txt", b"good"))
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    path.write_bytes(content)

    found = read(path)

    assert texts(found) == ["good"]
    (problem,) = problems(found)
    assert "password" in problem.wording.en


def test_a_member_packed_in_an_unknown_way_stays_out(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.zip", ("a.txt", b"lost"), ("b.txt", b"good"))
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.index(mark) + offset] = 97
    path.write_bytes(content)

    found = read(path)

    assert texts(found) == ["good"]
    assert [each.where for each in problems(found)] == [f"{path}/a.txt"]


def test_a_bomb_is_stopped_as_it_comes_out_whatever_the_archive_says_of_its_size(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.zip", ("bomb.txt", bytes(50 * 2**20)), ("a.txt", b"good"))
    content = path.read_bytes()
    said = struct.pack("<I", 50 * 2**20)
    assert content.count(said) == 2
    honest = read(path)
    path.write_bytes(content.replace(said, struct.pack("<I", 10)))

    lying = read(path)

    assert texts(honest) == texts(lying) == ["good"]
    (problem,) = problems(honest)
    assert problem.where == f"{path}/bomb.txt"
    assert "200 times its size" in problem.wording.en
    assert [each.where for each in problems(lying)] == [f"{path}/bomb.txt"]


def test_all_members_together_have_a_limit_also_through_archives_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        unpacking.Budget, "__init__", lambda self: (setattr(self, "bytes", 1000), setattr(self, "members", 9))[0]
    )
    inner = packed(tmp_path / "2.zip", ("b.txt", b"b" * 500), ("c.txt", b"c" * 500)).read_bytes()
    path = packed(tmp_path / "1.zip", ("a.txt", b"a"), ("z.zip", inner))

    found = read(path)

    assert texts(found) == ["a", "b" * 500]
    (problem,) = problems(found)
    assert problem.where == f"{path}/z.zip/c.txt"
    assert "1 GB" in problem.wording.en


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(10), b"no archive at all"])
def test_what_is_no_archive_is_one_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "n.zip"
    path.write_bytes(content)

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert problem.where == str(path)
    assert "damaged" in problem.wording.en


def test_an_archive_cut_off_is_one_problem(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.zip", ("a.txt", b"good" * 100))
    path.write_bytes(path.read_bytes()[:-30])

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert "damaged" in problem.wording.en


def test_an_empty_archive_is_one_problem(tmp_path: Path) -> None:
    (problem,) = read(packed(tmp_path / "n.zip", ("folder/", b"")))

    assert isinstance(problem, Problem)
    assert "no files" in problem.wording.en


def test_a_list_of_members_too_long_for_memory_is_not_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.zip", ("a.txt", b"good"))
    content = bytearray(path.read_bytes())
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = struct.pack("<I", 2**31)
    path.write_bytes(content)

    (problem,) = read(path)

    assert isinstance(problem, Problem)
    assert "too many files" in problem.wording.en


def test_names_in_utf_8_that_the_archive_does_not_announce_are_read_as_such(tmp_path: Path) -> None:
    path = packed(tmp_path / "n.zip", ("ete.txt", b"un"))
    path.write_bytes(path.read_bytes().replace(b"ete.txt", "été".encode() + b".t"))

    (note,) = read(path)

    assert note.where == f"{path}/été.t"


def test_the_temporary_folder_goes_when_reading_is_given_up(tmp_path: Path, temporary: Path) -> None:
    path = packed(tmp_path / "n.zip", ("a.txt", b"un"), ("b.txt", b"deux"))
    (found,) = find_files([path])
    assert isinstance(found, InputFile)

    reading = found.read()
    next(reading)
    assert len(list(temporary.iterdir())) == 1
    reading.close()  # type: ignore[attr-defined]

    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("member", ["[Content_Types].xml", "mimetype"])
@pytest.mark.parametrize("name", ["report.zip", "report.xyz"])
def test_a_document_that_is_an_archive_is_not_opened_as_a_folder(tmp_path: Path, name: str, member: str) -> None:
    path = packed(tmp_path / name, (member, b"x"), ("a.txt", b"not an article"))

    format = detect(path)

    assert format is None or format.name != "zip"


def test_an_archive_is_one_whatever_its_name(tmp_path: Path) -> None:
    path = packed(tmp_path / "news.bak", ("a.txt", b"un"))

    assert texts(read(path)) == ["un"]
