"""The name a person works under: their own, or in a copy that was shared that of whom it was made for."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.app import settings
from annotator.app.importing import import_records
from annotator.app.name_at_work import NameAtWork, keep_name, name_at_work
from annotator.app.project import Project
from annotator.app.recents import recents, remember, standings
from annotator.app.session import Session
from annotator.app.sharing import share, shared_with
from annotator.cli.listing import whose
from annotator.core.annotation import Status
from annotator.formats.records import Record


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy that was made for Ana."""
    with Project.create(tmp_path / "war.annot") as project:
        import_records(project, [Record("Il pleut.", "ici"), Record("Il neige.", "ici")])
        (shared,) = share(project, ["Ana"]).copies
    return shared.path


def test_a_copy_is_worked_on_under_the_name_it_was_made_for(copy: Path) -> None:
    settings.change(lambda kept: kept.with_annotator("a.dupont"))
    with Project.open(copy) as project:
        assert name_at_work(project) == NameAtWork("Ana", "Ana", "a.dupont", first=True)
        keep_name(project, "Ana")
        assert name_at_work(project) == NameAtWork("Ana", "Ana", "a.dupont", first=False)
        assert whose(project, None) == project.find_annotator("Ana")
    with Project.open(copy.with_name("war.annot")) as project:
        keep_name(project, "Ana")
        assert name_at_work(project) == NameAtWork("a.dupont", None, "a.dupont", first=False)


def test_who_was_never_asked_for_a_name_has_none_of_their_own(copy: Path) -> None:
    with Project.open(copy) as project:
        assert name_at_work(project).own is None


def test_another_name_chosen_for_the_file_is_kept_for_it_alone(copy: Path) -> None:
    settings.change(lambda kept: kept.with_annotator("Ben"))
    other = copy.with_name("other.annot")
    other.write_bytes(copy.read_bytes())
    with Project.open(copy) as project, Project.open(other) as second:
        keep_name(project, "Ben")
        assert name_at_work(project).name == "Ben"
        assert name_at_work(second) == NameAtWork("Ana", "Ana", "Ben", first=True)


def test_a_copy_follows_whom_it_was_made_for_to_another_name(copy: Path) -> None:
    with Project.open(copy) as project:
        project.rename_annotator(project.add_annotator("Zoé"), "Zoë")
        assert shared_with(project) == "Ana"
        project.rename_annotator(project.find_annotator("Ana"), " Ana Dupont ")
        assert shared_with(project) == "Ana Dupont" == project.annotators()[project.find_annotator("Ana Dupont")]


@pytest.mark.parametrize("kept", ["Ana", {"/war-ana.annot": 3}, {"/war-ana.annot": ""}])
def test_names_that_cannot_be_read_were_never_chosen(copy: Path, kept: object) -> None:
    settings.change(lambda before: before.with_window(copies=kept))
    with Project.open(copy) as project:
        assert name_at_work(project).first


def test_a_recent_copy_stands_as_its_annotator_left_it(copy: Path) -> None:
    settings.change(lambda kept: kept.with_annotator("Ben"))
    remember(copy)
    with Project.open(copy) as project:
        keep_name(project, "Ana")
        session = Session(project, project.find_annotator("Ana"))
        session.open(1)
        session.set_status(Status.FINISHED)
    (standing,) = (each for _, each in standings(recents()))
    assert standing.glance is not None
    assert (standing.glance.articles, standing.glance.finished) == (2, 1)
