"""Write articles in one of the formats of files, and read them back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app.choosing import Choice
from annotator.app.earlier_exports import remember, require_replaceable
from annotator.app.export_folder import aside
from annotator.app.export_options import ExportOptions
from annotator.app.export_report import ORIGINAL, FileReport, LeftOutArticle, UnusedSpan
from annotator.app.export_selection import Selection, select
from annotator.app.export_sentences import notes_on_articles, nothing_to_export, unfinished, unread
from annotator.app.outgoing import Outlet
from annotator.app.verifying import Verifier
from annotator.core.errors import UserError
from annotator.formats.records import Outgoing, Record, Trait, WriteOptions
from annotator.formats.registry import Format, find_format, formats

if TYPE_CHECKING:
    from annotator.app.project import Project

_TOLD_EVERY = 100


def export_file(
    project: Project, target: Path, options: ExportOptions, *, progress: Callable[[int, int], None] | None = None
) -> FileReport:
    """Write a file or folder in a format of the registry; `annotator.app.exporting.export` calls it.

    Raises:
        UserError: nothing is there to be exported, an annotator or the format is unknown, the place is not free or
            writable, or what was written reads back otherwise.
    """
    format = writable(options.format)
    place = target.resolve()
    require_replaceable(project, place, folder=format.writes_folder, overwrite=options.overwrite)
    with project.database.snapshot():
        selection = select(project, options)
        if not selection.choices:
            raise nothing_to_export(selection.left_out, options.statuses)
        with aside(place) as new:
            export = _Export(project, selection, options, format, progress)
            export.write(new)
            if not export.written:
                raise nothing_to_export([*selection.left_out, *export.left_out], options.statuses)
            export.verify(new)
        report = export.report(target)
    remember(project, place)
    return report


def writable(name: str) -> Format:
    """Return the format of that name.

    Raises:
        UserError: there is none, or it can only be read.
    """
    format = find_format(name)
    if format.write is None:
        known = ", ".join(["spacy", *(each.name for each in formats() if each.write is not None)])
        raise UserError(
            f"the format “{name}” can be read, not written; these can be: {known}.",
            f"Le format « {name} » se lit mais ne s'écrit pas ; ceux qui s'écrivent sont : {known}.",
        )
    return format


class _Export:
    """One export under way.

    Attributes:
        written: which choices were written, in order.
        left_out: articles that could not be.
    """

    def __init__(
        self,
        project: Project,
        selection: Selection,
        options: ExportOptions,
        format: Format,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self.written: list[Choice] = []
        self.left_out: list[LeftOutArticle] = []
        self._unused: list[UnusedSpan] = []
        self._spans = Counter({label.id: 0 for label in project.labels()})
        self._project = project
        self._selection = selection
        self._options = options
        self._format = format
        self._outlet = Outlet(project, selection.names)
        self._verifier = Verifier(format)
        self._progress = progress
        self._done = 0

    def write(self, path: Path) -> None:
        if self._format.write is None:
            raise TypeError(f"{self._format.name} cannot be written")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        options = WriteOptions(self._project.labels(), self._project.path.stem, now)
        self._format.write(self._outgoing(self._selection.choices), path, options)

    def verify(self, path: Path) -> None:
        self._done = len(self._selection.choices)
        if self._progress is not None:
            self._progress(self._done, self._total)
        if self._format.read is not None:
            self._verifier.verify(path, self._send_again, told=self._tell)
        if self._progress is not None:
            self._progress(self._total, self._total)

    def report(self, target: Path) -> FileReport:
        selection = self._selection
        notes = [*notes_on_articles(self._project, self.written), *unfinished(each.status for each in self.written)]
        if self._format.read is None:
            notes.append(unread(self._format))
        return FileReport(
            target=target,
            project=self._project.path.name,
            exported_at=datetime.now(UTC).isoformat(timespec="seconds"),
            options=self._options,
            annotators=selection.annotators,
            verified=None if self._format.read is None else True,
            articles=len({each.article for each in self.written}),
            records=len(self.written),
            spans=dict(self._spans),
            lost=self._verifier.lost,
            left_out=tuple(sorted([*selection.left_out, *self.left_out], key=lambda each: each.article)),
            unused=tuple(self._unused),
            notes=tuple(notes),
        )

    @property
    def _total(self) -> int:
        return 2 * len(self._selection.choices)

    def _outgoing(self, choices: Sequence[Choice]) -> Iterator[Outgoing]:
        for choice in choices:
            self._tell()
            found = self._outgoing_of(choice)
            if found is None:
                name = self._outlet.name_of(choice)
                self.left_out.append(
                    LeftOutArticle(choice.article, choice.title, name, ORIGINAL.code, ORIGINAL.wording)
                )
                continue
            outgoing, unused = found
            self._unused += unused
            self._verifier.sent(outgoing.record)
            self._spans.update(label for _, _, label in outgoing.record.spans)
            self.written.append(choice)
            yield outgoing

    def _outgoing_of(self, choice: Choice) -> tuple[Outgoing, list[UnusedSpan]] | None:
        alone = Trait.WHITE_SPACE in self._format.cannot_carry
        return self._outlet.outgoing(choice, original=self._options.original, tokens_alone=alone)

    def _send_again(self, number: int) -> Record:
        found = self._outgoing_of(self.written[number])
        if found is None:
            raise TypeError("what was written once can be written again")
        return found[0].record

    def _tell(self) -> None:
        self._done += 1
        if self._progress is not None and self._done % _TOLD_EVERY == 1:
            self._progress(min(self._done - 1, self._total), self._total)
