"""The real program with a peephole: tells where things are on the screen, so that a test can point at them.

``python probe.py ARGUMENTS…`` runs ``annotator ARGUMENTS…``. Questions come as JSON lines on standard input, answers
go to standard output. It looks and never touches: every key and click comes from the X server. Only `activate` does
what a window manager would, since there is none on the virtual screen.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QWidget

from annotator import __main__ as program
from annotator.ui import application


class Peephole(QObject):
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(line)

    def _answer(self, line: str) -> None:
        question = json.loads(line)
        window = next((each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow)), None)
        answer = None if window is None else getattr(self, question.pop("ask"))(window, **question)
        print(json.dumps(answer), flush=True)

    def state(self, window: Any) -> dict[str, Any]:
        """Say what the window shows."""
        focused = window.workbench.view.focused_mark()
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return {
            "title": window.windowTitle(),
            "active": window.isActiveWindow(),
            "focus": (widget := QApplication.focusWidget()) and widget.objectName(),
            "article": window.session.article.id if window.session and window.session.article else None,
            "focused": focused and [focused.start, focused.end, focused.label, focused.span is not None],
            "selection": window.workbench.view.selection(),
            "pending": window.workbench.pending_count(),
            "busy": window.tasks.busy(),
            "saved": window.status_line.saved_words(),
            "message": window.messages.words(),
            "dialog": dialog and dialog.windowTitle(),
            "dialog_active": bool(dialog and (dialog.isActiveWindow() or dialog is QApplication.activePopupWidget())),
            "guidelines": (panel := window.findChild(QWidget, "guidelines")) and panel.page.toPlainText().strip(),
            "spacy": "spacy" in sys.modules,
        }

    def settling(self, window: Any) -> dict[str, Any] | None:
        """Say what the page shows on which places are settled, where it is in sight."""
        page = window.findChild(QWidget, "settling_page")
        if page is None or not page.isVisible():
            return None
        rows, chosen = page.articles.rows, page.articles.currentIndex()
        return {
            "article": rows.rows[chosen.row()].article if chosen.isValid() else None,
            "rows": [rows.state_words(row) for row in rows.rows],
            "finish": page.finish.text() if page.finish.isEnabled() else None,
        } | {name: self.label(page, name=name) for name in ("inspected", "section", "settled_words", "empty_title")}

    def where(self, window: Any, *, start: int, end: int) -> list[list[int]] | None:
        """Say where the first and the last character of a stretch of text are on the screen, where they are shown."""
        view = self._view(window)
        spots = []
        for at in (start, end - 1):
            rect = view.text_rect(at, at + 1)
            if rect is None or not view.viewport().rect().contains(rect):
                return None
            spots.append(self._on_screen(view.viewport(), rect.center()))
        return spots

    def end_of_mark(self, window: Any, *, start: int, end: int) -> list[int] | None:
        """Say where on the screen to take hold of the end of the mark of that extent, where it is shown."""
        view = window.workbench.view
        for mark in view.marks_in_view():
            if (mark.start, mark.end) == (start, end) and (rect := view.mark_rect(mark)) is not None:
                return self._on_screen(view.viewport(), QPoint(rect.right() - 2, rect.center().y()))
        return None

    def view(self, window: Any) -> list[int]:
        """Say where the middle of the text is that is in sight."""
        view = self._view(window)
        return self._on_screen(view, view.rect().center())

    def widget(self, window: Any, *, name: str) -> list[int] | None:
        """Say where the middle of a control is, by its object name."""
        found = window.findChild(QWidget, name)
        return found and self._on_screen(found, found.rect().center())

    def label(self, window: Any, *, name: str) -> str | None:
        """Say what a label shows, of a dialog or of the window, by its object name; None where it is not in sight."""
        dialog = QApplication.activeModalWidget() or window
        found = dialog.findChild(QWidget, name)
        if found is None or not found.isVisible():
            return None
        return found.text() if isinstance(found, QLabel) else found.words()

    def texts(self, window: Any, *, name: str) -> list[str]:
        """Say what the labels in sight show in a control, or in the dialog or window where the name is empty."""
        shown = QApplication.activeModalWidget() or window
        inside = shown.findChild(QWidget, name) if name else shown
        return [] if inside is None else [each.text() for each in inside.findChildren(QLabel) if each.isVisible()]

    def buttons(self, window: Any) -> list[str]:
        """Say what the buttons in sight show, of the dialog or of the window."""
        shown = QApplication.activeModalWidget() or window
        return [each.text() for each in shown.findChildren(QPushButton) if each.isVisible()]

    def paper(self, window: Any) -> int:
        """Say how light the article's background is on the screen, from 0, which is black, to 255."""
        corner = window.workbench.view.viewport().grab(QRect(2, 2, 1, 1)).toImage()
        return corner.pixelColor(0, 0).lightness()

    def typed(self, _window: Any) -> str | None:
        """Say what stands in the field that has the focus, in whichever window."""
        widget = QApplication.focusWidget()
        return widget.text() if isinstance(widget, QLineEdit) else None

    def listed(self, window: Any) -> list[int]:
        """Say which articles the list shows, in its order."""
        return list(window.articles.table.articles.order)

    def activate(self, window: Any) -> bool:
        """Give the keyboard to the dialog that is open, or else to the window."""
        (QApplication.activeModalWidget() or window).activateWindow()
        return True

    def grab(self, window: Any, *, path: str) -> bool:
        """Save a picture of the window."""
        return bool(window.grab().save(path))

    def _view(self, window: Any) -> Any:
        settled = window.findChild(QWidget, "settling_view")
        return settled if settled is not None and settled.isVisible() else window.workbench.view

    def _on_screen(self, widget: QWidget, point: QPoint) -> list[int]:
        spot = widget.mapToGlobal(point)
        return [spot.x(), spot.y()]


def run(project: Any, *, sample: bool = False) -> int:
    app = QApplication(sys.argv[:1])
    app.peephole = Peephole()
    return real_run(project, sample=sample)


real_run = application.run
application.run = run
code = program.main(sys.argv[1:])
sys.stdout.flush()
os._exit(code)  # the listening thread still waits for a question
