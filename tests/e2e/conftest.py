"""A virtual screen, and the real program on it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desk import Desk


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """The name of a display nobody else uses."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield f":{server.stdout.readline().strip()}"
    server.terminate()
    server.wait()
    server.stdout.close()


@pytest.fixture
def desk(screen: str, tmp_path: Path) -> Iterator[Desk]:
    """An annotator's desk: a screen with the program on it, in a folder of its own."""
    with Desk(screen, tmp_path) as sitting:
        yield sitting
