"""The imports of a project in the window: what opens their list, and how one is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from annotator.ui.language import language
from annotator.ui.merging.part import Merging
from annotator.ui.tasks import Job
from annotator.ui.wording import counted, explained, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from annotator.app.imports import KeptImport
    from annotator.app.session import Session
    from annotator.core.wording import Wording
    from annotator.ui.imports.dialog import ImportsDialog
    from annotator.ui.messages.bar import MessageBar
    from annotator.ui.tasks import Tasks


class Imports(QObject):
    """Says what an import brought, and shows and takes back those that the project remembers.

    Signals:
        article_requested: id of an article to open.
        labels_changed: an import or a merge made labels, or took them away.
    """

    article_requested = Signal(int)
    labels_changed = Signal()

    def __init__(self, tasks: Tasks, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._messages = messages
        self._window = window
        self._session: Session | None = None
        self._dialog: ImportsDialog | None = None
        self.merging = Merging(tasks, messages, window)
        self.merging.article_requested.connect(self.article_requested)
        self.merging.labels_changed.connect(self.labels_changed)
        self.merging.list_requested.connect(self.show_list)
        tasks.finished.connect(self._imported)
        # Queued: the window first leaves an article that has gone.
        tasks.finished.connect(self._undone, Qt.ConnectionType.QueuedConnection)
        tasks.failed.connect(self._failed)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"imports": lambda: self.show_list(), **self.merging.slots()}

    def set_session(self, session: Session | None) -> None:
        """Show the imports of another project from now on."""
        self._session = session
        self.merging.set_session(session)
        if self._dialog is not None and session is not None:
            self._dialog.set_project(session.project)

    # What is told

    def _imported(self, job: Job, report: Mapping[str, Any]) -> None:
        if job is Job.IMPORT and self._session is not None:
            if any(label["created"] for label in report.get("labels", ())):
                self.labels_changed.emit()
            self._tell(report)

    def _tell(self, report: Mapping[str, Any]) -> None:
        """Say what an import brought; its details and the way back stand beside it."""
        from annotator.ui.import_words import has_details, import_words, went_wrong

        say = self._messages.complain if went_wrong(report) else self._messages.tell
        details = (self.tr("Détails…"), lambda: self._show_report(report))
        number = report.get("import")
        undo = (self.tr("Annuler l'import…"), lambda: self.ask_to_undo(number)) if number is not None else None
        if has_details(report):
            say(import_words(report), details, otherwise=undo)
        else:
            say(import_words(report), undo)

    def _undone(self, job: Job, report: Mapping[str, Any]) -> None:
        if job is not Job.UNDO_IMPORT or self._session is None:
            return
        from annotator.app.imports import kept_import

        counts = (
            ("articles", self.tr("article retiré du projet"), self.tr("articles retirés du projet")),
            (
                "annotations",
                self.tr("article remis comme avant"),
                self.tr("articles remis comme avant"),
            ),
        )
        gone = [counted(report[name], one, many) for name, one, many in counts if report[name]]
        kept = kept_import(self._session.project, report["import"])
        done = self.tr("Fusion annulée") if kept.kind == "merge" else self.tr("Import annulé")
        words = (explained(done, ", ".join(gone)) if gone else done) + "."
        self.labels_changed.emit()
        self._say(words)

    def _failed(self, job: Job, reason: Wording, _details: str) -> None:
        if job is Job.UNDO_IMPORT and self._dialog is not None:
            self._dialog.wait(False)
            self._dialog.tell(sentence(reason))

    def _say(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.wait(False)
            self._dialog.refresh()
            self._dialog.tell(words)
        self._messages.tell(words)

    def _show_report(self, report: Mapping[str, Any]) -> None:
        from annotator.ui.intake.report_dialog import ReportDialog

        if self._session is None:
            return
        names = {label.id: label.name.in_language(language()) for label in self._session.project.labels()}
        dialog = ReportDialog(report, names, self._window)
        dialog.article_requested.connect(self.article_requested)
        dialog.undo_requested.connect(self.ask_to_undo)
        dialog.exec()
        dialog.deleteLater()

    # The list

    def show_list(self, chosen: int | None = None) -> None:
        """Show the imports until the dialog is closed."""
        if self._session is None:
            return
        from annotator.ui.imports.dialog import ImportsDialog

        self._dialog = dialog = ImportsDialog(self._session.project, self._window, chosen=chosen)
        dialog.undo_requested.connect(self._ask)
        dialog.article_requested.connect(self.article_requested)
        dialog.exec()
        self._dialog = None
        dialog.deleteLater()

    # Taking one back

    def ask_to_undo(self, number: int) -> None:
        """Take an import back, by its number, if the annotator agrees."""
        from annotator.app.imports import kept_import

        if self._session is not None:
            self._ask(kept_import(self._session.project, number))

    def _ask(self, kept: KeptImport) -> None:
        from annotator.ui.imports.kept_words import consequence, question

        if _agreed(self._dialog or self._window, question(kept), consequence(kept), merge=kept.kind == "merge"):
            if self._dialog is not None:
                self._dialog.wait(True)
            self._tasks.undo_import(kept.id)


def _agreed(parent: QWidget, question: str, consequence: str, *, merge: bool) -> bool:
    """Ask before something goes; Return leaves everything as it is."""
    from PySide6.QtWidgets import QMessageBox

    from annotator.ui.language import translate

    if merge:
        title, deed = translate("imports", "Annuler une fusion"), translate("imports", "Annuler la fusion")
        leave = translate("imports", "Garder la fusion")
    else:
        title, deed = translate("imports", "Annuler un import"), translate("imports", "Annuler l'import")
        leave = translate("imports", "Garder l'import")
    box = QMessageBox(QMessageBox.Icon.Warning, title, question, parent=parent)
    box.setInformativeText(consequence)
    does = box.addButton(deed, QMessageBox.ButtonRole.DestructiveRole)
    leaves = box.addButton(leave, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leaves)
    box.setEscapeButton(leaves)
    box.exec()
    agreed = box.clickedButton() is does
    box.deleteLater()
    return agreed
