"""What the background keeps ready: the consistency of everybody's work, besides the counts."""

from __future__ import annotations

from pathlib import Path

from annotator.app import counting
from annotator.app.consistency import FEW, Consistency
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.consistency import Kind
from tests.app.test_consistency import give


def test_after_the_background_counted_nothing_is_left_to_look_through(tmp_path: Path) -> None:
    with Project.create(tmp_path / "guerre.annot") as project:
        people = [project.add_annotator(name) for name in ("Ada", "Ben")]
        for person in people:
            session = Session(project, person)
            give(session, f"Paris se tait, {person}.", ("Paris", "country"))
            give(session, f"Paris parle, {person}.", ("Paris", "leader"))
        told: list[tuple[int, int]] = []
        assert all(Consistency(project, person).much_waits() for person in people)
        counting.refresh_all(project, progress=lambda done, total: told.append((done, total)))
        assert told
        for person in people:
            watch = Consistency(project, person)
            assert not watch.much_waits()
            assert Kind.LABELS in {each.kind for each in watch.found()}


def test_a_surface_that_many_articles_hold_is_looked_for_in_the_background(tmp_path: Path) -> None:
    with Project.create(tmp_path / "guerre.annot") as project:
        session = Session(project, project.add_annotator("Ada"))
        ids = [give(session, f"Le ministre numéro {number} parle.") for number in range(FEW + 1)]
        watch = Consistency(project, session.annotator)
        watch.refresh()
        assert not watch.much_waits()
        session.open(ids[0])
        session.draw(3, 11, label="leader")
        assert counting.refresh_few(project)
        assert watch.much_waits()
        assert watch.found() == []
        watch.refresh()
        assert not watch.much_waits()
        (item,) = watch.found(finished=False)
        assert (item.kind, item.surface, item.agreeing, item.deviating) == (Kind.BARE, "ministre", FEW, 1)


def test_what_somebody_else_draws_in_the_file_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "guerre.annot"
    with Project.create(path) as project:
        session = Session(project, project.add_annotator("Ada"))
        give(session, "Paris se tait.", ("Paris", "country"))
        other = give(session, "Paris parle.")
        watch = Consistency(project, session.annotator)
        watch.refresh()
        (bare,) = watch.found()
        assert bare.kind is Kind.BARE
        with Project.open(path) as same:
            elsewhere = Session(same, session.annotator)
            elsewhere.open(other)
            elsewhere.draw(0, 5, label="leader")
            Consistency(same, session.annotator).refresh()
        assert not watch.much_waits()
        (labels,) = watch.found()
        assert labels.kind is Kind.LABELS
        watch.refresh()
        assert watch.found() == [labels]
