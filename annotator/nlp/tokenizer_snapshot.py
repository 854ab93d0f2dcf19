"""How ``resources/tokenizer/french.json`` is made from the installed spaCy.

Importing ``spacy.lang.fr`` compiles one regular expression of 1.4 million characters, which takes seconds; the
program reads a snapshot of what it holds instead. After an upgrade of spaCy, write the snapshot again with::

    python -m annotator.nlp.tokenizer_snapshot
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from annotator.paths import resource

# Character classes of spacy.lang.char_classes that patterns are written with, longest text first.
CLASSES = (
    "ALPHA",
    "ALPHA_LOWER",
    "ALPHA_UPPER",
    "ICONS",
    "CURRENCY",
    "UNITS",
    "CONCAT_QUOTES",
    "PUNCT",
    "HYPHENS",
)
_NOTICE = (
    "Tokenizer data for French, derived from spaCy (spacy/lang/fr and spacy/lang/punctuation.py), "
    "Copyright (C) 2016-2024 ExplosionAI GmbH, 2016 spaCy GmbH, 2015 Matthew Honnibal, MIT licence. "
    "Made by annotator.nlp.tokenizer_snapshot; do not edit by hand: the project's own rules are in project.toml."
)


def snapshot_file() -> Path:
    """Return where the snapshot lies."""
    return resource("tokenizer", "french.json")


def class_texts() -> dict[str, str]:
    """Return the text of each character class, by name, longest first."""
    from spacy.lang import char_classes

    texts = {name: getattr(char_classes, name) for name in CLASSES}
    return dict(sorted(texts.items(), key=lambda pair: -len(pair[1])))


def fold(pattern: str, classes: dict[str, str]) -> str:
    """Return ``pattern`` with every character class in it replaced by its name, as ``⟨ALPHA⟩``."""
    for name, text in classes.items():
        pattern = pattern.replace(text, f"⟨{name}⟩")
    return pattern


def unfold(pattern: str, classes: dict[str, str]) -> str:
    """Return ``pattern`` with every ``⟨NAME⟩`` replaced by the character class of that name."""
    for name, text in classes.items():
        pattern = pattern.replace(f"⟨{name}⟩", text)
    return pattern


def snapshot() -> dict[str, Any]:
    """Read the tokenizer data of ``spacy.lang.fr``, character classes folded. Slow: it imports that module."""
    from spacy.lang.fr import FrenchDefaults, punctuation
    from spacy.lang.fr import tokenizer_exceptions as french
    from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
    from spacy.symbols import NORM, ORTH

    classes = class_texts()
    generated = len(french._hyphen_prefix) + len(french._elision_prefix) + len(french._hyphen_combination)

    def folded(patterns: Any) -> list[str]:
        return [fold(pattern, classes) for pattern in patterns]

    return {
        "notice": _NOTICE,
        "elision": punctuation.ELISION,
        "hyphens": punctuation.HYPHENS,
        "prefixes": folded(FrenchDefaults.prefixes),
        "suffixes": folded(FrenchDefaults.suffixes),
        "infixes": folded(FrenchDefaults.infixes),
        "whole_words": folded(french._regular_exp[:-generated]),
        "hyphen_prefixes": french._hyphen_prefix,
        "elision_prefixes": french._elision_prefix,
        "hyphen_combinations": french._hyphen_combination,
        "special_cases": {
            word: [{"orth": piece[ORTH], **({"norm": piece[NORM]} if NORM in piece else {})} for piece in pieces]
            for word, pieces in sorted(FrenchDefaults.tokenizer_exceptions.items())
            if word not in BASE_EXCEPTIONS
        },
    }


def as_text(data: dict[str, Any]) -> str:
    """Return the snapshot as it is written to the file."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    snapshot_file().write_text(as_text(snapshot()), encoding="utf-8")
