"""How far annotators are: articles by status, what was done on which day, how fast, and until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from annotator.core.annotation import Status
from annotator.core.deeds import IDLE
from annotator.core.pace import RECENT, WHAT_IS_ACTIVE, Forecast, Pace, Work, forecast, pace
from annotator.core.wording import Wording

WHAT_COUNTS = Wording(
    "Days are those of this computer's time zone. Spans are those added less those removed; what is undone counts "
    "back on the day of the undoing, what imports brought is counted apart, and work on articles that lie in the trash "
    "today counts.",
    "Les jours sont ceux du fuseau horaire de cet ordinateur. Les annotations sont les ajouts moins les suppressions ; "
    "ce qui est annulé est décompté le jour de l'annulation, les imports sont comptés à part, et le travail sur des "
    "articles aujourd'hui à la corbeille compte.",
)


class Day(NamedTuple):
    """What was done on a day, or from a day on, in the annotations of an annotator.

    Attributes:
        day: the day, or the first of several.
        finished: how many articles were finished and still were at its end.
        reopened: how many that had been finished before were no longer so at its end.
        spans: how many more spans of each label somebody's work made; fewer where negative, left out where none.
        brought: how many spans of each label imports brought.
        statuses: how many more articles were in each status, imports included; fewer where negative.
        deeds: how many edits.
        active: time at work.
    """

    day: date
    finished: int = 0
    reopened: int = 0
    spans: Mapping[str, int] = {}
    brought: Mapping[str, int] = {}
    statuses: Mapping[Status, int] = {}
    deeds: int = 0
    active: timedelta = timedelta()

    def to_json(self) -> dict[str, Any]:
        """Return it as an object, see `Progress.to_json`."""
        return {
            "day": self.day.isoformat(),
            "finished": self.finished,
            "reopened": self.reopened,
            "spans": dict(self.spans),
            "imported": dict(self.brought),
            "statuses": {status.value: count for status, count in self.statuses.items()},
            "edits": self.deeds,
            "active_hours": self.active / timedelta(hours=1),
        }


class Unit(StrEnum):
    """How long a stretch of time is that is told of at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def first(self, day: date) -> date:
        """Return the first day of the stretch that a day lies in; weeks begin on Monday."""
        match self:
            case Unit.DAY:
                return day
            case Unit.WEEK:
                return day - timedelta(days=day.weekday())
            case Unit.MONTH:
                return day.replace(day=1)

    def last(self, day: date) -> date:
        """Return the last day of the stretch that a day lies in."""
        return self.first(self.first(day) + timedelta(days=_LONGER[self])) - timedelta(days=1)


_LONGER = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31}
_MOST = 45
"""Stretches of time that a chart shows well; of more days or weeks, longer ones are taken."""


def unit_for(first: date, last: date) -> Unit:
    """Return the stretches in which the time between two days is told of well."""
    days = (last - first).days + 1
    return Unit.DAY if days <= _MOST else Unit.WEEK if days <= 7 * _MOST else Unit.MONTH


def stretches(days: Iterable[Day], unit: Unit, *, until: date | None = None) -> list[Day]:
    """Add up days by stretches of time, from the first to the last without a gap.

    Args:
        days: the days, in order.
        unit: how long a stretch is.
        until: a day up to which stretches are told of, whether anything was done in them or not.
    """
    by_first: dict[date, list[Day]] = {}
    for each in days:
        by_first.setdefault(unit.first(each.day), []).append(each)
    if not by_first:
        return []
    last = max(max(by_first), unit.first(until or date.min))
    return [add_up(first, by_first.get(first, ())) for first in _firsts(min(by_first), last, unit)]


def _firsts(first: date, last: date, unit: Unit) -> Iterator[date]:
    while first <= last:
        yield first
        first = unit.last(first) + timedelta(days=1)


def add_up(first: date, days: Sequence[Day]) -> Day:
    """Return as one what was done on some days, or by several people, told of from ``first`` on."""
    return Day(
        first,
        sum(each.finished for each in days),
        sum(each.reopened for each in days),
        _add(each.spans for each in days),
        _add(each.brought for each in days),
        _add(each.statuses for each in days),
        sum(each.deeds for each in days),
        sum((each.active for each in days), timedelta()),
    )


_Counted = TypeVar("_Counted", str, Status)


def _add(counts: Iterable[Mapping[_Counted, int]]) -> dict[_Counted, int]:
    total: Counter[_Counted] = Counter()
    for each in counts:
        total.update(each)
    return {what: count for what, count in total.items() if count}


