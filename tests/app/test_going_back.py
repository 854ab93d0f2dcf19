"""Going back through the history, and forward again, over many steps at one go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.checking import check
from annotator.app.project import Project
from annotator.app.session import Changes, Session, Way
from annotator.core.annotation import Annotation, Status
from annotator.core.errors import StaleAnnotationError
from annotator.store import articles, steps
from tests.strategies import new_article

TEXTS = ("Kiev, Paris et l’OTAN.", "A😀 Paris : l’Ukraine, la Pologne.")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Project.create(tmp_path / "guerre") as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(text) for text in TEXTS], at="2022")
        yield Session(project, project.add_annotator("Ada"))


def _draw(session: Session, words: str, label: str, *, article: int) -> None:
    if session.article is None or session.article.id != article:
        session.open(article)
    start = TEXTS[article - 1].index(words)
    assert session.draw(start, start + len(words), label=label)


def _state(session: Session) -> list[Annotation]:
    read = [session.project.annotation(article, session.annotator) for article in (1, 2)]
    return [Annotation(each.article, each.annotator, 0, each.status, each.spans) for each in read]


def _work(session: Session) -> dict[int, list[Annotation]]:
    """Do things in both articles; return what there was after each step, the start being step 0."""
    states = {0: _state(session)}
    deeds = (
        lambda: _draw(session, "Kiev", "country", article=1),
        lambda: _draw(session, "Paris", "weapon", article=1),
        lambda: session.remove(session.marks()[1]),
        lambda: _draw(session, "Pologne", "country", article=2),
        lambda: session.relabel(session.marks()[0], label="leader"),
        lambda: session.set_status(Status.FINISHED),
    )
    for deed in deeds:
        deed()
        states[steps.of_annotator(session.project.database, session.annotator)[0].id] = _state(session)
    return states


def test_every_step_can_be_gone_back_to_and_forward_from_anywhere(session: Session) -> None:
    states = _work(session)
    session.open(1)
    for start in states:
        session.go_to(start)
        for target in states:
            session.go_to(target)
            assert _state(session) == states[target]
            assert session.annotation == session.project.annotation(1, 1)
            session.go_to(start)
            assert _state(session) == states[start]
    assert not check(session.project).problems


def test_those_who_watch_are_told_once(session: Session) -> None:
    states = _work(session)
    told: list[Changes] = []
    session.watch(told.append)
    session.go_to(0)
    session.go_to(max(states))
    assert [(each.way, each.steps, each.articles) for each in told] == [
        (Way.UNDO, 6, {1, 2}),
        (Way.REDO, 6, {1, 2}),
    ]
    assert session.go_to(max(states)) is None
    assert len(told) == 2


def test_one_undo_and_one_redo_go_on_from_there(session: Session) -> None:
    states = _work(session)
    order = list(states)
    session.go_to(order[3])
    session.undo()
    assert _state(session) == states[order[2]]
    session.redo()
    session.redo()
    assert _state(session) == states[order[4]]


def test_it_goes_back_in_another_process_too(session: Session) -> None:
    states = _work(session)
    with Project.open(session.project.path) as again:
        other = Session(again, session.annotator)
        other.go_to(0)
        assert _state(other) == states[0]


def test_what_another_window_did_meanwhile_is_not_taken_back_unseen(session: Session) -> None:
    states = _work(session)
    with Project.open(session.project.path) as again:
        elsewhere = Session(again, session.annotator)
        elsewhere.open(2)
        elsewhere.set_flag(True)
        now = _state(elsewhere)
        with pytest.raises(StaleAnnotationError):
            session.go_to(0)
        assert _state(session) == now
        session.go_to(0)  # read again, so the next time it is seen
        assert _state(session) == states[0]
