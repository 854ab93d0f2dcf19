"""Work in the real background process, seen from the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from annotator.app.export_options import ExportOptions
from annotator.app.project import Project
from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.ui.messages.details_dialog import DetailsDialog
from annotator.ui.tasks import Job
from tests.ui.seat import ADA, Seat

_PATIENCE = 60_000
NEWS = "La Pologne livrera douze chars Leopard 2 à l'Ukraine, a dit l'OTAN."


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path, own_settings: None) -> Iterator[Seat]:
    """A window on an empty project, with its background process."""
    path = tmp_path / "guerre.annot"
    Project.create(path).close()
    sitting = Seat(path).open()
    yield sitting
    sitting.window.close()
    sitting.window.deleteLater()
    QApplication.processEvents()


def test_articles_come_in_are_suggested_and_go_out(seat: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    window, tasks = seat.window, seat.window.tasks
    source = tmp_path / "depeche.txt"
    source.write_text(NEWS, "utf-8")
    said: list[str] = []
    tasks.finished.connect(lambda *_: said.append(seat.said))
    again = source.with_name("copie.txt")
    again.write_text(NEWS, "utf-8")
    window.intake.import_files([source, again])
    assert seat.label("work").startswith("Import")
    qtbot.waitUntil(lambda: len(said) >= 3 and not tasks.busy(), timeout=_PATIENCE)
    assert "1 article importé" in seat.said
    assert "1 doublon refusé" in seat.said
    assert {"Pologne", "Ukraine", "OTAN"} <= {row[1] for row in seat.listed}
    assert not window.status_line.findChild(QToolButton).isVisible()

    with Project.open(seat.path) as project, project.database.transaction():
        project.database.execute("DELETE FROM suggestions WHERE label_id = 'country'")
    window.list_work.suggestions_requested.emit([1])  # read before, and read again on request
    qtbot.waitUntil(lambda: not tasks.busy(), timeout=_PATIENCE)
    assert {"Pologne", "Ukraine", "OTAN"} <= {row[1] for row in seat.listed}

    mine = ExportOptions(annotators=(ADA,))
    window.exports.export_to(tmp_path / "export", mine)  # nothing is finished yet
    qtbot.waitUntil(lambda: not tasks.busy(), timeout=_PATIENCE)
    assert not (tmp_path / "export").exists()
    assert seat.said.startswith("Rien n'a été exporté")

    seat.press("A", "Ctrl+Return")
    with Project.open(seat.path) as project:
        assert project.annotation(1, 1).status is Status.FINISHED
    window.exports.export_to(tmp_path / "export", replace(mine, articles=(2,)))
    qtbot.waitUntil(lambda: not tasks.busy(), timeout=_PATIENCE)
    assert not (tmp_path / "export").exists()
    window.exports.export_to(tmp_path / "export", replace(mine, articles=(1,)))
    qtbot.waitUntil(lambda: not tasks.busy(), timeout=_PATIENCE)
    assert "1 article exporté" in seat.said
    assert (tmp_path / "export" / "train.spacy").exists()


def test_work_is_cancelled_and_the_window_closes_in_the_midst_of_it(seat: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"{NEWS} {number}", "utf-8")
    tasks = seat.window.tasks
    seat.window.intake.import_files([folder])
    seat.press("Shift+Escape")
    qtbot.waitUntil(lambda: not tasks.busy(), timeout=_PATIENCE)
    assert seat.said == "Import interrompu : rien n'a été importé."
    assert seat.label("work") == ""
    seat.window.intake.import_files([folder])
    seat.window.close()  # that nothing is left running is looked after for every test
    assert not tasks.busy()


def test_a_cancelled_import_leaves_nothing_behind(seat: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1000):
        (folder / f"{number}.txt").write_text(f"{NEWS} {number}", "utf-8")
    window, tasks = seat.window, seat.window.tasks
    seen: list[int] = []

    def stop(job: Job, done: int, _total: int | None) -> None:
        if job is Job.IMPORT:
            seen.append(done)
            if done > 500:
                window.status_line.findChild(QToolButton, "cancel_work_button").click()

    tasks.progressed.connect(stop)
    window.intake.import_files([folder])
    with qtbot.waitSignal(tasks.cancelled, timeout=_PATIENCE) as cancelled:
        pass
    assert cancelled.args == [Job.IMPORT, 0]
    assert seat.said == "Import interrompu : rien n'a été importé."
    assert len(seen) > 5
    with Project.open(seat.path) as project:
        assert project.article_ids() == []
    assert window.articles.total() == 0
    tasks.cancel()


def test_nothing_to_cancel_is_said(seat: Seat, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not seat.window.tasks.busy(), timeout=_PATIENCE)
    seat.press("Shift+Escape")
    assert seat.said == "Aucun travail n'est en cours."


def test_a_failure_of_the_program_has_details_to_copy(
    seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not seat.window.tasks.busy(), timeout=_PATIENCE)
    seat.window.tasks.failed.emit(Job.EXPORT, Wording("it broke.", "c'est cassé."), "Traceback: line 1")
    assert seat.said == "C'est cassé."
    copied: list[str] = []

    def look(dialog: DetailsDialog) -> int:
        dialog.findChild(QPushButton, "copy_details").click()
        copied.append(QGuiApplication.clipboard().text())
        return 0

    monkeypatch.setattr(DetailsDialog, "exec", look)
    seat.window.messages.act()
    assert copied == ["c'est cassé.\n\nTraceback: line 1"]
    seat.window.tasks.failed.emit(Job.EXPORT, Wording("full.", "plein."), "")
    assert seat.window.messages.offered() == ""
