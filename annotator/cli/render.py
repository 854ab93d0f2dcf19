"""What the command line shows: articles with their entities, lists and tables."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.core.annotation import Mark, Status
from annotator.core.article import ArticleSummary
from annotator.core.labels import Label

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from annotator.app.checking import CheckReport
    from annotator.app.suggesting import SuggestReport
    from annotator.core.statistics import AnnotatorStatistics, Statistics
    from annotator.core.sums import Sums

_WIDEST = 100  # longer lines are hard to read
_UNWRAPPED = 100_000  # what goes to a program or a file is not wrapped


def console() -> Console:
    """Return the console of standard output; it knows of NO_COLOR and of output that is not a terminal."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else _UNWRAPPED)


def print_json(value: Mapping[str, Any]) -> None:
    """Print an object for programs to read."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_article(title: str, text: str, marks: Iterable[Mark], labels: Sequence[Label]) -> None:
    """Print an article with its spans and pending suggestions.

    In colour a mark has the colour of its label behind it and the label after it, a suggestion is underlined and
    its label followed by ``?``. Without colour marks stand in brackets: ``[Biden|leader]``, ``‹OTAN|alliance?›``.
    """
    from rich.text import Text

    out = console()
    coloured = out.is_terminal and out.color_system is not None and not out.no_color
    shown = marked_text(text, marks, labels) if coloured else Text(bracketed(text, marks))
    out.print(Text(title, style="bold"))
    out.print()
    if out.is_terminal:
        out.print(shown, width=min(out.width, _WIDEST))
    else:
        out.print(shown, soft_wrap=True)


def bracketed(text: str, marks: Iterable[Mark]) -> str:
    """Return the text with every mark in brackets."""
    pieces: list[str] = []
    end = 0
    for mark in marks:
        surface = text[mark.start : mark.end]
        pieces += [
            text[end : mark.start],
            f"[{surface}|{mark.label}]" if mark.span is not None else f"‹{surface}|{mark.label}?›",
        ]
        end = mark.end
    return "".join((*pieces, text[end:]))


def marked_text(text: str, marks: Iterable[Mark], labels: Sequence[Label]) -> Text:
    """Return the text with every mark in the colour of its label."""
    from rich.text import Text

    colours = {label.id: label.colour for label in labels}
    shown = Text()
    end = 0
    for mark in marks:
        shown.append(text[end : mark.start])
        on = f"#000000 on {colours.get(mark.label, '#cccccc')}"
        surface = text[mark.start : mark.end]
        if mark.span is not None:
            shown.append(f" {surface} ", style=on)
            shown.append(f"{mark.label} ", style=f"bold italic {on}")
        else:
            shown.append(surface, style=f"underline {on}")
            shown.append(f" {mark.label}?", style="italic")
        end = mark.end
    shown.append(text[end:])
    return shown


def print_suggested(report: SuggestReport) -> None:
    """Print what the suggester did."""
    if not report.articles:
        print(f"Nothing to do: the pipeline “{report.pipeline}” has read every article.")
        return
    counts = ", ".join(f"{number(count)} {label}" for label, count in report.suggestions.items())
    total = count_of(sum(report.suggestions.values()), "suggestion")
    print(f"{total} in {count_of(report.articles, 'article')} by the pipeline “{report.pipeline}”.")
    if counts:
        print(f"By label: {counts}.")


def print_articles(articles: Sequence[ArticleSummary]) -> None:
    """Print the list of articles, a line each: number, status, length, title; however many there are."""
    ids = max((len(str(each.id)) for each in articles), default=2)
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNWRAPPED
    for id, status, length, title in (
        ("id", "status", "characters", "title"),
        *((str(each.id), each.status.value, number(each.length), each.title) for each in articles),
    ):
        line = f"{id:>{max(ids, 2)}}  {status:<11}  {length:>10}  {title}"
        print(line if len(line) <= room else line[: room - 1] + "…")


def print_statistics(statistics: Statistics) -> None:
    """Print the statistics of a project."""
    out = console()
    out.print(f"{count_of(statistics.articles, 'article')}, {count_of(statistics.characters, 'character')}.")
    if not statistics.annotators:
        shown = table("label", "suggestions", right=("suggestions",))
        for label in statistics.labels:
            shown.add_row(label, number(statistics.suggestions[label]))
        out.print("Nobody has annotated anything yet.")
        out.print(shown)
    columns = ("spans", "suggestions", "accepted", "changed", "rejected", "pending")
    for each in statistics.annotators:
        out.print()
        counts = ", ".join(f"{number(each.articles[status])} {status.value}" for status in Status)
        out.print(f"{each.name}: {counts}")
        shown = table("label", *columns, right=columns)
        rows = [
            (label, each.spans[label], statistics.suggestions[label], each.suggestions[label])
            for label in statistics.labels
        ]
        for label, spans, suggestions, decisions in rows:
            numbers = (spans, suggestions, *decisions.to_json().values())
            shown.add_row(label, *(number(each) for each in numbers))
        total = [sum(row[1] for row in rows), sum(row[2] for row in rows)]
        total += [sum(row[3].to_json()[column] for row in rows) for column in columns[2:]]
        shown.add_section()
        shown.add_row("all", *(number(each) for each in total))
        out.print(shown)
        _print_sums(out, each.sums)
    if statistics.settled is not None:
        _print_settled(out, statistics.settled)


def _print_settled(out: Console, settled: AnnotatorStatistics) -> None:
    out.print()
    counts = ", ".join(f"{number(count)} {status.value}" for status, count in settled.articles.items())
    out.print(f"Settled ({settled.name}): {counts}")
    shown = table("label", "spans", right=("spans",))
    for label, spans in settled.spans.items():
        shown.add_row(label, number(spans))
    shown.add_section()
    shown.add_row("all", number(sum(settled.spans.values())))
    out.print(shown)
    _print_sums(out, settled.sums)


def _print_sums(out: Console, sums: Sums) -> None:
    if sums.totals:
        shown = table("sums in", "spans", "total", right=("spans", "total"))
        for total in sums.totals:
            name = total.name if total.currency else f"{total.name or 'no currency'} (open)"
            shown.add_row(name, number(total.spans), f"{total.to_json()['amount']:,}")
        out.print(shown)
    if sums.unread:
        out.print(f"{count_of(sums.unread, 'sum')} without a number that can be read.")


def print_check(report: CheckReport) -> None:
    """Print what was checked, and each problem found."""
    out = console()
    out.print(
        f"Checked {count_of(report.articles, 'article')} (texts, hashes, token grids), "
        f"{count_of(report.annotations, 'annotation')} (spans, replay of the edit log), "
        f"{count_of(report.suggestions, 'suggestion')}, {count_of(report.edits, 'edit')} (undo and redo), and SQLite's "
        "own integrity and references."
    )
    for problem in report.problems:
        out.print(f"{problem.where}: {problem.what}")
    out.print(f"{count_of(len(report.problems), 'problem')} found." if report.problems else "Everything is in order.")


def print_table(*columns: str, rows: Iterable[Sequence[str]]) -> None:
    """Print rows of text under the names of their columns."""
    shown = table(*columns)
    for row in rows:
        shown.add_row(*row)
    console().print(shown)


def table(*columns: str, right: Sequence[str] = ()) -> Any:
    """Return an empty table; the columns named in ``right`` hold numbers."""
    from rich.box import SIMPLE
    from rich.table import Table

    table = Table(box=SIMPLE, pad_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return table


def number(value: int) -> str:
    """Return a number with its thousands apart."""
    return f"{value:,}"


def count_of(value: int, noun: str) -> str:
    """Return how many there are of something, in words."""
    return f"{number(value)} {noun if value == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    return " or ".join(f"{word}s" for word in noun.split(" or "))
