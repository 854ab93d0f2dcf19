"""What a pipeline proposes, and what an annotator decided of it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from annotator.core.wording import Wording


class Tier(StrEnum):
    """How much a suggestion deserves to be believed, by the measured precision of what proposed it."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class Decision(StrEnum):
    """What an annotator decided of a suggestion."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"


class Proposal(NamedTuple):
    """A span proposed for one text, not yet stored.

    Attributes:
        start: first code point of the span.
        end: one past its last code point.
        label: id of the label proposed.
        rule: id of the rule that proposed it, such as ``"leader.title"``.
        reason: why, one short phrase a person can check against the text.
        tier: how much it deserves to be believed.
    """

    start: int
    end: int
    label: str
    rule: str
    reason: Wording
    tier: Tier


class Suggestion(NamedTuple):
    """A proposal stored in a project, with an id that decisions point at.

    Attributes:
        id: row id in the project.
        article: id of the article.
        start: first code point of the span.
        end: one past its last code point.
        label: id of the label proposed.
        rule: id of the rule that proposed it.
        reason: why.
        tier: how much it deserves to be believed.
        pipeline: name and version of the pipeline that proposed it.
        active: whether the pipeline still proposes it; one that it does not is kept for the log alone.
    """

    id: int
    article: int
    start: int
    end: int
    label: str
    rule: str
    reason: Wording
    tier: Tier
    pipeline: str
    active: bool = True


class SuggestionsByPlace(Mapping[int, Suggestion]):
    """The suggestions of one article by id, which can find those at a place without going through all of them."""

    @abstractmethod
    def near(self, start: int, end: int) -> list[Suggestion]:
        """Return the suggestions that share a code point with ``start`` to ``end``, in text order."""
