"""The suggestions of the open article: those undecided in memory, the others read when somebody asks for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from annotator.core.suggestions import Suggestion, SuggestionsByPlace
from annotator.store import suggestions as stored
from annotator.store.database import Database

_FEW = 50  # up to so many are looked up one by one; beyond, all are read

_place = attrgetter("start", "id")
_start = attrgetter("start")


class ArticleSuggestions(SuggestionsByPlace):
    """The suggestions of one article, as one annotator at work on it needs them.

    What is shown, and what most edits ask for, are the suggestions still undecided. The decided ones of an article
    worked through are many, and asked for one at a time.

    Args:
        database: the project file, which must stay open.
        article: id of the article.
        annotator: id of the annotator.
    """

    def __init__(self, database: Database, article: int, annotator: int) -> None:
        self._database = database
        self._article = article
        self._annotator = annotator
        self._stamp = stored.stamp(database, article)
        self._open = stored.undecided(database, article, annotator)
        self._known = {each.id: each for each in self._open}
        self._whole: dict[int, Suggestion] | None = None
        self._longest: int | None = None

    def is_current(self) -> bool:
        """Tell whether the suggestions in the file are still those that were there at first."""
        return stored.stamp(self._database, self._article) == self._stamp

    def undecided(self) -> list[Suggestion]:
        """Return, in text order, every suggestion that may be pending: none other is, but some may be decided."""
        return self._open

    def reopen(self, ids: Iterable[int]) -> None:
        """Take note that decisions on suggestions were taken back."""
        missing = {id for id in ids if id not in self._known}
        if len(missing) > _FEW:
            found = [each for id, each in self._all().items() if id in missing]
        else:
            found = [each for id in missing if (each := self.get(id)) is not None]
        if found:
            self._known |= {each.id: each for each in found}
            self._open = sorted([*self._open, *found], key=_place)

    def near(self, start: int, end: int) -> list[Suggestion]:
        """Return the suggestions that share a code point with ``start`` to ``end``, in text order."""
        if self._longest is None:  # of those in memory too, which another window may have replaced in the file
            longest = max((each.end - each.start for each in self._open), default=0)
            self._longest = max(longest, stored.longest(self._database, self._article))
        first = bisect_right(self._open, start - self._longest, key=_start)
        stop = bisect_left(self._open, end, key=_start)
        found = [each for each in self._open[first:stop] if each.end > start]
        decided = stored.decided_near(self._database, self._article, self._annotator, start, end, longest=self._longest)
        found += [each for each in decided if each.id not in self._known]
        found.sort(key=_place)
        return found

    def _all(self) -> dict[int, Suggestion]:
        if self._whole is None:
            self._whole = stored.load(self._database, self._article) | self._known
        return self._whole

    def __getitem__(self, id: int) -> Suggestion:
        if self._whole is not None:
            return self._whole[id]
        found = self._known.get(id) or stored.find(self._database, self._article, id)
        if found is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[int]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())
