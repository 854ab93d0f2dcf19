"""Which annotations of each article an export takes: one at most, each annotator's, or what most of them drew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.app.export_options import Whose
from annotator.app.export_report import LeftOutArticle
from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.store import annotations as stored_annotations
from annotator.store import exports as stored_exports
from annotator.store.database import Database


@dataclass(frozen=True, slots=True)
class Choice:
    """An article to export, with the annotation of it to take.

    Attributes:
        article: its id.
        title: its title.
        annotators: whose annotation; nobody where nobody has looked at the article, several where what most of them
            drew is taken.
        status: how far they are; in progress where they differ.
    """

    article: int
    title: str
    annotators: tuple[int, ...]
    status: Status

    @property
    def annotator(self) -> int | None:
        """Whose annotation it is, where it is one annotator's."""
        return self.annotators[0] if len(self.annotators) == 1 else None

    @property
    def complete(self) -> bool:
        """Whether it is finished, so that what is not marked is nothing."""
        return self.status is Status.FINISHED


Chosen = tuple[list[Choice], list[LeftOutArticle]]


def choose(
    database: Database,
    names: Mapping[int, str],
    preferred: Sequence[int] | None,
    statuses: Collection[Status],
    *,
    whose: Whose = Whose.ONE,
    articles: Collection[int] | None = None,
    empty: bool = True,
) -> Chosen:
    """Choose the annotations to export, and say why the others are not.

    Of several annotations of one article a finished one goes before the others. Where ``preferred`` names the
    annotators, the one named first is taken; where it does not, annotations with the same spans count as one, and
    an article whose annotations differ is left out. What an annotator threw away is not taken; an article in which
    nobody asked for has anything else is left out.

    Args:
        database: the project file.
        names: names of the annotators by id.
        preferred: ids of the annotators whose annotations are wanted, or None for those of everybody in ``names``; what
            was settled is the annotation of the settled layer, named alone.
        statuses: which statuses are wanted.
        whose: which of several annotations of one article.
        articles: ids of the articles to choose from; all by default. Of the others nothing is said.
        empty: take articles without spans too.
    """
    of_article: dict[int, dict[int, Status | None]] = {}
    for article, annotator, status in stored_annotations.statuses(database):
        of_article.setdefault(article, {})[annotator] = status
    order = list(names) if preferred is None else list(preferred)
    marked = None if empty else stored_exports.marked(database)
    choices: list[Choice] = []
    left_out: list[LeftOutArticle] = []
    chooser = _Chooser(database, names, preferred, whose)
    for article, title in stored_exports.titles(database):
        if articles is not None and article not in articles:
            continue
        there = of_article.get(article, {})
        asked = {annotator: there[annotator] for annotator in order if annotator in there}
        mine = {annotator: status for annotator, status in asked.items() if status is not None}
        if asked and not mine:
            left_out.append(LeftOutArticle(article, title, None, "trash", _IN_TRASH))
        elif not mine and Status.NEW in statuses:
            if empty:
                choices.append(Choice(article, title, (), Status.NEW))
            else:
                left_out.append(_empty(article, title, None))
        else:
            wanted = {annotator: status for annotator, status in mine.items() if status in statuses}
            if not wanted:
                left_out.append(_not_wanted(article, title, mine, names))
                continue
            for each in chooser.choices(article, title, mine, wanted):
                if isinstance(each, LeftOutArticle):
                    left_out.append(each)
                elif marked is None or any((article, annotator) in marked for annotator in each.annotators):
                    choices.append(each)
                else:
                    name = names[each.annotators[0]] if whose is Whose.EACH else None
                    left_out.append(_empty(article, title, name))
    return choices, left_out


@dataclass(frozen=True, slots=True)
class _Chooser:
    """Chooses among the annotations of one article that have a wanted status."""

    database: Database
    names: Mapping[int, str]
    preferred: Sequence[int] | None
    whose: Whose

    def choices(
        self, article: int, title: str, mine: Mapping[int, Status], wanted: Mapping[int, Status]
    ) -> Iterator[Choice | LeftOutArticle]:
        if self.whose in (Whose.ONE, Whose.SETTLED):
            yield from self._one(article, title, wanted)
            return
        if self.whose is Whose.EACH:
            for annotator, status in wanted.items():
                yield Choice(article, title, (annotator,), status)
        else:
            standing = set(wanted.values())
            status = standing.pop() if len(standing) == 1 else Status.IN_PROGRESS
            yield Choice(article, title, tuple(wanted), status)
        for annotator, status in mine.items():
            if annotator not in wanted:
                yield _not_wanted(article, title, {annotator: status}, self.names, self.names[annotator])

    def _one(self, article: int, title: str, wanted: Mapping[int, Status]) -> Iterator[Choice | LeftOutArticle]:
        rivals = [annotator for annotator, status in wanted.items() if status is Status.FINISHED] or list(wanted)
        if self.preferred is None and not _agree(self.database, article, rivals):
            yield _disagreement(article, title, [self.names[each] for each in rivals])
            return
        taken = rivals[0]
        yield Choice(article, title, (taken,), wanted[taken])
        for each in wanted:
            if each != taken:
                yield _other_taken(article, title, self.names[each], self.names[taken])


def _agree(database: Database, article: int, annotators: Sequence[int]) -> bool:
    if len(annotators) == 1:
        return True
    first, *others = (stored_annotations.extents(database, article, annotator) for annotator in annotators)
    return all(other == first for other in others)


def _not_wanted(
    article: int, title: str, mine: Mapping[int, Status], names: Mapping[int, str], annotator: str | None = None
) -> LeftOutArticle:
    if not mine:
        wording = Wording("nobody asked for has looked at it", "aucun des annotateurs voulus ne l'a traité")
        return LeftOutArticle(article, title, None, "untouched", wording)
    standing = ", ".join(f"{names[each]}: {status.value}" for each, status in mine.items())
    standing_fr = ", ".join(f"{names[each]} : {_STATUS_FR[status]}" for each, status in mine.items())
    return LeftOutArticle(
        article,
        title,
        annotator,
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


def _empty(article: int, title: str, annotator: str | None) -> LeftOutArticle:
    return LeftOutArticle(article, title, annotator, "empty", Wording("it has no span", "il n'a aucune annotation"))


def _disagreement(article: int, title: str, names: Sequence[str]) -> LeftOutArticle:
    listed = ", ".join(names)
    return LeftOutArticle(
        article,
        title,
        None,
        "disagreement",
        Wording(
            f"its annotations by {listed} differ; say whose to take (--annotator, --whose)",
            f"ses annotations par {listed} diffèrent ; dites laquelle prendre (--annotator, --whose)",
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
