"""What ``annotator import`` can be told, and ``annotator imports``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.app.project import Project

TEXT = "Joe Biden arrive à Paris avec des chars."


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    path = tmp_path / "ner.jsonl"
    spans = [(0, 9, "PER"), (18, 24, "LOC"), (35, 39, "ARM")]
    listed = [{"start": start, "end": end, "label": label} for start, end, label in spans]
    path.write_text(json.dumps({"text": TEXT, "spans": listed}, ensure_ascii=False), "utf-8")
    return path


@pytest.fixture
def war(run, tmp_path: Path) -> Path:
    path = tmp_path / "war.annot"
    assert run("new", path).code == 0
    return path


def test_labels_are_mapped_left_out_and_made(run, war: Path, marked: Path) -> None:
    options = ("--map", "PER=leader", "--map", "LOC=", "--create-labels", "--snap", "--annotator", "Zoé")

    dry = run("import", war, marked, *options, "--dry-run", "--json").json()
    real = run("import", war, marked, *options)

    assert dry["labels"] == [
        {"theirs": "PER", "spans": 1, "ours": "leader", "created": False},
        {"theirs": "LOC", "spans": 1, "ours": None, "created": False},
        {"theirs": "ARM", "spans": 1, "ours": "arm", "created": True},
    ]
    assert real.out == (
        "1 new article from 1 file with 2 spans by Zoé.\nLabels: PER 1 → leader, LOC 1 → left out, ARM 1 → arm (new).\n"
    )
    assert real.err == f"annotator: {marked}:1: span 35–39 ARM is 34–39 now: it was widened to whole words\n"
    with Project.open(war) as project:
        assert [label.id for label in project.labels()][5:] == ["arm"]


def test_spans_can_come_as_suggestions(run, war: Path, marked: Path) -> None:
    ran = run("import", war, marked, "--map", "LOC=country", "--as-suggestions")

    assert ran.out.startswith("1 new article from 1 file with 1 suggestion.\n")
    assert f"{marked}:1: span 18–24 LOC is 19–24 now: white space at its ends was cut off\n" in ran.err
    with Project.open(war) as project:
        assert [(each.start, each.label) for each in project.suggestions(1).values()] == [(19, "country")]


def test_format_encoding_and_columns_can_be_told(run, war: Path, tmp_path: Path) -> None:
    table = tmp_path / "news.txt"
    table.write_bytes("Corps;Une\nÀ Kyiv, la pluie.;Pluie\n".encode("cp1252"))

    wrong = run("import", war, table, "--format", "csv", "--column", "text=Texte")
    ran = run(
        *("import", war, table, "--format", "csv", "--encoding", "cp1252"),
        *("--column", "text=Corps", "--column", "title=Une", "--json"),
    ).json()

    assert wrong.code == 1
    assert "Texte" in wrong.err
    assert (ran["articles"], ran["formats"][0]["name"]) == (1, "csv")
    with Project.open(war) as project:
        article = project.article(1)
        assert (article.title, article.text) == ("Pluie", "À Kyiv, la pluie.")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--map", "PER"), "write it as in --map PER=leader"),
        (("--map", "=leader"), "write it as in --map PER=leader"),
        (("--map", "PER=person"), "the project has no label “person”"),
        (("--column", "Corps"), "write it as in --column text=Corps"),
        (("--column", "corps=Corps"), "write one of text, title, source, date"),
        (("--column", "text="), "write one of text, title, source, date"),
        (("--format", "docx2"), "there is no format “docx2”"),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence(
    run, war: Path, marked: Path, options: tuple[str, ...], said: str
) -> None:
    ran = run("import", war, marked, *options)

    assert ran.code in (1, 2)
    assert said in " ".join(ran.err.replace("│", " ").split())
    assert "Traceback" not in ran.err
    with Project.open(war) as project:
        assert project.article_ids() == []


def test_imports_are_listed_shown_and_undone(run, war: Path, marked: Path, tmp_path: Path) -> None:
    assert run("imports", war).out == "The project remembers no import.\n"
    run("import", war, marked, "--annotator", "Zoé", "--map", "PER=leader")
    run("import", war, marked)

    first, second = run("imports", war).out.splitlines()
    shown = run("imports", war, 1).out
    kept = run("imports", war, "--json").json()["imports"]
    one = run("imports", war, 1, "--json").json()["imports"]
    undone = run("imports", war, "--undo", 1)
    again = run("imports", war, "--undo", 1)

    assert first.startswith("  1  ")
    assert first.endswith(f"1 article, 1 span  {marked}")
    assert second.endswith(f"0 articles, 0 spans  {marked}")
    assert "1 new article, 1 span by Zoé." in shown
    assert f"{marked}:1: left out: span 18–24 LOC: the project has no such label" in shown
    assert [each["import"] for each in kept] == [1, 2]
    assert one == kept[:1]
    assert kept[0]["options"]["labels"] == {"PER": "leader"}
    assert (undone.code, undone.out) == (0, "Import 1 is undone: 1 article gone.\n")
    assert again.code == 1
    assert "was undone before" in again.err
    assert run("imports", war).out.splitlines()[0].endswith("(undone)")
    assert run("imports", war, "--undo", 2, "--json").json()["articles"] == 0
    assert run("imports", war, 9).code == 1
    assert run("imports", war, 1, "--undo", 1).code == 2
    assert run("check", war).code == 0
