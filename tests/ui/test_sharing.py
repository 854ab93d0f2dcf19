"""Articles shared among annotators in the window, worked on in copies and brought back; the name a copy is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.app import settings
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.sharing import share
from annotator.core.annotation import Status
from annotator.ui.imports.dialog import ImportsDialog
from annotator.ui.merging.dialog import MergeDialog
from annotator.ui.preferences.dialog import PreferencesDialog
from annotator.ui.sharing.dialog import ShareDialog
from annotator.ui.sharing.words import names_in
from annotator.ui.sharing.written import WrittenDialog
from annotator.ui.tasks import Job
from tests.ui.dialogs import in_next, type_file
from tests.ui.seat import ADA, TEXTS, Seat, make_project, rows_of

_PATIENCE = 60_000


@pytest.fixture
def working(qtbot: QtBot, tmp_path: Path, own_settings: None) -> Iterator[Seat]:
    """A window whose background process works."""
    seat = Seat(make_project(tmp_path / "guerre.annot")).open()
    yield seat
    seat.window.close()
    seat.window.deleteLater()
    QApplication.processEvents()


def dealt(dialog: ShareDialog) -> str:
    """Wait until what was chosen last is dealt, and return what is said of it."""
    QTest.qWait(200)  # as long as it takes the dialog to ask
    for _ in range(2400):
        if dialog._number is None and not dialog._later.isActive():
            return dialog.said.text().replace("\u00a0", " ")
        QTest.qWait(25)
    raise AssertionError("nothing was dealt")


def ask(seat: Seat, deed: Callable[[ShareDialog], object]) -> None:
    in_next(ShareDialog, deed)
    seat.trigger("share")


def wait_for(seat: Seat, qtbot: QtBot, job: Job, deed: Callable[[], object]) -> None:
    finished = seat.window.tasks.finished
    with qtbot.waitSignal(finished, timeout=_PATIENCE, check_params_cb=lambda done, _: done is job):
        deed()


def merged(seat: Seat, paths: list[Path], deed: Callable[[MergeDialog], object]) -> None:
    def look(dialog: MergeDialog) -> None:
        for _ in range(2400):
            QTest.qWait(25)
            if dialog.said.text() != "Lecture des copies…":
                break
        deed(dialog)

    in_next(MergeDialog, look)
    seat.window.imports.merging.show_preview(paths)


# Sharing


def test_what_is_shared_is_worked_on_in_copies_and_comes_back_through_the_window(
    working: Seat, qtbot: QtBot, tmp_path: Path
) -> None:
    def agree(dialog: ShareDialog) -> None:
        dialog.names.setPlainText("Ben, Cem")
        dialog.percent.setValue(34)
        dialog.folder.setText(str(tmp_path / "envois"))
        said = dealt(dialog)
        assert said == "3 articles : 1 (33 %) chez deux personnes, ce qui mesurera leur accord, et 2 chez une seule."
        assert [row[:4] for row in rows_of(dialog.files)] == [
            ("Ben", "guerre-ben.annot", "2", "1"),
            ("Cem", "guerre-cem.annot", "2", "1"),
        ]
        assert dialog.take.text() == "Écrire 2 fichiers"
        assert not (tmp_path / "envois").exists()
        dialog.take.click()

    window = working.window
    wait_for(working, qtbot, Job.SHARE, lambda: ask(working, agree))
    copies = [tmp_path / "envois" / f"guerre-{name}.annot" for name in ("ben", "cem")]
    assert window.messages.words().startswith("Fichiers écrits : guerre-ben.annot, guerre-cem.annot.")

    steps: list[str] = []

    def read(dialog: WrittenDialog) -> None:
        steps.extend(label.text() for label in dialog.findChildren(QLabel) if "Fusionner des copies" in label.text())
        assert [row[1] for row in rows_of(dialog.files)] == [path.name for path in copies]

    in_next(WrittenDialog, read)
    window.messages.act()
    assert len(steps) == 1

    for path, name in zip(copies, ("Ben", "Cem"), strict=True):
        with Project.open(path) as project:
            session = Session(project, project.find_annotator(name))
            for article in project.article_ids():
                session.open(article)
                session.draw(0, TEXTS[article - 1].index(" "), label="leader")
                session.set_status(Status.FINISHED)

    def take_in(dialog: MergeDialog) -> None:
        assert [row[:5] for row in rows_of(dialog.work)] == [
            ("guerre-ben.annot", "Ben", "0", "2", "2"),
            ("guerre-cem.annot", "Cem", "0", "2", "2"),
        ]
        assert not dialog.tabs.isTabVisible(1)  # nobody contradicts anybody
        dialog.merge.click()

    def spans() -> list[int]:
        with Project.open(working.path) as project:
            people = {name: id for id, name in project.annotators().items()}
            return [
                sum(len(project.annotation(article, people[name]).spans) for article in project.article_ids())
                for name in ("Ben", "Cem")
            ]

    wait_for(working, qtbot, Job.MERGE, lambda: merged(working, copies, take_in))
    assert spans() == [2, 2]

    def refuse(dialog: MergeDialog) -> None:
        assert dialog.said.text().startswith("Rien de nouveau dans ces copies\u00a0: le projet reste tel quel.")
        assert [row[3] for row in rows_of(dialog.work)] == ["0", "0"]
        assert not dialog.merge.isEnabled()

    merged(working, copies, refuse)

    def undo_there(dialog: ImportsDialog) -> None:
        def press(box: QMessageBox) -> None:
            (button,) = (each for each in box.buttons() if each.text() == "Annuler la fusion")
            button.click()

        in_next(QMessageBox, press)
        dialog.undo.click()

    in_next(ImportsDialog, undo_there)
    wait_for(working, qtbot, Job.UNDO_IMPORT, lambda: working.trigger("imports"))
    qtbot.waitUntil(lambda: window.messages.words().startswith("Fusion annulée"))
    assert spans() == [0, 0]

    def find_all_again(dialog: MergeDialog) -> None:
        assert [row[4] for row in rows_of(dialog.work)] == ["2", "2"]

    merged(working, copies, find_all_again)


def test_what_cannot_be_shared_is_said_before_anything_is_written(working: Seat, tmp_path: Path) -> None:
    (tmp_path / "guerre-ben.annot").write_text("mine")
    (tmp_path / "file").write_text("no folder")

    def try_out(dialog: ShareDialog) -> None:
        assert dealt(dialog).startswith("Nommez ceux qui vont annoter")
        for names, folder, said in (
            ("Ana, ana", "envois", "« ana » est nommé deux fois."),
            ("Ben", "", "existe déjà ; déplacez-le ou choisissez un autre dossier."),
            ("Ana", "file/envois", "choisissez-en un autre."),
            ("Ana, Ben, Cem, Dan", "envois", "les articles sont moins nombreux que les annotateurs."),
        ):
            dialog.names.setPlainText(names)
            dialog.percent.setValue(0)
            dialog.folder.setText(str(tmp_path / folder))
            assert dealt(dialog).endswith(said)
            assert not dialog.take.isEnabled()
            assert rows_of(dialog.files) == []
        dialog.names.setPlainText("Ana")
        dialog.folder.setText(str(tmp_path / "envois"))
        assert dealt(dialog) == "3 articles pour une seule personne : l'accord ne pourra pas être mesuré."
        assert not dialog.percent.isEnabled()
        dialog.status.setCurrentIndex(dialog.status.findData(Status.FINISHED))
        assert dealt(dialog) == "Il n'y a aucun article à partager."

    ask(working, try_out)
    assert sorted(path.name for path in tmp_path.glob("*.annot")) == ["guerre-ben.annot", "guerre.annot"]


def test_what_the_list_shows_is_shared_and_what_was_given_stays(working: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    with Project.open(working.path) as project:
        share(project, ["Ben"], into=tmp_path / "one")
    working.window.articles.bar.show_query(working.window.articles.bar.query._replace(words="Suède"))
    qtbot.waitUntil(lambda: len(working.window.articles.table.articles.order) == 1)

    def look(dialog: ShareDialog) -> None:
        assert dialog.names.toPlainText() == "Ben"
        assert dialog.scope.currentText() == "Ce que montre la liste (1 article)"
        dialog.folder.setText(str(tmp_path / "two"))
        assert dealt(dialog).endswith("1 article déjà distribué reste à qui l'a.")
        assert rows_of(dialog.files)[0][2:5] == ("3", "0", "0")
        dialog.names.setPlainText("Cem")
        assert dealt(dialog).startswith("Il ne reste aucun article pour « Cem »")
        dialog.again.setChecked(True)
        dealt(dialog)
        assert rows_of(dialog.files)[0][2:5] == ("1", "0", "1")

    ask(working, look)


def test_the_folder_is_chosen_in_a_dialog(seat: Seat, tmp_path: Path) -> None:
    (tmp_path / "clé").mkdir()

    def choose(dialog: ShareDialog) -> None:
        dialog.folder.clear()  # what is proposed there would be selected, and go before what is typed
        type_file(tmp_path / "clé")
        dialog.browse.click()
        assert dialog.folder.text() == str(tmp_path / "clé")

    ask(seat, choose)


@pytest.mark.parametrize("typed", ["Ana, Ben", "Ana\nBen\n", " Ana ;; Ben,", "Ana,\n  Ben"])
def test_names_are_told_apart_however_they_are_typed(typed: str) -> None:
    assert names_in(typed) == ("Ana", "Ben")
    assert names_in("Marie  Curie") == ("Marie Curie",)


# Copies


@pytest.fixture
def bens(seat: Seat, tmp_path: Path) -> Path:
    """A copy that was made for Ben."""
    with Project.open(seat.path) as project:
        (copy,) = share(project, ["Ben"]).copies
    return copy.path


def test_a_copy_is_worked_on_under_the_name_it_was_made_for_and_says_so_once(seat: Seat, bens: Path) -> None:
    window = seat.window
    window.projects.open(bens)
    assert window.session.annotator_name == "Ben"
    assert window.messages.words() == (
        "Ce fichier a été préparé pour «\u00a0Ben\u00a0» : vos décisions y sont gardées sous ce nom."
    )
    assert window.messages.offered() == f"Continuer comme {ADA}"
    assert settings.load().annotator == ADA
    window.messages.hide()
    window.projects.open(bens)
    assert window.session.annotator_name == "Ben"
    assert window.messages.words() == ""
    window.projects.open(seat.path)
    assert window.session.annotator_name == ADA


def test_who_only_looks_into_a_copy_goes_by_their_own_name_and_stays_so(seat: Seat, bens: Path) -> None:
    window = seat.window
    window.projects.open(bens)
    window.messages.act()
    assert window.session.annotator_name == ADA
    assert window.messages.words() == f"{ADA} annote désormais ce projet."
    window.projects.open(bens)
    assert window.session.annotator_name == ADA


def test_preferences_that_are_agreed_to_in_a_copy_change_no_name(seat: Seat, bens: Path) -> None:
    window = seat.window
    window.projects.open(bens)

    def agree(dialog: PreferencesDialog) -> None:
        assert dialog.annotator.text() == "Ben"
        dialog.accept()

    in_next(PreferencesDialog, agree)
    seat.trigger("preferences")
    assert (window.session.annotator_name, settings.load().annotator) == ("Ben", ADA)
    assert list(window.session.project.annotators().values()) == ["Ben"]


def test_another_name_in_a_copy_holds_when_it_is_opened_again(seat: Seat, bens: Path) -> None:
    window = seat.window
    window.projects.open(bens)

    def rename(dialog: PreferencesDialog) -> None:
        dialog.annotator.setText("Benoît")
        dialog.accept()

    in_next(PreferencesDialog, rename)
    seat.trigger("preferences")
    window.projects.open(bens)
    assert window.session.annotator_name == "Benoît" == settings.load().annotator
    assert list(window.session.project.annotators().values()) == ["Benoît"]


def test_who_opens_a_copy_before_being_asked_for_a_name_has_that_one(seat: Seat, bens: Path) -> None:
    settings.settings_file().unlink()
    seat.window.projects.open(bens)
    assert seat.window.session.annotator_name == "Ben" == settings.load().annotator
    assert seat.window.messages.words().startswith("Ce fichier a été préparé pour")
    assert seat.window.messages.offered() == ""
