from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import InputFile, find_files, formats


def test_every_format_has_a_name_of_its_own_and_suffixes() -> None:
    known = formats()

    assert {"text", "jsonl"} <= {each.name for each in known}
    assert len({each.name for each in known}) == len(known)
    suffixes = [suffix for each in known for suffix in each.suffixes]
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.TXT", "a/10.jsonl", "c/d/e.ndjson", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")

    found = list(find_files([tmp_path]))

    assert [each.path.relative_to(tmp_path).as_posix() for each in found if isinstance(each, InputFile)] == [
        "b.txt",
        "a/10.jsonl",
        "a/2.TXT",
        "c/d/e.ndjson",
    ]
    assert len(found) == 4


def test_an_unknown_type_is_named_and_where_the_known_ones_are_listed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "photo.png").write_bytes(b"")
    (tmp_path / "letter.odd").write_bytes(b"")

    in_folder, given = find_files([tmp_path / "in", tmp_path / "letter.odd"])

    assert isinstance(in_folder, Note)
    assert in_folder.where.endswith("photo.png")
    assert isinstance(given, Problem)
    for wording in (*in_folder.wording, *given.wording):
        assert "annotator formats" in wording
    assert ".odd" in given.wording.en


def test_a_file_that_ends_as_others_but_is_none_of_them_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text("[[[")

    (given,) = find_files([tmp_path / "odd.json"])

    assert isinstance(given, Problem)
    assert "it ends in .json" in given.wording.en
    assert "label-studio" in given.wording.fr


def test_a_path_that_is_not_there_stops_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere\.txt"):
        find_files([tmp_path, tmp_path / "nowhere.txt"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    for given in (tmp_path, tmp_path / "pipe.txt"):
        (problem,) = find_files([given])
        assert isinstance(problem, Problem)


def test_a_file_that_vanishes_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "gone.txt"
    path.write_text("x")
    (file,) = find_files([path])
    path.unlink()

    assert isinstance(file, InputFile)
    assert file.count() == 1
    (problem,) = file.read()
    assert isinstance(problem, Problem)
    assert problem.where == str(path)


def test_a_folder_of_a_thousand_files_is_read(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(f"Article {number}")

    found = [each for file in find_files([tmp_path]) if isinstance(file, InputFile) for each in file.read()]

    assert [each.text for each in found if isinstance(each, Record)] == [f"Article {number}" for number in range(1000)]