class Share(NamedTuple):
    """What one person did of the work of an annotator: in the settled layer, of several people's.

    Attributes:
        name: the person.
        finished: how many articles they finished, less those they reopened.
        spans: how many more spans they made.
        active: their time at work.
    """

    name: str
    finished: int
    spans: int
    active: timedelta

    def to_json(self) -> dict[str, Any]:
        """Return it as an object, see `Progress.to_json`."""
        return {
            "name": self.name,
            "finished": self.finished,
            "spans": self.spans,
            "active_hours": self.active / timedelta(hours=1),
        }


@dataclass(frozen=True, slots=True)
class AnnotatorProgress:
    """How far an annotator is, or the settled layer.

    Attributes:
        id: the annotator.
        name: their name.
        settled: it is the settled layer.
        statuses: how many articles are in each status, every status given; what lies in the trash is left out.
        trashed: how many lie in the trash.
        left: how many are new or in progress; of those the annotator was given, where articles were given out.
        given: how many articles the annotator was given; None where it was never said who is to do which.
        days: the days on which anything was done or came in, in order.
        shares: who did how much of it: the annotator alone, but for the settled layer.
    """

    id: int
    name: str
    settled: bool
    statuses: Mapping[Status, int]
    trashed: int
    left: int
    given: int | None
    days: Sequence[Day]
    shares: Sequence[Share]

    @property
    def work(self) -> list[Work]:
        """The days of work, in order; days on which only imports brought something are none."""
        return [
            Work(each.day, each.active, sum(each.spans.values()), each.finished - each.reopened)
            for each in self.days
            if each.deeds
        ]

    @property
    def overall(self) -> Pace:
        """How fast from the first day on."""
        return pace(self.work)

    @property
    def recent(self) -> Pace:
        """How fast on the last days of work."""
        return pace(self.work[-RECENT:])

    def forecast(self, today: date) -> Forecast | Wording:
        """Tell when all that is left will be finished, or why that cannot be told."""
        if self.settled:
            return Wording(
                "how many articles there are to settle changes as annotators finish theirs.",
                "le nombre d'articles à mettre d'accord change à mesure que les annotateurs terminent les leurs.",
            )
        return forecast(self.work, self.left, today=today)

    def to_json(self, today: date) -> dict[str, Any]:
        """Return it as an object, see `Progress.to_json`."""
        told = self.forecast(today)
        why = told if isinstance(told, Wording) else None
        return {
            "name": self.name,
            "settled": self.settled,
            "articles": {status.value: count for status, count in self.statuses.items()},
            "trashed": self.trashed,
            "left": self.left,
            "given": self.given,
            "days": [each.to_json() for each in self.days],
            "by": [each.to_json() for each in self.shares],
            "pace": {"recent": self.recent.to_json(), "overall": self.overall.to_json()},
            "forecast": None if isinstance(told, Wording) else told.to_json(),
            "why_no_forecast": None if why is None else {"en": why.en, "fr": why.fr},
        }


@dataclass(frozen=True, slots=True)
class Progress:
    """How far annotators are.

    Attributes:
        today: the present day where the machine is.
        labels: the label ids, in the order of the project.
        annotators: those asked about, people first in the order they came, then the settled layer.
    """

    today: date
    labels: tuple[str, ...]
    annotators: tuple[AnnotatorProgress, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator stats PROJECT progress --json`` prints.

        Rates and ranges are null where they are not defined. Keys are added to it in later versions, never renamed or
        taken away::

            {"today": "2022-03-01", "idle_minutes": 2, "what_is_active": {"en": "…", "fr": "…"},
             "labels": ["leader", …],
             "annotators": [
               {"name": "Ana", "settled": false,
                "articles": {"new": 70, "in progress": 1, "finished": 49, "set aside": 0}, "trashed": 2,
                "left": 71, "given": null,
                "days": [{"day": "2022-02-24", "finished": 10, "reopened": 0, "spans": {"leader": 31, …},
                          "imported": {}, "statuses": {"finished": 10, "new": -10}, "edits": 73,
                          "active_hours": 1.25}, …],
                "by": [{"name": "Ana", "finished": 49, "spans": 310, "active_hours": 6.5}],
                "pace": {"recent": {"days": 7, "active_hours": 5.0, "spans": 250, "finished": 40,
                                    "spans_per_hour": 50.0, "finished_per_hour": 8.0}, "overall": {…}},
                "forecast": {"active_hours": {"value": 8.9, "low": 7.0, "high": 12.1},
                             "date": {"value": "2022-03-14", "low": "2022-03-09", "high": null}} or null,
                "why_no_forecast": null or {"en": "…", "fr": "…"}}]}
        """
        return {
            "today": self.today.isoformat(),
            "idle_minutes": IDLE / timedelta(minutes=1),
            "what_is_active": {"en": WHAT_IS_ACTIVE.en, "fr": WHAT_IS_ACTIVE.fr},
            "labels": list(self.labels),
            "annotators": [each.to_json(self.today) for each in self.annotators],
        }
