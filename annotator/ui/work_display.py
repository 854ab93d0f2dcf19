"""Says how background work goes: progress in the status line, the outcome in the message bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from annotator.ui.language import language
from annotator.ui.reports import export_words, has_details, import_words, went_wrong
from annotator.ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from annotator.core.wording import Wording
    from annotator.ui.message_bar import MessageBar
    from annotator.ui.status_line import StatusLine


class WorkDisplay(QObject):
    """Follows the tasks of a window."""

    def __init__(self, tasks: Tasks, status_line: StatusLine, messages: MessageBar) -> None:
        super().__init__(status_line)
        self._status_line = status_line
        self._messages = messages
        tasks.progressed.connect(self._progressed)
        tasks.finished.connect(self._finished)
        tasks.failed.connect(self._failed)
        tasks.cancelled.connect(self._cancelled)
        status_line.cancel_requested.connect(tasks.cancel)

    def _progressed(self, job: Job, done: int, total: int | None) -> None:
        words = {
            Job.SUGGEST: self.tr("Suggestions"),
            Job.IMPORT: self.tr("Import"),
            Job.EXPORT: self.tr("Export"),
            Job.SPLIT: self.tr("Coupe des mots"),
        }[job]
        self._status_line.show_work(f"{words} {done}/{total}" if total else f"{words}…", done, total)

    def _finished(self, job: Job, report: dict[str, Any]) -> None:
        self._status_line.show_work("")
        if job in (Job.IMPORT, Job.EXPORT):
            say = self._messages.complain if went_wrong(report) else self._messages.tell
            if job is Job.EXPORT:
                say(export_words(report))
            elif has_details(report):
                say(import_words(report), (self.tr("Détails…"), lambda: self._show_details(report)))
            else:
                say(import_words(report))

    def _show_details(self, report: dict[str, Any]) -> None:
        from annotator.ui.report_dialog import ReportDialog

        dialog = ReportDialog(report, self._status_line.window())
        dialog.exec()
        dialog.deleteLater()

    def _failed(self, _job: Job, reason: Wording) -> None:
        self._status_line.show_work("")
        self._messages.complain(reason.in_language(language()))

    def _cancelled(self, _job: Job) -> None:
        self._status_line.show_work("")
        self._messages.tell(self.tr("Interrompu ; ce qui était déjà fait est gardé."))
