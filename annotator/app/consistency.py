"""Where an annotator's work does not agree with itself, for the window and the command line alike.

`Consistency.refresh` looks through the articles that changed since and leaves what it finds in the project file, so
that `Consistency.found` reads counts alone. The first time it goes through all articles of the annotator.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.consistency import Inconsistency, Kind, Surfaces, in_order, loose_ends, of_texts
from annotator.core.occurrences import Surface, searched_words
from annotator.core.same_texts import SameWords, compare
from annotator.core.surface_watch import SurfaceWatch
from annotator.nlp import similarity
from annotator.store import consistency as stored
from annotator.store import counting
from annotator.store import occurrences as stored_occurrences
from annotator.store import same_texts as stored_texts
from annotator.store.database import MAX_INTEGER

if TYPE_CHECKING:
    from annotator.app.project import Project

Progress = Callable[[int, int], None]
"""Told how many of how many articles are looked through; it may raise to stop, what was found stays."""

FEW = 200
"""As many articles are looked through by the way, while somebody waits; more are work for the background."""

_AT_ONCE = 500
_FEW_SURFACES = 50
_VERY_NEAR = 0.8


class _Waiting(NamedTuple):
    """What is to be looked through.

    Attributes:
        added: surfaces that were not looked for before.
        removed: surfaces that are looked for no longer.
        articles: ids of the articles that changed, or may hold one of these surfaces.
    """

    added: Sequence[str]
    removed: Sequence[str]
    articles: Set[int]


class Consistency:
    """What one annotator, or the settled layer, treated in more than one way.

    Args:
        project: the project file.
        annotator: whose work.
    """

    def __init__(self, project: Project, annotator: int) -> None:
        self.project = project
        self.annotator = annotator
        self._watch = SurfaceWatch()
        self._surfaces: Surfaces | None = None
        self._waiting: _Waiting | None = None
        self._read_at: tuple[int, ...] = ()  # the file as it was when both were read

    @property
    def surfaces(self) -> Surfaces:
        """The surfaces of the annotator's spans, as they were counted last."""
        self._notice()
        if self._surfaces is None:
            self._surfaces = Surfaces(stored.drawn(self.project.database, self.annotator))
        return self._surfaces

    def _notice(self) -> None:
        """Forget what was read where the file may be another since."""
        stamp = self.project.database.stamp()
        if stamp != self._read_at:
            self._surfaces, self._waiting, self._read_at = None, None, stamp

    def much_waits(self) -> bool:
        """Tell whether more is to be looked through than can be while somebody waits."""
        database = self.project.database
        if counting.waiting(database, most=FEW + 1) > FEW:
            return True
        if stored_texts.known_state(database) != stored_texts.state(database):
            return stored_texts.state(database) != "0 None"
        return len(stored.unexamined(database, self.annotator)) > FEW or len(self._find_waiting().articles) > FEW

    def refresh(self, *, progress: Progress | None = None) -> None:
        """Look through what changed since.

        Args:
            progress: told how many articles of how many are looked through.
        """
        database, who = self.project.database, self.annotator
        counting.refresh(database)
        surfaces, (added, removed, articles) = self.surfaces, self._find_waiting()
        if articles:
            self._keep_watching(surfaces)
        order = sorted(articles)
        for at in range(0, len(order), _AT_ONCE):
            self._examine(order[at : at + _AT_ONCE])
            if progress is not None:
                progress(min(at + _AT_ONCE, len(order)), len(order))
        if added or removed:
            with database.transaction():
                stored.watch(database, who, added=added, removed=removed)
        self._find_same_texts()
        self._compare_texts()
        stamp = database.stamp()
        if stamp[1:] == self._read_at[1:]:  # what changed is what was entered here: the surfaces are the same
            self._surfaces, self._waiting, self._read_at = surfaces, None, stamp

    def found(
        self,
        *,
        kinds: Collection[Kind] = tuple(Kind),
        labels: Collection[str] = (),
        finished: bool = True,
        left: bool = False,
    ) -> list[Inconsistency]:
        """Return what is inconsistent, the most telling first.

        Args:
            kinds: which kinds.
            labels: ids of labels of which one has to be among the variants; none for all.
            finished: whether only finished articles count for what is bare, has other edges or stands twice.
            left: whether to return what a person left alone instead.
        """
        database, who = self.project.database, self.annotator
        surfaces = self.surfaces
        found: list[Inconsistency] = []
        if Kind.LABELS in kinds:
            found += surfaces.with_several_labels()
        if Kind.BARE in kinds:
            found += surfaces.bare(stored.bare(database, who, finished=finished))
        if Kind.BOUNDARIES in kinds:
            found += surfaces.with_other_edges(stored.shortened(database, who, finished=finished))
        if Kind.TEXTS in kinds and not labels:
            for each, title, other in stored_texts.differing(database, who, finished=finished):
                found.append(
                    of_texts(
                        (each.article, each.other),
                        (title, other),
                        agreeing=each.agreeing,
                        first=each.first,
                        second=each.second,
                        deviating=each.deviating,
                    )
                )
        alone = stored.left_alone(database)
        return in_order(
            each
            for each in found
            if ((each.kind.value, each.key) in alone) == left
            and (not labels or any(variant.label in labels for variant in each.variants))
        )

    def leave_alone(self, item: Inconsistency, *, by: int | None = None) -> None:
        """Remember in the project that something is as it should be.

        Args:
            item: what.
            by: id of the annotator who says so.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        with self.project.database.transaction():
            stored.leave_alone(self.project.database, item.kind, item.key, by=by, at=at)

    def take_up_again(self, item: Inconsistency) -> None:
        """Show again what was left alone."""
        with self.project.database.transaction():
            stored.take_up_again(self.project.database, item.kind, item.key)

    # Looking through articles

    def _find_waiting(self) -> _Waiting:
        """Find out what is to be looked through."""
        surfaces = self.surfaces
        if self._waiting is None:
            database, who = self.project.database, self.annotator
            known = stored.watched(database, who)
            added, removed = (
                [key for key in surfaces if key not in known],
                [key for key in known if key not in surfaces],
            )
            articles = set(stored.unexamined(database, who))
            if removed:
                articles |= stored.holding(database, who, removed)
            if len(added) > _FEW_SURFACES:
                articles.update(stored.annotated(database, who))
            elif added:
                articles |= stored.annotated_of(database, who, self._holding(surfaces, added))
            self._waiting = _Waiting(added, removed, articles)
        return self._waiting

    def _holding(self, surfaces: Surfaces, keys: Iterable[str]) -> set[int]:
        """Return which articles may hold one of some surfaces, whoever annotated them."""
        holding = set[int]()
        for key in keys:
            words = searched_words(Surface(surfaces.words(key)))
            if words:
                holding.update(stored_occurrences.find(self.project.database, words, after=0, most=MAX_INTEGER))
        return holding

    def _keep_watching(self, surfaces: Surfaces) -> None:
        for key in [key for key in self._watch if key not in surfaces]:
            self._watch.remove(key)
        for key in surfaces:
            if key not in self._watch:
                self._watch.add(key, surfaces.words(key))

    def _examine(self, articles: list[int]) -> None:
        database, who = self.project.database, self.annotator
        found: list[stored.LooseCount] = []
        for each in stored.read(database, who, articles):
            here = self._watch.find(each.text, each.grid)
            counts = Counter(
                (
                    loose.surface,
                    "" if loose.inside is None else " ".join(each.text[loose.inside[0] : loose.inside[1]].split()),
                    "" if loose.inside is None else loose.inside[2],
                )
                for loose in loose_ends(here, each.spans, each.rejected)
            )
            found += (stored.LooseCount(*key, each.article, each.finished, times) for key, times in counts.items())
        with database.transaction():
            stored.forget(database, who, articles)
            stored.enter(database, who, found)

    # The same text twice

    def _find_same_texts(self) -> None:
        from annotator.app.near_duplicates import signatures

        database = self.project.database
        state = stored_texts.state(database)
        if state == stored_texts.known_state(database):
            return
        ids, signed = signatures(self.project)
        near = [
            (min(ids[one], ids[two]), max(ids[one], ids[two]))
            for one, two, likeness in similarity.near_pairs(signed)
            if likeness >= _VERY_NEAR
        ]
        with database.transaction():
            stored_texts.replace(database, near, state=state)

    def _compare_texts(self) -> None:
        database, who = self.project.database, self.annotator
        waiting = stored_texts.uncompared(database, who)
        for at in range(0, len(waiting), _AT_ONCE):
            compared = [self._compare(*pair) for pair in waiting[at : at + _AT_ONCE]]
            with database.transaction():
                stored_texts.enter(database, who, (each for each in compared if each is not None))

    def _compare(self, article: int, other: int) -> stored_texts.Compared | None:
        both = {each.article: each for each in stored.read(self.project.database, self.annotator, (article, other))}
        if len(both) < 2:
            return None
        one, two = both[article], both[other]
        found = compare(SameWords(one.text, two.text), one.spans, two.spans)
        return stored_texts.Compared(
            article,
            other,
            one.finished and two.finished,
            found.agreeing,
            sum(each.first is not None for each in found.differences),
            sum(each.second is not None for each in found.differences),
            len(found.differences),
        )
