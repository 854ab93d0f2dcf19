"""What the inspector says of the focused mark, in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app.project import Project
from annotator.core.suggestions import Proposal, Tier
from annotator.core.wording import Wording
from annotator.store import articles, suggestions
from annotator.ui.inspector.elsewhere import LONGEST
from annotator.ui.main_window import MainWindow
from tests.strategies import new_article

TEXT = (
    "Joe Biden promet 3,5 milliards d'euros, de 2 à 3 millions de dollars et des milliards de francs à l'Ukraine,\n"
    "soit 500 000 dollars américains et 1 million 500 mille roubles."
)
SUMS = {
    "3,5 milliards d'euros": "3\u202f500\u202f000\u202f000\u00a0EUR",
    "de 2 à 3 millions de dollars": "de 2\u202f000\u202f000 à 3\u202f000\u202f000, monnaie non précisée",
    "500 000 dollars américains": "500\u202f000\u00a0USD",
}


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    because = Wording("name after a title", "nom après un titre")
    words = [("Biden", "leader"), *((words, "sum") for words in SUMS), ("des milliards de francs", "sum")]
    found = [
        Proposal(TEXT.index(words), TEXT.index(words) + len(words), label, f"{label}.rule", because, Tier.LIKELY)
        for words, label in words
    ]
    with Project.create(tmp_path / "war.annot") as project, project.database.transaction():
        articles.insert(project.database, [new_article(TEXT)], at="2022")
        suggestions.replace(project.database, 1, found, pipeline="rules 1")
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.projects.open(tmp_path / "war.annot")
    window.tasks.close()  # nothing is to be suggested here but what the test says
    window.workbench.refresh()
    yield window
    window.close()


def focus(window: MainWindow, words: str) -> None:
    start = TEXT.index(words)
    mark = next(mark for mark in window.workbench.marks if mark.start <= start < mark.end)
    window.workbench.view.focus_mark(mark.key)


def test_a_suggestion_says_why_by_which_rule_and_how_sure(window: MainWindow) -> None:
    focus(window, "Biden")
    assert window.workbench.inspector.lines() == {
        "Étiquette": "dirigeant",
        "État": "suggéré, à décider",
        "Raison": "nom après un titre (probable)",
        "Règle": "leader.rule",
    }


def test_what_became_of_a_suggestion_stays_to_be_seen(window: MainWindow) -> None:
    focus(window, "Biden")
    window.correcting.move_edges(start_by=-1)
    focus(window, "Biden")
    lines = window.workbench.inspector.lines()
    assert lines["État"] == "modifié"
    assert lines["Proposé"] == "«\u00a0Biden\u00a0», dirigeant"
    assert lines["Règle"] == "leader.rule"


@pytest.mark.parametrize("words", SUMS)
def test_a_sum_says_what_it_is_worth(window: MainWindow, words: str) -> None:
    focus(window, words)
    assert window.workbench.inspector.lines()["Valeur"] == SUMS[words]
    window.correcting.accept()
    focus(window, words)
    assert window.workbench.inspector.lines()["Valeur"] == SUMS[words]


def test_a_sum_that_cannot_be_read_and_what_is_no_sum_have_no_value(window: MainWindow) -> None:
    focus(window, "des milliards de francs")
    assert "Valeur" not in window.workbench.inspector.lines()
    focus(window, "3,5 milliards")
    window.correcting.apply_label("weapon")
    focus(window, "3,5 milliards")
    assert "Valeur" not in window.workbench.inspector.lines()


def test_a_suggestion_accepted_with_another_label_is_changed_and_one_as_it_is_accepted(window: MainWindow) -> None:
    focus(window, "Biden")
    window.correcting.accept()
    focus(window, "Biden")
    assert window.workbench.inspector.lines()["État"] == "accepté"
    window.correcting.apply_label("country")
    assert window.workbench.inspector.lines()["État"] == "modifié"


def test_without_a_mark_it_tells_of_the_article_and_how_to_get_at_one(window: MainWindow) -> None:
    window.correcting.dismiss()
    assert window.workbench.inspector.lines() == {
        "Source": "dépêches.jsonl:1",
        "Date": "24/02/2022",
        "État": "nouveau",
        "Tab": "passe à l'annotation suivante",
    }


def rest(window: MainWindow, qtbot: QtBot) -> dict[str, str]:
    """Let the focus come to rest, and return what is said then."""
    qtbot.waitUntil(window.workbench.inspector.settled)
    return window.workbench.inspector.lines()


def test_when_the_focus_rests_it_says_where_else_the_words_stand_and_with_which_labels(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.session is not None
    with window.session.project.database.transaction():
        texts = ("Biden, Biden et M. Biden.", "L'administration Biden.", "Rien de tel.")
        articles.insert(window.session.project.database, [new_article(text) for text in texts], at="2023")
    focus(window, "Biden")
    assert "Ailleurs" not in window.workbench.inspector.lines()
    assert rest(window, qtbot)["Ailleurs"] == "4\u00a0sans étiquette (2\u00a0articles)"
    focus(window, "milliards d'euros")
    assert "Ailleurs" not in window.workbench.inspector.lines()
    assert rest(window, qtbot)["Ailleurs"] == "dans aucun autre article"


def test_an_article_so_long_that_the_window_would_wait_for_it_is_passed_over_and_that_is_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.session is not None
    with window.session.project.database.transaction():
        texts = ("Biden.", "Biden. " * (LONGEST // 7 + 1))
        articles.insert(window.session.project.database, [new_article(text) for text in texts], at="2023")
    focus(window, "Biden")
    assert rest(window, qtbot)["Ailleurs"] == "au moins 1\u00a0sans étiquette (1\u00a0article)"


def test_other_occurrences_in_the_article_are_counted_by_label(window: MainWindow, qtbot: QtBot) -> None:
    window.workbench.view.focus_mark(None)
    for start, end in (
        (TEXT.index("soit"), TEXT.index("soit") + 4),
        (TEXT.index("dollars"), TEXT.index("dollars") + 7),
    ):
        assert window.session is not None
        window.session.draw(start, end, label="weapon")
    window.workbench.focus_at(TEXT.index("dollars"), TEXT.index("dollars") + 7)
    assert rest(window, qtbot)["Ici aussi"] == "1\u00a0dans une autre"


def test_what_was_done_to_a_span_is_told_with_time_and_name(window: MainWindow, qtbot: QtBot) -> None:
    focus(window, "Biden")
    window.correcting.accept()
    focus(window, "Biden")
    window.correcting.apply_label("country")
    window.correcting.move_edges(start_by=-1)
    window.navigation.slots()["undo"]()
    focus(window, "Biden")
    said = [line.partition(" : ")[2] for line in rest(window, qtbot)["Historique"].splitlines()]
    assert said == [
        "annulé («\u00a0Biden\u00a0» → «\u00a0Joe Biden\u00a0»)",
        "«\u00a0Biden\u00a0» → «\u00a0Joe Biden\u00a0»",
        "dirigeant → pays",
        "accepté, dirigeant",
    ]
    assert window.session is not None
    assert f" {window.session.annotator_name} : " in window.workbench.inspector.lines()["Historique"]


def test_who_decided_otherwise_is_named(window: MainWindow, qtbot: QtBot) -> None:
    from annotator.app.session import Session

    assert window.session is not None
    project = window.session.project
    other = Session(project, project.add_annotator("Bob"))
    other.open(1)
    other.draw(0, TEXT.index("Biden") + 5, label="leader")
    focus(window, "Biden")
    window.correcting.accept()
    window.workbench.refresh()
    focus(window, "Biden")
    assert rest(window, qtbot)["Conflit"] == "Bob : «\u00a0Joe Biden\u00a0», dirigeant"


def test_the_link_shows_all_occurrences(window: MainWindow, qtbot: QtBot) -> None:
    focus(window, "Biden")
    link = window.findChild(QPushButton, "see_occurrences")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()
    focus(window, "Biden")
    window.workbench.view.focus_mark(None)
    assert link.isHidden()
