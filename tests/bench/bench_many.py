"""What 100,000 articles cost: list and search until they are painted, changes of half of them, and memory.

Run with ``make bench ARGS="-k many"``. Beside the list stands the same question asked of the file through sqlite3
alone; beside the memory, that of a bare PySide6 window with a QPlainTextEdit. Nothing is asserted of times and sizes:
read the table.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import settings
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.corrections import set_flag
from annotator.core.listing import ArticleQuery, Sort
from annotator.ui import swift_start
from annotator.ui.main_window import MainWindow
from tests.bench.many_articles import make_many

_ARTICLES = 100_000
_ACTIONS = 200

_rows: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("", *_rows, sep="\n")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("many") / "guerre.annot"
    return make_many(made, articles=_ARTICLES, annotator=settings.load().annotator)


class _Paints(QObject):
    """Counts the paint events of a widget."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def _row(name: str, ours: list[float], limit: list[float]) -> None:
    both = [(statistics.median(times), sorted(times)[int(len(times) * 0.95)]) for times in (ours, limit)]
    shown = "".join(f"{value:9.1f}" for pair in both for value in pair)
    _rows.append(f"{name:40}{shown}{both[0][0] / both[1][0]:9.1f}")


def test_list_and_search(qapp: QApplication, path: Path) -> None:
    heads = ("list of 100,000, milliseconds", "median", "p95", "SQL", "p95", "× SQL")
    _rows.append("{:40}{:>9}{:>9}{:>9}{:>9}{:>9}".format(*heads))
    window = MainWindow()
    window.show()
    window.projects.open(path)
    window.tasks.close()
    QTest.qWaitForWindowExposed(window)
    swift_start.settle()
    paints = _Paints(window)
    table = window.articles.table
    table.viewport().installEventFilter(paints)
    raw = sqlite3.connect(path)

    def measure(name: str, sql: str, deed: Callable[[int], object], limit: Callable[[int], object]) -> None:
        ours, theirs = [], []
        for turn in range(_ACTIONS):
            QApplication.processEvents()
            painted, began = paints.count, time.perf_counter()
            deed(turn)
            QApplication.processEvents()
            ours.append((time.perf_counter() - began) * 1000)
            assert paints.count > painted, "nothing was painted"
            began = time.perf_counter()
            raw.execute(sql, limit(turn)).fetchall()
            theirs.append((time.perf_counter() - began) * 1000)
        _row(name, ours, theirs)

    everything = "SELECT id FROM articles ORDER BY id"
    measure("open", everything, lambda _: window.articles.refresh(), lambda _: ())
    window.articles.bar.show_query(ArticleQuery(sort=Sort.DATE))
    by_date = "SELECT id FROM articles ORDER BY date DESC"
    measure("open, by date", by_date, lambda _: window.articles.refresh(), lambda _: ())
    words = ("kherson", "frégate", "etat-major", "trêve", "soledar", "chars lviv", "président", "livraison des armes")

    def search(turn: int) -> None:
        window.articles.bar.show_query(ArticleQuery(words=words[turn % len(words)]))

    matching = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid"
    measure(
        "search", matching, search, lambda turn: (" ".join(f'"{each}"*' for each in words[turn % len(words)].split()),)
    )
    assert window.articles.table.articles.rowCount() > 0
    raw.close()
    window.close()


def test_half_of_all_at_once(path: Path, tmp_path: Path) -> None:
    heads = ("50,000 articles at once, seconds", "ours", "SQL", "× SQL")
    _rows.append("\n{:40}{:>9}{:>9}{:>9}".format(*heads))
    shutil.copy(path, tmp_path / "half.annot")
    with Project.open(tmp_path / "half.annot") as project:
        session = Session(project, project.find_annotator(settings.load().annotator))
        half = project.article_ids()[::2]
        for name, deed in (
            ("flag", lambda: session.change_each(half, lambda before: set_flag(before, not before.flagged))),
            ("undo", session.undo),
            ("redo", session.redo),
        ):
            began = time.perf_counter()
            assert deed() is not None
            ours = time.perf_counter() - began
            theirs = _rows_in_sql(tmp_path / "raw.sqlite", len(half))
            _rows.append(f"{name:40}{ours:9.2f}{theirs:9.2f}{ours / theirs:9.1f}")


def _rows_in_sql(path: Path, count: int) -> float:
    """Return how many seconds SQLite takes for a row and a line of a log with three indexes, for each article."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.executescript(
        "CREATE TABLE states (id INTEGER PRIMARY KEY, flagged INTEGER, at TEXT);"
        "CREATE TABLE log (id INTEGER PRIMARY KEY, step INTEGER, at TEXT, article INTEGER, before TEXT, after TEXT);"
        "CREATE INDEX log_1 ON log (step); CREATE INDEX log_2 ON log (article); CREATE INDEX log_3 ON log (at, step);"
    )
    changed = '[{"change":"flagged","before":false,"after":true}]'
    at = "2023-01-01T10:00:00.000+00:00"
    began = time.perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany("INSERT INTO states VALUES (?, 1, ?)", ((id, at) for id in range(count)))
    rows = ((at, id, changed, changed) for id in range(count))
    raw.executemany("INSERT INTO log (step, at, article, before, after) VALUES (1,?,?,?,?)", rows)
    raw.execute("COMMIT")
    taken = time.perf_counter() - began
    raw.close()
    path.unlink()
    return taken


_MEASURE = """
def tell():
    values = {}
    for line in open("/proc/self/smaps_rollup"):
        name, _, value = line.partition(":")
        if name in ("Rss", "Pss"):
            values[name] = int(value.split()[0]) / 1024
    print(values["Rss"], values["Pss"], flush=True)
"""
_OURS = """
import sys
from pathlib import Path
from annotator.ui import swift_start
swift_start.prepare()
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from annotator.ui import language
application = QApplication(["annotator", "-style", "Fusion"])
language.install("fr")
from annotator.ui.main_window import MainWindow
window = MainWindow()
window.show()
window.projects.open(Path(sys.argv[1]))
window.tasks.close()
swift_start.settle()
QTest.qWait(300)
assert window.session.article is not None
tell()
for _ in range(200):
    window.actions_["next_article"].trigger()
    QTest.qWait(1)
table = window.articles.table
for row in range(0, table.model().rowCount(), 499):
    table.scrollTo(table.model().index(row, 1))
    QTest.qWait(0)
tell()
window.close()
"""
_BARE = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
application = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(QPlainTextEdit("Le ministre a promis des armes.", window))
window.resize(1360, 860)
window.show()
QTest.qWait(300)
tell()
"""


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is read from /proc, as Linux has it")
def test_memory(path: Path, tmp_path: Path) -> None:
    home = os.environ | {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}
    heads = ("memory with 100,000 articles, MB", "resident", "PSS")
    _rows.append("\n{:40}{:>12}{:>12}".format(*heads))
    for name, program, argument in (
        ("bare window", _BARE, ""),
        ("one article open|200 articles and the whole list later", _OURS, str(path)),
    ):
        done = subprocess.run(
            [sys.executable, "-c", _MEASURE + program, argument],
            env=home,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        for what, line in zip(name.split("|"), done.stdout.splitlines(), strict=True):
            resident, shared = map(float, line.split())
            _rows.append(f"{what:40}{resident:12.0f}{shared:12.0f}")
