"""The labels of a project: changed all at once or not at all, and who has annotated how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.labels import change_labels, contributions
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.wording import Wording
from annotator.store import articles
from tests.strategies import new_article


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "war.annot") as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article("La Suède."), new_article("Le Mali.")], at="2022")
        yield project


def test_keys_can_be_exchanged_and_everything_is_read_back(project: Project) -> None:
    leader, country, *others = project.labels()
    wanted = (
        replace(leader, key="2", name=Wording("person", "personne"), colour="#102030"),
        replace(country, key="1", guideline=Wording("a state", "un État")),
        *others,
    )
    assert change_labels(project, wanted) == wanted
    with Project.open(project.path) as again:
        assert again.labels() == wanted


def test_what_is_refused_changes_nothing(project: Project) -> None:
    before = project.labels()
    with pytest.raises(UserError, match="none can come or go"):
        change_labels(project, before[1:])
    with pytest.raises(UserError, match="none can come or go"):
        change_labels(project, [replace(before[0], id="person"), *before[1:]])
    with pytest.raises(UserError, match="cannot both have the key"):
        change_labels(project, [replace(before[0], key="2"), *before[1:]])
    assert project.labels() == before


def test_everybody_is_listed_with_what_they_did(project: Project) -> None:
    session = Session(project, project.add_annotator("Zoé"))
    project.add_annotator("Ada")
    for article, finished in ((1, True), (2, False)):
        session.open(article)
        session.draw(3, 3 + len("Suède" if article == 1 else "Mali"), label="country")
        if finished:
            session.set_status(Status.FINISHED)
    assert contributions(project) == [("Zoé", 2, 1, 2), ("Ada", 0, 0, 0)]
