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
from pathlib import Path

from annotator.app.everywhere import Search, settle_everywhere
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.everywhere import Act, Wish
from annotator.core.occurrences import Surface
from tests.bench.beside_raw import row, table, timed  # noqa: F401
from tests.bench.many_articles import make_many

_ARTICLES = 100_000
_SLICE = 0.012
_SURFACE = Surface("Kyiv")


def test_everywhere(tmp_path: Path) -> None:
    path = make_many(tmp_path / "many.annot", articles=_ARTICLES)
    with Project.open(path) as project:
        session = Session(project, project.add_annotator("Ada"))
        raw = sqlite3.connect(path)
        asked = "SELECT rowid FROM search WHERE search MATCH 'kyiv' ORDER BY rowid LIMIT 50"
        raw_page = timed(raw.execute(asked).fetchall)
        search = Search(project, session.annotator, _SURFACE)
        found = []

        def first_page() -> None:
            while len(found) < 50:
                found.extend(search.go_on(_SLICE))

        row("first page of 50", timed(first_page), raw_page)
        slices = []

        def rest() -> None:
            while not search.finished:
                slices.append(timed(lambda: found.extend(search.go_on(_SLICE))))

        whole = timed(rest)
        ids = [each.article for each in found]
        texts = "SELECT text, tokens FROM texts WHERE article_id = ?"
        raw_whole = timed(lambda: [raw.execute(texts, (id,)).fetchone() for id in ids])
        row("the longest slice", max(slices), _SLICE)
        row(f"all {search.total:,} articles", whole, raw_whole)

        chosen = {each.article: [(one.place.start, one.place.end) for one in each.occurrences] for each in found}
        raw.execute("CREATE TABLE raw (id INTEGER PRIMARY KEY, article INTEGER, place INTEGER, label TEXT)")

        def insert() -> None:
            with raw:
                places = ((article, start, "country") for article, those in chosen.items() for start, _ in those)
                raw.executemany("INSERT INTO raw (article, place, label) VALUES (?, ?, ?)", places)

        raw_settled = timed(insert)
        raw.close()
        settled = timed(lambda: settle_everywhere(session, Wish(Act.LABEL, "country"), chosen))
        row(f"settle {sum(map(len, chosen.values())):,} occurrences", settled, raw_settled)
        row("… and undo", timed(session.undo), raw_settled)
