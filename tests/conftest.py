"""What every test stands on: folders of its own, no network, no display, and nothing left running behind it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
_HOME = Path(tempfile.mkdtemp(prefix="annotator-tests-"))

# Set before anything asks where the user's folders are or which platform Qt runs on. Children inherit it all.
os.environ["HOME"] = str(_HOME)
for _name, _folder in {
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}.items():
    (_HOME / _folder).mkdir(mode=0o700, parents=True)
    os.environ[_name] = str(_HOME / _folder)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "linux":
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns of any other encoding, and a warning fails the test
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(ROOT / "tests" / "no_network"), *filter(None, [os.environ.get("PYTHONPATH")])]
)

# "steady" tries the same cases on every run and machine; "searching" (HYPOTHESIS_PROFILE=searching) looks for new ones.
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("searching", parent=settings.get_profile("steady"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    real_window = [item for item in items if (ROOT / "tests" / "e2e") in item.path.parents]
    lacking = _lacking_for_a_window() if real_window else None
    for item in real_window if lacking else ():
        item.add_marker(pytest.mark.skip(reason=f"a real window needs {lacking}"))


def _lacking_for_a_window() -> str | None:
    """Return what this machine lacks for tests in a real window under Xvfb, or None."""
    if shutil.which("Xvfb") is None:
        return "Xvfb"
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "packaging" / "bootstrap.py")
    bootstrap = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bootstrap)
    return " ".join(bootstrap.qt_missing(bootstrap.QT_ALWAYS + bootstrap.QT_WINDOW)) or None


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The folder of gold articles and foreign files beside the checkout; tests that need it are left out without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared is not beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    threads, children = set(threading.enumerate()), set(_children())
    yield
    deadline = time.monotonic() + 3
    while True:
        left = [f"thread {thread.name}" for thread in set(_threads()) - threads]
        left += [f"process {pid}: {command}" for pid, command in _children().items() if pid not in children]
        if not left or time.monotonic() > deadline:
            break
        time.sleep(0.01)
    if left:
        pytest.fail("the test left running: " + "; ".join(left), pytrace=False)


def _threads() -> list[threading.Thread]:
    # A thread that Qt started and that ran Python once stays listed as a dummy for ever, alive or not.
    return [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]


def _children() -> dict[int, str]:
    """Return the processes that this one started and that are alive, by id."""
    if sys.platform == "linux":
        listed = [
            _status(Path("/proc", pid)) for task in Path("/proc/self/task").iterdir() for pid in _started_by(task)
        ]
    else:
        ps = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat=,command="], capture_output=True, text=True, check=True)
        rows = [line.split(None, 3) for line in ps.stdout.splitlines()]
        listed = [(int(row[0]), row[2], row[3]) for row in rows if int(row[1]) == os.getpid() and "ps -A" not in row[3]]
    return {
        pid: command
        for pid, state, command in filter(None, listed)
        # multiprocessing keeps its own helper for as long as the interpreter runs
        if not state.startswith("Z") and "multiprocessing.resource_tracker" not in command
    }


def _started_by(task: Path) -> list[str]:
    try:
        return (task / "children").read_text().split()
    except OSError:  # the thread ended meanwhile
        return []


def _status(folder: Path) -> tuple[int, str, str] | None:
    try:
        state = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0]
        command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
    except OSError:  # it ended meanwhile
        return None
    return int(folder.name), state, command
