"""``annotator stats PROJECT suggester`` and ``readiness``, through the real command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def project(run, tmp_path: Path) -> Path:
    text = "La Russie et l'Ukraine ont parlé."
    spans = [{"start": 3, "end": 9, "label": "country"}, {"start": 27, "end": 32, "label": "sum"}]
    (tmp_path / "war.jsonl").write_text(json.dumps({"text": text, "spans": spans}), "utf-8")
    path = tmp_path / "war.annot"
    run("new", path)
    run("import", path, tmp_path / "war.jsonl", "--annotator", "Zoé", "--status", "finished")
    run("suggest", path)
    return path


def test_the_suggester_in_words_and_in_json(run, project: Path) -> None:
    told = run("stats", project, "suggester", "--json").json()
    assert (told["annotator"], told["finished"]) == ("Zoé", 1)
    assert told["all"]["recall"]["hits"] == 1
    assert told["all"]["recall"]["of"] == 2
    assert told["all"]["precision"]["value"] is None
    assert told["version"][0]["name"].startswith("rules ")
    shown = run("stats", project, "suggester", "--annotator", "Zoé", "--label", "sum").out
    assert "0.000 [0.000–0.793]" in shown
    assert "all, sum: precision not defined: there is no such suggestion." in shown


def test_readiness_in_words_and_in_json_is_no_failure(run, project: Path) -> None:
    told = run("stats", project, "readiness", "--json").json()
    assert told["verdict"] == "not yet"
    checks = {each["check"]: each for each in told["lines"]}
    assert checks["undecided"]["articles"] == [1]
    assert checks["finished"]["articles"] is None
    done = run("stats", project, "readiness")
    assert done.code == 0
    assert "Zoé: Not yet: some things are missing." in done.out


def test_whose_work_is_meant_has_to_be_clear(run, project: Path, tmp_path: Path) -> None:
    twice = run("stats", project, "readiness", "--annotator", "Zoé", "--annotator", "Ali")
    assert twice.code != 0
    assert "one annotator at a time" in twice.err
    run("new", tmp_path / "empty.annot")
    nobody = run("stats", tmp_path / "empty.annot", "suggester")
    assert nobody.code != 0
    assert "nobody has annotated anything yet" in nobody.err
