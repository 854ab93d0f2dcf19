"""Sharing in the words of the window: who gets what, what it is for, and what to do with the files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotator.ui.language import translate
from annotator.ui.wording import counted, number_words, quoted, share_words

_NAMES_SHOWN = 4


def names_in(typed: str) -> tuple[str, ...]:
    """Return the names that somebody typed, several to a line with commas or semicolons, or one a line."""
    return tuple(tidy for each in re.split(r"[,;\n]", typed) if (tidy := " ".join(each.split())))


def meaning_words(report: Mapping[str, Any]) -> str:
    """Say what a share in double means for these articles.

    Args:
        report: as `annotator.app.share_report.ShareReport.to_json` gives it, for one annotator or more.
    """
    all_of_them = len({article for copy in report["copies"] for article in copy["articles"]})
    articles = counted(all_of_them, translate("sharing", "article"), translate("sharing", "articles"))
    if len(report["copies"]) == 1:
        words = translate("sharing", "{articles} pour une seule personne : l'accord ne pourra pas être mesuré.")
        said = [words.format(articles=articles)]
    elif not report["double"]:
        words = translate("sharing", "{articles}, chacun chez une seule personne : l'accord ne pourra pas être mesuré.")
        said = [words.format(articles=articles)]
    else:
        words = translate(
            "sharing",
            "{articles} : {double} ({share}) chez deux personnes, ce qui mesurera leur accord, et {single} chez une "
            "seule.",
        )
        share = share_words(report["double"] / all_of_them)
        double, single = number_words(report["double"]), number_words(all_of_them - report["double"])
        said = [words.format(articles=articles, double=double, share=share, single=single)]
    if report["kept"]:
        said.append(
            counted(
                report["kept"],
                translate("sharing", "article déjà distribué reste à qui l'a."),
                translate("sharing", "articles déjà distribués restent à qui les a."),
            )
        )
    return " ".join(said)


def done_words(report: Mapping[str, Any]) -> str:
    """Say in a message which files were written, and what is to be done with them."""
    names = [Path(copy["path"]).name for copy in report["copies"]]
    listed = ", ".join(names[:_NAMES_SHOWN])
    if len(names) > _NAMES_SHOWN:
        listed += translate("sharing", " et {count} autres").format(count=number_words(len(names) - _NAMES_SHOWN))
    if len(names) == 1:
        words = translate("sharing", "Fichier écrit : {files}. Envoyez-le à {name}, et fusionnez-le à son retour.")
        return words.format(files=listed, name=report["copies"][0]["annotator"])
    words = translate("sharing", "Fichiers écrits : {files}. Envoyez le sien à chacun, et fusionnez-les à leur retour.")
    return words.format(files=listed)


def steps(report: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is to be done with the files, in this order."""
    first = report["copies"][0]
    return (
        translate("sharing", "Envoyez à chacun son fichier, par courriel ou par clé. Il contient tout ce qu'il faut."),
        translate(
            "sharing",
            "Chacun l'ouvre avec Annotator et y travaille sous le nom que vous lui avez donné ({name}, par exemple) : "
            "rien à régler.",
        ).format(name=quoted(first["annotator"])),
        translate(
            "sharing",
            "Quand les fichiers reviennent, « Fichier › Fusionner des copies du projet… » réunit le travail ici, "
            "autant de fois qu'il le faut : ce qui est déjà là ne change rien.",
        ),
    )
