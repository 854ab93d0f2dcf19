"""Articles on their way into the window: dropped anywhere, pasted, seen before they come, and told of afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app import recents, settings
from annotator.app.session import Session
from annotator.core.corrections import set_trashed
from annotator.ui.import_preview import ImportPreview
from annotator.ui.intake.dropping import DropHint
from annotator.ui.intake.paste import PasteDialog
from annotator.ui.intake.report_dialog import ReportDialog
from annotator.ui.intake.report_table import ReportTable
from tests.ui.dialogs import in_dialog, type_file
from tests.ui.seat import TEXTS, Seat, make_project, rows_of


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None) -> Iterator[Seat]:
    """A window without a project."""
    sitting = Seat(tmp_path / "nouveau.annot")
    yield sitting
    sitting.window.close()
    sitting.window.deleteLater()
    QApplication.processEvents()


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([*(QUrl.fromLocalFile(str(path)) for path in paths), QUrl("https://example.org/b.txt")])
    return mime


def words(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def drag(seat: Seat, mime: QMimeData) -> str:
    """Drag something over the window; return what it promises."""
    buttons = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), *buttons)
    QApplication.sendEvent(seat.window, enter)
    said = seat.window.findChild(DropHint).words()
    assert enter.isAccepted() is bool(said)
    return said


def drop(seat: Seat, mime: QMimeData) -> None:
    drag(seat, mime)  # Qt delivers no drop otherwise
    buttons = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(seat.window, QDropEvent(QPointF(9, 9), *buttons))
    assert seat.window.findChild(DropHint).words() == ""
    QTest.qWait(30)


def accept(dialog: QDialog) -> None:
    """Agree, whatever there is in the dialog yet."""
    assert isinstance(dialog, ImportPreview | PasteDialog)
    dialog.take.click()


# Drops


def test_dropped_files_are_seen_first_and_then_imported(seat: Seat, tmp_path: Path) -> None:
    assert drag(seat, files(tmp_path / "a.txt")) == "Déposez pour importer 1 élément"
    seen = in_dialog(lambda dialog: isinstance(dialog, ImportPreview) or pytest.fail("another dialog"))
    drop(seat, files(tmp_path / "a.txt"))
    assert seen == ["Aperçu de l'import"]
    assert seat.label("work") == "" or not seat.label("work").startswith("Import")

    in_dialog(accept)
    drop(seat, files(tmp_path / "a.txt", tmp_path / "b"))
    assert seat.label("work").startswith("Import")


def test_what_leaves_the_window_again_leaves_no_trace(seat: Seat, tmp_path: Path) -> None:
    drag(seat, files(tmp_path))
    hint = seat.window.findChild(DropHint)
    assert hint.isVisible()
    assert hint.size() == seat.window.size()
    QApplication.sendEvent(seat.window, QDragLeaveEvent())
    assert not hint.isVisible()


def test_what_cannot_be_taken_is_refused(seat: Seat) -> None:
    picture = QMimeData()
    picture.setData("image/png", b"\x89PNG")
    assert drag(seat, picture) == ""


def test_a_dropped_project_is_opened(seat: Seat, tmp_path: Path) -> None:
    other = make_project(tmp_path / "autre.annot")
    assert "autre" in drag(seat, files(other))
    drop(seat, files(other))
    assert seat.window.windowTitle().startswith("autre")


def test_a_project_dropped_on_the_welcome_page_is_opened(bare: Seat, tmp_path: Path) -> None:
    assert bare.window.pages.welcome.isVisible()
    drop(bare, files(make_project(tmp_path / "autre.annot")))
    assert bare.window.windowTitle().startswith("autre")
    assert bare.window.workbench.isVisible()


def test_files_dropped_without_a_project_wait_for_one(bare: Seat, tmp_path: Path) -> None:
    drop(bare, files(tmp_path / "a.txt"))
    bar = bare.window.messages
    assert bar.offered() == "Nouveau projet…"

    in_dialog(lambda _: None)  # thought better of
    bar.act()
    assert bare.window.pages.welcome.isVisible()

    drop(bare, files(tmp_path / "a.txt"))
    type_file(bare.path)
    seen: list[list[str]] = []
    bare.window.projects.opened.connect(lambda _: seen.append(in_dialog(accept)))
    bar.act()
    assert seen == [["Aperçu de l'import"]]
    assert bare.label("work").startswith("Import")


def test_dropped_text_becomes_an_article(seat: Seat) -> None:
    assert "article" in drag(seat, words("Un texte neuf."))
    seen: list[str] = []
    in_dialog(lambda dialog: seen.append(dialog.record.text))
    drop(seat, words("Un texte neuf."))
    assert seen == ["Un texte neuf."]


# Pasting


def test_pasted_text_is_imported(seat: Seat) -> None:
    QGuiApplication.clipboard().setText("La Suède rejoint l'OTAN.")

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        dialog.findChildren(QLineEdit)[0].setText("Un titre")
        accept(dialog)

    assert in_dialog(fill) == []
    seat.press("Ctrl+Shift+V")
    assert seat.label("work").startswith("Import")


def test_pasted_files_are_seen_first(seat: Seat, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setMimeData(files(tmp_path / "a.txt"))
    seen = in_dialog(lambda _: None)
    seat.press("Ctrl+Shift+V")
    assert seen == ["Aperçu de l'import"]


def test_a_text_that_is_there_is_opened_instead(seat: Seat) -> None:
    QGuiApplication.clipboard().setText(TEXTS[1])
    in_dialog(accept)
    seat.press("Ctrl+Shift+V")
    assert seat.window.session.article.id == 2
    assert seat.label("work") == "" or not seat.label("work").startswith("Import")


def test_a_text_that_lies_in_the_trash_comes_back(seat: Seat) -> None:
    session = seat.window.session
    session.change_each([2], lambda annotation: set_trashed(annotation, True))
    QGuiApplication.clipboard().setText(TEXTS[1])
    in_dialog(accept)
    seat.press("Ctrl+Shift+V")
    assert not seat.annotation(2).trashed
    assert session.article.id == 2


def test_without_a_project_a_text_waits_for_one(bare: Seat) -> None:
    QGuiApplication.clipboard().setText("Un texte.")
    bare.trigger("paste_text")
    assert bare.window.messages.offered() == "Nouveau projet…"


# Projects


def test_closing_a_project_leads_back_to_the_page_to_begin_from(seat: Seat, qtbot: QtBot) -> None:
    seat.press("Return", "Ctrl+W")
    window = seat.window
    assert window.pages.welcome.isVisible()
    assert window.windowTitle() == "Annotator"
    assert [seat.label(name) for name in ("saved", "place", "count")] == ["", "", ""]
    assert not Path(f"{seat.path}-wal").exists()
    qtbot.waitUntil(window.pages.welcome.recent.hasFocus)
    seat.press("Return")
    assert window.windowTitle().startswith("guerre")
    assert seat.spans() == [("Zelensky", "leader")]


def test_a_project_that_has_gone_is_taken_out_of_the_list_and_put_back(bare: Seat, tmp_path: Path) -> None:
    gone = tmp_path / "perdu.annot"
    recents.remember(gone)
    page = bare.window.pages.welcome
    page.refresh()
    page.forget_requested.emit(gone)
    assert settings.load().recent == ()
    assert page.recent.projects.rowCount() == 0
    assert "perdu" in bare.said
    bare.window.messages.act()
    assert settings.load().recent == (gone,)
    assert page.recent.projects.rowCount() == 1


def test_the_menu_offers_recent_projects(seat: Seat, tmp_path: Path) -> None:
    other = make_project(tmp_path / "autre.annot")
    recents.remember(tmp_path / "perdu.annot")
    recents.remember(other)
    menu = next(each for each in seat.window.menuBar().findChildren(QMenu) if each.title() == "Projets &récents")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["&1  autre", "&2  perdu"]  # not the one that is open
    menu.actions()[0].trigger()
    assert seat.window.windowTitle().startswith("autre")


# What is told afterwards

REPORT = {
    "files": 2,
    "articles": 1,
    "spans": 0,
    "first": 4,
    "duplicates": [{"where": "/in/a.txt", "title": "Un", "spans": 0, "fr": "ce texte est déjà dans le projet"}],
    "problems": [{"where": "/in/b.txt", "fr": "le texte est vide."}],
    "left_out": [],
    "notes": [],
    "unfinished": [],
}


def test_the_details_of_an_import_are_a_list_to_copy_and_to_save(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ReportDialog(REPORT)
    qtbot.addWidget(dialog)
    dialog.show()
    assert rows_of(dialog.findChild(ReportTable)) == [
        ("Illisible", "in/b.txt", "Le texte est vide."),
        ("Doublon", "in/a.txt", "Ce texte est déjà dans le projet («\u00a0Un\u00a0»)."),
    ]
    copy, save = (
        next(button for button in dialog.findChildren(QPushButton) if name in button.text().replace("&", ""))
        for name in ("Copier", "Enregistrer")
    )
    copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Illisible\t/in/b.txt\tLe texte est vide."
    type_file(tmp_path / "rapport")
    save.click()
    assert (tmp_path / "rapport.txt").read_text("utf-8") == QGuiApplication.clipboard().text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_message_after_an_import_leads_to_the_details(seat: Seat) -> None:
    from annotator.ui.tasks import Job

    seat.window.tasks.finished.emit(Job.IMPORT, REPORT)
    bar = seat.window.messages
    assert bar.words().startswith("1 article importé. 1 doublon refusé")
    assert bar.offered() == "Détails…"
    seen = in_dialog(lambda _: None)
    seat.press("Ctrl+M")
    assert seen == ["Détails de l'import"]
    assert isinstance(seat.window.session, Session)
