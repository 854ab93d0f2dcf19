"""What is said of an import that the project remembers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.ui.dates import moment_words
from annotator.ui.language import translate
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from annotator.app.imports import KeptImport


def sources_words(kept: KeptImport) -> str:
    """Name what was imported or merged."""
    named = _named(kept)
    return translate("imports", "fusion : {copies}").format(copies=named) if kept.kind == "merge" else named


def _named(kept: KeptImport) -> str:
    """Name the file or folder, or the first of several and how many more there are."""
    if not kept.sources:
        return translate("imports", "texte collé")
    named = Path(kept.sources[0]).name or kept.sources[0]
    more = len(kept.sources) - 1
    if more:
        others = counted(more, translate("imports", "autre"), translate("imports", "autres"))
        named = translate("imports", "{first} et {others}").format(first=named, others=others)
    return named


def state_words(kept: KeptImport) -> str:
    """Say whether an import still stands."""
    if not kept.undone_at:
        return translate("imports", "dans le projet")
    return translate("imports", "annulé ({when})").format(when=moment_words(kept.undone_at))


def question(kept: KeptImport) -> str:
    """Ask whether an import or a merge is to be taken back."""
    if kept.kind == "merge":
        words = translate("imports", "Annuler la fusion de {sources} ({when}) ?")
    else:
        words = translate("imports", "Annuler l'import de {sources} ({when}) ?")
    return words.format(sources=_named(kept), when=moment_words(kept.at).replace(" ", "\u00a0"))


def consequence(kept: KeptImport) -> str:
    """Say what goes when an import is taken back."""
    report = kept.report
    labels = report.get("labels", ())
    created = len(labels) if kept.kind == "merge" else sum(bool(label.get("created")) for label in labels)
    going = [
        counted(count, one, many)
        for count, one, many in (
            (report["articles"], translate("imports", "article"), translate("imports", "articles")),
            (kept.spans, translate("imports", "annotation"), translate("imports", "annotations")),
            (report.get("suggestions", 0), translate("imports", "suggestion"), translate("imports", "suggestions")),
            (created, translate("imports", "étiquette créée"), translate("imports", "étiquettes créées")),
        )
        if count
    ]
    if kept.kind == "merge":
        if not going:
            return translate("imports", "Ce que la fusion a changé redevient comme avant.")
        words = translate("imports", "Quitteront le projet : {going}. Le reste redevient comme avant la fusion.")
    else:
        words = translate("imports", "Quitteront le projet : {going}. Ce qui était là avant reste tel quel.")
    return words.format(going=", ".join(going))
