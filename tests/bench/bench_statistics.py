"""How long the topics of the statistics take in 100,000 articles with 1,000,000 spans, beside the raw GROUP BY.

Run with ``make bench ARGS="-k statistics"``. Nothing is asserted of the times: read the table. One project serves all
tests; it is made and counted first, which takes a minute or two.

- Each topic is read as its screen reads it, beside the GROUP BY that gives the same from what was annotated, or beside
  reading the rows it needs where no GROUP BY could.
- after one edit: one span was relabelled; what waits is counted, and the topic is read again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from annotator.app import counting as counts
from annotator.app.agreement_asked import Comparisons, Question, known
from annotator.app.consistency import Consistency
from annotator.app.consistency_places import places
from annotator.app.content import content
from annotator.app.progress import progress
from annotator.app.project import Project
from annotator.app.readiness import examine, readiness
from annotator.app.session import Session
from annotator.app.settling import Settling
from annotator.app.statistics import statistics
from annotator.app.suggester_quality import articles_behind, suggester_quality
from annotator.core.consistency import Kind
from annotator.core.readiness import Verdict
from annotator.core.suggester_report import Behind, Finding, Group, Outcome
from annotator.store import counting
from tests.bench.large_project import make_large

_ARTICLES = 100_000
_SPANS = 1_000_000
_rows: list[str] = []

_LOG = "SELECT annotator_id, date(at), verb, count(*) FROM edits GROUP BY 1, 2, 3"
_LABELS = "SELECT annotator_id, label_id, count(*) FROM spans GROUP BY 1, 2"
_DECISIONS = """
SELECT d.annotator_id, s.label_id, d.decision, count(*) FROM decisions d JOIN suggestions s ON s.id = d.suggestion_id
GROUP BY 1, 2, 3
"""
_SUMS = """
SELECT s.annotator_id, substr(t.text, s.start + 1, s."end" - s.start), count(*) FROM spans s
JOIN texts t ON t.article_id = s.article_id WHERE s.label_id = 'sum' GROUP BY 1, 2
"""
_SURFACES = """
SELECT s.label_id, substr(t.text, s.start + 1, s."end" - s.start), count(*), count(DISTINCT s.article_id)
FROM spans s JOIN texts t ON t.article_id = s.article_id WHERE s.annotator_id = ? GROUP BY 1, 2
"""
_SEVERAL_LABELS = """
SELECT substr(t.text, s.start + 1, s."end" - s.start), count(DISTINCT s.label_id) FROM spans s
JOIN texts t ON t.article_id = s.article_id WHERE s.annotator_id = ? GROUP BY 1 HAVING count(DISTINCT s.label_id) > 1
"""
_TEXTS = """
SELECT t.text, t.tokens FROM annotations n JOIN texts t ON t.article_id = n.article_id
WHERE n.annotator_id = ? AND NOT n.trashed
"""
_SHARED = """
SELECT article_id FROM annotations WHERE status = 'finished' AND NOT trashed GROUP BY 1 HAVING count(*) > 1
"""
_SHARED_SPANS = f"SELECT * FROM spans WHERE article_id IN ({_SHARED}) ORDER BY article_id, annotator_id, start"
_SHARED_GRIDS = f"SELECT tokens FROM texts WHERE article_id IN ({_SHARED})"


@pytest.fixture(scope="module", autouse=True)
def _table(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\n{:<52} {:>10} {:>10} {:>7}".format("what", "ms", "raw ms", "× raw"), *_rows, sep="\n")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The project, all of it counted."""
    path = make_large(tmp_path_factory.mktemp("large") / "large.annot", articles=_ARTICLES, spans=_SPANS)
    with Project.open(path) as project:
        counted = _time(lambda: counting.refresh(project.database))
        _row("everything counted for the first time", counted, _raw(project, _SURFACES, ada(project)))
        yield project


def ada(project: Project) -> int:
    """Return the annotator who has seven tenths of the articles."""
    return project.find_annotator("Ada")


def _time(deed: Callable[[], object]) -> float:
    before = time.perf_counter()
    deed()
    return time.perf_counter() - before


def _raw(project: Project, sql: str, *values: object) -> float:
    return _time(lambda: project.database.execute(sql, values).fetchall())


def _row(what: str, ours: float, raw: float) -> None:
    _rows.append(f"{what:<52} {ours * 1000:>10.1f} {raw * 1000:>10.1f} {ours / raw:>7.2f}")


def _relabel(project: Project, article: int) -> None:
    """Give the first span of an article of Ada's another label."""
    session = Session(project, ada(project))
    session.open(article)
    mark = next(each for each in session.marks() if each.span is not None)
    assert session.relabel(mark, label="country" if mark.label != "country" else "leader")


def _rows_of(what: str, read: Callable[[], object], raw: float, project: Project, *, edited: int) -> None:
    """Enter how long a topic is read at first, again, and after an edit of an article."""
    _row(f"{what}: first", _time(read), raw)
    _row(f"{what}: again", _time(read), raw)
    _relabel(project, edited)
    _row(f"{what}: after one edit", _time(lambda: (counts.refresh_few(project), read())), raw)


def test_overview(large: Project) -> None:
    raw = sum(_raw(large, each) for each in (_LABELS, _DECISIONS, _SUMS))
    _rows_of("overview", lambda: statistics(large, known=True), raw, large, edited=1)
    assert sum(statistics(large).spans().values()) > 0.8 * _SPANS


