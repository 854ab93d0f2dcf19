"""What an import would bring and what it would not, found by the import's own code and without writing anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.app.import_options import NO_CHOICES, ImportOptions
from annotator.app.import_report import (
    Duplicate,
    Held,
    ImportReport,
    adjusted_json,
    conflict_json,
    duplicate_json,
    left_out_json,
    near_duplicate_json,
    said_json,
)
from annotator.app.incoming import Incoming, Newcomer
from annotator.app.near_duplicates import compute_missing, nearest
from annotator.app.sources import Source
from annotator.app.titles import first_line, one_line, shorten
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.text import clean, text_hash
from annotator.formats.records import Note
from annotator.store import articles as stored_articles
from annotator.store.staging import Staging

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.app.project import Project
    from annotator.app.sources import Item

LOOKED_AT = 5_000
"""A preview looks at so many records and no more: nobody reads more of them in a list, and it should not last."""

_FIRST_BATCH = 20
_BATCH = 200
_BATCH_CHARACTERS = 1_000_000
_FIRST_WORDS = 160
_COMPARED = 3_000  # texts whose signatures a preview makes, of new articles or of old ones


@dataclass(frozen=True, slots=True)
class Expected:
    """An article that an import would bring.

    Attributes:
        where: the file, or the file and the line.
        title: the title it would have.
        words: how its text begins, after the title, on one line.
        length: of its text, in code points.
        source: where it is from, as it would say.
        date: ISO 8601, where it has one.
        spans: how many spans or suggestions it would get, by id of the label.
        status: the annotator's status; None where nobody would have touched it.
    """

    where: str
    title: str
    words: str
    length: int
    source: str
    date: str | None
    spans: Mapping[str, int]
    status: Status | None

    def to_json(self) -> dict[str, Any]:
        """Return it as an object of JSON, its names those of the attributes."""
        return {
            "where": self.where,
            "title": self.title,
            "words": self.words,
            "length": self.length,
            "source": self.source,
            "date": self.date,
            "spans": dict(self.spans),
            "status": self.status.value if self.status is not None else None,
        }


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do.

    Attributes:
        report: what the import would tell.
        examined: how many records were looked at.
        total: about how many there are.
        complete: whether that was all of them; if not, more may come than the report says.
    """

    report: ImportReport
    examined: int
    total: int
    complete: bool

    def to_json(self) -> dict[str, Any]:
        """Return the object of the report with ``examined``, ``total`` and ``complete`` besides."""
        return {
            **self.report.to_json(),
            "examined": self.examined,
            "total": self.total,
            "complete": self.complete,
        }


@dataclass(frozen=True, slots=True)
class Part:
    """What a preview has found since the part before.

    Attributes:
        articles: those that would come in.
        report: what else there is to tell, in the form of `ImportReport.to_json`: ``duplicates``, ``problems``,
            ``left_out``, ``notes``, ``trimmed``, ``snapped``, ``conflicts``, and in the last part ``near_duplicates``.
        examined: how many records were looked at so far.
        total: about how many there are.
    """

    articles: tuple[Expected, ...]
    report: Mapping[str, list[dict[str, Any]]]
    examined: int
    total: int

    def to_json(self) -> dict[str, Any]:
        """Return the part as an object of JSON."""
        return {
            "articles": [each.to_json() for each in self.articles],
            **self.report,
            "examined": self.examined,
            "total": self.total,
        }


def preview_files(
    project: Project,
    paths: Iterable[Path],
    options: ImportOptions = NO_CHOICES,
    *,
    limit: int | None = LOOKED_AT,
    found: Callable[[Part], None] | None = None,
) -> Preview:
    """Find out what `annotator.app.importing.import_files` would do, and change nothing.

    Near-duplicates are told of at most some thousand articles, since it takes long to compare more.

    Args:
        project: where the import would go.
        paths: files and folders.
        options: as for the import.
        limit: look at no more records than this; None looks at all.
        found: told what was found, batch by batch, the first one small; it may raise to stop.

    Raises:
        UserError: a path does not exist, the name of the annotator is blank, or a label is to become one that is not
            there.
    """
    source = Source(paths, options, project=project.path)
    with Staging(project.database) as staging:
        incoming = Incoming(project, options, staging, keeps_texts=False)
        looking = _Preview(incoming, source.total, found)
        complete = looking.run(source.read(), limit)
        known = compute_missing(project, most=_COMPARED) if looking.compares else None
        near = [] if known is None else nearest(staging, known, project).told(staging)
        report = incoming.report(source, near_duplicates=near)
        if known is not None and found is not None and report.near_duplicates:
            looking.tell_near_duplicates(report)
    total = looking.examined if complete else max(looking.examined + 1, source.total)
    return Preview(report, looking.examined, total, complete)


