"""The outcome of a preview in one line for its head, and what else there is to count in one below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.ui.import_words import formats_words, whose_words
from annotator.ui.language import translate
from annotator.ui.wording import counted, explained, number_words

if TYPE_CHECKING:
    from collections.abc import Mapping


def outcome(result: Mapping[str, Any]) -> str:
    """Say how many articles would come.

    Args:
        result: as `annotator.app.previewing.Preview.to_json` gives it.
    """
    articles, attached = result["articles"], result.get("attached", 0)
    if not result["complete"] and not articles:
        words = translate("preview_facts", "Aucun article parmi les {count} premiers")
        return words.format(count=number_words(result["examined"]))
    if not articles and attached:
        return counted(
            attached,
            translate("preview_facts", "article du projet à compléter"),
            translate("preview_facts", "articles du projet à compléter"),
        )
    if not articles:
        return translate("preview_facts", "Aucun article à importer")
    if not result["complete"]:
        words = translate("preview_facts", "Plus de {count} articles à importer")
        return words.format(count=number_words(articles))
    return counted(
        articles,
        translate("preview_facts", "article à importer"),
        translate("preview_facts", "articles à importer"),
    )


def facts_of(result: Mapping[str, Any]) -> list[str]:
    """Say which formats were found, and count what comes, what does not and what was adjusted."""
    files = counted(
        result["files"], translate("preview_facts", "fichier lu"), translate("preview_facts", "fichiers lus")
    )
    if result.get("formats"):
        files = explained(files, formats_words(result["formats"]))
    facts = [files]
    annotation = translate("preview_facts", "annotation"), translate("preview_facts", "annotations")
    suggestion = translate("preview_facts", "suggestion"), translate("preview_facts", "suggestions")
    for name, (one, many) in (("spans", annotation), ("suggestions", suggestion)):
        if result.get(name):
            facts.append(counted(result[name], one, many))
    for name, one, many in (
        ("duplicates", translate("preview_facts", "doublon"), translate("preview_facts", "doublons")),
        ("near_duplicates", translate("preview_facts", "quasi-doublon"), translate("preview_facts", "quasi-doublons")),
        ("problems", translate("preview_facts", "illisible"), translate("preview_facts", "illisibles")),
        (
            "left_out",
            translate("preview_facts", "annotation laissée de côté"),
            translate("preview_facts", "annotations laissées de côté"),
        ),
        (
            "trimmed",
            translate("preview_facts", "annotation rognée"),
            translate("preview_facts", "annotations rognées"),
        ),
        (
            "snapped",
            translate("preview_facts", "annotation élargie"),
            translate("preview_facts", "annotations élargies"),
        ),
    ):
        count = len(result.get(name, ())) + (_not_wanted(result) if name == "left_out" else 0)
        if count:
            facts.append(counted(count, one, many))
    if len(result.get("annotations", ())) > 1:
        facts += whose_words(result["annotations"])
    if not result["complete"]:
        words = translate("preview_facts", "aperçu des {seen} premiers ; l'import prendra tout (environ {total})")
        facts.append(words.format(seen=number_words(result["examined"]), total=number_words(result["total"])))
    return facts


def _not_wanted(result: Mapping[str, Any]) -> int:
    """Count the spans whose labels are to stay out; they are not named one by one."""
    unknown = sum(each.get("reason") == "unknown_label" for each in result["left_out"])
    return sum(each["spans"] for each in result.get("labels", ()) if each["ours"] is None) - unknown
