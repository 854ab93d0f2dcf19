"""``annotator stats PROJECT consistency`` as people use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.session import Session
from tests.app.test_consistency import give
from tests.cli.conftest import Run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project in which Ada called Paris a country twice and a leader once, and left one Rafale bare."""
    path = tmp_path / "guerre.annot"
    with Project.create(path) as project:
        session = Session(project, project.add_annotator("Ada"))
        give(session, "Paris se tait.", ("Paris", "country"))
        give(session, "Kiev attend, Paris aussi.", ("Kiev", "country"), ("Paris", "country"))
        give(session, "Hier, PARIS a parlé.", ("PARIS", "leader"))
        give(session, "Le Rafale décolle.", ("Rafale", "weapon"))
        give(session, "Un Rafale atterrit.")
    return path


def test_the_topic_tells_what_was_treated_in_more_than_one_way(run: Run, path: Path) -> None:
    ran = run("stats", path, "consistency")
    assert ran.code == 0, ran.err
    assert "several labels" in ran.out
    assert "labelled here, bare there" in ran.out
    assert "Ada: 2 things treated in more than one way." in ran.out
    assert "1 more" in run("stats", path, "consistency", "--rows", 1).out


def test_one_object_has_the_places(run: Run, path: Path) -> None:
    told = run("stats", path, "consistency", "--json").json()
    assert (told["annotator"], told["found"]) == ("Ada", 2)
    assert told["by_kind"] == {"labels": 1, "bare": 1, "boundaries": 0, "texts": 0}
    (paris,) = [each for each in told["inconsistencies"] if each["kind"] == "labels"]
    assert [(each["article"], each["text"], each["label"]) for each in paris["places"]] == [
        (3, "PARIS", "leader"),
        (1, "Paris", "country"),
        (2, "Paris", "country"),
    ]


def test_a_label_limits_what_is_told(run: Run, path: Path) -> None:
    told = run("stats", path, "consistency", "--label", "weapon", "--json").json()
    assert [each["surface"] for each in told["inconsistencies"]] == ["Rafale"]


def test_nothing_inconsistent_is_said_in_a_sentence(run: Run, path: Path) -> None:
    ran = run("stats", path, "consistency", "--label", "alliance")
    assert (ran.code, ran.out.strip()) == (0, "Ada treated nothing in more than one way.")
