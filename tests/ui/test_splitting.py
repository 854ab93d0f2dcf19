"""Taking a token apart by keyboard: the choice of the cut, and one whole turn in the window, there and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.app.checking import check
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.app.splits import splits
from annotator.core.splits import Split
from annotator.ui.main_window import MainWindow
from annotator.ui.project_settings.dialog import ProjectSettingsDialog
from annotator.ui.splitting.chooser import SplitChooser
from annotator.ui.tasks import Job
from tests.ui.seat import Seat


@pytest.fixture
def choosing(qtbot: QtBot) -> Callable[[str], SplitChooser]:
    def choose(form: str, edge: int | None = None) -> SplitChooser:
        dialog = SplitChooser(form, edge=edge)
        qtbot.addWidget(dialog)
        dialog.open_below(QRect(300, 300, 80, 20))
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog

    return choose


def press(dialog: QDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or dialog, key)


def test_the_likely_cut_is_proposed_and_enter_agrees(choosing: Callable[[str], SplitChooser]) -> None:
    dialog = choosing("superOTAN")
    assert dialog.split().parts == ("super", "OTAN")
    assert dialog.word.hasFocus()
    assert dialog.word.accessibleDescription() == "super + OTAN"
    press(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_arrows_move_the_cut_and_space_keeps_one_and_adds_another(choosing: Callable[[str], SplitChooser]) -> None:
    dialog = choosing("ABCD")
    press(dialog, Qt.Key.Key_Home)
    assert dialog.split().parts == ("A", "BCD")
    press(dialog, Qt.Key.Key_Left)
    assert dialog.split().parts == ("A", "BCD")
    press(dialog, Qt.Key.Key_Right)
    assert dialog.split().parts == ("AB", "CD")
    press(dialog, Qt.Key.Key_Space)
    assert dialog.split().parts == ("AB", "C", "D")
    assert dialog.word.accessibleDescription() == "AB + C + D"
    press(dialog, Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert dialog.split().parts == ("ABC", "D")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_click_puts_the_cut_where_it_is(choosing: Callable[[str], SplitChooser]) -> None:
    dialog = choosing("abcdef", 3)
    word = dialog.word
    assert dialog.split().parts == ("abc", "def")
    QTest.mouseClick(word, Qt.MouseButton.LeftButton, pos=word.rect().center() - word.rect().center() / 2)
    assert dialog.split().parts == ("a", "bcdef")
    QTest.mouseClick(word, Qt.MouseButton.LeftButton, pos=word.rect().center() * 1.5)
    assert dialog.split().parts == ("abcde", "f")


@pytest.mark.parametrize("form", ["ab", "x" * 100, "😀é€-/ß"])
def test_any_word_fits_and_can_be_painted(choosing: Callable[[str], SplitChooser], form: str) -> None:
    dialog = choosing(form)
    assert not dialog.word.grab().isNull()
    assert dialog.word.width() >= dialog.word.sizeHint().width() - 1
    assert dialog.screen().availableGeometry().contains(dialog.geometry())
    press(dialog, Qt.Key.Key_End)
    assert "".join(dialog.split().parts) == form


def test_where_nothing_is_chosen_or_nothing_can_be_cut_it_is_said(seat: Seat) -> None:
    seat.press("Escape")
    seat.click_on("à")
    seat.press("C")
    assert seat.said == "Il n'y a rien à couper ici : «\u00a0à\u00a0»."
    seat.window.open_article(3)
    seat.press("C")
    assert seat.said == "Allez d'abord sur le mot à couper."


def test_the_cut_goes_where_the_drag_began_or_ended(seat: Seat) -> None:
    proposed: list[tuple[str, ...]] = []

    def look(dialog: QDialog) -> None:
        proposed.append(dialog.split().parts)
        QTest.keyClick(dialog.word, Qt.Key.Key_Escape)

    view, start = seat.window.workbench.view, seat.text.index("Zelensky")
    for words in ("lensky", "Zele", "Zelensky"):
        seat.press("Escape")
        seat.select(words)
        assert view.selection() == (start, start + 8)
        in_dialog(SplitChooser, look)
        seat.window.splitting.ask()
    assert proposed == [("Ze", "lensky"), ("Zele", "nsky"), ("Zele", "nsky")]


TEXT = "Un discours superOTAN, dit-on.\n\nLe Mali attend."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text("Un autre superOTAN.", "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / "a.txt", tmp_path / "b.txt"])
        yield project


@pytest.fixture
def window(project: Project, own_settings: None, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.projects.open(project.path)
    window.activateWindow()
    yield window
    window.close()


def in_dialog(kind: type[QDialog], do: Callable[[QDialog], object]) -> None:
    """Do something in the dialog that the next action opens."""

    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            try:
                do(dialog)
            finally:
                dialog.close()
        else:
            QTimer.singleShot(20, begin)

    QTimer.singleShot(20, begin)


def test_c_cuts_a_word_everywhere_and_the_settings_join_it_again(
    window: MainWindow, project: Project, qtbot: QtBot
) -> None:
    view, start = window.workbench.view, TEXT.index("superOTAN")
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)
    view.focus_mark(None)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in TEXT[:start].split():
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.cursor_word() == (start, start + 9)

    in_dialog(SplitChooser, lambda dialog: QTest.keyClick(dialog.word, Qt.Key.Key_Return))
    QTest.keyClick(view, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: view.cursor_word() == (start + 5, start + 9), timeout=60_000)
    assert window.messages.words() == "«\u00a0superOTAN\u00a0» est coupé en super + OTAN dans 2 articles."
    assert splits(project) == (Split("superOTAN", ("super", "OTAN")),)
    QTest.keyClick(view, Qt.Key.Key_1)
    assert [TEXT[mark.start : mark.end] for mark in window.workbench.marks if mark.span] == ["OTAN"]
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)
    assert [each.label for each in project.suggestions(2).values()] == ["alliance"]

    told: list[str] = []

    def take_out(dialog: ProjectSettingsDialog) -> None:
        dialog.splits.table.setCurrentCell(0, 0)
        dialog.splits.remove.click()
        qtbot.waitUntil(lambda: dialog.splits.told.text() not in ("", "Les articles sont lus…"), timeout=60_000)
        told.append(dialog.splits.told.text())
        told.append(str(dialog.splits.table.rowCount()))
        dialog.close()

    in_dialog(ProjectSettingsDialog, take_out)
    window.project_settings.open("splits")
    assert told[0].startswith("« superOTAN » doit rester tel quel")
    assert told[1] == "1"

    mark = next(mark for mark in window.workbench.marks if mark.span)
    window.session.remove(mark)
    in_dialog(ProjectSettingsDialog, take_out)
    window.project_settings.open("splits")
    assert told[2:] == ["«\u00a0superOTAN\u00a0» est de nouveau d'un seul tenant, dans 2 articles.", "0"]
    assert window.session.article.grid.holds(start, start + 9)
    assert not window.session.article.grid.holds(start + 5, start + 9)
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)
    assert project.suggestions(2) == {}
    assert check(project).problems == ()


def test_a_cut_that_is_interrupted_says_so_where_it_was_asked_for(seat: Seat) -> None:
    heard: list[str] = []
    seat.window.splitting.refused.connect(lambda reason: heard.append(reason.fr))
    seat.window.tasks.cancelled.emit(Job.EXPORT, 0)
    assert heard == []
    seat.window.tasks.cancelled.emit(Job.SPLIT, 0)
    assert heard == ["Interrompu ; rien n'a été modifié."]
