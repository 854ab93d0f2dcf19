"""The command line as people use it: the real ``main()``, here or in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator.__main__ import main


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def run(*arguments: object) -> Ran:
        capfd.readouterr()
        code = main([str(each) for each in arguments])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def spawn() -> Run:
    """Run a command in a process of its own, with ``input`` as its standard input."""

    def spawn(*arguments: object, input: str | bytes = b"", **environment: str | None) -> Ran:
        env = {name: value for name, value in {**os.environ, **environment}.items() if value is not None}
        done = subprocess.run(
            [sys.executable, "-m", "annotator", *map(str, arguments)],
            input=input.encode() if isinstance(input, str) else input,
            capture_output=True,
            env=env,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return spawn


@pytest.fixture
def project(run: Run, tmp_path: Path) -> Path:
    """A project of three articles; the first has a span of Zoé's and is finished."""
    lines = [
        {
            "title": "Un sommet",
            "text": "Joe Biden a promis 3 millions d'euros à l'Ukraine.",
            "spans": [{"start": 0, "end": 9, "label": "leader"}],
        },
        {"title": "Un autre sommet", "text": "La Russie quitte l'OTAN 😀."},
        {"title": "Rien", "text": "Il pleut."},
    ]
    source = tmp_path / "source.jsonl"
    source.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    path = tmp_path / "war.annot"
    assert run("new", path).code == 0
    assert run("import", path, source, "--annotator", "Zoé").code == 0
    return path
