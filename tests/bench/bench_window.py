"""How long a person waits in the window, from the key press until it is painted and in the file.

Run with ``make bench ARGS="-k window"``. The limit beside it is a bare QPlainTextEdit with the same text in which one
word gets another background and is painted, and one raw SQLite commit (WAL, ``synchronous=FULL``); ours and the limit
take turns, so that a busy machine slows both. Nothing is asserted of the times: read the table.

An article is opened when it is painted for the first time, and read when all its marks are there and everything beside
it is painted too; a long one is painted before it is read.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator.app import settings
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.suggestions import Proposal, Tier
from annotator.store import articles, suggestions
from annotator.ui import swift_start
from annotator.ui.article_view import ArticleView
from annotator.ui.main_window import MainWindow
from tests.bench.limits import made_up_text, raw_commit
from tests.strategies import LABELS, REASON, new_article

_ACTIONS = 200
_OPENINGS = 100
_SLOW = 8  # how often a bare editor is asked for what takes it half a second

_rows: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    heads = ("window, milliseconds", "median", "p95", "limit", "p95", "× limit", "× p95")
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\n{:40}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}".format(*heads), *_rows, sep="\n")


_painted: list[float] = []  # when an article was painted, in seconds


@pytest.fixture(autouse=True)
def _noted(monkeypatch: pytest.MonkeyPatch) -> None:
    inherited = ArticleView.paintEvent

    def paint(view: ArticleView, event: QPaintEvent) -> None:
        inherited(view, event)
        _painted.append(time.perf_counter())

    monkeypatch.setattr(ArticleView, "paintEvent", paint)
    swift_start.settle()  # as the program does


class _Paints(QObject):
    """Counts the paint events of a widget."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def _make_project(path: Path, text: str, marks: int) -> None:
    """Store a short article and a long one; two thirds of its suggestions are accepted."""
    with Project.create(path) as project:
        short = new_article("L'Ukraine et la Pologne.")
        new = new_article(text)
        words = [match.span() for match in re.finditer(r"[\w-]+", text)]
        found = [
            Proposal(start, end, LABELS[index % 5], "rule", REASON, Tier.SURE)
            for index, (start, end) in enumerate(words[:: len(words) // marks][:marks])
            if new.grid.holds(start, end)
        ]
        with project.database.transaction():
            articles.insert(project.database, [short, new], at="2022")
            suggestions.replace(project.database, 2, found, pipeline="rules 1")
        session = Session(project, project.add_annotator(settings.load().annotator))
        session.open(2)
        session.accept([each for index, each in enumerate(session.pending()) if index % 3])


def _watch(widget: QPlainTextEdit) -> _Paints:
    paints = _Paints(widget)
    widget.viewport().installEventFilter(paints)
    return paints


def _time(deed: Callable[[], object], paints: _Paints) -> float:
    QApplication.processEvents()
    painted = paints.count
    began = time.perf_counter()
    deed()
    QApplication.processEvents()
    taken = (time.perf_counter() - began) * 1000
    assert paints.count > painted, "nothing was painted"
    return taken


def _row(name: str, ours: list[float], limit: list[float]) -> None:
    both = [(statistics.median(times), sorted(times)[int(len(times) * 0.95)]) for times in (ours, limit) if times]
    shown = "".join(f"{value:9.1f}" for pair in both for value in pair)
    if limit:
        shown += "".join(f"{mine / bare:9.1f}" for mine, bare in zip(*both, strict=True))
    _rows.append(f"{name:40}{shown}")


@pytest.mark.parametrize(
    ("name", "size", "count", "paragraphs"),
    [
        ("5 KB, 50", 5_000, 50, True),
        ("100 KB, 2,000", 100_000, 2_000, True),
        ("1 MB, 20,000", 1_000_000, 20_000, True),
        ("1 MB, 20,000, one paragraph", 1_000_000, 20_000, False),
    ],
)
def test_waiting(qapp: QApplication, tmp_path: Path, name: str, size: int, count: int, paragraphs: bool) -> None:
    text = made_up_text(size, paragraphs=paragraphs)
    path = tmp_path / "guerre.annot"
    _make_project(path, text, count)
    window = MainWindow()
    window.show()
    window.projects.open(path)
    window.tasks.close()  # what is measured is the window
    view = window.workbench.view
    bare = QPlainTextEdit()
    bare.resize(view.size())
    bare.show()
    QTest.qWaitForWindowExposed(bare)
    ours, theirs = _watch(view), _watch(bare)
    giant = size >= 1_000_000 and not paragraphs

    opened, read, limit = [], [], []
    for turn in range(_OPENINGS):
        window.open_article(1)
        bare.setPlainText("L'Ukraine et la Pologne.")
        QApplication.processEvents()
        _painted.clear()
        began = time.perf_counter()
        read.append(_time(lambda: window.open_article(2), ours))
        opened.append((_painted[0] - began) * 1000)
        if not giant or turn < _SLOW:
            limit.append(_time(lambda: bare.setPlainText(text), theirs))
    _row(f"open {name}", opened, limit)
    _row(f"… and read {name}", read, limit)
    bare.setPlainText(text)

    window.activateWindow()
    view.setFocus()
    middle = window.workbench.marks[len(window.workbench.marks) // 2]
    view.focus_mark(middle.key)
    raw = raw_commit(tmp_path)
    bare.verticalScrollBar().setValue(0 if giant else bare.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    place = bare.cursorForPosition(bare.viewport().rect().center()).position()
    look = QTextCharFormat()

    def change_bare(turn: int) -> None:
        cursor = QTextCursor(bare.document())
        cursor.setPosition(place + turn % 20)
        cursor.setPosition(place + turn % 20 + 10, QTextCursor.MoveMode.KeepAnchor)
        look.setBackground(Qt.GlobalColor.yellow if turn % 2 else Qt.GlobalColor.cyan)
        cursor.setCharFormat(look)
        raw()

    def keys(what: str, press: Callable[[int], None], prepare: Callable[[], object]) -> None:
        mine, limit = [], []
        for turn in range(_ACTIONS if count > 100 else 40):
            prepare()
            mine.append(_time(lambda turn=turn: press(turn), ours))
            if not giant or turn < _SLOW:
                limit.append(_time(lambda turn=turn: change_bare(turn), theirs))
        _row(f"{what} {name}", mine, limit)

    def label(turn: int) -> None:
        mark = view.focused_mark()
        key = (LABELS.index(mark.label) + 1) % 5 + 1
        QTest.keyClick(view, Qt.Key(Qt.Key.Key_0 + key))

    def next_mark() -> None:
        QTest.keyClick(view, Qt.Key.Key_Tab)
        if view.focused_mark() is None:
            view.focus_mark(window.workbench.marks[0].key)

    revision = window.session.annotation.revision
    keys("label key", label, next_mark)
    assert window.session.annotation.revision - revision >= 40, "a key press changed nothing"
    window.workbench.next_pending()
    if count > 1000:
        revision = window.session.annotation.revision
        keys("accept and go on", lambda _: QTest.keyClick(view, Qt.Key.Key_Return), lambda: None)
        keys("undo", lambda _: QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier), lambda: None)
        keys("next mark", lambda _: QTest.keyClick(view, Qt.Key.Key_Tab), lambda: None)
    with Project.open(path) as other:
        assert other.annotation(2, window.session.annotator) == window.session.annotation
    window.close()
    bare.close()


def test_next_article(qapp: QApplication, tmp_path: Path) -> None:
    """Articles of 3 KB with thirty suggestions each, one after the other, by the key for the next one."""
    path = tmp_path / "guerre.annot"
    made = made_up_text(3_000 * (_ACTIONS + 2), paragraphs=True)
    texts = [f"{number} {made[3_000 * number : 3_000 * (number + 1)].strip()}" for number in range(_ACTIONS + 1)]
    with Project.create(path) as project, project.database.transaction():
        stored = [new_article(text) for text in texts]
        for id, new in zip(articles.insert(project.database, stored, at="2022"), stored, strict=True):
            words = [match.span() for match in re.finditer(r"[^\W\d]{3,}", new.text)]
            found = [
                Proposal(start, end, LABELS[index % 5], "rule", REASON, Tier.SURE)
                for index, (start, end) in enumerate(words[:: max(1, len(words) // 30)])
                if new.grid.holds(start, end)
            ]
            suggestions.replace(project.database, id, found, pipeline="rules 1")
    window = MainWindow()
    window.show()
    window.projects.open(path)
    window.tasks.close()
    bare = QPlainTextEdit()
    bare.resize(window.workbench.view.size())
    bare.show()
    QTest.qWaitForWindowExposed(bare)
    window.activateWindow()
    window.workbench.view.setFocus()
    ours, theirs = _watch(window.workbench.view), _watch(bare)
    taken, limit = [], []
    control = Qt.KeyboardModifier.ControlModifier
    for text in texts[1:]:
        taken.append(_time(lambda: QTest.keyClick(window.workbench.view, Qt.Key.Key_PageDown, control), ours))
        limit.append(_time(lambda text=text: bare.setPlainText(text), theirs))
    assert window.session is not None
    assert window.session.article is not None
    assert window.session.article.id == len(texts), "the last article was not reached"
    _row("next article, 3 KB, 30", taken, limit)
    window.close()
    bare.close()
