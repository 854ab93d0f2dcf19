from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from annotator.core.annotation import Annotation, Origin, Span, Status
from annotator.core.edits import (
    Change,
    DecisionChange,
    Edit,
    FlagChange,
    NoteChange,
    SpanChange,
    StatusChange,
    TrashChange,
    Verb,
    apply,
)
from annotator.core.errors import StaleAnnotationError
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.suggestions import Decision, Proposal, Tier
from annotator.store import annotation_writing, annotations, articles, suggestions
from annotator.store.database import Database
from tests.strategies import REASON, new_article

AT = "2022-02-24T05:00:00.000+00:00"


@pytest.fixture
def ada(database: Database) -> int:
    with database.transaction():
        articles.insert(database, [new_article("Kyiv résiste."), new_article("Paris écoute.")], at=AT)
        return annotations.add_annotator(database, "Ada")


def _write(database: Database, before: Annotation, *changes: Change) -> Annotation:
    edit = Edit(before.article, before.annotator, Verb.DRAW, changes)
    after = apply(edit, before)
    with database.transaction():
        annotation_writing.write(database, [annotation_writing.Written(before, after, edit.changes)], at=AT)
    return after


def test_a_new_project_has_the_five_labels(database: Database) -> None:
    assert annotations.labels(database) == DEFAULT_LABELS


def test_annotators_are_known_by_name_whatever_the_case(database: Database, ada: int) -> None:
    with database.transaction():
        elodie = annotations.add_annotator(database, " E\u0301lodie ")
        assert annotations.add_annotator(database, "ADA") == ada
    assert annotations.annotators(database) == {ada: "Ada", elodie: "Élodie"}
    assert annotations.find_annotator(database, "élodie") == elodie
    assert annotations.find_annotator(database, "Elodie") is None


def test_an_untouched_article_has_an_empty_annotation(database: Database, ada: int) -> None:
    assert annotations.load(database, 1, ada) == Annotation(1, ada)


def test_what_is_written_is_what_is_read(database: Database, ada: int) -> None:
    country, note = Span(2**60, 0, 4, "country"), Span(2**60 + 1, 5, 12, "sum", Origin.IMPORTED, None, "à revoir")
    first = _write(
        database,
        Annotation(1, ada),
        SpanChange(None, note),
        SpanChange(None, country),
        StatusChange(Status.NEW, Status.IN_PROGRESS),
    )
    assert first.spans == (country, note)
    assert annotations.load(database, 1, ada) == first
    wider = Span(country.id, 0, 12, "leader", note="tout")
    second = _write(database, first, SpanChange(country, wider), SpanChange(note, None))
    assert second.revision == 2
    assert annotations.load(database, 1, ada) == second
    assert annotations.load(database, 2, ada) == Annotation(2, ada)


def test_a_span_taken_out_makes_room_within_one_edit(database: Database, ada: int) -> None:
    span = Span(5, 0, 4, "country")
    first = _write(database, Annotation(1, ada), SpanChange(None, span))
    swapped = _write(database, first, SpanChange(None, Span(6, 0, 12, "sum")), SpanChange(span, None))
    assert annotations.load(database, 1, ada) == swapped


def test_an_edit_of_an_older_revision_is_refused_and_writes_nothing(database: Database, ada: int) -> None:
    old = Annotation(1, ada)
    new = _write(database, old, SpanChange(None, Span(5, 0, 4, "country")))
    for before in (old, Annotation(1, ada, 7), Annotation(2, ada, 1)):
        with pytest.raises(StaleAnnotationError, match="meanwhile"):
            _write(database, before, SpanChange(None, Span(6, 5, 12, "sum")))
    assert annotations.load(database, 1, ada) == new
    assert annotations.load(database, 2, ada) == Annotation(2, ada)


