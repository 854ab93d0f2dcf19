"""The screen of progress: what it says of a log, and where its links lead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Origin, Span, Status
from annotator.core.edits import Edit, SpanChange, StatusChange, Verb
from annotator.core.listing import ArticleQuery
from annotator.store import articles, counting, history
from annotator.ui import language
from annotator.ui.statistics.charts import ChartView
from annotator.ui.statistics.drills import Articles
from annotator.ui.statistics.progress import ProgressScreen
from annotator.ui.statistics.screen import Asked
from annotator.ui.statistics.tables import Table
from tests.strategies import new_article
from tests.ui.seat import Seat

ANA, BEN = 1, 2


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "guerre.annot") as project:
        yield project


def fill(project: Project, *days_ago: int, per_day: int = 2, many: int = 20) -> None:
    """Let Ana finish articles on some days, each with 61 spans in an hour."""
    noon = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
    with project.database.transaction():
        texts = [new_article("Kiev Paris " * 40 + str(number)) for number in range(many)]
        articles.insert(project.database, texts, at="2022")
        project.database.execute("INSERT INTO annotators (id, name) VALUES (1, 'Ana'), (2, 'Ben')")
        article, span = 1, 1
        for ago in sorted(days_ago, reverse=True):
            first = article
            for minute in range(61):
                at = (noon - timedelta(days=ago) + timedelta(minutes=minute)).astimezone(UTC)
                label = "country" if minute % 3 else "leader"
                drawn = SpanChange(None, Span(span, minute * 5, minute * 5 + 4, label, Origin.DRAWN))
                over = [StatusChange(Status.NEW, Status.FINISHED)] if minute < per_day else []
                edit = Edit(first + minute % per_day, ANA, Verb.DRAW, (drawn, *over))
                history.record(project.database, [edit], at=at.isoformat(timespec="milliseconds"))
                if over:
                    project.database.execute(
                        "INSERT INTO annotations (article_id, annotator_id, status, revision, changed_at)"
                        " VALUES (?, 1, 'finished', 1, '2022')",
                        (edit.article,),
                    )
                span += 1
            article += per_day
    counting.refresh(project.database)


def shown(qtbot: QtBot, project: Project, about: int = ANA, *, by: int = ANA) -> ProgressScreen:
    screen = ProgressScreen()
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    screen.refresh(Asked(project, about, Session(project, by)))
    return screen


def words(screen: ProgressScreen) -> str:
    return "\n".join(label.text() for label in page(screen).findChildren(QLabel))


def page(screen: ProgressScreen) -> QWidget:
    found = screen.widget()
    assert found is not None
    return found


def tables(screen: ProgressScreen) -> dict[str, Table]:
    return {each.name: each for each in page(screen).findChildren(Table)}


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.cells]


def charts(screen: ProgressScreen) -> dict[str, ChartView]:
    return {each.chart.title: each for each in page(screen).findChildren(ChartView)}


def link(screen: ProgressScreen, said: str) -> QPushButton:
    return next(each for each in page(screen).findChildren(QPushButton) if each.accessibleName() == said)


def test_a_project_without_articles_says_what_to_do(qtbot: QtBot, project: Project) -> None:
    project.add_annotator("Ana")
    screen = shown(qtbot, project)
    assert "pas encore d'articles" in words(screen)
    with qtbot.waitSignal(screen.action_requested) as asked:
        next(iter(page(screen).findChildren(QPushButton))).click()
    assert asked.args == ["import"]


def test_before_anything_is_done_it_says_what_will_be_here(qtbot: QtBot, project: Project) -> None:
    fill(project)
    screen = shown(qtbot, project)
    assert "Rien n'a encore été fait" in words(screen)
    assert charts(screen) == {}
    assert link(screen, "20 articles restants").text() == "20"


def test_one_day_has_a_table_and_no_forecast(qtbot: QtBot, project: Project) -> None:
    fill(project, 0)
    screen = shown(qtbot, project)
    assert "Une prévision demande au moins 2 jours de travail." in words(screen)
    found = tables(screen)
    day = f"{date.today():%d/%m/%Y}"
    assert texts(found["Jour par jour"]) == [[day, "2", "21", "40", "0", "0", "0", "61", "1,0\u00a0h", "61,0"]]
    assert texts(found["Rythme"]) == [["depuis le début", "1,0\u00a0h", "2", "2,0", "61", "61,0"]]
    (chart,) = charts(screen).values()
    assert (chart.chart.places, chart.chart.series[0].values) == (["dirigeant", "pays"], [21, 40])


def test_many_days_tell_when_the_rest_will_be_done(qtbot: QtBot, project: Project) -> None:
    fill(project, 0, 1, 2)
    screen = shown(qtbot, project)
    # Two a day for an hour, 14 left: seven hours on seven days, as all days were alike.
    by = date.today() + timedelta(days=7)
    assert language.locale().toString(by, "MMMM yyyy") in words(screen)
    assert "7,0\u00a0h\nde travail\n" in words(screen)
    assert "2 minutes" in words(screen)
    found = charts(screen)
    assert found["Articles terminés par jour"].chart.series[0].values == [2, 2, 2]
    assert [(each.name, each.values) for each in found["Articles par état, au fil du temps"].chart.series] == [
        ("terminé", [2, 4, 6])
    ]
    spans = found["Annotations par étiquette depuis le début, imports compris"].chart
    assert {each.name: each.values for each in spans.series} == {"dirigeant": [21, 42, 63], "pays": [40, 80, 120]}
    assert spans.places[-1] == date.today()


def test_days_since_then_are_shown_though_nothing_was_done(qtbot: QtBot, project: Project) -> None:
    fill(project, 3, 4)
    screen = shown(qtbot, project)
    assert charts(screen)["Articles terminés par jour"].chart.series[0].values == [2, 2, 0, 0, 0]
    assert len(texts(tables(screen)["Jour par jour"])) == 2


@pytest.mark.parametrize(("ago", "name"), [(60, "Semaine par semaine"), (400, "Mois par mois")])
def test_longer_times_are_told_of_by_week_and_by_month(qtbot: QtBot, project: Project, ago: int, name: str) -> None:
    fill(project, 0, ago)
    rows = texts(tables(shown(qtbot, project))[name])
    assert [row[1] for row in rows] == ["2", "2"]


def test_numbers_lead_to_their_articles(qtbot: QtBot, project: Project) -> None:
    fill(project, 0, 1)
    screen = shown(qtbot, project)
    for said, wanted in (
        ("4 articles terminés", ArticleQuery(statuses=frozenset({Status.FINISHED}))),
        ("16 articles restants", ArticleQuery(statuses=frozenset({Status.NEW, Status.IN_PROGRESS}))),
    ):
        with qtbot.waitSignal(screen.articles_requested) as asked:
            link(screen, said).click()
        assert asked.args == [wanted, ""]
    by_day = tables(screen)["Jour par jour"]
    today, before = (row[1].drill for row in by_day.cells)
    assert isinstance(today, Articles)
    assert isinstance(before, Articles)
    assert (today.found(), before.found()) == ([3, 4], [1, 2])
    assert f"{date.today():%d/%m/%Y}" in today.words
    total = [row[by_day.heads.index("total")].drill for row in by_day.cells]
    assert [each.found() for each in total if isinstance(each, Articles)] == [[3, 4], [1, 2]]
    chart = charts(screen)["Articles terminés par jour"]
    drills = [row[0].drill for row in chart.table.cells]
    assert [each.found() for each in drills if isinstance(each, Articles)] == [[1, 2], [3, 4]]


def test_numbers_of_others_lead_to_the_articles_as_they_have_them(qtbot: QtBot, project: Project) -> None:
    fill(project, 0)
    screen = shown(qtbot, project, BEN, by=ANA)
    assert "Rien n'a encore été fait" in words(screen)
    everybody = tables(screen)["Par annotateur"]
    assert [row[0].text for row in everybody.cells] == ["Ana", "Ben"]
    new = everybody.cells[1][1].drill
    assert isinstance(new, Articles)
    assert new.found() == list(range(1, 21))
    over = shown(qtbot, project, ANA, by=BEN)
    with qtbot.waitSignal(over.articles_requested) as asked:
        link(over, "2 articles terminés").click()
    assert asked.args == [[1, 2], "Ana : terminé"]


def test_articles_given_out_are_those_that_are_left(qtbot: QtBot, project: Project) -> None:
    fill(project, 0)
    with project.database.transaction():
        project.database.executemany("INSERT INTO assignments VALUES (?, 1, '2022')", [(each,) for each in (1, 7, 9)])
    screen = shown(qtbot, project)
    assert "3 articles confiés" in words(screen)
    with qtbot.waitSignal(screen.articles_requested) as asked:
        link(screen, "2 articles restants").click()
    assert asked.args == [[7, 9], "Ana : articles restants"]


def test_it_speaks_english(qtbot: QtBot, project: Project) -> None:
    fill(project, 0, 1)
    language.install("en")
    try:
        screen = shown(qtbot, project)
        said = words(screen)
        assert "Expected end" in said
        assert "Active time runs from one edit to the next" in said
        assert "Day by day" in tables(screen)
        assert tables(screen)["Day by day"].heads[0] == "day"
    finally:
        language.install("fr")


def test_in_the_window_a_number_opens_its_articles_in_the_list(seat: Seat, qtbot: QtBot) -> None:
    session = seat.window.session
    assert session is not None
    session.open(2)
    session.set_status(Status.FINISHED)
    seat.trigger("statistics")
    seat.window.statistics.page.show_screen("progress")
    QApplication.processEvents()
    screen = seat.window.statistics.page.screen_shown
    assert isinstance(screen, ProgressScreen)
    link(screen, "1 article terminé").click()
    QApplication.processEvents()
    assert list(seat.window.articles.table.articles.order) == [2]
