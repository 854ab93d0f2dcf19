from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from annotator.app.project import Project
from annotator.app.session import Changes, Session, Way
from annotator.core.annotation import Annotation, Mark, Origin, Status, marks
from annotator.core.corrections import set_trashed
from annotator.core.edits import Edit, FlagChange, StatusChange, Verb, apply
from annotator.core.errors import StaleAnnotationError, UserError
from annotator.core.suggestions import Decision, Proposal, Tier
from annotator.store import articles, history, suggestions
from tests.strategies import LABELS, REASON, extents, new_article, proposals, require_consistent

TEXTS = (
    "Le président Zelensky a reçu à Kiev des chars Leopard et 50\u00a0M€ de l’OTAN.",
    "A😀 Paris : l’Ukraine, la Pologne et l’UE.",
)


def _fill(project: Project) -> None:
    with project.database.transaction():
        articles.insert(project.database, [new_article(text) for text in TEXTS], at="2022")
    project.add_annotator("Ada")
    project.add_annotator("Grace")


def _suggest(project: Project, *found: tuple[str, str], article: int = 1) -> None:
    text = TEXTS[article - 1]
    made = [
        Proposal(text.index(words), text.index(words) + len(words), label, "rule", REASON, Tier.SURE)
        for words, label in found
    ]
    _replace(project, made, article=article)


def _replace(project: Project, found: Sequence[Proposal], *, article: int) -> None:
    with project.database.transaction():
        suggestions.replace(project.database, article, found, pipeline="rules 1")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "guerre") as made:
        _fill(made)
        _suggest(made, ("Zelensky", "leader"), ("Kiev", "country"), ("OTAN", "alliance"))
        yield made


@pytest.fixture
def session(project: Project) -> Session:
    opened = Session(project, 1)
    opened.open(1)
    return opened


def _draw(session: Session, words: str, label: str = "sum") -> Changes | None:
    assert session.article is not None
    start = session.article.text.index(words)
    return session.draw(start, start + len(words), label=label)


def _mark(session: Session, words: str) -> Mark:
    assert session.article is not None
    return next(mark for mark in session.marks() if session.article.text[mark.start : mark.end] == words)


def _said(session: Session) -> list[tuple[str, str]]:
    text = session.article.text if session.article else ""
    return [(text[span.start : span.end], span.label) for span in session.annotation.spans]


def _work(annotation: Annotation) -> tuple[object, ...]:
    """All of an annotation but how many edits it took."""
    aside = annotation.flagged, annotation.note, annotation.trashed
    return annotation.status, annotation.spans, dict(annotation.decisions), aside


def _require_replayed(project: Project) -> None:
    """Fail unless the log gives the annotations as they are stored."""
    for article in (1, 2):
        replayed = Annotation(article, 1)
        for edit in history.of_annotation(project.database, article, 1):
            replayed = apply(edit, replayed)
        assert replayed == project.annotation(article, 1)


def test_an_edit_is_in_the_file_before_anyone_is_told(session: Session, project: Project) -> None:
    told: list[Changes] = []

    def look(changes: Changes) -> None:
        with Project.open(project.path) as other:
            assert other.annotation(1, 1) == session.annotation
        told.append(changes)

    session.watch(look)
    changes = _draw(session, "50\u00a0M€")
    assert told == [changes]
    assert changes is not None
    assert changes.articles == {1}
    assert changes.spans == {session.annotation.spans[0].id}
    assert changes.statuses
    assert changes.way is Way.EDIT
    assert changes.saved_at.tzinfo is not None


def test_who_watches_may_not_change_anything(session: Session) -> None:
    session.watch(lambda _: session.undo())
    with pytest.raises(RuntimeError, match="must not change anything"):
        _draw(session, "50\u00a0M€")
    session.reload()
    assert _said(session) == [("50\u00a0M€", "sum")]


def test_nothing_to_do_writes_nothing(session: Session) -> None:
    _draw(session, "50\u00a0M€")
    revision = session.annotation.revision
    assert _draw(session, "50\u00a0M€") is None
    mark = _mark(session, "50\u00a0M€")
    assert session.relabel(mark, label="sum") is None
    assert session.resize(mark, start=mark.start, end=mark.end) is None
    assert session.accept([]) is None
    assert session.set_status(Status.IN_PROGRESS) is None
    assert session.redo() is None
    session.reload()
    assert session.annotation.revision == revision


