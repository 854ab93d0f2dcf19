"""Reports of exports in the words of the window, and whether a report should stay in sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.ui.language import language, translate
from annotator.ui.wording import counted


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
