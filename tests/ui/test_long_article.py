"""A long article is painted before all its marks are read, and is in the end what any other is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.suggestions import Proposal, Tier
from annotator.store import articles, suggestions
from tests.strategies import LABELS, REASON, new_article
from tests.ui.seat import ADA, Seat, make_project

_LINE = "Le ministre a promis des armes à Kiev et une aide à la Pologne avant le sommet de juin à Vilnius.\n"
_LINES = 1_800
_DECIDED = 1_200
_LONG = 4


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None) -> Iterator[Seat]:
    """A window on a project of which the last article is long; two thirds of its suggestions are accepted."""
    path = make_project(tmp_path / "guerre.annot")
    with Project.open(path) as project:
        at = _LINE.index("Kiev")
        found = [
            Proposal(start, start + 4, LABELS[line % 5], "rule", REASON, Tier.SURE)
            for line in range(_LINES)
            for start in [line * len(_LINE) + at]
        ]
        with project.database.transaction():
            articles.insert(project.database, [new_article(_LINE * _LINES)], at="2022")
            suggestions.replace(project.database, _LONG, found, pipeline="rules 1")
        session = Session(project, project.add_annotator(ADA))
        session.open(_LONG)
        session.accept(session.pending()[:_DECIDED])
    sitting = Seat(path).open()
    yield sitting
    sitting.window.close()
    sitting.window.deleteLater()
    QApplication.processEvents()


class _Seen(QObject):
    """What stood in the article and had the focus when it was painted, and what the session knew of it."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat.window)
        self._seat = seat
        self.paints: list[tuple[int, int | None, int | None]] = []
        seat.window.workbench.view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            view, session = self._seat.window.workbench.view, self._seat.window.session
            focused, article = view.focused_mark(), session.article if session is not None else None
            self.paints.append(
                (view.document().characterCount(), focused and focused.start, article.id if article else None)
            )
        return False


def test_it_is_painted_before_it_is_read(seat: Seat) -> None:
    first = _DECIDED * len(_LINE) + _LINE.index("Kiev")
    seen = _Seen(seat)
    seat.window.open_article(_LONG)
    assert seen.paints[0] == (len(_LINE) * _LINES + 1, first, 1)
    QApplication.processEvents()
    assert seen.paints[-1] == (len(_LINE) * _LINES + 1, first, _LONG)


def test_it_ends_up_as_any_other(seat: Seat) -> None:
    seat.select("Leopard")
    window = seat.window
    told: list[object] = []
    window.workbench.view.selection_changed.connect(lambda: told.append(window.workbench.view.selection()))
    window.open_article(_LONG)
    QApplication.processEvents()
    assert told[-1] is None
    assert window.session is not None
    assert list(window.workbench.marks) == window.session.marks()
    assert window.workbench.mark_position() == (_DECIDED + 1, _LINES)
    assert window.workbench.pending_count() == _LINES - _DECIDED
    assert seat.current_row == "Kiev"
    assert window.workbench.span_list.currentIndex().row() == _DECIDED
    assert "Raison" in window.workbench.inspector.lines()
    seat.press("Return", "Shift+Tab", "Shift+Tab")
    assert window.workbench.mark_position() == (_DECIDED, _LINES)
    with Project.open(seat.path) as project:
        assert len(project.annotation(_LONG, window.session.annotator).spans) == _DECIDED + 1


def test_where_nothing_is_left_to_decide_it_opens_at_its_start(seat: Seat) -> None:
    assert seat.window.session is not None
    seat.window.open_article(_LONG)
    seat.press("A")
    seat.window.open_article(1)
    seen = _Seen(seat)
    seat.window.open_article(_LONG)
    QApplication.processEvents()
    assert seen.paints[0] == (len(_LINE) * _LINES + 1, None, 1)
    assert seat.focused is None
    assert seat.window.workbench.view.verticalScrollBar().value() == 0
    assert seat.window.workbench.pending_count() == 0


def test_suggestions_that_are_hidden_are_passed_over(seat: Seat) -> None:
    seat.trigger("tiers_sure")
    with Project.open(seat.path) as project, project.database.transaction():
        found = suggestions.load(project.database, _LONG)
        doubtful = [
            Proposal(each.start, each.end, each.label, "rule", REASON, Tier.UNSURE)
            for each in list(found.values())[:1_500]
        ]
        certain = [
            Proposal(each.start, each.end, each.label, "rule", REASON, Tier.SURE)
            for each in list(found.values())[1_500:]
        ]
        suggestions.replace(project.database, _LONG, [*doubtful, *certain], pipeline="rules 2")
    seen = _Seen(seat)
    seat.window.open_article(_LONG)
    QApplication.processEvents()
    place = 1_500 * len(_LINE) + _LINE.index("Kiev")
    assert {focused for _, focused, _ in seen.paints} == {place}
    assert seat.window.workbench.mark_position() == (_DECIDED + 1, _LINES - 300)
