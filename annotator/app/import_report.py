"""What an import tells of itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from annotator.core.annotation import Status
from annotator.core.placement import Refused
from annotator.core.wording import Wording
from annotator.formats.records import Note, Problem


class Held(StrEnum):
    """Where the text of a duplicate already is."""

    HERE = "here"
    TWICE = "twice"
    TRASH = "trash"

    @property
    def wording(self) -> Wording:
        """Why it was left out, without the title it is held under."""
        return _HELD[self]


_HELD = {
    Held.HERE: Wording("the project has this text already", "ce texte est déjà dans le projet"),
    Held.TWICE: Wording("this text came earlier in the same import", "ce texte est déjà venu dans le même import"),
    Held.TRASH: Wording("this text lies in the trash", "ce texte est dans la corbeille"),
}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A text that was not taken in, since the project already holds the same.

    Attributes:
        where: the file, or the file and the line.
        title: title of the article that has the text.
        spans: how many spans came with it, which were not taken in either.
        held: where the text is.
        article: id of the article that has it; None where that came in the same import.
    """

    where: str
    title: str
    spans: int = 0
    held: Held = Held.HERE
    article: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOutSpan:
    """A span that was not taken in, while its article was.

    Attributes:
        where: the file, or the file and the line.
        title: title of the article.
        span: the span as given, and why.
    """

    where: str
    title: str
    span: Refused


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came in and what did not.

    Attributes:
        files: how many files were read.
        articles: how many articles are new in the project.
        spans: how many spans were taken in.
        annotator: whose annotation the spans and statuses became; None where there were none.
        status: the status asked for.
        unfinished: articles that were to be finished and stay in progress, since a span of theirs was left out.
        duplicates: texts that were there already.
        problems: files and lines that could not be taken in.
        left_out: spans that could not be taken in.
        notes: what else a person should know.
        first: id of the first new article; None where there is none, and in a preview.
    """

    files: int
    articles: int
    spans: int
    annotator: str | None
    status: Status
    unfinished: tuple[str, ...]
    duplicates: tuple[Duplicate, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOutSpan, ...]
    notes: tuple[Note, ...]
    first: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator import --json`` prints.

        Keys are added to it in later versions, never renamed or taken away::

            {"files": 3, "articles": 41, "spans": 350, "annotator": "Zoé", "status": "finished",
             "unfinished": ["a.jsonl:7"],
             "duplicates": [{"where": "a.jsonl:9", "title": "…", "spans": 4, "held": "here", "article": 7,
                             "en": "…", "fr": "…"}],
             "problems": [{"where": "a.jsonl:12", "en": "…", "fr": "…"}],
             "left_out": [{"where": "a.jsonl:7", "title": "…", "start": 3, "end": 9, "label": "leader", "text": "…",
                           "reason": "off_the_grid", "en": "…", "fr": "…"}],
             "notes": [{"where": "b.txt", "en": "…", "fr": "…"}],
             "first": 12}
        """
        return {
            "files": self.files,
            "articles": self.articles,
            "spans": self.spans,
            "annotator": self.annotator,
            "status": self.status.value,
            "unfinished": list(self.unfinished),
            "duplicates": [duplicate_json(each) for each in self.duplicates],
            "problems": [said_json(each) for each in self.problems],
            "left_out": [left_out_json(each) for each in self.left_out],
            "notes": [said_json(each) for each in self.notes],
            "first": self.first,
        }


def duplicate_json(duplicate: Duplicate) -> dict[str, Any]:
    """Return the object a duplicate is in JSON."""
    return {
        "where": duplicate.where,
        "title": duplicate.title,
        "spans": duplicate.spans,
        "held": duplicate.held.value,
        "article": duplicate.article,
        **_both(duplicate.held.wording),
    }


def left_out_json(left_out: LeftOutSpan) -> dict[str, Any]:
    """Return the object a span left out is in JSON."""
    span = left_out.span
    return {
        "where": left_out.where,
        "title": left_out.title,
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "text": span.text,
        "reason": span.obstacle.code,
        **_both(span.obstacle.value),
    }


def said_json(said: Problem | Note) -> dict[str, Any]:
    """Return the object a problem or note is in JSON."""
    return {"where": said.where, **_both(said.wording)}


def _both(wording: Wording) -> dict[str, str]:
    return {"en": wording.en, "fr": wording.fr}
