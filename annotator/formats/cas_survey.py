"""What a UIMA CAS file holds, looked through before it is opened: which types and features, which texts and places.

A type system says it too, but often lies beside no more, or is that of another version; and neither it nor the file can
be trusted: names of features end up in code that the library makes, and each place outside a text costs it the more the
longer the text is.
"""

from __future__ import annotations

import keyword
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.core.wording import Wording
from annotator.formats.utf16 import Utf16

if TYPE_CHECKING:
    from cassis import TypeSystem

MOST_BYTES = 16 * 2**20
"""A larger file is not read. One article with all its tokens has some ten times the size of its text."""
MOST_CHARACTERS = 1_000_000
"""Nor one with a longer text: the library keeps two numbers for each character, in 200 bytes."""
_MOST_MISPLACED = 100

STRING, STRINGS, REFERENCE = "uima.cas.String", "uima.cas.StringArray", "uima.cas.TOP"


class BadCasError(Exception):
    """A CAS cannot be read; the wording says why."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.en)
        self.wording = wording


@dataclass(slots=True)
class SurveyedType:
    """A type as its structures in a file show it.

    Attributes:
        features: the range of each feature besides ``sofa``, ``begin`` and ``end``.
        placed: whether one has a begin and an end.
        viewed: whether one belongs to a text.
    """

    features: dict[str, str] = field(default_factory=dict)
    placed: bool = False
    viewed: bool = False


@dataclass(slots=True)
class Survey:
    """What a CAS file holds.

    Attributes:
        types: the types of its structures, by name.
        texts: its texts, by the id of their sofa.
        places: id, sofa, begin and end of all that has a place, in UTF-16 units.
    """

    types: dict[str, SurveyedType] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    places: list[tuple[int, int, int, int]] = field(default_factory=list)

    def misplaced(self) -> frozenset[int]:
        """Return the ids of what lies outside its text, or begins or ends within a character.

        Raises:
            BadCasError: there is too much of it, or a text is too long.
        """
        if any(len(text) > MOST_CHARACTERS for text in self.texts.values()):
            raise BadCasError(_LONG_TEXT)
        texts = {
            sofa: (Utf16(text), len(text.encode("utf-16-le", "surrogatepass")) // 2)
            for sofa, text in self.texts.items()
        }
        wrong = set()
        for id, sofa, begin, end in self.places:
            if sofa in texts:
                units, length = texts[sofa]
                if not 0 <= begin <= end <= length or units.splits(begin) or units.splits(end):
                    wrong.add(id)
        if len(wrong) > _MOST_MISPLACED:
            raise BadCasError(_misplaced(len(wrong)))
        return frozenset(wrong)

    def complete(self, system: TypeSystem) -> TypeSystem:
        """Add to a type system what it lacks of the types, and return it.

        Raises:
            BadCasError: a name in it or in the file is none.
        """
        for name, surveyed in self.types.items():
            if not system.contains_type(name, match_exactly=True):
                self._add(system, name, surveyed)
        require_sound(system)
        return system

    def _add(self, system: TypeSystem, name: str, surveyed: SurveyedType) -> None:
        if name.rpartition(".")[2] == "DocumentMetaData" and surveyed.placed:
            above = "uima.tcas.DocumentAnnotation"
        elif surveyed.placed:
            above = "uima.tcas.Annotation"
        else:
            above = "uima.cas.AnnotationBase" if surveyed.viewed else "uima.cas.TOP"
        made = system.create_type(name, above)
        inherited = {feature.name for feature in made.all_features}
        for feature, kind in surveyed.features.items():
            if feature not in inherited:
                system.create_feature(made, feature, kind)


def require_sound(system: TypeSystem) -> None:
    """Refuse a type system with names that are none: the library puts them into code it runs.

    Raises:
        BadCasError: it has some.
    """
    for type in system.get_types(built_in=True):
        for feature in type.features:
            require_name(feature.name)


def require_name(name: str) -> None:
    """Refuse the name of a feature that is none.

    Raises:
        BadCasError: it is none.
    """
    if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("__"):
        raise BadCasError(_bad_name(name))


@contextmanager
def quietly() -> Iterator[None]:
    """Keep the library from warning of what is told in notes, or of no matter."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _bad_name(name: str) -> Wording:
    shown = " ".join(name.split())[:40]
    return Wording(
        f"its type system has a feature “{shown}”, a name that cannot be read; rename it and export again.",
        f"son système de types a un trait « {shown} », un nom qui ne peut être lu ; renommez-le et réexportez.",
    )


def _misplaced(count: int) -> Wording:
    return Wording(
        f"{count} of its annotations lie outside the text or within a character; positions in a CAS count "
        "UTF-16 units.",
        f"{count} de ses annotations sont hors du texte ou dans un caractère ; les positions d'un CAS comptent des "
        "unités UTF-16.",
    )


_LONG_TEXT = Wording(
    "its text has more than a million characters, too long for one article; split it.",
    "son texte dépasse un million de caractères, trop pour un seul article ; découpez-le.",
)
TOO_LARGE = Wording(
    f"the file has more than {MOST_BYTES // 2**20} MB, too much for one article; split it.",
    f"le fichier dépasse {MOST_BYTES // 2**20} Mo, trop pour un seul article ; découpez-le.",
)
"""What is said of a file beyond `MOST_BYTES`."""
UNFIT = Wording(
    "this is no whole UIMA CAS ({0}); export it again.",
    "ce n'est pas un CAS UIMA complet ({0}) ; réexportez-le.",
)
"""What is said of a file the library cannot open, with its reason."""


def unfit(error: Exception) -> BadCasError:
    """Return the error for a file that the library cannot open."""
    why = " ".join(str(error).split())[:80] or type(error).__name__
    return BadCasError(Wording(UNFIT.en.format(why), UNFIT.fr.format(why)))
