"""Settling by a rule as the window asks the background for it: so many places that to write them takes a while."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.settling import Progress, Settling
from annotator.core.annotation import Status
from annotator.core.settling_rules import Extent, Rule, RuleKind


@dataclass(frozen=True, slots=True)
class Bulk:
    """What is to be settled at one stroke.

    Attributes:
        by: id of the annotator who settles.
        annotators: ids of those who are compared, the first named first.
        statuses: which statuses count.
        rule: by which rule.
        among: ids of the articles; None for all.
        reason: why, or None.
        finish: whether articles in which nothing waits then are finished as well.
    """

    by: int
    annotators: tuple[int, ...]
    statuses: frozenset[Status]
    rule: Rule
    among: tuple[int, ...] | None = None
    reason: str | None = None
    finish: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return it as an object."""
        return {
            "by": self.by,
            "annotators": list(self.annotators),
            "statuses": [status.value for status in Status if status in self.statuses],
            "rule": self.rule.kind.value,
            "at_least": self.rule.at_least,
            "overlap": self.rule.overlap,
            "extent": self.rule.extent.value,
            "among": None if self.among is None else list(self.among),
            "reason": self.reason,
            "finish": self.finish,
        }

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Bulk:
        """Read what `to_json` made."""
        return cls(
            given["by"],
            tuple(given["annotators"]),
            frozenset(Status(each) for each in given["statuses"]),
            Rule(RuleKind(given["rule"]), given["at_least"], given["overlap"], Extent(given["extent"])),
            None if given["among"] is None else tuple(given["among"]),
            given["reason"],
            given["finish"],
        )


def settle_in_bulk(project: Project, bulk: Bulk, *, progress: Progress | None = None) -> dict[str, Any]:
    """Settle as it was asked for, in one step, and return what was done.

    Args:
        project: the project.
        bulk: what was asked for.
        progress: as for `annotator.app.settling.Settling.accept`.

    Returns:
        ``places`` and ``finished``, numbers of places and articles, and ``articles``, the ids of those that changed.

    Raises:
        UserError: as `annotator.app.session.Session.apply`; nothing has changed then.
    """
    work = Settling(Session(project, bulk.by), bulk.annotators, statuses=bulk.statuses)
    done = work.accept(bulk.rule, bulk.among, reason=bulk.reason, finish=bulk.finish, progress=progress)
    return {"places": done.places, "finished": done.finished, "articles": list(done.articles)}
