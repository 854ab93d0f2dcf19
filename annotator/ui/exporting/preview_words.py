"""The words for what an export will take and leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.ui.language import language, translate
from annotator.ui.wording import counted, explained, number_words, plural_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TAKEN = ("going", "drafts", "flagged", "unflagged", "empty", "groups")
"""The numbers of the first line, in their order."""

LEFT = (
    "untouched",
    "status",
    "empty_left",
    "disagreement",
    "other_annotator",
    "trash",
    "too_long",
    "original",
    "elsewhere",
)
"""The numbers of the line of what else is left out, in their order."""


class Counted(NamedTuple):
    """A number of articles.

    Attributes:
        name: one of `TAKEN` or `LEFT`.
        words: the number and what it counts.
        articles: ids of the articles.
        trashed: whether they lie in the trash.
    """

    name: str
    words: str
    articles: Sequence[int]
    trashed: bool = False


def taken(preview: Mapping[str, Any], unflagged: Sequence[int]) -> list[Counted]:
    """Return what goes out, and the two numbers beside it that one looks for first: drafts and flags.

    Args:
        preview: as `annotator.app.export_preview.ExportPreview.to_json` gives it.
        unflagged: ids of articles that are left out because of their flags.
    """
    articles, finished = preview["articles"], preview["finished"]
    done = counted(finished, translate("export", "terminé"), translate("export", "terminés"))
    some = counted(articles, translate("export", "article"), translate("export", "articles"))
    if articles == finished:
        words = done
    elif finished:
        words = translate("export", "{articles} dont {finished}").format(articles=some, finished=done)
    else:
        words = some
    found = [Counted("going", words, preview.get("going", ()))]
    drafts = translate("export", "brouillon laissé de côté"), translate("export", "brouillons laissés de côté")
    flagged = translate("export", "signalé"), translate("export", "signalés")
    not_flagged = translate("export", "signalé laissé de côté"), translate("export", "signalés laissés de côté")
    empty = translate("export", "sans annotation"), translate("export", "sans annotation")
    found += _counted("drafts", preview["drafts"]["articles"], *drafts)
    found += _counted("flagged", preview["flagged"]["articles"], *flagged)
    found += _counted("unflagged", unflagged, *not_flagged)
    found += _counted("empty", preview["empty"]["articles"], *empty)
    together = [article for group in preview["groups"] for article in group]
    if together:
        words = translate("export", "{articles} de textes proches, gardés du même côté")
        some = counted(len(together), translate("export", "article"), translate("export", "articles"))
        found.append(Counted("groups", words.format(articles=some), together))
    return found


def _counted(name: str, articles: Sequence[int], one: str, many: str) -> list[Counted]:
    return [Counted(name, counted(len(articles), one, many), articles)] if articles else []


def left(preview: Mapping[str, Any]) -> list[Counted]:
    """Return what else is left out, by its reasons."""
    drafts = set(preview["drafts"]["articles"])
    found: dict[str, list[int]] = {}
    for each in preview["left_out"]:
        name = {"empty": "empty_left"}.get(each["reason"], each["reason"])
        name = name if name in LEFT else "elsewhere"
        behind = [article for article in each["articles"] if name != "status" or article not in drafts]
        found.setdefault(name, []).extend(behind)
    words = _left_words()
    return [
        Counted(
            name, f"{number_words(len(articles))} {plural_form(len(articles), *words[name])}", articles, name == "trash"
        )
        for name, articles in found.items()
        if articles
    ]


def _left_words() -> dict[str, tuple[str, str]]:
    return {
        "untouched": (translate("export", "pas commencé"), translate("export", "pas commencés")),
        "status": (translate("export", "d'un autre état"), translate("export", "d'un autre état")),
        "empty_left": (translate("export", "sans annotation"), translate("export", "sans annotation")),
        "disagreement": (
            translate("export", "où les annotateurs diffèrent"),
            translate("export", "où les annotateurs diffèrent"),
        ),
        "other_annotator": (
            translate("export", "aussi annoté par d'autres"),
            translate("export", "aussi annotés par d'autres"),
        ),
        "trash": (translate("export", "à la corbeille"), translate("export", "à la corbeille")),
        "too_long": (translate("export", "trop long pour spaCy"), translate("export", "trop longs pour spaCy")),
        "original": (
            translate("export", "sans place exacte dans le texte d'origine"),
            translate("export", "sans place exacte dans le texte d'origine"),
        ),
        "elsewhere": (translate("export", "pour une autre raison"), translate("export", "pour d'autres raisons")),
    }


def nothing_words(preview: Mapping[str, Any]) -> str:
    """Say that an export would be empty, and what to do about it."""
    if preview["left_out"]:
        return translate("export", "Rien à exporter ainsi : terminez des articles, ou cochez d'autres états.")
    return translate("export", "Rien à exporter ainsi : il n'y a pas d'article ici.")


def span_words(preview: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """Say how many annotations go out, in all and by label."""
    spans: Mapping[str, int] = preview["spans"]
    total = sum(spans.values())
    if not preview["articles"]:
        return ""
    head = counted(total, translate("export", "annotation"), translate("export", "annotations"))
    each = ", ".join(f"{labels.get(label, label)} {number_words(count)}" for label, count in spans.items() if count)
    return explained(head, each) if each else head


def side_words(preview: Mapping[str, Any]) -> str:
    """Say how many articles are for training, development and testing; nothing where there is no split."""
    sides: Mapping[str, int] = preview["sides"]
    folds = [count for side, count in sides.items() if side not in ("train", "dev", "test")]
    said = []
    if folds:
        words = translate("export", "{folds} de {least} à {most} articles")
        if min(folds) == max(folds):
            words = translate("export", "{folds} de {least} articles")
        blocks = counted(len(folds), translate("export", "bloc"), translate("export", "blocs"))
        said.append(words.format(folds=blocks, least=number_words(min(folds)), most=number_words(max(folds))))
    names = {
        "train": translate("export", "{number} pour l'entraînement"),
        "dev": translate("export", "{number} pour l'évaluation"),
        "test": translate("export", "{number} pour le test"),
    }
    said += [words.format(number=number_words(sides[side])) for side, words in names.items() if side in sides]
    if preview["undated"]:
        said.append(counted(preview["undated"], translate("export", "sans date"), translate("export", "sans date")))
    return ", ".join(said)


def lost_words(lost: Iterable[Mapping[str, Any]]) -> str:
    """Say what the format cannot carry, and of how many articles."""
    each = [f"{one[language()]} ({number_words(one['articles'])})" for one in lost]
    return explained(translate("export", "Ne passe pas dans ce format"), ", ".join(each)) if each else ""


def shown_words(count: int) -> str:
    """Say that the list behind shows what a number counts."""
    words = translate("export", "La liste montre {articles} ; Échap pour y aller.")
    these = translate("export", "cet article"), translate("export", "ces {number} articles")
    return words.format(articles=plural_form(count, *these).format(number=number_words(count)))
