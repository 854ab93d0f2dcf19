"""Reports of imports and exports, in the words of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from annotator.ui.language import language, translate
from annotator.ui.wording import counted, quoted


def import_words(report: Mapping[str, Any]) -> str:
    """Say in a sentence or two what an import brought, and what it left out and why.

    Args:
        report: as `annotator.app.import_report.ImportReport.to_json` gives it.
    """
    words = [translate("reports", "Aucun article importé")]
    if report["articles"]:
        words = [
            counted(
                report["articles"], translate("reports", "article importé"), translate("reports", "articles importés")
            )
        ]
    if report["spans"]:
        words[0] += ", " + counted(
            report["spans"], translate("reports", "annotation"), translate("reports", "annotations")
        )
    if report["duplicates"]:
        named = _named([each["title"] for each in report["duplicates"]])
        words.append(
            counted(
                len(report["duplicates"]),
                translate("reports", "doublon refusé"),
                translate("reports", "doublons refusés"),
            )
            + f" ({named})"
        )
    for problem in report["problems"][:3]:
        words.append(_at(problem["where"], problem[language()].rstrip(".")))
    if len(report["problems"]) > 3:
        words.append(translate("reports", "{count} autres problèmes").format(count=len(report["problems"]) - 3))
    if report["left_out"]:
        named = _named([_at(each["where"], each["text"]) for each in report["left_out"]])
        words.append(
            counted(
                len(report["left_out"]),
                translate("reports", "annotation laissée de côté"),
                translate("reports", "annotations laissées de côté"),
            )
            + f" ({named})"
        )
    words += [_at(note["where"], note[language()].rstrip(".")) for note in report["notes"][:3]]
    return ". ".join(words) + "."


def went_wrong(report: Mapping[str, Any]) -> bool:
    """Tell whether a report names anything that should stay on the screen until it has been read."""
    brought = report.get("articles", 1)
    return not brought or bool(report.get("problems") or report.get("left_out") or report.get("duplicates"))


def export_words(report: Mapping[str, Any]) -> str:
    """Say in a sentence or two what an export wrote, and what it left out and why.

    Args:
        report: as `annotator.app.export_report.ExportReport.to_json` gives it.
    """
    counts = translate("reports", "{train} pour l'entraînement, {dev} pour l'évaluation").format(
        train=report["train"]["articles"], dev=report["dev"]["articles"]
    )
    articles = counted(
        report["articles"], translate("reports", "article exporté"), translate("reports", "articles exportés")
    )
    spans = counted(report["spans"], translate("reports", "annotation"), translate("reports", "annotations"))
    words = [
        f"{articles} ({counts}), {spans}",
        translate("reports", "relus et comparés : {folder}").format(folder=report["folder"]),
    ]
    left_out = len(report["left_out"])
    if left_out:
        words.append(
            counted(
                left_out,
                translate("reports", "article laissé de côté"),
                translate("reports", "articles laissés de côté"),
            )
            + translate("reports", " (voir report.json)")
        )
    if report["unused"]:
        words.append(
            counted(
                len(report["unused"]),
                translate("reports", "annotation laissée de côté"),
                translate("reports", "annotations laissées de côté"),
            )
            + translate("reports", " (voir report.json)")
        )
    words += [note[language()].rstrip(".") for note in report["notes"]]
    return ". ".join(word if word.startswith("dev.spacy") else word[:1].upper() + word[1:] for word in words) + "."


def _at(where: str, what: str) -> str:
    return translate("reports", "{where} : {what}").format(where=where, what=what)


def _named(names: Sequence[str]) -> str:
    shown = [quoted(name) for name in names[:3]]
    if len(names) > 3:
        shown.append(translate("reports", "{count} de plus").format(count=len(names) - 3))
    return ", ".join(shown)
