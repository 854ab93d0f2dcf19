"""What an import tells of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from annotator.core.annotation import Status
from annotator.core.placement import Refused
from annotator.core.wording import Wording
from annotator.formats.records import Note, Problem


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A text that was not taken in, since the project already holds the same.

    Attributes:
        where: the file, or the file and the line.
        title: title of the article the project holds.
        spans: how many spans came with it, which were not taken in either.
    """

    where: str
    title: str
    spans: int = 0


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
        duplicates: texts the project holds already.
        problems: files and lines that could not be taken in.
        left_out: spans that could not be taken in.
        notes: what else a person should know.
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

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator import --json`` prints.

        Keys are added to it in later versions, never renamed or taken away::

            {"files": 3, "articles": 41, "spans": 350, "annotator": "Zoé", "status": "finished",
             "unfinished": ["a.jsonl:7"],
             "duplicates": [{"where": "a.jsonl:9", "title": "…", "spans": 4}],
             "problems": [{"where": "a.jsonl:12", "en": "…", "fr": "…"}],
             "left_out": [{"where": "a.jsonl:7", "title": "…", "start": 3, "end": 9, "label": "leader", "text": "…",
                           "reason": "off_the_grid", "en": "…", "fr": "…"}],
             "notes": [{"where": "b.txt", "en": "…", "fr": "…"}]}
        """
        return {
            "files": self.files,
            "articles": self.articles,
            "spans": self.spans,
            "annotator": self.annotator,
            "status": self.status.value,
            "unfinished": list(self.unfinished),
            "duplicates": [{"where": each.where, "title": each.title, "spans": each.spans} for each in self.duplicates],
            "problems": [{"where": each.where, **_both(each.wording)} for each in self.problems],
            "left_out": [
                {
                    "where": each.where,
                    "title": each.title,
                    "start": each.span.start,
                    "end": each.span.end,
                    "label": each.span.label,
                    "text": each.span.text,
                    "reason": each.span.obstacle.code,
                    **_both(each.span.obstacle.value),
                }
                for each in self.left_out
            ],
            "notes": [{"where": each.where, **_both(each.wording)} for each in self.notes],
        }


def _both(wording: Wording) -> dict[str, str]:
    return {"en": wording.en, "fr": wording.fr}
