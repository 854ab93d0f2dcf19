"""How long import and export of a thousand articles take, beside the least that must be done, in the same run.

Run with ``make bench ARGS="-k import_export"``; ``ARTICLES=10000`` takes more than the default. Every article has
some 3,000 characters and 25 spans; words follow Zipf's law, so that new ones keep coming.

The raw limit of an import is ``sqlite3.executemany`` of the very rows it leaves, into the same tables, and spaCy's
tokenizer over the texts. That of an export is the plain loop: ``make_doc``, ``char_span``, ``DocBin.add``, ``to_disk``.
Each takes turns with ours. Nothing is asserted of the times: read the table.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, count
from pathlib import Path

import pytest

from annotator.app.export_options import ExportOptions
from annotator.app.exporting import export
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.training_report import TrainingReport
from annotator.core.annotation import Status
from annotator.nlp import tokenizer

_ARTICLES = int(os.environ.get("ARTICLES", "1000"))
_TURNS = 3
_rows: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\n{:<52} {:>16} {:>8}".format(f"{_ARTICLES:,} articles", "s per thousand", "× raw"), *_rows, sep="\n")


def _words(rng: random.Random) -> Callable[[int], list[str]]:
    """Return a source of words as French newspapers have them, frequent ones often and new ones now and then."""
    onsets, vowels = ["", *"bcdfglmnprstv", "ch", "tr", "pl"], ["a", "e", "é", "i", "o", "ou", "u", "ai", "on", "eau"]
    lexicon = [
        "".join(rng.choice(onsets) + rng.choice(vowels) for _ in range(rng.choice([1, 2, 2, 3, 3, 4])))
        for _ in range(60_000)
    ]
    dressed = [
        rng.choice(["", "", "", "", "", "l’", "d'", "qu’"]) + rng.choice([word, word, word.capitalize()])
        for word in lexicon
    ]
    weights = list(accumulate(1 / rank for rank in range(1, len(dressed) + 1)))
    return lambda number: rng.choices(dressed, cum_weights=weights, k=number)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = random.Random(7)
    words = _words(rng)
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    labels = ["leader", "country", "alliance", "weapon", "sum"]
    with path.open("w", encoding="utf-8") as file:
        for _ in range(_ARTICLES):
            text = ""
            while len(text) < 3000:
                text += " ".join(words(rng.randint(6, 25))) + rng.choice([". ", ", ", " : « ", " ». ", ".\n\n"])
            grid = tokenizer.grid(text)
            fit = [each for each in range(len(grid)) if text[grid.starts[each] : grid.ends[each]].isalpha()]
            spans = [
                {"start": grid.starts[each], "end": grid.ends[each], "label": rng.choice(labels)}
                for each in sorted(rng.sample(fit, 25))
            ]
            file.write(json.dumps({"text": text, "spans": spans}, ensure_ascii=False) + "\n")
    return path


def _compare(what: str, ours: Callable[[], object], raw: Callable[[], object]) -> None:
    taken: dict[str, list[float]] = {"ours": [], "raw": []}
    for _ in range(_TURNS):
        for name, deed in (("raw", raw), ("ours", ours)):
            began = time.perf_counter()
            deed()
            taken[name].append(time.perf_counter() - began)
    mine, limit = (statistics.median(taken[name]) * 1000 / _ARTICLES for name in ("ours", "raw"))
    _rows.append(f"{what + ', raw limit':<52} {limit:>16.2f} {1:>8.1f}")
    _rows.append(f"{what:<52} {mine:>16.2f} {mine / limit:>8.2f}")


def _forget_words() -> None:
    """Let the tokenizer meet every word for the first time, as in a process just started."""
    tokenizer._shared = type(tokenizer._shared)()


def test_import(news: Path, tmp_path: Path) -> None:
    numbers = count()
    tokenizer.grid("prêt")

    def ours() -> None:
        _forget_words()
        with Project.create(tmp_path / f"ours-{next(numbers)}") as project:
            report = import_files(project, [news], ImportOptions(annotator="Zoé", status=Status.FINISHED))
            assert (report.articles, report.spans) == (_ARTICLES, 25 * _ARTICLES)

    ours()
    left = sqlite3.connect(tmp_path / "ours-0.annot")
    tables = {
        name: left.execute(f"SELECT * FROM {name}").fetchall()
        for name in ("annotators", "imports", "articles", "texts", "signatures", "annotations", "spans", "edits")
    }
    left.close()
    texts = [row[1] for row in tables["texts"]]
    size = 500

    def raw() -> None:
        nlp = tokenizer.blank()
        for text in texts:
            nlp.tokenizer(text)
        path = tmp_path / f"raw-{next(numbers)}.annot"
        Project.create(path).close()
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        for at in range(0, _ARTICLES, size):
            connection.execute("BEGIN IMMEDIATE")
            for name, rows in tables.items():
                share = len(rows) // _ARTICLES
                some = rows[at * share : (at + size) * share] if share else rows if at == 0 else []
                if some:
                    connection.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(some[0]))})", some)
            connection.execute("COMMIT")
        assert connection.execute("SELECT count(*) FROM spans").fetchone() == (25 * _ARTICLES,)
        connection.close()

    _compare("import with 25 spans each", ours, raw)


def test_export(news: Path, tmp_path: Path) -> None:
    from spacy.tokens import DocBin

    with Project.create(tmp_path / "news") as project:
        import_files(project, [news], ImportOptions(annotator="Zoé", status=Status.FINISHED))
        marked = [
            (article.text, [(span.start, span.end, span.label) for span in project.annotation(article.id, 1).spans])
            for article in project.articles(project.article_ids())
        ]

        def ours() -> None:
            report = export(project, tmp_path / "ours", ExportOptions(debug_data=False))
            assert isinstance(report, TrainingReport)
            assert report.spans == 25 * _ARTICLES

        def raw() -> None:
            nlp = tokenizer.blank()
            data = DocBin()
            for text, spans in marked:
                doc = nlp.make_doc(text)
                doc.ents = [doc.char_span(start, end, label=label) for start, end, label in spans]
                data.add(doc)
            data.to_disk(tmp_path / "raw.spacy")

        _compare("export for spaCy, read back and compared", ours, raw)
