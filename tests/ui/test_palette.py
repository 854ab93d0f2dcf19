"""The command palette: what fits a few letters, and doing it by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from annotator.app import settings
from annotator.ui.action_table import TABLE
from annotator.ui.folding import fold
from annotator.ui.palette.dialog import Palette
from annotator.ui.palette.entries import Entry, chosen, entries
from annotator.ui.palette.matching import fit
from tests.ui.seat import Seat

WORDS = ("Tout accepter", "Accepter la suggestion", "Rétablir", "Mettre de côté", "Étendre la sélection")


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("accepter", "Accepter la suggestion"),
        ("retablir", "Rétablir"),
        ("RÉTAB", "Rétablir"),
        ("cote", "Mettre de côté"),
        ("tacc", "Tout accepter"),
        ("sugg acc", "Accepter la suggestion"),
        ("etendre", "Étendre la sélection"),
    ],
)
def test_a_few_letters_find_an_action(typed: str, best: str) -> None:
    scores = {words: found for words in WORDS if (found := fit(typed, words)) is not None}
    assert max(scores, key=scores.__getitem__) == best


def test_what_does_not_fit_is_left_out() -> None:
    assert fit("xyz", "Tout accepter") is None
    assert fit("accepter article", "Tout accepter") is None


@given(st.text(max_size=8), st.text(max_size=20))
def test_folded_words_fit_as_the_words_themselves(typed: str, words: str) -> None:
    assert (fit(typed, words) is None) == (fit(fold(typed), fold(words)) is None)
    if words.strip():
        assert fit(words.split()[0], words) is not None


def test_recent_actions_come_first() -> None:
    listed = [Entry(name, name, "Menu") for name in ("un", "deux", "trois")]
    assert [each.name for each in chosen(listed, "", recent=["trois", "deux"])] == ["trois", "deux", "un"]
    alike = [Entry(name, "Exporter", "Menu") for name in ("un", "deux")]
    assert [each.name for each in chosen(alike, "exp", recent=["deux"])] == ["deux", "un"]


# In the window


def in_palette(seat: Seat, deed: Callable[[Palette], object]) -> None:
    """Open the palette by its key, do something in it, and close it where that did not."""
    seen = []

    def look() -> None:
        palette = QApplication.activeModalWidget()
        if not isinstance(palette, Palette) or not palette.findChild(QLineEdit).hasFocus():
            QTimer.singleShot(5, look)
            return
        seen.append(palette)
        deed(palette)
        if palette.isVisible():
            palette.reject()

    QTimer.singleShot(5, look)
    seat.press("Ctrl+K")
    assert seen
    QTest.qWait(20)  # what was chosen is done as soon as the palette is gone


def typed(words: str, *keys: Qt.Key) -> Callable[[Palette], object]:
    def deed(palette: Palette) -> None:
        line = palette.findChild(QLineEdit)
        QTest.keyClicks(line, words)
        for key in keys:
            QTest.keyClick(line, key)

    return deed


def test_an_action_is_found_and_done_by_keyboard(seat: Seat) -> None:
    in_palette(seat, typed("tout acc", Qt.Key.Key_Return))
    assert len(seat.spans()) == 3
    assert seat.window.focusWidget() is seat.window.workbench.view
    assert settings.load().window["recent_actions"] == ["accept_all"]
    first: list[str] = []
    in_palette(seat, lambda palette: first.append(palette.chosen().name))
    assert first == ["accept_all"]


def test_arrows_choose_and_go_round(seat: Seat) -> None:
    names: list[str] = []

    def walk(palette: Palette) -> None:
        line = palette.findChild(QLineEdit)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
            names.append(palette.chosen().name)
            QTest.keyClick(line, key)
        names.append(palette.chosen().name)

    in_palette(seat, walk)
    table = [each.name for each in TABLE if each.name != "palette"]
    assert names == [table[0], table[1], table[0], table[-1]]


def test_escape_does_nothing(seat: Seat) -> None:
    in_palette(seat, typed("tout acc", Qt.Key.Key_Escape))
    assert seat.spans() == []


def test_what_cannot_be_done_says_why_and_is_not_done(seat: Seat) -> None:
    seat.press("F8")
    said: list[Entry] = []

    def look(palette: Palette) -> None:
        typed("tout acc", Qt.Key.Key_Return)(palette)
        assert palette.isVisible()
        said.append(palette.chosen())

    in_palette(seat, look)
    assert (said[0].enabled, said[0].why_not) == (False, "pas sur cette page")
    assert "indisponible" in said[0].told()
    assert seat.spans() == []


def test_every_row_says_everything_to_those_who_listen(seat: Seat) -> None:
    found: list[str] = []

    def look(palette: Palette) -> None:
        model = palette.findChild(QListView).model()
        found.extend(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount()))

    in_palette(seat, look)
    assert "Annuler, menu Édition, touche Ctrl+Z" in found
    assert any(row.endswith("actif") for row in found)  # one of the tiers is always on


def test_keys_shown_are_those_bound_now(seat: Seat) -> None:
    window = seat.window
    window.shortcuts._change(window.shortcuts.bindings().with_keys("accept_all", ["F4"]))
    listed = {each.name: each.keys for each in entries(window.actions_, why_not="")}
    assert listed["accept_all"] == "F4"
