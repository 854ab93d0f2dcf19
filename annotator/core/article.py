"""An article: an immutable text with its token grid and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

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


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One row of the article list, as one annotator sees it."""

    id: int
    title: str
    source: str
    date: str | None
    length: int
    status: Status
