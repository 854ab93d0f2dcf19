"""Suggesting into a project: what is stored, how it stops and goes on, and that it leaves people's work alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.importing import import_files
from annotator.app.lexicon import add_entry
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.suggesting import shared_suggester, suggest, suggester_for
from annotator.core.lexicon import Entry, Lexicon
from annotator.core.suggestions import Decision


class StopError(Exception):
    """Raised out of the progress to stop a run."""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number:03}.txt").write_text(f"Article {number} : la Russie et l'OTAN.", "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [folder])
        yield project


def test_every_article_is_read_once(project: Project) -> None:
    heard: list[tuple[int, int]] = []
    report = suggest(project, progress=lambda done, total: heard.append((done, total)))
    assert (report.articles, report.suggestions) == (120, {"alliance": 120, "country": 120})
    assert report.pipeline == shared_suggester().pipeline
    assert sum(report.tiers.values()) == 240
    assert heard == [(50, 120), (100, 120), (120, 120)]
    for id in project.article_ids():
        text = project.article(id).text
        stored = project.suggestions(id).values()
        assert [text[each.start : each.end] for each in stored] == ["Russie", "OTAN"]
        assert {each.pipeline for each in stored} == {report.pipeline}
    assert suggest(project).articles == 0


def test_a_run_broken_off_goes_on_where_it_stopped(project: Project) -> None:
    def stop(done: int, total: int) -> None:
        if done >= 100:
            raise StopError

    with pytest.raises(StopError):
        suggest(project, progress=stop)
    assert sum(bool(project.suggestions(id)) for id in project.article_ids()) == 100
    assert suggest(project).articles == 20
    assert all(project.suggestions(id) for id in project.article_ids())


def test_others_can_write_between_the_batches(project: Project) -> None:
    def write(done: int, total: int) -> None:
        with Project.open(project.path) as other:
            other.add_annotator(f"Annotator {done}")

    assert suggest(project, progress=write).articles == 120
    assert len(project.annotators()) == 3


def test_only_the_articles_asked_for_and_only_those_there_are(project: Project) -> None:
    assert suggest(project, articles=[3, 5, 9999]).articles == 2
    assert [id for id in project.article_ids() if project.suggestions(id)] == [3, 5]


def test_asked_again_it_leaves_peoples_work_alone(project: Project) -> None:
    suggest(project, articles=[1])
    session = Session(project, project.add_annotator("Zoé"))
    session.open(1)
    country, alliance = session.marks()
    session.relabel(country, label="weapon")
    session.remove(alliance)
    before = session.annotation
    assert set(before.decisions.values()) == {Decision.CHANGED, Decision.REJECTED}
    suggest(project, articles=[1])
    session.reload()
    assert session.annotation == before
    assert session.pending() == []
    assert session.undo() is not None
    assert [each.label for each in session.pending()] == ["alliance"]


def test_a_long_article_is_a_batch_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("La Russie avance. " * 12_000, "utf-8")
    (tmp_path / "b.txt").write_text("Le Mali.", "utf-8")
    heard: list[tuple[int, int]] = []
    with Project.create(tmp_path / "long.annot") as project:
        import_files(project, [tmp_path / "a.txt", tmp_path / "b.txt"])
        report = suggest(project, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 2), (2, 2)]
    assert report.suggestions == {"country": 12_001}


def test_every_article_is_read_again_when_the_project_teaches_a_word(project: Project) -> None:
    plain = suggest(project)
    add_entry(project, "Article", label="weapon")
    taught = suggest(project)
    assert taught.pipeline.startswith(plain.pipeline)
    assert taught.pipeline != plain.pipeline
    assert (taught.articles, taught.suggestions["weapon"]) == (120, 120)
    assert suggest(project).articles == 0


def test_what_is_taught_stays_in_its_project() -> None:
    taught = suggester_for(Lexicon((Entry("Wakanda", "country"),), frozenset({"a.rule.of.another.version"})))
    assert [each.label for each in taught.propose("Le Wakanda.")] == ["country"]
    assert shared_suggester().propose("Le Wakanda.") == []


def test_several_processes_store_what_one_does(project: Project) -> None:
    heard: list[tuple[int, int]] = []
    report = suggest(project, jobs=2, progress=lambda done, total: heard.append((done, total)))
    several = [list(project.suggestions(id).values()) for id in project.article_ids()]
    again = suggest(project, articles=project.article_ids())
    assert report == again
    assert [done for done, _ in heard] in ([50, 100, 120], [50, 70, 120])  # whichever is read first
    alone = [list(project.suggestions(id).values()) for id in project.article_ids()]
    assert [[each._replace(id=0) for each in some] for some in several] == [
        [each._replace(id=0) for each in some] for some in alone
    ]


def test_several_processes_stop_with_the_run(project: Project) -> None:
    def stop(done: int, total: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        suggest(project, jobs=2, progress=stop)
    assert sum(bool(project.suggestions(id)) for id in project.article_ids()) == 50
