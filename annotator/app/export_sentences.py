"""What an export says to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotator.app.choosing import Choice
from annotator.app.export_report import LeftOutArticle, Part
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.wording import Wording


def notes_on(train: Part, dev: Part, share: float) -> tuple[Wording, ...]:
    """Say what a person should know of the two files before training from them."""
    notes = []
    if not train.articles:
        notes.append(
            Wording(
                "train.spacy is empty: nothing can be trained yet; finish more articles or lower the share of dev.",
                "train.spacy est vide : rien ne peut être entraîné ; terminez plus d'articles ou réduisez la part dev.",
            )
        )
    if not dev.articles:
        percent = f"{share * 100:g}".replace(".", ",") + "\u00a0%"
        notes.append(
            Wording(
                "dev.spacy is empty: which articles go there depends on their texts alone, and with a share of "
                f"{share * 100:g}% it fell on none. spaCy cannot score the training without it.",
                f"dev.spacy est vide : la répartition dépend des seuls textes et, avec une part de {percent}, aucun "
                "n'y est tombé. spaCy ne peut pas évaluer l'entraînement sans lui.",
            )
        )
    unfinished = sum(not each.complete for each in (*train.articles, *dev.articles))
    if unfinished:
        notes.append(
            Wording(
                f"{unfinished} articles are not finished: what is not marked in them counts as unknown.",
                f"{unfinished} articles ne sont pas terminés : ce qui n'y est pas annoté compte comme inconnu.",
            )
        )
    return tuple(notes)


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
