from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.formats.registry import formats
from tests.app.mixed_project import mixed_project


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    path = tmp_path / "guerre.annot"
    mixed_project(path).close()
    return path


def test_what_the_list_shows_is_what_is_exported(run, mixed: Path, tmp_path: Path) -> None:
    for filters in (
        ["--search", "kyiv"],
        ["--label", "sum"],
        ["--without", "country"],
        ["--source", "afp"],
        ["--since", "2023-02", "--until", "2023"],
        ["--flagged"],
        ["--no-flag", "--search", "dit"],
        ["--noted"],
        ["--finished-by", "Zoé", "--search", "note"],
    ):
        shown = run("list", mixed, "--annotator", "Zoé", "--status", "finished", *filters, "--json").json()["articles"]
        out = tmp_path / "out.jsonl"
        ran = run("export", mixed, out, "--format", "jsonl", "--annotator", "Zoé", "--json", *filters)
        assert shown
        assert ran.json()["articles"] == len(shown), filters
        titles = [json.loads(line)["title"] for line in out.read_text("utf-8").splitlines()]
        assert titles == [each["title"] for each in shown]


def test_a_dry_run_counts_and_writes_nothing(run, mixed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = run("export", mixed, out, "--annotator", "Zoé", "--dry-run")
    assert ran.code == 0
    assert ran.out.startswith("4 finished, 1 drafts left out, 1 flagged. Nothing was written.\n")
    assert "Left out: 1, since their status is not among those exported." in ran.out
    told = run("export", mixed, out, "--annotator", "Zoé", "--format", "ner-annotator", "--dry-run", "--json").json()
    assert (told["articles"], told["drafts"]["articles"], told["flagged"]["articles"]) == (4, [5], [1])
    assert "date" in {each["trait"] for each in told["lost"]}
    assert not out.exists()


def test_what_a_format_could_not_carry_is_said(run, mixed: Path, tmp_path: Path) -> None:
    ran = run("export", mixed, tmp_path / "o.json", "--format", "ner-annotator", "--annotator", "Zoé")
    assert ran.out.endswith(
        "o.json: 4 articles with 6 spans; read back, they are the same.\nLeft out: 1 article or "
        "annotation, 0 spans; --json names each and says why.\n"
    )
    assert "not carried by the format: the date, in 2 articles." in ran.err
    told = run("export", mixed, tmp_path / "o.json", "--format", "ner-annotator", "--annotator", "Zoé", "--json").json()
    assert told["verified"] is True
    assert {each["trait"]: each["articles"] for each in told["lost"]}["date"] == 2


def test_a_file_of_somebody_else_stays_unless_asked(run, mixed: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "mine"}\n', "utf-8")
    command = ("export", mixed, gold, "--format", "jsonl", "--annotator", "Zoé")
    refused = run(*command)
    assert refused.code == 1
    assert "--overwrite" in refused.err
    assert gold.read_text("utf-8") == '{"text": "mine"}\n'
    assert run(*command, "--overwrite").code == 0
    assert run(*command).code == 0


def test_folds_splits_and_choices_reach_the_export(run, mixed: Path, tmp_path: Path) -> None:
    options = ["--folds", "2", "--test", "0.2", "--split-by", "source", "--span-group", "sc", "--transformer"]
    more = ["--whose", "majority", "--no-empty", "--include", "finished", "--include", "in-progress", "--no-debug-data"]
    ran = run("export", mixed, tmp_path / "out", *options, *more, "--json")
    told = ran.json()
    assert (told["split_by"], told["span_group"], told["whose"], told["test_share"]) == (
        "source",
        "sc",
        "majority",
        0.2,
    )
    assert [each["name"] for each in told["folds"]] == ["fold-1", "fold-2"]
    assert [each["reason"] for each in told["left_out"]] == ["empty"]
    assert told["debug_data"]["skipped"]["en"] == "it was not asked for"
    assert (tmp_path / "out" / "config_transformer.cfg").is_file()
    in_words = run("export", mixed, tmp_path / "out", *options, *more)
    assert "in 2 folds" in in_words.out


@pytest.mark.parametrize(
    "options", [["--format", "word"], ["--whose", "nobody"], ["--since", "hier"], ["--test", "2"], ["--split-by", "me"]]
)
def test_wrong_usage_writes_nothing(run, mixed: Path, tmp_path: Path, options: list[str]) -> None:
    assert run("export", mixed, tmp_path / "out", *options).code == 2
    assert not (tmp_path / "out").exists()


def test_original_texts_are_refused_for_spacy(run, mixed: Path, tmp_path: Path) -> None:
    ran = run("export", mixed, tmp_path / "out", "--original")
    assert ran.code == 1
    assert "tidied texts" in ran.err


def test_formats_are_listed_with_what_they_cannot_carry(run) -> None:
    shown = run("formats")
    assert shown.code == 0
    told = run("formats", "--json").json()["formats"]
    assert [each["name"] for each in told] == [each.name for each in formats()]
    for each, format in zip(told, formats(), strict=True):
        assert format.name in shown.out
        assert (each["read"], each["write"]) == (format.read is not None, format.write is not None)
        assert {trait["trait"] for trait in each["cannot_carry"]} == {
            trait.name.lower() for trait in format.cannot_carry
        }


def test_the_suggester_is_exported_too(run, mixed: Path, tmp_path: Path) -> None:
    ran = run("export", mixed, tmp_path / "rules", "--format", "suggester", "--json")
    assert ran.json()["folder"] == str(tmp_path / "rules")
    with Project.open(mixed) as project:
        assert len(project.article_ids()) == 5
