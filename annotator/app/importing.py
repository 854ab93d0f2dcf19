"""Take articles into a project: their texts, and their spans as annotations or suggestions; all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app.import_options import NO_CHOICES, ImportOptions
from annotator.app.import_report import Conflict, Duplicate
from annotator.app.incoming import NOBODY, Incoming
from annotator.app.near_duplicates import compute_missing, nearest
from annotator.app.sources import Source
from annotator.core.errors import UserError
from annotator.core.wording import Wording
from annotator.formats.records import Note, Record
from annotator.store import imports as stored_imports
from annotator.store import signatures as stored_signatures
from annotator.store import splits as stored_splits
from annotator.store.imports import NewImport
from annotator.store.staging import Staging

if TYPE_CHECKING:
    from annotator.app.import_report import ImportReport
    from annotator.app.project import Project
    from annotator.app.sources import Item
    from annotator.core.labels import Label
    from annotator.core.splits import Split

__all__ = ["NOBODY", "import_files", "import_records"]

_BATCH_ARTICLES = 500
_BATCH_CHARACTERS = 4_000_000
_TOLD_EVERY = 50

Progress = Callable[[int, int], None]


def import_files(
    project: Project,
    paths: Iterable[Path],
    options: ImportOptions = NO_CHOICES,
    *,
    progress: Progress | None = None,
) -> ImportReport:
    """Take files and folders into a project, in one transaction.

    A text that the project holds already, or that came earlier in the same import, comes in once; what somebody else
    marked in it is added to it. Everything else that stays out is named. The project remembers the import, so that
    `annotator.app.import_undo` can take it back.

    Args:
        project: where to.
        paths: files and folders; folders are walked in sorted order.
        options: how to read the files, and what is to become of their labels and spans. An article that lost a span
            it should have is not made finished.
        progress: told now and then how many records of about how many are done; it may raise to stop, and then
            nothing has changed.

    Raises:
        UserError: a path does not exist, the name of the annotator is blank, a label is to become one that is not
            there, or the project cannot be written.
    """
    listed = list(paths)
    source = Source(listed, options, project=project.path)
    with Staging(project.database) as staging:
        taking = _Import(project, options, staging, progress)
        taking.read(source.read(), total=source.total)
        return taking.store(source, [str(path) for path in listed])


def import_records(
    project: Project,
    records: Iterable[Record],
    options: ImportOptions = NO_CHOICES,
    *,
    progress: Progress | None = None,
) -> ImportReport:
    """Take records that no file holds, such as a pasted text, into a project, as `import_files` does those of files.

    Raises:
        UserError: as `import_files` does.
    """
    listed = list(records)
    with Staging(project.database) as staging:
        taking = _Import(project, options, staging, progress)
        taking.read(listed, total=len(listed))
        return taking.store(None, list(dict.fromkeys(record.where for record in listed))[:_SOURCES])


_SOURCES = 20
"""So many places that no file is are remembered of an import."""


class _Import:
    """One import under way."""

    def __init__(self, project: Project, options: ImportOptions, staging: Staging, progress: Progress | None) -> None:
        self._project = project
        self._options = options
        self._staging = staging
        self._progress = progress
        self._incoming = Incoming(project, options, staging, keeps_texts=True)
        self._labels = project.labels()
        self._splits: set[tuple[Split, ...]] = set()  # those that any text was cut with
        self._done = 0

    def read(self, items: Iterable[Item], *, total: int) -> None:
        """Read everything, batch by batch; nothing of the project changes."""
        incoming = self._incoming
        for item in items:
            incoming.take(item)
            self._done += not isinstance(item, Note)
            if incoming.records >= _BATCH_ARTICLES or incoming.characters >= _BATCH_CHARACTERS:
                self._sort_out()
                self._tell(total)
            elif self._done % _TOLD_EVERY == 0:
                self._tell(total)
        self._sort_out()

    def _sort_out(self) -> None:
        self._incoming.sort_out()
        self._splits.add(self._incoming.splits)

    def store(self, source: Source | None, sources: list[str]) -> ImportReport:
        """Store everything in one transaction, and return what there is to tell."""
        from annotator.nlp import similarity

        database = self._project.database
        splits = self._cut_with_the_latest_splits()
        known = compute_missing(self._project, progress=lambda: self._tell(self._done))
        near = nearest(self._staging, known, self._project)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        with database.transaction():
            if stored_splits.load(database) != splits:
                raise _split_meanwhile()
            gone = self._drop_what_came_meanwhile()
            annotators = stored_imports.add_annotators(database, self._incoming.annotators.names)
            self._drop_overtaken()
            labels = self._add_labels()
            stored = stored_imports.store(
                database,
                NewImport(
                    at,
                    sources,
                    self._options.to_json(),
                    [label.id for label in labels],
                    annotators,
                    similarity.VERSION,
                    (_REASON.en, _REASON.fr),
                ),
                progress=lambda: self._tell(self._done),
            )
            report = self._incoming.report(
                source,
                near_duplicates=near.told(self._staging, without=gone),
                first=stored.first,
                id=stored.id,
            )
            stored_imports.remember_report(database, stored.id, report.to_json())
            stored_signatures.save(database, near.made, version=similarity.VERSION)
            self._tell(self._done)
        return report

    def _tell(self, total: int) -> None:
        if self._progress is not None:
            self._progress(self._done, max(self._done, total))

    def _cut_with_the_latest_splits(self) -> tuple[Split, ...]:
        """Find the tokens of texts anew that hold what somebody has split or joined meanwhile; return the splits."""
        from annotator.nlp import tokenizer

        latest = stored_splits.load(self._project.database)
        forms = {split.form for used in self._splits for split in set(used) ^ set(latest)}
        for number, text in self._staging.texts_with(sorted(forms)):
            grid = tokenizer.grid(text, latest)
            if not all(grid.holds(start, end) for start, end in self._staging.extents_of(number)):
                raise _split_meanwhile()
            self._staging.replace_grid(number, grid)
        return latest

    def _drop_what_came_meanwhile(self) -> set[int]:
        """Leave out the texts that another program has stored while this one read, and return their numbers."""
        database = self._project.database
        if self._project.labels() != self._labels or stored_imports.count_gone(database):
            raise UserError(
                "another program has just changed the labels or articles of the project; nothing was imported, import "
                "again.",
                "Un autre programme vient de changer les étiquettes ou les articles du projet ; rien n'a été importé, "
                "relancez l'import.",
            )
        held = stored_imports.drop_held(database)
        self._incoming.told.duplicates += [
            Duplicate(each.where, each.title, each.spans, article=each.article) for each in held
        ]
        return {each.number for each in held}

    def _drop_overtaken(self) -> None:
        """Leave out what somebody has marked in the same articles meanwhile, or the suggester has."""
        database = self._project.database
        self._incoming.told.conflicts += [
            Conflict(each.where, each.title, each.spans, self._incoming.annotators.names[each.who], each.article)
            for each in stored_imports.drop_overtaken(database)
        ]
        if lost := stored_imports.drop_suggested(database):
            self._incoming.told.notes.append(Note(self._project.path.name, _suggested_meanwhile(lost)))

    def _add_labels(self) -> list[Label]:
        labels = self._incoming.labels.created(self._staging.used_labels())
        stored_imports.add_labels(self._project.database, labels)
        return labels


def _split_meanwhile() -> UserError:
    return UserError(
        "somebody has just changed how words are split here; nothing was imported, import again.",
        "Les coupes de mots du projet viennent de changer ; rien n'a été importé, relancez l'import.",
    )


_REASON = Wording("came with an import ({model})", "vient d'un import ({model})")


def _suggested_meanwhile(count: int) -> Wording:
    return Wording(
        f"{count} suggestions were left out, since others have come to stand there meanwhile.",
        f"{count} suggestions laissées de côté : d'autres sont venues à leur place entre-temps.",
    )
