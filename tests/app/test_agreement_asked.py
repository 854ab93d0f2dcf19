"""Agreement as the window asks for it: kept, known to be out of date, and each number's places found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.agreement import compare
from annotator.app.agreement_asked import Comparisons, Question, Which, known
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.agreement import Difference
from annotator.core.annotation import Status
from annotator.core.boundaries import Edge
from annotator.core.errors import UserError
from tests.ui.agreeing import make_project

QUESTION = Question()


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(make_project(tmp_path / "war.annot")) as project:
        yield project


def listed(project: Project, which: Which, *, begin: int = 0, count: int = 50) -> list[tuple[int, str, str]]:
    found = Comparisons().differences(project, QUESTION, which, begin=begin, count=count)
    return [(each["article"], each["kind"], each["text"]) for each in found["differences"]]


def test_questions_and_places_come_through_json_as_they_are() -> None:
    for question in (QUESTION, Question(("Ada", "Zoé"), Path("/b.annot"), frozenset({Status.NEW, Status.FINISHED}))):
        assert Question.from_json(question.to_json()) == question
    for which in (Which(), Which(1, frozenset({Difference.LABEL}), "a", ("a", ""), Edge.END_LATER, "le", "b", "c")):
        assert Which.from_json(which.to_json()) == which


def test_what_was_found_is_kept_and_is_out_of_date_once_an_annotation_changes(project: Project) -> None:
    assert known(project, QUESTION) is None
    report = Comparisons().ask(project, QUESTION)
    assert report.to_json() == compare(project).to_json()
    kept = known(project, QUESTION)
    assert (kept.report, kept.current) == (report.to_json(), True)
    session = Session(project, project.add_annotator("Ada"))
    session.open(1)
    session.remove(session.marks()[0])
    kept = known(project, QUESTION)
    assert (kept.report, kept.current) == (report.to_json(), False)
    Comparisons().ask(project, QUESTION)
    assert known(project, QUESTION).current


def test_who_has_finished_nothing_changes_nothing_of_it(project: Project) -> None:
    Comparisons().ask(project, QUESTION)
    session = Session(project, project.add_annotator("Ben"))
    session.open(1)
    session.draw(0, 2, label="leader")
    assert known(project, QUESTION).current


def test_the_oldest_answers_go(project: Project) -> None:
    questions = [replace(QUESTION, between=("Ada", "Zoé", *("Ada",) * each)) for each in range(13)]
    asked = Comparisons()
    for question in questions:
        asked.ask(project, question)
    assert sum(known(project, question) is not None for question in questions) == 12


@pytest.mark.parametrize(
    ("which", "found"),
    [
        (
            Which(),
            [
                (1, "boundary", "général Petraeus"),
                (1, "label", "Bagdad"),
                (3, "only second", "dix millions d’euros"),
            ],
        ),
        (Which(kinds=frozenset({Difference.LABEL})), [(1, "label", "Bagdad")]),
        (Which(label="leader"), [(1, "boundary", "général Petraeus"), (1, "label", "Bagdad")]),
        (Which(labels=("", "sum")), [(3, "only second", "dix millions d’euros")]),
        (Which(edge=Edge.START_EARLIER, words="général "), []),
        (Which(edge=Edge.START_EARLIER, words="général"), [(1, "boundary", "général Petraeus")]),
        (Which(second="leader"), [(1, "boundary", "général Petraeus"), (1, "label", "Bagdad")]),
        (Which(first="leader"), [(1, "boundary", "général Petraeus")]),
        (Which(pair=1), []),
    ],
)
def test_each_number_finds_its_places(project: Project, which: Which, found: list[tuple[int, str, str]]) -> None:
    assert listed(project, which) == found


def test_places_come_a_page_at_a_time_and_articles_all_at_once(project: Project) -> None:
    assert listed(project, Which(), begin=1, count=1) == [(1, "label", "Bagdad")]
    page = Comparisons().differences(project, QUESTION, Which(), begin=2, count=50)
    assert (page["total"], page["articles"], page["begin"]) == (3, [1, 3], 2)


def test_numbers_by_label_are_those_of_their_places(project: Project) -> None:
    report = Comparisons().ask(project, QUESTION).to_json()
    every = frozenset(Difference)
    for label, counts in report["pairs"][0]["labels"].items():
        assert counts["first"] == len(listed(project, Which(kinds=every, first=label)))
        assert counts["second"] == len(listed(project, Which(kinds=every, second=label)))


def test_another_project_is_compared_with(project: Project, tmp_path: Path) -> None:
    other = make_project(tmp_path / "other.annot", first="Ben", second="Eva")
    question = Question(("Ada", "Eva"), other)
    report = Comparisons().ask(project, question)
    assert [each.shown for each in report.annotators] == ["Ada", "Eva"]
    assert known(project, question).report == report.to_json()


def test_where_there_is_nobody_to_compare_a_sentence_says_so(project: Project) -> None:
    with pytest.raises(UserError, match="at least two annotators"):
        Comparisons().ask(project, replace(QUESTION, between=("Ada",)))
    assert known(project, replace(QUESTION, between=("Ada",))) is None
