"""Counts with which labels a surface occurs elsewhere: in the article at once, in the project a little at a time."""

from __future__ import annotations

from collections import Counter
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.everywhere import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.app.everywhere import Search
    from annotator.app.session import Session
    from annotator.core.annotation import Mark
    from annotator.core.everywhere import Place

Tally = Counter[tuple[Standing, str | None]]

MOST = 400
"""How many articles are looked at; the list of all occurrences knows no such limit."""

LONGEST = 50_000
"""How long an article may be, in code points: one is looked at in one go, and the window waits."""

_SLICE = 0.006  # seconds of work at a time
_PAUSE = 12  # ms between two of them


class Elsewhere(QObject):
    """Counts the other occurrences of a mark's surface.

    Signals:
        counted: further articles have been looked at.
    """

    counted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.here: Tally = Counter()
        """How often it occurs in the open article besides the mark, by what stands there and its label."""
        self.in_project: Tally = Counter()
        """How often it occurs in the other articles looked at."""
        self.articles = 0
        """In how many of them it occurs."""
        self._open: Iterator[Place] = iter(())  # occurrences in the open article not counted yet
        self._search: Search | None = None
        self._start = 0  # where the mark is, which is not counted
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._go_on)

    def stop(self) -> None:
        """Count no further, and forget."""
        self._timer.stop()
        self._open, self._search = iter(()), None
        self.here, self.in_project, self.articles = Counter(), Counter(), 0

    def start(self, session: Session, mark: Mark) -> None:
        """Count the occurrences of a mark's surface other than itself."""
        from annotator.app.everywhere import Search, here
        from annotator.core.occurrences import surface_at

        self.stop()
        article = session.article
        if article is not None:
            surface = surface_at(article.text, article.grid, mark.start, mark.end)
            self._open = here(session, surface)
            self._search = Search(session.project, session.annotator, surface, leave_out=article.id, longest=LONGEST)
            self._start = mark.start
            self._go_on()
            self._timer.start()
            self.counted.emit()

    @property
    def finished(self) -> bool:
        """Whether every article has been looked at, however long."""
        return self._search is not None and self._search.finished and not self._search.too_long

    @property
    def running(self) -> bool:
        """Whether there is more to come."""
        return self._timer.isActive()

    def _go_on(self) -> None:
        until = monotonic() + _SLICE
        for place in self._open:
            if place.start != self._start:
                self.here[place.standing, place.label] += 1
            if monotonic() >= until:
                return
        if self._search is None or self._search.finished or self._search.looked_at >= MOST:
            self._timer.stop()
            self.counted.emit()
            return
        for found in self._search.go_on(_SLICE):
            self.articles += 1
            self.in_project.update((each.place.standing, each.place.label) for each in found.occurrences)
