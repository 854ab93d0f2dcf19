from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.glance import glance
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.errors import UserError
from annotator.core.suggestions import Proposal, Tier
from annotator.store import articles, suggestions
from tests.strategies import LABELS, REASON, new_article

_LINE = "Le ministre a promis des armes à Kiev et une aide à la Pologne avant le sommet de juin à Vilnius.\n"
_LINES = 1_800
_TIERS = (Tier.SURE, Tier.LIKELY, Tier.UNSURE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a project lies with a long article, which has a suggestion in each line, and a short one."""
    made = tmp_path_factory.mktemp("glance")
    with Project.create(made / "guerre") as project, project.database.transaction():
        articles.insert(project.database, [new_article(_LINE * _LINES), new_article(_LINE)], at="2022")
        at = _LINE.index("Kiev")
        found = [
            Proposal(start, start + 4, LABELS[line % 5], "rule", REASON, _TIERS[line % 3])
            for line in range(_LINES)
            for start in [line * len(_LINE) + at]
        ]
        suggestions.replace(project.database, 1, found, pipeline="rules 1")
    return made


@pytest.fixture
def session(folder: Path, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "guerre.annot"
    path.write_bytes((folder / "guerre.annot").read_bytes())
    with Project.open(path) as project:
        opened = Session(project, project.add_annotator("Ada"))
        opened.open(1)
        yield opened


def _require_true(session: Session, *, place: int, tiers: tuple[Tier, ...] = _TIERS) -> None:
    """Fail unless a glance shows what is at ``place``, and all the marks around it as they are."""
    seen = glance(session.project, 1, session.annotator, tiers=tiers)
    assert seen is not None
    assert seen.place == place
    assert seen.article == session.article
    assert seen.marks[0].start <= place + 2 * len(_LINE)
    assert seen.marks[-1].end >= min(place + 10_000, (_LINES - 3) * len(_LINE))
    shown = [mark for mark in session.marks() if mark.suggestion is None or mark.suggestion.tier in tiers]
    assert seen.marks == [mark for mark in shown if seen.marks[0].start <= mark.start <= seen.marks[-1].start]


def test_a_glance_shows_the_marks_around_the_first_pending_suggestion(session: Session) -> None:
    pending = session.pending()
    _require_true(session, place=pending[0].start)
    session.accept(pending[:900])
    _require_true(session, place=pending[900].start)
    _require_true(session, place=pending[902].start, tiers=(Tier.UNSURE,))
    _require_true(session, place=pending[900].start, tiers=(Tier.SURE, Tier.LIKELY))


def test_a_suggestion_rejected_or_under_a_span_is_not_pending(session: Session) -> None:
    marks = session.marks()
    session.remove(marks[0])
    assert session.article is not None
    second, third = session.pending()[:2]
    session.draw(second.start - len("armes à "), second.end, label="weapon")
    with session.project.database.transaction():  # as where the one drawn over came only later
        suggestions.replace(
            session.project.database,
            1,
            [Proposal(each.start, each.end, "sum", "rule", REASON, Tier.SURE) for each in (second, *session.pending())],
            pipeline="rules 2",
        )
    session.reload()
    assert session.pending()[0].start == third.start
    _require_true(session, place=third.start)
    session.accept(session.pending())
    _require_true(session, place=0)


def test_each_annotator_sees_what_is_pending_for_them(session: Session) -> None:
    session.accept(session.pending()[:900])
    other = Session(session.project, session.project.add_annotator("Grace"))
    other.open(1)
    _require_true(other, place=_LINE.index("Kiev"))


def test_a_short_article_is_not_worth_a_glance_and_a_missing_one_is_said_to_be(session: Session) -> None:
    assert glance(session.project, 2, session.annotator) is None
    with pytest.raises(UserError, match="there is no article 9"):
        glance(session.project, 9, session.annotator)
