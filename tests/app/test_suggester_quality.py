"""The suggester measured by what an annotator does in a session, and by what was imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.suggester_quality import articles_behind, places_behind, suggester_quality
from annotator.app.suggesting import suggest
from annotator.core.annotation import Mark, Status
from annotator.core.intervals import Share
from annotator.core.suggester_report import Behind, Finding, Group, Outcome

TEXT = "La Russie, l'OTAN et l'Ukraine ont parlé ; la Pologne et Vladimir Poutine aussi, dit le colonel Martin."


@pytest.fixture
def project(tmp_path: Path):
    (tmp_path / "war.txt").write_text(TEXT, "utf-8")
    (tmp_path / "quiet.txt").write_text("Rien de neuf aujourd'hui, dit Dupont.", "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / "war.txt", tmp_path / "quiet.txt"])
        suggest(project)
        yield project


def mark(session: Session, words: str) -> Mark:
    (found,) = [each for each in session.marks() if session.article.text[each.start : each.end] == words]
    return found


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_each_way_to_decide_is_counted_as_what_it_is_and_undone_with_it(project: Project) -> None:
    zoe = project.add_annotator("Zoé")
    session = Session(project, zoe)
    session.open(1)
    session.accept([mark(session, "Russie").suggestion])
    session.remove(mark(session, "Ukraine"))
    session.relabel(mark(session, "Pologne"), label="alliance")
    start, end = place(TEXT, "Vladimir Poutine aussi")
    session.resize(mark(session, "Vladimir Poutine"), start=start, end=end)
    start, end = place(TEXT, "l'OTAN")
    session.draw(start, end, label="country")
    start, end = place(TEXT, "parlé")
    session.draw(start, end, label="weapon")
    found = suggester_quality(project, zoe)
    assert {each: n for each, n in found.all.outcomes.items() if n} == {
        Outcome.ACCEPTED: 1, Outcome.REJECTED: 1, Outcome.LABEL: 1, Outcome.BOUNDARY: 1, Outcome.BOTH: 1,
    }  # fmt: skip
    assert found.all.recall == Share(0, 0)  # not finished

    session.set_status(Status.FINISHED)
    found = suggester_quality(project, zoe)
    assert found.all.precision == Share(1, 5)
    assert found.all.recall == Share(1, 5)
    assert {each: n for each, n in found.all.findings.items() if n} == {
        Finding.EXACT: 1, Finding.LABEL: 1, Finding.BOUNDARY: 1, Finding.BOTH: 1, Finding.MISSED: 1,
    }  # fmt: skip
    spots = {each.became: TEXT[each.start : each.end] for each in places_behind(project, zoe, Behind(tuple(Finding)))}
    assert spots == {
        Finding.EXACT: "Russie", Finding.LABEL: "Pologne", Finding.BOUNDARY: "Vladimir Poutine aussi",
        Finding.BOTH: "l'OTAN", Finding.MISSED: "parlé",
    }  # fmt: skip
    (rejected,) = places_behind(project, zoe, Behind((Outcome.REJECTED,), Group.LABEL, "country"))
    assert (rejected.article, TEXT[rejected.start : rejected.end]) == (1, "Ukraine")
    assert rejected.rule.startswith("country.")
    assert list(articles_behind(project, zoe, Behind((Outcome.REJECTED,), Group.RULE, rejected.rule))) == [1]
    assert list(articles_behind(project, zoe, Behind((Outcome.REJECTED,)), labels=["sum"])) == []

    while session.undo():
        pass
    found = suggester_quality(project, zoe)
    assert {each: n for each, n in found.all.outcomes.items() if n} == {Outcome.PENDING: 5}
    assert not any(found.all.findings.values())


def test_a_pipeline_that_found_nothing_missed_what_is_there(project: Project) -> None:
    zoe = project.add_annotator("Zoé")
    session = Session(project, zoe)
    session.open(2)
    start, end = place(session.article.text, "Dupont")
    session.draw(start, end, label="leader")
    session.set_status(Status.FINISHED)
    assert suggester_quality(project, zoe).all.findings[Finding.MISSED] == 1


def test_imported_spans_count_for_recall_and_decide_nothing(tmp_path: Path) -> None:
    spans = [dict(zip(("start", "end", "label"), (*place(TEXT, words), label), strict=True)) for words, label in
             (("Russie", "country"), ("Ukraine ont", "country"), ("parlé", "sum"))]  # fmt: skip
    (tmp_path / "war.jsonl").write_text(json.dumps({"text": TEXT, "spans": spans}), "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / "war.jsonl"], ImportOptions(annotator="Zoé", status=Status.FINISHED))
        zoe = project.find_annotator("Zoé")
        before = suggester_quality(project, zoe)
        assert before.all.findings[Finding.UNREAD] == 3
        assert before.all.why_no_recall().en.startswith("not defined: no suggester has read")
        suggest(project)
        found = suggester_quality(project, zoe)
        assert found.all.precision == Share(0, 0)
        assert found.all.recall == Share(1, 3)
        assert (found.all.outcomes[Outcome.EQUAL], found.all.outcomes[Outcome.COVERED]) == (1, 1)
        assert found.finished == 1
        countries = suggester_quality(project, zoe, labels=["country"])
        assert countries.all.recall == Share(1, 2)
        assert [row.name for row in countries.rows[Group.LABEL]] == ["country"]


def test_what_lies_in_the_trash_does_not_count(project: Project) -> None:
    from annotator.core import corrections

    zoe = project.add_annotator("Zoé")
    session = Session(project, zoe)
    session.open(1)
    session.accept(session.pending())
    session.change_each([1], lambda annotation: corrections.set_trashed(annotation, trashed=True))
    assert not any(suggester_quality(project, zoe).all.outcomes.values())
