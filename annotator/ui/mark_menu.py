"""The menu of a mark, a selection or a word: what can be done with it, opened only when a person asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from annotator.ui.keyboard import digit_of
from annotator.ui.language import language, translate
from annotator.ui.swatch import swatch
from annotator.ui.wording import quoted

if TYPE_CHECKING:
    from annotator.app.session import Session
    from annotator.core.annotation import Mark
    from annotator.core.labels import Label
    from annotator.ui.actions import Actions
    from annotator.ui.correcting import Correcting
    from annotator.ui.workbench import Workbench

_OF_SUGGESTION = ("accept",)
_OF_MARK = ("remove", "note")
_OF_WORDS = ("everywhere_article", "everywhere_all"), ("add_to_lexicon", "split_token")
_LONGEST = 40
"""Characters of the text that the menu is about, as far as its first line shows them."""


class MarkMenu:
    """Opens the menu of what a person attends to in the article; made of the window's own actions.

    Args:
        actions: of the window.
        bench: where the article is.
        correcting: applies a label.
    """

    def __init__(self, actions: Actions, bench: Workbench, correcting: Correcting) -> None:
        self._actions = actions
        self._bench = bench
        self._correcting = correcting

    def open(self, session: Session, at: QPoint) -> QMenu | None:
        """Open the menu at a point of the screen, and return it; None where there is no word to do anything with."""
        view = self._bench.view
        mark = view.focused_mark()
        extent = view.selection() or ((mark.start, mark.end) if mark is not None else view.cursor_word())
        if session.article is None or extent is None:
            return None
        menu = _Menu(self._bench)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(translate("mark_menu", "Annotation"))
        title = _shortened(session.article.text[slice(*extent)])
        menu.setWindowTitle(title)
        menu.add_title(title)
        marked = mark if view.selection() is None else None
        for label in session.project.labels():
            menu.add_label(label, present=marked is not None and marked.label == label.id, apply=self._correcting)
        for names in self._names(marked):
            menu.addSeparator()
            for name in names:
                menu.addAction(self._actions[name])
        menu.popup(at)
        return menu

    def _names(self, mark: Mark | None) -> tuple[tuple[str, ...], ...]:
        """Return the names of the actions for a mark, or for bare words, in groups."""
        if mark is None:
            return _OF_WORDS
        return ((*_OF_SUGGESTION, *_OF_MARK) if mark.suggestion is not None else _OF_MARK), *_OF_WORDS


class _Menu(QMenu):
    """A menu whose labels answer to their digits, wherever these are on the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._of_digit: dict[str, QAction] = {}

    def add_title(self, words: str) -> None:
        """Add a first line that says what the menu is about; it cannot be chosen."""
        title = QLabel(words, self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("menu_title")
        action = QWidgetAction(self)
        action.setText(words)
        action.setDefaultWidget(title)
        action.setEnabled(False)
        self.addAction(action)

    def add_label(self, label: Label, *, present: bool, apply: Correcting) -> None:
        """Add what applies a label, checked where it is ``present`` already."""
        action = self.addAction(swatch(label.colour), f"{label.name.in_language(language())}\t{label.digit}")
        action.setObjectName(f"menu_label_{label.id}")
        action.setCheckable(True)
        action.setChecked(present)
        font = action.font()
        font.setBold(present)
        action.setFont(font)
        action.triggered.connect(lambda _checked=False, id=label.id: apply.apply_label(id))
        self._of_digit[label.key] = action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = digit_of(event.text(), scan_code=event.nativeScanCode(), virtual_key=event.nativeVirtualKey())
        action = self._of_digit.get(digit or "")
        if action is None:
            super().keyPressEvent(event)
        else:
            self.close()
            action.trigger()


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return quoted(words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…")
