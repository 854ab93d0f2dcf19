"""The overview of the statistics: the tables it shows are the counts of the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from annotator.app import counting
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.suggesting import suggest
from annotator.core.annotation import Status
from annotator.ui.statistics.drills import Articles
from annotator.ui.statistics.overview import Overview
from annotator.ui.statistics.screen import Asked
from annotator.ui.statistics.tables import Table
from tests.app.two_annotators import give, spans_of


def import_sums(project: Project, folder: Path, annotator: str, *sums: str) -> None:
    text = f"{annotator} : " + ", ".join(sums)
    spans = [{"start": text.index(each), "end": text.index(each) + len(each), "label": "sum"} for each in sums]
    source = folder / f"{annotator}.jsonl"
    source.write_text(json.dumps({"text": text, "spans": spans}), "utf-8")
    import_files(project, [source], ImportOptions(annotator=annotator))


def shown(project: Project, qtbot: QtBot) -> Overview:
    view = Overview()
    qtbot.addWidget(view)
    annotator = project.add_annotator("Zoé")
    counting.refresh(project)  # as the page does before it
    view.refresh(Asked(project, annotator, Session(project, annotator)))
    view.show()
    return view


def tables(view: Overview) -> list[list[list[str]]]:
    """Every table with its head, cell by cell."""
    return [
        [
            [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())],
            *(
                [table.item(row, column).text() for column in range(table.columnCount())]
                for row in range(table.rowCount())
            ),
        ]
        for table in view.widget().findChildren(QTableWidget)
    ]


def behind(view: Overview, name: str, row: int) -> list[tuple[str, list[int]]]:
    """Where the links of a row of a table lead: the words and the articles."""
    (table,) = [each for each in view.widget().findChildren(Table) if each.name == name]
    drills = [cell.drill for cell in table.cells[row] if cell.drill is not None]
    assert all(isinstance(each, Articles) for each in drills)
    return [(each.words, list(each.found())) for each in drills]


def words(view: Overview) -> str:
    return "\n".join(label.text() for label in view.widget().findChildren(QLabel))


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "war.annot") as project:
        yield project


def test_sums_are_added_up_by_annotator_and_currency(project: Project, tmp_path: Path, qtbot: QtBot) -> None:
    import_sums(project, tmp_path, "Zoé", "3 millions d'euros", "de 2 à 5 €", "1,5 dollar", "des milliards de francs")
    import_sums(project, tmp_path, "Ali", "800 dollars US", "un milliard")
    view = shown(project, qtbot)
    assert tables(view)[-1] == [
        ["Annotateur", "Monnaie", "Annotations", "Total"],
        ["Zoé", "EUR", "2", "3\u202f000\u202f002"],
        ["Zoé", "dollars (monnaie non précisée)", "1", "1,5"],
        ["Ali", "monnaie non précisée", "1", "1\u202f000\u202f000\u202f000"],
        ["Ali", "USD", "1", "800"],
    ]
    assert behind(view, "Sommes annotées, par monnaie", 0) == [
        ("Zoé : EUR", [1]),
        ("Zoé : EUR", [1]),
    ]
    assert "Une fourchette compte pour son montant le plus bas. 1 somme n'a pas de nombre lisible." in words(view)


def test_without_sums_there_is_no_table_of_them(project: Project, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.txt").write_text("La Russie et l'OTAN.", "utf-8")
    import_files(project, [tmp_path / "a.txt"])
    suggest(project)
    session = Session(project, project.add_annotator("Zoé"))
    session.open(1)
    session.accept(session.pending()[:1])
    session.set_status(Status.FINISHED)
    statuses, spans, suggestions = tables(shown(project, qtbot))
    assert statuses == [["Annotateur", "Nouveau", "En cours", "Terminé", "Mis de côté"], ["Zoé", "0", "0", "1", "0"]]
    assert spans[1] == ["Zoé", "0", "1", "0", "0", "0", "1"]
    assert suggestions[2] == ["Zoé", "pays", "1", "0", "0", "0", "100\u00a0%"]
    assert suggestions[3] == ["Zoé", "alliance", "0", "0", "0", "1", "–"]
    assert len(suggestions) == 6
    view = shown(project, qtbot)
    assert behind(view, "Annotations par étiquette", 0) == [("Zoé : pays", [1]), ("Zoé : annotations", [1])]
    assert behind(view, "Ce que deviennent les suggestions", 1) == [("Zoé : pays, acceptées", [1])]


def test_an_article_that_two_have_finished_is_one_finished_article(project: Project, qtbot: QtBot) -> None:
    for name in ("Ana", "Ben"):
        give(project, name, [spans_of("Paris se tait.", ("Paris", "country"))])
    view = shown(project, qtbot)
    figures = [each.text() for each in view.widget().findChildren(QPushButton) if each.objectName() == "figure"]
    assert figures == ["1", "1"]
    with qtbot.waitSignal(view.articles_requested) as asked:
        view.widget().findChildren(QPushButton)[1].click()
    assert len(project.find_articles(asked.args[0], annotator=1)) == 1
