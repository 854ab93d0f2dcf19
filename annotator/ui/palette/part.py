"""The part of a window that opens the palette, does what was chosen in it, and remembers that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.app import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.actions import Actions

_REMEMBERED = 8


class Commands(QObject):
    """Lets every action of a window be found by its words."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: Actions | None = None
        self._session: Session | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"palette": self.open}

    def set_session(self, session: Session | None) -> None:
        """Know why actions cannot be done."""
        self._session = session

    def offer(self, actions: Actions) -> None:
        """Offer the actions of the window from now on."""
        self._actions = actions

    def open(self) -> None:
        """Open the palette, and do what is chosen."""
        from annotator.ui.palette.dialog import Palette
        from annotator.ui.palette.entries import entries

        if self._actions is None:
            return
        kept = settings.load().window.get("recent_actions")
        recent = [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []
        listed = entries(self._actions, why_not=self._why_not(), besides=["palette"])
        palette = Palette(listed, recent, self._window)
        agreed = palette.exec() == Palette.DialogCode.Accepted
        entry = palette.chosen() if agreed else None
        palette.deleteLater()
        if entry is None:
            return
        names = [entry.name, *(name for name in recent if name != entry.name)][:_REMEMBERED]
        settings.change(lambda now: now.with_window(recent_actions=names))
        # The focus is to be back where it was before anything is done there.
        QTimer.singleShot(0, self._actions[entry.name].trigger)

    def _why_not(self) -> str:
        if self._session is None:
            return self.tr("aucun projet ouvert")
        if self._session.article is None:
            return self.tr("aucun article ouvert")
        return self.tr("pas sur cette page")
