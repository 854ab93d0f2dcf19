"""What the documents say of the program is what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

from annotator import __version__
from annotator.cli.commands import app


def test_the_readme_lists_every_command_with_options_it_has(repository: Path) -> None:
    readme = (repository / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `annotator \[?(\w+)(.*?)` \| (.*) \|$", readme, re.MULTILINE)
    commands = get_command(app).commands
    assert {name for name, _, _ in rows} == set(commands)
    for name, rest, explained in rows:
        options = {option for parameter in commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", rest + explained)) <= options, name


def test_one_version_everywhere(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    newest = re.search(r"^## (\S+?),? ", (repository / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert project["version"] == __version__ == newest.group(1)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_and_paths_lead_somewhere(repository: Path, document: str) -> None:
    text = (repository / document).read_text("utf-8")
    links = [link for link in re.findall(r"\]\((.+?)\)", text) if "://" not in link]
    for link in links:
        path, _, heading = link.partition("#")
        assert (repository / path).exists(), link
        if heading:
            headings = re.findall(r"^#+ (.*)$", (repository / path).read_text("utf-8"), re.MULTILINE)
            assert heading in {each.lower().replace(" ", "-") for each in headings}, link
    named = re.findall(r"`((?:resources|packaging|tests|annotator)/[\w/.]*)`", text)
    assert [path for path in named if not (repository / path).exists()] == []
