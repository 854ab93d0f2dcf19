"""What an export says to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.app.choosing import Choice
from annotator.app.export_options import ExportOptions, SplitBy
from annotator.app.export_report import LeftOutArticle
from annotator.app.sides import TEST, TRAIN, Sides
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.wording import Wording
from annotator.formats.registry import Format
from annotator.store import exports as stored_exports

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.app.training_report import Part

_LARGE = 0.5  # of all articles: so much in one group leaves little to split


def notes_on(parts: Mapping[str, Part], sides: Sides, options: ExportOptions) -> tuple[Wording, ...]:
    """Say what a person should know of the files before training from them."""
    notes = []
    for side in sides.names:
        if not parts[side].articles:
            notes.append(_empty_side(side, options))
    notes += unfinished(
        Status.FINISHED if each.complete else Status.IN_PROGRESS for part in parts.values() for each in part.articles
    )
    largest = max(map(len, sides.groups), default=0)
    if largest > _LARGE * len(sides.of):
        notes.append(
            Wording(
                f"{largest} of {len(sides.of)} articles are nearly the same or tell one story; they are all on one "
                "side, so that the shares cannot be as asked for.",
                f"{largest} articles sur {len(sides.of)} sont presque identiques ou racontent la même histoire ; ils "
                "sont tous du même côté, et les parts demandées ne peuvent pas être respectées.",
            )
        )
    if sides.undated and options.split_by is SplitBy.DATE:
        count, how = sides.undated, Wording("count as older than all others", "comptent comme les plus anciens")
        if options.folds:
            how = Wording("fall where their texts decide", "sont répartis selon leurs textes")
        notes.append(
            Wording(
                f"{count} articles have no date; they {how.en}.", f"{count} articles n'ont pas de date ; ils {how.fr}."
            )
        )
    return tuple(notes)


def _empty_side(side: str, options: ExportOptions) -> Wording:
    if side == TRAIN:
        return Wording(
            "train.spacy is empty: nothing can be trained yet; finish more articles or lower the share of dev.",
            "train.spacy est vide : rien ne peut être entraîné ; terminez plus d'articles ou réduisez la part dev.",
        )
    if side not in ("dev", TEST):
        return Wording(
            f"{side}/dev.spacy is empty: no article fell there; take fewer folds or finish more articles.",
            f"{side}/dev.spacy est vide : aucun article n'y est tombé ; demandez moins de blocs ou terminez plus "
            "d'articles.",
        )
    share = options.test if side == TEST else options.dev
    percent = f"{share * 100:g}".replace(".", ",") + "\u00a0%"
    reason, raison = {
        SplitBy.TEXT: (
            "which articles go there depends on their texts alone",
            "la répartition dépend des seuls textes",
        ),
        SplitBy.DATE: ("which articles go there depends on their dates", "la répartition dépend des dates"),
        SplitBy.SOURCE: ("which articles go there depends on their sources", "la répartition dépend des sources"),
    }[options.split_by]
    score, noter = (
        ("spaCy cannot score the training without it.", "spaCy ne peut pas évaluer l'entraînement sans lui.")
        if side != TEST
        else ("There is nothing to test a trained model with.", "Il n'y a rien pour tester un modèle entraîné.")
    )
    return Wording(
        f"{side}.spacy is empty: {reason}, and with a share of {share * 100:g}% it fell on none. {score}",
        f"{side}.spacy est vide : {raison} et, avec une part de {percent}, aucun n'y est tombé. {noter}",
    )


def unfinished(statuses: Iterable[Status]) -> list[Wording]:
    """Say how many articles that go out are not finished, if any."""
    count = sum(status is not Status.FINISHED for status in statuses)
    if not count:
        return []
    return [
        Wording(
            f"{count} articles are not finished: what is not marked in them counts as unknown.",
            f"{count} articles ne sont pas terminés : ce qui n'y est pas annoté compte comme inconnu.",
        )
    ]


def notes_on_articles(project: Project, choices: Iterable[Choice]) -> tuple[Wording, ...]:
    """Say what no format takes: flags, and notes on an article as a whole."""
    theirs = {(each.article, annotator) for each in choices for annotator in each.annotators}
    said = [each for each in stored_exports.flags(project.database) if (each.article, each.annotator) in theirs]
    flagged = len({each.article for each in said if each.flagged})
    noted = len({each.article for each in said if each.noted})
    notes = []
    if flagged:
        notes.append(
            Wording(
                f"{flagged} of the articles are flagged; the flags stay in the project.",
                f"{flagged} des articles sont signalés ; les signalements restent dans le projet.",
            )
        )
    if noted:
        notes.append(
            Wording(
                f"{noted} of the articles have a note on the whole article; the notes stay in the project.",
                f"{noted} des articles ont une note sur l'article entier ; ces notes restent dans le projet.",
            )
        )
    return tuple(notes)


def unread(format: Format) -> Wording:
    """Say that nothing reads a format back."""
    return Wording(
        f"nothing here reads {format.title.en} back, so that it could not be compared with the project.",
        f"rien ici ne relit ce format ({format.title.fr}) : il n'a pas pu être comparé au projet.",
    )


def nothing_to_export(left_out: Sequence[LeftOutArticle], statuses: Sequence[Status]) -> UserError:
    """Return the error for an export that would be empty."""
    wanted = " or ".join(status.wording.en for status in statuses) or "–"
    wanted_fr = " ni ".join(f"« {status.wording.fr} »" for status in statuses) or "–"
    reasons = Counter(each.reason for each in left_out)
    if reasons["disagreement"]:
        first = next(each for each in left_out if each.reason == "disagreement")
        return UserError(
            f"nothing was exported: of {len(left_out)} articles none is {wanted}, or annotators differ "
            f"(“{first.title}”: {first.wording.en}).",
            f"Rien n'a été exporté : sur {len(left_out)} articles, aucun n'a l'état voulu, ou les annotateurs "
            f"diffèrent (« {first.title} » : {first.wording.fr}).",
        )
    return UserError(
        f"nothing was exported: no article of the project is {wanted}; finish some, or include other statuses.",
        f"Rien n'a été exporté : aucun article du projet n'est {wanted_fr} ; terminez-en, ou incluez d'autres états.",
    )


def too_long(choice: Choice, limit: int) -> LeftOutArticle:
    """Say that an article has more characters than spaCy reads."""
    return LeftOutArticle(
        choice.article,
        choice.title,
        None,
        "too_long",
        Wording(
            f"it is longer than {limit:,} characters, which stock spaCy refuses to read",
            f"il dépasse {limit:,} caractères, limite au-delà de laquelle spaCy refuse de lire".replace(",", " "),
        ),
    )


def differs(name: str, choice: Choice | None) -> UserError:
    """Return the error for a file, or an article in it, that does not read back as it was."""
    where = f"{name}, “{choice.title}”" if choice else name
    where_fr = f"{name}, « {choice.title} »" if choice else name
    return UserError(
        f"spaCy reads something else from the file than the project holds ({where}); the export was not kept. "
        "Check the disk and export again; if it happens again, report it.",
        f"spaCy relit autre chose dans le fichier que ce que contient le projet ({where_fr}) ; l'export n'a pas été "
        "gardé. Vérifiez le disque et recommencez ; si cela se reproduit, signalez-le.",
    )
