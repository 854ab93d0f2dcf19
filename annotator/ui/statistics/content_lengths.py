"""How many spans the articles have, of all labels and of each, and how long the spans are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from annotator.core.content import WHAT_LENGTHS_ARE
from annotator.ui.language import translate
from annotator.ui.statistics.chart_values import Series
from annotator.ui.statistics.charts import column_chart
from annotator.ui.wording import counted, explained, sentence, typeset

if TYPE_CHECKING:
    from annotator.core.content import Content, Counted
    from annotator.ui.statistics.content_links import Links
    from annotator.ui.statistics.screen import Screen
    from annotator.ui.statistics.tables import Given

_MOST_ROWS = 10
"""Rows that are shown before somebody asks for all."""


def fill_numbers(screen: Screen, value: Content, links: Links) -> None:
    """Put how many articles have how many spans: a chart for all labels together, a table for each."""
    from annotator.app.content import articles_with_number

    def many(number: int) -> str:
        return counted(number, translate("content", "annotation"), translate("content", "annotations"))

    screen.section(translate("content", "Annotations par article"))
    screen.chart(
        column_chart(
            translate("content", "Articles selon leur nombre d'annotations"),
            [float(each.value) for each in value.numbers],
            [Series("", [each.articles for each in value.numbers])],
            translate("content", "articles"),
            places_name=translate("content", "annotations"),
            drills=[
                links.leads(many(int(each.value)), partial(articles_with_number, label="", number=int(each.value)))
                for each in value.numbers
            ],
        )
    )
    found = {each.label: _by_value(each.numbers) for each in value.labels if each.spans}
    rows: list[list[Given]] = []
    for number in sorted(set().union(*found.values())):
        row: list[Given] = [number]
        for label, articles in found.items():
            ask = partial(articles_with_number, label=label, number=number)
            there = articles[number].articles if number in articles else 0
            row.append(links.linked(there, explained(links.name(label), many(number)), ask))
        rows.append(row)
    title = translate("content", "Articles selon leur nombre d'annotations de chaque étiquette")
    screen.note(title)
    heads = [translate("content", "annotations"), *(links.name(label) for label in found)]
    screen.table(title, heads, rows, most=_MOST_ROWS)


def fill_lengths(screen: Screen, value: Content, links: Links) -> None:
    """Put how many spans of each label are so many words, and so many characters, long."""
    screen.section(translate("content", "Longueurs"), typeset(sentence(WHAT_LENGTHS_ARE)))
    shown = [each for each in value.labels if each.spans]
    _fill_unit(
        screen,
        links,
        translate("content", "Longueur en mots"),
        "words",
        (translate("content", "mot"), translate("content", "mots")),
        {each.label: _by_value(each.words) for each in shown},
    )
    _fill_unit(
        screen,
        links,
        translate("content", "Longueur en caractères"),
        "characters",
        (translate("content", "caractère"), translate("content", "caractères")),
        {each.label: _by_value(each.characters) for each in shown},
    )


def _fill_unit(
    screen: Screen,
    links: Links,
    title: str,
    unit: str,
    named: tuple[str, str],
    lengths: Mapping[str, Mapping[int, Counted]],
) -> None:
    from annotator.app.content import articles_with_length

    places: Sequence[int] = sorted(set().union(*lengths.values()))
    one, many = named
    screen.chart(
        column_chart(
            title,
            [float(length) for length in places],
            [
                Series(
                    links.name(label),
                    [found[length].spans if length in found else 0 for length in places],
                    colour=links.labels[label].colour,
                )
                for label, found in lengths.items()
            ],
            translate("content", "annotations"),
            places_name=many,
            stacked=True,
            drills=[
                links.leads(
                    counted(length, one, many),
                    links.of_any_label(partial(articles_with_length, unit=unit, length=length)),
                )
                for length in places
            ],
            cells=[
                [
                    links.leads(
                        explained(links.name(label), counted(length, one, many)),
                        partial(articles_with_length, label=label, unit=unit, length=length),
                    )
                    for length in places
                ]
                for label in lengths
            ],
        )
    )


def _by_value(found: Sequence[Counted]) -> dict[int, Counted]:
    return {int(each.value): each for each in found}
