"""Reports of imports and of their previews, in the words of the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from annotator.ui.language import language, translate
from annotator.ui.wording import counted, explained, number_words, quoted, share_words


class Line(NamedTuple):
    """One thing a report says of an import.

    Attributes:
        kind: what it is about: a duplicate, something that cannot be read, a span, a note.
        where: the file, or the file and the line.
        words: what there is to say.
        article: id of the article of the project it is about, which can be opened; None where there is none.
    """

    kind: str
    where: str
    words: str
    article: int | None = None


def import_words(report: Mapping[str, Any]) -> str:
    """Say in a short sentence or two what an import brought, and how much stayed out; `all_lines` says why.

    Args:
        report: as `annotator.app.import_report.ImportReport.to_json` gives it.
    """
    words = [_brought(report)]
    lines = all_lines(report)
    if len(lines) == 1 and not report["duplicates"]:
        words.append(explained(Path(lines[0].where).name, _within(lines[0].words.rstrip("."))))
    else:
        words += _how_many(report)
        if len(lines) == 1:
            words[-1] += f" ({quoted(report['duplicates'][0]['title'])})"
    return ". ".join(words) + "."


def _brought(report: Mapping[str, Any]) -> str:
    """Say what is new in the project."""
    articles, attached = report["articles"], report.get("attached", 0)
    words = []
    if articles or not attached:
        imported = translate("reports", "article importé"), translate("reports", "articles importés")
        words.append(counted(articles, *imported) if articles else translate("reports", "Aucun article importé"))
    if attached:
        words.append(
            counted(
                attached,
                translate("reports", "article déjà là complété"),
                translate("reports", "articles déjà là complétés"),
            )
        )
    for name, one, many in (
        ("spans", translate("reports", "annotation"), translate("reports", "annotations")),
        ("suggestions", translate("reports", "suggestion"), translate("reports", "suggestions")),
    ):
        if report.get(name):
            words.append(counted(report[name], one, many))
    return ", ".join(words)


def _how_many(report: Mapping[str, Any]) -> list[str]:
    """Count what stayed out and what is to be known."""
    return [counted(len(report[name]), one, many) for name, (one, many) in _nouns().items() if report.get(name)]


def _nouns() -> dict[str, tuple[str, str]]:
    """Return what the things in the parts of a report are called, one and several."""
    return {
        "duplicates": (translate("reports", "doublon refusé"), translate("reports", "doublons refusés")),
        "problems": (
            translate("reports", "fichier ou ligne illisible"),
            translate("reports", "fichiers ou lignes illisibles"),
        ),
        "left_out": (
            translate("reports", "annotation laissée de côté"),
            translate("reports", "annotations laissées de côté"),
        ),
        "trimmed": (translate("reports", "annotation rognée"), translate("reports", "annotations rognées")),
        "snapped": (translate("reports", "annotation élargie"), translate("reports", "annotations élargies")),
        "near_duplicates": (translate("reports", "quasi-doublon"), translate("reports", "quasi-doublons")),
        "conflicts": (translate("reports", "désaccord"), translate("reports", "désaccords")),
        "notes": (translate("reports", "remarque"), translate("reports", "remarques")),
    }


# One thing after the other


def left_out_lines(report: Mapping[str, Any]) -> list[Line]:
    """Return what cannot be read, and the spans that did not come in.

    Args:
        report: as `annotator.app.import_report.ImportReport.to_json` gives it, or the part of a preview.
    """
    unreadable, span = translate("reports", "Illisible"), translate("reports", "Annotation")
    disagreement = translate("reports", "Désaccord")
    return [
        *(Line(unreadable, each["where"], _sentence(each[language()])) for each in report.get("problems", ())),
        *(
            Line(disagreement, each["where"], _conflict_words(each), each.get("article"))
            for each in report.get("conflicts", ())
        ),
        *(Line(span, each["where"], _span_words(each)) for each in report.get("left_out", ())),
    ]


def duplicate_lines(report: Mapping[str, Any]) -> list[Line]:
    """Return texts that were there already, which stayed out, and those that are nearly the same, which came in."""
    same, nearly = translate("reports", "Doublon"), translate("reports", "Quasi-doublon")
    return [
        *(
            Line(same, each["where"], _duplicate_words(each), each.get("article"))
            for each in report.get("duplicates", ())
        ),
        *(
            Line(nearly, each["where"], _near_words(each), each.get("article"))
            for each in report.get("near_duplicates", ())
        ),
    ]


def adjusted_lines(report: Mapping[str, Any]) -> list[Line]:
    """Return the spans that came in with other limits than they had."""
    trimmed, snapped = translate("reports", "Rognée"), translate("reports", "Élargie")
    return [
        *(Line(trimmed, each["where"], _span_words(each)) for each in report.get("trimmed", ())),
        *(Line(snapped, each["where"], _span_words(each)) for each in report.get("snapped", ())),
    ]


def note_lines(report: Mapping[str, Any]) -> list[Line]:
    """Return what a person should know of what came in."""
    note = translate("reports", "Remarque")
    unfinished = translate("reports", "Reste en cours, car une annotation a été laissée de côté.")
    return [
        *(Line(note, each["where"], _sentence(each[language()])) for each in report.get("notes", ())),
        *(Line(note, where, unfinished) for where in report.get("unfinished", ())),
    ]


def all_lines(report: Mapping[str, Any]) -> list[Line]:
    """Return everything a report names, what stayed out first."""
    return [
        *left_out_lines(report),
        *duplicate_lines(report),
        *adjusted_lines(report),
        *note_lines(report),
    ]


def has_details(report: Mapping[str, Any]) -> bool:
    """Tell whether an import's report names anything that `import_words` may only count."""
    return bool(all_lines(report))


