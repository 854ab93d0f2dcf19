"""Every format that can be written, on its way out of a project: written aside, read back, compared, put in place."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.export_options import ExportOptions, Whose
from annotator.app.export_report import FileReport
from annotator.app.exporting import export
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.formats.json_lines import FORMAT as JSON_LINES
from annotator.formats.records import Record, Trait
from annotator.formats.registry import Format, InputFile, find_files, formats
from tests.app.mixed_project import fill, mixed_project, session_of

WRITTEN = [format for format in formats() if format.write is not None]
ALL_STATUSES = (Status.FINISHED, Status.IN_PROGRESS, Status.NEW)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mixed") / "guerre.annot"
    mixed_project(path).close()
    return path


@pytest.fixture
def project(mixed: Path, tmp_path: Path) -> Iterator[Project]:
    shutil.copy(mixed, tmp_path / "guerre.annot")
    with Project.open(tmp_path / "guerre.annot") as project:
        yield project


def target_of(format: Format, folder: Path) -> Path:
    return folder / ("out" if format.writes_folder else f"out{format.suffixes[0]}")


def run(project: Project, target: Path, name: str = "jsonl", **options: object) -> FileReport:
    asked = {"annotators": ("Zoé", "Ana"), **options}
    report = export(project, target, ExportOptions(format=name, **asked))  # type: ignore[arg-type]
    assert isinstance(report, FileReport)
    return report


def records(target: Path, format: Format = JSON_LINES) -> list[Record]:
    found = [
        each for file in find_files([target], format=format) if isinstance(file, InputFile) for each in file.read()
    ]
    return [each for each in found if isinstance(each, Record)]


def content(target: Path) -> dict[str, bytes]:
    if target.is_file():
        return {"": target.read_bytes()}
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def litter(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".out")]


@pytest.mark.parametrize("original", [False, True], ids=["tidied", "original"])
@pytest.mark.parametrize("whose", [Whose.ONE, Whose.EACH, Whose.MAJORITY])
@pytest.mark.parametrize("format", WRITTEN, ids=lambda format: format.name)
def test_what_is_written_reads_back_and_what_is_lost_is_said(
    project: Project, tmp_path: Path, format: Format, whose: Whose, original: bool
) -> None:
    target = target_of(format, tmp_path)
    report = run(project, target, format.name, whose=whose, original=original, statuses=ALL_STATUSES)

    assert report.verified is (True if format.read is not None else None)
    unfit = sum(each.reason == "original" for each in report.left_out)  # a byte order mark is no token
    assert unfit == (1 if original and Trait.WHITE_SPACE in format.cannot_carry else 0)
    assert report.articles == 5 - unfit
    assert report.records == (6 if whose is Whose.EACH else 5) - unfit
    assert set(report.lost) <= format.cannot_carry
    for trait, lost in report.lost.items():
        assert 0 < lost <= report.records, trait
    if format.read is not None:
        # What everything here has is lost where the format cannot carry it.
        assert {Trait.SOURCE, Trait.STATUS} & format.cannot_carry <= set(report.lost)
    told = json.loads(json.dumps(report.to_json()))
    assert told["spans"] == sum(report.spans.values()) >= 3
    assert told["lost"] == [
        {"trait": trait.name.lower(), "articles": count, "en": trait.value.en, "fr": trait.value.fr}
        for trait, count in report.lost.items()
    ]
    assert target.is_dir() == format.writes_folder
    assert litter(tmp_path) == []


@pytest.mark.parametrize("format", WRITTEN, ids=lambda format: format.name)
def test_wherever_an_export_is_stopped_the_old_one_stays(project: Project, tmp_path: Path, format: Format) -> None:
    target = target_of(format, tmp_path)
    run(project, target, format.name, articles=(1, 2))
    before = content(target)
    options = ExportOptions(format=format.name, statuses=ALL_STATUSES, whose=Whose.EACH)

    for point in range(1000):
        calls = 0

        def stop(_done: int, _total: int, point: int = point) -> None:
            nonlocal calls
            calls += 1
            if calls > point:
                raise KeyboardInterrupt

        try:
            export(project, target, options, progress=stop)
        except KeyboardInterrupt:
            assert content(target) == before
            assert litter(tmp_path) == []
        else:
            break
    assert point >= 2
    assert content(target) != before


def test_all_a_record_has_comes_out_and_goes_into_another_project(project: Project, tmp_path: Path) -> None:
    run(project, tmp_path / "out.jsonl")
    first, second, third, note = records(tmp_path / "out.jsonl")
    assert (first.title, first.date, first.annotator, first.status) == (
        "Un sommet",
        "2023-02-01",
        "Zoé",
        Status.FINISHED,
    )
    assert [first.text[start:end] for start, end, _ in first.spans] == ["Kyiv", "50M€", "Kyiv"]
    assert first.remarks == {0: 'vu ; "voir" | p. 3'}
    assert "\r" not in first.text
    assert second.source == "L'Écho; du <soir>"
    assert third.meta == {"page": 3, "mots": ["a|b", None, {"x": "é"}]}
    assert note.title == "Une note"
    with Project.create(tmp_path / "other.annot") as other:
        came = import_files(other, [tmp_path / "out.jsonl"])
        assert (came.articles, came.problems) == (4, ())
        run(other, tmp_path / "again.jsonl", annotators=("Zoé",))
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()


def test_original_texts_and_places_are_those_of_the_files(project: Project, tmp_path: Path) -> None:
    run(project, tmp_path / "out.jsonl", original=True)
    first, second, *_ = records(tmp_path / "out.jsonl")
    assert "hier ».\r\nPuis Kyiv 😀" in first.text
    assert second.text == "\ufeffL’e\u0301te\u0301 à Kyiv,\tdit Zoé :\n\nKyiv\u00a0!"
    for record in (first, second):
        assert {record.text[start:end] for start, end, _ in record.spans} <= {"Kyiv", "50M€"}
        assert record.spans


def test_spacy_refuses_original_texts_in_a_sentence(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="tidied texts"):
        export(project, tmp_path / "out", ExportOptions(original=True))


def test_an_article_whose_spans_have_no_place_in_the_original_is_left_out_and_named(
    project: Project, tmp_path: Path
) -> None:
    # As if the original had two characters where the text has the second and third: the span begins between them.
    with project.database.transaction():
        database = project.database
        database.execute(
            "UPDATE texts SET original = 'AXXXi' || substr(text, 5), offsets = '[[1,4,1,3]]' WHERE article_id = 4"
        )
        database.execute("UPDATE texts SET tokens = x'4200020003000e' WHERE article_id = 4")
        database.execute('UPDATE spans SET start = 2, "end" = 5 WHERE article_id = 4')
    report = run(project, tmp_path / "out.jsonl", original=True)
    assert [(each.article, each.reason) for each in report.left_out if each.reason == "original"] == [(4, "original")]
    assert report.articles == 3


def test_a_file_that_reads_back_otherwise_is_not_kept(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    run(project, target)
    before = target.read_bytes()
    spoilt = {
        "its text differs|nothing like it": (b"Aussi Kyiv", b"Aussi Lviv"),
        "list of spans": (b'"country"', b'"leader"'),
        "its title": (b"Une note", b"Une autre"),
        "its status": (b'"finished"', b'"new"'),
        "list of remarks": (b"p. 3", b"p. 4"),
        "cannot be read back": (b'{"text"', b'["text"'),
        "it is missing": (before.splitlines(keepends=True)[-1], b""),
        "nothing like it was written": (before, before + before.splitlines(keepends=True)[0]),
    }
    for why, (good, bad) in spoilt.items():

        def spoil(done: int, total: int, good: bytes = good, bad: bytes = bad) -> None:
            for written in tmp_path.glob(".out.jsonl.*.new/out.jsonl"):
                written.write_bytes(before.replace(good, bad))

        with pytest.raises(UserError, match=why):
            export(project, target, ExportOptions(format="jsonl", annotators=("Zoé",)), progress=spoil)
        assert target.read_bytes() == before
        assert litter(tmp_path) == []


def test_files_of_a_folder_may_come_back_in_another_order(project: Project, tmp_path: Path) -> None:
    fill(project, [f"Kyiv, le {number}." for number in range(120)])
    for format in WRITTEN:
        if format.writes_folder and format.read is not None:
            report = run(project, target_of(format, tmp_path / format.name), format.name)
            assert (report.verified, report.articles) == (True, 124)


def test_an_earlier_export_is_replaced_and_nothing_else(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    run(project, target)
    run(project, target, articles=(1,))
    assert len(records(target)) == 1
    target.write_bytes(target.read_bytes() + b"\n")  # somebody worked on it
    changed = target.read_bytes()
    with pytest.raises(UserError, match="--overwrite"):
        run(project, target)
    assert target.read_bytes() == changed
    run(project, target, overwrite=True)
    assert len(records(target)) == 4
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "mine"}\n')
    with pytest.raises(UserError, match="not as an earlier export left it"):
        run(project, gold)
    for place in (project.path, tmp_path):
        with pytest.raises(UserError):
            run(project, place, overwrite=True)
    assert project.article_ids() == [1, 2, 3, 4, 5]


def test_a_folder_somebody_worked_in_is_not_replaced(project: Project, tmp_path: Path) -> None:
    (format, *_) = (each for each in WRITTEN if each.writes_folder)
    target = tmp_path / "out"
    target.mkdir()  # empty: free to take
    run(project, target, format.name)
    run(project, target, format.name)
    (target / "mine.txt").write_text("…", "utf-8")
    before = content(target)
    for overwrite in (False, True):
        with pytest.raises(UserError, match="not an earlier export"):
            run(project, target, format.name, overwrite=overwrite)
    assert content(target) == before


def test_formats_that_cannot_be_written_and_names_that_are_none_are_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="can be read, not written"):
        run(project, tmp_path / "out.txt", "text")
    with pytest.raises(UserError, match="no format “word”"):
        run(project, tmp_path / "out.doc", "word")


def test_nothing_to_export_leaves_the_old_one(project: Project, tmp_path: Path) -> None:
    run(project, tmp_path / "out.jsonl")
    before = content(tmp_path / "out.jsonl")
    with pytest.raises(UserError, match="nothing was exported"):
        run(project, tmp_path / "out.jsonl", statuses=(Status.SET_ASIDE,))
    assert content(tmp_path / "out.jsonl") == before


def test_flags_and_notes_that_stay_behind_are_said(project: Project, tmp_path: Path) -> None:
    session_of(project, "Zoé", 2).set_note("à revoir")
    notes = " ".join(each.en for each in run(project, tmp_path / "out.jsonl").notes)
    assert "1 of the articles are flagged" in notes
    assert "1 of the articles have a note" in notes


SLOWLY = """
import sys, time
from pathlib import Path
from annotator.app.export_options import ExportOptions
from annotator.app.exporting import export
from annotator.app.project import Project
def progress(done, total):
    print(done, flush=True)
    time.sleep(0.2)
