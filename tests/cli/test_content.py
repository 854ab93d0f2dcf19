"""``annotator stats PROJECT content`` as people use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.session import Session
from tests.app.test_consistency import give
from tests.cli.conftest import Run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project in which Ada named Kiev twice, Paris once, Joe Biden once and two sums."""
    path = tmp_path / "guerre.annot"
    with Project.create(path) as project:
        session = Session(project, project.add_annotator("Ada"))
        give(session, "Joe Biden est à Kiev.", ("Joe Biden", "leader"), ("Kiev", "country"))
        give(session, "Kiev attend 3 millions d'euros.", ("Kiev", "country"), ("3 millions d'euros", "sum"))
        give(session, "Paris promet des milliards.", ("Paris", "country"), ("des milliards", "sum"))
    return path


def rows(out: str) -> list[list[str]]:
    return [line.split() for line in out.splitlines()]


def test_the_topic_tells_what_was_labelled(run: Run, path: Path) -> None:
    ran = run("stats", path, "content")
    assert ran.code == 0, ran.err
    assert ran.out.startswith("Ada: 6 spans in 3 articles.\n")
    told = rows(ran.out)
    for line in (
        "country 3 3 2 4 1",  # spans, articles, surfaces, characters and words
        "alliance 0 0 0 – –",
        "Kiev 2 2",
        "EUR 1 1 3,000,000",
        "1 sum without a number that can be read, in 1 article.",
        "Joe Biden Kiev 1",
        "2 3 0 0 0 0 0",  # each article has two spans
    ):
        assert line.split() in told, ran.out


def test_long_tables_say_how_many_rows_they_leave_out(run: Run, path: Path) -> None:
    ran = run("stats", path, "content", "--rows", 1)
    assert "1 more surface; --rows shows more of them." in ran.out
    assert ["Paris", "1", "1"] not in rows(ran.out)


def test_one_object_has_the_same(run: Run, path: Path) -> None:
    told = run("stats", path, "content", "--json").json()
    assert (told["annotator"], told["spans"], told["articles"]) == ("Ada", 6, 3)
    assert told["labels"]["country"]["top"][0] == {"words": "Kiev", "spans": 2, "articles": 2}
    assert told["pairs"][0]["top"] == [{"first": "Joe Biden", "second": "Kiev", "articles": 1}]


def test_a_label_limits_what_is_told(run: Run, path: Path) -> None:
    told = run("stats", path, "content", "--label", "weapon", "--json").json()
    assert list(told["labels"]) == ["weapon"]


def test_without_spans_a_sentence_is_all(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "vide.annot"
    with Project.create(path) as project:
        project.add_annotator("Ada")
    ran = run("stats", path, "content")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Ada: 0 spans in 0 articles.")
    assert len(ran.out.splitlines()) == 2
