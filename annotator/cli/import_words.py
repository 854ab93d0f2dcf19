"""What the command line says of an import: what came in, and what did not and why, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli.errors import complain
from annotator.cli.merge_words import print_merge
from annotator.cli.render import count_of

if TYPE_CHECKING:
    from annotator.app.import_report import AdjustedSpan, ImportReport, LabelCount
    from annotator.app.imports import KeptImport


def print_import(report: ImportReport, *, dry_run: bool = False) -> None:
    """Print what came in, or would; what did not goes to standard error, one line each."""
    articles, files = count_of(report.articles, "new article"), count_of(report.files, "file")
    brought = f"{articles}{' would come' if dry_run else ''} from {files}{_spans(report)}"
    print(f"{brought}. Nothing was changed." if dry_run else f"{brought}.")
    if report.attached:
        print(f"{count_of(report.attached, 'annotation')} added to articles that were there already.")
    if any(each.ours != each.theirs for each in report.labels):
        print(f"Labels: {', '.join(_label(each) for each in report.labels)}.")
    _print_what_stayed_out(report)


def _spans(report: ImportReport) -> str:
    got = [f"{count_of(each.spans, 'span')} by {each.annotator}" for each in report.annotations]
    if report.suggestions:
        got.append(count_of(report.suggestions, "suggestion"))
    return f" with {', '.join(got)}" if got else ""


def _label(label: LabelCount) -> str:
    ours = "left out" if label.ours is None else f"{label.ours} (new)" if label.created else label.ours
    return f"{label.theirs} {label.spans:,} → {ours}"


def _print_what_stayed_out(report: ImportReport) -> None:
    for note in report.notes:
        complain(f"{note.where}: note: {note.wording.en}")
    for duplicate in report.duplicates:
        complain(f"{duplicate.where}: left out: {duplicate.held.wording.en}, as “{duplicate.title}”.")
    for conflict in report.conflicts:
        complain(f"{conflict.where}: left out: {conflict.wording.en} (“{conflict.title}”).")
    for near in report.near_duplicates:
        complain(f"{near.where}: note: it shares {near.likeness:.0%} with “{near.of}”, and came in too.")
    for left in report.left_out:
        span = left.span
        complain(f"{left.where}: span {span.start}–{span.end} {span.label} left out: {span.obstacle.value.en}")
    for adjusted in (*report.trimmed, *report.snapped):
        complain(_adjusted(adjusted))
    for where in report.unfinished:
        complain(f"{where}: in progress, not finished, since a span was left out.")
    for problem in report.problems:
        complain(f"{problem.where}: {problem.wording.en}")


def _adjusted(adjusted: AdjustedSpan) -> str:
    span = adjusted.span
    now = f"{span.to[0]}–{span.to[1]}"
    return f"{adjusted.where}: span {span.start}–{span.end} {span.label} is {now} now: {span.adjustment.value.en}"


def print_imports(kept: list[KeptImport]) -> None:
    """Print the imports a project remembers, a line each."""
    if not kept:
        print("The project remembers no import.")
    for each in kept:
        report = each.report
        merged = "merge: " if each.kind == "merge" else ""
        brought = f"{merged}{count_of(report['articles'], 'article')}, {count_of(each.spans, 'span')}"
        first = f"{each.sources[0]}{' …' if len(each.sources) > 1 else ''}" if each.sources else ""
        undone = "  (undone)" if each.undone_at else ""
        print(f"{each.id:>3}  {each.at[:16].replace('T', ' ')}  {brought}  {first}{undone}")


def print_kept(kept: KeptImport) -> None:
    """Print everything an import told, as the project remembers it."""
    report = kept.report
    named = "Merge" if kept.kind == "merge" else "Import"
    print(f"{named} {kept.id}, {kept.at[:16].replace('T', ' ')} UTC{', undone since' if kept.undone_at else ''}")
    for source in kept.sources:
        print(f"  {source}")
    if kept.kind == "merge":
        print_merge(report)
        return
    got = [f"{count_of(each['spans'], 'span')} by {each['annotator']}" for each in report["annotations"]]
    print(", ".join([count_of(report["articles"], "new article"), *got]) + ".")
    for name, words in _PARTS.items():
        for each in report[name]:
            said = each.get("en") or f"it shares {each['likeness']:.0%} with “{each['of']}”"
            span = f" span {each['start']}–{each['end']} {each['label']}:" if "start" in each else ""
            print(f"{each['where']}: {words}:{span} {said}")


_PARTS = {
    "notes": "note",
    "duplicates": "left out",
    "conflicts": "left out",
    "near_duplicates": "note",
    "left_out": "left out",
    "trimmed": "adjusted",
    "snapped": "adjusted",
    "problems": "not read",
}
