"""Which articles a split keeps on one side: near-duplicates, and articles that tell the same story."""

from __future__ import annotations

import sys
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.app.near_duplicates import known_signatures, signatures
from annotator.app.titles import first_line
from annotator.core.errors import UserError
from annotator.store import signatures as stored_signatures

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.store.exports import Origin

_BEGINNING = 400  # characters of a text; its first line, as long as a title may be, lies in there


class Families:
    """Articles put together two by two; whoever is with one of them is with all of them.

    Each family goes by its earliest article, so that the name stays when others join.
    """

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def of(self, article: int) -> int:
        """Return the earliest article of the family that an article is in."""
        above = self._above
        found = article
        while (higher := above.get(found, found)) != found:
            found = higher
        while article != found:
            above[article], article = found, above[article]
        return found

    def join(self, one: int, two: int) -> None:
        """Put two articles, and all that are with them, together."""
        first, second = sorted((self.of(one), self.of(two)))
        if first != second:
            self._above[second] = first

    def join_alike(self, keys: Iterable[tuple[int, str]]) -> None:
        """Put articles with the same key together; an empty key is like no other."""
        met: dict[str, int] = {}
        for article, key in keys:
            if key:
                self.join(met.setdefault(key, article), article)


@dataclass(frozen=True, slots=True)
class Kinship:
    """Which articles of a project belong together.

    Attributes:
        families: near-duplicates, and articles with the same headline.
        pairs: ids of articles that are nearly the same or tell the same story in part in the same words.
    """

    families: Families
    pairs: tuple[tuple[int, int], ...]


def sign(project: Project, *, told: Callable[[], None] = lambda: None) -> None:
    """Store the signatures of texts that have none yet, so that `kinship` need not compute them; not in a transaction.

    Args:
        project: where the texts are.
        told: called now and then; may raise to stop.
    """
    from annotator.nlp.similarity import VERSION

    with suppress(UserError):  # a project that cannot be written is exported all the same
        if stored_signatures.missing(project.database, version=VERSION):
            signatures(project, progress=lambda _done, _of: told())


def kinship(project: Project, origins: Mapping[int, Origin], *, told: Callable[[], None] = lambda: None) -> Kinship:
    """Find out which articles of a project belong together, whether or not they are exported today.

    Args:
        project: where they are.
        origins: where every article came from, by id.
        told: called now and then; may raise to stop.
    """
    from annotator.nlp.similarity import SAME_STORY, near_pairs

    families = Families()
    told()
    ids, made = _signatures(project)
    told()
    pairs = tuple((ids[one], ids[two]) for one, two, _ in near_pairs(made, at_least=SAME_STORY))
    for one, two in pairs:
        families.join(one, two)
    families.join_alike(_headlines(project, origins))
    told()
    return Kinship(families, pairs)


def _signatures(project: Project) -> tuple[Sequence[int], bytes | bytearray]:
    """Return the ids of all articles and their signatures, one after the other."""
    from annotator.nlp.similarity import VERSION

    if stored_signatures.missing(project.database, version=VERSION):
        known, made = known_signatures(project, most=sys.maxsize) or ([], [])
        return known, b"".join(made)
    ids, packed = array("q"), bytearray()
    for id, signature in stored_signatures.load(project.database, version=VERSION):
        ids.append(id)
        packed += signature
    return ids, packed


def _headlines(project: Project, origins: Mapping[int, Origin]) -> Iterable[tuple[int, str]]:
    """Yield the headline of every article that has one in common with another: not what its text begins with."""
    by_title: dict[str, list[int]] = {}
    for each in origins.values():
        by_title.setdefault(plain(each.title), []).append(each.article)
    for title, articles in by_title.items():
        if title and len(articles) > 1:
            for article, beginning in project.beginnings(articles, length=_BEGINNING).items():
                if first_line(beginning) != origins[article].title:
                    yield article, title


def plain(words: str) -> str:
    """Return words without accents, case and marks, one blank between them."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", words) if not unicodedata.combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in bare.casefold()).split())
