"""How finished work goes out: asked for in a dialog, written in the background, and told of when it is done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from annotator.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.app.export_options import ExportOptions
    from annotator.app.session import Session
    from annotator.ui.article_list import ArticleList
    from annotator.ui.exporting.remembered import Remembered
    from annotator.ui.messages.bar import MessageBar
    from annotator.ui.tasks import Tasks


class Exports(QObject):
    """Exports from the project of a window."""

    def __init__(self, tasks: Tasks, articles: ArticleList, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._articles = articles
        self._messages = messages
        self._window = window
        self._session: Session | None = None
        self._left: Remembered | None = None  # what was chosen when somebody went from the dialog to the list
        tasks.finished.connect(self._finished)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what it does, by the name of the action."""
        return {"export": lambda: self.choose()}

    def set_session(self, session: Session | None) -> None:
        """Export from another project from now on."""
        self._session, self._left = session, None

    def export_to(self, target: Path, options: ExportOptions) -> None:
        """Export into a file or folder, in the background."""
        if self._session is not None:
            self._tasks.export(target, options)

    def choose(self, articles: Sequence[int] = ()) -> None:
        """Ask what to export and where to, and export it.

        Args:
            articles: ids of articles that were chosen for it.
        """
        if self._session is None:
            return
        from annotator.ui.exporting.dialog import ExportDialog

        chosen = articles or self._several_chosen()
        dialog = ExportDialog(
            self._session,
            tasks=self._tasks,
            total=self._articles.total(),
            listed=self._listed(),
            chosen=chosen,
            before=self._left,
            parent=self._window,
        )
        dialog.articles_requested.connect(self.show_in_list)
        dialog.stand_beside(self._articles)
        agreed = dialog.exec()
        options, target = dialog.options, dialog.target
        self._left = dialog.chosen if dialog.led and not agreed else None
        dialog.deleteLater()
        if agreed and target is not None:
            self.export_to(target, options)
        elif self._left is not None:
            self._articles.table.setFocus()

    def show_in_list(self, articles: Sequence[int], trashed: bool = False) -> None:
        """Show some articles in the list, and no others."""
        bar = self._articles.bar
        bar.show_query(bar.query.cleared()._replace(among=frozenset(articles), trashed=trashed))

    def _listed(self) -> list[int] | None:
        """Return what the list shows where it is filtered by what articles are, not by what an export told of them."""
        query = self._articles.bar.query
        if not query.filters or query.among is not None or query.trashed:
            return None
        return list(self._articles.table.articles.order)

    def _several_chosen(self) -> list[int]:
        chosen = self._articles.table.chosen()
        return chosen if len(chosen) > 1 else []

    # When it is done

    def _finished(self, job: Job, report: Mapping[str, Any]) -> None:
        if job is not Job.EXPORT:
            return
        from annotator.ui.exporting.report_words import export_words, went_wrong

        say = self._messages.complain if went_wrong(report) else self._messages.tell
        say(
            export_words(report),
            (self.tr("Détails…"), partial(self._show_report, report)),
            otherwise=(self.tr("Ouvrir le dossier"), partial(open_folder, Path(report["target"]))),
        )

    def _show_report(self, report: Mapping[str, Any]) -> None:
        if self._session is None:
            return
        from annotator.ui.exporting.report_dialog import ReportDialog

        dialog = ReportDialog(report, self._session.project.labels(), self._window)
        dialog.articles_requested.connect(self.show_in_list)
        dialog.article_requested.connect(self._articles.article_chosen)
        dialog.folder_requested.connect(partial(open_folder, Path(report["target"])))
        dialog.exec()
        dialog.deleteLater()


def open_folder(target: Path) -> None:
    """Show what was exported in the program that the system has for folders."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    folder = target if target.is_dir() else target.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
