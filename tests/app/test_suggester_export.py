"""The suggester as a project teaches it, written and loaded again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.__main__ import main
from annotator.app.lexicon import add_entry, silence_rule
from annotator.app.project import Project
from annotator.app.splits import add_split
from annotator.app.suggester_export import export_suggester
from annotator.core.errors import UserError
from annotator.core.splits import parse_split
from annotator.store import articles
from tests.strategies import new_article

TEXT = "L'OTAN et la Pologne redoutent l'Orechnik ; la proOTAN se tait."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.annot"
    with Project.create(path) as made:
        with made.database.transaction():
            articles.insert(made.database, [new_article(TEXT)], at="2022")
        add_entry(made, "Orechnik", label="weapon")
        silence_rule(made, "country.name")
        add_split(made, parse_split("proOTAN=pro+OTAN"))
    return path


def test_spacy_loads_what_the_project_has_taught(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(project), str(tmp_path / "out"), "--format", "suggester", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["folder"] == str(tmp_path / "out")
    program = "import sys, spacy; print([(e.text, e.label_) for e in spacy.load(sys.argv[1])(sys.argv[2]).ents])"
    command = [sys.executable, "-c", program, str(tmp_path / "out"), TEXT]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[('OTAN', 'alliance'), ('Orechnik', 'weapon'), ('OTAN', 'alliance')]"


def test_a_folder_that_holds_something_else_is_left_alone(project: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("…", "utf-8")
    with Project.open(project) as opened, pytest.raises(UserError, match="not an earlier export"):
        export_suggester(opened, theirs)
    assert [each.name for each in theirs.iterdir()] == ["thesis.txt"]
