"""Whether what an annotator has finished is ready to train from: a list of checks, each with a verdict and its reason.

The rules of thumb are those of spaCy's ``debug data`` (3.8) where it has one, else our own; each sentence says which. A
verdict is advice: nothing here keeps anybody from exporting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.core.listing import ArticleQuery
from annotator.core.wording import Wording

FEWEST_EXAMPLES = 100
"""Fewer paragraphs to train from ``debug data`` calls too few (its ``BLANK_MODEL_MIN_THRESHOLD``)."""
GOOD_EXAMPLES = 2000
"""So many it recommends (its ``BLANK_MODEL_THRESHOLD``)."""
FEWEST_SPANS = 50
"""So many spans of a label to train from, or fewer, it calls a low number (its ``NEW_LABEL_THRESHOLD``)."""
MOST_UNEVEN = 20
"""Our own: where a label is so many times as frequent as another, the other may be drowned out."""
MOST_WITHOUT = 0.5
"""Our own: where more of the finished articles have no span at all, they may have been finished by mistake."""
LARGEST_GROUP = 0.2
"""Our own: where more articles are one story, no split leaves enough variety on both sides."""


class Verdict(StrEnum):
    """What a check comes to, the best first."""

    READY = "ready"
    LOOK = "look at it"
    UNKNOWN = "not looked at"
    NOT_YET = "not yet"

    @property
    def wording(self) -> Wording:
        """What the verdict is called."""
        return _VERDICTS[self]


_VERDICTS = {
    Verdict.READY: Wording("ready", "prêt"),
    Verdict.LOOK: Wording("look at it", "à regarder"),
    Verdict.UNKNOWN: Wording("not looked at", "pas encore vérifié"),
    Verdict.NOT_YET: Wording("not yet", "pas encore"),
}


class Check(StrEnum):
    """What is looked at."""

    FINISHED = "finished"
    LABEL = "label"
    BALANCE = "balance"
    WITHOUT_SPANS = "without spans"
    UNDECIDED = "undecided"
    MISALIGNED = "misaligned"
    SURFACES = "surfaces"
    LEAKS = "leaks"
    SIDES = "sides"

    @property
    def wording(self) -> Wording:
        """What the articles of its line are, in a few words."""
        return _CHECKS[self]


_CHECKS = {
    Check.FINISHED: Wording("finished", "terminés"),
    Check.LABEL: Wording("finished, with the label", "terminés, avec l'étiquette"),
    Check.BALANCE: Wording("finished, with the rarest label", "terminés, avec l'étiquette la plus rare"),
    Check.WITHOUT_SPANS: Wording("finished without a span", "terminés sans annotation"),
    Check.UNDECIDED: Wording("finished, with undecided suggestions", "terminés, avec des suggestions à décider"),
    Check.MISALIGNED: Wording("with spans that are no whole tokens", "avec des annotations sans limites de mot"),
    Check.SURFACES: Wording("where work does not agree with itself", "où le travail se contredit"),
    Check.LEAKS: Wording("that tell the same story", "qui racontent la même chose"),
    Check.SIDES: Wording("sides", "répartition"),
}


class Line(NamedTuple):
    """One check.

    Attributes:
        check: what was looked at.
        verdict: what it comes to.
        wording: the numbers, and what to do.
        label: id of the label it is about, or ``""``.
        articles: ids of the articles to look at; empty where there are none, and where ``query`` is given.
        query: which articles it is about, where they may be all of the project; the annotator has to ask it.
    """

    check: Check
    verdict: Verdict
    wording: Wording
    label: str = ""
    articles: Sequence[int] = ()
    query: ArticleQuery | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """What takes going through all articles to know.

    Attributes:
        misaligned: ids of the finished articles with spans that do not begin and end with tokens.
        misaligned_spans: how many such spans there are.
        related: ids of the finished articles that tell the same story as another finished one.
        groups: how many such stories there are.
        largest: how many articles the largest of them has.
        leaks: how many pairs that tell the same story a split by default puts on two sides.
        sides: how many finished articles fall on each side of it.
        spans: how many spans of each label fall on each side.
        inconsistent: how many surfaces and texts were treated in more than one way, and not left alone as right.
        telling: some of the most telling of them, as they stand in articles.
        telling_in: ids of articles in which those were treated in the rarer way.
    """

    misaligned: Sequence[int]
    misaligned_spans: int
    related: Sequence[int]
    groups: int
    largest: int
    leaks: int
    sides: Mapping[str, int]
    spans: Mapping[str, Mapping[str, int]]
    inconsistent: int = 0
    telling: Sequence[str] = ()
    telling_in: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What readiness is judged by.

    Attributes:
        finished: how many articles are finished.
        paragraphs: how many paragraphs the finished articles have, about: each is an example when training.
        for_training: the share of them that falls on the side to train from, 0 to 1.
        spans: how many spans there are in finished articles, by label id, every label given.
        names: what each label is called.
        without_spans: ids of the finished articles without a span.
        undecided: how many suggestions are undecided in finished articles.
        undecided_in: ids of those articles.
        examined: what takes longer, or None where that is not known as things stand.
    """

    finished: int
    paragraphs: int
    for_training: float
    spans: Mapping[str, int]
    names: Mapping[str, Wording]
    without_spans: Sequence[int]
    undecided: int
    undecided_in: Sequence[int]
    examined: Examined | None


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether one may train.

    Attributes:
        annotator: whose finished articles are meant.
        lines: the checks, in a fixed order.
    """

    annotator: str
    lines: tuple[Line, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of all lines."""
        return max((line.verdict for line in self.lines), key=list(Verdict).index)

    @property
    def wording(self) -> Wording:
        """The answer to «may I train?» in a sentence."""
        return _ANSWERS[self.verdict]

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator stats PROJECT readiness --json`` prints.

        Keys are added to it in later versions, never renamed or taken away::

            {"annotator": "Zoé", "verdict": "not yet", "en": "…", "fr": "…",
             "lines": [{"check": "label", "label": "sum" or null, "verdict": "look at it", "en": "…", "fr": "…",
                        "articles": [3, 9, …] or null}, …]}

        ``articles`` is null where a line is about whatever is finished, or finished and has the label.
        """
        return {
            "annotator": self.annotator,
            "verdict": self.verdict.value,
            "en": self.wording.en,
            "fr": self.wording.fr,
            "lines": [
                {
                    "check": line.check.value,
                    "label": line.label or None,
                    "verdict": line.verdict.value,
                    "en": line.wording.en,
                    "fr": line.wording.fr,
                    "articles": None if line.query is not None else list(line.articles),
                }
                for line in self.lines
            ],
        }


_ANSWERS = {
    Verdict.READY: Wording("You may train.", "Vous pouvez lancer l'entraînement."),
    Verdict.LOOK: Wording(
        "You may train; look at some things first.",
        "Vous pouvez lancer l'entraînement ; regardez d'abord quelques points.",
    ),
    Verdict.UNKNOWN: Wording(
        "Not everything has been looked at as it stands today.", "Tout n'a pas été vérifié dans l'état actuel."
    ),
    Verdict.NOT_YET: Wording("Not yet: some things are missing.", "Pas encore : il manque certaines choses."),
}
