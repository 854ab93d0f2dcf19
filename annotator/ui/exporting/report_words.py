"""The words for what an export wrote, once it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.ui.language import language, translate
from annotator.ui.wording import counted, explained, number_words, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SIDES = ("train", "dev", "test")


class Fact(NamedTuple):
    """One line of a report.

    Attributes:
        cells: what stands in it, from the left.
        article: id of the article it is about, which can be opened; None where there is none.
    """

    cells: tuple[str, ...]
    article: int | None = None


def went_wrong(report: Mapping[str, Any]) -> bool:
    """Tell whether a report names anything that should stay on the screen until it has been read.

    That articles are left out was to be seen before; spans that had no place were not.
    """
    leaks = report.get("leaks") or {"across": 0}
    said = report.get("debug_data") or {"failures": ()}
    return bool(report["unused"] or leaks["across"] or said["failures"] or report["verified"] is None)


def export_words(report: Mapping[str, Any]) -> str:
    """Say in two or three short sentences what an export wrote, and whether it reads back the same.

    Args:
        report: as `annotator.app.exporting.export` gives it in JSON.
    """
    words = [head_words(report), verdict_words(report)]
    left_out = len({each["article"] for each in report["left_out"]})
    if left_out:
        words.append(
            counted(
                left_out,
                translate("reports", "article laissé de côté"),
                translate("reports", "articles laissés de côté"),
            )
        )
    if report["unused"]:
        words.append(
            counted(
                len(report["unused"]),
                translate("reports", "annotation laissée de côté"),
                translate("reports", "annotations laissées de côté"),
            )
        )
    failures = (report.get("debug_data") or {"failures": ()})["failures"]
    if failures:
        words.append(
            counted(
                len(failures),
                translate("reports", "erreur relevée par spaCy"),
                translate("reports", "erreurs relevées par spaCy"),
            )
        )
    return ". ".join(words) + "."


def head_words(report: Mapping[str, Any]) -> str:
    """Say how much was written."""
    articles = counted(
        report["articles"], translate("reports", "article exporté"), translate("reports", "articles exportés")
    )
    spans = counted(report["spans"], translate("reports", "annotation"), translate("reports", "annotations"))
    return f"{articles}, {spans}"


def verdict_words(report: Mapping[str, Any]) -> str:
    """Say what came of reading it back."""
    if report["verified"] is None:
        return translate("reports", "Ce format ne se relit pas : rien n'a été comparé")
    if report["lost"]:
        return translate("reports", "Relu et comparé : identique, à ce que le format ne garde pas près")
    return translate("reports", "Relu et comparé : tout est identique")


def sides_of(report: Mapping[str, Any]) -> list[str]:
    """Return the sides of the split that there are; none where nothing is split."""
    return [side for side in _SIDES if report.get(side) is not None] if "train" in report else []


def side_name(side: str) -> str:
    """Return what a side of the split is called."""
    return {
        "train": translate("reports", "Entraînement"),
        "dev": translate("reports", "Évaluation"),
        "test": translate("reports", "Test"),
    }[side]


def label_facts(report: Mapping[str, Any], names: Mapping[str, str]) -> list[Fact]:
    """Return how many spans of each label went out, in all and on each side, and how many articles.

    Args:
        report: of an export.
        names: of the labels by id.
    """
    sides = sides_of(report)
    per_side = [report[side]["labels"] for side in sides]
    totals = report["labels"] if "labels" in report else _sum(per_side)

    def row(words: str, total: int, parts: Sequence[int]) -> Fact:
        return Fact((words, number_words(total), *(number_words(part) for part in parts)))

    articles = [report[side]["articles"] for side in sides]
    return [
        row(translate("reports", "Articles"), report["articles"], articles),
        *(row(names.get(id, id), count, [part.get(id, 0) for part in per_side]) for id, count in totals.items()),
    ]


def _sum(parts: Sequence[Mapping[str, int]]) -> dict[str, int]:
    labels = dict.fromkeys(label for part in parts for label in part)
    return {label: sum(part.get(label, 0) for part in parts) for label in labels}


def left_out_facts(report: Mapping[str, Any]) -> list[Fact]:
    """Return the articles and spans that did not go out: which, whose and why."""
    spoken = language()
    return [
        *(
            Fact((each["title"], each["annotator"] or "", _sentence(each[spoken])), each["article"])
            for each in report["left_out"]
        ),
        *(
            Fact(
                (
                    each["title"],
                    each["annotator"] or "",
                    _sentence(explained(f"{quoted(each['text'])} ({each['label']})", each[spoken])),
                ),
                each["article"],
            )
            for each in report["unused"]
        ),
    ]


def check_facts(report: Mapping[str, Any]) -> list[Fact]:
    """Return what was checked and what came of it: reading back, what is lost, leaks, what spaCy says, notes."""
    spoken = language()
    facts = [Fact((translate("reports", "Relecture"), _sentence(verdict_words(report))))]
    facts += [
        Fact(
            (
                translate("reports", "Ne passe pas"),
                _sentence(
                    explained(
                        each[spoken],
                        counted(each["articles"], translate("reports", "article"), translate("reports", "articles")),
                    )
                ),
            )
        )
        for each in report["lost"]
    ]
    if "leaks" in report:
        facts.append(Fact((translate("reports", "Fuites"), _leak_words(report))))
    facts += _debug_facts(report.get("debug_data"))
    facts += [Fact((translate("reports", "À savoir"), _sentence(each[spoken]))) for each in report["notes"]]
    return facts


def _leak_words(report: Mapping[str, Any]) -> str:
    leaks = report["leaks"]
    if leaks["across"]:
        pairs = counted(leaks["across"], translate("reports", "paire"), translate("reports", "paires"))
        words = translate("reports", "{pairs} de textes proches se trouvent de deux côtés à la fois.")
        return words.format(pairs=pairs)
    if leaks["pairs"]:
        pairs = counted(leaks["pairs"], translate("reports", "paire"), translate("reports", "paires"))
        words = translate("reports", "Aucune : {pairs} de textes proches, chacune d'un seul côté.")
        return words.format(pairs=pairs)
    return translate("reports", "Aucune : pas de textes proches d'un côté à l'autre.")


def _debug_facts(verdict: Mapping[str, Any] | None) -> list[Fact]:
    if verdict is None:
        return []
    if verdict["skipped"] is not None:
        return [Fact((translate("reports", "Avis de spaCy"), _sentence(verdict["skipped"][language()])))]
    kinds = (
        ("failures", translate("reports", "spaCy : erreur")),
        ("warnings", translate("reports", "spaCy : mise en garde")),
        ("good", translate("reports", "spaCy : bon")),
    )
    return [Fact((words, said)) for kind, words in kinds for said in verdict[kind]]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."
