"""How long one edit takes until it is in the file, beside one raw SQLite commit in the same run.

Run with ``make bench ARGS="-k session"``. The raw limit is one ``UPDATE`` of one row in a transaction of its own
(WAL, ``synchronous=FULL``); raw commits and edits take turns, so that a busy machine slows both. Nothing is asserted
of the times: read the table.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.suggestions import Proposal, Tier
from annotator.store import articles, suggestions
from tests.bench.limits import raw_commit
from tests.strategies import LABELS, REASON, new_article

_ROUNDS = 120
_rows: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    head = ("spans", "what", "median ms", "× raw", "p95 ms", "× raw")
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\n{:>7}  {:<34} {:>10} {:>7} {:>9} {:>7}".format(*head), *_rows, sep="\n")


@pytest.fixture(params=[50, 2_000, 20_000])
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """An article with as many suggestions as asked; all but some, spread over the text, are accepted."""
    count = request.param
    text = " ".join(f"chars n{number}" for number in range(count))
    with Project.create(tmp_path / "guerre") as project:
        new = new_article(text)
        found = [
            Proposal(start, end, LABELS[index % 5], "rule", REASON, Tier.SURE)
            for index, (start, end) in enumerate(zip(new.grid.starts[::2], new.grid.ends[::2], strict=True))
        ]
        with project.database.transaction():
            articles.insert(project.database, [new], at="2022")
            suggestions.replace(project.database, 1, found, pipeline="rules 1")
        opened = Session(project, project.add_annotator("Ada"))
        opened.open(1)
        pending = opened.pending()
        opened.accept([each for index, each in enumerate(pending) if index % max(2, count // _ROUNDS)])
        yield opened


def _measure(session: Session, what: str, deed: Callable[[int], object], *, times: int = _ROUNDS) -> None:
    raw = raw_commit(session.project.path.parent)
    raw_times, times_taken = [], []
    for turn in range(times):
        began = time.perf_counter()
        raw()
        between = time.perf_counter()
        deed(turn)
        times_taken.append(time.perf_counter() - between)
        raw_times.append(between - began)
    count = len(session.suggestions)
    limits = statistics.median(raw_times), statistics.quantiles(raw_times, n=20)[-1]
    taken = statistics.median(times_taken), statistics.quantiles(times_taken, n=20)[-1]
    shown = [part for limit, value in zip(limits, taken, strict=True) for part in (value * 1000, value / limit)]
    _rows.append(f"{count:>7,}  {what:<34} {shown[0]:>10.2f} {shown[1]:>7.1f} {shown[2]:>9.2f} {shown[3]:>7.1f}")
    for name in ("raw.sqlite", "raw.sqlite-wal", "raw.sqlite-shm"):
        (session.project.path.parent / name).unlink(missing_ok=True)


def _require_durable(session: Session) -> None:
    with Project.open(session.project.path) as other:
        assert other.annotation(1, session.annotator) == session.annotation


def test_an_edit_durable(session: Session) -> None:
    assert session.article is not None
    grid = session.article.grid
    _measure(
        session,
        "undo and redo accepting nearly all",
        lambda turn: session.redo() if turn % 2 else session.undo(),
        times=6,
    )

    pending = session.pending()
    _measure(session, "accept one", lambda turn: session.accept([pending[turn]]), times=len(pending) // 2)
    rest = session.pending()

    def accept_and_show(turn: int) -> None:
        session.accept([rest[turn]])
        session.marks()

    _measure(session, "accept one, and the marks", accept_and_show, times=len(rest))

    spans = [mark for mark in session.marks() if mark.span]
    every = max(1, len(spans) // _ROUNDS)
    some = spans[::every][:_ROUNDS]
    _measure(
        session,
        "relabel",
        lambda turn: session.relabel(some[turn], label=LABELS[(LABELS.index(some[turn].label) + 1) % 5]),
        times=len(some),
    )
    free = list(zip(grid.starts[1::2], grid.ends[1::2], strict=True))[::every][:_ROUNDS]
    _measure(session, "draw on blank text", lambda turn: session.draw(*free[turn], label="sum"), times=len(free))
    _measure(session, "undo", lambda _: session.undo(), times=len(free))
    _measure(session, "redo", lambda _: session.redo(), times=len(free))
    drawn = [mark for mark in session.marks() if (mark.start, mark.end) in set(free)]
    _measure(session, "remove", lambda turn: session.remove(drawn[turn]), times=len(drawn))
    _measure(session, "marks from nothing, no writing", lambda _: (session.reload(), session.marks()), times=5)
    with Project.open(session.project.path) as other:
        assert other.annotation(1, session.annotator) == session.annotation
