"""Keeps the pace of today in the status line: counted a moment after the hand rests, never while it works."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.app.pace import Today
    from annotator.app.session import Changes, Session
    from annotator.ui.status_line.line import StatusLine

_REST_MS = 400


class PaceDisplay(QObject):
    """Follows what the annotator does."""

    def __init__(self, status_line: StatusLine) -> None:
        super().__init__(status_line)
        self._status_line = status_line
        self._session: Session | None = None
        self._today: Today | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._show)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return nothing: it only shows."""
        return {}

    def set_session(self, session: Session | None) -> None:
        """Follow another session; its log is read once the window has come to rest."""
        self._session = session
        self._today = None
        self._timer.stop()
        if session is not None:
            session.watch(self._note)
            self._timer.start()

    def _note(self, changes: Changes) -> None:
        if self._today is not None:
            self._today.note(changes)
        self._timer.start()

    def _show(self) -> None:
        if self._session is None:
            return
        now = datetime.now().astimezone()
        if self._today is None:
            from annotator.app.pace import Today

            self._today = Today(self._session.project, self._session.annotator, now=now)
        self._status_line.show_pace(self._today.pace(now))
