"""On which side of a split each article falls, so that nothing that belongs together is ever on two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import groupby

from annotator.app.export_options import ExportOptions, SplitBy
from annotator.app.keeping_together import Kinship, plain
from annotator.store.exports import Origin

TRAIN, DEV, TEST = "train", "dev", "test"

_HASH_DIGITS = 13
_HASH_RANGE = 2**52  # of so many hexadecimal digits; a float holds it exactly


@dataclass(frozen=True, slots=True)
class Sides:
    """Where the articles of an export fall.

    Attributes:
        of: the side of each article by id: ``train``, ``dev`` or ``test``; with folds ``test`` or the name of the fold
            in which it is for development, ``fold-1`` and so on, being for training in all others.
        folds: how many folds there are; 0 where there is one split.
        tested: whether there is a side for testing.
        groups: ids of the articles kept on one side together, of each group with more than one in the export.
        undated: how many articles have no date, where the date decides.
        pairs: how many pairs of articles in the export tell the same story in partly the same words.
        leaks: how many of those pairs are on two sides.
    """

    of: Mapping[int, str]
    folds: int
    tested: bool
    groups: tuple[tuple[int, ...], ...]
    undated: int
    pairs: int
    leaks: int

    @property
    def names(self) -> tuple[str, ...]:
        """The sides there are, whether or not anything fell on them; ``test`` where anything did."""
        first = tuple(fold_name(each) for each in range(self.folds)) if self.folds else (TRAIN, DEV)
        return (*first, TEST) if self.tested else first

    def counts(self) -> dict[str, int]:
        """Return how many articles there are on each side."""
        counted = Counter(self.of.values())
        return {name: counted[name] for name in self.names}


def fold_name(index: int) -> str:
    """Return the name of a fold, counted from 0."""
    return f"fold-{index + 1}"


def decide(articles: Collection[int], origins: Mapping[int, Origin], kinship: Kinship, options: ExportOptions) -> Sides:
    """Decide on which side each article falls.

    Args:
        articles: ids of those to export.
        origins: where every article of the project came from, by id.
        kinship: which of the project belong together.
        options: the shares, and what decides.
    """
    families = kinship.families
    if options.split_by is SplitBy.SOURCE:
        families.join_alike((each.article, plain(each.source)) for each in origins.values())
    groups: dict[int, list[int]] = {}
    for article in sorted(articles):
        groups.setdefault(families.of(article), []).append(article)
    if options.split_by is SplitBy.DATE:
        of = dict(_by_date(list(groups.values()), origins, options))
    else:
        of = {
            article: _side_of(_number(origins[first], options.split_by), options)
            for first, group in groups.items()
            for article in group
        }
    inside = [(one, two) for one, two in kinship.pairs if one in of and two in of]
    return Sides(
        of=of,
        folds=options.folds,
        tested=options.test > 0,
        groups=tuple(tuple(group) for group in groups.values() if len(group) > 1),
        undated=sum(not _day(origins[each]) for each in articles) if options.split_by is SplitBy.DATE else 0,
        pairs=len(inside),
        leaks=sum(of[one] != of[two] for one, two in inside),
    )


def _number(origin: Origin, by: SplitBy) -> int:
    """Return what decides on the side of a group, from 0 to 2 ** 52: of the text or source of its earliest article."""
    if by is SplitBy.SOURCE:
        return int(sha256(plain(origin.source).encode()).hexdigest()[:_HASH_DIGITS], 16)
    return origin.number


def _side_of(number: int, options: ExportOptions) -> str:
    # Testing takes from the top and development from the bottom: another share of one moves nothing in the other.
    if number >= (1 - options.test) * _HASH_RANGE:
        return TEST
    if options.folds:
        return fold_name(number % options.folds)
    return DEV if number < options.dev * _HASH_RANGE else TRAIN


def _by_date(
    groups: Sequence[Sequence[int]], origins: Mapping[int, Origin], options: ExportOptions
) -> Iterator[tuple[int, str]]:
    """Yield the side of each article: the latest for testing, those before for development.

    A group is as late as its latest article. Groups of one day are on one side; those without a date come before all,
    but for folds, among which their texts decide.
    """
    dated = sorted(((max(_day(origins[each]) for each in group), group) for group in groups), key=lambda each: each[0])
    if options.folds:
        for _, group in (each for each in dated if not each[0]):
            name = fold_name(_number(origins[group[0]], SplitBy.TEXT) % options.folds)
            yield from ((article, name) for article in group)
        dated = [each for each in dated if each[0]]
    days = [[article for _, group in run for article in group] for _, run in groupby(dated, key=lambda each: each[0])]
    count = sum(map(len, days))
    for_test, days = _latest(days, options.test * count)
    yield from ((article, TEST) for article in for_test)
    if options.folds:
        count = sum(map(len, days))
        before = 0
        for day in days:
            fold = min(options.folds - 1, int(options.folds * (before + len(day) / 2) / count))
            yield from ((article, fold_name(fold)) for article in day)
            before += len(day)
        return
    for_dev, days = _latest(days, options.dev * count)
    yield from ((article, DEV) for article in for_dev)
    yield from ((article, TRAIN) for day in days for article in day)


def _latest(days: list[list[int]], wanted: float) -> tuple[list[int], list[list[int]]]:
    """Return the articles of the latest days, as near to a number as whole days come, and the days before."""
    taken: list[int] = []
    left = list(days)
    while left and len(taken) + len(left[-1]) / 2 <= wanted:
        taken += left.pop()
    return taken, left


def _day(origin: Origin) -> str:
    if not origin.date:
        return ""
    try:
        return datetime.fromisoformat(origin.date).date().isoformat()
    except ValueError:
        return origin.date[:10]  # a year or a month
