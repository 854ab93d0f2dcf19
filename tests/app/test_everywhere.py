"""One decision in all articles: what is found, what is done, and that it is one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.everywhere import Search, here, settle_everywhere, settle_here
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.everywhere import Act, Standing, Wish
from annotator.core.occurrences import Surface, occurrences
from annotator.core.suggestions import Proposal, Tier
from annotator.store import articles, suggestions
from tests.strategies import REASON, new_article, word_grid

TEXTS = (
    "L’Ukraine reçoit des chars Leopard 2 et des missiles de l'OTAN.\nEn Ukraine, un missile est tombé.",
    "La Pologne et l'UKRAINE : 50 € par missile.",
    "Un Tornado survole Kiev ; une tornade menace les Etats-Unis.",
    "TORNADO EN UKRAINE\n\nLes États-Unis envoient un char Leopard 2, un char Leopard, deux Leopards.",
    "Le porte\u2011avions et le porte-avions ; l’euro à 50 €.",
    "Rien à voir ici.",
    "L'Ukraine de Zelensky.",
)
_WORDS = "Ukraine|missile|char Leopard 2|Leopard|États-Unis|Etats-Unis|Tornado|tornade|porte-avions|€|50 €|la|absent"
COUNTRY = Wish(Act.LABEL, "country")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Project.create(tmp_path / "guerre.annot") as project:
        with project.database.transaction():
            articles.insert(project.database, [new_article(text) for text in TEXTS], at="2022")
            suggestions.replace(project.database, 1, [_suggested(1, "Ukraine", "country")], pipeline="rules 1")
            suggestions.replace(
                project.database, 7, [_suggested(7, "Ukraine de Zelensky", "leader")], pipeline="rules 1"
            )
        yield Session(project, project.add_annotator("Ada"))


def _suggested(article: int, words: str, label: str) -> Proposal:
    start = TEXTS[article - 1].index(words)
    return Proposal(start, start + len(words), label, "rule", REASON, Tier.SURE)


def search(session: Session, words: str) -> Search:
    return Search(session.project, session.annotator, Surface(words))


def extents(session: Session, words: str) -> dict[int, list[tuple[int, int]]]:
    return {
        each.article: [(one.place.start, one.place.end) for one in each.occurrences]
        for each in search(session, words).rest()
    }


def spans(session: Session, article: int) -> list[tuple[str, str]]:
    there = session.project.annotation(article, session.annotator).spans
    return [(TEXTS[article - 1][span.start : span.end], span.label) for span in there]


@pytest.mark.parametrize(
    "words",
    _WORDS.split("|"),
)
def test_the_index_of_words_leaves_no_occurrence_out(session: Session, words: str) -> None:
    all_of_them = {id: occurrences(Surface(words), text, word_grid(text)) for id, text in enumerate(TEXTS, 1)}
    assert extents(session, words) == {id: places for id, places in all_of_them.items() if places}


def test_many_words_that_vary_are_found_without_every_phrase_being_asked_for(session: Session) -> None:
    with session.project.database.transaction():
        articles.insert(
            session.project.database, [new_article("des grands chars lourds neufs verts anciens sales")], at=""
        )
    found = extents(session, "grand char lourd neuf vert ancien sale")
    assert found == {8: [(4, 49)]}


def test_occurrences_come_with_what_stands_around_and_at_them(session: Session) -> None:
    first, *_, last = search(session, "Ukraine").rest()
    assert (first.title, first.status) == (TEXTS[0].splitlines()[0][:40], Status.NEW)
    assert first.occurrences[1].before.endswith("OTAN. En ")
    assert first.occurrences[1].after == ", un missile est tombé."
    standing = [(one.words, one.place.standing, one.place.label) for one in (*first.occurrences, *last.occurrences)]
    assert standing == [
        ("Ukraine", Standing.SUGGESTED, "country"),
        ("Ukraine", Standing.UNMARKED, None),
        ("Ukraine", Standing.CROSSED, "leader"),
    ]


def test_a_search_goes_on_a_little_at_a_time_and_says_how_far_it_is(session: Session) -> None:
    looking = search(session, "Ukraine")
    assert (looking.total, looking.looked_at, looking.finished) == (4, 0, False)
    found = looking.go_on(0)
    assert (len(found), looking.looked_at) == (1, 1)
    found += looking.rest()
    assert [each.article for each in found] == [1, 2, 4, 7]
    assert (looking.looked_at, looking.finished, looking.go_on(0)) == (4, True, [])


def test_what_lies_in_the_trash_is_left_alone(session: Session) -> None:
    from annotator.core.corrections import set_trashed

    session.change_each([1, 2], lambda annotation: set_trashed(annotation, True))
    assert list(extents(session, "Ukraine")) == [4, 7]


def test_it_is_done_in_all_articles_in_one_step_which_begins_none_but_the_open_one(session: Session) -> None:
    session.open(2)
    told = []
    session.watch(told.append)
    changes = settle_everywhere(session, COUNTRY, extents(session, "Ukraine"))
    assert changes is not None
    assert told == [changes]
    assert changes.articles == {1, 2, 4, 7}
    assert spans(session, 1) == [("Ukraine", "country"), ("Ukraine", "country")]
    assert spans(session, 7) == [("Ukraine", "country")]
    statuses = [session.project.annotation(id, session.annotator).status for id in (1, 2, 4, 7)]
    assert statuses == [Status.NEW, Status.IN_PROGRESS, Status.NEW, Status.NEW]
    session.undo()
    assert [spans(session, id) for id in (1, 2, 4, 7)] == [[], [], [], []]
    assert session.annotation.status is Status.NEW
    assert session.undo() is None


def test_labels_are_changed_and_removed_everywhere(session: Session) -> None:
    settle_everywhere(session, COUNTRY, extents(session, "Ukraine"))
    settle_everywhere(session, Wish(Act.RELABEL, "alliance", instead_of="country"), extents(session, "Ukraine"))
    assert spans(session, 1) == [("Ukraine", "alliance"), ("Ukraine", "alliance")]
    settle_everywhere(session, Wish(Act.REMOVE, "alliance"), extents(session, "Ukraine"))
    assert [spans(session, id) for id in (1, 2, 4, 7)] == [[], [], [], []]
    assert settle_everywhere(session, Wish(Act.REMOVE, "alliance"), extents(session, "Ukraine")) is None


def test_in_the_open_article_alone_nothing_else_is_read_or_changed(session: Session) -> None:
    assert list(here(session, Surface("Ukraine"))) == []
    session.open(1)
    there = list(here(session, Surface("Ukraine")))
    assert [place.standing for place in there] == [Standing.SUGGESTED, Standing.UNMARKED]
    settle_here(session, COUNTRY, [(place.start, place.end) for place in there])
    assert [place.standing for place in here(session, Surface("Ukraine"))] == [Standing.MARKED, Standing.MARKED]
    assert session.annotation.status is Status.IN_PROGRESS
    assert spans(session, 2) == []
