"""The screen of agreement in the real window, with the background process that compares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app import agreement_asked
from annotator.app.agreement_asked import Question
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.ui.statistics.agreement import AgreementScreen
from annotator.ui.statistics.tables import Cell, Table
from tests.app.two_annotators import give, spans_of
from tests.ui.seat import Seat

BY_ANA = (
    spans_of("Le président Macron est à Paris.", ("Macron", "leader"), ("Paris", "country")),
    spans_of("L'OTAN livre des chars Leopard à Kiev.", ("OTAN", "alliance"), ("chars Leopard", "weapon")),
    spans_of("La Suède donne 50 millions d'euros.", ("Suède", "country"), ("50 millions d'euros", "sum")),
)
BY_BEN = (
    spans_of("Le président Macron est à Paris.", ("président Macron", "leader"), ("Paris", "alliance")),
    spans_of("L'OTAN livre des chars Leopard à Kiev.", ("OTAN", "alliance"), ("chars Leopard", "weapon")),
    spans_of("La Suède donne 50 millions d'euros.", ("Suède", "country")),
)


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path, own_settings: None) -> Iterator[Seat]:
    with Project.create(tmp_path / "guerre.annot") as project:
        give(project, "Ana", BY_ANA)
        give(project, "Ben", BY_BEN)
    seat = Seat(tmp_path / "guerre.annot")
    yield seat.open()
    seat.window.close()
    QApplication.processEvents()


def screen_of(seat: Seat) -> AgreementScreen:
    seat.trigger("statistics")
    seat.window.statistics.page.show_screen("agreement")
    screen = seat.window.statistics.page.screen_shown
    assert isinstance(screen, AgreementScreen)
    return screen


def said(screen: AgreementScreen) -> list[str]:
    return [each.text().replace("\u00a0", " ") for each in screen.widget().findChildren(QLabel)]


def figure(screen: AgreementScreen, words: str) -> QPushButton | QLabel:
    """Return the large number above some words."""
    (caption,) = [each for each in screen.widget().findChildren(QLabel) if each.text() == words]
    held = caption.parentWidget()
    assert held is not None
    return next(
        each for kind in (QPushButton, QLabel) for each in held.findChildren(kind) if each.objectName() == "figure"
    )


def table(screen: AgreementScreen, beginning: str) -> Table:
    return next(each for each in screen.widget().findChildren(Table) if each.name.startswith(beginning))


def cell(screen: AgreementScreen, beginning: str, row: str, column: str) -> Cell:
    found = table(screen, beginning)
    (cells,) = [cells for cells in found.cells if cells[0].text == row]
    return cells[found.heads.index(column)]


def wait_for(qtbot: QtBot, screen: AgreementScreen, name: str) -> None:
    qtbot.waitUntil(
        lambda: any(each.name.startswith(name) for each in screen.widget().findChildren(Table)), timeout=30_000
    )


def test_two_annotators_are_compared_in_the_background_and_each_number_lists_its_places(
    seat: Seat, qtbot: QtBot
) -> None:
    screen = screen_of(seat)
    assert "Comparaison en cours…" in said(screen)
    wait_for(qtbot, screen, "Différences par genre")
    # Three of Ana's six spans are Ben's too, of his five: 2 × 3 / (6 + 5).
    assert figure(screen, "F1 exacte").text() == "0,545"
    assert figure(screen, "différences").text() == "3"
    assert cell(screen, "Accord par étiquette", "pays", "F1").text == "0,667"
    assert cell(screen, "Accord par étiquette", "arme", "F1").drill is None  # nothing keeps it below 1
    assert callable(cell(screen, "Accord par étiquette", "toutes", "F1").drill)
    figure(screen, "F1 exacte").click()
    wait_for(qtbot, screen, "Ana et Ben : toutes les différences")
    listed = table(screen, "Ana et Ben : toutes les différences")
    assert [[row[column].text for column in (2, 3)] for row in listed.cells] == [
        ["Macron · dirigeant", "président Macron · dirigeant"],
        ["Paris · pays", "Paris · alliance"],
        ["50 millions d'euros · somme", "rien"],
    ]
    place = listed.cells[1][0].drill
    assert place is not None
    screen.follow(place)
    QApplication.processEvents()
    opened = seat.window.statistics._session
    assert opened is not None
    assert opened.article is not None
    assert opened.article.id == 1


def test_who_and_which_articles_are_compared_is_chosen(seat: Seat, qtbot: QtBot) -> None:
    screen = screen_of(seat)
    wait_for(qtbot, screen, "Différences par genre")
    (ben,) = [each for each in screen.widget().findChildren(QCheckBox) if each.text() == "Ben"]
    ben.click()
    qtbot.waitUntil(lambda: any("il faut" in words.lower() for words in said(screen)), timeout=30_000)
    (ben,) = [each for each in screen.widget().findChildren(QCheckBox) if each.text() == "Ben"]
    assert ben.checkState() is Qt.CheckState.Unchecked
    ben.click()
    wait_for(qtbot, screen, "Différences par genre")
    assert figure(screen, "différences").text() == "3"


def test_what_was_found_is_there_at_once_the_next_time_and_says_when_it_is_old(seat: Seat, qtbot: QtBot) -> None:
    wait_for(qtbot, screen_of(seat), "Différences par genre")
    seat.window.close()
    QApplication.processEvents()
    with Project.open(seat.path) as project:
        kept = agreement_asked.known(project, Question())
        assert kept is not None
        assert kept.current
        session = Session(project, project.add_annotator("Ben"))
        session.open(3)
        session.draw(*BY_ANA[2][1][1][:2], label="sum")
    again = Seat(seat.path).open()
    screen = screen_of(again)
    assert table(screen, "Différences par genre").cells  # no waiting
    assert any("nouveau calcul en cours" in words for words in said(screen))
    qtbot.waitUntil(lambda: figure(screen, "différences").text() != "3", timeout=30_000)
    again.window.close()


def test_another_project_is_asked_about_anew_also_where_the_first_was_still_compared(
    seat: Seat, qtbot: QtBot, tmp_path: Path
) -> None:
    with Project.create(tmp_path / "autre.annot") as project:
        give(project, "Cléo", BY_ANA)
        give(project, "Dan", BY_ANA, Status.FINISHED)
    screen = screen_of(seat)
    assert "Comparaison en cours…" in said(screen)
    seat.window.projects.open(tmp_path / "autre.annot")
    QApplication.processEvents()
    screen = screen_of(seat)
    wait_for(qtbot, screen, "Différences par genre")
    assert figure(screen, "F1 exacte").text() == "1,000"
    assert any(words.startswith("Cléo, Dan") for words in said(screen))