def test_a_decision_on_a_suggestion_that_has_gone_is_stale(database: Database, ada: int) -> None:
    with pytest.raises(StaleAnnotationError, match="meanwhile"):
        _write(database, Annotation(1, ada), DecisionChange(99, Decision.PENDING, Decision.REJECTED))
    with pytest.raises(StaleAnnotationError, match="meanwhile"):
        _write(database, Annotation(1, ada), SpanChange(None, Span(6, 5, 12, "sum", Origin.SUGGESTED, 99)))
    assert annotations.load(database, 1, ada) == Annotation(1, ada)


def test_a_span_id_used_twice_is_a_bug(database: Database, ada: int) -> None:
    _write(database, Annotation(1, ada), SpanChange(None, Span(5, 0, 4, "country")))
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        _write(database, Annotation(2, ada), SpanChange(None, Span(5, 0, 4, "country")))


def test_a_decision_taken_back_leaves_a_trace_and_no_decision(database: Database, ada: int) -> None:
    with database.transaction():
        proposal = Proposal(0, 4, "country", "country.name", REASON, Tier.SURE)
        suggestions.replace(database, 1, [proposal], pipeline="rules 1")
    (id,) = suggestions.load(database, 1)
    first = _write(database, Annotation(1, ada), DecisionChange(id, Decision.PENDING, Decision.REJECTED))
    assert annotations.load(database, 1, ada).decisions == {id: Decision.REJECTED}
    back = _write(database, first, DecisionChange(id, Decision.REJECTED, Decision.PENDING))
    assert annotations.load(database, 1, ada) == back
    assert back.decisions == {}
    assert database.execute("SELECT decision FROM decisions").fetchall() == [("pending",)]


def test_many_are_read_as_each_would_be(database: Database, ada: int) -> None:
    with database.transaction():
        grace = annotations.add_annotator(database, "Grace")
        suggestions.replace(database, 2, [Proposal(0, 5, "country", "rule", REASON, Tier.SURE)], pipeline="rules 1")
    (id,) = suggestions.load(database, 2)
    _write(
        database, Annotation(1, ada), SpanChange(None, Span(1, 5, 12, "sum", note="à revoir")), FlagChange(False, True)
    )
    _write(database, Annotation(1, grace), SpanChange(None, Span(2, 0, 4, "country")))
    answer = Span(3, 0, 5, "country", Origin.SUGGESTED, id)
    _write(
        database,
        Annotation(2, ada),
        SpanChange(None, Span(4, 6, 12, "leader")),
        SpanChange(None, answer),
        DecisionChange(id, Decision.PENDING, Decision.ACCEPTED),
        NoteChange(None, "demander"),
        TrashChange(False, True),
    )
    for who in (ada, grace):
        for asked in ([1, 2], [2, 1, 3], [2], []):
            assert annotations.load_many(database, asked, who) == {
                article: annotations.load(database, article, who) for article in asked
            }


def test_of_many_written_none_is_where_one_is_stale(database: Database, ada: int) -> None:
    done = _write(database, Annotation(1, ada), StatusChange(Status.NEW, Status.FINISHED))
    flag = FlagChange(False, True)
    old = [
        annotation_writing.Written(each, replace(each, revision=1, flagged=True), [flag])
        for each in (Annotation(2, ada), Annotation(1, ada))
    ]
    with pytest.raises(StaleAnnotationError), database.transaction():
        annotation_writing.write(database, old, at=AT)
    assert annotations.load_many(database, [1, 2], ada) == {1: done, 2: Annotation(2, ada)}


def test_articles_are_listed_by_status(database: Database, ada: int) -> None:
    _write(database, Annotation(2, ada), StatusChange(Status.NEW, Status.FINISHED))
    assert list(annotations.of_annotator(database, ada, [Status.FINISHED])) == [(2, Status.FINISHED)]
    assert list(annotations.of_annotator(database, ada, list(Status))) == [(1, Status.NEW), (2, Status.FINISHED)]
    assert list(annotations.of_annotator(database, ada, [])) == []
