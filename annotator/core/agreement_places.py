"""Every place at which one of two annotators drew something, held in thirty bytes each.

So each number knows its places and articles, also where a million spans were compared.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from annotator.core.agreement import Difference, Labelled, Pair
from annotator.core.boundaries import Edge, edges

_KINDS = tuple(Difference)
_PLACE = {kind: place for place, kind in enumerate(_KINDS)}
_NOTHING = (-1, -1)


class Place(NamedTuple):
    """What two annotators drew at one place of an article.

    Attributes:
        article: id of the article.
        pair: the two spans, of which one may be missing.
    """

    article: int
    pair: Pair


class Places(Sequence[Place]):
    """Places by article and in text order; once made, they are only read."""

    def __init__(self) -> None:
        self._articles = array("q")
        self._kinds = array("B")
        self._extents = array("i")  # four for each place: start and end of the first and of the second, or -1
        self._labels = array("H")  # two for each place
        self._ids = [""]  # label ids by number; 0 is none
        self._numbers = {"": 0}

    def extend(self, article: int, pairs: Iterable[Pair]) -> None:
        """Add the places of one article."""
        for kind, first, second in pairs:
            self._articles.append(article)
            self._kinds.append(_PLACE[kind])
            for span in (first, second):
                self._extents.extend(_NOTHING if span is None else span[:2])
                self._labels.append(0 if span is None else self._number(span[2]))

    def _number(self, label: str) -> int:
        if label not in self._numbers:
            self._numbers[label] = len(self._ids)
            self._ids.append(label)
        return self._numbers[label]

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, index: int) -> Place: ...

    @overload
    def __getitem__(self, index: slice) -> list[Place]: ...

    def __getitem__(self, index: int | slice) -> Place | list[Place]:
        """Return a place, or some of them."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        kind = _KINDS[self._kinds[at]]
        return Place(self._articles[at], Pair(kind, self._span(2 * at), self._span(2 * at + 1)))

    def _span(self, at: int) -> Labelled | None:
        if not self._labels[at]:
            return None
        return self._extents[2 * at], self._extents[2 * at + 1], self._ids[self._labels[at]]

    def where(
        self,
        kinds: Collection[Difference] | None = None,
        *,
        label: str | None = None,
        labels: tuple[str, str] | None = None,
        edge: Edge | None = None,
    ) -> Sequence[int]:
        """Return the indices of the places for which everything asked holds.

        Args:
            kinds: the difference is one of these; `DIFFERENCES` for all places at which there is any.
            label: one of the two spans has this label.
            labels: the first has the one and the second the other; ``""`` where there is no span.
            edge: the edges differ in this way.
        """
        found: Iterable[int] = range(len(self))
        if kinds is not None:
            wanted = {_PLACE[kind] for kind in kinds}
            found = (at for at in found if self._kinds[at] in wanted)
        if label is not None:
            number = self._numbers.get(label, -1)
            found = (at for at, both in self._both(found) if number in both)
        if labels is not None:
            numbers = tuple(self._numbers.get(each, -1) for each in labels)
            found = (at for at, both in self._both(found) if both == numbers)
        if edge is not None:
            found = (at for at in found if edge in {each for each, _, _ in edges(self[at].pair)})
        return array("I", found)

    def _both(self, places: Iterable[int]) -> Iterator[tuple[int, tuple[int, int]]]:
        return ((at, (self._labels[2 * at], self._labels[2 * at + 1])) for at in places)

    def articles(self, places: Iterable[int] | None = None) -> tuple[int, ...]:
        """Return the ids of the articles of some places, or of all, each once and in order."""
        ids = self._articles if places is None else (self._articles[at] for at in places)
        return tuple(dict.fromkeys(ids))


DIFFERENCES = frozenset(Difference) - {Difference.NONE}
"""All kinds of difference."""
