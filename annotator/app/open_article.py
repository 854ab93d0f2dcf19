"""The article that a session has open: what one annotator made of it, what its text shows, what others decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.app.article_suggestions import ArticleSuggestions
from annotator.core.annotation import Annotation, Mark, Span, marks, update_marks
from annotator.core.article import Article
from annotator.core.conflicts import Conflict, conflicts
from annotator.core.edits import Change, DecisionChange, Edit, SpanChange
from annotator.core.suggestions import Decision, Suggestion
from annotator.store import annotations as stored
from annotator.store.database import Database

_FEW = 50  # changes up to which marks are updated in place; beyond, all are made again


class OpenArticle:
    """An article as one annotator has it open.

    Args:
        database: the project file, which must stay open.
        article: the article.
        annotator: id of the annotator.

    Attributes:
        article: the article.
        annotation: the annotator's annotation of it, as last read or written.
        suggestions: the suggestions of the article, by id.
    """

    annotation: Annotation
    suggestions: ArticleSuggestions

    def __init__(self, database: Database, article: Article, annotator: int) -> None:
        self.article = article
        self._database = database
        self._annotator = annotator
        self._marks: list[Mark] | None = None  # what `marks` returned last, while it still holds
        self._others: Sequence[Annotation] = ()  # when it was read
        self._conflicts: Mapping[tuple[str, int], tuple[Conflict, ...]] | None = None  # while it still holds
        self.reload()

    def reload(self) -> None:
        """Read the annotation and the suggestions from the file again."""
        article = self.article.id
        with self._database.snapshot():
            self.suggestions = ArticleSuggestions(self._database, article, self._annotator)
            undecided = {each.id for each in self.suggestions.undecided()}
            self.annotation = stored.load(self._database, article, self._annotator, undecided=undecided)
            self._others = stored.of_others(self._database, article, self._annotator)
        self._marks = self._conflicts = None

    def is_current(self) -> bool:
        """Tell whether the article is in the file as it was read, or as it became through `show`."""
        known = {each.annotator: each.revision for each in (*self._others, self.annotation) if each.revision}
        return stored.revisions(self._database, self.article.id) == known and self.suggestions.is_current()

    def marks(self) -> list[Mark]:
        """Return what the text shows: spans and pending suggestions."""
        if self._marks is None:
            self._marks = marks(self.annotation, self.suggestions.undecided())
        return list(self._marks)

    def conflicts(self) -> Mapping[tuple[str, int], tuple[Conflict, ...]]:
        """Return where other annotators, as last read, decided otherwise: their conflicts by the key of the mark."""
        if self._conflicts is None:
            self._conflicts = conflicts(self.marks(), self._others) if self._others else {}
        return self._conflicts

    def pending(self) -> list[Suggestion]:
        """Return the suggestions still to be decided."""
        return list(self.annotation.pending(self.suggestions.undecided()))

    def show(self, annotation: Annotation, edits: Sequence[Edit]) -> None:
        """Take note of what the annotation has become, and by which edits; those of other annotations do not matter."""
        before, self.annotation = self.annotation, annotation
        if annotation is before:
            return
        here = [edit for edit in edits if (edit.article, edit.annotator) == (annotation.article, annotation.annotator)]
        changed = [change for edit in here for change in edit.changes]
        decided = [change for change in changed if isinstance(change, DecisionChange)]
        self.suggestions.reopen(change.suggestion for change in decided if change.after is Decision.PENDING)
        self._follow_conflicts([change for change in changed if isinstance(change, SpanChange)])
        if self._marks is None:
            return
        places = [place for change in changed[:_FEW] for place in self._places(change)]
        if len(changed) > _FEW:
            self._marks = None
        elif places:
            start, end = min(start for start, _ in places), max(end for _, end in places)
            near = self.suggestions.near(start, end)
            self._marks = update_marks(self._marks, annotation, near, start=start, end=end)

    def _follow_conflicts(self, changes: Sequence[SpanChange]) -> None:
        """Let the conflicts known be those of the spans as they are after some changes."""
        if not self._conflicts and not self._others:
            return
        if self._conflicts is None or len(changes) > _FEW:
            self._conflicts = None
            return
        gone = {("span", change.before.id) for change in changes if change.before is not None}
        after = [change.after for change in changes if change.after is not None]
        kept = {key: said for key, said in self._conflicts.items() if key not in gone}
        fresh = [Mark(span.start, span.end, span.label, span=span) for span in after]
        self._conflicts = kept | conflicts(fresh, self._others)

    def _places(self, change: Change) -> list[tuple[int, int]]:
        """Return where the spans and the suggestion lie that a change touches."""
        touched: tuple[Span | Suggestion | None, ...] = ()
        if isinstance(change, SpanChange):
            touched = (change.before, change.after)
        elif isinstance(change, DecisionChange):
            touched = (self.suggestions.get(change.suggestion),)
        return [(each.start, each.end) for each in touched if each is not None]
