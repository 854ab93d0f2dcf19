"""``annotator stats PROJECT progress`` as people use it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.core.annotation import Origin, Span, Status
from annotator.core.edits import Edit, SpanChange, StatusChange, Verb
from annotator.store import articles, history
from tests.cli.conftest import Run
from tests.strategies import new_article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project in which Ana finished four articles an hour on each of three days up to today."""
    path = tmp_path / "guerre.annot"
    noon = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
    with Project.create(path) as project, project.database.transaction():
        texts = [new_article(f"Kiev Paris {number}") for number in range(20)]
        articles.insert(project.database, texts, at="2022")
        ana = project.database.last_insert(project.database.execute("INSERT INTO annotators (name) VALUES ('Ana')"))
        for number in range(3 * 31):
            day, minute = divmod(number, 31)
            at = noon - timedelta(days=2 - day) + timedelta(minutes=2 * minute)
            drawn = SpanChange(None, Span(number, minute, minute + 1, "country", Origin.DRAWN))
            over = [StatusChange(Status.NEW, Status.FINISHED)] if minute < 4 else []
            edit = Edit(1 + day * 4 + minute % 4, ana, Verb.DRAW, (drawn, *over))
            history.record(project.database, [edit], at=at.astimezone(UTC).isoformat(timespec="milliseconds"))
            if over:
                project.database.execute(
                    "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at)"
                    " VALUES (?, ?, 'finished', 1, '2022')",
                    (edit.article, ana),
                )
    return path


def test_progress_tells_days_pace_and_forecast(run: Run, path: Path) -> None:
    ran = run("stats", path, "progress")
    assert ran.code == 0
    today = datetime.now().astimezone().date()
    for day in range(3):
        assert f"{today - timedelta(days=day)}" in ran.out
    assert "Last 3 days of work: 3.0 active hours, 31.0 spans and 4.0 articles finished per hour." in ran.out
    done = today + timedelta(days=2)
    assert f"8 articles left: 2.0 active hours (2.0 to 2.0), done on {done} ({done} to {done})." in ran.out
    assert "2 minutes is a pause" in ran.out


def test_rows_are_the_days_printed(run: Run, path: Path) -> None:
    ran = run("stats", path, "progress", "--rows", "1", "--annotator", "ana", "--label", "country")
    today = datetime.now().astimezone().date()
    assert f"{today}" in ran.out
    assert f"{today - timedelta(days=1)}" not in ran.out
    assert "2 earlier days" in ran.out
    assert "leader" not in ran.out


def test_json_has_every_day(run: Run, path: Path) -> None:
    found = run("stats", path, "progress", "--json").json()
    (ana,) = found["annotators"]
    assert [(day["finished"], day["spans"], day["active_hours"]) for day in ana["days"]] == [
        (4, {"country": 31}, 1.0)
    ] * 3
    assert ana["articles"]["finished"] == 12
    assert ana["forecast"]["active_hours"] == pytest.approx({"value": 2, "low": 2, "high": 2})
    assert found["idle_minutes"] == 2


def test_nobody_and_somebody_unknown(run: Run, path: Path, tmp_path: Path) -> None:
    Project.create(tmp_path / "empty.annot").close()
    assert "Nobody has annotated anything yet." in run("stats", tmp_path / "empty.annot", "progress").out
    unknown = run("stats", path, "progress", "--annotator", "Zoé")
    assert unknown.code != 0
    assert "Zoé" in unknown.err
