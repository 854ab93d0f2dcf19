"""The window around the article: moving through the project, undo, themes, pages, files, and what goes wrong."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.app import settings
from annotator.app.project import Project
from annotator.app.statistics import statistics
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.ui import file_dialogs
from annotator.ui.action_table import TABLE
from annotator.ui.shortcuts.naming import key_words
from annotator.ui.theme import DARK, LIGHT
from tests.ui.dialogs import in_dialog, type_file
from tests.ui.seat import ADA, Seat, make_project, rows_of


def symbols(seat: Seat) -> str:
    """The status symbols of the article list, in order."""
    return "".join(row[0] for row in rows_of(seat.window.articles.table))


# Through the project


def test_finishing_goes_on_and_says_what_was_left_undecided(seat: Seat) -> None:
    seat.press("Return", "Ctrl+Return")
    assert seat.annotation(1).status is Status.FINISHED
    assert (seat.article, seat.focused) == (2, "Ukraine")
    assert "2 suggestions" in seat.said
    assert symbols(seat) == "●○○"
    assert seat.label("count").startswith("1/3")
    seat.press("X", "X", "Ctrl+Return")
    assert "1 suggestion sans décision ne sera pas exportée" in seat.said
    seat.press("Ctrl+Z", "A", "Ctrl+Return")
    assert "suggestion" not in seat.said
    assert seat.article == 3
    seat.press("Ctrl+Return")
    assert "aucun" in seat.said
    assert seat.article == 3
    assert symbols(seat) == "●●●"


def test_an_article_is_set_aside_and_taken_up_again(seat: Seat) -> None:
    seat.press("Ctrl+D")
    assert (seat.annotation().status, symbols(seat)) == (Status.SET_ASIDE, "⊘○○")
    seat.press("Ctrl+R")
    assert (seat.annotation().status, symbols(seat)) == (Status.IN_PROGRESS, "◐○○")
    seat.press("Ctrl+Z", "Ctrl+Z")
    assert symbols(seat) == "○○○"


def test_articles_set_aside_or_finished_are_passed_over(seat: Seat) -> None:
    seat.press("Ctrl+PgDown", "Ctrl+D", "Ctrl+PgUp")
    assert seat.article == 1
    seat.press("Ctrl+Return")
    assert seat.article == 3


def test_next_and_previous_stop_at_the_ends(seat: Seat) -> None:
    seat.press("Ctrl+PgUp")
    assert seat.article == 1
    seat.press("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgDown")
    assert seat.article == 3
    assert seat.focused is None


def test_undo_and_redo_go_to_the_article_they_change(seat: Seat) -> None:
    seat.press("Return", "Ctrl+Return", "Return")
    seat.press("Ctrl+Z")
    assert (seat.article, seat.focused, seat.spans(2)) == (2, "Ukraine", [])
    seat.press("Ctrl+Z")
    assert (seat.article, seat.annotation(1).status) == (1, Status.IN_PROGRESS)
    seat.press("Ctrl+Z")
    assert (seat.focused, seat.spans(1)) == ("Zelensky", [])
    seat.press("Ctrl+Z")
    assert "plus rien" in seat.said
    seat.press("Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert (seat.article, seat.spans(1), seat.spans(2)) == (2, [("Zelensky", "leader")], [("Ukraine", "country")])
    seat.press("Ctrl+Y")
    assert "rien à rétablir" in seat.said


def test_undo_survives_a_restart(seat: Seat, qtbot: QtBot) -> None:
    seat.press("Return")
    seat.window.close()
    again = Seat(seat.path).open()
    again.press("Ctrl+Z")
    assert again.spans() == []
    again.window.close()


def test_the_article_list_opens_articles_and_keeps_the_keys_for_stepping(seat: Seat) -> None:
    table = seat.window.articles.table
    seat.click_row(table, 1)
    assert (seat.focused, QApplication.focusWidget()) == ("Ukraine", seat.window.workbench.view)
    table.setFocus()
    seat.press("Down")
    assert (seat.article, QApplication.focusWidget()) == (3, table)
    seat.press("Up", "Return")
    assert QApplication.focusWidget() is seat.window.workbench.view
    assert seat.spans(2) == []


def test_the_article_list_tells_a_status_in_words(seat: Seat) -> None:
    seat.press("Ctrl+Return")
    model = seat.window.articles.table.model()
    assert "terminé" in model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "nouveau" in model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) == "Article"


def test_the_window_opens_at_the_first_unfinished_article(seat: Seat) -> None:
    seat.press("Ctrl+Return")
    seat.window.close()
    again = Seat(seat.path).open()
    assert again.article == 2
    again.window.close()


# What the status line proves


def test_each_save_is_proved_with_its_time(seat: Seat) -> None:
    assert "enregistré aussitôt" in seat.label("saved")
    seat.press("Return")
    first = seat.label("saved")
    assert first.startswith("✓ Enregistré à ")
    assert first.endswith("suggestion acceptée")
    seat.press("2")
    assert seat.label("saved") != first
    seat.press("Ctrl+Z")
    assert "annulé" in seat.label("saved")
    seat.press("Ctrl+Y")
    assert "rétabli" in seat.label("saved")
    seat.press("Ctrl+D")
    assert seat.label("saved").endswith("article mis de côté")
    seat.press("Ctrl+Z")
    assert seat.label("saved").endswith("annulé : article mis de côté")


def test_one_suggestion_accepted_with_all_is_in_the_singular(seat: Seat) -> None:
    seat.press("X", "X", "A")
    assert seat.said == "1 suggestion acceptée."
    assert seat.label("saved").endswith("· suggestion acceptée")


def test_a_long_message_has_room_for_all_its_lines(seat: Seat) -> None:
    bar = seat.window.messages
    bar.complain("Une ligne du fichier ne se lit pas. " * 12)
    QApplication.processEvents()
    words = bar.findChild(QLabel, "message_words")
    assert words.height() >= words.heightForWidth(words.width())


def test_a_message_stays_in_sight_when_the_page_changes(seat: Seat) -> None:
    seat.window.messages.complain("Le fichier n'est pas lisible.")
    seat.trigger("statistics")
    bar = seat.window.messages
    assert bar.isAncestorOf(bar.parentWidget().childAt(bar.geometry().center()))
    seat.trigger("statistics")
    assert bar.isAncestorOf(bar.parentWidget().childAt(bar.geometry().center()))


def test_the_place_in_the_article_is_shown(seat: Seat) -> None:
    assert seat.label("place") == "1/3 · 3 à décider"
    seat.press("Return")
    assert seat.label("place") == "2/3 · 2 à décider"
    seat.press("Escape")
    assert seat.label("place") == "–/3 · 2 à décider"
    seat.press("F8")
    assert seat.label("place") == ""  # no article is in sight
    seat.press("F8")
    assert seat.label("place") == "–/3 · 2 à décider"


# Pages, themes, help


def test_the_statistics_are_those_of_the_project(seat: Seat) -> None:
    seat.press("Return", "2", "X", "F8")
    page = seat.window.statistics.page
    assert page.isVisible()
    with Project.open(seat.path) as project:
        numbers = statistics(project)
    ada = numbers.annotators[0]
    figures = [each.text() for each in page.screen_shown.findChildren(QWidget, "figure")]
    assert figures == ["3", "0", str(sum(ada.spans.values())), "6"]
    statuses, labels, decisions = [rows_of(table) for table in page.findChildren(QTableWidget)][:3]
    assert statuses == [(ADA, *(str(ada.articles[status]) for status in Status))]
    assert labels[0][1:-1] == tuple(str(ada.spans[label]) for label in numbers.labels)
    country = next(row for row in decisions if row[1] == "pays")
    counts = ada.suggestions["country"]
    assert country[2:6] == tuple(map(str, (counts.accepted, counts.changed, counts.rejected, counts.pending)))
    seat.press("F8")
    assert seat.window.workbench.isVisible()


def test_one_finished_article_is_counted_in_the_singular(seat: Seat) -> None:
    seat.press("Ctrl+Return", "F8")
    captions = [label.text() for label in seat.window.statistics.page.screen_shown.findChildren(QLabel, "caption")]
    assert captions[:3] == ["articles", "terminé", "annotation"]


def test_choosing_an_article_leaves_the_statistics(seat: Seat) -> None:
    seat.press("F8")
    seat.click_row(seat.window.articles.table, 1)
    assert seat.window.workbench.isVisible()
    assert not seat.window.actions_["statistics"].isChecked()


def test_the_theme_is_switched_both_ways_and_remembered(seat: Seat) -> None:
    for theme in (DARK, LIGHT):
        seat.press("F9")
        assert settings.load().window["theme"] == theme.name
        assert seat.window.actions_["dark"].isChecked() is (theme is DARK)
        assert seat.window.workbench.view.palette().text().color().name() == theme.ink
        assert theme.panel in seat.window.styleSheet()
        assert seat.window.palette().windowText().color().name() == theme.ink


def test_the_text_grows_and_shrinks(seat: Seat) -> None:
    size = seat.window.workbench.view.font().pointSizeF()
    seat.press("Ctrl++")
    assert seat.window.workbench.view.font().pointSizeF() > size
    seat.press("Ctrl+-")
    assert seat.window.workbench.view.font().pointSizeF() == size


def test_the_size_of_the_text_is_remembered(seat: Seat) -> None:
    seat.press("Ctrl++", "Ctrl++")
    size = seat.window.workbench.view.points()
    seat.window.close()
    another = Seat(seat.path)
    assert another.window.workbench.view.points() == size
    another.window.close()


def test_the_key_sheet_lists_every_key(seat: Seat) -> None:
    shown: list[str] = []
    sheets = in_dialog(lambda sheet: shown.extend(label.text() for label in sheet.findChildren(QLabel)))
    seat.press("F1")
    assert sheets == ["Raccourcis clavier"]
    for described in TABLE:
        assert (described.text.replace("&", "").rstrip("…") in shown) == bool(described.keys), described.name
    assert {"dirigeant", "pays", "alliance", "arme", "somme", "1", "2", "3", "4", "5"} <= set(shown)


def test_keys_are_named_as_they_are_printed() -> None:
    assert key_words(("Return", "Enter")) == "Entrée"
    assert key_words(("Alt+Shift+Right",)).endswith("→")
    assert key_words(("Ctrl+Return",)) == "Ctrl+Entrée"
    assert key_words((".", ";")) == ". ou ;"
    assert key_words(("Ctrl+1", "Ctrl+&")) == "Ctrl+1"  # one key, on a French keyboard with Shift and without


def test_a_narrow_window_leaves_out_counts_then_names_of_labels_then_words(seat: Seat) -> None:
    def shown() -> list[str]:
        return [button.text() for button in seat.window.workbench.label_bar.findChildren(QPushButton)]

    seat.window.resize(1500, 700)
    QApplication.processEvents()
    assert any("dirigeant  ·  1" in words for words in shown())
    for width, accept_all in ((1040, "Tout accepter (3)"), (900, "Tout (3)")):
        seat.window.resize(width, 600)
        QApplication.processEvents()
        assert seat.window.width() == width
        assert sorted(shown()) == ["1", "2", "3", "4", "5", accept_all]


def test_about_says_what_the_program_is(seat: Seat) -> None:
    said: list[str] = []
    in_dialog(lambda box: said.append(box.text()))
    seat.trigger("about")
    assert "réseau" in said[0]


# Projects and files


@pytest.fixture
def empty_seat(qtbot: QtBot, tmp_path: Path, own_settings: None, idle_worker: None) -> Seat:
    return Seat(tmp_path / "nouveau.annot")


def test_without_a_project_the_window_offers_one_and_nothing_breaks(empty_seat: Seat) -> None:
    window = empty_seat.window
    assert window.pages.welcome.isVisible()
    for action in ("undo", "redo", "accept", "remove", "accept_all", "next_mark", "next_pending", "extend_end", "copy"):
        empty_seat.trigger(action)
    for action in (
        "dismiss",
        "finish",
        "set_aside",
        "reopen",
        "next_article",
        "statistics",
        "import",
        "export",
        "close_project",
    ):
        empty_seat.trigger(action)
    assert QApplication.activeModalWidget() is None
    window.close()


def test_a_project_is_made_where_the_dialog_says(empty_seat: Seat) -> None:
    type_file(empty_seat.path)
    empty_seat.press("Ctrl+N")
    assert empty_seat.path.exists()
    assert empty_seat.window.windowTitle().startswith("nouveau")
    visible = [label.text() for label in empty_seat.window.findChildren(QLabel) if label.isVisible()]
    assert "Ce projet est vide" in visible
    assert settings.load().recent == (empty_seat.path,)
    empty_seat.window.close()


def test_a_project_is_opened_from_the_dialog(empty_seat: Seat, tmp_path: Path) -> None:
    other = make_project(tmp_path / "autre.annot")
    type_file(other)
    empty_seat.press("Ctrl+O")
    assert (empty_seat.window.windowTitle().split(" ")[0], empty_seat.focused) == ("autre", "Zelensky")
    empty_seat.window.close()


def test_a_dialog_that_is_left_changes_nothing(seat: Seat) -> None:
    for keys in ("Ctrl+N", "Ctrl+O", "Ctrl+I", "Ctrl+Shift+I"):
        dialogs = in_dialog(lambda dialog: isinstance(dialog, QFileDialog) or pytest.fail("no dialog for files"))
        seat.press(keys)
        assert len(dialogs) == 1
    assert seat.focused == "Zelensky"
    assert "guerre" in seat.window.windowTitle()


def test_each_dialog_asks_for_what_it_is_for(seat: Seat, tmp_path: Path) -> None:
    article, folder = tmp_path / "a.txt", tmp_path / "dossier"
    article.write_text("Un texte.", "utf-8")
    folder.mkdir()
    for ask, path in (
        (file_dialogs.articles, article),
        (file_dialogs.folder_of_articles, folder),
        (partial(file_dialogs.export_target, proposed=None, suffix="", title="spaCy"), tmp_path / "sortie"),
        (partial(file_dialogs.export_target, proposed=None, suffix=".csv", title="CSV"), tmp_path / "sortie.csv"),
        (file_dialogs.existing_project, seat.path),
    ):
        type_file(path)
        chosen = ask(seat.window)
        assert chosen in (path, [path])


# What goes wrong


def test_what_another_program_did_is_shown_and_said_once(seat: Seat, errors_said: None) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from annotator.app.project import Project\n"
        "from annotator.app.session import Session\n"
        "with Project.open(Path(sys.argv[1])) as project:\n"
        "    session = Session(project, 1)\n"
        "    session.open(1)\n"
        "    session.accept(session.pending()[1:])\n"
    )
    subprocess.run([sys.executable, "-c", code, str(seat.path)], check=True)
    seat.press("Return")
    assert seat.said.startswith("Une autre fenêtre")
    assert [row[0][0] for row in seat.listed] == ["?", "✓", "✓"]
    assert symbols(seat) == "◐○○"
    assert seat.focused == "Zelensky"
    seat.press("Return")
    assert [text for text, _ in seat.spans()] == ["Zelensky", "Kiev", "OTAN"]
    assert seat.label("saved").endswith("suggestion acceptée")


def test_an_error_of_the_world_is_one_sentence(seat: Seat, errors_said: None) -> None:
    QTimer.singleShot(0, lambda: _raise(UserError("the disk is full.", "le disque est plein.")))
    QApplication.processEvents()
    assert seat.said == "Le disque est plein."
    assert QApplication.activeModalWidget() is None
    seat.press("A")
    assert "3 suggestions" in seat.said


def test_a_bug_gives_a_report_to_copy_and_is_said_once(
    seat: Seat, errors_said: None, capsys: pytest.CaptureFixture[str], qtbot: QtBot
) -> None:
    boxes = in_dialog(_copy_report)
    for _ in range(2):
        QTimer.singleShot(0, _stumble)
        qtbot.wait(60)
    report = QGuiApplication.clipboard().text()
    assert len(boxes) == 1
    assert "ZeroDivisionError" in report
    assert "_stumble" in report
    assert report.startswith("Annotator ")
    assert capsys.readouterr().err.count("raise ZeroDivisionError") == 2
    boxes = in_dialog(lambda _: None)
    QTimer.singleShot(0, lambda: _raise(KeyError("another bug")))
    qtbot.wait(60)
    assert len(boxes) == 1
    seat.press("Return")
    assert ("Zelensky", "leader") in seat.spans()
    assert seat.spans() == [("Zelensky", "leader")]


def _raise(error: Exception) -> None:
    raise error


def _stumble() -> None:
    raise ZeroDivisionError("a bug")


def _copy_report(box: QDialog) -> None:
    assert isinstance(box, QMessageBox)
    copy = next(button for button in box.findChildren(QPushButton) if button.text() == "Copier le rapport")
    copy.click()


def test_a_damaged_project_is_refused_and_the_open_one_stays(seat: Seat, errors_said: None, tmp_path: Path) -> None:
    broken = tmp_path / "notes.annot"
    broken.write_text("Rien d'un projet.", "utf-8")
    type_file(broken)
    seat.press("Ctrl+O")
    assert "n'est pas un projet" in seat.said
    seat.press("Return")
    assert ("Zelensky", "leader") in seat.spans()


def test_a_message_goes_when_it_is_closed_and_never_takes_the_focus(seat: Seat) -> None:
    seat.press("A")
    bar = seat.window.findChild(QWidget, "message_bar")
    assert bar.isVisible()
    assert bar.geometry().bottom() < seat.window.workbench.height()
    assert QApplication.focusWidget() is seat.window.workbench.view
    seat.window.resize(900, 600)
    QApplication.processEvents()
    assert bar.parentWidget().rect().contains(bar.geometry())
    QTest.mouseClick(bar.findChildren(QWidget)[-1], Qt.MouseButton.LeftButton)
    assert seat.said == ""


def test_keys_leave_the_article_alone_while_the_statistics_are_shown(seat: Seat) -> None:
    seat.press("F8", "A", "Alt+Right", "Ctrl+Return")
    assert seat.annotation().revision == 0
    seat.press("F8", "A")
    assert seat.annotation().revision == 1
