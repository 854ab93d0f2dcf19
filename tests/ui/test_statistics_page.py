"""The page of the statistics in the real window: its screens, whose work they show, what it counts and remembers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from annotator.app import counting, settings
from annotator.app.project import Project
from annotator.ui.language import translate
from annotator.ui.statistics.page import StatisticsPage
from annotator.ui.statistics.screens import SCREENS
from annotator.ui.statistics.tables import Table
from annotator.ui.tasks import Job
from tests.app.two_annotators import give, spans_of
from tests.ui.seat import ADA, Seat, make_project

PARIS = "Paris se tait."


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path, own_settings: None) -> Iterator[Seat]:
    path = make_project(tmp_path / "guerre.annot")
    with Project.open(path) as project:
        give(project, ADA, [spans_of(PARIS, ("Paris", "country"))])
        give(project, "Ben", [spans_of(PARIS, ("Paris", "leader"))])
    seat = Seat(path)
    yield seat.open()
    seat.window.close()
    QApplication.processEvents()


def page(seat: Seat) -> StatisticsPage:
    return seat.window.statistics.page


def figures(seat: Seat) -> list[str]:
    shown = page(seat).screen_shown
    assert shown is not None
    return [each.text() for each in shown.findChildren(QPushButton) if each.objectName() == "figure"]


def test_keys_go_from_screen_to_screen_and_round(seat: Seat) -> None:
    seat.press("F8")
    titles = []
    for _ in SCREENS:
        titles.append(page(seat).title.text())
        seat.press("Ctrl+PgDown")
    assert titles == [translate("screens", each.title) for each in SCREENS]
    assert page(seat).list.currentRow() == 0
    seat.press("Ctrl+PgUp")
    assert page(seat).list.currentRow() == len(SCREENS) - 1


def test_the_screen_looked_at_last_is_there_again_the_next_time(seat: Seat) -> None:
    seat.press("F8", "Ctrl+PgDown")
    wanted = SCREENS[1].name
    assert settings.load().window["statistics"] == wanted
    seat.window.close()
    QApplication.processEvents()
    again = Seat(seat.path).open()
    again.press("F8")
    assert page(again).list.currentRow() == 1
    again.window.close()


def test_an_edit_is_in_the_numbers_a_moment_later(seat: Seat, qtbot: QtBot) -> None:
    seat.press("F8")
    assert figures(seat) == ["4", "1"]
    seat.press("F8", "Home")
    seat.window.open_article(1)
    QApplication.processEvents()
    seat.press("Ctrl+Return", "F8")
    qtbot.waitUntil(lambda: figures(seat) == ["4", "2"])
    session = seat.window.session
    assert session is not None
    session.undo()
    qtbot.waitUntil(lambda: figures(seat) == ["4", "1"])  # also while it is looked at


def test_whose_work_is_shown_is_chosen_where_a_screen_is_about_one(seat: Seat) -> None:
    seat.press("F8")
    assert not page(seat).whose.isVisible()  # the overview is about everybody
    page(seat).show_screen("progress")
    QApplication.processEvents()
    whose = page(seat).whose
    assert whose.isVisible()
    assert [whose.itemText(at) for at in range(whose.count())] == [ADA, "Ben"]
    assert whose.currentText() == ADA
    shown = page(seat).screen_shown
    assert shown is not None
    assert shown.asked is not None
    assert shown.asked.annotator == whose.currentData()
    whose.setFocus()
    seat.press("Down")
    assert shown.asked.project.names()[shown.asked.annotator] == "Ben"


def test_the_articles_behind_a_number_are_listed_with_the_reason(seat: Seat) -> None:
    seat.press("F8")
    shown = page(seat).screen_shown
    assert shown is not None
    (by_label,) = [each for each in shown.findChildren(Table) if each.name == "Annotations par étiquette"]
    column = by_label.heads.index("pays")
    by_label.setFocus()
    by_label.setCurrentCell(0, column)
    seat.press("Return")
    listed = seat.window.articles.table.articles
    assert [listed.article(row) for row in range(listed.rowCount())] == [4]
    chips = [each.text() for each in seat.window.articles.bar.findChildren(QToolButton, "filter_chip")]
    assert [words.replace("\u00a0", " ") for words in chips] == [f"{ADA} : pays (1)  ×"]


def test_much_to_count_is_counted_in_the_background_and_said(
    seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "FEW", 0)
    jobs = []
    seat.window.tasks.finished.connect(lambda job, _report: jobs.append(job))
    with Project.open(seat.path) as project:
        give(project, "Cléo", [spans_of(PARIS, ("Paris", "country"))])
    seat.press("F8")
    assert page(seat).state.text() == "Comptage en cours…"
    qtbot.waitUntil(lambda: page(seat).state.text() == "", timeout=30_000)
    assert Job.COUNT in jobs
    with Project.open(seat.path) as project:
        assert not counting.much_waits(project)


def test_the_list_of_screens_is_read_by_arrows(seat: Seat) -> None:
    seat.press("F8")
    page(seat).list.setFocus(Qt.FocusReason.TabFocusReason)
    seat.press("Down")
    assert page(seat).title.text() == translate("screens", SCREENS[1].title)
