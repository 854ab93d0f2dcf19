"""Says how background work goes: progress in the status line, the outcome in the message bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.language import language
from annotator.ui.tasks import Job, Tasks
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.app.session import Session
    from annotator.core.wording import Wording
    from annotator.ui.messages.bar import MessageBar
    from annotator.ui.status_line.line import StatusLine


class WorkDisplay(QObject):
    """Follows the tasks of a window, and stops them."""

    def __init__(self, tasks: Tasks, status_line: StatusLine, messages: MessageBar) -> None:
        super().__init__(status_line)
        self._tasks = tasks
        self._status_line = status_line
        self._messages = messages
        tasks.progressed.connect(self._progressed)
        tasks.finished.connect(self._finished)
        tasks.failed.connect(self._failed)
        tasks.cancelled.connect(self._cancelled)
        status_line.cancel_requested.connect(self.cancel)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"cancel_work": self.cancel}

    def set_session(self, session: Session | None) -> None:
        """Show no work any more where no project is open."""
        if session is None:
            self._status_line.show_work("")

    def cancel(self) -> None:
        """Stop the work that is shown."""
        job = self._tasks.cancel()
        if job is None:
            self._messages.tell(self.tr("Aucun travail n'est en cours."))
        else:
            self._status_line.show_work(self.tr("{work} : arrêt").format(work=self._words(job)))

    def _words(self, job: Job) -> str:
        return {
            Job.SUGGEST: self.tr("Suggestions"),
            Job.IMPORT: self.tr("Import"),
            Job.UNDO_IMPORT: self.tr("Annulation de l'import"),
            Job.EXPORT: self.tr("Export"),
            Job.SPLIT: self.tr("Coupe des mots"),
            Job.COUNT: self.tr("Comptage"),
            Job.MERGE: self.tr("Fusion"),
            Job.SHARE: self.tr("Partage"),
        }[job]

    def _progressed(self, job: Job, done: int, total: int | None) -> None:
        if job is self._tasks.foremost():
            # An export goes over every article twice, to write it and to read it back; annotations are counted, and
            # files are shared.
            in_articles = job not in (Job.EXPORT, Job.COUNT, Job.SHARE)
            self._status_line.show_work(self._words(job), done, total, in_articles=in_articles)

    def _show_next(self) -> None:
        """Show what is still under way, if anything is."""
        job = self._tasks.foremost()
        self._status_line.show_work("" if job is None else self._words(job))

    def _finished(self) -> None:
        self._show_next()  # those who asked for the work say themselves what became of it

    def _failed(self, _job: Job, reason: Wording, details: str) -> None:
        self._show_next()
        words = reason.in_language(language())
        if details:
            self._messages.complain(words, (self.tr("Détails…"), lambda: self._show_details(words, details)))
        else:
            self._messages.complain(words)

    def _show_details(self, words: str, details: str) -> None:
        from annotator.ui.messages.details_dialog import DetailsDialog

        dialog = DetailsDialog(words, details, self._status_line.window())
        dialog.exec()
        dialog.deleteLater()

    def _cancelled(self, job: Job, kept: int) -> None:
        self._show_next()
        match job:
            case Job.IMPORT:
                self._messages.tell(self.tr("Import interrompu : rien n'a été importé."))
            case Job.UNDO_IMPORT:
                self._messages.tell(self.tr("Annulation interrompue : l'import est toujours là."))
            case Job.MERGE:
                self._messages.tell(self.tr("Fusion interrompue : le projet n'a pas changé."))
            case Job.SHARE:
                self._messages.tell(self.tr("Partage interrompu : aucun fichier n'a été écrit."))
            case Job.EXPORT:
                self._messages.tell(self.tr("Export interrompu : la destination n'a pas changé."))
            case Job.SUGGEST:
                articles = counted(kept, self.tr("article lu"), self.tr("articles lus"))
                words = self.tr("Suggestions interrompues : {articles}, les autres le seront à la prochaine ouverture.")
                self._messages.tell(words.format(articles=articles), (self.tr("Reprendre"), self._tasks.suggest))
            case Job.SPLIT:
                self._messages.tell(self.tr("Coupe interrompue : rien n'a été modifié."))
            case Job.COUNT:
                self._messages.tell(self.tr("Comptage interrompu : les statistiques datent d'avant."))
