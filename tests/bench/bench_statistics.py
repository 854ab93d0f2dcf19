"""How long the topics of the statistics take in 100,000 articles with 1,000,000 spans, beside the raw GROUP BY.

Run with ``make bench ARGS="-k statistics"``. Nothing is asserted of the times: read the table. One project serves all
tests; it is made and counted first, which takes a minute or two.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from annotator.app.project import Project
from annotator.app.readiness import examine, readiness
from annotator.app.suggester_quality import articles_behind, suggester_quality
from annotator.core.readiness import Verdict
from annotator.core.suggester_report import Behind, Finding, Group, Outcome
from annotator.store import counting
from tests.bench.large_project import make_large

_ARTICLES = 100_000
_SPANS = 1_000_000
_rows: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\n{:<44} {:>10} {:>10} {:>7}".format("what", "ms", "raw ms", "× raw"), *_rows, sep="\n")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The project, all of it counted."""
    path = make_large(tmp_path_factory.mktemp("large") / "large.annot", articles=_ARTICLES, spans=_SPANS)
    with Project.open(path) as project:
        counted = _time(lambda: counting.refresh(project.database))
        _rows.append(f"{'everything counted for the first time':<44} {counted * 1000:>10.1f}")
        yield project


def _time(deed: Callable[[], object]) -> float:
    before = time.perf_counter()
    deed()
    return time.perf_counter() - before


def _row(what: str, ours: float, raw: float) -> None:
    _rows.append(f"{what:<44} {ours * 1000:>10.1f} {raw * 1000:>10.1f} {ours / raw:>7.2f}")


def test_suggester(large: Project) -> None:
    who = large.find_annotator("Ada")
    raw = _time(
        lambda: large.database.execute(
            "SELECT s.label_id, s.rule, s.tier, s.pipeline, d.decision, count(*) FROM decisions d"
            " JOIN suggestions s ON s.id = d.suggestion_id WHERE d.annotator_id = ? GROUP BY 1, 2, 3, 4, 5",
            (who,),
        ).fetchall()
    )
    assert suggester_quality(large, who, refresh=False).all.precision.of > _ARTICLES // 10
    _row("suggester", _time(lambda: suggester_quality(large, who, refresh=False)), raw)
    rejected = Behind((Outcome.REJECTED,), Group.LABEL, "leader")
    _row("suggester: articles of a label's rejected", _time(lambda: articles_behind(large, who, rejected)), raw)
    missed = Behind((Finding.MISSED,))
    _row("suggester: articles of all missed", _time(lambda: articles_behind(large, who, missed)), raw)


def test_readiness(large: Project) -> None:
    who = large.find_annotator("Ada")
    raw = _time(
        lambda: large.database.execute(
            "SELECT s.label_id, count(*) FROM spans s JOIN annotations n USING (article_id, annotator_id)"
            " WHERE s.annotator_id = ? AND n.status = 'finished' AND NOT n.trashed GROUP BY 1",
            (who,),
        ).fetchall()
    )
    _row("readiness, before it is looked into", _time(lambda: readiness(large, who, refresh=False)), raw)
    _row("readiness: looking into it (background)", _time(lambda: examine(large, who)), raw)
    _row("readiness, afterwards", _time(lambda: readiness(large, who, refresh=False)), raw)
    assert all(line.verdict is not Verdict.UNKNOWN for line in readiness(large, who, refresh=False).lines)
