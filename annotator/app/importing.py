"""Take files into a project: their texts as articles, their spans as one annotator's annotations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from annotator.app.import_report import Duplicate, ImportReport, LeftOutSpan
from annotator.app.project import Project
from annotator.core.annotation import Annotation, Status
from annotator.core.corrections import take_over
from annotator.core.edits import Edit, apply
from annotator.core.errors import UserError
from annotator.core.placement import RawSpan, label_names, place
from annotator.core.text import CleanText, clean, text_hash
from annotator.core.wording import Wording
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import InputFile, find_files
from annotator.store import annotations as stored_annotations
from annotator.store import articles as stored_articles
from annotator.store import history
from annotator.store.articles import NewArticle

NOBODY = "import"
"""Name of the annotator that spans and statuses go to where none is given."""

_BATCH_ARTICLES = 500
_BATCH_CHARACTERS = 4_000_000
_TITLE_LENGTH = 100
# White space in a title becomes one blank, but for no-break spaces, which French puts before its punctuation.
_GAP = re.compile(r"[^\S\u00a0\u202f]+|[\x00-\x1f\x7f\ud800-\udfff]+")


def import_files(
    project: Project,
    paths: Iterable[Path],
    *,
    annotator: str | None = None,
    status: Status = Status.IN_PROGRESS,
    progress: Callable[[int, int], None] | None = None,
) -> ImportReport:
    """Take files and folders into a project.

    Articles are stored in transactions of some hundred. A text that the project holds already, or that came earlier
    in the same import, is left out and named; so importing again after a failure takes in what is missing.

    Args:
        project: where to.
        paths: files and folders; folders are walked in sorted order.
        annotator: whose annotations the spans become; where none is given, those of an annotator named ``import``.
        status: status of these annotations. Finished and set aside go to every article, also one without spans; in
            progress only to articles with spans. An article that lost a span it should have is not made finished.
        progress: told after each batch how many records of about how many are done; it may raise to stop, what is
            stored stays.

    Raises:
        UserError: a path does not exist, the name of the annotator is blank, or the project cannot be written.
    """
    name = NOBODY if annotator is None else _one_line(annotator)
    if not name:
        raise UserError(
            "the name of the annotator is blank; give a name.", "Le nom de l'annotateur est vide ; donnez un nom."
        )
    found = list(find_files(paths))
    total = sum(each.count() for each in found if isinstance(each, InputFile))
    taking = _Import(project, name, status, chosen=annotator is not None)
    done = 0
    for each in found:
        for item in each.read() if isinstance(each, InputFile) else (each,):
            taking.take(item)
            done += not isinstance(item, Note)
            if taking.is_full:
                taking.store()
                if progress is not None:
                    progress(done, max(done, total))
    taking.store()
    if progress is not None:
        progress(done, done)
    return taking.report(files=sum(isinstance(each, InputFile) for each in found))


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A record with a text fit to be stored, waiting for its batch to be full."""

    record: Record
    text: CleanText
    title: str


@dataclass(frozen=True, slots=True)
class _Ready:
    """An article ready to be stored, with the spans that fit it, and its status where it gets one."""

    where: str
    article: NewArticle
    spans: list[RawSpan]
    status: Status | None


