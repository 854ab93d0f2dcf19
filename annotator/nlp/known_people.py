"""The world list of office-holders, ready to be looked up."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from annotator.nlp import lexicons
from annotator.nlp.gazetteer import Gazetteer, unaccented
from annotator.nlp.rules import word_lists
from annotator.nlp.tokenizer import split


class KnownPeople(NamedTuple):
    """The world list, ready to be looked up.

    Attributes:
        names: full names and nicknames, with the person's full name as listed.
        surnames: surnames by which a person is known alone, as written.
        small_surnames: the same in small letters.
        titled_surnames: surnames of those who led a state or a government of late, common ones too: a civility before
            one of them means that person where nobody else of the name is in the article.
    """

    names: Gazetteer[str]
    surnames: frozenset[str]
    small_surnames: frozenset[str]
    titled_surnames: frozenset[str]


@cache
def known_people() -> KnownPeople:
    """Read the world list of office-holders."""
    names: Gazetteer[str] = Gazetteer(split)
    lists = word_lists("leader")
    offices = tuple(lists["titled_offices"])
    titled: set[str] = set()
    for name, others, _body, office, _start, end in lexicons.rows("leaders.tsv", columns=6):
        for form in (name, *lexicons.variants(others)):
            for spelling in dict.fromkeys((form, unaccented(form), form.replace("-", " "), form.replace("'", "’"))):
                names.add(spelling, name)
        if " " in name and (end or "9999") >= lists["titled_since"] and office.startswith(offices):
            titled.add(name.rsplit(" ", 1)[-1])
    surnames = frozenset(lists["famous_surnames"])
    return KnownPeople(names, surnames, frozenset(surname.lower() for surname in surnames), frozenset(titled))
