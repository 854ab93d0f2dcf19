"""How long one decision everywhere takes in a project of 100,000 articles, beside the rawest way to the same.

Run with ``make bench ARGS="-k everywhere"``. Nothing is asserted of the times: read the table.

- first page: until fifty occurrences can be shown; beside one query of the index for as many ids;
- a slice: the longest stretch for which the window could not answer while everything is looked for; its limit is what
  was asked for;
- all: until every occurrence is known, with what stands there; beside reading the texts alone;
- settle: thousands of occurrences labelled in one step; beside as many rows inserted in one transaction.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.app.everywhere import Search, settle_everywhere
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.everywhere import Act, Wish
from annotator.core.occurrences import Surface
from tests.bench.many_articles import make_many

_ARTICLES = 100_000
_SLICE = 0.012
_SURFACE = Surface("Kyiv")
_rows: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\n{:<44} {:>10} {:>10} {:>7}".format("what", "ms", "raw ms", "× raw"), *_rows, sep="\n")


def _time(deed: Callable[[], object]) -> float:
    before = time.perf_counter()
    deed()
    return time.perf_counter() - before


def _row(what: str, ours: float, raw: float) -> None:
    _rows.append(f"{what:<44} {ours * 1000:>10.1f} {raw * 1000:>10.1f} {ours / raw:>7.1f}")


def test_everywhere(tmp_path: Path) -> None:
    path = make_many(tmp_path / "many.annot", articles=_ARTICLES)
    with Project.open(path) as project:
        session = Session(project, project.add_annotator("Ada"))
        raw = sqlite3.connect(path)
        asked = "SELECT rowid FROM search WHERE search MATCH 'kyiv' ORDER BY rowid LIMIT 50"
        raw_page = _time(raw.execute(asked).fetchall)
        search = Search(project, session.annotator, _SURFACE)
        found = []

        def first_page() -> None:
            while len(found) < 50:
                found.extend(search.go_on(_SLICE))

        _row("first page of 50", _time(first_page), raw_page)
        slices = []

        def rest() -> None:
            while not search.finished:
                slices.append(_time(lambda: found.extend(search.go_on(_SLICE))))

        whole = _time(rest)
        ids = [each.article for each in found]
        texts = "SELECT text, tokens FROM texts WHERE article_id = ?"
        raw_whole = _time(lambda: [raw.execute(texts, (id,)).fetchone() for id in ids])
        _row("the longest slice", max(slices), _SLICE)
        _row(f"all {search.total:,} articles", whole, raw_whole)

        chosen = {each.article: [(one.place.start, one.place.end) for one in each.occurrences] for each in found}
        raw.execute("CREATE TABLE raw (id INTEGER PRIMARY KEY, article INTEGER, place INTEGER, label TEXT)")

        def insert() -> None:
            with raw:
                places = ((article, start, "country") for article, those in chosen.items() for start, _ in those)
                raw.executemany("INSERT INTO raw (article, place, label) VALUES (?, ?, ?)", places)

        raw_settled = _time(insert)
        raw.close()
        settled = _time(lambda: settle_everywhere(session, Wish(Act.LABEL, "country"), chosen))
        _row(f"settle {sum(map(len, chosen.values())):,} occurrences", settled, raw_settled)
        _row("… and undo", _time(session.undo), raw_settled)
