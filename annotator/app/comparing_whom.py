"""Who is compared with whom where the agreement of annotators is asked for, and what to say where nobody can be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.core.agreement_report import Side
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.wording import Wording
from annotator.store import agreement as stored
from annotator.store import annotations as stored_annotations

if TYPE_CHECKING:
    from annotator.app.project import Project


@dataclass(frozen=True, slots=True)
class Compared:
    """One of those who are compared.

    Attributes:
        project: the project file.
        annotator: id of the annotator in it.
        side: what to call the annotator.
        articles: ids of the articles that the annotator has in one of the statuses asked for, not in the trash.
    """

    project: Project
    annotator: int
    side: Side
    articles: frozenset[int]


def whom(
    project: Project, between: Sequence[str] | None, other: Project | None, statuses: Collection[Status]
) -> list[Compared]:
    """Return who is compared; the arguments are those of `annotator.app.agreement.compare`.

    Raises:
        UserError: there are not two of them.
    """
    if other is None:
        return _in_one(project, between, statuses)
    found = _in_two(project, other, between, statuses)
    if found[0].side.name == found[1].side.name:
        files = [each.side.project for each in found]
        if files[0] == files[1]:  # copies of one name in two folders
            files = [str(each.project.path) for each in found]
        return [
            replace(each, side=each.side._replace(shown=f"{each.side.name} ({file})"))
            for each, file in zip(found, files, strict=True)
        ]
    return found


def _in_one(project: Project, between: Sequence[str] | None, statuses: Collection[Status]) -> list[Compared]:
    if between is not None:
        found = [
            _compared(project, each, statuses)
            for each in dict.fromkeys(project.find_annotator(name) for name in between)
        ]
        if len(found) < 2:
            raise UserError(
                "at least two annotators are needed to compare; name another one.",
                "Il faut au moins deux annotateurs à comparer ; nommez-en un autre.",
            )
        return found
    found = _at_work(project, statuses)
    if len(found) < 2:
        said, words = found[0].side.name if found else None, _words(statuses)
        who = Wording(
            f"only “{said}” has articles that are {words.en}" if said else f"nobody has articles that are {words.en}",
            f"seul « {said} » a des articles à l'état {words.fr}"
            if said
            else f"personne n'a d'articles à l'état {words.fr}",
        )
        raise UserError(
            f"at least two annotators are needed to compare, and in {project.path} {who.en}; import the work of "
            "another, take in other statuses or compare with another project.",
            f"Il faut au moins deux annotateurs à comparer, et dans ce projet {who.fr} ; importez le travail d'un "
            "autre, acceptez d'autres états ou comparez avec un autre projet.",
        )
    return found


def _in_two(
    project: Project, other: Project, between: Sequence[str] | None, statuses: Collection[Status]
) -> list[Compared]:
    if between is not None:
        if not 1 <= len(between) <= 2:
            raise UserError(
                "between two projects two annotators are compared; name one who worked in both, or one of each.",
                "Entre deux projets, on compare deux annotateurs ; nommez-en un qui a travaillé dans les deux, ou un "
                "de chacun.",
            )
        return [
            _compared(each, each.find_annotator(name), statuses)
            for each, name in ((project, between[0]), (other, between[-1]))
        ]
    ours, theirs = _at_work(project, statuses), _at_work(other, statuses)
    by_name = {stored_annotations.fold_name(each.side.name): each for each in theirs}
    both = [(each, by_name[name]) for each in ours if (name := stored_annotations.fold_name(each.side.name)) in by_name]
    if len(both) == 1:
        return list(both[0])
    if not both and len(ours) == len(theirs) == 1:
        return [*ours, *theirs]
    if both:
        names = ", ".join(each.side.name for each, _ in both)
        raise UserError(
            f"several annotators worked in both projects ({names}); name the one to compare, or one of each project.",
            f"Plusieurs annotateurs ont travaillé dans les deux projets ({names}) ; nommez celui à comparer, ou un de "
            "chaque projet.",
        )
    words = _words(statuses)
    here, there = (", ".join(each.side.name for each in some) or "–" for some in (ours, theirs))
    raise UserError(
        f"no annotator has articles that are {words.en} in both {project.path} ({here}) and {other.path} ({there}); "
        "name one of each.",
        f"Aucun annotateur n'a d'articles à l'état {words.fr} à la fois dans {project.path} ({here}) et {other.path} "
        f"({there}) ; nommez-en un de chacun.",
    )


def _at_work(project: Project, statuses: Collection[Status]) -> list[Compared]:
    worked = {Status.IN_PROGRESS, Status.FINISHED, Status.SET_ASIDE}
    found = [_compared(project, id, statuses) for id in project.annotators()]
    if not worked.intersection(statuses):
        return [each for each in found if each.articles]
    # Whoever touched nothing has every article as a new one, which is no work to compare.
    return [
        each
        for each in found
        if each.articles and stored.in_status(project.database, each.annotator, worked.intersection(statuses))
    ]


def _compared(project: Project, annotator: int, statuses: Collection[Status]) -> Compared:
    name = project.names()[annotator]
    articles = stored.in_status(project.database, annotator, statuses)
    return Compared(project, annotator, Side(name, project.path.name, name), frozenset(articles))


def nothing_in_common(compared: Sequence[Compared], statuses: Collection[Status], *, chosen: bool) -> UserError:
    """Return what to say where no article is in the statuses with all who are compared.

    Args:
        compared: who is compared.
        statuses: which statuses count.
        chosen: whether only some articles were asked for.
    """
    words = _words(statuses)
    counts = ", ".join(f"{each.side.shown}: {len(each.articles)}" for each in compared)
    counts_fr = ", ".join(f"{each.side.shown} : {len(each.articles)}" for each in compared)
    among = Wording(" of those chosen", " parmi ceux choisis") if chosen else Wording("", "")
    advice = Wording("take in other statuses or other articles", "acceptez d'autres états ou d'autres articles")
    if len(compared) > 2:
        advice = Wording("name two of them", "nommez-en deux")
    return UserError(
        f"no article{among.en} is {words.en} with all who are compared ({counts}); {advice.en}.",
        f"Aucun article{among.fr} n'est à l'état {words.fr} chez tous ceux que l'on compare ({counts_fr}) ; "
        f"{advice.fr}.",
    )


def _words(statuses: Collection[Status]) -> Wording:
    ordered = [status.wording for status in Status if status in statuses]
    return Wording(" or ".join(each.en for each in ordered), " ou ".join(f"« {each.fr} »" for each in ordered))
