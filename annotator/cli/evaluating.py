"""``annotator evaluate``: the suggester measured against gold spans."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli.arguments import Json

if TYPE_CHECKING:
    from annotator.app.evaluating import EvaluationReport
    from annotator.core.evaluation import Counts, Mistake, Tally

_ORDER = ("sure", "likely", "unsure")


def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="JSON lines with text and spans.")],
    json: Json = False,
    errors: Annotated[bool, typer.Option("--errors", help="List every error in its context.")] = False,
) -> None:
    """Measure the suggestions against gold spans.

    Exact: start, end and label are equal. Partial: one that only overlaps a gold span of its label counts half.
    The cost is the number of decisions a person needs to come from the suggestions to the gold, divided by the gold
    spans: 1 for each suggestion to accept, reject or relabel, 2 for each boundary to correct or span to draw.

    --json prints {"pipeline", "articles", "cost", "micro", "labels", "tiers", "rules", "mistakes", "left_out",
    "problems"}, where micro and each label are {"gold", "proposed", "right", "near", "exact": {"precision", "recall",
    "f1"}, "partial": {…}}, and each tier and rule {"right", "wrong", "precision"}. The exit code is 1 where lines
    could not be read.
    """
    from annotator.app.evaluating import evaluate_files
    from annotator.cli.errors import complain
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_json

    with progress_bar("evaluating") as progress:
        report = evaluate_files(gold, progress=progress)
    if json:
        print_json(report.to_json())
    else:
        _print(report, errors=errors)
    for where, span in report.left_out:
        complain(f"{where}: gold span {span.start}–{span.end} {span.label} not counted: {span.obstacle.value.en}.")
    for problem in report.problems:
        complain(f"{problem.where}: {problem.wording.en}")
    if report.problems:
        raise typer.Exit(1)


def _print(report: EvaluationReport, *, errors: bool) -> None:
    from annotator.cli.render import console, table

    out = console()
    found = report.evaluation
    if errors:
        for mistake in found.mistakes:
            out.print(_sentence(mistake), soft_wrap=True)
        out.print()
    columns = ("gold", "proposed", "right", "near", "P", "R", "F1", "partial P", "R ", "F1 ")
    counts = table("label", *columns, right=columns)
    for label, each in sorted(found.labels.items(), key=lambda item: -item[1].gold):
        counts.add_row(label, *_cells(each))
    counts.add_section()
    counts.add_row("micro", *_cells(found.micro))
    out.print(f"{found.articles} articles, pipeline “{report.pipeline}”, {_share(found.cost)} decisions per gold span.")
    out.print(counts)
    tiers = {tier: found.tiers[tier] for tier in _ORDER if tier in found.tiers}
    for name, tallies in (("tier", tiers), ("rule", dict(sorted(found.rules.items())))):
        out.print(_tallies(name, tallies))


def _tallies(name: str, tallies: Mapping[str, Tally]) -> object:
    from annotator.cli.render import table

    shown = table(name, "right", "wrong", "precision", right=("right", "wrong", "precision"))
    for key, tally in tallies.items():
        shown.add_row(key, str(tally.right), str(tally.wrong), _share(tally.precision))
    return shown


def _cells(counts: Counts) -> list[str]:
    exact, partial = counts.exact, counts.partial
    numbers = [counts.gold, counts.proposed, counts.right, counts.near]
    shares = [exact.precision, exact.recall, exact.f1, partial.precision, partial.recall, partial.f1]
    return [*(str(number) for number in numbers), *(_share(share) for share in shares)]


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def _sentence(mistake: Mistake) -> str:
    """Say an error in one line: where, what, and the text around it with the span in brackets."""
    before = " ".join(mistake.before.split("\n"))
    after = " ".join(mistake.after.split("\n"))
    proposed, gold = mistake.proposal, mistake.gold
    said = f"{proposed.label} by {proposed.rule} ({proposed.tier})" if proposed else ""
    match mistake.outcome:
        case "missed":
            what = f"missed {gold.label if gold else ''}"
        case "wrong":
            what = f"wrong {said}"
        case "label":
            what = f"{gold.label if gold else ''} taken for {said}"
        case _:
            what = f"boundary of {said}, gold is “{_gold_text(mistake)}”"
    return f"{mistake.article}: {what}: …{before}[{mistake.shown}]{after}…"


def _gold_text(mistake: Mistake) -> str:
    """Return the characters of the gold span, as far as the context of the proposal shows them."""
    if mistake.gold is None or mistake.proposal is None:
        return ""
    begin = mistake.proposal.start - len(mistake.before)
    around = mistake.before + mistake.shown + mistake.after
    return around[max(0, mistake.gold.start - begin) : mistake.gold.end - begin]
