"""How fast somebody is, and when they will be through at that: from what was done on each day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil, sqrt
from typing import Any, NamedTuple

from annotator.core.deeds import IDLE
from annotator.core.wording import Wording

RECENT = 7
"""The days of work that tell how fast somebody is of late."""

_TELLING = timedelta(minutes=1)  # of less work than this, a rate would jump with every deed
_FEWEST = 2  # days of work; one says nothing of how much days differ
_LONGEST = 3650  # days; who is asked for a date ten years ahead cannot know it
_WIDEST = 10  # times what is expected; that it may take longer still says no more than that nobody knows
_MINUTES = round(IDLE.total_seconds() / 60)

WHAT_IS_ACTIVE = Wording(
    f"Active time runs from one edit to the next; a gap of more than {_MINUTES} minutes is a pause and does not count.",
    f"Le temps actif court d'une modification à la suivante ; un intervalle de plus de {_MINUTES} minutes est une "
    "pause et ne compte pas.",
)
WHAT_IS_FORECAST = Wording(
    f"The forecast goes by the last {RECENT} days of work and by how much they differ: in four cases of five the truth "
    "lies in the range, if the work goes on as it did.",
    f"La prévision repose sur les {RECENT} derniers jours de travail et sur leurs écarts : dans quatre cas sur cinq, "
    "la réalité est dans l'intervalle, si le travail continue comme avant.",
)


class Work(NamedTuple):
    """What was done on a day of work.

    Attributes:
        day: the day.
        active: time at work.
        spans: how many more spans there were at its end.
        finished: how many more articles were finished at its end.
    """

    day: date
    active: timedelta
    spans: int
    finished: int


class Pace(NamedTuple):
    """What was done in some days of work, and how fast.

    Attributes:
        days: how many days of work.
        active: time at work on them.
        spans: how many more spans there are.
        finished: how many more articles are finished.
    """

    days: int
    active: timedelta
    spans: int
    finished: int

    @property
    def spans_per_hour(self) -> float | None:
        """Spans per active hour; None where too little was done to tell, or where more were removed than added."""
        return self._per_hour(self.spans)

    @property
    def finished_per_hour(self) -> float | None:
        """Articles finished per active hour; None where too little was done to tell, or more were reopened."""
        return self._per_hour(self.finished)

    def _per_hour(self, count: int) -> float | None:
        return None if self.active < _TELLING or count < 0 else count / (self.active / _HOUR)

    def undefined(self) -> Wording | None:
        """Return why a rate has no value, or None where both have one."""
        if self.active < _TELLING:
            return Wording(
                "less than a minute of work is too little to tell a pace.",
                "moins d'une minute de travail ne suffit pas pour indiquer un rythme.",
            )
        if min(self.spans, self.finished) < 0:
            return Wording("more was taken back than was done.", "plus d'éléments ont été retirés que faits.")
        return None

    def to_json(self) -> dict[str, Any]:
        """Return the counts and the rates; rates are null where they are not defined."""
        return {
            "days": self.days,
            "active_hours": self.active / _HOUR,
            "spans": self.spans,
            "finished": self.finished,
            "spans_per_hour": self.spans_per_hour,
            "finished_per_hour": self.finished_per_hour,
        }


_HOUR = timedelta(hours=1)


def pace(days: Sequence[Work]) -> Pace:
    """Add up days of work."""
    return Pace(
        len(days),
        sum((each.active for each in days), timedelta()),
        sum(each.spans for each in days),
        sum(each.finished for each in days),
    )


class Forecast(NamedTuple):
    """When what is left will be done, if the work goes on as it did of late.

    Attributes:
        hours: active hours that it takes.
        fewest: as few as that in the best case of the range.
        most: as many as that in the worst; None where the days differ too much to tell.
        by: the day on which it is done.
        earliest: the first day of the range.
        latest: the last; None where the days differ too much to tell.
    """

    hours: float
    fewest: float
    most: float | None
    by: date
    earliest: date
    latest: date | None

    def to_json(self) -> dict[str, Any]:
        """Return it as an object, days in ISO 8601."""
        return {
            "active_hours": {"value": self.hours, "low": self.fewest, "high": self.most},
            "date": {
                "value": self.by.isoformat(),
                "low": self.earliest.isoformat(),
                "high": None if self.latest is None else self.latest.isoformat(),
            },
        }


def forecast(days: Sequence[Work], left: int, *, today: date) -> Forecast | Wording:
    """Tell when the articles that are left will be finished, or why that cannot be told.

    It takes them one like the other, and the coming days like the last `RECENT` days of work. Active hours follow from
    the articles finished per active hour on these (a ratio estimate: all articles by all hours), dates from the
    articles finished per calendar day since the first of them, days without work included; a day that is not over
    counts once something was done on it. Ranges hold in four cases of five: Student's t at 80 % on the spread of the
    days, widened for what is still to come (a prediction interval). As days need not be independent of one another nor
    alike, they are a guide and no promise.

    Args:
        days: days of work, in order.
        left: how many articles are left.
        today: the present day.
    """
    recent = days[-RECENT:]
    whole = pace(recent)
    if left == 0:
        return Wording("nothing is left to do.", "il ne reste rien à faire.")
    if len(recent) < _FEWEST:
        return Wording(
            f"a forecast needs {_FEWEST} days of work at least.",
            f"une prévision demande au moins {_FEWEST} jours de travail.",
        )
    if whole.finished <= 0:
        return Wording(
            f"no article was finished on the last {len(recent)} days of work.",
            f"aucun article n'a été terminé pendant les {len(recent)} derniers jours de travail.",
        )
    if whole.active < _TELLING:
        return Wording(
            "less than a minute of work is too little to tell a pace.",
            "moins d'une minute de travail ne suffit pas pour indiquer un rythme.",
        )
    hours = [each.active / _HOUR for each in recent]
    rate = sum(each.finished for each in recent) / sum(hours)
    residuals = [each.finished - rate * spent for each, spent in zip(recent, hours, strict=True)]
    working = _needed(left, whole.finished / len(recent), residuals)
    by_day = {each.day: each.finished for each in recent}
    first, last = recent[0].day, max(recent[-1].day, today - timedelta(days=1))
    span = (last - first).days + 1
    per_day = whole.finished / span
    calendar = _needed(left, per_day, [by_day.get(first + timedelta(days=at), 0) - per_day for at in range(span)])
    if calendar.expected > _LONGEST:
        return Wording(
            "at the pace of the last days of work it takes more than ten years.",
            "au rythme des derniers jours de travail, il faudrait plus de dix ans.",
        )
    each_day = sum(hours) / len(recent)
    latest = None if calendar.most is None or calendar.most > _LONGEST else _after(today, calendar.most)
    return Forecast(
        left / rate,
        working.fewest * each_day,
        None if working.most is None else working.most * each_day,
        _after(today, calendar.expected),
        _after(today, calendar.fewest),
        latest,
    )


def _after(today: date, days: float) -> date:
    return today + timedelta(days=ceil(days - 1e-9))


class _Needed(NamedTuple):
    """How many days are needed, and at least and at most."""

    expected: float
    fewest: float
    most: float | None


def _needed(left: int, mean: float, residuals: Sequence[float]) -> _Needed:
    """Return how many days it takes to do ``left`` at ``mean`` a day, days differing from that by ``residuals``."""
    expected = left / mean
    freedom = len(residuals) - 1
    spread = sqrt(sum(each * each for each in residuals) / freedom)
    # Off by what is not known of the mean, and by chance in the days to come.
    off = _quantile(freedom) * spread * sqrt(1 / len(residuals) + 1 / max(expected, 1))
    return _Needed(expected, left / (mean + off), left / (mean - off) if mean - off > mean / _WIDEST else None)


_QUANTILES = (3.0777, 1.8856, 1.6377, 1.5332, 1.4759, 1.4398, 1.4149, 1.3968, 1.3830, 1.3722)


def _quantile(freedom: int) -> float:
    """Return the 90 % quantile of Student's t, within which four in five cases lie on both sides."""
    if freedom <= len(_QUANTILES):
        return _QUANTILES[freedom - 1]
    normal = 1.2815515655446004
    # Expanded around the normal distribution (Abramowitz and Stegun 26.7.5), right to four digits from here on.
    return (
        normal
        + (normal**3 + normal) / (4 * freedom)
        + (5 * normal**5 + 16 * normal**3 + 3 * normal) / (96 * freedom**2)
    )
