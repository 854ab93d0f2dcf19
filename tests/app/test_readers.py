"""Several reading processes: what happens when something is killed, and that nothing is left of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.readers import read_in_processes
from annotator.app.suggesting import jobs_that_pay, suggest
from annotator.core.errors import UserError
from annotator.core.lexicon import Entry, Lexicon
from annotator.store import articles
from tests.strategies import new_article

_PATIENCE = 120.0
_COUNT = 1_500

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="children are found in /proc")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that takes a few seconds to read."""
    with Project.create(tmp_path / "war.annot") as project, project.database.transaction():
        new = [new_article(f"Article {n} : la Russie et l'OTAN. " + "Le Mali attend. " * 40) for n in range(_COUNT)]
        articles.insert(project.database, new, at="2022")
    return tmp_path / "war.annot"


def suggesting(project: Path) -> subprocess.Popen[str]:
    """Start ``annotator suggest --jobs 2`` as a terminal does, and halt all of it as soon as it has stored something.

    Halted, since on a busy machine it might be done before anything happens to it; `go_on` lets it.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", "suggest", str(project), "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_until(lambda: read(project) > 0)
    os.killpg(process.pid, signal.SIGSTOP)
    assert process.poll() is None
    return process


def go_on(process: subprocess.Popen[str]) -> None:
    """Let what was halted go on; what was sent to it meanwhile comes first."""
    os.killpg(process.pid, signal.SIGCONT)


def wait_until(done: object) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def read(project: Path) -> int:
    """Count the articles that have been read."""
    with Project.open(project) as opened:
        return opened.database.execute("SELECT count(suggested_by) FROM articles").fetchone()[0]


def readers_of(process: subprocess.Popen[str]) -> list[int]:
    listed = (task / "children" for task in Path("/proc", str(process.pid), "task").iterdir())
    return [int(pid) for children in listed for pid in children.read_text().split()]


def is_alive(pid: int) -> bool:
    try:
        state = Path("/proc", str(pid), "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def suggestions(project: Path) -> list[tuple[int, int, int, str]]:
    with Project.open(project) as opened:
        return opened.database.execute(
            'SELECT article_id, start, "end", label_id FROM suggestions ORDER BY 1, 2'
        ).fetchall()


def test_killed_in_the_middle_nothing_is_left_and_the_next_run_goes_on(project: Path) -> None:
    process = suggesting(project)
    children = readers_of(process)
    assert len(children) >= 2
    process.kill()
    go_on(process)
    process.communicate()
    wait_until(lambda: not any(map(is_alive, children)))
    done = read(project)
    assert 0 < done < _COUNT
    with Project.open(project) as opened:
        assert suggest(opened).articles == _COUNT - done
        ids = opened.article_ids()
    found = suggestions(project)
    with Project.open(project) as opened:
        suggest(opened, articles=ids[::10])
    assert suggestions(project) == found
    assert len(found) == _COUNT * 42


def test_control_c_stops_at_once_and_cleanly(project: Path) -> None:
    process = suggesting(project)
    children = readers_of(process)
    os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to all of them
    go_on(process)
    out, err = process.communicate(timeout=_PATIENCE)
    assert process.returncode not in (0, -signal.SIGINT)
    assert "Traceback" not in err
    assert out == ""
    wait_until(lambda: not any(map(is_alive, children)))
    assert 0 < read(project) < _COUNT


def test_a_reader_that_dies_is_said_and_what_was_read_stays(project: Path) -> None:
    process = suggesting(project)
    victim = next(pid for pid in readers_of(process) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes())
    os.kill(victim, signal.SIGKILL)
    go_on(process)
    out, err = process.communicate(timeout=_PATIENCE)
    assert (process.returncode, out) == (1, "")
    assert err.count("\n") == 1
    assert "exit code -9" in err
    assert 0 < read(project) < _COUNT


def test_readers_know_what_the_project_teaches_and_batches_come_one_by_one() -> None:
    taken: list[int] = []

    def batches() -> Iterator[list[tuple[int, str]]]:
        for number in range(12):
            taken.append(number)
            yield [(number, f"Le Zorglub {number}."), (number + 100, "Rien.")]

    lexicon = Lexicon((Entry("Zorglub", "weapon"),))
    seen = {}
    for batch, proposed in read_in_processes(batches(), lexicon, jobs=2):
        seen[batch[0][0]] = [[each.label for each in proposals] for proposals in proposed]
        assert len(taken) <= len(seen) + 4
    assert seen == {number: [["weapon"], []] for number in range(12)}


def test_no_batch_needs_no_process() -> None:
    assert list(read_in_processes([], Lexicon(), jobs=4)) == []


def test_an_error_in_the_reading_is_an_error_here(capfd: pytest.CaptureFixture[str]) -> None:
    broken = [[(1, None)]]
    with pytest.raises(UserError, match="exit code 1"):
        list(read_in_processes(broken, Lexicon(), jobs=1))  # type: ignore[arg-type]
    assert "TypeError" in capfd.readouterr().err


def test_few_articles_are_not_worth_a_process() -> None:
    assert jobs_that_pay(0) == jobs_that_pay(999) == 1
    assert 1 <= jobs_that_pay(10**6) <= max(1, (os.cpu_count() or 1) - 1)
