"""What an import tells of itself."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from annotator.core.annotation import Status
from annotator.core.placement import Adjusted, Refused
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
class Conflict:
    """An annotation that was not taken in, since its annotator has another one of the same text.

    Attributes:
        where: the file, or the file and the line.
        title: title of the article.
        spans: how many spans came with it, which were not taken in.
        annotator: whose both are.
        article: id of the article; None where that came in the same import.
    """

    where: str
    title: str
    spans: int
    annotator: str
    article: int | None = None

    @property
    def wording(self) -> Wording:
        """Why it was left alone."""
        return Wording(
            f"{self.annotator} has marked other things in this text; what is there stays",
            f"{self.annotator} a annoté autre chose dans ce texte ; ce qui s'y trouve reste",
        )


@dataclass(frozen=True, slots=True)
class AdjustedSpan:
    """A span that was taken in with other limits than it had.

    Attributes:
        where: the file, or the file and the line.
        title: title of the article.
        span: the span as given, what was done, and where it lies now.
    """

    where: str
    title: str
    span: Adjusted


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """An article that came in although another text is nearly the same.

    Attributes:
        where: the file, or the file and the line.
        title: title of the article that came in.
        of: title of the one it is most like: one of the project, or one that came earlier in the same import.
        article: id of that one; None where it came in the same import.
        likeness: how much the two share, up to 1, as `annotator.nlp.similarity` estimates it.
    """

    where: str
    title: str
    of: str
    article: int | None
    likeness: float


@dataclass(frozen=True, slots=True)
class FormatCount:
    """How many files of a format were read.

    Attributes:
        name: as written on the command line.
        title: as shown to people.
        files: how many.
    """

    name: str
    title: Wording
    files: int


@dataclass(frozen=True, slots=True)
class LabelCount:
    """What became of a label of the files.

    Attributes:
        theirs: its name there.
        spans: how many spans had it, whatever became of them.
        ours: id of the project's label they have now; None where they stay out for it.
        created: whether that label is new.
    """

    theirs: str
    spans: int
    ours: str | None
    created: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """What one annotator got of an import.

    Attributes:
        annotator: the name.
        articles: in how many articles.
        spans: how many spans.
    """

    annotator: str
    articles: int
    spans: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came in and what did not.

    Attributes:
        files: how many files were read.
        articles: how many articles are new in the project.
        spans: how many spans were taken in.
        annotator: who was to have the spans and statuses, or the first who got any; None where there were none.
        status: the status asked for.
        unfinished: articles that were to be finished and stay in progress, since a span of theirs was left out.
        duplicates: texts that were there already.
        problems: files and lines that could not be taken in.
        left_out: spans that could not be taken in.
        notes: what else a person should know.
        first: id of the first new article; None where there is none, and in a preview.
        formats: how many files of which format were read.
        labels: what became of the labels of the files, in the order they were met.
        trimmed: spans without the white space that they began or ended with.
        snapped: spans widened to whole words.
        near_duplicates: articles that came in and are nearly the same as another.
        annotations: who got what.
        attached: how many annotations went to articles that were there already.
        suggestions: how many spans came in as suggestions.
        conflicts: annotations that stayed out, since their annotator has another one of the same text.
        id: number of the import in the project; None where it changed nothing, and in a preview.
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
    formats: tuple[FormatCount, ...] = ()
    labels: tuple[LabelCount, ...] = ()
    trimmed: tuple[AdjustedSpan, ...] = ()
    snapped: tuple[AdjustedSpan, ...] = ()
    near_duplicates: tuple[NearDuplicate, ...] = ()
    annotations: tuple[Share, ...] = ()
    attached: int = 0
    suggestions: int = 0
    conflicts: tuple[Conflict, ...] = ()
    id: int | None = None

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
             "first": 12,
             "formats": [{"name": "jsonl", "en": "JSON lines", "fr": "JSON Lines", "files": 1}],
             "labels": [{"theirs": "PER", "spans": 40, "ours": "leader" or null, "created": false}],
             "trimmed": [{…as in left_out…, "reason": "trimmed", "to": [3, 8]}],
             "snapped": [{…as in left_out…, "reason": "snapped", "to": [2, 9]}],
             "near_duplicates": [{"where": "b.txt", "title": "…", "of": "…", "article": 7 or null, "likeness": 0.93}],
             "annotations": [{"annotator": "Zoé", "articles": 41, "spans": 350}],
             "attached": 2, "suggestions": 0,
             "conflicts": [{"where": "c.jsonl:3", "title": "…", "spans": 4, "held": "here", "article": 7,
                            "annotator": "Zoé", "reason": "other_spans", "en": "…", "fr": "…"}],
             "import": 3}

        ``start`` and ``end`` are those of the file's text, ``to`` those of the stored text.
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
            "formats": [{"name": each.name, **_both(each.title), "files": each.files} for each in self.formats],
            "labels": [
                {"theirs": each.theirs, "spans": each.spans, "ours": each.ours, "created": each.created}
                for each in self.labels
            ],
            "trimmed": [adjusted_json(each) for each in self.trimmed],
            "snapped": [adjusted_json(each) for each in self.snapped],
            "near_duplicates": [near_duplicate_json(each) for each in self.near_duplicates],
            "annotations": [
                {"annotator": each.annotator, "articles": each.articles, "spans": each.spans}
                for each in self.annotations
            ],
            "attached": self.attached,
            "suggestions": self.suggestions,
            "conflicts": [conflict_json(each) for each in self.conflicts],
            "import": self.id,
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


def conflict_json(conflict: Conflict) -> dict[str, Any]:
    """Return the object a conflict is in JSON."""
    return {
        "where": conflict.where,
        "title": conflict.title,
        "spans": conflict.spans,
        "held": (Held.TWICE if conflict.article is None else Held.HERE).value,
        "article": conflict.article,
        "annotator": conflict.annotator,
        "reason": "other_spans",
        **_both(conflict.wording),
    }


def adjusted_json(adjusted: AdjustedSpan) -> dict[str, Any]:
    """Return the object a span with other limits is in JSON."""
    span = adjusted.span
    return {
        "where": adjusted.where,
        "title": adjusted.title,
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "text": span.text,
        "to": list(span.to),
        "reason": span.adjustment.code,
        **_both(span.adjustment.value),
    }


def near_duplicate_json(near: NearDuplicate) -> dict[str, Any]:
    """Return the object a near-duplicate is in JSON."""
    return {
        "where": near.where,
        "title": near.title,
        "of": near.of,
        "article": near.article,
        "likeness": near.likeness,
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
    """Return the object a problem or note is in JSON; what else a kind of note says stands beside its wording."""
    more = {each.name: getattr(said, each.name) for each in fields(said) if each.name not in ("where", "wording")}
    return {"where": said.where, **_both(said.wording), **more}


def _both(wording: Wording) -> dict[str, str]:
    return {"en": wording.en, "fr": wording.fr}
