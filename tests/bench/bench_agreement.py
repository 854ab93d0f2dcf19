"""How long two annotators are compared on 100,000 articles with 1,000,000 spans, beside reading the same rows.

Run with ``make bench ARGS="-k agreement"``. Nothing is asserted of the times: read the table.

- compare: all numbers, with the place behind each; beside SELECT of the same spans and token grids through sqlite3;
- a number's articles: which articles hold the differences of one label, beside counting its spans;
- a page of differences: the first 200 in their context, beside reading as many texts;
- memory: how much more the process takes after it compared everything, the report included; beside the bytes of the
  rows read.
"""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

from annotator.app.agreement import compare, in_context
from annotator.app.project import Project
from annotator.core.agreement_places import DIFFERENCES
from annotator.core.tokens import TokenGrid
from annotator.nlp import tokenizer
from tests.bench.beside_raw import row, rows, table, timed  # noqa: F401
from tests.bench.many_articles import make_many

_ARTICLES = 100_000
_EACH = 5  # spans of an annotator in an article
_LABELS = ("leader", "country", "alliance", "weapon", "sum")


def _annotated(path: Path) -> None:
    """Give every article spans of two annotators, of which one in five differ."""
    chance = random.Random(3)
    with Project.open(path) as project:
        ana, ben = project.add_annotator("Ana"), project.add_annotator("Ben")
        database = project.database
        rows: list[tuple[object, ...]] = []
        for article, packed in database.execute("SELECT article_id, tokens FROM texts").fetchall():
            grid = TokenGrid.from_bytes(packed)
            for token in sorted(chance.sample(range(0, len(grid) - 3, 3), _EACH)):
                label, end = chance.choice(_LABELS), grid.ends[token + 1]
                rows.append((article, ana, grid.starts[token], end, label))
                shift = chance.random()
                start = grid.starts[token + (shift < 0.07)]
                rows.append((article, ben, start, end, chance.choice(_LABELS) if shift > 0.87 else label))
        with database.transaction():
            for who in (ana, ben):
                database.execute(
                    "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at)"
                    " SELECT id, ?, 'finished', 1, '2023-01-01T00:00:00+00:00' FROM articles",
                    (who,),
                )
            database.executemany(
                'INSERT INTO spans (article_id, annotator_id, start, "end", label_id, origin)'
                " VALUES (?, ?, ?, ?, ?, 'drawn')",
                rows,
            )
            database.execute("UPDATE texts SET tokenizer = ?", (tokenizer.VERSION,))


def _resident() -> int:
    """Return the bytes of memory the process takes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def test_agreement(tmp_path: Path) -> None:
    path = make_many(tmp_path / "many.annot", articles=_ARTICLES)
    _annotated(path)
    raw = sqlite3.connect(path)
    spans = (
        'SELECT article_id, annotator_id, start, "end", label_id FROM spans WHERE annotator_id IN (2, 3)'
        " ORDER BY article_id, annotator_id, start"
    )
    tokens = "SELECT article_id, tokens, tokenizer FROM texts ORDER BY article_id"

    def read() -> None:
        for sql in (spans, tokens):
            for _ in raw.execute(sql):
                pass

    read()  # so that the disk is as warm for both
    raw_whole = timed(read)
    with Project.open(path) as project:
        before = _resident()
        reports = []
        whole = timed(lambda: reports.append(compare(project, ["Ana", "Ben"])))
        taken = _resident() - before
        (pair,) = reports[0].pairs
        assert len(reports[0].articles) == _ARTICLES
        assert pair.agreement.places.first + pair.agreement.places.second == 2 * _EACH * _ARTICLES
        row("compare 1,000,000 spans", whole, raw_whole)

        counted = "SELECT count(*) FROM spans WHERE label_id = 'weapon' AND annotator_id IN (2, 3)"
        raw_count = timed(lambda: raw.execute(counted).fetchall())
        articles = timed(lambda: pair.places.articles(pair.places.where(DIFFERENCES, label="weapon")))
        row("articles with differences of a label", articles, raw_count)

        page = pair.places.where(DIFFERENCES)[:200]
        ids = pair.places.articles(page)
        texts = "SELECT text FROM texts WHERE article_id = ?"
        raw_page = timed(lambda: [raw.execute(texts, (id,)).fetchone() for id in ids])
        row("200 differences in their context", timed(lambda: list(in_context(project, pair, page))), raw_page)
    read_bytes = raw.execute("SELECT sum(length(tokens)) FROM texts").fetchone()[0] + 40 * 2 * _EACH * _ARTICLES
    raw.close()
    rows.append(f"{'memory, MB':<44} {taken / 1e6:>10.1f} {read_bytes / 1e6:>10.1f} {taken / read_bytes:>7.1f}")
