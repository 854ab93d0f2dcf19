"""Registers the components with spaCy, which imports this module through the entry points ``spacy_factories``.

It is the one module that imports spaCy at its head: only spaCy itself and `load_suggester`, at work, import it.
"""

from __future__ import annotations

from spacy.language import Language

from annotator.nlp.components.alliances import Alliances
from annotator.nlp.components.conflicts import Conflicts
from annotator.nlp.components.countries import Countries
from annotator.nlp.components.entries import Entries
from annotator.nlp.components.leaders import Leaders
from annotator.nlp.components.sums import Sums
from annotator.nlp.components.weapons import Weapons

COMPONENTS = (
    "annotator_countries",
    "annotator_alliances",
    "annotator_sums",
    "annotator_weapons",
    "annotator_leaders",
    "annotator_entries",
    "annotator_conflicts",
)
"""The components of the suggester, in their order."""


@Language.factory("annotator_countries")
def make_countries(nlp: Language, name: str) -> Countries:  # noqa: ARG001
    """Make the component that proposes states."""
    return Countries()


@Language.factory("annotator_alliances")
def make_alliances(nlp: Language, name: str) -> Alliances:  # noqa: ARG001
    """Make the component that proposes organisations of states."""
    return Alliances()


@Language.factory("annotator_sums")
def make_sums(nlp: Language, name: str) -> Sums:  # noqa: ARG001
    """Make the component that proposes amounts of money."""
    return Sums()


@Language.factory("annotator_weapons")
def make_weapons(nlp: Language, name: str) -> Weapons:  # noqa: ARG001
    """Make the component that proposes weapons."""
    return Weapons()


@Language.factory("annotator_leaders")
def make_leaders(nlp: Language, name: str) -> Leaders:  # noqa: ARG001
    """Make the component that proposes leaders."""
    return Leaders()


@Language.factory("annotator_entries", default_config={"entries": [], "splits": []})
def make_entries(nlp: Language, name: str, entries: list[list[str]], splits: list[list[str]]) -> Entries:  # noqa: ARG001
    """Make the component that proposes a project's own entries: lists of word, label and note.

    ``splits`` says what the tokenizer of the pipeline takes apart: lists of a token and its parts.
    """
    return Entries(entries, splits)


@Language.factory("annotator_conflicts", default_config={"switched_off": []}, assigns=["doc.ents", "doc.spans"])
def make_conflicts(nlp: Language, name: str, switched_off: list[str]) -> Conflicts:  # noqa: ARG001
    """Make the component that decides between candidates and sets the entities."""
    return Conflicts(switched_off=switched_off)
