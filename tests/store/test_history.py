from __future__ import annotations

import pytest

from annotator.core.annotation import Status
from annotator.core.edits import Edit, StatusChange, Verb, invert
from annotator.store import annotations, articles, history
from annotator.store.database import Database
from tests.strategies import new_article

ADA, GRACE = 1, 2


@pytest.fixture(autouse=True)
def _annotators(database: Database) -> None:
    with database.transaction():
        articles.insert(database, [new_article("Kyiv"), new_article("Paris")], at="2022")
        assert [annotations.add_annotator(database, name) for name in ("Ada", "Grace")] == [ADA, GRACE]


def _edit(status: Status, *, by: int = ADA, article: int = 1) -> Edit:
    return Edit(article, by, Verb.STATUS, (StatusChange(Status.NEW, status),))


FINISH, ASIDE, BEGIN = _edit(Status.FINISHED), _edit(Status.SET_ASIDE), _edit(Status.IN_PROGRESS)


def _record(database: Database, *edits: Edit) -> int:
    with database.transaction():
        return history.record(database, edits, at="2022-02-24T05:00:00.000+00:00")


def _undo(database: Database, by: int = ADA) -> tuple[Edit, ...]:
    step = history.undoable(database, by)
    assert step is not None
    with database.transaction():
        history.record_undo(database, [step], at="2022")
    return step.edits


def _redo(database: Database, by: int = ADA) -> tuple[Edit, ...]:
    step = history.redoable(database, by)
    assert step is not None
    with database.transaction():
        history.record_redo(database, [step], at="2022")
    return step.edits


def test_an_empty_log_has_nothing_to_undo_or_redo(database: Database) -> None:
    assert history.undoable(database, ADA) is None
    assert history.redoable(database, ADA) is None


def test_steps_are_taken_back_from_the_last_and_done_again_from_the_first(database: Database) -> None:
    for edit in (FINISH, ASIDE, BEGIN):
        _record(database, edit)
    for _ in range(2):
        assert [_undo(database) for _ in range(3)] == [(invert(BEGIN),), (invert(ASIDE),), (invert(FINISH),)]
        assert history.undoable(database, ADA) is None
        assert [_redo(database) for _ in range(3)] == [(FINISH,), (ASIDE,), (BEGIN,)]
        assert history.redoable(database, ADA) is None


def test_a_new_edit_abandons_what_was_undone(database: Database) -> None:
    _record(database, FINISH)
    _record(database, ASIDE)
    _undo(database)
    _undo(database)
    _redo(database)
    _record(database, BEGIN)
    assert history.redoable(database, ADA) is None
    assert [_undo(database), _undo(database)] == [(invert(BEGIN),), (invert(FINISH),)]
    assert [_redo(database), _redo(database)] == [(FINISH,), (BEGIN,)]


def test_each_annotator_has_a_history_of_their_own(database: Database) -> None:
    _record(database, FINISH)
    theirs = _edit(Status.SET_ASIDE, by=GRACE)
    _record(database, theirs)
    assert _undo(database) == (invert(FINISH),)
    assert history.undoable(database, ADA) is None
    _record(database, theirs)
    assert _redo(database) == (FINISH,)
    assert _undo(database, GRACE) == (invert(theirs),)


def test_a_step_over_several_articles_is_undone_as_one_and_backwards(database: Database) -> None:
    elsewhere = _edit(Status.FINISHED, article=2)
    step = _record(database, FINISH, elsewhere)
    undoable = history.undoable(database, ADA)
    assert undoable is not None
    assert undoable.id == step
    assert _undo(database) == (invert(elsewhere), invert(FINISH))
    assert _redo(database) == (FINISH, elsewhere)


def test_an_import_is_part_of_the_history_and_never_undone(database: Database) -> None:
    imported = Edit(1, ADA, Verb.IMPORT, FINISH.changes)
    with database.transaction():
        history.record_import(database, [imported], at="2022")
    assert history.undoable(database, ADA) is None
    assert list(history.of_annotation(database, 1, ADA)) == [imported]


def test_the_log_only_grows_and_tells_everything_in_order(database: Database) -> None:
    _record(database, FINISH)
    _undo(database)
    _redo(database)
    _undo(database)
    _record(database, ASIDE)
    back = invert(FINISH)
    assert list(history.of_annotation(database, 1, ADA)) == [FINISH, back, FINISH, back, ASIDE]
    assert list(history.of_annotation(database, 2, ADA)) == []
    assert list(history.of_annotation(database, 1, GRACE)) == []
    rows = database.execute("SELECT kind, target, state FROM edits ORDER BY id").fetchall()
    assert rows == [
        ("edit", None, "abandoned"),
        ("undo", 1, "done"),
        ("redo", 1, "done"),
        ("undo", 1, "done"),
        ("edit", None, "done"),
    ]
