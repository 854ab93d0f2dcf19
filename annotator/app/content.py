"""What an annotator labelled, for the window and the command line alike, and the articles behind each number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from annotator.app import counting
from annotator.core.content import (
    Content,
    Counted,
    CurrencyCount,
    Group,
    LabelContent,
    Pairs,
)
from annotator.core.sums import Total
from annotator.store import content as stored
from annotator.store.content_counts import PAIRS, UNREAD

if TYPE_CHECKING:
    from annotator.app.project import Project

_ByLabel = dict[str, list[Counted]]


def content(
    project: Project,
    annotator: int,
    *,
    labels: Collection[str] | None = None,
    rows: int = 20,
    refresh: bool = True,
) -> Content:
    """Tell what an annotator labelled; what lies in the trash is left out.

    Args:
        project: the project file.
        annotator: id of the annotator, or of the settled layer.
        labels: ids of the labels to tell of; None for all. Numbers of all labels together stay as they are.
        rows: how many surfaces of a label, pairs and sources to give at most.
        refresh: whether to bring the kept counts up to date first, however many wait.

    Raises:
        UserError: the counts are to be brought up to date, and the file cannot be written.
    """
    if refresh:
        counting.refresh(project)
    database = project.database
    known = [label.id for label in project.labels() if labels is None or label.id in labels]
    of_labels = {label: counted[0] for label, counted in _by_label(project, annotator, "label").items()}
    numbers = _by_label(project, annotator, "number")
    lengths = {unit: _by_label(project, annotator, unit) for unit in ("characters", "words")}
    nothing = Counted("", 0, 0)
    everything = of_labels.get("", nothing)
    found = []
    for label in known:
        counted = of_labels.get(label, nothing)
        found.append(
            LabelContent(
                label,
                counted.spans,
                counted.articles,
                stored.count_surfaces(database, annotator, label),
                tuple(stored.top_surfaces(database, annotator, label, most=rows)),
                tuple(numbers.get(label, ())),
                *(tuple(lengths[unit].get(label, ())) for unit in ("characters", "words")),
            )
        )
    currencies, unread = _currencies(project, annotator)
    sources = stored.sources(database, annotator, most=rows)
    return Content(
        project.names().get(annotator, ""),
        everything.articles,
        everything.spans,
        tuple(numbers.get("", ())),
        tuple(found),
        currencies,
        unread,
        tuple(
            Pairs(first, second, tuple(stored.top_pairs(database, annotator, first, second, most=rows)))
            for first, second in PAIRS
            if first in known or second in known
        ),
        _months(project, annotator, known),
        tuple(Group(each, _of_source(project, annotator, str(each.value), known)) for each in sources),
        stored.count_sources(database, annotator) - len(sources),
    )


def _by_label(project: Project, annotator: int, kind: str) -> _ByLabel:
    found: _ByLabel = {}
    for label, counted in stored.totals(project.database, annotator, kind):
        found.setdefault(label, []).append(counted)
    return found


def _currencies(project: Project, annotator: int) -> tuple[tuple[CurrencyCount, ...], Counted]:
    """Return the sums of each currency, and what has no amount that can be read."""
    kept = {str(each.value): each for _, each in stored.totals(project.database, annotator, "currency")}
    unread = kept.pop(UNREAD, Counted("", 0, 0))._replace(value="")
    added: defaultdict[str, Decimal] = defaultdict(Decimal)
    codes: dict[str, str | None] = {}
    for each in stored.amounts(project.database, annotator):
        added[each.name] += Decimal(each.amount) * each.spans
        codes[each.name] = each.currency
    found = [
        CurrencyCount(Total(codes.get(name), name, each.spans, added[name]), each.articles)
        for name, each in kept.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.total.spans, one.total.name))), unread


def _months(project: Project, annotator: int, labels: Collection[str]) -> tuple[Group, ...]:
    kept: dict[str, dict[str, Counted]] = {}
    for label, counted in stored.totals(project.database, annotator, "month"):
        kept.setdefault(str(counted.value), {})[label] = counted
    return tuple(
        Group(of[""], {label: of[label] for label in labels if label in of})
        for _, of in sorted(kept.items(), key=lambda one: (one[0] == "", one[0]))
    )


def _of_source(project: Project, annotator: int, source: str, labels: Collection[str]) -> dict[str, Counted]:
    found = {label: stored.of_source(project.database, annotator, label, source) for label in labels}
    return {label: counted for label, counted in found.items() if counted is not None}


# The articles behind the numbers, as they were counted last; ids in the order of import.


def articles_with_surface(project: Project, annotator: int, words: str, label: str | None = None) -> list[int]:
    """Return the articles in which a surface stands with a label; None for any."""
    return stored.with_surface(project.database, annotator, " ".join(words.split()), label)


def articles_with_pair(project: Project, annotator: int, first: tuple[str, str], second: tuple[str, str]) -> list[int]:
    """Return the articles that have both of two surfaces, each given as its label and its words."""
    return stored.with_pair(project.database, annotator, first, second)


def articles_with_currency(project: Project, annotator: int, name: str | None) -> list[int]:
    """Return the articles with a sum in a currency, by its name; None for sums in which no amount can be read."""
    return stored.with_currency(project.database, annotator, name)


def articles_with_length(project: Project, annotator: int, label: str, unit: str, length: int) -> list[int]:
    """Return the articles with a span of a label that is so many ``"characters"`` or ``"words"`` long."""
    return stored.of_length(project.database, annotator, label, unit, length)


def articles_with_number(project: Project, annotator: int, label: str, number: int) -> list[int]:
    """Return the articles with just so many spans of a label, or with ``""`` of all labels together."""
    return stored.with_number(project.database, annotator, label, number)


def articles_of_month(project: Project, annotator: int, month: str, label: str = "") -> list[int]:
    """Return the articles of a month, ``""`` for those without a date; with a label, those that have a span of it."""
    return stored.of_month(project.database, annotator, month, label)


def articles_from_source(project: Project, annotator: int, source: str, label: str = "") -> list[int]:
    """Return the articles of a source; with a label, those that have a span of it."""
    return stored.from_source(project.database, annotator, source, label)


def articles_begun(project: Project, annotator: int, label: str = "") -> list[int]:
    """Return the articles that count: those an annotator began; with a label, those that have a span of it."""
    return stored.begun(project.database, annotator, label)


def places_of_surface(
    project: Project, annotator: int, words: str, label: str | None = None, *, most: int
) -> Iterator[Place]:
    """Yield where a surface stands with a label, None for any; article by article, in text order.

    Args:
        project: the project file.
        annotator: id of the annotator.
        words: the surface.
        label: id of the label.
        most: how many places at most.
    """
    for found in stored.places(project.database, annotator, " ".join(words.split()), label, most=most):
        yield Place(*found)


class Place(NamedTuple):
    """A span that reads so.

    Attributes:
        article: id of the article.
        title: its title.
        start: code point at which the span starts.
        end: the code point just after it.
        label: id of its label.
        before: at most 60 code points in front of it.
        after: at most 60 code points behind it.
    """

    article: int
    title: str
    start: int
    end: int
    label: str
    before: str
    after: str
