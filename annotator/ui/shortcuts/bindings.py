"""Which keys every action has now: those the program comes with, and what the person made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from annotator.ui.shortcuts.layouts import AZERTY_DIGITS, default_keys

if TYPE_CHECKING:
    from annotator.ui.action_table import Described
    from annotator.ui.shortcuts.layouts import Layout


class Reserved(Enum):
    """Who a key belongs to that no action can have."""

    LABELS = auto()
    CURSOR = auto()
    MENUS = auto()


_EXACT = QKeySequence.SequenceMatch.ExactMatch
_TRAVEL = frozenset({"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"})
_TRAVEL_MODIFIERS = frozenset({"", "Shift", "Ctrl", "Ctrl+Shift"})


def portable(key: str) -> str | None:
    """Return a key as settings keep it, such as ``"Ctrl+Shift+Z"``, or None where it is no key.

    The two Enter keys are one to whoever presses them.
    """
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    written = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    # What is no key is written as nothing at all, or as a name that reads back as no key.
    if sequence.count() != 1 or not written or sequence.matches(QKeySequence(int(Qt.Key.Key_unknown))) == _EXACT:
        return None
    return f"{written.removesuffix('Enter')}Return" if written.split("+")[-1] == "Enter" else written


def tidy(keys: Iterable[str]) -> tuple[str, ...]:
    """Return keys in their portable form, each once; what is no key is left out."""
    return tuple(dict.fromkeys(known for key in keys if (known := portable(key)) is not None))


class Bindings(NamedTuple):
    """The keys of every action.

    Attributes:
        layout: the keyboard whose defaults hold.
        defaults: the keys of each action the program comes with, by the action's name.
        changed: the keys of the actions the person gave others, by the action's name.
        menu_keys: the keys that open menus, such as ``"Alt+F"``.
    """

    layout: Layout
    defaults: Mapping[str, tuple[str, ...]]
    changed: Mapping[str, tuple[str, ...]]
    menu_keys: frozenset[str] = frozenset()

    @classmethod
    def of(cls, table: Iterable[Described], layout: Layout, *, menu_keys: Iterable[str] = ()) -> Bindings:
        """Return the keys the program comes with, for a keyboard."""
        defaults = {name: tidy(keys) for name, keys in default_keys(table, layout).items()}
        return cls(layout, defaults, {}, frozenset(tidy(menu_keys)))

    def keys(self, action: str) -> tuple[str, ...]:
        """Return the keys of an action, the one to be shown first."""
        return self.changed.get(action, self.defaults[action])

    def all(self) -> dict[str, tuple[str, ...]]:
        """Return the keys of every action by its name."""
        return {action: self.keys(action) for action in self.defaults}

    def holder(self, key: str) -> str | None:
        """Return the action that has a key, or None."""
        return next((action for action in self.defaults if key in self.keys(action)), None)

    def reserved(self, key: str) -> Reserved | None:
        """Return who a key belongs to that no action can have, or None; what it comes with, an action may keep."""
        if any(key in keys for keys in self.defaults.values()):
            return None
        modifiers, _, plain = ("", "", key) if len(key) == 1 else key.rpartition("+")
        digits = set("123456789") | (set(AZERTY_DIGITS.values()) - {"À"} if self.layout == "azerty" else set())
        if plain in digits and modifiers in ("", "Shift"):
            return Reserved.LABELS
        if plain in _TRAVEL and modifiers in _TRAVEL_MODIFIERS:
            return Reserved.CURSOR
        return Reserved.MENUS if key in self.menu_keys else None

    def with_keys(self, action: str, keys: Iterable[str]) -> Bindings:
        """Return the bindings in which an action has these keys, and no other action has any of them."""
        wanted = tidy(keys)
        changed = {**self.changed, action: wanted}
        for other in self.defaults:
            if other != action and set(wanted) & set(self.keys(other)):
                changed[other] = tuple(key for key in self.keys(other) if key not in wanted)
        return self._changed_to(changed)

    def reset(self, action: str) -> Bindings:
        """Return the bindings in which an action has the keys it comes with, taken from whoever has them."""
        return self.with_keys(action, self.defaults[action])

    def reset_all(self) -> Bindings:
        """Return the bindings the program comes with."""
        return self._replace(changed={})

    def restored(self, kept: Mapping[str, tuple[str, ...]]) -> tuple[Bindings, list[str]]:
        """Return the bindings with what settings kept, and which kept keys cannot be used.

        Those are keys that are no keys or reserved, keys that an action has already, and all of an action not known.
        """
        refused: list[str] = []
        taken: dict[str, str] = {}
        changed = {}
        for action, keys in kept.items():
            if action not in self.defaults:
                refused.append(action)
                continue
            good = []
            for key in keys:
                known = portable(key)
                if known is None or self.reserved(known) or taken.setdefault(known, action) != action:
                    refused.append(key)
                else:
                    good.append(known)
            if good or not keys:
                changed[action] = tuple(good)
        found = self._changed_to(changed)
        # What the person chose goes before what an action merely comes with.
        for action, keys in found.changed.items():
            found = found.with_keys(action, keys)
        return found, refused

    def _changed_to(self, changed: Mapping[str, tuple[str, ...]]) -> Bindings:
        return self._replace(changed={name: keys for name, keys in changed.items() if keys != self.defaults[name]})
