"""What is compared on the settling page, what it says where nothing is left, and many places at one stroke."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.app.project import Project
from annotator.core.annotation import Status
from annotator.ui.settling import bulk_dialog
from annotator.ui.settling.bulk_dialog import BulkDialog
from annotator.ui.settling.comparing import Compared, ComparedSheet
from tests.app.two_annotators import give
from tests.ui.settler import ADA, BEN, KIEV, SWEDEN, TALLINN, Settler, seated, sit


def test_the_statistics_narrow_the_page_to_their_articles_until_the_chip_is_taken_off(settler: Settler) -> None:
    settler.press("F8")
    settler.window.statistics.settling_requested.emit((2,))
    QApplication.processEvents()
    assert settler.page.isVisible()
    assert settler.passage == "OTAN"
    assert settler.shown("section") == "Point 1 sur 2"
    assert settler.page.view.hasFocus()
    assert [row.split(" : ")[0] for row in settler.rows] == [SWEDEN]
    assert settler.page.comparing.chip.text().startswith("1 article choisi")
    settler.press("A", "A", "Return")
    assert settler.said == "Les articles choisis sont réglés."
    assert len(settler.rows) == 1  # it stays, though it is finished
    settler.page.comparing.chip.click()
    assert not settler.page.comparing.chip.isVisible()
    assert [row.split(" : ")[0] for row in settler.rows] == [KIEV, TALLINN]
    assert settler.passage == "président Zelensky"


def test_a_rule_is_kept_to_the_articles_that_were_chosen(settler: Settler, qtbot: QtBot) -> None:
    settler.press("F8")
    settler.window.statistics.settling_requested.emit((2, 3))
    QApplication.processEvents()
    settler.page.bulk.click()
    dialog = settler.window.findChild(BulkDialog)
    qtbot.waitUntil(lambda: dialog.effect().startswith("3 points seront réglés dans 2 articles."))
    dialog.where.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.effect().startswith("4 points seront réglés dans 3 articles."))
    dialog.reject()


def test_chosen_articles_that_nobody_shares_are_said_to_be_so_and_let_go(settler: Settler) -> None:
    settler.settle()
    settler.page.comparing.chosen.emit(Compared(articles=frozenset({99})))
    assert settler.shown("empty_title") == "Rien à départager dans ce qui est choisi."
    assert "Aucun des articles choisis" in settler.shown("empty_words")
    assert "Ben, Zoé" in settler.shown("empty_words")
    way_out = next(each for each in settler.page.findChildren(QPushButton) if each.text() == "Tout comparer de nouveau")
    way_out.click()
    assert settler.passage == "président Zelensky"


def test_who_is_compared_is_chosen_and_two_always_stay(three: Settler) -> None:
    page = three.settle()
    assert page.comparing.button.toolTip() == "Comparés : Zoé, Ben, Eva · terminés"
    assert three.shown("section") == "Point 1 sur 4"
    page.comparing.button.click()
    sheet = three.window.findChild(ComparedSheet)
    boxes = {box.text(): box for box in sheet.findChildren(QCheckBox)}
    boxes["Eva"].click()
    assert [name for name, box in boxes.items() if not box.isEnabled()] == ["Zoé", "Ben", "terminés"]
    assert three.shown("section") == "Point 1 sur 3"
    assert not any(each.isVisible() for each in page.findChildren(QWidget, "take_3"))
    sheet.close()
    assert page.comparing.button.toolTip() == "Comparés : Zoé, Ben · terminés"
    page.comparing.button.click()
    again = {box.text(): box for box in page.comparing.findChildren(QCheckBox) if box.isVisible()}
    again["Eva"].click()
    assert three.shown("section") == "Point 1 sur 4"


def test_work_in_progress_is_compared_where_that_is_chosen(
    qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None
) -> None:
    with Project.create(tmp_path / "guerre.annot") as project:
        give(project, "Ben", BEN[:1])
        give(project, "Zoé", ADA[:1], Status.IN_PROGRESS)
    settler = Settler(tmp_path / "guerre.annot")
    settler.open()
    for _ in seated(settler):
        page = settler.settle()
        assert "terminé par deux personnes" in settler.shown("empty_title")
        page.choose.click()
        sheet = settler.window.findChild(ComparedSheet)
        next(box for box in sheet.findChildren(QCheckBox) if box.text() == "en cours").click()
        sheet.close()
        assert page.comparing.button.toolTip() == "Comparés : Ben, Zoé · terminés, en cours"
        assert settler.passage == "président Zelensky"
        page.comparing.chosen.emit(Compared(statuses=frozenset({Status.SET_ASIDE})))
        assert "leurs articles mis de côté" in settler.shown("empty_words")


def test_where_everything_is_settled_the_page_says_so_and_shows_it_again(settler: Settler) -> None:
    page = settler.settle()
    settler.press("A", "A", "A", "Return", "A", "A", "Return", "Return", "F8", "Shift+F8")
    assert settler.shown("empty_title") == "Tout est réglé."
    assert settler.shown("empty_words").startswith("3 articles annotés à plusieurs : tout est terminé.")
    settler.press("Ctrl+Z")  # the third is finished no more
    assert settler.rows == ["L’Estonie achète des obusiers K9. : 2 accords à accepter"]
    settler.press("Return", "F8", "Shift+F8")
    next(each for each in page.findChildren(QPushButton) if each.text() == "Montrer les terminés").click()
    assert len(settler.rows) == 3
    assert page.view.hasFocus()
    assert settler.page.findChild(QLabel, "settling_title").text() == KIEV


def test_what_was_finished_is_in_the_list_again_when_it_is_opened(settler: Settler) -> None:
    settler.settle()
    settler.press("A", "A", "A", "Return", "F8", "Shift+F8")
    assert [row.split(" : ")[0] for row in settler.rows] == [SWEDEN, TALLINN]
    settler.press("Ctrl+Z")
    assert [row.split(" : ")[0] for row in settler.rows] == [KIEV, SWEDEN, TALLINN]


def test_after_a_step_in_bulk_and_its_undo_it_is_about_the_same_place(settler: Settler, qtbot: QtBot) -> None:
    page = settler.settle()
    settler.press("J")
    page.bulk.click()
    dialog = settler.window.findChild(BulkDialog)
    qtbot.waitUntil(lambda: dialog.effect().startswith("4 points"))
    dialog.findChild(QPushButton, "primary").click()
    assert settler.passage == "chars Leopard 2 allemands"
    settler.press("Ctrl+Z", "Ctrl+Shift+Z")
    assert settler.passage == "chars Leopard 2 allemands"


def test_articles_in_which_nothing_is_left_are_finished_with_it_where_that_is_ticked(
    settler: Settler, qtbot: QtBot
) -> None:
    page = settler.settle()
    page.bulk.click()
    dialog = settler.window.findChild(BulkDialog)
    dialog.finish.click()
    qtbot.waitUntil(lambda: "1 article sera terminé." in dialog.effect())
    dialog.findChild(QPushButton, "primary").click()
    assert settler.said.startswith("4 points réglés dans 3 articles, 1 article terminé, en une étape")
    assert [settler.layer(id).status for id in (1, 2, 3)] == [Status.IN_PROGRESS] * 2 + [Status.FINISHED]
    assert settler.rows[2].endswith("✓ terminé")
    settler.press("Ctrl+Z")
    assert settler.layer(3).status is Status.NEW
    assert settler.rows[2].endswith("2 accords à accepter")


def test_many_places_are_settled_in_the_background_and_taken_back_in_one_step(
    qtbot: QtBot, tmp_path: Path, own_settings: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_dialog, "_AT_ONCE", 1)
    for settler in seated(sit(tmp_path / "guerre.annot", ("Ben", BEN), ("Zoé", ADA))):
        page = settler.settle()
        page.bulk.click()
        dialog = settler.window.findChild(BulkDialog)
        qtbot.waitUntil(lambda dialog=dialog: dialog.effect().startswith("4 points seront"))
        dialog.reason.setText("consigne 1")
        dialog.findChild(QPushButton, "primary").click()
        assert dialog.effect() == "4 points en cours d'enregistrement…"
        assert [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()] == ["Arrêter"]
        dialog.reject()  # the process is not there yet
        qtbot.waitUntil(lambda dialog=dialog: dialog.effect() == "Arrêté : rien n'a changé.", timeout=30_000)
        assert settler.settled() == []
        dialog.findChild(QPushButton, "primary").click()
        qtbot.waitUntil(lambda settler=settler: "4 points réglés dans 3 articles" in settler.said, timeout=30_000)
        assert settler.settled() == [("Kiev", "country")]
        assert settler.layer().settled[0].reason == "consigne 1"
        assert settler.rows[2].endswith("tout est réglé, à terminer")
        settler.press("Ctrl+Z")
        assert settler.settled() == settler.settled(2) == settler.settled(3) == []
