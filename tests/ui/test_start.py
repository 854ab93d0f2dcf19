"""What is read before an article is on the screen; all that is read too soon, the annotator waits for at each start."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.ui.seat import make_project

# Runs the program itself, and tells what was imported when the article was first painted.
_PROGRAM = """
import json, os, sys
from annotator import __main__

def open_window(project, sample):
    from annotator.ui import swift_start

    swift_start.prepare()
    from PySide6.QtWidgets import QDialog
    from annotator.ui.article_view import ArticleView

    inherited = ArticleView.paintEvent

    def paintEvent(view, event):
        inherited(view, event)
        if view.document().characterCount() < 5:
            return
        modules = dict(sys.modules)
        dialogs = [
            f"{name}.{kind.__name__}"
            for name, module in modules.items()
            if name.startswith("annotator.ui")
            for kind in vars(module).values()
            if isinstance(kind, type) and issubclass(kind, QDialog)
        ]
        print(json.dumps({"modules": sorted(modules), "dialogs": dialogs}), flush=True)
        os._exit(0)

    ArticleView.paintEvent = paintEvent
    return really_open(project, sample)

really_open = __main__._open_window
__main__._open_window = open_window
sys.exit(__main__.main([sys.argv[1]]))
"""

_LATER = (
    "annotator.app.exporting",
    "annotator.app.importing",
    "annotator.app.jobs",
    "annotator.app.splits",
    "annotator.app.statistics",
    "annotator.cli.commands",
    "annotator.formats",
    "annotator.nlp",
    "annotator.store.glances",
    "annotator.ui.statistics.page",
    "annotator.ui.welcome",
    "asyncio",
    "babel",
    "concurrent",
    "difflib",
    "hashlib",
    "multiprocessing",
    "numpy",
    "pyqtgraph",
    "rich",
    "secrets",
    "spacy",
    "sqlite_utils",
    "subprocess",
    "typer",
    "xml",
)
"""What only some things a person does in the window need; for some of it the process beside it is there."""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the program has imported when it first paints an article."""
    folder = tmp_path_factory.mktemp("start")
    home = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(make_project(folder / "guerre.annot"))],
        env=os.environ | home | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )
    told: dict[str, list[str]] = json.loads(done.stdout)
    return told


def test_the_article_is_painted_before_what_it_does_not_need_is_read(read: dict[str, list[str]]) -> None:
    early = {later for later in _LATER for name in read["modules"] if name == later or name.startswith(f"{later}.")}
    assert not early


def test_no_dialog_is_read_before_it_is_asked_for(read: dict[str, list[str]]) -> None:
    assert not read["dialogs"]


def test_the_window_itself_is_read(read: dict[str, list[str]]) -> None:
    assert {"annotator.ui.main_window", "annotator.app.session", "sqlite3"} <= set(read["modules"])
