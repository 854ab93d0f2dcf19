"""What the window is made of besides what it shows: parts, each of which does some of its actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.app.session import Session


class Part(Protocol):
    """Does some of the window's actions on whatever session is open."""

    def slots(self) -> Mapping[str, Callable[..., object]]:
        """Return what the part does, by the name of the action in `annotator.ui.action_table`."""

    def set_session(self, session: Session | None) -> None:
        """Work on another session from now on, or on none."""