def went_wrong(report: Mapping[str, Any]) -> bool:
    """Tell whether an import's report names anything that should stay on the screen until it has been read."""
    came = report["articles"] or report.get("attached")
    return not came or any(report.get(name) for name in ("problems", "left_out", "duplicates"))


def _duplicate_words(duplicate: Mapping[str, Any]) -> str:
    words = f"{_sentence(duplicate[language()])[:-1]} ({quoted(duplicate['title'])})"
    if duplicate["spans"]:
        words += translate("reports", " ; ") + counted(
            duplicate["spans"],
            translate("reports", "annotation laissée de côté"),
            translate("reports", "annotations laissées de côté"),
        )
    return words + "."


def _conflict_words(conflict: Mapping[str, Any]) -> str:
    spans = translate("reports", "annotation laissée de côté"), translate("reports", "annotations laissées de côté")
    words = explained(quoted(conflict["title"]), conflict[language()])
    return f"{words} ({counted(conflict['spans'], *spans)})."


def _near_words(near: Mapping[str, Any]) -> str:
    words = translate("reports", "{title} ressemble à {other} ({likeness}) ; il est importé aussi.")
    return words.format(title=quoted(near["title"]), other=quoted(near["of"]), likeness=share_words(near["likeness"]))


def _span_words(span: Mapping[str, Any]) -> str:
    shown = quoted(span["text"]) if span["text"] else f"{span['start']}–{span['end']}"
    return explained(f"{shown} ({span['label']})", f"{span[language()]}.")


def _within(words: str) -> str:
    """Return a sentence as it stands after a colon; an abbreviation at its start keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."


# What came


def formats_words(formats: Sequence[Mapping[str, Any]]) -> str:
    """Name the formats found, and how many files each has where there are several: «2 × Parquet, 1 × texte brut»."""
    if len(formats) == 1:
        return str(formats[0][language()])
    return ", ".join(f"{number_words(each['files'])}\u00a0×\u00a0{each[language()]}" for each in formats)


def whose_words(annotations: Iterable[Mapping[str, Any]]) -> list[str]:
    """Say who got how many annotations."""
    return [explained(each["annotator"], f"{_amount(each)}") for each in annotations]


def _amount(got: Mapping[str, Any]) -> str:
    articles = counted(got["articles"], translate("reports", "article"), translate("reports", "articles"))
    spans = counted(got["spans"], translate("reports", "annotation"), translate("reports", "annotations"))
    return f"{articles}, {spans}"


def origin_lines(report: Mapping[str, Any], names: Mapping[str, str]) -> list[Line]:
    """Return what came from where: formats, labels and what became of them, annotators.

    Args:
        report: as `annotator.app.import_report.ImportReport.to_json` gives it.
        names: of the labels of the project, by id.
    """
    format, label, whose = (
        translate("reports", "Format"),
        translate("reports", "Étiquette"),
        translate("reports", "Annotateur"),
    )
    files = translate("reports", "fichier"), translate("reports", "fichiers")
    return [
        *(
            Line(format, "", explained(_sentence(each[language()])[:-1], counted(each["files"], *files)))
            for each in report.get("formats", ())
        ),
        *(Line(label, "", _label_words(each, names)) for each in report.get("labels", ())),
        *(Line(whose, "", explained(each["annotator"], _amount(each))) for each in report.get("annotations", ())),
    ]


def _label_words(label: Mapping[str, Any], names: Mapping[str, str]) -> str:
    spans = counted(label["spans"], translate("reports", "annotation"), translate("reports", "annotations"))
    theirs, ours = quoted(label["theirs"]), label["ours"]
    if ours is None:
        return explained(theirs, translate("reports", "laissée de côté, {spans}").format(spans=spans))
    if label["created"]:
        return explained(theirs, translate("reports", "étiquette créée, {spans}").format(spans=spans))
    return explained(theirs, f"{names.get(ours, ours)}, {spans}")
