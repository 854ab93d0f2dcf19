"""Settling many places in the background: what the window asks for arrives there, is one step, and can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app.jobs import Cancelled, Done, Found, Worker
from annotator.app.project import Project
from annotator.app.session import Changes, Session
from annotator.app.settling import Settling, people
from annotator.app.settling_in_bulk import Bulk, settle_in_bulk
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.settling_rules import Extent, Rule, RuleKind
from tests.app.test_jobs import Listener
from tests.app.two_annotators import give, spans_of

TEXTS = [f"L'armée numéro {number} passe par Kaboul et par Kiev." for number in range(30)]
FINISHED = frozenset({Status.FINISHED})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "guerre.annot"
    with Project.create(path) as project:
        lines = [spans_of(text, ("Kaboul", "country"), ("Kiev", "country")) for text in TEXTS]
        give(project, "Ada", lines)
        give(project, "Ben", [(text, spans[:1] if at % 2 else spans) for at, (text, spans) in enumerate(lines)])
        project.add_annotator("Zoé")
    return path


@pytest.fixture
def zoe(path: Path) -> Iterator[Session]:
    with Project.open(path) as project:
        yield Session(project, project.find_annotator("Zoé"))


def settled(session: Session) -> list[int]:
    """Return how many spans are settled in each article."""
    layer = session.project.settled_layer()
    if layer is None:
        return []
    return [len(session.project.annotation(id, layer).spans) for id in session.project.article_ids()]


def statuses(session: Session) -> list[Status]:
    layer = session.project.settled_layer()
    assert layer is not None
    return [session.project.annotation(id, layer).status for id in session.project.article_ids()]


def exactly(session: Session, among: tuple[int, ...] | None = None) -> Bulk:
    return Bulk(session.annotator, tuple(people(session.project)), FINISHED, Rule(), among, "à l'identique")


@given(
    by=st.integers(1, 9),
    annotators=st.lists(st.integers(1, 9), min_size=2, unique=True).map(tuple),
    statuses=st.frozensets(st.sampled_from(Status), min_size=1),
    rule=st.builds(
        Rule,
        st.sampled_from(RuleKind),
        st.none() | st.integers(2, 5),
        st.floats(0.01, 1),
        st.sampled_from(Extent),
    ),
    among=st.none() | st.lists(st.integers(1, 99)).map(tuple),
    reason=st.none() | st.text(min_size=1),
    finish=st.booleans(),
)
@settings(max_examples=60)
def test_what_is_asked_for_comes_through_json_as_it_was(
    by: int,
    annotators: tuple[int, ...],
    statuses: frozenset[Status],
    rule: Rule,
    among: tuple[int, ...] | None,
    reason: str | None,
    finish: bool,
) -> None:
    bulk = Bulk(by, annotators, statuses, rule, among, reason, finish)
    assert Bulk.from_json(bulk.to_json()) == bulk


def test_only_who_has_begun_an_article_can_differ(zoe: Session) -> None:
    assert list(people(zoe.project).values()) == ["Ada", "Ben"]


def test_it_tells_how_far_it_is_through_reading_and_writing(zoe: Session) -> None:
    told: list[tuple[int, int]] = []
    done = settle_in_bulk(zoe.project, exactly(zoe), progress=lambda at, of: told.append((at, of)))
    assert (done["places"], done["articles"]) == (45, zoe.project.article_ids())
    assert told == [(30, 60), (30, 60)]
    assert settled(zoe) == [2, 1] * 15


def test_articles_in_which_nothing_waits_then_are_finished_in_the_same_step(zoe: Session) -> None:
    bulk = replace(exactly(zoe, among=tuple(range(1, 11))), finish=True)
    done = settle_in_bulk(zoe.project, bulk)
    assert (done["places"], done["finished"], done["articles"]) == (15, 5, list(range(1, 11)))
    assert statuses(zoe)[:11] == [Status.FINISHED, Status.IN_PROGRESS] * 5 + [Status.NEW]
    again = settle_in_bulk(zoe.project, bulk)
    assert (again["places"], again["finished"], again["articles"]) == (0, 0, [])
    zoe.undo()
    assert statuses(zoe) == [Status.NEW] * 30
    assert zoe.undo() is None


def test_what_had_been_settled_and_not_finished_is_finished_by_itself(zoe: Session) -> None:
    settle_in_bulk(zoe.project, exactly(zoe, among=(1, 2)))
    done = settle_in_bulk(zoe.project, replace(exactly(zoe, among=(1, 2)), finish=True))
    assert (done["places"], done["finished"], done["articles"]) == (0, 1, [1])


def test_stopped_while_it_is_written_nothing_has_changed(zoe: Session) -> None:
    class StoppedError(Exception):
        pass

    told: list[int] = []

    def stop(at: int, _of: int) -> None:
        told.append(at)
        if len(told) == 2:  # the first edits are to be written
            raise StoppedError

    with pytest.raises(StoppedError):
        settle_in_bulk(zoe.project, exactly(zoe), progress=stop)
    assert not any(settled(zoe))
    assert zoe.undo() is None
    assert settle_in_bulk(zoe.project, exactly(zoe))["places"] == 45


def test_the_background_settles_in_one_step_that_the_session_tells_of_and_takes_back(path: Path, zoe: Session) -> None:
    listener, heard = Listener(), list[Changes]()
    zoe.watch(heard.append)
    worker = Worker(path, listener.events.put)
    try:
        worker.settle(exactly(zoe, among=(1, 2, 3)))
        worker.cancel(stopped := worker.settle(exactly(zoe)))  # before the process is there to begin it
        found = listener.until(Found)
        assert isinstance(found, Found)
        assert found.part == {"done": 3, "total": 6}
        done = listener.until(Done)
        assert isinstance(done, Done)
        assert done.result == {"places": 5, "finished": 0, "articles": [1, 2, 3]}
        assert listener.until(Cancelled, Done) == Cancelled(stopped)
    finally:
        worker.close()
    assert settled(zoe) == [2, 1, 2] + [0] * 27
    changes = zoe.catch_up()
    assert changes is not None
    assert heard == [changes]
    assert changes.articles == {1, 2, 3}
    assert len(changes.spans) == 5
    zoe.undo()
    assert settled(zoe) == [0] * 30
    assert Settling(zoe, list(people(zoe.project))).accept(Rule(), dry_run=True).places == 45


def test_nobody_settles_in_the_name_of_what_was_settled(zoe: Session) -> None:
    settle_in_bulk(zoe.project, exactly(zoe, among=(1,)))
    layer = zoe.project.settled_layer()
    assert layer is not None
    with pytest.raises(UserError, match="nobody works as what was settled"):
        settle_in_bulk(zoe.project, Bulk(layer, tuple(people(zoe.project)), FINISHED, Rule()))


def test_a_session_without_a_step_has_nothing_to_catch_up_with(zoe: Session) -> None:
    assert zoe.catch_up() is None