def find_text(project: Project, raw: str, *, annotator: int | None = None) -> Duplicate | None:
    """Return the article that has a text already, as an import would say it, or None; also where it is no text.

    Args:
        project: where to look.
        raw: the text as it came.
        annotator: whose trash counts; None for everybody's.
    """
    try:
        text = clean(raw).text
    except UserError:
        return None
    hash = text_hash(text)
    known = stored_articles.known(project.database, [hash], annotator=annotator).get(hash)
    if known is None:
        return None
    return Duplicate("", known.title, 0, Held.TRASH if known.trashed else Held.HERE, known.id)


class _Preview:
    """One preview under way: how far it is and what of it has been told."""

    def __init__(self, incoming: Incoming, total: int, found: Callable[[Part], None] | None) -> None:
        self._incoming = incoming
        self._total = total
        self._found = found
        self._told: Counter[str] = Counter()
        self._articles = 0
        self.examined = 0

    def run(self, items: Iterable[Item], limit: int | None) -> bool:
        """Look at everything, or at ``limit`` records; return whether that was all."""
        incoming = self._incoming
        full = _FIRST_BATCH  # how many items make a batch, readable or not
        waiting = 0
        for item in items:
            if self.examined == limit and not isinstance(item, Note):
                self._sort_out()
                return False
            incoming.take(item)
            self.examined += not isinstance(item, Note)
            waiting += 1
            if waiting >= full or incoming.characters >= _BATCH_CHARACTERS:
                self._sort_out()
                full, waiting = _BATCH, 0
        self._sort_out()
        return True

    def _sort_out(self) -> None:
        new = self._incoming.sort_out()
        expected = tuple(_expected(each) for each in new)
        self._articles += len(expected)
        if self._found is not None:
            self._found(Part(expected, self._news(), self.examined, max(self.examined, self._total)))

    @property
    def compares(self) -> bool:
        """Whether the new articles are few enough to be compared with all others."""
        return self._incoming.signs

    def tell_near_duplicates(self, report: ImportReport) -> None:
        """Tell of texts that are nearly the same, which is known only in the end."""
        near = [near_duplicate_json(each) for each in report.near_duplicates]
        if self._found is not None:
            nothing: dict[str, list[dict[str, Any]]] = {name: [] for name in self._told}
            self._found(Part((), {**nothing, "near_duplicates": near}, self.examined, max(self.examined, self._total)))

    def _news(self) -> dict[str, list[dict[str, Any]]]:
        """Return what has come to be told since this was asked last."""
        told = self._incoming.told
        news: dict[str, list[dict[str, Any]]] = {
            "duplicates": [duplicate_json(each) for each in told.duplicates[self._told["duplicates"] :]],
            "problems": [said_json(each) for each in told.problems[self._told["problems"] :]],
            "left_out": [left_out_json(each) for each in told.left_out[self._told["left_out"] :]],
            "notes": [said_json(each) for each in told.notes[self._told["notes"] :]],
            "trimmed": [adjusted_json(each) for each in told.trimmed[self._told["trimmed"] :]],
            "snapped": [adjusted_json(each) for each in told.snapped[self._told["snapped"] :]],
            "conflicts": [conflict_json(each) for each in told.conflicts[self._told["conflicts"] :]],
        }
        self._told.update({name: len(told) for name, told in news.items()})
        return news


def _expected(new: Newcomer) -> Expected:
    return Expected(
        where=new.record.where,
        title=new.title,
        words=_first_words(new.text.text, new.title),
        length=len(new.text.text),
        source=new.source,
        date=new.date,
        spans=Counter(label for _, _, label in new.spans),
        status=new.status,
    )


def _first_words(text: str, title: str) -> str:
    """Return how a text goes on after its title, or how it begins where the title is not in it."""
    beginning = text[: 4 * _FIRST_WORDS].lstrip()
    first, _, rest = beginning.partition("\n")
    if first_line(first) == title and rest.strip():
        beginning = rest
    if one_line(beginning) == title:
        return ""
    return shorten(one_line(beginning), _FIRST_WORDS)
