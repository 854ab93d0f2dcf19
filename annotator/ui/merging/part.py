"""Merging copies of the project: which, what would come of it, and what came."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from annotator.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from annotator.app.session import Session
    from annotator.ui.messages.bar import MessageBar
    from annotator.ui.tasks import Tasks


class Merging(QObject):
    """Asks for copies, shows what they would bring, merges them in the background and says what came.

    Signals:
        article_requested: id of an article to open.
        list_requested: number of a merge to show in the list of imports.
        labels_changed: a merge may have made or changed labels.
    """

    article_requested = Signal(int)
    list_requested = Signal(int)
    labels_changed = Signal()

    def __init__(self, tasks: Tasks, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._messages = messages
        self._window = window
        self._session: Session | None = None
        tasks.finished.connect(self._merged)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"merge": self.choose}

    def set_session(self, session: Session | None) -> None:
        """Merge into another project from now on."""
        self._session = session

    def choose(self) -> None:
        """Ask which copies, and go on with these."""
        from annotator.ui import file_dialogs

        if self._session is not None and (paths := file_dialogs.copies(self._window)):
            self.show_preview(paths)

    def show_preview(self, paths: Sequence[Path]) -> None:
        """Show what copies would bring, and merge them if the annotator agrees."""
        from annotator.ui.merging.dialog import MergeDialog

        if self._session is None:
            return
        dialog = MergeDialog(self._session.project, self._tasks, paths, self._window)
        dialog.article_requested.connect(self.article_requested)
        if dialog.exec():
            self._tasks.merge(paths, dialog.taken())
        dialog.deleteLater()

    def _merged(self, job: Job, report: Mapping[str, Any]) -> None:
        if job is not Job.MERGE or self._session is None:
            return
        from annotator.ui.merging.words import merge_words

        number = report["merge"]
        if number is not None:
            self.labels_changed.emit()  # and with them the history is read again
        details = None if number is None else (self.tr("Détails…"), partial(self.list_requested.emit, number))
        self._messages.tell(merge_words(report), details)
