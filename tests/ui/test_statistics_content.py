"""The screen of the content: what it says of what was labelled, and where its links lead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as day
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_records
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.formats.records import Record
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
    ada = project.add_annotator("Ada")
    screen = shown(qtbot, project)
    assert "Le projet n'a pas encore d'articles." in words(screen)
    (importing,) = page(screen).findChildren(QPushButton)
    with qtbot.waitSignal(screen.action_requested) as asked:
        importing.click()
    assert asked.args == ["import"]
    import_records(project, [Record("Kiev attend.", "ici")], ImportOptions())
    screen.refresh(Asked(project, ada, Session(project, ada)))
    assert "Ouvrez un article dans la liste" in words(screen)
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
    assert behind(charts(screen)["Longueur en mots"].table, 1, 3) == ([3], "somme : 2 mots")
    assert charts(screen)["Longueur en mots"].table.drill_at(1, 2) is None  # no country of two words
    assert behind(charts(screen)["Articles selon leur nombre d'annotations"].table, 0, 1)[0] == [1, 2, 3]
    by_label = found["Articles selon leur nombre d'annotations de chaque étiquette"]
    assert texts(by_label) == [["1", "1", "3", "2"]]
    assert behind(by_label, 0, 3) == ([2, 3], "somme : 1 annotation")


def test_no_number_of_a_table_is_without_its_link(qtbot: QtBot, filled: Project) -> None:
    screen = shown(qtbot, filled)
    every = [*tables(screen).values(), *(each.table for each in charts(screen).values())]
    names = {"Annotations", "annotations", "mots", "caractères"}  # what the first column of a distribution says
    bare = {
        (table.name, head)
        for table in every
        for row in table.cells
        for head, cell in zip(table.heads, row, strict=True)
        if cell.number and cell.drill is None and not (head in names and cell is row[0])
    }
    assert bare == set()


def test_the_number_of_surfaces_leads_to_their_table(qtbot: QtBot, filled: Project) -> None:
    screen = shown(qtbot, filled)
    leads = tables(screen)["Articles par étiquette"].drill_at(1, 3)
    assert callable(leads)
    leads()
    table = tables(screen)["Formes : pays"]
    assert screen.focusWidget() is table
    assert screen.viewport().rect().intersects(table.rect().translated(table.mapTo(screen.viewport(), QPoint())))


def test_where_only_the_year_is_known_it_stands_for_the_month(qtbot: QtBot, filled: Project) -> None:
    session = Session(filled, next(iter(filled.names())))
    for number, date in enumerate(("1999", "2022-02-24", "2022-03-01")):
        import_records(filled, [Record(f"Riga, dépêche {number}.", "ici", date=date)], ImportOptions())
        session.open(filled.article_ids()[-1])
        session.draw(0, 4, label="country")
    counting.refresh(filled.database)
    screen = shown(qtbot, filled)
    assert [row[0] for row in texts(tables(screen)["Par mois"])] == ["mars 2022", "février 2022", "1999"]
    chart = charts(screen)["Annotations par mois"]
    assert list(chart.chart.places) == [day(2022, 2, 1), day(2022, 3, 1)]
    assert behind(chart.table, 1, 2) == ([6], "pays : mars 2022")


def test_more_surfaces_are_read_when_somebody_asks(
    qtbot: QtBot, filled: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.statistics.content._ROWS", 1)
    screen = shown(qtbot, filled)
    assert "Les 1 formes les plus fréquentes sur 2." in words(screen)
    more = next(each for each in page(screen).findChildren(QPushButton) if each.text() == "En lire 1 de plus")
    more.click()
    assert texts(tables(screen)["Formes : pays"]) == [["Kiev", "2", "2"], ["Paris", "1", "1"]]
    assert "les plus fréquentes sur" not in words(screen)


def test_the_spans_of_a_surface_are_listed_each_with_its_place(qtbot: QtBot, filled: Project) -> None:
    screen = shown(qtbot, filled)
    spans = tables(screen)["Formes : pays"].drill_at(0, 1)
    assert callable(spans)
    spans()
    listed = tables(screen)
    assert list(listed) == ["pays : Kiev"]
    assert [row[0].text for row in listed["pays : Kiev"].cells] == [
        "Joe Biden est à «\u00a0Kiev\u00a0».",
        "«\u00a0Kiev\u00a0» attend 3 millions d'euros.",
    ]
    kiev = [len("Joe Biden est à "), 0]
    assert [row[0].drill for row in listed["pays : Kiev"].cells] == [
        Place(article, start, start + len("Kiev")) for article, start in zip((1, 2), kiev, strict=True)
    ]
    (back,) = [each for each in page(screen).findChildren(QPushButton) if each.text() == "Retour au contenu"]
    back.click()
    assert "Formes : pays" in tables(screen)


def test_copying_takes_the_rows_that_are_folded_too(
    qtbot: QtBot, filled: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.statistics.content._MOST_ROWS", 1)
    screen = shown(qtbot, filled)
    assert len(tables(screen)["Formes : pays"].cells) == 1
    copying = next(
        each for each in page(screen).findChildren(QPushButton) if each.accessibleName() == "Copier : Formes : pays"
    )
    copying.click()
    assert QApplication.clipboard().text() == "forme\tannotations\tarticles\nKiev\t2\t2\nParis\t1\t1"
    every = next(
        each
        for each in page(screen).findChildren(QPushButton)
        if each.accessibleName() == "Formes : pays : Tout montrer (2 lignes)"
    )
    every.click()
    QApplication.processEvents()
    whole = [each for each in page(screen).findChildren(Table) if each.name == "Formes : pays" and each.isVisible()]
    assert [texts(each) for each in whole] == [[["Kiev", "2", "2"], ["Paris", "1", "1"]]]


def test_a_table_and_its_chart_stand_side_by_side_where_there_is_room(qtbot: QtBot, filled: Project) -> None:
    screen = shown(qtbot, filled)

    def top(widget: QWidget) -> int:
        return widget.mapTo(page(screen), QPoint()).y()

    def places() -> tuple[int, int]:
        return top(tables(screen)["Formes : pays"]), top(charts(screen)["Formes les plus fréquentes : pays"])

    qtbot.waitUntil(lambda: abs(places()[0] - places()[1]) < 20)
    screen.resize(500, 700)
    qtbot.waitUntil(lambda: places()[1] > places()[0] + tables(screen)["Formes : pays"].height())


def test_a_table_of_one_row_is_as_high_as_its_row(qtbot: QtBot, filled: Project) -> None:
    screen = shown(qtbot, filled)
    table = tables(screen)["Par mois"]
    (copying,) = [
        each for each in page(screen).findChildren(QPushButton) if each.accessibleName() == "Copier : Par mois"
    ]
    qtbot.waitUntil(lambda: copying.mapTo(page(screen), QPoint()).y() > 0)
    below = copying.mapTo(page(screen), QPoint()).y() - table.mapTo(page(screen), QPoint()).y()
    assert below < 4 * table.rowHeight(0)


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


def test_by_keys_one_gets_from_a_number_to_its_place_in_the_article(seat: Seat, qtbot: QtBot) -> None:
    session = seat.window.session
    assert session is not None
    give(session, "On attend à Riga.", ("Riga", "country"))
    session.open(1)
    seat.trigger("statistics")
    seat.window.statistics.page.show_screen("content")
    QApplication.processEvents()
    screen = seat.window.statistics.page.screen_shown
    assert isinstance(screen, ContentScreen)
    qtbot.waitUntil(lambda: bool(tables(screen)))
    tables(screen)["Formes : pays"].setFocus()  # the keys go to its first link: the number of spans
    seat.press("Return")
    assert list(tables(screen)) == ["pays : Riga"]
    assert tables(screen)["pays : Riga"].hasFocus()
    seat.press("Return")
    assert session.article is not None
    assert session.article.id == 4
    assert seat.window.workbench.isVisible()
