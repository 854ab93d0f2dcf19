"""An article: an immutable text with its token grid and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.core.annotation import Status
from annotator.core.tokens import TokenGrid


@dataclass(frozen=True, slots=True)
class Article:
    """An immutable text with what is known about it.

    Attributes:
        id: row id in the project.
        title: headline, or the first line of the text.
        source: where it came from.
        text: the stored text; every offset counts its code points.
        grid: where its tokens start and end.
        date: ISO 8601, where known.
        meta: as imported.
    """

    id: int
    title: str
    source: str
    text: str
    grid: TokenGrid
    date: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)


class ArticleSummary(NamedTuple):
    """One row of the article list, as one annotator sees it.

    Attributes:
        id: row id in the project.
        title: headline, or the first line of the text.
        source: where it came from.
        date: ISO 8601, where known.
        length: of its text, in code points.
        status: how far the annotator is with it.
        suggested: how many suggestions it has that a pipeline still makes.
        undecided: how many of them the annotator has still to decide.
        flagged: whether the annotator flagged it.
        note: the annotator's remark on it.
        changed_at: when the annotator changed something last, ISO 8601 in UTC.
    """

    id: int
    title: str
    source: str
    date: str | None
    length: int
    status: Status
    suggested: int = 0
    undecided: int = 0
    flagged: bool = False
    note: str | None = None
    changed_at: str | None = None
