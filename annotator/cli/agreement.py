"""``annotator agreement``: how far annotators agree, and where they do not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from annotator.cli.arguments import Json, ProjectPath
from annotator.cli.listing import StatusName

if TYPE_CHECKING:
    from rich.console import Console

    from annotator.app.agreement import ShownPlace
    from annotator.app.project import Project
    from annotator.core.agreement import SpanCounts
    from annotator.core.agreement_report import AgreementReport, PairAgreement, Undefined
    from annotator.core.evaluation import Measures

_MOST_WORDS = 10
_FORMS = {"precision": "P", "recall": "R", "f1": "F1", "kappa": "κ", "alpha": "α"}


def agreement(
    project: ProjectPath,
    other: Annotated[
        Path | None, typer.Argument(metavar="OTHER", help="Another project file, to compare with its annotator.")
    ] = None,
    annotator: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Whom to compare; repeat for several, by default everybody."),
    ] = None,
    include: Annotated[
        list[StatusName] | None, typer.Option(help="Articles of which status; repeat for several, by default finished.")
    ] = None,
    label: Annotated[
        list[str] | None, typer.Option(metavar="LABEL", help="Tell of this label alone; repeat for several.")
    ] = None,
    differences: Annotated[bool, typer.Option("--differences", help="List every difference in its context.")] = False,
    json: Json = False,
) -> None:
    """Measure how far two or more annotators agree, and list where they differ.

    Compared are the articles that all of them have finished (--include: other statuses) and none threw away. With
    OTHER, the annotator of one project is compared with the same or, with two --annotator, another one of OTHER;
    articles are told by their texts.

    Exact: start, end and label are equal (as in CoNLL-2003 and seqeval). Partial: what only overlaps counts half; of a
    label its own spans, over all labels places whatever their label (as in SemEval-2013 and nervaluate). Precision
    and recall take the second for the gold. κ (Cohen) and α (Krippendorff, also over all annotators) count tokens and
    take chance away. --label leaves measures over all labels as they are.

    --json prints {"annotators", "statuses", "articles": [ids], "left_out", "alpha", "why_tokens_differ", "pairs":
    [{"first", "second", "exact": {"precision", "recall", "f1"}, "partial": {…}, "labels": {label: {"first", "second",
    "equal", "overlapping", "exact", "partial"}}, "confusion": [{"first", "second", "count"}], "places": {kind:
    number}, "edges": {kind: number}, "edge_words": [{"edge", "words", "count", "articles"}], "kappa", "alpha",
    "undefined": [{"measure", "label", "en", "fr"}]}]} and, with --differences, "differences": [{"between",
    "article", "title", "kind", "before", "text", "after", "first": {"start", "end", "label", "text"} or null, "second":
    {…} or null}].
    """
    from annotator.app.project import Project

    with ExitStack() as stack:
        opened = stack.enter_context(Project.open(project))
        second = None if other is None else stack.enter_context(Project.open(other))
        labels = [_find_label(each, opened, second) for each in label or ()]
        statuses = include or [StatusName.FINISHED]
        tell(opened, annotator or (), other=second, include=statuses, labels=labels, listed=differences, json=json)


def tell(
    project: Project,
    annotators: Sequence[str],
    *,
    other: Project | None = None,
    include: Sequence[StatusName] = (StatusName.FINISHED,),
    labels: Collection[str] = (),
    listed: bool = False,
    json: bool,
) -> None:
    """Compare annotators and print what was found.

    Args:
        project: the project.
        annotators: names of those to compare; none for everybody.
        other: another project to compare with.
        include: articles of which status.
        labels: ids of the labels to tell of; none for all of them.
        listed: whether every difference is listed.
        json: whether one JSON object is printed instead.
    """
    from annotator.app import agreement as asked
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import console, print_json
    from annotator.core.annotation import Status

    wanted = labels or None
    with progress_bar("comparing") as progress:
        statuses = [Status[each.name] for each in include]
        report = asked.compare(project, annotators or None, other=other, statuses=statuses, progress=progress)
        found = asked.differences(project, report, labels=wanted) if listed else None
        if json:
            differences = {} if found is None else {"differences": [each.to_json() for each in found]}
            print_json({**report.to_json(labels=wanted), **differences})
        else:
            _print(console(), report, found, wanted)


def _find_label(wanted: str, project: Project, other: Project | None) -> str:
    """Return the id of a label, which may be known to the other project alone."""
    from annotator.core.errors import UserError

    try:
        return project.find_label(wanted)
    except UserError:
        if other is None:
            raise
        return other.find_label(wanted)


def _print(
    out: Console, report: AgreementReport, found: Iterable[ShownPlace] | None, labels: Collection[str] | None
) -> None:
    from annotator.cli.render import count_of, number
    from annotator.core.token_agreement import WHY_TOKENS_DIFFER

    statuses = " or ".join(status.value for status in report.statuses)
    left_out = f"; {number(report.left_out)} more with some of them" if report.left_out else ""
    names = ", ".join(each.shown for each in report.annotators)
    out.print(f"{count_of(len(report.articles), 'article')} {statuses} with all of {names}{left_out}.")
    for pair in report.pairs:
        out.print()
        _print_pair(out, pair, labels)
    if len(report.pairs) > 1:
        alpha = "α over all annotators is not defined: all tokens have the same label."
        out.print(alpha if report.alpha is None else f"α over all {len(report.annotators)}: {report.alpha:.3f}.")
    out.print(WHY_TOKENS_DIFFER.en)
    if found is not None:
        out.print()
        for each in found:
            out.print(_sentence(each), soft_wrap=True)


def _print_pair(out: Console, pair: PairAgreement, labels: Collection[str] | None) -> None:
    from annotator.cli.render import number, table
    from annotator.core.agreement import Difference, SpanCounts

    found = pair.agreement
    out.print(f"{pair.first.shown} (first) and {pair.second.shown} (second)")
    columns = ("first", "second", "equal", "overlap", "P", "R", "F1", "partial P", "R ", "F1 ")
    shown = table("label", *columns, right=columns)
    for label, counts in found.labels.items():
        if labels is None or label in labels:
            shown.add_row(label, *_cells(counts, counts.exact, counts.partial))
    shown.add_section()
    equal = found.differences[Difference.NONE]
    together = SpanCounts(found.places.first, found.places.second, equal, found.meeting - equal)
    shown.add_row("all", *_cells(together, found.exact, found.partial))
    out.print(shown)
    out.print(f"κ {_share(found.tokens.kappa)}, α {_share(found.tokens.alpha)}, by token.")
    for sentence in _why_undefined(
        each for each in pair.undefined() if labels is None or each.label in (*labels, None)
    ):
        out.print(sentence)
    out.print(_confusion(pair, labels))
    if any(pair.edges.values()):
        listed = ", ".join(f"{edge.wording.en} {number(count)}" for edge, count in pair.edges.items() if count)
        out.print(f"Boundaries: {listed}.")
        words = table("boundary", "words", "times", "articles", right=("times",))
        for each in pair.edge_words[:_MOST_WORDS]:
            ids = pair.places.articles(each.places)
            numbers = ", ".join(str(id) for id in ids[:_MOST_WORDS]) + (", …" if len(ids) > _MOST_WORDS else "")
            words.add_row(each.edge.wording.en, f"“{each.words}”", number(len(each.places)), numbers)
        out.print(words)


def _confusion(pair: PairAgreement, labels: Collection[str] | None) -> Any:
    """Return the labels of the first in rows, those of the second in columns."""
    from annotator.cli.render import number, table

    confusion = pair.agreement.confusion
    known = sorted({label for both in confusion for label in both if label})
    columns = [*known, ""]
    heads = [*known, "(nothing)"]
    shown = table("first ↓ second →", *heads, right=heads)
    for one in columns:
        if labels is None or one in labels or any(confusion[one, each] for each in labels):
            cells = [confusion[one, each] for each in columns]
            shown.add_row(one or "(nothing)", *(number(count) if count else "" for count in cells))
    return shown


def _why_undefined(found: Iterable[Undefined]) -> list[str]:
    """Say of each label in one line what is not defined and why."""
    rows: dict[tuple[str, str], list[str]] = {}
    for each in found:
        *scheme, name = each.measure.split()
        said = " ".join((*(each for each in scheme if each == "partial"), _FORMS[name]))
        rows.setdefault((each.label or "all", each.wording.en), []).append(said)
    return [f"{label}: {', '.join(measures)} {why}." for (label, why), measures in rows.items()]


def _cells(counts: SpanCounts, exact: Measures, partial: Measures) -> list[str]:
    from annotator.cli.render import number

    numbers = [counts.first, counts.second, counts.equal, counts.overlapping]
    shares = [exact.precision, exact.recall, exact.f1, partial.precision, partial.recall, partial.f1]
    return [*(number(each) for each in numbers), *(_share(share) for share in shares)]


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def _sentence(place: ShownPlace) -> str:
    """Say a difference in one line: where, what, and the text around it with the place in brackets."""
    first, second = place.place.pair.first, place.place.pair.second
    one, two = place.between
    said = [
        f"{who} “{' '.join((text or '').split())}” {span[2]}" if span else f"{who} nothing"
        for who, span, text in ((one, first, place.first), (two, second, place.second))
    ]
    before, shown, after = (" ".join(piece.split("\n")) for piece in (place.before, place.shown, place.after))
    kind = place.place.pair.difference.wording.en
    where = f"{place.place.article} {place.title}"
    return f"{where}: {kind}: {said[0]}, {said[1]}: …{before}[{shown}]{after}…"
