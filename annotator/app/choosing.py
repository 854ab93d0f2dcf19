"""Which annotation of each article an export takes: one at most, so that no text comes with two answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from annotator.app.export_report import LeftOutArticle
from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.store import annotations as stored_annotations
from annotator.store import articles as stored_articles
from annotator.store.database import Database


@dataclass(frozen=True, slots=True)
class Choice:
    """An article to export, with the annotation of it to take.

    Attributes:
        article: its id.
        title: its title.
        hash: of its text.
        annotator: whose annotation; None where nobody has looked at the article.
        complete: whether it is finished.
    """

    article: int
    title: str
    hash: str
    annotator: int | None
    complete: bool


def choose(
    database: Database,
    names: Mapping[int, str],
    preferred: Sequence[int] | None,
    statuses: Collection[Status],
    articles: Collection[int] | None = None,
) -> tuple[list[Choice], list[LeftOutArticle]]:
    """Choose the annotations to export, and say why the others are not.

    Of several annotations of one article a finished one goes before the others. Where ``preferred`` names the
    annotators, the one named first is taken; where it does not, annotations with the same spans count as one, and
    an article whose annotations differ is left out. What an annotator threw away is not taken; an article in which
    nobody asked for has anything else is left out.

    Args:
        database: the project file.
        names: names of the annotators by id.
        preferred: ids of the annotators whose annotations are wanted, or None for everybody's.
        statuses: which statuses are wanted.
        articles: ids of the articles to choose from; all by default. Of the others nothing is said.
    """
    of_article: dict[int, dict[int, Status | None]] = {}
    for article, annotator, status in stored_annotations.statuses(database):
        of_article.setdefault(article, {})[annotator] = status
    order = list(names) if preferred is None else list(preferred)
    choices: list[Choice] = []
    left_out: list[LeftOutArticle] = []
    for article, title, hash in stored_articles.titles_and_hashes(database):
        if articles is not None and article not in articles:
            continue
        there = of_article.get(article, {})
        asked = {annotator: there[annotator] for annotator in order if annotator in there}
        mine = {annotator: status for annotator, status in asked.items() if status is not None}
        if asked and not mine:
            left_out.append(LeftOutArticle(article, title, None, "trash", _IN_TRASH))
            continue
        if not mine and Status.NEW in statuses:
            choices.append(Choice(article, title, hash, None, complete=False))
            continue
        wanted = [annotator for annotator, status in mine.items() if status in statuses]
        finished = [annotator for annotator in wanted if mine[annotator] is Status.FINISHED]
        rivals = finished or wanted
        if not rivals:
            left_out.append(_not_wanted(article, title, mine, names))
        elif preferred is None and not _agree(database, article, rivals):
            left_out.append(_disagreement(article, title, [names[each] for each in rivals]))
        else:
            taken = rivals[0]
            choices.append(Choice(article, title, hash, taken, complete=bool(finished)))
            left_out += [_other_taken(article, title, names[each], names[taken]) for each in wanted if each != taken]
    return choices, left_out


def _agree(database: Database, article: int, annotators: Sequence[int]) -> bool:
    if len(annotators) == 1:
        return True
    first, *others = (stored_annotations.extents(database, article, annotator) for annotator in annotators)
    return all(other == first for other in others)


def _not_wanted(article: int, title: str, mine: Mapping[int, Status], names: Mapping[int, str]) -> LeftOutArticle:
    if not mine:
        wording = Wording("nobody asked for has looked at it", "aucun des annotateurs voulus ne l'a traité")
        return LeftOutArticle(article, title, None, "untouched", wording)
    standing = ", ".join(f"{names[annotator]}: {status.value}" for annotator, status in mine.items())
    standing_fr = ", ".join(f"{names[annotator]} : {_STATUS_FR[status]}" for annotator, status in mine.items())
    return LeftOutArticle(
        article,
        title,
        None,
        "status",
        Wording(f"its status is not among those exported ({standing})", f"son état n'est pas exporté ({standing_fr})"),
    )


_STATUS_FR = {
    Status.NEW: "nouveau",
    Status.IN_PROGRESS: "en cours",
    Status.FINISHED: "terminé",
    Status.SET_ASIDE: "mis de côté",
}


_IN_TRASH = Wording("it lies in the trash", "il est dans la corbeille")


def _disagreement(article: int, title: str, names: Sequence[str]) -> LeftOutArticle:
    listed = ", ".join(names)
    return LeftOutArticle(
        article,
        title,
        None,
        "disagreement",
        Wording(
            f"its annotations by {listed} differ; say whose to take (--annotator)",
            f"ses annotations par {listed} diffèrent ; dites laquelle prendre (--annotator)",
        ),
    )


def _other_taken(article: int, title: str, name: str, taken: str) -> LeftOutArticle:
    return LeftOutArticle(
        article,
        title,
        name,
        "other_annotator",
        Wording(f"the annotation by {taken} was taken", f"l'annotation de {taken} a été prise"),
    )
