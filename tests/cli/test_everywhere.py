"""One decision for all occurrences of some words, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def war(run, tmp_path: Path) -> Path:
    for number, text in enumerate(("Wagner arrive. Le groupe Wagner part.", "Des wagons, et Wagner.", "Rien.")):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    path = tmp_path / "war.annot"
    run("new", path)
    run("import", path, *(tmp_path / f"{number}.txt" for number in range(3)))
    return path


def shown(run, project: Path, article: int = 1) -> str:
    return run("show", project, str(article)).out.splitlines()[2]


def test_occurrences_are_listed_and_nothing_is_changed(run, war: Path) -> None:
    listed = run("everywhere", war, " Wagner ")
    assert listed.code == 0
    assert listed.out.count("[Wagner]") == 3
    assert listed.out.splitlines()[-1] == "3 occurrences in 2 articles."
    assert shown(run, war) == "Wagner arrive. Le groupe Wagner part."
    assert run("everywhere", war, "Prigojine").out == "0 occurrences in 0 articles.\n"


def test_they_are_labelled_relabelled_and_cleared_in_one_step_each(run, war: Path) -> None:
    tried = run("everywhere", war, "Wagner", "--label", "arme", "--dry-run")
    assert tried.out.splitlines()[-1] == "3 occurrences in 2 articles, 3 to be changed."
    assert run("check", war).code == 0
    assert shown(run, war) == "Wagner arrive. Le groupe Wagner part."
    done = run("everywhere", war, "Wagner", "--label", "weapon")
    assert done.out.splitlines()[-1] == "3 occurrences in 2 articles, 3 changed."
    assert shown(run, war) == "[Wagner|weapon] arrive. Le groupe [Wagner|weapon] part."
    again = run("everywhere", war, "Wagner", "--label", "leader", "--json").json()
    assert again["changed"] is False
    assert {(each["standing"], each["label"], each["meant"]) for each in again["occurrences"]} == {
        ("marked", "weapon", False)
    }
    run("everywhere", war, "Wagner", "--label", "leader", "--instead-of", "weapon")
    assert shown(run, war, 2) == "Des wagons, et [Wagner|leader]."
    run("everywhere", war, "Wagner", "--label", "leader", "--remove")
    assert shown(run, war, 2) == "Des wagons, et Wagner."
    assert run("check", war).code == 0


def test_a_finished_article_is_left_alone(run, project: Path) -> None:
    done = run("everywhere", project, "Ukraine", "--label", "country", "--annotator", "Zoé")
    assert done.code == 0
    listed = run("everywhere", project, "Joe Biden", "--annotator", "Zoé", "--json").json()["occurrences"]
    assert [(each["standing"], each["text"]) for each in listed] == [("marked", "Joe Biden")]


def test_what_is_refused(run, war: Path) -> None:
    assert run("everywhere", war, "Wagner", "--remove").code == 2
    assert run("everywhere", war, "Wagner", "--label", "x", "--remove", "--instead-of", "y").code == 2
    assert run("everywhere", war, " ").code == 2
    assert run("everywhere", war, "Wagner", "--label", "navire").code == 1
    assert run("everywhere", war, "Wagner", "--annotator", "Nobody").code == 1
