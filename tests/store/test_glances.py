"""A glance counts what a project holds and leaves the file, and everybody at work on it, alone."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.corrections import set_status, set_trashed
from annotator.store import articles
from annotator.store.glances import Glance, glance
from annotator.store.migrations import VERSION
from tests.strategies import new_article

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Four articles: Zoé finished two, of which one lies in her trash."""
    path = tmp_path / "à l'est #1?.annot"
    with Project.create(path) as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(f"Article {number}") for number in range(4)], at="2022")
        session = Session(project, project.add_annotator("Zoé"))
        session.change_each([1, 2], lambda annotation: set_status(annotation, Status.FINISHED))
        session.change_each([2], lambda annotation: set_trashed(annotation, True))
    return path


def test_it_counts_for_one_annotator(path: Path) -> None:
    assert glance(path, "Zoé") == Glance(articles=3, finished=1)
    assert glance(path, "ZOÉ ") == Glance(articles=3, finished=1)
    assert glance(path, "Ali") == Glance(articles=4, finished=0)


def test_it_leaves_the_file_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    glance(path, "Zoé")
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_it_sees_what_a_window_at_work_has_just_written_and_does_not_disturb_it(path: Path) -> None:
    with Project.open(path) as project:
        session = Session(project, project.find_annotator("Zoé"))
        session.change_each([3], lambda annotation: set_status(annotation, Status.FINISHED))
        assert glance(path, "Zoé") == Glance(articles=3, finished=2)
        session.change_each([4], lambda annotation: set_status(annotation, Status.FINISHED))
    assert glance(path, "Zoé") == Glance(articles=3, finished=3)


def test_it_waits_for_nobody(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert glance(path, "Zoé") is None
        other.rollback()


@pytest.mark.parametrize("version", range(1, VERSION))
def test_projects_of_older_versions_are_counted_and_stay_what_they_are(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.annot"
    shutil.copy(DATA / f"schema-{version}.annot", path)
    found = glance(path, "Zoé")
    assert found is not None
    assert found.articles > 0
    assert path.read_bytes() == (DATA / f"schema-{version}.annot").read_bytes()


@pytest.mark.parametrize("content", [None, b"", b"Rien d'un projet, mais assez long pour en avoir l'air." * 40])
def test_what_is_no_project_has_nothing_to_count(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "notes.annot"
    if content is not None:
        path.write_bytes(content)
    assert glance(path, "Zoé") is None
    assert path.exists() is (content is not None)
