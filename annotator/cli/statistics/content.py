"""What an annotator labelled: surfaces, articles, lengths, sums, what stands together, months and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from annotator.app.project import Project
    from annotator.cli.statistics.command import Asked
    from annotator.core.content import Content, Counted, Group


def show(project: Project, asked: Asked) -> None:
    """Print what an annotator labelled.

    Raises:
        UserError: it is not clear whose work is meant.
    """
    from annotator.app.content import content
    from annotator.cli.render import print_json
    from annotator.cli.statistics.whose import one_annotator

    who = one_annotator(project, asked.annotators)
    found = content(project, who, labels=asked.labels or None, rows=asked.rows)
    if asked.json:
        print_json(found.to_json())
    else:
        _print(found, asked.rows)


def _print(found: Content, rows: int) -> None:
    from annotator.cli.render import console, count_of
    from annotator.core.content import WHAT_LENGTHS_ARE, WHICH_ARTICLES

    out = console()
    out.print(f"{found.annotator}: {count_of(found.spans, 'span')} in {count_of(found.articles, 'article')}.")
    out.print(WHICH_ARTICLES.en)
    if not found.spans:
        return
    out.print()
    _print_labels(out, found)
    out.print(WHAT_LENGTHS_ARE.en)
    _print_surfaces(out, found)
    _print_lengths(out, found)
    _print_sums(out, found)
    _print_pairs(out, found)
    labels = [each.label for each in found.labels]
    _print_groups(out, "month", found.months[-rows:], labels)
    if len(found.months) > rows:
        out.print(f"{count_of(len(found.months) - rows, 'earlier month')}; --rows shows more of them.")
    _print_groups(out, "source", found.sources, labels)
    if found.more_sources:
        out.print(f"{count_of(found.more_sources, 'more source')}; --rows shows more of them.")


def _print_labels(out: Console, found: Content) -> None:
    from annotator.cli.render import number, table
    from annotator.core.content import median

    heads = ("spans", "articles", "surfaces", "median characters", "median words")
    shown = table("label", *heads, right=heads)
    for each in found.labels:
        medians = (median(each.characters), median(each.words))
        counts = (number(each.spans), number(each.articles), number(each.surfaces))
        shown.add_row(each.label, *counts, *("–" if length is None else number(length) for length in medians))
    out.print(shown)


def _print_surfaces(out: Console, found: Content) -> None:
    from annotator.cli.render import count_of, number, table

    for each in found.labels:
        if not each.top:
            continue
        shown = table(each.label, "spans", "articles", right=("spans", "articles"))
        for surface in each.top:
            shown.add_row(surface.words, number(surface.spans), number(surface.articles))
        out.print(shown)
        if each.surfaces > len(each.top):
            out.print(f"{count_of(each.surfaces - len(each.top), 'more surface')}; --rows shows more of them.")


def _print_lengths(out: Console, found: Content) -> None:
    """Print how many spans are so many words long, and how many articles have so many spans."""
    _print_by(out, "words", [(each.label, each.words) for each in found.labels], "spans")
    numbers = [("all", found.numbers), *((each.label, each.numbers) for each in found.labels)]
    _print_by(out, "spans in an article", numbers, "articles")


def _print_by(out: Console, what: str, columns: Sequence[tuple[str, Sequence[Counted]]], of: str) -> None:
    from annotator.cli.render import number, table

    by_value = [{int(each.value): getattr(each, of) for each in counted} for _, counted in columns]
    heads = [f"{of}: {name}" if at == 0 else name for at, (name, _) in enumerate(columns)]
    shown = table(what, *heads, right=(what, *heads))
    for value in sorted(set().union(*by_value)):
        shown.add_row(number(value), *(number(each.get(value, 0)) for each in by_value))
    out.print(shown)


def _print_sums(out: Console, found: Content) -> None:
    from annotator.cli.render import count_of, number, table

    if found.currencies:
        heads = ("spans", "articles", "total")
        shown = table("sums in", *heads, right=heads)
        for total, articles in found.currencies:
            name = total.name if total.currency else f"{total.name or 'no currency'} (open)"
            shown.add_row(name, number(total.spans), number(articles), f"{total.to_json()['amount']:,}")
        out.print(shown)
    if found.unread.spans:
        where = count_of(found.unread.articles, "article")
        out.print(f"{count_of(found.unread.spans, 'sum')} without a number that can be read, in {where}.")


def _print_pairs(out: Console, found: Content) -> None:
    from annotator.cli.render import number, table

    for each in found.pairs:
        if not each.top:
            continue
        shown = table(each.first, each.second, "articles with both", right=("articles with both",))
        for pair in each.top:
            shown.add_row(pair.first, pair.second, number(pair.articles))
        out.print(shown)


def _print_groups(out: Console, what: str, groups: Sequence[Group], labels: Sequence[str]) -> None:
    from annotator.cli.render import number, table

    if not groups:
        return
    heads = ("articles", "spans", *labels)
    shown = table(what, *heads, right=heads)
    for each in groups:
        spans = (each.labels[label].spans if label in each.labels else 0 for label in labels)
        name = str(each.all.value) or "unknown"
        shown.add_row(name, number(each.all.articles), number(each.all.spans), *(number(count) for count in spans))
    out.print(shown)
