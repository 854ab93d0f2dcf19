"""The marks on the screen in text order: found by place, counted per change. Pure Python: no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, overload

from annotator.core.annotation import Mark


class Replaced(NamedTuple):
    """Which rows of a list of marks became others.

    Attributes:
        first: the first row that differs.
        removed: how many rows from there on are gone.
        added: how many rows stand there instead.
    """

    first: int
    removed: int
    added: int


class ShownMarks(Sequence[Mark]):
    """Marks in text order that do not overlap, as `annotator.core.annotation.marks` returns them."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []
        self._counts: Counter[str] = Counter()
        self._pending = 0

    def replace(self, marks: list[Mark]) -> Replaced:
        """Hold other marks, and tell which rows differ from those before."""
        before, self._marks = self._marks, marks
        replaced = difference(before, marks)
        first = replaced.first
        self._count(before[first : first + replaced.removed], -1)
        self._count(marks[first : first + replaced.added], 1)
        return replaced

    def _count(self, marks: Sequence[Mark], by: int) -> None:
        for label, count in Counter(mark.label for mark in marks).items():
            self._counts[label] += by * count
        self._pending += by * sum(mark.suggestion is not None for mark in marks)

    def __len__(self) -> int:
        return len(self._marks)

    @overload
    def __getitem__(self, row: int) -> Mark: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Mark]: ...
    def __getitem__(self, row: int | slice) -> Mark | Sequence[Mark]:
        return self._marks[row]

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many marks there are by label id."""
        return self._counts

    @property
    def pending(self) -> int:
        """How many of them are suggestions."""
        return self._pending

    def row_of(self, mark: Mark | None) -> int | None:
        """Return the row of a mark, by its key, or None where it is not among them."""
        if mark is None:
            return None
        row = bisect_left(self._marks, mark.start, key=_start)
        return row if row < len(self._marks) and self._marks[row].key == mark.key else None

    def first_over(self, start: int, end: int) -> Mark | None:
        """Return the first mark that shares a code point with ``start`` to ``end``."""
        row = bisect_right(self._marks, start, key=_end)
        return self._marks[row] if row < len(self._marks) and self._marks[row].start < end else None

    def from_point(self, point: int) -> Iterator[Mark]:
        """Yield the marks that start at a code point or after it."""
        for row in range(bisect_left(self._marks, point, key=_start), len(self._marks)):
            yield self._marks[row]

    def pending_from(self, row: int | None, *, by: int) -> Mark | None:
        """Return the next suggestion after a row (``by=1``) or before it (``by=-1``), going around the end.

        Args:
            row: where to begin; None begins before the first or after the last. It comes last itself.
            by: the direction.
        """
        if not self._pending:
            return None
        start = row if row is not None else (-1 if by > 0 else len(self._marks))
        rows = range(start + by, start + by * (len(self._marks) + 1), by)
        return next(mark for at in rows if (mark := self._marks[at % len(self._marks)]).suggestion is not None)


def difference(before: Sequence[Mark], after: Sequence[Mark]) -> Replaced:
    """Return the shortest run of rows whose replacement makes ``before`` into ``after``.

    Equal runs are compared as slices, which costs next to nothing where they hold the same objects.
    """
    shorter = min(len(before), len(after))
    first = _longest(shorter, lambda length: before[:length] == after[:length])
    rest = shorter - first
    same_end = _longest(rest, lambda length: before[len(before) - length :] == after[len(after) - length :])
    return Replaced(first, len(before) - first - same_end, len(after) - first - same_end)


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """Return the greatest length up to ``most`` for which ``holds``, which holds for every shorter one as well."""
    return bisect_left(range(1, most + 1), True, key=lambda length: not holds(length))


def _start(mark: Mark) -> int:
    return mark.start


def _end(mark: Mark) -> int:
    return mark.end
