"""The history on the screen: what each step is called, and going back to one and forward again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QToolButton, QWidget

from annotator.app.project import Project
from annotator.core.annotation import Origin, Span, Status
from annotator.core.edits import (
    Change,
    DecisionChange,
    Edit,
    FlagChange,
    NoteChange,
    SpanChange,
    StatusChange,
    TrashChange,
    Verb,
)
from annotator.core.suggestions import Decision
from annotator.store import history
from annotator.store.steps import StepContent
from annotator.ui.history.step_words import step_words
from annotator.ui.history.steps_model import PAGE, ROW, StepRow
from tests.ui.seat import Seat

LABELS = {"country": "pays", "leader": "dirigeant"}
KIEV = Span(1, 0, 4, "country", Origin.DRAWN)


def content(verb: Verb, *changes: Change, **fields: object) -> StepContent:
    spans = [change for change in changes if isinstance(change, SpanChange)]
    before = next((each.before for each in spans if each.before), None)
    after = next((each.after for each in reversed(spans) if each.after), None)
    known = {
        "title": "Titre",
        "before": before,
        "after": after,
        "surfaces": ("Kiev" if before else None, "Kiev" if after else None),
        "suggested": "Macron",
        "articles": 1,
        "added": sum(each.before is None for each in spans),
        "spans": len(spans),
        "decisions": sum(isinstance(change, DecisionChange) for change in changes),
    }
    return StepContent(Edit(1, 1, verb, changes), **{**known, **fields})


BEGUN = StatusChange(Status.NEW, Status.IN_PROGRESS)
ACCEPTED = DecisionChange(3, Decision.PENDING, Decision.ACCEPTED)
REJECTED = DecisionChange(3, Decision.PENDING, Decision.REJECTED)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (content(Verb.DRAW, BEGUN, SpanChange(None, KIEV)), "Kiev : pays"),
        (content(Verb.ACCEPT, ACCEPTED, SpanChange(None, KIEV)), "Kiev : pays (accepté)"),
        (
            content(Verb.RELABEL, SpanChange(KIEV, Span(1, 0, 4, "leader", Origin.DRAWN))),
            "Kiev : pays → dirigeant",
        ),
        (
            content(
                Verb.RESIZE, SpanChange(KIEV, Span(1, 0, 8, "country", Origin.DRAWN)), surfaces=("Kiev", "Kiev Est")
            ),
            "Kiev → Kiev Est",
        ),
        (content(Verb.REMOVE, SpanChange(KIEV, None), REJECTED), "Kiev : pays (supprimé)"),
        (content(Verb.REJECT, REJECTED), "Macron : suggestion rejetée"),
        (content(Verb.ACCEPT_ALL, SpanChange(None, KIEV), added=12, spans=12), "12 suggestions acceptées"),
        (content(Verb.STATUS, StatusChange(Status.IN_PROGRESS, Status.FINISHED)), "article terminé"),
        (
            content(Verb.STATUS, StatusChange(Status.IN_PROGRESS, Status.FINISHED), articles=7),
            "article terminé · 7 articles",
        ),
        (content(Verb.FLAG, FlagChange(before=False, after=True)), "drapeau posé"),
        (content(Verb.TRASH, TrashChange(before=True, after=False)), "sorti de la corbeille"),
        (content(Verb.NOTE, NoteChange(None, "à revoir")), "Article : note « à revoir »"),
        (content(Verb.NOTE, NoteChange("à revoir", None)), "Article : note effacée"),
        (
            content(Verb.LABEL_EVERYWHERE, SpanChange(None, KIEV), added=37, spans=37, articles=12),
            "Kiev : pays, 37 occurrences · 12 articles",
        ),
        (content(Verb.REMOVE_EVERYWHERE, REJECTED, decisions=2), "Macron : retiré, 2 occurrences"),
    ],
)
def test_a_step_is_said_in_one_line(step: StepContent, words: str) -> None:
    assert step_words(step, LABELS) == words


def test_long_words_are_kept_to_a_line() -> None:
    said = step_words(content(Verb.DRAW, SpanChange(None, KIEV), surfaces=(None, "mot\n" * 400)), LABELS)
    assert len(said) < 80
    assert "\n" not in said


class Panel:
    """The panel of a window, worked by keys and the mouse."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.list = seat.window.findChild(QListView, "history_list")

    def rows(self) -> list[StepRow]:
        model = self.list.model()
        return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]

    def words(self) -> list[str]:
        return [row.words for row in self.rows()]

    def present(self) -> str:
        return next(row.words for row in self.rows() if row.present)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.list, key)
            QApplication.processEvents()

    def click(self, words: str) -> None:
        place = self.list.visualRect(self.list.model().index(self.words().index(words), 0)).center()
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()