def test_without_an_open_article_there_is_nothing_to_do(project: Project) -> None:
    session = Session(project, 1)
    assert session.draw(0, 2, label="sum") is None
    assert session.set_status(Status.FINISHED) is None
    assert session.undo() is None
    assert (session.article, session.marks(), session.pending()) == (None, [], [])


def test_a_missing_article_leaves_the_open_one_open(session: Session) -> None:
    with pytest.raises(UserError, match="there is no article 9"):
        session.open(9)
    assert session.article is not None
    assert session.article.id == 1


@pytest.mark.parametrize("words", ["elensky", "Zelen", " Kiev", "Kiev ", "\u00a0", " "])
def test_spans_off_the_grid_are_refused_and_nothing_changes(session: Session, words: str) -> None:
    before = session.annotation
    with pytest.raises(UserError, match="does not start and end on a token boundary"):
        _draw(session, words)
    mark = _mark(session, "Zelensky")
    with pytest.raises(UserError, match="does not start and end on a token boundary"):
        session.resize(mark, start=mark.start, end=mark.end - 1)
    session.reload()
    assert session.annotation == before


def test_undo_and_redo_go_across_articles_and_restarts(session: Session, project: Project) -> None:
    _draw(session, "50\u00a0M€")
    session.open(2)
    _draw(session, "UE", "alliance")
    session.set_status(Status.FINISHED)
    end = {id: _work(project.annotation(id, 1)) for id in (1, 2)}
    project.close()
    with Project.open(project.path) as again:
        session = Session(again, 1)
        session.open(1)
        assert [change.articles if (change := session.undo()) else None for _ in range(4)] == [{2}, {2}, {1}, None]
        assert _work(session.annotation) == _work(Annotation(1, 1))
    with Project.open(project.path) as again:
        session = Session(again, 1)
        ways = [change.way for _ in range(3) if (change := session.redo())]
        assert ways == [Way.REDO] * 3
        assert session.redo() is None
        assert {id: _work(again.annotation(id, 1)) for id in (1, 2)} == end


def test_undo_is_ones_own(project: Project, session: Session) -> None:
    grace = Session(project, 2)
    grace.open(1)
    _draw(session, "50\u00a0M€")
    _draw(grace, "chars Leopard", "weapon")
    assert session.undo() is not None
    assert session.undo() is None
    assert _said(grace) == [("chars Leopard", "weapon")]
    assert _work(project.annotation(1, 2)) == _work(grace.annotation)
    _draw(grace, "Kiev", "country")
    assert session.redo() is not None
    assert _said(session) == [("50\u00a0M€", "sum")]


def test_accepting_all_is_one_step(session: Session) -> None:
    assert session.accept(session.pending()) is not None
    assert _said(session) == [("Zelensky", "leader"), ("Kiev", "country"), ("OTAN", "alliance")]
    assert session.pending() == []
    session.undo()
    assert _said(session) == []
    assert len(session.pending()) == 3


def test_many_edits_are_one_step_or_none(session: Session, project: Project) -> None:
    finish = Edit(2, 1, Verb.STATUS, (StatusChange(Status.NEW, Status.FINISHED),))
    wrong = Edit(1, 1, Verb.STATUS, (StatusChange(Status.SET_ASIDE, Status.FINISHED),))
    with pytest.raises(StaleAnnotationError):
        session.apply([finish, wrong])
    assert project.annotation(2, 1) == Annotation(2, 1)
    assert session.undo() is None
    again = Edit(2, 1, Verb.STATUS, (StatusChange(Status.FINISHED, Status.SET_ASIDE),))
    begin = Edit(1, 1, Verb.STATUS, (StatusChange(Status.NEW, Status.IN_PROGRESS),))
    assert session.apply([finish, begin, again]).articles == {1, 2}
    assert project.annotation(2, 1).status is Status.SET_ASIDE
    assert session.annotation.status is Status.IN_PROGRESS
    session.undo()
    assert _work(project.annotation(2, 1)) == _work(Annotation(2, 1))
    assert session.undo() is None


