"""Reports of imports and exports, in the words of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from annotator.ui.wording import counted


def _tr(text: str) -> str:
    return QCoreApplication.translate("reports", text)


def import_words(report: Mapping[str, Any]) -> str:
    """Say in a sentence or two what an import brought, and what it left out and why.

    Args:
        report: as `annotator.app.import_report.ImportReport.to_json` gives it.
    """
    words = [_tr("Aucun article importé")]
    if report["articles"]:
        words = [counted(report["articles"], _tr("article importé"), _tr("articles importés"))]
    if report["spans"]:
        words[0] += ", " + counted(report["spans"], _tr("annotation"), _tr("annotations"))
    if report["duplicates"]:
        named = _named([each["title"] for each in report["duplicates"]])
        words.append(counted(len(report["duplicates"]), _tr("doublon refusé"), _tr("doublons refusés")) + f" ({named})")
    for problem in report["problems"][:3]:
        words.append(f"{problem['where']} : {problem['fr']}".rstrip("."))
    if len(report["problems"]) > 3:
        words.append(_tr("{count} autres problèmes").format(count=len(report["problems"]) - 3))
    if report["left_out"]:
        named = _named([f"{each['where']} : {each['text']}" for each in report["left_out"]])
        words.append(
            counted(len(report["left_out"]), _tr("annotation laissée de côté"), _tr("annotations laissées de côté"))
            + f" ({named})"
        )
    words += [f"{note['where']} : {note['fr']}".rstrip(".") for note in report["notes"][:3]]
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
    counts = _tr("{train} pour l'entraînement, {dev} pour l'évaluation").format(
        train=report["train"]["articles"], dev=report["dev"]["articles"]
    )
    articles = counted(report["articles"], _tr("article exporté"), _tr("articles exportés"))
    spans = counted(report["spans"], _tr("annotation"), _tr("annotations"))
    words = [f"{articles} ({counts}), {spans}", _tr("relus et comparés : {folder}").format(folder=report["folder"])]
    left_out = len(report["left_out"])
    if left_out:
        words.append(
            counted(left_out, _tr("article laissé de côté"), _tr("articles laissés de côté"))
            + _tr(" (voir report.json)")
        )
    if report["unused"]:
        words.append(
            counted(len(report["unused"]), _tr("annotation laissée de côté"), _tr("annotations laissées de côté"))
            + _tr(" (voir report.json)")
        )
    words += [note["fr"].rstrip(".") for note in report["notes"]]
    return ". ".join(word if word.startswith("dev.spacy") else word[:1].upper() + word[1:] for word in words) + "."


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(f"« {name} »" for name in names[:3])
    return shown + (f", … {len(names) - 3} de plus" if len(names) > 3 else "")
