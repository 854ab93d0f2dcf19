"""How articles are to be exported, as a person chooses it; front ends, preview, export and worker hand it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from annotator.core.annotation import Status
from annotator.core.errors import UserError

SPACY = "spacy"
"""The format that is no single file: a folder to train from."""

MOST_FOLDS = 20


class Whose(StrEnum):
    """Which annotations of an article go out where several annotators worked on it."""

    ONE = "one"
    """One of them: of the annotator named first, or of any where all agree; where they differ, none."""
    EACH = "each"
    """Each, under its annotator's name; the text then goes out once for each."""
    MAJORITY = "majority"
    """The spans that more than half of them drew alike."""
    SETTLED = "settled"
    """None of them: what was settled where they differ."""


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
        annotators: names of the annotators whose annotations to take, in order of preference; None for all, and where
            what was settled is taken.
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
        debug_data: let spaCy look through the training data and say what it makes of them.
        overwrite: put a file in the place of one that is no earlier export; folders are never replaced so.
    """

    format: str = SPACY
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
    debug_data: bool = True
    overwrite: bool = False

    def require_sound(self) -> None:
        """Refuse what cannot be done.

        Raises:
            UserError: the shares are none, or the number of folds is.
        """
        for name, share in (("dev.spacy", self.dev), ("test.spacy", self.test)):
            if not 0 <= share <= 1:  # nor is what is no number at all
                raise UserError(
                    f"the share for {name} must lie between 0 and 1, not {share}.",
                    f"La part de {name} doit être comprise entre 0 et 1, et non {share}.",
                )
        if self.dev + self.test > 1 and not self.folds:
            raise UserError(
                f"the shares for dev.spacy and test.spacy add up to more than 1 ({self.dev} + {self.test}).",
                f"Les parts de dev.spacy et de test.spacy dépassent 1 à elles deux ({self.dev} + {self.test}).",
            )
        if self.annotators and self.whose is Whose.SETTLED:
            raise UserError(
                "what was settled is no annotator's; name annotators or ask for what was settled, not both.",
                "Ce qui a été réglé n'est à aucun annotateur ; nommez des annotateurs ou demandez ce qui a été réglé, "
                "pas les deux.",
            )
        if self.folds and not 2 <= self.folds <= MOST_FOLDS:
            raise UserError(
                f"there must be from 2 to {MOST_FOLDS} folds, or none (0), not {self.folds}.",
                f"Il faut de 2 à {MOST_FOLDS} blocs, ou aucun (0), et non {self.folds}.",
            )
        if self.span_group is not None and not self.span_group.strip():
            raise UserError(
                "the group of doc.spans needs a name, such as sc.",
                "Le groupe de doc.spans doit avoir un nom, comme sc.",
            )
        if self.original and self.format == SPACY:
            raise UserError(
                "training data for spaCy hold the tidied texts, whose tokens its tokenizer makes; export the original "
                "texts in another format.",
                "Les données pour spaCy contiennent les textes normalisés, dont son tokeniseur fait les tokens ; "
                "exportez les textes d'origine dans un autre format.",
            )

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
