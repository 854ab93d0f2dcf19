"""Readiness of real projects: what an export would do, kept until something changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.app import readiness as asking
from annotator.app.export_options import ExportOptions
from annotator.app.export_preview import preview
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.readiness import examine, readiness
from annotator.app.session import Session
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status
from annotator.core.readiness import Check, Line, Verdict
from tests.app.test_sides import story


@pytest.fixture
def project(tmp_path: Path):
    """Thirty finished articles by Zoé, of which two tell one story and one has no span."""
    lines = []
    for number in range(30):
        text = f"Russie {story(max(number, 1), 0 if number else 1)}"
        spans = [] if number == 7 else [{"start": 0, "end": 6, "label": "country"}]
        lines.append(json.dumps({"text": text, "spans": spans, "meta": {"status": "finished"}}))
    (tmp_path / "war.jsonl").write_text("\n".join(lines), "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / "war.jsonl"], ImportOptions(annotator="Zoé", status=Status.FINISHED))
        zoe = project.find_annotator("Zoé")
        session = Session(project, zoe)
        for article in project.article_ids():
            session.open(article)
            session.set_status(Status.FINISHED)
        yield project


def lines(project: Project) -> dict[Check, Line]:
    return {each.check: each for each in readiness(project, project.find_annotator("Zoé")).lines}


def test_lines_tell_what_an_export_would_do(project: Project) -> None:
    found = lines(project)
    told = preview(project, ExportOptions())
    (group,) = told.groups
    assert list(found[Check.LEAKS].articles) == list(group)
    assert found[Check.LEAKS].verdict is Verdict.READY
    assert f"{told.sides['train']} articles to train from and {told.sides['dev']} for" in found[Check.SIDES].wording.en
    assert list(found[Check.WITHOUT_SPANS].articles) == list(told.empty)
    assert found[Check.MISALIGNED].verdict is Verdict.READY
    assert found[Check.FINISHED].wording.en.startswith(f"{told.finished} finished articles, about 24 paragraphs")


def test_undecided_suggestions_are_those_of_finished_articles(project: Project) -> None:
    suggest(project)
    zoe = project.find_annotator("Zoé")
    assert list(lines(project)[Check.UNDECIDED].articles) == [8]
    session = Session(project, zoe)
    session.open(8)
    session.set_status(Status.IN_PROGRESS)
    assert lines(project)[Check.UNDECIDED].verdict is Verdict.READY


def test_a_span_that_is_no_whole_token_is_found(project: Project) -> None:
    with project.database.transaction():
        project.database.execute('UPDATE spans SET "end" = 5 WHERE article_id = 3')
        project.database.execute("UPDATE annotations SET revision = revision + 1 WHERE article_id = 3")
    found = lines(project)[Check.MISALIGNED]
    assert (found.verdict, list(found.articles)) == (Verdict.NOT_YET, [3])


def test_a_large_project_is_gone_through_when_asked_and_what_is_found_holds_until_something_changes(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "FEW", 10)
    zoe = project.find_annotator("Zoé")
    assert lines(project)[Check.LEAKS].verdict is Verdict.UNKNOWN
    told = []
    examine(project, zoe, progress=lambda done, total: told.append((done, total)))
    assert (30, 30) in told
    assert lines(project)[Check.LEAKS].verdict is Verdict.READY
    session = Session(project, zoe)
    session.open(2)
    session.set_status(Status.IN_PROGRESS)
    assert lines(project)[Check.LEAKS].verdict is Verdict.UNKNOWN
    session.undo()
    assert lines(project)[Check.LEAKS].verdict is Verdict.UNKNOWN  # the log has gone on
    examine(project, zoe)
    assert len(lines(project)[Check.LEAKS].articles) == 2


def test_a_surface_that_is_bare_elsewhere_is_named_until_it_is_left_alone(project: Project) -> None:
    from annotator.app.consistency import Consistency

    found = lines(project)[Check.SURFACES]
    assert (found.verdict, list(found.articles)) == (Verdict.LOOK, [8])  # «Russie», which all others have labelled
    assert "“Russie”" in found.wording.en
    consistency = Consistency(project, project.find_annotator("Zoé"))
    for item in consistency.found():
        consistency.leave_alone(item)
    assert lines(project)[Check.SURFACES].verdict is Verdict.READY


def test_nobody_who_finished_anything_may_train(project: Project) -> None:
    ali = project.add_annotator("Ali")
    found = readiness(project, ali)
    assert found.verdict is Verdict.NOT_YET
    assert found.lines[0].wording.en.startswith("No article is finished")
