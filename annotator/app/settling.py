"""Settling where annotators differ, for the window and the command line alike.

What is settled is the annotation of the settled layer, an annotator who is no person. It is changed by the edits of
whoever settles, through their session: one path, one log, one undo.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.app.project import Project
from annotator.app.session import Changes, Session
from annotator.core import corrections, settling
from annotator.core.annotation import Annotation, Span, Status
from annotator.core.edits import Edit, Verb, apply
from annotator.core.errors import UserError
from annotator.core.settlement import Choice
from annotator.core.settling import Counts, Decided, Place, State
from annotator.core.settling_rules import Rule
from annotator.core.tokens import require_on_grid
from annotator.store import annotations as stored_annotations
from annotator.store import settlements
from annotator.store import settling as stored

_AT_ONCE = 500
"""Articles whose annotations are in memory together."""

Progress = Callable[[int, int], None]


class Shared(NamedTuple):
    """An article that two or more of those compared have worked on.

    Attributes:
        article: its id.
        title: its title.
        annotators: ids of those who have part in it.
        counts: how many places are how far.
        status: how far its settling is, as somebody said.
    """

    article: int
    title: str
    annotators: tuple[int, ...]
    counts: Counts
    status: Status


class Done(NamedTuple):
    """What was done, or would be, to many places.

    Attributes:
        places: how many were settled.
        articles: ids of the articles that changed.
        changes: what the session told of it; None where nothing was changed.
        finished: how many articles were finished.
    """

    places: int
    articles: tuple[int, ...]
    changes: Changes | None
    finished: int = 0


def people(project: Project) -> dict[int, str]:
    """Return the names of those who have begun an article of a project, and so can differ, by id."""
    begun = stored.at_work(project.database)
    return {id: name for id, name in project.annotators().items() if id in begun}


class Settling:
    """Settles what some annotators made of the articles that two or more of them have in one of some statuses.

    Args:
        session: of the person who settles.
        annotators: ids of the annotators, the first named first; None for all people of the project.
        statuses: which statuses count.

    Attributes:
        session: of the person who settles.
        annotators: ids of the annotators.
        statuses: which statuses count.

    Raises:
        UserError: there are not two of them, or one is the settled layer.
    """

    def __init__(
        self,
        session: Session,
        annotators: Sequence[int] | None = None,
        *,
        statuses: Collection[Status] = (Status.FINISHED,),
    ) -> None:
        known = session.project.annotators()
        self.session = session
        self.annotators = tuple(known if annotators is None else dict.fromkeys(annotators))
        self.statuses = frozenset(statuses)
        self._database = session.project.database
        if any(each not in known for each in self.annotators):
            raise UserError(
                "what was settled is no annotator who could differ; name people.",
                "Ce qui a été réglé n'est pas un annotateur qui pourrait différer ; nommez des personnes.",
            )
        if len(self.annotators) < 2:
            raise UserError(
                f"it takes two annotators to settle where they differ, and {session.project.path} has none or one; "
                "import the work of another.",
                "Il faut deux annotateurs pour régler ce qui les sépare, et ce projet n'en a pas deux ; importez le "
                "travail d'un autre.",
            )

    # What there is to settle

    def articles(self, among: Collection[int] | None = None, *, progress: Progress | None = None) -> Iterator[Shared]:
        """Yield every article that two of the annotators share, in the order of import, with how far it is.

        Args:
            among: ids of the articles to look at; None for all.
            progress: told how many articles of how many are done; it may raise to stop.
        """
        layer = self.session.project.settled_layer()
        for some in self._some(among, progress):
            titled = stored.headings(self._database, list(some), layer)
            for article, found, _ in self._places_of(some):
                heading = titled[article]
                yield Shared(article, heading.title, some[article], Counts.of(found), heading.status)

    def participants(self, article: int) -> tuple[int, ...]:
        """Return the ids of the annotators who have part in an article; fewer than two where nothing is shared."""
        return tuple(each.annotator for each in self._annotations(article))

    def places(self, article: int) -> list[Place]:
        """Return the places of an article in text order: where somebody drew something, or something was settled."""
        return settling.places(self._annotations(article), self.annotation(article))

    def annotation(self, article: int) -> Annotation:
        """Return what is settled in an article; nothing yet where its annotator is 0."""
        layer = self.session.project.settled_layer()
        return Annotation(article, 0) if layer is None else self.session.project.annotation(article, layer)

    def _annotations(self, article: int) -> list[Annotation]:
        found = [self.session.project.annotation(article, each) for each in self.annotators]
        return [each for each in found if each.revision and each.status in self.statuses and not each.trashed]

    def _some(self, among: Collection[int] | None, progress: Progress | None) -> Iterator[dict[int, tuple[int, ...]]]:
        wanted = None if among is None else frozenset(among)
        shared = stored.shared(self._database, self.annotators, self.statuses)
        order = sorted(id for id in shared if wanted is None or id in wanted)
        for at in range(0, len(order), _AT_ONCE):
            yield {id: self._in_order(shared[id]) for id in order[at : at + _AT_ONCE]}
            if progress is not None:
                progress(min(at + _AT_ONCE, len(order)), len(order))

    def _in_order(self, who: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(each for each in self.annotators if each in who)

    def _places_of(self, some: dict[int, tuple[int, ...]]) -> Iterator[tuple[int, list[Place], Annotation]]:
        layer = self.session.project.settled_layer()
        read = {
            each: stored_annotations.load_many(
                self._database, [article for article, who in some.items() if each in who], each
            )
            for each in self.annotators
        }
        settled = {} if layer is None else stored_annotations.load_many(self._database, list(some), layer)
        for article, who in some.items():
            there = settled.get(article, Annotation(article, layer or 0))
            yield article, settling.places([read[each][article] for each in who], there), there

    # What the person decides. Each returns what changed, or None where there was nothing to do.

    def take(self, article: int, place: Place, annotator: int, *, reason: str | None = None) -> Changes | None:
        """Settle a place as one annotator has it, be it nothing."""
        return self._decide(article, settling.take(place, annotator, reason=reason))

    def agree(self, article: int, place: Place, *, reason: str | None = None) -> Changes | None:
        """Settle a place at which all drew the same as they have it; None where they did not."""
        decided = Rule().accept(place, reason=reason)
        return None if decided is None else self._decide(article, decided)

    def neither(self, article: int, place: Place, *, reason: str | None = None) -> Changes | None:
        """Settle that nothing is to be marked at a place."""
        return self._decide(article, settling.neither(place, reason=reason))

    def draw(self, article: int, start: int, end: int, *, label: str, reason: str | None = None) -> Changes | None:
        """Settle that ``start`` to ``end`` is to be marked; all places it touches are one then.

        Raises:
            UserError: the span does not lie on the token grid.
        """
        text = self.session.project.article(article)
        require_on_grid(text.text, text.grid, start, end)
        found = self.places(article)
        return self._decide(article, settling.draw(found, start=start, end=end, label=label, reason=reason))

    def erase(self, article: int, place: Place, span: Span, *, reason: str | None = None) -> Changes | None:
        """Settle that one of the spans settled at a place is not to be there."""
        return self._decide(article, settling.erase(place, span, reason=reason))

    def reopen(self, article: int, place: Place) -> Changes | None:
        """Take back what was settled at a place."""
        return self._apply(settling.reopen(self._own(article), place))

    def explain(self, article: int, place: Place, reason: str) -> Changes | None:
        """Say why a place was settled as it is; a blank reason takes away what was said."""
        return self._apply(settling.explain(self._own(article), place, reason))

    def set_status(self, article: int, status: Status) -> Changes | None:
        """Say how far the settling of an article is."""
        return self._apply(corrections.set_status(self._own(article), status))

    def complete(self, article: int) -> Changes | None:
        """Accept in an article what all drew alike, and say that it is finished, in one step."""
        own, edits = self._own(article), []
        agreed = [each for place in self.places(article) if (each := Rule().accept(place)) is not None]
        accepted = settling.settle(own, agreed, by=self.session.annotator, verb=Verb.SETTLE_ALL)
        if accepted is not None:
            own = apply(accepted, own)
            edits.append(accepted)
        finished = corrections.set_status(own, Status.FINISHED)
        if finished is not None:
            edits.append(finished)
        return self.session.apply(edits) if edits else None

    def _decide(self, article: int, decided: Decided) -> Changes | None:
        return self._apply(settling.settle(self._own(article), [decided], by=self.session.annotator))

    def _apply(self, edit: Edit | None) -> Changes | None:
        return None if edit is None else self.session.apply([edit])

    def _own(self, article: int) -> Annotation:
        return self.session.project.annotation(article, self._layer())

    def _layer(self) -> int:
        """Return the id of the settled layer, making it at its first use."""
        known = self.session.project.settled_layer()
        if known is not None:
            return known
        with self._database.transaction():
            return settlements.add_layer(self._database)

    # Many places in one step

    def accept(
        self,
        rule: Rule,
        among: Collection[int] | None = None,
        *,
        reason: str | None = None,
        finish: bool = False,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> Done:
        """Settle every place that a rule accepts, in one step.

        What a person decided at a place stays, also where it is outdated; what a rule decided does not.

        Args:
            rule: the rule.
            among: ids of the articles; None for all.
            reason: why, or None.
            finish: also say that every article is finished in which nothing waits any more then.
            dry_run: only say what would be done.
            progress: told how much of how much is done, which is to read the articles and to write them; it may raise
                to stop, and nothing has changed then.

        Raises:
            UserError: as `Session.apply`; nothing has changed then.
        """

        def decide(place: Place) -> Decided | None:
            return rule.accept(place, reason=reason) if _is_free(place) else None

        return self._settle_all(decide, among, finish=finish, dry_run=dry_run, progress=progress)

    def take_all(
        self,
        annotator: int,
        among: Collection[int] | None = None,
        *,
        reason: str | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> Done:
        """Settle every place that is not settled as one annotator has it, in one step; arguments as for `accept`.

        Articles in which the annotator has no part are left as they are, and so is what a person decided otherwise.
        Where all drew the same, that is accepted.
        """

        def decide(place: Place) -> Decided | None:
            if not _is_free(place, annotator) or all(side.annotator != annotator for side in place.sides):
                return None
            return Rule().accept(place, reason=reason) or settling.take(place, annotator, reason=reason)

        return self._settle_all(decide, among, dry_run=dry_run, progress=progress)

    def finish(
        self, among: Collection[int] | None = None, *, dry_run: bool = False, progress: Progress | None = None
    ) -> Done:
        """Say that every article is finished in which nothing waits, in one step; arguments as for `accept`.

        An article in which nobody drew anything is finished as well: its annotators agree that nothing is there.
        """
        edits = []
        for some in self._some(among, progress):
            for _, found, there in self._places_of(some):
                edit = None if any(place.waits for place in found) else corrections.set_status(there, Status.FINISHED)
                if edit is not None:
                    edits.append(edit)
        return self._all_at_once(edits, 0, dry_run=dry_run)

    def _settle_all(
        self,
        decide: Callable[[Place], Decided | None],
        among: Collection[int] | None,
        *,
        finish: bool = False,
        dry_run: bool,
        progress: Progress | None,
    ) -> Done:
        edits, count, finished = [], 0, 0
        for some in self._some(among, progress if dry_run else _part(progress, 0)):
            for _, found, there in self._places_of(some):
                decided = [each for place in found if (each := decide(place)) is not None]
                edit = settling.settle(there, decided, by=self.session.annotator, verb=Verb.SETTLE_ALL)
                if edit is not None:
                    edits.append(edit)
                    count += len(decided)
                if finish and sum(place.waits for place in found) == len(decided):
                    after = there if edit is None else apply(edit, there)
                    last = corrections.set_status(after, Status.FINISHED)
                    if last is not None:
                        edits.append(last)
                        finished += 1
        done = self._all_at_once(edits, count, dry_run=dry_run, progress=_part(progress, 1))
        return done._replace(finished=finished)

    def _all_at_once(
        self, edits: Sequence[Edit], count: int, *, dry_run: bool, progress: Progress | None = None
    ) -> Done:
        articles = tuple(dict.fromkeys(edit.article for edit in edits))
        if dry_run or not edits:
            return Done(count, articles, None)
        layer = self._layer()  # made only now that there is something to write
        written = [replace(edit, annotator=layer) for edit in edits]
        return Done(count, articles, self.session.apply(written, progress=progress))


def _part(progress: Progress | None, before: int) -> Progress | None:
    """Return what tells of one of two parts of the work, after ``before`` others."""
    return None if progress is None else lambda at, of: progress(before * of + at, 2 * of)


def _is_free(place: Place, annotator: int | None = None) -> bool:
    """Tell whether a place may be settled in bulk: a person decided nothing there, or to follow that annotator."""
    if place.state is State.SETTLED:
        return False
    return all(
        each.choice is Choice.AGREED or (each.choice is Choice.TAKEN and each.taken_from == annotator)
        for each in place.settlements
    )
