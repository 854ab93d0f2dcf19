"""Much that is to be looked through for consistency is looked through by the real background process."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_records
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core import corrections
from annotator.core.annotation import Status
from annotator.formats.records import Record
from tests.app.test_consistency import give
from tests.ui.seat import ADA, Seat
from tests.ui.test_statistics_consistency import details, opened, rows, words


@pytest.fixture
def attended_seat(qtbot: QtBot, tmp_path: Path, own_settings: None) -> Iterator[Seat]:
    """A window with its background process, on a project in which much is to be looked through."""
    path = tmp_path / "guerre.annot"
    with Project.create(path) as project:
        ada = Session(project, project.add_annotator(ADA))
        texts = [Record(f"Ici Kiev, dépêche {number}.", f"{number}") for number in range(201)]
        import_records(project, texts, ImportOptions())
        ada.change_each(project.article_ids(), partial(corrections.set_status, status=Status.FINISHED))
        give(ada, "Kiev attend.", ("Kiev", "country"))
    seat = Seat(path)
    yield seat.open()
    seat.window.close()
    QApplication.processEvents()


def test_what_takes_long_is_looked_through_in_the_background(attended_seat: Seat, qtbot: QtBot) -> None:
    screen = opened(attended_seat)
    assert "Comptage en cours…" in words(screen)
    attended_seat.window.tasks.preview_progressed.emit(screen._number, 50, 202)
    assert "Comptage en cours : 50 articles sur 202…" in words(screen)
    qtbot.waitUntil(lambda: "Comptage en cours" not in words(screen), timeout=30_000)
    assert rows(screen) == ["Kiev : non annoté\u00a0201  ·  pays\u00a01"]
    assert details(screen).head.text() == "Kiev : 202 endroits (200 montrés)"


def test_where_the_background_fails_it_can_be_asked_for_again(attended_seat: Seat, qtbot: QtBot) -> None:
    screen, told = opened(attended_seat), "Des articles ont changé depuis le dernier comptage."
    worker = attended_seat.window.tasks._worker
    assert worker is not None
    assert worker._running is not None
    worker._running._process.kill()
    qtbot.waitUntil(lambda: told in words(screen), timeout=30_000)
    again = next(each for each in screen.findChildren(QPushButton) if each.text() == "Compter maintenant")
    again.click()
    assert "Comptage en cours…" in words(screen)
    qtbot.waitUntil(lambda: rows(screen) == ["Kiev : non annoté\u00a0201  ·  pays\u00a01"], timeout=30_000)
