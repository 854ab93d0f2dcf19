"""The process that does heavy work for the window: it suggests, imports and exports, one job after the other.

Previews of imports and exports, the splitting of a token, counts and comparisons go before the others: somebody waits
for them. They are done between two batches of the job that is under way.

``python -m annotator.app.worker PROJECT`` reads requests from standard input and writes events to standard
output, one JSON object a line; `annotator.app.jobs` holds the other end. It ends when its input does, so that it
never outlives the window.

Requests::

    {"job": 1, "do": "suggest", "articles": [3, 4] or null}
    {"job": 2, "do": "import", "paths": ["…"], "options": {"annotator": "Zoé" or null, "status": "in progress", …}}
    {"job": 2, "do": "import", "records": [{"text": "…", "where": "…", "title": "…", …}], "options": {…}}
    {"job": 7, "do": "undo_import", "number": 3}            the number of the import in the project
    {"job": 4, "do": "preview", "paths": ["…"], "options": {"annotator": "Zoé" or null, "status": "in progress", …}}
    {"job": 3, "do": "export", "target": "…", "options": {"format": "spacy", "dev": 0.2, "annotators": ["Zoé"], …}}
    {"job": 6, "do": "preview_export", "options": {…}}
    {"job": 5, "do": "split", "form": "superOTAN", "parts": ["super", "OTAN"], or null to join it again}
    {"job": 8, "do": "count"}                               the counts of the statistics
    {"job": 9, "do": "agreement", "question": {…}}          how far annotators agree; kept in the project
    {"job": 9, "do": "differences", "question": {…}, "which": {…}, "begin": 0, "count": 50}
    {"job": 11, "do": "preview_merge", "paths": ["…"], "take": []}     what a merge of copies would bring
    {"job": 12, "do": "merge", "paths": ["…"], "take": ["labels", …]}
    {"job": 10, "do": "examine", "annotator": 1}            whether one may train; kept in the project
    {"cancel": 2}

Events::

    {"event": "ready", "pipeline": "rules 1"}
    {"event": "progress", "job": 1, "done": 50, "total": 400}
    {"event": "found", "job": 4, "part": {…}}               what a preview has found since the last of these
    {"event": "done", "job": 1, "result": {…}}              the report of the job
    {"event": "failed", "job": 2, "en": "…", "fr": "…"}     one sentence; "details" where the program is to blame
    {"event": "cancelled", "job": 3, "kept": 120}           how many articles it had done for good
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from annotator.core.errors import UserError

if TYPE_CHECKING:
    from annotator.app.agreement_asked import Comparisons
    from annotator.formats.records import Record

_NICENESS = 10  # the window's process goes first
_SECONDS_TO_END = 1.0


class JobCancelledError(Exception):
    """Raised out of a job's progress where it has been cancelled.

    Attributes:
        kept: how many articles the job had done for good by then.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kept = 0


