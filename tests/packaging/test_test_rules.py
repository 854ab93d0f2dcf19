"""What tests are held to: no network, for them or their children, and nothing left running."""

from __future__ import annotations

import multiprocessing
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketBlockedError

CONNECT = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"
LOOK_UP = "import socket; socket.getaddrinfo('example.org', 80)"

LEAKS = """
import subprocess, sys, threading, time

def test_leaves_things_running():
    threading.Thread(target=time.sleep, args=(8,), name="sleeper", daemon=True).start()
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(8)"])

def test_cleans_up():
    thread = threading.Thread(target=time.sleep, args=(0.05,))
    thread.start()
    subprocess.run([sys.executable, "-c", ""], check=True)
"""


def test_a_test_has_no_network() -> None:
    with pytest.raises(SocketBlockedError):
        socket.socket(socket.AF_INET)


def test_unix_sockets_work() -> None:
    left, right = socket.socketpair()
    with left, right:
        left.sendall(b"salut")
        assert right.recv(5) == b"salut"


@pytest.mark.parametrize("code", [CONNECT, LOOK_UP])
def test_a_process_started_by_a_test_has_no_network(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "NetworkBlockedError: tests run without network" in done.stderr


def test_a_worker_process_has_no_network() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        answer = pool.apply(_try_to_connect)
        pool.close()
        pool.join()
    assert answer == "NetworkBlockedError"


def _try_to_connect() -> str:
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except Exception as error:
        return type(error).__name__
    return "connected"


def test_the_users_folders_are_not_the_persons_own() -> None:
    from annotator.paths import config_folder, data_folder

    home = Path.home()
    assert home.name.startswith("annotator-tests-")
    assert data_folder().is_relative_to(home)
    assert config_folder().is_relative_to(home)


def test_threads_and_processes_left_running_fail_a_test(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "test_leaks.py").write_text(LEAKS)
    (tmp_path / "conftest.py").write_text((repository / "tests" / "conftest.py").read_text("utf-8"), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=os.environ)
    assert re.search(r"the test left running: thread sleeper; process \d+: .*time.sleep", done.stdout), done.stdout
    assert "2 passed, 1 error in" in done.stdout
