"""Where a note is written: Enter keeps it, Shift+Enter begins a line, Escape leaves it as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LINES = 4


class NoteEditor(QPlainTextEdit):
    """A few lines to write in; going elsewhere keeps what was written.

    Signals:
        written: the note, where it is to be kept.
        closed: nothing is being written any more.
        left: the annotator is done with it, by Enter or Escape.
    """

    written = Signal(str)
    closed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_editor")
        self.setTabChangesFocus(True)
        self.is_open = False
        """Whether a note is being written."""
        self.hide()

    def open(self, note: str, about: str) -> None:
        """Begin to write.

        Args:
            note: what is there already.
            about: what the note is on, for assistive technology.
        """
        self.setAccessibleName(about)
        self.setPlainText(note)
        self.setPlaceholderText(self.tr("Entrée enregistre, Échap renonce"))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 18)
        self.moveCursor(self.textCursor().MoveOperation.End)
        self.is_open = True
        self.show()
        self.setFocus()

    def finish(self, *, keep: bool = True) -> None:
        """Write no more, and keep what was written or not."""
        if self.is_open:
            self.is_open = False
            self.hide()
            self.closed.emit()
            if keep:
                self.written.emit(self.toPlainText())

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the window away: letters are text here, and Escape ends the note alone."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the note, or give it up."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self.finish()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written, unless the keyboard only went to another window or to a menu."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.finish()
