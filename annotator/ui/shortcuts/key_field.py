"""The field that waits for a key: whatever is pressed in it is what it holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.shortcuts.bindings import portable

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)


class KeyField(QLineEdit):
    """Takes one key press, Tab and Enter included; Escape leaves it as it was.

    Signals:
        pressed: the key, as settings keep it.
        left: no key is wanted after all.
    """

    pressed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Appuyez sur la touche…"))
        self.setAccessibleName(self.tr("Nouvelle touche"))
        self.setAccessibleDescription(self.tr("Appuyez sur la touche à employer ; Échap pour renoncer"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        # Shortcuts, Tab and the mnemonics of menus would take keys away before they come to be pressed here.
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() in _MODIFIERS:
            return
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.left.emit()
            return
        key = key_of(event)
        if key is not None:
            self.pressed.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()


def key_of(event: QKeyEvent) -> str | None:
    """Return the key that was pressed, as settings keep it.

    A sign that needs Shift is the sign, without Shift: on another keyboard it may not need it.
    """
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    key = event.key()
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    sign = 0x20 < key < 0x10000 and not chr(key).isalpha()
    if sign:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return portable(QKeySequence(int(modifiers.value) | int(key)).toString(QKeySequence.SequenceFormat.PortableText))
