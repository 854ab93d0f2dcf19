"""Copies of a project merged in the window: what would come, where they differ, the merge, and the way back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.app.lexicon import add_entry
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.splits import add_split
from annotator.core.merge_report import Part
from annotator.core.splits import clean_split
from annotator.ui.imports.dialog import ImportsDialog
from annotator.ui.merging.dialog import MergeDialog
from annotator.ui.tasks import Job
from tests.ui.dialogs import in_next, type_file
from tests.ui.seat import ADA, TEXTS, Seat, make_project, rows_of

_PATIENCE = 60_000


def mark(path: Path, name: str, article: int, words: str, label: str) -> None:
    """Mark words as somebody, in a project file."""
    with Project.open(path) as project:
        session = Session(project, project.add_annotator(name))
        session.open(article)
        at = TEXTS[article - 1].index(words)
        session.draw(at, at + len(words), label=label)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy in which Ada and Ben went on, beside a project in which Ada did."""
    project, other = make_project(tmp_path / "guerre.annot"), tmp_path / "guerre-ben.annot"
    with closing(sqlite3.connect(project)) as source, closing(sqlite3.connect(other)) as target:
        source.backup(target)
    mark(project, ADA, 3, "Suède", "country")
    mark(other, ADA, 3, "Suède", "alliance")
    mark(other, "Ben", 1, "Kiev", "country")
    with Project.open(other) as opened:
        add_entry(opened, "Kiev", label="country")
    return other


@pytest.fixture
def sitting(copy: Path, qtbot: QtBot, own_settings: None) -> Iterator[Seat]:
    seat = Seat(copy.with_name("guerre.annot")).open()
    yield seat
    seat.window.close()
    seat.window.deleteLater()
    QApplication.processEvents()


def preview(seat: Seat, path: Path, deed: Callable[[MergeDialog], object]) -> None:
    """Choose a copy in the menu and do something to the dialog once it has read it."""

    def look(dialog: MergeDialog) -> None:
        for _ in range(1200):
            QTest.qWait(25)
            if dialog.said.text() != "Lecture des copies…":
                break
        deed(dialog)

    in_next(MergeDialog, look)
    seat.window.imports.merging.show_preview([path])


def test_what_would_come_is_shown_and_nothing_is_changed(sitting: Seat, copy: Path) -> None:
    before = sitting.annotation(3)

    def look(dialog: MergeDialog) -> None:
        assert dialog.said.text() == (
            "À fusionner\u00a0: 2 annotations ajoutées, 1 annotation retirée, 1 suggestion décidée, "
            "1 autre changement. 1 conflit\u00a0: le plus récent l'emporte. 3 articles déjà là."
        )
        assert rows_of(dialog.work) == [
            ("guerre-ben.annot", ADA, "0", "1", "1", "0", "1", "0", "0"),
            ("guerre-ben.annot", "Ben", "0", "1", "1", "0", "0", "1", "1"),
        ]
        assert [row[1:] for row in rows_of(dialog.conflicts)] == [
            (ADA, "«\u00a0Suède\u00a0»", "pays", "alliance", "la copie", "guerre-ben.annot")
        ]
        assert rows_of(dialog.differences.table) == [("Lexique", "Kiev (entrée)", "rien", "pays", "guerre-ben.annot")]
        shown = [dialog.tabs.tabText(each) for each in range(3) if dialog.tabs.isTabVisible(each)]
        assert shown == ["Apports", "Conflits (1)", "Autres différences (1)"]
        ticked = {part: (not box.isHidden(), box.isChecked()) for part, box in dialog.boxes.items()}
        assert ticked == {part: (part is Part.LEXICON, False) for part in Part}
        assert dialog.merge.isEnabled()

    preview(sitting, copy, look)
    assert sitting.annotation(3) == before


def test_a_conflict_opens_its_article(sitting: Seat, copy: Path) -> None:
    def open_it(dialog: MergeDialog) -> None:
        dialog.activateWindow()
        QTest.qWaitForWindowActive(dialog)
        dialog.tabs.setCurrentWidget(dialog.conflicts)
        dialog.conflicts.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(dialog.conflicts, Qt.Key.Key_Return)
        assert dialog.result() == MergeDialog.DialogCode.Rejected

    assert sitting.article_open == 1
    preview(sitting, copy, open_it)
    assert sitting.article_open == 3
    assert sitting.window.tasks.foremost() is not Job.MERGE


