"""Agreement as the window asks for it: found in the background, kept in the project, listed a page at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from annotator.app import agreement
from annotator.app.project import Project
from annotator.core.agreement import Difference
from annotator.core.agreement_places import DIFFERENCES
from annotator.core.agreement_report import AgreementReport, PairAgreement
from annotator.core.annotation import Status
from annotator.core.boundaries import Edge
from annotator.store import kept_results

_KIND = "agreement"
_MOST = 12
"""Questions whose answers a project keeps."""


@dataclass(frozen=True, slots=True)
class Question:
    """Who is compared; the attributes are arguments of `annotator.app.agreement.compare`.

    Attributes:
        between: names of the annotators; None for all there are.
        other: another project file.
        statuses: which statuses count.
    """

    between: tuple[str, ...] | None = None
    other: Path | None = None
    statuses: frozenset[Status] = frozenset({Status.FINISHED})

    @property
    def name(self) -> str:
        """What its answer is kept as."""
        return f"{_KIND} {json.dumps(self.to_json(), ensure_ascii=False)}"

    def to_json(self) -> dict[str, Any]:
        """Return it as an object."""
        return {
            "between": None if self.between is None else list(self.between),
            "other": None if self.other is None else str(self.other),
            "statuses": [status.value for status in Status if status in self.statuses],
        }

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Question:
        """Read what `to_json` made."""
        return cls(
            None if given["between"] is None else tuple(given["between"]),
            None if given["other"] is None else Path(given["other"]),
            frozenset(Status(each) for each in given["statuses"]),
        )


@dataclass(frozen=True, slots=True)
class Which:
    """Some of the places of two annotators. Every condition given has to hold.

    Attributes:
        pair: which two, counted from 0 as in the report.
        kinds: the difference is one of these; all kinds of difference by default.
        label: one of the two spans has this label.
        labels: the first has the one and the second the other; ``""`` where there is no span.
        edge: the edges differ in this way.
        words: these are the words between such edges.
        first: the first annotator's span has this label.
        second: the second's has.
    """

    pair: int = 0
    kinds: frozenset[Difference] = DIFFERENCES
    label: str | None = None
    labels: tuple[str, str] | None = None
    edge: Edge | None = None
    words: str | None = None
    first: str | None = None
    second: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return it as an object."""
        return {
            "pair": self.pair,
            "kinds": [kind.value for kind in Difference if kind in self.kinds],
            "label": self.label,
            "labels": None if self.labels is None else list(self.labels),
            "edge": None if self.edge is None else self.edge.value,
            "words": self.words,
            "first": self.first,
            "second": self.second,
        }

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Which:
        """Read what `to_json` made."""
        return cls(
            given["pair"],
            frozenset(Difference(each) for each in given["kinds"]),
            given["label"],
            None if given["labels"] is None else (given["labels"][0], given["labels"][1]),
            None if given["edge"] is None else Edge(given["edge"]),
            given["words"],
            given["first"],
            given["second"],
        )

    def places(self, pair: PairAgreement) -> Sequence[int]:
        """Return the indices of these places."""
        found = pair.places.where(self.kinds, label=self.label, labels=self.labels, edge=self.edge)
        for label, at_first in ((self.first, True), (self.second, False)):
            if label is not None:
                of_label = pair.places.where(label=label)
                there = {at for at in of_label if _label(pair, at, first=at_first) == label}
                found = [at for at in found if at in there]
        if self.words is None:
            return found
        said = {
            at for each in pair.edge_words if (each.edge, each.words) == (self.edge, self.words) for at in each.places
        }
        return [at for at in found if at in said]


def _label(pair: PairAgreement, at: int, *, first: bool) -> str | None:
    both = pair.places[at].pair
    span = both.first if first else both.second
    return None if span is None else span[2]


class Known(NamedTuple):
    """An answer that the project keeps.

    Attributes:
        report: what `AgreementReport.to_json` returned.
        at: when it was found, ISO 8601.
        current: whether nothing it was found from has changed since.
    """

    report: Mapping[str, Any]
    at: str
    current: bool


def known(project: Project, question: Question) -> Known | None:
    """Return the answer to a question as it was found last, in some tens of milliseconds; None where it never was.

    Whether another project has changed since is not looked at; only asking again tells.
    """
    kept = kept_results.kept(project.database, question.name)
    if kept is None:
        return None
    return Known(kept.value, kept.at, kept.fingerprint == _fingerprint(project, question))


def _fingerprint(project: Project, question: Question) -> str:
    return kept_results.fingerprint(project.database, question.statuses)


class Comparisons:
    """Answers questions, and holds the last answer with all its places, so that lists of them are there at once."""

    def __init__(self) -> None:
        self._last: tuple[Path, str, str, AgreementReport] | None = None

    def ask(
        self, project: Project, question: Question, *, progress: Callable[[int, int], None] | None = None
    ) -> AgreementReport:
        """Compare, and keep the answer in the project.

        Args:
            project: the project file, no transaction under way.
            question: who is compared.
            progress: told how many articles of how many are compared; it may raise to stop.

        Raises:
            UserError: there is nothing to compare.
        """
        fingerprint = _fingerprint(project, question)  # before: what changes meanwhile makes it out of date
        with _other(question) as other:
            report = agreement.compare(
                project, question.between, other=other, statuses=question.statuses, progress=progress
            )
        at = datetime.now(UTC).isoformat(timespec="seconds")
        kept_results.keep(project.database, question.name, fingerprint, report.to_json(), at=at, most=_MOST)
        self._last = project.path, question.name, fingerprint, report
        return report

    def differences(
        self, project: Project, question: Question, which: Which, *, begin: int, count: int
    ) -> dict[str, Any]:
        """Return some of the places behind a number, in their context.

        Args:
            project: the project file, no transaction under way.
            question: who is compared; compared anew where that was not asked last or has changed since.
            which: which places.
            begin: how many of them to pass over.
            count: how many to return at most.

        Returns:
            ``{"total": 120, "articles": [3, 5], "begin": 50, "differences": [...]}``: the articles are those of all
            these places, each difference is as in `annotator.app.agreement.ShownPlace.to_json`.

        Raises:
            UserError: there is nothing to compare.
        """
        last = self._last
        if last is None or last[:3] != (project.path, question.name, _fingerprint(project, question)):
            report = self.ask(project, question)
        else:
            report = last[3]
        if which.pair >= len(report.pairs):
            return {"total": 0, "articles": [], "begin": 0, "differences": []}
        pair = report.pairs[which.pair]
        places = which.places(pair)
        shown = agreement.in_context(project, pair, places[begin : begin + count])
        return {
            "total": len(places),
            "articles": list(pair.places.articles(places)),
            "begin": begin,
            "differences": [each.to_json() for each in shown],
        }


@contextmanager
def _other(question: Question) -> Iterator[Project | None]:
    with ExitStack() as stack:
        yield None if question.other is None else stack.enter_context(Project.open(question.other))
