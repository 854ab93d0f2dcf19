"""How long a project of 3,000 articles takes to be read, by one process and by as many as there are cores, in one run.

Run with ``make bench ARGS="-k suggest_project"``. Every row is a process of its own, ``annotator suggest --jobs N``,
from the command to the last transaction: its start is part of what it costs. The runs take turns, so that a busy
machine slows all of them; the ratio is to the median of one process. Beside the time stands what the processes
worked together: where that is much less than the time times their number, others had the cores, and several gain less
than they could. Nothing is asserted of the times: read the table.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.store import articles
from tests.strategies import new_article

_ARTICLES = 3_000
_ROUNDS = 3
_SENTENCES = (
    "Le président Emmanuel Macron a reçu mardi à l'Élysée son homologue {who}, venu demander des armes.",
    "Selon le ministère, {number} chars Leopard 2 et des missiles sol-air partiront pour l'Ukraine avant l'été.",
    "L'Otan, l'Union européenne et l'Onu se réuniront à Genève pour parler d'un cessez-le-feu entre les deux pays.",
    "Le montant de l'aide atteindrait {number} millions d'euros, soit plus de deux milliards de dollars en un an.",
    "« Nous ne céderons pas », a déclaré le ministre de la Défense, qui refuse toute négociation sur la frontière.",
    "Des habitants de la région racontent une nuit de bombardements ; les écoles sont restées fermées depuis lundi.",
    "La Russie accuse la Pologne et la Lituanie d'avoir laissé passer {number} drones de combat la semaine dernière.",
)
_NAMES = ("Volodymyr Zelensky", "Recep Tayyip Erdogan", "Andrzej Duda", "Olaf Scholz", "Kaja Kallas")
_rows: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(
            f"\n{'processes':>9} {'seconds':>9} {'× one':>7} {'articles/s':>11} {'worked, s':>10} {'× one':>7}",
            *_rows,
            sep="\n",
        )


@pytest.fixture(scope="module")
def unread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose articles, of some 2,000 characters, nobody has read."""
    path = tmp_path_factory.mktemp("bench") / "unread.annot"
    chance = random.Random(1)
    with Project.create(path) as project:
        for first in range(0, _ARTICLES, 500):
            new = [new_article(_text(number, chance)) for number in range(first, first + 500)]
            with project.database.transaction():
                articles.insert(project.database, new, at="2022")
    return path


def _text(number: int, chance: random.Random) -> str:
    sentences = (chance.choice(_SENTENCES) for _ in range(20))
    return f"Article {number}.\n" + " ".join(
        each.format(who=chance.choice(_NAMES), number=chance.randrange(2, 900)) for each in sentences
    )


def test_suggesting_in_a_project_by_number_of_processes(unread: Path, tmp_path: Path) -> None:
    counts = sorted({1, 2, os.cpu_count() or 1})
    seconds: dict[int, list[float]] = {jobs: [] for jobs in counts}
    worked: dict[int, list[float]] = {jobs: [] for jobs in counts}
    found: set[int] = set()
    for turn in range(_ROUNDS):
        for jobs in counts:
            project = Path(shutil.copy(unread, tmp_path / f"{turn}-{jobs}.annot"))
            begun, work = time.perf_counter(), _work_of_children()
            subprocess.run(
                [sys.executable, "-m", "annotator", "suggest", project, "--jobs", str(jobs)],
                check=True,
                capture_output=True,
            )
            seconds[jobs].append(time.perf_counter() - begun)
            worked[jobs].append(_work_of_children() - work)
            with Project.open(project) as opened:
                found.add(opened.database.execute("SELECT count(*) FROM suggestions").fetchone()[0])
    one, work_of_one = statistics.median(seconds[1]), statistics.median(worked[1])
    for jobs in counts:
        took, work = statistics.median(seconds[jobs]), statistics.median(worked[jobs])
        speed = f"{took:>9.1f} {took / one:>7.2f} {_ARTICLES / took:>11.0f}"
        _rows.append(f"{jobs:>9} {speed} {work:>10.1f} {work / work_of_one:>7.2f}")
    assert len(found) == 1
    assert found.pop() > _ARTICLES * 10


def _work_of_children() -> float:
    """Return the processor seconds of every process that has ended, and of those it started."""
    times = os.times()
    return times.children_user + times.children_system
