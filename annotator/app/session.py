"""One annotator at work on a project: the one path by which anything about an annotation changes.

A verb (`Session.draw`, `Session.accept`, …) makes an edit; `Session.apply` checks it, writes it through to the
file in one transaction with the log, and only then tells everyone who watches what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from annotator.app.open_article import OpenArticle
from annotator.app.project import Project
from annotator.core import corrections
from annotator.core.annotation import Annotation, Mark, Span, Status
from annotator.core.article import Article
from annotator.core.conflicts import Conflict
from annotator.core.edits import Change, DecisionChange, Edit, SpanChange, Verb, apply
from annotator.core.errors import StaleAnnotationError, UserError
from annotator.core.suggestions import Suggestion
from annotator.core.tokens import require_on_grid
from annotator.store import annotation_writing, history
from annotator.store import annotations as stored_annotations


class Way(StrEnum):
    """How edits came to be applied."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit, an undo or a redo changed; those who watch redraw what it names.

    Attributes:
        articles: ids of the articles whose annotation changed.
        spans: ids of the spans added, removed or replaced.
        statuses: whether a status, a flag, a remark on an article, the trash or what is settled changed.
        saved_at: when it was in the file, local time.
        edits: what was applied.
        way: whether they were new, or undid or redid a step.
        steps: how many steps were made, undone or redone.
    """

    articles: frozenset[int]
    spans: frozenset[int]
    statuses: bool
    saved_at: datetime
    edits: tuple[Edit, ...]
    way: Way = Way.EDIT
    steps: int = 1


_AT_ONCE = 1000  # edits written together: few enough not to hold all annotations of a project in memory


class Session:
    """One annotator at work on one project, with at most one article open.

    Args:
        project: the project.
        annotator: id of the annotator, a person.

    Raises:
        UserError: the annotator is the settled layer, which is changed by settling.
    """

    def __init__(self, project: Project, annotator: int) -> None:
        if annotator == project.settled_layer():
            raise UserError(
                "nobody works as what was settled; name a person, and settle to change it.",
                "Personne ne travaille au nom de ce qui a été réglé ; nommez une personne, et réglez pour le changer.",
            )
        self.project = project
        self.annotator = annotator
        self._watchers: list[Callable[[Changes], None]] = []
        self._open: OpenArticle | None = None
        self._notifying = False

    def watch(self, watcher: Callable[[Changes], None]) -> None:
        """Call ``watcher`` after every change, when it is already in the file; it must not change anything."""
        self._watchers.append(watcher)

    @property
    def annotator_name(self) -> str:
        """Who is at work."""
        return self.project.annotators()[self.annotator]

    @property
    def article(self) -> Article | None:
        """The open article, or None."""
        return None if self._open is None else self._open.article

    @property
    def annotation(self) -> Annotation:
        """The annotator's annotation of the open article."""
        return Annotation(0, self.annotator) if self._open is None else self._open.annotation

    @property
    def suggestions(self) -> Mapping[int, Suggestion]:
        """The suggestions of the open article, by id."""
        return {} if self._open is None else self._open.suggestions

    def open(self, article: int) -> Article:
        """Open an article.

        Raises:
            UserError: there is none with that id.
        """
        self._open = OpenArticle(self.project.database, self.project.article(article), self.annotator)
        return self._open.article

    def reload(self) -> None:
        """Read the annotation and the suggestions of the open article from the file again."""
        if self._open is not None:
            self._open.reload()

    def is_current(self) -> bool:
        """Tell whether the open article is in the file as it was read, or as it became through this session.

        Where it is not, somebody else has changed it or suggested something, and `reload` reads it again.
        """
        return self._open is None or self._open.is_current()

    def marks(self) -> list[Mark]:
        """Return what the text of the open article shows: its spans and its pending suggestions."""
        return [] if self._open is None else self._open.marks()

    def conflicts(self) -> Mapping[tuple[str, int], tuple[Conflict, ...]]:
        """Return where other annotators, as last read, decided otherwise: their conflicts by the key of the mark."""
        return {} if self._open is None else self._open.conflicts()

    def pending(self) -> list[Suggestion]:
        """Return the suggestions of the open article still to be decided."""
        return [] if self._open is None else self._open.pending()

    # What the annotator does. Each returns what changed, or None where there was nothing to do.

    def draw(self, start: int, end: int, *, label: str) -> Changes | None:
        """Label ``start`` to ``end`` of the open article by hand.

        Raises:
            UserError: the span does not lie on the token grid.
        """
        self._require_on_grid(start, end)
        return self._do(
            corrections.draw(self.annotation, self.suggestions, start=start, end=end, label=label),
        )

    def relabel(self, mark: Mark, *, label: str) -> Changes | None:
        """Give a mark of the open article another label."""
        return self._do(corrections.relabel(self.annotation, self.suggestions, mark, label=label))

    def resize(self, mark: Mark, *, start: int, end: int) -> Changes | None:
        """Move the boundaries of a mark of the open article.

        Raises:
            UserError: the new extent is off the token grid or runs into another span.
        """
        self._require_on_grid(start, end)
        return self._do(corrections.resize(self.annotation, self.suggestions, mark, start=start, end=end))

    def remove(self, mark: Mark) -> Changes | None:
        """Remove a span of the open article, or reject a suggestion."""
        return self._do(corrections.remove(self.annotation, mark))

    def accept(self, suggestions: Iterable[Suggestion]) -> Changes | None:
        """Accept suggestions of the open article as they are, in one step."""
        return self._do(corrections.accept(self.annotation, suggestions))

    def set_status(self, status: Status) -> Changes | None:
        """Say how far the annotator is with the open article."""
        return self._do(corrections.set_status(self.annotation, status))

    def set_flag(self, flagged: bool) -> Changes | None:
        """Flag the open article, or take its flag away."""
        return self._do(corrections.set_flag(self.annotation, flagged))

    def set_note(self, note: str, *, span: Span | None = None) -> Changes | None:
        """Write a remark on the open article or on one of its spans; a blank one takes the remark away."""
        return self._do(corrections.set_note(self.annotation, note, span=span))

    def change_each(self, articles: Iterable[int], change: Callable[[Annotation], Edit | None]) -> Changes | None:
        """Change the annotations of many articles in one step.

        Args:
            articles: ids of articles.
            change: makes the edit for an annotation, or returns None to leave it as it is.
        """
        wanted, made = list(articles), []
        for first in range(0, len(wanted), _AT_ONCE):
            edits = map(change, self._annotations_of(wanted[first : first + _AT_ONCE]))
            made += [edit for edit in edits if edit is not None]
        return self.apply(made) if made else None

    def undo(self) -> Changes | None:
        """Take back the annotator's last step, in whichever article, or return None where there is none.

        What the annotator settled is among their steps.

        Raises:
            UserError: the step is a merge, or somebody else has settled there since.
        """
        step = history.undoable(self.project.database, self.annotator)
        return None if step is None else self._step([step], Way.UNDO)

    def redo(self) -> Changes | None:
        """Do again the step undone last, or return None where there is none.

        Raises:
            UserError: as `undo`.
        """
        step = history.redoable(self.project.database, self.annotator)
        return None if step is None else self._step([step], Way.REDO)

    def go_to(self, step: int) -> Changes | None:
        """Undo or redo the annotator's steps until ``step`` is the last that stands; with 0, none stands.

        All of it is one transaction and one change to those who watch.

        Returns:
            What changed, or None where ``step`` is the last that stands already.

        Raises:
            StaleAnnotationError, UserError: as `apply`; nothing has changed then.
        """
        database = self.project.database
        if newer := history.undo_to(database, self.annotator, step):
            return self._step(newer, Way.UNDO)
        undone = history.redo_to(database, self.annotator, step)
        return self._step(undone, Way.REDO) if undone else None

    def _step(self, steps: Sequence[history.Step], way: Way) -> Changes:
        record = history.record_undo if way is Way.UNDO else history.record_redo
        edits = [edit for step in steps for edit in step.edits]
        if any(edit.verb is Verb.MERGE for edit in edits):
            raise UserError(
                "that step is a merge, which is taken back as a whole: undo it in the list of imports.",
                "Cette étape est une fusion, qui s'annule d'un bloc : annulez-la dans la liste des imports.",
            )
        try:
            return self._write(edits, lambda at: record(self.project.database, steps, at=at), way=way, steps=len(steps))
        except StaleAnnotationError as error:
            if all(edit.annotator == self.annotator for edit in edits):
                raise
            raise UserError(
                "somebody else has settled the same place since; settle it anew instead.",
                "Quelqu'un d'autre a réglé le même endroit depuis ; réglez-le plutôt à nouveau.",
            ) from error

    def catch_up(self) -> Changes | None:
        """Tell everyone who watches of the annotator's last step, which another process has made for them."""
        step = history.last(self.project.database, self.annotator)
        if step is None:
            return None
        self.reload()
        changes = _summarise(step.edits, datetime.fromisoformat(step.at), Way.EDIT, 1)
        self._notify(changes)
        return changes

    def apply(self, edits: Sequence[Edit], *, progress: Callable[[int, int], None] | None = None) -> Changes:
        """Apply edits as one step: check them, write them with the log in one transaction, tell everyone.

        Edits of annotations that are not the annotator's own, as of the settled layer, are logged as done by them.

        Args:
            edits: the edits.
            progress: told how many edits of how many are written; it may raise to stop, and nothing has changed then.

        Raises:
            StaleAnnotationError: somebody else changed an annotation meanwhile; the open article is read again.
            UserError: an edit does not fit, or the file cannot be written. Nothing has changed then.
        """

        def log(at: str) -> None:
            history.record(self.project.database, edits, at=at, by=self.annotator)

        return self._write(edits, log, way=Way.EDIT, progress=progress)

    def _do(self, edit: Edit | None) -> Changes | None:
        return None if edit is None or self._open is None else self.apply([edit])

    def _require_on_grid(self, start: int, end: int) -> None:
        if self._open is not None:
            require_on_grid(self._open.article.text, self._open.article.grid, start, end)

    def _write(
        self,
        edits: Sequence[Edit],
        log: Callable[[str], object],
        *,
        way: Way,
        steps: int = 1,
        progress: Callable[[int, int], None] | None = None,
    ) -> Changes:
        if self._notifying:
            raise RuntimeError("whoever watches a session must not change anything while being told of a change")
        from annotator.app.splits import require_whole_tokens

        now = datetime.now(UTC)
        touched: Mapping[tuple[int, int], Annotation] = {}
        key, own = (self.annotation.article, self.annotator), self.annotation
        try:
            with self.project.database.transaction():
                require_whole_tokens(self.project, edits)
                at = history.next_time(self.project.database, now)
                for first in range(0, len(edits), _AT_ONCE):
                    if progress is not None:
                        progress(first, len(edits))
                    touched = self._write_some(edits[first : first + _AT_ONCE], touched, at)
                    own = touched.get(key, own)
                log(at)
        except StaleAnnotationError:
            self.reload()
            raise
        if self._open is not None:
            self._open.show(own, edits)
        changes = _summarise(edits, now, way, steps)
        self._notify(changes)
        return changes

    def _write_some(
        self, edits: Sequence[Edit], known: Mapping[tuple[int, int], Annotation], at: str
    ) -> Mapping[tuple[int, int], Annotation]:
        """Apply and write edits together, and return what became of the annotations: of theirs, and of the open one.

        Args:
            edits: the edits.
            known: annotations as edits before them, in the same transaction, have left them.
            at: the time.
        """
        changes: dict[tuple[int, int], list[Change]] = {}
        for edit in edits:
            changes.setdefault((edit.article, edit.annotator), []).extend(edit.changes)
        before = {key: known[key] for key in changes if key in known}
        before |= self._current(key for key in changes if key not in known)
        after = dict(before)
        for edit in edits:
            key = (edit.article, edit.annotator)
            after[key] = apply(edit, after[key])
        written = [annotation_writing.Written(before[key], after[key], made) for key, made in changes.items()]
        annotation_writing.write(self.project.database, written, at=at)
        own = (self.annotation.article, self.annotation.annotator)
        return {own: known[own]} | after if own in known else after

    def _annotations_of(self, articles: Sequence[int]) -> Iterator[Annotation]:
        here = None if self._open is None else self._open.article.id
        others = [article for article in articles if article != here]
        read = stored_annotations.load_many(self.project.database, others, self.annotator)
        return (self.annotation if article == here else read[article] for article in articles)

    def _current(self, keys: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Annotation]:
        found: dict[tuple[int, int], Annotation] = {}
        others: dict[int, list[int]] = {}
        for key in keys:
            if key == (self.annotation.article, self.annotation.annotator):
                # Asked before the edit is tried, or what another window did would look like a mistake in the edit.
                annotation_writing.require_current(self.project.database, self.annotation)
                found[key] = self.annotation
            else:
                others.setdefault(key[1], []).append(key[0])
        for annotator, articles in others.items():
            read = stored_annotations.load_many(self.project.database, articles, annotator)
            found |= {(article, annotator): annotation for article, annotation in read.items()}
        return found

    def _notify(self, changes: Changes) -> None:
        self._notifying = True
        try:
            for watcher in self._watchers:
                watcher(changes)
        finally:
            self._notifying = False


def _summarise(edits: Sequence[Edit], now: datetime, way: Way, steps: int) -> Changes:
    changes = [change for edit in edits for change in edit.changes]
    spans = (change.after or change.before for change in changes if isinstance(change, SpanChange))
    return Changes(
        articles=frozenset(edit.article for edit in edits),
        spans=frozenset(span.id for span in spans if span is not None),
        statuses=any(not isinstance(change, SpanChange | DecisionChange) for change in changes),
        saved_at=now.astimezone(),
        edits=tuple(edits),
        way=way,
        steps=steps,
    )
