"""Titles and offices as the lexicon lists them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from annotator.nlp import lexicons
from annotator.nlp.gazetteer import Gazetteer
from annotator.nlp.rules import word_lists
from annotator.nlp.tokenizer import split


class Title(NamedTuple):
    """A title as listed.

    Attributes:
        form: as listed, small letters.
        kind: as listed: office, military, royal, parliamentary, diplomatic, party, institution, negative.
        strength: ``strong``, ``complement`` or ``weak``; negative titles have none.
    """

    form: str
    kind: str
    strength: str


_TITLE_KINDS = frozenset(
    {"office", "military", "royal", "parliamentary", "diplomatic", "party", "institution", "negative"}
)


@cache
def gazetteers() -> tuple[Gazetteer[Title], dict[str, Gazetteer[str]]]:
    """Return the titles, and the other phrases of the lexicon by their kind."""
    titles: Gazetteer[Title] = Gazetteer(split)
    others: dict[str, Gazetteer[str]] = {}
    for form, kind, note in lexicons.rows("titles.tsv", columns=3):
        if kind in _TITLE_KINDS:
            title = Title(form, kind, note.split(";")[0].strip())
            for spelling in dict.fromkeys((form, form.replace("'", "’"))):
                titles.add(spelling, title)
                if kind != "negative":
                    titles.add(f"ex-{spelling}", title)
        else:
            for spelling in dict.fromkeys((form, form.replace("'", "’"))):
                others.setdefault(kind, Gazetteer(split)).add(spelling, form)
    lists = word_lists("leader")
    for kind, forms in (("party", lists["parties"]), ("bank", lists["central_banks"])):
        for form in forms:
            for spelling in dict.fromkeys((form, form.replace("'", "’"))):
                others.setdefault(kind, Gazetteer(split)).add(spelling, form)
    return titles, others
