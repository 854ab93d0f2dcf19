from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.pace import IDLE, Pace, Today
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Origin, Span
from annotator.core.edits import Edit, SpanChange, Verb
from annotator.store import articles, history
from tests.strategies import new_article

NOON = datetime(2022, 2, 24, 12, tzinfo=UTC)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3)), max_size=20))
def test_active_time_is_the_sum_of_the_gaps_that_are_no_pauses(gaps: list[tuple[int, int]]) -> None:
    at, deeds = NOON, []
    for seconds, made in gaps:
        at += timedelta(seconds=seconds)
        deeds.append((at, made))
    pace = Pace.of(deeds)
    assert pace.annotations == sum(made for _, made in gaps)
    assert pace.active.total_seconds() == sum(s for s, _ in gaps[1:] if s <= IDLE.total_seconds())


def test_the_rate_is_per_hour_of_work_and_waits_until_it_can_be_told() -> None:
    assert Pace().per_hour is None
    assert Pace.of([(NOON, 5), (NOON + timedelta(seconds=30), 5)]).per_hour is None
    half_an_hour = Pace.of([(NOON + timedelta(minutes=minute), 1) for minute in range(31)])
    assert half_an_hour.per_hour == 62
    assert half_an_hour.after(NOON + timedelta(hours=5), made=0).per_hour == 62


def test_a_clock_set_back_takes_no_time_away() -> None:
    assert Pace.of([(NOON, 1), (NOON - timedelta(hours=1), 1)]).active == timedelta()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Project.create(tmp_path / "guerre") as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article("Kiev Paris Minsk")], at="2022")
        yield Session(project, project.add_annotator("Ada"))


def test_today_counts_what_is_done_and_what_is_taken_back(session: Session) -> None:
    now = datetime.now(UTC)
    yesterday = Edit(1, 1, Verb.DRAW, (SpanChange(None, Span(9, 11, 16, "country", Origin.DRAWN)),))
    with session.project.database.transaction():
        at = (now - timedelta(days=1)).isoformat(timespec="milliseconds")
        history.record(session.project.database, [yesterday], at=at)
    today = Today(session.project, session.annotator, now=now)
    session.watch(today.note)
    assert today.pace(now).annotations == 0
    session.open(1)
    session.draw(0, 4, label="country")
    session.draw(5, 10, label="country")
    assert today.pace(now).annotations == 2
    session.remove(session.marks()[0])
    assert today.pace(now).annotations == 2
    session.undo()
    session.undo()
    assert today.pace(now).annotations == 1
    session.redo()
    assert today.pace(now).annotations == 2
    assert Today(session.project, session.annotator, now=now).pace(now) == today.pace(now)


def test_a_new_day_begins_at_nothing(session: Session) -> None:
    now = datetime.now(UTC)
    today = Today(session.project, session.annotator, now=now)
    session.watch(today.note)
    session.open(1)
    session.draw(0, 4, label="country")
    assert today.pace(now + timedelta(days=2)) == Pace()
