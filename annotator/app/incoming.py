"""What an import and its preview have in common: reading and tidying records, knowing the new ones, placing spans.

Nothing here writes. An import stores what `Incoming.sort_out` returns, a preview shows it; so what is shown is what
comes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app.import_report import Duplicate, Held, ImportReport, LeftOutSpan
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.placement import RawSpan, label_names, place
from annotator.core.text import CleanText, clean, text_hash
from annotator.core.wording import Wording
from annotator.formats.records import Note, Problem, Record
from annotator.formats.registry import InputFile, find_files
from annotator.store import annotations as stored_annotations
from annotator.store import articles as stored_articles
from annotator.store import splits as stored_splits

if TYPE_CHECKING:
    from annotator.app.import_options import ImportOptions
    from annotator.app.project import Project
    from annotator.core.tokens import TokenGrid

NOBODY = "import"
"""Name of the annotator that spans and statuses go to where none is given."""

Item = Record | Problem | Note

_TITLE_LENGTH = 100
# White space in a title becomes one blank, but for no-break spaces, which French puts before its punctuation.
_GAP = re.compile(r"[^\S\u00a0\u202f]+|[\x00-\x1f\x7f\ud800-\udfff]+")


class Source:
    """Files and folders about to be read.

    Attributes:
        files: how many files there are.
        total: about how many records they hold, counting as one each path that cannot be read.

    Raises:
        UserError: a path does not exist.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._found = list(find_files(paths))
        self.files = sum(isinstance(each, InputFile) for each in self._found)
        self.total = sum(each.count() for each in self._found if isinstance(each, InputFile))

    def read(self) -> Iterator[Item]:
        """Yield what is in the files, one thing after the other."""
        for each in self._found:
            if isinstance(each, InputFile):
                yield from each.read()
            else:
                yield each


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A record whose text is new to the project.

    Attributes:
        record: as the file gave it.
        hash: of the tidy text.
        text: the tidy text.
        title: of one line, made from the text where the record has none.
        grid: the tokens of the text; None where nothing needed them and they were not asked for.
        spans: those that fit, with ids of labels.
        status: the annotator's status, or None where the article gets no annotation.
    """

    record: Record
    hash: str
    text: CleanText
    title: str
    grid: TokenGrid | None
    spans: list[RawSpan]
    status: Status | None

    @property
    def source(self) -> str:
        """Where the article came from, as it will say."""
        return one_line(self.record.source or "") or self.record.where


@dataclass(frozen=True, slots=True)
class _Tidied:
    """A record with a text fit to be stored, waiting to be told from what is there."""

    record: Record
    hash: str
    text: CleanText


class Incoming:
    """Records on their way into a project: the batch that is filling, and what is to be told of those before.

    Attributes:
        characters: how many the batch holds.
        duplicates: texts that will not come in, in the order they were met.
        problems: what cannot be read.
        left_out: spans that do not fit.
        notes: what a person should know.
        unfinished: articles in progress that were to be finished, since they lost a span.
    """

    def __init__(self, project: Project, options: ImportOptions) -> None:
        """Begin.

        Raises:
            UserError: the annotator's name is blank.
        """
        self.annotator = NOBODY if options.annotator is None else one_line(options.annotator)
        if not self.annotator:
            raise UserError(
                "the name of the annotator is blank; give a name.", "Le nom de l'annotateur est vide ; donnez un nom."
            )
        self._project = project
        self._chosen = options.annotator is not None
        self._status = options.status
        self._labels = label_names(project.labels())
        self._batch: list[_Tidied] = []
        self.splits = stored_splits.load(project.database)
        self._met: dict[bytes, str] = {}  # titles of all that came before, by hash
        self.characters = 0
        self.duplicates: list[Duplicate] = []
        self.problems: list[Problem] = []
        self.left_out: list[LeftOutSpan] = []
        self.notes: list[Note] = []
        self.unfinished: list[str] = []

    @property
    def records(self) -> int:
        """How many records the batch holds."""
        return len(self._batch)

    def take(self, item: Item) -> None:
        """Put a record into the batch, or remember what is to be told."""
        if isinstance(item, Problem):
            self.problems.append(item)
        elif isinstance(item, Note):
            self.notes.append(item)
        else:
            try:
                text = clean(item.text)
            except UserError as error:
                self.problems.append(Problem(item.where, error.wording))
                return
            self._batch.append(_Tidied(item, text_hash(text.text), text))
            self.characters += len(text.text)

    def sort_out(self, *, grids: bool) -> list[Newcomer]:
        """Return what of the batch is new, name the rest, and begin another batch.

        Args:
            grids: find the tokens of every text, not only of those whose spans need them.
        """
        batch, self._batch, self.characters = self._batch, [], 0
        self.splits = stored_splits.load(self._project.database)
        known = self._known([each.hash for each in batch])
        new = []
        for each in batch:
            met = bytes.fromhex(each.hash)
            if met in self._met:
                self._name(each.record, Held.TWICE, self._met[met])
            elif each.hash in known:
                self._name_known(each.record, known[each.hash])
            else:
                newcomer = self._prepare(each, grids=grids)
                self._met[met] = newcomer.title
                new.append(newcomer)
        return new

    def drop_known(self, new: list[Newcomer]) -> list[Newcomer]:
        """Return those that are still new, and name those that another program has stored since."""
        known = self._known([each.hash for each in new])
        for each in new:
            if each.hash in known:
                self._name_known(each.record, known[each.hash])
        return [each for each in new if each.hash not in known] if known else new

    def _known(self, hashes: list[str]) -> dict[str, stored_articles.Known]:
        return stored_articles.known(self._project.database, hashes, annotator=self._annotator_id())

    def _annotator_id(self) -> int | None:
        """Return whose trash counts: the annotator's; -1 for one who is new here; None for everybody's."""
        if not self._chosen:
            return None
        found = stored_annotations.find_annotator(self._project.database, self.annotator)
        return -1 if found is None else found

    def _name(self, record: Record, held: Held, title: str, article: int | None = None) -> None:
        self.duplicates.append(Duplicate(record.where, title, len(record.spans), held, article))

    def _name_known(self, record: Record, known: stored_articles.Known) -> None:
        self._name(record, Held.TRASH if known.trashed else Held.HERE, known.title, known.id)

    def _prepare(self, tidied: _Tidied, *, grids: bool) -> Newcomer:
        record, text = tidied.record, tidied.text
        title = shorten(one_line(record.title or "")) or first_line(text.text)
        grid = None
        spans: list[RawSpan] = []
        meant = self._status in (Status.FINISHED, Status.SET_ASIDE)
        status: Status | None = self._status if meant else None
        if grids or record.spans:
            from annotator.nlp import tokenizer

            grid = tokenizer.grid(text.text, self.splits)
            spans, _, refused, _ = place(record.spans, record.text, text, grid, self._labels)
            self.left_out += [LeftOutSpan(record.where, title, each) for each in refused]
            if spans:
                status = self._status
            if status is Status.FINISHED and any(each.obstacle.leaves_a_gap for each in refused):
                status = Status.IN_PROGRESS
                self.unfinished.append(record.where)
        return Newcomer(record, tidied.hash, text, title, grid, spans, status)

    def report(self, *, files: int, articles: int, spans: int, annotated: bool, first: int | None) -> ImportReport:
        """Return what there is to tell.

        Args:
            files: how many files were read.
            articles: how many articles are new.
            spans: how many spans came with them.
            annotated: whether any article got an annotation.
            first: id of the first new article.
        """
        notes = tuple(self.notes)
        if annotated and not self._chosen:
            notes += (Note(self._project.path.name, _NOBODY_CHOSEN),)
        return ImportReport(
            files=files,
            articles=articles,
            spans=spans,
            annotator=self.annotator if annotated else None,
            status=self._status,
            unfinished=tuple(self.unfinished),
            duplicates=tuple(self.duplicates),
            problems=tuple(self.problems),
            left_out=tuple(self.left_out),
            notes=notes,
            first=first,
        )


_NOBODY_CHOSEN = Wording(
    f"no annotator was given, so the spans and statuses are those of an annotator named “{NOBODY}”; name one "
    "(--annotator) to give them to a person.",
    f"aucun annotateur n'a été donné : les annotations sont celles d'un annotateur nommé « {NOBODY} » ; "
    "donnez un nom (--annotator) pour les attribuer à une personne.",
)


def one_line(text: str) -> str:
    """Put a text on one line: composed, without control characters, each gap one blank."""
    return _GAP.sub(" ", unicodedata.normalize("NFC", text)).strip()


def first_line(text: str) -> str:
    """Return the first line of a text that is not blank, cut to the length of a title; empty where all are."""
    return shorten(one_line(next((line for line in text.splitlines() if line.strip()), "")))


def shorten(title: str, longest: int = _TITLE_LENGTH) -> str:
    """Cut a title at a word where it is longer than a list can show, ``longest`` characters at most."""
    if len(title) <= longest:
        return title
    at = title.rfind(" ", 0, longest)
    return title[: at if at > longest // 2 else longest - 1].rstrip() + "…"
