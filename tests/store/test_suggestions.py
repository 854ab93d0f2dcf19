from __future__ import annotations

import pytest

from annotator.core.edits import DecisionChange, Edit, Verb, apply
from annotator.core.suggestions import Decision, Proposal, Tier
from annotator.core.wording import Wording
from annotator.store import annotation_writing, annotations, articles, suggestions
from annotator.store.database import Database
from tests.strategies import new_article


def _proposal(start: int, end: int, label: str = "country", *, rule: str = "country.name") -> Proposal:
    return Proposal(start, end, label, rule, Wording("a country", "un pays"), Tier.LIKELY)


KYIV, PARIS, OSLO = _proposal(0, 4), _proposal(5, 10), _proposal(11, 15)


@pytest.fixture(autouse=True)
def _articles(database: Database) -> None:
    with database.transaction():
        articles.insert(database, [new_article("Kyiv Paris Oslo"), new_article("Rome")], at="2022")
        annotations.add_annotator(database, "Ada")


def _replace(database: Database, *proposals: Proposal, pipeline: str = "rules 2") -> None:
    with database.transaction():
        suggestions.replace(database, 1, proposals, pipeline=pipeline)


def _decide(database: Database, start: int, *decisions: Decision) -> int:
    """Decide on the suggestion at ``start`` one way after the other; return its id."""
    id = next(each.id for each in suggestions.load(database, 1).values() if each.start == start)
    for decision in decisions:
        before = annotations.load(database, 1, 1)
        change = DecisionChange(id, before.decisions.get(id, Decision.PENDING), decision)
        edit = Edit(1, 1, Verb.REJECT, (change,))
        with database.transaction():
            annotation_writing.write(
                database, [annotation_writing.Written(before, apply(edit, before), edit.changes)], at="2022"
            )
    return id


def _active(database: Database) -> list[int]:
    return [each.start for each in suggestions.load(database, 1).values() if each.active]


def test_proposals_come_back_as_suggestions_in_text_order(database: Database) -> None:
    _replace(database, PARIS, KYIV)
    first, second = suggestions.load(database, 1).values()
    assert (first.start, first.end, first.label, first.rule) == (0, 4, "country", "country.name")
    assert (first.reason, first.tier, first.pipeline) == (KYIV.reason, Tier.LIKELY, "rules 2")
    assert first.active
    assert second.start == 5
    assert suggestions.load(database, 2) == {}


def test_what_nobody_looked_at_is_replaced(database: Database) -> None:
    _replace(database, KYIV, PARIS)
    _replace(database, PARIS, OSLO, pipeline="rules 3")
    assert [(each.start, each.pipeline) for each in suggestions.load(database, 1).values()] == [
        (5, "rules 3"),
        (11, "rules 3"),
    ]


@pytest.mark.parametrize("looks", [[Decision.REJECTED], [Decision.ACCEPTED, Decision.PENDING]])
def test_what_somebody_looked_at_is_kept_and_proposed_no_longer(database: Database, looks: list[Decision]) -> None:
    _replace(database, KYIV, PARIS)
    id = _decide(database, 0, *looks)
    _replace(database, OSLO)
    kept = suggestions.load(database, 1)
    assert not kept[id].active
    assert _active(database) == [11]
    _replace(database, KYIV, OSLO, pipeline="rules 4")
    assert suggestions.load(database, 1)[id].active
    assert _active(database) == [0, 11]
    assert len(suggestions.load(database, 1)) == 2


def test_another_label_is_another_suggestion(database: Database) -> None:
    _replace(database, KYIV)
    id = _decide(database, 0, Decision.REJECTED)
    _replace(database, _proposal(0, 4, "leader"))
    assert [(each.label, each.active) for each in suggestions.load(database, 1).values()] == [
        ("country", False),
        ("leader", True),
    ]
    assert not suggestions.load(database, 1)[id].active


def test_articles_a_pipeline_has_not_read_are_known(database: Database) -> None:
    assert suggestions.articles_without(database, pipeline="rules 2") == [1, 2]
    with database.transaction():
        suggestions.mark_suggested(database, [2], pipeline="rules 2")
    assert suggestions.articles_without(database, pipeline="rules 2") == [1]
    assert suggestions.articles_without(database, pipeline="rules 3") == [1, 2]


def test_deleting_suggestions_does_not_read_every_span_of_the_project(database: Database) -> None:
    roots = dict(database.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0").fetchall())
    program = database.execute("EXPLAIN DELETE FROM suggestions WHERE article_id = 1").fetchall()
    opened = {root for _, opcode, _, root, *_ in program if opcode == "OpenRead"}
    assert roots["spans_of_suggestion"] in opened
    assert roots["spans"] not in opened
