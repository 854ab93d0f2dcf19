"""The screen of the content: what it says of what was labelled, and where its links lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.store import counting
from annotator.ui import language
from annotator.ui.statistics.charts import ChartView
from annotator.ui.statistics.content import ContentScreen
from annotator.ui.statistics.drills import Articles, Place
from annotator.ui.statistics.screen import Asked
from annotator.ui.statistics.tables import Table
from tests.app.test_consistency import give
from tests.ui.seat import Seat


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "guerre.annot") as project:
        yield project


@pytest.fixture
def filled(project: Project) -> Project:
    """Ada named Kiev twice, Paris once, Joe Biden once and two sums."""
    session = Session(project, project.add_annotator("Ada"))
    give(session, "Joe Biden est à Kiev.", ("Joe Biden", "leader"), ("Kiev", "country"))
    give(session, "Kiev attend 3 millions d'euros.", ("Kiev", "country"), ("3 millions d'euros", "sum"))
    give(session, "Paris promet des milliards.", ("Paris", "country"), ("des milliards", "sum"))
    counting.refresh(project.database)
    return project


def shown(qtbot: QtBot, project: Project) -> ContentScreen:
    (ada,) = project.annotators()
    screen = ContentScreen()
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    screen.refresh(Asked(project, ada, Session(project, ada)))
    return screen


def page(screen: ContentScreen) -> QWidget:
    found = screen.widget()
    assert found is not None
    return found


def words(screen: ContentScreen) -> str:
    return "\n".join(label.text() for label in page(screen).findChildren(QLabel))


def tables(screen: ContentScreen) -> dict[str, Table]:
    return {each.name: each for each in page(screen).findChildren(Table)}


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.cells]


def charts(screen: ContentScreen) -> dict[str, ChartView]:
    return {each.chart.title: each for each in page(screen).findChildren(ChartView)}


def behind(table: Table, row: int, column: int) -> tuple[list[int], str]:
    drill = table.drill_at(row, column)
    assert isinstance(drill, Articles)
    found = drill.found()
    assert isinstance(found, list)
    return found, drill.words


def test_before_anything_is_labelled_it_says_what_will_be_here(qtbot: QtBot, project: Project) -> None:
    project.add_annotator("Ada")
    screen = shown(qtbot, project)
    assert "Aucune annotation n'a encore été posée ici." in words(screen)
    assert (charts(screen), tables(screen)) == ({}, {})


def test_it_tells_surfaces_sums_and_pairs(qtbot: QtBot, filled: Project) -> None:
    screen = shown(qtbot, filled)
    found = tables(screen)
    assert texts(found["Formes : pays"]) == [["Kiev", "2", "2"], ["Paris", "1", "1"]]
    assert texts(found["Articles par étiquette"])[:3] == [
        ["dirigeant", "1", "1", "1", "9", "2"],
        ["pays", "3", "3", "2", "4", "1"],
        ["alliance", "0", "0", "0", "–", "–"],
    ]
    assert [row[0::2] for row in texts(found["Sommes par monnaie"])] == [["EUR", "1"], ["sans nombre lisible", "1"]]
    assert texts(found["dirigeant et pays"]) == [["Joe Biden", "Kiev", "1"]]
    assert [row[:3] for row in texts(found["Par mois"])] == [["février 2022", "3", "6"]]
    assert "ce que séparent les blancs" in words(screen)
    assert "la corbeille n'est pas comptée" in words(screen)


def test_charts_have_the_colours_of_the_labels(qtbot: QtBot, filled: Project) -> None:
    found = charts(shown(qtbot, filled))
    colours = {label.id: label.colour for label in filled.labels()}
    chart = found["Formes les plus fréquentes : pays"].chart
    assert (list(chart.places), list(chart.series[0].values)) == (["Kiev", "Paris"], [2, 1])
    assert chart.series[0].colour == colours["country"]
    lengths = found["Longueur en mots"].chart
    assert list(lengths.places) == [1, 2, 3]
    assert {each.name: list(each.values) for each in lengths.series} == {
        "dirigeant": [0, 1, 0],
        "pays": [3, 0, 0],
        "somme": [0, 1, 1],
    }


def test_numbers_lead_to_their_articles(qtbot: QtBot, filled: Project) -> None:
    screen = shown(qtbot, filled)
    found = tables(screen)
    assert behind(found["Formes : pays"], 0, 2) == ([1, 2], "pays : Kiev")
    assert behind(found["Articles par étiquette"], 4, 2) == ([2, 3], "somme")
    assert behind(found["Sommes par monnaie"], 0, 2) == ([2], "EUR")
    assert behind(found["Sommes par monnaie"], 1, 2) == ([3], "sans nombre lisible")
    assert behind(found["dirigeant et pays"], 0, 2) == ([1], "Joe Biden et Kiev")
    assert behind(found["Par mois"], 0, 1) == ([1, 2, 3], "février 2022")
    assert behind(found["Par mois"], 0, 3) == ([1], "dirigeant : février 2022")
    assert behind(charts(screen)["Longueur en mots"].table, 1, 0) == ([1, 3], "2 mots")
    assert behind(charts(screen)["Articles selon leur nombre d'annotations"].table, 0, 0)[0] == [1, 2, 3]


def test_the_spans_of_a_surface_are_listed_each_with_its_place(qtbot: QtBot, filled: Project) -> None:
    screen = shown(qtbot, filled)
    spans = tables(screen)["Formes : pays"].drill_at(0, 1)
    assert callable(spans)
    spans()
    listed = tables(screen)
    assert list(listed) == ["pays : Kiev"]
    kiev = [len("Joe Biden est à "), 0]
    assert [row[0].drill for row in listed["pays : Kiev"].cells] == [
        Place(article, start, start + len("Kiev")) for article, start in zip((1, 2), kiev, strict=True)
    ]
    (back,) = [each for each in page(screen).findChildren(QPushButton) if each.text() == "Retour au contenu"]
    back.click()
    assert "Formes : pays" in tables(screen)


def test_it_speaks_english(qtbot: QtBot, filled: Project) -> None:
    language.install("en")
    try:
        screen = shown(qtbot, filled)
        assert "Articles by label" in tables(screen)
        assert "Lengths are those of the surface" in words(screen)
    finally:
        language.install("fr")


def test_in_the_window_a_number_opens_its_articles_in_the_list(seat: Seat, qtbot: QtBot) -> None:
    session = seat.window.session
    assert session is not None
    give(session, "Kiev attend.", ("Kiev", "country"))
    seat.trigger("statistics")
    seat.window.statistics.page.show_screen("content")
    QApplication.processEvents()
    screen = seat.window.statistics.page.screen_shown
    assert isinstance(screen, ContentScreen)
    qtbot.waitUntil(lambda: bool(tables(screen)))
    begun = next(
        each for each in page(screen).findChildren(QPushButton) if each.accessibleName() == "1 article commencé"
    )
    begun.click()
    QApplication.processEvents()
    assert list(seat.window.articles.table.articles.order) == [4]
