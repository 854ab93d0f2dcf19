"""``annotator share`` and ``annotator merge`` through the real ``main()``: out to two, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.app.lexicon import add_entry, lexicon
from annotator.app.project import Project
from annotator.app.session import Session


def draw(path: Path, name: str, article: int, words: str, label: str) -> None:
    """Mark words as somebody, in a project file."""
    with Project.open(path) as project:
        session = Session(project, project.add_annotator(name))
        start = session.open(article).text.index(words)
        session.draw(start, start + len(words), label=label)


def spans(path: Path) -> dict[tuple[str, int], list[tuple[str, str]]]:
    """Return words and labels of all that is marked, by annotator and article."""
    found = {}
    with Project.open(path) as project:
        for article in project.articles(project.article_ids()):
            for id, name in project.names().items():
                made = project.annotation(article.id, id).spans
                if made:
                    found[name, article.id] = [(article.text[each.start : each.end], each.label) for each in made]
    return found


@pytest.fixture
def copies(run: Any, project: Path) -> dict[str, Path]:
    """A copy for each of two who read everything, with some work in it."""
    ran = run("share", project, "--to", "Ana,Ben", "--overlap", "1", "--json")
    assert (ran.code, ran.err) == (0, "")
    told = ran.json()
    assert [each["articles"] for each in told["copies"]] == [[1, 2, 3], [1, 2, 3]]
    assert (told["double"], told["given"]) == (3, 3)
    made = {each["annotator"]: Path(each["path"]) for each in told["copies"]}
    assert made == {"Ana": project.with_name("war-ana.annot"), "Ben": project.with_name("war-ben.annot")}
    draw(made["Ana"], "Ana", 2, "Russie", "country")
    draw(made["Ben"], "Ben", 2, "OTAN", "alliance")
    with Project.open(made["Ben"]) as opened:
        add_entry(opened, "Kiev", label="country")
    return made


BEFORE = {("Zoé", 1): [("Joe Biden", "leader")]}
AFTER = {**BEFORE, ("Ana", 2): [("Russie", "country")], ("Ben", 2): [("OTAN", "alliance")]}


def test_copies_leave_out_what_others_marked(copies: dict[str, Path]) -> None:
    assert {name: list(spans(path)) for name, path in copies.items()} == {"Ana": [("Ana", 2)], "Ben": [("Ben", 2)]}


def test_files_that_are_there_are_not_overwritten(run: Any, project: Path, copies: dict[str, Path]) -> None:
    before = copies["Ana"].read_bytes()
    ran = run("share", project, "--to", "Ana,Ben")
    assert ran.code != 0
    assert ran.err.count("\n") == 1
    assert "war-ana.annot" in ran.err
    assert copies["Ana"].read_bytes() == before


def test_a_dry_run_says_what_would_come_and_changes_nothing(run: Any, project: Path, copies: dict[str, Path]) -> None:
    ran = run("merge", project, *copies.values(), "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    first, *others = ran.out.splitlines()
    assert first.startswith("0 new articles and ")
    assert first.endswith(" would come from 2 copies. Nothing was changed.")
    assert "Ana: 1 span added in 1 article." in [line.replace(", 1 other change", "") for line in others]
    assert any(line.startswith("lexicon: Kiev, entry: here nothing") for line in others)
    assert spans(project) == BEFORE
    assert len(run("imports", project, "--json").json()) == 1


def test_what_was_merged_is_there_once_and_can_be_taken_back(run: Any, project: Path, copies: dict[str, Path]) -> None:
    told = run("merge", project, *copies.values(), "--take", "lexicon", "--json").json()
    assert [(each["annotator"], each["articles"], each["added"]) for each in told["work"]] == [
        ("Ana", [2], 1),
        ("Ben", [2], 1),
    ]
    assert (told["articles"], told["known"], told["conflicts"]) == (0, 3, [])
    assert [(each["what"], each["taken"]) for each in told["differences"]] == [("Kiev", True)]
    assert spans(project) == AFTER
    again = run("merge", project, *copies.values())
    assert again.out == "There is nothing new in it: the project stays as it is.\n"
    undone = run("imports", project, "--undo", told["merge"])
    assert (undone.code, undone.err) == (0, "")
    assert spans(project) == BEFORE
    with Project.open(project) as opened:
        assert [each.form for each in lexicon(opened).entries] == []


def test_two_who_changed_one_annotation_are_told_apart_and_the_newer_stands(
    run: Any, project: Path, copies: dict[str, Path]
) -> None:
    draw(project, "Ana", 2, "Russie", "alliance")
    ran = run("merge", project, copies["Ana"], "--json")
    (conflict,) = ran.json()["conflicts"]
    assert (conflict["kind"], conflict["won"], conflict["here"]["label"], conflict["there"]["label"]) == (
        "span",
        "here",
        "alliance",
        "country",
    )
    assert spans(project)["Ana", 2] == [("Russie", "alliance")]


def test_what_is_no_project_is_named_in_one_sentence(run: Any, project: Path, tmp_path: Path) -> None:
    (tmp_path / "note.annot").write_text("no project", "utf-8")
    for other in (project, tmp_path / "missing.annot", tmp_path / "note.annot"):
        ran = run("merge", project, other)
        assert ran.code != 0
        assert ran.err.count("\n") == 1
        assert other.name in ran.err
