"""What sharing is asked for, as the window hands it to the process that does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from annotator.core.annotation import Status
from annotator.core.listing import ArticleQuery


@dataclass(frozen=True, slots=True)
class ShareOptions:
    """The arguments of `annotator.app.sharing.share`.

    Attributes:
        annotators: the names.
        percent: how many articles of a hundred go to two.
        into: the folder for the files; None for that of the project.
        articles: ids of the articles that are given out; None for all.
        status: only articles in this status, for `whose`; None for any.
        whose: id of the annotator whose statuses count.
        again: deal anew what was given out before.
    """

    annotators: tuple[str, ...]
    percent: int = 0
    into: Path | None = None
    articles: tuple[int, ...] | None = None
    status: Status | None = None
    whose: int = 0
    again: bool = False

    @property
    def overlap(self) -> Fraction:
        """Which share goes to two, from 0 to 1."""
        return Fraction(self.percent, 100)

    @property
    def query(self) -> ArticleQuery:
        """Which articles are given out."""
        return ArticleQuery(
            statuses=frozenset() if self.status is None else frozenset({self.status}),
            among=None if self.articles is None else frozenset(self.articles),
        )

    def to_json(self) -> dict[str, Any]:
        """Return it as an object, its names those of the attributes."""
        return {
            "annotators": list(self.annotators),
            "percent": self.percent,
            "into": None if self.into is None else str(self.into),
            "articles": None if self.articles is None else list(self.articles),
            "status": None if self.status is None else self.status.value,
            "whose": self.whose,
            "again": self.again,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> ShareOptions:
        """Read what `to_json` wrote."""
        return cls(
            tuple(kept["annotators"]),
            kept["percent"],
            None if kept["into"] is None else Path(kept["into"]),
            None if kept["articles"] is None else tuple(kept["articles"]),
            None if kept["status"] is None else Status(kept["status"]),
            kept["whose"],
            kept["again"],
        )
