"""What keys are called: as they are printed on the keyboard of who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.ui.language import QT_TRANSLATE_NOOP, translate
from annotator.ui.shortcuts.layouts import AZERTY_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable

# What Qt calls keys by is not what is printed on them.
_PRINTED = {
    "Ctrl": "Ctrl",
    "Alt": "Alt",
    "Meta": "Meta",
    "Shift": QT_TRANSLATE_NOOP("keys", "Maj"),
    "Return": QT_TRANSLATE_NOOP("keys", "Entrée"),
    "Esc": QT_TRANSLATE_NOOP("keys", "Échap"),
    "Del": QT_TRANSLATE_NOOP("keys", "Suppr"),
    "Ins": QT_TRANSLATE_NOOP("keys", "Inser"),
    "Space": QT_TRANSLATE_NOOP("keys", "Espace"),
    "Backspace": QT_TRANSLATE_NOOP("keys", "Retour arrière"),
    "Home": QT_TRANSLATE_NOOP("keys", "Début"),
    "End": QT_TRANSLATE_NOOP("keys", "Fin"),
    "PgUp": QT_TRANSLATE_NOOP("keys", "Page préc."),
    "PgDown": QT_TRANSLATE_NOOP("keys", "Page suiv."),
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


def key_name(key: str) -> str:
    """Name a key, such as ``"Ctrl+Return"``, as it is printed on the keyboard: « Ctrl+Entrée »."""
    written = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    *modifiers, last = ["+"] if written == "+" else written.removesuffix("++").split("+")
    if written.endswith("++"):
        modifiers, last = [*modifiers, last], "+"
    if last == "Backtab":  # Tab that Shift turned round
        last = "Tab"
    return "+".join(translate("keys", _PRINTED.get(each, each)) for each in (*modifiers, last))


def key_names(keys: Iterable[str]) -> list[str]:
    """Name keys, each once: both Enter keys are one to whoever presses them, and so are a digit and its key's sign."""
    shown = [each for each in keys if each.rpartition("+")[2] != "Enter"]
    split = [each.rpartition("+") for each in shown]
    signs = {f"{modifiers}+{AZERTY_DIGITS[key]}" for modifiers, _, key in split if key in AZERTY_DIGITS}
    return list(dict.fromkeys(key_name(key) for key in shown if key not in signs))


def key_words(keys: Iterable[str]) -> str:
    """Name keys as one phrase: « Ctrl+Maj+Z ou Ctrl+Y »."""
    return translate("keys", " ou ").join(key_names(keys))