class _Worker:
    """Runs requests in this thread, while another one listens for more and for cancellations."""

    def __init__(self, project: Path, requests: BinaryIO, events: BinaryIO) -> None:
        self._project = project
        self._requests = requests
        self._events = events
        self._queue: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._urgent: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._ending = False

    def run(self) -> None:
        threading.Thread(target=self._listen, name="requests", daemon=True).start()
        self._tell(event="ready", pipeline=_warm_up(self._project))
        while (request := self._queue.get()) is not None:
            self._do_urgent()
            if request:
                self._do(request)

    def _listen(self) -> None:
        for line in self._requests:
            request = json.loads(line)
            if "cancel" in request:
                self._cancelled.add(request["cancel"])
            elif request["do"] in _URGENT:
                self._urgent.put(request)
                self._queue.put({})  # wakes it up where nothing else is to be done
            else:
                self._queue.put(request)
        # The window is gone or wants no more: stop at the next progress, or at once where there is none for long.
        self._ending = True
        self._queue.put(None)
        time.sleep(_SECONDS_TO_END)
        os._exit(0)

    def _do_urgent(self) -> None:
        while not self._urgent.empty():
            self._do(self._urgent.get())

    def _do(self, request: dict[str, Any]) -> None:
        job = request["job"]

        def progress(done: int, total: int, part: Mapping[str, Any] | None = None, *, urgent: bool = True) -> None:
            if self._ending or job in self._cancelled:
                raise JobCancelledError
            if part is None:
                self._tell(event="progress", job=job, done=done, total=total)
                if urgent:
                    self._do_urgent()
            else:
                self._tell(event="found", job=job, part=part)

        try:
            if self._ending or job in self._cancelled:
                raise JobCancelledError
            result = _JOBS[request["do"]](self._project, request, progress)
        except JobCancelledError as stopped:
            self._tell(event="cancelled", job=job, kept=stopped.kept)
        except UserError as error:
            self._tell(event="failed", job=job, en=error.wording.en, fr=error.wording.fr)
        except Exception as error:
            traceback.print_exc()
            self._tell(
                event="failed",
                job=job,
                details=traceback.format_exc(),
                en=f"an error in the program stopped this ({type(error).__name__}: {error}); please report it.",
                fr=f"Une erreur du logiciel a interrompu l'opération ({type(error).__name__} : {error}) ; signalez-la.",
            )
        else:
            self._tell(event="done", job=job, result=result)

    def _tell(self, **event: object) -> None:
        try:
            self._events.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")
            self._events.flush()
        except BrokenPipeError:  # nobody listens any more
            self._ending = True


def _warm_up(project: Path) -> str:
    """Load everything a job needs, and return the name of the pipeline."""
    from annotator.app.lexicon import lexicon
    from annotator.app.project import Project
    from annotator.app.suggesting import shared_suggester, suggester_for
    from annotator.nlp.tokenizer import grid

    grid("prêt")
    try:
        with Project.open(project) as opened:
            return suggester_for(lexicon(opened)).pipeline
    except UserError:  # the first job will say so where somebody listens
        return shared_suggester().pipeline


class Progress(Protocol):
    """Told how many of how many are done, and what was found by the way; raises to stop."""

    def __call__(self, done: int, total: int, part: Mapping[str, Any] | None = None, *, urgent: bool = True) -> None:
        """Tell; ``part`` is what was found, in JSON. Within a transaction nothing ``urgent`` can be done by the way."""


