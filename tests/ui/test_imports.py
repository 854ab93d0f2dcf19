"""The imports of a project in the window: their list, their reports, and taking one back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.core.corrections import set_trashed
from annotator.ui.imports.dialog import ImportsDialog
from annotator.ui.intake.report_dialog import ReportDialog
from annotator.ui.tasks import Job
from tests.ui.dialogs import in_next
from tests.ui.seat import ADA, Seat, rows_of

_PATIENCE = 60_000
NEWS = "Le Mali et le Niger se parlent."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files to import: articles without and with annotations of a label that is none of ours."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "un.txt").write_text(NEWS, "utf-8")
    span = {"start": 3, "end": 7, "label": "REGION"}
    lines = [{"text": NEWS}, {"text": "Du Mali, rien de neuf.", "spans": [span]}]
    (tmp_path / "in" / "deux.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return tmp_path / "in"


def fill(path: Path, folder: Path) -> None:
    """Import both files into a project, one after the other."""
    with Project.open(path) as project:
        project.add_annotator(ADA)
        import_files(project, [folder / "un.txt"], ImportOptions(annotator=ADA))
        import_files(project, [folder / "deux.jsonl"], ImportOptions(annotator=ADA, create_labels=True))


@pytest.fixture
def filled(qtbot: QtBot, tmp_path: Path, folder: Path, own_settings: None) -> Iterator[Seat]:
    """A window on a project of two imports, with its background process."""
    path = tmp_path / "guerre.annot"
    Project.create(path).close()
    fill(path, folder)
    sitting = Seat(path).open()
    yield sitting
    sitting.window.close()
    sitting.window.deleteLater()
    QApplication.processEvents()


def kept(dialog: ImportsDialog) -> list[tuple[str, ...]]:
    """Return what the list says, but for the time."""
    return [(*row[1:4], row[4].partition(" (")[0]) for row in rows_of(dialog.table)]


def answer(words: str) -> None:
    """Press the button of these words when the question comes."""

    def press(box: QMessageBox) -> None:
        (button,) = (each for each in box.buttons() if each.text() == words)
        button.click()

    in_next(QMessageBox, press)


# The list


def test_a_project_without_imports_says_so(seat: Seat, qtbot: QtBot) -> None:
    dialog = ImportsDialog(seat.window.session.project)
    qtbot.addWidget(dialog)
    dialog.show()
    assert rows_of(dialog.table) == []
    assert not dialog.page.isVisible()
    assert not dialog.undo.isEnabled()


def test_the_list_shows_the_newest_first_and_the_whole_report_of_the_one_chosen(filled: Seat, qtbot: QtBot) -> None:
    dialog = ImportsDialog(filled.window.session.project)
    qtbot.addWidget(dialog)
    dialog.show()
    assert kept(dialog) == [("deux.jsonl", "1", "1", "dans le projet"), ("un.txt", "1", "0", "dans le projet")]
    assert [(kind, words) for kind, _, words in rows_of(dialog.page.table)] == [
        ("Doublon", "Ce texte est déjà dans le projet («\u00a0Le Mali et le Niger se parlent.\u00a0»)."),
        ("Format", "Lignes JSON : 1 fichier"),
        ("Étiquette", "«\u00a0REGION\u00a0» : étiquette créée, 1 annotation"),
        ("Annotateur", "Ada : 1 article, 1 annotation"),
    ]
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert [words for _, _, words in rows_of(dialog.page.table)] == ["Texte brut : 1 fichier"]
    copy = next(each for each in dialog.findChildren(QPushButton) if "opier" in each.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == "Format\t\tTexte brut : 1 fichier\n"


def test_an_article_is_opened_from_its_line(filled: Seat) -> None:
    def open_it(dialog: ImportsDialog) -> None:
        QTest.qWait(20)  # until it can be activated
        dialog.activateWindow()
        QTest.qWaitForWindowActive(dialog)
        dialog.page.table.setFocus(Qt.FocusReason.TabFocusReason)
        assert dialog.page.table.currentIndex().row() == 0
        QTest.keyClick(dialog.page.table, Qt.Key.Key_Return)

    filled.window.open_article(2)
    in_next(ImportsDialog, open_it)
    filled.trigger("imports")
    assert filled.article_open == 1


# Taking one back


def test_an_import_is_taken_back_as_a_whole(filled: Seat, qtbot: QtBot) -> None:
    window = filled.window
    window.open_article(2)
    seen: list[object] = []

    def take_back(dialog: ImportsDialog) -> None:
        answer("Annuler l'import")
        with qtbot.waitSignal(
            window.tasks.finished, timeout=_PATIENCE, check_params_cb=lambda job, _: job is Job.UNDO_IMPORT
        ):
            dialog.undo.click()
        qtbot.waitUntil(lambda: dialog.told.text() != "" and "…" not in dialog.told.text())
        seen.extend([dialog.told.text(), kept(dialog), dialog.undo.isEnabled()])

    in_next(ImportsDialog, take_back)
    filled.trigger("imports")
    assert seen == [
        "Import annulé : 1 article retiré du projet.",
        [("deux.jsonl", "1", "1", "annulé"), ("un.txt", "1", "0", "dans le projet")],
        False,
    ]
    assert filled.article_open == 1  # the other has gone
    assert window.articles.total() == 1
    assert "region" not in window.workbench.labels
    assert window.session.project.article_ids() == [1]


def test_it_is_only_taken_back_if_somebody_agrees(filled: Seat) -> None:
    def think_better(dialog: ImportsDialog) -> None:
        answer("Garder l'import")
        dialog.undo.click()

    in_next(ImportsDialog, think_better)
    filled.trigger("imports")
    assert filled.window.session.project.article_ids() == [1, 2]


def test_the_question_says_what_goes(filled: Seat) -> None:
    asked: list[str] = []

    def read(box: QMessageBox) -> None:
        asked.extend([box.text().partition(" (")[0], box.informativeText(), box.defaultButton().text()])
        box.reject()

    in_next(ImportsDialog, lambda dialog: (in_next(QMessageBox, read), dialog.undo.click()))
    filled.trigger("imports")
    assert asked == [
        "Annuler l'import de deux.jsonl",
        "Quitteront le projet : 1 article, 1 annotation, 1 étiquette créée. Ce qui était là avant reste tel quel.",
        "Garder l'import",
    ]


def test_what_somebody_has_worked_on_since_stays_and_is_named(filled: Seat, qtbot: QtBot) -> None:
    window = filled.window
    window.session.change_each([2], lambda annotation: set_trashed(annotation, True))
    seen: list[str] = []

    def take_back(dialog: ImportsDialog) -> None:
        answer("Annuler l'import")
        with qtbot.waitSignal(window.tasks.failed, timeout=_PATIENCE):
            dialog.undo.click()
        seen.append(dialog.told.text())
        assert dialog.undo.isEnabled()

    in_next(ImportsDialog, take_back)
    filled.trigger("imports")
    assert seen[0].startswith("Impossible d'annuler l'import 2 : quelqu'un a travaillé depuis sur 1 article")
    assert window.session.project.article_ids() == [1, 2]


def test_the_message_after_an_import_offers_both(filled: Seat, qtbot: QtBot, folder: Path) -> None:
    window = filled.window
    (folder / "trois.jsonl").write_text('{"text": "Encore un."}\n5\n', "utf-8")
    with qtbot.waitSignal(window.tasks.finished, timeout=_PATIENCE, check_params_cb=lambda job, _: job is Job.IMPORT):
        window.intake.import_files([folder / "trois.jsonl"])
    bar = window.messages
    assert bar.words().startswith("1 article importé. trois.jsonl")
    assert bar.offered() == "Détails…"

    def undo_there(dialog: QDialog) -> None:
        assert isinstance(dialog, ReportDialog)
        answer("Annuler l'import")
        next(each for each in dialog.findChildren(QPushButton) if "nnuler l'import" in each.text()).click()

    in_next(ReportDialog, undo_there)
    with qtbot.waitSignal(
        window.tasks.finished, timeout=_PATIENCE, check_params_cb=lambda job, _: job is Job.UNDO_IMPORT
    ):
        bar.act()
    qtbot.waitUntil(lambda: bar.words() == "Import annulé : 1 article retiré du projet.")
    assert window.session.project.article_ids() == [1, 2]
