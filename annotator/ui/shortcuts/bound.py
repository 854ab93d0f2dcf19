"""Which keys the actions have at this moment, for sentences that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.language import translate
from annotator.ui.shortcuts.naming import key_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_bound: dict[str, Sequence[str]] = {}


def remember(keys: Mapping[str, Sequence[str]]) -> None:
    """Have sentences name these keys from now on, by the name of the action."""
    _bound.update(keys)


def key_of_action(action: str) -> str:
    """Name the key of an action, the first where it has several; an empty text where it has none."""
    keys = _bound.get(action, ())
    return key_name(keys[0]) if keys else ""


def way_to(action: str) -> str:
    """Name the key of an action, or say that the menu has it where it has none."""
    return key_of_action(action) or translate("keys", "le menu")
