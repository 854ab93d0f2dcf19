"""How long the program takes from the start of its process to a window, and to an article in it.

Run with ``make bench ARGS="-k start"``. The limit beside it is a bare PySide6 window with a QPlainTextEdit, started
the same way in the same run, in turns. Under Xvfb where it is installed. Nothing is asserted of the times: read the
table.
"""

from __future__ import annotations

import os
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

_RUNS = 15

# Tells when a window was first painted, and when an article was; a filter of all events would slow what it watches.
_WATCHED = """
import sys, time
told = set()

def watch(kind, name, ready, done):
    inherited = kind.paintEvent

    def paintEvent(self, event):
        inherited(self, event)
        if name not in told and ready(self):
            told.add(name)
            print(name, time.time(), flush=True)
            done(self)

    kind.paintEvent = paintEvent

def watch_both(window, editor):
    from PySide6.QtCore import QTimer

    watch(window, "window", lambda _: True, lambda _: None)
    watch(
        editor,
        "article",
        lambda painted: painted.document().characterCount() > 50,
        lambda painted: QTimer.singleShot(0, painted.window().close),
    )
"""
_OURS = """
from annotator import __main__

def open_window(project, sample):
    from annotator.ui import swift_start

    swift_start.prepare()
    from annotator.ui.article_view import ArticleView
    from annotator.ui.main_window import MainWindow

    watch_both(MainWindow, ArticleView)
    return really_open(project, sample)

really_open = __main__._open_window
__main__._open_window = open_window
sys.exit(__main__.main(["open", sys.argv[1]]))
"""
_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

class Window(QMainWindow): pass
class Editor(QPlainTextEdit): pass

watch_both(Window, Editor)
application = QApplication(sys.argv[:1])
window = Window()
editor = Editor(window)
window.setCentralWidget(editor)
window.resize(1320, 860)
window.show()
QTimer.singleShot(0, lambda: editor.setPlainText(open(sys.argv[1], encoding="utf-8").read()))
sys.exit(application.exec())
"""


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment with a screen of its own."""
    # What is installed is compiled; so is what is measured, from the second start on.
    settings = os.environ | {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "cache"),
    }
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    if shutil.which("Xvfb") is None:
        yield settings
        return
    options = ("-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset")
    with subprocess.Popen(["Xvfb", *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        yield settings | {"DISPLAY": f":{server.stdout.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        server.terminate()


def _start(program: str, path: Path, environment: dict[str, str]) -> dict[str, float]:
    """Start a program and return how many milliseconds passed until each thing was painted."""
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED + program, str(path)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return {name: (float(at) - began) * 1000 for name, at in map(str.split, done.stdout.splitlines())}


def test_start(tmp_path: Path, environment: dict[str, str], request: pytest.FixtureRequest) -> None:
    article = "Le ministre a promis des armes à l'Ukraine.\n" * 100
    text, project = tmp_path / "article.txt", tmp_path / "guerre.annot"
    text.write_text(article, "utf-8")
    with Project.create(project) as made, made.database.transaction():
        articles.insert(made.database, [new_article(article)], at="2022")
    starts: dict[str, list[dict[str, float]]] = {"ours": [], "bare": []}
    for turn in range(_RUNS + 1):
        for name, program, path in (("ours", _OURS, project), ("bare", _BARE, text)):
            taken = _start(program, path, environment)
            if turn:  # the first start finds nothing in the system's cache
                starts[name].append(taken)
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"\n{'start, milliseconds (median)':34}{'ours':>9}{'bare':>9}{'ratio':>9}")
        for what in ("window", "article"):
            ours, bare = (statistics.median(each[what] for each in starts[name]) for name in ("ours", "bare"))
            print(f"{'process start → ' + what + ' painted':34}{ours:9.0f}{bare:9.0f}{ours / bare:9.2f}")
