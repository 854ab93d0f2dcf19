"""What merging copies of a project brings, as both front ends tell it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from annotator.core.annotation import Span
from annotator.core.merging import Clash, Value
from annotator.core.settlement import Settlement
from annotator.core.wording import Wording


class Part(StrEnum):
    """What copies of a project may have otherwise, besides articles and annotations."""

    LABELS = "labels"
    """Names, colours and keys of labels, and labels that are missing."""
    GUIDELINES = "guidelines"
    LEXICON = "lexicon"
    """Entries and silent rules."""
    SPLITS = "splits"

    @property
    def wording(self) -> Wording:
        """What the part is called."""
        return _PARTS[self]


_PARTS = {
    Part.LABELS: Wording("labels", "étiquettes"),
    Part.GUIDELINES: Wording("guidelines", "consignes"),
    Part.LEXICON: Wording("lexicon", "lexique"),
    Part.SPLITS: Wording("splits", "coupes de mots"),
}


@dataclass(frozen=True, slots=True)
class PartDifference:
    """Something that a copy has otherwise than the project.

    Attributes:
        part: to which part of the project it belongs.
        copy: the file.
        what: the label, entry, rule or form.
        field: ``name``, ``colour``, ``key``, ``guideline``, ``entry``, ``silent`` or ``parts``.
        here: what the project has, in words; None where it has nothing.
        there: what the copy has.
        taken: whether it is taken over.
        needed: whether it is taken since what somebody marked needs it.
    """

    part: Part
    copy: str
    what: str
    field: str
    here: str | None
    there: str
    taken: bool = False
    needed: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return it as an object, its names those of the attributes."""
        return {
            "part": self.part.value,
            "copy": self.copy,
            "what": self.what,
            "field": self.field,
            "here": self.here,
            "there": self.there,
            "taken": self.taken,
            "needed": self.needed,
        }


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A place where the project and a copy say different things, neither knowing of the other; the newer stands.

    Attributes:
        article: id of the article.
        title: its title.
        annotator: name of the annotator whose annotation it is in.
        copy: the file.
        clash: what differs, and which of the two stands.
    """

    article: int
    title: str
    annotator: str
    copy: str
    clash: Clash

    def to_json(self) -> dict[str, Any]:
        """Return it as an object.

        ``article``, ``title``, ``annotator``, ``copy``; ``kind`` (span, decision, status, flagged, note, trashed or
        settled), ``start`` and ``end`` or null; ``here`` and ``there``, a value or an object; ``won``: which stands.
        """
        start, end = self.clash.place or (None, None)
        return {
            "article": self.article,
            "title": self.title,
            "annotator": self.annotator,
            "copy": self.copy,
            "kind": self.clash.kind,
            "start": start,
            "end": end,
            "here": value_to_json(self.clash.here),
            "there": value_to_json(self.clash.there),
            "won": "here" if self.clash.won else "there",
        }


def value_to_json(value: Value) -> Any:
    """Return what a register holds as JSON can hold it."""
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "label": value.label, "note": value.note}
    if isinstance(value, Settlement):
        return {"start": value.start, "end": value.end, "choice": value.choice.value, "reason": value.reason}
    return value


@dataclass(frozen=True, slots=True)
class MergedWork:
    """What changed of one annotator's work.

    Attributes:
        annotator: the name.
        articles: ids of the articles whose annotation changed.
        added: how many spans came.
        changed: how many spans changed.
        removed: how many spans went.
        decisions: how many decisions changed.
        others: how many statuses, flags, remarks, settled places and the like changed.
    """

    annotator: str
    articles: tuple[int, ...]
    added: int
    changed: int
    removed: int
    decisions: int
    others: int

    def to_json(self) -> dict[str, Any]:
        """Return it as an object, its names those of the attributes."""
        return {
            "annotator": self.annotator,
            "articles": list(self.articles),
            "added": self.added,
            "changed": self.changed,
            "removed": self.removed,
            "decisions": self.decisions,
            "others": self.others,
        }


@dataclass(frozen=True, slots=True)
class MergedCopy:
    """What one of the copies brings.

    Attributes:
        copy: the file.
        articles: how many articles it has.
        new: how many of them were in the project neither before nor by a copy named earlier.
        edits: how many edits of its log the project did not have; they may all be older than what stands.
        work: what changes in annotations to which it brings an edit, by annotator; where two copies bring edits to the
            same annotation, both name what changes in it.
    """

    copy: str
    articles: int
    new: int
    edits: int
    work: tuple[MergedWork, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as an object, its names those of the attributes."""
        return {
            "copy": self.copy,
            "articles": self.articles,
            "new": self.new,
            "edits": self.edits,
            "work": [each.to_json() for each in self.work],
        }


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge brought, or would bring.

    Attributes:
        copies: the files, as they were given.
        articles: how many articles were new.
        first: id of the first of them, or None.
        known: how many articles of the copies the project had already.
        edits: how many edits of the copies' logs came.
        work: what changed, by annotator.
        by_copy: what each of the copies brought, in the order they were given.
        conflicts: where the project and a copy differ.
        labels: ids of labels that came since spans need them, or were asked for.
        differences: what the copies have otherwise.
        off_grid: spans left out as they are not made of whole tokens here, each as a sentence.
        id: number under which the project remembers the merge; None where nothing changed or nothing was to change.
    """

    copies: tuple[str, ...]
    articles: int = 0
    first: int | None = None
    known: int = 0
    edits: int = 0
    work: tuple[MergedWork, ...] = ()
    conflicts: tuple[MergeConflict, ...] = ()
    labels: tuple[str, ...] = ()
    differences: tuple[PartDifference, ...] = ()
    off_grid: tuple[Wording, ...] = ()
    by_copy: tuple[MergedCopy, ...] = ()
    id: int | None = None

    @property
    def changes_anything(self) -> bool:
        """Whether the project is another one after it."""
        taken = any(each.taken for each in self.differences)
        return bool(self.articles or self.edits or self.labels or taken)

    def to_json(self) -> dict[str, Any]:
        """Return the object that ``annotator merge --json`` prints, its names those of the attributes.

        ``merge`` stands for the id; ``off_grid`` is a list of objects with the sentence in ``en`` and ``fr``.
        """
        return {
            "copies": list(self.copies),
            "articles": self.articles,
            "first": self.first,
            "known": self.known,
            "edits": self.edits,
            "work": [each.to_json() for each in self.work],
            "by_copy": [each.to_json() for each in self.by_copy],
            "conflicts": [each.to_json() for each in self.conflicts],
            "labels": list(self.labels),
            "differences": [each.to_json() for each in self.differences],
            "off_grid": [{"en": each.en, "fr": each.fr} for each in self.off_grid],
            "merge": self.id,
        }
