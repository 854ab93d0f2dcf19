"""Proposes a project's own entries: words somebody asked to be suggested always."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.nlp.gazetteer import Gazetteer, spellings
from annotator.nlp.reading import Reading
from annotator.nlp.tokenizer import split

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Entries:
    """Component that proposes the words of a list, each with its label.

    An entry written in small letters is found whatever its capitals; one with a capital, as written or in capitals
    only.

    Args:
        entries: word or phrase, id of its label, and optionally a note, which is for people.
        splits: the tokens that the project takes apart: the form, then its parts.
    """

    def __init__(self, entries: Sequence[Sequence[str]] = (), splits: Sequence[Sequence[str]] = ()) -> None:
        self._parts = {form: parts for form, *parts in splits}
        self._words: Gazetteer[tuple[str, str]] = Gazetteer(self._split)
        for word, label, *_note in entries:
            for spelling in spellings(word.strip()):
                self._words.add(spelling, (spelling, label))

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        reading = Reading.of(doc)
        for first, stop, (form, label) in self._words.matches(reading):
            shown = " ".join(reading.words[first:stop])
            if form.islower() or shown.isupper() or shown == " ".join(self._split(form)):
                reading.propose(first, stop, label, "project.entry")
        return doc

    def _split(self, phrase: str) -> list[str]:
        return [part for word in split(phrase) for part in self._parts.get(word, (word,))]
