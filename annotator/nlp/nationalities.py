"""Adjectives and nouns of nationality: ``russe``, ``nord-coréennes``, ``Ukrainiens``."""

from __future__ import annotations

from functools import cache

from annotator.paths import resource


@cache
def _forms() -> frozenset[str]:
    forms = set()
    for line in resource("rules", "nationalities.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            for word in line.split():
                forms |= {word, word + "s", *_feminine(word)}
    return frozenset(forms)


def _feminine(word: str) -> set[str]:
    if word.endswith(("ien", "éen", "on")):
        feminine = word + "ne"
    elif word.endswith("e"):
        feminine = word
    elif word.endswith("c"):
        feminine = {"grec": "grecque", "turc": "turque"}.get(word, word + "que")
    else:
        feminine = word + "e"
    return {feminine, feminine + "s"}


def is_nationality(word: str) -> bool:
    """Tell whether ``word``, in small letters, is an adjective or noun of nationality, in any number and gender."""
    forms = _forms()
    if word in forms:
        return True
    head, hyphen, tail = word.rpartition("-")
    return bool(hyphen) and tail in forms and head in _FIRST_PARTS


_FIRST_PARTS = frozenset(
    [
        "nord",
        "sud",
        "est",
        "ouest",
        "franco",
        "anglo",
        "germano",
        "russo",
        "sino",
        "américano",
        "nippo",
        "turco",
        "gréco",
        "bosno",
        "serbo",
        "italo",
        "hispano",
        "israélo",
        "irano",
        "irako",
        "euro",
        "austro",
        "belgo",
        "néo",
        "sri",
        "afro",
        "arabo",
        "indo",
    ]
)
