"""Teaching the suggester in the window: the dialog by keyboard, the one key in the article, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QTabWidget
from pytestqt.qtbot import QtBot

from annotator.app.importing import import_files
from annotator.app.lexicon import add_entry, known_rules, lexicon, remove_entry, silence_rule
from annotator.app.project import Project
from annotator.app.suggesting import suggest
from annotator.core.errors import UserError
from annotator.core.lexicon import Entry
from annotator.ui.main_window import MainWindow
from annotator.ui.project_settings.dialog import ProjectSettingsDialog

TEXT = (
    "La Russie vise l'Ukraine.\n\nUn Zorglub est tombé, puis un autre Zorglub. Le Mali attend.\n\n"
    "Personne ne sait combien de temps cela va durer ni qui viendra ensuite."
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text("Un Zorglub de plus.", "utf-8")
    with Project.create(tmp_path / "war.annot") as project:
        import_files(project, [tmp_path / "a.txt", tmp_path / "b.txt"])
        yield project


@pytest.fixture
def dialog(project: Project, qtbot: QtBot) -> ProjectSettingsDialog:
    return shown(ProjectSettingsDialog(project, page="lexicon"), qtbot)


def shown(dialog: ProjectSettingsDialog, qtbot: QtBot) -> ProjectSettingsDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


def press(*keys: str | Qt.Key) -> None:
    """Press keys, or type words, where the focus is."""
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)


def rows(table: QTableWidget) -> list[list[str]]:
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


# The words


def test_a_word_is_added_by_keyboard_alone(dialog: ProjectSettingsDialog, project: Project) -> None:
    press("Zorglub", Qt.Key.Key_Tab, "ar", Qt.Key.Key_Tab, "engin imaginaire", Qt.Key.Key_Return)
    assert lexicon(project).entries == (Entry("Zorglub", "weapon", "engin imaginaire"),)
    assert rows(dialog.lexicon.table) == [["Zorglub", "arme", "engin imaginaire"]]
    assert dialog.lexicon.told.text() == "« Zorglub » est désormais suggéré comme arme."
    assert dialog.isVisible()
    assert dialog.changed
    press("aukus", Qt.Key.Key_Return)  # the label stays, the line is empty again
    assert lexicon(project).entries[0] == Entry("aukus", "weapon")


def test_nothing_is_added_without_a_word_and_a_label(dialog: ProjectSettingsDialog, project: Project) -> None:
    assert not dialog.lexicon.add.isEnabled()
    press("Zorglub", Qt.Key.Key_Return)
    assert lexicon(project).entries == ()
    dialog.lexicon.label.setCurrentIndex(0)
    assert dialog.lexicon.add.isEnabled()
    dialog.lexicon.form.setText("   ")
    assert not dialog.lexicon.add.isEnabled()
    assert not dialog.changed


def test_what_is_no_word_is_refused_in_the_dialog(dialog: ProjectSettingsDialog, project: Project) -> None:
    dialog.lexicon.label.setCurrentIndex(0)
    press("!!", Qt.Key.Key_Return)
    assert dialog.lexicon.told.text() == "Une entrée a besoin d'un mot ou d'une expression."
    assert dialog.lexicon.form.text() == "!!"
    assert lexicon(project).entries == ()
    assert not dialog.changed


def test_words_are_taken_out_with_delete(project: Project, qtbot: QtBot) -> None:
    for form in ("Aukus", "Mirage", "Zorglub"):
        add_entry(project, form, label="weapon")
    dialog = shown(ProjectSettingsDialog(project, page="lexicon"), qtbot)
    assert not dialog.lexicon.remove.isEnabled()
    dialog.lexicon.table.setFocus()
    dialog.lexicon.table.setCurrentCell(1, 0)
    press(Qt.Key.Key_Delete)
    assert [entry.form for entry in lexicon(project).entries] == ["Aukus", "Zorglub"]
    assert dialog.lexicon.told.text() == "« Mirage » n'est plus dans le lexique."
    dialog.lexicon.table.selectAll()
    dialog.lexicon.remove.click()
    assert lexicon(project).entries == ()
    assert dialog.changed


def test_a_word_that_another_window_took_out_is_said_to_be_gone(project: Project, qtbot: QtBot) -> None:
    add_entry(project, "Zorglub", label="weapon")
    dialog = shown(ProjectSettingsDialog(project, page="lexicon"), qtbot)
    remove_entry(project, "Zorglub")
    dialog.lexicon.table.setCurrentCell(0, 0)
    dialog.lexicon.remove.click()
    assert dialog.lexicon.told.text() == "Le lexique de ce projet n'a pas d'entrée « Zorglub »."
    assert rows(dialog.lexicon.table) == []


def test_enter_on_a_word_takes_it_up_again(project: Project, qtbot: QtBot) -> None:
    add_entry(project, "Zorglub", label="weapon", note="engin")
    dialog = shown(ProjectSettingsDialog(project, page="lexicon"), qtbot)
    dialog.lexicon.table.setFocus()
    dialog.lexicon.table.setCurrentCell(0, 0)
    press(Qt.Key.Key_Return)
    assert (dialog.lexicon.form.text(), dialog.lexicon.note.text()) == ("Zorglub", "engin")
    assert dialog.lexicon.label.currentText() == "arme"
    press("dir", Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert lexicon(project).entries == (Entry("Zorglub", "leader", "engin"),)


def test_escape_closes_and_nothing_has_changed(dialog: ProjectSettingsDialog) -> None:
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not dialog.changed


def test_every_control_has_a_name_for_those_who_do_not_see_it(dialog: ProjectSettingsDialog) -> None:
    named = [*dialog.findChildren(QTableWidget), *dialog.findChildren(QLineEdit), dialog.lexicon.label]
    assert len(named) == 9
    assert len({each.accessibleName() for each in named} - {""}) == 9


# The rules


def test_every_rule_is_listed_and_the_silent_ones_are_not_ticked(project: Project, qtbot: QtBot) -> None:
    silence_rule(project, "country.name")
    dialog = shown(ProjectSettingsDialog(project, page="lexicon"), qtbot)
    listed = rows(dialog.rules.table)
    assert [row[0] for row in listed] == [rule.id for rule in known_rules()]
    assert [row[3] for row in listed] == [rule.reason.fr for rule in known_rules()]
    assert [listed[0][1], listed[0][2]] == ["pays", "sûr"]
    unticked = [
        row[0]
        for number, row in enumerate(listed)
        if dialog.rules.table.item(number, 0).checkState() is Qt.CheckState.Unchecked
    ]
    assert unticked == ["country.name"]
    assert dialog.rules.told.text() == "1 règle se tait."


def test_space_silences_a_rule_and_lets_it_speak_again(dialog: ProjectSettingsDialog, project: Project) -> None:
    dialog.findChild(QTabWidget).setCurrentIndex(1)
    dialog.rules.table.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    second, third = [rule.id for rule in known_rules()][1:3]
    assert lexicon(project).silent_rules == {second, third}
    assert dialog.rules.told.text() == "2 règles se taisent."
    press(Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert lexicon(project).silent_rules == frozenset()
    assert dialog.rules.told.text() == "Toutes les règles parlent."
    assert dialog.changed


def test_a_rule_that_cannot_be_silenced_keeps_its_tick(dialog: ProjectSettingsDialog, project: Project) -> None:
    box = dialog.rules.table.item(0, 0)
    dialog.rules.table.blockSignals(True)
    box.setText("country.of.a.newer.version")
    dialog.rules.table.blockSignals(False)
    box.setCheckState(Qt.CheckState.Unchecked)
    assert box.checkState() is Qt.CheckState.Checked
    assert "Aucune règle ne s'appelle" in dialog.rules.told.text()
    assert not dialog.changed


# The window


@pytest.fixture
def window(project: Project, qtbot: QtBot) -> Iterator[MainWindow]:
    suggest(project)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.projects.open(project.path)
    window.open_article(1)
    window.activateWindow()
    yield window
    window.close()


def in_dialog(do: Callable[[ProjectSettingsDialog], object]) -> None:
    """Do something in the dialog that the next action opens, then close it."""

    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ProjectSettingsDialog):
            QTimer.singleShot(20, begin)
            return
        try:
            do(dialog)
        finally:
            dialog.close()

    QTimer.singleShot(20, begin)


def select(window: MainWindow, words: str) -> None:
    view, start = window.workbench.view, TEXT.index(words)
    first, last = (view.text_rect(at, at + 1) for at in (start, start + len(words) - 1))
    assert first is not None
    assert last is not None
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    for at in (first.center(), (first.center() + last.center()) / 2, last.center()):
        QTest.mouseMove(view.viewport(), at)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last.center())
    assert view.selection() == (start, start + len(words))


def pending(window: MainWindow) -> list[str]:
    return [TEXT[mark.start : mark.end] for mark in window.workbench.marks if mark.suggestion is not None]


def test_l_adds_a_marked_word_with_its_label_and_the_article_shows_it(
    window: MainWindow, project: Project, qtbot: QtBot
) -> None:
    select(window, "Zorglub")
    window.correcting.apply_label("weapon")
    QTest.keyClick(window.workbench.view, Qt.Key.Key_L)
    assert window.messages.words() == "« Zorglub » est désormais suggéré comme arme."
    assert lexicon(project).entries == (Entry("Zorglub", "weapon"),)
    focused = window.workbench.view.focused_mark()
    qtbot.waitUntil(lambda: "Zorglub" in pending(window), timeout=60_000)
    assert window.workbench.view.focused_mark() == focused
    assert pending(window) == ["Russie", "Ukraine", "Zorglub", "Mali"]
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)
    assert [each.label for each in project.suggestions(2).values()] == ["weapon"]
    QTest.keyClick(window.workbench.view, Qt.Key.Key_L)
    assert window.messages.words() == "« Zorglub » est déjà dans le lexique, comme arme."
    assert not window.tasks.busy()


def test_a_suggestion_in_focus_keeps_it_while_others_come(window: MainWindow, project: Project, qtbot: QtBot) -> None:
    window.workbench.next_pending()
    focused = window.workbench.view.focused_mark()
    assert TEXT[focused.start : focused.end] == "Ukraine"
    add_entry(project, "Zorglub", label="weapon")
    silence_rule(project, "country.past")
    window.after_work.suggest_again()
    qtbot.waitUntil(lambda: "Zorglub" in pending(window), timeout=60_000)
    again = window.workbench.view.focused_mark()
    assert TEXT[again.start : again.end] == "Ukraine"
    assert again.suggestion.id != focused.suggestion.id
    window.correcting.accept()
    assert window.messages.words() == ""
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)


def test_where_the_focused_suggestion_is_gone_work_goes_on_from_its_place(
    window: MainWindow, project: Project, qtbot: QtBot
) -> None:
    window.workbench.next_pending()
    focused = window.workbench.view.focused_mark()
    assert TEXT[focused.start : focused.end] == "Ukraine"
    silence_rule(project, "country.name")
    add_entry(project, "La Russie", label="leader")
    add_entry(project, "autre Zorglub", label="weapon")
    window.after_work.suggest_again()
    qtbot.waitUntil(lambda: pending(window) == ["La Russie", "autre Zorglub"], timeout=60_000)
    again = window.workbench.view.focused_mark()
    assert TEXT[again.start : again.end] == "autre Zorglub"
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)


def test_l_on_a_word_without_a_label_asks_for_it(window: MainWindow, project: Project, qtbot: QtBot) -> None:
    seen: list[str] = []

    def choose(dialog: ProjectSettingsDialog) -> None:
        seen.append(dialog.lexicon.form.text())
        dialog.lexicon.label.setCurrentText("arme")
        dialog.lexicon.add.click()

    in_dialog(choose)
    select(window, "Zorglub")
    QTest.keyClick(window.workbench.view, Qt.Key.Key_L)
    assert seen == ["Zorglub"]
    assert lexicon(project).entries == (Entry("Zorglub", "weapon"),)
    qtbot.waitUntil(lambda: pending(window).count("Zorglub") == 2, timeout=60_000)
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)


def test_l_on_nothing_says_what_to_do(window: MainWindow, project: Project) -> None:
    window.correcting.dismiss()
    QTest.keyClick(window.workbench.view, Qt.Key.Key_L)
    assert window.messages.words() == "Sélectionnez d'abord un mot, ou allez sur une annotation."
    assert lexicon(project).entries == ()


def test_a_passage_over_an_empty_line_can_be_marked_but_is_no_word(window: MainWindow, project: Project) -> None:
    select(window, TEXT.removesuffix("."))
    window.correcting.apply_label("weapon")
    assert window.workbench.view.focused_mark().label == "weapon"
    with pytest.raises(UserError, match="a word or a short phrase"):
        window.teaching.add_chosen()
    assert lexicon(project).entries == ()


def test_the_dialog_comes_with_control_l_and_a_rule_falls_silent(
    window: MainWindow, project: Project, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)
    in_dialog(lambda dialog: dialog.rules.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked))
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert lexicon(project).silent_rules == {"country.name"}
    qtbot.waitUntil(lambda: pending(window) == [], timeout=60_000)
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)


def test_a_dialog_that_changed_nothing_reads_nothing_again(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)
    in_dialog(ProjectSettingsDialog.isVisible)
    window.actions_["lexicon"].trigger()
    assert not window.tasks.busy()


def test_taught_twice_in_a_row_only_the_last_reading_counts(window: MainWindow, project: Project, qtbot: QtBot) -> None:
    told: list[object] = []
    window.tasks.cancelled.connect(told.append)
    for form in ("Zorglub", "Mali", "autre"):
        add_entry(project, form, label="leader")
        window.after_work.suggest_again()
    qtbot.waitUntil(lambda: not window.tasks.busy(), timeout=60_000)
    assert told == []
    assert {each.label for each in project.suggestions(2).values()} == {"leader"}
    assert "autre" in pending(window)
