"""What the process of `annotator.app.worker` does for each request, and what it answers: a report in JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from annotator.app.agreement_asked import Comparisons
    from annotator.formats.records import Record


class JobCancelledError(Exception):
    """Raised out of a job's progress where it has been cancelled.

    Attributes:
        kept: how many articles the job had done for good by then.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kept = 0


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
    from annotator.app.imports import undo_import
    from annotator.app.name_at_work import name_at_work
    from annotator.app.project import Project

    def follow(done: int, total: int) -> None:
        progress(done, total, urgent=False)

    with Project.open(project) as opened:
        here = name_at_work(opened).name
        return undo_import(opened, request["number"], stays=here, progress=follow).to_json()


def _merge(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.merging import Part, merge
    from annotator.app.name_at_work import name_at_work
    from annotator.app.project import Project

    def follow(done: int, total: int) -> None:
        progress(done, total, urgent=False)  # all of it is one transaction

    with Project.open(project) as opened:
        return merge(
            opened,
            [Path(path) for path in request["paths"]],
            take=[Part(part) for part in request["take"]],
            annotator=name_at_work(opened).name,
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


def _settle(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.project import Project
    from annotator.app.settling_in_bulk import Bulk, settle_in_bulk

    def follow(done: int, total: int) -> None:
        progress(done, total, {"done": done, "total": total})

    with Project.open(project) as opened:
        return settle_in_bulk(opened, Bulk.from_json(request["bulk"]), progress=follow)


def _examine(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.project import Project
    from annotator.app.readiness import examine

    def follow(done: int, total: int) -> None:
        progress(done, total, urgent=False)  # the file is held as it is

    with Project.open(project) as opened:
        examine(opened, request["annotator"], progress=follow)
    return {}


def _share(project: Path, request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    from annotator.app.project import Project
    from annotator.app.share_options import ShareOptions
    from annotator.app.sharing import share

    def follow(done: int, total: int) -> None:
        progress(done, total, urgent=False)  # what is given out is noted before it is written

    with Project.open(project) as opened:
        options = ShareOptions.from_json(request["options"])
        return share(
            opened,
            options.annotators,
            overlap=options.overlap,
            into=options.into,
            query=options.query,
            whose=options.whose,
            again=options.again,
            dry_run=request["do"] == "preview_share",
            progress=follow,
        ).to_json()


JOBS: dict[str, Callable[[Path, Mapping[str, Any], Progress], dict[str, Any]]] = {
    "suggest": _suggest,
    "import": _import,
    "undo_import": _undo_import,
    "merge": _merge,
    "preview_merge": _merge,
    "preview": _preview,
    "export": _export,
    "preview_export": _preview_export,
    "share": _share,
    "preview_share": _share,
    "split": _split,
    "count": _count,
    "agreement": _agreement,
    "differences": _differences,
    "examine": _examine,
    "settle": _settle,
}
"""What does each kind of request, by the name that it has there: given the project file, the request and progress."""

URGENT = (
    "preview",
    "split",
    "preview_merge",
    "preview_export",
    "preview_share",
    "count",
    "agreement",
    "differences",
    "examine",
    "settle",
)
"""What goes before the others: somebody waits for it."""
