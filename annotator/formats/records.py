"""What a format hands over while it reads a file: records, and what is to be said about the rest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.core.wording import Wording

MAX_BYTES = 16 * 2**20
"""No article is longer: a plain text file or a line of JSON beyond it is refused, whatever memory there is."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as a file gives it, nothing cleaned yet.

    Attributes:
        text: as it stands in the file.
        where: the file, with the line where a file holds several: ``"news.jsonl:12"``.
        title: headline, where the file gives one.
        source: where the article was published or came from, where the file says so.
        date: ISO 8601, where the file gives one.
        meta: everything else the file says about it.
        spans: ``(start, end, label)`` in code points of ``text``, half-open, as given: neither checked nor sorted.
    """

    text: str
    where: str
    title: str | None = None
    source: str | None = None
    date: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    spans: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that cannot be taken in: a file, or one line of it.

    Attributes:
        where: the file, or the file and the line.
        wording: what is wrong with it and what to do.
    """

    where: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know of what was taken in, such as a guessed encoding.

    Attributes:
        where: the file, or the file and the line.
        wording: what to know.
    """

    where: str
    wording: Wording


Reading = Iterator[Record | Problem | Note]


def place(path: Path, line: int | None = None) -> str:
    """Return how a file, or a line of it, is named to people; also one whose name is not UTF-8."""
    name = os.fsencode(path).decode("utf-8", "replace")
    return name if line is None else f"{name}:{line}"