def test_a_merge_comes_into_the_open_window_and_is_taken_back_from_the_list(
    sitting: Seat, copy: Path, qtbot: QtBot
) -> None:
    window = sitting.window
    window.open_article(3)
    with qtbot.waitSignal(window.tasks.finished, timeout=_PATIENCE, check_params_cb=lambda job, _: job is Job.MERGE):

        def agree(dialog: MergeDialog) -> None:
            dialog.boxes[Part.LEXICON].setChecked(True)
            dialog.merge.click()

        preview(sitting, copy, agree)
    assert window.messages.words().startswith("Fusionné : 2 annotations ajoutées, 1 annotation retirée")
    assert window.messages.offered() == "Détails…"
    assert [row[1:3] for row in sitting.listed] == [("Suède", "alliance")]
    assert sitting.spans(3) == [("Suède", "alliance")]

    def undo_there(dialog: ImportsDialog) -> None:
        assert [row[1] for row in rows_of(dialog.table)] == ["fusion : guerre-ben.annot"]
        kinds = [row[0] for row in rows_of(dialog.page.table)]
        assert kinds == ["Conflit", "Annotateur", "Annotateur", "Lexique"]

        def press(box: QMessageBox) -> None:
            assert box.text().startswith("Annuler la fusion de guerre-ben.annot (")
            (button,) = (each for each in box.buttons() if each.text() == "Annuler la fusion")
            button.click()

        in_next(QMessageBox, press)
        dialog.undo.click()

    in_next(ImportsDialog, undo_there)
    with qtbot.waitSignal(
        window.tasks.finished, timeout=_PATIENCE, check_params_cb=lambda job, _: job is Job.UNDO_IMPORT
    ):
        window.messages.act()
    qtbot.waitUntil(lambda: window.messages.words().startswith("Fusion annulée"))
    assert sitting.spans(3) == [("Suède", "country")]
    assert [row[1:3] for row in sitting.listed] == [("Suède", "pays")]


def test_the_project_itself_is_refused_in_one_sentence(sitting: Seat) -> None:
    def look(dialog: MergeDialog) -> None:
        assert dialog.said.text().endswith("est le projet lui-même\u00a0; indiquez les copies à y fusionner.")
        assert not dialog.merge.isEnabled()

    preview(sitting, sitting.path, look)


def test_copies_are_chosen_from_the_menu(sitting: Seat, copy: Path) -> None:
    seen: list[str] = []
    titles = type_file(copy)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, MergeDialog):
            QTimer.singleShot(20, look)
            return
        seen.append(dialog.named.text())
        dialog.reject()

    QTimer.singleShot(20, look)
    sitting.trigger("merge")
    assert titles == ["Fusionner des copies du projet"]
    assert seen == ["Copies\u00a0: guerre-ben.annot"]


def test_splits_that_come_hold_in_the_open_article_until_the_merge_is_taken_back(
    sitting: Seat, copy: Path, qtbot: QtBot
) -> None:
    window = sitting.window
    with Project.open(copy) as opened:
        add_split(opened, clean_split("alliés", ["alli", "és"]))
    window.open_article(3)
    start = TEXTS[2].index("alliés")
    assert not window.session.article.grid.holds(start, start + 4)

    def agree(dialog: MergeDialog) -> None:
        assert rows_of(dialog.differences.table)[-1][0] == "Coupes de mots"
        dialog.boxes[Part.SPLITS].setChecked(True)
        dialog.merge.click()

    with qtbot.waitSignal(window.tasks.finished, timeout=_PATIENCE, check_params_cb=lambda job, _: job is Job.MERGE):
        preview(sitting, copy, agree)
    assert window.session.article.grid.holds(start, start + 4)
    with qtbot.waitSignal(
        window.tasks.finished, timeout=_PATIENCE, check_params_cb=lambda job, _: job is Job.UNDO_IMPORT
    ):
        window.tasks.undo_import(1)
    qtbot.waitUntil(lambda: not window.session.article.grid.holds(start, start + 4))
