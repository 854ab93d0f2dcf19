"""A merge in the words of the window: what came, where copies differ and which stands, what they have otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.annotation import Status
from annotator.core.merge_report import Part
from annotator.core.settlement import Choice
from annotator.core.suggestions import Decision
from annotator.ui.import_words import Line
from annotator.ui.language import language, translate
from annotator.ui.wording import counted, explained, name_of, quoted

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.core.labels import Label


def merge_words(report: Mapping[str, Any], *, would: bool = False) -> str:
    """Say in a sentence what a merge brought.

    Args:
        report: as `annotator.core.merge_report.MergeReport.to_json` gives it.
        would: nothing has come yet.
    """
    counts = [
        (report["articles"], translate("merging", "nouvel article"), translate("merging", "nouveaux articles")),
        *((sum(work[name] for work in report["work"]), *nouns) for name, nouns in _nouns().items()),
        (len(report["labels"]), translate("merging", "étiquette"), translate("merging", "étiquettes")),
    ]
    came = [counted(count, one, many) for count, one, many in counts if count]
    if not came and any(each["taken"] for each in report["differences"]):
        came = [translate("merging", "réglages repris")]
    elif not came and report["edits"]:
        came = [translate("merging", "l'historique seul")]
    if not came:
        return translate("merging", "Rien de nouveau dans ces copies : le projet reste tel quel.")
    words = translate("merging", "À fusionner : {came}.") if would else translate("merging", "Fusionné : {came}.")
    said = [words.format(came=", ".join(came))]
    if report["conflicts"]:
        conflicts = counted(len(report["conflicts"]), translate("merging", "conflit"), translate("merging", "conflits"))
        said.append(translate("merging", "{conflicts} : le plus récent l'emporte.").format(conflicts=conflicts))
    return " ".join(said)


def _nouns() -> dict[str, tuple[str, str]]:
    return {
        "added": (translate("merging", "annotation ajoutée"), translate("merging", "annotations ajoutées")),
        "changed": (translate("merging", "annotation modifiée"), translate("merging", "annotations modifiées")),
        "removed": (translate("merging", "annotation retirée"), translate("merging", "annotations retirées")),
        "decisions": (
            translate("merging", "suggestion décidée"),
            translate("merging", "suggestions décidées"),
        ),
        "others": (translate("merging", "autre changement"), translate("merging", "autres changements")),
    }


def work_words(work: Mapping[str, Any]) -> str:
    """Say what changes of one annotator's work."""
    said = [counted(work[name], one, many) for name, (one, many) in _nouns().items() if work[name]]
    count = len(work["articles"])
    said.append(counted(count, translate("merging", "article touché"), translate("merging", "articles touchés")))
    return ", ".join(said)


def place_words(conflict: Mapping[str, Any], text: str | None) -> str:
    """Name the place of a conflict by its words, or else by what it is about."""
    if conflict["start"] is not None and text is not None:
        return quoted(_flat(text[conflict["start"] : conflict["end"]]))
    match conflict["kind"]:
        case "status":
            return translate("merging", "état de l'article")
        case "flagged":
            return translate("merging", "signalement")
        case "note":
            return translate("merging", "remarque sur l'article")
        case "trashed":
            return translate("merging", "corbeille")
        case _:
            return translate("merging", "annotation")


def value_words(conflict: Mapping[str, Any], side: str, *, text: str | None, labels: Mapping[str, Label]) -> str:
    """Say what one side of a conflict has.

    Args:
        conflict: as `annotator.core.merge_report.MergeConflict.to_json` gives it.
        side: ``here`` or ``there``.
        text: of the article, where the project has it.
        labels: those of the project by id.
    """
    value = conflict[side]
    if isinstance(value, Mapping):
        if "choice" in value:
            said, why = Choice(value["choice"]).wording.in_language(language()), value["reason"]
        else:
            said, why = name_of(value["label"], labels), value["note"]
            if text is not None and (value["start"], value["end"]) != (conflict["start"], conflict["end"]):
                said = f"{quoted(_flat(text[value['start'] : value['end']]))} {said}"
        return explained(said, why) if why else said
    if isinstance(value, bool):
        return translate("merging", "oui") if value else translate("merging", "non")
    if value is None or value == "":
        return translate("merging", "rien")
    if conflict["kind"] == "status":
        return Status(value).wording.in_language(language())
    if conflict["kind"] == "decision":
        if Decision(value) is Decision.PENDING:
            return translate("merging", "suggestion à décider")
        refused = Decision(value) is Decision.REJECTED
        return translate("merging", "suggestion rejetée") if refused else translate("merging", "suggestion acceptée")
    return quoted(str(value))


