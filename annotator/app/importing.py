"""Take articles into a project: their texts, and their spans as one annotator's annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app.import_options import NO_CHOICES, ImportOptions
from annotator.app.incoming import NOBODY, Incoming, Item, Newcomer, Source
from annotator.core.annotation import Annotation
from annotator.core.corrections import take_over
from annotator.core.edits import Edit, apply
from annotator.core.errors import UserError
from annotator.formats.records import Note, Record
from annotator.store import annotations as stored_annotations
from annotator.store import articles as stored_articles
from annotator.store import history
from annotator.store import splits as stored_splits
from annotator.store.articles import NewArticle

if TYPE_CHECKING:
    from annotator.app.import_report import ImportReport
    from annotator.app.project import Project
    from annotator.core.splits import Split

__all__ = ["NOBODY", "import_files", "import_records"]

_BATCH_ARTICLES = 500
_BATCH_CHARACTERS = 4_000_000
_TOLD_EVERY = 50


def import_files(
    project: Project,
    paths: Iterable[Path],
    options: ImportOptions = NO_CHOICES,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> ImportReport:
    """Take files and folders into a project.

    Articles are stored in transactions of some hundred. A text that the project holds already, or that came earlier
    in the same import, is left out and named; so importing again after a failure takes in what is missing.

    Args:
        project: where to.
        paths: files and folders; folders are walked in sorted order.
        options: how to read the files, and what is to become of their labels and spans. An article that lost a span
            it should have is not made finished.
        progress: told now and then how many records of about how many are done; it may raise to stop, what is
            stored stays.

    Raises:
        UserError: a path does not exist, the name of the annotator is blank, or the project cannot be written.
    """
    taking = _Import(project, Incoming(project, options))
    source = Source(paths)
    return taking.run(source.read(), files=source.files, total=source.total, progress=progress)


def import_records(
    project: Project,
    records: Iterable[Record],
    options: ImportOptions = NO_CHOICES,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> ImportReport:
    """Take records that no file holds, such as a pasted text, into a project, as `import_files` does those of files.

    Raises:
        UserError: the name of the annotator is blank, or the project cannot be written.
    """
    listed = list(records)
    taking = _Import(project, Incoming(project, options))
    return taking.run(listed, files=0, total=len(listed), progress=progress)


class _Import:
    """One import under way: what it has stored so far."""

    def __init__(self, project: Project, incoming: Incoming) -> None:
        self._project = project
        self._incoming = incoming
        self._articles = 0
        self._spans = 0
        self._annotated = False
        self._first: int | None = None

    def run(
        self, items: Iterable[Item], *, files: int, total: int, progress: Callable[[int, int], None] | None
    ) -> ImportReport:
        """Take everything in, batch by batch, and return what there is to tell."""
        incoming = self._incoming
        done = 0
        for item in items:
            incoming.take(item)
            done += not isinstance(item, Note)
            if incoming.records >= _BATCH_ARTICLES or incoming.characters >= _BATCH_CHARACTERS:
                self._store()
                if progress is not None:
                    progress(done, max(done, total))
            elif progress is not None and done % _TOLD_EVERY == 0:
                progress(done, max(done, total))
        self._store()
        if progress is not None:
            progress(done, done)
        return incoming.report(
            files=files,
            articles=self._articles,
            spans=self._spans,
            annotated=self._annotated,
            first=self._first,
        )

    def _store(self) -> None:
        """Store the batch in one transaction."""
        new = self._incoming.sort_out(grids=True)
        if not new:
            return
        articles = {each.hash: _article(each, self._incoming.splits) for each in new}
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        database = self._project.database
        with database.transaction():
            if stored_splits.load(database) != self._incoming.splits:
                raise UserError(
                    "another program has just changed how words are split here; import again, what is in stays.",
                    "Un autre programme vient de changer les coupes de mots du projet ; relancez l'import, ce qui est "
                    "déjà importé reste.",
                )
            # Once more: another program may have stored some of them since.
            new = self._incoming.drop_known(new)
            ids = stored_articles.insert(database, [articles[each.hash] for each in new], at=at)
            written = self._annotate(ids, new)
            stored_annotations.write_new(database, written, at=at)
            if written:
                history.record_import(database, [edit for edit, _ in written], at=at)
        if self._first is None and new:
            self._first = ids[0]
        self._articles += len(new)
        self._spans += sum(len(after.spans) for _, after in written)
        self._annotated = self._annotated or bool(written)

    def _annotate(self, ids: Iterable[int], articles: list[Newcomer]) -> list[tuple[Edit, Annotation]]:
        """Return what the spans and statuses of articles just stored do to the annotator's empty annotations."""
        written = []
        annotator = None
        for id, each in zip(ids, articles, strict=True):
            if each.status is None:
                continue
            if annotator is None:
                annotator = stored_annotations.add_annotator(self._project.database, self._incoming.annotator)
            before = Annotation(id, annotator)
            edit = take_over(before, each.spans, status=each.status)
            if edit is not None:
                written.append((edit, apply(edit, before)))
        return written


def _article(new: Newcomer, splits: tuple[Split, ...]) -> NewArticle:
    from annotator.nlp import tokenizer

    record, text = new.record, new.text
    return NewArticle(
        hash=new.hash,
        title=new.title,
        source=new.source,
        text=text.text,
        grid=new.grid if new.grid is not None else tokenizer.grid(text.text, splits),
        tokenizer=tokenizer.VERSION,
        date=record.date,
        meta=record.meta,
        original=text.original,
        offsets=text.offsets,
    )
