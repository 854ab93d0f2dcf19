from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.conflicts import conflicts
from annotator.store import articles
from tests.strategies import new_article

TEXT = "Kiev, Paris et Rome."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "guerre") as made:
        with made.database.transaction():
            articles.insert(made.database, [new_article(TEXT)], at="2022")
        yield made


def at_work(project: Project, name: str) -> Session:
    session = Session(project, project.add_annotator(name))
    session.open(1)
    return session


def draw(session: Session, words: str, label: str) -> None:
    start = TEXT.index(words)
    session.draw(start, start + len(words), label=label)


def told(session: Session) -> dict[str, list[tuple[int, list[str]]]]:
    """What each mark in conflict says, by its text: who, and the labels there."""
    return {
        TEXT[mark.start : mark.end]: [
            (each.annotator, [span.label for span in each.spans]) for each in session.conflicts()[mark.key]
        ]
        for mark in session.marks()
        if mark.key in session.conflicts()
    }


def test_who_is_alone_has_no_conflict(project: Project) -> None:
    ada = at_work(project, "Ada")
    draw(ada, "Kiev", "country")
    ada.set_status(Status.FINISHED)
    ada.reload()
    assert ada.conflicts() == {}


def test_another_s_decisions_are_read_with_the_article(project: Project) -> None:
    ada, grace = at_work(project, "Ada"), at_work(project, "Grace")
    draw(ada, "Kiev", "country")
    draw(ada, "Paris", "country")
    draw(ada, "Rome", "country")
    draw(grace, "Kiev", "leader")
    draw(grace, "Paris", "country")
    assert ada.conflicts() == {}  # what others do meanwhile does not come in the way
    ada.reload()
    assert told(ada) == {"Kiev": [(grace.annotator, ["leader"])]}
    grace.set_status(Status.FINISHED)
    ada.open(1)
    assert told(ada) == {"Kiev": [(grace.annotator, ["leader"])], "Rome": [(grace.annotator, [])]}
    grace.open(1)
    assert told(grace) == {"Kiev": [(ada.annotator, ["country"])]}


def test_conflicts_follow_one_s_own_edits(project: Project) -> None:
    ada, grace = at_work(project, "Ada"), at_work(project, "Grace")
    draw(grace, "Kiev", "leader")
    ada.reload()
    seen = []
    ada.watch(lambda _: seen.append(set(told(ada))))
    draw(ada, "Kiev", "country")
    ada.relabel(ada.marks()[0], label="leader")
    ada.undo()
    ada.remove(ada.marks()[0])
    assert seen == [{"Kiev"}, set(), {"Kiev"}, set()]
    assert ada.conflicts() == conflicts(ada.marks(), [project.annotation(1, grace.annotator)])


@settings(max_examples=25)
@given(st.data())
def test_conflicts_followed_are_those_found_anew(data: st.DataObject) -> None:
    words = ["Kiev", "Paris", "Rome", "Paris et Rome"]
    with TemporaryDirectory() as folder, Project.create(Path(folder) / "guerre") as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(TEXT)], at="2022")
        ada, grace = at_work(project, "Ada"), at_work(project, "Grace")
        for each in data.draw(st.lists(st.sampled_from(words), max_size=3)):
            draw(grace, each, data.draw(st.sampled_from(["country", "leader"])))
        if data.draw(st.booleans()):
            grace.set_status(Status.FINISHED)
        ada.reload()
        for _ in range(data.draw(st.integers(1, 5))):
            marks = ada.marks()
            match data.draw(st.sampled_from(["draw", "remove", "relabel", "undo"])):
                case "draw":
                    draw(ada, data.draw(st.sampled_from(words)), data.draw(st.sampled_from(["country", "leader"])))
                case "remove" if marks:
                    ada.remove(marks[0])
                case "relabel" if marks:
                    ada.relabel(marks[-1], label="leader")
                case _:
                    ada.undo()
            assert ada.conflicts() == conflicts(ada.marks(), [project.annotation(1, grace.annotator)])
