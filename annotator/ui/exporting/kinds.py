"""What can be written: training data for spaCy, and every format of the registry that writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.app.export_options import SPACY
from annotator.ui.language import language, translate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Kind(NamedTuple):
    """One thing that an export can write.

    Attributes:
        name: as `ExportOptions.format` says it.
        title: what it is called.
        purpose: what it is good for, in a line.
        cannot_carry: what of an article is lost on the way through it, one thing after the other.
        suffix: ending of its file, with the dot; empty where it is a folder.
    """

    name: str
    title: str
    purpose: str
    cannot_carry: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files."""
        return not self.suffix

    def place_for(self, project: Path) -> Path:
        """Return where it may go where nothing else was said: beside the project, under its name."""
        says_it_already = self.suffix.removeprefix(".") == self.name
        return project.with_name(f"{project.stem}{'' if says_it_already else f'-{self.name}'}{self.suffix}")


def kinds() -> tuple[Kind, ...]:
    """Return what can be written: the folder to train from first, the others by their titles."""
    from annotator.formats.records import Trait
    from annotator.formats.registry import formats

    spoken = language()
    training = Kind(
        SPACY,
        translate("export", "spaCy : dossier d'entraînement"),
        translate("export", "Données, configuration et tokeniseur, prêts pour spacy train."),
    )
    others = []
    for format in formats():
        if format.write is None:
            continue
        suffixes = ", ".join(format.suffixes)
        if format.purpose is not None:
            purpose = f"{_capital(format.purpose.in_language(spoken))}."
        elif format.writes_folder:
            purpose = translate("export", "Un dossier de fichiers {suffixes}.").format(suffixes=suffixes)
        else:
            purpose = translate("export", "Un fichier {suffixes}.").format(suffixes=format.suffixes[0])
        title = format.title.in_language(spoken)
        lost = tuple(trait.value.in_language(spoken) for trait in Trait if trait in format.cannot_carry)
        suffix = "" if format.writes_folder else format.suffixes[0]
        others.append(Kind(format.name, _capital(title), purpose, lost, suffix))
    return (training, *sorted(others, key=lambda kind: kind.title.casefold()))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def title_of(report: Mapping[str, Any]) -> str:
    """Return what the kind of export is called that a report tells of."""
    name = SPACY if "train" in report else report["format"]
    return next((kind.title for kind in kinds() if kind.name == name), name)
