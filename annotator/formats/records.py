"""What a format hands over while it reads a file, and what it is given to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

from annotator.core.annotation import Status
from annotator.core.labels import Label
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording

MAX_BYTES = 16 * 2**20
"""No article is longer: a plain text file or a line of JSON beyond it is refused, whatever memory there is."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as a file gives it, nothing cleaned yet, with the spans of one annotator or of one model.

    A file that holds the work of several gives a record for each, one after the other, with the same text.

    Attributes:
        text: as it stands in the file.
        where: the file, with the line where a file holds several: ``"news.jsonl:12"``.
        title: headline, where the file gives one.
        source: where the article was published or came from, where the file says so.
        date: ISO 8601, where the file gives one.
        meta: everything else the file says about it; values that JSON can hold.
        spans: ``(start, end, label)`` in code points of ``text``, half-open, as given: neither checked nor sorted.
        annotator: whose spans and status they are, where the file says so.
        status: how far the annotator was, where the file says so.
        model: name of the model that proposed the spans, where no person drew them.
        remarks: what the annotator noted on spans, by their index in ``spans``.
    """

    text: str
    where: str
    title: str | None = None
    source: str | None = None
    date: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    spans: tuple[tuple[int, int, str], ...] = ()
    annotator: str | None = None
    status: Status | None = None
    model: str | None = None
    remarks: Mapping[int, str] = field(default_factory=dict)


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
    """Something a person should know of what was taken in, such as a guessed encoding or a relation that stays out.

    Attributes:
        where: the file, or the file and the line.
        wording: what to know.
    """

    where: str
    wording: Wording


Reading = Iterator[Record | Problem | Note]


class Trait(Enum):
    """What a record can hold and a format may not be able to carry; the wording names it in a report."""

    WHITE_SPACE = Wording("the exact white space between words", "les blancs exacts entre les mots")
    TITLE = Wording("the title", "le titre")
    SOURCE = Wording("the source", "la source")
    DATE = Wording("the date", "la date")
    META = Wording("the metadata", "les métadonnées")
    ANNOTATOR = Wording("the annotator's name", "le nom de l'annotateur")
    STATUS = Wording("the status", "l'état")
    REMARKS = Wording("remarks on spans", "les remarques sur les annotations")


class Outgoing(NamedTuple):
    """One annotator's work on one article, on its way out.

    Attributes:
        article: id of the article in its project.
        record: what to write; ``spans`` are in text order, do not overlap and hold ids of labels.
        grid: the tokens of ``record.text``; every span starts and ends on it.
    """

    article: int
    record: Record
    grid: TokenGrid


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What a writer may want to know besides.

    Attributes:
        labels: those of the project, in their order.
        project: name of the project, without its suffix.
        written_at: the time, ISO 8601 in UTC.
    """

    labels: tuple[Label, ...]
    project: str
    written_at: str
