"""What an import and its preview have in common: tidying records, knowing texts, placing spans, telling whose they are.

What is to come is staged in temporary tables. An import then stores it, a preview lets it go; so what is shown is what
comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.app.annotators_named import NOBODY, Annotators
from annotator.app.import_findings import Findings
from annotator.app.import_report import Conflict, Duplicate, Held, ImportReport, NearDuplicate
from annotator.app.label_mapping import LabelMapping
from annotator.app.titles import first_line, one_line, shorten, storable
from annotator.core.annotation import Annotation, Status
from annotator.core.corrections import take_over
from annotator.core.edits import apply, changes_to_json
from annotator.core.errors import UserError
from annotator.core.placement import Obstacle, Placed, RawSpan, Refused, place
from annotator.core.text import CleanText, clean, text_hash
from annotator.formats.records import Note, Problem, Record
from annotator.store import articles as stored_articles
from annotator.store import splits as stored_splits
from annotator.store import suggestions as stored_suggestions
from annotator.store.articles import NewArticle
from annotator.store.staging import Extent, Place, StagedAnnotation, StagedArticle, StagedSuggestions

if TYPE_CHECKING:
    from annotator.app.import_options import ImportOptions
    from annotator.app.project import Project
    from annotator.app.sources import Item, Source
    from annotator.core.tokens import TokenGrid
    from annotator.store.staging import Staging

__all__ = ["NOBODY", "Incoming", "Newcomer", "first_line", "one_line", "shorten"]

_NOTHING = Placed([], [], [], [])
_SIGNED = 3_000


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A record whose text is new to the project.

    Attributes:
        record: as the file gave it.
        text: the tidy text.
        title: of one line, made from the text where the record has none.
        spans: those that fit, with ids of labels.
        status: the annotator's status, or None where the article gets no annotation.
    """

    record: Record
    text: CleanText
    title: str
    spans: list[RawSpan]
    status: Status | None

    @property
    def source(self) -> str:
        """Where the article came from, as it will say."""
        return one_line(self.record.source or "") or self.record.where

    @property
    def date(self) -> str | None:
        """When it was published, where the file says so."""
        return one_line(self.record.date or "") or None


@dataclass(frozen=True, slots=True)
class _Tidied:
    """A record with a text fit to be stored, waiting to be told from what is there."""

    record: Record
    hash: str
    text: CleanText


@dataclass(slots=True)
class _Known:
    """An article that was met: in the project, or earlier in the same import.

    Attributes:
        title: its title.
        article: its id in the project; None for one that comes with this import.
        number: in the staging; 0 for one of the project that nothing was added to yet.
        trashed: whether it lies in the trash.
        grid: its tokens, once they were needed.
        spans: what is staged for it, by number of the annotator.
        suggested: suggestions that are staged for it.
    """

    title: str
    article: int | None
    number: int
    trashed: bool = False
    grid: TokenGrid | None = None
    spans: dict[int, list[Extent]] = field(default_factory=dict)
    suggested: list[Extent] = field(default_factory=list)


