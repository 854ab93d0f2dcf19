from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Mark, Origin
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.suggestions import Tier
from annotator.ui.article_view import ArticleView
from tests.ui.reader import TEXT, click, double_click, place, sample_marks, shown, span, suggestion


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[None]:
    """Somebody listens to the screen."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    return shown(qtbot)


def test_the_focused_mark_is_said_in_one_line(view: ArticleView) -> None:
    said = []
    while view.focus_next():
        said.append(view.focus_words())
    assert said == [
        "Joe Biden, dirigeant, à la main, 1 sur 6",
        "Ukraine, pays, suggéré, 2 sur 6",
        "800 millions de dollars, somme, accepté, 3 sur 6",
        "chars Abrams, arme, suggéré, douteux, 4 sur 6",
        "OTAN, alliance, importé, 5 sur 6",
        "Paris, pays, suggéré, 6 sur 6",
    ]
    view.focus_mark(None)
    assert view.focus_words() == ""


def test_what_others_contradict_is_said_too(view: ArticleView) -> None:
    marks = [span(TEXT, "OTAN", "alliance", 5, Origin.SUGGESTED), suggestion(TEXT, "Paris", "country", 6, Tier.LIKELY)]
    view.show_marks(marks, conflicts=frozenset({("span", 5)}))
    view.focus_mark(("span", 5))
    assert view.focus_words() == "OTAN, alliance, accepté, en conflit, 1 sur 2"
    view.focus_mark(("suggestion", 6))
    assert view.focus_words() == "Paris, pays, suggéré, probable, 2 sur 2"


def test_labels_are_said_in_the_language_of_the_tags(view: ArticleView) -> None:
    view.set_labels(DEFAULT_LABELS, "en")
    view.focus_mark(("span", 5))
    assert "OTAN, alliance" in view.focus_words()
    view.focus_mark(("span", 1))
    assert view.focus_words().startswith("Joe Biden, leader,")


def test_each_change_of_focus_is_announced_once(
    view: ArticleView, listening: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    pass_on = QAccessible.updateAccessibility

    def hear(event: QAccessibleEvent) -> None:  # Qt gives Python no other way to hear what it tells the system
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())
        pass_on(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    view.focus_mark(("span", 5))
    view.focus_mark(("span", 5))
    view.show_marks(sample_marks())
    view.focus_mark(None)
    view.focus_previous()
    assert told == ["OTAN, alliance, importé, 5 sur 6", view.focus_words()]


def heard(view: ArticleView) -> tuple[str, int, int]:
    """What the view's accessible interface tells: the text, where the caret is, how many selections there are."""
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    return text.text(0, text.characterCount()), text.cursorPosition(), text.selectionCount()


def test_text_caret_and_selection_are_told(view: ArticleView, listening: None) -> None:
    text, caret, selections = heard(view)
    assert text == TEXT
    assert (caret, selections) == (0, 0)
    click(view, place(view, "promis"))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert heard(view)[1:] == (TEXT.index("à l'Ukraine"), 0)
    double_click(view, place(view, "mardi"))
    assert heard(view)[1:] == (TEXT.index("mardi") + 5, 1)
    assert view.textCursor().selectedText() == "mardi"
    view.focus_mark(("suggestion", 6))
    units = TEXT.index("Paris") + 1  # the emoji before it counts twice for Qt
    assert heard(view)[1:] == (units, 0)


def test_telling_scrolls_nothing(qtbot: QtBot, listening: None) -> None:
    text = "Une ligne de texte ordinaire.\n" * 200
    view = shown(qtbot, text, [])
    click(view, place(view, "ligne", text))
    view.verticalScrollBar().setValue(100)
    view.focus_mark(None)
    view.clear_selection()
    in_view = (rect for at in range(6, len(text), 30) if (rect := view.text_rect(at, at + 1)) and rect.top() > 0)
    double_click(view, next(in_view).center())
    assert view.selection() is not None
    assert view.verticalScrollBar().value() == 100
    assert heard(view)[2] == 1


def test_nothing_follows_where_nobody_listens(view: ArticleView) -> None:
    QAccessible.setActive(False)
    double_click(view, place(view, "mardi"))
    assert not view.textCursor().hasSelection()


def test_the_view_says_what_it_is_and_how_it_is_used(view: ArticleView) -> None:
    told = QAccessible.queryAccessibleInterface(view)
    assert told.text(QAccessible.Text.Name) == "Article"
    assert "Tab" in told.text(QAccessible.Text.Description)
    assert told.role() == QAccessible.Role.EditableText
    state = told.state()
    assert state.focusable
    assert state.focused


def test_every_state_has_words_of_its_own(view: ArticleView) -> None:
    kinds: list[Mark] = [span(TEXT, "Paris", "country", 1, origin) for origin in Origin]
    kinds += [suggestion(TEXT, "Paris", "country", 1, tier) for tier in Tier]
    said = set()
    for mark in kinds:
        view.show_marks([mark])
        view.focus_mark(mark.key)
        said.add(view.focus_words())
    assert len(said) == len(kinds)
