"""Which articles a list shows, and in which order: window, terminal and export ask the same question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize

from annotator.core.annotation import Status
from annotator.core.wording import Wording


class Sort(StrEnum):
    """The order of a list of articles; articles that are alike in it stay in the order of import."""

    IMPORT = "import"
    TITLE = "title"
    DATE = "date"
    SOURCE = "source"
    UNDECIDED = "undecided"
    DOUBTFUL = "doubtful"
    CHANGED = "changed"

    @property
    def wording(self) -> Wording:
        """What the order is called."""
        return _SORTS[self]


_SORTS = {
    Sort.IMPORT: Wording("order of import", "ordre d'import"),
    Sort.TITLE: Wording("title", "titre"),
    Sort.DATE: Wording("latest first", "les plus récents d'abord"),
    Sort.SOURCE: Wording("source", "source"),
    Sort.UNDECIDED: Wording("most to decide first", "le plus à décider d'abord"),
    Sort.DOUBTFUL: Wording("most doubtful first", "les plus douteux d'abord"),
    Sort.CHANGED: Wording("last worked on first", "derniers travaillés d'abord"),
}
_FROM_THE_TOP = frozenset({Sort.DATE, Sort.UNDECIDED, Sort.DOUBTFUL, Sort.CHANGED})


class ArticleQuery(NamedTuple):
    """What somebody wants to see of the articles of a project. Every condition given has to hold.

    What an annotator did (status, labels, undecided, flag, note, trash) is that of the annotator who asks.

    Attributes:
        words: what title or text must hold, see `search_terms`.
        statuses: the annotator's status is one of these; none means any.
        labels: ids of labels of which the annotator has a span in the article.
        without: ids of labels of which the annotator has none.
        undecided: whether suggestions are undecided, or None for either.
        flagged: whether the annotator flagged it, or None for either.
        noted: whether the annotator wrote a note on it or on one of its spans, or None for either.
        source: part of the source, without regard to the case of ASCII letters.
        since: the first date, ISO 8601; a year or a month means its beginning.
        until: the last date, ISO 8601; a year or a month means its end.
        finished_by: ids of annotators of whom one has finished the article; none means that it does not matter.
        among: ids of articles, of which it is one, such as those that an export leaves out; None for all.
        trashed: what lies in the annotator's trash, instead of what does not.
        sort: the order.
        reverse: the other way round.
    """

    words: str = ""
    statuses: frozenset[Status] = frozenset()
    labels: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    undecided: bool | None = None
    flagged: bool | None = None
    noted: bool | None = None
    source: str = ""
    since: str = ""
    until: str = ""
    finished_by: frozenset[int] = frozenset()
    among: frozenset[int] | None = None
    trashed: bool = False
    sort: Sort = Sort.IMPORT
    reverse: bool = False

    @property
    def filters(self) -> bool:
        """Whether it leaves any article out that is not in the trash."""
        return self.cleared() != self._replace(words=" ".join(search_terms(self.words)))

    def cleared(self) -> ArticleQuery:
        """Return the query for everything, in the same order."""
        return ArticleQuery(sort=self.sort, reverse=self.reverse)


_QUOTED_OR_WORD = re.compile(r'"([^"]*)"?|«([^»]*)»?|“([^”]*)”?|([^\s"«“]+)')


def search_terms(words: str) -> list[str]:
    """Return what `ArticleQuery.words` asks for: words and quoted phrases, each as it was written.

    An article fits that holds all of them, whatever their accents and their case. What holds neither letter nor
    figure asks for nothing.
    """
    found = ("".join(match.groups(default="")) for match in _QUOTED_OR_WORD.finditer(words.replace("\0", " ")))
    return [term.strip() for term in found if any(character.isalnum() for character in term)]


def spellings(term: str) -> tuple[str, ...]:
    """Return how else a term may be written: «manœuvre» as «manoeuvre» and the other way round."""
    found = [term]
    for joined, apart in (("œ", "oe"), ("æ", "ae")):
        found += [each.replace(joined, apart).replace(joined.upper(), apart) for each in found]
        found += [re.sub(apart, joined, each, flags=re.IGNORECASE) for each in found]
    return tuple(dict.fromkeys(found))


def asks_beginning(words: str) -> bool:
    """Tell whether the last of the words may be the beginning of a longer one, as while somebody is typing it."""
    return words[-1:].isalnum() and bool(search_terms(words))


def is_date(text: str) -> bool:
    """Tell whether a text is a year, a month or a day in ISO 8601: ``2022``, ``2022-02`` or ``2022-02-24``."""
    return _DATE.fullmatch(text) is not None


_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


def in_order(ids: Sequence[int], keys: Sequence[int | str], query: ArticleQuery) -> list[int]:
    """Put articles into the order a query asks for.

    Args:
        ids: ids of articles, in the order of import.
        keys: what each of them is sorted by: its title or source, or what `as_sorted` made of it, or a number that
            rises with that; its date or time of change; a number that is the higher the more there is to decide;
            anything where the order is that of import.
        query: the order.
    """
    if query.sort is Sort.IMPORT:
        return list(ids)[:: -1 if query.reverse else 1]
    if query.sort in (Sort.TITLE, Sort.SOURCE) and keys and isinstance(keys[0], str):
        keys = as_sorted([str(key) for key in keys])
    order = sorted(range(len(ids)), key=keys.__getitem__, reverse=query.reverse is not (query.sort in _FROM_THE_TOP))
    return [ids[place] for place in order]


_MARKS = re.compile(r"[\u0300-\u036f]+")
_HEAD_OR_LINE = re.compile(r"^[^\w\n]+|:\d+$", re.MULTILINE)


def as_sorted(texts: Sequence[str]) -> list[str]:
    """Return titles or sources as they are compared, each for each.

    As in a French dictionary, accents and what stands before the first letter do not count; nor do the numbers of
    lines, so that the articles of one file stay in their order.
    """
    # All at once: to call four functions for each of 100,000 titles takes longer than what they do.
    whole = normalize("NFD", "\n".join(text.replace("\n", " ") for text in texts)).casefold().replace("’", "'")
    return _HEAD_OR_LINE.sub("", _MARKS.sub("", whole)).split("\n") if texts else []
