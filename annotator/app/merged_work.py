"""Who changed how much by a merge, and by which of the copies: counted while it goes on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.edits import Change, DecisionChange, Edit, SpanChange
from annotator.core.merge_report import MergedCopy, MergedWork


@dataclass(slots=True)
class _Work:
    """What changed of one annotator's work so far."""

    articles: list[int] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, article: int, changes: Sequence[Change]) -> None:
        self.articles.append(article)
        for change in changes:
            match change:
                case SpanChange(None, _):
                    self.counts["added"] += 1
                case SpanChange(_, None):
                    self.counts["removed"] += 1
                case SpanChange():
                    self.counts["changed"] += 1
                case DecisionChange():
                    self.counts["decisions"] += 1
                case _:
                    self.counts["others"] += 1


class Tally:
    """Counts what a merge of some copies changes.

    Args:
        copies: how many there are.
    """

    def __init__(self, copies: int) -> None:
        self._all: defaultdict[int, _Work] = defaultdict(_Work)
        self._by_copy: list[defaultdict[int, _Work]] = [defaultdict(_Work) for _ in range(copies)]
        self._articles = [0] * copies
        self._new = [0] * copies
        self._edits = [0] * copies

    @property
    def annotators(self) -> set[int]:
        """Ids of those whose work changed."""
        return set(self._all)

    def add_articles(self, copy: int, count: int, *, new: int) -> None:
        """Count articles of a copy, and those of them that come in with it."""
        self._articles[copy] += count
        self._new[copy] += new

    def add_row(self, copies: Iterable[int]) -> None:
        """Count an edit in the logs of these copies that the project did not have."""
        for copy in copies:
            self._edits[copy] += 1

    def add(self, edit: Edit, copies: Iterable[int]) -> None:
        """Count an edit that the merge makes of what these copies brought."""
        self._all[edit.annotator].add(edit.article, edit.changes)
        for copy in copies:
            self._by_copy[copy][edit.annotator].add(edit.article, edit.changes)

    def work(self, names: Mapping[int, str]) -> tuple[MergedWork, ...]:
        """Return what changed, by annotator, with their names."""
        return _told(self._all, names)

    def by_copy(self, names: Mapping[int, str], sources: Sequence[str]) -> tuple[MergedCopy, ...]:
        """Return what each of the copies brought, with the names of the files."""
        counted = zip(sources, self._articles, self._new, self._edits, self._by_copy, strict=True)
        return tuple(
            MergedCopy(source, articles, new, edits, _told(works, names))
            for source, articles, new, edits, works in counted
        )


def _told(works: Mapping[int, _Work], names: Mapping[int, str]) -> tuple[MergedWork, ...]:
    return tuple(
        MergedWork(
            names[annotator],
            tuple(sorted(work.articles)),
            *(work.counts[what] for what in ("added", "changed", "removed", "decisions", "others")),
        )
        for annotator, work in sorted(works.items())
    )
