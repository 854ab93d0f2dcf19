"""Bring copies of a project back together: what others did in theirs comes in, newer edits winning by the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from annotator.app.merge_parts import Taken, grid_here, take_parts
from annotator.app.merged_work import Tally
from annotator.app.project import Project
from annotator.app.splits import splits
from annotator.core.annotation import Annotation
from annotator.core.edits import (
    Change,
    Edit,
    SpanChange,
    Verb,
    apply,
    changes_from_json,
    changes_to_json,
)
from annotator.core.errors import UserError
from annotator.core.merge_report import MergeConflict, MergedWork, MergeReport, Part, PartDifference
from annotator.core.merging import DECIDED, HERE, LoggedEdit, Merged, without_doubles
from annotator.core.merging import merge as merge_logs
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording
from annotator.store import annotation_writing, copies, history
from annotator.store import annotations as stored_annotations
from annotator.store import merging as stored_merging
from annotator.store import suggestions as stored_suggestions
from annotator.store.copies import Copy, LogRow

__all__ = ["MergeConflict", "MergeReport", "MergedWork", "Part", "PartDifference", "merge"]

_AT_ONCE = 400  # articles whose logs are in memory together
_MOST = 62  # copies that fit into the bits of a number SQLite could hold

Progress = Callable[[int, int], None]
"""Told how many of how many articles are done; it may raise to stop, and then nothing has changed."""


def merge(
    project: Project,
    others: Iterable[Path],
    *,
    take: Collection[Part] = (),
    annotator: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> MergeReport:
    """Merge copies into a project, in one transaction; the copies stay as they are.

    Articles are the same where their texts are, annotators where their names are. Every edit of the copies that the
    project does not have comes in, and of what was written to one thing the latest stands. So merging again changes
    nothing, and two copies merged into one another say the same. The project remembers the merge, so that
    `annotator.app.imports.undo_import` can take it back.

    Args:
        project: the project.
        others: the copies.
        take: what to take over of what they have otherwise besides articles and annotations.
        annotator: name of who merges; where the project knows them, the log says so.
        dry_run: only find out what would come; nothing changes.
        progress: told how far it is.

    Raises:
        UserError: a copy cannot be read or is the project itself, or the project cannot be written.
    """
    paths = list(others)
    with ExitStack() as stack:
        opened = [stack.enter_context(copies.opened(_other(project, path))) for path in paths]
        if len(opened) > _MOST:
            raise UserError("too many copies at once.", "Trop de copies à la fois.")
        try:
            with project.database.transaction():
                merging = _Merge(project, opened, take, annotator, progress)
                report = merging.run([str(path) for path in paths])
                if dry_run or not report.changes_anything:
                    raise _TakeBackError(report)
        except _TakeBackError as taken_back:
            return taken_back.report
    return report


class _TakeBackError(Exception):
    """Ends the transaction so that nothing of it stays."""

    def __init__(self, report: MergeReport) -> None:
        super().__init__()
        self.report = report


def _other(project: Project, path: Path) -> Path:
    wanted = path if path.is_file() else path.with_name(f"{path.name}.annot")
    if not wanted.is_file():
        raise UserError(f"there is no project file {path}.", f"Le fichier de projet {path} n'existe pas.")
    if wanted.samefile(project.path):
        raise UserError(
            f"{path} is the project itself; name the copies to be merged into it.",
            f"{path} est le projet lui-même ; indiquez les copies à y fusionner.",
        )
    return wanted


@dataclass(slots=True)
class _Known:
    """A row of a log, and which copies have it."""

    row: LogRow
    known: int


class _Merge:
    """One merge under way."""

    def __init__(
        self,
        project: Project,
        copies: Sequence[Copy],
        take: Collection[Part],
        annotator: str | None,
        progress: Progress | None,
    ) -> None:
        self._project = project
        self._database = project.database
        self._copies = copies
        self._take = take
        self._progress = progress
        self._by = None if annotator is None else stored_annotations.find_annotator(project.database, annotator)
        self._people: dict[tuple[int, int], int] = {}  # ids here, by copy and id there
        self._made: list[int] = []  # annotators
        self._theirs: list[dict[int, int]] = [{} for _ in copies]  # ids of articles there, by those here
        self._edits = 0
        self._tally = Tally(len(copies))
        self._conflicts: list[MergeConflict] = []
        self._off_grid: list[Wording] = []

    def run(self, sources: list[str]) -> MergeReport:
        """Do everything, inside a transaction."""
        at = history.next_time(self._database, datetime.now(UTC))
        options = {"take": sorted(part.value for part in self._take)}
        begun = stored_merging.begin(self._database, at=at, sources=sources, options=options)
        taken = Taken()
        for copy in self._copies:
            take_parts(self._project, copy, self._take, taken, at=at)
        articles, known = self._add_articles(begun)
        wanted = sorted({id for theirs in self._theirs for id in theirs})
        for first in range(0, len(wanted), _AT_ONCE):
            self._tell(first, len(wanted))
            self._merge_some(wanted[first : first + _AT_ONCE], begun, at)
        self._tell(len(wanted), len(wanted))
        self._abandon(taken)
        report = self._report(begun, sources, taken, articles, known)
        stored_merging.finish(
            self._database,
            begun,
            report=report.to_json(),
            labels=taken.labels,
            annotators=self._made,
            replaced=taken.replaced,
        )
        return report

    def _abandon(self, taken: Taken) -> None:
        """Let those whose annotations changed, and who merges, do nothing again that they undid before."""
        people = self._project.annotators()
        authors = self._tally.annotators.intersection(people)
        if self._by is not None and self._tally.annotators:
            authors.add(self._by)
        if undone := [[author, step] for author in sorted(authors) for step in history.undone(self._database, author)]:
            taken.replaced["undone"] = undone
        history.abandon(self._database, authors)

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(done, total)

    def _report(
        self, begun: stored_merging.Begun, sources: list[str], taken: Taken, articles: int, known: int
    ) -> MergeReport:
        names = self._project.names()
        report = MergeReport(
            tuple(sources),
            articles,
            begun.last_article + 1 if articles else None,
            known,
            self._edits,
            self._tally.work(names),
            tuple(self._conflicts),
            tuple(taken.labels),
            tuple(taken.differences),
            tuple(self._off_grid),
            self._tally.by_copy(names, sources),
            begun.id,
        )
        return (
            report
            if report.changes_anything
            else MergeReport(tuple(sources), known=known, differences=report.differences, by_copy=report.by_copy)
        )

    # Articles

    def _add_articles(self, begun: stored_merging.Begun) -> tuple[int, int]:
        """Find the articles of the copies here, bring in those that are missing, and count both."""
        next_id, come, known = begun.last_article + 1, 0, set()
        ours = splits(self._project)
        for number, copy in enumerate(self._copies):
            listed, theirs = copy.hashes(), copy.splits()
            for first in range(0, len(listed), _AT_ONCE):
                some = listed[first : first + _AT_ONCE]
                here = stored_merging.ids_by_hash(self._database, [hash for _, hash in some])
                new = {id: next_id + nth for nth, id in enumerate(id for id, hash in some if hash not in here)}
                next_id += len(new)
                come += len(new)
                self._tally.add_articles(number, len(some), new=len(new))
                known |= {id for id in here.values() if id <= begun.last_article}
                self._theirs[number] |= {new[id] if id in new else here[hash]: id for id, hash in some}
                if new:
                    rows = [(new[each.id], each, grid_here(ours, theirs, each)) for each in copy.articles(new)]
                    stored_merging.add_articles(self._database, rows, import_id=begun.id)
                    signed = [(new[id], version, minhash) for id, version, minhash in copy.signatures(new)]
                    stored_merging.add_signatures(self._database, signed)
                    proposed = copy.suggestions_of(new)
                    stored_merging.match_suggestions(self._database, proposed, new, active=True)
                    stored_merging.count_suggestions(self._database, new.values())
                    for id, each, tokens in rows:
                        if tokens != each.tokens:
                            grid = TokenGrid.from_bytes(tokens)
                            stored_suggestions.retire_off_the_grid(self._database, id, grid)
        return come, len(known)

    # Annotations

    def _merge_some(self, articles: Sequence[int], begun: stored_merging.Begun, at: str) -> None:
        """Merge the annotations of some articles."""
        logs: defaultdict[tuple[int, int], dict[LogRow, _Known]] = defaultdict(dict)
        for row in copies.log_of(self._database, articles):
            logs[row.annotator, row.article][row] = _Known(row, HERE)
        come: defaultdict[tuple[int, int], set[int]] = defaultdict(set)  # from which copies, by annotation
        for number, copy in enumerate(self._copies):
            for row in self._log(number, copy, articles):
                log = logs[row.annotator, row.article]
                if row in log:
                    log[row].known |= HERE << number + 1
                else:
                    log[row] = _Known(row, HERE << number + 1)
                if not log[row].known & HERE:
                    come[row.annotator, row.article].add(number)
        by_annotator: defaultdict[int, list[int]] = defaultdict(list)
        for annotator, article in sorted(come):
            by_annotator[annotator].append(article)
        rows: list[LogRow] = []
        made: list[tuple[Edit, Annotation]] = []
        titles = stored_merging.titles(self._database, articles) if come else {}
        for annotator, where in by_annotator.items():
            there = stored_annotations.load_many(self._database, where, annotator)
            for article in where:
                log = logs.pop((annotator, article))
                rows += self._new_rows(log.values())
                merged = self._merge_one(there[article], list(log.values()))
                rows += _decided(article, annotator, merged)
                self._tell_clashes(article, titles[article], annotator, merged)
                if merged.changes:
                    made.append((Edit(article, annotator, Verb.MERGE, merged.changes), there[article]))
        self._edits += sum(row.kind != "merge" for row in rows)
        self._write(self._on_grid(made, titles), come, begun, at)
        stored_merging.keep(self._database, rows, import_id=begun.id)

    def _new_rows(self, log: Iterable[_Known]) -> list[LogRow]:
        """Return what the project does not have of a log, and count it."""
        new = [each for each in log if not each.known & HERE]
        for each in new:
            if each.row.kind != "merge":
                self._tally.add_row(number for number in range(len(self._copies)) if each.known & HERE << number + 1)
        return [each.row for each in new]

    def _log(self, number: int, copy: Copy, articles: Sequence[int]) -> list[LogRow]:
        """Return the log of some articles in a copy, with the ids of this project."""
        here = {self._theirs[number][id]: id for id in articles if id in self._theirs[number]}
        rows = copy.log(here)
        suggestions = copy.suggestions(copies.spoken_of(rows))
        known = stored_merging.match_suggestions(self._database, suggestions, here)
        return copies.translated(
            rows, articles=here, suggestions=known, annotator=lambda id: self._annotator(number, id)
        )

    def _annotator(self, number: int, id: int) -> int:
        """Return who an annotator of a copy is here."""
        if (number, id) not in self._people:
            for there, name, settled in self._copies[number].annotators():
                if there == id:
                    here, made = stored_merging.annotator_like(self._database, name, settled=settled)
                    self._people[number, id] = here
                    self._made += [here] if made else []
        return self._people[number, id]

    def _merge_one(self, before: Annotation, log: Sequence[_Known]) -> Merged:
        edits = [
            LoggedEdit(each.row.at, each.row.ordinal, changes_from_json(each.row.changes), each.known) for each in log
        ]
        spoken_of = copies.spoken_of(each.row for each in log)
        return merge_logs(before, edits, stored_merging.extents(self._database, spoken_of) if spoken_of else {})

    def _tell_clashes(self, article: int, title: str, annotator: int, merged: Merged) -> None:
        if merged.clashes:
            name = self._project.names()[annotator]
            self._conflicts += [
                MergeConflict(article, title, name, self._copies[clash.copy - 1].name, clash)
                for clash in without_doubles(merged.clashes)
            ]

    def _on_grid(
        self, made: Sequence[tuple[Edit, Annotation]], titles: dict[int, str]
    ) -> list[tuple[Edit, Annotation]]:
        """Leave out the spans that are not made of whole tokens here, and name them."""
        grids = {each.id: each for each in self._project.articles({edit.article for edit, _ in made})}
        checked = []
        for edit, before in made:
            article, kept = grids[edit.article], list[Change]()
            for change in edit.changes:
                span = change.after if isinstance(change, SpanChange) else None
                if span is None or article.grid.holds(span.start, span.end):
                    kept.append(change)
                    continue
                self._off_grid.append(_off_grid(article.text[span.start : span.end], titles[edit.article]))
                if isinstance(change, SpanChange) and change.before is not None:
                    kept.append(SpanChange(change.before, None))
            if kept:
                checked.append((Edit(edit.article, edit.annotator, edit.verb, tuple(kept)), before))
        return checked

    def _write(
        self,
        made: Sequence[tuple[Edit, Annotation]],
        come: Mapping[tuple[int, int], Iterable[int]],
        begun: stored_merging.Begun,
        at: str,
    ) -> None:
        written = [annotation_writing.Written(before, apply(edit, before), edit.changes) for edit, before in made]
        annotation_writing.write(self._database, written, at=at)
        edits = [edit for edit, _ in made]
        stored_merging.log_edits(self._database, edits, step=begun.step, at=at, by=self._by)
        for edit in edits:
            self._tally.add(edit, come[edit.annotator, edit.article])


def _decided(article: int, annotator: int, merged: Merged) -> list[LogRow]:
    return [
        LogRow(article, annotator, None, at, DECIDED, Verb.MERGE.value, "merge", changes_to_json(changes))
        for at, changes in merged.decided
    ]


def _off_grid(shown: str, title: str) -> Wording:
    return Wording(
        f"“{shown}” in “{title}” was left out: here it is not made of whole tokens.",
        f"« {shown} », dans « {title} », laissé de côté : ici, ce n'est pas une suite de mots entiers.",
    )
