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
    {"job": 13, "do": "preview_share", "options": {…}}      who would be given which articles
    {"job": 14, "do": "share", "options": {…}}
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
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from annotator.app.worker_jobs import JOBS, URGENT, JobCancelledError
from annotator.core.errors import UserError

_NICENESS = 5  # the window's process goes first; with more, somebody who waits would wait very long on a busy machine
_SECONDS_TO_END = 1.0


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
            elif request["do"] in URGENT:
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
            result = JOBS[request["do"]](self._project, request, progress)
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