def test_more_edits_than_are_written_at_once_are_one_step(session: Session, project: Project) -> None:
    _draw(session, "50\u00a0M€")
    before = [project.annotation(article, 1) for article in (1, 2)]
    turns = 750  # of each article: more than one thousand edits in all, of which each needs the one before it
    flags = [
        Edit(id, 1, Verb.FLAG, (FlagChange(turn % 2 == 1, turn % 2 == 0),)) for turn in range(turns) for id in (1, 2)
    ]
    finish = Edit(2, 1, Verb.STATUS, (StatusChange(Status.NEW, Status.FINISHED),))
    wrong = Edit(2, 1, Verb.STATUS, (StatusChange(Status.SET_ASIDE, Status.FINISHED),))
    with pytest.raises(StaleAnnotationError):
        session.apply([*flags, wrong])  # the first thousand are in the file by then, and leave it again
    assert [project.annotation(article, 1) for article in (1, 2)] == before
    assert session.annotation == before[0]
    assert session.apply([*flags, finish]).articles == {1, 2}
    assert session.annotation == project.annotation(1, 1)
    assert (session.annotation.revision, _said(session)) == (before[0].revision + turns, [("50\u00a0M€", "sum")])
    assert project.annotation(2, 1) == Annotation(2, 1, turns + 1, Status.FINISHED)
    session.undo()
    assert [_work(project.annotation(article, 1)) for article in (1, 2)] == [_work(each) for each in before]
    session.redo()
    assert session.annotation == project.annotation(1, 1)
    _require_replayed(project)


def test_far_back_and_forward_over_steps_that_undo_each_other(session: Session, project: Project) -> None:
    """The same spans come and go in what is written at one stroke; only what they are in the end is written."""
    _draw(session, "50\u00a0M€")
    first = history.undoable(project.database, 1)
    session.remove(_mark(session, "50\u00a0M€"))
    session.accept(session.pending())
    session.relabel(_mark(session, "Kiev"), label="alliance")
    session.remove(_mark(session, "OTAN"))
    session.change_each([1, 2], lambda annotation: set_trashed(annotation, True))
    last, end = history.undoable(project.database, 1), session.annotation
    assert first is not None
    assert last is not None
    session.go_to(first.id)
    assert _said(session) == [("50\u00a0M€", "sum")]
    assert session.annotation == project.annotation(1, 1)
    assert not project.annotation(2, 1).trashed
    _require_replayed(project)
    session.go_to(last.id)
    assert _work(session.annotation) == _work(end) == _work(project.annotation(1, 1))
    session.go_to(0)
    assert _said(session) == []
    _require_replayed(project)


def test_the_same_article_in_two_windows(session: Session, project: Project) -> None:
    with Project.open(project.path) as elsewhere:
        other = Session(elsewhere, 1)
        other.open(1)
        _draw(other, "50\u00a0M€")
        with pytest.raises(StaleAnnotationError, match="has been read again"):
            _draw(session, "chars Leopard", "weapon")
        assert session.annotation == other.annotation
        _draw(session, "chars Leopard", "weapon")
        with pytest.raises(StaleAnnotationError):
            other.undo()
        assert other.undo() is not None
        assert _said(other) == [("50\u00a0M€", "sum")]
        with pytest.raises(StaleAnnotationError):
            session.redo()
        assert session.redo() is not None
        assert _said(session) == [("chars Leopard", "weapon"), ("50\u00a0M€", "sum")]


def test_a_session_knows_whether_what_it_read_still_holds(session: Session, project: Project) -> None:
    assert Session(project, 1).is_current()
    assert session.is_current()
    _draw(session, "50\u00a0M€")
    session.undo()
    assert session.is_current()
    other = Session(project, 2)
    other.open(1)
    other.accept(other.pending())
    assert not session.is_current()
    session.reload()
    assert session.is_current()
    other.open(2)
    _draw(other, "Paris", "country")
    assert session.is_current()
    _suggest(project, ("Kiev", "country"))
    assert session.is_current()  # what others accepted stays, and is suggested again
    _suggest(project, ("Kiev", "country"), ("chars", "weapon"))
    assert not session.is_current()
    session.reload()
    _suggest(project, ("Kiev", "country"))
    assert not session.is_current()
    session.reload()
    with project.database.transaction():
        suggestions.replace(project.database, 1, [], pipeline="rules 2")
        suggestions.mark_suggested(project.database, [1], pipeline="rules 2")
    assert not session.is_current()
    session.reload()
    assert session.is_current()


