"""What was labelled, in groups: sums by currency, surfaces that stand in the same articles, months, sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from annotator.ui.dates import as_qt
from annotator.ui.language import locale, translate
from annotator.ui.statistics.chart_values import Series
from annotator.ui.statistics.charts import column_chart
from annotator.ui.statistics.tables import Cell, Given
from annotator.ui.wording import amount_words, counted, currency_words, explained

if TYPE_CHECKING:
    from annotator.core.content import Content, Group, Pairs
    from annotator.ui.statistics.content_links import Links
    from annotator.ui.statistics.screen import Screen

_MOST_ROWS = 10
"""Rows that are shown before somebody asks for all."""


def fill_sums(screen: Screen, value: Content, links: Links) -> None:
    """Put what was spoken of in each currency."""
    from annotator.app.content import articles_with_currency

    unread = value.unread
    if not value.currencies and not unread.spans:
        return
    title = translate("content", "Sommes par monnaie")
    screen.section(title, translate("content", "Une fourchette compte pour son montant le plus bas."))
    rows: list[list[Given]] = []
    for total, articles in value.currencies:
        name, ask = currency_words(total), partial(articles_with_currency, name=total.name)
        amount = Cell(amount_words(total.amount), float(total.amount), links.leads(name, ask))
        rows.append([name, *(links.linked(count, name, ask) for count in (total.spans, articles)), amount])
    if unread.spans:
        name, ask = translate("content", "sans nombre lisible"), partial(articles_with_currency, name=None)
        rows.append([name, *(links.linked(count, name, ask) for count in (unread.spans, unread.articles)), None])
    screen.table(
        title,
        [
            translate("content", "monnaie"),
            translate("content", "annotations"),
            translate("content", "articles"),
            translate("content", "total"),
        ],
        rows,
    )


def fill_pairs(screen: Screen, pairs: Sequence[Pairs], links: Links) -> None:
    """Put which surfaces of two labels stand in the same articles."""
    from annotator.app.content import articles_with_pair

    shown = [each for each in pairs if each.top]
    if not shown:
        return
    screen.section(
        translate("content", "Dans les mêmes articles"),
        translate("content", "Deux formes vont ensemble si un même article a les deux."),
    )
    for each in shown:
        first, second = links.name(each.first), links.name(each.second)
        screen.table(
            translate("content", "{first} et {second}").format(first=first, second=second),
            [first, second, translate("content", "articles")],
            [
                [
                    pair.first,
                    pair.second,
                    links.linked(
                        pair.articles,
                        translate("content", "{first} et {second}").format(first=pair.first, second=pair.second),
                        partial(articles_with_pair, first=(each.first, pair.first), second=(each.second, pair.second)),
                    ),
                ]
                for pair in each.top
            ],
            most=_MOST_ROWS,
        )


def fill_months(screen: Screen, value: Content, links: Links) -> None:
    """Put what was labelled in the articles of each month."""
    from annotator.app.content import articles_of_month

    title = translate("content", "Par mois")
    screen.section(title, translate("content", "Le mois est celui de la date de l'article."))
    dated = [each for each in value.months if _month(each) is not None]
    if len(dated) > 1:
        labels = [each.label for each in value.labels if any(each.label in month.labels for month in dated)]
        screen.chart(
            column_chart(
                translate("content", "Annotations par mois"),
                [month for each in dated if (month := _month(each)) is not None],
                [
                    Series(
                        links.name(label),
                        [each.labels[label].spans if label in each.labels else 0 for each in dated],
                        colour=links.labels[label].colour,
                    )
                    for label in labels
                ],
                translate("content", "annotations"),
                places_name=translate("content", "mois"),
                stacked=True,
                drills=[
                    links.leads(_month_words(each), partial(articles_of_month, month=str(each.all.value)))
                    for each in dated
                ],
                cells=[
                    [
                        links.leads(
                            explained(links.name(label), _month_words(each)),
                            partial(articles_of_month, month=str(each.all.value), label=label),
                        )
                        for each in dated
                    ]
                    for label in labels
                ],
            )
        )
    shown = sorted(value.months, key=lambda each: str(each.all.value), reverse=True)  # those without a date are last
    names = [_month_words(each) or translate("content", "sans date") for each in shown]
    _fill_groups(
        screen,
        links,
        title,
        translate("content", "mois"),
        value,
        shown,
        names,
        "month",
        articles_of_month,
    )


def fill_sources(screen: Screen, value: Content, links: Links) -> None:
    """Put what was labelled in the articles of each source."""
    from annotator.app.content import articles_from_source

    if not value.sources:
        return
    title = translate("content", "Par source")
    screen.section(title)
    names = [str(each.all.value) or translate("content", "source inconnue") for each in value.sources]
    _fill_groups(
        screen,
        links,
        title,
        translate("content", "source"),
        value,
        value.sources,
        names,
        "source",
        articles_from_source,
    )
    if value.more_sources:
        screen.note(
            counted(
                value.more_sources,
                translate("content", "autre source."),
                translate("content", "autres sources."),
            )
        )


def _fill_groups(
    screen: Screen,
    links: Links,
    title: str,
    head: str,
    value: Content,
    groups: Sequence[Group],
    names: Sequence[str],
    asks: str,
    ask: Callable[..., list[int]],
) -> None:
    """Put a table of months or sources: articles, spans, and the spans of each label with their articles behind."""
    labels = [each.label for each in value.labels]
    rows: list[list[Given]] = []
    for group, name in zip(groups, names, strict=True):
        of = {asks: str(group.all.value)}
        labelled = links.of_any_label(partial(ask, **of))
        row: list[Given] = [
            name,
            links.linked(group.all.articles, name, partial(ask, **of)),
            links.linked(group.all.spans, name, labelled),
        ]
        for label in labels:
            spans = group.labels[label].spans if label in group.labels else 0
            row.append(links.linked(spans, explained(links.name(label), name), partial(ask, **of, label=label)))
        rows.append(row)
    heads = [
        head,
        translate("content", "articles"),
        translate("content", "annotations"),
        *(links.name(label) for label in labels),
    ]
    screen.table(title, heads, rows, most=_MOST_ROWS)


def _month(group: Group) -> date | None:
    """Return the first day of a month; None where no month is known, be it that the year is."""
    value = str(group.all.value)
    return date.fromisoformat(f"{value}-01") if len(value) == len("2022-02") else None


def _month_words(group: Group) -> str:
    month = _month(group)
    return str(group.all.value) if month is None else locale().toString(as_qt(month), "MMMM yyyy")
