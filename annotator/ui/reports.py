"""Reports of imports and exports, in the words of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from annotator.ui.language import language, translate
from annotator.ui.wording import counted, explained, quoted


class Line(NamedTuple):
    """One thing a report says of an import.

    Attributes:
        kind: what it is about: a duplicate, something that cannot be read, a span, a note.
        where: the file, or the file and the line.
        words: what there is to say.
    """

    kind: str
    where: str
    words: str


def import_words(report: Mapping[str, Any]) -> str:
    """Say in a short sentence or two what an import brought, and how much stayed out; `left_out_lines` says why.

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
    lines = left_out_lines(report) + note_lines(report)
    if len(lines) == 1 and not report["duplicates"]:
        ((_, where, why),) = lines
        words.append(explained(Path(where).name, _within(why.rstrip("."))))
    else:
        words += _how_many(report)
        if len(lines) == 1:
            words[-1] += f" ({quoted(report['duplicates'][0]['title'])})"
    return ". ".join(words) + "."


def _how_many(report: Mapping[str, Any]) -> list[str]:
    """Count what stayed out and what is to be known."""
    unreadable = translate("reports", "fichiers ou lignes illisibles")
    counts = (
        ("duplicates", translate("reports", "doublon refusé"), translate("reports", "doublons refusés")),
        ("problems", translate("reports", "fichier ou ligne illisible"), unreadable),
        (
            "left_out",
            translate("reports", "annotation laissée de côté"),
            translate("reports", "annotations laissées de côté"),
        ),
        ("notes", translate("reports", "remarque"), translate("reports", "remarques")),
    )
    return [counted(len(report[name]), one, many) for name, one, many in counts if report[name]]


def left_out_lines(report: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Line]:
    """Return what did not come in: files and lines that cannot be read, duplicates, and spans.

    Args:
        report: as `annotator.app.import_report.ImportReport.to_json` gives it, or the part of a preview.
    """
    unreadable = translate("reports", "Illisible")
    return [
        *(Line(unreadable, each["where"], _sentence(each[language()])) for each in report["problems"]),
        *(
            Line(translate("reports", "Doublon"), each["where"], _duplicate_words(each))
            for each in report["duplicates"]
        ),
        *(Line(translate("reports", "Annotation"), each["where"], _span_words(each)) for each in report["left_out"]),
    ]


def note_lines(report: Mapping[str, Sequence[Any]]) -> list[Line]:
    """Return what a person should know of what came in."""
    note = translate("reports", "Remarque")
    unfinished = translate("reports", "Reste en cours, car une annotation a été laissée de côté.")
    return [
        *(Line(note, each["where"], _sentence(each[language()])) for each in report["notes"]),
        *(Line(note, where, unfinished) for where in report.get("unfinished", ())),
    ]


def _duplicate_words(duplicate: Mapping[str, Any]) -> str:
    words = f"{_sentence(duplicate[language()])[:-1]} ({quoted(duplicate['title'])})"
    if duplicate["spans"]:
        words += translate("reports", " ; ") + counted(
            duplicate["spans"],
            translate("reports", "annotation laissée de côté"),
            translate("reports", "annotations laissées de côté"),
        )
    return words + "."


def _span_words(span: Mapping[str, Any]) -> str:
    shown = quoted(span["text"]) if span["text"] else f"{span['start']}–{span['end']}"
    return explained(f"{shown} ({span['label']})", f"{span[language()]}.")


def _within(words: str) -> str:
    """Return a sentence as it stands after a colon; an abbreviation at its start keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."


def went_wrong(report: Mapping[str, Any]) -> bool:
    """Tell whether a report names anything that should stay on the screen until it has been read."""
    brought = report.get("articles", 1)
    return not brought or bool(report.get("problems") or report.get("left_out") or report.get("duplicates"))


def has_details(report: Mapping[str, Any]) -> bool:
    """Tell whether an import's report names anything that `import_words` may only count."""
    return bool(left_out_lines(report) or note_lines(report))


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