class Incoming:
    """Records on their way into a project: the batch that is filling, and what is to be told of those before.

    Attributes:
        splits: tokens the project takes apart, as they were when the last batch was sorted out.
        labels: what becomes of the labels of the files.
        annotators: whose the spans become.
        characters: how many the batch holds.
        told: what there is to tell of the records so far.
    """

    def __init__(self, project: Project, options: ImportOptions, staging: Staging, *, keeps_texts: bool) -> None:
        """Begin.

        Args:
            project: where they go.
            options: what is to become of them.
            staging: where what comes is set down.
            keeps_texts: set the texts down too, with their tokens and signatures; a preview does without.

        Raises:
            UserError: the annotator's name is blank, or a label is to become one that the project does not have.
        """
        self._project = project
        self._options = options
        self._staging = staging
        self._keeps_texts = keeps_texts
        self.labels = LabelMapping(project.labels(), options)
        self.annotators = Annotators(project, options)
        self.splits = stored_splits.load(project.database)
        self._batch: list[_Tidied] = []
        self._known: dict[str, _Known] = {}
        self._articles: list[StagedArticle] = []
        self._annotations: list[StagedAnnotation] = []
        self._suggestions: list[StagedSuggestions] = []
        self._numbers = 0
        self.characters = 0
        self.told = Findings()

    @property
    def signs(self) -> bool:
        """Whether signatures are made of all texts: not in a preview of very many, which nobody would wait for."""
        return self._keeps_texts or self._numbers <= _SIGNED

    @property
    def records(self) -> int:
        """How many records the batch holds."""
        return len(self._batch)

    def take(self, item: Item) -> None:
        """Put a record into the batch, or remember what is to be told."""
        if isinstance(item, Problem):
            self.told.problems.append(item)
        elif isinstance(item, Note):
            self.told.notes.append(item)
        else:
            try:
                text = clean(item.text)
            except UserError as error:
                self.told.problems.append(Problem(item.where, error.wording))
                return
            self._batch.append(_Tidied(item, text_hash(text.text), text))
            self.characters += len(text.text)

    def sort_out(self) -> list[Newcomer]:
        """Set down what the batch brings, return what of it is new, name the rest, and begin another batch.

        Raises:
            UserError: the project file was moved or closed meanwhile.
        """
        batch, self._batch, self.characters = self._batch, [], 0
        self.splits = stored_splits.load(self._project.database)
        self._look_up([each.hash for each in batch])
        new = [newcomer for each in batch if (newcomer := self._sort(each)) is not None]
        self._staging.add(self._articles, self._annotations, self._suggestions)
        self._articles, self._annotations, self._suggestions = [], [], []
        self._known = {}
        return new

    def _look_up(self, hashes: list[str]) -> None:
        """Find out which of some texts were met before, and what is to be added to them already."""
        staged: Mapping[str, Place] = self._staging.places(hashes)
        elsewhere = [hash for hash in hashes if hash not in staged or staged[hash].article is not None]
        stored = stored_articles.known(self._project.database, elsewhere, annotator=self.annotators.whose_trash())
        for hash, place_ in staged.items():
            self._known[hash] = _Known(place_.title, place_.article, place_.number)
        for hash, each in stored.items():
            known = self._known.setdefault(hash, _Known(each.title, each.id, 0))
            known.trashed = each.trashed
        numbered = {known.number: known for known in self._known.values() if known.number}
        if numbered:
            for number, spans in self._staging.spans_of(list(numbered)).items():
                numbered[number].spans = spans
            for number, extents in self._staging.suggestions_of(list(numbered)).items():
                numbered[number].suggested = extents

    def _sort(self, tidied: _Tidied) -> Newcomer | None:
        """Set one record down, or name it; return it where its text is new."""
        known = self._known.get(tidied.hash)
        self.labels.meet(tidied.record.spans)
        if known is None:
            return self._take_new(tidied)
        if known.trashed:
            self._name(tidied, known, Held.TRASH)
        elif self._proposes(tidied.record):
            self._add_suggestions(tidied, known)
        else:
            self._add_annotation(tidied, known)
        return None

    def _proposes(self, record: Record) -> bool:
        return self._options.as_suggestions or record.model is not None

    def _name(self, tidied: _Tidied, known: _Known, held: Held | None = None) -> None:
        record = tidied.record
        held = held or (Held.TWICE if known.article is None else Held.HERE)
        self.told.duplicates.append(Duplicate(record.where, known.title, len(record.spans), held, known.article))

    # A text that is new

    def _take_new(self, tidied: _Tidied) -> Newcomer:
        record, text = tidied.record, tidied.text
        title = shorten(one_line(record.title or "")) or first_line(text.text)
        self._numbers += 1
        known = self._known[tidied.hash] = _Known(title, None, self._numbers)
        found = self._place(tidied, known)
        self.told.tell_spans(record.where, title, found)
        status = None if self._proposes(record) else self._status(record, found)
        newcomer = Newcomer(record, text, title, found.spans, status)
        new = self._new_article(tidied, newcomer, known) if self._keeps_texts else None
        signature = None
        if self.signs:
            from annotator.nlp import similarity

            signature = similarity.signature(text.text)
        self._articles.append(StagedArticle(known.number, tidied.hash, title, record.where, None, new, signature))
        if status is not None:
            self._annotate(record, known, found, status)
        elif self._proposes(record):
            self._suggest(record, known, found.spans)
        return newcomer

    def _new_article(self, tidied: _Tidied, new: Newcomer, known: _Known) -> NewArticle:
        from annotator.nlp import tokenizer

        text = new.text
        grid = known.grid if known.grid is not None else tokenizer.grid(text.text, self.splits)
        return NewArticle(
            tidied.hash,
            new.title,
            new.source,
            text.text,
            grid,
            tokenizer.VERSION,
            new.date,
            new.record.meta,
            text.original,
            text.offsets,
        )

    # A text that is there

    def _add_annotation(self, tidied: _Tidied, known: _Known) -> None:
        """Add an annotation to an article whose annotator has none there yet."""
        record = tidied.record
        found = self._place(tidied, known)
        status = self._status(record, found, tell=False)
        # A finished article without spans says that nothing is there, where somebody is named who says it.
        named = self.annotators.chosen is not None or record.annotator is not None
        if status is None or not (found.spans or named or record.status not in (None, Status.NEW)):
            self._name(tidied, known)
            return
        who = self.annotators.number(record)
        there = known.spans.get(who)
        if there is None and known.article is not None:
            there = self.annotators.extents(known.article, who)
        if there is None:
            self._number(tidied, known)
            self.told.tell_spans(record.where, known.title, found)
            self._status(record, found)
            self._annotate(record, known, found, status)
        elif there == found.spans or not (found.spans or record.status):
            self._name(tidied, known)
        else:
            name = self.annotators.names[who]
            self.told.conflicts.append(Conflict(record.where, known.title, len(record.spans), name, known.article))

    def _add_suggestions(self, tidied: _Tidied, known: _Known) -> None:
        """Add suggestions to an article where there are none yet."""
        record = tidied.record
        found = self._place(tidied, known)
        there = list(known.suggested)
        if known.article is not None:
            stored = stored_suggestions.load(self._project.database, known.article).values()
            there += [(each.start, each.end, each.label) for each in stored if each.active]
        free, given = [], []
        refused = list(found.refused)
        for span, which in zip(found.spans, found.given, strict=True):
            over = [each for each in there if each[0] < span[1] and span[0] < each[1]]
            if not over:
                free.append(span)
                given.append(which)
            elif span not in over:
                start, end, label = record.spans[which]
                refused.append(Refused(start, end, label, record.text[start:end][:200], Obstacle.SUGGESTED))
        if not free:
            self._name(tidied, known)
            return
        self._number(tidied, known)
        kept = [each for each in found.adjusted if any(each.to == span[:2] for span in free)]
        self.told.tell_spans(record.where, known.title, Placed(free, given, refused, kept))
        self._suggest(record, known, free)

    def _number(self, tidied: _Tidied, known: _Known) -> None:
        """Stage an article of the project, to which something is added, unless it is."""
        if not known.number:
            self._numbers += 1
            known.number = self._numbers
            self._articles.append(
                StagedArticle(known.number, tidied.hash, known.title, tidied.record.where, known.article)
            )

    # Spans

    def _place(self, tidied: _Tidied, known: _Known) -> Placed:
        record = tidied.record
        if not record.spans:
            return _NOTHING
        if known.grid is None and known.article is not None:
            known.grid = stored_articles.load(self._project.database, known.article).grid
        elif known.grid is None:
            from annotator.nlp import tokenizer

            known.grid = tokenizer.grid(tidied.text.text, self.splits)
        return place(record.spans, record.text, tidied.text, known.grid, self.labels.names, snap=self._options.snap)

    def _status(self, record: Record, found: Placed, *, tell: bool = True) -> Status | None:
        """Return the status that the annotator gets, or None where nobody gets any; tell what stays unfinished."""
        said = record.status
        if said is None:
            said = self._options.status
            if not found.spans and said not in (Status.FINISHED, Status.SET_ASIDE):
                return None
        elif said is Status.NEW and not found.spans:
            return None
        if said is Status.FINISHED and any(each.obstacle.leaves_a_gap for each in found.refused):
            if tell:
                self.told.unfinished.append(record.where)
            return Status.IN_PROGRESS
        return said

    def _annotate(self, record: Record, known: _Known, found: Placed, status: Status) -> None:
        who = self.annotators.number(record)
        remarks = {}
        if record.remarks:
            said = {which: storable(remark) for which, remark in record.remarks.items()}
            remarks = {at: said[which] for at, which in enumerate(found.given) if said.get(which)}
        before = Annotation(0, 0)
        edit = take_over(before, found.spans, status=status, remarks=remarks)
        known.spans[who] = found.spans
        if edit is not None:
            spans = apply(edit, before).spans
            self._annotations.append(
                StagedAnnotation(known.number, who, record.where, status.value, spans, changes_to_json(edit.changes))
            )

    def _suggest(self, record: Record, known: _Known, extents: list[RawSpan]) -> None:
        if extents:
            known.suggested += extents
            model = one_line(record.model or "") or NOBODY
            self._suggestions.append(StagedSuggestions(known.number, extents, model))

    def report(
        self,
        source: Source | None,
        *,
        near_duplicates: Iterable[NearDuplicate],
        first: int | None = None,
        id: int | None = None,
    ) -> ImportReport:
        """Return what there is to tell, see `Findings.report`."""
        return self.told.report(
            source,
            self._staging,
            status=self._options.status,
            annotators=self.annotators,
            labels=self.labels,
            near_duplicates=near_duplicates,
            project=self._project.path.name,
            first=first,
            id=id,
        )
