"""The page to begin from: recent projects, how they stand, and the way in by keys alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app import recents, settings
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.corrections import set_status
from annotator.ui.welcome import EmptyPage, WelcomePage
from tests.ui.seat import ADA, make_project


@pytest.fixture
def projects(tmp_path: Path, own_settings: None) -> list[Path]:
    """Two projects that are there and one that has gone; the one opened last comes first."""
    first, second, gone = (tmp_path / f"{name}.annot" for name in ("Guerre", "Vide", "Perdu"))
    with Project.open(make_project(first)) as project:
        Session(project, 1).change_each([1], lambda annotation: set_status(annotation, Status.FINISHED))
    Project.create(second).close()
    for path in (gone, second, first):
        recents.remember(path)
    return [first, second, gone]


@pytest.fixture
def page(qtbot: QtBot, projects: list[Path]) -> WelcomePage:
    return shown(qtbot)


def shown(qtbot: QtBot) -> WelcomePage:
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    return page


def said(page: WelcomePage) -> list[str]:
    """What a screen reader says of each row."""
    model = page.recent.projects
    return [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def heard(signal: object) -> list[object]:
    told: list[object] = []
    signal.connect(lambda *what: told.append(what[0] if what else None))
    return told


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def test_recent_projects_tell_how_they_stand(page: WelcomePage, projects: list[Path], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "introuvable" in said(page)[2])
    guerre, vide, perdu = said(page)
    assert guerre.startswith("Guerre, 1 sur 3 articles terminés, aujourd'hui à ")
    assert guerre.endswith(str(projects[0].parent))
    assert vide.startswith("Vide, vide, ")
    assert perdu.startswith("Perdu, introuvable")
    assert not any(Path(f"{path}-wal").exists() for path in projects)


def test_a_locked_project_is_listed_all_the_same(page: WelcomePage, projects: list[Path], qtbot: QtBot) -> None:
    with closing(sqlite3.connect(projects[0])) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        page.refresh()
        qtbot.waitUntil(lambda: "introuvable" in said(page)[2])
        assert said(page)[0].startswith("Guerre, ")
        other.rollback()


def test_arrows_and_enter_open_a_project(page: WelcomePage, projects: list[Path], qtbot: QtBot) -> None:
    chosen = heard(page.project_chosen)
    qtbot.waitUntil(page.recent.hasFocus)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Enter)
    assert chosen == [projects[1], projects[0]]


def test_the_arrows_reach_the_buttons_and_come_back(page: WelcomePage, qtbot: QtBot) -> None:
    asked = [heard(signal) for signal in (page.new_requested, page.open_requested, page.sample_requested)]
    qtbot.waitUntil(page.recent.hasFocus)
    press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    press(Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert [len(each) for each in asked] == [1, 1, 1]
    press(Qt.Key.Key_Down)
    assert page.recent.hasFocus()


def test_a_click_opens_and_a_missing_one_is_to_be_forgotten(
    page: WelcomePage, projects: list[Path], qtbot: QtBot
) -> None:
    chosen, forgotten = heard(page.project_chosen), heard(page.forget_requested)
    qtbot.waitUntil(lambda: "introuvable" in said(page)[2])
    for row in (1, 2):
        spot = page.recent.visualRect(page.recent.projects.index(row)).center()
        QTest.mouseClick(page.recent.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (chosen, forgotten) == ([projects[1]], [projects[2]])


def test_delete_takes_any_project_out_of_the_list(page: WelcomePage, projects: list[Path], qtbot: QtBot) -> None:
    forgotten = heard(page.forget_requested)
    qtbot.waitUntil(page.recent.hasFocus)
    press(Qt.Key.Key_Delete)
    assert forgotten == [projects[0]]
    recents.forget(projects[0])
    page.refresh()
    assert [each.split(",")[0] for each in said(page)] == ["Vide", "Perdu"]


def test_without_recent_projects_it_says_what_a_project_is(own_settings: None, qtbot: QtBot) -> None:
    page = shown(qtbot)
    qtbot.waitUntil(page.new.hasFocus)
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(each.startswith("Un projet est un seul fichier") for each in words)
    assert "Projets récents" not in words
    assert not page.recent.isVisible()


def test_the_name_is_asked_for_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, projects: list[Path]
) -> None:
    page = shown(qtbot)
    assert not page.name_line.isVisible()  # it was given
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    page.refresh()
    assert page.name_line.isVisible()
    page.name_line.name.setText(ADA)
    page.name_line.name.setFocus()
    press(Qt.Key.Key_Return)
    assert settings.load().annotator == ADA
    assert not page.name_line.isVisible()


@pytest.mark.parametrize("times", [1, 2])
def test_everything_has_room_in_a_small_window_and_at_twice_the_size(
    qtbot: QtBot, projects: list[Path], times: int
) -> None:
    application = QApplication.instance()
    font = application.font()
    larger = application.font()
    larger.setPointSizeF(font.pointSizeF() * times)
    application.setFont(larger)
    try:
        page = shown(qtbot)
        page.resize(700 * times, 400)
        QApplication.processEvents()
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width()
                assert button.height() >= button.minimumSizeHint().height()
        rows = page.recent.sizeHintForRow(0) * page.recent.projects.rowCount()
        assert page.recent.viewport().height() >= rows
        bottom = page.recent.mapTo(page.widget(), QPoint(0, page.recent.height())).y()
        assert page.widget().height() >= bottom
    finally:
        application.setFont(font)


def test_an_empty_project_offers_three_ways_in(qtbot: QtBot) -> None:
    page = EmptyPage()
    qtbot.addWidget(page)
    page.show()
    asked = [heard(signal) for signal in (page.files_requested, page.folder_requested, page.paste_requested)]
    for button in page.findChildren(QPushButton):
        button.click()
    assert [len(each) for each in asked] == [1, 1, 1]
