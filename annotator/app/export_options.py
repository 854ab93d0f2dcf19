"""How articles are to be exported, as a person chooses it; front ends, preview, export and worker hand it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from annotator.core.annotation import Status


class Whose(StrEnum):
    """Which annotations of an article go out where several annotators worked on it."""

    ONE = "one"
    """One of them: of the annotator named first, or of any where all agree; where they differ, none."""
    EACH = "each"
    """Each, under its annotator's name; the text then goes out once for each."""
    MAJORITY = "majority"
    """The spans that more than half of them drew alike."""


class SplitBy(StrEnum):
    """What decides on which side of a split an article falls; near-duplicates always fall on the same."""

    TEXT = "text"
    """Its text alone, so that it stays there in every later export."""
    DATE = "date"
    """The latest articles are for testing, those before them for development."""
    SOURCE = "source"
    """All articles of one source fall on one side."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How articles are to be exported.

    Attributes:
        format: name of a format, or ``spacy`` for a folder to train from.
        annotators: names of the annotators whose annotations to take, in order of preference; None for all.
        whose: which of several.
        statuses: which articles to take.
        articles: ids of the articles to take them from; None for all.
        empty: take finished articles without spans too: they say that nothing is there.
        original: give the texts and offsets as they were before they were tidied at import.
        dev: share of the articles for development, 0 to 1.
        test: share of the articles for testing, 0 to 1.
        split_by: what decides which side an article falls on.
        folds: 0, or how many folders to make for cross-validation instead of one split.
        span_group: name of a group of ``doc.spans`` to write the spans to besides the entities; None for none.
        transformer: write a configuration for a transformer besides that for the processor.
    """

    format: str = "spacy"
    annotators: tuple[str, ...] | None = None
    whose: Whose = Whose.ONE
    statuses: tuple[Status, ...] = (Status.FINISHED,)
    articles: tuple[int, ...] | None = None
    empty: bool = True
    original: bool = False
    dev: float = 0.2
    test: float = 0.0
    split_by: SplitBy = SplitBy.TEXT
    folds: int = 0
    span_group: str | None = None
    transformer: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return it as an object of JSON, its names those of the attributes."""
        return {
            each.name: list(value) if isinstance(value := getattr(self, each.name), tuple) else value
            for each in fields(self)
        }

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> ExportOptions:
        """Read what `to_json` gave."""
        read: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in given.items()
        }
        read |= {"statuses": tuple(Status(each) for each in given["statuses"])}
        return cls(**(read | {"whose": Whose(given["whose"]), "split_by": SplitBy(given["split_by"])}))
