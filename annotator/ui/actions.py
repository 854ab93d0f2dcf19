"""The actions of a window: made from `annotator.ui.action_table`, connected to the parts that do them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from annotator.ui.action_table import MENUS, TABLE
from annotator.ui.language import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

    from annotator.ui.parts import Part


class Actions:
    """The actions of one window, made from `TABLE`; look one up by name as ``actions["undo"]``."""

    def __init__(self, window: QMainWindow, reading_pane: QWidget) -> None:
        self._by_name: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for described in TABLE:
            action = QAction(_translate(described.text), window)
            action.setObjectName(described.name)
            action.setShortcuts([QKeySequence(key) for key in described.keys])
            action.setStatusTip(_translate(described.hint))
            action.setCheckable(described.checkable or bool(described.group))
            if described.group:
                group = groups.setdefault(described.group, QActionGroup(window))
                action.setChecked(not group.actions())
                group.addAction(action)
            if described.while_reading:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                reading_pane.addAction(action)
            else:
                window.addAction(action)
            self._by_name[described.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def bind(self, keys: Mapping[str, Iterable[str]]) -> None:
        """Give actions other keys; menus show the first.

        Args:
            keys: the keys of each action, by its name; whatever is not named keeps what it has.
        """
        for name, wanted in keys.items():
            self._by_name[name].setShortcuts([QKeySequence(each) for key in wanted for each in _both_enters(key)])

    def connect(self, parts: Iterable[Part]) -> None:
        """Connect actions to the parts that do them.

        Raises:
            ValueError: an action is left without anything to do, or has two parts, or a name is not in the table.
        """
        named = [(name, slot) for part in parts for name, slot in part.slots().items()]
        slots = dict(named)
        if set(slots) != set(self._by_name) or len(slots) < len(named):
            twice = {name for name, slot in named if slots[name] is not slot}
            raise ValueError(f"actions and what does them differ: {sorted(set(slots) ^ set(self._by_name) | twice)}")
        for name, slot in slots.items():
            self._by_name[name].triggered.connect(slot)

    def enable(self, *menus: str, enabled: bool) -> None:
        """Let the actions of some menus be used, or not."""
        for described in TABLE:
            if described.menu in menus:
                self._by_name[described.name].setEnabled(enabled)

    def fill_menus(self, window: QMainWindow) -> dict[str, QMenu]:
        """Make the menu bar, and return the menus by the names they have in the table."""
        menus = {name: window.menuBar().addMenu(_translate(title)) for name, title in MENUS.items()}
        for described in TABLE:
            menus[described.menu].addAction(self._by_name[described.name])
        return menus


def _both_enters(key: str) -> tuple[str, ...]:
    """Return a key with its twin: the Enter key beside the letters is called Return, the one of the keypad Enter."""
    return (key, f"{key.removesuffix('Return')}Enter") if key.split("+")[-1] == "Return" else (key,)


def _translate(text: str) -> str:
    return translate("actions", text)