def _suggest(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.project import Project
    from annotator.app.suggesting import suggest

    with Project.open(project) as opened:
        done = 0

        def follow(now: int, total: int) -> None:
            nonlocal done
            done = now  # told after a transaction, so that much is stored already where it stops here
            progress(now, total)

        try:
            return suggest(opened, articles=request["articles"], progress=follow).to_json()
        except JobCancelledError as stopped:
            stopped.kept = done
            raise


def _import(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.import_options import ImportOptions
    from annotator.app.importing import import_files, import_records
    from annotator.app.project import Project

    options = ImportOptions.from_json(request["options"])
    with Project.open(project) as opened:

        def follow(done: int, total: int) -> None:
            progress(done, total, urgent=not opened.database.in_transaction)

        if "records" in request:
            records = [_record(fields) for fields in request["records"]]
            return import_records(opened, records, options, progress=follow).to_json()
        paths = [Path(path) for path in request["paths"]]
        return import_files(opened, paths, options, progress=follow).to_json()


def _undo_import(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app import settings
    from annotator.app.imports import undo_import
    from annotator.app.project import Project

    def follow(done: int, total: int) -> None:
        progress(done, total, urgent=False)

    with Project.open(project) as opened:
        here = settings.load().annotator
        return undo_import(opened, request["number"], stays=here, progress=follow).to_json()


def _merge(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app import settings
    from annotator.app.merging import Part, merge
    from annotator.app.project import Project

    def follow(done: int, total: int) -> None:
        progress(done, total, urgent=False)  # all of it is one transaction

    with Project.open(project) as opened:
        return merge(
            opened,
            [Path(path) for path in request["paths"]],
            take=[Part(part) for part in request["take"]],
            annotator=settings.load().annotator,
            dry_run=request["do"] == "preview_merge",
            progress=follow,
        ).to_json()


def _record(fields: Mapping[str, Any]) -> Record:
    """Read what `dataclasses.asdict` made of a record, after its way through JSON."""
    from annotator.core.annotation import Status
    from annotator.formats.records import Record

    spans = tuple((start, end, label) for start, end, label in fields["spans"])
    status = None if fields["status"] is None else Status(fields["status"])
    remarks = {int(index): remark for index, remark in fields["remarks"].items()}
    return Record(**{**fields, "spans": spans, "status": status, "remarks": remarks})


def _preview(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.import_options import ImportOptions
    from annotator.app.previewing import Part, preview_files
    from annotator.app.project import Project

    def found(part: Part) -> None:
        progress(part.examined, part.total, part.to_json())

    with Project.open(project) as opened:
        return preview_files(
            opened,
            [Path(path) for path in request["paths"]],
            ImportOptions.from_json(request["options"]),
            found=found,
        ).to_json()


def _export(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.export_options import ExportOptions
    from annotator.app.exporting import export
    from annotator.app.project import Project

    with Project.open(project) as opened:
        options = ExportOptions.from_json(request["options"])
        return export(opened, Path(request["target"]), options, progress=progress).to_json()


def _preview_export(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.export_options import ExportOptions
    from annotator.app.export_preview import preview
    from annotator.app.project import Project

    with Project.open(project) as opened:
        options = ExportOptions.from_json(request["options"])
        return preview(opened, options, told=lambda: progress(0, 0)).to_json()  # stops where it was cancelled


def _split(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.project import Project
    from annotator.app.splits import add_split, remove_split
    from annotator.core.splits import clean_split

    with Project.open(project) as opened:
        if request["parts"] is None:
            return remove_split(opened, request["form"], progress=progress).to_json()
        return add_split(opened, clean_split(request["form"], request["parts"]), progress=progress).to_json()


def _count(project: Path, _request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app import counting
    from annotator.app.project import Project

    with Project.open(project) as opened:
        counting.refresh_all(opened, progress=progress)
    return {}


def _agreement(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.agreement_asked import Question
    from annotator.app.project import Project

    def follow(done: int, total: int) -> None:
        progress(done, total, urgent=False)  # both files are held as they are

    with Project.open(project) as opened:
        question = Question.from_json(request["question"])
        return _comparisons().ask(opened, question, progress=follow).to_json()


def _differences(project: Path, request: Mapping[str, Any], _progress: Progress) -> dict[str, Any]:
    from annotator.app.agreement_asked import Question, Which
    from annotator.app.project import Project

    with Project.open(project) as opened:
        return _comparisons().differences(
            opened,
            Question.from_json(request["question"]),
            Which.from_json(request["which"]),
            begin=request["begin"],
            count=request["count"],
        )


@cache
def _comparisons() -> Comparisons:
    from annotator.app.agreement_asked import Comparisons

    return Comparisons()


def _examine(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.project import Project
    from annotator.app.readiness import examine

    def follow(done: int, total: int) -> None:
        progress(done, total, urgent=False)  # the file is held as it is

    with Project.open(project) as opened:
        examine(opened, request["annotator"], progress=follow)
    return {}


_JOBS: dict[str, Callable[[Path, Mapping[str, Any], Progress], dict[str, Any]]] = {
    "suggest": _suggest,
    "import": _import,
    "undo_import": _undo_import,
    "merge": _merge,
    "preview_merge": _merge,
    "preview": _preview,
    "export": _export,
    "preview_export": _preview_export,
    "split": _split,
    "count": _count,
    "agreement": _agreement,
    "differences": _differences,
    "examine": _examine,
}
_URGENT = ("preview", "split", "preview_merge", "preview_export", "count", "agreement", "differences", "examine")


def main(arguments: Iterable[str] | None = None) -> int:
    """Work until the input ends.

    Args:
        arguments: the path of the project; by default the arguments of the process.
    """
    (project,) = sys.argv[1:] if arguments is None else arguments
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    # Whatever else prints goes to standard error, so that it cannot fall among the events.
    events = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _Worker(Path(project), os.fdopen(os.dup(0), "rb"), events).run()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
