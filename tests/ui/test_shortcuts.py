"""Keys of one's own: which may be had, on which keyboard, and the dialog that gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from annotator.app import settings
from annotator.ui.action_table import TABLE
from annotator.ui.shortcuts.bindings import Bindings, Reserved, portable
from annotator.ui.shortcuts.dialog import KeysDialog
from annotator.ui.shortcuts.key_field import key_of
from annotator.ui.shortcuts.layouts import LAYOUTS, layout_of
from annotator.ui.shortcuts.naming import key_name
from tests.ui.seat import Seat

AZERTY, QWERTY = (Bindings.of(TABLE, layout, menu_keys=["Alt+F"]) for layout in LAYOUTS)
SOME_KEYS = ("Ctrl+D", "X", "F4", "Ctrl+Z", "Return", "G", "nonsense", "3", "Ctrl+Left", "Alt+F", "A", "Ctrl+Alt+M")


@pytest.mark.parametrize("bindings", [AZERTY, QWERTY], ids=LAYOUTS)
def test_no_two_actions_come_with_the_same_key(bindings: Bindings) -> None:
    keys = [key for held in bindings.all().values() for key in held]
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)
    assert all(portable(key) == key for key in keys)


def test_defaults_lie_at_the_same_place_on_both_keyboards() -> None:
    assert AZERTY.keys("next_pending")[0] == ";"  # right of the comma on the one
    assert QWERTY.keys("next_pending")[0] == "."  # and on the other
    assert "Ctrl+&" in AZERTY.keys("tiers_all")
    assert "Ctrl+&" not in QWERTY.keys("tiers_all")
    assert [layout_of(name) for name in ("fr_FR", "fr_BE", "fr_CA", "en_US", "C")] == ["azerty"] * 2 + ["qwerty"] * 3


@pytest.mark.parametrize(
    ("key", "reserved"),
    [
        ("1", Reserved.LABELS),
        ("Shift+9", Reserved.LABELS),
        ("&", Reserved.LABELS),
        ("Left", Reserved.CURSOR),
        ("Ctrl+Shift+Home", Reserved.CURSOR),
        ("Alt+F", Reserved.MENUS),
        ("Ctrl+1", None),  # an action comes with it
        ("F4", None),
        ("+", None),
    ],
)
def test_keys_of_labels_of_the_cursor_and_of_menus_are_reserved(key: str, reserved: Reserved | None) -> None:
    assert AZERTY.reserved(key) is reserved


def test_signs_of_the_french_digit_row_are_free_on_an_american_keyboard() -> None:
    assert QWERTY.reserved("&") is None


def test_a_key_taken_from_another_action_leaves_it() -> None:
    changed = QWERTY.with_keys("accept_all", ["Ctrl+D", "A"])
    assert changed.holder("Ctrl+D") == "accept_all"
    assert changed.keys("set_aside") == ()
    assert changed.reset("set_aside").keys("accept_all") == ("A",)
    assert changed.reset_all() == QWERTY


def test_what_equals_the_defaults_is_not_kept() -> None:
    changed = QWERTY.with_keys("accept_all", ["F4"])
    assert changed.changed == {"accept_all": ("F4",)}
    assert changed.with_keys("accept_all", ["A"]).changed == {}


@given(
    st.dictionaries(
        st.sampled_from(["accept_all", "remove", "undo", "keys", "no_such_action"]),
        st.lists(st.sampled_from(SOME_KEYS), max_size=3).map(tuple),
    )
)
def test_whatever_settings_kept_gives_keys_without_conflict(kept: dict[str, tuple[str, ...]]) -> None:
    found, _ = QWERTY.restored(kept)
    keys = [key for held in found.all().values() for key in held]
    assert len(keys) == len(set(keys))
    assert all(found.reserved(key) is None for key in keys)
    again, refused = QWERTY.restored(found.changed)
    assert (again, refused) == (found, [])


def test_kept_keys_that_are_of_no_use_are_named() -> None:
    found, refused = QWERTY.restored({"accept_all": ("nonsense", "3", "F4"), "gone": ("F10",), "keys": ("F4",)})
    assert found.changed == {"accept_all": ("F4",)}
    assert refused == ["nonsense", "3", "gone", "F4"]


def _pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str = "") -> str | None:
    return key_of(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def test_a_press_is_read_as_the_key_a_person_means() -> None:
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    control = Qt.KeyboardModifier.ControlModifier
    assert _pressed(Qt.Key.Key_M, control | shift) == "Ctrl+Shift+M"
    assert _pressed(Qt.Key.Key_Plus, control | shift) == "Ctrl++"  # Shift is only what the sign needs
    assert _pressed(Qt.Key.Key_Period, shift) == "."
    assert _pressed(Qt.Key.Key_Backtab, shift) == "Shift+Tab"
    assert _pressed(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier) == "Return"
    assert _pressed(Qt.Key.Key_F4, none) == "F4"


def test_keys_have_the_names_printed_on_them() -> None:
    assert [key_name(key) for key in ("Ctrl+PgDown", "Shift+Tab", "Esc", "Ctrl++", "+", "Alt+Shift+Left")] == [
        "Ctrl+Page suiv.",
        "Maj+Tab",
        "Échap",
        "Ctrl++",
        "+",
        "Alt+Maj+←",
    ]


# The dialog


class Hand:
    """Works in the dialog by keys."""

    def __init__(self, dialog: KeysDialog) -> None:
        self.dialog = dialog
        self.tree = dialog.findChild(QTreeWidget, "keys_list")

    def choose(self, words: str) -> None:
        found = self.tree.findItems(words, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
        self.tree.setCurrentItem(found[0])
        self.tree.setFocus()

    def press(self, *keys: str) -> None:
        for key in keys:
            pressed = QKeySequence(key)[0]
            QTest.keyClick(QApplication.focusWidget(), pressed.key(), pressed.keyboardModifiers())

    def click(self, name: str) -> None:
        QTest.mouseClick(self.dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    def shown(self) -> str:
        return self.tree.currentItem().text(1)

    def said(self) -> str:
        return self.dialog.findChild(QLabel, "keys_said").text()


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    dialog = KeysDialog(QWERTY, lambda layout: {"azerty": AZERTY, "qwerty": QWERTY}[layout])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    return Hand(dialog)


def test_a_key_is_changed_by_pressing_it(hand: Hand) -> None:
    changed: list[Bindings] = []
    hand.dialog.changed.connect(changed.append)
    hand.choose("Tout accepter")
    hand.press("Return", "F4")
    assert hand.shown() == "F4 *"
    assert changed[-1].changed == {"accept_all": ("F4",)}
    assert hand.tree.hasFocus()
    hand.click("keys_add")
    hand.press("Ctrl+Alt+M")
    assert changed[-1].keys("accept_all") == ("F4", "Ctrl+Alt+M")
    hand.click("keys_reset")
    assert hand.shown() == "A"


def test_a_key_that_is_taken_is_said_at_once_and_can_be_had_all_the_same(hand: Hand) -> None:
    hand.choose("Tout accepter")
    hand.press("Return", "Ctrl+D")
    assert "sert déjà à « Mettre de côté »" in hand.said()
    assert hand.dialog.bindings() == QWERTY
    hand.click("keys_take")
    assert hand.dialog.bindings().holder("Ctrl+D") == "accept_all"
    hand.choose("Mettre de côté")
    assert hand.shown().startswith("–")


def test_reserved_keys_are_refused_with_the_reason(hand: Hand) -> None:
    hand.choose("Tout accepter")
    hand.press("Return", "3")
    assert "étiquettes" in hand.said()
    hand.press("Ctrl+Left")
    assert "déplacements" in hand.said()
    hand.press("Escape")
    assert hand.dialog.isVisible()
    assert hand.dialog.bindings() == QWERTY
    hand.press("Escape")
    assert not hand.dialog.isVisible()


def test_keys_are_taken_away_and_found(hand: Hand) -> None:
    hand.choose("Tout accepter")
    hand.press("Delete")
    assert hand.dialog.bindings().keys("accept_all") == ()
    line = hand.dialog.findChild(QWidget, "keys_filter")
    line.setFocus()
    QTest.keyClicks(line, "retab")
    assert [hand.tree.currentItem().text(0)] == ["Rétablir"]


def test_another_keyboard_has_other_defaults_and_keeps_what_was_changed(hand: Hand) -> None:
    hand.choose("Tout accepter")
    hand.press("Return", "F4")
    layouts = hand.dialog.findChild(QComboBox, "keys_layout")
    layouts.setCurrentIndex(layouts.findData("azerty"))
    layouts.activated.emit(layouts.currentIndex())
    bindings = hand.dialog.bindings()
    assert (bindings.layout, bindings.keys("accept_all")) == ("azerty", ("F4",))
    assert bindings.keys("next_pending")[0] == ";"


# In the window


def test_changed_keys_hold_at_once_and_after_a_restart(seat: Seat) -> None:
    window = seat.window
    window.shortcuts._change(window.shortcuts.bindings().with_keys("accept_all", ["F4"]))
    seat.press("A")
    assert seat.spans() == []
    seat.press("F4")
    assert len(seat.spans()) == 3
    assert settings.load().keys == {"accept_all": ("F4",)}
    window.close()
    again = Seat(seat.path).open()
    again.press("Ctrl+Z")
    assert again.spans() == []
    again.press("F4")
    assert len(again.spans()) == 3
    again.window.close()


def test_kept_keys_of_no_use_are_said_once(seat: Seat) -> None:
    seat.window.close()
    settings.change(lambda kept: kept.with_keys({"accept_all": ("nonsense",)}))
    again = Seat(seat.path).open()
    assert "nonsense" in again.said
    again.press("A")
    assert len(again.spans()) == 3
    again.window.close()


def test_sentences_and_tooltips_name_the_keys_bound_now(seat: Seat) -> None:
    window = seat.window
    assert "Ctrl+Z" in _finishing(seat)
    bindings = window.shortcuts.bindings()
    window.shortcuts._change(
        bindings.with_keys("undo", ["F4"]).with_keys("accept_all", []).with_keys("cancel_work", ["F10"])
    )
    assert "F4 pour y revenir" in _finishing(seat)
    assert not window.workbench.label_bar.accept_all.toolTip().endswith(")")
    assert window.findChild(QWidget, "cancel_work_button").toolTip() == "Interrompre (F10)"


def _finishing(seat: Seat) -> str:
    seat.trigger("previous_article")
    seat.press("Ctrl+Return")
    return seat.said
