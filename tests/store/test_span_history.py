"""What the log says of one span, among everything else it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.edits import Change, DecisionChange, SpanChange, Verb, changes_to_json, find_change
from annotator.core.suggestions import Decision, Proposal, Tier
from annotator.store import articles, span_history, suggestions
from tests.strategies import REASON, changes, new_article

TEXT = "Macron parle de la Pologne."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Project.create(tmp_path / "guerre.annot") as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(TEXT)], at="2022")
            found = [Proposal(0, 6, "country", "rule", REASON, Tier.SURE)]
            suggestions.replace(project.database, 1, found, pipeline="rules 1")
        session = Session(project, project.add_annotator("Ada"))
        session.open(1)
        yield session


def test_a_span_tells_what_was_done_to_it_undone_and_done_again(session: Session) -> None:
    session.draw(19, 26, label="leader")
    span = session.annotation.spans[0]
    session.relabel(session.marks()[-1], label="country")
    session.accept(session.pending())
    session.undo()
    session.undo()
    session.redo()
    entries = span_history.of_span(session.project.database, 1, session.annotator, span.id)
    assert [(entry.verb, entry.kind) for entry in entries] == [
        (Verb.DRAW, "edit"),
        (Verb.RELABEL, "edit"),
        (Verb.RELABEL, "undo"),
        (Verb.RELABEL, "redo"),
    ]
    labels = [(each.before and each.before.label, each.after and each.after.label) for each in _spans(entries)]
    assert labels == [(None, "leader"), ("leader", "country"), ("country", "leader"), ("leader", "country")]


def _spans(entries: list[span_history.Entry]) -> list[SpanChange]:
    return [entry.change for entry in entries if isinstance(entry.change, SpanChange)]


def test_a_suggestion_tells_what_was_decided_of_it(session: Session) -> None:
    (suggestion,) = session.pending()
    session.accept([suggestion])
    session.undo()
    entries = span_history.of_suggestion(session.project.database, 1, session.annotator, suggestion.id)
    decided = [entry.change.after for entry in entries if isinstance(entry.change, DecisionChange)]
    assert decided == [Decision.ACCEPTED, Decision.PENDING]
    other = session.project.add_annotator("Bob")
    assert span_history.of_suggestion(session.project.database, 1, other, suggestion.id) == []


@given(changes())
def test_one_change_is_found_among_many(made: tuple[Change, ...]) -> None:
    written = changes_to_json(made)
    for change in made:
        if isinstance(change, SpanChange):
            id = (change.before or change.after).id
            first = next(record for record in json.loads(written) if record.get("id") == id)
            assert (
                changes_to_json((find_change(written, "span", id),))
                == f"[{json.dumps(first, ensure_ascii=False, separators=(',', ':'))}]"
            )
        elif isinstance(change, DecisionChange):
            found = find_change(written, "decision", change.suggestion)
            assert isinstance(found, DecisionChange)
            assert found.suggestion == change.suggestion
    assert find_change(written, "span", 2**63 - 1) is None
