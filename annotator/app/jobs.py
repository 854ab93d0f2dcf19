"""Heavy work in a process of its own, so that the window never waits.

A `Worker` starts the process of `annotator.app.worker`, hands it requests and tells of every event on a thread of
its own. Should that process die, its jobs fail with a sentence and the next request starts another.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from annotator.app.import_options import NO_CHOICES, ImportOptions
from annotator.core.wording import Wording

if TYPE_CHECKING:
    from annotator.app.agreement_asked import Question, Which
    from annotator.app.export_options import ExportOptions
    from annotator.app.settling_in_bulk import Bulk
    from annotator.app.share_options import ShareOptions
    from annotator.core.merge_report import Part
    from annotator.formats.records import Record

_SECONDS_TO_CLOSE = 1.5


@dataclass(frozen=True, slots=True)
class Ready:
    """The suggester is loaded; jobs asked for earlier begin now."""

    pipeline: str


@dataclass(frozen=True, slots=True)
class Progress:
    """A job has done so many of so many."""

    job: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a preview has found since the event before, as `annotator.app.previewing.Part` gives it in JSON."""

    job: int
    part: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """A job has succeeded; ``result`` is the JSON form of its report."""

    job: int
    result: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Failed:
    """A job has failed, for the reason given in one sentence.

    Attributes:
        job: its number.
        reason: the sentence.
        details: what helps to mend the program, where it is to blame.
    """

    job: int
    reason: Wording
    details: str = ""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A job was cancelled; what it had stored in whole batches stays.

    Attributes:
        job: its number.
        kept: how many articles it had read and suggested in; 0 for jobs that leave nothing.
    """

    job: int
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Logged:
    """A line that the worker wrote beside its events, such as a warning or part of a traceback."""

    line: str


@dataclass(frozen=True, slots=True)
class Died:
    """The worker ended of itself; `Failed` follows for each job it had, and the next request starts another.

    Attributes:
        exit_code: as the system gives it, negative for a signal.
        last_lines: what it wrote last, for a report.
    """

    exit_code: int
    last_lines: tuple[str, ...]


Event = Ready | Progress | Found | Done | Failed | Cancelled | Logged | Died


class Worker:
    """A process that suggests, imports and exports for one project, one job at a time, in the order asked for.

    Args:
        project: path of the project file; the process opens it on its own for each job.
        on_event: called with every event, on a thread that belongs to the worker. It must not call `close`.
    """

    def __init__(self, project: Path, on_event: Callable[[Event], None]) -> None:
        self._project = project
        self._on_event = on_event
        self._lock = threading.Lock()
        self._jobs = count(1)
        self._running: _Process | None = None
        self._closed = False
        with self._lock:
            self._start()

    def suggest(self, articles: Iterable[int] | None = None) -> int:
        """Ask for suggestions in articles, by default in all that have none yet; return the job's number."""
        return self._ask(do="suggest", articles=None if articles is None else list(articles))

    def import_files(self, paths: Iterable[Path], options: ImportOptions = NO_CHOICES) -> int:
        """Ask for an import, as `annotator.app.importing.import_files` does it; return the job's number."""
        return self._ask(do="import", paths=[str(path) for path in paths], options=options.to_json())

    def import_records(self, records: Iterable[Record], options: ImportOptions = NO_CHOICES) -> int:
        """Ask for an import of records that no file holds; return the job's number."""
        fields = [asdict(record) for record in records]
        return self._ask(do="import", records=fields, options=options.to_json())

    def undo_import(self, number: int) -> int:
        """Ask to take an import back, as `annotator.app.imports.undo_import` does it; return the job's number."""
        return self._ask(do="undo_import", number=number)

    def merge(self, paths: Iterable[Path], take: Iterable[Part] = ()) -> int:
        """Ask to merge copies into the project, as `annotator.app.merging.merge` does it; return the job's number."""
        return self._ask(do="merge", paths=[str(path) for path in paths], take=[part.value for part in take])

    def preview_merge(self, paths: Iterable[Path]) -> int:
        """Ask what a merge would bring; return the job's number.

        It does not wait for jobs asked for earlier. The report is in `Done`.
        """
        return self._ask(do="preview_merge", paths=[str(path) for path in paths], take=[])

    def share(self, options: ShareOptions) -> int:
        """Ask to give articles out, as `annotator.app.sharing.share` does it; return the job's number."""
        return self._ask(do="share", options=options.to_json())

    def preview_share(self, options: ShareOptions) -> int:
        """Ask who would be given what; return the job's number.

        It does not wait for jobs asked for earlier. The report is in `Done`.
        """
        return self._ask(do="preview_share", options=options.to_json())

    def preview(self, paths: Iterable[Path], options: ImportOptions = NO_CHOICES) -> int:
        """Ask what an import would bring, as `annotator.app.previewing` finds it; return the job's number.

        It does not wait for jobs asked for earlier. `Found` tells part after part what there is.
        """
        return self._ask(do="preview", paths=[str(path) for path in paths], options=options.to_json())

    def split(self, form: str, parts: Sequence[str] | None) -> int:
        """Ask to take a token apart in all articles, or (without parts) to join it again; return the job's number.

        It does not wait for jobs asked for earlier.
        """
        return self._ask(do="split", form=form, parts=None if parts is None else list(parts))

    def count(self) -> int:
        """Ask to bring the counts of the statistics up to date; return the job's number.

        It does not wait for jobs asked for earlier.
        """
        return self._ask(do="count")

    def agreement(self, question: Question) -> int:
        """Ask how far annotators agree, see `annotator.app.agreement_asked`; return the job's number.

        It does not wait for jobs asked for earlier. The report is in `Done`, and kept in the project.
        """
        return self._ask(do="agreement", question=question.to_json())

    def differences(self, question: Question, which: Which, *, begin: int, count: int) -> int:
        """Ask for some of the places behind a number of an agreement; return the job's number.

        It does not wait for jobs asked for earlier. The places are in `Done`.
        """
        return self._ask(do="differences", question=question.to_json(), which=which.to_json(), begin=begin, count=count)

    def examine(self, annotator: int) -> int:
        """Ask what `annotator.app.readiness.examine` finds out of an annotator's work; return the job's number.

        It does not wait for jobs asked for earlier. What it finds is kept in the project.
        """
        return self._ask(do="examine", annotator=annotator)

    def settle(self, bulk: Bulk) -> int:
        """Ask to settle by a rule, as `annotator.app.settling_in_bulk` does it; return the job's number.

        It does not wait for jobs asked for earlier. `Found` tells how much of how much is ``done``.
        """
        return self._ask(do="settle", bulk=bulk.to_json())

    def export(self, target: Path, options: ExportOptions) -> int:
        """Ask for an export, as `annotator.app.exporting.export` does it; return the job's number."""
        return self._ask(do="export", target=str(target), options=options.to_json())

    def preview_export(self, options: ExportOptions) -> int:
        """Ask what an export would take, as `annotator.app.export_preview` counts it; return the job's number.

        It does not wait for jobs asked for earlier. The result is in `Done`.
        """
        return self._ask(do="preview_export", options=options.to_json())

    def cancel(self, job: int) -> None:
        """Stop a job at the end of its batch, or before it begins; `Cancelled` tells when."""
        with self._lock:
            if self._running is not None and job in self._running.jobs:
                self._running.send({"cancel": job})

    def close(self) -> None:
        """End the process, whatever it is doing, within two seconds; no event comes after that."""
        with self._lock:
            self._closed = True
            running, self._running = self._running, None
        if running is not None:
            running.end()

    def _ask(self, **request: object) -> int:
        with self._lock:
            if self._closed:
                raise RuntimeError("this worker has been closed")
            job = next(self._jobs)
            running = self._running or self._start()
            running.jobs.append(job)
            running.send({"job": job, **request})
            return job

    def _start(self) -> _Process:
        self._running = _Process(_command(self._project), self._hear, self._mourn)
        return self._running

    def _hear(self, process: _Process, event: Event) -> None:
        with self._lock:
            if self._closed:
                return
            if isinstance(event, Done | Failed | Cancelled) and event.job in process.jobs:
                process.jobs.remove(event.job)
        self._on_event(event)

    def _mourn(self, process: _Process, exit_code: int) -> None:
        with self._lock:
            if self._closed:
                return
            if self._running is process:
                self._running = None
            lost = list(process.jobs)
        self._on_event(Died(exit_code, tuple(process.last_lines)))
        for job in lost:
            self._on_event(Failed(job, _LOST, "\n".join(process.last_lines)))


