"""How long a person waits for the article view, beside a bare QPlainTextEdit with the same text in the same run.

Run with ``pytest tests/bench/bench_article_view.py -o python_files='bench_*.py' -q -s``. Nothing is asserted of the
times: read the table.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from annotator.core.annotation import Mark, Origin, Span
from annotator.core.suggestions import Suggestion, Tier
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording
from annotator.ui.article_view import ArticleView
from tests.bench.limits import made_up_text

_LABELS = ("leader", "country", "alliance", "weapon", "sum")
_STEPS = 200

_rows: list[str] = []


class _Paints(QObject):
    """Counts the paint events of a widget."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def _article(size: int, marks: int, *, paragraphs: bool) -> tuple[str, TokenGrid, list[Mark]]:
    text = made_up_text(size, paragraphs=paragraphs)
    words = [match.span() for match in re.finditer(r"[\w-]+", text)]
    chosen = words[:: len(words) // marks][:marks]
    made = []
    for index, (start, end) in enumerate(chosen):
        label = _LABELS[index % 5]
        if index % 3:
            made.append(Mark(start, end, label, span=Span(index + 1, start, end, label, Origin.SUGGESTED)))
        else:
            reason = Wording("a rule", "une règle")
            proposed = Suggestion(index + 1, 1, start, end, label, "rule", reason, Tier.SURE, "rules 1")
            made.append(Mark(start, end, label, suggestion=proposed))
    return text, TokenGrid.of(match.span() for match in re.finditer(r"[\w-]+|[^\w\s]|\s", text)), made


@pytest.fixture(scope="module", autouse=True)
def _table() -> Iterator[None]:
    yield
    print(f"\n{'milliseconds':40}{'median':>8}{'p95':>8}{'bare':>8}{'p95':>8}{'ratio':>8}")
    print("\n".join(_rows))


def _times(action: Callable[[int], object], paints: _Paints, count: int) -> list[float]:
    taken = []
    for index in range(count):
        QApplication.processEvents()
        painted = paints.count
        begin = time.perf_counter()
        action(index)
        QApplication.processEvents()
        taken.append((time.perf_counter() - begin) * 1000)
        assert paints.count > painted, "nothing was painted"
    return taken


def _row(name: str, ours: list[float], bare: list[float]) -> None:
    def p95(values: list[float]) -> float:
        return sorted(values)[int(len(values) * 0.95)]

    shown = f"{name:40}{statistics.median(ours):8.1f}{p95(ours):8.1f}"
    if bare:
        shown += (
            f"{statistics.median(bare):8.1f}{p95(bare):8.1f}{statistics.median(ours) / statistics.median(bare):8.1f}"
        )
    _rows.append(shown)


def _shown(widget: QPlainTextEdit) -> _Paints:
    widget.resize(1000, 900)
    paints = _Paints(widget)
    widget.viewport().installEventFilter(paints)
    widget.show()
    QApplication.processEvents()
    return paints


@pytest.mark.parametrize(
    ("name", "size", "count", "paragraphs"),
    [
        ("5 KB, 50", 5_000, 50, True),
        ("100 KB, 2,000", 100_000, 2_000, True),
        ("1 MB, 20,000", 1_000_000, 20_000, True),
        ("1 MB, 20,000, one paragraph", 1_000_000, 20_000, False),
    ],
)
def test_waiting(qapp: QApplication, name: str, size: int, count: int, paragraphs: bool) -> None:
    text, grid, marks = _article(size, count, paragraphs=paragraphs)
    small = _article(3_000, 20, paragraphs=True)
    view, bare = ArticleView(), QPlainTextEdit()
    view_paints, bare_paints = _shown(view), _shown(bare)
    giant = size >= 1_000_000 and not paragraphs

    opens = 15
    ours, theirs = [], []
    for _ in range(opens):
        view.show_article(*small)
        bare.setPlainText(small[0])
        ours += _times(lambda _: view.show_article(text, grid, marks), view_paints, 1)
        if not giant or len(theirs) < 3:
            theirs += _times(lambda _: bare.setPlainText(text), bare_paints, 1)
    _row(f"open {name}", ours, theirs)

    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    place = {mark.key: index for index, mark in enumerate(marks)}
    near = [place[mark.key] for mark in view.marks_in_view()]
    current = list(marks)

    def relabel(step: int) -> None:
        index = near[step % len(near)]
        mark = current[index]
        label = _LABELS[(_LABELS.index(mark.label) + 1) % 5]
        span = Span(index + 1, mark.start, mark.end, label, Origin.SUGGESTED)
        changed = list(current)
        changed[index] = Mark(mark.start, mark.end, label, span=span)
        current[:] = changed
        view.show_marks(changed)

    def bare_highlight(step: int) -> None:
        selection = QTextEdit.ExtraSelection()
        cursor = bare.textCursor()
        cursor.setPosition(10 + step % 50)
        cursor.setPosition(20 + step % 50, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format.setBackground(bare.palette().highlight())
        bare.setExtraSelections([selection])

    fewer = 5 if giant else _STEPS
    _row(f"relabel {name}", _times(relabel, view_paints, _STEPS), _times(bare_highlight, bare_paints, fewer))

    def scroll(widget: QPlainTextEdit) -> Callable[[int], None]:
        bar = widget.verticalScrollBar()

        def one(step: int) -> None:
            bar.setValue(3 if bar.value() >= bar.maximum() else bar.value() + 3)

        return one

    view.verticalScrollBar().setValue(0)
    bare.verticalScrollBar().setValue(0)
    scrolls = bare.verticalScrollBar().maximum() > 0
    theirs = _times(scroll(bare), bare_paints, _STEPS) if scrolls else []  # in a bare editor a paragraph is one block
    _row(f"scroll {name}", _times(scroll(view), view_paints, _STEPS), theirs)

    def step_focus(_: int) -> None:
        if not view.focus_next():
            view.focus_mark(marks[0].key)

    _row(f"next mark {name}", _times(step_focus, view_paints, _STEPS), [])
    view.close()
    bare.close()