def test_progress(large: Project) -> None:
    raw = _raw(large, _LOG)
    _rows_of("progress", lambda: progress(large, refresh=False), raw, large, edited=2)
    assert len(progress(large, refresh=False).annotators[0].days) > 100


def test_content(large: Project) -> None:
    who = ada(large)
    raw = _raw(large, _SURFACES, who)
    _rows_of("content", lambda: content(large, who, refresh=False), raw, large, edited=3)
    assert content(large, who, refresh=False).spans > _SPANS // 2


def test_suggester(large: Project) -> None:
    who = ada(large)
    raw = _raw(
        large,
        "SELECT s.label_id, s.rule, s.tier, s.pipeline, d.decision, count(*) FROM decisions d"
        " JOIN suggestions s ON s.id = d.suggestion_id WHERE d.annotator_id = ? GROUP BY 1, 2, 3, 4, 5",
        who,
    )
    _rows_of("suggester", lambda: suggester_quality(large, who, refresh=False), raw, large, edited=4)
    assert suggester_quality(large, who, refresh=False).all.precision.of > _ARTICLES // 10
    rejected = Behind((Outcome.REJECTED,), Group.LABEL, "leader")
    _row("suggester: articles of a label's rejected", _time(lambda: articles_behind(large, who, rejected)), raw)
    missed = Behind((Finding.MISSED,))
    _row("suggester: articles of all missed", _time(lambda: articles_behind(large, who, missed)), raw)


def _read_consistency(watch: Consistency) -> int:
    """Read what the screen reads, and return how much is found."""
    assert len(watch.surfaces) > 0
    assert not watch.much_waits()
    watch.refresh()
    return len(watch.found()) + len(watch.found(left=True))


def test_consistency(large: Project) -> None:
    who = ada(large)
    _row("consistency: looking through (background)", _time(Consistency(large, who).refresh), _raw(large, _TEXTS, who))
    watch, raw = Consistency(large, who), _raw(large, _SEVERAL_LABELS, who)
    _row("consistency: as the window opens", _time(lambda: _read_consistency(Consistency(large, who))), raw)
    _rows_of("consistency", lambda: _read_consistency(watch), raw, large, edited=6)
    _relabel(large, 11)
    counts.refresh_few(large)
    _row("consistency: one article looked through again", _time(watch.refresh), raw)
    for kind in (Kind.LABELS, Kind.BARE):
        item = next(each for each in watch.found() if each.kind is kind)
        read = partial(places, large, who, item, limit=200)
        _row(f"consistency: 200 places of one ({kind})", _time(read), raw)


def test_a_word_never_labelled_before(large: Project) -> None:
    """Its other places are to be found: where they are few at once, where they are many in the background."""
    who = ada(large)
    watch, raw = Consistency(large, who), _raw(large, _SEVERAL_LABELS, who)
    _read_consistency(watch)
    for what, word in (("one article holds", "Dépêche 13"), ("most articles hold", "ministre")):
        session = Session(large, who)
        text = session.open(14).text
        start = text.index(word)
        marks = [each for each in session.marks() if each.start < start + len(word) and each.end > start]
        assert not marks
        assert session.draw(start, start + len(word), label="weapon")

        def read() -> None:
            counts.refresh_few(large)
            if watch.much_waits():
                watch.found()
            else:
                _read_consistency(watch)

        _row(f"consistency: a new surface that {what}", _time(read), raw)


def test_readiness(large: Project) -> None:
    who = ada(large)
    raw = _raw(
        large,
        "SELECT s.label_id, count(*) FROM spans s JOIN annotations n USING (article_id, annotator_id)"
        " WHERE s.annotator_id = ? AND n.status = 'finished' AND NOT n.trashed GROUP BY 1",
        who,
    )
    _row("readiness, before it is looked into", _time(lambda: readiness(large, who, refresh=False)), raw)
    _row("readiness: looking into it (background)", _time(lambda: examine(large, who)), raw)
    assert all(line.verdict is not Verdict.UNKNOWN for line in readiness(large, who, refresh=False).lines)
    _rows_of("readiness", lambda: readiness(large, who, refresh=False), raw, large, edited=5)


def test_settling(large: Project) -> None:
    work = Settling(Session(large, ada(large)))
    raw = _raw(large, _SHARED_SPANS)
    _row("settling: the first 500 articles", _time(lambda: next(iter(work.articles()))), raw)
    _row("settling: all articles (between two strokes)", _time(lambda: list(work.articles())), raw)
    assert sum(each.counts.open for each in work.articles()) > _ARTICLES // 100


def test_agreement(large: Project) -> None:
    raw = _raw(large, _SHARED_SPANS) + _raw(large, _SHARED_GRIDS)
    _row("agreement: found (background)", _time(lambda: Comparisons().ask(large, Question())), raw)
    _row("agreement: as it was found last", _time(lambda: known(large, Question())), raw)
    _relabel(large, 10)
    _row("agreement: after one edit", _time(lambda: (counts.refresh_few(large), known(large, Question()))), raw)
    kept = known(large, Question())
    assert kept is not None
    assert not kept.current or large.annotation(10, ada(large)).trashed
