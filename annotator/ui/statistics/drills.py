"""What the link of a number leads to: articles in the list, or a place in one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from annotator.core.listing import ArticleQuery

Wanted = ArticleQuery | Collection[int]


class Articles(NamedTuple):
    """The articles behind a number.

    Attributes:
        wanted: their ids, or a query; or what returns either when the link is followed, where they are many.
        words: why these, for the chip over the list: ``"arme : Caesar"``.
    """

    wanted: Wanted | Callable[[], Wanted]
    words: str

    def found(self) -> Wanted:
        """Return ids or a query."""
        return self.wanted() if callable(self.wanted) else self.wanted


class Place(NamedTuple):
    """A place in an article.

    Attributes:
        article: its id.
        start: the code point at which it starts.
        end: the code point just after it.
    """

    article: int
    start: int
    end: int


Drill = Articles | Place | Callable[[], object]
"""Where a link leads, or what it does."""
