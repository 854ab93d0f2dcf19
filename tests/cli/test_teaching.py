"""What a project teaches the suggester, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def project(run, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Le Wakanda et le Mali.", "utf-8")
    path = tmp_path / "war.annot"
    run("new", path)
    run("import", path, tmp_path / "a.txt")
    return path


def shown(run, project: Path) -> str:
    return run("show", project, "1").out.splitlines()[2]


def test_a_word_of_the_project_is_suggested_until_it_is_taken_out(run, project: Path) -> None:
    assert run("lexicon", project).out == "This project has no words of its own.\n"
    added = run("lexicon", project, "--add", " Wakanda ", "--label", "pays", "--note", "Marvel")
    assert added.code == 0
    assert ["Wakanda", "country", "Marvel"] in [line.split() for line in added.out.splitlines()]
    report = run("suggest", project, "--json").json()
    assert report["articles"] == 1
    assert shown(run, project) == "Le ‹Wakanda|country?› et le ‹Mali|country?›."
    assert run("suggest", project, "--json").json()["articles"] == 0
    assert run("lexicon", project, "--remove", "Wakanda", "--json").json() == {"entries": []}
    again = run("suggest", project, "--json").json()
    assert again["articles"] == 1
    assert again["pipeline"] != report["pipeline"]
    assert shown(run, project) == "Le Wakanda et le ‹Mali|country?›."


def test_a_rule_is_silent_until_it_is_allowed(run, project: Path) -> None:
    silenced = run("rules", project, "--silence", "country.name")
    assert silenced.code == 0
    (line,) = [line for line in silenced.out.splitlines() if line.split()[:1] == ["country.name"]]
    assert line.split()[-1] == "silent"
    run("suggest", project)
    assert shown(run, project) == "Le Wakanda et le Mali."
    rules = run("rules", project, "--allow", "country.name", "--json").json()["rules"]
    assert not any(rule["silent"] for rule in rules)
    assert {"id", "label", "tier", "en", "fr", "silent"} == set(rules[0])
    run("suggest", project)
    assert shown(run, project) == "Le Wakanda et le ‹Mali|country?›."


def test_the_rules_there_are(run) -> None:
    ran = run("rules")
    assert ran.code == 0
    assert {"sum.words", "leader.title"} <= {line.split()[0] for line in ran.out.splitlines() if line.strip()}


def test_what_is_refused(run, project: Path) -> None:
    assert run("lexicon", project, "--remove", "Wakanda").err.count("\n") == 1
    assert run("lexicon", project, "--add", "x", "--label", "ship").code == 1
    assert run("lexicon", project, "--add", " ", "--label", "country").code == 1
    assert run("rules", project, "--silence", "country.name", "--allow", "nothing").code == 1
    assert not any(rule["silent"] for rule in run("rules", project, "--json").json()["rules"])
    assert run("lexicon", project, "--add", "x").code == 2
    assert run("lexicon", project, "--label", "country").code == 2
    assert run("rules", project, "--silence", "country.name", "--allow", "country.name").code == 2
    assert run("rules", "--silence", "country.name").code == 2
