"""Another project comes in with everybody's work, and stays what it is."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.app.checking import check
from annotator.app.importing import import_files, import_records
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status
from annotator.formats.records import Record
from annotator.store.migrations import VERSION

DATA = Path(__file__).parents[1] / "data"
RAW = "\ufeffL'E\u0301tat\r\nJoe Biden est à Paris."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "mine.annot") as project:
        yield project
        assert check(project).problems == ()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.annot"
    with Project.create(path) as project:
        at = RAW.index("Joe")
        spans = ((3, 8, "country"), (at, at + 9, "leader"))
        marked = Record(RAW, "ici", "Titre", "AFP", "2023-10-17", {"id": 7}, spans, "Zoé", Status.FINISHED)
        import_records(project, [marked, Record("Rien ici.", "là"), Record("Vu.", "là", status=Status.SET_ASIDE)])
        zoe = project.find_annotator("Zoé")
        session = Session(project, zoe)
        session.open(1)
        session.set_note("le président", span=session.annotation.spans[1])
        session.set_flag(True)
        session = Session(project, project.add_annotator("Ali"))
        session.open(1)
        session.draw(23, 28, label="country")
    return path


def whole(project: Project) -> list[object]:
    names = project.annotators()
    return [
        (
            (article.title, article.source, article.date, article.meta, article.text, article.grid),
            {
                name: [
                    (annotation.status, [(s.start, s.end, s.label, s.note) for s in annotation.spans])
                    for annotation in [project.annotation(article.id, id)]
                    if annotation.status is not Status.NEW or annotation.spans
                ]
                for id, name in names.items()
            },
            project.database.execute(
                "SELECT original, offsets FROM texts WHERE article_id = ?", (article.id,)
            ).fetchone(),
        )
        for article in project.articles(project.article_ids())
    ]


def test_everything_of_everybody_comes_along(project: Project, other: Path) -> None:
    before = other.read_bytes()

    report = import_files(project, [other])

    with Project.open(other) as opened:
        assert whole(project) == whole(opened)
    assert other.read_bytes() == before
    assert report.problems == report.left_out == ()
    assert report.to_json()["formats"] == [
        {"name": "annot", "en": "Annotator project", "fr": "projet Annotator", "files": 1}
    ]
    assert [(each.annotator, each.articles, each.spans) for each in report.annotations] == [
        ("Zoé", 1, 2),
        ("Ali", 1, 1),
        ("import", 1, 0),
    ]
    assert "drapeaux" in report.notes[0].wording.fr
    again = import_files(project, [other])
    assert (again.articles, again.attached, again.conflicts) == (0, 0, ())


def test_suggestions_stay_behind_and_are_counted(project: Project, other: Path) -> None:
    with Project.open(other) as opened:
        suggest(opened)
        count = sum(len(opened.suggestions(id)) for id in opened.article_ids())

    report = import_files(project, [other])

    assert any(each.wording.en.startswith(f"{count} suggestions ") for each in report.notes)
    assert project.suggestions(1) == {}


@pytest.mark.parametrize("version", range(1, VERSION))
def test_projects_of_older_versions_are_read_and_stay_what_they_are(
    project: Project, tmp_path: Path, version: int
) -> None:
    path = Path(shutil.copy(DATA / f"schema-{version}.annot", tmp_path / "old.annot"))

    report = import_files(project, [path])

    assert (report.articles, report.problems, report.left_out) == (2, (), ())
    assert [(each.annotator, each.spans) for each in report.annotations] == [("Ada", 4), ("Grace", 0)]
    assert path.read_bytes() == (DATA / f"schema-{version}.annot").read_bytes()
    assert [each.name for each in tmp_path.glob("old.annot*")] == ["old.annot"]


def test_a_project_does_not_come_into_itself(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Paris.", "utf-8")

    given = import_files(project, [project.path])
    beside = import_files(project, [tmp_path])

    assert [each.wording.en for each in given.problems] == [
        "left out: it is the project that articles are imported into."
    ]
    assert (beside.articles, beside.problems) == (1, ())
    assert str(project.path) in [each.where for each in beside.notes]


def test_what_cannot_be_read_is_said_and_harms_nothing(project: Project, other: Path, tmp_path: Path) -> None:
    newer, damaged = (Path(shutil.copy(other, tmp_path / name)) for name in ("newer.annot", "damaged.annot"))
    (tmp_path / "none.annot").write_text("Rien d'un projet.", "utf-8")
    with closing(sqlite3.connect(newer)) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    content = damaged.read_bytes()
    damaged.write_bytes(content[:4096] + b"\xaa" * (len(content) - 4096))

    report = import_files(project, [newer, damaged, tmp_path / "none.annot", other])

    assert report.articles == 3
    assert "newer version" in report.problems[0].wording.en
    assert "annotator check" in report.problems[1].wording.en
    assert len(report.problems) == 3
