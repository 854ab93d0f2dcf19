"""Words as they are compared with what a person types: accents, ligatures and capitals aside. Pure Python: no Qt."""

from __future__ import annotations

import re
from unicodedata import normalize

_ACCENTS = re.compile("[\u0300-\u036f]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "\u00a0": " ", "\u202f": " "})


def fold(words: str) -> str:
    """Return words without accents, ligatures and capitals."""
    return _ACCENTS.sub("", normalize("NFD", words)).casefold().translate(_LIGATURES)
