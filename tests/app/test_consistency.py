"""What one annotator treated in more than one way: what was planted is found and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from annotator.app.consistency import Consistency
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.consistency import Inconsistency, Kind
from annotator.store import articles
from tests.strategies import new_article

Marked = Sequence[tuple[str, str]]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Project.create(tmp_path / "guerre.annot") as project:
        yield Session(project, project.add_annotator("Ada"))


def give(session: Session, text: str, *marked: tuple[str, str]) -> int:
    """Add a finished article with spans at the first places of some words, and return its id."""
    with session.project.database.transaction():
        (id,) = articles.insert(session.project.database, [new_article(text)], at="2022")
    session.open(id)
    for words, label in marked:
        at = text.index(words)
        session.draw(at, at + len(words), label=label)
    session.set_status(Status.FINISHED)
    return id


def found(session: Session) -> list[tuple[Kind, list[tuple[str, str | None, int]]]]:
    watch = Consistency(session.project, session.annotator)
    watch.refresh()
    return [(each.kind, [tuple(variant) for variant in each.variants]) for each in watch.found()]


def test_one_surface_with_several_labels_is_found_whatever_its_capitals(session: Session) -> None:
    give(session, "Paris se tait.", ("Paris", "country"))
    give(session, "Hier, PARIS a parlé.", ("PARIS", "leader"))
    give(session, "Kiev attend, Paris aussi.", ("Kiev", "country"), ("Paris", "country"))
    assert found(session) == [(Kind.LABELS, [("Paris", "country", 2), ("Paris", "leader", 1)])]


def test_what_is_labelled_here_and_bare_there_is_found_in_finished_articles(session: Session) -> None:
    give(session, "Le Rafale décolle.", ("Rafale", "weapon"))
    bare = give(session, "Un Rafale et deux Rafales atterrissent.")
    assert found(session) == [(Kind.BARE, [("Rafale", None, 2), ("Rafale", "weapon", 1)])]
    session.open(bare)
    session.set_status(Status.IN_PROGRESS)
    assert found(session) == []


def test_the_same_words_drawn_with_other_edges_are_found(session: Session) -> None:
    give(session, "Le président Macron arrive.", ("président Macron", "leader"))
    give(session, "Puis le président Macron repart.", ("Macron", "leader"))
    give(session, "Macron, seul, parle.", ("Macron", "leader"))
    assert found(session) == [(Kind.BOUNDARIES, [("Macron", "leader", 1), ("président Macron", "leader", 1)])]


def test_the_same_text_with_other_white_space_and_other_spans_is_found(session: Session) -> None:
    text = "La Pologne a livré hier des chars Leopard 2 à ses voisins, dit un porte-parole de son armée."
    first = give(session, text, ("Pologne", "country"), ("Leopard 2", "weapon"))
    other = text.replace(" hier", "\nhier")
    second = give(session, other, ("Pologne", "country"), ("Leopard 2", "alliance"))
    watch = Consistency(session.project, session.annotator)
    watch.refresh()
    (item,) = watch.found(kinds=[Kind.TEXTS])
    assert (item.articles, item.agreeing, item.deviating) == ((first, second), 1, 1)


def test_what_a_person_leaves_alone_is_remembered_and_can_be_taken_up_again(session: Session) -> None:
    give(session, "Paris se tait.", ("Paris", "country"))
    give(session, "Paris parle.", ("Paris", "leader"))
    watch = Consistency(session.project, session.annotator)
    watch.refresh()
    (item,) = watch.found()
    watch.leave_alone(item, by=session.annotator)
    again = Consistency(session.project, session.annotator)
    assert again.found() == []
    assert again.found(left=True) == [item]
    again.take_up_again(item)
    assert again.found() == [item]


def test_a_step_undone_brings_back_what_it_mended(session: Session) -> None:
    give(session, "Paris se tait.", ("Paris", "country"))
    other = give(session, "Paris parle.", ("Paris", "leader"))
    before = found(session)
    session.open(other)
    (mark,) = session.marks()
    session.relabel(mark, label="country")
    assert found(session) == []
    session.undo()
    assert found(session) == before


def test_the_lopsided_come_first(session: Session) -> None:
    def of(agreeing: int, deviating: int) -> Inconsistency:
        return Inconsistency(Kind.LABELS, "x", "x", (), agreeing, deviating)

    assert of(40, 1).lopsidedness > of(100, 50).lopsidedness > of(3, 1).lopsidedness > of(1, 1).lopsidedness