def test_suggestions_renewed_behind_an_open_article(session: Session, project: Project) -> None:
    shown = session.pending()
    with Project.open(project.path) as elsewhere:
        _suggest(elsewhere, ("Zelensky", "leader"), ("Leopard", "weapon"))
    with pytest.raises(StaleAnnotationError, match="has been read again"):
        session.accept([shown[0]])
    assert [each.label for each in session.pending()] == ["leader", "weapon"]
    assert session.accept(session.pending()) is not None
    assert _said(session) == [("Zelensky", "leader"), ("Leopard", "weapon")]


def test_what_was_decided_outlives_its_suggestion(session: Session, project: Project) -> None:
    zelensky, kiev, _ = session.pending()
    session.accept([zelensky])
    session.remove(_mark(session, "Kiev"))
    session.undo()
    session.undo()
    _suggest(project, ("Zelensky", "country"))
    session.reload()
    assert [(mark.label, mark.span) for mark in session.marks()] == [("country", None)]
    session.redo()
    session.redo()
    assert _said(session) == [("Zelensky", "leader")]
    assert session.annotation.decisions == {zelensky.id: Decision.ACCEPTED, kiev.id: Decision.REJECTED}
    assert not session.suggestions[zelensky.id].active
    session.undo()
    session.undo()
    assert _work(session.annotation) == _work(Annotation(1, 1))


def test_a_write_that_fails_changes_nothing_in_memory_either(session: Session, project: Project) -> None:
    session.accept(session.pending())
    before, shown = session.annotation, session.marks()
    project.database.execute("PRAGMA query_only=ON")
    with pytest.raises(UserError, match="nothing was changed"):
        _draw(session, "50\u00a0M€")
    with pytest.raises(UserError, match="nothing was changed"):
        session.undo()
    project.database.execute("PRAGMA query_only=OFF")
    assert (session.annotation, session.marks()) == (before, shown)
    assert _draw(session, "50\u00a0M€") is not None


def test_marks_handed_out_are_the_callers_own(session: Session) -> None:
    session.marks().clear()
    assert len(session.marks()) == 3


def test_many_marks_changed_at_once(project: Project, session: Session) -> None:
    words = " ".join(f"mot{number}" for number in range(200))
    with project.database.transaction():
        (id,) = articles.insert(project.database, [new_article(words)], at="2022")
    grid = project.article(id).grid
    found = [
        Proposal(start, end, "weapon", "rule", REASON, Tier.SURE)
        for start, end in zip(grid.starts, grid.ends, strict=True)
    ]
    _replace(project, found, article=id)
    session.open(id)
    assert len(session.marks()) == 200
    session.accept(session.pending())
    assert all(mark.span is not None and mark.span.origin is Origin.SUGGESTED for mark in session.marks())
    session.undo()
    assert all(mark.suggestion is not None for mark in session.marks())


_KILLED = """
import random, sys
from pathlib import Path
from annotator.app.project import Project
from annotator.app.session import Session

session = Session(Project.open(Path(sys.argv[1])), 1)
rolls = random.Random(sys.argv[2])
while True:
    grid = session.open(rolls.choice((1, 2))).grid
    token = rolls.randrange(len(grid))
    deed = rolls.choice(("draw", "draw", "remove", "accept", "undo", "redo"))
    if deed == "draw" and session.article.text[grid.starts[token]:grid.ends[token]].strip():
        session.draw(grid.starts[token], grid.ends[token], label=rolls.choice(("leader", "sum")))
    elif deed == "remove" and session.marks():
        session.remove(rolls.choice(session.marks()))
    elif deed == "accept" and session.pending():
        session.accept(session.pending())
    elif deed == "undo":
        session.undo()
    else:
        session.redo()
    print(session.article.id, session.annotation.revision, flush=True)
"""