with Project.open(Path(sys.argv[1])) as project:
    options = ExportOptions(format=sys.argv[3], debug_data=False)
    export(project, Path(sys.argv[2]), options, progress=progress)
"""


@pytest.mark.parametrize("name", ["spacy", "jsonl"])
def test_a_killed_export_leaves_the_old_one(project: Project, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    export(project, target, ExportOptions(format=name, articles=(2,), debug_data=False))
    before = content(target)
    running = subprocess.Popen(
        [sys.executable, "-c", SLOWLY, project.path, target, name], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    with running.stdout:
        for _ in range(2):
            running.stdout.readline()
        os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert content(target) == before
    export(project, target, ExportOptions(format=name, debug_data=False))
    assert content(target) != before


def test_an_export_killed_between_two_moves_is_taken_up(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "out"
    options = ExportOptions(debug_data=False)
    export(project, target, options)
    (target / "model").mkdir()
    (target / "model" / "weights").write_bytes(b"trained")
    target.rename(tmp_path / ".out.0123abcd.old")
    for name, days in (("4567abcd", 2), ("89ababcd", 0)):  # of one killed long ago, and of one that may be at work
        (tmp_path / f".out.{name}.new").mkdir()
        os.utime(tmp_path / f".out.{name}.new", (time.time() - 86_400 * days,) * 2)
    export(project, target, options)
    assert (target / "model" / "weights").read_bytes() == b"trained"
    assert litter(tmp_path) == [".out.89ababcd.new"]