@pytest.fixture
def panel(seat: Seat) -> Panel:
    seat.press("Return", "Return", "Ctrl+Return", "Return", "F7")
    return Panel(seat)


def test_the_history_lists_every_step_and_goes_back_at_a_click(panel: Panel) -> None:
    seat = panel.seat
    assert panel.words() == [
        "Ukraine : pays (accepté)",
        "article terminé",
        "Kiev : pays (accepté)",
        "Zelensky : dirigeant (accepté)",
        "Début de l'historique",
    ]
    assert panel.present() == "Ukraine : pays (accepté)"
    panel.click("Zelensky : dirigeant (accepté)")
    assert panel.present() == "Zelensky : dirigeant (accepté)"
    assert [row.stands for row in panel.rows()] == [False, False, False, True, True]
    assert seat.article == 1
    assert (seat.spans(1), seat.spans(2)) == ([("Zelensky", "leader")], [])
    assert seat.said == "3 étapes en arrière."
    assert seat.label("saved").endswith("annulé : 3 étapes")
    panel.click("Ukraine : pays (accepté)")
    assert (seat.article, seat.spans(2)) == (2, [("Ukraine", "country")])
    assert seat.said == "3 étapes en avant."


def test_the_keyboard_goes_back_to_the_very_start_and_to_the_text(panel: Panel) -> None:
    seat = panel.seat
    assert seat.window.focusWidget() is panel.list
    panel.press(Qt.Key.Key_End, Qt.Key.Key_Return)
    assert (seat.spans(1), seat.spans(2)) == ([], [])
    assert panel.present() == "Début de l'historique"
    panel.press(Qt.Key.Key_Escape)
    assert seat.window.focusWidget() is seat.window.workbench.view


def test_the_list_follows_the_work(panel: Panel) -> None:
    seat = panel.seat
    seat.window.workbench.view.setFocus()
    seat.press("Return")
    QApplication.processEvents()
    assert panel.present() == "Pologne : pays (accepté)"
    seat.press("Ctrl+Z", "X")
    QApplication.processEvents()
    assert panel.words()[0] == "Pologne : suggestion rejetée"


def test_rows_are_told_in_full(panel: Panel) -> None:
    panel.seat.press("Ctrl+Z")
    QApplication.processEvents()
    model = panel.list.model()
    told = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert "annulée" in told[0]
    assert "étape actuelle" in told[1]


def test_the_panel_opens_empty_with_a_word_of_why_and_closes(seat: Seat) -> None:
    seat.press("F7")
    panel = seat.window.findChild(QWidget, "history")
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any("Rien n'a encore été fait" in words for words in shown)
    assert seat.window.actions_["history"].isChecked()
    panel.findChild(QToolButton, "history_close").click()
    assert not panel.isVisible()
    assert not seat.window.actions_["history"].isChecked()


def test_steps_of_others_are_seen_and_not_gone_to(seat: Seat) -> None:
    with Project.open(seat.path) as project:
        grace = project.add_annotator("Grace")
        edit = Edit(1, grace, Verb.DRAW, (SpanChange(None, Span(77, 13, 21, "leader", Origin.DRAWN)),))
        with project.database.transaction():
            history.record(project.database, [edit], at=datetime.now(UTC).isoformat(timespec="milliseconds"))
    seat.press("Return", "F7")
    panel = Panel(seat)
    assert panel.words()[:1] == ["Zelensky : dirigeant (accepté)"]
    whose = seat.window.findChild(QComboBox, "history_whose")
    assert whose.isVisible()
    whose.setCurrentIndex(1)
    whose.activated.emit(1)
    assert [(row.who, row.mine) for row in panel.rows()] == [("Ada", True), ("Grace", False)]
    panel.click("Zelensky : dirigeant")
    assert seat.spans(1) == [("Zelensky", "leader")]


def test_a_long_history_is_read_by_pages(seat: Seat) -> None:
    with Project.open(seat.path) as project, project.database.transaction():
        for number in range(PAGE + 5):
            flag = FlagChange(before=number % 2 == 1, after=number % 2 == 0)
            history.record(project.database, [Edit(1, 1, Verb.FLAG, (flag,))], at="2022-02-24T05:00:00.000+00:00")
    seat.press("F7")
    model = Panel(seat).list.model()
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert model.rowCount() == PAGE + 5 + 1
