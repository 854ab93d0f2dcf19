"""Progress of real work: through sessions, imports and their undoing, the trash and the settled layer."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from annotator.app.importing import import_records
from annotator.app.imports import undo_import
from annotator.app.pace import Today
from annotator.app.progress import articles_in, finished_between, progress, worked_between
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.statistics import statistics
from annotator.core.annotation import Origin, Span, Status
from annotator.core.corrections import set_trashed
from annotator.core.edits import Edit, SpanChange, StatusChange, Verb
from annotator.core.progress import AnnotatorProgress
from annotator.formats.records import Record
from annotator.store import articles, history
from tests.app.test_statistics import work_at_random
from tests.strategies import new_article


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "guerre") as project:
        with project.database.transaction():
            texts = [new_article(f"Kiev Paris Minsk {number}") for number in range(6)]
            articles.insert(project.database, texts, at="2022")
        yield project


def only(project: Project, **wanted: object) -> AnnotatorProgress:
    (found,) = progress(project, **wanted).annotators  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("seed", range(3))
def test_where_all_was_done_here_the_days_add_up_to_what_stands(project: Project, seed: int) -> None:
    for name in ("Zoé", "Ali"):
        work_at_random(Session(project, project.add_annotator(name)), random.Random(f"{seed} {name}"))
        progress(project)
    for found, counted in zip(progress(project).annotators, statistics(project).annotators, strict=True):
        spans: Counter[str] = Counter()
        statuses: Counter[Status] = Counter()
        for day in found.days:
            spans.update(day.spans)
            statuses.update(day.statuses)
        assert {label: spans[label] for label in counted.spans} == counted.spans
        assert found.statuses == counted.articles
        assert {status: statuses[status] for status in Status if status is not Status.NEW} == {
            status: count for status, count in counted.articles.items() if status is not Status.NEW
        }
        assert sum(day.finished - day.reopened for day in found.days) == counted.articles[Status.FINISHED]
        assert found.left == counted.articles[Status.NEW] + counted.articles[Status.IN_PROGRESS]
        for status in Status:
            assert len(articles_in(project, found.id, status)) == counted.articles[status]
        today = datetime.now().astimezone().date()
        over = finished_between(project, found.id, today - timedelta(days=1), today)
        assert over == list(articles_in(project, found.id, Status.FINISHED))
        worked = worked_between(project, found.id, today - timedelta(days=1), today)
        assert (
            set(over)
            <= set(worked)
            == {
                article
                for (article,) in project.database.execute(
                    "SELECT article_id FROM edits WHERE annotator_id = ?", (found.id,)
                ).fetchall()
            }
        )
        assert worked_between(project, found.id, today + timedelta(days=1), today + timedelta(days=9)) == []


def test_active_time_is_that_of_the_status_line(project: Project) -> None:
    ana = project.add_annotator("Ana")
    moment = datetime(2022, 2, 24, 12).astimezone(UTC)
    for number, seconds in enumerate((0, 30, 119, 200, 60)):
        moment += timedelta(seconds=seconds)
        span = Span(number, 0, 4, "country", Origin.DRAWN)
        with project.database.transaction():
            edit = Edit(1 + number, ana, Verb.DRAW, (SpanChange(None, span),))
            history.record(project.database, [edit], at=moment.isoformat(timespec="milliseconds"))
    (day,) = only(project).days
    pace = Today(project, ana, now=moment).pace(moment)
    assert day.active == pace.active == timedelta(seconds=30 + 119 + 60)
    assert sum(day.spans.values()) == pace.annotations == 5


def test_an_import_is_counted_apart_and_leaves_nothing_when_it_is_undone(project: Project) -> None:
    session = Session(project, project.add_annotator("Ana"))
    session.open(1)
    session.draw(0, 4, label="country")
    before = progress(project)
    records = [
        Record(f"Kiev {n}", "ici", spans=((0, 4, "country"),), annotator="Ana", status=Status.FINISHED)
        for n in range(3)
    ]
    report = import_records(project, records)
    found = only(project)
    (day,) = found.days
    assert (dict(day.spans), dict(day.brought), day.finished) == ({"country": 1}, {"country": 3}, 0)
    assert day.statuses[Status.FINISHED] == 3
    assert found.overall.spans == 1
    assert report.id is not None
    undo_import(project, report.id)
    assert progress(project) == before


def test_what_was_done_on_articles_in_the_trash_counts(project: Project) -> None:
    session = Session(project, project.add_annotator("Ana"))
    session.open(1)
    session.draw(0, 4, label="country")
    session.set_status(Status.FINISHED)
    session.apply([set_trashed(session.annotation, True)])
    found = only(project)
    assert (found.days[0].finished, found.overall.spans) == (1, 1)
    assert (found.statuses[Status.FINISHED], found.trashed, found.left) == (0, 1, 5)


def test_work_for_the_settled_layer_is_told_by_who_did_it(project: Project) -> None:
    ana, ben = project.add_annotator("Ana"), project.add_annotator("Ben")
    with project.database.transaction():
        layer = project.database.last_insert(
            project.database.execute("INSERT INTO annotators (name, settled) VALUES ('accord', 1)")
        )
    for by, article in ((ana, 1), (ben, 2), (ben, 3)):
        edit = Edit(article, layer, Verb.STATUS, (StatusChange(Status.NEW, Status.FINISHED),))
        with project.database.transaction():
            step = history.record(project.database, [edit], at=f"2022-02-24T12:0{article}:00.000+00:00")
            project.database.execute("UPDATE edits SET by_id = ? WHERE step = ?", (by, step))
    found = progress(project, today=date(2022, 3, 1))
    assert [each.name for each in found.annotators] == ["Ana", "Ben", "accord"]
    settled = found.annotators[-1]
    assert settled.settled
    assert [(each.name, each.finished) for each in settled.shares] == [("Ana", 1), ("Ben", 2)]
    assert settled.days[0].finished == 3
    assert [each.days for each in found.annotators[:2]] == [(), ()]
    assert settled.to_json(found.today)["forecast"] is None


def test_where_articles_were_given_out_those_are_what_is_left(project: Project) -> None:
    session = Session(project, project.add_annotator("Ana"))
    with project.database.transaction():
        project.database.executemany(
            "INSERT INTO assignments VALUES (?, ?, '2022')", [(article, session.annotator) for article in (1, 2, 3)]
        )
    session.open(1)
    session.set_status(Status.FINISHED)
    session.open(5)
    session.set_status(Status.IN_PROGRESS)
    found = only(project)
    assert (found.given, found.left) == (3, 2)


def test_json_of_nobody_and_of_somebody_without_work(project: Project) -> None:
    assert progress(project).to_json()["annotators"] == []
    project.add_annotator("Ana")
    (ana,) = progress(project).to_json()["annotators"]
    assert (ana["days"], ana["left"], ana["forecast"]) == ([], 6, None)
    assert ana["pace"]["overall"]["spans_per_hour"] is None
    assert ana["why_no_forecast"]["fr"]
