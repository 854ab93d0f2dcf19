"""What is inconsistent is corrected in one step, and comes back when the step is undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.consistency import Consistency
from annotator.app.consistency_correcting import Corrected, correct
from annotator.app.consistency_places import places
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.consistency import Inconsistency, Kind
from annotator.core.errors import UserError
from tests.app.test_consistency import found, give


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Project.create(tmp_path / "guerre.annot") as project:
        yield Session(project, project.add_annotator("Ada"))


def read(session: Session, kind: Kind) -> Inconsistency:
    watch = Consistency(session.project, session.annotator)
    watch.refresh()
    (item,) = watch.found(kinds=[kind])
    return item


def mend(session: Session, kind: Kind, variant: int | None = None) -> Corrected:
    """Correct all places of the one thing of a kind, and see that nothing is left and that undoing brings it back."""
    item, before = read(session, kind), found(session)
    there = places(session.project, session.annotator, item)
    done = correct(session, item, there, variant)
    assert done.changes is not None
    after = found(session)
    assert all(each != kind for each, _ in after)
    session.undo()
    assert found(session) == before
    session.redo()
    assert found(session) == after
    return done


def spans(session: Session, article: int) -> list[tuple[str, str]]:
    text = session.open(article).text
    return [(text[span.start : span.end], span.label) for span in session.annotation.spans]


def test_the_rarer_label_gives_way_to_the_majority(session: Session) -> None:
    give(session, "Paris se tait.", ("Paris", "country"))
    slip = give(session, "Hier, PARIS a parlé.", ("PARIS", "leader"))
    give(session, "Kiev attend, Paris aussi.", ("Kiev", "country"), ("Paris", "country"))
    done = mend(session, Kind.LABELS)
    assert (done.corrected, done.left) == (1, 0)
    assert spans(session, slip) == [("PARIS", "country")]


def test_where_nothing_is_more_frequent_it_has_to_be_said_what_is_right(session: Session) -> None:
    first = give(session, "Paris se tait.", ("Paris", "country"))
    give(session, "Paris parle.", ("Paris", "leader"))
    with pytest.raises(UserError):
        correct(session, read(session, Kind.LABELS), ())
    mend(session, Kind.LABELS, variant=1)
    assert spans(session, first) == [("Paris", "leader")]


def test_bare_words_become_spans(session: Session) -> None:
    give(session, "Le Rafale décolle, un Rafale se pose.", ("Rafale", "weapon"))
    bare = give(session, "Un Rafale et deux Rafales atterrissent.")
    assert mend(session, Kind.BARE, variant=1).corrected == 3
    assert spans(session, bare) == [("Rafale", "weapon"), ("Rafales", "weapon")]


def test_a_span_is_removed_where_bare_is_right(session: Session) -> None:
    slip = give(session, "Le Rafale décolle.", ("Rafale", "weapon"))
    give(session, "Un Rafale et deux Rafales atterrissent.")
    assert mend(session, Kind.BARE).corrected == 1
    assert spans(session, slip) == []


@pytest.mark.parametrize("words", ["Macron", "président Macron"])
def test_edges_are_moved_out_and_in(session: Session, words: str) -> None:
    ids = [
        give(session, "Le président Macron arrive.", ("président Macron", "leader")),
        give(session, "Puis le président Macron repart.", ("Macron", "country")),
    ]
    item = read(session, Kind.BOUNDARIES)
    way = [variant.words for variant in item.variants].index(words)
    mend(session, Kind.BOUNDARIES, variant=way)
    assert {each for id in ids for each in spans(session, id)} == {(words, item.variants[way].label)}


@pytest.mark.parametrize("right", [0, 1])
def test_one_text_gets_the_spans_of_the_other(session: Session, right: int) -> None:
    text = "La Pologne a livré hier des chars Leopard 2 à ses voisins, dit un porte-parole de son armée à Varsovie."
    ids = [
        give(session, text, ("Pologne", "country"), ("Leopard 2", "weapon")),
        give(session, text.replace(" hier", "\nhier"), ("Leopard", "alliance"), ("Varsovie", "country")),
    ]
    kept = spans(session, ids[right])
    mend(session, Kind.TEXTS, variant=right)
    assert spans(session, ids[0]) == spans(session, ids[1]) == kept


def test_what_changed_meanwhile_is_left_and_counted(session: Session) -> None:
    give(session, "Le Rafale décolle.", ("Rafale", "weapon"))
    bare = give(session, "Un Rafale atterrit.")
    item = read(session, Kind.BARE)
    there = places(session.project, session.annotator, item)
    way = [variant.label for variant in item.variants].index("weapon")
    session.open(bare)
    session.draw(0, 9, label="alliance")
    assert correct(session, item, there, way) == (None, 0, 1)
    assert spans(session, bare) == [("Un Rafale", "alliance")]
