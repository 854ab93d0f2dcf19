"""A window made anew in another language: the same project, article, mark and place, and the same work going on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from annotator.app import settings
from annotator.core.listing import ArticleQuery, Sort
from annotator.ui import changeover, language
from annotator.ui.main_window import MainWindow
from annotator.ui.preferences.dialog import PreferencesDialog
from annotator.ui.tasks import Job
from tests.ui.dialogs import in_next
from tests.ui.seat import Seat


@pytest.fixture
def restored(seat: Seat) -> Iterator[Seat]:
    """A seat whose window may be another one in the end; it spoke French before and does so afterwards."""
    yield seat
    language.install("fr")


def windows() -> list[MainWindow]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()]


def speak(seat: Seat, spoken: str) -> None:
    """Choose a language in the preferences, and sit down before the window there is then."""

    def choose(dialog: PreferencesDialog) -> None:
        dialog.language.setCurrentIndex(dialog.language.findData(spoken))
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()

    in_next(PreferencesDialog, choose)
    seat.trigger("preferences")
    QApplication.processEvents()
    (seat.window,) = windows()


def test_a_note_that_is_being_written_is_kept(restored: Seat) -> None:
    seat = restored
    seat.press("Shift+N")
    QTest.keyClicks(QApplication.focusWidget(), "relire")
    speak(seat, "en")
    assert seat.annotation().note == "relire"


def test_the_new_window_shows_the_same_place_in_the_other_language(restored: Seat) -> None:
    seat = restored
    former, project, worker = seat.window, seat.window.session.project, seat.window.tasks
    seat.press("Ctrl+PgDown", "Return", "Tab")
    seat.trigger("tiers_sure")
    before = (seat.article, seat.focused, seat.window.geometry(), seat.window.workbench.mark_position())
    speak(seat, "en")
    assert seat.window is not former
    assert seat.window.isVisible()
    assert seat.window.session.project is project
    assert seat.window.tasks is worker
    assert (seat.article, seat.focused, seat.window.geometry(), seat.window.workbench.mark_position()) == before
    assert seat.window.actions_["tiers_sure"].isChecked()
    assert seat.listed[0] == ("✓", "Ukraine", "country")
    assert seat.window.actions_["undo"].text() == "&Undo"
    assert settings.load().language == "en"


def test_work_goes_on_in_it_and_undo_reaches_back(restored: Seat) -> None:
    seat = restored
    seat.press("Return")
    speak(seat, "en")
    seat.press("Return", "Ctrl+Z", "Ctrl+Z")
    assert seat.spans() == []
    assert re.match(r"✓ Saved at \d\d:\d\d:\d\d\.\d{3} ", seat.label("saved"))
    speak(seat, "fr")
    seat.press("Ctrl+Shift+Z")
    assert seat.spans() == [("Zelensky", "leader")]
    assert seat.label("saved").startswith("✓ Enregistré à")


def test_what_works_in_the_background_is_followed_by_the_new_window_alone(restored: Seat) -> None:
    seat = restored
    heard: list[str] = []
    seat.window.tasks.finished.connect(lambda *_: heard.append("the former window"))
    speak(seat, "en")
    report = {"articles": 1, "spans": 0, "duplicates": [], "problems": [], "left_out": [], "notes": []}
    seat.window.tasks.finished.emit(Job.IMPORT, report)
    assert heard == []
    assert seat.said == "1 article imported."


def test_errors_are_said_by_the_new_window(restored: Seat, errors_said: None) -> None:
    seat = restored
    speak(seat, "en")
    QTimer.singleShot(0, lambda: seat.window.projects.open(seat.path.with_name("gone.annot")))
    QApplication.processEvents()
    assert seat.said.startswith("There is no project file")


def test_the_same_language_again_keeps_the_window(restored: Seat) -> None:
    former = restored.window
    speak(restored, "fr")
    assert restored.window is former
    assert settings.load().language == "fr"


def test_statistics_and_a_window_without_a_project_change_over_too(restored: Seat) -> None:
    seat = restored
    seat.press("F8")
    speak(seat, "en")
    assert seat.window.statistics.page.isVisible()
    seat.window.projects.close()
    seat.window = changeover.rebuild_window(seat.window)
    assert seat.window.session is None
    assert len(windows()) == 1


def test_the_list_is_filtered_as_before_and_the_history_still_open(restored: Seat) -> None:
    seat = restored
    seat.press("Return", "F7")
    seat.window.articles.bar.show_query(ArticleQuery(words="paris", sort=Sort.TITLE))
    speak(seat, "en")
    assert seat.window.articles.bar.query == ArticleQuery(words="paris", sort=Sort.TITLE)
    assert seat.window.articles.table.articles.rowCount() == 1
    assert seat.window.session.article.id == 1
    assert seat.window.actions_["history"].isChecked()
    assert seat.window.findChild(QWidget, "history_dock").isVisible()


def test_a_long_article_stays_where_it_was_read(restored: Seat) -> None:
    seat = restored
    bar = seat.window.workbench.view.verticalScrollBar()
    seat.window.resize(700, 320)
    for _ in range(20):
        seat.press("Ctrl++")
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() - 1)
    top = seat.window.workbench.view.top_point()
    assert top > 0
    speak(seat, "en")
    assert seat.window.workbench.view.top_point() == top
