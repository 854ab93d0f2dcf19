"""What ``annotator export`` says of what it wrote, or would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli.errors import complain
from annotator.cli.render import count_of, number

if TYPE_CHECKING:
    from annotator.app.export_preview import ExportPreview
    from annotator.app.export_report import FileReport
    from annotator.app.training_report import Part, TrainingReport


def print_training(report: TrainingReport) -> None:
    """Print what was written for spaCy; what is to be known of it goes to standard error."""
    if report.folds:
        held = f"{_held(report.train)} in {len(report.folds)} folds"
    else:
        held = f"{_held(report.train)} to train on, {_held(report.dev)} to score with"
    if report.test is not None:
        held += f", {_held(report.test)} to test with"
    print(f"Wrote {report.target}: {held}. spaCy has read them back and found the same.")
    groups = report.sides.groups
    if groups:
        together = count_of(sum(map(len, groups)), "article")
        print(f"Kept on one side each: {count_of(len(groups), 'group')} of {together} in all that tell the same story.")
    _print_left_out(report, f"; {report.target / 'report.json'} names each and says why")
    verdict = report.verdict
    if verdict.skipped is None:
        print(
            f"spaCy's debug data: {len(verdict.good)} passed, {count_of(len(verdict.warnings), 'warning')}, "
            f"{count_of(len(verdict.failures), 'error')}; README.md names them."
        )
    print(f"Next: cd {report.target} && python -m spacy train config.cfg --output model")


def _held(part: Part) -> str:
    return f"{count_of(len(part.articles), 'article')} with {count_of(part.spans, 'span')}"


def print_file(report: FileReport) -> None:
    """Print what was written in a format; what is to be known of it goes to standard error."""
    spans = count_of(sum(report.spans.values()), "span")
    print(
        f"Wrote {report.target}: {count_of(report.articles, 'article')} with {spans}"
        + ("; read back, they are the same." if report.verified else ".")
    )
    for trait, count in report.lost.items():
        complain(f"not carried by the format: {trait.value.en}, in {count_of(count, 'article')}.")
    _print_left_out(report, "; --json names each and says why")


def _print_left_out(report: TrainingReport | FileReport, where: str) -> None:
    if report.left_out or report.unused:
        print(
            f"Left out: {count_of(len(report.left_out), 'article or annotation')}, "
            f"{count_of(len(report.unused), 'span')}{where}."
        )
    for each in report.unused:
        complain(f"article {each.article}: span {each.start}–{each.end} {each.label} left out: {each.wording.en}")
    for note in report.notes:
        complain(f"note: {note.en}")


def print_preview(found: ExportPreview) -> None:
    """Print what an export would take and leave out."""
    said = found.to_json()
    print(
        f"{number(found.finished)} finished, {number(len(found.drafts))} drafts left out, "
        f"{number(len(found.flagged))} flagged. Nothing was written."
    )
    spans = ", ".join(f"{number(count)} {label}" for label, count in found.spans.items())
    print(
        f"Would go out: {count_of(len(found.articles), 'article')}, {count_of(found.records, 'annotation')}; {spans}."
    )
    if found.sides:
        print("Sides: " + ", ".join(f"{number(count)} {side}" for side, count in found.sides.items()) + ".")
    if found.groups:
        print(f"Kept on one side each: {count_of(len(found.groups), 'group')}.")
    for each in said["left_out"]:
        print(f"Left out: {number(each['count'])}, since {each['en']}.")
    for trait, count in found.lost.items():
        if count:
            print(f"Not carried by the format: {trait.value.en}, in {count_of(count, 'article')}.")
