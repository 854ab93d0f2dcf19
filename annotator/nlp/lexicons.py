"""Reads the lexicons under ``resources/``: tab-separated lines, ``#`` comments, UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from annotator.paths import resource


def rows(name: str, *, columns: int) -> Iterator[list[str]]:
    """Yield the lines of ``resources/lexicons/NAME`` as lists of ``columns`` stripped fields.

    Missing fields at the end of a line are empty; a file that is missing has no lines.
    """
    path = resource("lexicons", name)
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            fields = [field.strip() for field in line.split("\t")]
            yield (fields + [""] * columns)[:columns]


def variants(field: str) -> list[str]:
    """Return the non-empty parts of a field that lists variants separated by ``|``."""
    return [part.strip() for part in field.split("|") if part.strip()]


@cache
def words(name: str) -> frozenset[str]:
    """Return the lines of a one-column lexicon."""
    return frozenset(fields[0] for fields in rows(name, columns=1))
