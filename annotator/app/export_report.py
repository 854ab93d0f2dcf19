"""What exports tell of themselves, whatever the format: what went out, what was left out and why, what was lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from annotator.app.export_options import ExportOptions
from annotator.core.wording import Wording
from annotator.formats.records import Trait


class Reason(NamedTuple):
    """Why something stays behind: a stable name for programs, and what people read."""

    code: str
    wording: Wording


NO_MAJORITY = Reason(
    "no_majority",
    Wording(
        "no more than half of the annotators drew it so", "pas plus de la moitié des annotateurs ne l'ont tracée ainsi"
    ),
)
ORIGINAL = Reason(
    "original",
    Wording(
        "its spans have no exact place in the text as it was before it was tidied, or the format cannot hold that text",
        "ses annotations n'ont pas de place exacte dans le texte d'avant la normalisation, ou le format ne peut pas "
        "contenir ce texte",
    ),
)


@dataclass(frozen=True, slots=True)
class LeftOutArticle:
    """An article, or one annotator's annotation of it, that does not go out.

    Attributes:
        article: its id.
        title: its title.
        annotator: whose annotation was left out; None where the article as a whole was.
        reason: stable name of the reason: ``status``, ``untouched``, ``disagreement``, ``other_annotator``,
            ``too_long``, ``trash``, ``empty``, ``original``.
        wording: why, for people.
    """

    article: int
    title: str
    annotator: str | None
    reason: str
    wording: Wording

    def to_json(self) -> dict[str, Any]:
        """Return it as a report lists it."""
        return {
            "article": self.article,
            "title": self.title,
            "annotator": self.annotator,
            "reason": self.reason,
            "en": self.wording.en,
            "fr": self.wording.fr,
        }


@dataclass(frozen=True, slots=True)
class UnusedSpan:
    """A span that does not go out, while its article does; in training data its tokens are marked as unknown.

    Attributes:
        article: id of the article.
        title: title of the article.
        annotator: whose span it is; several names where several drew it.
        start: as stored.
        end: as stored.
        label: as stored.
        text: the characters it holds, the first 200 of them.
        reason: stable name of the reason: ``off_the_grid``, ``white_space``, ``no_majority``.
        wording: why, for people.
    """

    article: int
    title: str
    annotator: str
    start: int
    end: int
    label: str
    text: str
    reason: str
    wording: Wording

    def to_json(self) -> dict[str, Any]:
        """Return it as a report lists it."""
        return {
            "article": self.article,
            "title": self.title,
            "annotator": self.annotator,
            "start": self.start,
            "end": self.end,
            "label": self.label,
            "text": self.text,
            "reason": self.reason,
            "en": self.wording.en,
            "fr": self.wording.fr,
        }


def lost_to_json(lost: Mapping[Trait, int]) -> list[dict[str, Any]]:
    """Return what a format could not carry, and of how many articles, as a report lists it."""
    return [
        {"trait": trait.name.lower(), "articles": count, "en": trait.value.en, "fr": trait.value.fr}
        for trait, count in lost.items()
        if count
    ]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was written in one of the formats and what was left out.

    Attributes:
        target: the file or folder.
        project: name of the project file.
        exported_at: ISO 8601, UTC.
        options: what was asked for.
        annotators: names of those whose annotations were wanted, in order of preference; None for everybody's.
        verified: whether it was read back and found as it was sent; None where nothing reads the format.
        articles: how many articles were written.
        records: how many times an annotator's work on one of them was; the same where each has one.
        spans: how many spans were written, by label id; every label of the project is named.
        lost: what the format could not carry, and of how many records.
        left_out: articles and annotations that were not written.
        unused: spans that were not, while their articles were.
        notes: what else a person should know.
    """

    target: Path
    project: str
    exported_at: str
    options: ExportOptions
    annotators: tuple[str, ...] | None
    verified: bool | None
    articles: int
    records: int
    spans: Mapping[str, int]
    lost: Mapping[Trait, int]
    left_out: tuple[LeftOutArticle, ...]
    unused: tuple[UnusedSpan, ...]
    notes: tuple[Wording, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator export --json`` prints.

        Keys are added to it in later versions, never renamed or taken away::

            {"format": "jsonl", "target": "…", "project": "news.annot", "exported_at": "…", "statuses": ["finished"],
             "annotators": ["Zoé"], "whose": "one", "original": false, "verified": true,
             "articles": 43, "records": 43, "spans": 360, "labels": {"leader": 105, …},
             "lost": [{"trait": "title", "articles": 43, "en": "…", "fr": "…"}],
             "left_out": [{"article": 7, "title": "…", "annotator": null, "reason": "status", "en": "…", "fr": "…"}],
             "unused": [{"article": 3, "title": "…", "annotator": "Zoé", "start": 3, "end": 9, "label": "leader",
                         "text": "…", "reason": "off_the_grid", "en": "…", "fr": "…"}],
             "notes": [{"en": "…", "fr": "…"}]}

        ``verified`` is null where nothing reads the format back.
        """
        return {
            "format": self.options.format,
            "target": str(self.target),
            "project": self.project,
            "exported_at": self.exported_at,
            "statuses": [status.value for status in self.options.statuses],
            "annotators": None if self.annotators is None else list(self.annotators),
            "whose": self.options.whose.value,
            "original": self.options.original,
            "verified": self.verified,
            "articles": self.articles,
            "records": self.records,
            "spans": sum(self.spans.values()),
            "labels": dict(self.spans),
            "lost": lost_to_json(self.lost),
            "left_out": [each.to_json() for each in self.left_out],
            "unused": [each.to_json() for each in self.unused],
            "notes": [{"en": each.en, "fr": each.fr} for each in self.notes],
        }