@pytest.mark.parametrize("count", [3, 120])
def test_what_was_decided_before_an_article_was_opened_is_still_known(project: Project, count: int) -> None:
    new = new_article(" ".join(f"mot{number}" for number in range(count)))
    with project.database.transaction():
        (article,) = articles.insert(project.database, [new], at="2022")
    found = [
        Proposal(start, end, "sum", "rule", REASON, Tier.SURE)
        for start, end in zip(new.grid.starts, new.grid.ends, strict=True)
    ]
    _replace(project, found, article=article)
    before = Session(project, 1)
    before.open(article)
    first, *others = before.pending()
    before.accept(others)
    before.remove(before.marks()[0])

    session = Session(project, 1)
    session.open(article)
    assert session.pending() == []
    assert session.suggestions[first.id] == first
    assert session.annotation.decisions[first.id] is Decision.REJECTED
    session.draw(first.start, first.end, label="sum")  # what was rejected there is answered after all
    assert session.annotation.spans[0].suggestion == first.id
    assert session.annotation.decisions[first.id] is Decision.ACCEPTED
    for _ in range(3):
        session.undo()
    assert session.pending() == [first, *others]
    assert list(session.suggestions.values()) == [first, *others]
    assert len(session.suggestions) == count
    assert 0 not in session.suggestions
    session.redo()
    assert session.pending() == [first]
    assert session.marks() == marks(project.annotation(article, 1), project.suggestions(article).values())


@pytest.mark.parametrize("after", [1, 40, 150])
def test_killed_at_work_loses_nothing_and_leaves_nothing_half_done(project: Project, after: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(project.path), str(after)], stdout=subprocess.PIPE, text=True
    ) as killed:
        assert killed.stdout is not None
        lines = [killed.stdout.readline() for _ in range(after)]
        killed.kill()
        lines += killed.stdout.read().splitlines()
    acknowledged = {1: 0, 2: 0}
    for line in lines:
        article, revision = (int(word) for word in line.split())
        acknowledged[article] = max(acknowledged[article], revision)
    with Project.open(project.path) as reopened:
        assert reopened.database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        for article, revision in acknowledged.items():
            stored = reopened.annotation(article, 1)
            assert stored.revision >= revision
            assert _replayed(reopened, article, 1) == stored
            require_consistent(stored, reopened.suggestions(article), reopened.article(article).grid)
        session = Session(reopened, 1)
        session.open(1)
        while session.undo():
            pass
        assert [_work(reopened.annotation(id, 1)) for id in (1, 2)] == [_work(Annotation(0, 0))] * 2


def _replayed(project: Project, article: int, annotator: int) -> Annotation:
    annotation = Annotation(article, annotator)
    for edit in history.of_annotation(project.database, article, annotator):
        annotation = apply(edit, annotation)
    return annotation


