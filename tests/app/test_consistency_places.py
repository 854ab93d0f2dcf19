"""The places of what is inconsistent: as many as were counted, the rarest treatment first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.consistency import Consistency
from annotator.app.consistency_places import Place, places
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.consistency import Inconsistency, Kind
from tests.app.test_consistency import give


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Project.create(tmp_path / "guerre.annot") as project:
        yield Session(project, project.add_annotator("Ada"))


def read(session: Session, kind: Kind) -> tuple[Inconsistency, list[Place]]:
    watch = Consistency(session.project, session.annotator)
    watch.refresh()
    (item,) = watch.found(kinds=[kind])
    found = places(session.project, session.annotator, item)
    if kind is not Kind.TEXTS:
        assert Counter(each.variant for each in found) == {
            at: variant.times for at, variant in enumerate(item.variants)
        }
        assert [each.variant for each in found] == sorted((each.variant for each in found), reverse=True)
        few = places(session.project, session.annotator, item, limit=2)
        assert few == found[:2]
    return item, found


def test_the_rarer_label_comes_first_with_the_text_around_it(session: Session) -> None:
    give(session, "Paris se tait.", ("Paris", "country"))
    slip = give(session, "Hier, PARIS a parlé.", ("PARIS", "leader"))
    give(session, "Kiev attend, Paris aussi.", ("Kiev", "country"), ("Paris", "country"))
    _, found = read(session, Kind.LABELS)
    first = found[0]
    assert (first.article, first.label, first.before, first.shown, first.after) == (
        slip,
        "leader",
        "Hier, ",
        "PARIS",
        " a parlé.",
    )
    assert first.to_json()["text"] == "PARIS"


def test_bare_words_have_no_label_and_those_of_a_longer_surface_do_not_count(session: Session) -> None:
    give(session, "Le Rafale décolle.", ("Rafale", "weapon"))
    give(session, "Le Rafale Marine décolle.", ("Rafale Marine", "weapon"))
    give(session, "Le Rafale se pose. Le Rafale Marine attend.", ("Rafale Marine", "weapon"))
    bare = give(session, "Un Rafale et deux Rafales.")
    item, found = read(session, Kind.BARE)
    assert item.key == "rafale"
    assert [each.article for each in found if each.label is None and each.shown == "Rafales"] == [bare]


def test_a_span_with_other_edges_knows_the_whole_words(session: Session) -> None:
    give(session, "Le président Macron arrive.", ("président Macron", "leader"))
    give(session, "Puis le président Macron repart.", ("Macron", "leader"))
    _, found = read(session, Kind.BOUNDARIES)
    (short,) = [each for each in found if each.shown == "Macron"]
    assert (short.before, short.whole) == ("Puis le président ", (8, 24))


def test_both_texts_tell_what_the_other_has(session: Session) -> None:
    text = "La Pologne a livré hier des chars Leopard 2 à ses voisins, dit un porte-parole de son armée."
    first = give(session, text, ("Pologne", "country"), ("Leopard 2", "weapon"))
    second = give(session, text.replace(" hier", "\nhier"), ("Pologne", "country"))
    _, found = read(session, Kind.TEXTS)
    at = text.index("Leopard")
    assert [(each.article, each.label, each.other) for each in found] == [
        (first, "weapon", None),
        (second, None, (at, at + 9, "weapon")),
    ]