_LOST = Wording(
    "the process that worked in the background ended unexpectedly; what it had stored is kept, start the job again.",
    "Le processus de travail s'est arrêté de façon inattendue ; ce qu'il avait enregistré est gardé, "
    "relancez l'opération.",
)


class _Process:
    """One process of the worker, with the two threads that read what it writes."""

    def __init__(
        self,
        command: Sequence[str],
        hear: Callable[[_Process, Event], None],
        mourn: Callable[[_Process, int], None],
    ) -> None:
        self.jobs: list[int] = []
        self.last_lines: deque[str] = deque(maxlen=40)
        self._hear = hear
        self._mourn = mourn
        # In a session of its own, so that Ctrl+C in a terminal reaches only the window, which then closes the worker.
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._log = threading.Thread(target=self._read_log, name="worker log", daemon=True)
        self._events = threading.Thread(target=self._read_events, name="worker events", daemon=True)
        self._log.start()
        self._events.start()

    def send(self, request: Mapping[str, object]) -> None:
        """Send a request; where the process has just died, the thread that reads its events will tell."""
        pipe = self._pipe(self._process.stdin)
        with suppress(BrokenPipeError):
            pipe.write(json.dumps(request).encode() + b"\n")
            pipe.flush()

    def end(self) -> None:
        """End the process, by force where it takes too long, and wait for the threads."""
        self._close_requests()
        try:
            self._process.wait(_SECONDS_TO_CLOSE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for thread in (self._events, self._log):
            if thread is not threading.current_thread():
                thread.join()

    def _close_requests(self) -> None:
        with suppress(BrokenPipeError):
            self._pipe(self._process.stdin).close()

    def _read_events(self) -> None:
        with self._pipe(self._process.stdout) as pipe:
            for line in pipe:
                self._hear(self, _event(json.loads(line)))
        exit_code = self._process.wait()
        self._log.join()
        self._mourn(self, exit_code)
        self._close_requests()

    def _read_log(self) -> None:
        with self._pipe(self._process.stderr) as pipe:
            for raw in pipe:
                line = raw.decode("utf-8", "replace").rstrip()
                self.last_lines.append(line)
                self._hear(self, Logged(line))

    @staticmethod
    def _pipe(pipe: Any) -> BinaryIO:
        found: BinaryIO = pipe
        return found


def _command(project: Path) -> list[str]:
    # In a frozen build the executable is no Python but the program itself, which knows these words too.
    return [sys.executable, "-m", "annotator.app.worker", str(project)]


def _event(record: dict[str, Any]) -> Event:
    kind = record.pop("event")
    match kind:
        case "ready":
            return Ready(**record)
        case "progress":
            return Progress(**record)
        case "found":
            return Found(**record)
        case "done":
            return Done(**record)
        case "cancelled":
            return Cancelled(**record)
        case _:
            return Failed(record["job"], Wording(record["en"], record["fr"]), record.get("details", ""))
