"""``annotator export``: articles of a project as training data for spaCy, or in a format of files."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli.arguments import (
    FinishedBy,
    Flagged,
    Json,
    Noted,
    ProjectPath,
    Search,
    Since,
    SourcePart,
    Undecided,
    Until,
    WithLabel,
    WithoutLabel,
    query_of,
)
from annotator.cli.listing import StatusName
from annotator.cli.listing import whose as annotator_meant

if TYPE_CHECKING:
    from annotator.app.export_options import ExportOptions
    from annotator.app.project import Project
    from annotator.core.listing import ArticleQuery

_SUGGESTER = "suggester"


class WhoseName(enum.StrEnum):
    """Which of several annotators' work goes out."""

    ONE = "one"
    EACH = "each"
    MAJORITY = "majority"
    SETTLED = "settled"


class SplitName(enum.StrEnum):
    """What decides on which side of a split an article falls."""

    TEXT = "text"
    DATE = "date"
    SOURCE = "source"


def export(
    project: ProjectPath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder or file to write.")],
    format: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help='"spacy" for training data, "suggester" for the suggester as a pipeline, or a name from '
            '"annotator formats".',
        ),
    ] = "spacy",
    annotator: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Whose annotations; repeat for several, by default all.")
    ] = None,
    whose: Annotated[
        WhoseName,
        typer.Option(
            help="Of several annotators' work on an article: one's (of the one named first, or where all agree), "
            "each one's, the spans that more than half of them drew alike, or what was settled."
        ),
    ] = WhoseName.ONE,
    include: Annotated[
        list[StatusName] | None, typer.Option(help="Articles of which status; repeat for several, by default finished.")
    ] = None,
    search: Search = "",
    label: WithLabel = None,
    without: WithoutLabel = None,
    undecided: Undecided = None,
    flagged: Flagged = None,
    noted: Noted = None,
    source: SourcePart = "",
    since: Since = "",
    until: Until = "",
    finished_by: FinishedBy = None,
    empty: Annotated[
        bool, typer.Option("--empty/--no-empty", help="Take articles without spans too: nothing is there.")
    ] = True,
    original: Annotated[
        bool, typer.Option("--original", help="Texts and offsets as they were before they were tidied at import.")
    ] = False,
    dev: Annotated[float, typer.Option(min=0.0, max=1.0, help="The share of articles kept apart for dev.spacy.")] = 0.2,
    test: Annotated[float, typer.Option(min=0.0, max=1.0, help="The share of articles for test.spacy.")] = 0.0,
    split_by: Annotated[
        SplitName,
        typer.Option(help="What decides on the side: the text alone, the date (latest for test), the source."),
    ] = SplitName.TEXT,
    folds: Annotated[
        int, typer.Option(min=0, metavar="K", help="Make K folders for cross-validation instead of one split.")
    ] = 0,
    span_group: Annotated[
        str | None, typer.Option(metavar="NAME", help="Put the spans into doc.spans[NAME] too, for spaCy.")
    ] = None,
    transformer: Annotated[
        bool, typer.Option("--transformer", help="Add a configuration that trains a transformer.")
    ] = False,
    debug_data: Annotated[
        bool, typer.Option("--debug-data/--no-debug-data", help="Let spaCy look through the training data.")
    ] = True,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a file that is no earlier export of this project.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go out and what would not, and write nothing.")
    ] = False,
    json: Json = False,
) -> None:
    """Write training data for spaCy, a file in another format, or the suggester.

    By default a folder is written that "spacy train" takes: train.spacy, dev.spacy, the base pipeline with the
    project's tokenizer, config.cfg, project.yml, README.md, and report.json, which names every article and span left
    out and why. Articles that are nearly the same or tell the same story fall on one side of the split. With --format
    it is a file or folder of one of "annotator formats". Whatever is written is read back and compared before it takes
    its place; the report says what the format could not carry.

    The options of "annotator list" choose among the articles: what that list shows is what is exported. Labels,
    flags and notes are those of the annotator named first, or yours; with --whose settled they are the settled ones.

    --json prints {"format", "target", "articles", "spans", "verified", "lost": [{"trait", "articles"}], "left_out",
    "unused", "notes", …}; with --dry-run {"articles", "finished", "drafts", "flagged", "left_out", "sides", "lost", …}.

    With --format suggester the folder gets the suggester with the project's words and silent rules instead, as a
    pipeline that spacy.load reads wherever this program is installed; --json then prints {"folder", "pipeline"}.
    """
    if format == _SUGGESTER:
        _export_suggester(project, out, json=json)
        return
    from annotator.app.export_options import ExportOptions, SplitBy, Whose
    from annotator.app.project import Project
    from annotator.core.annotation import Status
    from annotator.formats.registry import formats

    known = ["spacy", _SUGGESTER, *(each.name for each in formats())]
    if format not in known:
        raise typer.BadParameter(f"there is no format “{format}”; the formats are: {', '.join(known)}")
    with Project.open(project) as opened:
        query = query_of(
            opened,
            search=search,
            label=label,
            without=without,
            undecided=undecided,
            flagged=flagged,
            noted=noted,
            source=source,
            since=since,
            until=until,
            finished_by=finished_by,
        )
        options = ExportOptions(
            format=format,
            annotators=tuple(annotator) if annotator else None,
            whose=Whose(whose.value),
            statuses=tuple(Status[each.name] for each in include or [StatusName.FINISHED]),
            articles=_chosen(opened, query, annotator, whose),
            empty=empty,
            original=original,
            dev=dev,
            test=test,
            split_by=SplitBy(split_by.value),
            folds=folds,
            span_group=span_group,
            transformer=transformer,
            debug_data=debug_data,
            overwrite=overwrite,
        )
        if dry_run:
            _preview(opened, options, json=json)
        else:
            _export(opened, out, options, json=json)


def _chosen(
    project: Project, query: ArticleQuery, annotators: list[str] | None, whose: WhoseName
) -> tuple[int, ...] | None:
    """Return the articles that fit a query, or None for all where it leaves none out."""
    if not query.filters:
        return None
    layer = project.settled_layer() if whose is WhoseName.SETTLED else None
    asking = annotator_meant(project, annotators[0] if annotators else None) if layer is None else layer
    return tuple(project.find_articles(query, annotator=asking))


def _export(project: Project, out: Path, options: ExportOptions, *, json: bool) -> None:
    from annotator.app.export_report import FileReport
    from annotator.app.exporting import export as run
    from annotator.cli.export_words import print_file, print_training
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_json

    with progress_bar("exporting") as progress:
        report = run(project, out, options, progress=progress)
    if json:
        print_json(report.to_json())
    elif isinstance(report, FileReport):
        print_file(report)
    else:
        print_training(report)


def _preview(project: Project, options: ExportOptions, *, json: bool) -> None:
    from annotator.app.export_preview import preview
    from annotator.cli.export_words import print_preview
    from annotator.cli.render import print_json

    found = preview(project, options)
    if json:
        print_json(found.to_json())
    else:
        print_preview(found)


def _export_suggester(project: Path, out: Path, *, json: bool) -> None:
    from annotator.app.project import Project
    from annotator.app.suggester_export import export_suggester
    from annotator.cli.render import print_json

    with Project.open(project) as opened:
        pipeline = export_suggester(opened, out)
    if json:
        print_json({"folder": str(out), "pipeline": pipeline})
    else:
        print(f"The pipeline “{pipeline}” is in {out}; read back, it suggests the same.")
