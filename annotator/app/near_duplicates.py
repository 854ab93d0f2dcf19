"""Articles of a project that are nearly the same: their signatures, made where they are missing and kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.app.import_report import NearDuplicate
from annotator.nlp import similarity
from annotator.store import articles as stored_articles
from annotator.store import signatures as stored_signatures

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.store.staging import Staging

_BATCH = 500


def signatures(
    project: Project, *, progress: Callable[[int, int], None] | None = None
) -> tuple[list[int], list[bytes]]:
    """Return the ids of all articles and their signatures, side by side, in the order of import.

    What is missing is computed (a fifth of a millisecond for an article of 3,000 characters) and stored, some hundred
    in a transaction.

    Args:
        project: the project.
        progress: told how many of how many missing ones are done; it may raise to stop, what is stored stays.

    Raises:
        UserError: the project cannot be written.
    """
    database = project.database
    wanted = stored_signatures.missing(database, version=similarity.VERSION)
    for at in range(0, len(wanted), _BATCH):
        made = [
            (id, similarity.signature(text))
            for id, text in list(stored_articles.texts(database, wanted[at : at + _BATCH]))
        ]
        with database.transaction():
            stored_signatures.save(database, made, version=similarity.VERSION)
        if progress is not None:
            progress(min(at + _BATCH, len(wanted)), len(wanted))
    found = list(stored_signatures.load(database, version=similarity.VERSION))
    return [id for id, _ in found], [signature for _, signature in found]


@dataclass(frozen=True, slots=True)
class Known:
    """The signatures of the articles that are there.

    Attributes:
        ids: of the articles.
        signatures: theirs.
        made: ``(id, signature)`` of those that were missing and are not stored yet.
    """

    ids: list[int]
    signatures: list[bytes]
    made: list[tuple[int, bytes]]


def known_signatures(project: Project, *, most: int) -> tuple[list[int], list[bytes]] | None:
    """Return what `signatures` returns, and store nothing; None where more than ``most`` are missing."""
    known = compute_missing(project, most=most)
    return None if known is None else (known.ids, known.signatures)


def compute_missing(
    project: Project, *, most: int | None = None, progress: Callable[[], None] | None = None
) -> Known | None:
    """Return the signatures of all articles, those that are missing computed and not stored.

    Args:
        project: the project.
        most: where more than so many are missing, None is returned instead; None for however many.
        progress: called now and then; it may raise to stop.
    """
    database = project.database
    wanted = stored_signatures.missing(database, version=similarity.VERSION)
    if most is not None and len(wanted) > most:
        return None
    ids, found = [], []
    for id, signature in stored_signatures.load(database, version=similarity.VERSION):
        ids.append(id)
        found.append(signature)
    made = []
    for id, text in stored_articles.texts(database, wanted):
        made.append((id, similarity.signature(text)))
        if progress is not None and len(made) % _BATCH == 0:
            progress()
    return Known(ids + [id for id, _ in made], found + [each for _, each in made], made)


@dataclass(frozen=True, slots=True)
class Nearest:
    """Which of the articles about to come in are nearly the same as another.

    Attributes:
        made: signatures of articles of the project that were missing, by id.
        found: ``(number, number of the other, id of the other, likeness)``; one of the two others is None.
        project: the project.
    """

    made: list[tuple[int, bytes]]
    found: list[tuple[int, int | None, int | None, float]]
    project: Project

    def told(self, staging: Staging, *, without: Collection[int] = ()) -> Iterator[NearDuplicate]:
        """Yield what a report says of them.

        Args:
            staging: where the titles are.
            without: numbers of articles that do not come in after all.
        """
        for number, other, article, likeness in self.found:
            if number in without or other in without:
                continue
            titles = staging.titles([number] if other is None else [number, other])
            where, title = titles[number]
            if article is not None:
                yield NearDuplicate(
                    where, title, stored_articles.title(self.project.database, article), article, likeness
                )
            elif other is not None:
                yield NearDuplicate(where, title, titles[other][1], None, likeness)


def nearest(staging: Staging, known: Known | None, project: Project) -> Nearest:
    """Compare the new articles with those of the project and with one another.

    Of each, the one it is most like is told, if they share `similarity.NEAR` or more.

    Args:
        staging: where the signatures of the new ones are.
        known: those of the project.
        project: the project.
    """
    ids = [] if known is None else known.ids
    signed = [] if known is None else list(known.signatures)
    numbers = []
    for number, signature in staging.signatures():
        numbers.append(number)
        signed.append(signature)
    best: dict[int, tuple[float, int]] = {}
    if numbers:
        for one, two, likeness in similarity.near_pairs(signed):
            if two >= len(ids) and likeness > best.get(two, (0.0, 0))[0]:
                best[two] = likeness, one
    found: list[tuple[int, int | None, int | None, float]] = []
    for place, (likeness, other) in sorted(best.items()):
        old = other < len(ids)
        number = numbers[place - len(ids)]
        rounded = round(likeness, 3)
        found.append((number, None if old else numbers[other - len(ids)], ids[other] if old else None, rounded))
    return Nearest([] if known is None else known.made, found, project)
