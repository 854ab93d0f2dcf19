"""``annotator list`` as people use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.corrections import set_trashed
from annotator.store import articles
from tests.strategies import new_article


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Four articles: one finished by Zoé with a country and a flag, one in her trash, two new."""
    path = tmp_path / "war.annot"
    texts = ("Kyiv résiste tout l'été.", "L'OTAN hésite.", "Des chars pour Kyiv.", "À l'est, la trêve.")
    with Project.create(path) as made:
        with made.database.transaction():
            articles.insert(made.database, [new_article(text) for text in texts], at="")
        zoe = Session(made, made.add_annotator("Zoé"))
        zoe.open(1)
        zoe.draw(0, 4, label="country")
        zoe.set_flag(True)
        zoe.set_status(Status.FINISHED)
        zoe.change_each([4], lambda before: set_trashed(before, True))
        made.add_annotator("Ali")
    return path


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("", [1, 2, 3]),
        ("--search kyiv", [1, 3]),
        ("--search ete --flagged", [1]),
        ("--status new --status set-aside", [2, 3]),
        ("--label pays", [1]),
        ("--without country --reverse", [3, 2]),
        ("--finished-by zoé --annotator Ali", [1]),
        ("--sort title", [3, 1, 2]),
        ("--sort changed", [1, 2, 3]),
        ("--trash", [4]),
        ("--since 2022-02-24 --until 2022 --decided --no-note", [1, 2, 3]),
        ("--until 2021", []),
    ],
)
def test_articles_are_listed_as_asked(run, project: Path, asked: str, ids: list[int]) -> None:
    words = asked.split()
    whose = [] if "--annotator" in words else ["--annotator", "Zoé"]
    listed = run("list", project, *words, *whose, "--json").json()["articles"]
    assert [each["id"] for each in listed] == ids
    printed = run("list", project, *words, *whose).out.splitlines()[1:]
    assert [int(line.split()[0]) for line in printed] == ids


def test_a_row_for_programs_says_everything(run, project: Path) -> None:
    (row,) = run("list", project, "--flagged", "--annotator", "Zoé", "--json").json()["articles"]
    assert row.pop("changed_at").endswith("+00:00")
    assert row == {
        "id": 1,
        "title": "Kyiv résiste tout l'été.",
        "source": "dépêches.jsonl:1",
        "date": "2022-02-24",
        "characters": 24,
        "status": "finished",
        "suggested": 0,
        "undecided": 0,
        "flagged": True,
        "note": None,
    }


def test_what_cannot_be_asked_is_refused(run, project: Path) -> None:
    assert "is no date" in run("list", project, "--since", "hier").err
    assert run("list", project, "--label", "ville").code == 1
    assert run("list", project, "--finished-by", "Nobody").code == 1