class SessionMachine(RuleBasedStateMachine):
    """Two annotators at work on two articles, one at a time, against a list of what each had done after each step."""

    folder: Path
    made = 0

    def __init__(self) -> None:
        super().__init__()
        SessionMachine.made += 1
        self.project = Project.create(self.folder / f"{self.made}.annot")
        _fill(self.project)
        self.steps = {who: [self._all(who)] for who in (1, 2)}
        self.at = {1: 0, 2: 0}
        self.session = Session(self.project, 1)
        self.session.open(1)
        self.session.marks()

    def _all(self, who: int) -> list[tuple[object, ...]]:
        return [_work(self.project.annotation(article, who)) for article in (1, 2)]

    def _did(self, changes: Changes | None) -> None:
        if changes is not None:
            who = self.session.annotator
            del self.steps[who][self.at[who] + 1 :]
            self.steps[who].append(self._all(who))
            self.at[who] += 1

    def _extent(self, data: st.DataObject) -> tuple[int, int]:
        assert self.session.article is not None
        article = self.session.article
        worded = extents(article.grid).filter(
            lambda extent: article.text[slice(*extent)] == article.text[slice(*extent)].strip()
        )
        return data.draw(worded)

    def _some_mark(self, data: st.DataObject) -> Mark:
        return data.draw(st.sampled_from(self.session.marks()))

    @initialize(data=st.data())
    def suggest_first(self, data: st.DataObject) -> None:
        self.suggest_again(data)

    @rule(data=st.data())
    def suggest(self, data: st.DataObject) -> None:
        self.suggest_again(data)

    def suggest_again(self, data: st.DataObject) -> None:
        assert self.session.article is not None
        found = data.draw(proposals(self.session.article.grid))
        _replace(self.project, found, article=self.session.article.id)
        self.session.reload()

    @rule(data=st.data(), label=st.sampled_from(LABELS))
    def draw(self, data: st.DataObject, label: str) -> None:
        start, end = self._extent(data)
        self._did(self.session.draw(start, end, label=label))

    @precondition(lambda self: self.session.marks())
    @rule(data=st.data(), label=st.sampled_from(LABELS))
    def relabel(self, data: st.DataObject, label: str) -> None:
        self._did(self.session.relabel(self._some_mark(data), label=label))

    @precondition(lambda self: self.session.marks())
    @rule(data=st.data())
    def resize(self, data: st.DataObject) -> None:
        mark, (start, end) = self._some_mark(data), self._extent(data)
        others = [span for span in self.session.annotation.overlapping(start, end) if span != mark.span]
        if others:
            with pytest.raises(UserError, match="cannot run into its neighbour"):
                self.session.resize(mark, start=start, end=end)
        else:
            self._did(self.session.resize(mark, start=start, end=end))

    @precondition(lambda self: self.session.marks())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self._did(self.session.remove(self._some_mark(data)))

    @precondition(lambda self: self.session.pending())
    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        self._did(self.session.accept([data.draw(st.sampled_from(self.session.pending()))]))

    @rule()
    def accept_all(self) -> None:
        self._did(self.session.accept(self.session.pending()))
        assert self.session.pending() == []

    @rule(flagged=st.booleans(), trashed=st.booleans(), note=st.sampled_from(["", "voir plus bas", " deux fois "]))
    def set_beside(self, flagged: bool, trashed: bool, note: str) -> None:
        self._did(self.session.set_flag(flagged))
        self._did(self.session.set_note(note))
        self._did(self.session.change_each([1, 2], lambda annotation: set_trashed(annotation, trashed)))

    @rule(note=st.sampled_from(["", "voir plus bas"]), data=st.data())
    def note_a_span(self, note: str, data: st.DataObject) -> None:
        if self.session.annotation.spans:
            span = data.draw(st.sampled_from(self.session.annotation.spans))
            self._did(self.session.set_note(note, span=span))

    @rule(status=st.sampled_from(Status))
    def set_status(self, status: Status) -> None:
        self._did(self.session.set_status(status))

    @rule()
    def undo(self) -> None:
        who = self.session.annotator
        assert (self.session.undo() is None) == (self.at[who] == 0)
        self.at[who] = max(0, self.at[who] - 1)

    @rule()
    def redo(self) -> None:
        who = self.session.annotator
        last = len(self.steps[who]) - 1
        assert (self.session.redo() is None) == (self.at[who] == last)
        self.at[who] = min(last, self.at[who] + 1)

    @rule()
    def reopen(self) -> None:
        assert self.session.article is not None
        article, before, shown = self.session.article, self.session.annotation, self.session.marks()
        self.project.close()
        self.project = Project.open(self.project.path)
        self.session = Session(self.project, self.session.annotator)
        assert self.session.open(article.id) == article
        assert (self.session.annotation, self.session.marks()) == (before, shown)

    @rule(article=st.sampled_from([1, 2]), who=st.sampled_from([1, 2]))
    def switch(self, article: int, who: int) -> None:
        if who != self.session.annotator:
            self.session = Session(self.project, who)
        self.session.open(article)

    @invariant()
    def everything_holds_together(self) -> None:
        article = self.session.article
        assert article is not None
        stored = self.project.annotation(article.id, self.session.annotator)
        proposed = self.project.suggestions(article.id)
        assert self.session.marks() == marks(stored, proposed.values())
        assert self.session.annotation == stored
        require_consistent(stored, proposed, article.grid)
        for who in (1, 2):
            assert self._all(who) == self.steps[who][self.at[who]]

    def teardown(self) -> None:
        for who in (1, 2):
            session = Session(self.project, who)
            while session.redo():
                pass
            assert self._all(who) == self.steps[who][-1]
            while session.undo():
                pass
            assert self._all(who) == self.steps[who][0] == [_work(Annotation(0, 0))] * 2
            while session.redo():
                pass
            assert self._all(who) == self.steps[who][-1]
            for article in (1, 2):
                assert _replayed(self.project, article, who) == self.project.annotation(article, who)
        self.project.close()


def test_whatever_is_done_and_undone_memory_file_and_log_agree(tmp_path: Path) -> None:
    SessionMachine.folder = tmp_path
    run_state_machine_as_test(SessionMachine, settings=settings(max_examples=25, stateful_step_count=30))
