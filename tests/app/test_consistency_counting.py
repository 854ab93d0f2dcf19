"""What the background keeps ready: the consistency of everybody's work, besides the counts."""

from __future__ import annotations

from pathlib import Path

from annotator.app import counting
from annotator.app.consistency import Consistency
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
