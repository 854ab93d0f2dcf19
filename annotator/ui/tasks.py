"""Heavy work in another process, seen from the window: started, followed, cancelled, never waited for."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QObject, QTimer, Signal

from annotator.core.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from annotator.app.agreement_asked import Question, Which
    from annotator.app.export_options import ExportOptions
    from annotator.app.import_options import ImportOptions
    from annotator.app.jobs import Event, Worker
    from annotator.app.settling_in_bulk import Bulk
    from annotator.app.share_options import ShareOptions
    from annotator.core.merge_report import Part
    from annotator.formats.records import Record


class Job(Enum):
    """What the window has done in the background."""

    SUGGEST = auto()
    IMPORT = auto()
    UNDO_IMPORT = auto()
    EXPORT = auto()
    SPLIT = auto()
    COUNT = auto()
    MERGE = auto()
    SHARE = auto()


_BY_ITSELF = (Job.SUGGEST, Job.COUNT)
"""What nobody asks for; what somebody asked for is shown and cancelled before it."""


class Tasks(QObject):
    """The background work of one window on one project.

    Signals:
        ready: the suggester is loaded.
        progressed: job, how many are done, how many there are (or None).
        finished: job, its report as a dict.
        failed: job, why, as a `Wording`, and details for who mends the program, or an empty text.
        cancelled: job, how many articles it had imported or read by then.
        previewed: number of a preview, and one of the events `Found`, `Done`, `Failed` and `Cancelled` of
            `annotator.app.jobs`. Previews are no jobs: they are not counted as work under way.
        preview_progressed: number of a preview, how many are done, how many there are.
    """

    ready = Signal(str)
    progressed = Signal(object, int, object)
    finished = Signal(object, object)
    failed = Signal(object, object, str)
    cancelled = Signal(object, int)
    previewed = Signal(int, object)
    preview_progressed = Signal(int, int, int)
    # Events come on a thread of the worker; this signal takes them to the window's.
    _heard = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._project: Path | None = None
        self._awaited: Path | None = None  # the project to start working for as soon as it is painted
        self._started = 0  # counts the processes, to tell the words of one that has been closed
        self._jobs: dict[int, Job] = {}
        self._superseded: set[int] = set()  # jobs stopped because the same is asked for anew
        self._previews: set[int] = set()
        self._heard.connect(self._hear)

    def start_soon(self, project: Path) -> None:
        """Start working for a project and let it be read, as soon as what is shown of it is painted.

        To start a process takes longer than to paint an article. Who needs the process before has it at once.
        """
        self._awaited = project
        QTimer.singleShot(0, self, self._start_awaited)

    def _start_awaited(self) -> None:
        project, self._awaited = self._awaited, None
        if project is not None:
            self.start(project)
            self.suggest()

    def start(self, project: Path) -> None:
        """Start working for a project; the process gets ready while the window is already in use.

        What works for the project already goes on.
        """
        if self._worker is not None and self._project == project:
            return
        from annotator.app.jobs import Worker

        self.close()
        self._project = project
        self._started += 1
        started = self._started
        self._worker = Worker(project, lambda event: self._heard.emit(started, event))

    def suggest(self) -> None:
        """Let the suggester read the articles it has not read yet."""
        if self._worker is not None:
            self._begin(self._worker.suggest(), Job.SUGGEST)

    def suggest_in(self, articles: Iterable[int]) -> None:
        """Let the suggester read these articles, also where it has read them before."""
        if self._worker is not None:
            self._begin(self._worker.suggest(articles), Job.SUGGEST)

    def suggest_again(self, *, first: int | None = None) -> None:
        """Let the suggester read everything anew, now that it has been taught something.

        What reading is under way stops without a word, and an article that somebody is looking at goes first.
        """
        if self._worker is None:
            return
        for number, job in self._jobs.items():
            if job is Job.SUGGEST:
                self._superseded.add(number)
                self._worker.cancel(number)
        if first is not None:
            self._begin(self._worker.suggest([first]), Job.SUGGEST)
        self._begin(self._worker.suggest(), Job.SUGGEST)

    def import_files(self, paths: Iterable[Path], options: ImportOptions) -> None:
        """Import files and folders."""
        self._start_awaited()
        if self._worker is not None:
            self._begin(self._worker.import_files(paths, options), Job.IMPORT)

    def import_records(self, records: Iterable[Record], *, annotator: str) -> None:
        """Import records that no file holds."""
        self._start_awaited()
        if self._worker is not None:
            from annotator.app.import_options import ImportOptions

            options = ImportOptions(annotator=annotator)
            self._begin(self._worker.import_records(records, options), Job.IMPORT)

    def undo_import(self, number: int) -> None:
        """Take an import back, by its number in the project."""
        self._start_awaited()
        if self._worker is not None:
            self._begin(self._worker.undo_import(number), Job.UNDO_IMPORT)

    def merge(self, paths: Iterable[Path], take: Iterable[Part]) -> None:
        """Merge copies into the project, and take over what they have otherwise of these parts."""
        self._start_awaited()
        if self._worker is not None:
            self._begin(self._worker.merge(paths, take), Job.MERGE)

    def preview_merge(self, paths: Iterable[Path]) -> int | None:
        """Ask what a merge would bring; return the number that `previewed` tells of, or None without a project."""
        return self._look_into(lambda worker: worker.preview_merge(paths))

    def share(self, options: ShareOptions) -> None:
        """Give articles out among annotators, each in a project file of their own."""
        self._start_awaited()
        if self._worker is not None:
            self._begin(self._worker.share(options), Job.SHARE)

    def preview_share(self, options: ShareOptions) -> int | None:
        """Ask who would be given what; return the number that `previewed` tells of, or None without a project."""
        return self._look_into(lambda worker: worker.preview_share(options))

    def preview(self, paths: Iterable[Path], options: ImportOptions) -> int | None:
        """Ask what an import would bring; return the number that `previewed` tells of, or None without a project."""
        return self._look_into(lambda worker: worker.preview(paths, options))

    def cancel_preview(self, number: int) -> None:
        """Stop a preview; nothing more is told of it."""
        if number in self._previews and self._worker is not None:
            self._previews.remove(number)
            self._worker.cancel(number)

    def split(self, form: str, parts: Sequence[str] | None) -> None:
        """Take a token apart in all articles, or without parts join it again; it goes before other work."""
        self._start_awaited()
        if self._worker is not None:
            self._begin(self._worker.split(form, parts), Job.SPLIT)

    def count(self) -> None:
        """Bring the counts of the statistics up to date, where that is not under way; it goes before other work."""
        self._start_awaited()
        if self._worker is not None and Job.COUNT not in self._jobs.values():
            self._begin(self._worker.count(), Job.COUNT)

    def export(self, target: Path, options: ExportOptions) -> None:
        """Export articles into a file or folder."""
        self._start_awaited()
        if self._worker is not None:
            self._begin(self._worker.export(target, options), Job.EXPORT)

    def preview_export(self, options: ExportOptions) -> int | None:
        """Ask what an export would take; return the number that `previewed` tells of, or None without a project."""
        return self._look_into(lambda worker: worker.preview_export(options))

    def agreement(self, question: Question) -> int | None:
        """Ask how far annotators agree; return the number that `previewed` tells of, or None without a project."""
        return self._look_into(lambda worker: worker.agreement(question))

    def differences(self, question: Question, which: Which, *, begin: int, count: int) -> int | None:
        """Ask for the places behind a number of an agreement; return the number that `previewed` tells of, or None."""
        return self._look_into(lambda worker: worker.differences(question, which, begin=begin, count=count))

    def examine(self, annotator: int) -> int | None:
        """Examine whether one may train on somebody's work; return the number that `previewed` tells of, or None."""
        return self._look_into(lambda worker: worker.examine(annotator))

    def settle(self, bulk: Bulk) -> int | None:
        """Settle by a rule; return the number that `previewed` tells of, or None without a project."""
        return self._look_into(lambda worker: worker.settle(bulk))

    def stop(self, number: int) -> None:
        """Stop what `previewed` tells of, which goes on to do so: whether it stopped or was done by then."""
        if number in self._previews and self._worker is not None:
            self._worker.cancel(number)

    def _look_into(self, ask: Callable[[Worker], int]) -> int | None:
        self._start_awaited()
        if self._worker is None:
            return None
        number = ask(self._worker)
        self._previews.add(number)
        return number

    def foremost(self) -> Job | None:
        """Return what to show of the work under way: what was asked for goes before what happens by itself."""
        number = self._foremost()
        return None if number is None else self._jobs[number]

    def cancel(self) -> Job | None:
        """Stop the foremost work under way as soon as it comes to a good end; return which it is, or None."""
        number = self._foremost()
        if number is None or self._worker is None:
            return None
        self._worker.cancel(number)
        return self._jobs[number]

    def _foremost(self) -> int | None:
        under_way = [number for number in self._jobs if number not in self._superseded]
        return min(under_way, key=lambda number: self._jobs[number] in _BY_ITSELF, default=None)

    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._jobs) or self._awaited is not None

    def move_to(self, owner: QObject) -> Tasks:
        """Go on in another window: whoever followed the work hears no more of it."""
        for signal in (self.ready, self.progressed, self.finished, self.failed, self.cancelled):
            if self.isSignalConnected(QMetaMethod.fromSignal(signal)):
                signal.disconnect()
        self.setParent(owner)
        return self

    def close(self) -> None:
        """End the process; what it had stored stays."""
        worker, self._worker = self._worker, None
        self._awaited = None
        self._jobs.clear()
        self._superseded.clear()
        self._previews.clear()
        if worker is not None:
            worker.close()

    def _begin(self, number: int, job: Job) -> None:
        self._jobs[number] = job
        self.progressed.emit(job, 0, None)

    def _hear(self, started: int, event: Event) -> None:
        from annotator.app import jobs

        if self._worker is None or started != self._started:
            return
        if getattr(event, "job", None) in self._previews:
            self._hear_preview(event)
            return
        match event:
            case jobs.Ready(pipeline):
                self.ready.emit(pipeline)
            case jobs.Progress(job, done, total) if job in self._jobs and job not in self._superseded:
                self.progressed.emit(self._jobs[job], done, total)
            case jobs.Done(job, result) if job in self._jobs:
                self.finished.emit(self._jobs.pop(job), dict(result))
            case jobs.Failed(job, reason, details) if job in self._jobs:
                self.failed.emit(self._jobs.pop(job), Wording(*reason), details)
            case jobs.Cancelled(job) if job in self._superseded:
                self._superseded.remove(job)
                del self._jobs[job]
            case jobs.Cancelled(job, kept) if job in self._jobs:
                self.cancelled.emit(self._jobs.pop(job), kept)

    def _hear_preview(self, event: Event) -> None:
        from annotator.app import jobs

        if isinstance(event, jobs.Progress):
            self.preview_progressed.emit(event.job, event.done, event.total)
        elif isinstance(event, jobs.Found | jobs.Done | jobs.Failed | jobs.Cancelled):
            if not isinstance(event, jobs.Found):
                self._previews.discard(event.job)
            self.previewed.emit(event.job, event)