def won_words(conflict: Mapping[str, Any]) -> str:
    """Say which side of a conflict stands."""
    return translate("merging", "ici") if conflict["won"] == "here" else translate("merging", "la copie")


def part_words(part: Part) -> str:
    """Name a part of the project, to stand alone."""
    words = part.wording.in_language(language())
    return words[:1].upper() + words[1:]


def field_words(difference: Mapping[str, Any], labels: Mapping[str, Label]) -> str:
    """Name what differs: the label, entry, rule or form, and what of it.

    Args:
        difference: as `annotator.core.merge_report.PartDifference.to_json` gives it.
        labels: those of the project by id.
    """
    fields = {
        "name": translate("merging", "nom"),
        "colour": translate("merging", "couleur"),
        "key": translate("merging", "touche"),
        "guideline": translate("merging", "consigne"),
        "entry": translate("merging", "entrée"),
        "silent": translate("merging", "règle muette"),
        "parts": translate("merging", "coupe"),
    }
    what, field = difference["what"], difference["field"]
    if field in ("name", "colour", "key", "guideline"):
        what = name_of(what, labels)
    elif field == "silent":
        what = _rule_words(what)
    return f"{what} ({fields.get(field, field)})"


def _rule_words(rule: str) -> str:
    """Name a rule by its reason, or by its id where this version has it no longer."""
    from annotator.app.lexicon import known_rules

    return next((each.reason.in_language(language()) for each in known_rules() if each.id == rule), rule)


def merge_lines(project: Project, report: Mapping[str, Any]) -> list[Line]:
    """Return all that a merge told, conflicts first."""
    labels = {label.id: label for label in project.labels()}
    texts = texts_of(project, report["conflicts"])
    conflict, left_out = translate("merging", "Conflit"), translate("merging", "Annotation")
    whose = translate("merging", "Annotateur")
    otherwise = translate("merging", "ici {here}, dans la copie {there} ; reste : {won}")
    lines = []
    for each in report["conflicts"]:
        text = texts.get(each["article"])
        sides = {side: value_words(each, side, text=text, labels=labels) for side in ("here", "there")}
        about = f"{each['annotator']}, {quoted(each['title'])}"
        known = each["article"] if text is not None else None
        said = explained(place_words(each, text), otherwise.format(won=won_words(each), **sides))
        lines.append(Line(conflict, each["copy"], f"{said} – {about}", known))
    lines += [Line(left_out, "", each[language()]) for each in report["off_grid"]]
    if len(report["copies"]) > 1 and "by_copy" in report:  # what an earlier version kept is not told by copy
        lines += [
            Line(whose, names_of([copy["copy"]]), explained(work["annotator"], work_words(work)))
            for copy in report["by_copy"]
            for work in copy["work"]
        ]
    else:
        lines += [Line(whose, "", explained(each["annotator"], work_words(each))) for each in report["work"]]
    for each in report["differences"]:
        sides = {side: difference_words(each, side, labels) for side in ("here", "there")}
        kept = translate("merging", "repris") if each["taken"] else translate("merging", "non repris")
        said = translate("merging", "ici {here}, dans la copie {there} ; {kept}").format(kept=kept, **sides)
        lines.append(Line(part_words(Part(each["part"])), each["copy"], explained(field_words(each, labels), said)))
    return lines


def difference_words(
    difference: Mapping[str, Any], side: str, labels: Mapping[str, Label], *, in_full: bool = False
) -> str:
    """Say what one side of a difference has.

    Args:
        difference: as `annotator.core.merge_report.PartDifference.to_json` gives it.
        side: ``here`` or ``there``.
        labels: those of the project by id.
        in_full: as it was written, lines and all, and not in quotes.
    """
    value = difference[side]
    if not value:
        return translate("merging", "rien")
    match difference["field"]:
        case "silent":
            return translate("merging", "muette")
        case "entry":
            label, _, note = value.partition(" (")  # as `PartDifference` has it: the id, and a note in brackets
            name = name_of(label, labels)
            return f"{name} ({note}" if note else name
        case "colour" | "key" | "parts":
            return str(value)
        case _:
            return str(value) if in_full else quoted(_flat(value))


def texts_of(project: Project, conflicts: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """Return the texts of the articles with these conflicts, by id, as far as the project has them."""
    wanted = {each["article"] for each in conflicts} & set(project.article_ids())
    return {article.id: article.text for article in project.articles(wanted)}


def names_of(copies: Iterable[str]) -> str:
    """Name the files."""
    return ", ".join(Path(copy).name for copy in copies)


def _flat(words: str) -> str:
    return " ".join(words.split())
