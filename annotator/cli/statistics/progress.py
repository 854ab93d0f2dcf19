"""Progress: how far each annotator is, what was done on which day and how fast, and when the rest will be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from rich.console import Console

    from annotator.app.project import Project
    from annotator.cli.statistics.command import Asked
    from annotator.core.pace import Pace
    from annotator.core.progress import AnnotatorProgress, Day, Progress


def show(project: Project, asked: Asked) -> None:
    """Print the progress of everybody, or of those named.

    Raises:
        UserError: there is nobody of a name.
    """
    from annotator.app.progress import progress
    from annotator.cli.render import print_json

    wanted = [project.find_annotator(name) for name in asked.annotators]
    found = progress(project, wanted or None)
    if asked.json:
        print_json(found.to_json())
    else:
        _print(found, asked.labels or found.labels, asked.rows)


def _print(found: Progress, labels: Collection[str], rows: int) -> None:
    from annotator.cli.render import console, number, table
    from annotator.core.annotation import Status
    from annotator.core.pace import WHAT_IS_ACTIVE, WHAT_IS_FORECAST
    from annotator.core.progress import WHAT_COUNTS

    out = console()
    if not found.annotators:
        out.print("Nobody has annotated anything yet.")
        return
    heads = (*(status.value for status in Status), "trash", "given", "left", "spans", "hours", "spans/h", "articles/h")
    shown = table("annotator", *heads, right=heads)
    for each in found.annotators:
        pace = each.overall
        shown.add_row(
            each.name,
            *(number(each.statuses[status]) for status in Status),
            number(each.trashed),
            "–" if each.given is None else number(each.given),
            number(each.left),
            number(pace.spans),
            *_rates(pace),
        )
    out.print(shown)
    for each in found.annotators:
        _print_annotator(out, each, found, labels, rows)
    for sentence in (WHAT_IS_ACTIVE, WHAT_COUNTS, WHAT_IS_FORECAST):
        out.print(sentence.en)


def _rates(pace: Pace) -> tuple[str, str, str]:
    return (_hours(pace), _rate(pace.spans_per_hour), _rate(pace.finished_per_hour))


def _hours(days: Pace | Day) -> str:
    return f"{days.active.total_seconds() / 3600:,.1f}"


def _rate(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:,.1f}"


def _print_annotator(
    out: Console, each: AnnotatorProgress, found: Progress, labels: Collection[str], rows: int
) -> None:
    from annotator.cli.render import count_of, number, table

    out.print(f"{each.name}")
    if not each.days:
        out.print("  nothing was done yet.")
        return
    heads = ("finished", *labels, "imported", "hours")
    shown = table("day", *heads, right=heads)
    for day in reversed(each.days[-rows:]):
        shown.add_row(
            day.day.isoformat(),
            number(day.finished - day.reopened),
            *(number(day.spans.get(label, 0)) for label in labels),
            number(sum(day.brought.values())),
            _hours(day),
        )
    out.print(shown)
    if len(each.days) > rows:
        out.print(f"{count_of(len(each.days) - rows, 'earlier day')}; --rows shows more of them.")
    if each.settled and each.shares:
        heads = ("finished", "spans", "hours")
        shown = table("by", *heads, right=heads)
        for share in each.shares:
            hours = f"{share.active.total_seconds() / 3600:,.1f}"
            shown.add_row(share.name, number(share.finished), number(share.spans), hours)
        out.print(shown)
    recent = each.recent
    if recent.days:
        hours, spans, articles = _rates(recent)
        of_late = f"Last {count_of(recent.days, 'day')} of work: {hours} active hours"
        out.print(f"{of_late}, {spans} spans and {articles} articles finished per hour.")
        why = recent.undefined()
        if why is not None:
            out.print(f"No rate: {why.en}")
    out.print(_forecast(each, found))
    out.print()


def _forecast(each: AnnotatorProgress, found: Progress) -> str:
    from annotator.cli.render import count_of
    from annotator.core.wording import Wording

    told = each.forecast(found.today)
    left = f"{count_of(each.left, 'article')} left"
    if isinstance(told, Wording):
        return f"{left}. No forecast: {told.en}"
    hours = f"at least {told.fewest:,.1f}" if told.most is None else f"{told.fewest:,.1f} to {told.most:,.1f}"
    days = f"{told.earliest} or later" if told.latest is None else f"{told.earliest} to {told.latest}"
    return f"{left}: {told.hours:,.1f} active hours ({hours}), done on {told.by} ({days})."
