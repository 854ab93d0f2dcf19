from __future__ import annotations

import pytest

from annotator.core.annotation import Origin, Span, Status
from annotator.core.edits import Edit, NoteChange, SpanChange, StatusChange, Verb
from annotator.store import annotations, articles, history, steps
from annotator.store.database import Database
from tests.strategies import new_article

ADA, GRACE = 1, 2
KYIV = Span(1, 0, 4, "country", Origin.DRAWN)


@pytest.fixture(autouse=True)
def _annotators(database: Database) -> None:
    with database.transaction():
        articles.insert(database, [new_article("Kyiv 😀 tient"), new_article("Paris")], at="2022")
        for name in ("Ada", "Grace"):
            annotations.add_annotator(database, name)


def draw(*, by: int = ADA, article: int = 1, span: Span = KYIV) -> Edit:
    return Edit(article, by, Verb.DRAW, (StatusChange(Status.NEW, Status.IN_PROGRESS), SpanChange(None, span)))


def log(database: Database, *edits: Edit, at: str = "2022-02-24T05:00:00.000+00:00") -> int:
    with database.transaction():
        return history.record(database, edits, at=at)


def undo(database: Database, by: int = ADA) -> None:
    step = history.undoable(database, by)
    assert step is not None
    with database.transaction():
        history.record_undo(database, [step], at="2022-02-24T06:00:00.000+00:00")


def test_steps_come_newest_first_with_what_was_undone_before_what_stands(database: Database) -> None:
    first, second, third = (log(database, draw()) for _ in range(3))
    theirs = log(database, draw(by=GRACE))
    undo(database)
    assert [(each.id, each.stands) for each in steps.of_annotator(database, ADA)] == [
        (third, False),
        (second, True),
        (first, True),
    ]
    everybody = steps.of_everybody(database)
    assert [(each.id, each.annotator, each.stands) for each in everybody] == [
        (theirs, GRACE, True),
        (third, ADA, False),
        (second, ADA, True),
        (first, ADA, True),
    ]


def test_what_was_abandoned_is_no_step_any_more(database: Database) -> None:
    log(database, draw())
    undo(database)
    kept = log(database, draw())
    assert [each.id for each in steps.of_annotator(database, ADA)] == [kept]
    assert [each.id for each in steps.of_everybody(database)] == [kept]


def test_pages_follow_each_other_without_gap_or_overlap(database: Database) -> None:
    made = [log(database, draw()) for _ in range(11)]
    for _ in range(4):
        undo(database)
    for listing in (
        lambda before: steps.of_annotator(database, ADA, before=before, limit=3),
        lambda before: steps.of_everybody(database, before=before, limit=3),
    ):
        found: list[steps.LoggedStep] = []
        while page := listing(found[-1].id if found else None):
            assert len(page) <= 3
            found += page
        assert [each.id for each in found] == made[::-1]
        assert [each.stands for each in found] == [False] * 4 + [True] * 7


def test_a_step_tells_its_article_its_words_and_how_much_it_did(database: Database) -> None:
    relabelled = Span(1, 0, 4, "leader", Origin.DRAWN)
    log(database, draw())
    step = log(
        database,
        Edit(1, ADA, Verb.RELABEL, (SpanChange(KYIV, relabelled),)),
        draw(article=2, span=Span(2, 0, 5, "country", Origin.DRAWN)),
    )
    content = steps.content(database, step)
    assert content.title == articles.load(database, 1).title
    assert content.first.verb is Verb.RELABEL
    assert content.first.changes == (SpanChange(KYIV, relabelled),)
    assert content.surfaces == ("Kyiv", "Kyiv")
    assert (content.articles, content.added, content.spans) == (2, 1, 2)


def test_surfaces_count_in_code_points(database: Database) -> None:
    step = log(database, draw(span=Span(1, 5, 6, "weapon", Origin.DRAWN)))
    assert steps.content(database, step).surfaces == (None, "😀")


def test_a_remark_adds_no_span(database: Database) -> None:
    step = log(database, Edit(1, ADA, Verb.NOTE, (NoteChange(None, '{"before":null}'),)))
    content = steps.content(database, step)
    assert (content.added, content.spans, content.surfaces) == (0, 0, (None, None))


def test_a_step_of_thousands_of_changes_tells_the_first_and_counts_the_others(database: Database) -> None:
    drawn = tuple(SpanChange(None, Span(number, 0, 4, "country", Origin.DRAWN)) for number in range(1, 3001))
    content = steps.content(database, log(database, Edit(1, ADA, Verb.ACCEPT_ALL, drawn)))
    assert content.added == 3000
    assert len(content.first.changes) < 10


def test_an_unknown_step_is_said_to_be_unknown(database: Database) -> None:
    with pytest.raises(KeyError):
        steps.content(database, 99)


def test_times_of_work_begin_where_they_are_asked_for(database: Database) -> None:
    at = [f"2022-02-24T0{hour}:00:00.000+00:00" for hour in range(5)]
    for each in at:
        log(database, draw(), at=each)
    log(database, draw(by=GRACE), at=at[4])
    with database.transaction():
        history.record_import(database, [draw()], at=at[4])
    for number, each in enumerate(at):
        assert steps.since(database, ADA, each) == [(time, 1) for time in at[number:]]
    assert steps.since(database, ADA, "2022-02-25") == []


def test_what_was_taken_back_was_work_and_added_nothing(database: Database) -> None:
    log(database, draw())
    undo(database)
    assert [added for _, added in steps.since(database, ADA, "2022")] == [0, 0]
