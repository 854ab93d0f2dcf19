"""What the keys mean while places are settled: one key for each choice, heard in the text and in the list."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.ui.keyboard import digit_of
from annotator.ui.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Deed(Enum):
    """What a key does, besides choosing the version of a number."""

    TAKE_FIRST = auto()
    TAKE_SECOND = auto()
    NEITHER = auto()
    DRAW = auto()
    REASON = auto()
    REOPEN = auto()
    NEXT = auto()
    PREVIOUS = auto()
    FINISH = auto()


_KEYS = {
    Qt.Key.Key_A: Deed.TAKE_FIRST,
    Qt.Key.Key_Left: Deed.TAKE_FIRST,
    Qt.Key.Key_B: Deed.TAKE_SECOND,
    Qt.Key.Key_Right: Deed.TAKE_SECOND,
    Qt.Key.Key_N: Deed.NEITHER,
    Qt.Key.Key_0: Deed.NEITHER,
    Qt.Key.Key_D: Deed.DRAW,
    Qt.Key.Key_R: Deed.REASON,
    Qt.Key.Key_X: Deed.REOPEN,
    Qt.Key.Key_Delete: Deed.REOPEN,
    Qt.Key.Key_Backspace: Deed.REOPEN,
    Qt.Key.Key_Space: Deed.NEXT,
    Qt.Key.Key_J: Deed.NEXT,
    Qt.Key.Key_K: Deed.PREVIOUS,
    Qt.Key.Key_Return: Deed.FINISH,
    Qt.Key.Key_Enter: Deed.FINISH,
}

SHEET = (
    (QT_TRANSLATE_NOOP("settling", "Prendre A, prendre B"), ("A", "B")),
    (QT_TRANSLATE_NOOP("settling", "Prendre la version de ce numéro"), ("1", "9")),
    (QT_TRANSLATE_NOOP("settling", "Ni l'un ni l'autre"), ("N",)),
    (QT_TRANSLATE_NOOP("settling", "Tracer une autre version"), ("D",)),
    (QT_TRANSLATE_NOOP("settling", "Écrire la raison"), ("R",)),
    (QT_TRANSLATE_NOOP("settling", "Rouvrir le point"), ("X",)),
    (QT_TRANSLATE_NOOP("settling", "Point suivant, précédent"), ("J", "K")),
    (QT_TRANSLATE_NOOP("settling", "Terminer l'article"), ("Return",)),
)
"""The keys as the sheet of keys shows them."""


def deed_of(event: QKeyEvent) -> Deed | None:
    """Return what a key press asks for, or None; Shift turns the space bar round."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
    if shifted and event.key() == Qt.Key.Key_Space:
        return Deed.PREVIOUS
    if modifiers and not (shifted and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z):
        return None
    try:
        return _KEYS.get(Qt.Key(event.key()))
    except ValueError:  # a key without a name
        return None


def number_of(event: QKeyEvent) -> int | None:
    """Return the number from 1 to 9 a key press stands for, on French keyboards too, or None."""
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    if event.modifiers() & held:
        return None
    digit = digit_of(event.text(), scan_code=event.nativeScanCode(), virtual_key=event.nativeVirtualKey())
    return None if digit is None else int(digit)