class _Import:
    """One import under way: the batch that is filling, and what is to be told of the rest."""

    def __init__(self, project: Project, annotator: str, status: Status, *, chosen: bool) -> None:
        self._project = project
        self._annotator = annotator
        self._status = status
        self._chosen = chosen
        self._names = label_names(project.labels())
        self._batch: dict[str, _Waiting] = {}
        self._twins: list[tuple[str, Record]] = []
        self._characters = 0
        self._articles = 0
        self._spans = 0
        self._annotated = False
        self._unfinished: list[str] = []
        self._duplicates: list[Duplicate] = []
        self._problems: list[Problem] = []
        self._left_out: list[LeftOutSpan] = []
        self._notes: list[Note] = []

    @property
    def is_full(self) -> bool:
        """Whether the batch should be stored before more is taken."""
        return len(self._batch) >= _BATCH_ARTICLES or self._characters >= _BATCH_CHARACTERS

    def take(self, item: Record | Problem | Note) -> None:
        """Put a record into the batch, or remember what is to be told."""
        if isinstance(item, Problem):
            self._problems.append(item)
        elif isinstance(item, Note):
            self._notes.append(item)
        else:
            self._take_record(item)

    def _take_record(self, record: Record) -> None:
        try:
            text = clean(record.text)
        except UserError as error:
            self._problems.append(Problem(record.where, error.wording))
            return
        hash = text_hash(text.text)
        if hash in self._batch:
            self._twins.append((hash, record))
            return
        title = _shorten(_one_line(record.title or "")) or _first_line(text.text)
        self._batch[hash] = _Waiting(record, text, title)
        self._characters += len(text.text)

    def store(self) -> None:
        """Store the batch in one transaction and begin another."""
        titles = {hash: waiting.title for hash, waiting in self._batch.items()}
        titles |= self._drop_known(self._batch)
        self._duplicates += [Duplicate(twin.where, titles[hash], len(twin.spans)) for hash, twin in self._twins]
        self._twins = []
        ready = {hash: self._prepare(hash, waiting) for hash, waiting in self._batch.items()}
        self._batch, self._characters = {}, 0
        if not ready:
            return
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        database = self._project.database
        with database.transaction():
            # Once more: another program may have stored some of them since.
            self._drop_known(ready)
            new = list(ready.values())
            ids = stored_articles.insert(database, [each.article for each in new], at=at)
            written = self._annotate(ids, new)
            stored_annotations.write_new(database, written, at=at)
            if written:
                history.record_import(database, [edit for edit, _ in written], at=at)
        self._articles += len(new)
        self._spans += sum(len(after.spans) for _, after in written)
        self._annotated = self._annotated or bool(written)

    def _drop_known(self, batch: dict[str, _Waiting] | dict[str, _Ready]) -> dict[str, str]:
        """Take the texts out that the project holds, and return the titles it has them under."""
        titles = stored_articles.find_hashes(self._project.database, list(batch))
        for hash in [hash for hash in batch if hash in titles]:
            known = batch.pop(hash)
            record = known.record if isinstance(known, _Waiting) else known
            self._duplicates.append(Duplicate(record.where, titles[hash], len(record.spans)))
        return titles

    def _prepare(self, hash: str, waiting: _Waiting) -> _Ready:
        from annotator.nlp import tokenizer

        record, text = waiting.record, waiting.text
        grid = tokenizer.grid(text.text)
        spans, refused = place(record.spans, record.text, text, grid, self._names)
        self._left_out.extend(LeftOutSpan(record.where, waiting.title, each) for each in refused)
        meant = self._status in (Status.FINISHED, Status.SET_ASIDE)
        status = self._status if spans or meant else None
        if status is Status.FINISHED and any(each.obstacle.leaves_a_gap for each in refused):
            status = Status.IN_PROGRESS
            self._unfinished.append(record.where)
        article = NewArticle(
            hash=hash,
            title=waiting.title,
            source=_one_line(record.source or "") or record.where,
            text=text.text,
            grid=grid,
            tokenizer=tokenizer.VERSION,
            date=record.date,
            meta=record.meta,
            original=text.original,
            offsets=text.offsets,
        )
        return _Ready(record.where, article, spans, status)

    def _annotate(self, ids: Iterable[int], articles: list[_Ready]) -> list[tuple[Edit, Annotation]]:
        """Return what the spans and statuses of articles just stored do to the annotator's empty annotations."""
        written = []
        annotator = None
        for id, each in zip(ids, articles, strict=True):
            if each.status is None:
                continue
            if annotator is None:
                annotator = stored_annotations.add_annotator(self._project.database, self._annotator)
            before = Annotation(id, annotator)
            edit = take_over(before, each.spans, status=each.status)
            if edit is not None:
                written.append((edit, apply(edit, before)))
        return written

    def report(self, *, files: int) -> ImportReport:
        """Return what there is to tell."""
        if self._annotated and not self._chosen:
            self._notes.append(Note(self._project.path.name, _NOBODY_CHOSEN))
        return ImportReport(
            files=files,
            articles=self._articles,
            spans=self._spans,
            annotator=self._annotator if self._annotated else None,
            status=self._status,
            unfinished=tuple(self._unfinished),
            duplicates=tuple(self._duplicates),
            problems=tuple(self._problems),
            left_out=tuple(self._left_out),
            notes=tuple(self._notes),
        )


_NOBODY_CHOSEN = Wording(
    f"no annotator was given, so the spans and statuses are those of an annotator named “{NOBODY}”; name one "
    "(--annotator) to give them to a person.",
    f"aucun annotateur n'a été donné : les annotations sont celles d'un annotateur nommé « {NOBODY} » ; "
    "donnez un nom (--annotator) pour les attribuer à une personne.",
)


def _one_line(text: str) -> str:
    return _GAP.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _first_line(text: str) -> str:
    return _shorten(_one_line(next(line for line in text.splitlines() if line.strip())))


def _shorten(title: str) -> str:
    """Cut a title at a word where it is longer than a list can show."""
    if len(title) <= _TITLE_LENGTH:
        return title
    at = title.rfind(" ", 0, _TITLE_LENGTH)
    return title[: at if at > _TITLE_LENGTH // 2 else _TITLE_LENGTH - 1].rstrip() + "…"
